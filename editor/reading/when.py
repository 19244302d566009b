"""When a date was: its first and last day, told by the article's date, by the date told before it, and by the tense."""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from editor.reading.dates import Date
from editor.reading.patterns import lazy
from editor.reading.relative import Shift

Day = datetime.date


class When(NamedTuple):
    """The days that a date may mean, and how they are known."""

    first: Day
    last: Day
    known: str
    """"written", "year before" (its year is that of a date told just before), "article" (its year or all of it is
    counted from the article's date), or "told" (counted from the date told before)."""


class Said(NamedTuple):
    """A date in its sentence: what stands before and after it there, and the sentence's number."""

    date: Date
    lead: str
    rest: str
    sentence: int


_CUE = lazy(
    r"\b(?:(?P<ahead>(?:will|would|shall|(?:is|are|was|were|due|set|slated|scheduled) to)(?: be \w+)?|to be \w+"
    r"|going to|scheduled|due|slated|plan(?:s|ned|ning)?|expect(?:s|ed|ing)?|hop(?:es|ed|ing)|aim(?:s|ed|ing)?"
    r"|intend(?:s|ed)?|upcoming|coming|deadline|won[’']t|ahead of|until|takes? place|begins|starts|opens|ends|expires)"
    r"|(?P<past>was|were|had|did|has|have|been|since|after|[a-z]{2,}ed|began|took|came|went|made|met|held|won|lost"
    r"|fell|rose|left|struck|hit|shot|sold|told|gave|got|ran|saw|led|found|brought|became|sent|set|put|cut|spoke"
    r"|wrote|broke|sank|drew|grew|knew|spent|built|bought|paid|stood|flew))\b|(?P<soon>[’']ll)\b"
)
NEAR = datetime.timedelta(days=90)
"""How far the tense of a sentence, which may be another clause's, is not asked where the year is not said."""


def ahead(lead: str, rest: str) -> bool | None:
    """Whether a date lies ahead, by the verb next to it in its sentence: the last before it, else the first after."""
    cues = list(_CUE.finditer(lead.lower()))
    found = cues[-1] if cues else _CUE.search(rest.lower())
    return None if found is None else not found["past"]


def whens(said: Sequence[Said], day: Day | None) -> Iterator[When | None]:
    """When each date of an article was, in order; None where nothing tells. `day` is the article's, None if unknown."""
    before: When | None = None
    year: tuple[int, int] | None = None
    for one in said:
        if year and one.sentence - year[1] > 1:
            year = None
        when = _when(one, day, before, year[0] if year else None)
        date = one.date
        if date.year:
            year = date.year, one.sentence
        if when and (when.last - when.first).days < _EPISODE and (date.shift is None or date.shift.told):
            before = when
        yield when


_EPISODE = 400
"""The longest stretch of days that "two days later" or "the next year" is counted from."""


def _when(one: Said, day: Day | None, before: When | None, year: int | None) -> When | None:
    date = one.date
    try:
        if date.part == "fiscal":
            return None
        if date.years:
            return _part(Day(date.years[0], 1, 1), Day(date.years[1], 12, 31), date.part, "written", day)
        if date.weekday is not None and not date.day:
            return _weekday(one, day, before)
        if date.month:
            return _month(one, day, before, year)
        if date.year:
            return _part(Day(date.year, 1, 1), Day(date.year, 12, 31), date.part, "written", day)
        return _shifted(one, day, before)
    except (ValueError, OverflowError):
        return None


