"""One thing with two values of what it can have only one of: born in two towns, built in two years."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from editor.checks._conflict import conflict
from editor.checks._frames import Frame, Slot, When, frames
from editor.finding import Finding
from editor.ledger import Ledger
from editor.reading.atlas import atlas
from editor.reading.lemmas import family
from editor.reading.people import plain

MOST = 20
"""With how many of the frames of one relation before it one is compared: with the last."""


def check(ledger: Ledger, *, reach: int = 400) -> Iterator[Finding]:
    told: dict[str, list[Frame]] = defaultdict(list)
    for frame in frames(ledger):
        for other in reversed(told[frame.relation][-MOST:]):
            near = 0 < frame.sentence.number - other.sentence.number <= reach
            pair = _clash(other, frame) if near and _same(frame, other) else None
            if pair:
                yield conflict(ledger, pair[0].kind, pair[0].span, pair[1].span, keep=False)
                break
        told[frame.relation].append(frame)


def _same(one: Frame, two: Frame) -> bool:
    """Whether two frames are of one subject and one object."""
    if not one.subject.same(two.subject):
        return False
    shared = one.object & two.object
    return not (one.object or two.object) or (bool(shared) and 2 * len(shared) >= min(len(one.object), len(two.object)))


def _clash(one: Frame, two: Frame) -> tuple[Slot, Slot] | None:
    """The first value of a frame that clashes with the other's; two times tell two events apart."""
    for slot in one.slots:
        other = next((each for each in two.slots if each.kind == slot.kind), None)
        if other and _differ(slot, other):
            return slot, other
    return None


def _differ(one: Slot, two: Slot) -> bool:
    if one.when and two.when:
        return _apart(one.when, two.when)
    if one.kind == "place":
        return _places_apart(one.words, two.words)
    if one.kind == "role":
        return not _families(one.words) & _families(two.words)
    return not _letters(one.words) & _letters(two.words)


def _families(values: tuple[str, ...]) -> set[str]:
    return {family(word) for value in values for word in value.split()}


def _letters(values: tuple[str, ...]) -> set[str]:
    return {plain(word) for value in values for word in value.split()} - _GENERIC


_GENERIC = frozenset("province county state city district town village university of the".split())


def _apart(one: When, two: When) -> bool:
    if one.first and two.first and (one.last < two.first or two.last < one.first):
        return True
    if one.month and two.month and (not one.first or not two.first or one.first == two.first):
        return one.month != two.month or bool(one.day and two.day and one.day != two.day)
    return False


def _places_apart(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Whether two places, each from the smaller to the larger, can't be one: their ends aside they share no word."""
    first, second = list(one), list(two)
    while len(first) > 1 and len(second) > 1 and first[-1] == second[-1]:
        first.pop()
        second.pop()
    if _letters(tuple(first)) & _letters(tuple(second)):
        return False
    if len(one) == len(two) == 1:
        known = atlas()
        levels = [
            "city" if place[0] in known.homes else "region" if place[0] in known.regions else "" for place in (one, two)
        ]
        return levels[0] == levels[1] != ""
    return not (len(one) == 1 and _larger(one[0], two)) and not (len(two) == 1 and _larger(two[0], one))


def _larger(place: str, other: tuple[str, ...]) -> bool:
    """Whether a lone place may hold the other: it is a region, and the other names no region of its own beside it."""
    known = atlas()
    return place in known.regions and not any(part in known.regions and part != place for part in other)
