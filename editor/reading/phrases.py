"""Phrases that come again: runs of words that stand in a text more than once, the longest only."""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import NamedTuple


class Place(NamedTuple):
    """Where a run of words begins: the number of its sentence, and the number of its first word there."""

    sentence: int
    word: int


class Repeat(NamedTuple):
    """A run of `length` words with every place where it stands, in order, two or more."""

    length: int
    places: tuple[Place, ...]


LEAST = 4
"""The fewest words of a run."""


def runs(words: Sequence[str], least: int = LEAST) -> list[tuple[str, ...]]:
    """The runs of `least` words of a sentence, one from each of its words on."""
    return list(zip(*(words[n:] for n in range(least)), strict=False))


def repeats(
    sentences: Sequence[Sequence[str]], known: Sequence[list[tuple[str, ...]]] | None = None, *, least: int = LEAST
) -> list[Repeat]:
    """The runs of `least` words or more, within a sentence, that stand twice or oftener; of nested ones the longest.

    Runs that stand once are passed over by counting; for the others the longest earlier run is looked up by its first
    `least` words (at the last few places of a run that is very frequent), then its words are passed over. `known` are
    the runs of each sentence, where they are known already.
    """
    every = [runs(words, least) for words in sentences] if known is None else known
    counts = Counter(itertools.chain.from_iterable(every))
    again = {run for run, count in counts.items() if count > 1}
    seen: dict[tuple[str, ...], list[Place]] = defaultdict(list)
    found: dict[tuple[str, ...], list[Place]] = {}
    for number, words in enumerate(sentences):
        if again.isdisjoint(every[number]):
            continue
        covered = 0
        for at, gram in enumerate(every[number]):
            if gram not in again:
                continue
            earlier = seen[gram]
            if earlier and at >= covered:
                first, length = max(
                    ((place, _shared(sentences, place, Place(number, at))) for place in earlier[-8:]),
                    key=lambda pair: pair[1],
                )
                if length >= least:
                    covered = at + length - least + 1
                    found.setdefault(tuple(words[at : at + length]), [first]).append(Place(number, at))
            earlier.append(Place(number, at))
    return [Repeat(len(run), tuple(places)) for run, places in found.items()]


def _shared(sentences: Sequence[Sequence[str]], first: Place, second: Place) -> int:
    """How many words the two runs share from there; in one sentence they do not overlap."""
    one, two = sentences[first.sentence], sentences[second.sentence]
    most = min(len(one) - first.word, len(two) - second.word)
    if first.sentence == second.sentence:
        most = min(most, second.word - first.word)
    length = 0
    while length < most and one[first.word + length] == two[second.word + length]:
        length += 1
    return length
