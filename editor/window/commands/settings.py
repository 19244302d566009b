"""The settings window, at the section that is asked for."""

from __future__ import annotations

from editor.window.commands.group import Group


class SettingsCommands(Group):
    """The commands that open the settings."""

    def settings(self, section: str = "") -> None:
        from editor.window.settings.window import SettingsWindow

        shown = self._window.findChild(SettingsWindow) or SettingsWindow(self._window)
        shown.open_at(section)

    def about(self) -> None:
        self.settings("about")
