"""Where the desk writes what must not be lost."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Literal, Protocol

from editor.article import Facts
from editor.revision import SignOff, Step

Wrote = Callable[[str | None], None]
"""Told on the desk's thread: None when a change is on disk, else why it is not yet."""

How = Literal["did", "undid", "redid"]
"""What happened to a step. One that was done and has the id of the last one grows that by its edits."""


class Journal(Protocol):
    """Where the desk writes what must not be lost."""

    def write(self, steps: Sequence[tuple[How, Step]], text: str, caret: int, done: Wrote) -> None:
        """What happened, in one transaction; `text` and `caret` are those after it."""

    def knows(self, facts: Facts) -> None: ...
    def named(self, name: str, done: Wrote) -> None: ...
    def exported(self, path: Path, sha256: str) -> None:
        """The text was exported to a file."""

    def signed(self, signed: SignOff, done: Wrote) -> None: ...
    def saved(self, path: Path, sha256: str) -> None: ...
    def opened(self, path: Path, sha256: str) -> None: ...
    def close(self) -> None: ...
