"""The section of the stylebook: every entry, Copydesk's to read and the newsroom's own to write."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QHBoxLayout, QListView, QPushButton, QSplitter, QVBoxLayout, QWidget

from editor import saving, settings
from editor.window import theme
from editor.window.preferences import Preferences
from editor.window.settings.book import OWN, Known, known, own_folder, remove, write
from editor.window.settings.entry_form import EntryForm
from editor.window.settings.matched import matches
from editor.window.settings.row import Row
from editor.window.settings.section import Heading
from editor.window.translation import tr
from editor.window.words import Run, Words

SPACE = theme.SPACE
ENTRY, SEARCHED = Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole + 2
NEW: dict[str, Any] = {"change": {}, "why": "", "source": ""}


class _Filter(QSortFilterProxyModel):
    words = ""

    def filterAcceptsRow(self, row: int, parent: Any) -> bool:
        return matches(self.words, str(self.sourceModel().index(row, 0, parent).data(SEARCHED)))


class Stylebook(QWidget):
    """The entries in a list, the chosen one beside it. An own entry is written as soon as it is good."""

    changed = Signal()
    """An own entry has been written, or taken out: the article is to be checked anew."""

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = tr("Stylebook")
        self._preferences = preferences
        self._removed: tuple[Path, bytes] | None = None
        self._model, self._shown = QStandardItemModel(self), _Filter(self)
        self._shown.setSourceModel(self._model)
        self.list, self.form = QListView(self), EntryForm(self)
        self.list.setModel(self._shown)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setAccessibleName(tr("Entries of the stylebook"))
        self.trouble = Words([], self)
        self.trouble.hide()
        choice = next(one for one in settings.choices() if one.name == "stylebook")
        self.folder = Row(tr(choice.shown.title), tr(choice.help), choice.kind, choice.default, choice.shown, self)
        self.folder.given.connect(lambda value: self._preferences.change("stylebook", value))
        self.add, self.copy, self.drop, self.back = (
            self._button(words)
            for words in (tr("&New Entry"), tr("Make Our &Own Version"), tr("&Delete"), tr("Undo Delete"))
        )
        self._lay_out()
        self._connect()
        self.read()

    def _button(self, words: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setAutoDefault(False)
        return button

    def _lay_out(self) -> None:
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(2 * SPACE, 2 * SPACE, SPACE, SPACE)
        column.setSpacing(SPACE)
        column.addWidget(Heading(self.title, left))
        column.addWidget(self.list, 1)
        column.addWidget(self.trouble)
        buttons = QHBoxLayout()
        for button in (self.add, self.drop, self.back):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addWidget(self.folder)
        right = QWidget(self)
        beside = QVBoxLayout(right)
        beside.setContentsMargins(0, SPACE, 0, 0)
        beside.addWidget(self.form, 1)
        line = QHBoxLayout()
        line.setContentsMargins(2 * SPACE, 0, 2 * SPACE, SPACE)
        line.addWidget(self.copy)
        line.addStretch(1)
        beside.addLayout(line)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(1)
        splitter.addWidget(left)
        splitter.addWidget(right)
        splitter.setStretchFactor(1, 1)
        wide = 340 * theme.zoom() // 100
        splitter.setSizes([wide, wide * 3 // 2])
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(splitter)
        self.setFocusProxy(self.list)
        self.back.hide()

    def _connect(self) -> None:
        self.list.selectionModel().currentChanged.connect(lambda *_: self._show())
        self.form.written.connect(self._write)
        self.add.clicked.connect(lambda: self._begin(NEW))
        self.copy.clicked.connect(lambda: self._begin(self._chosen().said))
        self.drop.clicked.connect(self._remove)
        self.back.clicked.connect(self._bring_back)
        self._preferences.changed.connect(self._changed)

    def _changed(self, name: str) -> None:
        if name == "stylebook":
            self.read()

    # The entries

    def read(self, wanted: tuple[Path, int] | None = None) -> None:
        """Reads all entries anew, and chooses one of them."""
        folder = self._preferences.settings.stylebook
        self.folder.show_value(folder)
        entries, troubles = known(folder)
        self.trouble.show_runs([Run("\n".join(troubles), "wrong")])
        self.trouble.setVisible(bool(troubles))
        self._model.clear()
        for entry in entries:
            self._model.appendRow(_item(entry))
        at = next((n for n, one in enumerate(entries) if wanted == (one.file, one.number)), 0)
        self.list.setCurrentIndex(self._shown.mapFromSource(self._model.index(at, 0)))
        self._show()

    def search(self, words: str) -> int:
        """Shows the entries that have these words; how many they are."""
        self._shown.words = words
        self._shown.invalidate()
        row = self.folder.search(words)
        if not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self._shown.index(0, 0))
        return self._shown.rowCount() + row

    def _chosen(self) -> Known:
        entry: Known = self.list.currentIndex().data(ENTRY)
        return entry

    def _show(self) -> None:
        there = self.list.currentIndex().isValid()
        self.form.setVisible(there)
        entry = self._chosen() if there else None
        # A pattern of Copydesk's and one of the newsroom's would both speak of the same words.
        self.copy.setVisible(entry is not None and not entry.own and entry.kind in ("change", "avoid", "allow"))
        self.drop.setEnabled(entry is not None and entry.own)
        if entry:
            self.form.show_entry(entry)

    def _begin(self, said: dict[str, Any]) -> None:
        """Begins an own entry; it is written as soon as it is good."""
        folder = self._preferences.settings.stylebook
        entry = Known(dict(said), own_folder(folder) / OWN, -1, own=True)
        item = _item(entry)
        self._model.insertRow(0, item)
        self._shown.words = ""
        self._shown.invalidate()
        self.list.setCurrentIndex(self._shown.mapFromSource(item.index()))
        self.form.words.setFocus()
        if said:
            self.form.say(tr("Not written yet: change it, and it is yours."))

    def _write(self, said: dict[str, Any]) -> None:
        index = self._shown.mapToSource(self.list.currentIndex())
        try:
            entry = write(self._chosen()._replace(said=said))
        except (OSError, ValueError) as error:
            self.form.say(str(error), wrong=True)
            return
        item = self._model.itemFromIndex(index)
        _fill(item, entry)
        self.form.keep(entry)
        self.drop.setEnabled(True)
        self.form.say(tr("Written to {file}.").format(file=entry.file))
        self.changed.emit()
        if not self._preferences.settings.stylebook:
            # (What hears of it reads all anew, and this entry with it.)
            self._preferences.change("stylebook", str(entry.file.parent))
            self.read((entry.file, entry.number))

    def _remove(self) -> None:
        entry = self._chosen()
        try:
            self._removed = (entry.file, remove(entry)) if entry.number >= 0 else None
        except (OSError, ValueError) as error:
            self.form.say(str(error), wrong=True)
            return
        self.read()
        self.back.setVisible(self._removed is not None)
        self.changed.emit()
        self.list.setFocus()

    def _bring_back(self) -> None:
        if self._removed:
            file, before = self._removed
            saving.save(file, before, expected=saving.sha256(file.read_bytes()))
            self._removed = None
            self.read()
            self.changed.emit()
        self.back.hide()
        self.list.setFocus()


def _item(entry: Known) -> QStandardItem:
    item = QStandardItem()
    _fill(item, entry)
    return item


def _fill(item: QStandardItem, entry: Known) -> None:
    title = entry.title or tr("New entry")
    item.setText(tr("Own: {words}").format(words=title) if entry.own else title)
    item.setData(entry, ENTRY)
    item.setData(f"{title} {entry.said.get('why', '')} {entry.said.get('source', '')} {entry.file.name}", SEARCHED)
