"""The comparison: two texts beside each other, gone through by F7, each change taken back by one key."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from editor.article import Article, Edit, Span
from editor.desk import Desk
from editor.desk.arriving import Arrived
from editor.window.comparing import Comparing
from editor.window.comparisons import Other
from editor.window.mainwindow import MainWindow

OLD = "The mayor closed the bridge.\nIt rained on Monday.\nNobody came.\n"
NEW = "The mayor opened the bridge.\nIt rained on Sunday.\nNobody came.\nThe end.\n"
F7, ENTER, ESCAPE = Qt.Key.Key_F7, Qt.Key.Key_Return, Qt.Key.Key_Escape


@pytest.fixture
def window(qtbot: QtBot, to_front: Callable[[QWidget], None]) -> MainWindow:
    made = MainWindow()
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show_article(Arrived(Desk(Article(NEW), by="Ada")))
    to_front(made)
    return made


def compared(qtbot: QtBot, window: MainWindow, other: Other) -> Comparing:
    window.comparisons.show(other)
    page = window.comparisons.page
    assert page
    qtbot.waitUntil(lambda: page.comparison is not None)
    return page


def said(page: Comparing) -> str:
    return f"{page.count.accessibleName()} {page.said.accessibleName()}"


def test_f7_goes_from_change_to_change_and_round(qtbot: QtBot, window: MainWindow) -> None:
    page = compared(qtbot, window, Other("Before", OLD))
    assert page.view.hasFocus()
    assert said(page).startswith("Change 1 of 3")
    assert "[out: closed]" in said(page)
    QTest.keyClick(page.view, F7)
    assert "[in: Sunday]" in said(page)
    QTest.keyClick(page.view, F7)
    QTest.keyClick(page.view, F7)
    assert said(page).startswith("Change 1 of 3")
    QTest.keyClick(page.view, F7, Qt.KeyboardModifier.ShiftModifier)
    assert said(page).startswith("Change 3 of 3")


def test_one_change_is_restored_in_one_step(qtbot: QtBot, window: MainWindow) -> None:
    page = compared(qtbot, window, Other("Before", OLD))
    QTest.keyClick(page.view, F7)
    QTest.keyClick(page.view, Qt.Key.Key_R)
    assert window.desk
    assert window.desk.text == NEW.replace("Sunday", "Monday")
    qtbot.waitUntil(lambda: said(page).startswith("Change 2 of 2"))
    window.commands.undo()
    assert window.desk.text == NEW
    qtbot.waitUntil(lambda: said(page).startswith("Change 2 of 3"))


def test_the_whole_text_is_restored_in_one_step(qtbot: QtBot, window: MainWindow) -> None:
    page = compared(qtbot, window, Other("Before", OLD))
    QTest.keyClick(page.view, Qt.Key.Key_A)
    assert window.desk
    assert window.desk.text == OLD
    assert not window.comparisons.open
    window.desk.undo()
    assert window.desk.text == NEW


def test_escape_goes_back_to_the_caret(qtbot: QtBot, window: MainWindow) -> None:
    window.manuscript.set_caret(9)
    page = compared(qtbot, window, Other("Before", OLD))
    assert not window.manuscript.isVisible()
    QTest.keyClick(page.view, ESCAPE)
    assert window.manuscript.hasFocus()
    assert window.manuscript.caret() == 9
    assert not page.isVisible()


def test_return_goes_to_the_change_in_the_text(qtbot: QtBot, window: MainWindow) -> None:
    page = compared(qtbot, window, Other("Before", OLD))
    QTest.keyClick(page.view, F7)
    QTest.keyClick(page.view, ENTER)
    assert window.manuscript.hasFocus()
    assert window.manuscript.selected().of(NEW) == "Sunday"


def test_both_are_shown_in_one_or_side_by_side(qtbot: QtBot, window: MainWindow) -> None:
    page = compared(qtbot, window, Other("Before", OLD))
    assert not page.view.inline
    QTest.keyClick(page.view, Qt.Key.Key_I)
    assert page.view.inline
    page.view.grab()
    QTest.keyClick(page.view, Qt.Key.Key_I)
    assert not page.view.inline


def test_the_comparison_has_the_whole_room_of_the_manuscript(qtbot: QtBot, window: MainWindow) -> None:
    room = window.manuscript.size()
    page = compared(qtbot, window, Other("Before", OLD))
    qtbot.waitUntil(lambda: page.height() >= room.height())
    assert page.width() >= room.width()


def test_side_by_side_or_in_one_is_kept_for_the_next_time(qtbot: QtBot, window: MainWindow) -> None:
    page = compared(qtbot, window, Other("Before", OLD))
    QTest.keyClick(page.view, Qt.Key.Key_I)
    again = MainWindow()
    qtbot.addWidget(again)
    again.resize(1200, 800)
    again.show_article(Arrived(Desk(Article(NEW), by="Ada")))
    again.show()
    assert compared(qtbot, again, Other("Before", OLD)).view.inline


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("", "All is new.\n"),
        ("All is gone.\n", ""),
        ("", ""),
        ("One 😀 and 👩‍👩‍👧 came.\nTwo.\n", "One 😎 and 👩‍👩‍👦 came.\nTwo, three.\n"),
        ("قال الوزير إن الجسر مغلق اليوم.\n", "قال الوزير إن الجسر مفتوح اليوم.\n"),
        (
            "First stands the mayor’s word.\nThe bridge was closed on Monday morning.\nLast.\n",
            "The bridge was closed on Monday morning.\nFirst stands the mayor’s word.\nLast one.\n",
        ),
    ],
)
def test_going_through_and_restoring_every_change_gives_the_other_text(
    qtbot: QtBot, window: MainWindow, old: str, new: str
) -> None:
    window.show_article(Arrived(Desk(Article(new), by="Ada")))
    page = compared(qtbot, window, Other("Before", old))
    assert window.desk
    for _ in range(20):
        if window.desk.text == old:
            break
        page.view.grab()
        before = page.comparison
        QTest.keyClick(page.view, Qt.Key.Key_R)
        qtbot.waitUntil(lambda before=before: page.comparison is not before)  # type: ignore[misc]
    assert window.desk.text == old
    qtbot.waitUntil(lambda: "Both texts are the same." in said(page))


def test_two_revisions_are_only_looked_at(qtbot: QtBot, window: MainWindow) -> None:
    page = compared(qtbot, window, Other("Before", OLD, newer=("After", "Something else.\n")))
    QTest.keyClick(page.view, Qt.Key.Key_R)
    QTest.keyClick(page.view, ENTER)
    assert window.desk
    assert window.desk.text == NEW
    assert not page.back_button.isVisible()


def test_the_same_text_is_told_as_the_same(qtbot: QtBot, window: MainWindow) -> None:
    page = compared(qtbot, window, Other("Before", NEW))
    assert "Both texts are the same." in said(page)
    QTest.keyClick(page.view, F7)
    QTest.keyClick(page.view, Qt.Key.Key_R)
    assert not page.next_button.isVisible()


def test_any_file_is_compared(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "other.md"
    path.write_text(OLD)
    window.comparisons.show_file(path, "other.md")
    qtbot.waitUntil(lambda: window.comparisons.page is not None and window.comparisons.page.comparison is not None)
    page = window.comparisons.page
    assert page
    assert "other.md" in str(page.heads[0].accessibleName())
    page.step()
    assert "[out: Monday]" in said(page)


def test_another_article_ends_the_comparison(qtbot: QtBot, window: MainWindow) -> None:
    compared(qtbot, window, Other("Before", OLD))
    window.show_article(Arrived(Desk(Article("Another.\n"), by="Ada")))
    assert not window.comparisons.open
    assert window.manuscript.isVisible()


def test_typing_is_found_out_about(qtbot: QtBot, window: MainWindow) -> None:
    page = compared(qtbot, window, Other("Before", OLD))
    assert window.desk
    window.desk.restore([Edit(Span(0, 3), "The", "A")])
    qtbot.waitUntil(lambda: "of 4" in said(page))


@pytest.mark.parametrize("inline", [False, True])
def test_markup_surrogates_and_hidden_characters_are_only_words(qtbot: QtBot, window: MainWindow, inline: bool) -> None:
    odd = "<b>No</b> \u200bmark\ud800up 😀 <img src='x'>\n\n\nA\u2028B\n"
    page = compared(qtbot, window, Other("Before", odd))
    page.view.set_inline(inline)
    for _ in range(len(page.comparison.changes) if page.comparison else 0):
        page.step()
    picture: QPixmap = page.view.grab()
    assert not picture.isNull()


def test_a_long_article_is_laid_out_bit_by_bit(qtbot: QtBot, window: MainWindow) -> None:
    lines = [f"Paragraph {n} says that nothing much has happened in the town since Monday." for n in range(900)]
    assert window.desk
    window.desk.replace_all("\n".join(lines))
    lines[850] = "Paragraph 850 is another one now, since the editor has been at work on it."
    page = compared(qtbot, window, Other("Before", "\n".join(lines)))
    qtbot.waitUntil(lambda: page.view.row_of(page.current) == 850)
    assert page.view.verticalScrollBar().value() > 0
