"""The list of findings over the chosen one: the list takes no more room than its rows, nor more than its share."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from editor.window.findings_list import FindingsList

SHARE = 0.38
"""How much of the height the list has at most, until the editor moves the handle."""


class Halves(QSplitter):
    """A splitter whose upper half is as high as its rows."""

    def __init__(self, upper: FindingsList, lower: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._upper, self._share = upper, SHARE
        self.setChildrenCollapsible(False)
        self.setHandleWidth(3)
        self.addWidget(upper)
        self.addWidget(lower)
        self.splitterMoved.connect(self._moved)

    def fit(self) -> None:
        """Shares the height out anew: the rows have come or gone."""
        top = min(self._upper.wanted(), round(self._share * self.height()))
        self.setSizes([top, self.height() - top])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def _moved(self, place: int, _: int) -> None:
        if self._upper.wanted() > place:
            self._share = place / max(1, self.height())
