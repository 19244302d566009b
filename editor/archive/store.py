"""The database as the archive's thread uses it: articles, events and snapshots, each write one transaction."""

from __future__ import annotations

import logging
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert as insert_or

from editor.archive import chronicle, payload, schema
from editor.archive.events import (
    ArchiveError,
    ArchiveNewer,
    Did,
    Event,
    Exported,
    LeaseLost,
    Logged,
    Match,
    Named,
    Opened,
    Recent,
    Record,
    Redid,
    Salvaged,
    Saved,
    SignedOff,
    Undid,
)
from editor.archive.jobs import Batch
from editor.archive.lease import Presence
from editor.archive.migrations import REVISIONS
from editor.archive.passages import Passages
from editor.archive.replay import Misfit, Replay
from editor.archive.tale import Tale, everywhere, told
from editor.article import Edit, Span
from editor.revision import Decision, Deed, Revision, Step
from editor.saying import sentence

log = logging.getLogger(__name__)

EVERY = 200
"""After so many events of an article its text is kept whole, so that no text is far from one."""


@dataclass
class _Live:
    """An article as it is on disk, kept so that each event can be held against it."""

    replay: Replay
    nth: int
    sequence: int
    since: int
    """Events since the last snapshot."""


class Store:
    """What the archive does with its database. All of it is called from one thread."""

    def __init__(self, engine: sa.Engine, presence: Presence, actor: str) -> None:
        self._engine, self._presence, self._actor = engine, presence, actor
        self._live: dict[str, _Live] = {}
        self._sequences: dict[str, int] = {}
        self._passages = Passages()

    def close(self) -> None:
        self._engine.dispose()

    # Writing

    def append(self, batches: Sequence[Batch]) -> list[ArchiveError | None]:
        """Writes the batches in one transaction; for each what refused it, or None. Any other error wrote nothing."""
        try:
            with self._begin() as c:
                refused = [self._append(c, batch) for batch in batches]
        except BaseException:
            self._live.clear()
            self._passages.forget()
            raise
        self._sequences.update((b.article, self._live[b.article].sequence) for b in batches if b.article in self._live)
        return refused

    def _append(self, c: sa.Connection, batch: Batch) -> ArchiveError | None:
        holder = c.scalar(sa.select(schema.lease.c.holder).where(schema.lease.c.article == batch.article))
        if holder and holder != self._presence.id and self._presence.alive(holder):
            return LeaseLost("Another window has taken over this article: this one only reads it.")
        live = self._current(c, batch.article)
        begins = live is None
        if live is None:
            if batch.title is None and batch.text is None:
                return ArchiveError(sentence("The archive does not know this article."))
            title = batch.title or ""
            c.execute(insert_or(schema.article).values(id=batch.article, title=title).on_conflict_do_nothing())
            live = _Live(Replay(batch.text if batch.title is not None else None), 0, 0, 0)
        try:
            if batch.mend or live.replay.text is None:
                raise Misfit("the text is another than the events make")
            steps = _fitted(live.replay, batch.events)
        except Misfit as error:
            if batch.text is None:
                log.exception("events of %s do not fit and were not written", batch.article)
                return ArchiveError(f"What was written does not fit the article as the archive has it: {error}")
            log.error("events of %s do not fit and were written as one change: %s", batch.article, error)
            steps = _mended(live.replay, batch.events, batch.text)
        for event, after in steps:
            live.nth += 1
            live.replay = after
            live.sequence = self._insert(c, batch, event, live.nth)
            live.since += 1
            whole = (
                begins
                or isinstance(event, Named | Saved | Opened | Exported | SignedOff | Salvaged)
                or live.since >= EVERY
            )
            if whole and after.text is not None:
                name = _name(event)
                self._passages.keep(c, live.sequence, batch.article, after.text, name, self._actor, batch.at)
                live.since, begins = 0, False
        self._live[batch.article] = live
        if batch.caret is not None:
            c.execute(sa.update(schema.article).where(schema.article.c.id == batch.article).values(caret=batch.caret))
        return None

    def _insert(self, c: sa.Connection, batch: Batch, event: Event, nth: int) -> int:
        kind, said = payload.written(event)
        row: dict[str, Any] = {"kind": kind, "payload": said, "actor": self._actor, "at": batch.at}
        sequence = int(c.execute(sa.insert(schema.event), row | {"article": batch.article, "nth": nth}).lastrowid)
        if isinstance(event, Opened | Saved):
            for table, column, value in ((schema.path, "path", event.path), (schema.saved, "sha256", event.sha256)):
                if value:
                    seen = {column: value, "article": batch.article, "sequence": sequence}
                    put = insert_or(table).values(seen)
                    c.execute(
                        put.on_conflict_do_update(index_elements=[column, "article"], set_={"sequence": sequence})
                    )
        elif told_to_all := everywhere(c, event):
            kind, said = payload.written(told_to_all)
            c.execute(sa.insert(schema.event), row | {"kind": kind, "payload": said})
        return sequence

    def _current(self, c: sa.Connection, article: str) -> _Live | None:
        """The article as it is now: as remembered, unless another window has written meanwhile."""
        last = c.scalar(sa.select(sa.func.max(schema.event.c.nth)).where(schema.event.c.article == article))
        known = self._live.get(article)
        if known and known.nth == last:
            return known
        tale = told(c, self._passages, article)
        if tale is None:
            return None
        live = _Live(tale.replay, tale.nth, tale.sequence, tale.since)
        if tale.broken:
            live.nth += 1
            mark = Salvaged(tale.replay.decisions, tale.replay.notes, tale.replay.facts)
            batch = Batch(article, (), None, None, tale.at)
            live.sequence = self._insert(c, batch, mark, live.nth)
            live.replay.apply(mark)
            text = live.replay.text or ""
            self._passages.keep(c, live.sequence, article, text, "", self._actor, tale.at)
            live.since = 0
        return live

    # Reading

    def find(self, path: str, sha256: str) -> Record | None:
        """What is known of the file: the article last seen at its path, else one that had its hash."""
        with self._read() as c:
            at_path = _latest(c, schema.path, schema.path.c.path == path) if path else None
            article = at_path or (_latest(c, schema.saved, schema.saved.c.sha256 == sha256) if sha256 else None)
            if not article:
                return None
            record = self._record(c, article, "moved")
        if record and at_path:
            match: Match = "same" if record.saved_hash == sha256 else "changed_outside"
            return replace(record, match=match)
        return record

    def record(self, article: str) -> Record | None:
        with self._read() as c:
            return self._record(c, article, "same")

    def _record(self, c: sa.Connection, article: str, match: Match) -> Record | None:
        row = c.execute(sa.select(schema.article).where(schema.article.c.id == article)).first()
        tale: Tale | None = told(c, self._passages, article) if row else None
        if not row or not tale:
            return None
        replay = tale.replay
        self._sequences[article] = tale.sequence
        if not tale.broken:
            self._live[article] = _Live(replay, tale.nth, tale.sequence, tale.since)
        text = replay.text or ""
        return Record(
            id=article,
            title=row.title,
            match=match,
            draft=text,
            caret=min(row.caret, len(text)),
            decisions=replay.decisions,
            notes=replay.notes,
            done=tuple(step for step, _ in replay.done),
            undone=tuple(step for step, _ in replay.undone),
            facts=replay.facts,
            path=Path(replay.path) if replay.path else None,
            saved_hash=replay.sha256,
            changes=tuple(replay.changes),
            signed=replay.signed,
        )

    def last_sequences(self) -> dict[str, int]:
        """The sequence of each article's last event."""
        last = sa.func.max(schema.event.c.sequence)
        with self._read() as c:
            rows = c.execute(sa.select(schema.event.c.article, last).group_by(schema.event.c.article)).all()
        return {article: sequence for article, sequence in rows if article}

    def text(self, article: str) -> str | None:
        """The article's text as its events make it, where it was read or written here."""
        live = self._live.get(article)
        return live.replay.text if live else None

    def sequence(self, article: str) -> int:
        """The sequence of the article's last event as far as it was read or written here; 0 where it was not."""
        return self._sequences.get(article, 0)

    def revisions(self, article: str, *, present: bool = False) -> list[Revision]:
        """The latest first; with `present` what was done since the last one stands before them, if anything was."""
        table, event = schema.snapshot, schema.event
        columns = [column for column in table.c if column is not table.c.passages]
        with self._read() as c:
            ask = sa.select(*columns).where(table.c.article == article).order_by(table.c.sequence)
            kept = [Revision(str(r.sequence), r.sequence, r.name, r.actor, r.at, r.words) for r in c.execute(ask)]
            done = _logged(c, event.c.article == article)
        now = chronicle.present(kept, done) if present else None
        return [*([now] if now else []), *reversed(chronicle.told(kept, done))]

    def deeds(self, article: str, sequence: int) -> list[Deed]:
        """What was done between the revision before and the one of that sequence."""
        table, event = schema.snapshot, schema.event
        before = sa.select(sa.func.max(table.c.sequence)).where(table.c.article == article)
        with self._read() as c:
            after = c.scalar(before.where(table.c.sequence < sequence)) or 0
            here = (event.c.article == article) & (event.c.sequence > after) & (event.c.sequence <= sequence)
            return list(chronicle.deeds(_logged(c, here)))

    def text_of(self, article: str, sequence: int) -> str:
        """The article's text after the event of that sequence, or the last before it."""
        with self._read() as c:
            tale = told(c, self._passages, article, until=sequence)
        if tale is None or tale.replay.text is None or not tale.exact:
            raise ArchiveError(sentence("This revision can’t be read any more."))
        return tale.replay.text

    def recent(self, limit: int) -> list[Recent]:
        event, article = schema.event, schema.article
        last = sa.func.max(event.c.sequence).label("last")
        newest = sa.select(event.c.article, last).group_by(event.c.article).subquery()
        seen = sa.select(schema.path.c.path).where(schema.path.c.article == article.c.id)
        seen = seen.order_by(schema.path.c.sequence.desc()).limit(1)
        ask = sa.select(article.c.id, article.c.title, event.c.at, seen.scalar_subquery().label("path"))
        ask = ask.join(newest, newest.c.article == article.c.id).join(event, event.c.sequence == newest.c.last)
        with self._read() as c:
            rows = c.execute(ask.order_by(newest.c.last.desc()).limit(limit)).all()
        found, here = [], set()
        for row in rows:
            path = Path(row.path) if row.path else None
            # Of articles that were exported to one path after each other the last is what stands there.
            if path not in here:
                found.append(Recent(row.id, row.title, path, row.at, bool(path and not path.exists())))
            here |= {path} - {None}
        return found

    def dismissals_everywhere(self) -> list[Decision]:
        """What was let stand everywhere and neither undone nor taken back."""
        with self._read() as c:
            events = [logged.event for logged in _logged(c, schema.event.c.article.is_(None))]
        holds: dict[str, tuple[Decision, ...]] = {}
        taken_back: set[str] = set()
        for event in events:
            match event:
                case Did(step):
                    holds[step.id] = (*holds.get(step.id, ()), *step.decisions)
                case Undid(step_id):
                    taken_back.add(step_id)
                case Redid(step_id):
                    taken_back.discard(step_id)
        decisions = [d for step, said in holds.items() if step not in taken_back for d in said]
        undone = {d.undoes for d in decisions}
        return [d for d in decisions if d.id not in undone and d.kind != "undone"]

    def history(self, path: str) -> list[Logged]:
        with self._read() as c:
            article = _latest(c, schema.path, schema.path.c.path == path)
            return _logged(c, schema.event.c.article == article) if article else []

    # Leases

    def lease(self, article: str, *, by_force: bool = False) -> bool:
        table = schema.lease
        with self._begin() as c:
            holder = c.scalar(sa.select(table.c.holder).where(table.c.article == article))
            if holder and not by_force and holder != self._presence.id and self._presence.alive(holder):
                return False
            put = insert_or(table).values(article=article, holder=self._presence.id)
            c.execute(put.on_conflict_do_update(index_elements=["article"], set_={"holder": self._presence.id}))
        return True

    def give_back(self) -> None:
        """Lets go of all leases of this window."""
        with self._begin() as c:
            c.execute(sa.delete(schema.lease).where(schema.lease.c.holder == self._presence.id))

    def _begin(self) -> _Checked:
        return _Checked(self._engine)

    def _read(self) -> _Checked:
        return _Checked(self._engine.execution_options(reads=True))


