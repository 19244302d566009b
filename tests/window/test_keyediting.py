"""The table of keys: searched, changed, taken over, put back, written to a file."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from editor import settings
from editor.article import Span
from editor.window import keymap
from editor.window.keyediting.editor import KeyEditor
from editor.window.keyediting.window import as_text
from editor.window.mainwindow import MainWindow
from editor.window.remembered import Remembered
from editor.window.words import KeyButton
from tests.window.test_mainwindow import press, work_on

Key, Held = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def window(qtbot: QtBot, to_front: Callable[[QWidget], None]) -> Iterator[MainWindow]:
    made = MainWindow(Remembered())
    qtbot.addWidget(made)
    made.resize(1100, 700)
    to_front(made)
    yield made
    keymap.use(keymap.OWN, {})


@pytest.fixture
def editor(window: MainWindow, qtbot: QtBot) -> KeyEditor:
    made = KeyEditor(window.preferences)
    qtbot.addWidget(made)
    made.show()
    return made


def said(editor: KeyEditor) -> str:
    return editor.said.accessibleName()


def test_a_new_key_is_in_force_at_once_and_in_the_file(window: MainWindow, editor: KeyEditor, qtbot: QtBot) -> None:
    desk = work_on(window)
    editor.search.setText("next finding")
    assert editor.name == "next"
    QTest.keyClick(editor.capture, Key.Key_J, Held.ControlModifier)
    assert "free" in said(editor)
    editor.buttons["set"].click()
    assert keymap.keys("next") == ("Ctrl+J",)
    assert window.acts["next"].shortcut().toString() == "Ctrl+J"
    assert "Ctrl+J" in window.acts["next"].toolTip()
    assert "Ctrl+J" in window.acts["next"].iconText()
    editor.hide()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.manuscript.setFocus()
    press(window, Key.Key_J, Held.ControlModifier)
    assert desk.chosen is not None
    window.preferences.flush()
    assert tomllib.loads(settings.path().read_text(encoding="utf-8"))["keys"] == {"next": ["Ctrl+J"]}
    editor.choose("next")
    editor.buttons["reset"].click()
    assert keymap.keys("next") == ("F8", "Alt+Down")
    assert window.preferences.settings.keys == {}


def test_a_key_that_is_taken_says_by_what_and_is_taken_over(window: MainWindow, editor: KeyEditor) -> None:
    desk = work_on(window)
    editor.choose("findings.everywhere")
    QTest.keyClick(editor.capture, Key.Key_T)
    assert "Let Stand Here" in said(editor)
    assert editor.buttons["set"].text() == "Take It Over"
    editor.buttons["set"].click()
    assert keymap.keys("findings.everywhere") == ("T",)
    assert keymap.keys("findings.place") == ("Del",)
    assert window.panel
    window.panel.show_page("findings")
    names = [button.accessibleName() for button in window.panel.findings.detail.findChildren(KeyButton)]
    assert any(name.endswith("everywhere, key T") for name in names), names
    press(window, Key.Key_T)
    assert [decision.scope for decision in desk.decisions] == ["everywhere"]
    editor.buttons["undo"].click()
    assert keymap.keys("findings.place") == ("T", "Del")


def test_a_letter_alone_is_no_key_of_the_whole_window(editor: KeyEditor) -> None:
    editor.choose("save")
    QTest.keyClick(editor.capture, Key.Key_S)
    assert not editor.buttons["set"].isEnabled()
    assert "typed into the text" in said(editor)
    QTest.keyClick(editor.capture, Key.Key_F12)
    editor.buttons["add"].click()
    assert keymap.keys("save") == ("Ctrl+S", "F12")


def test_a_page_s_key_says_what_it_is_elsewhere(editor: KeyEditor) -> None:
    editor.choose("revisions.name")
    QTest.keyClick(editor.capture, Key.Key_F7)
    assert "Check Now" in said(editor)
    assert editor.buttons["set"].isEnabled()


def test_a_preset_is_chosen_and_a_change_kept_over_it(window: MainWindow, editor: KeyEditor) -> None:
    editor.preset.setCurrentIndex(editor.preset.findData("jetbrains"))
    editor.preset.activated.emit(editor.preset.currentIndex())
    assert keymap.keys("next")[0] == "F2"
    assert window.acts["next"].shortcut().toString() == "F2"
    editor.choose("next")
    editor.buttons["none"].click()
    assert keymap.keys("next") == ()
    editor.buttons["all"].click()
    assert keymap.keys("next")[0] == "F2"
    assert window.preferences.settings.preset == "jetbrains"


def test_keys_travel_in_a_file(window: MainWindow, editor: KeyEditor, tmp_path: Path) -> None:
    window.preferences.change("preset", "word")
    window.preferences.change("keys", {"findings.place": ["X"]})
    file = tmp_path / "keys.toml"
    editor.export_to(file)
    window.preferences.change("preset", keymap.OWN)
    window.preferences.change("keys", {})
    editor.import_from(file)
    assert keymap.keys("findings.place") == ("X",)
    assert keymap.keys("save_as")[0] == "F12"
    file.write_text("keys = 3")
    editor.import_from(file)
    assert "no keys" in said(editor)
    file.write_text('[keys]\nfly = ["F9"]\nnext = ["F9"]')
    editor.import_from(file)
    assert "fly" in said(editor)
    assert keymap.keys("next") == ("F9",)


def test_a_bad_key_in_the_settings_is_said_in_a_banner(qtbot: QtBot) -> None:
    settings.path().parent.mkdir(parents=True, exist_ok=True)
    settings.path().write_text('[keys]\nfly = ["F9"]\nsave = ["Nonsense"]\nnext = ["F9"]\n')
    window = MainWindow(Remembered())
    qtbot.addWidget(window)
    banner = window.banners.message("keys")
    assert banner
    assert "fly" in banner.words.text()
    assert "Nonsense" in banner.words.text()
    assert keymap.keys("next") == ("F9",)
    window.preferences.change("keys", {})
    assert window.banners.message("keys") is None


def test_its_window_is_left_by_escape_for_the_text_at_the_same_caret(window: MainWindow, qtbot: QtBot) -> None:
    work_on(window)
    for open_ in (window.commands.keys, window.commands.keys_at_a_glance):
        window.manuscript.set_caret(4)
        open_()
        dialog = QApplication.activeModalWidget()
        assert dialog
        inside = dialog.focusWidget()
        assert inside
        QTest.keyClick(inside, Key.Key_Escape)
        qtbot.waitUntil(window.manuscript.hasFocus)
        assert window.manuscript.selected() == Span(4, 4)


def test_the_list_names_every_key(window: MainWindow) -> None:
    words = as_text()
    assert "Ctrl+Enter" in words
    assert "Let Stand Everywhere" in words
    assert words.index("Everywhere\n") < words.index("Findings\n") < words.index("Notes\n")
