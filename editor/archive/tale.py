"""Reads an article's events and tells what they make of it, also where some of them are lost."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import sqlalchemy as sa

from editor.archive import payload, schema
from editor.archive.events import Did, Event, FactsSet, Redid, Salvaged, Undid
from editor.archive.passages import Passages
from editor.archive.replay import Misfit, Replay, applied
from editor.article import Span
from editor.revision import Decision, Note, Step

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Tale:
    """An article as its events tell it. `broken` where some are lost: then its history begins anew."""

    replay: Replay
    nth: int
    sequence: int
    since: int
    """Events since the last snapshot."""
    broken: bool
    exact: bool
    """Whether the text is surely the one that the article had."""
    at: str


def told(c: sa.Connection, passages: Passages, article: str, until: int | None = None) -> Tale | None:
    """The article after all its events, or after those up to a sequence; None where none is known."""
    event, snapshot = schema.event, schema.snapshot
    ask = sa.select(event).where(event.c.article == article).order_by(event.c.sequence)
    rows = c.execute(ask if until is None else ask.where(event.c.sequence <= until)).all()
    kept = sa.select(snapshot).where(snapshot.c.article == article).order_by(snapshot.c.sequence.desc())
    shots = c.execute(kept if until is None else kept.where(snapshot.c.sequence <= until)).all()
    if not rows and not shots:
        return None
    events = [_read(row) for row in rows]
    last = rows[-1] if rows else shots[0]
    text, after = None, 0
    for shot in shots:
        text = passages.text(c, shot.passages)
        if text is not None:
            after = next((n for n, row in enumerate(rows) if row.sequence > shot.sequence), len(rows))
            break
    exact = text is not None
    if text is not None:
        text, exact = _text(text, rows, events, after)
    replay, whole = _history(rows, events)
    broken = not (whole and exact and rows) or bool(shots and shots[0].sequence > last.sequence)
    if broken:
        log.warning("some events of the article %s are lost", article)
        replay = _gathered(replay, events, text or "")
    replay.text = text or ""
    return Tale(replay, rows[-1].nth if rows else 0, last.sequence, len(rows) - after, broken, exact, last.at)


def everywhere(c: sa.Connection, event: Event) -> Event | None:
    """What an event means for all other articles: kept beside it, as an event of no article."""
    match event:
        case Did(step):
            said = tuple(d for d in step.decisions if d.scope == "everywhere" or (d.undoes and _known(c, d.undoes)))
            return Did(Step(step.id, "decided", decisions=said)) if said else None
        case Undid(step_id) | Redid(step_id):
            return replace(event, edits=()) if _known(c, step_id) else None
    return None


def _known(c: sa.Connection, id_: str) -> bool:
    """Whether an event of no article speaks of the step or decision of this id."""
    event = schema.event
    speaks = sa.func.instr(event.c.payload, sa.literal(id_.encode(), sa.LargeBinary)) > 0
    return bool(c.scalar(sa.select(sa.exists().where(event.c.article.is_(None), speaks))))


def _read(row: Any) -> Event | None:
    try:
        return payload.read(row.kind, row.payload)
    except payload.Unreadable as error:
        log.warning("event %d can't be read: %s", row.sequence, error)
        return None


def _text(text: str, rows: Sequence[Any], events: Sequence[Event | None], after: int) -> tuple[str, bool]:
    """The text of a snapshot with the edits of the events after it, and whether all of them were there and fitted."""
    for n in range(after, len(rows)):
        event = events[n]
        if event is None or (n and rows[n].nth != rows[n - 1].nth + 1):
            return text, False
        try:
            text = applied(text, _edits(event)) or ""
        except Misfit:
            return text, False
    return text, True


def _edits(event: Event) -> Iterable[Any]:
    match event:
        case Did(step):
            return step.edits
        case Undid(edits=edits) | Redid(edits=edits):
            return edits
    return ()


def _history(rows: Sequence[Any], events: Sequence[Event | None]) -> tuple[Replay, bool]:
    """Notes and stacks after the events, without the words; False, and those up to there, where some are lost."""
    begin = max((n for n, event in enumerate(events) if isinstance(event, Salvaged)), default=0)
    replay = Replay(None)
    if begin:
        # Where the file was is true still, whatever else is lost.
        for event in events[:begin]:
            if event and not isinstance(event, Did | Undid | Redid | Salvaged):
                replay.apply(event)
    nth = rows[begin].nth if begin or (events and isinstance(events[0], Salvaged)) else 1
    for row, event in zip(rows[begin:], events[begin:], strict=True):
        if event is None or row.nth != nth:
            return replay, False
        try:
            replay.apply(event)
        except Misfit:
            return replay, False
        nth += 1
    return replay, True


def _gathered(followed: Replay, events: Iterable[Event | None], text: str) -> Replay:
    """All decisions, notes and facts that can be read, though the steps that hold them can't be taken back any more."""
    settled: dict[str, tuple[Decision, ...]] = {}
    back: set[str] = set()
    notes: dict[str, Note] = {}
    replay = Replay(None)
    for event in events:
        match event:
            case Did(step):
                settled[step.id] = (*settled.get(step.id, ()), *step.decisions)
                notes |= {note.id: note for note in step.notes}
            case Undid(step_id):
                back.add(step_id)
            case Redid(step_id):
                back.discard(step_id)
            case Salvaged(decisions, kept, facts):
                settled, back, notes = {"": decisions}, set(), {note.id: note for note in kept}
                replay.facts = facts
            case FactsSet(facts):
                replay.facts = facts
            case None:
                continue
            case _:
                replay.apply(event)
    notes |= {note.id: note for note in followed.notes}
    size = len(text)
    replay.notes = tuple(replace(n, span=Span(min(n.span.start, size), min(n.span.end, size))) for n in notes.values())
    replay.settled = tuple(d for step, said in settled.items() if step not in back for d in said)
    return replay
