"""A toast: what was just done, with the way to take it back, for as long as it takes to read."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from editor.window import keymap, theme
from editor.window.translation import tr

LASTS = 10_000
"""Milliseconds for which something can be undone from here; in the history it can be later too."""
BRIEF = 3_500


class Toast(QWidget):
    """Lies over the lower edge of its parent and goes by itself. It never takes the focus."""

    undo_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.words = QLabel(self)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.undo = QPushButton(tr("Undo"), self)
        self.undo.setAccessibleName(tr("Undo what was just done"))
        self.undo.setToolTip(keymap.shown("Ctrl+Z"))
        self.undo.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.undo.setCursor(Qt.CursorShape.PointingHandCursor)
        self.undo.clicked.connect(self._undo)
        self._over = parent
        self._line = line = QHBoxLayout(self)
        line.setContentsMargins(2 * theme.SPACE, theme.SPACE, 2 * theme.SPACE, theme.SPACE)
        line.setSpacing(2 * theme.SPACE)
        line.addWidget(self.words)
        line.addWidget(self.undo)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        parent.installEventFilter(self)
        self.hide()

    def say(self, words: str, *, undoable: bool = False, then: Callable[[], str] | None = None) -> None:
        """Shows the words, and tells them to a screen reader, with what comes `then`: the next finding, once chosen."""
        self._dress()
        self.words.setText(words)
        self.undo.setVisible(undoable)
        self._place()
        self.show()
        self.raise_()
        self._timer.start(LASTS if undoable else BRIEF)
        if then is None:
            announce(self, words)
        else:
            QTimer.singleShot(0, self, lambda: announce(self, f"{words} {then()}".strip()))

    def _dress(self) -> None:
        t = theme.tokens()
        self.words.setStyleSheet(f"color: {t.on_toast}; background: transparent;")
        link = t.chosen if not t.dark else "#0a4f8f"
        self.undo.setStyleSheet(
            f"QPushButton {{ color: {link}; background: transparent; border: none; font-weight: 600; padding: 0 2px; }}"
            f"QPushButton:hover {{ text-decoration: underline; }}"
        )

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.ApplicationPaletteChange and self.isVisible():
            self._dress()

    def _undo(self) -> None:
        self.hide()
        self.undo_wanted.emit()

    def _place(self) -> None:
        # In one line where that has room, else wrapped.
        margins = self._line.contentsMargins()
        undo = 0 if self.undo.isHidden() else self.undo.sizeHint().width() + self._line.spacing()
        room = self._over.width() - 2 * theme.SPACE - margins.left() - margins.right() - undo
        wide = self.words.fontMetrics().horizontalAdvance(self.words.text()) + 2
        self.words.setWordWrap(wide > room)
        self.words.setFixedWidth(max(1, min(wide, room)))
        self.words.setFixedHeight(max(self.words.heightForWidth(self.words.width()), self.words.sizeHint().height()))
        self._line.activate()
        self.adjustSize()
        over = self._over
        self.move((over.width() - self.width()) // 2, over.height() - self.height() - 2 * theme.SPACE)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("toast"))
        painter.drawRoundedRect(self.rect(), 8, 8)


def announce(widget: QWidget, words: str) -> None:
    """Tells a screen reader, where one listens."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))
