"""Without distraction: the text alone on the whole screen, and everything back as it was afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from editor.window.mainwindow import MainWindow

_ANY = 16_777_215


class Undisturbed(QObject):
    """Hides panel, bars and menus of a window. Their keys go on working, and messages still come into sight."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._hidden: list[QWidget] = []
        self._state = Qt.WindowState.WindowNoState
        self.on = False
        window.manuscript.installEventFilter(self)

    def toggle(self) -> None:
        if self.on:
            self.leave()
        elif self._window.desk:
            self._enter()
        self._window.acts["undisturbed"].setChecked(self.on)

    def _enter(self) -> None:
        window = self._window
        self.on = True
        bars: list[QWidget] = [
            window.beside,
            window.status_line,
            window.menus.toolbar,
            window.tabs,
            window.strip,
            window.steps_line,
        ]
        self._hidden = [bar for bar in bars if not bar.isHidden()]
        for bar in self._hidden:
            bar.hide()
        # A menu bar that is hidden takes the menus' keys with it; one without height does not.
        window.menuBar().setMaximumHeight(0)
        self._state = window.windowState()
        window.setWindowState(self._state | Qt.WindowState.WindowFullScreen)
        window.focus_text()

    def leave(self) -> None:
        """Everything is back where it was."""
        if not self.on:
            return
        window = self._window
        self.on = False
        window.menuBar().setMaximumHeight(_ANY)
        for bar in self._hidden:
            # The first steps may all have been gone meanwhile.
            bar.setVisible(bar is not window.steps_line or bool(window.steps.left))
        window.setWindowState(self._state)
        window.acts["undisturbed"].setChecked(False)
        window.focus_text()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = self.on and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress
        if pressed and event.key() == Qt.Key.Key_Escape and not event.modifiers():  # type: ignore[attr-defined]
            self.leave()
            return True
        return False
