"""The manuscript: whatever is done to the widget, the desk's text says the same, and nothing is lost on the way."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor.article import Article, Edit, Mark, Span
from editor.desk import Desk
from editor.formats.text import composed
from editor.window import display
from editor.window.manuscript import Manuscript

ODD = "A\u00a0B\u2028C\u0085D\ud800E\ufeffF\U0001f600G\ufdd0H\rI\0J"


def opened(qtbot: QtBot, text: str) -> tuple[Manuscript, Desk]:
    desk = Desk(composed(text))
    view = Manuscript(desk)
    qtbot.addWidget(view)
    view.resize(600, 400)
    view.show()
    view.setFocus()
    return view, desk


def shown(view: Manuscript) -> str:
    return view.document().toRawText().replace("\u2029", "\n")


def same(view: Manuscript, desk: Desk) -> bool:
    units = view.document().characterCount() - 1
    return view.display.text == desk.text and shown(view) == view.display.whole() and units == view.display.units


def put_caret(view: Manuscript, at: int, to: int | None = None) -> None:
    view.select(Span(min(at, at if to is None else to), at if to is None else to))


def test_typing_reaches_the_desk(qtbot: QtBot) -> None:
    view, desk = opened(qtbot, "The mayor said.\nTwo lines.")
    put_caret(view, 14)
    QTest.keyClicks(view, " so")
    assert desk.text == "The mayor said so.\nTwo lines."
    assert desk.caret == 17
    QTest.keyClick(view, Qt.Key.Key_Return)
    QTest.keyClick(view, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert desk.text == "The mayor said so\n\n.\nTwo lines."
    QTest.keyClick(view, Qt.Key.Key_Backspace)
    QTest.keyClick(view, Qt.Key.Key_Delete)
    assert desk.text == "The mayor said so\n\nTwo lines."
    assert same(view, desk)


def test_a_letter_typed_beside_its_twin_is_the_one_that_was_typed(qtbot: QtBot) -> None:
    view, desk = opened(qtbot, "see")
    put_caret(view, 2)
    QTest.keyClicks(view, "e")
    assert desk.history.done[-1].edits == (Edit(Span(2, 2), "", "e"),)


def test_undo_and_redo_are_the_desks(qtbot: QtBot) -> None:
    view, desk = opened(qtbot, "One.")
    put_caret(view, 3)
    QTest.keyClicks(view, "two")
    desk.undo()
    assert desk.text == shown(view) == "One."
    assert view.caret() == 3
    desk.redo()
    assert shown(view) == "Onetwo."
    assert not view.document().isUndoAvailable()


def test_characters_that_qt_would_change_stay_in_the_text(qtbot: QtBot) -> None:
    view, desk = opened(qtbot, ODD)
    assert desk.text == ODD
    assert view.document().blockCount() == 1
    put_caret(view, len(ODD))
    QTest.keyClicks(view, "!")
    put_caret(view, 0)
    QTest.keyClicks(view, "!")
    assert desk.text == f"!{ODD}!"
    assert same(view, desk)
    put_caret(view, 3, 6)
    QTest.keyClicks(view, "x")
    assert desk.text == "!A\u00a0x" + ODD[5:] + "!"
    desk.undo()
    desk.undo()
    desk.undo()
    assert desk.text == ODD
    assert same(view, desk)


def test_copying_takes_the_text_and_not_its_stand_ins(qtbot: QtBot) -> None:
    view, _ = opened(qtbot, "a\u2028b\u00a0c\n\U0001f600")
    view.selectAll()
    assert view.createMimeDataFromSelection().text() == "a\u2028b\u00a0c\n\U0001f600"


def test_what_is_pasted_has_one_kind_of_line_end(qtbot: QtBot) -> None:
    view, desk = opened(qtbot, "")
    data = QMimeData()
    data.setText("one\r\ntwo\rthree\u2028four\u00a0\U0001f600 five")
    view.insertFromMimeData(data)
    assert desk.text == "one\ntwo\nthree\nfour\u00a0\U0001f600 five"
    assert same(view, desk)
    assert display.pasted("\ufeffa\0b\ud800\v") == "ab\n"


def test_select_all_and_paste(qtbot: QtBot) -> None:
    view, desk = opened(qtbot, "one\ntwo\nthree")
    view.selectAll()
    data = QMimeData()
    data.setText("four\nfive\n")
    view.insertFromMimeData(data)
    assert desk.text == "four\nfive\n"
    assert same(view, desk)


def test_an_input_method_tells_the_desk_only_what_it_ends_with(qtbot: QtBot) -> None:
    view, desk = opened(qtbot, "ab")
    put_caret(view, 1)
    QApplication.sendEvent(view, QInputMethodEvent("kan", []))
    assert desk.text == "ab"
    ending = QInputMethodEvent("", [])
    ending.setCommitString("\u6f22\U0001f600")
    QApplication.sendEvent(view, ending)
    assert desk.text == "a\u6f22\U0001f600b"
    QApplication.sendEvent(view, QInputMethodEvent("kan", []))
    desk.undo()
    assert same(view, desk)
    assert not view.textCursor().block().layout().preeditAreaText()


def test_a_key_ends_what_an_input_method_has_begun(qtbot: QtBot) -> None:
    view, desk = opened(qtbot, "ab")
    put_caret(view, 1)
    QApplication.sendEvent(view, QInputMethodEvent("kan", []))
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert desk.text == "a\nb"
    assert same(view, desk)


def test_edits_of_the_desk_show_with_emoji_before_them(qtbot: QtBot) -> None:
    view, desk = opened(qtbot, "\U0001f600\U0001f600 The the end.\nMore \U0001f600 words.")
    desk.replace_all("\U0001f600\U0001f600 The end.\nMore \U0001f600 and \U0001f601 words.")
    assert same(view, desk)
    desk.undo()
    assert same(view, desk)


def test_a_paragraph_longer_than_qt_can_take_is_shown_in_parts(qtbot: QtBot) -> None:
    text = "word " * 20_000
    view, desk = opened(qtbot, text)
    assert view.document().blockCount() > 2
    assert desk.text == text
    put_caret(view, 60_000)
    QTest.keyClicks(view, "x")
    assert desk.text == text[:60_000] + "x" + text[60_000:]
    view.selectAll()
    assert "\n" not in view.createMimeDataFromSelection().text()
    assert same(view, desk)


def test_files_that_are_dropped_are_told_and_not_put_into_the_text(qtbot: QtBot) -> None:
    view, desk = opened(qtbot, "x")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/one.txt")])
    drop = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    with qtbot.waitSignal(view.dropped) as told:
        view.dropEvent(drop)
    assert [str(path) for path in told.args[0]] == ["/one.txt"]
    assert desk.text == "x"


def test_the_caret_tells_the_desk_where_it_is(qtbot: QtBot) -> None:
    view, desk = opened(qtbot, "\U0001f600ab")
    put_caret(view, 1)
    with qtbot.waitSignal(view.caret_moved) as told:
        QTest.keyClick(view, Qt.Key.Key_Right)
    assert told.args == [2]
    assert desk.caret == 2


def test_markup_is_only_words(qtbot: QtBot) -> None:
    words = "<b>bold</b> <img src='file:///etc/passwd'> &amp; **x**"
    view, desk = opened(qtbot, words)
    assert shown(view) == words
    put_caret(view, 0)
    data = QMimeData()
    data.setHtml("<i>html</i>")
    data.setText("<i>plain</i>")
    view.insertFromMimeData(data)
    assert desk.text == "<i>plain</i>" + words


def test_the_headline_is_larger_and_makes_no_edit(qtbot: QtBot) -> None:
    desk = Desk(Article("The headline\nText.\nMore.", marks=(Mark("headline", Span(0, 12)),)))
    view = Manuscript(desk)
    qtbot.addWidget(view)
    view.show()
    first, second = view.document().firstBlock(), view.document().firstBlock().next()
    assert view.blockBoundingRect(first).height() > view.blockBoundingRect(second).height()
    assert not desk.history.done
    desk.know(headline="")
    assert not view.document().firstBlock().layout().formats()
    assert not desk.history.done


@pytest.mark.parametrize("seed", range(3))
def test_text_and_widget_stay_equal_whatever_is_done(qtbot: QtBot, seed: int) -> None:
    chance = random.Random(seed)
    pieces = [
        "a",
        "b ",
        "\n",
        "\U0001f600",
        "e\u0301",
        "\u00a0",
        "\u2028",
        "\ud83d",
        "\u05d0\u05d1",
        "flag \U0001f1eb\U0001f1f7 ",
    ]
    view, desk = opened(qtbot, "".join(chance.choice(pieces) for _ in range(200)))
    keys = [Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Return]
    control = Qt.KeyboardModifier.ControlModifier
    for step in range(400):
        match chance.randrange(9):
            case 0:
                a, b = sorted(chance.randrange(len(desk.text) + 1) for _ in range(2))
                put_caret(view, a, min(b, a + 12))
            case 1:
                data = QMimeData()
                data.setText("".join(chance.choice(pieces[:6]) for _ in range(chance.randrange(9))))
                view.insertFromMimeData(data)
            case 2:
                desk.undo()
            case 3:
                desk.redo()
            case 4:
                at = chance.randrange(len(desk.text) + 1)
                span = Span(at, min(len(desk.text), at + 3))
                words = chance.choice(pieces)
                desk.replace_all(desk.text[: span.start] + words + desk.text[span.end :])
            case 5:
                QTest.keyClick(view, chance.choice(keys[3:5]), control)
            case 6:
                QApplication.sendEvent(view, QInputMethodEvent("ka", []))
            case _:
                QTest.keyClick(view, chance.choice(keys))
                QTest.keyClicks(view, chance.choice(["x", "yz", " "]))
        assert view.display.text == desk.text, step
        assert shown(view) == view.display.whole(), step
        assert view.document().characterCount() - 1 == view.display.units, step


def test_a_drag_inside_the_text_keeps_what_stands_behind_the_stand_ins(qtbot: QtBot) -> None:
    view, desk = opened(qtbot, "one\u2028 two three")
    cursor = view.textCursor()
    cursor.beginEditBlock()
    cursor.setPosition(14)
    cursor.insertText("one\N{SYMBOL FOR NEWLINE}")
    cursor.setPosition(0)
    cursor.setPosition(4, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    cursor.endEditBlock()
    assert desk.text == " two threeone\u2028"
