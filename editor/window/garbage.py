"""Python's garbage, collected on the window's thread alone.

Python collects cycles in whichever thread happens to make the next object. Where a widget or a timer is among them,
Qt's object is destroyed there, while the window's thread still has it on its lists: it crashes a moment later.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY = 250
"""Milliseconds between two looks."""
YOUNG, MIDDLE, OLD = 5_000, 20, 20
"""How many new objects, and rounds of the younger kind, there must be for a round of each generation."""


class Garbage(QObject):
    """Collects from a timer of the window's thread, and keeps Python from doing it elsewhere."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Collects as much as there is cause for; what has lived long is looked through seldom."""
        young, middle, old = gc.get_count()
        if old > OLD and middle > MIDDLE:
            gc.collect()
        elif middle > MIDDLE:
            gc.collect(1)
        elif young > YOUNG:
            gc.collect(0)
