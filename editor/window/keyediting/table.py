"""The actions with their keys, as rows."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from editor.window import actions, keymap, theme
from editor.window.menus import plain
from editor.window.translation import tr

Index = QModelIndex | QPersistentModelIndex
NAME = Qt.ItemDataRole.UserRole
_NOWHERE = QModelIndex()


def words_of(name: str) -> str:
    """What an action is called."""
    return plain(tr(actions.every()[name].words))


def place_of(name: str) -> str:
    """Where an action's keys are heard, in words."""
    return tr(actions.CONTEXTS[actions.every()[name].context])


class KeyTable(QAbstractTableModel):
    """Action, where its keys are heard, and the keys. What the editor has changed is bold."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.names = [name for name in actions.every() if name != "recent"]
        self._changed: set[str] = set()
        self._said: dict[str, tuple[str, str, str]] = {}
        """What is shown of each action: the list asks for it ten times over, to measure its columns."""
        keymap.heard.changed.connect(self._anew)

    def mark_changed(self, names: set[str]) -> None:
        """Which actions have keys of the editor's own."""
        self._changed = names
        self._anew()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.names)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else 3

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return (tr("Action"), tr("Where"), tr("Keys"))[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        name = self.names[index.row()]
        if role == NAME:
            return name
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(name)[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in self._words(name) if part)
        if role == Qt.ItemDataRole.FontRole and name in self._changed:
            return theme.interface_font(bold=True)
        return None

    def _words(self, name: str) -> tuple[str, str, str]:
        if name not in self._said:
            keys = "   ".join(keymap.shown(key) for key in keymap.keys(name))
            self._said[name] = words_of(name), place_of(name), keys
        return self._said[name]

    def _anew(self) -> None:
        self._said.clear()
        self.dataChanged.emit(self.index(0, 0), self.index(len(self.names) - 1, 2))
