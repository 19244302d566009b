"""One entry of a stylebook: its words, its reason, and its examples, which are tried while they are written."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QFrame,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from editor.finding import CONFIDENCES
from editor.saying import mark
from editor.window import theme
from editor.window.settings.book import KINDS, Known, lines, tried, words_of
from editor.window.settings.check_page import runs_of
from editor.window.settings.trial import Trial, Tried
from editor.window.translation import tr
from editor.window.wording import CONFIDENCE_NAMES
from editor.window.words import Run, Words

SPACE = theme.SPACE
REST = 250
"""Milliseconds after the last key until the examples are tried, and a good entry is written."""
KIND_NAMES = {
    "change": mark("Write otherwise"),
    "avoid": mark("Avoid"),
    "mixed": mark("One form in one article"),
    "pattern": mark("Pattern"),
    "allow": mark("Leave alone"),
}
KIND_HELP = {
    "change": mark("In each line what is written, an arrow, and what is preferred: utilise -> use | employ"),
    "avoid": mark("In each line words that the writer should say otherwise."),
    "mixed": mark("In each line the words of one form, with commas; words of one place answer each other."),
    "pattern": mark("A regular expression over lower case; below it what to write instead; below that a sign of it."),
    "allow": mark("In each line words that are left alone, whatever another stylebook says."),
}


class EntryForm(QScrollArea):
    """Shows an entry; an own one can be written in. What is good as it stands is told."""

    written = Signal(object)
    """The entry as the editor has it now: the fields of its file."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._known: Known | None = None
        self._filling = False
        self._trial = Trial(self)
        self._trial.done.connect(self._tried)
        inner = QWidget(self)
        self.setWidget(inner)
        self.column = QVBoxLayout(inner)
        self.column.setContentsMargins(2 * SPACE, SPACE, 3 * SPACE, 2 * SPACE)
        self.column.setSpacing(SPACE)
        self.kind, self.sure = QComboBox(inner), QComboBox(inner)
        for name in KINDS:
            self.kind.addItem(tr(KIND_NAMES[name]), name)
        for one in CONFIDENCES:
            self.sure.addItem(tr(CONFIDENCE_NAMES[one]), one)
        self.words, self.flags, self.passes = (self._text(lines) for lines in (4, 3, 3))
        self.why, self.source = QLineEdit(inner), QLineEdit(inner)
        self.help = Words([], inner)
        self.state = Words([], inner)
        self._results = QVBoxLayout()
        self._lay_out(inner)
        for box in (self.kind, self.sure):
            box.activated.connect(self._changed)
        for field in (self.why, self.source):
            field.textEdited.connect(self._changed)
        for text in (self.words, self.flags, self.passes):
            text.textChanged.connect(self._changed)

    def _text(self, rows: int) -> QPlainTextEdit:
        text = QPlainTextEdit(self)
        text.setObjectName("field")
        text.setTabChangesFocus(True)
        text.setFixedHeight(text.fontMetrics().lineSpacing() * rows + 3 * SPACE)
        return text

    def minimumSizeHint(self) -> QSize:
        """Never narrower than its fields: there is no way to scroll across."""
        bar = self.verticalScrollBar().sizeHint().width()
        inner = self.widget()
        wide = inner.minimumSizeHint().width() + bar if inner else 0
        return QSize(wide, super().minimumSizeHint().height())

    def _lay_out(self, inner: QWidget) -> None:
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.setSpacing(SPACE // 2)
        rows: tuple[tuple[str, QWidget], ...] = (
            (tr("&Kind"), self.kind),
            (tr("&Words"), self.words),
            (tr("Wh&y"), self.why),
            (tr("&Source"), self.source),
            (tr("How s&ure"), self.sure),
            (tr("Examples that are &found, with [[ ]] around the words"), self.flags),
            (tr("Examples that are left &alone"), self.passes),
        )
        for title, widget in rows:
            label = QLabel(title, inner)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setBuddy(widget)
            form.addRow(label, widget)
            widget.setAccessibleName(title.replace("&", ""))
            if widget is self.words:
                form.addRow(self.help)
        self.column.addLayout(form)
        self.column.addWidget(self.state)
        self.column.addLayout(self._results)
        self.column.addStretch(1)

    def show_entry(self, known: Known) -> None:
        """Shows an entry; one of Copydesk's can be read only."""
        self._known, self._filling = known, True
        said = known.said
        self.kind.setCurrentIndex(self.kind.findData(known.kind))
        self.sure.setCurrentIndex(self.sure.findData(said.get("confidence", "likely")))
        self.why.setText(said.get("why", ""))
        self.source.setText(said.get("source", ""))
        for text, shown in ((self.words, lines(said)), (self.flags, said.get("flag")), (self.passes, said.get("pass"))):
            text.setPlainText("\n".join(shown or ()))
            text.setReadOnly(not known.own)
        for field in (self.why, self.source):
            field.setReadOnly(not known.own)
        for box in (self.kind, self.sure):
            box.setEnabled(known.own)
        self._filling = False
        self.say("" if known.own else tr("This entry is Copydesk's own: it is read only."))
        self._try(0)

    def keep(self, known: Known) -> None:
        """The entry is written as it stands in the form."""
        self._known = known

    def say(self, words: str, *, wrong: bool = False) -> None:
        """Says whether the entry is written, or what is wrong with it."""
        self.state.show_runs([Run(words, "wrong" if wrong else "muted")])

    def fields(self) -> dict[str, Any]:
        """The entry as it stands in the form. Raises ValueError where its words can't be read."""
        assert self._known
        mine = ("change", "avoid", "mixed", "pattern", "allow", "to", "sign", "why", "source", "confidence")
        kept = {name: value for name, value in self._known.said.items() if name not in (*mine, "flag", "pass")}
        said = words_of(self.kind.currentData(), self.words.toPlainText().split("\n"))
        said |= {"why": self.why.text().strip(), "source": self.source.text().strip()}
        if self.sure.currentData() != "likely":
            said["confidence"] = self.sure.currentData()
        for name, text in (("flag", self.flags), ("pass", self.passes)):
            if examples := [line for line in text.toPlainText().split("\n") if line.strip()]:
                said[name] = examples
        return said | kept

    def _changed(self, *_: object) -> None:
        if not self._filling:
            self._try(REST)

    def _try(self, rest: int) -> None:
        self.help.show_runs([Run(tr(KIND_HELP[self.kind.currentData()]), "muted")])
        try:
            said = self.fields()
        except ValueError as error:
            self._trial.ask(lambda error=error: str(error), rest)  # type: ignore[misc]
            return

        def work() -> object:
            try:
                return said, tried(said)[1]
            except ValueError as error:
                return str(error)

        self._trial.ask(work, rest)

    def _tried(self, answer: tuple[dict[str, Any], list[Tried]] | str) -> None:
        if isinstance(answer, str):
            self.say(tr("Not written yet: {why}.").format(why=answer.rstrip(".")), wrong=True)
            return
        said, every = answer
        self._show_results(every)
        if self._known and self._known.own and said != self._known.said:
            self.written.emit(said)

    def _show_results(self, every: list[Tried]) -> None:
        while (item := self._results.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for one in every:
            if one.as_marked:
                verdict = Run("\N{CHECK MARK} ", "strong")
            else:
                verdict = Run(
                    "\N{BALLOT X} " + (tr("Not as marked:") if one.found else tr("Not found:")) + " ", "wrong"
                )
            self._results.addWidget(Words([verdict, *runs_of(one)], self.widget()))
