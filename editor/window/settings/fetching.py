"""LanguageTool on its way to this computer: begun by a press of a button, and stopped by another."""

from __future__ import annotations

import contextlib
import threading

from PySide6.QtCore import QCoreApplication, QObject, Signal

from editor.languagetool import install


class Fetching(QObject):
    """Fetches the files of the pinned list in a thread, each held against its checksum."""

    progressed = Signal(int, int)
    """Bytes that have come, and bytes in all."""
    ended = Signal(str)
    """Why it was not installed; empty where it was, or where the editor stopped it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread: threading.Thread | None = None
        self._stopped = threading.Event()
        self._unwanted = False
        app = QCoreApplication.instance()
        if app:
            app.aboutToQuit.connect(self.wait)

    @property
    def running(self) -> bool:
        return self._thread is not None and self._thread.is_alive()

    def start(self) -> None:
        """Begins, or goes on where an earlier transfer broke off."""
        if self.running:
            return
        self._stopped.clear()
        self._unwanted = False
        self._thread = threading.Thread(target=self._work, name="fetching", daemon=True)
        self._thread.start()

    def cancel(self) -> None:
        """Stops, and takes away what has come."""
        self._unwanted = True
        self._stopped.set()

    def wait(self) -> None:
        """Stops, and waits for it, as the program ends; the next time it goes on from there."""
        self._stopped.set()
        if self._thread:
            self._thread.join(5)

    def _work(self) -> None:
        folder, trouble = install.folder(), ""
        try:
            install.install(folder, report=self._report, cancelled=self._stopped.is_set)
        except install.InstallCancelled:
            pass
        except install.InstallError as error:
            trouble = str(error)
        if self._unwanted:
            install.discard(folder)
            trouble = ""
        with contextlib.suppress(RuntimeError):  # the window may be gone by now
            self.ended.emit(trouble)

    def _report(self, done: int, total: int) -> None:
        with contextlib.suppress(RuntimeError):
            self.progressed.emit(done, total)
