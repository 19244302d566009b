"""A source that is dated later than the article."""

from __future__ import annotations

from collections.abc import Iterator

from editor.article import Span
from editor.finding import Evidence, Finding, finding
from editor.ledger import Ledger
from editor.reading.dates import Date, dates


def check(ledger: Ledger) -> Iterator[Finding]:
    sourced = list(_sourced(ledger))
    if not sourced:
        return
    # Where the article's date is known, sources in brackets are judged by the check of citations.
    if ledger.day:
        sourced = [(date, span) for date, span in sourced if any(piece.span.touches(span) for piece in ledger.debris)]
    places = [span for _, span in sourced]
    known = [s for s in ledger.dates if s.thing.month and s.thing.day and not any(p.touches(s.span) for p in places)]
    day = ledger.day
    if not known or (not day and len(known) < 2):
        return
    year = day.year if day else next((s.thing.year for s in known if s.thing.year), None)
    last = (day.year, day.month, day.day) if day else max(_order(s.thing, year) for s in known)
    model = next((s for s in known if s.thing.year), None) or max(known, key=lambda s: _order(s.thing, year))
    for date, place in sourced:
        when = _order(date, year)
        if when > last and (date.year or not _far(when, last)):
            yield finding("later", place, evidence=[Evidence(model.span, "other")], said=place.of(ledger.text))


def _sourced(ledger: Ledger) -> Iterator[tuple[Date, Span]]:
    """The dates of sources: those in debris, and those that close a bracket which names an outlet."""
    for piece in ledger.debris:
        words = piece.span.of(ledger.text)
        for date in dates(words) if any(c.isdigit() for c in words) else ():
            if date.month and date.day:
                yield date, date.span.moved(piece.span.start)
    for stated in ledger.dates:
        paragraph = stated.sentence.paragraph
        if not (stated.thing.month and stated.thing.day) or ledger.text[stated.span.end : stated.span.end + 1] != ")":
            continue
        opens = ledger.text.rfind("(", max(0, stated.span.start - 90), stated.span.start)
        if opens >= 0 and any(
            opens < paragraph.at(one.span).start < stated.span.start for one in paragraph.read.sources
        ):
            yield stated.thing, stated.span


def _order(date: Date, year: int | None) -> tuple[int, int, int]:
    assert date.month
    assert date.day
    return (date.year or year or 0, date.month, date.day)


def _far(when: tuple[int, int, int], last: tuple[int, int, int]) -> bool:
    """Whether a date without a year is more likely the year before's: December of an article of January."""
    return when[1] - last[1] > 9
