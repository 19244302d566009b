"""Has the text checked while it is written: when the hands rest, and now and then while they do not."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from editor.settings import Settings

if TYPE_CHECKING:
    from editor.desk import Desk
    from editor.desk.happenings import Happening
    from editor.worker import Report, Worker

log = logging.getLogger(__name__)

REST, WHILE, FLUSH = 120, 300, 500
"""Milliseconds: after the last key until the text is checked; until it is while keys go on; until typing is on disk."""
APART = 1_000_000
"""How far the numbers of one article's texts are from the next one's, so that a late report finds its own."""


class Watch(QObject):
    """The window's side of the checks: one worker process for whichever article is open."""

    died = Signal(bool)
    """The process ended by itself; whether it was started again."""
    _heard = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk: Desk | None = None
        self._settings = Settings()
        self._sheet = False
        self.worker: Worker | None = None
        self._first = 0
        self._heard.connect(self._hear, Qt.ConnectionType.QueuedConnection)
        self._rest, self._while, self._flush = QTimer(self), QTimer(self), QTimer(self)
        for timer, wait in ((self._rest, REST), (self._while, WHILE)):
            timer.setSingleShot(True)
            timer.setInterval(wait)
            timer.timeout.connect(self._ask)
        self._flush.setInterval(FLUSH)
        self._flush.timeout.connect(self._write)
        self._flush.start()

    def start(self) -> None:
        """Starts the worker process; after the first paint, from the main thread."""
        from editor.worker import Worker

        self.worker = Worker(self._heard.emit)
        self.worker.start()
        self._ask()

    def stop(self) -> None:
        self._flush.stop()
        if self.worker:
            self.worker.stop(patience=0.5)
            self.worker = None

    def set_desk(self, desk: Desk) -> None:
        """This article is checked from now on."""
        self._write()
        self._first += APART
        desk.number += self._first
        self.desk = desk
        desk.subscribe(lambda happening: self._soon(desk, happening))
        self._ask()

    def use(self, settings: Settings) -> None:
        """The checks run as these settings say from now on."""
        if settings != self._settings:
            self._settings = settings
            self.check_now()

    def check_now(self) -> None:
        """Has the text checked again, also where nothing has changed."""
        if self.desk and self.worker:
            said = self._settings
            asked = self.desk.checking.job(said.options(), grammar=said.grammar, off=said.off, sheet=self._sheet)
            self.worker.ask(asked)

    def want_sheet(self, wanted: bool) -> None:
        """Whether the fact sheet is looked at, and so made with every check."""
        if wanted and not self._sheet:
            self._sheet = True
            self.check_now()
        self._sheet = wanted

    def _soon(self, desk: Desk, happening: Happening) -> None:
        from editor.desk import happenings as told

        if desk is self.desk and isinstance(happening, told.TextEdited | told.FactsChanged):
            self._rest.start()
            if not self._while.isActive():
                self._while.start()

    def _ask(self) -> None:
        self._rest.stop()
        self._while.stop()
        if self.desk and self.worker and self.desk.checking.stale:
            self.check_now()

    def _write(self) -> None:
        if self.desk:
            self.desk.flush()

    def _hear(self, report: Report) -> None:
        from editor.worker import Died

        if not self.desk or not self.worker:
            return
        if getattr(report, "number", self._first) < self._first:
            return
        if isinstance(report, Died):
            if report.again:
                self.worker.restart()
            self.died.emit(report.again)
        self.desk.checking.hear(report)
