"""The day an article is from, as its dateline, its byline or its first sentences say. Never today."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import NamedTuple

from editor.reading.patterns import lazy
from editor.reading.when import Said, ahead


class Told(NamedTuple):
    """A date in its sentence, with the line that it stands in up to it, and the line's length in words."""

    said: Said
    line: str
    words: int
    opening: bool
    """Whether the line is one of the article's first."""


BYLINE = 14
"""The most words of a line that only says who wrote, where and when."""
NEWER = datetime.timedelta(days=92)
"""How much later than the first day that an article names another may be told as past, for the first to be its own."""
_PLACE = lazy(r"^\W*(?:[A-ZÀ-Þ][\w’'.-]+,? ){1,5}[(—–-]? ?$")


def article_day(dates: Sequence[Told]) -> datetime.date | None:
    """The date of the dateline or byline; else the first full one of the opening, where nothing past is much later."""
    year = next((one.said.date.year for one in dates if one.said.date.year and one.said.date.month), None)
    first = None
    for one in dates:
        date = one.said.date
        if not one.opening or not date.month or not date.day or date.range_end:
            continue
        if datelined(one) and (day := _day(date.year or year, date.month, date.day)):
            return day
        first = first or _day(date.year, date.month, date.day)
    if first is None:
        return None
    for one in dates:
        date = one.said.date
        day = _day(date.year, date.month, date.day or 1)
        if day and day > first + NEWER and ahead(one.said.lead, one.said.rest) is False:
            return None
    return first


def datelined(told: Told) -> bool:
    """Whether a date stands in a dateline, after a place at the start of its line, or in a byline."""
    lead, rest = told.line.rstrip(" ,("), told.said.rest.strip(" )")
    closed = not rest or rest[0] in "—–-:"
    if len(told.line) < 45 and (lead.isupper() or (closed and lead.split(",")[0].isupper())):
        return True
    return told.words <= BYLINE and closed and (not rest or not lead or bool(_PLACE.match(told.line)))


def _day(year: int | None, month: int | None, day: int | None) -> datetime.date | None:
    try:
        return datetime.date(year, month, day) if year and month and day else None
    except ValueError:
        return None
