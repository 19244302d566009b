"""What the desk tells those who look at it. Each is told on the desk's own thread, after it has happened."""

from __future__ import annotations

from dataclasses import dataclass

from editor.article import Edit
from editor.desk.board import Changes
from editor.revision import Learnt
from editor.saying import Said


@dataclass(frozen=True, slots=True)
class TextEdited:
    """The text changed by `edits`, one after another; `typed` where a view told the desk of it and shows it already."""

    edits: tuple[Edit, ...]
    typed: bool
    caret: int | None = None
    """Where the caret belongs now."""


@dataclass(frozen=True, slots=True)
class BoardChanged:
    """Rows came, went or changed."""

    changes: Changes


@dataclass(frozen=True, slots=True)
class Chosen:
    """Another row is the chosen one; None where none is. `wrapped` where the search began anew at the other end."""

    row: int | None
    wrapped: bool = False


@dataclass(frozen=True, slots=True)
class NotesChanged:
    """A note came, went or has another state."""


@dataclass(frozen=True, slots=True)
class WordChanged:
    """A word was added to a dictionary, or is taken out of it again."""

    word: str
    whose: Learnt
    known: bool


@dataclass(frozen=True, slots=True)
class FactsChanged:
    """The article's date, language or headline is another now."""


@dataclass(frozen=True, slots=True)
class SignedOff:
    """The article was signed off."""


@dataclass(frozen=True, slots=True)
class Checked:
    """The checks have said all that they have to say of the present text, or a part of them (`done` false)."""

    done: bool


@dataclass(frozen=True, slots=True)
class SheetRead:
    """The fact sheet was read anew."""


@dataclass(frozen=True, slots=True)
class SavingChanged:
    """What is on disk, and what is not, is another now."""


@dataclass(frozen=True, slots=True)
class Announced:
    """A sentence for the status line and the screen reader: what was just done, and what comes next."""

    words: Said | str
    undoable: bool = False
    left: int | None = None
    """How many findings wait after a decision, those that are only possible left out."""


Happening = (
    TextEdited
    | BoardChanged
    | Chosen
    | NotesChanged
    | FactsChanged
    | WordChanged
    | SignedOff
    | Checked
    | SheetRead
    | SavingChanged
    | Announced
)
