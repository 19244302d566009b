"""Revisions: listed, told apart word by word, restored in one step that undo takes back."""

from __future__ import annotations

import threading
from concurrent.futures import Future
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from editor.article import Article, Edit
from editor.desk import Desk
from editor.revision import Revision
from editor.window.revisions import Revisions, changes, said_time
from editor.window.words import Card
from tests.window.desks import place

T = TypeVar("T")
NOW = "The mayor opened the bridge.\nIt rained on Monday.\n"
THEN = "The mayor closed the bridge.\nIt rained on Monday.\nNobody came.\n"
FIRST = Revision("a", 3, "Before the cuts", "Ada", "2024-05-02T09:30:00+00:00", 11)
SECOND = Revision("b", 9, "", "Ben", "2024-05-02T11:00:00+00:00", 9)


class Kept:
    """A shelf that answers from another thread, as the archive does."""

    def __init__(self, texts: dict[str, str], *, fails: bool = False) -> None:
        self.texts, self.fails = texts, fails

    def revisions(self) -> Future[list[Revision]]:
        return self._later([SECOND, FIRST])

    def text_of(self, revision: Revision) -> Future[str]:
        return self._later(self.texts[revision.id])

    def _later(self, answer: T) -> Future[T]:
        future: Future[T] = Future()

        def tell() -> None:
            if self.fails:
                future.set_exception(OSError("the disk is gone"))
            else:
                future.set_result(answer)

        threading.Thread(target=tell).start()
        return future


def shown(qtbot: QtBot, shelf: Kept | None) -> tuple[Desk, Revisions]:
    desk, view = Desk(Article(NOW), by="Ada"), Revisions()
    qtbot.addWidget(view)
    view.resize(400, 700)
    view.show()
    view.use(desk, shelf)
    return desk, view


def said(view: QWidget) -> str:
    return " ".join(w.accessibleName() + w.accessibleDescription() for w in view.findChildren(QWidget))


def test_the_latest_is_shown_with_what_has_changed_since(qtbot: QtBot) -> None:
    _, view = shown(qtbot, Kept({"a": THEN, "b": NOW}))
    qtbot.waitUntil(lambda: "The text is as it was then." in said(view))
    assert view.model.rowCount() == 2
    QTest.keyClick(view.list, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: "2 changes since" in said(view))
    assert "[out: closed] [in: opened]" in " ".join(said(view).split())


def test_a_revision_is_restored_in_one_step(qtbot: QtBot) -> None:
    desk, view = shown(qtbot, Kept({"a": THEN, "b": NOW}))
    qtbot.waitUntil(lambda: "The text is as it was then." in said(view))
    QTest.keyClick(view.list, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: "2 changes since" in said(view))
    QTest.keyClick(view.list, Qt.Key.Key_Return)
    assert desk.text == THEN
    desk.undo()
    assert desk.text == NOW


def test_a_change_leads_to_its_place(qtbot: QtBot) -> None:
    desk, view = shown(qtbot, Kept({"a": THEN, "b": THEN}))
    qtbot.waitUntil(lambda: "2 changes since" in said(view))
    card = next(card for card in view.findChildren(Card) if "opened" in card.accessibleDescription())
    with qtbot.waitSignal(view.jump) as jumped:
        card.click()
    assert jumped.args == [place(desk.text, "opened")]


def test_without_an_archive_it_says_so(qtbot: QtBot) -> None:
    _, view = shown(qtbot, None)
    assert "This article is in no archive." in said(view)


def test_a_failing_archive_is_said(qtbot: QtBot) -> None:
    _, view = shown(qtbot, Kept({}, fails=True))
    qtbot.waitUntil(lambda: "the disk is gone" in said(view))


def test_changes_lie_where_the_new_text_has_them() -> None:
    found = list(changes("one two three\nfour", "one 2 three\nfour five"))
    assert ["one 2 three\nfour five"[place.start : place.end] for place, _ in found] == ["2", " five"]


def test_times_are_told_without_failing_on_strange_ones() -> None:
    assert said_time("2024-05-02T09:30:00+00:00").startswith("02 May 2024") or "May 2024" in said_time(FIRST.at)
    assert said_time("yesterday") == "yesterday"


def test_an_edit_meanwhile_is_no_reason_to_lose_it(qtbot: QtBot) -> None:
    desk, view = shown(qtbot, Kept({"a": THEN, "b": THEN}))
    qtbot.waitUntil(lambda: "2 changes since" in said(view))
    desk.typed(Edit(place(NOW, "Monday"), "Monday", "Sunday"), 0)
    view.restore()
    assert desk.text == THEN
    desk.undo()
    assert "Sunday" in desk.text
