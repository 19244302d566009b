"""The list of recent articles: what is pinned stays at the top, and clearing it takes nothing from the archive."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from editor.archive import Recent
from editor.desk.session import Open, Session
from editor.window.recents import Recents
from editor.window.remembered import Remembered


def recent(name: str, *, missing: bool = False) -> Recent:
    return Recent(name, name, Path(f"/desk/{name}.txt"), "2026-01-01T00:00:00.000+00:00", missing)


@pytest.fixture
def recents(qapp: object) -> Recents:
    made = Recents(Remembered())
    made.hear([recent("a"), recent("b"), recent("c", missing=True)])
    return made


def names(recents: Recents) -> list[str]:
    return [one.article for one in recents.listed()]


def test_what_is_pinned_comes_first_also_at_the_next_start(recents: Recents) -> None:
    recents.pin("b", True)
    assert names(recents) == ["b", "a", "c"]
    again = Recents(Remembered())
    again.hear([recent("a"), recent("b")])
    assert names(again) == ["b", "a"]
    again.pin("b", False)
    assert names(again) == ["a", "b"]


def test_clearing_leaves_what_is_pinned_and_there_and_what_comes_later(recents: Recents) -> None:
    recents.pin("b", True)
    recents.pin("c", True)
    recents.clear()
    assert names(recents) == ["b"]
    later = Recent("d", "d", None, "2999-01-01T00:00:00.000+00:00", missing=False)
    recents.hear([later, recent("a"), recent("b")])
    assert names(recents) == ["b", "d"]


def test_the_menu_pins_the_article_in_front_and_clears(recents: Recents, qtbot: QtBot) -> None:
    front = Open(Path("/desk/a.txt"), "a")
    session, menu = Session([front], front), QMenu()
    qtbot.addWidget(menu)

    def put(rows: list[Recent]) -> None:
        menu.clear()
        for one in rows:
            menu.addAction(one.article)

    recents.shown.connect(put)
    recents.hear([recent("b"), recent("a")])
    for _ in range(2):
        recents.complete(menu, session)
    assert [action.text() for action in menu.actions()] == ["b", "a", "", "&Pin a.txt to the Top", "&Clear the List"]
    menu.actions()[3].trigger()
    recents.complete(menu, session)
    assert [action.text() for action in menu.actions()][:2] == ["\N{BLACK STAR} a", "b"]
    assert menu.actions()[3].text() == "&Unpin a.txt"
    menu.actions()[4].trigger()
    assert names(recents) == ["a"]