class _Checked:
    """A transaction that begins with a look at the version, since a newer Copydesk may have raised it meanwhile."""

    def __init__(self, engine: sa.Engine) -> None:
        self._context = engine.begin()

    def __enter__(self) -> sa.Connection:
        connection = self._context.__enter__()
        version = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
        if version != REVISIONS[-1]:
            error = ArchiveNewer(
                sentence("A newer Copydesk has taken the archive over: end this one and start the newer.")
            )
            self._context.__exit__(type(error), error, None)
            raise error
        return connection

    def __exit__(self, *error: object) -> None:
        self._context.__exit__(*error)  # type: ignore[arg-type]


def _latest(c: sa.Connection, table: sa.Table, where: sa.ColumnElement[bool]) -> str | None:
    found: str | None = c.scalar(sa.select(table.c.article).where(where).order_by(table.c.sequence.desc()).limit(1))
    return found


def _logged(c: sa.Connection, where: sa.ColumnElement[bool]) -> list[Logged]:
    """The events that can be read, in their order."""
    found = []
    for row in c.execute(sa.select(schema.event).where(where).order_by(schema.event.c.sequence)):
        try:
            found.append(Logged(row.sequence, row.at, row.actor, payload.read(row.kind, row.payload)))
        except payload.Unreadable as error:
            log.warning("event %d can't be read: %s", row.sequence, error)
    return found


