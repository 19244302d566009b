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


_MARK = (
    r"\u0300-\u036f\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f\u0951-\u0963\u0981-\u0dff"
    r"\u0e31-\u0e4e\u0eb1-\u0ecd\u0f71-\u0fbc\u102b-\u109d\u17b4-\u17d3\u200c\u200d"
)
# A word goes on over an apostrophe, hyphen or ampersand ("Bhutto-Zardari", "R&D"), over the points of an initialism or
# address ("U.S", "dawn.com"), over those and the commas of a figure ("3.5", "56,700"), and over the marks of scripts
# that set vowels and points about their letters (Hebrew, Arabic, those of India and South-East Asia).
# (The first look, at the sign that joins, costs a third of what it saves.)
_WORD = lazy(
    rf"[^\W_]+(?:(?=[’'\-&‑.,{_MARK}])"
    rf"(?:(?:[’'\-&‑]|\.(?=[a-z0-9])|(?<=\b\w)\.(?=\w)|(?<=\d),(?=\d))[^\W_]+|[{_MARK}]+[^\W_]*))*"
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
