"""A field that a key is pressed in."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from editor.window import keymap
from editor.window.translation import tr

_LEAVING = (Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


class Capture(QLineEdit):
    """Takes the next key as it is pressed, whatever it does elsewhere; Tab and Escape leave it."""

    pressed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = ""
        self.signs = False
        """Whether a sign is taken as it is typed and not by its place on the keyboard."""
        self.setReadOnly(True)
        self.setPlaceholderText(tr("Press the new key here"))
        self.setAccessibleName(tr("The new key: press it here"))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def clear_key(self) -> None:
        self.key = ""
        self.clear()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and not self._leaves(event):
            if event.type() is QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() is QEvent.Type.KeyPress:
                self._take(event)
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    def _leaves(self, event: QKeyEvent) -> bool:
        return event.key() in _LEAVING and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier

    def _take(self, event: QKeyEvent) -> None:
        names = keymap.pressed(event)
        if names:
            self.key = names[0] if self.signs else names[-1]
            self.setText(keymap.shown(self.key))
            self.pressed.emit(self.key)
