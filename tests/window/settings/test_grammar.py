"""The section of grammar: what is installed is said, and LanguageTool is fetched, stopped or refused by keys."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from editor.desk import Desk
from editor.formats.text import composed
from editor.languagetool import install, state
from editor.window.mainwindow import MainWindow
from editor.window.settings.grammar import Grammar
from editor.window.settings.offer import Offer
from editor.worker import Engine
from tests.languagetool.test_install import Shelf, served


@pytest.fixture
def shelf(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Shelf]:
    """A server with two small jars, which are all that is pinned."""
    monkeypatch.setattr(install, "PAUSE", 0.0)
    monkeypatch.setenv("COPYDESK_LANGUAGETOOL", str(tmp_path / "lt"))
    for name in ("http_proxy", "HTTP_PROXY"):
        monkeypatch.delenv(name, raising=False)
    with served() as made:
        jars = (made.pin(f"languagetool-core-{install.VERSION}.jar", b"a" * 200_000), made.pin("b.jar", b"b" * 200_000))
        monkeypatch.setattr(install, "pinned", lambda: jars)
        yield made


@pytest.fixture
def window(shelf: Shelf, qtbot: QtBot) -> Iterator[MainWindow]:
    made = MainWindow()
    qtbot.addWidget(made)
    yield made
    made.close()


@pytest.fixture
def grammar(window: MainWindow, qtbot: QtBot, to_front: Callable[[QWidget], None]) -> Iterator[Grammar]:
    made = Grammar(window)
    qtbot.addWidget(made)
    made.resize(700, 600)
    to_front(made)
    yield made
    made.fetching.wait()


def press(grammar: Grammar, qtbot: QtBot) -> None:
    qtbot.waitUntil(grammar.get.isVisible)
    grammar.get.setFocus()
    QTest.keyClick(grammar.get, Qt.Key.Key_Space)


def said(grammar: Grammar) -> str:
    return " ".join(words.accessibleName() for words in grammar.state)


def test_it_is_fetched_at_a_press_and_grammar_starts(grammar: Grammar, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: "not installed" in said(grammar))
    assert not install.installed(install.folder())
    qtbot.waitUntil(grammar.get.isVisible)
    with qtbot.waitSignal(grammar.fetching.ended):
        press(grammar, qtbot)
    assert install.installed(install.folder())
    assert grammar._window.watch._engine == 1
    qtbot.waitUntil(lambda: f"LanguageTool {install.VERSION}" in said(grammar))
    assert grammar.get.isHidden()
    assert grammar.bar.isHidden()


def test_cancelled_nothing_of_it_is_left(grammar: Grammar, shelf: Shelf, qtbot: QtBot) -> None:
    held = shelf.holds["b.jar"] = threading.Event()
    press(grammar, qtbot)
    qtbot.waitUntil((install.folder() / "b.jar.part").exists)
    assert grammar.cancel.hasFocus()
    with qtbot.waitSignal(grammar.fetching.ended) as told:
        QTest.keyClick(grammar.cancel, Qt.Key.Key_Space)
        held.set()
    assert told.args == [""]
    assert not install.folder().exists()
    assert not grammar.get.isHidden()
    assert grammar.trouble.isHidden()


def test_a_wrong_checksum_is_said_with_what_to_do(grammar: Grammar, shelf: Shelf, qtbot: QtBot) -> None:
    shelf.words["b.jar"] = b"c" * 200_000
    qtbot.waitUntil(grammar.get.isVisible)
    with qtbot.waitSignal(grammar.fetching.ended):
        press(grammar, qtbot)
    assert "is not the file that Copydesk knows" in grammar.trouble.accessibleName()
    assert not (install.folder() / "b.jar").exists()
    assert not grammar.get.isHidden()
    assert grammar._window.watch._engine == 0


def test_it_is_offered_once(window: MainWindow, qtbot: QtBot) -> None:
    Offer(window)
    desk = Desk(composed("It rained.\n"))
    window.watch.set_front(desk)
    window.watch.worker = object()  # type: ignore[assignment]
    window.watch._hear(Engine("Harper", "LanguageTool is not installed."))
    banner = window.banners.message("languagetool")
    assert banner
    assert "LanguageTool is not installed" in banner.words.text()
    window.banners.clear("languagetool")
    window.watch._hear(Engine("Harper", "LanguageTool is not installed."))
    assert not window.banners.message("languagetool")
    window.watch.worker = None


def test_a_program_that_is_no_java_is_said(tmp_path: Path) -> None:
    program = tmp_path / "java"
    program.write_text("#!/bin/sh\necho I am a teapot\n")
    program.chmod(0o755)
    assert "is no Java" in state.look(java=str(program)).trouble
    program.write_text("#!/bin/sh\necho 'openjdk version \"21.0.1\" 2023-10-17' >&2\n")
    assert state.look(java=str(program)).java_version == "21.0.1"
    assert "no Java at /nowhere" in state.look(java="/nowhere").trouble
