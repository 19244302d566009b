"""The palette: every action is in it, found by some letters, and done with the focus where it was."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from editor.article import Span
from editor.window import actions
from editor.window.mainwindow import MainWindow
from editor.window.palette.entries import entries
from editor.window.palette.matching import found, likeness
from editor.window.palette.window import ENTRY, Palette
from editor.window.remembered import Remembered
from tests.window.test_mainwindow import TEXT, work_on

Key, Held = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def window(qtbot: QtBot, to_front: Callable[[QWidget], None]) -> MainWindow:
    made = MainWindow(Remembered())
    qtbot.addWidget(made)
    made.resize(1100, 700)
    to_front(made)
    return made


def press(key: Qt.Key, held: Qt.KeyboardModifier = Held.NoModifier) -> None:
    where = QApplication.focusWidget()
    assert where
    QTest.keyClick(where, key, held)


def opened(window: MainWindow) -> Palette:
    press(Key.Key_P, Held.ControlModifier | Held.ShiftModifier)
    palette = window.findChild(Palette)
    assert isinstance(palette, Palette)
    assert palette.isVisible()
    assert palette.field.hasFocus()
    return palette


def first(palette: Palette) -> str:
    return str(palette.list.currentIndex().data())


def test_every_action_is_in_it_once(window: MainWindow) -> None:
    work_on(window)
    names = [entry.name for entry in entries(window)]
    for name, act in actions.every().items():
        if name not in ("palette", "recent") and not act.numbered:
            assert names.count(act.twin or name) == 1, name


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("acc", "Accept and Next"),
        ("aan", "Accept and Next"),
        ("next find", "Next Finding"),
        ("zoom o", "Zoom Out"),
        ("setings", "Settings"),
        ("let art", "Let Stand in This Article"),
        ("note so", "Note: Sourced"),
    ],
)
def test_some_letters_find_it(window: MainWindow, typed: str, words: str) -> None:
    work_on(window)
    palette = opened(window)
    QTest.keyClicks(palette.field, typed)
    assert first(palette) == words


def test_return_does_it_with_the_focus_where_it_was(window: MainWindow) -> None:
    desk = work_on(window)
    window.manuscript.set_caret(0)
    palette = opened(window)
    QTest.keyClicks(palette.field, "next finding")
    press(Key.Key_Return)
    assert not palette.isVisible()
    assert window.manuscript.hasFocus()
    row = desk.board.open_rows()[0]
    assert desk.chosen == row.id
    assert window.manuscript.selected() == row.finding.span
    opened(window)
    QTest.keyClicks(palette.field, "let stand here")
    press(Key.Key_Return)
    assert len(desk.decisions) == 1
    opened(window)
    assert [palette.model.shown[at].name for at in (0, 1)] == ["stand", "next"], "used lately, the last first"


def test_a_page_s_own_action_is_done_on_its_page(window: MainWindow) -> None:
    desk = work_on(window)
    palette = opened(window)
    QTest.keyClicks(palette.field, "let stand everywhere")
    press(Key.Key_Return)
    assert [decision.scope for decision in desk.decisions] == ["everywhere"]
    assert window.panel
    assert window.panel.isAncestorOf(window.focusWidget())
    press(Key.Key_Escape)
    assert window.manuscript.hasFocus()


def test_escape_returns_to_the_text_at_the_same_caret(window: MainWindow) -> None:
    work_on(window)
    window.manuscript.set_caret(7)
    palette = opened(window)
    press(Key.Key_Down)
    press(Key.Key_Escape)
    assert not palette.isVisible()
    assert window.manuscript.hasFocus()
    assert window.manuscript.selected() == Span(7, 7)
    press(Key.Key_F6)
    opened(window)
    press(Key.Key_Escape)
    assert window.manuscript.hasFocus()
    assert window.manuscript.selected() == Span(7, 7)


def test_a_number_goes_to_the_paragraph(window: MainWindow) -> None:
    work_on(window)
    palette = opened(window)
    QTest.keyClicks(palette.field, "¶ 2")
    assert first(palette) == "Go to Paragraph 2"
    press(Key.Key_Return)
    assert window.manuscript.selected().start == TEXT.index("\n") + 1
    opened(window)
    QTest.keyClicks(palette.field, "99")
    press(Key.Key_Return)
    assert palette.isVisible()
    assert "no such paragraph" in window.toast.words.text()


def test_it_says_why_something_is_not_done_now(window: MainWindow) -> None:
    window.empty.setFocus()
    palette = opened(window)
    QTest.keyClicks(palette.field, "accept and")
    assert palette.list.currentIndex().data(ENTRY).not_now == "No article is open"
    assert "No article is open" in palette.list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    press(Key.Key_Return)
    assert palette.isVisible()
    press(Key.Key_Escape)
    assert not palette.isVisible()
    focused = QApplication.focusWidget()
    assert focused
    assert window.empty.isAncestorOf(focused)


def test_a_check_is_explained(window: MainWindow, qtbot: QtBot) -> None:
    work_on(window)
    window.manuscript.set_caret(3)
    palette = opened(window)
    QTest.keyClicks(palette.field, "explain doubled")
    press(Key.Key_Return)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    QTest.keyClick(dialog, Key.Key_Escape)
    qtbot.waitUntil(window.manuscript.hasFocus)
    assert window.manuscript.selected() == Span(3, 3)


def test_what_is_nothing_like_it_is_not_found() -> None:
    assert not likeness(["xyzzy"], "Accept and Next", "Review")
    assert not found("qqq", [])
