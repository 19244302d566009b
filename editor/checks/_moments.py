"""When a stated date was: the first and the last day that it may mean."""

from __future__ import annotations

import calendar
import datetime

from editor.ledger import Ledger, Stated
from editor.reading.dates import Date
from editor.reading.patterns import lazy

Days = tuple[int, int]
"""The first and the last day that a date may mean, as ordinals."""

_AHEAD = lazy(r"\b(?:will|next|due|scheduled|plan(?:s|ned)?|expected|from|until|is to|are to|would|coming|return\w*)\b")


def days(ledger: Ledger, stated: Stated[Date]) -> Days | None:
    """The days that a date may mean; None where nothing tells its year or week."""
    date = stated.thing
    if date.month is None and date.year is None:
        return _weekday(ledger, stated)
    year = date.year or _year(ledger, stated)
    if not year:
        return None
    try:
        if date.month is None:
            return datetime.date(year, 1, 1).toordinal(), datetime.date(year, 12, 31).toordinal()
        if date.day is None:
            last = calendar.monthrange(year, date.month)[1]
            return datetime.date(year, date.month, 1).toordinal(), datetime.date(year, date.month, last).toordinal()
        day = datetime.date(year, date.month, date.day).toordinal()
    except ValueError:
        return None
    return day, day


def _year(ledger: Ledger, stated: Stated[Date]) -> int | None:
    """Its year where a date does not say it: the one said last in its sentence or the one before, or the article's."""
    before = None
    for other in ledger.dates:
        if other.span.start >= stated.span.start:
            break
        if other.thing.year and stated.sentence.number - other.sentence.number <= 1:
            before = other.thing.year
    return before or (ledger.day.year if ledger.day else None) or NO_YEAR


NO_YEAR = 2001
"""The year of dates in an article that names none: it lets them be compared with each other."""


def _weekday(ledger: Ledger, stated: Stated[Date]) -> Days | None:
    """The day that a weekday in the past tense means: the last before the article's date, or that date."""
    weekday = stated.thing.weekday
    if weekday is None or not ledger.day or _AHEAD.search(stated.sentence.span.of(ledger.text)):
        return None
    day = ledger.day.toordinal() - (ledger.day.weekday() - weekday) % 7
    return day, day
