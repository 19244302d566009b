"""Words: the tokens of a text, and their lemmas."""

from __future__ import annotations

import re
from typing import NamedTuple

from editor.article import Span


class Word(NamedTuple):
    """A word, its place in the paragraph, and its lower-case form."""

    start: int
    end: int
    text: str
    lower: str

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


_WORD = re.compile(r"[^\W_]+(?:[’'\-.&][^\W_]+)*")


def words(masked: str) -> tuple[Word, ...]:
    """The words of a paragraph's masked words."""
    return tuple(Word(m.start(), m.end(), m[0], m[0].lower()) for m in _WORD.finditer(masked))
