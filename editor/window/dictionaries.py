"""The words of the dictionaries, to be looked through, added and taken out: a widget, and its window."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSortFilterProxyModel, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from editor import dictionaries
from editor.window import theme
from editor.window.translation import tr

if TYPE_CHECKING:
    from editor.revision import Learnt
    from editor.window.mainwindow import MainWindow


class Words(QWidget):
    """The words of one dictionary at a time. Enter adds what is typed, Del takes out what is chosen."""

    _read = Signal(str, object)

    def __init__(self, window: MainWindow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self.which = QComboBox(self)
        self.which.setAccessibleName(tr("Dictionary"))
        self.which.addItem(tr("My dictionary"), "word_mine")
        self.which.addItem(tr("The desk's dictionary"), "word_desk")
        self.which.addItem(tr("This article's dictionary"), "word_article")
        self.words = QLineEdit(self)
        self.words.setPlaceholderText(tr("Find a word, or type a new one"))
        self.words.setAccessibleName(tr("Word"))
        self.words.setClearButtonEnabled(True)
        self.list = QListView(self)
        self.list.setAccessibleName(tr("Words"))
        self.list.setUniformItemSizes(True)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._model, self._shown = QStringListModel(self), QSortFilterProxyModel(self)
        self._shown.setSourceModel(self._model)
        self._shown.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.list.setModel(self._shown)
        self.note = QLabel(self)
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.note.setWordWrap(True)
        self.add, self.take = QPushButton(tr("&Add"), self), QPushButton(tr("&Take out"), self)
        self.bring = QPushButton(tr("&Import…"), self)
        self.bring.setToolTip(tr("Words of a Hunspell dictionary, of LibreOffice's, or of a plain list"))
        for button in (self.add, self.take, self.bring):
            button.setAutoDefault(False)
        self._lay_out()
        self.which.currentIndexChanged.connect(self.load)
        self.words.textChanged.connect(self._shown.setFilterFixedString)
        self.words.textChanged.connect(self._enable)
        self.words.returnPressed.connect(self.add_typed)
        self.list.selectionModel().selectionChanged.connect(self._enable)
        self.add.clicked.connect(lambda *_: self.add_typed())
        self.take.clicked.connect(lambda *_: self.take_chosen())
        self.bring.clicked.connect(lambda *_: self._ask())
        self._read.connect(self._show)
        window.dictionaries.changed.connect(self.load)
        self.load()

    def _lay_out(self) -> None:
        top, below = QHBoxLayout(), QHBoxLayout()
        top.addWidget(self.words, 1)
        top.addWidget(self.add)
        for button in (self.take, self.bring):
            below.addWidget(button)
        below.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE)
        column.addWidget(self.which)
        column.addLayout(top)
        column.addWidget(self.list, 1)
        column.addWidget(self.note)
        column.addLayout(below)

    @property
    def whose(self) -> Learnt:
        """Whose dictionary is shown."""
        chosen: Learnt = self.which.currentData()
        return chosen

    def load(self) -> None:
        """Reads the words anew, those of a file in a thread of its own."""
        whose, place = self.whose, self._window.dictionaries.place(self.whose)
        if whose == "word_article":
            self._show(whose, sorted(self._window.desk.words if self._window.desk else [], key=str.casefold))
        elif place is None:
            self._show(whose, tr("The desk has no dictionary yet: name a file or a folder for it in the settings."))
        else:
            threading.Thread(target=self._look, args=(whose, place), name="dictionary", daemon=True).start()

    def _look(self, whose: str, place: Path) -> None:
        try:
            said: object = sorted(dictionaries.read(place), key=str.casefold) if place.exists() else []
        except OSError as error:
            said = str(error)
        self._read.emit(whose, said)

    def _show(self, whose: str, said: list[str] | str) -> None:
        if whose != self.whose:
            return
        words = [] if isinstance(said, str) else said
        chosen = set(self.chosen())
        if words != self._model.stringList():
            self._model.setStringList(words)
            for row in range(self._shown.rowCount()):
                if self._shown.index(row, 0).data() in chosen:
                    self.list.setCurrentIndex(self._shown.index(row, 0))
        place = self._window.dictionaries.place(self.whose)
        where = tr("Kept with the article.") if self.whose == "word_article" else str(place or "")
        count = tr("%n word(s).", "", len(words))
        self.note.setText(said if isinstance(said, str) else f"{count} {where}")
        self._enable()

    def chosen(self) -> list[str]:
        """The words that are chosen in the list."""
        return [str(index.data()) for index in self.list.selectionModel().selectedIndexes()]

    def _enable(self) -> None:
        writes = self.whose == "word_article" or self._window.dictionaries.writable(self.whose)
        typed = self.words.text().strip()
        self.add.setEnabled(bool(writes and typed and typed not in self._model.stringList()))
        self.take.setEnabled(bool(writes and self.chosen()))
        self.bring.setEnabled(bool(writes))

    def add_typed(self) -> None:
        """Adds the word that is typed."""
        if self.add.isEnabled():
            self._add([self.words.text().strip()])
            self.words.clear()

    def take_chosen(self) -> None:
        """Takes the chosen words out."""
        words = self.chosen()
        if not words or not self.take.isEnabled():
            return
        if self.whose == "word_article":
            if self._window.desk:
                self._window.desk.forget_words(words)
        else:
            self._window.dictionaries.remove(words, self.whose)

    def import_from(self, path: Path) -> None:
        """Adds the words of another dictionary."""
        try:
            words = dictionaries.read(path)
        except OSError as error:
            self.note.setText(str(error))
            return
        self._add(words)

    def _add(self, words: list[str]) -> None:
        if self.whose != "word_article":
            self._window.dictionaries.add(words, self.whose)
        elif self._window.desk:
            self._window.desk.learn_words(words)

    def _ask(self) -> None:
        dialog = QFileDialog(self, tr("Import words"), self._window.remembered.folder)
        dialog.setNameFilters([tr("Dictionaries (*.dic *.txt)"), tr("All files (*)")])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setOption(QFileDialog.Option.DontUseCustomDirectoryIcons)
        dialog.fileSelected.connect(lambda name: self.import_from(Path(name)))
        dialog.open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.take_chosen()
        elif event.key() == Qt.Key.Key_Down and self.focusWidget() is self.words:
            self.list.setFocus()
            self.list.setCurrentIndex(self._shown.index(0, 0))
        else:
            super().keyPressEvent(event)


class DictionariesWindow(QDialog):
    """Stays open beside the article, until Esc."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.setWindowTitle(tr("Dictionaries — Copydesk"))
        self.words = Words(window, self)
        close = QPushButton(tr("Close"), self)
        close.setAutoDefault(False)
        close.clicked.connect(self.close)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * theme.SPACE, 2 * theme.SPACE, 2 * theme.SPACE, 2 * theme.SPACE)
        column.addWidget(self.words, 1)
        column.addLayout(foot)
        self.resize(round(380 * theme.zoom() / 100), round(460 * theme.zoom() / 100))
        self.words.words.setFocus()
