"""Finding and replacing, as an editor does it: by keys."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from editor.article import Article, Edit, Span
from editor.desk import Desk
from editor.window.find import FindBar
from editor.window.manuscript import Manuscript
from editor.window.remembered import Remembered

SHIFT = Qt.KeyboardModifier.ShiftModifier
TEXT = "The plan is old.\n“The plan is a plan,” he said.\nPLAN and replan: a plan.\n"


class Both(QWidget):
    """A manuscript with the bar below it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.desk = Desk(Article(text), by="Ada")
        self.view = Manuscript(self.desk, self)
        self.bar = FindBar(self.view, self)
        self.bar.remember(Remembered())
        self.bar.closed.connect(self.view.setFocus)
        column = QVBoxLayout(self)
        column.addWidget(self.view)
        column.addWidget(self.bar)


@pytest.fixture
def open_(qtbot: QtBot, to_front: Callable[[QWidget], None]) -> Callable[[str], Both]:
    def opened(text: str = TEXT) -> Both:
        both = Both(text)
        qtbot.addWidget(both)
        both.resize(700, 500)
        to_front(both)
        both.view.setFocus()
        return both

    return opened


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget
    return widget


def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(focused(), key, held)


def write(words: str) -> None:
    QTest.keyClicks(focused(), words)


def test_typing_shows_the_first_place_and_leaves_the_caret(open_: Callable[..., Both]) -> None:
    both = open_()
    both.view.set_caret(20)
    both.bar.open()
    write("plan")
    assert both.bar.count.text() == "2 of 6"
    assert len(both.view.found) == 6
    assert both.view.found.current == Span(22, 26)
    press(Qt.Key.Key_Escape)
    assert both.view.hasFocus()
    assert both.view.selected() == Span(20, 20)
    assert not both.view.found


def test_going_on_wraps_with_a_notice_and_esc_stays_at_the_place(open_: Callable[..., Both]) -> None:
    both = open_()
    both.bar.open()
    both.bar.whole.setChecked(True)
    write("plan")
    for _ in range(5):
        press(Qt.Key.Key_Return)
    assert both.bar.count.text() == "5 of 5"
    assert not both.bar.note.isVisible()
    press(Qt.Key.Key_Return)
    assert both.bar.count.text() == "1 of 5"
    assert both.bar.note.text() == "Went on from the start of the text."
    press(Qt.Key.Key_Return, SHIFT)
    assert both.bar.count.text() == "5 of 5"
    assert both.bar.note.text() == "Went on from the end of the text."
    press(Qt.Key.Key_Escape)
    assert both.view.selected() == Span(67, 71)


def test_what_is_selected_is_looked_for_and_a_longer_part_is_searched(open_: Callable[..., Both]) -> None:
    both = open_()
    both.view.select(Span(4, 8))
    both.bar.open()
    assert both.bar.words.text() == "plan"
    press(Qt.Key.Key_Escape)
    both.view.select(Span(0, 46))
    both.bar.open()
    assert both.bar.within.isChecked()
    assert both.bar.count.text() == "1 of 3"
    press(Qt.Key.Key_Return)
    assert both.view.selected() == Span(4, 8)
    both.desk.typed(Edit(Span(0, 0), "", "So. "), 4)
    assert both.view.found.within == Span(4, 50)
    both.bar.within.setChecked(False)
    assert both.bar.count.text().endswith("of 6")
    both.view.set_caret(0)
    both.bar.within.setChecked(True)
    assert not both.bar.within.isChecked()
    assert "Select a part" in both.bar.note.text()


def test_a_bad_pattern_is_told_at_once_with_its_place(open_: Callable[..., Both]) -> None:
    both = open_()
    both.bar.open()
    both.bar.pattern.setChecked(True)
    write("(p")
    assert both.bar.note.text() == "Pattern, at its end: a bracket is not closed: add )."
    write("lan)")
    assert not both.bar.note.isVisible()
    assert both.bar.count.text() == "1 of 6"


