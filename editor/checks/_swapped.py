"""Figures whose digits are those of another in another order."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterator

from editor.ledger import Ledger, Stated
from editor.reading.figures import Figure

MOST = 60
"""The most figures of one kind that are held against each other: more of them are a table."""


def swapped(ledger: Ledger, told: set[int]) -> Iterator[tuple[Stated[Figure], Stated[Figure]]]:
    """Two figures of one thing whose digits are the same in another order: a slip of the keys."""
    by_digits: dict[tuple[str, str], list[Stated[Figure]]] = defaultdict(list)
    for stated in sorted([*ledger.figures, *_lengths(ledger)], key=lambda stated: stated.span.start):
        figure = stated.thing
        digits = (figure.written or _digits(figure)).rstrip("0")
        if len(digits) < 2 or figure.span.end - figure.span.start < 3 or figure.qualifier == "part":
            continue
        size = "".join(sorted(figure.written or digits))
        # A time is told to the hundredth once with its unit, and again without it: 22.31 seconds, a time of 22.13.
        exact = figure.low * 10 % 1 > SMALLEST and figure.dimension != "share"
        key = f"{'' if exact else figure.unit}|{len(str(int(figure.low)))}"
        by_digits[key, size].append(stated)
    for figures in by_digits.values():
        for one, two in itertools.combinations(figures[:MOST], 2):
            a, b = one.thing, two.thing
            if a.low == b.low or one.sentence is two.sentence or {one.span.start, two.span.start} & told:
                continue
            if ledger.quoted(one) or ledger.quoted(two):
                continue
            if not (a.written and b.written) and len((one.sentence.content & two.sentence.content) - {a.unit}) < BOTH:
                continue
            if (
                (len(a.written.rstrip("0")) >= 3 and (a.low >= 100 or a.low * 10 % 1 > SMALLEST))
                or a.dimension not in ("", "share")
                or a.counted == b.counted != ""
            ):
                yield one, two
                break


SMALLEST = 1e-6
BOTH = 2
"""How many words two sentences share, at the least, where one of two numbers is in words: eighteen kilometres, 81."""


def _digits(figure: Figure) -> str:
    """The digits of a measure that is told in words."""
    return (
        f"{figure.low:.0f}" if figure.dimension not in ("", "share", "fraction") and figure.low < SMALLEST_ROUND else ""
    )


SMALLEST_ROUND = 100


def _lengths(ledger: Ledger) -> Iterator[Stated[Figure]]:
    """Lengths of time that are told to the hundredth, as figures."""
    for length in ledger.durations:
        number = length.thing.number
        if number * 10 % 1 > SMALLEST:
            digits = re.match(r"[\d.]+", length.span.of(ledger.text))
            written = digits[0].replace(".", "") if digits else ""
            time = Figure(length.thing.span, number, number, length.thing.unit, "time", written=written)
            yield Stated(time, length.span, length.sentence)
