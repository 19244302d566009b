"""The panel's tabs: words alone, the one in front underlined."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QTabBar, QWidget

from editor.window import theme

SPACE = theme.SPACE


class Tabs(QTabBar):
    """Tabs without frames, in the colours of the theme."""

    def __init__(self, names: Iterable[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDrawBase(False)
        self.setExpanding(False)
        for name in names:
            self.addTab(name)
        self._dress()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._dress()

    def _dress(self) -> None:
        t = theme.tokens()
        sheet = f"""
            QTabBar::tab {{ background: transparent; border: none; border-bottom: 3px solid transparent;
                color: {t.muted}; padding: {SPACE - 2}px 2px; margin: 0 {SPACE}px; }}
            QTabBar::tab:first {{ margin-left: {2 * SPACE - 2}px; }}
            QTabBar::tab:selected {{ color: {t.text}; border-bottom-color: {t.accent}; }}
            QTabBar::tab:hover {{ color: {t.text}; }}
            QTabBar::tab:focus {{ border-bottom-color: {t.text}; }}
        """
        if self.styleSheet() != sheet:
            self.setStyleSheet(sheet)
