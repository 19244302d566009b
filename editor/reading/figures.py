"""Figures: numbers in digits or words, their unit, what they count, and how sure they are said to be."""

from __future__ import annotations

from dataclasses import dataclass

from editor.article import Span


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure: `low` to `high` (equal for a single value) of `unit`, counting `counted` (a class of nouns, or a lemma)."""

    span: Span
    low: float
    high: float
    unit: str = ""
    counted: str = ""
    counted_span: Span | None = None
    qualifier: str = ""
    scope: str = ""
    claimed_by: str = ""


def figures(masked: str) -> tuple[Figure, ...]:
    return ()
