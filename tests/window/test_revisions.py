"""Revisions: a timeline of texts, told apart word by word, restored in one step that undo takes back."""

from __future__ import annotations

import threading
from concurrent.futures import Future
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from editor.article import Article
from editor.desk import Desk
from editor.revision import Deed, Revision, Since
from editor.window.comparisons import Other
from editor.window.revisions import Revisions, place_of
from editor.window.revisions_list import DAY, said_day, said_since, said_time, title_of
from editor.window.words import Words
from tests.window.desks import place

T = TypeVar("T")
NOW = "The mayor opened the bridge.\nIt rained on Monday.\n"
THEN = "The mayor closed the bridge.\nIt rained on Monday.\nNobody came.\n"
FIRST = Revision("a", 3, "Before the cuts", "Ada", "2024-05-02T09:30:00+00:00", 11, "named", starred=True)
SECOND = Revision(
    "b", 9, "", "Ben", "2024-05-03T11:00:00+00:00", 9, "saved", "/desk/bridge.txt", since=Since(accepted=9)
)
DEED = Deed("accepted", "“closed” is no word.", "closed", "opened", "line 1", "", "Ben", SECOND.at)


class Kept:
    """A shelf that answers from another thread, as the archive does."""

    def __init__(self, texts: dict[str, str], *, fails: bool = False) -> None:
        self.texts, self.fails = texts, fails
        self.listed = [SECOND, FIRST]
        self.titled: list[tuple[str, str, bool]] = []

    def revisions(self) -> Future[list[Revision]]:
        return self._later(self.listed)

    def text_of(self, revision: Revision) -> Future[str]:
        return self._later(self.texts[revision.id])

    def deeds(self, revision: Revision) -> Future[list[Deed]]:
        return self._later([DEED] if revision is SECOND else [])

    def title(self, revision: Revision, name: str, *, starred: bool) -> Future[None]:
        self.titled.append((revision.id, name, starred))
        return self._later(None)

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
    view.resize(400, 900)
    view.show()
    view.use(desk, shelf)
    return desk, view


def listed(qtbot: QtBot) -> tuple[Kept, Desk, Revisions]:
    shelf = Kept({"a": THEN, "b": NOW})
    desk, view = shown(qtbot, shelf)
    qtbot.waitUntil(lambda: view.deeds.rowCount() == 1)
    return shelf, desk, view


def said(view: QWidget) -> str:
    return " ".join(words.accessibleName() for words in view.findChildren(Words))


def test_a_row_says_when_who_and_what_was_decided(qtbot: QtBot) -> None:
    _, _, view = listed(qtbot)
    row = view.model.index(0)
    assert row.data().startswith("Saved to bridge.txt, ")
    assert row.data().endswith("9 accepted")
    assert "Ben" in row.data()
    assert view.model.index(1).data().startswith("Before the cuts, starred, ")
    assert row.data(DAY)
    assert view.model.index(1).data(DAY)


def test_what_was_decided_is_listed_and_leads_to_its_place(qtbot: QtBot) -> None:
    _, desk, view = listed(qtbot)
    assert "“closed” became “opened”" in view.deeds.index(0).data()
    view.done.setFocus()
    view.done.setCurrentIndex(view.deeds.index(0))
    with qtbot.waitSignal(view.jump) as jumped:
        view.do("compare") if view.done.hasFocus() else view._to_place()
    assert jumped.args == [place(desk.text, "opened")]


def test_return_compares_with_the_present_text(qtbot: QtBot) -> None:
    _, _, view = listed(qtbot)
    QTest.keyClick(view.list, Qt.Key.Key_Down)
    with qtbot.waitSignal(view.wanted) as wanted:
        QTest.keyClick(view.list, Qt.Key.Key_Return)
    assert isinstance(wanted.args[0], Other)
    assert wanted.args[0].text == THEN
    assert wanted.args[0].newer is None


@pytest.mark.parametrize("keys", ["B", "M↓⏎"])
def test_two_revisions_are_compared_the_earlier_first(qtbot: QtBot, keys: str) -> None:
    _, _, view = listed(qtbot)
    with qtbot.waitSignal(view.wanted) as wanted:
        for key in keys:
            QTest.keyClick(
                view.list, {"↓": Qt.Key.Key_Down, "⏎": Qt.Key.Key_Return}.get(key) or getattr(Qt.Key, f"Key_{key}")
            )
    other = wanted.args[0]
    assert other.text == THEN
    assert other.newer[1] == NOW


def test_a_revision_is_restored_in_one_step(qtbot: QtBot) -> None:
    _, desk, view = listed(qtbot)
    QTest.keyClick(view.list, Qt.Key.Key_Down)
    QTest.keyClick(view.list, Qt.Key.Key_R)
    qtbot.waitUntil(lambda: desk.text == THEN)
    desk.undo()
    assert desk.text == NOW


