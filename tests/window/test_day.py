"""A day at a copy desk: forty short articles, one after another, by keys alone, and the window never stalls."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import cycle, islice
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor import checker, pages
from editor.window.application import Start
from editor.window.mainwindow import MainWindow
from editor.window.remembered import Remembered
from tests.window.editors import Editor, say_name
from tests.window.heart import Heart

Key, Held = Qt.Key, Qt.KeyboardModifier
ARTICLES = 40
FAULTS = 3
"""How many of the pages' examples stand in an article."""
PLACES = ("Leeds", "Porto", "Nairobi", "Quito", "Osaka")


def articles() -> list[str]:
    """Forty articles, each with a dateline and with faults of several kinds: the examples of the checks' pages."""
    flagged = [
        [e.text for e in pages.page(name).examples if e.marks and not e.expects.get("language") and len(e.text) < 400]
        for name in checker.names()
        if name != checker.GRAMMAR
    ]
    rows = [row for row in flagged if row]
    longest = max(map(len, rows))
    # The first example of every check, then the second of every check, and so on.
    examples = islice(cycle([row[n] for n in range(longest) for row in rows if n < len(row)]), ARTICLES * FAULTS)
    made = []
    for number in range(ARTICLES):
        stories = list(islice(examples, FAULTS))
        place = PLACES[number % len(PLACES)]
        opening = f"{place.upper()}, March {number % 28 + 1}, 2025 — The council met, and much was said."
        made.append("\n\n".join([f"What the desk had at hand, number {number + 1}", opening, *stories]) + "\n")
    return made


@pytest.fixture
def editor(qtbot: QtBot, tmp_path: Path) -> Iterator[Editor]:
    for number, text in enumerate(articles(), 1):
        (tmp_path / f"{number:02}.txt").write_text(text, encoding="utf-8")
    config = tmp_path / "config"
    config.mkdir()
    # Grammar is what another program says, and has tests of its own; forty articles of it would take minutes.
    (config / "settings.toml").write_text("grammar = false\n", encoding="utf-8")
    window = MainWindow(Remembered())
    window.resize(1280, 800)
    start = Start(window, [])
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: window.watch.worker is not None and window.panel is not None, timeout=20_000)
    yield Editor(qtbot, window)
    window.close()
    del start
    window.deleteLater()


@pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)
def test_forty_articles_are_read_decided_saved_and_closed_by_keys_alone(
    editor: Editor, qtbot: QtBot, tmp_path: Path, heart: Heart
) -> None:
    window = editor.window
    decided = 0
    for number in range(1, ARTICLES + 1):
        path = tmp_path / f"{number:02}.txt"
        with heart.away():
            editor.press(Key.Key_O, Held.ControlModifier)
            say_name(qtbot, path)
        # A window manager gives the keys back to the window whose dialog closed; here nobody does.
        window.activateWindow()
        qtbot.waitUntil(partial(is_open, window, path), timeout=20_000)
        qtbot.waitUntil(editor.calm, timeout=30_000)
        editor.to_text()
        editor.press(Key.Key_Home, Held.ControlModifier)
        desk = editor.desk
        decided += work_through(editor, qtbot)
        editor.to_text()
        if desk.changed:
            with qtbot.waitSignal(window.files.saved, timeout=20_000):
                editor.press(Key.Key_S, Held.ControlModifier)
            assert path.read_text(encoding="utf-8") == desk.text
        editor.press(Key.Key_W, Held.ControlModifier)
        qtbot.waitUntil(partial(is_closed, window, path), timeout=5_000)
    assert decided >= ARTICLES
    heart.held()


def is_open(window: MainWindow, path: Path) -> bool:
    return window.desk is not None and window.desk.path == path


def is_closed(window: MainWindow, path: Path) -> bool:
    return not is_open(window, path)


def work_through(editor: Editor, qtbot: QtBot) -> int:
    """Decides every finding of the article in front; gives how many there were."""
    review = editor.window.review
    assert review
    turn = 0
    while turn < 200:
        if not review.waiting():
            qtbot.waitUntil(editor.calm, timeout=30_000)
            if not review.waiting():
                return turn
        editor.decide(turn)
        turn += 1
        QApplication.processEvents()
    raise AssertionError("the findings of a short article never come to an end")
