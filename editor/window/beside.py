"""The place beside the manuscript: the side panel, made when there is time for it, shown and hidden."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from editor.article import Article

if TYPE_CHECKING:
    from editor.window.panel import Panel

WIDTH, LEAST = 420, 300
"""Pixels: how wide the panel is at first, and how narrow it may become."""


class Beside(QWidget):
    """Holds the panel. It is there before the panel is, so that the window looks the same from the first paint on."""

    made = Signal(object)
    """The panel is there."""
    turned = Signal(bool)
    """Whether it is shown is another now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.panel: Panel | None = None
        self.setMinimumWidth(LEAST)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)

    def make(self) -> Panel:
        """The side panel, made where there is none yet: it takes its time, and an article that comes later finds it."""
        if self.panel:
            return self.panel
        from editor.desk import Desk
        from editor.window.panel import Panel
        from editor.window.review import Review

        desk = Desk(Article(""))
        self.panel = Panel(desk, Review(desk), self)
        self._layout.addWidget(self.panel)
        self.made.emit(self.panel)
        return self.panel

    def show_page(self, name: str = "") -> None:
        """Shows the panel, and goes to one of its pages."""
        self.setVisible(True)
        self.turned.emit(True)
        if self.panel and name:
            # The focus first: what is shown while it is in the text moves the caret there.
            self.panel.tabs.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.panel.show_page(name)

    def show_last(self) -> None:
        """Goes to the page that was in front last."""
        self.show_page(self.panel.page if self.panel else "")

    def toggle(self) -> None:
        """Shows the panel or hides it."""
        self.setVisible(self.isHidden())
        self.turned.emit(not self.isHidden())

    @property
    def holds_focus(self) -> bool:
        return self.panel is not None and self.panel.isAncestorOf(self.window().focusWidget() or self)
