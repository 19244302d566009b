"""The ledger's filter: by words, and only what is at odds; where there is little room, keys that stand for the rest."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from editor.saying import mark
from editor.window import theme
from editor.window.filterbar import Field
from editor.window.ledger_model import LedgerFilter
from editor.window.translation import tr
from editor.window.wording import thousands
from editor.window.words import KeyButton

SPACE = theme.SPACE
COPIES = {
    "text": ("ledger.text", mark("Copy as text"), mark("Copies what is listed as a fact sheet to read")),
    "table": (
        "ledger.table",
        mark("Copy as table"),
        mark("Copies what is listed as a table for spreadsheets (CSV)"),
    ),
}
"""How the ledger is copied: the action, its words, and what it does."""


class LedgerBar(QWidget):
    """The filter's controls, in one row."""

    changed = Signal()
    left = Signal()
    """The editor is done with the filter and goes to the list."""
    copied = Signal(str)
    """The ledger is to be copied: as `text` or `table`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.filter = LedgerFilter()
        self.words = Field(self)
        self.words.setPlaceholderText(tr("Filter the ledger  ( / )"))
        self.words.setClearButtonEnabled(True)
        self.words.setAccessibleName(tr("Filter the ledger by words"))
        self.words.setAccessibleDescription(tr("Lists the things that hold these words; Escape empties it"))
        self.odds = KeyButton("ledger.odds", tr("At odds"), tr("Lists only what contradicts something"), self)
        self.odds.setCheckable(True)
        filter_ = self._key("ledger.filter", tr("Filter the ledger"), tr("Lists the things that hold some words"))
        self._brief = [filter_]
        self._brief[0].clicked.connect(self.focus_words)
        for how, (key, name, help_) in COPIES.items():
            self._brief.append(self._key(key, tr(name), tr(help_)))
            self._brief[-1].clicked.connect(lambda *_, how=how: self.copied.emit(how))
        self._tight = False
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * SPACE, SPACE, 2 * SPACE, SPACE // 2)
        row.setSpacing(SPACE)
        row.addWidget(self.words, 1_000)
        for button in (self.odds, *self._brief):
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            row.addWidget(button)
        row.addStretch(1)
        self.words.textChanged.connect(self._written)
        self.words.left.connect(self._leave)
        self.odds.toggled.connect(self._toggled)

    def _key(self, key: str, name: str, help_: str) -> KeyButton:
        button = KeyButton(key, "", help_, self)
        button.set_words("", name)
        button.hide()
        return button

    def set_tight(self, tight: bool) -> None:
        """Whether there is so little room that the field is shown only while it is used."""
        self._tight = tight
        self._fold()

    def focus_words(self) -> None:
        """Goes to the field."""
        self.words.show()
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def count(self, odds: int) -> None:
        """Says how many things are at odds, whatever the filter lists."""
        self.odds.set_words(tr("At odds {count}").format(count=thousands(odds)))

    def reset(self) -> None:
        """Everything is listed again."""
        self.words.clear()
        self.odds.setChecked(False)

    def _fold(self) -> None:
        self.words.setVisible(not self._tight or bool(self.words.text()) or self.words.hasFocus())
        for button in self._brief:
            button.setVisible(self._tight)

    def _leave(self) -> None:
        self.left.emit()
        self._fold()

    def _written(self, words: str) -> None:
        self.filter.words = words.strip()
        self.changed.emit()

    def _toggled(self, on: bool) -> None:
        self.filter.odds = on
        self.changed.emit()
