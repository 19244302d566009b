"""How long the article is to be is asked, counted against, and known again after a restart."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from editor.archive import Archive
from editor.desk import Desk
from editor.desk.arriving import Arrived
from editor.desk.kept import ArchiveJournal, resumed
from editor.formats.text import composed
from editor.window import length
from editor.window.length import Count, Target
from editor.window.mainwindow import MainWindow


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("450", "450 words"),
        (" 1,200 words ", "1200 words"),
        ("2800 characters", "2800 characters"),
        ("2.800 chars", "2800 characters"),
        ("", ""),
        ("0", None),
        ("soon", None),
        ("450 pages", None),
    ],
)
def test_lengths_as_people_write_them(words: str, kept: str | None) -> None:
    assert length.read(words) == kept


def test_the_length_in_words() -> None:
    none = Count(0, 0)
    assert length.said(Count(450, 2700), none, None) == "450 words · 2 min"
    assert length.said(Count(450, 2700), none, Target(500, "words")) == "450 / 500 words · 2 min"
    assert length.said(Count(1512, 9000), none, Target(1500, "words")) == "1,512 / 1,500 words · 12 over"
    assert length.said(Count(450, 2700), none, Target(2800, "characters")) == "2,700 / 2,800 characters · 2 min"
    assert length.said(Count(450, 2700), Count(3, 14), Target(500, "words")) == "3 of 450 words · 14 characters"


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
def test_a_length_is_set_by_keys(qtbot: QtBot, to_front: Callable[[QWidget], None]) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    desk = Desk(composed("One two three four."))
    window.show_article(Arrived(desk))
    to_front(window)
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    window.manuscript.setFocus()
    QTest.keyClick(window.manuscript, Qt.Key.Key_L, both)
    box = window.status_line._length_box
    assert box
    QTest.keyClicks(box.words, "3")
    QTest.keyClick(box.words, Qt.Key.Key_Return)
    assert desk.article.facts.length
    assert window.status_line.length.text() == "4 / 3 words · 1 over"
    desk.know(length="")
    assert window.status_line.length.text() == "4 words · 1 min"
    window.close()


def test_the_length_survives_a_restart(tmp_path: Path) -> None:
    article = composed("One two three.")
    with Archive(tmp_path) as archive:
        archive.start()
        name = archive.open_article(text=article.text).result().id
        desk = Desk(article, journal=ArchiveJournal(archive, name))
        desk.know(length="450 words")
        desk.close()
        record = archive.open_article(article=name).result()
        again = resumed(article, None, record)
    assert length.target(again.article.facts) == Target(450, "words")
