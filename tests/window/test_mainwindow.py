"""The window as a whole: every action has a name and keys that work, the focus goes where it should."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from editor import factsheet, settings
from editor.article import Edit, Facts, Span
from editor.checker import Checker
from editor.desk import Desk
from editor.desk.arriving import Arrived
from editor.desk.journal import How
from editor.formats.text import composed
from editor.revision import Step
from editor.window import actions, facts, theme
from editor.window.mainwindow import MainWindow
from editor.worker import Sheet

TEXT = "Council closes bridge\nThe the council closed it. It had had enough of of it.\nThe end end came.\n"
pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard")
CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


@pytest.fixture
def window(qtbot: QtBot, to_front: Callable[[QWidget], None]) -> Iterator[MainWindow]:
    window = MainWindow()
    qtbot.addWidget(window)
    window.resize(1200, 800)
    to_front(window)
    yield window
    window._closing_anyway = True
    window.commands.quit()


DATED = "Mayor Achieng Odhiambo opened it on 1 May 2025, said the Daily Nation, and closed it on 3 May 2025.\n"


def work_on(window: MainWindow, text: str = TEXT) -> Desk:
    desk = Desk(composed(text))
    window.show_article(Arrived(desk, why="this is a test."))
    report = Checker().report(desk.article, only=("doubled_word",))
    desk.heard("doubled_word", report.findings)
    window.manuscript.set_caret(0)
    window.manuscript.setFocus()
    return desk


def press(window: MainWindow, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(window.focusWidget() or window, key, held)


def test_each_action_of_a_menu_does_something(window: MainWindow) -> None:
    names = {name for name, act in actions.every().items() if act.context == "window"} - {"recent"}
    for name in names:
        assert callable(getattr(window.commands, name)), name
    assert set(window.acts) == names
    assert set(actions.TOOLBAR) - {"", ">"} <= names


def test_the_empty_window_says_how_to_begin(window: MainWindow) -> None:
    words = " ".join(label.text() for label in window.empty.findChildren(QLabel))
    assert "No article open" in words
    assert [button.text() for button in window.empty.buttons] == ["Open…", "Paste as new article", "Try the sample"]
    assert not window.acts["save"].isEnabled()
    assert window.acts["open"].isEnabled()


def test_the_job_by_keys_alone(window: MainWindow) -> None:
    desk = work_on(window)
    first, second, third = desk.board.open_rows()
    press(window, Qt.Key.Key_F8)
    assert desk.chosen == first.id
    assert window.manuscript.selected() == first.finding.span
    press(window, Qt.Key.Key_F8)
    press(window, Qt.Key.Key_Down, ALT)
    assert desk.chosen == third.id
    press(window, Qt.Key.Key_F8)
    assert desk.chosen == first.id
    assert "other end" in window.toast.words.text()
    press(window, Qt.Key.Key_F8, SHIFT)
    assert desk.chosen == third.id
    press(window, Qt.Key.Key_F8)
    press(window, Qt.Key.Key_Return, CONTROL)
    assert desk.text.startswith("Council closes bridge\nThe council")
    assert desk.chosen == second.id
    press(window, Qt.Key.Key_Delete, ALT)
    assert desk.text.count("of of") == 1
    assert desk.chosen == third.id
    assert len(desk.decisions) == 2
    press(window, Qt.Key.Key_Z, CONTROL)
    press(window, Qt.Key.Key_Z, CONTROL)
    assert desk.text == TEXT
    press(window, Qt.Key.Key_Y, CONTROL)
    press(window, Qt.Key.Key_Z, CONTROL | SHIFT)
    assert len(desk.decisions) == 2
    assert window.manuscript.display.text == desk.text


def test_f6_goes_to_the_panel_and_escape_back_to_the_same_caret(window: MainWindow) -> None:
    desk = work_on(window)
    window.manuscript.set_caret(5)
    press(window, Qt.Key.Key_F6)
    assert window.panel
    assert window.panel.isAncestorOf(window.focusWidget())
    assert desk.chosen is not None
    assert window.manuscript.lit
    press(window, Qt.Key.Key_Escape)
    assert window.manuscript.hasFocus()
    assert window.manuscript.caret() == 5
    press(window, Qt.Key.Key_F6)
    press(window, Qt.Key.Key_F6)
    assert window.manuscript.hasFocus()


def test_f6_goes_to_a_message_too_and_escape_back(window: MainWindow) -> None:
    work_on(window)
    chosen: list[int] = []
    banner = window.banners.show_message("x", "warning", "Which one?", [("This", lambda: chosen.append(1))])
    press(window, Qt.Key.Key_F6)
    assert window.panel
    assert window.panel.findings.list.hasFocus()
    press(window, Qt.Key.Key_F6)
    assert banner.buttons[0].hasFocus()
    press(window, Qt.Key.Key_F6)
    assert window.manuscript.hasFocus()
    press(window, Qt.Key.Key_F6)
    press(window, Qt.Key.Key_F6)
    press(window, Qt.Key.Key_Space)
    assert chosen
    assert window.manuscript.hasFocus()


def test_next_goes_on_from_the_panel_too(window: MainWindow) -> None:
    desk = work_on(window)
    rows = desk.board.open_rows()
    press(window, Qt.Key.Key_F6)
    press(window, Qt.Key.Key_F8)
    assert desk.chosen == rows[1].id
    press(window, Qt.Key.Key_F8)
    assert desk.chosen == rows[2].id


def test_undo_works_from_the_panel_and_brings_the_finding_back_chosen(window: MainWindow) -> None:
    desk = work_on(window)
    press(window, Qt.Key.Key_F6)
    first = desk.chosen
    press(window, Qt.Key.Key_Return)
    assert desk.chosen != first
    press(window, Qt.Key.Key_Z, CONTROL)
    desk.heard("doubled_word", Checker().report(desk.article, only=("doubled_word",)).findings)
    row = desk.board.row(desk.chosen or 0)
    assert row
    assert row.finding.span.of(desk.text) == "The the"


def test_the_choices_at_the_caret_are_a_menu(window: MainWindow, qtbot: QtBot) -> None:
    desk = work_on(window)
    window.manuscript.set_caret(24)
    press(window, Qt.Key.Key_Period, CONTROL)
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert menu
    QTest.keyClick(menu, Qt.Key.Key_1)
    assert desk.text.startswith("Council closes bridge\nThe council")
    window.manuscript.set_caret(0)
    window.commands.choices()
    assert "no finding" in window.toast.words.text()


def test_a_click_on_words_with_a_finding_chooses_it(window: MainWindow) -> None:
    desk = work_on(window)
    cursor = window.manuscript.textCursor()
    cursor.setPosition(25)
    at = window.manuscript.cursorRect(cursor).center()
    QTest.mouseClick(window.manuscript.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert desk.chosen == desk.board.open_rows()[0].id
    assert window.manuscript.textCursor().position() == 25


def test_a_batch_says_how_many_and_can_be_undone_from_the_toast(window: MainWindow) -> None:
    desk = work_on(window)
    assert window.review
    window.review.accept_all(desk.batch(desk.board.open_rows()))
    assert "2 accepted" in window.toast.words.text()
    assert window.toast.undo.isVisible()
    window.toast.undo.click()
    assert desk.text == TEXT


def test_the_panel_can_be_hidden_and_comes_when_it_is_needed(window: MainWindow) -> None:
    work_on(window)
    press(window, Qt.Key.Key_M, CONTROL | SHIFT)
    assert window.panel
    assert not window.panel.isVisible()
    press(window, Qt.Key.Key_F6)
    assert window.panel.isVisible()
    press(window, Qt.Key.Key_M, CONTROL | SHIFT)
    assert window.manuscript.hasFocus()


def test_each_page_of_the_panel_has_its_key_and_f6_goes_to_the_one_in_front(window: MainWindow) -> None:
    work_on(window)
    assert window.panel
    for key, page in ((Qt.Key.Key_2, "ledger"), (Qt.Key.Key_3, "notes"), (Qt.Key.Key_4, "revisions")):
        press(window, key, CONTROL)
        assert window.panel.page == page
        assert window.beside.holds_focus
    assert [window.panel.tabs.tabText(n).split()[0] for n in range(4)] == ["Findings", "Ledger", "Notes", "Revisions"]
    press(window, Qt.Key.Key_2, CONTROL)
    press(window, Qt.Key.Key_Escape)
    assert window.manuscript.hasFocus()
    press(window, Qt.Key.Key_F6)
    assert window.panel.page == "ledger"
    press(window, Qt.Key.Key_1, CONTROL)
    assert window.panel.findings.list.hasFocus()


def test_the_sheet_is_made_while_the_ledger_is_looked_at(window: MainWindow) -> None:
    work_on(window)
    assert not window.watch._sheet
    press(window, Qt.Key.Key_2, CONTROL)
    assert window.watch._sheet
    press(window, Qt.Key.Key_M, CONTROL | SHIFT)
    assert not window.watch._sheet
    assert window.manuscript.hasFocus()


def test_find_goes_through_the_places(window: MainWindow) -> None:
    work_on(window)
    press(window, Qt.Key.Key_F, CONTROL)
    bar = window.find_bar
    assert bar.words.hasFocus()
    QTest.keyClicks(bar.words, "THE")
    assert bar.count.text() == "1 of 3"
    press(window, Qt.Key.Key_Return)
    press(window, Qt.Key.Key_Return)
    assert window.manuscript.selected() == Span(26, 29)
    assert bar.count.text() == "2 of 3"
    press(window, Qt.Key.Key_F3, SHIFT)
    assert window.manuscript.selected() == Span(22, 25)
    bar.case.setChecked(True)
    assert bar.count.text() == "Not found"
    bar.words.setText("en")
    assert bar.count.text() == "1 of 3"
    bar.whole.setChecked(True)
    assert bar.count.text() == "Not found"
    press(window, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert window.manuscript.hasFocus()


def test_zoom_and_palette_change_at_once_and_are_remembered(window: MainWindow) -> None:
    work_on(window)
    size = window.manuscript.font().pointSizeF()
    press(window, Qt.Key.Key_Plus, CONTROL)
    assert window.manuscript.font().pointSizeF() == pytest.approx(size * 1.1)
    wheel = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton, CONTROL,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(window.manuscript.viewport(), wheel)
    assert window.manuscript.font().pointSizeF() == pytest.approx(size)
    window.commands.zoom_in()
    window.commands.theme_dark()
    assert theme.tokens().dark
    assert window.acts["theme_dark"].isChecked()
    window.preferences.flush()
    assert (settings.load().zoom, settings.load().theme) == (110, "dark")
    press(window, Qt.Key.Key_0, CONTROL)
    assert theme.zoom() == 100


def test_date_and_language_are_shown_and_set(window: MainWindow, qtbot: QtBot) -> None:
    desk = work_on(window)
    line = window.status_line
    assert line.date.text() == "no date"
    assert line.language.text() == "English"
    line.date.click()
    box = line.findChild(facts.Box)
    assert box
    box.words.setText("the tenth")
    QTest.keyClick(box.words, Qt.Key.Key_Return)
    assert "no date" in box.hint.text()
    assert desk.article.facts.date is None
    box.words.setText("May 10, 2025")
    QTest.keyClick(box.words, Qt.Key.Key_Return)
    assert desk.article.facts.date
    assert desk.article.facts.date.value == "2025-05-10"
    assert line.date.text() == "10 May 2025"
    menu = line.language_menu()
    next(action for action in menu.actions() if action.text() == "German").trigger()
    assert line.language.text() == "German"
    assert facts.read_date("") == ""
    assert facts.read_date("2025-02-30") is None


def test_the_status_line_counts(window: MainWindow, qtbot: QtBot) -> None:
    desk = work_on(window)
    line = window.status_line
    qtbot.waitUntil(lambda: line.open.text() == "3 open")
    assert line.length.text() == "19 words · 1 min"
    window.manuscript.select(Span(0, 14))
    assert line.length.text() == "2 of 19 words · 14 characters"
    assert not line.notes.isVisible()
    desk.add_note(Span(0, 4), "Who?")
    desk.add_note(Span(0, 4), "claim", "unsourced")
    assert line.notes.text() == "1 unsourced · 1 query"


class Slow:
    """A journal that writes when the test says so."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[str | None], None]] = []

    def write(
        self, steps: Sequence[tuple[How, Step]], text: str, caret: int, done: Callable[[str | None], None]
    ) -> None:
        self.waiting.append(done)

    def knows(self, facts: Facts) -> None: ...
    def named(self, name: str, done: Callable[[str | None], None]) -> None: ...
    def exported(self, path: object, sha256: str) -> None: ...

    def signed(self, signed: object, done: object) -> None: ...
    def saved(self, path: Path, sha256: str) -> None: ...
    def opened(self, path: Path, sha256: str) -> None: ...
    def close(self) -> None: ...


