"""Names: people with their offices, organisations, places."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from editor.article import Span


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it stands: its place without the office, its parts, and the office or title beside it."""

    span: Span
    text: str
    kind: Literal["person", "organisation", "place", "unknown"] = "unknown"
    given: str = ""
    surname: str = ""
    office: str = ""
    office_span: Span | None = None


def names(masked: str) -> tuple[Name, ...]:
    return ()
