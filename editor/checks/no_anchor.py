"""A weekday or “last month” in an article that nothing dates."""

from __future__ import annotations

import re
from collections.abc import Iterator

from editor.finding import Finding, finding
from editor.ledger import Ledger
from editor.reading.patterns import lazy
from editor.reading.relative import Shift

_DATELINE = lazy(r"\s*(?:[A-ZÀ-Þ][A-ZÀ-Þ’'/. -]{2,}\b(?:, [^—–:]{2,30})?\s?[—–:(]|[A-ZÀ-Þ][A-ZÀ-Þ’'/. -]{2,}, )")
_HABIT = lazy(r"\b(?:every|each|on a|of a|past|a|the) $|\bby $", re.IGNORECASE)
_FLOATING = (Shift("month", -1), Shift("week", -1), Shift("day", -1))
_BYLINE = 14
"""The most words of a line that only says who wrote, where and when."""

SHORT = 900
"""Below this length, in characters, an article that names no date at all is a snippet of one that does."""


def check(ledger: Ledger) -> Iterator[Finding]:
    if ledger.facts.day:
        return
    opening = ledger.paragraphs[:4]
    if not any(d.thing.year and d.thing.month for d in ledger.dates):
        return
    dated = any(d.thing.month and d.thing.day and d.sentence.paragraph in opening for d in ledger.dates)
    if not dated and len(ledger.text) < SHORT:
        return
    for paragraph in opening:
        if _DATELINE.match(paragraph.masked) and paragraph.kind == "text":
            return
        dated = any(d.day or d.month for d in paragraph.read.dates)
        if dated and len(paragraph.read.words) <= _BYLINE and paragraph.masked.rstrip()[-1:] != ".":
            return
    for stated in ledger.dates:
        date = stated.thing
        if ledger.quoted(stated) or stated.sentence.paragraph.kind != "text":
            continue
        lead = ledger.text[max(0, stated.span.start - 8) : stated.span.start]
        after = ledger.text[stated.span.end : stated.span.end + 8]
        weekday = (
            date.weekday is not None
            and not date.day
            and lead.endswith("on ")
            and not re.match(r" (?:night|after|morn|even)", after)
        )
        if (weekday or date.shift in _FLOATING) and not _HABIT.search(lead):
            near = [d for d in ledger.dates if d.thing.day and d.sentence.paragraph is stated.sentence.paragraph]
            if not near:
                yield finding("floating", stated.span, said=stated.span.of(ledger.text))
                return
