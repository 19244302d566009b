"""What is kept for good: decisions, the notes that stay open on an article, and revisions of its text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from editor.article import Edit, Span
from editor.finding import Key, Scope

Learnt = Literal["word_mine", "word_desk", "word_article"]
"""Whose dictionary a word was added to: the editor's own, the desk's, the article's."""
LEARNT: tuple[Learnt, ...] = get_args(Learnt)
DecisionKind = Literal["accepted", "stands", "both_right", "queried", Learnt, "undone"]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What the edit report needs of a finding later, when it can no longer be found: its words then."""

    family: str
    message: str
    place: str
    """Where it was, for a person: paragraph number and words around it."""
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Decision:
    """What an editor decided on a finding. `at` is ISO-8601 UTC; order is by the archive's sequence, never by `at`."""

    id: str
    key: Key
    kind: DecisionKind
    snapshot: Snapshot
    by: str
    at: str
    fix: str = ""
    reason: str = ""
    scope: Scope = "place"
    batch: str = ""
    """The id that decisions taken in one step share."""
    undoes: str = ""
    """The id of the decision that this one takes back."""


NoteKind = Literal["query", "unsourced"]
NoteState = Literal["open", "answered", "sourced", "cut", "verified"]
NOTE_STATES: dict[NoteKind, tuple[NoteState, ...]] = {
    "query": ("open", "answered"),
    "unsourced": ("open", "sourced", "cut", "verified"),
}


@dataclass(frozen=True, slots=True)
class Note:
    """What stays open on the article: a query to the desk, a claim whose source went. Its place is carried by edits."""

    id: str
    kind: NoteKind
    span: Span
    words: str
    state: NoteState = "open"


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the desk's history: what one undo takes back, all of it at once.

    `edits` are in the order in which they were made, each speaking of the text that those before it left. `notes` are
    the notes as this step leaves them, `notes_before` the same notes as they were (a note it opened is not among them).
    """

    id: str
    kind: Literal["typed", "replaced", "decided", "restored", "noted"]
    edits: tuple[Edit, ...] = ()
    decisions: tuple[Decision, ...] = ()
    notes: tuple[Note, ...] = ()
    notes_before: tuple[Note, ...] = ()
    caret: int = 0
    """Where the caret was before the step, in code points."""


Occasion = Literal["kept", "opened", "saved", "exported", "signed", "named", "now"]
"""Why a text was kept as a revision: by itself, or because of what happened to it then. `now` is the present text."""


@dataclass(frozen=True, slots=True)
class Since:
    """What was done between two revisions, without what was taken back again meanwhile."""

    accepted: int = 0
    stands: int = 0
    """Let stand, or both right."""
    queried: int = 0
    noted: int = 0
    """Notes that were left, or given another state."""
    restored: int = 0
    replaced: int = 0
    """Places where words were replaced by find and replace."""
    undone: int = 0
    """Decisions of before that were taken back."""
    typed: int = 0
    """Words that were typed or pasted."""
    cut: int = 0
    """Words that were taken out by hand."""


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing that was done between two revisions: what, on which words, why and by whom."""

    kind: Literal["accepted", "stands", "both_right", "queried", Learnt, "undone", "noted", "restored", "replaced"]
    what: str
    """The sentence of the finding, or the words of the note."""
    before: str = ""
    after: str = ""
    place: str = ""
    reason: str = ""
    by: str = ""
    at: str = ""
    places: int = 1
    """In how many places words were replaced."""


@dataclass(frozen=True, slots=True)
class SignOff:
    """An editor's word that the article is done. What was still open then is said, never in the way."""

    by: str
    at: str
    """ISO-8601 UTC; order is by the archive's sequence."""
    sha256: str
    """Of the text as UTF-8."""
    file_sha256: str
    """Of the bytes that the article's file has with this text."""
    remark: str = ""
    open: tuple[str, ...] = ()
    """What was open, a phrase each: "3 findings"."""


@dataclass(frozen=True, slots=True)
class Revision:
    """A text of the article as it was. `sequence` is that of the last event it holds; unnamed ones are automatic."""

    id: str
    sequence: int
    name: str
    by: str
    at: str
    words: int
    occasion: Occasion = "kept"
    path: str = ""
    """The file that it was read from or written to."""
    starred: bool = False
    since: Since = Since()
    """What was done between the revision before and this one."""
