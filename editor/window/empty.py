"""The empty window: how to begin."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from editor.window import icons, keymap, theme
from editor.window.menus import recent_words
from editor.window.steps import STEPS, Steps, sentences
from editor.window.translation import tr

if TYPE_CHECKING:
    from editor.archive import Recent

RECENT = 5
"""How many of the last articles are offered."""


class Empty(QWidget):
    """No article is open: says so, and what to press."""

    open_wanted = Signal()
    paste_wanted = Signal()
    sample_wanted = Signal()
    dropped = Signal(list)
    recent_wanted = Signal(object)
    """One of the last articles is to be opened: a Recent."""

    def __init__(self, steps: Steps, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._first = steps
        self.setAccessibleName(tr("No article open"))
        self.setAcceptDrops(True)
        self.setAutoFillBackground(True)
        self._picture = _label("")
        self._picture.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._title = _label(tr("No article open"))
        self._title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._hint = _label(tr("Drop a file here, paste, or try the sample."))
        self._hint.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.SPACE)
        buttons.addStretch(1)
        self.buttons = []
        for words, signal, primary in (
            (tr("Open…"), self.open_wanted, True),
            (tr("Paste as new article"), self.paste_wanted, False),
            (tr("Try the sample"), self.sample_wanted, False),
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
        layout.addLayout(self._columns())
        layout.addStretch(3)
        self.setFocusProxy(self.buttons[0])
        steps.changed.connect(self._show_steps)
        keymap.heard.changed.connect(self._show_steps)
        self.list_recent([])
        self._show_steps()
        self._dress()

    def _columns(self) -> QHBoxLayout:
        """The steps, and beside them the articles worked on last."""
        self._steps = [_label("") for _ in STEPS]
        self._recent_title = _label(tr("Worked on last"))
        self.recent: list[QPushButton] = []
        self._recents = QVBoxLayout()
        self._recents.setSpacing(0)
        columns = QHBoxLayout()
        columns.setSpacing(6 * theme.SPACE)
        columns.addStretch(1)
        steps, recents = QVBoxLayout(), QVBoxLayout()
        steps.setSpacing(theme.SPACE)
        for label in self._steps:
            steps.addWidget(label)
        recents.setSpacing(theme.SPACE // 2)
        recents.addWidget(self._recent_title)
        recents.addLayout(self._recents)
        for column in (steps, recents):
            column.addStretch(1)
            columns.addLayout(column)
        columns.addStretch(1)
        return columns

    def list_recent(self, recent: Sequence[Recent]) -> None:
        """Offers the articles worked on last whose files are there."""
        for button in self.recent:
            self._recents.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.recent = []
        for one in [one for one in recent if not one.missing][:RECENT]:
            words = recent_words(one)
            button = QPushButton(self)
            button.setText(self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideMiddle, 360).replace("&", "&&"))
            button.setProperty("quiet", True)
            button.setAccessibleName(words)
            button.clicked.connect(lambda *_, one=one: self.recent_wanted.emit(one))
            self._recents.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            button.show()
            self.recent.append(button)
        self._recent_title.setVisible(bool(self.recent))

    def _show_steps(self) -> None:
        left = self._first.left
        for number, (label, (step, words)) in enumerate(zip(self._steps, sentences().items(), strict=True), 1):
            mark = f"{number}" if step in left else "\N{CHECK MARK}"
            label.setText(f"{mark}   {words}")
            label.setVisible(bool(left))

    def _dress(self) -> None:
        size = round(56 * theme.zoom() / 100)
        self._picture.setPixmap(icons.pixmap("copydesk", size, self.devicePixelRatioF(), "muted"))
        self._title.setFont(theme.reading_font(1.7))
        for step in (self._hint, *self._steps):
            step.setFont(theme.interface_font(1.05))
            step.setStyleSheet(f"color: {theme.tokens().muted}")
        self._recent_title.setFont(theme.interface_font(1.05, bold=True))
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