def _fitted(before: Replay, events: Iterable[Event]) -> list[tuple[Event, Replay]]:
    """Each event with the edits it makes, and the article after it. Raises Misfit."""
    replay, steps = before.copy(), []
    for event in events:
        if isinstance(event, Undid | Redid):
            event = replace(event, edits=replay.edits(event))  # noqa: PLW2901
        replay.apply(event)
        steps.append((event, replay))
        replay = replay.copy()
    return steps


def _mended(before: Replay, events: Iterable[Event], text: str) -> list[tuple[Event, Replay]]:
    """What the events say, as one step that makes the text what it is: nothing that was decided or typed is lost."""
    steps = [event.step for event in events if isinstance(event, Did)]
    others = [event for event in events if not isinstance(event, Did | Undid | Redid)]
    decisions = tuple(decision for step in steps for decision in step.decisions)
    notes = tuple(note for step in steps for note in step.notes)
    if before.text is None:
        anew = replace(before, text=text)
        return _fitted(anew, [Salvaged((*before.decisions, *decisions), notes, before.facts), *others])
    step = Step(uuid.uuid4().hex, "restored", _difference(before.text, text), decisions, notes)
    return _fitted(before, [Did(step), *others])


def _difference(old: str, new: str) -> tuple[Edit, ...]:
    """The one edit that makes `new` of `old`, without what is the same at both ends."""
    if old == new:
        return ()
    most = min(len(old), len(new))
    start = next((n for n in range(most) if old[n] != new[n]), most)
    end = next((n for n in range(most - start) if old[-1 - n] != new[-1 - n]), most - start)
    return (Edit(Span(start, len(old) - end), old[start : len(old) - end], new[start : len(new) - end]),)


def _name(event: Event) -> str:
    """The name of the revision that an event makes, where it has one."""
    return event.name if isinstance(event, Named) else ""