def test_the_truth_about_saving_is_said(window: MainWindow) -> None:
    desk, journal = work_on(window), Slow()
    desk.keep_in(journal)
    line = window.status_line
    desk.typed(Edit(Span(0, 0), "", "x"), 1)
    assert line.saving.text() == "Not saved — press Ctrl+S"
    line.set_desk(desk)
    assert line.saving.text() == "Saving…"
    desk.flush()
    journal.waiting[-1]("the disk is full.")
    assert line.saving.text() == "Not saved — the disk is full."
    assert window.banners.message("journal")
    journal.waiting[-1](None)
    assert line.saving.text() == "File not written yet · journal synced"
    assert not window.banners.message("journal")


def test_every_control_has_a_name_and_every_label_shows_plain_text(window: MainWindow) -> None:
    work_on(window)
    window.banners.show_message("x", "warning", "Words", [("Do it", lambda: None)])
    window.status_line.date.click()
    for widget in window.findChildren(QWidget):
        if isinstance(widget, QLabel):
            assert widget.textFormat() is Qt.TextFormat.PlainText, widget.text()
        if isinstance(widget, QAbstractButton | QLineEdit) and widget.isVisible():
            said = widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")
            assert said or widget.toolTip(), widget


CONTROLS = {
    QAccessible.Role.Button,
    QAccessible.Role.ButtonMenu,
    QAccessible.Role.CheckBox,
    QAccessible.Role.ComboBox,
    QAccessible.Role.EditableText,
    QAccessible.Role.List,
    QAccessible.Role.ListItem,
    QAccessible.Role.MenuItem,
    QAccessible.Role.PageTab,
    QAccessible.Role.PageTabList,
    QAccessible.Role.PushButton,
    QAccessible.Role.RadioButton,
    QAccessible.Role.Tree,
    QAccessible.Role.TreeItem,
}


