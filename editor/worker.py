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
import signal
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING

from editor.article import Article
from editor.checker import GRAMMAR, Checker, Trouble, names
from editor.finding import Finding

if TYPE_CHECKING:
    from editor.factsheet import Row
    from editor.measures import Measures

log = logging.getLogger(__name__)

PORTION = 500
"""The most findings of one message: more of them at once would stall the window while it makes rows of them."""
APART = 1_000_000
"""How far the numbers of one article's texts are from the next one's, so that each report finds its own."""
KEPT = 8
"""Of how many articles what was read is kept for their next text."""


@dataclass(frozen=True, slots=True)
class Job:
    """A text to be checked. `number` is the text's; `off` names checks not to run; `grammar`: ask LanguageTool too.

    With `sheet` the fact sheet is made too, once the checks have spoken. The article in `front` is checked first.
    """

    number: int
    article: Article
    options: dict[str, dict[str, object]] = field(default_factory=dict)
    grammar: bool = True
    off: frozenset[str] = frozenset()
    sheet: bool = False
    front: bool = True
    engine: int = 0
    """Which start of LanguageTool is meant: with a higher number than before it is started anew."""

    @property
    def of(self) -> int:
        """Which article it is a text of."""
        return self.number // APART


class Waiting:
    """The texts that wait to be checked, of each article the newest. That of the article in front is taken first."""

    def __init__(self) -> None:
        self._jobs: dict[int, Job] = {}
        self._ended = False
        self._some = threading.Condition()

    def put(self, job: Job | None) -> None:
        """A text to be checked; one of the same article that waits is forgotten for it. None ends it all."""
        with self._some:
            if job is None:
                self._ended = True
            else:
                if job.front:
                    self._jobs = {of: replace(other, front=False) for of, other in self._jobs.items()}
                self._jobs[job.of] = job
            self._some.notify()

    def put_back(self, job: Job) -> None:
        """A text that has made way for another waits again, unless there is a newer one."""
        with self._some:
            self._jobs.setdefault(job.of, replace(job, front=False))

    def take(self) -> Job | None:
        """The next text; None at the end."""
        with self._some:
            self._some.wait_for(lambda: self._jobs or self._ended)
            if self._ended:
                return None
            first = next((job for job in self._jobs.values() if job.front), next(iter(self._jobs.values())))
            return self._jobs.pop(first.of)

    def before(self, job: Job) -> bool:
        """Whether a text waits that this one is to make way for."""
        with self._some:
            return self._ended or job.of in self._jobs or any(other.front for other in self._jobs.values())


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
    """The fact sheet of the text `number`, and what was measured of it."""

    number: int
    rows: tuple[Row, ...]
    measures: Measures | None = None


@dataclass(frozen=True, slots=True)
class Engine:
    """How grammar is checked: by which engine, or why not."""

    engine: str
    missing: str = ""
    pid: int = 0


@dataclass(frozen=True, slots=True)
class Died:
    """The process ended by itself; `again` whether another was started in its place."""

    again: bool


Report = Said | Done | Sheet | Engine | Died


class Worker:
    """The window's end. `hear` is called from a thread of the worker's, with each report."""

    def __init__(self, hear: Callable[[Report], None], *, restarts: int = 1) -> None:
        self._hear, self._restarts = hear, restarts
        self._jobs = Waiting()
        self._process: multiprocessing.process.BaseProcess | None = None
        self._stopping = False

    @property
    def pid(self) -> int | None:
        return self._process.pid if self._process else None

    def start(self) -> None:
        """Starts the process; from the main thread, for the process is told to die with the thread that started it."""
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        self._jobs = Waiting()
        self._process = context.Process(target=_serve, args=(theirs,), name="copydesk-checks", daemon=True)
        self._process.start()
        theirs.close()
        for target in (self._send, self._receive):
            threading.Thread(target=target, args=(ours, self._jobs), name=target.__name__, daemon=True).start()

    def ask(self, job: Job) -> None:
        """Has a text checked; an older one of its article that waits is forgotten for it."""
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
        """Starts the process again after it died, from the main thread; what was asked of it is to be asked anew."""
        self.start()

    def _send(self, pipe: Connection, jobs: Waiting) -> None:
        try:
            while job := jobs.take():
                pipe.send(job)
            if self._stopping:
                # Not closed: the other thread may be in the middle of a message.
                pipe.send(None)
        except OSError:
            return

    def _receive(self, pipe: Connection, jobs: Waiting) -> None:
        try:
            while True:
                self._hear(pipe.recv())
        except (EOFError, OSError):
            jobs.put(None)
        if not self._stopping:
            again = self._restarts > 0
            self._restarts -= 1
            self._hear(Died(again))