def test_a_pattern_that_runs_away_leaves_the_window_free(open_: Callable[..., Both], qtbot: QtBot) -> None:
    both = open_("x" * 50_000)
    both.bar.open()
    both.bar.pattern.setChecked(True)
    both.bar.words.setText("(x+x+)+y")
    assert both.bar.count.text() == "Searching…"
    both.bar.words.setText("(x+x+)+x")
    qtbot.waitUntil(lambda: both.bar.count.text() == "1 of 1")
    both.bar.words.setText("(x+x+)+y")
    qtbot.waitUntil(lambda: "too long" in both.bar.note.text(), timeout=10_000)


def test_the_places_follow_what_is_written(open_: Callable[..., Both], qtbot: QtBot) -> None:
    both = open_()
    both.bar.open()
    write("plan")
    both.view.setFocus()
    both.view.set_caret(0)
    write("A plan. ")
    qtbot.waitUntil(lambda: len(both.view.found) == 7)


def test_enter_replaces_and_goes_on_and_leaves_quotations(open_: Callable[..., Both]) -> None:
    both = open_()
    both.bar.open(replace=True)
    both.bar.whole.setChecked(True)
    both.bar.keeps.setChecked(True)
    write("plan")
    assert both.bar.note.text() == "2 in quotations left as they are."
    both.bar.replacement.setFocus()
    write("scheme")
    press(Qt.Key.Key_Return)
    assert both.view.selected() == Span(4, 8)
    press(Qt.Key.Key_Return)
    assert both.desk.text.startswith("The scheme is")
    press(Qt.Key.Key_Return)
    assert "quotation" in both.bar.note.text()
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return, SHIFT)
    assert both.desk.text == TEXT.replace("The plan is old", "The scheme is old").replace("PLAN", "SCHEME")
    assert both.view.selected().of(both.desk.text) == "SCHEME"


def test_all_are_replaced_in_one_step_that_undo_takes_back(open_: Callable[..., Both]) -> None:
    both = open_()
    both.bar.open(replace=True)
    write("plan")
    both.bar.replacement.setText("scheme")
    assert both.bar.all.text() == "Replace &All 4"
    both.bar.all.setFocus()
    press(Qt.Key.Key_Return)
    assert both.desk.text == "The scheme is old.\n“The plan is a plan,” he said.\nscheme and rescheme: a scheme.\n"
    assert both.view.toPlainText() == both.desk.text
    both.desk.undo()
    assert both.desk.text == TEXT
    assert both.view.toPlainText() == TEXT
    both.bar.quoted.setChecked(True)
    assert both.bar.all.text() == "Replace &All 6"
    both.bar.all.click()
    assert "plan" not in both.desk.text


def test_groups_and_what_is_wrong_with_them(open_: Callable[..., Both]) -> None:
    both = open_()
    both.bar.open(replace=True)
    both.bar.pattern.setChecked(True)
    both.bar.words.setText(r"(\w+) and (\w+)")
    both.bar.replacement.setText("$3")
    both.bar.all.click()
    assert both.bar.note.text() == "Replacement, character 1: the pattern has no such group."
    both.bar.replacement.setText(r"\2 and $1")
    both.bar.all.click()
    assert "replan and PLAN" in both.desk.text


def test_up_and_down_recall_what_was_looked_for(open_: Callable[..., Both]) -> None:
    both = open_()
    for words in ("old", "said"):
        both.bar.open()
        write(words)
        press(Qt.Key.Key_Return)
        press(Qt.Key.Key_Escape)
        both.view.set_caret(0)
    again = open_()
    again.bar.open()
    write("pl")
    press(Qt.Key.Key_Up)
    assert again.bar.words.text() == "said"
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Up)
    assert again.bar.words.text() == "old"
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    assert again.bar.words.text() == "pl"


def test_a_long_text_is_searched_and_replaced(open_: Callable[..., Both], qtbot: QtBot) -> None:
    text = "A plan of 20 words stands here, and it is a plain line of the article's text.\n" * 13_000
    both = open_(text)
    both.bar.open(replace=True)
    both.bar.words.setText("plan")
    qtbot.waitUntil(lambda: both.bar.count.text() == "1 of 13,000", timeout=20_000)
    both.bar.replacement.setText("scheme")
    both.bar.all.click()
    qtbot.waitUntil(lambda: "plan " not in both.desk.text, timeout=20_000)
    assert both.desk.text == text.replace("plan ", "scheme ")
    both.desk.undo()
    assert both.desk.text == text
