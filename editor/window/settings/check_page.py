"""One check, beside the list of all: its options, what it finds in its examples with them, and why it is a fault."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QScrollArea, QVBoxLayout, QWidget

from editor import checker, pages
from editor.article import Span
from editor.settings import Shown
from editor.window import theme
from editor.window.explained import explanation
from editor.window.settings.matched import marked
from editor.window.settings.row import Row
from editor.window.settings.section import Heading
from editor.window.settings.trial import Outcome, Trial, Tried, outcome
from editor.window.translation import tr
from editor.window.words import Run, Words

SPACE = theme.SPACE
ELSEWHERE = {
    ("grammar", "folder"),
    ("grammar", "java"),
    ("grammar", "dictionaries"),
    ("grammar", "words"),
    ("grammar", "dictionaries"),
    ("stylebook", "folder"),
    ("same_point", "paraphrase"),
}
"""The options that are settings with a row of their own."""


class CheckPage(QScrollArea):
    """Shows one check. What the editor gives is told: an option's value, or whether the check runs."""

    given = Signal(str, str, object)
    """The check, the option and its value."""
    switched = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.name, self.rows = "", dict[str, Row]()
        self._searched, self._given = "", dict[str, Any]()
        self._trial = Trial(self)
        self._trial.done.connect(self._show)
        self._options = self._examples = QVBoxLayout()

    def show_check(self, name: str, given: dict[str, Any], *, runs: bool, searched: str = "") -> None:
        """Shows a check, with the options that are given to it."""
        if (name, searched) != (self.name, self._searched):
            self._build(name, searched)
        self.runs.blockSignals(True)
        self.runs.setChecked(runs)
        self.runs.blockSignals(False)
        first = not self.rows
        self._given = dict(given)
        self._show_options()
        self._trial.ask(lambda: outcome(name, dict(given)), 0 if first else 150)

    def refuse(self, option: str, why: str) -> None:
        """Says at an option why its value was refused."""
        self.rows[option].say(why)

    def _build(self, name: str, searched: str) -> None:
        page = pages.page(name)
        self.name, self._searched, self.rows = name, searched, {}
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(2 * SPACE, 2 * SPACE, 3 * SPACE, 2 * SPACE)
        column.setSpacing(SPACE)
        column.addWidget(Heading(page.title, inner, 1.2))
        self.runs = QCheckBox(tr("&Run this check"), inner)
        self.runs.toggled.connect(lambda on: self.switched.emit(self.name, on))
        column.addWidget(self.runs)
        first, *others = list(explanation(page)) or [[]]
        words = "".join(run.words for run in first)
        column.addWidget(Words(marked(words, searched) if searched else first, inner))
        self._options, self._examples = QVBoxLayout(), QVBoxLayout()
        for layout in (self._options, self._examples):
            layout.setSpacing(SPACE)
            column.addLayout(layout)
        if others:
            column.addWidget(Heading(tr("Why"), inner, 1.05))
        for runs in others:
            column.addWidget(Words(runs, inner))
        column.addWidget(Words([Run(f"copydesk explain {name}", "muted")], inner, scale=0.9))
        column.addStretch(1)
        self.setWidget(inner)

    def _show(self, told: Outcome) -> None:
        if told.check != self.name:
            return
        if not self.rows:
            self._add_options(told)
        _clear(self._examples)
        inner = self.widget()
        if told.trouble:
            self._examples.addWidget(Words([Run(told.trouble, "wrong")], inner))
        for title, found in ((tr("Finds, for example"), True), (tr("Lets pass"), False)):
            shown = [tried for tried in told.tried if bool(tried.example.marks) is found]
            if shown:
                self._examples.addWidget(Heading(title, inner, 1.05))
            for tried in shown:
                self._examples.addWidget(_example(tried, inner))

    def _add_options(self, told: Outcome) -> None:
        page, inner = pages.page(self.name), self.widget()
        for option in told.options:
            if (self.name, option.name) in ELSEWHERE:
                continue
            help_ = page.options.get(option.name, "")
            row = Row(option.name, help_, option.kind, option.default, Shown(option.name), inner)
            row.given.connect(lambda value, name=option.name: self.given.emit(self.name, name, value))
            self.rows[option.name] = row
            self._options.addWidget(row)
            if self._searched:
                row.mark(self._searched)
        self._show_options()

    def _show_options(self) -> None:
        defaults = {option.name: option.default for option in checker.options(self.name)} if self.rows else {}
        for name, row in self.rows.items():
            row.show_value(self._given.get(name, defaults[name]))


def _clear(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if widget := item.widget():
            widget.hide()
            widget.deleteLater()


def _example(tried: Tried, parent: QWidget | None) -> QWidget:
    """An example with what is found in it now; said in words where that is not what the page marks."""
    box = QWidget(parent)
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(SPACE // 2)
    column.addWidget(Words(runs_of(tried), box, reading=True, scale=0.85))
    if not tried.as_marked:
        words = tr("Not found with these options.") if not tried.found else tr("Found otherwise with these options.")
        column.addWidget(Words([Run(words, "wrong")], box, scale=0.9))
    return box


def runs_of(tried: Tried) -> list[Run]:
    """The text of an example, what is found in it marked and what bears on that lit."""
    text, at, runs = tried.example.text, 0, list[Run]()
    places: list[tuple[Span, bool]] = [(span, True) for span in tried.found]
    places += [(span, False) for span in tried.others]
    for span, own in sorted(places):
        if span.start >= at:
            runs += [Run(text[at : span.start]), Run(span.of(text), "mark" if own else "lit")]
            at = span.end
    return [*runs, Run(text[at:])]
