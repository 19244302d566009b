"""The article's card and the sign-off: read and walked by keys, each line leading to what it speaks of."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from editor import factsheet
from editor.article import Article, Edit, Span
from editor.checker import Checker
from editor.desk import Desk
from editor.desk.arriving import Arrived
from editor.measures import measured
from editor.window.card import Card
from editor.window.mainwindow import MainWindow
from editor.window.signoff import SignOffBox
from editor.worker import Sheet
from tests.window.desks import TEXT, desk_of, hand_made_pages, hear, place

__all__ = ["hand_made_pages"]
K = Qt.Key
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def window(qtbot: QtBot, to_front: Callable[[QWidget], None]) -> Iterator[MainWindow]:
    window = MainWindow()
    qtbot.addWidget(window)
    window.resize(1280, 800)
    to_front(window)
    yield window
    window._closing_anyway = True
    window.commands.quit()


def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    where = QApplication.focusWidget()
    assert where, "the keys fall into the void"
    QTest.keyClick(where, key, held)


def work_on(window: MainWindow, desk: Desk) -> Card:
    """The card of this desk, read and measured as the worker does it, shown by its key."""
    window.show_article(Arrived(desk, why="this is a test."))
    window.manuscript.setFocus()
    read(desk)
    press(K.Key_5, CONTROL)
    assert window.panel
    window.panel.card.refresh()
    return window.panel.card


def read(desk: Desk) -> None:
    ledger = Checker().read(desk.article)
    desk.checking.hear(Sheet(desk.number, factsheet.rows(ledger), measured(ledger)))


def test_it_says_what_is_open_and_leads_there(window: MainWindow) -> None:
    card = work_on(window, desk_of())
    assert window.panel
    assert window.focusWidget() is card.items["findings"], "the first thing that is missing"
    assert "6 certain or likely" in card.items["findings"].accessibleName()
    assert card.families["citations"].accessibleName() == "Citations, 2 certain"
    assert card.families["style"].accessibleName() == "Style, 1 possible"
    card.families["language"].setFocus()
    press(K.Key_Return)
    assert window.panel.page == "findings"
    shown = {row.family for row in window.panel.findings.model.shown_rows()}
    assert shown == {"language"}


def test_notes_are_reached_from_it(window: MainWindow) -> None:
    desk = desk_of()
    desk.add_note(place(TEXT, "42 people"), "Who counted?")
    card = work_on(window, desk)
    assert window.panel
    assert card.items["queries"].leads
    assert not card.items["unsourced"].leads
    card.items["queries"].click()
    assert window.panel.page == "notes"


def test_up_and_down_walk_through_what_leads_somewhere_and_escape_goes_back(window: MainWindow) -> None:
    card = work_on(window, desk_of())
    caret = window.manuscript.caret()
    for _ in range(30):
        press(K.Key_Down)
    assert window.focusWidget() in (card.reading, card.timeline)
    for _ in range(30):
        press(K.Key_Up)
    assert window.focusWidget() is card.date
    press(K.Key_Escape)
    assert window.manuscript.hasFocus()
    assert window.manuscript.caret() == caret


def test_bars_are_walked_by_keys_and_show_their_sentence(window: MainWindow, qtbot: QtBot) -> None:
    desk = desk_of()
    card = work_on(window, desk)
    card.set_long(9)
    bars = card.sentences
    assert "Longest sentence 12 words, paragraph 4" in bars.accessibleName()
    bars.setFocus()
    with qtbot.waitSignal(card.jump) as told:
        press(K.Key_Home)
    assert told.args
    assert told.args[0].of(desk.text).startswith("Mayor opens bridge")
    assert "paragraph 1" in bars.accessibleName()
    press(K.Key_PageDown)
    assert bars._bars[bars.current].marked
    assert "long" in bars.accessibleName()


def test_bars_go_with_the_text_until_it_is_read_again(window: MainWindow, qtbot: QtBot) -> None:
    desk = desk_of()
    card = work_on(window, desk)
    desk.typed(Edit(Span(0, 0), "", "Late: "), 6)
    card.refresh()
    card.sentences.setFocus()
    with qtbot.waitSignal(card.jump) as told:
        press(K.Key_Home)
    assert told.args
    assert told.args[0].of(desk.text).startswith("Mayor opens")


def test_a_sign_off_by_keys_is_kept_with_its_log_and_says_when_the_text_changed(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "bridge.txt"
    path.write_text(TEXT)
    desk = desk_of()
    desk.path = path
    card = work_on(window, desk)
    press(K.Key_S)
    box = window.findChild(SignOffBox)
    assert isinstance(box, SignOffBox)
    qtbot.waitUntil(box.isVisible)
    assert "6 certain or likely" in box.state.accessibleName()
    box.name.setText("Ada")
    box.remark.setText("Read twice")
    log = Path(box.path.text())
    assert log.parent == tmp_path
    with qtbot.waitSignal(window.files.signed):
        QTest.keyClick(box.remark, K.Key_Return)
    assert "Signed off by Ada" in log.read_text()
    said = json.loads(log.with_suffix(".json").read_text())
    assert said["signed_off"]["remark"] == "Read twice"
    assert any("certain or likely" in words for words in said["signed_off"]["open"])
    card.refresh()
    assert card.signed.accessibleName().startswith("Signed off by Ada, ")
    assert "changed since" not in card.signed.accessibleName()
    desk.typed(Edit(Span(0, 0), "", "x"), 1)
    card.refresh()
    assert "changed since" in card.signed.accessibleName()


def test_an_article_with_nothing_open_is_ready(window: MainWindow) -> None:
    desk = Desk(Article(TEXT), by="Ada")
    desk.know(date="2025-05-10")
    hear(desk, [])
    desk.checking.checked |= {"grammar"}
    desk.checking._asked = desk.number
    card = work_on(window, desk)
    desk.checking._asked = desk.number
    card.refresh()
    assert not any(line.leads for line in card.items.values())
    press(K.Key_5, CONTROL)
    assert window.focusWidget() is card.sign


def test_a_language_without_a_formula_is_said_so(window: MainWindow) -> None:
    desk = desk_of()
    desk.know(language="fr")
    card = work_on(window, desk)
    assert card.reading.isHidden()
    assert "English, German and Spanish only" in card._titles["reading"].accessibleName()
    assert not card.sentences.isHidden()
