"""One setting as a row: its name, its control, its line of help, and whether it differs from the default."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from editor.settings import Shown
from editor.window import theme
from editor.window.settings.controls import control
from editor.window.settings.matched import marked, matches
from editor.window.translation import tr
from editor.window.words import Run, Words

SPACE = theme.SPACE


class Row(QWidget):
    """A choice with a name, a type and a default. What the editor gives is told by `given`."""

    given = Signal(object)

    def __init__(
        self, title: str, help_: str, kind: Any, default: Any, shown: Shown, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.title, self.help, self._default = title, help_, default
        self._title = Words([Run(title, "strong")], self)
        self._help = Words([Run(help_, "muted")], self)
        self._trouble = Words([], self)
        self._trouble.hide()
        self.control = control(kind, shown, self)
        self.control.name(title, help_)
        self.control.given.connect(self._give)
        self._reset = QPushButton(tr("Reset"), self)
        self._reset.setAutoDefault(False)
        self._reset.setProperty("quiet", "true")
        self._reset.setAccessibleName(tr("Reset {title} to its default").format(title=title))
        self._reset.clicked.connect(self._to_default)
        kept = self._reset.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self._reset.setSizePolicy(kept)
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE, 0, SPACE)
        column.setSpacing(SPACE // 2)
        top = QHBoxLayout()
        top.setSpacing(SPACE)
        top.addWidget(self._title, 1, Qt.AlignmentFlag.AlignVCenter)
        if not self.control.wide:
            self.control.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            top.addWidget(self.control)
        top.addWidget(self._reset)
        column.addLayout(top)
        column.addWidget(self._help)
        if self.control.wide:
            column.addWidget(self.control)
        column.addWidget(self._trouble)
        if not self.control.wide:
            self.setTabOrder(self.control, self._reset)

    def show_value(self, value: Any) -> None:
        """Shows the value in force, whether it is the default, and what speaks against it."""
        self.control.show_value(value)
        differs = value != self._default
        if not differs and self._reset.hasFocus():
            self.control.setFocus()
        self._reset.setVisible(differs)
        self._reset.setToolTip(tr("The default: {value}").format(value=_said(self._default)))
        self.say(self.control.doubt())

    def say(self, trouble: str) -> None:
        """Says at the control why its value is refused, or what speaks against it."""
        self._trouble.show_runs([Run(trouble, "wrong")])
        self._trouble.setVisible(bool(trouble))

    def search(self, words: str) -> bool:
        """Shows the row where its name or help has these words, marked in them; whether it has."""
        found = matches(words, self.title, self.help)
        self.setVisible(found)
        self.mark(words)
        return found

    def mark(self, words: str) -> None:
        """Marks these words in the name and the help."""
        self._title.show_runs(marked(self.title, words, "strong"))
        self._help.show_runs(marked(self.help, words, "muted"))

    def _give(self, value: Any) -> None:
        self.say("")
        self.given.emit(value)

    def _to_default(self) -> None:
        self.given.emit(self._default)


def _said(value: Any) -> str:
    if isinstance(value, bool):
        return tr("on") if value else tr("off")
    if isinstance(value, list):
        return ", ".join(map(str, value)) or tr("none")
    return str(value) or tr("empty")
