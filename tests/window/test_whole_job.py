"""The whole job in the real window, by keys alone: open the sample, decide every finding, export the clean draft."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from editor import resources
from editor.desk import Desk
from editor.window.application import Start
from editor.window.mainwindow import MainWindow
from editor.window.remembered import Remembered
from tests.window.editors import Editor, say_name
from tests.window.heart import Heart

Key, Held = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def editor(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Editor]:
    for kind in ("DATA", "CONFIG", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / kind.lower()))
    path = tmp_path / "kashmir.txt"
    path.write_text(resources.text("samples", "kashmir.txt"), encoding="utf-8")
    window = MainWindow(Remembered())
    window.resize(1280, 800)
    start = Start(window, [path])
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: window.desk is not None, timeout=20_000)
    made = Editor(qtbot, window)
    qtbot.waitUntil(made.calm, timeout=30_000)
    yield made
    window.close()
    del start
    window.deleteLater()


@pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)
def test_the_sample_is_opened_decided_and_exported_by_keys_alone(
    editor: Editor, qtbot: QtBot, tmp_path: Path, heart: Heart
) -> None:
    desk = editor.desk
    first = [row.finding.span.of(desk.text) for row in desk.board.open_rows()]
    assert any(".com +" in words for words in first)
    turn = 0
    review = editor.window.review
    assert review
    while turn < 400:
        if not review.waiting():
            qtbot.waitUntil(editor.calm, timeout=30_000)
            if not review.waiting():
                break
        editor.decide(turn)
        turn += 1
    assert not review.waiting()
    assert {"text: accept", "text: stand", "panel: accept", "T", "Q"} <= editor.used

    # The last decision is taken back and made again, from the text and from the panel.
    decided = len(desk.decisions)
    editor.to_text()
    editor.press(Key.Key_Z, Held.ControlModifier)
    assert len(desk.decisions) < decided
    editor.press(Key.Key_Y, Held.ControlModifier)
    assert len(desk.decisions) == decided
    qtbot.waitUntil(editor.calm, timeout=30_000)
    heart.held()

    draft = tmp_path / "out" / "kashmir.clean.txt"
    draft.parent.mkdir()
    with qtbot.waitSignal(editor.window.files.exported, timeout=20_000):
        editor.press(Key.Key_E, Held.ControlModifier)
        say_name(qtbot, draft)
    text = draft.read_text(encoding="utf-8")
    assert text == desk.text
    assert not re.search(r"\.(?:com|pk|tv)\S* \+\d", text)
    assert not re.search(r"  |\s[,.;]| \)|\( |\(\)", text), "a fix left its seams"
    report = json.loads((draft.parent / "kashmir.report.json").read_text(encoding="utf-8"))
    assert len(report["decisions"]) == len(desk.decisions)
    assert "Asked the reporter." in (draft.parent / "kashmir.report.md").read_text(encoding="utf-8")


@pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)
def test_another_article_is_opened_from_the_palette_worked_on_and_closed_by_keys_alone(
    editor: Editor, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "bridge.txt"
    path.write_text(
        "The mayor opened the bridge on on Monday facebook.com +6.\n\nSome of of the police came, and the the rain.\n"
    )
    editor.to_text()
    editor.press(Key.Key_P, Held.ControlModifier | Held.ShiftModifier)
    editor.write("open")
    editor.press(Key.Key_Return)
    say_name(qtbot, path)
    qtbot.waitUntil(lambda: editor.window.desk is not None and editor.window.desk.path == path, timeout=20_000)
    qtbot.waitUntil(editor.calm, timeout=30_000)
    desk = editor.desk
    # Here no window manager gives the keys back after a dialog.
    editor.window.activateWindow()
    qtbot.waitUntil(editor.window.isActiveWindow)
    editor.press(Key.Key_F8)
    editor.press(Key.Key_Return, Held.ControlModifier)
    editor.press(Key.Key_F6)
    editor.row()
    for key, words in (("r", "It is so."), ("q", "Is it so?")):
        made = len(desk.decisions)
        editor.write(key)
        editor.write(words)
        editor.press(Key.Key_Return)
        qtbot.waitUntil(partial(decided_by, desk, made + 1))
    decided, caret = len(desk.decisions), editor.window.manuscript.caret()
    editor.press(Key.Key_Z, Held.ControlModifier)
    assert len(desk.decisions) == decided - 1
    editor.press(Key.Key_Y, Held.ControlModifier)
    assert len(desk.decisions) == decided
    for page in (Key.Key_1, Key.Key_2, Key.Key_3, Key.Key_4):
        editor.press(Key.Key_Escape)
        assert editor.window.manuscript.hasFocus()
        caret = editor.window.manuscript.caret()
        editor.press(page, Held.ControlModifier)
        assert editor.window.beside.holds_focus
        editor.press(Key.Key_Escape)
        assert editor.window.manuscript.hasFocus()
        assert editor.window.manuscript.caret() == caret
    editor.press(Key.Key_F, Held.ControlModifier)
    assert not editor.window.manuscript.hasFocus()
    editor.press(Key.Key_Escape)
    assert editor.window.manuscript.caret() == caret
    draft = tmp_path / "bridge.clean.txt"
    with qtbot.waitSignal(editor.window.files.exported, timeout=20_000):
        editor.press(Key.Key_E, Held.ControlModifier)
        say_name(qtbot, draft)
    assert draft.read_text(encoding="utf-8") == desk.text
    editor.window.activateWindow()
    qtbot.waitUntil(editor.window.isActiveWindow)
    editor.press(Key.Key_W, Held.ControlModifier)
    qtbot.waitUntil(lambda: editor.window.desk is not desk)


def decided_by(desk: Desk, count: int) -> bool:
    return len(desk.decisions) == count
