"""When a stated date was, as ordinals; where no year is known, in one that lets dates be compared."""

from __future__ import annotations

from editor.ledger import Ledger, Stated
from editor.reading.dates import Date
from editor.reading.when import days_of

Days = tuple[int, int]
"""The first and the last day that a date may mean, as ordinals."""

NO_YEAR = 2001
"""The year of dates in an article that names none: it lets them be compared with each other."""


def days(ledger: Ledger, stated: Stated[Date], year: int | None = None) -> Days | None:
    """The days that a date may mean; None where nothing tells its week, or what it is counted from.

    With `year`, a date with a month that does not say its year is of that one: the other end of a range says it.
    """
    if year and stated.thing.month and not stated.thing.year:
        when = days_of(stated.thing, year)
        return (when.first.toordinal(), when.last.toordinal()) if when else None
    when = ledger.when(stated)
    if when is None and stated.thing.month and not stated.thing.year and not stated.thing.shift:
        when = days_of(stated.thing, NO_YEAR)
    return (when.first.toordinal(), when.last.toordinal()) if when else None


def bare_weekday(date: Date) -> bool:
    """Whether it is a weekday alone."""
    return date.weekday is not None and not date.day and date.shift is None
