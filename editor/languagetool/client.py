"""What LanguageTool says of a text. One thread starts its process, owns the connection, and sends to nobody else."""

from __future__ import annotations

import functools
import logging
import re
import threading
from collections.abc import Callable
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeVar

from editor.article import TextMap
from editor.languagetool.supervisor import LIMIT, Server, Unavailable

if TYPE_CHECKING:
    from language_tool_python import LanguageTool

T = TypeVar("T")
log = logging.getLogger(__name__)

SECONDS_FOR_AN_ANSWER = 30
FAILURES = 4
"""How often in a row it may fail before a client holds that it would fail again."""

REMEMBERED = 20_000
"""How many texts' answers are kept: paragraphs of some 300 long articles."""

WARMING = "The council meets on Monday to vote on the budget, which the mayor wants to see cut."

LANGUAGES = {"en": "English", "es": "Spanish", "ca": "Catalan", "pt": "Portuguese"}
"""The languages that are installed, by their tags."""

_VARIANTS = {"en": "en-US", "ca": "ca-ES", "es": "es", "pt": "pt"}
# English has no speller until its country is named; "pt" alone is left so, as Brazil and Portugal spell differently.
_NAMED = {"en-us", "en-gb", "en-au", "en-ca", "en-nz", "en-za", "pt-pt", "pt-br", "pt-ao", "pt-mz"}


class Match(NamedTuple):
    """One thing that LanguageTool says: its place in the text that was sent, in code points, and its words."""

    start: int
    end: int
    rule: str
    category: str
    issue: str
    """LanguageTool's own class of it: misspelling, grammar, style, typographical …"""
    message: str
    replacements: tuple[str, ...]


def variant(language: str) -> str:
    """LanguageTool's name for a BCP 47 tag. Raises Unavailable for a language that is not installed."""
    tag = language.replace("_", "-").lower()
    base = tag.split("-")[0]
    if base not in _VARIANTS:
        known = ", ".join(LANGUAGES.values())
        raise Unavailable(f"LanguageTool is installed for {known}; this article's language is “{language}”.")
    if tag in _NAMED:
        return f"{base}-{tag[3:].upper()}"
    # An English that is neither American nor one of those that LanguageTool knows spells as Britain does.
    return "en-GB" if base == "en" and "-" in tag else _VARIANTS[base]


