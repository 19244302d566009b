"""Dates, spans of dates and durations as they are written; the ledger resolves them against the article's date."""

from __future__ import annotations

from dataclasses import dataclass

from editor.article import Span


@dataclass(frozen=True, slots=True)
class Date:
    """A date as written: what is not said is None. `weekday` is 0 for Monday. `relative` names words like "yesterday"."""

    span: Span
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    relative: str = ""


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time as written, in days."""

    span: Span
    days: float
    unit: str


def dates(masked: str) -> tuple[Date, ...]:
    return ()


def durations(masked: str) -> tuple[Duration, ...]:
    return ()
