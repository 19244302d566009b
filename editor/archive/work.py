"""The work of the archive's thread: it keeps what can't be written yet, heals what is damaged, and answers."""

from __future__ import annotations

import logging
import sqlite3
import time
import uuid
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import sqlalchemy as sa

from editor.archive import opening
from editor.archive.archive import State
from editor.archive.events import ArchiveError, ArchiveNewer, LeaseLost, Opened, Record, Saved
from editor.archive.jobs import Batch, Begin
from editor.archive.lease import Presence
from editor.archive.recovery import Beside, Recoveries
from editor.archive.store import Store
from editor.saying import Said, sentence, told_by

log = logging.getLogger(__name__)

T = TypeVar("T")
DOUBT = 1.0
"""Seconds for which a text may be another than its events make, since the rest of them may be on the way."""
WORLD = (sa.exc.SQLAlchemyError, sqlite3.Error, OSError, UnicodeDecodeError)
"""What the world does to a database; anything else is a fault of ours."""


class Work:
    """One archive, from its opening to its end. All of it happens on the archive's thread."""

    def __init__(self, folder: Path, actor: str, tell: Callable[[State], None], again: float) -> None:
        self._folder, self._actor, self._tell, self._again = folder, actor, tell, again
        self._recoveries = Recoveries(folder)
        self._store: Store | None = None
        self._presence: Presence | None = None
        self._kept: list[Batch] = []
        self._files: dict[str, tuple[str, str]] = {}
        self._doubts: dict[str, tuple[float, Batch]] = {}
        self._state = State("opening")
        self._newer = False
        self._notice = ""
        self._retry = 0.0

    def open(self, *, damaged: bool = False) -> None:
        """Opens the database, or says why it can't be."""
        self._retry = time.monotonic() + self._again
        try:
            ready = opening.opened(self._folder, damaged=damaged)
            self._presence = self._presence or Presence(self._folder)
            self._store = Store(ready.engine, self._presence, self._actor)
            self._notice = ready.notice or self._notice
            self._recoveries.tidy(self._store.last_sequences())
        except ArchiveNewer as error:
            self._newer = True
            self._is(State("newer", told_by(error)))
        except WORLD as error:
            if not damaged and opening.is_damage(error):
                self._heal()
                return
            log.warning("the archive could not be opened: %s", error)
            self._is(State("failed", reason(error)))
        except Exception as error:
            log.exception("the archive could not be opened")
            self._is(State("failed", reason(error)))
        else:
            self._is(State("ready", self._notice))

    def due(self) -> float | None:
        """In how many seconds there is something to do though nothing comes in."""
        waits = [self._recoveries.due()]
        waits += [max(0.0, since + DOUBT - time.monotonic()) for since, _ in self._doubts.values()]
        if self._state.name == "failed":
            waits.append(max(0.0, self._retry - time.monotonic()))
        return min((wait for wait in waits if wait is not None), default=None)

    def write(self, batches: list[Batch]) -> None:
        """Writes these and all that was kept; with none, what is due."""
        if batches or (self._state.name == "failed" and time.monotonic() >= self._retry):
            self._try(batches)
        self._mend(DOUBT)
        self._recoveries.write()

    def close(self) -> None:
        """The last try for what is kept."""
        if self._kept:
            self._try([])
        self._mend(0.0)
        self._recoveries.write(all_=True)
        try:
            if self._store:
                self._store.give_back()
                self._store.close()
        except (ArchiveError, *WORLD) as error:
            log.warning("the archive could not be closed well: %s", error)
        if self._presence:
            self._presence.close()

    # Questions

    def answer(self, question: Callable[[Work], T]) -> T:
        """What a question gives; where the database proves to be damaged, what it gives once it is healed."""
        for left in (1, 0):
            try:
                return question(self)
            except ArchiveNewer as error:
                self._lost(error)
                raise
            except ArchiveError:
                raise
            except WORLD as error:
                if left and opening.is_damage(error):
                    self._heal()
                    continue
                raise ArchiveError(reason(error)) from error
            except Exception as error:
                log.exception("a question to the archive failed")
                raise ArchiveError(reason(error)) from error
        raise AssertionError

    def sure(self) -> Store:
        """The database. Raises ArchiveError where there is none to be used."""
        if self._store is None and self._state.name == "failed":
            self._try([])
        if self._store is None:
            raise (ArchiveNewer if self._newer else ArchiveError)(self._state.reason)
        return self._store

    def find(self, path: str, sha256: str) -> Record | None:
        record = self.sure().find(path, sha256)
        return record and self._with_recovered(record)

    def open_article(self, begin: Begin, at: str) -> Record:
        """The article as the archive has it; a new one is begun where it has none, on disk as soon as that can be."""
        record = None
        try:
            store = self.sure()
            if begin.article:
                record = store.record(begin.article)
            elif not begin.as_new:
                record = store.find(begin.file.path, begin.file.sha256)
        except ArchiveError as error:
            log.warning("an article is opened without the archive: %s", error)
        if record:
            self._files[record.id] = (record.title, str(record.path or ""))
            return self._with_recovered(record)
        old = self._recoveries.at(begin.file.path) if begin.file.path and not begin.as_new else None
        known = old and self._store and self._store.record(old.beside.article)
        id_ = old.beside.article if old and not known else uuid.uuid4().hex
        recovered = old.text if old and old.text != begin.text else None
        self._files[id_] = (begin.title, begin.file.path)
        self.write([Batch(id_, (begin.file,), begin.text, None, at, begin.title)])
        stored = self._state.name == "ready" and not any(batch.article == id_ for batch in self._kept)
        return Record(
            id=id_,
            title=begin.title,
            match="new",
            draft=begin.text,
            path=Path(begin.file.path) if begin.file.path else None,
            saved_hash=begin.file.sha256,
            recovered=recovered,
            recovered_at=old.at if old else 0.0,
            stored=stored,
        )

    def take_over(self, article: str) -> None:
        self.sure().lease(article, by_force=True)

    def _with_recovered(self, record: Record) -> Record:
        old = self._recoveries.of(record.id)
        if self._store and old and old.text != record.draft and old.beside.sequence >= self._store.sequence(record.id):
            return replace(record, recovered=old.text, recovered_at=old.at)
        return record

    # Writing

    def _try(self, new: list[Batch]) -> None:
        self._kept += new
        if self._store is None and not self._newer:
            self.open()
        if self._newer:
            self._lost(ArchiveNewer(self._state.reason))
            return
        if self._store is None:
            error = ArchiveError(self._state.reason)
        else:
            try:
                self._append()
            except ArchiveNewer as newer:
                self._lost(newer)
                return
            except WORLD as fault:
                log.warning("the archive could not be written: %s", fault)
                error = ArchiveError(reason(fault))
            else:
                self._is(State("ready", self._notice))
                return
        self._retry = time.monotonic() + self._again
        self._is(State("failed", told_by(error)))
        self._put_away(self._kept, ahead=True)
        for batch in new:
            _call(batch, error)

    def _append(self) -> None:
        """Writes all that is kept: in one transaction, or one by one where something in them is a fault of ours."""
        assert self._store
        for left in (1, 0):
            try:
                written = self._store.append(self._kept)
            except WORLD as error:
                if not left or not opening.is_damage(error):
                    raise
                self._heal()
                if self._store is None:
                    raise
            except ArchiveNewer:
                raise
            except Exception as error:
                if len(self._kept) == 1:
                    log.exception("events could not be written, and will not be")
                    written = [ArchiveError(reason(error))]
                    break
                batches, self._kept = self._kept, []
                for n, batch in enumerate(batches):
                    self._kept = [batch]
                    try:
                        self._append()
                    except BaseException:
                        self._kept = batches[n:]
                        raise
                return
            else:
                break
        batches, self._kept = self._kept, []
        for n, (batch, refused) in enumerate(zip(batches, written, strict=True)):
            self._put_away([batch], ahead=refused is not None, aside=isinstance(refused, LeaseLost))
            if refused is None and not any(other.article == batch.article for other in batches[n + 1 :]):
                self._weigh(batch)
            _call(batch, refused)

    def _mend(self, after: float) -> None:
        """Makes texts what they were said to be, where what came since has not: a fault of ours that costs nothing."""
        late = [id_ for id_, (since, _) in self._doubts.items() if time.monotonic() - since >= after]
        if late:
            doubted = [self._doubts.pop(id_)[1] for id_ in late]
            self._try([replace(batch, events=(), title=None, mend=True, done=None) for batch in doubted])

    def _weigh(self, batch: Batch) -> None:
        """Holds the text that was said against the one that the events made. It may be ahead of them for a moment."""
        assert self._store
        if batch.text is not None:
            if self._store.text(batch.article) == batch.text:
                self._doubts.pop(batch.article, None)
            else:
                self._doubts[batch.article] = (time.monotonic(), batch)

    def _put_away(self, batches: Iterable[Batch], *, ahead: bool, aside: bool = False) -> None:
        """The texts of batches, for their recovery files; aside where another window writes the article's own."""
        for batch in batches:
            for event in batch.events:
                if isinstance(event, Opened | Saved):
                    title, _ = self._files.get(batch.article, ("", ""))
                    self._files[batch.article] = (title, event.path)
            if batch.text is None:
                continue
            title, path = self._files.get(batch.article, ("", ""))
            sequence = self._store.sequence(batch.article) if self._store else 0
            name = f"{batch.article}-{self._presence.id[:8]}" if aside and self._presence else batch.article
            self._recoveries.put(batch.text, Beside(batch.article, sequence, ahead, "", title, path), name)

    def _lost(self, error: ArchiveNewer) -> None:
        """A newer Copydesk has the archive: nothing is written any more but recovery files."""
        if self._store:
            self._store.close()
            self._store = None
        self._newer = True
        self._is(State("newer", told_by(error)))
        batches, self._kept = self._kept, []
        self._put_away(batches, ahead=True)
        for batch in batches:
            _call(batch, error)

    def _heal(self) -> None:
        """Puts the damaged database aside and goes on with a new one."""
        if self._store:
            self._store.close()
            self._store = None
        self.open(damaged=True)

    def _is(self, state: State) -> None:
        self._state = state
        self._tell(state)


def reason(error: BaseException) -> Said:
    """What went wrong with the archive, and what to do."""
    cause = error.orig if isinstance(error, sa.exc.DBAPIError) and error.orig else error
    said = str(cause).lower()
    if "full" in said or "no space" in said or "quota" in said:
        return sentence("Not saved to the archive: the disk is full. Free some space; it is tried again by itself.")
    if "readonly" in said or "read-only" in said or "permission" in said or "unable to open" in said:
        return sentence("Not saved to the archive: its folder can't be written. It is tried again by itself.")
    if "locked" in said or "busy" in said:
        return sentence("Not saved to the archive yet: another window is writing. It is tried again by itself.")
    return sentence("Not saved to the archive: {cause}.", cause=str(cause))


def _call(batch: Batch, error: ArchiveError | None) -> None:
    if batch.done:
        try:
            batch.done(error)
        except Exception:
            log.exception("a caller's own answer to the archive failed")
