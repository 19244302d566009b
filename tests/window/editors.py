"""An editor who has only the keys, for the tests in which a whole job is done."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from editor.desk import Desk, Row
from editor.window.mainwindow import MainWindow
from editor.window.review import contested, ready_fix

Key, Held = Qt.Key, Qt.KeyboardModifier


class Editor:
    """An editor who has only the keys."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self.qtbot, self.window = qtbot, window
        self.used: set[str] = set()
        self.ways = 0

    @property
    def desk(self) -> Desk:
        assert self.window.desk
        return self.window.desk

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Held.NoModifier) -> None:
        where = QApplication.focusWidget()
        assert where, "the keys fall into the void"
        QTest.keyClick(where, key, held)
        QApplication.processEvents()

    def write(self, words: str) -> None:
        where = QApplication.focusWidget()
        assert where
        QTest.keyClicks(where, words)

    def calm(self) -> bool:
        """Whether the checks have said all that they have to say of the text as it is."""
        checking = self.desk.checking
        return bool(checking.checked) and not checking.running and not checking.stale and self.desk.unwritten == 0

    def to_panel(self) -> None:
        if not self.window.panel or not self.window.panel.findings.list.hasFocus():
            self.press(Key.Key_Escape)
            self.press(Key.Key_F6)

    def to_text(self) -> None:
        if not self.window.manuscript.hasFocus():
            self.press(Key.Key_Escape)
        assert self.window.manuscript.hasFocus()

    def decide(self, turn: int) -> None:
        """Decides a finding, each time in another of the ways that there are for it."""
        before = len(self.desk.decisions)
        if turn % 3 == 2:
            self.decide_in_text()
        else:
            self.decide_in_panel(turn)
        self.qtbot.waitUntil(lambda: len(self.desk.decisions) > before)

    def decide_in_text(self) -> None:
        """Goes on from the caret, and takes the fix or lets it stand."""
        self.to_text()
        self.press(Key.Key_F8)
        row = self.row()
        if ready_fix(row):
            self.used.add("text: accept")
            self.press(Key.Key_Return, Held.ControlModifier)
        else:
            self.used.add("text: stand")
            self.press(Key.Key_Delete, Held.AltModifier)

    def decide_in_panel(self, turn: int) -> None:
        self.to_panel()
        row = self.row()
        if contested(row) and turn % 4:
            number = len(row.finding.fixes[:8]) + 1 if turn % 2 else 1
            self.used.add("both" if number > len(row.finding.fixes) else "keep")
            self.press(Qt.Key(Key.Key_0 + number))
        elif ready_fix(row):
            self.used.add("panel: accept")
            self.press(Key.Key_Return)
        else:
            way = "TQIR"[self.ways % 4]
            self.ways += 1
            self.used.add(way)
            self.write(way.lower())
            if way in "RQ":
                self.write("Asked the reporter.")
                self.press(Key.Key_Return)

    def row(self) -> Row:
        """The chosen finding."""
        assert self.window.review
        row = self.window.review.row
        assert row, "no finding is chosen"
        return row


def say_name(qtbot: QtBot, path: Path) -> None:
    """Types a file's name where the window asks for it."""
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QWidget)
    field = dialog.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    field.selectAll()
    for letter in str(path):
        # A hand lets the window breathe between two keys, so that its heart beats between them.
        QTest.keyClicks(field, letter)
        QApplication.processEvents()
    # What completes the name may have the keys: then the first Return is its own.
    while QApplication.activeModalWidget():
        QTest.keyClick(QApplication.activePopupWidget() or field, Key.Key_Return)
        QApplication.processEvents()
