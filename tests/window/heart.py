"""A heartbeat of the window, for every test in which an editor works: no stall over a tenth of a second."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, QTimer

STALL = 0.1
"""Seconds that the window's thread may work before it looks at the keys again."""


class Heart(QObject):
    """Beats while the window is free. What counts is the work of the window's thread, not that of other programs."""

    def __init__(self) -> None:
        super().__init__()
        self.worst, self.beats = 0.0, 0
        self._last = time.thread_time()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._beat)
        self._timer.start(5)

    def held(self) -> None:
        """Stops, and fails where the window stalled."""
        self._timer.stop()
        assert self.beats > 20
        assert self.worst < STALL, f"the window stalled for {1000 * self.worst:.0f} ms"

    @contextmanager
    def away(self) -> Iterator[None]:
        """Does not count what happens meanwhile: Qt's own dialog for files alone takes 60 to 100 ms to open on X11."""
        self._timer.stop()
        yield
        self._last = time.thread_time()
        self._timer.start(5)

    def _beat(self) -> None:
        now = time.thread_time()
        self.worst = max(self.worst, now - self._last)
        self._last = now
        self.beats += 1
