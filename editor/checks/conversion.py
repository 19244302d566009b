"""Two measures or amounts of one thing that don't agree: a wrong conversion, another magnitude, another currency."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterator

from editor.checks._conflict import conflict
from editor.finding import Finding
from editor.ledger import Ledger, Stated
from editor.reading.counting import units
from editor.reading.figures import Figure

_PAIR = re.compile(
    r"\s?[(\[]\s?(?:about |around |roughly |approximately |some |or |nearly |almost |over "
    r"|just over |just under |more than |equal to |~|≈|=|c\. ?)*$"
)
_OR = re.compile(r",? or (?:about |around |roughly |some )?$")


def check(ledger: Ledger, *, tolerance: float = 0.11) -> Iterator[Finding]:
    paired: set[int] = set()
    for n, (first, second) in enumerate(itertools.pairwise(ledger.figures)):
        one, two = _weighed(ledger, first, second), _weighed(ledger, second, first)
        if one.sentence is not two.sentence or not one.thing.dimension or not two.thing.dimension:
            continue
        between = ledger.text[one.span.end : two.span.start]
        if not (_PAIR.fullmatch(between) or _OR.fullmatch(between)):
            continue
        paired.update((n, n + 1))
        if one.thing.dimension == two.thing.dimension != "money" and one.thing.unit != two.thing.unit:
            if not _equal(one.thing, two.thing, tolerance):
                right = _said(one.thing, two.thing)
                yield conflict(ledger, "conversion", one.span, two.span, keep=False, right=right)
        elif (
            one.thing.dimension == two.thing.dimension == "money"
            and one.thing.unit == two.thing.unit
            and (
                one.thing.low != two.thing.low
                and _PAIR.fullmatch(between)
                and not _close(one.thing.low, two.thing.low, tolerance)
                and _sign(ledger, one) == _sign(ledger, two)
            )
        ):
            yield conflict(ledger, "magnitude", one.span, two.span)
    yield from _apart(ledger, paired)


def _sign(ledger: Ledger, stated: Stated[Figure]) -> str:
    """The sign of a currency as written: a bare $ beside US$ is another country's."""
    return (
        stated.span.of(ledger.text)
        .partition(next((c for c in stated.span.of(ledger.text) if c.isdigit()), " "))[0]
        .strip()
    )


def _weighed(ledger: Ledger, stated: Stated[Figure], beside: Stated[Figure]) -> Stated[Figure]:
    """Pounds beside a weight are a weight."""
    if (
        beside.thing.dimension == "mass"
        and stated.thing.unit == "GBP"
        and stated.span.of(ledger.text).endswith("pounds")
    ):
        return stated._replace(thing=stated.thing._replace(unit="pound", dimension="mass"))
    return stated


def _apart(ledger: Ledger, paired: set[int]) -> Iterator[Finding]:
    """One amount in two magnitudes or currencies, at two places."""
    by_digits: dict[str, list[tuple[int, Stated[Figure]]]] = defaultdict(list)
    for n, stated in enumerate(ledger.figures):
        figure = stated.thing
        if figure.dimension == "money" and len(figure.written.rstrip("0")) >= 2:
            by_digits[figure.written.rstrip("0")].append((n, stated))
    for amounts in by_digits.values():
        number, first = amounts[0]
        for n, other in amounts[1:]:
            a, b = first.thing, other.thing
            if a.low == b.low and a.unit != b.unit and a.low >= 1000 and not {n, number} & paired:
                same = [s.span for _, s in amounts[1:] if s.thing.unit == a.unit]
                yield conflict(ledger, "currency", first.span, other.span, *same)
                break
            if a.unit == b.unit and _steps(a.low, b.low) and not ledger.quoted(first) and not ledger.quoted(other):
                yield conflict(ledger, "magnitude", first.span, other.span)
                break


def _steps(one: float, two: float) -> bool:
    """Whether two amounts are the same digits a thousand or a million times apart."""
    small, large = sorted((one, two))
    return small >= 1000 and any(abs(large / small / step - 1) < 1e-9 for step in (1e3, 1e6))


def _close(one: float, two: float, tolerance: float) -> bool:
    return abs(one - two) <= tolerance * max(abs(one), abs(two))


def _equal(one: Figure, two: Figure, tolerance: float) -> bool:
    if one.dimension == "temperature":
        given, other = (one.low, two.low) if one.unit == "°C" else (two.low, one.low)
        return abs(given * 9 / 5 + 32 - other) <= 2.5
    low, other_low = one.low * units()[one.unit], two.low * units()[two.unit]
    high, other_high = one.high * units()[one.unit], two.high * units()[two.unit]
    # A small number of large units is rounded to a whole one: 6 km/h, 4 mph.
    step = 0.75 * units()[two.unit]
    return all(_close(a, b, tolerance) or abs(a - b) <= step for a, b in ((low, other_low), (high, other_high)))


def _said(one: Figure, two: Figure) -> str:
    if one.dimension == "temperature":
        value = one.low * 9 / 5 + 32 if one.unit == "°C" else (one.low - 32) * 5 / 9
    else:
        value = one.low * units()[one.unit] / units()[two.unit]
    return f"{value:,.0f} {two.unit}" if value >= 10 else f"{value:.1f} {two.unit}"
