"""A weekday or “last month” in an article that nothing dates."""

from __future__ import annotations

import re
from collections.abc import Iterator

from editor.article import Span
from editor.checks._moments import bare_weekday
from editor.finding import Finding, finding
from editor.ledger import OPENING, Ledger
from editor.reading.dateline import BYLINE
from editor.reading.patterns import lazy
from editor.reading.relative import Shift

_DATELINE = lazy(r"\s*(?:[A-ZÀ-Þ][A-ZÀ-Þ’'/. -]{2,}\b(?:, [^—–:]{2,30})?\s?[—–:(]|[A-ZÀ-Þ][A-ZÀ-Þ’'/. -]{2,}, )")
_HABIT = lazy(r"\b(?:every|each|on a|of a|past|a|the) $|\bby $", re.IGNORECASE)
_FLOATING = (Shift("month", -1), Shift("week", -1), Shift("day", -1))
_PLURAL = lazy(r" (?:night|morning|evening|afternoon)s\b")
_OF_MONTH = lazy(r"\b\d{1,2}(?:st|nd|rd|th) (?:of )?$")
SHORT = 900
"""Below this length, in characters, an article that names no date at all is a snippet of one that does."""


def check(ledger: Ledger) -> Iterator[Finding]:
    if ledger.facts.day:
        return
    if ledger.day is None and (found := _numbered(ledger)):
        yield found
        return
    if not any(d.thing.year and d.thing.month for d in ledger.dates) or _anchored(ledger):
        return
    for stated in ledger.dates:
        date = stated.thing
        if ledger.quoted(stated) or stated.sentence.paragraph.kind != "text":
            continue
        lead = ledger.text[max(0, stated.span.start - 8) : stated.span.start]
        weekday = bare_weekday(date) and lead.endswith("on ")
        plural = _PLURAL.match(ledger.text, stated.span.end)
        if (weekday or date.shift in _FLOATING) and not plural and not _HABIT.search(lead):
            near = [d for d in ledger.dates if d.thing.day and d.sentence.paragraph is stated.sentence.paragraph]
            if not near:
                yield finding("floating", stated.span, said=stated.span.of(ledger.text))
                return


def _numbered(ledger: Ledger) -> Finding | None:
    """ "On the 17th of last month", in an article that nothing dates."""
    for stated in ledger.dates:
        shift = stated.thing.shift
        if not shift or shift.unit != "month" or shift.told or ledger.quoted(stated):
            continue
        if number := _OF_MONTH.search(ledger.text, max(0, stated.span.start - 16), stated.span.start):
            place = Span(number.start(), stated.span.end)
            return finding("undated", place, said=place.of(ledger.text))
    return None


def _anchored(ledger: Ledger) -> bool:
    """Whether the opening gives a day to count from: a dated byline, or a dateline with a date in its paragraph."""
    opening = ledger.paragraphs[:OPENING]
    inside = {paragraph.start: [d for d in ledger.dates if d.sentence.paragraph is paragraph] for paragraph in opening}
    dated = any(d.thing.month and d.thing.day for dates in inside.values() for d in dates)
    if not dated and len(ledger.text) < SHORT:
        return True
    if ledger.datelined:
        return True
    for paragraph in opening:
        days = [d for d in inside[paragraph.start] if d.thing.month]
        if _DATELINE.match(paragraph.masked) and paragraph.kind == "text":
            return bool(days) or not any(d.thing.year and d.thing.month and d.thing.day for d in ledger.dates)
        byline = len(paragraph.read.words) <= BYLINE and paragraph.masked.rstrip()[-1:] != "."
        if byline and (days or any(d.thing.day for d in inside[paragraph.start])):
            return True
    return False
