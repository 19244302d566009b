"""Runs the checks over an article, here or in the worker process, and remembers what it has read."""

from __future__ import annotations

import contextlib
import functools
import importlib
import inspect
import itertools
import logging
import os
import pickle
import pkgutil
import threading
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Literal, NoReturn, get_type_hints

from editor import checks as room
from editor import pages
from editor.article import Article
from editor.finding import Finding, NotChecked, keyed
from editor.ledger import Ledger
from editor.reading.debris import Debris, debris, masked
from editor.reading.paragraph import Paragraph, Reading
from editor.saying import Said as Words
from editor.saying import told_by

log = logging.getLogger(__name__)

HEAVY = frozenset({"same_point", "reintroduction", "repeated_phrase", "echo", "stylebook", "grammar"})
"""The checks that take longest among those of words: begun first, so that two processes end together."""
OF_BOTH = frozenset({"near_copy", "quote", "state"})
"""The checks of facts that read what words mean as well: left to the end, for the process that has read it already."""

READ_BY_BOTH = ("sentence_words", "content", "quotations", "dates", "names")
"""What nearly every check reads of a paragraph."""

GRAMMAR = "grammar"
"""The check that waits for another process: run only where it is asked for."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """What was not checked, and why. Where a check `failed` the fault is ours, and the article is never a clean one."""

    check: str
    reason: Words | str
    failed: bool = True


Said = tuple[Finding, ...] | Trouble
"""What a check says of a text, or why it says nothing."""


@dataclass(frozen=True, slots=True)
class Check:
    """A module of `editor.checks`: its name, its function, and whether it looks at a paragraph or at the whole."""

    name: str
    scope: Literal["paragraph", "ledger"]
    run: Callable[..., Iterable[Finding]]
    options: frozenset[str]


@functools.cache
def names() -> tuple[str, ...]:
    """The names of all checks, in the order in which they run."""
    return tuple(sorted(m.name for m in pkgutil.iter_modules(room.__path__) if not m.name.startswith("_")))


@functools.cache
def check(name: str) -> Check:
    """The check `name`. Raises KeyError where there is none."""
    if name not in names():
        raise KeyError(name)
    run = importlib.import_module(f"editor.checks.{name}").check
    first, *rest = inspect.signature(run).parameters.values()
    assert first.name in ("paragraph", "ledger"), name
    return Check(name, first.name, run, frozenset(p.name for p in rest))  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Option:
    """An option of a check: a keyword parameter of its function, with its type and its default."""

    name: str
    kind: type
    default: Any


@functools.cache
def options(name: str) -> tuple[Option, ...]:
    """The options of the check `name`, as its own signature has them. Raises KeyError where there is no such check."""
    one = check(name)
    kinds, (_, *rest) = get_type_hints(one.run), inspect.signature(one.run).parameters.values()
    return tuple(Option(p.name, kinds[p.name], p.default) for p in rest)


def refusal(name: str, given: dict[str, object]) -> str:
    """Why the check `name` would not run with these options; empty where it would."""
    import msgspec

    try:
        _converted(check(name), given)
    except (ValueError, msgspec.ValidationError) as error:
        return str(error)
    return ""


@dataclass(frozen=True, slots=True)
class Report:
    """What the checks say of one text: findings with their keys, in order of place, and which checks ran."""

    findings: tuple[Finding, ...]
    checked: tuple[str, ...]
    not_checked: tuple[Trouble, ...]

    @property
    def trouble(self) -> tuple[Trouble, ...]:
        """The checks that failed."""
        return tuple(t for t in self.not_checked if t.failed)


class Checker:
    """Runs checks, and keeps what it has read of each paragraph's words for the next text of the same article."""

    def __init__(self, options: dict[str, dict[str, object]] | None = None) -> None:
        self._options = options or {}
        self._readings: dict[tuple[str, str, str, str], Reading] = {}
        self._said: dict[tuple[str, Reading], tuple[Finding, ...]] = {}

    def read(self, article: Article) -> Ledger:
        """All that the article says, with what is known from its last text read again only where words changed."""
        pieces = debris(article.text)
        shown = masked(article.text, pieces)
        kept: dict[tuple[str, str, str, str], Reading] = {}
        paragraphs = []
        todo = list(pieces)
        for place in article.readable():
            text, words = place.span.of(article.text), place.span.of(shown)
            known = (text, words, place.kind, article.facts.language.value)
            reading = kept.get(known) or self._readings.get(known) or Reading(*known)
            kept[known] = reading
            while todo and todo[0].span.end <= place.span.start:
                todo.pop(0)
            here = tuple(piece for piece in _until(todo, place.span.end) if piece.span.touches(place.span))
            paragraphs.append(Paragraph(place.span.start, place.number, reading, here))
        self._readings = kept
        return Ledger(article, tuple(paragraphs), pieces)

    def run(
        self, article: Article, *, only: Collection[str] | None = None, grammar: bool = False, share: bool = False
    ) -> Iterator[tuple[str, Said]]:
        """Each check's name with its findings for this text, or with what went wrong, as soon as it is done.

        With `share` a second process does half of the work, the import of its checks too, and all are told at the end.
        """
        chosen = _chosen(only, grammar=grammar)
        try:
            ledger = self.read(article)
        except Exception as error:
            log.exception("the article could not be read")
            why = f"the article could not be read: {type(error).__name__}: {error}"
            yield from ((name, Trouble(name, why)) for name in chosen)
            return
        alive = set(self._readings.values())
        self._said = {known: found for known, found in self._said.items() if known[1] in alive}
        if share and _can_share():
            yield from self._both(ledger, chosen)
        else:
            yield from self._each(ledger, chosen)
        if "same_point" in chosen and self._options.get("same_point", {}).get("paraphrase"):
            from editor.reading import paraphrase

            if why := paraphrase.unavailable():
                yield "paraphrase", Trouble("paraphrase", why, failed=False)

    def _each(self, ledger: Ledger, chosen: Iterable[str]) -> Iterator[tuple[str, Said]]:
        for name in chosen:
            try:
                found = tuple(keyed(self._run(check(name), ledger), ledger.text))
            except NotChecked as error:
                yield name, Trouble(name, told_by(error), failed=False)
            except Exception as error:
                log.exception("the check %s failed", name)
                yield name, Trouble(name, f"{type(error).__name__}: {error}")
            else:
                yield name, found

    def report(
        self, article: Article, *, only: Collection[str] | None = None, grammar: bool = False, share: bool = False
    ) -> Report:
        """The whole of what the checks say of one text; `share` as in `run`."""
        findings: list[Finding] = []
        checked, missing = [], []
        for name, said in self.run(article, only=only, grammar=grammar, share=share):
            if isinstance(said, Trouble):
                missing.append(said)
            else:
                checked.append(name)
                findings += said
        findings.sort(key=lambda f: (f.span, f.check, f.rule))
        return Report(tuple(findings), tuple(checked), tuple(missing))

    def _both(self, ledger: Ledger, chosen: list[str]) -> Iterator[tuple[str, Said]]:
        """The checks shared with a fork of this process, which has the article as read already."""
        # Checks of facts read names, figures and dates, the others words and sentences: the fork takes them from the
        # one end of the row and this process from the other, so that each reads its own until they meet.
        row = sorted(chosen, key=lambda name: (pages.family(name) != "consistency", name in HEAVY | OF_BOTH, name))
        # What both would read is read first, once. A reader that fails fails again for each check, which says so.
        with contextlib.suppress(Exception):
            for paragraph in ledger.paragraphs:
                for what in READ_BY_BOTH:
                    getattr(paragraph.read, what)
            _ = ledger.sentences_of, ledger.people
        turns, begins = os.pipe()
        os.write(begins, bytes(len(row)))
        os.close(begins)
        here, there = os.pipe()
        # (Of multiprocessing the import alone would cost what the fork saves on one page.)
        fork = os.fork()
        if not fork:
            os.close(here)
            self._tell(there, ledger, _turns(turns, row))
        os.close(there)
        said = dict(self._each(ledger, _turns(turns, reversed(row))))
        os.close(turns)
        with os.fdopen(here, "rb") as told, contextlib.suppress(EOFError, pickle.UnpicklingError):
            said |= pickle.load(told)
        os.waitpid(fork, 0)
        # If the fork was ended from outside, what it did not say is said here.
        said |= dict(self._each(ledger, [name for name in chosen if name not in said]))
        yield from ((name, said[name]) for name in chosen)

    def _tell(self, there: int, ledger: Ledger, chosen: Iterable[str]) -> NoReturn:
        """Writes what the checks say to a pipe and ends this process, whatever comes, as a fork must."""
        try:
            with os.fdopen(there, "wb") as told:
                pickle.dump(list(self._each(ledger, chosen)), told, pickle.HIGHEST_PROTOCOL)
        finally:
            os._exit(0)

    def _run(self, one: Check, ledger: Ledger) -> Iterator[Finding]:
        options = _converted(one, self._options.get(one.name, {}))
        if one.scope == "ledger":
            for found in one.run(ledger, **options):
                yield replace(found, check=one.name)
            return
        for paragraph in ledger.paragraphs:
            known = (one.name, paragraph.read)
            said = self._said.get(known)
            if said is None or paragraph.debris:
                said = tuple(replace(f, check=one.name) for f in one.run(paragraph, **options))
                self._said[known] = said
            for found in said:
                yield found.moved(paragraph.start)


