"""Quotations: words between quotation marks, and who says them."""

from __future__ import annotations

from dataclasses import dataclass

from editor.article import Span


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation: its place with its marks, the words' own place, and the speaker's name where it is said near by."""

    span: Span
    words: Span
    speaker: Span | None = None
    verb: Span | None = None


def quotations(masked: str) -> tuple[Quotation, ...]:
    return ()
