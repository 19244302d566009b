"""Words taken into a dictionary: by keys, from menus and in the window of dictionaries; undo takes them out again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from editor import settings
from editor.article import Edit, Span
from editor.desk import Desk
from editor.desk.arriving import Arrived
from editor.finding import Fix, finding, keyed
from editor.formats.text import composed
from editor.window.dictionaries import DictionariesWindow
from editor.window.mainwindow import MainWindow
from editor.window.menu import caret_menu, text_menu

TEXT = "The kitelike ferry is old.\nIts Kitelike’s sail was mended by a shipwrigt.\n"


@pytest.fixture
def window(qtbot: QtBot, to_front: Callable[[QWidget], None]) -> Iterator[MainWindow]:
    window = MainWindow()
    qtbot.addWidget(window)
    window.resize(1200, 800)
    to_front(window)
    yield window
    window._closing_anyway = True
    window.commands.quit()


def work_on(window: MainWindow) -> Desk:
    desk = Desk(composed(TEXT), by="Ada")
    window.show_article(Arrived(desk, why="this is a test."))
    found = []
    for word, right in (("kitelike", "kite-like"), ("Kitelike’s", "Kite’s"), ("shipwrigt", "shipwright")):
        span = Span(TEXT.index(word), TEXT.index(word) + len(word))
        fix = Fix("write1", (Edit(span, word, right),))
        words: dict[str, Any] = {f"word{n}": "" for n in range(2, 6)}
        found.append(finding("spelling", span, fixes=[fix], words=word, said="", engine="us", word1=right, **words))
    desk.heard("grammar", keyed([replace(one, check="grammar") for one in found], TEXT))
    window.manuscript.setFocus()
    window.manuscript.set_caret(6)
    return desk


def texts(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if action.text()]


def mine() -> list[str]:
    place = settings.own_dictionary()
    return place.read_text().split() if place.exists() else []


def test_d_in_the_panel_adds_the_word_and_undo_takes_it_out(window: MainWindow, qtbot: QtBot) -> None:
    desk = work_on(window)
    window.manuscript.set_caret(0)
    window.commands.next()
    window.beside.show_page("findings")
    assert window.panel
    QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_D)
    qtbot.waitUntil(lambda: mine() == ["kitelike"])
    assert [row.finding.span.of(TEXT) for row in desk.board.open_rows()] == ["shipwrigt"]
    assert "in your dictionary" in window.toast.words.text()
    window.toast.undo.click()
    qtbot.waitUntil(lambda: mine() == [])
    window.commands.redo()
    qtbot.waitUntil(lambda: mine() == ["kitelike"])


def test_the_menu_at_the_caret_has_suggestions_first_then_the_dictionaries(window: MainWindow) -> None:
    desk = work_on(window)
    assert window.review
    menu = caret_menu(window.review, window)
    assert menu
    said = texts(menu)
    assert said[1].startswith("&1")
    assert said[2:5] == [
        "&D   Add to my dictionary",
        "&S   Add to the desk's dictionary",
        "&L   Add to this article's dictionary",
    ]
    assert [action.isEnabled() for action in menu.actions() if action.text() == said[3]] == [False]
    next(action for action in menu.actions() if action.text() == said[4]).trigger()
    assert desk.words == ["kitelike"]
    assert len(desk.board.open_rows()) == 1
    desk.undo()
    assert desk.words == []
    assert mine() == []


def test_the_desks_dictionary_is_a_file_that_is_named(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    shared = tmp_path / "shared" / "words.txt"
    shared.parent.mkdir()
    shared.write_text("abbey\n")
    window.preferences.change("dictionary", str(shared))
    work_on(window)
    menu = text_menu(window)
    desk = next(action for action in menu.actions() if "desk's" in action.text())
    assert desk.isEnabled()
    desk.trigger()
    qtbot.waitUntil(lambda: shared.read_text() == "abbey\nkitelike\n")
    window.commands.undo()
    qtbot.waitUntil(lambda: shared.read_text() == "abbey\n")


def test_a_dictionary_that_is_not_to_be_written_is_told(window: MainWindow, qtbot: QtBot) -> None:
    place = settings.own_dictionary()
    place.mkdir(parents=True)
    (place / "words.dic").mkdir()
    (place / "words.txt").write_bytes(b"\xff\xfe")
    work_on(window)
    window.commands.next()
    assert window.review
    window.review.take("dictionary")
    qtbot.waitUntil(lambda: bool(window.banners.message("dictionary")))


def test_the_menu_of_the_text(window: MainWindow) -> None:
    desk = work_on(window)
    window.manuscript.set_caret(22)
    menu = text_menu(window)
    assert [text.split("\t")[0] for text in texts(menu)] == [
        "&Undo", "&Redo", "Cu&t", "&Copy", "&Paste", "Select &All", "Copy Clean &Text",
    ]  # fmt: skip
    QGuiApplication.clipboard().setText("very ")
    next(action for action in text_menu(window).actions() if "&Paste" in action.text()).trigger()
    assert desk.text.startswith("The kitelike ferry is ") and "very " in desk.text  # noqa: PT018
    next(action for action in menu.actions() if action.text() == "&Undo").trigger()
    assert desk.text == TEXT
    window.manuscript.select(Span(4, 12))
    find = next(action for action in text_menu(window).actions() if "&Find" in action.text())
    find.trigger()
    assert window.find_bar.words.text() == "kitelike"


def test_the_menu_comes_to_the_word_that_is_clicked(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    menus: list[QMenu] = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, at: menus.append(menu))
    work_on(window)
    view = window.manuscript
    cursor = view.textCursor()
    cursor.setPosition(TEXT.index("shipwrigt") + 3)
    at = view.cursorRect(cursor).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, view.viewport().mapToGlobal(at))
    QApplication.sendEvent(view.viewport(), event)
    assert any("shipwright" in text for text in texts(menus[0]))


def test_words_are_looked_through_added_and_taken_out(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    desk = work_on(window)
    window.commands.dictionaries()
    shown = window.findChild(DictionariesWindow)
    assert shown
    words = shown.words
    QTest.keyClicks(words.words, "Bactrian")
    QTest.keyClick(words.words, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: words._model.stringList() == ["Bactrian"])
    imported = tmp_path / "standard.dic"
    imported.write_text("OOoUserDict1\nlang: <none>\ntype: positive\n---\nkite=like\nabbey\n")
    words.import_from(imported)
    qtbot.waitUntil(lambda: words._model.stringList() == ["abbey", "Bactrian", "kitelike"])
    QTest.keyClicks(words.words, "BAC")
    QTest.keyClick(words.words, Qt.Key.Key_Down)
    assert words.chosen() == ["Bactrian"]
    QTest.keyClick(words.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: mine() == ["abbey", "kitelike"])
    words.words.clear()
    words.which.setCurrentIndex(1)
    assert "no dictionary yet" in words.note.text()
    words.which.setCurrentIndex(2)
    QTest.keyClicks(words.words, "shipwrigt")
    words.add.click()
    assert desk.words == words._model.stringList() == ["shipwrigt"]
    words.list.setCurrentIndex(words._shown.index(0, 0))
    words.take.click()
    assert desk.words == []
    desk.undo()
    assert desk.words == ["shipwrigt"]
