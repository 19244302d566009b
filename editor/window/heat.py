"""Heat: how much of each stretch of an article is said again elsewhere in it."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate

from editor.desk import Row
from editor.finding import Family

TWICE = frozenset({"near_copy"})
"""Checks of facts that find the same sentence twice: what they find is said again as well."""


def repeats(row: Row, family: Family) -> bool:
    """Whether a finding of a family says that its places repeat each other. What is only possible does not count."""
    return row.confidence != "possible" and (family == "repetition" or row.check in TWICE)


def heat(stretches: Iterable[tuple[float, float]], count: int, blur: int = 2) -> list[float]:
    """For each of `count` rows which part of it is covered, 0 to 1, made smooth over `blur` rows to both sides.

    The stretches are given in rows, from where to where, and may overlap.
    """
    steps = [0.0] * (count + 2)
    for start, end in stretches:
        _cover(steps, max(0.0, start), min(float(count), end))
    covered = [min(1.0, max(0.0, value)) for value in accumulate(steps[:count])]
    for _ in range(2):
        covered = _smooth(covered, blur)
    return covered


def _cover(steps: list[float], start: float, end: float) -> None:
    """Adds a stretch to the differences from row to row: a row that it covers in part has a part of it."""
    if end <= start:
        return
    first, last = int(start), int(end)
    for at, share in ((first, first + 1 - start), (last, -(last + 1 - end))):
        steps[at] += share
        steps[at + 1] += (1 if share > 0 else -1) - share


def _smooth(values: list[float], reach: int) -> list[float]:
    """The mean of each with those around it."""
    if not reach or len(values) <= 2 * reach:
        return values
    sums = [0.0, *accumulate([0.0] * reach + values + [0.0] * reach)]
    wide = 2 * reach + 1
    return [(sums[n + wide] - sums[n]) / wide for n in range(len(values))]
