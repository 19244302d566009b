"""What the editor chooses is in force at once, and in the file soon after."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from editor import settings
from editor.window.preferences import Preferences


def test_a_choice_is_told_at_once_and_written(qtbot: QtBot) -> None:
    preferences = Preferences()
    with qtbot.waitSignal(preferences.changed) as told:
        preferences.change("zoom", 125)
    assert told.args == ["zoom"]
    assert preferences.settings.zoom == 125
    preferences.flush()
    assert settings.load().zoom == 125


def test_a_value_that_is_none_changes_nothing(qtbot: QtBot) -> None:
    preferences = Preferences()
    with qtbot.assertNotEmitted(preferences.changed), pytest.raises(settings.SettingsError):
        preferences.change("theme", "blue")
    assert preferences.settings == settings.Settings()


def test_a_file_that_cannot_be_written_is_told(qtbot: QtBot) -> None:
    preferences = Preferences()
    settings.path().parent.mkdir(parents=True, exist_ok=True)
    settings.path().write_text("theme = [")
    with qtbot.waitSignal(preferences.refused) as told:
        preferences.change("zoom", 125)
        preferences.flush()
    assert str(settings.path()) in told.args[0]
    assert preferences.settings.zoom == 125
