"""The side panel: the findings, the chosen one in full, and the keys that decide it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from editor.desk import Desk
from editor.desk import happenings as told
from editor.window.findings_list import FindingsList
from editor.window.findings_model import FindingsModel
from editor.window.review import Review


class Panel(QWidget):
    """Shows a desk's findings. It decides nothing itself: what its keys mean, Review does."""

    jump = Signal(object)
    """A Span to be shown and selected in the manuscript; the focus stays here."""
    back = Signal()
    """The editor wants to go back to the text."""

    def __init__(self, desk: Desk, review: Review, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Side panel")
        self.list = FindingsList(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.list)
        self.set_desk(desk, review)

    def set_desk(self, desk: Desk, review: Review) -> None:
        """Shows another article's findings."""
        self.desk, self.review = desk, review
        self.model = FindingsModel(desk, self)
        self.list.show_model(self.model)
        self.list.walked.connect(desk.choose)
        desk.subscribe(lambda happening: self._hear(desk, happening))

    def focus_list(self) -> None:
        """Goes to the list of findings, and to the first from the caret on where none is chosen."""
        if self.review.row is None:
            self.review.next()
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _hear(self, desk: Desk, happening: told.Happening) -> None:
        if desk is not self.desk:
            return
        if isinstance(happening, told.BoardChanged):
            with self.list.quietly():
                self.model.change(happening.changes)
            self.list.show_row(desk.chosen)
        elif isinstance(happening, told.TextEdited):
            self.model.edited(happening.edits)
        elif isinstance(happening, told.Chosen):
            self.list.show_row(happening.row)
            row = self.review.row
            if row and not self.review.following:
                self.jump.emit(row.finding.span)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._decided(event):
            super().keyPressEvent(event)

    def _decided(self, event: QKeyEvent) -> bool:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        key, review = event.key(), self.review
        scopes = {
            Qt.Key.Key_T: "place",
            Qt.Key.Key_I: "article",
            Qt.Key.Key_A: "everywhere",
            Qt.Key.Key_Delete: "place",
        }
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            review.accept()
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            review.accept(key - Qt.Key.Key_0)
        elif key in scopes:
            review.take(scopes[Qt.Key(key)])
        elif key == Qt.Key.Key_R:
            review.take("reason")
        elif key == Qt.Key.Key_Q:
            review.take("query")
        elif key == Qt.Key.Key_Escape:
            self.back.emit()
        else:
            return False
        return True
