"""A weekday that is not the one of its date."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Iterator

from editor.article import Edit, Span
from editor.checks._conflict import conflict
from editor.finding import Finding, Fix, finding
from editor.ledger import Ledger, Stated
from editor.reading.dates import MONTHS, WEEKDAYS, Date
from editor.reading.patterns import lazy

_WEEKDAY = lazy(rf"\b(?:{'|'.join(WEEKDAYS)})\b")


def check(ledger: Ledger) -> Iterator[Finding]:
    unplaced: list[Stated[Date]] = []
    for stated in ledger.dates:
        date = stated.thing
        if date.weekday is None or not date.day:
            continue
        when = ledger.when(stated)
        if when is None:
            unplaced.append(stated)
            continue
        day = when.first
        if date.weekday in _fitting(date, day, ledger.day) or (
            not date.year and _other_year(date, day) and not _close(day, ledger.day)
        ):
            continue
        yield _wrong(ledger, stated, day)
    for one, two in itertools.pairwise(unplaced):
        if not _agree(one.thing, two.thing):
            yield conflict(ledger, "pair", one.span, two.span, keep=False)


def _fitting(date: Date, day: datetime.date, own: datetime.date | None) -> set[int]:
    """The weekdays that a date may have: where its year is one told before, that of the article's year, too."""
    years = {day.year} if date.year or own is None else {day.year, own.year}
    return {datetime.date(year, day.month, day.day).weekday() for year in years if _valid(year, day)}


def _wrong(ledger: Ledger, stated: Stated[Date], day: datetime.date) -> Finding:
    words = stated.span.of(ledger.text)
    written = _WEEKDAY.search(words)
    said = written[0] if written else words.split()[0].rstrip(",.")
    right = WEEKDAYS[day.weekday()]
    fixes = []
    if written:
        place = Span(stated.span.start + written.start(), stated.span.start + written.end())
        fixes.append(Fix("weekday", (Edit(place, said, right),)))
    return finding(
        "weekday",
        stated.span,
        fixes=fixes,
        date=f"{day.day} {MONTHS[day.month - 1]} {day.year}",
        said=said,
        right=right,
    )


CLOSE = 45
"""How many days before or after the article's a date without a year lies that is surely of that year."""


def _close(day: datetime.date, own: datetime.date | None) -> bool:
    return own is not None and abs((day - own).days) <= CLOSE


def _other_year(date: Date, day: datetime.date) -> bool:
    """Whether a date without a year may be the year's before or after: the article's own only decides near by."""
    return any(
        _valid(day.year + by, day) and datetime.date(day.year + by, day.month, day.day).weekday() == date.weekday
        for by in (-1, 1)
    ) and day.month in (1, 2, 11, 12)


def _valid(year: int, day: datetime.date) -> bool:
    return not (day.month == 2 and day.day == 29) or (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))


def _agree(one: Date, two: Date) -> bool:
    """Whether two dates of a year that is not said can have their weekdays in one year or the next."""
    assert one.month
    assert one.day
    assert two.month
    assert two.day
    assert one.weekday is not None
    assert two.weekday is not None
    near = abs(one.month - two.month) < 6
    return any(
        _weekday(year, one) == one.weekday and _weekday(other, two) == two.weekday
        for year in range(2000, 2028)
        for other in ((year,) if near else (year - 1, year, year + 1))
    )


def _weekday(year: int, date: Date) -> int | None:
    assert date.month
    assert date.day
    try:
        return datetime.date(year, date.month, date.day).weekday()
    except ValueError:
        return None
