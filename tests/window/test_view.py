"""What the View menu changes of the manuscript: measure, invisible characters, the caret's line, the text alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent, QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from editor.article import Span
from editor.desk import Desk
from editor.desk.arriving import Arrived
from editor.formats.text import composed
from editor.window import theme
from editor.window.mainwindow import MainWindow
from editor.window.manuscript import Manuscript

TEXT = "The headline\n" + "The council voted on Tuesday to close two of its four bridges for good. " * 3 + "\n"


@pytest.fixture
def window(qtbot: QtBot, to_front: Callable[[QWidget], None]) -> Iterator[MainWindow]:
    window = MainWindow()
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show_article(Arrived(Desk(composed(TEXT * 40))))
    to_front(window)
    window.manuscript.setFocus()
    yield window
    window.close()


def test_the_text_alone_and_everything_back(window: MainWindow) -> None:
    shown = [window.beside, window.status_line, window.menus.toolbar]
    QTest.keyClick(window.manuscript, Qt.Key.Key_F11)
    assert window.isFullScreen()
    assert not any(bar.isVisible() for bar in shown)
    assert window.menuBar().height() == 0
    QTest.keyClick(window.manuscript, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier)
    QTest.keyClick(window.manuscript, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.desk
    assert window.desk.text == TEXT * 40
    QTest.keyClick(window.manuscript, Qt.Key.Key_Escape)
    assert not window.isFullScreen()
    assert all(bar.isVisible() for bar in shown)
    assert window.menuBar().height() > 0
    QTest.keyClick(window.manuscript, Qt.Key.Key_F11)
    QTest.keyClick(window.manuscript, Qt.Key.Key_F11)
    assert all(bar.isVisible() for bar in shown)
    assert window.manuscript.hasFocus()


def test_invisible_characters_are_drawn_when_asked_for(window: MainWindow) -> None:
    view = window.manuscript
    before = view.viewport().grab().toImage()
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(view, Qt.Key.Key_8, both)
    assert window.preferences.settings.invisibles
    assert view.viewport().grab().toImage() != before
    QTest.keyClick(view, Qt.Key.Key_8, both)
    assert not view.invisibles


def test_the_line_one_writes_in_stays_in_the_middle(window: MainWindow) -> None:
    view = window.manuscript
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    QTest.keyClick(view, Qt.Key.Key_T, both)
    for _ in range(30):
        QTest.keyClick(view, Qt.Key.Key_Down)
    middle, line = view.viewport().height() / 2, view.cursorRect().height()
    assert abs(view.cursorRect().center().y() - middle) < 4 * line


def test_the_measure_and_the_face_are_chosen(window: MainWindow) -> None:
    view = window.manuscript
    wide = view.viewport().width()
    window.preferences.change("measure", 45)
    assert view.viewport().width() < wide
    window.preferences.change("face", "DejaVu Sans")
    assert view.font().families()[0] == "DejaVu Sans"
    window.preferences.change("face", "")


@pytest.mark.parametrize("zoom", [60, 100, 300])
def test_the_text_stays_whole_at_every_zoom(window: MainWindow, zoom: int) -> None:
    view = window.manuscript
    window.preferences.change("zoom", zoom)
    assert theme.zoom() == zoom
    rect = view.blockBoundingRect(view.document().firstBlock().next())
    lines = view.document().firstBlock().next().layout()
    assert all(
        lines.lineAt(n).x() + lines.lineAt(n).naturalTextWidth() <= view.viewport().width()
        for n in range(lines.lineCount())
    )
    assert rect.height() > lines.lineCount() * QFontMetricsF(view.font()).height()


def test_words_dragged_within_the_text_are_moved_in_one_step(qtbot: QtBot) -> None:
    desk = Desk(composed("One two three.\nFour \U0001f600 five."))
    view = Manuscript(desk)
    qtbot.addWidget(view)
    view.resize(600, 400)
    view.show()
    view.setFocus()
    view.select(Span(4, 8))
    data = view.createMimeDataFromSelection()
    cursor = view.textCursor()
    cursor.setPosition(view.display.map.to(len(desk.text)))
    at = QPointF(view.cursorRect(cursor).center())
    move = Qt.DropAction.MoveAction
    assert isinstance(data, QMimeData)
    event = QDropEvent(at, move, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    view.dropEvent(event)
    assert desk.text.count("two ") >= 1
    while desk.history.done:
        desk.undo()
    assert desk.text == "One two three.\nFour \U0001f600 five."
    assert view.document().toRawText().replace("\u2029", "\n") == desk.text
