"""Citation debris: what search engines, chat assistants and paste leave in copy. Read over the whole article, first."""

from __future__ import annotations

from dataclasses import dataclass

from editor.article import Span
from editor.reading.sources import Cited


@dataclass(frozen=True, slots=True)
class Debris:
    """One piece of debris: its place in the article, its kind, and the sources that it names (places in the article)."""

    span: Span
    kind: str
    cited: tuple[Cited, ...] = ()
    masks: bool = True
    """Whether the readers of words and facts must not see it."""


def debris(text: str) -> tuple[Debris, ...]:
    """All debris of an article's text, in order, none overlapping."""
    return ()


def masked(text: str, pieces: tuple[Debris, ...]) -> str:
    """The text with blanks of equal length for the pieces that mask (line ends stay)."""
    for piece in pieces:
        if piece.masks:
            blank = "".join("\n" if c == "\n" else " " for c in piece.span.of(text))
            text = text[: piece.span.start] + blank + text[piece.span.end :]
    return text
