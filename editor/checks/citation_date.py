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
from editor.reading.sources import hosts

_MONTHS = {name: n for n, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
_MONTH = r"(?P<{}>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_CITED = re.compile(
    rf"\((?P<source>[^()\n]{{2,90}}?),? (?:on )?(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th)? {_MONTH.format('m1')}"
    rf"|{_MONTH.format('m2')} (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?)(?:,? (?P<year>\d{{4}}))?\)"
)
NEXT_YEAR = 270
"""Days ahead of the article from which a date without a year is last year's."""


def check(ledger: Ledger) -> Iterator[Finding]:
    day = ledger.day if "(" in ledger.text else None
    if not day:
        return
    for match in _CITED.finditer(ledger.text):
        cited = _date(match, day)
        if not cited or not day < cited - datetime.timedelta(days=1):
            continue
        if not match["year"] and (cited - day).days > NEXT_YEAR:
            continue
        if not _outlet(match["source"]):
            continue
        span = Span(match.start(), match.end())
        if any(piece.span.touches(span) for piece in ledger.debris):
            continue
        dated = Span(match.end("source"), match.end() - 1)
        fixes = [Fix("remove", healing.healed(ledger.text, span)), Fix("date", healing.healed(ledger.text, dated))]
        said = dated.of(ledger.text).strip(" ,")
        yield finding("later", span, fixes=fixes, confidence="likely", date=said, day=day.isoformat())


def _date(match: re.Match[str], day: datetime.date) -> datetime.date | None:
    month = _MONTHS[(match["m1"] or match["m2"]).lower()]
    try:
        return datetime.date(int(match["year"] or day.year), month, int(match["d1"] or match["d2"]))
    except ValueError:
        return None


def _outlet(words: str) -> bool:
    places = (m.start() for m in re.finditer(r"(?<!\w)[A-Z]", words))
    return any(outlets.at(words, place) for place in places) or any(True for _ in hosts(words))
