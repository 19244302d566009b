"""What of the desk's work is on disk: typing is gathered, and goes out with the next decision or after a moment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from editor.article import Edit
from editor.desk import happenings as told
from editor.desk.journal import How, Journal, Wrote
from editor.revision import SignOff, Step

if TYPE_CHECKING:
    from editor.desk.desk import Desk


class Writing:
    """The desk's side of the journal. Without one everything counts as written."""

    def __init__(self, desk: Desk, journal: Journal | None) -> None:
        self._desk, self.journal = desk, journal
        self._typed: dict[str, Step] = {}
        self._typed_edits = 0
        self.unwritten = 0
        self.trouble = ""

    def typed(self, step: Step, edit: Edit) -> None:
        """The step has grown by this edit, which waits to be written."""
        known = self._typed.get(step.id)
        edits = (*known.edits, edit) if known else (edit,)
        self._typed[step.id] = replace(step, edits=edits)
        self._typed_edits += 1
        self.unwritten += 1
        if self.unwritten == 1:
            self._desk.tell(told.SavingChanged())

    def flush(self) -> None:
        """Writes what was typed."""
        if self._typed:
            self._hand_over([], 0, ())

    def write(self, how: How, step: Step, rows: Sequence[int] = ()) -> None:
        """Writes what was typed and what happened to a step, together; the `rows` leave when that is on disk."""
        self.unwritten += 1
        self._desk.tell(told.SavingChanged())
        self._hand_over([(how, step)], 1, rows)

    def named(self, name: str) -> None:
        """Gives the present text a name among the revisions."""
        self.flush()
        if self.journal:
            self.journal.named(name, self._wrote(0, ()))

    def exported(self, path: Path, sha256: str) -> None:
        """The present text was exported to a file."""
        self.flush()
        if self.journal:
            self.journal.exported(path, sha256)

    def signed(self, signed: SignOff) -> None:
        """The present text was signed off."""
        self.flush()
        if self.journal:
            self.journal.signed(signed, self._wrote(0, ()))

    def _hand_over(self, steps: list[tuple[How, Step]], count: int, rows: Sequence[int]) -> None:
        pending: list[tuple[How, Step]] = [("did", step) for step in self._typed.values()]
        done = self._wrote(self._typed_edits + count, rows)
        self._typed, self._typed_edits = {}, 0
        if self.journal:
            self.journal.write([*pending, *steps], self._desk.text, self._desk.caret, done)
        else:
            done(None)

    def _wrote(self, count: int, rows: Sequence[int]) -> Wrote:
        desk = self._desk

        def done(trouble: str | None) -> None:
            if trouble is None:
                self.unwritten = max(0, self.unwritten - count)
                changes = desk.board.left(rows)
            else:
                changes = desk.board.unsaved(rows, trouble)
            self.trouble = trouble or ""
            if changes:
                desk.tell(told.BoardChanged(changes))
            desk.tell(told.SavingChanged())

        return done
