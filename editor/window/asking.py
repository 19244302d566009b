"""A question asked in one line of the panel, never in a dialog: the reason for letting stand, the words of a query."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from editor.window import theme
from editor.window.translation import tr
from editor.window.words import KeyButton, Run, Words

SPACE = theme.SPACE


class Asking(QWidget):
    """Asks for words. Return answers, Escape asks no more; both put the line away."""

    closed = Signal()
    """The line is gone, and the keys are to go where they were."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._then: Callable[[str], object] = str
        self._title = Words([], self)
        self._field = _Line(self)
        self._answer = KeyButton("⏎", tr("Leave"), tr("Answers"), self)
        self._answer.clicked.connect(self._answered)
        cancel = KeyButton("Esc", tr("Cancel"), tr("Decides nothing"), self)
        cancel.clicked.connect(self._cancelled)
        self._field.answered.connect(self._answered)
        self._field.cancelled.connect(self._cancelled)
        line = QHBoxLayout()
        line.setSpacing(SPACE // 2)
        line.addWidget(self._answer)
        line.addWidget(cancel)
        line.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * SPACE, SPACE + 4, 2 * SPACE, SPACE + 4)
        layout.setSpacing(SPACE)
        layout.addWidget(self._title)
        layout.addWidget(self._field)
        layout.addLayout(line)
        self.hide()

    def ask(self, title: str, button: str, then: Callable[[str], object], *, words: str = "", hint: str = "") -> None:
        """Shows the question with `words` ready to be sent or written over; `then` is given the answer."""
        self._then = then
        self._title.show_runs([Run(title, "strong")])
        self._answer.set_words(button)
        self._field.setAccessibleName(title)
        self._field.setPlaceholderText(hint)
        self._field.setText(words)
        self._field.selectAll()
        self.show()
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("warning_ground"))

    def _answered(self) -> None:
        self._cancelled()
        self._then(self._field.text().strip())

    def _cancelled(self) -> None:
        self.hide()
        self.closed.emit()


class _Line(QLineEdit):
    answered = Signal()
    cancelled = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.answered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)