class Client:
    """LanguageTool, as the rest of Copydesk knows it. Its methods may be called from any thread."""

    def __init__(self, folder: Path | None = None, java: str = "", limit: float = LIMIT) -> None:
        self._settings = (folder, java, limit)
        self._jobs: SimpleQueue[_Job | None] = SimpleQueue()
        self._answers: dict[tuple[str, str], tuple[Match, ...]] = {}
        self._lock = threading.Lock()
        self._owner: threading.Thread | None = None
        self._server: Server | None = None
        self._tools: dict[str, LanguageTool] = {}
        self._failures = 0
        self._warm = threading.Event()
        self._stopped = False
        self.reason = ""
        """Why it does not check, once that is known."""

    def start(self, language: str = "en") -> None:
        """Start it and warm it for a language; returns at once."""
        with self._lock:
            if not self._owner and not self._stopped:
                language = variant(language)
                self._owner = threading.Thread(target=self._own, args=(language,), name="languagetool", daemon=True)
                self._owner.start()

    def ready(self) -> bool:
        """Whether it would answer now, and fast."""
        return self._warm.is_set() and not self.reason

    @property
    def pid(self) -> int:
        """The number of its process, 0 where there is none."""
        return self._server.pid if self._server else 0

    def check(self, text: str, language: str) -> tuple[Match, ...]:
        """What it says of a text; waits for its start. What was asked once is not sent again. Raises Unavailable."""
        known = (variant(language), text)
        if (said := self._answers.get(known)) is not None:
            return said
        self.start(language)
        job = _Job(*known)
        self._jobs.put(job)
        if self._stopped:
            self._give_up()
        job.done.wait()
        if job.answer is None:
            raise Unavailable(job.reason)
        if len(self._answers) >= REMEMBERED:
            self._answers.clear()
        self._answers[known] = job.answer
        return job.answer

    def stop(self) -> None:
        """End the process, and with it whatever it was asked."""
        with self._lock:
            self._stopped = True
            self.reason = self.reason or "LanguageTool was stopped."
            server, owner = self._server, self._owner
        self._jobs.put(None)
        if server:
            server.stop()
        if owner and owner is not threading.current_thread():
            owner.join(timeout=10)
        self._give_up()

    def _own(self, language: str) -> None:
        """The life of the thread that owns the process and the connection."""
        self._guarded(lambda: self._tool(language).check(WARMING))
        self._warm.set()
        while (job := self._jobs.get()) is not None:
            answer = self._guarded(functools.partial(self._ask, job))
            job.settle(answer, self.reason)
        if self._server:
            self._server.stop()

    def _guarded(self, ask: Callable[[], T]) -> T | None:
        """What `ask` gives, with a new process should the one there was be gone; None where there can be none."""
        while not self.reason:
            try:
                answer = ask()
            except Unavailable as error:
                self.reason = self.reason or str(error)
            except (Exception, SystemExit) as error:  # noqa: BLE001 - the library raises far outside its own class
                if self._stopped:
                    break
                self._drop()
                self._failures += 1
                if self._failures >= FAILURES:
                    self.reason = f"LanguageTool failed {FAILURES} times, the last time with {error!r}"
                else:
                    log.info("LanguageTool is started anew: %s", type(error).__name__)
            else:
                self._failures = 0
                return answer
        return None

    def _ask(self, job: _Job) -> tuple[Match, ...]:
        said = self._tool(job.language).check(job.sendable)
        units = TextMap.utf16(job.sendable)
        return tuple(
            Match(
                m.offset,
                # The library counts the start in code points and the length in UTF-16 units.
                units.back(units.to(m.offset) + m.error_length),
                m.rule_id,
                m.category,
                m.rule_issue_type,
                m.message,
                tuple(m.replacements),
            )
            for m in said
        )

    def _tool(self, language: str) -> LanguageTool:
        # The memory that one process is given holds the rules of one language: with two it collects garbage for ever.
        if any(other[:2] != language[:2] for other in self._tools):
            self._drop()
        if not self._server:
            server = Server(*self._settings)
            with self._lock:
                if self._stopped:
                    raise Unavailable("LanguageTool was stopped.")
                self._server = server
            server.start()
        if language not in self._tools:
            self._tools[language] = tied(self._server, language)
        return self._tools[language]

    def _drop(self) -> None:
        self._tools.clear()
        server, self._server = self._server, None
        if server:
            server.stop()

    def _give_up(self) -> None:
        """Answer what is still waiting, once nobody else will."""
        try:
            while True:
                if job := self._jobs.get_nowait():
                    job.settle(None, self.reason)
        except Empty:
            self._jobs.put(None)  # the owner may still have to hear of it


_SURROGATE = re.compile("[\ud800-\udfff]")


class _Job:
    """A text on its way to LanguageTool, and the answer when it comes."""

    def __init__(self, language: str, text: str) -> None:
        self.language, self.text = language, text
        self.sendable = _SURROGATE.sub("\ufffd", text)  # half a character can't be sent; this one is as long
        self.done = threading.Event()
        self.answer: tuple[Match, ...] | None = None
        self.reason = ""

    def settle(self, answer: tuple[Match, ...] | None, reason: str) -> None:
        self.answer, self.reason = answer, reason
        self.done.set()


class Refused(Exception):
    """Something would have gone where no text may go, or come from where none may come."""


def tied(server: Server, language: str) -> LanguageTool:
    """The library's client, tied to our own process: no proxy, no redirect, text by POST alone."""
    import requests
    from language_tool_python import LanguageTool

    class Tied(LanguageTool):
        def _query_server(
            self,
            url: str,
            params: dict[str, str] | None = None,
            num_tries: int = 1,
            method: Literal["get", "post"] = "get",
        ) -> Any:
            if not url.startswith(server.url) or (method == "get" and params):
                raise Refused("text is sent to LanguageTool's own address alone, and never in an address")
            if not server.ours():
                raise Refused("LanguageTool's process is gone, or another one has its port")
            with requests.Session() as session:
                session.trust_env = False
                with session.request(
                    method, url, data=params, timeout=SECONDS_FOR_AN_ANSWER, allow_redirects=False
                ) as answer:
                    if answer.status_code != requests.codes.ok:
                        raise Refused(f"LanguageTool answered {answer.status_code}: {answer.text[:200]}")
                    return answer.json()

    nobody: dict[str, Any] = {"http": None, "https": None}
    return Tied(language, remote_server=server.url, proxies=nobody)
