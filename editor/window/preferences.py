"""The editor's choices while the window is open: each in force at once, and in the settings file soon after."""

from __future__ import annotations

import threading
from dataclasses import fields, replace
from typing import Any

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from editor import settings
from editor.settings import Settings, SettingsError

SOON = 300
"""Milliseconds after the last change until the file is written; after which a file changed by another is read."""


class Preferences(QObject):
    """The settings in force. Whoever shows a choice hears `changed` and asks `settings` anew."""

    changed = Signal(str)
    """The name of the setting that has another value now."""
    refused = Signal(str)
    """The file could not be written, and why; the choice is in force until the window closes."""
    mended = Signal()
    """The file could not be read, and now can."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # It writes what it has read, wherever the environment points by then: a test's settings are no editor's.
        self._file = settings.path()
        try:
            self._settings, self.trouble = settings.load(self._file), ""
        except SettingsError as error:
            self._settings, self.trouble = Settings(), str(error)
        self._unwritten: dict[str, Any] = {}
        self._writing: threading.Thread | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON)
        self._soon.timeout.connect(self._write)
        self._watcher: QFileSystemWatcher | None = None
        self._look = QTimer(self)
        self._look.setSingleShot(True)
        self._look.setInterval(SOON)
        self._look.timeout.connect(self._take_up)

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

    def watch(self) -> None:
        """Takes up what is changed in the settings file by hand from now on, as soon as it is saved."""
        if not self._watcher:
            self._watcher = QFileSystemWatcher(self)
            self._watcher.fileChanged.connect(lambda *_: self._look.start())
            self._watcher.directoryChanged.connect(lambda *_: self._look.start())
        file = settings.path()
        # The folder too: an editor of text, as we do, puts a new file in the old one's place.
        there = [str(place) for place in (file.parent, file) if place.exists()]
        if new := set(there) - {*self._watcher.files(), *self._watcher.directories()}:
            self._watcher.addPaths(sorted(new))

    def _take_up(self) -> None:
        """Puts in force what the file says now; what was chosen here and is not written yet stays chosen."""
        if self._unwritten or (self._writing and self._writing.is_alive()):
            self._look.start()
            return
        self.watch()
        try:
            said = settings.load()
        except SettingsError as error:
            if str(error) != self.trouble:
                self.trouble = str(error)
                self.refused.emit(self.trouble)
            return
        if self.trouble:
            self.trouble = ""
            self.mended.emit()
        before, self._settings = self._settings, said
        for one in fields(said):
            if getattr(before, one.name) != getattr(said, one.name):
                self.changed.emit(one.name)

    def flush(self) -> None:
        """Writes what is not yet written, and waits for it; as the window closes."""
        self._look.stop()
        if self._watcher:
            self._watcher.deleteLater()
            self._watcher = None
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
                settings.write(changes, self._file)
            except SettingsError as error:
                self.refused.emit(str(error))

        self._writing = threading.Thread(target=work, name="settings", daemon=True)
        self._writing.start()
