"""Words: the tokens of a text, and their lemmas."""

from __future__ import annotations

from typing import NamedTuple

from editor.article import Span
from editor.reading.lemmas import stop_words
from editor.reading.patterns import lazy


class Word(NamedTuple):
    """A word, its place in the paragraph, and its lower-case form."""

    start: int
    end: int
    text: str
    lower: str

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


# A word goes on over an apostrophe, hyphen or ampersand ("Bhutto-Zardari", "R&D"), over the points of an initialism or
# address ("U.S", "dawn.com"), over those and the commas of a figure ("3.5", "56,700"), and over combining marks.
# (The first look, at the sign that joins, costs a third of what it saves.)
_WORD = lazy(
    r"[^\W_]+(?:(?=[’'\-&‑.,\u0300-\u036f])"
    r"(?:(?:[’'\-&‑]|\.(?=[a-z0-9])|(?<=\b\w)\.(?=\w)|(?<=\d),(?=\d))[^\W_]+|[\u0300-\u036f]+[^\W_]*))*"
)


def words(masked: str) -> tuple[Word, ...]:
    """The words of a paragraph's masked words."""
    small = masked.lower()
    if len(small) != len(masked):
        return tuple([Word(m.start(), m.end(), m[0], m[0].lower()) for m in _WORD.finditer(masked)])
    spans = [m.span() for m in _WORD.finditer(masked)]
    return tuple([Word(a, b, masked[a:b], small[a:b]) for a, b in spans])


def tells(word: Word) -> bool:
    """Whether a word says something by itself: it binds no others, and is no name and no figure."""
    return word.text[0].islower() and word.lower not in stop_words()
