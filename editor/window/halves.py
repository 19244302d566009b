"""A list over what is chosen in it, which has the more room: it is what the editor reads and decides."""

from __future__ import annotations

from typing import Any, Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from editor.window.grouped import GroupedList, row_height


class Lower(Protocol):
    """What is chosen, in full."""

    shown: Any
    """Signal: something else is shown."""
    room: int
    """How high it may become at most."""

    def wanted(self) -> int:
        """How high it would have to be for what matters most to be whole."""


SHARE = 0.34
"""How much of the height the list has at most, until the editor moves the handle."""
LEAST = 0.18
"""How much of it the list keeps where the chosen finding needs more, and never less than one row."""


class Halves(QSplitter):
    """A splitter whose upper half is as high as its rows, and gives way to the lower one's fixes and keys."""

    def __init__(
        self, upper: GroupedList, lower: QWidget, detail: Lower, parent: QWidget | None = None, *, share: float = SHARE
    ) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._upper, self._detail, self._share = upper, detail, share
        self._moved_by_hand = False
        self.setChildrenCollapsible(False)
        self.setHandleWidth(3)
        self.addWidget(upper)
        self.addWidget(lower)
        self.splitterMoved.connect(self._moved)
        detail.shown.connect(self.fit)

    def fit(self) -> None:
        """Shares the height out anew: the rows have come or gone, or another finding is shown."""
        height, least = self.height(), self._least()
        top = min(self._upper.wanted(), round(self._share * height))
        if not self._moved_by_hand:
            top = max(min(top, least), min(top, height - self.handleWidth() - self._detail.wanted()))
        if self.sizes()[0] != top:
            self.setSizes([top, height - self.handleWidth() - top])
            self._upper.show_current()

    def _least(self) -> int:
        return max(row_height(), round(LEAST * self.height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._detail.room = self.height() - self.handleWidth() - self._least()
        self.fit()

    def _moved(self, place: int, _: int) -> None:
        self._moved_by_hand = True
        self._detail.room = self.height() - self.handleWidth() - place
        if self._upper.wanted() > place:
            self._share = place / max(1, self.height())
