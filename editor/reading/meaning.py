"""What a sentence says, whatever words it says it in: each telling word with the things it may stand for."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import NamedTuple

from editor import resources
from editor.reading.lemmas import Memory, common_words, family, lemma, stop_words
from editor.reading.words import Word


class Meant(NamedTuple):
    """A telling word (or two), its family, and its senses: the lines of the table of synonyms in which it stands."""

    start: int
    end: int
    family: str
    senses: tuple[int, ...]


@functools.cache
def _senses() -> dict[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = {}
    for number, (words,) in enumerate(resources.rows("lexicon", "en", "synonyms.tsv")):
        for word in words.split():
            found[word] = (*found.get(word, ()), number)
    return found


@functools.cache
def _speech() -> frozenset[str]:
    """Verbs of saying: who says a thing is not what is said."""
    return frozenset(row[0] for row in resources.rows("lexicon", "en", "attribution.tsv"))


class _Known(NamedTuple):
    """What is known of a word by itself: its family ("" where it tells nothing), its senses, and what may follow it."""

    family: str
    senses: tuple[int, ...]
    pairs: dict[str, tuple[int, ...]]


@functools.cache
def _pairs() -> dict[str, dict[str, tuple[int, ...]]]:
    """The senses of two words in a row, by the first one's lemma, then by the second."""
    found: dict[str, dict[str, tuple[int, ...]]] = {}
    for words, senses in _senses().items():
        first, gap, second = words.partition("_")
        if gap:
            found.setdefault(first, {})[second] = senses
    return found


def _known(word: str) -> _Known:
    pairs = _pairs().get(lemma(word)) or {}
    if word in stop_words() or lemma(word) in _speech() or word == "according":
        return _Known("", (), pairs)
    senses = _senses().get(word) or _senses().get(lemma(word)) or ()
    kin = family(word)
    return _Known("" if kin in common_words() and not senses else kin, senses, pairs)


_memory = Memory(_known)


def meant(sentence: Sequence[Word]) -> tuple[Meant, ...]:
    """What the words of a sentence mean, each meaning once."""
    found: dict[str, Meant] = {}
    passed = False
    for at, word in enumerate(sentence):
        if passed:
            passed = False
            continue
        kin, senses, pairs = _memory[word[3]]
        if pairs and at + 1 < len(sentence) and (two := pairs.get(sentence[at + 1][3])):
            both = f"{word[3]}_{sentence[at + 1][3]}"
            found[both] = Meant(word[0], sentence[at + 1][1], both, two)
            passed = True
        elif kin:
            found[kin] = Meant(word[0], word[1], kin, senses)
    return tuple(found.values())
