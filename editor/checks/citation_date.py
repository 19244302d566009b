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
_NAME = r"(?:[Tt]he )?[A-Z][\w.’'-]*(?: (?:of |de |and |& )?[A-Z][\w.’'-]*){0,4}"
_TOLD = r"(?:reported|wrote|revealed|said|noted|put it|published|disclosed|wrote|observed|stated|claimed|argued)"
_PIECE = r"(?:articles?|report|story|dispatch|interview|editorial|column|analysis|post|bulletin|piece|broadcast)"
_WHEN = rf"(?:\w+day,? )?(?:the )?(?:{_DAY}|{_MONTH.format('m3')} (?P<y3>\d{{4}})|{_NUMBERS}|(?P<y5>20\d\d))(?![\d:])"
# Each with the words of which one stands in all that it finds.
_TELLS = tuple(f"{told} {on}" for told in _TOLD[3:-1].split("|") for on in ("on", "in"))
_PIECES = (
    *("article", "report", "story", "dispatch", "interview", "editorial", "column", "analysis", "post", "bulletin"),
    *("piece", "broadcast"),
)
_PRINTED = ("published ", "printed ", "aired ", "carried ", "quoted ")
_REPORTED = (
    (
        _TELLS,
        lazy(
            rf"\b(?P<as>as )?(?P<source>{_NAME}) (?:first |had |also )?(?P<verb>{_TOLD})"
            rf" (?:on |in (?:an? |its )?(?P<piece>{_PIECE} )?(?:on |of |dated )?)(?P<date>{_WHEN})"
        ),
    ),
    (
        ("according to ",),
        lazy(
            rf"\b(?P<as>according to )(?P<source>{_NAME}),? (?:on |of |in (?:an? |its )?{_PIECE}"
            rf" (?:on |of |dated |from ))(?P<date>{_WHEN})"
        ),
    ),
    (
        _PIECES,
        lazy(
            rf"\b(?:an?|the|its|in) (?P<source>{_NAME}) {_PIECE},? (?P<verb>of|dated|published on|from|on)"
            rf" (?P<date>{_WHEN})"
        ),
    ),
    (
        ("issue", "edition", "number"),
        lazy(
            rf"\b(?:[Ii]n|of) (?:its|the) (?:issue|edition|number) (?:of |dated |for |from )(?P<date>{_WHEN}),?"
            rf" (?P<source>{_NAME})"
        ),
    ),
    (
        _PRINTED,
        lazy(
            rf"\b(?<!be )(?:published|printed|aired|carried|quoted) (?:in|by|on) (?P<source>{_NAME}) (?:on |in )"
            rf"(?P<date>{_WHEN})"
        ),
    ),
    (
        _PIECES,
        lazy(
            rf"\b(?:an?|the) {_PIECE} (?:in|by|from) (?P<source>{_NAME}),? (?:of|dated|published on|on)"
            rf" (?P<date>{_WHEN})"
        ),
    ),
)
_AHEAD = lazy(r"\b(?:will|due|planned|scheduled|expected|to (?:be|come|appear|follow)|forthcoming|next|would)\b")
_SPOKEN = ("reported", "wrote", "noted", "revealed", "said", "disclosed")
_YEAR = lazy(r"(?<![\d,.])(?:1[5-9]|20)\d\d(?![\d,])")
YEARS = 5
"""How many years after all others that the article names a source's is no slip but can't be."""
NEXT_YEAR = 270
"""Days ahead of the article from which a date without a year is last year's."""


def check(ledger: Ledger) -> Iterator[Finding]:
    reported = list(_reported(ledger))
    day = _last(ledger) if "(" in ledger.text or reported else None
    if not day:
        return
    told: set[int] = set()
    for match in (*_CITED.finditer(ledger.text), *reported):
        cited = _date(match, day)
        if (not ledger.day and not _year(match)) or not cited or not day < cited - datetime.timedelta(days=1):
            continue
        if not _year(match) and (cited - day).days > NEXT_YEAR:
            continue
        cites = match[0].startswith("(")
        # What "as … reported on" speaks of is a report, whoever made it.
        if not match.groupdict().get("as") and not (_outlet(match["source"]) or (not cites and _no_one(ledger, match))):
            continue
        span = (
            Span(match.start(), match.end())
            if cites
            else Span(
                match.start() if match[0].startswith(("a ", "an ")) else match.start("source"),
                match.end("date") - match[0].endswith("."),
            )
        )
        if match.end() in told or any(
            p.span.touches(span) and not (cites and p.kind == "reference") for p in ledger.debris
        ):
            continue
        told.add(match.end())
        if not cites and _AHEAD.search(ledger.text[max(0, match.start() - 15) : match.start("date")]):
            continue
        if match.groupdict().get("as"):
            span = Span(match.start(), match.end())
        dated = Span(match.end("source"), match.end() - 1)
        cuts = match[0].startswith(("(", "as "))
        fixes = [Fix("remove", healing.healed(ledger.text, span))] if cuts else []
        if cites:
            fixes.append(Fix("date", healing.healed(ledger.text, dated)))
        said = (dated if cites else Span(*match.span("date"))).of(ledger.text).strip(" ,;:().")
        yield finding("later", span, fixes=fixes, confidence="likely", date=said, day=_said(ledger, day))


REACH = 110
"""How far before its date, in characters, the name of a source that is told in running words may begin."""


def _reported(ledger: Ledger) -> Iterator[re.Match[str]]:
    """The sources in running words, each with a date that is not before the article's."""
    for stated in ledger.dates:
        date = stated.thing
        if not date.month or (
            ledger.day and (date.year or ledger.day.year, date.month) < (ledger.day.year, ledger.day.month)
        ):
            continue
        floor = max(stated.sentence.span.start, stated.span.start - REACH)
        end = min(len(ledger.text), stated.span.end + 1)
        around = ledger.text[floor:end]
        for cues, pattern in _REPORTED:
            match = pattern.search(ledger.text, floor, end) if any(cue in around for cue in cues) else None
            if match and match.start("date") <= stated.span.end <= match.end("date") + 1:
                yield match
                break


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


def _no_one(ledger: Ledger, match: re.Match[str]) -> bool:
    """Whether who "noted on 9 August" is nobody whom the article names: a paper that no table knows."""
    source = match["source"]
    if match.groupdict().get("piece"):
        return True
    return match.groupdict().get("verb") in _SPOKEN and not any(
        source == p.full or source.split()[-1] == p.surname for p in ledger.people
    )


def _outlet(words: str) -> bool:
    places = [m.start() for m in re.finditer(r"(?<!\w)[A-Z]", words)]
    if any(outlets.at(words, place) for place in places) or any(True for _ in hosts(words)):
        return True
    words = words.replace("-", " ")
    names = re.findall(r"[A-Z][\w’'&-]*(?: (?:of |and |the |& )?[A-Z][\w’'&-]*)*", words)
    return any(outlets.looks_like(name) for name in names)