def _chosen(only: Collection[str] | None, *, grammar: bool) -> list[str]:
    return [name for name in names() if (only is None or name in only) and (grammar or name != GRAMMAR)]


def _turns(turns: int, row: Iterable[str]) -> Iterator[str]:
    """Takes from a row that another process takes from the other end, as long as the pipe `turns` has a byte for it."""
    for name in row:
        if not os.read(turns, 1):
            return
        yield name


def _can_share() -> bool:
    """Whether a fork is safe and worth it: another core, and no other thread whose locks it would take along."""
    return hasattr(os, "fork") and (os.cpu_count() or 1) > 1 and threading.active_count() == 1


def _converted(one: Check, options: dict[str, object]) -> dict[str, object]:
    """A check's options as its annotations have them. Raises ValueError for one that it has not, or of another type."""
    if not options:
        return {}
    if unknown := set(options) - one.options:
        raise ValueError(
            f"no option {', '.join(sorted(unknown))}; there are: {', '.join(sorted(one.options)) or 'none'}"
        )
    import msgspec

    types = get_type_hints(one.run)
    return {name: msgspec.convert(value, types[name]) for name, value in options.items()}


def _until(pieces: list[Debris], end: int) -> Iterator[Debris]:
    return itertools.takewhile(lambda piece: piece.span.start < end, pieces)
