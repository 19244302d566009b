"""From right to left: the window is mirrored, and an article is read as its own words are."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from editor.article import Article
from editor.desk import Desk
from editor.desk.arriving import Arrived
from editor.window import mirror
from editor.window.charts import Bar, Bars
from editor.window.mainwindow import MainWindow
from tests.window.desks import desk_of, hand_made_pages
from tests.window.states import DATED, settle, states

__all__ = ["hand_made_pages"]
pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", "propagateSizeHints", extend=True)
HEBREW = "העיר פותחת גשר\nראש העיר פתח את הגשר ביום שני.\n"
ENGLISH = "The city opens a bridge\nThe mayor opened it on Monday.\n"


@pytest.fixture
def mirrored(qapp: QApplication) -> Iterator[None]:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.fixture
def window(qtbot: QtBot, to_front: Callable[[QWidget], None]) -> Iterator[MainWindow]:
    made = MainWindow()
    qtbot.addWidget(made)
    made.resize(1280, 800)
    to_front(made)
    yield made
    made._closing_anyway = True
    made.commands.quit()


def left_of(one: QWidget, two: QWidget) -> bool:
    return one.mapToGlobal(QPoint(one.width(), 0)).x() <= two.mapToGlobal(QPoint(0, 0)).x() + 1


def first_line(window: MainWindow) -> QRectF:
    """Where the words of the first line stand in the manuscript."""
    layout = window.manuscript.document().firstBlock().layout()
    assert layout
    return layout.lineAt(0).naturalTextRect()


def ink(picture: QImage, ground: QColor) -> list[int]:
    """The columns of a picture in which something is drawn."""
    return [
        x for x in range(picture.width()) if any(picture.pixelColor(x, y) != ground for y in range(picture.height()))
    ]


@pytest.mark.usefixtures("mirrored")
def test_the_window_is_mirrored_in_every_state(window: MainWindow) -> None:
    names = [name for name, shown in states(window) if not shown.grab().isNull()]
    assert len(names) > 30


@pytest.mark.usefixtures("mirrored")
def test_panel_strip_tabs_and_bars_stand_at_the_other_side(window: MainWindow) -> None:
    window.show_article(Arrived(desk_of(DATED), why="x"))
    settle()
    assert window.panel
    assert left_of(window.panel, window.manuscript)
    assert left_of(window.strip, window.manuscript)
    tabs = window.panel.tabs
    assert tabs.tabRect(1).right() <= tabs.tabRect(0).left()
    line = window.status_line
    assert left_of(line.language, line.saving)
    open_, save = (window.menus.toolbar.widgetForAction(window.acts[name]) for name in ("open", "save"))
    assert left_of(save, open_)


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_an_article_is_read_as_its_words_are_in_a_window_of_any_direction(
    qapp: QApplication, window: MainWindow, direction: Qt.LayoutDirection
) -> None:
    try:
        window.setLayoutDirection(direction)
        for words, right in ((HEBREW, True), (ENGLISH, False)):
            window.show_article(Arrived(Desk(Article(words)), why="x"))
            settle()
            place, wide = first_line(window), window.manuscript.viewport().width()
            assert (place.center().x() > wide / 2) is right
            assert place.right() <= wide
            window.commands.close()
    finally:
        window.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_what_is_painted_begins_where_reading_begins_and_is_no_mirror_writing(
    qapp: QApplication, direction: Qt.LayoutDirection
) -> None:
    ground = QColor("white")

    def drawn(turned: bool, flags: Qt.AlignmentFlag) -> QImage:
        picture = QImage(200, 30, QImage.Format.Format_RGB32)
        picture.fill(ground)
        painter = QPainter(picture)
        if turned:
            mirror.turn(painter, QRect(0, 0, 200, 30), direction)
            mirror.text(painter, QRect(10, 0, 150, 30), flags, "L")
        else:
            painter.drawText(QRectF(0, 0, 100, 30), Qt.AlignmentFlag.AlignLeft, "L")
        painter.end()
        return picture

    plain = ink(drawn(turned=False, flags=Qt.AlignmentFlag.AlignLeft), ground)
    begun = ink(drawn(turned=True, flags=Qt.AlignmentFlag.AlignLeft), ground)
    back = direction is Qt.LayoutDirection.RightToLeft
    assert (min(begun) > 100) is back, "words that begin where reading begins"
    ended = ink(drawn(turned=True, flags=Qt.AlignmentFlag.AlignRight), ground)
    assert (max(ended) < 100) is back
    # The stem of an L is at its left, in mirror writing it would be at its right.
    turned = drawn(turned=True, flags=Qt.AlignmentFlag.AlignLeft)
    stem, foot = (sum(turned.pixelColor(x, y).lightness() for y in range(30)) for x in (begun[1], begun[-2]))
    assert stem < foot
    assert abs(len(begun) - len(plain)) <= 1


def test_the_arrows_of_a_chart_go_where_they_point(qtbot: QtBot) -> None:
    bars = Bars("Lengths")
    qtbot.addWidget(bars)
    bars.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    bars.resize(300, 120)
    bars.show_bars([Bar(5, "one", None), Bar(7, "two", None), Bar(9, "three", None)], "")  # type: ignore[arg-type]
    bars.show()
    QTest.keyClick(bars, Qt.Key.Key_Left)
    QTest.keyClick(bars, Qt.Key.Key_Left)
    assert bars.current == 1
    QTest.keyClick(bars, Qt.Key.Key_Right)
    assert bars.current == 0
    assert bars.at(0) == -1
    assert bars.at(285) == 0
