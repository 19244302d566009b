"""The window: manuscript and panel side by side, the bars around them, and what the parts tell each other."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from editor.article import Article
from editor.window import keymap, theme
from editor.window.articles import Articles
from editor.window.articletabs import ArticleTabs
from editor.window.banner import Banners
from editor.window.beside import WIDTH, Beside
from editor.window.commands import Commands
from editor.window.comparisons import Comparisons, Other
from editor.window.empty import Empty
from editor.window.files import Files
from editor.window.find import FindBar
from editor.window.front import Front
from editor.window.learnt import Dictionaries
from editor.window.manuscript import Manuscript
from editor.window.menus import Menus
from editor.window.notices import Notices
from editor.window.preferences import Preferences
from editor.window.recents import Recents
from editor.window.remembered import Remembered
from editor.window.statusline import StatusLine
from editor.window.steps import Steps, StepsLine
from editor.window.strip import Strip
from editor.window.toast import Toast
from editor.window.undisturbed import Undisturbed
from editor.window.watch import Watch

if TYPE_CHECKING:
    from editor.desk import Desk
    from editor.desk.arriving import Arrived
    from editor.window.panel import Panel
    from editor.window.printing import Printing
    from editor.window.review import Review


class MainWindow(QMainWindow):
    """Shows one of the articles that are open. It is there before any desk is, and works once one has come."""

    first_painted = Signal()

    def __init__(self, remembered: Remembered | None = None, preferences: Preferences | None = None) -> None:
        super().__init__()
        self.remembered, self.preferences = remembered or Remembered(), preferences or Preferences()
        # It watches the settings file, and must not outlive those who show what it says.
        self.preferences.setParent(self)
        self.desk: Desk | None = None
        self.review: Review | None = None
        self.files, self.watch = Files(self), Watch(self)
        self.files.by = self.preferences.settings.name
        self.watch.use(self.preferences.settings)
        self.articles, self.recents = Articles(self), Recents(self.remembered, self)
        self.dictionaries = Dictionaries(self.preferences, self)
        self.dictionaries.changed.connect(lambda: self.watch.know(self.dictionaries.pending))
        self.commands, self.comparisons = Commands(self), Comparisons(self)
        self._closing_anyway = False
        self._build()
        trouble = keymap.use(self.preferences.settings.preset, self.preferences.settings.keys)
        self.menus = Menus(self, lambda name: getattr(self.commands, name)(), self.articles.open_recent)
        self.acts = self.menus.acts
        self.menus.dress(self.preferences.settings.theme)
        self.notices, self.front = Notices(self), Front(self)
        self.notices.keys_refused(trouble)
        self._connect()
        self._restore()
        self.front.show_empty()

    # How it is built

    def _build(self) -> None:
        self.setWindowTitle("Copydesk")
        self.setMinimumSize(640, 420)
        self.manuscript = Manuscript(parent=self)
        self.find_bar = FindBar(self.manuscript, self)
        self.find_bar.remember(self.remembered)
        self.tabs = ArticleTabs(self.articles, self)
        self.steps = Steps(self.remembered, self)
        self.banners, self.empty, self.status_line = Banners(self), Empty(self.steps, self), StatusLine(self)
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.strip = Strip(self.manuscript, self)
        self.strip.setVisible(self.preferences.settings.strip)
        self.text_row = QHBoxLayout()
        """What is in the text's place: the text with its strip, or a comparison."""
        self.text_row.setSpacing(0)
        self.text_row.addWidget(self.manuscript, 1)
        self.text_row.addWidget(self.strip)
        column.addLayout(self.text_row, 1)
        column.addWidget(self.find_bar)
        self.steps_line = StepsLine(self.steps, left)
        column.addWidget(self.steps_line)
        self.beside = Beside(self)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        self.splitter.addWidget(left)
        self.splitter.addWidget(self.beside)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 0)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self.splitter)
        middle = QWidget(self)
        rows = QVBoxLayout(middle)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.tabs)
        rows.addWidget(self.banners)
        rows.addWidget(self.stack, 1)
        rows.addWidget(self.status_line)
        self.setCentralWidget(middle)
        self.toast = Toast(self.manuscript)
        self.undisturbed = Undisturbed(self)
        for widget in (self.manuscript.viewport(), self.empty):
            widget.installEventFilter(self)

    def _connect(self) -> None:
        self.beside.made.connect(self._panel_made)
        self.beside.turned.connect(self.acts["panel"].setChecked)
        self.manuscript.zoomed.connect(lambda by: self.commands.zoom_in() if by > 0 else self.commands.zoom_out())
        self.manuscript.dropped.connect(self.articles.open)
        self.manuscript.link_pointed.connect(self.status_line.point)
        self.manuscript.link_wanted.connect(self.commands.follow)
        self.manuscript.menu_wanted.connect(self.commands.text_menu)
        self.manuscript.place_clicked.connect(self._clicked)
        self.manuscript.selectionChanged.connect(self._selected)
        self.find_bar.closed.connect(self.focus_text)
        self.banners.left.connect(self.focus_text)
        self.toast.undo_wanted.connect(self.commands.undo)
        self.empty.open_wanted.connect(self.commands.open)
        self.empty.paste_wanted.connect(self.commands.paste_new)
        self.empty.sample_wanted.connect(self.commands.sample)
        self.empty.dropped.connect(self.articles.open)
        self.empty.recent_wanted.connect(self.articles.open_recent)
        self.steps_line.left.connect(self.focus_text)
        line = self.status_line
        line.findings_wanted.connect(self.commands.show_findings)
        line.notes_wanted.connect(self.commands.show_notes)
        line.save_wanted.connect(self.commands.save)
        line.date_given.connect(self._know_date)
        line.length_given.connect(self._know_length)
        line.language_given.connect(self._know_language)
        files = self.files
        files.recent_known.connect(self.recents.hear)
        self.recents.shown.connect(self.menus.list_recent)
        self.recents.shown.connect(self.empty.list_recent)
        self.menus.recent.aboutToShow.connect(lambda: self.recents.complete(self.menus.recent, self.articles.session))
        hints = QApplication.styleHints()
        hints.colorSchemeChanged.connect(lambda *_: self.set_look())
        self.preferences.changed.connect(self._choose)
        self.preferences.refused.connect(self.notices.settings_refused)

    def _restore(self) -> None:
        geometry, split = self.remembered.state("geometry"), self.remembered.state("split")
        if not geometry or not self.restoreGeometry(geometry):
            room = self.screen().availableGeometry()
            self.resize(min(1280, room.width()), min(860, room.height()))
        if not split or not self.splitter.restoreState(split):
            self.splitter.setSizes([self.width() - WIDTH, WIDTH])
        self.acts["panel"].setChecked(True)
        self.acts["strip"].setChecked(self.preferences.settings.strip)
        self.set_look()

    # The article

    def open(self, path: Path) -> None:
        """Opens the article in a file; what is open now stays open."""
        self.articles.open([path])

    def preview(self, article: Article, title: str) -> None:
        """Shows an article's text before there is a desk to work on it."""
        self.manuscript.preview(article)
        self.status_line.preview(article)
        self.stack.setCurrentWidget(self.splitter)
        self.setWindowTitle(f"{title} — Copydesk")
        self.manuscript.setFocus()

    @cached_property
    def printing(self) -> Printing:
        """Prints; loaded when it is first needed."""
        from editor.window.printing import Printing

        return Printing(self.banners, self.toast, self)

    @property
    def panel(self) -> Panel | None:
        """The side panel; it is made after the first paint."""
        return self.beside.panel

    @property
    def arrived(self) -> Arrived | None:
        """The article in front as it arrived."""
        front = self.articles.session.front if self.desk else None
        return front.arrived if front else None

    def show_article(self, arrived: Arrived) -> None:
        """Opens an article that has been read, in front of the others."""
        self.articles.show(arrived)

    def _know_date(self, date: str) -> None:
        if self.desk:
            self.desk.know(date=date)

    def _know_length(self, words: str) -> None:
        if self.desk:
            self.desk.know(length=words)

    def _know_language(self, code: str) -> None:
        if self.desk:
            self.desk.know(language=code)

    # Files

    def export_to(self, path: Path) -> None:
        """Writes the clean draft there, and the edit report beside it."""
        if self.desk:
            self.files.export(self.desk, path, sorted(self.desk.checking.checked))

    def compare(self, what: str, text: str, take: Callable[[], object], about: str) -> None:
        """Shows another text beside this one, word by word; taking it there answers the banner about it."""

        def taken() -> None:
            self.banners.clear(about)
            take()

        self.comparisons.show(Other(what, text, taken))

    # Panes

    def focus_text(self) -> None:
        """Back to the text, at the caret as it was left."""
        self.comparisons.leave()
        self.manuscript.setFocus(Qt.FocusReason.OtherFocusReason)
        self.manuscript.come_back()

    def cycle(self) -> None:
        """The focus goes from the text to the panel, to the message above where there is one, and back to the text."""
        if not self.desk:
            return
        if self.panel and self.manuscript.hasFocus():
            self.beside.show_last()
        elif not self.banners.holds_focus() and self.banners.take_focus():
            return
        else:
            self.focus_text()

    def toggle_panel(self) -> None:
        if not self.beside.isHidden() and self.beside.holds_focus:
            self.focus_text()
        self.beside.toggle()

    def _panel_made(self, panel: Panel) -> None:
        panel.jump.connect(self.manuscript.show_span)
        panel.places_changed.connect(self.manuscript.light)
        panel.proposed.connect(self.manuscript.propose)
        panel.back.connect(self.focus_text)
        panel.said.connect(self.toast.say)
        panel.revisions.wanted.connect(self.comparisons.show)
        panel.revisions.file_wanted.connect(self.commands.compare_file)
        panel.sheet_wanted.connect(self.watch.want_sheet)
        panel.findings.bar.changed.connect(self.manuscript.restyle)
        panel.findings.bar.changed.connect(self.strip.soon)
        panel.card.date_wanted.connect(self.status_line.date.click)
        panel.card.language_wanted.connect(self.status_line.language.click)
        panel.card.sign_wanted.connect(self.commands.sign_off)
        panel.card.set_long(self.preferences.settings.long_sentence)
        for shown in (panel.places_changed, panel.jump):
            shown.connect(lambda *_: self.strip.update())

    def _clicked(self, place: int) -> None:
        """A click in the text chooses what is there: a thing of the ledger while that is in front, else a finding."""
        if self.review and not (self.panel and self.panel.choose_at(place)):
            self.review.at_caret()

    def _selected(self) -> None:
        span = self.manuscript.selected()
        self.status_line.select(span.of(self.manuscript.display.text) if len(span) < 100_000 else "")

    # Its look

    def _choose(self, name: str) -> None:
        """A setting has another value: it is in force at once."""
        if name in ("theme", "zoom"):
            self.set_look()
        elif name in ("keys", "preset"):
            chosen = self.preferences.settings
            self.notices.keys_refused(keymap.use(chosen.preset, chosen.keys))
        elif name in ("face", "measure", "invisibles", "typewriter"):
            self.set_look()
        elif name == "long_sentence":
            if self.panel:
                self.panel.card.set_long(self.preferences.settings.long_sentence)
        elif name == "strip":
            self.strip.setVisible(self.preferences.settings.strip)
            self.acts["strip"].setChecked(self.preferences.settings.strip)
        elif name == "name":
            self.files.by = self.preferences.settings.name
        else:
            self.watch.use(self.preferences.settings)

    def set_look(self) -> None:
        """Puts the palette and the zoom of the settings in force."""
        chosen, app = self.preferences.settings, QApplication.instance()
        if isinstance(app, QApplication):
            theme.use_face(chosen.face)
            theme.use(app, chosen.theme, chosen.zoom)
        self.manuscript.read_in(chosen.measure, invisibles=chosen.invisibles, typewriter=chosen.typewriter)
        for name in ("invisibles", "typewriter"):
            self.acts[name].setChecked(getattr(chosen, name))
        self.menus.dress(chosen.theme)

    def name(self) -> None:
        """The window's title says which article is open, and whether it differs from its file."""
        if self.desk:
            self.setWindowTitle(f"{self.desk.title}[*] — Copydesk".replace("\n", " "))
            self.setWindowModified(self.desk.changed)

    # The end

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            self.manuscript.viewport().removeEventFilter(self)
            self.empty.removeEventFilter(self)
            QTimer.singleShot(0, self, self.first_painted.emit)
        return False

    def closeEvent(self, event: QCloseEvent) -> None:
        for article in self.articles.session:
            if article.desk:
                article.desk.flush()
        unsafe = next((article for article in self.articles.session if article.unsafe), None)
        if unsafe and not self._closing_anyway:
            event.ignore()
            self.articles.go(unsafe)
            self.notices.nowhere(self.close_anyway)
            return
        self.remembered.keep_state("geometry", self.saveGeometry())
        self.remembered.keep_state("split", self.splitter.saveState())
        self.preferences.flush()
        if "printing" in self.__dict__:
            self.printing.finish()
        self.articles.keeping.finish()
        self.dictionaries.flush()
        if self.files.archive:
            # Closed in the first moment: what was typed in it is waiting for the archive to be there.
            self.files.archive.start()
        self.files.finish()
        for article in self.articles.session:
            if article.desk:
                article.desk.close()
        self.watch.stop()
        if self.files.archive:
            self.files.archive.close()
        event.accept()

    def close_anyway(self) -> None:
        """Closes the window though something is nowhere on disk."""
        self._closing_anyway = True
        self.close()
