"""The dictionaries as the window knows them: words go into their files in a thread, and the checks are told."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from editor import dictionaries, settings
from editor.window.preferences import Preferences

if TYPE_CHECKING:
    from editor.desk.happenings import Happening
    from editor.revision import Learnt


class Dictionaries(QObject):
    """Writes what is added and taken out, one thing after another."""

    changed = Signal()
    """The words are others now: the text is to be checked by them."""
    refused = Signal(str)
    """A dictionary was not written, and why."""
    _done = Signal(object, str)

    def __init__(self, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._threads: list[threading.Thread] = []
        self._pending: list[str] = []
        self._done.connect(self._written)

    @property
    def pending(self) -> list[str]:
        """The words that are on their way to a file."""
        return self._pending.copy()

    def place(self, whose: Learnt) -> Path | None:
        """Where a dictionary is; None for the article's own, which is in the archive, and where the desk has none."""
        if whose == "word_mine":
            return settings.own_dictionary()
        shared = self._preferences.settings.dictionary
        return Path(shared).expanduser() if whose == "word_desk" and shared else None

    def writable(self, whose: Learnt) -> bool:
        """Whether words can be added there; a quick look, that may be wrong by the time they are."""
        import os

        place = self.place(whose)
        if place is None:
            return False
        there = place if place.exists() else place.parent
        return whose == "word_mine" or os.access(there, os.W_OK)

    def hear(self, happening: Happening) -> None:
        """A word of the editor's or the desk's was taken in at the desk, or taken out again by undo."""
        from editor.desk.happenings import WordChanged

        if isinstance(happening, WordChanged):
            if happening.whose == "word_article":
                self.changed.emit()
            elif happening.known:
                self.add([happening.word], happening.whose)
            else:
                self.remove([happening.word], happening.whose)

    def add(self, words: list[str], whose: Learnt) -> None:
        place = self.place(whose)
        if place:
            self._pending += words
            self._do(lambda: dictionaries.added(place, words), words)
            self.changed.emit()

    def remove(self, words: list[str], whose: Learnt) -> None:
        place = self.place(whose)
        if place:
            self._pending = [word for word in self._pending if word not in words]
            self._do(lambda: dictionaries.removed(place, words), [])

    def flush(self) -> None:
        """Waits until all is written; as the window closes."""
        for thread in self._threads:
            thread.join(5)

    def _do(self, work: Callable[[], object], words: list[str]) -> None:
        before = self._threads[-1:]

        def run() -> None:
            for earlier in before:
                earlier.join()
            why = ""
            try:
                work()
            except OSError as error:
                why = str(error)
            self._done.emit(words, why)

        self._threads = [thread for thread in self._threads if thread.is_alive()]
        self._threads.append(threading.Thread(target=run, name="dictionary", daemon=True))
        self._threads[-1].start()

    def _written(self, words: list[str], why: str) -> None:
        for word in words:
            if word in self._pending:
                self._pending.remove(word)
        if why:
            self.refused.emit(why)
        self.changed.emit()
