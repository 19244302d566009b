"""The days of an article on an axis: where each stands, which lie close together, where their labels find room."""

from __future__ import annotations

import bisect
import datetime
import itertools
import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from editor.window.translation import tr
from editor.window.wording import written

SPACE = 8.0
"""Pixels: half of it lies between two labels at least."""
SHAPES = tuple((power, far) for power in (1.0, 0.5, 0.35) for far in (math.inf, 10.0, 4.0, 2.0, 1.0))
"""How stretches without a day become lengths: raised to a power, and shortened where they are then longer than so
many times all shorter ones together. The first is taken that tells the most days apart: one in proportion, if it does.
"""
DAYS = 14
"""So many days are never shortened where the others keep their proportion."""
SHORTENED = 0.3
"""What has less length to the day than this share of the most is drawn as shortened."""
LEVELS, LANES = 2, 3
"""The lines of labels over the axis, and of bars below it."""
ON_AXIS = -1
"""The lane of bars for which there is no room below the axis: they lie on it, without words."""


class Mark(NamedTuple):
    """A day or a stretch of days that the article names."""

    first: datetime.date
    last: datetime.date
    title: str
    odd: bool = False
    """Whether a finding says that it contradicts something."""
    listed: bool = True
    """Whether the filter lets it through: others are faded, and can't be chosen."""


class Scale:
    """Days on a line from 0 to 1: in proportion, but for stretches that would press all others together."""

    def __init__(self, days: Iterable[datetime.date], power: float = 1.0, far: float = 10.0) -> None:
        self._days = sorted({day.toordinal() for day in days})
        gaps = [b - a for a, b in itertools.pairwise(self._days)]
        lengths = [float(gap**power) for gap in gaps]
        kept = most = 0.0
        for length in sorted(lengths):
            if kept and length > max(far * kept, DAYS**power):
                break
            kept, most = kept + length, length
        short = kept / max(1, min(sum(length <= most for length in lengths), 4))
        lengths = [length if length <= most else short for length in lengths]
        whole = sum(lengths) or 1
        self._at = [0.0, *(part / whole for part in itertools.accumulate(lengths))]
        rates = [length / gap for length, gap in zip(lengths, gaps, strict=True)]
        least = SHORTENED * max(rates, default=0)
        self.breaks = [(self._at[n], self._at[n + 1]) for n, rate in enumerate(rates) if rate < least]
        """The stretches that are shortened, from where to where."""

    def at(self, day: datetime.date) -> float:
        """Where a day stands; in between two of those that are known in proportion."""
        ordinal = day.toordinal()
        n = bisect.bisect_right(self._days, ordinal) - 1
        if n < 0:
            return 0.0
        if n >= len(self._days) - 1:
            return self._at[-1] if len(self._days) > 1 else 0.5
        part = (ordinal - self._days[n]) / (self._days[n + 1] - self._days[n])
        return self._at[n] + part * (self._at[n + 1] - self._at[n])


@dataclass(frozen=True, slots=True)
class Spot:
    """What is drawn at one place of the axis: a day, or days that lie too close to be told apart."""

    x: float
    marks: tuple[int, ...]


class Label(NamedTuple):
    words: str
    left: float
    width: float
    level: int
    """The line that it stands in: for a day 0 is next to the axis, for a bar 0 is the first below it."""
    marks: tuple[int, ...]
    x: float
    """Where what it names stands."""


class Bar(NamedTuple):
    left: float
    right: float
    lane: int
    mark: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """Where everything is drawn, in pixels across; no two labels of a line overlap."""

    spots: tuple[Spot, ...]
    bars: tuple[Bar, ...]
    labels: tuple[Label, ...]
    under: tuple[Label, ...]
    """The labels of the bars."""
    breaks: tuple[tuple[float, float], ...]
    levels: int
    lanes: int


def drawn(
    marks: Sequence[Mark],
    width: float,
    breadth_of: Callable[[str], float],
    *,
    size: float = 12.0,
    chosen: int = -1,
    levels: int = LEVELS,
    lanes: int = LANES,
) -> Drawing:
    """Lays marks out on an axis of a width; `size` is how broad a day's mark is, `breadth_of` a label's words."""
    last = {
        n: mark.last + datetime.timedelta(1) if mark.first != mark.last else mark.first for n, mark in enumerate(marks)
    }
    ends = [*(mark.first for mark in marks), *last.values()]
    room, edge = max(1.0, width - size), size / 2
    scale = max((Scale(ends, *shape) for shape in SHAPES), key=lambda one: _told_apart(marks, one, room / size))

    def x(day: datetime.date) -> float:
        return edge + scale.at(day) * room

    years = len({day.year for mark in marks for day in (mark.first, mark.last)}) > 1
    days = sorted((x(mark.first), n) for n, mark in enumerate(marks) if mark.first == mark.last)
    spots = tuple(_spots(days, size))
    labels = tuple(_labels(spots, marks, width, breadth_of, years, size, chosen, levels))
    bars, under = _bars(marks, last, x, width, breadth_of, years, size, lanes)
    shortened = tuple((edge + a * room, edge + b * room) for a, b in scale.breaks)
    return Drawing(
        spots,
        tuple(bars),
        labels,
        tuple(under),
        shortened,
        max((label.level + 1 for label in labels), default=0),
        max((bar.lane + 1 for bar in bars), default=0),
    )


def _told_apart(marks: Sequence[Mark], scale: Scale, steps: float) -> tuple[int, ...]:
    """How many days, and how many bars, stand a step at least after the one before, of so many steps to the axis."""
    days = sorted({scale.at(mark.first) * steps for mark in marks if mark.first == mark.last})
    bars = sorted({scale.at(mark.first) * steps for mark in marks if mark.first != mark.last})
    return tuple(sum(b - a > 1 for a, b in itertools.pairwise(places)) for places in (days, bars))


