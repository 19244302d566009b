"""The worker: a process of its own that runs the checks, so that the window never waits for one.

The window's side is `Worker`: it sends the whole article with the number of its text, and hears of each check's
findings as they come. Both ends of the pipe are drained by threads. The process dies with the window, busy or idle.
"""

from __future__ import annotations

import ctypes
import logging
import multiprocessing
import multiprocessing.connection
import os
import queue
import signal
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING

from editor.article import Article
from editor.checker import GRAMMAR, Checker, Trouble, names
from editor.finding import Finding

if TYPE_CHECKING:
    from editor.factsheet import Row

log = logging.getLogger(__name__)

PORTION = 500
"""The most findings of one message: more of them at once would stall the window while it makes rows of them."""


@dataclass(frozen=True, slots=True)
class Job:
    """A text to be checked. `number` is the text's; `off` names checks not to run; `grammar`: ask LanguageTool too.

    With `sheet` the fact sheet is made too, once the checks have spoken.
    """

    number: int
    article: Article
    options: dict[str, dict[str, object]] = field(default_factory=dict)
    grammar: bool = True
    off: frozenset[str] = frozenset()
    sheet: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """What one check says of the text `number`: findings, of which there may be `more` to come; or that it failed."""

    number: int
    check: str
    findings: tuple[Finding, ...] = ()
    more: bool = False
    trouble: Trouble | None = None


@dataclass(frozen=True, slots=True)
class Done:
    """All checks but grammar have spoken of the text `number`."""

    number: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """The fact sheet of the text `number`."""

    number: int
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Engine:
    """How grammar is checked: by which engine, or why not."""

    engine: str
    missing: str = ""


@dataclass(frozen=True, slots=True)
class Died:
    """The process ended by itself; `again` whether another was started in its place."""

    again: bool


Report = Said | Done | Sheet | Engine | Died


class Worker:
    """The window's end. `hear` is called from a thread of the worker's, with each report."""

    def __init__(self, hear: Callable[[Report], None], *, restarts: int = 1) -> None:
        self._hear, self._restarts = hear, restarts
        self._jobs: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        self._last: Job | None = None
        self._process: multiprocessing.process.BaseProcess | None = None
        self._stopping = False

    @property
    def pid(self) -> int | None:
        return self._process.pid if self._process else None

    def start(self) -> None:
        """Starts the process; from the main thread, for the process is told to die with the thread that started it."""
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        self._jobs = queue.SimpleQueue()
        self._process = context.Process(target=_serve, args=(theirs,), name="copydesk-checks", daemon=True)
        self._process.start()
        theirs.close()
        for target in (self._send, self._receive):
            threading.Thread(target=target, args=(ours, self._jobs), name=target.__name__, daemon=True).start()

    def ask(self, job: Job) -> None:
        """Has a text checked; one that waits is forgotten for it."""
        self._last = job
        self._jobs.put(job)

    def stop(self, patience: float = 2.0) -> None:
        """Ends the process, by force after `patience` seconds."""
        self._stopping = True
        self._jobs.put(None)
        if self._process:
            self._process.join(patience)
            if self._process.is_alive():
                self._process.kill()

    def restart(self) -> None:
        """Starts the process again after it died, with the last text; from the main thread."""
        self.start()
        if self._last:
            self._jobs.put(self._last)

    def _send(self, pipe: Connection, jobs: queue.SimpleQueue[Job | None]) -> None:
        try:
            while job := _latest(jobs):
                pipe.send(job)
            if self._stopping:
                # Not closed: the other thread may be in the middle of a message.
                pipe.send(None)
        except OSError:
            return

    def _receive(self, pipe: Connection, jobs: queue.SimpleQueue[Job | None]) -> None:
        try:
            while True:
                self._hear(pipe.recv())
        except (EOFError, OSError):
            jobs.put(None)
        if not self._stopping:
            again = self._restarts > 0
            self._restarts -= 1
            self._hear(Died(again))


def _latest(jobs: queue.SimpleQueue[Job | None]) -> Job | None:
    """The newest job that waits; the others are of texts that are no more."""
    job = jobs.get()
    while job is not None and not jobs.empty():
        job = jobs.get()
    return job


def _serve(pipe: Connection) -> None:
    """The process: checks the newest text that was sent, until the pipe is closed."""
    _die_with_parent()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.nice(5)
    jobs: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
    texts: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
    lock = threading.Lock()

    def tell(report: Report) -> None:
        with lock:
            pipe.send(report)

    checked = threading.Event()
    threading.Thread(target=_drain, args=(pipe, jobs, texts), name="drain", daemon=True).start()
    threading.Thread(target=_grammar, args=(texts, tell, checked), name="grammar", daemon=True).start()
    checkers: dict[str, Checker] = {}
    try:
        while job := _latest(jobs):
            checker = checkers.setdefault(repr(job.options), Checker(job.options))
            for check, said in checker.run(job.article, only=set(names()) - job.off):
                if not jobs.empty():
                    break
                _tell(tell, job.number, check, said)
            else:
                tell(Done(job.number))
                checked.set()
                if job.sheet:
                    from editor import factsheet

                    tell(Sheet(job.number, factsheet.rows(checker.read(job.article))))
    except (BrokenPipeError, ConnectionResetError):
        pass
    from editor.checks import grammar

    grammar.stop()


def _drain(pipe: Connection, *takers: queue.SimpleQueue[Job | None]) -> None:
    job: Job | None = None
    try:
        while True:
            job = pipe.recv()
            for taker in takers:
                taker.put(job)
    except (EOFError, OSError):
        for taker in takers:
            taker.put(None)


def _grammar(texts: queue.SimpleQueue[Job | None], tell: Callable[[Report], None], checked: threading.Event) -> None:
    """The thread that waits for LanguageTool: its start, and its answers.

    It begins once a text has been `checked` by all others: Java's start takes a processor for seconds, and what it
    takes the editor's first findings would wait for.
    """
    checked.wait()
    from editor.checks import grammar

    checker: Checker | None = None
    try:
        while job := _latest(texts):
            if not job.grammar:
                continue
            checker = checker or Checker(job.options)
            chosen = job.options.get(GRAMMAR, {})
            folder, java = str(chosen.get("folder", "")), str(chosen.get("java", ""))
            grammar.start(folder=folder, java=java, language=job.article.facts.language.value)
            for check, said in checker.run(job.article, only=(GRAMMAR,), grammar=True):
                _tell(tell, job.number, check, said)
            tell(Engine(grammar.engine(), grammar.unavailable() or ""))
    except (BrokenPipeError, ConnectionResetError):
        pass


def _tell(tell: Callable[[Report], None], number: int, check: str, said: tuple[Finding, ...] | Trouble) -> None:
    if isinstance(said, Trouble):
        tell(Said(number, check, trouble=said))
        return
    for at in range(0, max(1, len(said)), PORTION):
        tell(Said(number, check, said[at : at + PORTION], more=at + PORTION < len(said)))


def _die_with_parent() -> None:
    """Has the system end this process when the window's ends, and watches for it where the system can't."""
    parent = multiprocessing.parent_process()
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(1, signal.SIGKILL)  # 1: PR_SET_PDEATHSIG
    if parent is None:
        return
    sentinel = parent.sentinel

    def watch() -> None:
        multiprocessing.connection.wait([sentinel])
        os._exit(1)

    threading.Thread(target=watch, name="parent", daemon=True).start()
