"""Contrasts: words of which only one can be right at one place: left and right, brother and sister, rise and fall."""

from __future__ import annotations

import functools

from editor import resources
from editor.reading.lemmas import Memory, lemma


@functools.cache
def _lines() -> dict[str, frozenset[int]]:
    """The lines of the table in which each word stands."""
    found: dict[str, set[int]] = {}
    for number, (words,) in enumerate(resources.rows("lexicon", "en", "contrasts.tsv")):
        for word in words.split():
            found.setdefault(word, set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


def _contrasts(word: str) -> frozenset[int]:
    return _lines().get(word) or _lines().get(lemma(word)) or frozenset()


_memory = Memory(_contrasts)


def contrasts(word: str) -> frozenset[int]:
    """The contrasts that a word in lower case takes part in, as numbers."""
    return _memory[word]


def contrast(one: str, two: str) -> bool:
    """Whether two words in lower case exclude each other."""
    return lemma(one) != lemma(two) and not contrasts(one).isdisjoint(contrasts(two))
