"""The history of the desk: steps that undo takes back one by one, and redo does again."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import replace

from editor.article import Edit
from editor.revision import Note, Step

PAUSE = 1.0
"""Seconds without a key after which typing is a step of its own."""


class History:
    """Two stacks of steps. Typing grows the last step while it goes on at one place, word by word."""

    def __init__(self, done: Iterable[Step] = (), undone: Iterable[Step] = ()) -> None:
        self.done, self.undone = list(done), list(undone)
        self._typed_at = float("-inf")

    def typed(self, edit: Edit, touched: Iterable[Note], caret: int, now: float) -> Step:
        """The step that holds this edit: the last one, grown, where the edit continues it, else a new one.

        `touched` are the notes whose places the edit touches, as they were before it.
        """
        last = self.done[-1] if self.done else None
        grows = (
            last
            and last.kind == "typed"
            and not self.undone
            and now - self._typed_at < PAUSE
            and _continues(last, edit)
        )
        self._typed_at = now
        if last and grows:
            known = {note.id for note in last.notes_before}
            # The step remembers a note as it was before the step, not before this edit of it.
            begun = [_before(note, last.edits) for note in touched if note.id not in known]
            notes = (*last.notes_before, *begun)
            self.done[-1] = replace(last, edits=(*last.edits, edit), notes_before=notes)
        else:
            self.did(Step(new_id(), "typed", (edit,), notes_before=tuple(touched), caret=caret))
            self._typed_at = now
        return self.done[-1]

    def did(self, step: Step) -> None:
        """A new step; what had been undone can't be done again after it."""
        self.done.append(step)
        self.undone.clear()
        self._typed_at = float("-inf")

    def undo(self) -> Step | None:
        """The step to take back, now the next to do again; None where there is none."""
        return self._move(self.done, self.undone)

    def redo(self) -> Step | None:
        return self._move(self.undone, self.done)

    def _move(self, source: list[Step], target: list[Step]) -> Step | None:
        self._typed_at = float("-inf")
        if not source:
            return None
        target.append(source.pop())
        return target[-1]


def _continues(step: Step, edit: Edit) -> bool:
    """Whether an edit goes on where the step's last ended, and begins no new word."""
    last = step.edits[-1]
    if edit.words and not edit.expected and last.words and not last.expected:
        at_end = edit.span.start == last.span.start + len(last.words)
        return at_end and not (last.words[-1].isspace() and not edit.words[0].isspace()) and "\n" not in edit.words
    if edit.expected and not edit.words and last.expected and not last.words:
        return last.span.start in (edit.span.start, edit.span.end)
    return False


def _before(note: Note, edits: Iterable[Edit]) -> Note:
    """A note that none of these edits touched, as it was before them."""
    for edit in reversed(tuple(edits)):
        note = replace(note, span=note.span.after(edit.inverse()))
    return note


def new_id() -> str:
    return uuid.uuid4().hex
