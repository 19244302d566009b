"""Dates written in two ways."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from editor.article import Edit
from editor.finding import Evidence, Finding, Fix, finding
from editor.ledger import Ledger, Stated
from editor.reading.dates import MONTHS, Date

BYLINE = 6
"""The most words of a line that is a date and little else: it has a style of its own."""


def check(ledger: Ledger) -> Iterator[Finding]:
    dates = [
        s for s in ledger.dates
        if s.thing.style and s.thing.style != "iso" and s.thing.month and s.thing.day and not ledger.quoted(s)
        and not s.thing.range_end and s.sentence.paragraph.kind == "text"
        and len(s.sentence.paragraph.read.words) > BYLINE
    ]  # fmt: skip
    styles = Counter(_style(s.thing) for s in dates)
    if len(styles) < 2:
        return
    usual = max(styles, key=lambda style: (styles[style], "th" not in style, -_first(dates, style)))
    other = [s for s in dates if _style(s.thing) != usual]
    if 2 * len(other) > len(dates):
        return
    model = next(s for s in dates if _style(s.thing) == usual)
    for stated in other:
        words = stated.span.of(ledger.text)
        styled = _written(stated.thing, usual, words)
        fixes = [Fix("restyle", (Edit(stated.span, words, styled),))] if styled and styled != words else []
        yield finding(
            "style",
            stated.span,
            evidence=[Evidence(model.span, "model")],
            fixes=fixes,
            one=words,
            two=model.span.of(ledger.text),
            styled=styled or words,
        )
        return


def _style(date: Date) -> str:
    return date.style.rstrip(".")


def _first(dates: list[Stated[Date]], style: str) -> int:
    return next(n for n, s in enumerate(dates) if _style(s.thing) == style)


def _written(date: Date, style: str, words: str) -> str:
    """The date's day and month in the article's style; "" where it says more than these and its year."""
    if date.weekday is not None or "(" in words or not date.month or not date.day:
        return ""
    month = MONTHS[date.month - 1]
    day = f"{date.day}{_ending(date.day)}" if style.endswith("th") else str(date.day)
    if style.startswith("d m"):
        return f"{day} {month}" + (f" {date.year}" if date.year else "")
    return f"{month} {day}" + (f", {date.year}" if date.year else "")


def _ending(day: int) -> str:
    return "th" if 10 < day < 20 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
