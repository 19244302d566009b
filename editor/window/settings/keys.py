"""The section of the keys: the table in which they are changed, searched with everything else."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from editor.window import theme
from editor.window.keyediting.editor import KeyEditor
from editor.window.preferences import Preferences
from editor.window.settings.section import Heading
from editor.window.translation import tr

SPACE = theme.SPACE


class Keys(QWidget):
    """Every action and its keys."""

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = tr("Keys")
        self.editor = KeyEditor(preferences, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        column.setSpacing(SPACE)
        column.addWidget(Heading(self.title, self))
        column.addWidget(self.editor, 1)
        self.setFocusProxy(self.editor.list)

    def search(self, words: str) -> int:
        """Shows the actions that have these words; how many they are."""
        self.editor.search.setText(words)
        return self.editor.list.model().rowCount()
