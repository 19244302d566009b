"""The status line: whether the work is safe, how long the article is, what is still open, its date and language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, QPoint, QSize, Qt, QTime, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from editor.article import Article
from editor.saying import Said
from editor.window import facts, icons, length, theme
from editor.window.translation import told, tr

if TYPE_CHECKING:
    from editor.desk import Desk
    from editor.desk.happenings import Happening

REST = 120


class StatusLine(QWidget):
    """Each part is a button: it says something, and leads to it."""

    findings_wanted = Signal()
    notes_wanted = Signal()
    save_wanted = Signal()
    date_given = Signal(str)
    language_given = Signal(str)
    length_given = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk: Desk | None = None
        self.kept: Said | str = ""
        """Why nothing that is done now is kept; empty when it is."""
        self.waits = False
        """Whether the archive has still to answer: what is done now is kept in memory."""
        self.saved_at = ""
        self._whole = self._brief = ""
        """How the work is saved, and the same where there is little room."""
        self.count = self.selected = length.Count(0, 0)
        self.saving = self._part(tr("How the work is saved"), self.save_wanted)
        self.length = length.LengthPart(self)
        self._named(self.length, tr("Length of the article"))
        self.length.clicked.connect(self.ask_length)
        self.open = self._part(tr("Findings that wait for a decision"), self.findings_wanted)
        self.notes = self._part(tr("Notes that are open"), self.notes_wanted)
        self.date = self._part(tr("The article’s date"))
        self.date.clicked.connect(self.ask_date)
        self.language = self._part(tr("The article’s language"))
        self.language.clicked.connect(self._ask_language)
        line = QHBoxLayout(self)
        line.setContentsMargins(theme.SPACE, 3, theme.SPACE, 3)
        line.setSpacing(2)
        line.addWidget(self.saving)
        line.addStretch(1)
        for part in (self.open, self.notes, self.length, self.date, self.language):
            line.addWidget(part)
        self._box: facts.Box | None = None
        self._length_box: facts.Box | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self._count)
        self._show_all()

    def _part(self, name: str, wanted: object = None) -> QPushButton:
        part = QPushButton(self)
        self._named(part, name)
        if wanted:
            part.clicked.connect(wanted)
        return part

    def _named(self, part: QPushButton, name: str) -> None:
        part.setProperty("quiet", True)
        part.setAccessibleName(name)
        part.setToolTip(name)
        part.hide()

    # What is told

    def set_desk(self, desk: Desk | None) -> None:
        """Tells of this desk from now on."""
        self.desk, self.kept, self.saved_at, self.waits = desk, "", "", False
        if desk:
            desk.subscribe(lambda happening: self._hear(desk, happening))
        self._count()
        self._show_all()

    def keep(self, why: Said | str = "", *, waits: bool = False) -> None:
        """Why the desk is not kept in the archive, where it is not; whether the archive has still to answer."""
        self.kept, self.waits = why, waits
        self.show_saving()

    def preview(self, article: Article) -> None:
        """Tells of an article that has no desk yet."""
        self.count = length.counted(article.text)
        self._show_length()
        self._show_facts(article)

    def file_saved(self) -> None:
        """The article was just written to its file."""
        self.saved_at = QLocale().toString(QTime.currentTime(), QLocale.FormatType.ShortFormat)
        self.show_saving()

    def select(self, words: str) -> None:
        """These words are selected."""
        self.selected = length.counted(words)
        self._show_length()

    def point(self, target: str) -> None:
        """Where the link under the mouse leads, in the place of how the work is saved; empty: there is none."""
        if target:
            room = max(120, self.width() // 2)
            at = self.saving.fontMetrics().elidedText(target, Qt.TextElideMode.ElideMiddle, room)
            self._say(self.saving, tr("{address} — Ctrl+click opens it").format(address=at), "jump", "muted")
        else:
            self.show_saving()

    def _hear(self, desk: Desk, happening: Happening) -> None:
        if desk is not self.desk:
            return
        from editor.desk import happenings as told

        if isinstance(happening, told.TextEdited | told.BoardChanged):
            self._rest.start()
        elif isinstance(happening, told.NotesChanged):
            self._show_notes()
        elif isinstance(happening, told.FactsChanged):
            self._show_facts(desk.article)
            self._show_length()
        elif isinstance(happening, told.SavingChanged):
            self.show_saving()

    def _count(self) -> None:
        self.count = length.counted(self.desk.text if self.desk else "")
        self._show_length()
        self._show_open()
        self.show_saving()

    # What is shown

    def _show_all(self) -> None:
        for part in (self.saving, self.length, self.open, self.notes, self.date, self.language):
            part.setVisible(bool(self.desk))
        if self.desk:
            self._show_facts(self.desk.article)
            self._show_notes()
            self._show_open()
            self._show_length()
            self.show_saving()

    def show_saving(self) -> None:
        """Says the truth of what is on disk."""
        desk = self.desk
        if not desk:
            return
        if desk.trouble:
            self._say(self.saving, tr("Not saved — {trouble}").format(trouble=told(desk.trouble)), "error", "danger")
        elif self.kept and desk.changed:
            self._say(self.saving, tr("Not saved — press Ctrl+S"), "warning", "warning")
        elif desk.unwritten:
            self._say(self.saving, tr("Saving…"), "clock", "muted")
        else:
            file = self._file(desk)
            off, opens, synced = tr("journal off"), tr("journal opens"), tr("journal synced")
            if not file:
                off, opens, synced = tr("Journal off"), tr("Journal opens"), tr("Journal synced")
            journal = off if self.kept else opens if self.waits else synced
            words = f"{file} · {journal}" if file else journal
            icon, shade = ("warning", "warning") if self.kept else ("clock", "muted") if self.waits else ("check", "ok")
            self._say(self.saving, words, icon, shade, brief=file or journal)

    def _file(self, desk: Desk) -> str:
        """What of the article is in its file; empty where that is as it was opened."""
        if not desk.path and not (self.saved_at and not desk.changed):
            return tr("File not written yet")
        if desk.changed:
            return tr("Changes not in the file yet")
        return tr("Saved {time}").format(time=self.saved_at) if self.saved_at else ""

    def _show_length(self) -> None:
        wanted = length.target(self.desk.article.facts) if self.desk else None
        self.length.show_length(self.count, self.selected, wanted)
        self.length.setVisible(bool(self.count.words or wanted))

    def _show_open(self) -> None:
        if self.desk:
            count = sum(row.confidence != "possible" for row in self.desk.board.open_rows())
            self.open.setText(tr("%n open", "findings", count))

    def _show_notes(self) -> None:
        open_ = self.desk.open_notes if self.desk else []
        unsourced = sum(note.kind == "unsourced" for note in open_)
        queries = len(open_) - unsourced
        parts = [tr("%n unsourced", "claims", unsourced)] * bool(unsourced)
        parts += [tr("%n query(s)", "", queries)] * bool(queries)
        self._say(self.notes, " · ".join(parts), "note", "warning")
        self.notes.setVisible(bool(parts))

    def _show_facts(self, article: Article) -> None:
        known = article.facts.date
        missing = not (known and known.value)
        asked = missing and known is not None and known.known == "asked"
        self._say(self.date, facts.said_date(article.facts), "calendar", "muted" if not missing or asked else "warning")
        tip = tr("The article’s date: set it to have dates checked")
        if known and not missing:
            tip = tr("The article’s date, {how}").format(how=tr(facts.KNOWN[known.known]))
        self.date.setToolTip(tip)
        self._say(self.language, facts.said_language(article.facts), "globe", "muted")
        tip = tr("The article’s language, {how}").format(how=tr(facts.KNOWN[article.facts.language.known]))
        self.language.setToolTip(tip)
        for part in (self.date, self.language):
            part.setVisible(True)

    def _say(self, part: QPushButton, words: str, icon: str, shade: str, *, brief: str = "") -> None:
        said = (words, icon, shade, theme.tokens().dark, theme.zoom())
        if part.property("said") == repr(said):
            return
        part.setProperty("said", repr(said))
        part.setText(words.replace("&", "&&"))
        if part is self.saving:
            self._whole, self._brief = part.text(), brief.replace("&", "&&") or part.text()
        part.setAccessibleDescription(words)
        part.setIcon(icons.icon(icon, shade))
        size = round(16 * theme.zoom() / 100)
        part.setIconSize(QSize(size, size))
        ink = getattr(theme.tokens(), shade)
        part.setStyleSheet(f"QPushButton {{ color: {ink}; }}" if shade in ("danger", "warning") else "")

    # What is asked

    def ask_date(self) -> None:
        """Asks for the article's date."""
        if not self.desk:
            return
        if not self._box:
            self._box = facts.date_box(self)
            self._box.given.connect(self.date_given)
        self._box.ask(self.desk.article.facts.date, self.date.mapToGlobal(QPoint(0, -4)))

    def ask_length(self) -> None:
        """Asks how long the article is to be."""
        if not self.desk:
            return
        if not self._length_box:
            self._length_box = facts.length_box(self)
            self._length_box.given.connect(self.length_given)
        self._length_box.ask(self.desk.article.facts.length, self.length.mapToGlobal(QPoint(0, -4)))

    def _ask_language(self) -> None:
        if self.desk:
            self.language_menu().popup(self.language.mapToGlobal(QPoint(0, -4)))

    def language_menu(self) -> QMenu:
        """The languages to choose from."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        now = self.desk.article.facts.language.value if self.desk else ""
        for code, name in facts.LANGUAGES.items():
            action = menu.addAction(tr(name))
            action.setCheckable(True)
            action.setChecked(code == now)
            action.triggered.connect(lambda *_, code=code: self.language_given.emit(code))
        return menu

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        """What is said of the journal gives way where the other parts would be cut."""
        line = self.layout()
        if not line or not self._whole:
            return
        advance, now = self.saving.fontMetrics().horizontalAdvance, self.saving.text()
        whole = line.sizeHint().width() + advance(self._whole) - advance(now) <= self.width()
        words = self._whole if whole else self._brief
        if words != now:
            self.saving.setText(words)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange) and hasattr(self, "_rest"):
            self._show_all()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(0, 0, self.width(), 1, theme.colour("line"))