def _days(year: int, month: int, count: int = 1) -> tuple[Day, Day]:
    """The first and last day of some months; the month may lie before January or after December."""
    first, last = 12 * year + month - 1, 12 * year + month + count - 2
    end = last // 12, last % 12 + 1
    return Day(first // 12, first % 12 + 1, 1), Day(*end, calendar.monthrange(*end)[1])


def _weekday(one: Said, day: Day | None, before: When | None) -> When | None:
    weekday, shift = one.date.weekday, one.date.shift
    assert weekday is not None
    told = bool(shift and shift.told and before)
    base = before.last if before and told else day
    if base is None:
        return None
    back = (base.weekday() - weekday) % 7
    if shift and shift.unit == "week":
        step = weekday - base.weekday() + 7 * shift.by
    elif shift is None:
        step = (7 - back) % 7 if ahead(one.lead, one.rest) else -back
    elif shift.by == 0:
        step = weekday - base.weekday()
    else:
        step = -(back or 7) if shift.by < 0 else 7 - back
    found = base + datetime.timedelta(step)
    return When(found, found, "told" if told else "article")


def _month(one: Said, day: Day | None, before: When | None, year: int | None) -> When | None:
    date = one.date
    assert date.month
    known = "written"
    if date.year:
        found: int | None = date.year
    elif date.shift:
        base = before.last if date.shift.told and before else None if date.shift.told else day
        if base is None:
            return None
        found = base.year + (date.shift.by if date.shift.unit == "year" else 0)
        if date.shift.unit == "year":
            pass
        elif date.shift.by < 0 and date.month >= base.month:
            found -= 1
        elif date.shift.by > 0 and date.month <= base.month:
            found += 1
        known = "told" if date.shift.told else "article"
    elif year and (day is None or not ahead(one.lead, one.rest)):
        found, known = year, "year before"
    else:
        found, known = _near_year(one, day) if day else None, "article"
    if found is None:
        return None
    if date.day:
        that = Day(found, date.month, date.day)
        return When(that, that, known)
    return _part(*_days(found, date.month), date.part, known, day)


def days_of(date: Date, year: int) -> When | None:
    """The days of a date with a month, in a year that it does not say; None where that year has no such day."""
    assert date.month
    try:
        if date.day:
            that = Day(year, date.month, date.day)
            return When(that, that, "year before")
        return _part(*_days(year, date.month), date.part, "year before", None)
    except ValueError:
        return None


def _near_year(one: Said, day: Day) -> int:
    """The year of a date that does not say it: the article's, or the next to it where the tense asks for that."""
    month, number = one.date.month, one.date.day
    assert month
    first, last = _days(day.year, month)
    if number:
        first = last = first + datetime.timedelta(number - 1)
    tense = ahead(one.lead, one.rest)
    slack = NEAR if number else datetime.timedelta(0)
    if tense is not True and first > day + (slack if tense is False else 2 * NEAR):
        return day.year - 1
    if tense is not False and last < day - (slack if tense else 3 * NEAR):
        return day.year + 1
    return day.year


def _shifted(one: Said, day: Day | None, before: When | None) -> When | None:
    date, shift = one.date, one.date.shift
    assert shift
    if shift.told and before is None and day and abs(shift.by) == 1:
        before = When(day, day, "article")
    if shift.told:
        if before is None or (before.last - before.first).days > _FINE.get(shift.unit, _EPISODE):
            return None
        if shift.unit in ("weekend", "season"):
            return _recurring(one, shift, before.last)._replace(known="told")
        return _from(before, shift)
    if day is None:
        return None
    if shift.unit in ("weekend", "season", "piece"):
        return _recurring(one, shift, day)
    first, last = _moved(day, shift.unit, shift.by)
    return _part(first, last, date.part, "article", day)


_FINE = {"day": 7, "week": 7, "month": 31}
"""The longest stretch, in days, that a date may mean for a length in a unit to be counted from it."""


def _from(before: When, shift: Shift) -> When:
    """What is counted from a date told before: as exact as that date."""
    if shift.unit in ("day", "week"):
        step = datetime.timedelta((7 if shift.unit == "week" else 1) * shift.by)
        return When(before.first + step, before.last + step, "told")
    first, last = _moved(before.first, shift.unit, shift.by)
    return When(first, max(last, _moved(before.last, shift.unit, shift.by)[1]), "told")


def _moved(day: Day, unit: str, by: int) -> tuple[Day, Day]:
    """The day, week, month, quarter, year, decade or century that lies so many of them from that of a day."""
    if unit == "day":
        day += datetime.timedelta(by)
        return day, day
    if unit == "week":
        monday = day - datetime.timedelta(day.weekday() - 7 * by)
        return monday, monday + datetime.timedelta(6)
    if unit == "month":
        return _days(day.year, day.month + by)
    if unit == "quarter":
        return _days(day.year, (day.month - 1) // 3 * 3 + 1 + 3 * by, 3)
    size = {"year": 1, "decade": 10, "century": 100}[unit]
    year = day.year // size * size + by * size
    return Day(year, 1, 1), Day(year + size - 1, 12, 31)


_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
"""The month in which a season begins, north of the equator, where most of the world's newsrooms are."""


def _recurring(one: Said, shift: Shift, day: Day) -> When:
    """A weekend, season or quarter: the last that has begun, or the next where the sentence looks ahead."""
    part = one.date.part
    if shift.unit == "weekend":
        monday = day - datetime.timedelta(day.weekday())
        weeks = shift.by
        if one.lead.lower().endswith("this ") or shift.by:
            pass
        elif day.weekday() < 5 and not ahead(one.lead, one.rest):
            weeks = -1
        first = monday + datetime.timedelta(5 + 7 * weeks)
        return When(first, first + datetime.timedelta(1), "article")
    month = _SEASONS.get(part) or 3 * int(part[1:]) - 2
    first, last = _days(day.year, month, 3)
    year = day.year
    if shift.by < 0:
        year -= last >= day
    elif shift.by > 0:
        year += first <= day
    elif ahead(one.lead, one.rest):
        year += last < day
    elif shift.unit == "piece" or first - day > NEAR:
        year -= first > day
    return When(*_days(year, month, 3), "article")


def _part(first: Day, last: Day, part: str, known: str, day: Day | None) -> When | None:
    """The part that is meant of a stretch of days."""
    if part in ("earlier", "later"):
        if day is None or not first <= day <= last:
            return None
        return When(first, day, known) if part == "earlier" else When(day, last, known)
    if part in _SEASONS:
        return When(*_days(first.year, _SEASONS[part], 3), known)
    if part[:1] in ("Q", "H"):
        size = 3 if part[0] == "Q" else 6
        return When(*_days(first.year, size * int(part[1:]) - size + 1, size), known)
    if part.startswith("W"):
        if part == "W-1":
            return When(last - datetime.timedelta(6), last, known)
        start = first + datetime.timedelta(7 * int(part[1:]) - 7)
        return When(start, start + datetime.timedelta(6), known)
    if part:
        days = (last - first).days + 1
        low, high = _SHARES[part]
        first, last = first + datetime.timedelta(int(low * days)), first + datetime.timedelta(int(high * days) - 1)
    return When(first, last, known)


_SHARES = {"start": (0, 0.25), "early": (0, 0.5), "mid": (0.25, 0.75), "late": (0.5, 1), "end": (0.75, 1)}
"""Which share of a month, year or decade is its start, its early days, …: wide, since nobody counts."""
