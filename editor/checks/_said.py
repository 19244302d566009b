"""What is said: the quotations of an article with their words and who says them."""

from __future__ import annotations

import functools
from collections import Counter
from typing import NamedTuple

from editor.article import Span
from editor.ledger import Ledger, Stated
from editor.reading.patterns import lazy
from editor.reading.people import plain
from editor.reading.quotations import Quotation
from editor.voices import Voice, voices

WORD = lazy(r"[^\W_]+(?:[’'][^\W_]+)?")


class Said(NamedTuple):
    """A quotation: its words in lower case, contractions written out, and their place without the last punctuation."""

    stated: Stated[Quotation]
    words: list[str]
    place: Span
    voice: Voice | None
    """Who says it, where the sentence tells or the quotation goes on with one that does."""
    who: str
    """The speaker's name; "" where only a pronoun or description is known that leads to nobody."""

    @property
    def surname(self) -> str:
        return plain(self.who.rpartition(" ")[2])

    def another(self, other: Said) -> bool:
        """Whether the two are known to be said by two people."""
        return bool(self.who and other.who and self.surname != other.surname)


def said(ledger: Ledger, shortest: int) -> list[Said]:
    """The quotations of an article that have at least so many words, in order."""
    found = []
    for stated, heard in zip(ledger.quotations, voices(ledger), strict=True):
        place = trimmed(ledger.text, stated.at(stated.thing.words))
        count, words = _words(place.of(ledger.text))
        if count >= shortest:
            voice = heard if heard and heard.how != "near" else None
            found.append(Said(stated, list(words), place, voice, _name(ledger, voice)))
    return found


@functools.lru_cache(2048)
def _words(text: str) -> tuple[int, tuple[str, ...]]:
    """How many words a text has, and the words in lower case with contractions written out."""
    words = [w[0].lower().replace("’", "'") for w in WORD.finditer(text)]
    return len(words), tuple(_full(words))


def _name(ledger: Ledger, voice: Voice | None) -> str:
    if voice is None:
        return ""
    words = voice.span.of(ledger.text)
    if voice.person:
        return voice.person.full
    named = words[:1].isupper() and words.partition(" ")[0] not in _NOBODY
    return words if named else ""


_NOBODY = frozenset("He She They The It A An One His Her Their".split())


def trimmed(text: str, span: Span) -> Span:
    """The words without the punctuation that the sentence around them asks for."""
    words = span.of(text).rstrip(" ,.;")
    return Span(span.start, span.start + len(words))


def _full(words: list[str]) -> list[str]:
    """The words with contractions written out."""
    result: list[str] = []
    for word in words:
        if "'" not in word:
            result.append(word)
            continue
        for ending, full in (("'re", "are"), ("n't", "not"), ("'m", "am"), ("'ll", "will"), ("'ve", "have")):
            if word.endswith(ending):
                result += [word.removesuffix(ending), full]
                break
        else:
            result.append(word)
    return result


def within(one: list[str], two: list[str]) -> bool:
    """Whether the shorter is a stretch of the longer."""
    short, long = sorted((one, two), key=len)
    return not short or f" {' '.join(short)} " in f" {' '.join(long)} "


def unlike(one: list[str], two: list[str], least: float) -> bool:
    """Whether two lists of words share too few, in any order, for `difflib`'s ratio of them to be `least`."""
    both = len(one) + len(two)
    if 2.0 * min(len(one), len(two)) / both < least:
        return True
    return 2.0 * (Counter(one) & Counter(two)).total() / both < least
