"""All checks by family: each with its title, whether it runs, and how sure its findings may be."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)

from editor import checker, pages
from editor.finding import FAMILIES, Family
from editor.window import theme
from editor.window.settings.matched import matches
from editor.window.translation import tr
from editor.window.wording import CONFIDENCE_NAMES, FAMILY_NAMES

Index = QModelIndex | QPersistentModelIndex
CHECK = Qt.ItemDataRole.UserRole + 1
"""The name of the check in a row; empty for a family's."""
_NOWHERE = QModelIndex()


class Listed(NamedTuple):
    """A check as the list shows it."""

    name: str
    title: str
    summary: str
    sure: str
    searched: str


class ChecksModel(QAbstractItemModel):
    """Two levels: the families, and the checks of each."""

    switched = Signal(str, bool)
    """The editor wants this check to run, or not."""

    def __init__(self, off: Collection[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._off = set(off)
        made: dict[Family, list[Listed]] = {family: [] for family in FAMILIES}
        for name in checker.names():
            page = pages.page(name)
            sure = ", ".join(tr(CONFIDENCE_NAMES[one]) for one in page.confidence)
            words = " ".join((page.title, name, page.summary, *page.options, *page.options.values()))
            made[page.family].append(Listed(name, page.title, page.summary, sure, words))
        self._families = [(family, sorted(every, key=lambda one: one.title)) for family, every in made.items()]

    def use(self, off: Collection[str]) -> None:
        """These checks do not run."""
        self._off = set(off)
        for row in range(len(self._families)):
            parent = self.index(row, 0)
            last = self.index(self.rowCount(parent) - 1, 1, parent)
            self.dataChanged.emit(self.index(0, 0, parent), last)
            self.dataChanged.emit(parent, parent)

    def of(self, name: str) -> QModelIndex:
        """Where a check is."""
        for row, (_, checks) in enumerate(self._families):
            for n, one in enumerate(checks):
                if one.name == name:
                    return self.index(n, 0, self.index(row, 0))
        return _NOWHERE

    def at(self, index: Index) -> Listed | None:
        """The check of a row; none for a family's."""
        return self._families[index.internalId() - 1][1][index.row()] if index.internalId() else None

    # What Qt asks

    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return _NOWHERE
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, index: Index = _NOWHERE) -> QModelIndex:  # type: ignore[override]
        inside = index.internalId() if index.isValid() else 0
        return self.createIndex(inside - 1, 0, 0) if inside else _NOWHERE

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        if not parent.isValid():
            return len(self._families)
        return 0 if parent.internalId() or parent.column() else len(self._families[parent.row()][1])

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 2

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.internalId() and not index.column() else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        one = self.at(index)
        if not one:
            return self._of_family(index, role)
        runs = one.name not in self._off
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return one.sure if index.column() else one.title
            case Qt.ItemDataRole.CheckStateRole if not index.column():
                return Qt.CheckState.Checked if runs else Qt.CheckState.Unchecked
            case Qt.ItemDataRole.ForegroundRole:
                return None if runs and not index.column() else theme.colour("muted")
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{one.title}, {tr('on') if runs else tr('off')}, {one.sure}"
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return one.summary
        return one.name if role == CHECK else None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        one = self.at(index)
        if not one or role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.switched.emit(one.name, Qt.CheckState(value) is Qt.CheckState.Checked)
        return True

    def _of_family(self, index: Index, role: int) -> object:
        family, checks = self._families[index.row()]
        off = sum(one.name in self._off for one in checks)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            if index.column():
                return tr("%n off", "", off) if off else ""
            return tr(FAMILY_NAMES[family])
        if role == Qt.ItemDataRole.FontRole and not index.column():
            return theme.interface_font(bold=True)
        if role == Qt.ItemDataRole.ForegroundRole:
            return theme.colour("muted" if index.column() else family)
        return "" if role == CHECK else None


class Searched(QSortFilterProxyModel):
    """The checks that have what is searched for in their title, name, summary or options, under their families."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        self.setRecursiveFilteringEnabled(True)

    def search(self, words: str) -> int:
        """Shows those with these words; how many there are."""
        self._words = words
        self.invalidate()
        return sum(self.rowCount(self.index(row, 0)) for row in range(self.rowCount()))

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:
        model = self.sourceModel()
        assert isinstance(model, ChecksModel)
        one = model.at(model.index(row, 0, parent))
        return bool(one and matches(self._words, one.searched))
