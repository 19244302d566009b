"""Two measures or amounts of one thing that don't agree: a wrong conversion, another magnitude, another currency."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterator

from editor.checks._conflict import conflict
from editor.finding import Finding
from editor.ledger import Ledger, Stated
from editor.reading.counting import exchange, units
from editor.reading.figures import Figure
from editor.reading.patterns import lazy

_PAIR = lazy(
    r"\s?[(\[]\s?(?:about |around |roughly |approximately |some |or |nearly |almost |over "
    r"|just over |just under |more than |equal to |minus |~|≈|=|c\. ?)*$"
)
_OR = lazy(
    r",? (?:or|equal to|equivalent to|that is|at the same rate|the equivalent of),? (?:about |around |roughly |some )*$"
    r"|,? (?:about |roughly |around |approximately )$"
)


def check(ledger: Ledger, *, tolerance: float = 0.11) -> Iterator[Finding]:
    paired: dict[int, int] = {}
    for n, (first, second) in enumerate(itertools.pairwise(ledger.figures)):
        one, two = _weighed(ledger, first, second), _weighed(ledger, second, first)
        if one.sentence is not two.sentence or not one.thing.dimension or not two.thing.dimension:
            continue
        between = ledger.text[one.span.end : two.span.start]
        if not (_PAIR.fullmatch(between) or _OR.fullmatch(between)):
            continue
        paired[n], paired[n + 1] = n + 1, n
        if one.thing.dimension == two.thing.dimension != "money" and one.thing.unit != two.thing.unit:
            if not _equal(one.thing, two.thing, tolerance):
                right = _said(one.thing, two.thing, two.span.of(ledger.text))
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
    yield from _round(ledger)
    yield from _rates(ledger, paired)


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


def _apart(ledger: Ledger, paired: dict[int, int]) -> Iterator[Finding]:
    """One amount in two magnitudes or currencies, at two places."""
    by_digits: dict[tuple[str, str], list[tuple[int, Stated[Figure]]]] = defaultdict(list)
    for n, stated in enumerate(ledger.figures):
        figure = stated.thing
        if figure.dimension in _MEASURED and len(figure.written.rstrip("0")) >= 2:
            by_digits[figure.dimension, figure.written.rstrip("0")].append((n, stated))
    for amounts in by_digits.values():
        number, first = amounts[0]
        for n, other in amounts[1:]:
            a, b = first.thing, other.thing
            if paired.get(n) == number or ledger.quoted(first) or ledger.quoted(other):
                continue
            money = a.dimension == "money"
            if a.low == b.low and a.unit != b.unit and (a.low >= 1000 if money else _one_thing(first, other)):
                bare = "$" in (_sign(ledger, first), _sign(ledger, other))
                if money and bare and {number, n} & paired.keys():
                    continue
                same = [s.span for _, s in amounts[1:] if s.thing.unit == a.unit and s is not other]
                yield conflict(ledger, "currency" if money else "unit", first.span, other.span, *same)
                break
            if money and a.unit == b.unit and _steps(a.low, b.low):
                yield conflict(ledger, "magnitude", first.span, other.span)
                break


_KNOWN = lazy(r"\b(?:the|its|their|his|her|that|this|all)(?: [\w’-]+){0,2}?(?: (?:of|for|worth))? $", re.IGNORECASE)
MANY = 6
"""Among more sums than these, two that are equal in two currencies may be two sums."""


def _round(ledger: Ledger) -> Iterator[Finding]:
    """A round sum or measure taken up again in another unit: a prize of 50 million won, the cheque for 50 million yen;
    eight tonnes of cocoa, the eight kilos."""
    by_value: dict[tuple[str, float], list[Stated[Figure]]] = defaultdict(list)
    money: set[tuple[float, str]] = set()
    for stated in ledger.figures:
        figure = stated.thing
        if figure.dimension not in _MEASURED or figure.low != figure.high or ledger.quoted(stated):
            continue
        if figure.dimension == "money":
            money.add((figure.low, figure.unit))
        if len(figure.written.rstrip("0")) < 2:
            by_value[figure.dimension, figure.low].append(stated)
    for (dimension, value), told in by_value.items():
        units_told = {s.thing.unit for s in told}
        if len(units_told) != 2 or (dimension == "money" and (value < 1000 or len(money) > MANY)):
            continue
        one = told[0]
        two = next(s for s in told if s.thing.unit != one.thing.unit)
        lead = ledger.text[max(two.sentence.span.start, two.span.start - 30) : two.span.start]
        if one.sentence.number == two.sentence.number or not (two.thing.definite or _KNOWN.search(lead)):
            continue
        if _OTHERS.search(lead) or two.thing.qualifier in ("part", "least", "most"):
            continue
        yield conflict(ledger, "currency" if dimension == "money" else "unit", one.span, two.span)


_OTHERS = lazy(r"\b(?:other|another|second|next|further|additional|first|last)\b", re.IGNORECASE)


_MEASURED = frozenset({"money", "length", "area", "volume", "mass", "speed", "power", "temperature"})


def _one_thing(one: Stated[Figure], two: Stated[Figure]) -> bool:
    """Whether two measures are of one thing: their sentences share two words or more that say something."""
    return one.sentence.number != two.sentence.number and len(one.sentence.content & two.sentence.content) >= SHARED


SHARED = 3
"""How many words that say something two sentences share, at the least, where they measure one thing."""


def _rates(ledger: Ledger, paired: dict[int, int], *, apart: float = 1.6) -> Iterator[Finding]:
    """One rate of exchange, twice: "78 billion shillings, or about $30 million", and then "roughly $300 million"."""
    figures = ledger.figures
    rates: dict[tuple[str, str], tuple[float, Stated[Figure]]] = {}
    for n, other in paired.items():
        one, two = figures[n].thing, figures[other].thing
        if n > other or one.dimension != "money" or two.dimension != "money" or one.unit == two.unit or not one.low:
            continue
        rate = two.low / one.low
        known = rates.get((one.unit, two.unit)) or next(
            ((1 / r, s) for (a, b), (r, s) in rates.items() if (b, a) == (one.unit, two.unit)), None
        )
        usual = _usual(one.unit, two.unit) if not _OF_SEVERAL.search(_both(ledger, n, other)) else None
        if known and not 1 / apart < rate / known[0] < apart:
            yield conflict(ledger, "rate", known[1].span, figures[other].span, keep=False)
        elif usual and not usual[0] <= rate <= usual[1]:
            said = f"{one.low * (usual[0] * usual[1]) ** 0.5:,.0f} {two.unit}"
            yield conflict(ledger, "exchange", figures[n].span, figures[other].span, keep=False, right=said)
        else:
            rates.setdefault((one.unit, two.unit), (rate, figures[other]))


_OF_SEVERAL = lazy(r"\b(?:shillings?|pesos?|rupees?|pounds?|francs?|lira|kron\w+|Rs|Sh|dollars?)\b|(?<![A-Z])\$")
"""Names of money that several countries' currencies share: their rates are not known."""


