"""The panel's tabs: words alone, the one in front underlined."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QTabBar, QWidget

from editor.window import theme
from editor.window.words import breadth

SPACE = theme.SPACE
FITS = ((1.0, SPACE), (0.9, SPACE // 2), (0.8, SPACE // 4), (0.7, SPACE // 4))
"""How large the words are beside the interface's type and how far apart, the first for which all tabs have room."""


class Tabs(QTabBar):
    """Tabs without frames, in the colours of the theme."""

    def __init__(self, names: Iterable[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDrawBase(False)
        self.setExpanding(False)
        for name in names:
            self.addTab(name)
        self._dress()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._dress()

    def tabLayoutChange(self) -> None:
        super().tabLayoutChange()
        self._dress()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._dress()

    def _dress(self) -> None:
        t = theme.tokens()
        words = [self.tabText(number) for number in range(self.count())]
        scale, space = next((fit for fit in FITS if _wide(words, *fit) <= self.width()), FITS[-1])
        font = theme.interface_font(scale)
        if self.font() != font:
            self.setFont(font)
        sheet = f"""
            QTabBar::tab {{ background: transparent; border: none; border-bottom: 3px solid transparent;
                color: {t.muted}; padding: {SPACE - 2}px 2px; margin: 0 {space}px; }}
            QTabBar::tab:first {{ margin-left: {space + SPACE - 2}px; }}
            QTabBar::tab:selected {{ color: {t.text}; border-bottom-color: {t.accent}; }}
            QTabBar::tab:hover {{ color: {t.text}; }}
            QTabBar::tab:focus {{ border-bottom-color: {t.text}; }}
        """
        if self.styleSheet() != sheet:
            self.setStyleSheet(sheet)


def _wide(words: Iterable[str], scale: float, space: int) -> float:
    """How broad tabs with these words are together."""
    return sum(breadth(one, scale) + 2 * space + 6 for one in words) + SPACE
