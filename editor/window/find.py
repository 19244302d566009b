"""The find bar: goes through the places of some words in the text."""

from __future__ import annotations

import re
from bisect import bisect_left

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from editor.article import Span
from editor.window import icons, theme
from editor.window.manuscript import Manuscript


class FindBar(QWidget):
    """Enter goes to the next place, Shift+Enter to the one before, Esc back to the text."""

    closed = Signal()

    def __init__(self, view: Manuscript, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self.words = QLineEdit(self)
        self.words.setPlaceholderText("Find in the article")
        self.words.setAccessibleName("Find in the article")
        self.words.setMaximumWidth(360)
        self.words.textChanged.connect(self._changed)
        self.case = QCheckBox("Match case", self)
        self.whole = QCheckBox("Whole words", self)
        for box in (self.case, self.whole):
            box.toggled.connect(self._changed)
        self.count = QLabel(self)
        self.count.setTextFormat(Qt.TextFormat.PlainText)
        self._buttons: list[tuple[QToolButton, str]] = []
        line = QHBoxLayout(self)
        line.setContentsMargins(2 * theme.SPACE, theme.SPACE - 2, theme.SPACE, theme.SPACE - 2)
        line.setSpacing(theme.SPACE)
        line.addWidget(self.words, 1)
        for icon, name, tip, run in (
            ("previous", "Previous place", "Shift+F3", lambda: self.step(back=True)),
            ("next", "Next place", "F3", self.step),
        ):
            line.addWidget(self._button(icon, name, tip, run))
        line.addWidget(self.count)
        line.addStretch(1)
        line.addWidget(self.case)
        line.addWidget(self.whole)
        line.addWidget(self._button("close", "Close the find bar", "Esc", self.close_bar))
        self._dress()
        self.hide()

    def _button(self, icon: str, name: str, tip: str, run: object) -> QToolButton:
        button = QToolButton(self)
        button.setAccessibleName(name)
        button.setToolTip(f"{name} ({tip})")
        button.clicked.connect(lambda *_: run())  # type: ignore[operator]
        self._buttons.append((button, icon))
        return button

    def open(self) -> None:
        """Shows the bar, with what is selected in the text where that is short."""
        chosen = self._view.selected().of(self._view.display.text)
        if chosen and len(chosen) < 80 and "\n" not in chosen:
            self.words.setText(chosen)
        self.show()
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.selectAll()
        self._changed()

    def close_bar(self) -> None:
        self.hide()
        self.closed.emit()

    def places(self) -> list[Span]:
        """Every place of the words in the text."""
        words = self.words.text()
        if not words:
            return []
        pattern = re.escape(words)
        if self.whole.isChecked():
            pattern = rf"(?<!\w){pattern}(?!\w)"
        flags = 0 if self.case.isChecked() else re.IGNORECASE
        return [Span(*match.span()) for match in re.finditer(pattern, self._view.display.text, flags)]

    def step(self, *, back: bool = False) -> None:
        """Goes to the next place, or the one before, and on at the other end of the text."""
        places = self.places()
        if not places:
            self._say(0, 0)
            return
        here = self._view.selected()
        starts = [place.start for place in places]
        if back:
            at = bisect_left(starts, here.start) - 1
        else:
            at = bisect_left(starts, here.start + 1 if len(here) else here.start)
        at %= len(places)
        self._view.select(places[at])
        self._say(at + 1, len(places))

    def _changed(self) -> None:
        places = self.places()
        here = self._view.selected()
        at = places.index(here) + 1 if here in places else 0
        self._say(at, len(places))

    def _say(self, at: int, count: int) -> None:
        if not self.words.text():
            self.count.setText("")
        elif not count:
            self.count.setText("Not found")
        else:
            self.count.setText(f"{at:,} of {count:,}" if at else f"{count:,} found")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step(back=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "_buttons"):
            self._dress()

    def _dress(self) -> None:
        for button, icon in self._buttons:
            button.setIcon(icons.icon(icon))

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(0, 0, self.width(), 1, theme.colour("line"))
