"""What a sentence says, whatever words it says it in: each telling word with the things it may stand for."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import NamedTuple

from editor import resources
from editor.reading.lemmas import common_words, family, lemma, stop_words
from editor.reading.words import Word


class Meant(NamedTuple):
    """A telling word (or two), its family, and its senses: the lines of the table of synonyms in which it stands."""

    start: int
    end: int
    family: str
    senses: frozenset[int]


@functools.cache
def _senses() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, (words,) in enumerate(resources.rows("lexicon", "en", "synonyms.tsv")):
        for word in words.split():
            found.setdefault(word, set()).add(number)
            if "_" not in word:
                found.setdefault(lemma(word), set()).add(number)
    return {word: frozenset(senses) for word, senses in found.items()}


@functools.cache
def _speech() -> frozenset[str]:
    """Verbs of saying: who says a thing is not what is said."""
    return frozenset(row[0] for row in resources.rows("lexicon", "en", "attribution.tsv"))


@functools.lru_cache(maxsize=65536)
def _meaning(word: str) -> tuple[str, frozenset[int]] | None:
    """The family and the senses of a lower-case word; None where it tells nothing."""
    if word in stop_words() or lemma(word) in _speech() or word == "according":
        return None
    kin = family(word)
    senses = _senses().get(word) or _senses().get(lemma(word)) or frozenset()
    return None if kin in common_words() and not senses else (kin, senses)


def meant(sentence: Sequence[Word]) -> tuple[Meant, ...]:
    """What the words of a sentence mean, each meaning once."""
    found: dict[str, Meant] = {}
    known = _senses()
    after = None
    for word in reversed(sentence):
        pair = f"{lemma(word.lower)}_{after.lower}" if after is not None and len(after.lower) < 10 else ""
        if pair in known and after is not None:
            found[pair] = Meant(word.start, after.end, pair, known[pair])
        elif told := _meaning(word.lower):
            found[told[0]] = Meant(word.start, word.end, told[0], told[1])
        after = word
    return tuple(found.values())[::-1]