def _both(ledger: Ledger, *figures: int) -> str:
    return " / ".join(ledger.figures[n].span.of(ledger.text) for n in figures)


def _usual(one: str, two: str) -> tuple[float, float] | None:
    """The least and the most that a unit of one currency has lately been worth in another, with room on both sides."""
    worth = exchange()
    if one not in worth or two not in worth:
        return None
    (low, high), (other_low, other_high) = worth[one], worth[two]
    return low / other_high / ROOM, high / other_low * ROOM


ROOM = 1.5
"""How far beyond what rates of exchange have been in ten years a conversion may lie."""


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
    # Small numbers of large units are rounded to whole ones, both: 6 km/h, 4 mph; 3 mph, 6 km/h.
    step = max(0.75 * units()[two.unit], 0.5 * (units()[one.unit] + units()[two.unit]))
    return all(_close(a, b, tolerance) or abs(a - b) <= step for a, b in ((low, other_low), (high, other_high)))


def _said(one: Figure, two: Figure, words: str) -> str:
    """What the first comes to in the second's unit, which is named as `words`, the second's own, name it."""
    if one.dimension == "temperature":
        value = one.low * 9 / 5 + 32 if one.unit == "°C" else (one.low - 32) * 5 / 9
    else:
        value = one.low * units()[one.unit] / units()[two.unit]
    last = words.rsplit(maxsplit=1)[-1]
    unit = last if last.isalpha() and len(last) > 3 else two.unit
    return f"{value:,.0f} {unit}" if value >= 10 else f"{value:.1f} {unit}"
