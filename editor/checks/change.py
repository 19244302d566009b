"""A rise or a fall that is not what its two ends make."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from editor.article import Span
from editor.checks._rates import compound, points
from editor.finding import Evidence, Finding, finding
from editor.ledger import Ledger, Stated
from editor.reading import numbers
from editor.reading.figures import Figure
from editor.reading.patterns import lazy

_FRACTIONS = {
    "half": 50.0, "a half": 50.0, "a third": 100 / 3, "one third": 100 / 3, "a quarter": 25.0, "one quarter": 25.0,
    "a fifth": 20.0, "a sixth": 100 / 6, "a seventh": 100 / 7, "an eighth": 12.5, "a ninth": 100 / 9, "a tenth": 10.0,
    "two thirds": 200 / 3, "two-thirds": 200 / 3, "three quarters": 75.0, "three-quarters": 75.0, "two fifths": 40.0,
    "three fifths": 60.0, "four fifths": 80.0, "two-fifths": 40.0, "three-fifths": 60.0,
}  # fmt: skip
_UP = (
    r"rise|rose|risen|gain|gained|increase|increased|grew|grown|growth|jump|jumped|climb|climbed|up|surge|surged|soared"
    r"|leap|leapt|more|higher"
)
_DOWN = (
    r"fall|fell|fallen|drop|dropped|decline|declined|decrease|decreased|cut|down|plunge|plunged|slump|slumped|slid|slide"
    r"|shrank|shrunk|narrowed|reduced|reduction|loss|lost|less|lower|slashed|dipped"
)
_TIMES = {"doubled": 2.0, "tripled": 3.0, "trebled": 3.0, "quadrupled": 4.0, "halved": 0.5, "doubling": 2.0,
          "tripling": 3.0, "trebling": 3.0, "halving": 0.5, "quadrupling": 4.0}  # fmt: skip


@functools.cache
def _cue() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:(?P<f>{'|'.join(sorted(_FRACTIONS, key=len, reverse=True))})|(?P<t>{'|'.join(_TIMES)}))\b",
        re.IGNORECASE,
    )


class _Change(NamedTuple):
    """A change as said: in per cent, or in points, or as a factor of the first figure."""

    span: Span
    value: float
    kind: str


_WAY = lazy(rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b", re.IGNORECASE)
_FROM = lazy(r"\bfrom (?:about |around |some |a )?$")
_TO = lazy(r"\bto (?:about |around |some |just |a )?$")
_AGAINST = lazy(r"\b(?:up|down) from (?:about |around |some |a )?$")
_SAID_OF = lazy(
    r"\b(?:gain|rise|increase|growth|jump|climb|fall|drop|decline|decrease|cut|reduction|loss|leap|surge|slump|change|by|or|up|down|about"
    r"|nearly|relative|some) (?:of |by )?(?:about |around |some |nearly |almost |a |just )*$"
    r"|[(,] ?(?:or |a |about )*$"
)
_NOUN_OF = lazy(
    r"\b(?:gain|rise|increase|growth|jump|climb|fall|drop|decline|decrease|cut|reduction|loss|leap|surge|slump|change"
    r"|up|down|more|fewer|less) (?:of |by )?$"
)
_NO = lazy(r"\b(?:interest|annual(?:ly)?|a year|per year|each year|average|faster|target|inflation)\b", re.IGNORECASE)


def check(ledger: Ledger) -> Iterator[Finding]:
    by_sentence: dict[int, list[Stated[Figure]]] = {}
    for stated in ledger.figures:
        if stated.thing.low == stated.thing.high or _FROM.search(
            ledger.text, max(0, stated.span.start - 14), stated.span.start
        ):
            by_sentence.setdefault(stated.sentence.number, []).append(stated)
    for stated_in in by_sentence.values():
        yield from _change(ledger, stated_in)
    yield from points(ledger)
    yield from compound(ledger)


def _change(ledger: Ledger, stated: Sequence[Stated[Figure]]) -> Iterator[Finding]:
    """ "From 24 per cent to 36 per cent, a gain of 25 per cent"; "up a fifth, to 600 from 400"."""
    text = ledger.text
    ends = _ends(text, stated)
    if ends is None:
        return
    one, two, before, after = ends
    if not before or "" != one.thing.unit != two.thing.unit != "" or one.thing.qualifier or two.thing.qualifier:
        return
    sentence = one.sentence.span
    for said in _said(ledger, stated, one, two):
        if _NO.search(text, said.span.end, min(sentence.end, said.span.end + 14)):
            continue
        change = 100 * (after - before) / before
        fits = [abs(after - before)] if said.kind == "points" else [abs(change)]
        if said.kind == "times":
            fits = [after / before]
            off = abs(said.value - fits[0]) > 0.12 * said.value
        else:
            if one.thing.unit == "%" and said.kind == "%" and "relative" not in text[sentence.start : said.span.start]:
                fits.append(abs(after - before))
            # Points between two whole numbers are whole; a share is rounded.
            room = 0.9 if said.kind == "points" and before == int(before) and after == int(after) else 1.0
            off = all(abs(said.value - fit) > max(room, 0.06 * fit) for fit in fits)
        if off:
            places = [one.span] if two is one else sorted((one.span, two.span))
            right = f"{fits[0]:.2g} times" if said.kind == "times" else numbers.shown(round(fits[0], 1)) + (
                " points" if said.kind == "points" else " per cent"
            )  # fmt: skip
            if one.thing.unit == "%" and said.kind == "%":
                right = f"{numbers.shown(round(abs(after - before), 1))} points, or {right}"
            ends_said = _RANGE.split(one.span.of(text)) if two is one else [one.span.of(text), two.span.of(text)]
            yield finding(
                "change", said.span, evidence=[Evidence(span, "part") for span in places],
                one=ends_said[0], two=ends_said[-1], right=right, said=said.span.of(text),
            )  # fmt: skip
            return


def _ends(text: str, stated: Sequence[Stated[Figure]]) -> tuple[Stated[Figure], Stated[Figure], float, float] | None:
    """The figure from which and the figure to which something changed, in either order."""
    froms = [s for s in stated if _FROM.search(text, max(0, s.span.start - 14), s.span.start)]
    if len(froms) != 1:
        return None
    one = froms[0]
    if one.thing.low != one.thing.high:
        return one, one, one.thing.low, one.thing.high
    tos = [s for s in stated if _TO.search(text, max(0, s.span.start - 14), s.span.start) and s is not one]
    same = [s for s in tos if s.thing.unit == one.thing.unit or not one.thing.unit or not s.thing.unit]
    if len(same) != 1 or abs(same[0].span.start - one.span.start) > REACH:
        return None
    two = same[0]
    one_low, two_low = one.thing.low, two.thing.low
    if two.thing.unit and not one.thing.unit and one_low < 1000 < two_low:
        return None
    return one, two, one_low, two_low


_RANGE = lazy(r" to |[-–]")
REACH = 140
"""How far apart, in characters, the two ends of a change may stand."""


def _said(
    ledger: Ledger, stated: Sequence[Stated[Figure]], one: Stated[Figure], two: Stated[Figure]
) -> Iterator[_Change]:
    text = ledger.text
    start, end = sorted((one.span, two.span))
    low, high = max(one.sentence.span.start, start.start - 70), min(one.sentence.span.end, end.end + 80)
    if (
        _WAY.search(text, low, high) is None
        and _cue().search(text, low, high) is None
        and not re.search(r"\bor\b", text[end.end : high])
    ):
        return
    for figure in stated:
        points = figure.thing.unit == "points" or figure.thing.counted == "points"
        if (
            figure in (one, two)
            or not (points or figure.thing.unit == "%")
            or figure.thing.qualifier in ("least", "most")
        ):
            continue
        if not low <= figure.span.start < high:
            continue
        lead = text[max(one.sentence.span.start, figure.span.start - 40) : figure.span.start]
        between = text[figure.span.end : start.start] if figure.span.end <= start.start else ""
        near = _SAID_OF.search(lead) or (between and re.fullmatch(r",? (?:to|from) (?:about |around |a )?", between))
        ahead = figure.span.end <= start.start
        if not near or (ahead and not re.fullmatch(r"[^.;]{0,20},? (?:to|from) (?:about |around |a )?", between)):
            continue
        if (
            not ahead
            and figure.span.start > end.end
            and re.search(r"[.;]| while | but | compared ", text[end.end : figure.span.start])
        ):
            continue
        yield _Change(figure.span, figure.thing.low, "points" if points else "%")
    for match in _cue().finditer(text, low, high):
        place = Span(*match.span())
        if match["t"]:
            if re.search(r"\b(?:more than|nearly|almost|about|over) $", text[max(0, place.start - 12) : place.start]):
                continue
            if place.end <= start.start and re.fullmatch(
                r",? (?:to|from) |(?: (?:since|in|over|within|during) [^,.;]{3,24})?,? from ",
                text[place.end : start.start],
            ):
                yield _Change(place, _TIMES[match["t"].lower()], "times")
        elif match["f"] and place.start >= end.end and _NOUN_OF.search(text, end.end, place.start):
            if not re.search(r"[.;]| while | but | compared ", text[end.end : place.start]):
                yield _Change(place, _FRACTIONS[match["f"].lower()], "%")
        elif place.end <= start.start and re.fullmatch(r",? (?:to|from) (?:about )?", text[place.end : start.start]):
            vague = re.search(
                r"\b(?:more than|nearly|almost|about|over|around) $", text[max(0, place.start - 12) : place.start]
            )
            if not vague and _WAY.search(text, max(low, place.start - 20), place.start):
                yield _Change(place, _FRACTIONS[match["f"].lower()], "%")
