"""Citation dates: a source in brackets that is dated later than the article."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from editor import healing
from editor.article import Span
from editor.finding import Finding, Fix, finding
from editor.ledger import Ledger
from editor.reading import outlets
from editor.reading.patterns import lazy
from editor.reading.sources import hosts

_MONTHS = {name: n for n, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
_MONTH = r"(?P<{}>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DAY = (
    rf"(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th)? {_MONTH.format('m1')}"
    rf"|{_MONTH.format('m2')} (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?)(?:,? (?P<y1>\d{{4}}))?"
)
_NUMBERS = r"(?P<y4>(?:19|20)\d\d)-(?P<n4>\d\d)-(?P<d4>\d\d)"
_CITED = lazy(
    r"\((?P<source>[^()\n]{2,90}?)[,;:]? (?:on |of |dated |accessed |published |retrieved )?"
    rf"(?:{_DAY}|{_MONTH.format('m3')} (?P<y3>\d{{4}})|{_NUMBERS}|(?P<y5>20\d\d))\)"
)
_REPORTED = lazy(
    r"\bas (?P<source>(?:[Tt]he )?[A-Z][\w.’'-]*(?: (?:of |de |and |& )?[A-Z][\w.’'-]*){0,4})"
    r" (?:first |had |also )?"
    r"(?:reported|wrote|revealed|said|noted|put it|published|disclosed)"
    r" (?:on |in (?:an article|a report|a story) (?:on|of) )"
    rf"(?:\w+day,? )?(?:{_DAY}|{_MONTH.format('m3')} (?P<y3>\d{{4}})|{_NUMBERS}|(?P<y5>20\d\d))"
)
_YEAR = lazy(r"(?<![\d,.])(?:1[5-9]|20)\d\d(?![\d,])")
YEARS = 5
"""How many years after all others that the article names a source's is no slip but can't be."""
NEXT_YEAR = 270
"""Days ahead of the article from which a date without a year is last year's."""


def check(ledger: Ledger) -> Iterator[Finding]:
    day = _last(ledger) if "(" in ledger.text or _REPORTED.search(ledger.text) else None
    if not day:
        return
    for match in (*_CITED.finditer(ledger.text), *_REPORTED.finditer(ledger.text)):
        cited = _date(match, day)
        if (not ledger.day and not _year(match)) or not cited or not day < cited - datetime.timedelta(days=1):
            continue
        if not _year(match) and (cited - day).days > NEXT_YEAR:
            continue
        # What "as … reported on" speaks of is a report, whoever made it.
        if match[0].startswith("(") and not _outlet(match["source"]):
            continue
        span = Span(match.start(), match.end())
        if any(piece.span.touches(span) for piece in ledger.debris):
            continue
        dated = Span(match.end("source"), match.end() - 1)
        fixes = [Fix("remove", healing.healed(ledger.text, span)), Fix("date", healing.healed(ledger.text, dated))]
        said = dated.of(ledger.text).strip(" ,;:")
        yield finding("later", span, fixes=fixes, confidence="likely", date=said, day=_said(ledger, day))


def _last(ledger: Ledger) -> datetime.date | None:
    """The article's date; where it is not known, the end of a time after all years that the article names."""
    if ledger.day:
        return ledger.day
    cited = [Span(*match.span()) for match in _CITED.finditer(ledger.text) if _year(match)]
    if not cited:
        return None
    years = [
        int(match[0])
        for match in _YEAR.finditer(ledger.text)
        if not any(span.start <= match.start() < span.end for span in cited)
    ]
    return datetime.date(max(years) + YEARS, 12, 31) if years and max(years) + YEARS < datetime.MAXYEAR else None


def _said(ledger: Ledger, day: datetime.date) -> str:
    return day.isoformat() if ledger.day else str(day.year - YEARS)


def _year(match: re.Match[str]) -> str:
    return match["y1"] or match["y3"] or match["y4"] or match["y5"] or ""


def _date(match: re.Match[str], day: datetime.date) -> datetime.date | None:
    """The first day that the date may mean; where no day or month is given, the first of it."""
    name = match["m1"] or match["m2"] or match["m3"]
    month = _MONTHS[name.lower()] if name else int(match["n4"] or 1)
    try:
        return datetime.date(int(_year(match) or day.year), month, int(match["d1"] or match["d2"] or match["d4"] or 1))
    except ValueError:
        return None


def _outlet(words: str) -> bool:
    places = [m.start() for m in re.finditer(r"(?<!\w)[A-Z]", words)]
    if any(outlets.at(words, place) for place in places) or any(True for _ in hosts(words)):
        return True
    names = re.findall(r"[A-Z][\w’'&-]*(?: (?:of |and |the |& )?[A-Z][\w’'&-]*)*", words)
    return any(outlets.looks_like(name) for name in names)
