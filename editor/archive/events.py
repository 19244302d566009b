"""What the archive is told, and what it answers. None of these values knows the database."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from editor.article import Edit, Facts
from editor.revision import Decision, Note, SignOff, Step


class ArchiveError(Exception):
    """The archive could not do what it was asked; the message says why, and what to do, in a sentence."""


class ArchiveNewer(ArchiveError):
    """The archive was written by a newer Copydesk: it is not touched."""


class LeaseLost(ArchiveError):
    """Another window has this article: what was written here is in the recovery file, not in the archive."""


@dataclass(frozen=True, slots=True)
class Did:
    """A step was done. A step with the id of the last one grows it by its edits, decisions and notes."""

    step: Step


@dataclass(frozen=True, slots=True)
class Undid:
    """The last step was taken back. The archive adds the `edits` which that made."""

    step: str
    edits: tuple[Edit, ...] = ()


@dataclass(frozen=True, slots=True)
class Redid:
    """The step taken back last was done again. The archive adds the `edits` which that made."""

    step: str
    edits: tuple[Edit, ...] = ()


@dataclass(frozen=True, slots=True)
class Opened:
    """The text was read from a file, or from none where it was pasted."""

    path: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Saved:
    """The text was written to a file."""

    path: str
    sha256: str


@dataclass(frozen=True, slots=True)
class FactsSet:
    """The facts of the article are these now."""

    facts: Facts


@dataclass(frozen=True, slots=True)
class Named:
    """The text as it is now is a revision of this name."""

    name: str


@dataclass(frozen=True, slots=True)
class Titled:
    """A revision, named by the sequence of its last event, has this name from now on, and a star or none."""

    revision: int
    name: str
    starred: bool = False


@dataclass(frozen=True, slots=True)
class Exported:
    """The text as it is now was exported to a file. It is a revision."""

    path: str
    sha256: str


@dataclass(frozen=True, slots=True)
class SignedOff:
    """The text as it is now was signed off."""

    signed: SignOff


@dataclass(frozen=True, slots=True)
class Salvaged:
    """Events before this one are lost: the article begins anew with its text, and with what could still be read."""

    decisions: tuple[Decision, ...] = ()
    notes: tuple[Note, ...] = ()
    facts: Facts | None = None


@dataclass(frozen=True, slots=True)
class Unknown:
    """Something that this Copydesk has no name for, and that touches neither the text nor the history: it stays."""

    kind: str
    payload: bytes


Event = Did | Undid | Redid | Opened | Saved | FactsSet | Named | Titled | Exported | SignedOff | Salvaged | Unknown


@dataclass(frozen=True, slots=True)
class Logged:
    """An event as it is kept. `sequence` is the order of all events; `at`, ISO-8601 UTC, is for people only."""

    sequence: int
    at: str
    by: str
    event: Event


Match = Literal["same", "changed_outside", "moved", "new"]


@dataclass(frozen=True, slots=True)
class Record:
    """An article as the archive has it. `draft` is its text with every edit; `done` and `undone` are the two stacks."""

    id: str
    title: str
    match: Match
    draft: str
    caret: int = 0
    decisions: tuple[Decision, ...] = ()
    """Those of all steps not taken back, in their order; a decision that another one `undoes` is among them."""
    notes: tuple[Note, ...] = ()
    done: tuple[Step, ...] = ()
    undone: tuple[Step, ...] = ()
    facts: Facts | None = None
    path: Path | None = None
    """Where the article was seen last; for a pasted one nowhere."""
    saved_hash: str = ""
    """The SHA-256 of the file as it was last read or written."""
    changes: tuple[Edit, ...] = ()
    """The edits made since then, one after another: with them the file's text and marks become the draft's."""
    signed: SignOff | None = None
    """The last sign-off, of this text or of an earlier one."""
    recovered: str | None = None
    """A text that holds more than the draft, because the last writes failed or the archive was damaged."""
    recovered_at: float = 0.0
    """When that was put away, as seconds since 1970."""
    stored: bool = True
    """Whether the archive has the article; where it can't be written, not yet or (a newer archive) never."""


@dataclass(frozen=True, slots=True)
class Recent:
    """An article that was worked on, for the list of recent ones; `missing` where its file is no longer there."""

    article: str
    title: str
    path: Path | None
    at: str
    missing: bool
