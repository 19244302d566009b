"""A section of the settings window: its title, and the rows of the settings that belong to it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from editor import settings
from editor.settings import Part, SettingsError
from editor.window import theme
from editor.window.preferences import Preferences
from editor.window.settings.row import Row
from editor.window.translation import tr

SPACE = theme.SPACE
WIDEST = 640
"""Pixels, at a zoom of 100 %, that a line of help is at most."""


class Heading(QLabel):
    """The title of a section, or of a part of one."""

    def __init__(self, words: str, parent: QWidget | None = None, scale: float = 1.4) -> None:
        super().__init__(words, parent)
        self._scale = scale
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setFont(theme.interface_font(scale, bold=True))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self.setFont(theme.interface_font(self._scale, bold=True))


class Section(QScrollArea):
    """A page of rows made from the settings themselves: a new setting is here by itself."""

    def __init__(self, part: Part, title: str, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.part, self.title, self.preferences = part, title, preferences
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget(self)
        self.setWidget(inner)
        self.body = QVBoxLayout(inner)
        self.body.setContentsMargins(3 * SPACE, 2 * SPACE, 3 * SPACE, 2 * SPACE)
        self.body.setSpacing(SPACE)
        self.body.addWidget(Heading(title, inner))
        self.rows: dict[str, Row] = {}
        for choice in settings.choices():
            if choice.shown.part == part and choice.shown.row:
                self._add(choice)
        self.fill()
        self.body.addStretch(1)
        preferences.changed.connect(self.refresh)
        self.refresh()

    def _add(self, choice: settings.Choice) -> None:
        row = Row(tr(choice.shown.title), tr(choice.help), choice.kind, choice.default, choice.shown, self.widget())
        row.given.connect(lambda value, name=choice.name: self.give(name, value))
        self.rows[choice.name] = row
        self.body.addWidget(row)

    def fill(self) -> None:
        """Puts more below the rows, where a section has more."""

    def give(self, name: str, value: Any) -> None:
        """Makes a choice; one that is refused is said at its row."""
        try:
            self.preferences.change(name, value)
        except SettingsError as error:
            self.rows[name].say(str(error))
        else:
            self.refresh(name)

    def refresh(self, name: str = "") -> None:
        """Shows what is in force, of one setting or of all."""
        for one, row in self.rows.items():
            if not name or one == name:
                row.show_value(getattr(self.preferences.settings, one))

    def search(self, words: str) -> int:
        """Shows only what has these words; how much that is."""
        return sum([row.search(words) for row in self.rows.values()])