def _serve(pipe: Connection) -> None:
    """The process: checks the newest text of each article that was sent, until the pipe is closed."""
    _die_with_parent()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.nice(5)
    jobs, texts = Waiting(), Waiting()
    lock = threading.Lock()

    def tell(report: Report) -> None:
        with lock:
            pipe.send(report)

    checked = threading.Event()
    threading.Thread(target=_drain, args=(pipe, jobs, texts), name="drain", daemon=True).start()
    threading.Thread(target=_grammar, args=(texts, tell, checked), name="grammar", daemon=True).start()
    checkers = Checkers()
    try:
        while job := jobs.take():
            checker = checkers.of(job)
            for check, said in checker.run(job.article, only=set(names()) - job.off):
                if jobs.before(job):
                    jobs.put_back(job)
                    break
                _tell(tell, job.number, check, said)
            else:
                tell(Done(job.number))
                checked.set()
                if job.sheet:
                    from editor import factsheet
                    from editor.measures import measured

                    ledger = checker.read(job.article)
                    tell(Sheet(job.number, factsheet.rows(ledger), measured(ledger)))
    except (BrokenPipeError, ConnectionResetError):
        pass
    from editor.checks import grammar

    grammar.stop()


class Checkers:
    """A checker for each article that was checked last, with what it has read; other options need another one."""

    def __init__(self, *, grammar: bool = False) -> None:
        self._known: dict[tuple[int, str], Checker] = {}
        self._grammar = grammar

    def of(self, job: Job) -> Checker:
        # A new word in a dictionary is for grammar alone: nothing is to be read again for the other checks.
        options = {name: said for name, said in job.options.items() if self._grammar or name != GRAMMAR}
        key = job.of, repr(options)
        self._known[key] = checker = self._known.pop(key, None) or Checker(options)
        for old in list(self._known)[:-KEPT]:
            del self._known[old]
        return checker


def _drain(pipe: Connection, *takers: Waiting) -> None:
    job: Job | None = None
    try:
        while True:
            job = pipe.recv()
            for taker in takers:
                taker.put(job)
    except (EOFError, OSError):
        for taker in takers:
            taker.put(None)


def _grammar(texts: Waiting, tell: Callable[[Report], None], checked: threading.Event) -> None:
    """The thread that waits for LanguageTool: its start, and its answers.

    It begins once a text has been `checked` by all others: Java's start takes a processor for seconds, and what it
    takes the editor's first findings would wait for.
    """
    checked.wait()
    from editor.checks import grammar

    checkers, engine = Checkers(grammar=True), 0
    try:
        while job := texts.take():
            if not job.grammar or job.engine > engine:
                # What is not asked takes no memory, and what is asked anew is looked for anew.
                grammar.stop()
                engine = max(engine, job.engine)
            if not job.grammar:
                continue
            chosen = job.options.get(GRAMMAR, {})
            folder, java = str(chosen.get("folder", "")), str(chosen.get("java", ""))
            grammar.start(folder=folder, java=java, language=job.article.facts.language.value)
            for check, said in checkers.of(job).run(job.article, only=(GRAMMAR,), grammar=True):
                _tell(tell, job.number, check, said)
            tell(Engine(grammar.engine(), grammar.unavailable() or "", grammar.pid()))
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