def controls(found: QAccessibleInterface, seen: str = "") -> dict[str, str]:
    """The controls below one in the tree that a screen reader walks, by where they are, each with its name."""
    thing = found.object()
    where = f"{seen}/{type(thing).__name__ if thing else found.role().name}"
    state = found.state()
    if state.invisible or (isinstance(thing, QWidget) and not thing.isVisible()):
        return {}
    said = found.text(QAccessible.Text.Name).strip()
    control = found.role() in CONTROLS or state.focusable
    every = {where: said} if control else {}
    for number in range(min(found.childCount(), 200)):
        child = found.child(number)
        every |= controls(child, f"{where}:{number}") if child else {}
    return every


@pytest.mark.parametrize("page", ["findings", "ledger", "notes", "revisions", "empty", "preview", "asking"])
def test_in_the_tree_that_a_screen_reader_walks_every_control_has_a_name(window: MainWindow, page: str) -> None:
    desk = work_on(window, TEXT + DATED)
    window.banners.show_message("x", "warning", "Words", [("Do it", lambda: None)])
    window.commands.find()
    assert window.panel
    assert window.review
    if page == "ledger":
        window.beside.show_page(page)
        desk.checking.hear(Sheet(desk.number, factsheet.rows(Checker().read(desk.article))))
        window.panel.ledger.refresh()
        press(window, Qt.Key.Key_Slash)
    elif page in ("findings", "notes", "revisions"):
        desk.add_note(Span(0, 5), "Who?")
        window.beside.show_page(page)
        press(window, Qt.Key.Key_W)
    elif page == "empty":
        window.front.show_empty()
    else:
        window.beside.show_page("findings")
        window.review.preview_standing() if page == "preview" else window.review.take("query")
    QApplication.processEvents()
    tree = QAccessible.queryAccessibleInterface(window)
    assert tree
    every = controls(tree)
    assert len(every) > 15
    assert not [where for where, said in every.items() if not said]


