"""One number three times, each time of another thing: in a sentence, or over an article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from editor.article import Span
from editor.finding import Evidence, Finding, finding
from editor.ledger import Ledger
from editor.reading.figures import Figure


class _Counted(NamedTuple):
    """A number at its place, of what it is, and the number of its sentence."""

    span: Span
    what: str
    sentence: int
    plain: bool
    """Whether it counts things or lengths of time, and measures nothing."""


def check(ledger: Ledger, *, times: int = 3, smallest: int = 10) -> Iterator[Finding]:
    by_value: dict[float, list[_Counted]] = defaultdict(list)
    for stated in ledger.figures:
        figure = stated.thing
        if figure.low == figure.high >= smallest and figure.dimension in _THINGS:
            plain = not figure.dimension
            by_value[figure.low].append(_Counted(stated.span, _what(figure), stated.sentence.number, plain))
    for length in ledger.durations:
        if length.thing.number >= smallest and length.thing.role != "age":
            by_value[length.thing.number].append(
                _Counted(length.span, length.thing.unit, length.sentence.number, plain=True)
            )
    for value, said in by_value.items():
        if len(said) < times:
            continue
        said.sort(key=lambda one: one.span)
        by_sentence: dict[int, list[_Counted]] = defaultdict(list)
        for one in said:
            if one.plain:
                by_sentence[one.sentence].append(one)
        near = [inside for inside in by_sentence.values() if len(inside) >= times and len({o.what for o in inside}) > 1]
        for inside in near:
            yield _echo(ledger, "echo", inside)
        exact = value == int(value) and value % 10 and value not in ROUND
        if not near and exact and len({one.what for one in said if one.what}) >= times:
            yield _echo(ledger, "far", said)


def _what(figure: Figure) -> str:
    """What a figure is of; people are one kind, whatever they are called: 84 singers, 84 women, eighty-four people."""
    return "people" if figure.people else figure.counted or figure.unit


_THINGS = frozenset({"", "length", "area", "mass"})
ROUND = frozenset({11, 12, 15, 24, 25})
"""Numbers that come up so often that three of them say nothing: teams, dozens, hours, quarters of a hundred."""


def _echo(ledger: Ledger, rule: str, said: list[_Counted]) -> Finding:
    first, *rest = said
    return finding(
        rule,
        first.span,
        evidence=[Evidence(one.span, "again") for one in rest],
        number=first.span.of(ledger.text).replace("-", " ").split()[0],
        times=len(said),
    )
