"""Sentences: where each begins and ends."""

from __future__ import annotations

import re

from editor.article import Span

_SENTENCE = re.compile(r"\S.*?(?:[.!?…][\"”’')\]]*(?=\s|$)|$)", re.DOTALL)


def sentences(masked: str) -> tuple[Span, ...]:
    """The sentences of a paragraph's masked words, white space at their ends left out."""
    return tuple(Span(*m.span()) for m in _SENTENCE.finditer(masked))
