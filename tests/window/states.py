"""The window in each of its states, one after another, for what is to hold in all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

from editor import factsheet
from editor.article import Span
from editor.checker import Checker
from editor.desk import Desk
from editor.desk.arriving import Arrived
from editor.measures import measured
from editor.window.mainwindow import MainWindow
from editor.window.menu import caret_menu
from editor.window.settings.window import SettingsWindow
from editor.worker import Sheet
from tests.window.desks import TEXT, desk_of

DATED = TEXT + "Ada Lovelace opened it on 1 May 2025, said the Daily Nation, and closed it on 3 May 2025.\n"
SECTIONS = ("general", "checks", "stylebook", "grammar", "dictionaries", "keys", "about")
State = tuple[str, QWidget]


def states(window: MainWindow, text: str = DATED, desk: Desk | None = None) -> Iterator[State]:
    """Brings the window from state to state; each has a name and the widget that it is about."""
    yield "empty", window
    desk = desk or desk_of(text)
    window.show_article(Arrived(desk, why="⟦"))
    desk.know(date="2025-05-10")
    ledger = Checker().read(desk.article)
    desk.checking.hear(Sheet(desk.number, factsheet.rows(ledger), measured(ledger)))
    desk.checking.off = frozenset({"doubled_word"})
    desk.add_note(Span(0, 5), "Mayor")
    window.manuscript.setFocus()
    window.commands.next()
    settle()
    yield "findings", window
    yield from _deciding(window, desk)
    yield from _pages(window)
    yield from _bars(window, desk)
    yield from _dialogs(window)


def _deciding(window: MainWindow, desk: Desk) -> Iterator[State]:
    assert window.panel
    assert window.review
    rows = {row.family: row for row in desk.board.open_rows()}
    for family, row in rows.items():
        desk.choose(row.id)
        settle()
        yield f"finding, {family}", window
    desk.choose(rows["language"].id)
    window.panel.findings.do("why")
    settle()
    yield "why", window
    window.panel.findings.do("why")
    desk.choose(rows["citations"].id)
    window.review.preview_alike()
    settle()
    yield "accept all", window
    press(window.focusWidget(), Qt.Key.Key_Escape)
    window.review.take("query")
    settle()
    yield "query", window
    press(QApplication.focusWidget(), Qt.Key.Key_Escape)
    window.review.let_stand("article")
    window.commands.show_decided()
    settle()
    yield "decided", window
    press(QApplication.focusWidget(), Qt.Key.Key_Escape)
    desk.choose(rows["style"].id)
    window.review.preview_alike()
    settle()
    yield "refused", window


def _pages(window: MainWindow) -> Iterator[State]:
    assert window.panel
    for page in ("ledger", "notes", "revisions", "card"):
        window.beside.show_page(page)
        if page == "ledger":
            window.panel.ledger.refresh()
        if page == "card":
            window.panel.card.refresh()
        settle()
        yield page, window
    window.beside.show_page("findings")


def _bars(window: MainWindow, desk: Desk) -> Iterator[State]:
    window.commands.replace()
    settle()
    yield "replace", window
    press(QApplication.focusWidget(), Qt.Key.Key_Escape)
    window.compare("Reuters", desk.text.replace("bridge", "tunnel"), lambda: None, "file")
    settle(20)
    yield "comparison", window
    press(QApplication.focusWidget(), Qt.Key.Key_Escape)
    window.notices.checks_died(again=False)
    window.status_line.ask_date()
    settle()
    yield "banner and date", window
    window.status_line._box.hide()  # type: ignore[union-attr]
    window.banners.clear("worker")


def _dialogs(window: MainWindow) -> Iterator[State]:
    for menu in window.menuBar().findChildren(QMenu):
        yield f"menu {menu.title()}", menu
    window.manuscript.setFocus()
    at_caret = caret_menu(window.review, window) if window.review else None
    if at_caret:
        yield "caret menu", at_caret
    window.commands.palette()
    settle()
    yield "palette", window
    press(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert window.panel
    opened: tuple[tuple[str, Callable[[], object]], ...] = (
        ("keys", window.commands.keys),
        ("keys at a glance", window.commands.keys_at_a_glance),
        ("sign off", window.panel.card.sign_wanted.emit),
    )
    for name, run in opened:
        before = set(window.findChildren(QDialog))
        run()
        settle()
        for dialog in set(window.findChildren(QDialog)) - before:
            yield name, dialog
            dialog.close()
    window.commands.settings()
    settle()
    shown = window.findChild(SettingsWindow)
    assert shown
    for name in SECTIONS:
        shown.open_at(name)
        settle(10)
        yield f"settings {name}", shown
    shown.close()


def press(where: QWidget | None, key: Qt.Key) -> None:
    assert where, "the keys fall into the void"
    QTest.keyClick(where, key)
    settle()


def settle(times: int = 3) -> None:
    """Lets happen what is put off."""
    for _ in range(times):
        QTest.qWait(20)
        QApplication.processEvents()