@pytest.fixture
def worked_on(qtbot: QtBot) -> tuple[Kept, Desk, Revisions]:
    """A timeline with what was done since the last revision before it, and chosen."""
    shelf = Kept({"a": THEN, "b": THEN})
    shelf.listed = [replace(SECOND, id="now", sequence=12, occasion="now", since=Since(accepted=3)), SECOND, FIRST]
    desk, view = shown(qtbot, shelf)
    qtbot.waitUntil(lambda: view.model.rowCount() == 3)
    return shelf, desk, view


def test_what_was_done_since_the_last_revision_comes_first(worked_on: tuple[Kept, Desk, Revisions]) -> None:
    _, _, view = worked_on
    row = view.model.index(0).data()
    assert row.startswith("Now, ")
    assert "9 words" in row or "9 word(s)" in row
    assert row.endswith("3 accepted")
    assert "2 revision" in said(view)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_B])
def test_the_present_text_is_held_against_the_last_revision(
    qtbot: QtBot, worked_on: tuple[Kept, Desk, Revisions], key: Qt.Key
) -> None:
    _, _, view = worked_on
    with qtbot.waitSignal(view.wanted) as wanted:
        QTest.keyClick(view.list, key)
    assert wanted.args[0].text == THEN
    assert wanted.args[0].newer is None


def test_the_present_text_is_named_by_keeping_it_and_never_restored(
    qtbot: QtBot, worked_on: tuple[Kept, Desk, Revisions]
) -> None:
    shelf, desk, view = worked_on
    with qtbot.waitSignal(view.said) as told:
        QTest.keyClick(view.list, Qt.Key.Key_R)
    assert "present text" in told.args[0]
    QTest.keyClick(view.list, Qt.Key.Key_S)
    QTest.keyClick(view.list, Qt.Key.Key_M)
    assert (desk.text, shelf.titled, view.model.marked) == (NOW, [], "")


def test_a_revision_is_starred_and_named(qtbot: QtBot) -> None:
    shelf, _, view = listed(qtbot)
    QTest.keyClick(view.list, Qt.Key.Key_S)
    assert shelf.titled == [("b", "", True)]
    view.ask_title()
    field = view.window().focusWidget()
    assert field
    QTest.keyClicks(field, "For the lawyer")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert shelf.titled[-1] == ("b", "For the lawyer", False)


def test_the_present_text_is_kept_under_a_name(qtbot: QtBot) -> None:
    _, desk, view = listed(qtbot)
    heard: list[object] = []
    desk.subscribe(heard.append)
    QTest.keyClick(view.list, Qt.Key.Key_K)
    field = view.window().focusWidget()
    assert field
    QTest.keyClicks(field, "Before the cuts")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert any("Before the cuts" in str(one) for one in heard)


def test_without_an_archive_it_says_so(qtbot: QtBot) -> None:
    _, view = shown(qtbot, None)
    assert "This article is in no archive." in said(view)


def test_a_failing_archive_is_said(qtbot: QtBot) -> None:
    _, view = shown(qtbot, Kept({}, fails=True))
    qtbot.waitUntil(lambda: "the disk is gone" in said(view))


def test_times_and_days_are_told_without_failing_on_strange_ones() -> None:
    today = datetime.now(UTC).astimezone().date()
    assert said_day(today) == "Today"
    assert said_day(today - timedelta(days=1)) == "Yesterday"
    assert "2024" in said_day(today.replace(year=2024, day=1))
    assert said_time("yesterday") == "yesterday"


def test_what_was_done_is_said_in_a_line() -> None:
    assert said_since(Since(accepted=9, stands=2, typed=34, cut=12)) == "9 accepted, 2 let stand, typed +34 −12 words"
    assert said_since(Since()) == ""


@pytest.mark.parametrize(
    ("revision", "title"),
    [
        (Revision("a", 1, "", "", "", 0), "Kept by itself"),
        (Revision("a", 1, "", "", "", 0, "opened"), "Begun from pasted words"),
        (Revision("a", 1, "", "", "", 0, "exported", "/desk/a.txt"), "Exported to a.txt"),
        (Revision("a", 1, "", "", "", 0, "signed"), "Signed off"),
    ],
)
def test_a_revision_without_a_name_says_why_it_was_kept(revision: Revision, title: str) -> None:
    assert title_of(revision) == title


def test_of_several_places_the_nearest_to_the_old_line_is_gone_to() -> None:
    text = "They came.\nNobody came.\nAll came.\n"
    deed = Deed("stands", "", "came", "came", "line 2")
    assert place_of(deed, text) == place(text, "came", 1)
    assert place_of(Deed("stands", "", "went", "went", "line 2"), text) is None
