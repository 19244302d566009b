"""What the window remembers of itself: its size, the folder of the last file, which article was open."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSettings

from editor import settings


class Remembered:
    """A file beside the settings, of what nobody chose. What the editor chooses is in the `Preferences`."""

    def __init__(self) -> None:
        self._file = QSettings(str(settings.path().parent / "window.ini"), QSettings.Format.IniFormat)

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
    def offered(self) -> bool:
        """Whether LanguageTool was offered: that is done once."""
        return str(self._file.value("offered", "")) == "true"

    @offered.setter
    def offered(self, offered: bool) -> None:
        self._file.setValue("offered", "true" if offered else "false")

    @property
    def section(self) -> str:
        """The section of the settings window that was shown last."""
        return str(self._file.value("section", ""))

    @section.setter
    def section(self, section: str) -> None:
        self._file.setValue("section", section)

    @property
    def compared_in_one(self) -> bool | None:
        """Whether two texts are compared one in the other, or side by side; None where nobody has said."""
        said = str(self._file.value("compared", ""))
        return said == "in one" if said else None

    @compared_in_one.setter
    def compared_in_one(self, in_one: bool) -> None:
        self._file.setValue("compared", "in one" if in_one else "side by side")

    def words(self, name: str) -> list[str]:
        """What was typed in a field before, the latest first."""
        said = self._file.value(f"typed/{name}", [])
        return [str(words) for words in said] if isinstance(said, list) else [str(said)]

    def keep_words(self, name: str, words: list[str]) -> None:
        self._file.setValue(f"typed/{name}", words)

    @property
    def chosen(self) -> list[str]:
        """What was chosen in the palette lately, the last first."""
        return [name for name in str(self._file.value("chosen", "")).split("\n") if name]

    @chosen.setter
    def chosen(self, chosen: list[str]) -> None:
        self._file.setValue("chosen", "\n".join(chosen))

    @property
    def steps(self) -> list[str]:
        """The first steps that were done."""
        return [name for name in str(self._file.value("steps", "")).split() if name]

    @steps.setter
    def steps(self, steps: list[str]) -> None:
        self._file.setValue("steps", " ".join(steps))

    @property
    def last(self) -> str:
        """The file of the article in front, to be shown at the next start before the session is read."""
        return str(self._file.value("last", ""))

    @last.setter
    def last(self, last: str) -> None:
        self._file.setValue("last", last)

    @property
    def pinned(self) -> list[str]:
        """The names of the articles that stay at the top of the list of recent ones."""
        said = str(self._file.value("pinned", ""))
        return said.split() if said else []

    @pinned.setter
    def pinned(self, names: list[str]) -> None:
        self._file.setValue("pinned", " ".join(names))

    @property
    def cleared(self) -> str:
        """When the list of recent articles was emptied last."""
        return str(self._file.value("cleared", ""))

    @cleared.setter
    def cleared(self, at: str) -> None:
        self._file.setValue("cleared", at)
