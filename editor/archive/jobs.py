"""What is handed to the archive's thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from editor.archive.events import ArchiveError, Event, Opened


@dataclass(frozen=True, slots=True)
class Batch:
    """Events that are to be one transaction; those that begin a new article say its `title`, and its first `text`."""

    article: str
    events: tuple[Event, ...]
    text: str | None
    caret: int | None
    at: str
    title: str | None = None
    mend: bool = False
    """Whether the text is to be made what is said, whatever the events before gave."""
    done: Callable[[ArchiveError | None], None] | None = None


@dataclass(frozen=True, slots=True)
class Begin:
    """An article to be opened: by its id, else by the file it was read from; `text` and `title` for one not known."""

    file: Opened
    title: str
    text: str
    article: str
    as_new: bool
