"""The first three steps: each ticks itself, and done they are never shown again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from editor.archive import Recent
from editor.article import Span
from editor.window import keymap
from editor.window.mainwindow import MainWindow
from editor.window.remembered import Remembered
from tests.window.test_mainwindow import press, work_on

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(qtbot: QtBot, to_front: Callable[[QWidget], None]) -> MainWindow:
    made = MainWindow(Remembered())
    qtbot.addWidget(made)
    made.resize(1100, 700)
    to_front(made)
    return made


def said(window: MainWindow) -> str:
    return window.steps_line.words.accessibleName().replace("\N{NO-BREAK SPACE}", " ")


def shown(window: MainWindow) -> list[str]:
    return [label.text() for label in window.empty.findChildren(QLabel) if "fix" in label.text() and label.isVisible()]


def test_each_step_ticks_itself_and_the_last_takes_them_away(window: MainWindow, qtbot: QtBot) -> None:
    assert shown(window)
    work_on(window)
    assert "✓ Ctrl+O" in said(window)
    assert "2 F8 goes to the first finding" in said(window)
    press(window, Qt.Key.Key_F8)
    assert "✓ F8" in said(window)
    assert window.steps_line.isVisible()
    press(window, Qt.Key.Key_Return, CONTROL)
    assert not window.steps_line.isVisible()
    again = MainWindow(Remembered())
    qtbot.addWidget(again)
    again.show()
    assert not shown(again)
    work_on(again)
    assert not again.steps_line.isVisible()


def test_they_can_be_sent_away_and_brought_back(window: MainWindow) -> None:
    work_on(window)
    window.manuscript.set_caret(6)
    window.steps_line.close_button.setFocus()
    QTest.keyClick(window.steps_line.close_button, Qt.Key.Key_Space)
    assert not window.steps_line.isVisible()
    assert window.manuscript.hasFocus()
    assert window.manuscript.selected() == Span(6, 6)
    window.acts["getting_started"].trigger()
    assert window.steps_line.isVisible()
    assert "✓ Ctrl+O" in said(window)
    window.steps_line.close_button.setFocus()
    press(window, Qt.Key.Key_Escape)
    assert window.manuscript.hasFocus()


def test_they_name_the_keys_in_force(window: MainWindow) -> None:
    window.preferences.change("keys", {"next": ["Ctrl+J"]})
    work_on(window)
    assert "2 Ctrl+J goes to the first finding" in said(window)
    keymap.use(keymap.OWN, {})


def test_the_empty_page_offers_what_was_worked_on_last(window: MainWindow, tmp_path: Path) -> None:
    here = Recent("1", "Bridge", tmp_path / "bridge.txt", "", missing=False)
    gone = Recent("2", "Gone", tmp_path / "gone.txt", "", missing=True)
    pasted = Recent("3", "Pasted & kept", None, "", missing=False)
    window.empty.list_recent([here, gone, pasted])
    names = [button.accessibleName() for button in window.empty.recent]
    assert [name.split("   ")[0] for name in names] == ["bridge.txt", "Pasted & kept"]
    wanted: list[Recent] = []
    window.empty.recent_wanted.disconnect()
    window.empty.recent_wanted.connect(wanted.append)
    window.empty.recent[1].setFocus()
    press(window, Qt.Key.Key_Space)
    assert wanted == [pasted]
