"""How an event is written down: small JSON with the version of its shape, read back without loss.

Edits are lists of start, end, expected and new words in code points. A lone surrogate, which JSON's own escapes could
not tell from half of a pair, is kept as the three bytes that UTF-8 would give it.

A new kind of event, or another shape of one, needs a step in migrations/versions, though no table changes: then a
Copydesk that does not know it finds the archive newer than itself, and leaves it alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, Literal, TypeVar

import msgspec

from editor.archive.events import (
    Did,
    Event,
    Exported,
    FactsSet,
    Named,
    Opened,
    Redid,
    Salvaged,
    Saved,
    SignedOff,
    Titled,
    Undid,
    Unknown,
)
from editor.article import Edit, Facts, Span
from editor.revision import Decision, Note, SignOff, Step

VERSION = 1
T = TypeVar("T")


class Unreadable(ValueError):
    """A payload that is damaged, or of a shape that this Copydesk does not know."""


class _Edit(msgspec.Struct, array_like=True):
    start: int
    end: int
    expected: str
    words: str
    of: Literal["words", "target"] = "words"

    def __post_init__(self) -> None:
        Span(self.start, self.end)


class _Step(msgspec.Struct):
    v: int
    step: str
    edits: list[_Edit] = []
    decisions: tuple[Decision, ...] = ()
    notes: tuple[Note, ...] = ()
    before: tuple[Note, ...] = ()
    caret: int = 0


class _File(msgspec.Struct):
    v: int
    path: str
    sha256: str


class _Facts(msgspec.Struct):
    v: int
    facts: Facts


class _Name(msgspec.Struct):
    v: int
    name: str


class _Title(msgspec.Struct):
    v: int
    revision: int
    name: str = ""
    starred: bool = False


class _Signed(msgspec.Struct):
    v: int
    signed: SignOff


class _Salvaged(msgspec.Struct):
    v: int
    decisions: tuple[Decision, ...] = ()
    notes: tuple[Note, ...] = ()
    facts: Facts | None = None


class _Shape(msgspec.Struct):
    v: int
    step: str = ""


def written(event: Event) -> tuple[str, bytes]:
    """The kind and the payload of an event."""
    if isinstance(event, Unknown):
        return event.kind, event.payload
    kind: str
    said: dict[str, Any]
    match event:
        case Did(step):
            kind = step.kind
            said = {"step": step.id, "edits": _edits(step.edits), "decisions": step.decisions, "notes": step.notes}
            said |= {"before": step.notes_before, "caret": step.caret}
        case Undid(step_id, edits):
            kind, said = "undone", {"step": step_id, "edits": _edits(edits)}
        case Redid(step_id, edits):
            kind, said = "redone", {"step": step_id, "edits": _edits(edits)}
        case Opened(path, sha256):
            kind, said = "opened", {"path": path, "sha256": sha256}
        case Saved(path, sha256):
            kind, said = "saved", {"path": path, "sha256": sha256}
        case FactsSet(facts):
            kind, said = "facts", {"facts": facts}
        case Named(name):
            kind, said = "named", {"name": name}
        case Titled(revision, name, starred):
            kind, said = "titled", {"revision": revision, "name": name, "starred": starred}
        case Exported(path, sha256):
            kind, said = "exported", {"path": path, "sha256": sha256}
        case SignedOff(signed):
            kind, said = "signed_off", {"signed": signed}
        case Salvaged(decisions, notes, known):
            kind, said = "salvaged", {"decisions": decisions, "notes": notes, "facts": known}
    return kind, to_bytes({"v": VERSION} | {name: value for name, value in said.items() if value})


def read(kind: str, payload: bytes) -> Event:
    """The event that was written so. Raises Unreadable."""
    match kind:
        case "typed" | "replaced" | "decided" | "restored" | "noted":
            step = from_bytes(payload, _Step)
            edits = _read_edits(step.edits)
            return Did(Step(step.step, kind, edits, step.decisions, step.notes, step.before, step.caret))
        case "undone" | "redone":
            step = from_bytes(payload, _Step)
            return (Undid if kind == "undone" else Redid)(step.step, _read_edits(step.edits))
        case "opened" | "saved":
            file = from_bytes(payload, _File)
            return (Opened if kind == "opened" else Saved)(file.path, file.sha256)
        case "facts":
            return FactsSet(from_bytes(payload, _Facts).facts)
        case "named":
            return Named(from_bytes(payload, _Name).name)
        case "titled":
            title = from_bytes(payload, _Title)
            return Titled(title.revision, title.name, title.starred)
        case "exported":
            file = from_bytes(payload, _File)
            return Exported(file.path, file.sha256)
        case "signed_off":
            return SignedOff(from_bytes(payload, _Signed).signed)
        case "salvaged":
            salvaged = from_bytes(payload, _Salvaged)
            return Salvaged(salvaged.decisions, salvaged.notes, salvaged.facts)
    # Without a step it has no edits, and what comes after it fits all the same.
    if from_bytes(payload, _Shape).step:
        raise Unreadable(f"a step of an unknown kind: {kind}")
    return Unknown(kind, payload)


def to_bytes(value: object) -> bytes:
    """A value as JSON."""
    try:
        return msgspec.json.encode(value)
    except UnicodeEncodeError:
        return json.dumps(msgspec.to_builtins(value), ensure_ascii=False).encode("utf-8", "surrogatepass")


def from_bytes(payload: bytes, type_: type[T]) -> T:
    """The value that was written so. Raises Unreadable."""
    try:
        try:
            value = msgspec.json.decode(payload, type=type_)
        except UnicodeDecodeError:
            value = msgspec.convert(json.loads(payload.decode("utf-8", "surrogatepass")), type_)
    except ValueError as error:
        raise Unreadable(str(error)) from error
    if getattr(value, "v", VERSION) > VERSION:
        raise Unreadable("it was written by a newer Copydesk")
    return value


def _edits(edits: Iterable[Edit]) -> list[list[Any]]:
    return [[e.span.start, e.span.end, e.expected, e.words, *([e.of] if e.of != "words" else [])] for e in edits]


def _read_edits(rows: Iterable[_Edit]) -> tuple[Edit, ...]:
    return tuple(Edit(Span(row.start, row.end), row.expected, row.words, row.of) for row in rows)
