"""The empty window: how to begin."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from editor.window import icons, theme

STEPS = (
    ("Ctrl+O", "Open an article, or paste one with Ctrl+N"),
    ("F8", "Go to the next finding"),
    ("Ctrl+Enter", "Take its fix, and go on to the next"),
)


class Empty(QWidget):
    """No article is open: says so, and what to press."""

    open_wanted = Signal()
    paste_wanted = Signal()
    sample_wanted = Signal()
    dropped = Signal(list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("No article open")
        self.setAcceptDrops(True)
        self.setAutoFillBackground(True)
        self._picture = _label("")
        self._picture.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._title = _label("No article open")
        self._title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._hint = _label("Drop a file here, paste, or try the sample.")
        self._hint.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.SPACE)
        buttons.addStretch(1)
        self.buttons = []
        for words, signal, primary in (
            ("Open…", self.open_wanted, True),
            ("Paste as new article", self.paste_wanted, False),
            ("Try the sample", self.sample_wanted, False),
        ):
            button = QPushButton(words, self)
            button.setProperty("primary", primary)
            button.clicked.connect(signal)
            buttons.addWidget(button)
            self.buttons.append(button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.addStretch(2)
        for widget in (self._picture, self._title, self._hint):
            layout.addWidget(widget)
        layout.addSpacing(2 * theme.SPACE)
        layout.addLayout(buttons)
        layout.addSpacing(4 * theme.SPACE)
        self._keys: list[QLabel] = []
        self._steps: list[QLabel] = []
        steps = QGridLayout()
        steps.setHorizontalSpacing(2 * theme.SPACE)
        steps.setVerticalSpacing(theme.SPACE)
        steps.setColumnStretch(0, 2)
        steps.setColumnStretch(3, 2)
        for number, (key, words) in enumerate(STEPS):
            for column, said, kept in ((1, key, self._keys), (2, words, self._steps)):
                label = _label(said)
                steps.addWidget(label, number, column)
                kept.append(label)
        layout.addLayout(steps)
        layout.addStretch(3)
        self.setFocusProxy(self.buttons[0])
        self._dress()

    def _dress(self) -> None:
        size = round(56 * theme.zoom() / 100)
        self._picture.setPixmap(icons.pixmap("copydesk", size, self.devicePixelRatioF(), "muted"))
        self._title.setFont(theme.reading_font(1.7))
        for step in (self._hint, *self._steps):
            step.setFont(theme.interface_font(1.05))
            step.setStyleSheet(f"color: {theme.tokens().muted}")
        for key in self._keys:
            key.setFont(theme.interface_font(1.05, bold=True))
        palette = self.palette()
        palette.setColor(self.backgroundRole(), theme.colour("surface"))
        self.setPalette(palette)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.ApplicationFontChange:
            self._dress()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        if paths:
            self.dropped.emit(paths)


def _label(words: str) -> QLabel:
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
