"""Keeps the session on disk: soon after each change, so that a crash finds the desk as it was too."""

from __future__ import annotations

import logging
import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from pathlib import Path

    from editor.window.articles import Articles

log = logging.getLogger(__name__)

SOON = 1_000
"""Milliseconds after a change until it is written."""


class Keeping(QObject):
    """Writes the session in a thread of its own. A failure is logged: what is in the articles is kept elsewhere."""

    def __init__(self, articles: Articles) -> None:
        super().__init__(articles)
        self._articles = articles
        self._folder: Path | None = None
        self._written = b""
        self._writing: threading.Thread | None = None
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self.write)

    def begin(self, folder: Path) -> None:
        """From now on the session is kept in this folder."""
        self._folder = folder
        for told in (self._articles.changed, self._articles.looked):
            told.connect(self._expect)

    def _expect(self) -> None:
        if not self._soon.isActive():
            self._soon.start()

    def write(self) -> None:
        """Writes the session as it is now, where it differs from what was written."""
        folder = self._folder
        if not folder:
            return
        if self._writing and self._writing.is_alive():
            self._soon.start()
            return
        self._articles.look()
        data = self._articles.session.as_bytes()
        if data == self._written:
            return
        self._written = data

        def work() -> None:
            from editor.desk import session

            try:
                session.write(folder, data)
            except OSError as error:
                log.warning("the session could not be written: %s", error)

        self._writing = threading.Thread(target=work, name="session", daemon=True)
        self._writing.start()

    def finish(self, patience: float = 5.0) -> None:
        """Writes what is not yet written, and waits for it, as the window closes."""
        if self._writing:
            self._writing.join(patience)
        self.write()
        if self._writing:
            self._writing.join(patience)
