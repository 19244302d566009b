"""From events to what they make: the text, the notes, and both stacks of the desk's history."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from editor.archive.events import Did, Event, FactsSet, Opened, Redid, Salvaged, Saved, SignedOff, Undid
from editor.article import Edit, Facts
from editor.revision import Decision, Note, SignOff, Step


class Misfit(ValueError):
    """An event does not fit what those before it made: some are missing, or it was never true."""


@dataclass
class Replay:
    """An article after some of its events. With `text` None only history and notes are followed, not the words.

    Taking a step back brings the notes back exactly as they were before it, so `done` and `undone` hold beside each
    step the notes on its other side.
    """

    text: str | None = ""
    notes: tuple[Note, ...] = ()
    done: list[tuple[Step, tuple[Note, ...]]] = field(default_factory=list)
    undone: list[tuple[Step, tuple[Note, ...]]] = field(default_factory=list)
    settled: tuple[Decision, ...] = ()
    """Decisions whose steps can no longer be taken back."""
    facts: Facts | None = None
    signed: SignOff | None = None
    path: str = ""
    sha256: str = ""
    changes: list[Edit] = field(default_factory=list)
    """The edits since the file was read or written."""

    @property
    def decisions(self) -> tuple[Decision, ...]:
        return (*self.settled, *(decision for step, _ in self.done for decision in step.decisions))

    def copy(self) -> Replay:
        return replace(self, done=self.done.copy(), undone=self.undone.copy(), changes=self.changes.copy())

    def edits(self, event: Event) -> tuple[Edit, ...]:
        """The edits that an event makes, one after another. Raises Misfit where its step is not the one in turn."""
        match event:
            case Did(step):
                return step.edits
            case Undid(step=id_):
                return tuple(edit.inverse() for edit in reversed(_last(self.done, id_)[0].edits))
            case Redid(step=id_):
                return _last(self.undone, id_)[0].edits
        return ()

    def apply(self, event: Event) -> None:
        """What is so once the event has happened. Raises Misfit, and then nothing changed."""
        edits = self.edits(event)
        text = applied(self.text, edits)
        before, notes = self.notes, _carried(self.notes, edits)
        match event:
            case Did(step):
                self.undone.clear()
                self.notes = _kept(notes, step.notes)
                if self.done and self.done[-1][0].id == step.id:
                    last, before = self.done.pop()
                    step = _grown(last, step)
                self.done.append((step, before))
            case Undid():
                step, self.notes = self.done.pop()
                self.undone.append((step, before))
            case Redid():
                step, self.notes = self.undone.pop()
                self.done.append((step, before))
            case Opened(path, sha256) | Saved(path, sha256):
                self.path, self.sha256 = path, sha256
                self.changes.clear()
            case FactsSet(facts):
                self.facts = facts
            case SignedOff(signed):
                self.signed = signed
            case Salvaged(decisions, kept, facts):
                self.done.clear()
                self.undone.clear()
                self.changes.clear()
                self.settled, self.notes, self.facts = decisions, kept, facts
        self.text = text
        self.changes += edits


def rebuilt(text: str, events: Iterable[Event]) -> Replay:
    """The article whose text was `text` before these events. Raises Misfit at the first that does not fit."""
    replay = Replay(text)
    for event in events:
        replay.apply(event)
    return replay


def applied(text: str | None, edits: Iterable[Edit]) -> str | None:
    """The text after edits, each speaking of the text that those before it left. Raises Misfit."""
    if text is None:
        return None
    for edit in edits:
        if edit.of == "target":
            continue
        start, end = edit.span.start, edit.span.end
        if end > len(text) or text[start:end] != edit.expected:
            raise Misfit(f"expected {edit.expected!r} at {start}, found {text[start:end]!r}")
        text = text[:start] + edit.words + text[end:]
    return text


def _last(stack: list[tuple[Step, tuple[Note, ...]]], id_: str) -> tuple[Step, tuple[Note, ...]]:
    if not stack or stack[-1][0].id != id_:
        raise Misfit(f"the step {id_} is not the one in turn")
    return stack[-1]


def _carried(notes: tuple[Note, ...], edits: Iterable[Edit]) -> tuple[Note, ...]:
    for edit in edits if notes else ():
        notes = tuple(replace(note, span=note.span.after(edit)) for note in notes)
    return notes


def _kept(notes: tuple[Note, ...], said: Iterable[Note]) -> tuple[Note, ...]:
    return tuple(({note.id: note for note in notes} | {note.id: note for note in said}).values())


def _grown(last: Step, more: Step) -> Step:
    opened = {note.id for note in last.notes}
    return replace(
        last,
        edits=(*last.edits, *more.edits),
        decisions=(*last.decisions, *more.decisions),
        notes=_kept(last.notes, more.notes),
        notes_before=(*last.notes_before, *(n for n in more.notes_before if n.id not in opened)),
    )
