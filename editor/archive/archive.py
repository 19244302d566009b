"""The archive as all others see it: questions and events go to one thread, which alone knows the database."""

from __future__ import annotations

import getpass
import logging
import os
import queue
import threading
import time
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeVar

from editor.archive.events import ArchiveError, Event, Logged, Opened, Recent, Record
from editor.archive.jobs import Batch, Begin
from editor.revision import Decision, Deed, Revision
from editor.saying import Said
from editor.settings import data_folder

if TYPE_CHECKING:
    from editor.archive.work import Work

log = logging.getLogger(__name__)

T = TypeVar("T")
AGAIN = 3.0
"""Seconds until what could not be written is tried again."""
GATHER = 0.002
"""Seconds for which the thread waits for more to write at once."""


@dataclass(frozen=True, slots=True)
class State:
    """What the archive can do. `reason` is a sentence for a banner, also when it is ready again after damage."""

    name: Literal["opening", "ready", "newer", "failed"]
    reason: Said | str = ""


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")


class Archive:
    """All articles and what became of them. The package's docstring says how to work with it."""

    def __init__(
        self,
        folder_: Path | None = None,
        *,
        actor: str | None = None,
        changed: Callable[[State], None] | None = None,
        clock: Callable[[], str] = _now,
        again: float = AGAIN,
    ) -> None:
        self.folder = folder_ or data_folder()
        self.actor = actor if actor is not None else _user()
        self.again = again
        self._state = State("opening")
        self._changed, self._clock = changed, clock
        self._queue: queue.SimpleQueue[_Job] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="archive", daemon=True)
        self._closing = threading.Event()

    def __enter__(self) -> Archive:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def state(self) -> State:
        return self._state

    def start(self) -> None:
        """Starts the thread; it may be running already."""
        if not self._thread.ident:
            self._thread.start()

    def close(self, timeout: float = 5.0) -> bool:
        """Writes what is waiting; False where that took too long. Nothing can be asked or written afterwards."""
        if self._closing.is_set() or not self._thread.ident:
            return True
        self._closing.set()
        self._queue.put(None)
        self._thread.join(timeout)
        return not self._thread.is_alive()

    # Questions

    def unknown(self, path: Path, sha256: str) -> bool:
        """Whether the archive surely has nothing of a file. Answered at once, before the thread is started too."""
        from editor.archive import peek

        return peek.unknown(self.folder / peek.NAME, _real(path), sha256)

    def find(self, path: Path, sha256: str) -> Future[Record | None]:
        """What is known of a file; nothing is written."""
        return self._ask(lambda work: work.find(_real(path), sha256))

    def open_article(
        self,
        path: Path | None = None,
        sha256: str = "",
        *,
        text: str = "",
        title: str = "",
        article: str = "",
        as_new: bool = False,
    ) -> Future[Record]:
        """The article of this file, or of this id; a new one where none is known, or where it is a copy (`as_new`)."""
        event = Opened(_real(path), sha256)
        begin = Begin(event, _first(title) or (path.name if path else "") or _first(text), text, article, as_new)
        return self._ask(lambda work: work.open_article(begin, self._clock()))

    def revisions(self, article: str, *, present: bool = False) -> Future[list[Revision]]:
        """The article's revisions, the latest first; with `present` before them what was done since, as one more."""
        return self._ask(lambda work: work.sure().revisions(article, present=present))

    def deeds(self, article: str, revision: Revision) -> Future[list[Deed]]:
        """What was done between the revision before and this one, one by one."""
        return self._ask(lambda work: work.sure().deeds(article, revision.sequence))

    def text_of(self, article: str, revision: Revision | str | int) -> Future[str]:
        """The article's text at a revision, or after any event, of which the sequence is given."""
        sequence = revision.sequence if isinstance(revision, Revision) else int(revision)
        return self._ask(lambda work: work.sure().text_of(article, sequence))

    def recent(self, limit: int = 50) -> Future[list[Recent]]:
        """The articles worked on last."""
        return self._ask(lambda work: work.sure().recent(limit))

    def dismissals_everywhere(self) -> Future[list[Decision]]:
        """What was let stand in all articles, and still is."""
        return self._ask(lambda work: work.sure().dismissals_everywhere())

    def history(self, path: Path) -> Future[list[Logged]]:
        """Every event of the article seen last at this path."""
        return self._ask(lambda work: work.sure().history(_real(path)))

    def lease(self, article: str) -> Future[bool]:
        """Whether this archive may write the article: it may unless another window that still runs has it."""
        return self._ask(lambda work: work.sure().lease(article))

    def take_over(self, article: str) -> Future[None]:
        """Takes the article from the other window, whose next write will fail."""
        return self._ask(lambda work: work.take_over(article))

    # Writing

    def append(
        self,
        article: str,
        events: Iterable[Event],
        *,
        text: str | None = None,
        caret: int | None = None,
        done: Callable[[ArchiveError | None], None] | None = None,
    ) -> None:
        """Hands events to the archive's thread, as one transaction, and returns at once."""
        if self._closing.is_set():
            raise ArchiveError("The archive is closed.")
        self._queue.put(Batch(article, tuple(events), text, caret, self._clock(), done=done))

    # The thread

    def _ask(self, question: Callable[[Work], T]) -> Future[T]:
        if self._closing.is_set():
            raise ArchiveError("The archive is closed.")
        answer: Future[T] = Future()

        def job(work: Work) -> None:
            if not answer.set_running_or_notify_cancel():
                return
            try:
                said = work.answer(question)
            except ArchiveError as error:
                answer.set_exception(error)
            else:
                answer.set_result(said)

        self._queue.put(job)
        return answer

    def _is(self, state: State) -> None:
        if state != self._state:
            self._state = state
            if self._changed:
                self._changed(state)

    def _run(self) -> None:
        from editor.archive.work import Work

        work = Work(self.folder, self.actor, self._is, self.again)
        work.open()
        running = True
        while running:
            try:
                jobs = [self._queue.get(timeout=work.due())]
            except queue.Empty:
                jobs = []
            if any(isinstance(job, Batch) for job in jobs):
                # What is handed over together is written together: typing, and the decision it came before.
                time.sleep(GATHER)
            while not self._queue.empty():
                jobs.append(self._queue.get())
            batches: list[Batch] = []
            for job in jobs:
                if isinstance(job, Batch):
                    batches.append(job)
                    continue
                self._do(work.write, batches)
                batches = []
                if job is None:
                    running = False
                else:
                    self._do(job, work)
            self._do(work.write, batches)
        work.close()

    @staticmethod
    def _do(job: Callable[[T], None], what: T) -> None:
        """Whatever goes wrong with one job, the thread goes on with the next."""
        try:
            job(what)
        except Exception:
            log.exception("the archive's thread met a fault")


_Job = Batch | Callable[["Work"], None] | None


def _real(path: Path | None) -> str:
    return os.path.realpath(path) if path else ""


def _first(words: str) -> str:
    return words.strip().split("\n", 1)[0][:80]


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""
