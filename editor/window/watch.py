"""Has the texts checked while they are written: when the hands rest, and now and then while they do not."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import replace
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


class Watch(QObject):
    """The window's side of the checks: one worker process for all articles that are open, the one in front first."""

    died = Signal(bool)
    """The process ended by itself; whether it was started again."""
    engine_told = Signal(str)
    """How grammar was checked is known; why not by LanguageTool, where it was not."""
    _heard = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk: Desk | None = None
        """The article in front."""
        self._desks: dict[int, Desk] = {}
        self._given = 0
        self._settings = Settings()
        self._sheet = False
        self._engine = 0
        self._words: tuple[str, ...] = ()
        self.worker: Worker | None = None
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

    # The articles

    def add(self, desk: Desk) -> None:
        """This article is checked too from now on, when those before it are."""
        from editor.worker import APART

        self._given += 1
        self._desks[self._given] = desk
        desk.number += self._given * APART
        desk.subscribe(lambda happening: self._soon(desk, happening), always=True)
        self._ask()

    def remove(self, desk: Desk) -> None:
        """This article is no longer open."""
        self._desks = {number: other for number, other in self._desks.items() if other is not desk}
        if self.desk is desk:
            self.desk = None

    def set_front(self, desk: Desk | None) -> None:
        """This article is in front, and is checked before the others."""
        self._write()
        self.desk = desk
        if desk and desk not in self._desks.values():
            self.add(desk)
        elif desk and (desk.checking.stale or desk.checking.running or self._sheet):
            self.check_now()

    # The checks

    def use(self, settings: Settings) -> None:
        """The checks run as these settings say from now on."""
        if settings != self._settings:
            self._settings = settings
            for desk in self._in_turn():
                self._check(desk)

    def check_now(self) -> None:
        """Has the text in front checked again, also where nothing has changed."""
        if self.desk:
            self._check(self.desk)

    def restart_grammar(self) -> None:
        """Has LanguageTool looked for and started anew: it was installed just now, or had failed."""
        self._engine += 1
        self.check_now()

    def know(self, words: Sequence[str]) -> None:
        """The dictionaries have changed; these `words` are on their way to their files."""
        self._words = tuple(words)
        for desk in self._in_turn():
            self._check(desk)

    def want_sheet(self, wanted: bool) -> None:
        """Whether the fact sheet is looked at, and so made with every check."""
        if wanted and not self._sheet:
            self._sheet = True
            self.check_now()
        self._sheet = wanted

    def _check(self, desk: Desk) -> None:
        if self.worker:
            said, front = self._settings, desk is self.desk
            options = said.options()
            if words := (*desk.words, *self._words):
                options.setdefault("grammar", {})["words"] = words
            asked = desk.checking.job(options, grammar=said.grammar, off=said.off, sheet=self._sheet and front)
            self.worker.ask(replace(asked, front=front, engine=self._engine))

    def _in_turn(self) -> list[Desk]:
        return sorted(self._desks.values(), key=lambda desk: desk is not self.desk)

    def _soon(self, desk: Desk, happening: Happening) -> None:
        from editor.desk import happenings as told

        if desk in self._desks.values() and isinstance(happening, told.TextEdited | told.FactsChanged):
            self._rest.start()
            if not self._while.isActive():
                self._while.start()

    def _ask(self) -> None:
        self._rest.stop()
        self._while.stop()
        for desk in self._in_turn():
            if desk.checking.stale:
                self._check(desk)

    def _write(self) -> None:
        for desk in self._desks.values():
            desk.flush()

    def _hear(self, report: Report) -> None:
        from editor.worker import APART, Died, Engine

        if not self.worker:
            return
        if not isinstance(report, Died | Engine):
            desk = self._desks.get(report.number // APART)
            if desk:
                desk.checking.hear(report)
            return
        unanswered = [desk for desk in self._in_turn() if desk.checking.running]
        if isinstance(report, Died):
            if report.again:
                self.worker.restart()
            self.died.emit(report.again)
        for desk in self._in_turn():
            desk.checking.hear(report)
        if isinstance(report, Engine):
            self.engine_told.emit(report.missing)
        if isinstance(report, Died) and report.again:
            for desk in unanswered:
                self._check(desk)
