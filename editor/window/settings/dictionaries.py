"""The section of the dictionaries: where the desk's is, and the words of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from editor.window.dictionaries import Words
from editor.window.settings.section import Section
from editor.window.translation import tr

if TYPE_CHECKING:
    from editor.window.mainwindow import MainWindow


class Dictionaries(Section):
    """The settings of the dictionaries with their words below."""

    def __init__(self, window: MainWindow, parent: QWidget | None = None) -> None:
        self._window = window
        super().__init__("dictionaries", tr("Dictionaries"), window.preferences, parent)

    def fill(self) -> None:
        words = Words(self._window, self.widget())
        words.setMinimumHeight(320)
        self.body.addWidget(words, 1)