def test_no_widget_of_rich_text_is_used_anywhere() -> None:
    rich = re.compile(r"\b(QTextEdit|QTextBrowser|setHtml|insertHtml|fromHtml|QMessageBox)\b")
    for file in Path(__file__).parents[2].joinpath("editor", "window").glob("*.py"):
        assert not rich.search(file.read_text(encoding="utf-8")), file.name


def test_the_article_is_shown_before_there_is_a_desk(window: MainWindow, qtbot: QtBot) -> None:
    window.preview(composed(TEXT), "bridge.txt")
    assert window.manuscript.isReadOnly()
    assert window.manuscript.toPlainText() == TEXT
    QTest.keyClicks(window.manuscript, "x")
    assert window.manuscript.toPlainText() == TEXT
    work_on(window)
    assert not window.manuscript.isReadOnly()


def test_another_article_comes_in_front_of_the_first(window: MainWindow, qtbot: QtBot) -> None:
    one = work_on(window)
    two = work_on(window, "Another one\nIt was was short.\n")
    assert window.manuscript.display.text == two.text
    press(window, Qt.Key.Key_F8)
    assert two.chosen is not None
    assert one.chosen is None
    one.typed(Edit(Span(0, 0), "", "x"), 1)
    assert window.manuscript.display.text == two.text
    one.undo()
    press(window, Qt.Key.Key_W, CONTROL)
    assert window.desk is one
    press(window, Qt.Key.Key_W, CONTROL)
    assert window.desk is None
    assert window.empty.isVisible()


def test_closing_a_banner_gives_the_focus_back(window: MainWindow) -> None:
    work_on(window)
    banner = window.banners.show_message("x", "info", "Words", [("Do it", lambda: None)])
    banner.buttons[0].setFocus()
    QTest.keyClick(banner.buttons[0], Qt.Key.Key_Escape)
    assert window.manuscript.hasFocus()
    assert not window.banners.message("x")


def test_a_worker_that_dies_is_said(window: MainWindow) -> None:
    window.watch.died.emit(True)
    assert window.banners.message("worker")


def test_leaving_the_window_does_not_lose_the_caret(window: MainWindow) -> None:
    work_on(window)
    window.manuscript.set_caret(9)
    QApplication.sendEvent(window, QEvent(QEvent.Type.WindowDeactivate))
    assert window.manuscript.caret() == 9
