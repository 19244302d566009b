"""What the window remembers of itself: its size, the zoom, light or dark, which article was open."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSettings

from editor import settings
from editor.window import theme
from editor.window.theme import SCHEMES, Scheme


class Remembered:
    """A file beside the settings, which the program itself writes; what it lacks, the settings say."""

    def __init__(self) -> None:
        self._file = QSettings(str(settings.path().parent / "window.ini"), QSettings.Format.IniFormat)
        try:
            self._chosen = settings.load()
            self.trouble = ""
        except settings.SettingsError as error:
            self._chosen, self.trouble = settings.Settings(), str(error)

    @property
    def settings(self) -> settings.Settings:
        """The editor's own settings, or the defaults where their file can't be read (`trouble` says why)."""
        return self._chosen

    @property
    def scheme(self) -> Scheme:
        said = str(self._file.value("scheme", self._chosen.theme))
        return next((scheme for scheme in SCHEMES if scheme == said), "system")

    @scheme.setter
    def scheme(self, scheme: Scheme) -> None:
        self._file.setValue("scheme", scheme)

    @property
    def zoom(self) -> int:
        try:
            said = int(str(self._file.value("zoom", self._chosen.zoom)))
        except ValueError:
            return 100
        return min(max(said, theme.ZOOM[0]), theme.ZOOM[-1])

    @zoom.setter
    def zoom(self, zoom: int) -> None:
        self._file.setValue("zoom", zoom)

    def state(self, name: str) -> QByteArray | None:
        """A geometry or the state of a splitter, as the widget gave it."""
        said = self._file.value(name)
        return said if isinstance(said, QByteArray) else None

    def keep_state(self, name: str, state: QByteArray) -> None:
        self._file.setValue(name, state)

    @property
    def folder(self) -> str:
        """The folder of the last file that was opened or written."""
        return str(self._file.value("folder", ""))

    @folder.setter
    def folder(self, folder: str) -> None:
        self._file.setValue("folder", folder)

    @property
    def last(self) -> str:
        """The article that was open when the window closed: its path, or `kept:` and its name in the archive."""
        return str(self._file.value("last", ""))

    @last.setter
    def last(self, last: str) -> None:
        self._file.setValue("last", last)
