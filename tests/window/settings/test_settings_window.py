"""The settings window, by its keys: what is chosen is in force at once, found by its words, and in one file."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from editor import settings
from editor.window.mainwindow import MainWindow
from editor.window.settings.section import Section
from editor.window.settings.window import SettingsWindow


@pytest.fixture
def window(qtbot: QtBot, to_front: Callable[[QWidget], None]) -> Iterator[MainWindow]:
    made = MainWindow()
    qtbot.addWidget(made)
    to_front(made)
    yield made
    made.close()


@pytest.fixture
def shown(window: MainWindow, qtbot: QtBot) -> SettingsWindow:
    QTest.keyClick(window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    made = window.findChild(SettingsWindow)
    assert made
    qtbot.waitUntil(made.isActiveWindow)
    return made


def section(shown: SettingsWindow, name: str) -> Section:
    shown.open_at(name)
    made = shown.page(name)
    assert isinstance(made, Section)
    return made


def test_a_choice_is_in_force_at_once_and_written(window: MainWindow, shown: SettingsWindow) -> None:
    row = section(shown, "general").rows["zoom"]
    spin = row.findChild(QSpinBox)
    assert spin
    spin.setFocus()
    spin.selectAll()
    QTest.keyClicks(spin, "125")
    QTest.keyClick(spin, Qt.Key.Key_Return)
    assert window.preferences.settings.zoom == 125
    assert shown.isVisible()
    window.preferences.flush()
    assert settings.load().zoom == 125


def test_every_setting_has_a_row_or_a_page_and_its_help(shown: SettingsWindow) -> None:
    for choice in settings.choices():
        if choice.shown.row and choice.shown.part in ("general", "grammar"):
            row = section(shown, choice.shown.part).rows[choice.name]
            assert row.help == choice.help
            assert row.control.inner.accessibleName() == row.title
            assert row.control.inner.accessibleDescription() == row.help


def test_what_differs_from_the_default_can_be_reset(window: MainWindow, shown: SettingsWindow) -> None:
    row = section(shown, "general").rows["name"]
    field = row.findChild(QLineEdit)
    assert field
    assert row._reset.isHidden()
    field.setFocus()
    QTest.keyClicks(field, "Ada")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert window.preferences.settings.name == "Ada"
    assert not row._reset.isHidden()
    row._reset.setFocus()
    QTest.keyClick(row._reset, Qt.Key.Key_Space)
    assert window.preferences.settings.name == ""
    assert field.text() == ""


def test_search_shows_only_what_has_the_words(shown: SettingsWindow) -> None:
    QTest.keyClick(shown, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert shown.search.hasFocus()
    QTest.keyClicks(shown.search, "java")
    visible = [name for name, row in section(shown, "grammar").rows.items() if not row.isHidden()]
    assert visible == ["java"]
    hidden = [shown._list.item(at).isHidden() for at in range(shown._list.count())]
    assert hidden[0]
    QTest.keyClick(shown.search, Qt.Key.Key_Escape)
    assert shown.search.text() == ""
    assert not any(shown._list.item(at).isHidden() for at in range(shown._list.count()))
    assert shown.isVisible()


def test_a_folder_that_is_not_there_is_said(shown: SettingsWindow, window: MainWindow) -> None:
    row = section(shown, "grammar").rows["languagetool"]
    field = row.findChild(QLineEdit)
    assert field
    field.setFocus()
    QTest.keyClicks(field, "/nowhere")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert window.preferences.settings.languagetool == "/nowhere"
    assert "no such folder" in row._trouble.accessibleName()


def test_what_is_changed_in_the_file_is_taken_up(window: MainWindow, shown: SettingsWindow, qtbot: QtBot) -> None:
    row = section(shown, "general").rows["theme"]
    combo = row.findChild(QComboBox)
    assert combo
    settings.path().parent.mkdir(parents=True, exist_ok=True)
    window.preferences.watch()
    with qtbot.waitSignal(window.preferences.changed):
        settings.path().write_text('theme = "dark"\n')
    assert combo.currentData() == "dark"
    with qtbot.waitSignal(window.preferences.refused):
        settings.path().write_text("theme = [\n")
    assert "settings.toml" in shown._trouble.accessibleName()
    assert window.preferences.settings.theme == "dark"
    with qtbot.waitSignal(window.preferences.mended):
        settings.path().write_text('theme = "light"\n')
    assert shown._trouble.accessibleName() == ""


def test_escape_leaves_the_editor_in_the_text_and_the_section_is_remembered(
    window: MainWindow, shown: SettingsWindow, qtbot: QtBot
) -> None:
    section(shown, "grammar")
    QTest.keyClick(shown, Qt.Key.Key_Escape)
    assert shown.isHidden()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    assert shown.isVisible()
    assert window.remembered.section == "grammar"
    assert window.findChildren(SettingsWindow) == [shown]
