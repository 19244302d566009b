"""What a check finds in the examples of its page, tried in a thread while its options are changed."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable
from dataclasses import replace
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from editor import checker, pages
from editor.article import Article, Fact, Span
from editor.formats import text as plain
from editor.pages import Example
from editor.window.translation import told

REST = 150
"""Milliseconds after the last change until it is tried."""


class Tried(NamedTuple):
    """An example with what was found in it: the findings' own places, and those that bear on them."""

    example: Example
    found: tuple[Span, ...]
    others: tuple[Span, ...]

    @property
    def as_marked(self) -> bool:
        """Whether just that was found which the example marks."""
        return sorted(self.found) == sorted(span for span, _ in self.example.marks)


class Outcome(NamedTuple):
    """The options of a check as its signature has them, and what it found; or why it could not be tried."""

    check: str
    options: tuple[checker.Option, ...]
    tried: tuple[Tried, ...]
    trouble: str = ""


def article_of(example: Example) -> Article:
    """An example as an article, with the date and the language that it names."""
    article = plain.composed(example.text)
    facts = article.facts
    if date := example.expects.get("date"):
        facts = replace(facts, date=Fact(date, "asked"))
    if language := example.expects.get("language"):
        facts = replace(facts, language=Fact(language, "asked"))
    return replace(article, facts=facts)


def outcome(name: str, given: dict[str, Any]) -> Outcome:
    """Runs the check over its page's examples, all but grammar, which would wait for LanguageTool."""
    options = checker.options(name)
    if name == checker.GRAMMAR:
        return Outcome(name, options, ())
    trying, tried = checker.Checker({name: given}), []
    for example in pages.page(name).examples:
        report = trying.report(article_of(example), only=(name,))
        if report.trouble:
            return Outcome(name, options, (), told(report.trouble[0].reason))
        found = tuple(finding.span for finding in report.findings)
        others = tuple(evidence.span for finding in report.findings for evidence in finding.evidence)
        tried.append(Tried(example, found, others))
    return Outcome(name, options, tuple(tried))


class Trial(QObject):
    """Does what it is asked for in a thread, and tells the answer; an answer that was asked anew is not told."""

    done = Signal(object)
    _answered = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._number = 0
        self._work: Callable[[], object] | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self._begin)
        self._answered.connect(self._tell)

    def ask(self, work: Callable[[], object], rest: int = REST) -> None:
        """Has `work` done, once nothing else has been asked for so many milliseconds."""
        self._number += 1
        self._work = work
        self._rest.start(rest)

    def _begin(self) -> None:
        number, work = self._number, self._work
        if not work:
            return

        def run() -> None:
            answer = work()
            with contextlib.suppress(RuntimeError):  # the window may be gone by now
                self._answered.emit(number, answer)

        threading.Thread(target=run, name="trial", daemon=True).start()

    def _tell(self, number: int, answer: object) -> None:
        if number == self._number:
            self.done.emit(answer)