def _spots(days: Sequence[tuple[float, int]], size: float) -> Iterator[Spot]:
    """Days that would touch each other are one spot, in their middle."""
    together: list[tuple[float, int]] = []
    for one in days:
        if together and one[0] - together[0][0] > size:
            yield _spot(together)
            together = []
        together.append(one)
    if together:
        yield _spot(together)


def _spot(days: Sequence[tuple[float, int]]) -> Spot:
    return Spot((days[0][0] + days[-1][0]) / 2, tuple(n for _, n in days))


def _labels(
    spots: Sequence[Spot],
    marks: Sequence[Mark],
    width: float,
    breadth_of: Callable[[str], float],
    years: bool,
    size: float,
    chosen: int,
    levels: int,
) -> list[Label]:
    """The labels that find room, those first that matter most: the chosen, those at odds, the first and the last."""

    def weight(number: int) -> tuple[bool, bool, bool, int]:
        spot = spots[number]
        odd = any(marks[n].odd for n in spot.marks)
        return (chosen not in spot.marks, not odd, number not in (0, len(spots) - 1), number)

    order = sorted(range(len(spots)), key=weight)
    tries = [_placed(order, spots, marks, width, breadth_of, years, size, levels, lean) for lean in LEANS]
    return max(tries, key=len)


LEANS = ((0.5,), (0.5, 1.0, 0.0), (1.0, 0.0, 0.5), (0.0, 1.0, 0.5))
"""Which part of a label lies before its day: what is tried first, and what instead; the fullest axis wins."""


def _placed(
    order: Sequence[int],
    spots: Sequence[Spot],
    marks: Sequence[Mark],
    width: float,
    breadth_of: Callable[[str], float],
    years: bool,
    size: float,
    levels: int,
    leans: Sequence[float],
) -> list[Label]:
    taken: list[Label] = []
    for number in order:
        spot = spots[number]
        words = spelled(min(marks[n].first for n in spot.marks), max(marks[n].last for n in spot.marks), years)
        odd = any(marks[n].odd for n in spot.marks)
        wide = breadth_of(words) + (size + SPACE / 4 if odd else 0)
        if wide > width:
            continue
        lefts = [min(max(0.0, spot.x - size / 2 + lean * (size - wide)), width - wide) for lean in leans]
        tried = (Label(words, left, wide, level, spot.marks, spot.x) for level in range(levels) for left in lefts)
        label = next((one for one in tried if not any(_collide(one, other) for other in taken)), None)
        if label:
            taken.append(label)
    return taken


def _collide(one: Label, two: Label) -> bool:
    """Whether two labels touch, or the line from one down to its day crosses the other."""
    low, high = sorted((one, two), key=lambda label: label.level)
    if one.level == two.level:
        return one.left < two.left + two.width + SPACE / 2 and two.left < one.left + one.width + SPACE / 2
    return low.left - 2 < high.x < low.left + low.width + 2


def _bars(
    marks: Sequence[Mark],
    last: dict[int, datetime.date],
    x: Callable[[datetime.date], float],
    width: float,
    breadth_of: Callable[[str], float],
    years: bool,
    size: float,
    lanes: int,
) -> tuple[list[Bar], list[Label]]:
    """Stretches of days in the first lane that has room for them and their words, the longest first."""
    bars: list[Bar] = []
    labels: list[Label] = []
    ends: list[list[tuple[float, float]]] = [[] for _ in range(lanes)]
    stretches = [n for n, mark in enumerate(marks) if mark.first != mark.last]
    for n in sorted(stretches, key=lambda n: (marks[n].first - marks[n].last, marks[n].first)):
        mark = marks[n]
        left, right = x(mark.first), x(last[n])
        if right - left < size:
            left, right = (left + right - size) / 2, (left + right + size) / 2
        words = spelled(mark.first, mark.last, years)
        wide = breadth_of(words) + (size + SPACE / 4 if mark.odd else 0)
        inside = wide + SPACE <= right - left
        after = right + SPACE / 2 + wide <= width
        at = left + SPACE / 2 if inside else right + SPACE / 2 if after else left - SPACE / 2 - wide
        whole = (min(left, at), max(right, at + wide)) if at >= 0 else (left, right)
        lane = next((lane for lane, taken in enumerate(ends) if not _taken(taken, whole)), None)
        if lane is None:
            whole, at = (left, right), -1.0
            lane = next((lane for lane, taken in enumerate(ends) if not _taken(taken, whole)), ON_AXIS)
        if lane != ON_AXIS:
            ends[lane].append(whole)
        bars.append(Bar(left, right, lane, n))
        if at >= 0:
            labels.append(Label(words, at, wide, lane, (n,), (left + right) / 2))
    return bars, labels


def _taken(taken: Sequence[tuple[float, float]], whole: tuple[float, float]) -> bool:
    return any(whole[0] < right + SPACE / 2 and left < whole[1] + SPACE / 2 for left, right in taken)


def spelled(first: datetime.date, last: datetime.date, years: bool) -> str:
    """Days as a short label: 22 Apr, 7–10 May, April 2025, 2025."""
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    short, whole = tr("d MMM", "how a day is written"), tr("d MMM yyyy", "how a day is written")
    end = written(last, whole if years else short)
    if first == last:
        return end
    month = (first.year, first.month) == (last.year, last.month)
    if month and first.day == 1 and (last + datetime.timedelta(1)).day == 1:
        return written(first, tr("MMMM yyyy", "how a month is written") if years else "MMMM")
    if month:
        return f"{written(first, tr('d', 'how the day before a dash is written'))}–{end}"
    return f"{written(first, whole if first.year != last.year else short)} – {end}"
