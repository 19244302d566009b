"""The settings window: the sections at the left, the chosen one at the right, and one search over all of them."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, QUrl
from PySide6.QtGui import QCloseEvent, QDesktopServices, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from editor import settings
from editor.window import theme
from editor.window.settings.section import Section
from editor.window.translation import tr
from editor.window.words import Run, Words

if TYPE_CHECKING:
    from editor.window.mainwindow import MainWindow
    from editor.window.settings.about import About
    from editor.window.settings.checks import Checks
    from editor.window.settings.grammar import Grammar
    from editor.window.settings.keys import Keys
    from editor.window.settings.stylebook import Stylebook

    Page = Section | Checks | Stylebook | Grammar | Keys | About

SPACE = theme.SPACE


class SettingsWindow(QDialog):
    """Stays open beside the article. Closed, it leaves the editor in the text, where the caret was."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.setWindowTitle(tr("Settings — Copydesk"))
        self.setMinimumSize(560, 380)
        self._pages: dict[str, Page] = {}
        self._read_ahead = False
        self._build()
        self._connect()
        self._later = QTimer(self)
        self._later.setInterval(0)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._make_next)
        self._restore()

    # How it is built

    def sections(self) -> dict[str, tuple[str, Callable[[], Page]]]:
        """Each section's name, title, and what makes its page."""
        return {
            "general": (tr("General"), self._general),
            "checks": (tr("Checks"), self._checks),
            "stylebook": (tr("Stylebook"), self._stylebook),
            "grammar": (tr("Grammar"), self._grammar),
            "dictionaries": (tr("Dictionaries"), self._dictionaries),
            "keys": (tr("Keys"), self._keys),
            "about": (tr("About"), self._about),
        }

    # What a page needs is imported when it is made, so that the window is there at once.

    def _general(self) -> Section:
        return Section("general", tr("General"), self._window.preferences)

    def _checks(self) -> Checks:
        from editor.window.settings.checks import Checks

        return Checks(self._window.preferences)

    def _stylebook(self) -> Stylebook:
        from editor.window.settings.stylebook import Stylebook

        made = Stylebook(self._window.preferences)
        made.changed.connect(self._window.watch.check_now)
        return made

    def _grammar(self) -> Grammar:
        from editor.window.settings.grammar import Grammar

        return Grammar(self._window)

    def _dictionaries(self) -> Section:
        from editor.window.settings.dictionaries import Dictionaries

        return Dictionaries(self._window)

    def _keys(self) -> Keys:
        from editor.window.settings.keys import Keys

        return Keys(self._window.preferences)

    def _about(self) -> About:
        from editor.window.settings.about import About

        return About(self._window)

    def _build(self) -> None:
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(tr("Search settings"))
        self.search.setClearButtonEnabled(True)
        self.search.setAccessibleName(tr("Search settings"))
        self._list = QListWidget(self)
        self._list.setAccessibleName(tr("Sections"))
        self._list.setObjectName("sections")
        self._list.setSpacing(1)
        self._names = list(self.sections())
        for title, _ in self.sections().values():
            self._list.addItem(title)
        for at in range(self._list.count()):
            # The sheet's padding is drawn, but Qt does not count it.
            self._list.item(at).setSizeHint(QSize(0, self._list.fontMetrics().lineSpacing() + 2 * SPACE))
        self._none = Words([Run(tr("No setting has these words."), "muted")], self)
        self._none.hide()
        self._file = QPushButton(tr("&Open the File"), self)
        self._file.setToolTip(str(settings.path()))
        self._file.setAccessibleDescription(tr("All settings are in one file: {path}").format(path=settings.path()))
        self._file.setAutoDefault(False)
        self._trouble = Words([], self)
        self._trouble.hide()
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(2 * SPACE, 2 * SPACE, SPACE, 2 * SPACE)
        column.setSpacing(SPACE)
        for widget in (self.search, self._list, self._none, self._trouble, self._file):
            column.addWidget(widget, 1 if widget is self._list else 0)
        self._stack = QStackedWidget(self)
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        self._splitter.addWidget(left)
        self._splitter.addWidget(self._stack)
        self._splitter.setStretchFactor(1, 1)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._splitter)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._searched)
        self.search.returnPressed.connect(self._list.setFocus)
        self._list.currentRowChanged.connect(self._chosen)
        self._file.clicked.connect(self._open_file)
        preferences = self._window.preferences
        preferences.watch()
        preferences.refused.connect(self._say)
        preferences.mended.connect(self._say)
        self._say(preferences.trouble)
        find = QShortcut(QKeySequence.StandardKey.Find, self)
        find.activated.connect(self._find)
        for step, keys in ((1, "Ctrl+PgDown"), (-1, "Ctrl+PgUp")):
            turn = QShortcut(QKeySequence(keys), self)
            turn.activated.connect(functools.partial(self._step, step))

    def _restore(self) -> None:
        remembered = self._window.remembered
        geometry, split = remembered.state("settings"), remembered.state("settings split")
        if not geometry or not self.restoreGeometry(geometry):
            room = self.screen().availableGeometry()
            self.resize(min(980, room.width() - 40), min(680, room.height() - 60))
        if not split or not self._splitter.restoreState(split):
            aside = 180 * theme.zoom() // 100
            self._splitter.setSizes([aside, self.width() - aside])

    # What it shows

    def open_at(self, section: str = "") -> None:
        """Shows the window at a section; without a name at the one that was shown last."""
        wanted = section or self._window.remembered.section
        at = self._names.index(wanted) if wanted in self._names else 0
        self._list.setCurrentRow(at)
        self.show()
        self.raise_()
        self.activateWindow()
        self._list.setFocus()
        self._later.start()

    def page(self, name: str) -> Page:
        """The page of a section, made when it is first needed."""
        made = self._pages.get(name)
        if not made:
            made = self._pages[name] = self.sections()[name][1]()
            self._stack.addWidget(made)
        return made

    def _make_next(self) -> None:
        """Makes the pages that no one has asked for yet, one at a time, so that a search need not wait for them."""
        for name in self._names:
            if name not in self._pages:
                if name == "stylebook" and not self._read_ahead:
                    self._read_book()
                else:
                    self.page(name)
                self._later.start()
                return

    def _read_book(self) -> None:
        """Reads the stylebook a step before its page is made: both at once would hold the window up."""
        from editor.window.settings import book

        self._read_ahead = True
        book.shipped()

    def _chosen(self, at: int) -> None:
        if 0 <= at < len(self._names):
            self._window.remembered.section = self._names[at]
            self._stack.setCurrentWidget(self.page(self._names[at]))
            # In a language with longer words a page may need more than the window has.
            self.resize(self.size().expandedTo(self.minimumSizeHint()))

    def _searched(self, words: str) -> None:
        found = [self.page(name).search(words.strip()) for name in self._names]
        for at, count in enumerate(found):
            title = self._pages[self._names[at]].title
            self._list.item(at).setHidden(not count and bool(words.strip()))
            self._list.item(at).setText(f"{title}  ({count})" if words.strip() else title)
        shown = [at for at, count in enumerate(found) if count] if words.strip() else list(range(len(found)))
        self._none.setVisible(not shown)
        self._stack.setVisible(bool(shown))
        if shown and self._list.currentRow() not in shown:
            self._list.setCurrentRow(shown[0])

    def _step(self, by: int) -> None:
        shown = [at for at in range(self._list.count()) if not self._list.item(at).isHidden()]
        if shown:
            at = self._list.currentRow()
            here = shown.index(at) if at in shown else -by
            self._list.setCurrentRow(shown[(here + by) % len(shown)])

    def _find(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _open_file(self) -> None:
        file = settings.path()
        self._window.preferences.flush()
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.touch(exist_ok=True)
        except OSError as error:
            self._say(tr("{path} can't be made: {why}").format(path=file, why=error.strerror or error))
            return
        self._window.preferences.watch()
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(file))):
            self._say(tr("No program opens it. The file is {path}").format(path=file))

    def _say(self, trouble: str = "") -> None:
        self._trouble.show_runs([Run(trouble, "wrong")])
        self._trouble.setVisible(bool(trouble))

    # Keys and the end

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return
        super().keyPressEvent(event)

    def done(self, result: int) -> None:
        self._keep()
        super().done(result)
        self._window.activateWindow()
        self._window.focus_text()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._keep()
        super().closeEvent(event)

    def _keep(self) -> None:
        if focused := self.focusWidget():
            # What is typed in a field is given when the field is left.
            focused.clearFocus()
        self._window.remembered.keep_state("settings", self.saveGeometry())
        self._window.remembered.keep_state("settings split", self._splitter.saveState())
