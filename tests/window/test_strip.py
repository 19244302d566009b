"""The strip: the whole article beside the scroll bar, its findings by shape, its repetition by density."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from editor.article import Span
from editor.desk import Desk
from editor.desk.arriving import Arrived
from editor.window.heat import heat
from editor.window.mainwindow import MainWindow
from tests.window.desks import TEXT, desk_of, findings, hand_made_pages, hear, place

__all__ = ["hand_made_pages"]
LONG = TEXT + "\n" + "Nothing else was said at the bridge that day.\n\n" * 60


@pytest.fixture
def window(qtbot: QtBot, to_front: Callable[[QWidget], None]) -> MainWindow:
    window = MainWindow()
    qtbot.addWidget(window)
    window.resize(1000, 700)
    to_front(window)
    return window


def work_on(window: MainWindow, desk: Desk) -> None:
    window.show_article(Arrived(desk, why="this is a test."))
    QApplication.processEvents()
    window.strip.refresh()


def test_each_family_has_its_place_and_facts_come_first(window: MainWindow) -> None:
    work_on(window, desk_of(LONG))
    ticks = window.strip.ticks
    assert set(ticks.values()) <= {"citations", "repetition", "consistency", "language", "style"}
    assert "consistency" in ticks.values()
    # All findings are in the first lines of a long article: so are their ticks.
    assert max(ticks) * 4 < window.strip.height() / 8


def test_what_is_said_again_is_warm_and_the_rest_is_not(window: MainWindow) -> None:
    work_on(window, desk_of(LONG))
    rows = window.strip.rows
    assert len(rows) == window.strip.height()
    assert max(rows[: len(rows) // 8]) > 0
    assert not any(rows[len(rows) // 2 :])


def test_hovering_says_the_paragraph_and_how_many_findings_it_has(window: MainWindow) -> None:
    window.steps.dismiss()
    work_on(window, desk_of(LONG))
    strip = window.strip
    assert strip._lines
    line = strip._lines.of(place(LONG, "42 people"))[0]
    said = strip.said((line + 0.1) * strip.height() / strip._lines.total)
    # One of the citations, one twice, one of the facts: evidence counts where the finding itself stands.
    assert said.startswith("Paragraph 2: 3 finding")
    assert strip.said(strip.height() - 20) == "Paragraph 63"


def test_a_click_goes_there_and_leaves_the_caret(window: MainWindow) -> None:
    work_on(window, desk_of(LONG))
    bar, caret = window.manuscript.verticalScrollBar(), window.manuscript.caret()
    assert bar.value() == 0
    QTest.mouseClick(
        window.strip, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(5, window.strip.height() // 2)
    )
    assert bar.value() > 0
    assert abs(bar.value() + bar.pageStep() / 2 - window.strip.line(window.strip.height() // 2)) <= 1
    assert window.manuscript.caret() == caret


def test_it_is_shown_and_hidden_by_a_key_and_stays_out_of_the_way_of_tab(window: MainWindow, qtbot: QtBot) -> None:
    work_on(window, desk_of())
    assert window.strip.focusPolicy() is Qt.FocusPolicy.NoFocus
    assert window.strip.accessibleName()
    assert window.acts["strip"].isChecked()
    QTest.keyClick(
        window.manuscript, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    )
    assert window.strip.isHidden()
    assert not window.preferences.settings.strip
    assert not window.acts["strip"].isChecked()


def test_what_is_decided_leaves_when_the_hands_rest(window: MainWindow, qtbot: QtBot) -> None:
    desk = desk_of(LONG)
    work_on(window, desk)
    hear(desk, [found for found in findings(LONG) if found.check == "handmade_long"])
    window.strip.refresh()
    assert not any(window.strip.rows)
    assert not window.strip.ticks, "what is only possible is not shown, nor ticked"


def test_the_chosen_places_are_joined(window: MainWindow) -> None:
    work_on(window, desk_of(LONG))
    before = window.strip.grab().toImage()
    window.manuscript.light([place(LONG, "42 people"), Span(len(LONG) - 9, len(LONG) - 2)])
    after = window.strip.grab().toImage()
    x, middle = round(after.width() / 2), after.height() // 2
    assert before.pixelColor(x, middle) != after.pixelColor(x, middle)


@pytest.mark.parametrize(
    ("stretches", "covered"),
    [
        ([(1.0, 3.0)], [0, 1, 1, 0]),
        ([(0.5, 1.25)], [0.5, 0.25, 0, 0]),
        ([(0.0, 2.0), (1.0, 2.0)], [1, 1, 0, 0]),
        ([(0.25, 0.5)], [0.25, 0, 0, 0]),
        ([(3.0, 9.0)], [0, 0, 0, 1]),
        ([], [0, 0, 0, 0]),
    ],
)
def test_a_row_is_as_warm_as_the_part_of_it_that_is_covered(
    stretches: list[tuple[float, float]], covered: list[float]
) -> None:
    assert heat(stretches, 4, 0) == pytest.approx(covered)


def test_heat_is_smooth() -> None:
    rows = heat([(10, 11)], 21, 2)
    assert rows[10] == max(rows) < 1
    assert rows[6] > 0
    assert sum(rows) == pytest.approx(1)
