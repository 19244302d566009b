"""Where the desk writes what must not be lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from editor.article import Facts
from editor.revision import Step

Wrote = Callable[[str | None], None]
"""Told on the desk's thread: None when a change is on disk, else why it is not yet."""


class Journal(Protocol):
    """Where the desk writes what must not be lost. `text` and `caret` are those after the change."""

    def did(self, step: Step, text: str, caret: int, done: Wrote) -> None:
        """A step was done; one with the id of the last step grows it by its edits."""

    def undid(self, step: Step, text: str, caret: int, done: Wrote) -> None: ...
    def redid(self, step: Step, text: str, caret: int, done: Wrote) -> None: ...
    def knows(self, facts: Facts) -> None: ...
    def named(self, name: str, done: Wrote) -> None: ...
    def saved(self, path: Path, sha256: str) -> None: ...
    def close(self) -> None: ...
