"""A line to type in that recalls what was typed there before, with Up and Down."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

MOST = 30
"""How many lines are kept."""


class Recalled(QLineEdit):
    """Up goes back through `past`, the latest first; Down comes forward again, to what was being typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.past: list[str] = []
        self._at = -1
        self._typed = ""
        self.textEdited.connect(self._anew)

    def keep(self) -> bool:
        """What stands here is the latest of the past; whether that changes it."""
        words = self.text()
        self._at = -1
        if not words or self.past[:1] == [words]:
            return False
        self.past = [words, *(other for other in self.past if other != words)][:MOST]
        return True

    def _anew(self) -> None:
        self._at = -1

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()), 0)
        if not by or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
            return
        if self._at < 0:
            self._typed = self.text()
        at = self._at + by
        if by > 0 and self._at < 0 and self.past[:1] == [self._typed]:
            at += 1
        if -1 <= at < len(self.past):
            self._at = at
            self.setText(self.past[at] if at >= 0 else self._typed)
