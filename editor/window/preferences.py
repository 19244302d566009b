"""The editor's choices while the window is open: each in force at once, and in the settings file soon after."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from editor import settings
from editor.settings import Settings, SettingsError

SOON = 300
"""Milliseconds after the last change until the file is written."""


class Preferences(QObject):
    """The settings in force. Whoever shows a choice hears `changed` and asks `settings` anew."""

    changed = Signal(str)
    """The name of the setting that has another value now."""
    refused = Signal(str)
    """The file could not be written, and why; the choice is in force until the window closes."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        try:
            self._settings, self.trouble = settings.load(), ""
        except SettingsError as error:
            self._settings, self.trouble = Settings(), str(error)
        self._unwritten: dict[str, Any] = {}
        self._writing: threading.Thread | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON)
        self._soon.timeout.connect(self._write)

    @property
    def settings(self) -> Settings:
        """The settings in force, or the defaults where their file can't be read (`trouble` says why)."""
        return self._settings

    def change(self, name: str, value: Any) -> None:
        """Makes a choice. Raises SettingsError where the value is none for this setting; nothing is changed then."""
        checked = settings.checked(replace(self._settings, **{name: value}))
        if getattr(checked, name) == getattr(self._settings, name):
            return
        self._settings = checked
        self._unwritten[name] = value
        self._soon.start()
        self.changed.emit(name)

    def flush(self) -> None:
        """Writes what is not yet written, and waits for it; as the window closes."""
        self._write()
        if self._writing:
            self._writing.join(5)

    def _write(self) -> None:
        self._soon.stop()
        if self._writing and self._writing.is_alive():
            self._writing.join(5)
        if not self._unwritten:
            return
        changes, self._unwritten = self._unwritten, {}

        def work() -> None:
            try:
                settings.write(changes)
            except SettingsError as error:
                self.refused.emit(str(error))

        self._writing = threading.Thread(target=work, name="settings", daemon=True)
        self._writing.start()
