"""The section of the checks: all of them by family, on or off, and the chosen one beside them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QSplitter, QTreeView, QVBoxLayout, QWidget

from editor import checker
from editor.settings import SettingsError
from editor.window import theme
from editor.window.preferences import Preferences
from editor.window.settings.check_page import CheckPage
from editor.window.settings.checks_model import CHECK, ChecksModel, Index, Searched
from editor.window.settings.section import Heading
from editor.window.translation import tr

SPACE = theme.SPACE


class Checks(QWidget):
    """Which checks run, and with which options."""

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = tr("Checks")
        self._preferences, self._words = preferences, ""
        self.model = ChecksModel(preferences.settings.off, self)
        self.searched = Searched(self)
        self.searched.setSourceModel(self.model)
        self.list, self.page = self._tree(), CheckPage(self)
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(2 * SPACE, 2 * SPACE, SPACE, SPACE)
        column.setSpacing(SPACE)
        column.addWidget(Heading(self.title, left))
        column.addWidget(self.list, 1)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(1)
        splitter.addWidget(left)
        splitter.addWidget(self.page)
        splitter.setStretchFactor(1, 1)
        wide = 330 * theme.zoom() // 100
        splitter.setSizes([wide, wide * 3 // 2])
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(splitter)
        self.setFocusProxy(self.list)
        self.model.switched.connect(self._switch)
        self.page.switched.connect(self._switch)
        self.page.given.connect(self._give)
        preferences.changed.connect(self._changed)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._show())
        self._arrange()

    def _tree(self) -> QTreeView:
        tree = QTreeView(self)
        tree.setModel(self.searched)
        tree.setHeaderHidden(True)
        tree.setRootIsDecorated(False)
        tree.setItemsExpandable(False)
        tree.setUniformRowHeights(True)
        tree.setIndentation(SPACE)
        tree.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        tree.setAccessibleName(tr("Checks"))
        tree.setAccessibleDescription(tr("Space turns a check on or off"))
        tree.header().setStretchLastSection(False)
        tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        return tree

    def search(self, words: str) -> int:
        """Shows the checks that have these words; how many they are."""
        chosen = self.list.currentIndex().data(CHECK)
        self._words = words
        found = self.searched.search(words)
        self._arrange(chosen or "")
        return found

    def choose(self, name: str) -> None:
        """Goes to a check."""
        self.list.setCurrentIndex(self.searched.mapFromSource(self.model.of(name)))

    def _arrange(self, name: str = "") -> None:
        self.list.expandAll()
        wanted: Index = self.searched.mapFromSource(self.model.of(name))
        if not wanted.isValid():
            wanted = self.searched.index(0, 0, self.searched.index(0, 0))
        if wanted.isValid():
            self.list.setCurrentIndex(wanted)
            self._show()

    def _show(self) -> None:
        name = self.list.currentIndex().siblingAtColumn(0).data(CHECK)
        if name:
            said = self._preferences.settings
            self.page.show_check(name, said.checks.get(name, {}), runs=name not in said.off, searched=self._words)

    def _changed(self, name: str) -> None:
        if name == "off":
            self.model.use(self._preferences.settings.off)
        if name in ("off", "checks"):
            self._show()

    def _switch(self, name: str, runs: bool) -> None:
        off = set(self._preferences.settings.off) - {name}
        self._preferences.change("off", sorted(off if runs else off | {name}))

    def _give(self, name: str, option: str, value: Any) -> None:
        default = next(one.default for one in checker.options(name) if one.name == option)
        every = {one: dict(options) for one, options in self._preferences.settings.checks.items()}
        mine = every.pop(name, {})
        mine.pop(option, None)
        if value != default:
            mine[option] = value
        if why := checker.refusal(name, mine):
            self.page.refuse(option, why)
            return
        if mine:
            every[name] = mine
        try:
            self._preferences.change("checks", every)
        except SettingsError as error:
            self.page.refuse(option, str(error))
