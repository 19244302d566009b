"""One point made twice in other words."""

from __future__ import annotations

import math
from collections import Counter, defaultdict, deque
from collections.abc import Iterator
from typing import NamedTuple

from editor.checks.said_before import copies
from editor.finding import Evidence, Finding, finding
from editor.ledger import Ledger, Sentence
from editor.reading.meaning import Meant


class _Told(NamedTuple):
    """A sentence with what it says, and how much that weighs: rare things weigh more."""

    sentence: Sentence
    meant: tuple[Meant, ...]
    weight: float


def check(ledger: Ledger, *, likeness: float = 0.4, reworded: int = 2, reach: int = 60) -> Iterator[Finding]:
    """`likeness`: how much of what two sentences say they must share, `reworded`: how many things of it in other words
    (with one more a sixth less likeness will do, far apart a tenth less); `reach`: how far apart they may lie."""
    told, weigh = _told(ledger)
    taken, least = copies(ledger), likeness * 5 / 6
    recent: dict[object, deque[int]] = defaultdict(lambda: deque(maxlen=6))
    for number, two in enumerate(told):
        shared: dict[int, float] = defaultdict(float)
        for thing in two.meant:
            near: set[int] = set()
            for key in (thing.family, *thing.senses):
                near.update(recent[key])
                recent[key].append(number)
            for other in near:
                shared[other] += weigh[thing.family]
        floor = least * two.weight / 2
        best: tuple[float, int, list[tuple[Meant, Meant]]] | None = None
        for other, weight in shared.items():
            if weight < floor:
                continue
            one = told[other]
            if number - other > reach or other == number or weight < least * (one.weight + two.weight) / 2:
                continue
            pairs = _pairs(one, two)
            like = 2 * sum(weigh[b.family] for _, b in pairs) / (one.weight + two.weight)
            new = sum(a.family != b.family for a, b in pairs)
            far = number - other >= 8 and len(pairs) > 2
            enough = least if new > reworded else likeness * 0.9 if far else likeness
            if like >= enough and new >= reworded and _agree(one.sentence, two.sentence):
                best = max(best or (0.0, 0, []), (like, other, pairs))
        if best and two.sentence.number not in taken:
            yield _finding(told[best[1]], two, best[2])


def _told(ledger: Ledger) -> tuple[list[_Told], dict[str, float]]:
    sentences = []
    for sentence in ledger.sentences:
        reading = sentence.paragraph.read
        if sentence.paragraph.kind == "text" and len(sentence.words) >= 5:
            asked = sentence.within.of(reading.masked).endswith("?")
            quoted = bool(reading.quotations) and reading.quoted(sentence.within)
            if not (asked or quoted):
                sentences.append((sentence, reading.meant[sentence.nth]))
    held = Counter(thing.family for _, things in sentences for thing in things)
    weigh = {family: math.log((len(sentences) + 1) / count) for family, count in held.items()}
    return [_Told(s, things, sum(weigh[t.family] for t in things)) for s, things in sentences], weigh


def _pairs(one: _Told, two: _Told) -> list[tuple[Meant, Meant]]:
    """What the two sentences share, each thing once, the same words before synonyms."""
    families = {thing.family: thing for thing in one.meant}
    free = dict(families)
    pairs = []
    rest = []
    for thing in two.meant:
        same = free.pop(thing.family, None)
        if same is not None:
            pairs.append((same, thing))
        else:
            rest.append(thing)
    for thing in rest:
        if not thing.senses:
            continue
        other = next((a for a in free.values() if not set(a.senses).isdisjoint(thing.senses)), None)
        if other is not None:
            del free[other.family]
            pairs.append((other, thing))
    return pairs


def _agree(one: Sentence, two: Sentence) -> bool:
    """Whether the figures of the two do not differ: where both have some, they must share one."""
    a = {w.lower for w in one.words if w.text[0].isdigit()}
    b = {w.lower for w in two.words if w.text[0].isdigit()}
    return not a or not b or bool(a & b)


def _finding(one: _Told, two: _Told, pairs: list[tuple[Meant, Meant]]) -> Finding:
    here, there = one.sentence.paragraph.text, two.sentence.paragraph.text
    new = [(here[a.start : a.end], there[b.start : b.end]) for a, b in pairs if a.family != b.family]
    words = "”, “".join(f"{a} – {b}" for a, b in new)
    return finding("again", two.sentence.span, evidence=[Evidence(one.sentence.span, "first")], words=words)
