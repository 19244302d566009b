"""The side panel: findings, notes and revisions of the article, and the keys that decide the chosen finding."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from editor.desk import Desk
from editor.desk import happenings as told
from editor.window import keys, theme
from editor.window.asking import Asking
from editor.window.detail import Detail
from editor.window.filterbar import Filter, FilterBar
from editor.window.findings_list import FindingsList
from editor.window.findings_model import FindingsModel
from editor.window.footer import LOW, Footer, checked_runs
from editor.window.halves import Halves
from editor.window.notes import Notes
from editor.window.places import Paragraphs
from editor.window.preview import Preview
from editor.window.review import Review
from editor.window.revisions import Revisions, Shelf
from editor.window.tabs import Tabs
from editor.window.wording import plural
from editor.window.words import line_height

FINDINGS, NOTES, REVISIONS = range(3)
SETTLE = 120
"""Milliseconds after the last edit until the chosen finding's sentences are shown anew."""


class Panel(QWidget):
    """Shows a desk's findings. It decides nothing itself: what its keys mean, Review does."""

    jump = Signal(object)
    """A Span to be shown and selected in the manuscript; the focus stays here."""
    back = Signal()
    """The editor wants to go back to the text."""
    places_changed = Signal(list)
    """The places of the chosen finding, to be lit in the manuscript; none where none is chosen."""

    def __init__(self, desk: Desk, review: Review, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Side panel")
        self.setMinimumWidth(280)
        self.desk, self.review = desk, review
        self.filter = Filter(desk)
        self._place = 0
        self._heard: Review | None = None
        self.tabs = Tabs(("Findings", "Notes", "Revisions"), self)
        self.tabs.setAccessibleName("Findings, notes or revisions")
        self.bar = FilterBar(self.filter, self)
        self.list = FindingsList(self)
        self.detail = Detail(self)
        self.preview = Preview(self)
        self.notes = Notes(self)
        self.revisions = Revisions(self)
        self.asking = Asking(self)
        self.footer = Footer(self)
        self._asked = ""
        self.detail.before = self.list
        self._arrange()
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE)
        self._settle.timeout.connect(self._show_chosen)
        self._connect()
        self.set_desk(desk, review)

    # What the window calls

    def set_desk(self, desk: Desk, review: Review) -> None:
        """Shows another article's findings; its filter is as it was left."""
        self._listen(self.review, on=False)
        self.desk, self.review = desk, review
        self.filter = Filter(desk)
        review.among = self.filter
        self.model = FindingsModel(desk, self)
        self.model.set_among(self.filter)
        self.bar.use(self.filter)
        self.list.show_model(self.model)
        self._paragraphs = Paragraphs(desk.article)
        self._listen(review, on=True)
        self.notes.use(desk)
        self.footer.use(desk)
        desk.subscribe(lambda happening: self._hear(desk, happening))
        self._close_preview()
        self._count()
        self._show_chosen()

    def set_shelf(self, shelf: Shelf | None) -> None:
        """Where the revisions of the open article are; to be told after `set_desk`."""
        self.revisions.use(self.desk, shelf)

    def focus_list(self) -> None:
        """Goes to the list of findings, and to the first from the caret on where none is chosen."""
        self.show_findings()
        if self.review.row is None:
            self.review.next()
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_findings(self) -> None:
        self.tabs.setCurrentIndex(FINDINGS)

    def show_notes(self) -> None:
        """Goes to the notes."""
        self.tabs.setCurrentIndex(NOTES)
        self.notes.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_revisions(self) -> None:
        """Goes to the revisions."""
        self.tabs.setCurrentIndex(REVISIONS)
        self.revisions.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_filter(self) -> None:
        self.show_findings()
        self.bar.focus_words()

    # What it is made of

    def _arrange(self) -> None:
        self._lower = QStackedWidget(self)
        self._lower.addWidget(self.detail)
        self._lower.addWidget(self.preview)
        self._split = Halves(self.list, self._lower, self.detail, self)
        findings = QWidget(self)
        inner = QVBoxLayout(findings)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addWidget(self.bar)
        inner.addWidget(self._split, 1)
        self._pages = QStackedWidget(self)
        for page in (findings, self.notes, self.revisions):
            self._pages.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.SPACE // 2, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.tabs)
        layout.addWidget(self._pages, 1)
        layout.addWidget(self.asking)
        layout.addWidget(self.footer)

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._turned)
        self.bar.changed.connect(self._filtered)
        self.bar.sorted_by.connect(self._sort)
        self.bar.left.connect(self.focus_list)
        self.list.walked.connect(self._walked)
        self.list.jump_wanted.connect(self._next_place)
        self.detail.taken.connect(self._do)
        self.detail.jump.connect(self._jump_to)
        self.detail.helped.connect(self.bar.reset)
        self.preview.taken.connect(self._take_all)
        self.preview.cancelled.connect(self._close_preview)
        self.preview.jump.connect(self._jump_to_fix)
        self.asking.answered.connect(self._answered)
        self.asking.cancelled.connect(self._focus_back)
        for page in (self.notes, self.revisions):
            page.jump.connect(self.jump)
            page.back.connect(self.back)
        self.revisions.name_wanted.connect(lambda: self._ask("name"))
        for number, show in enumerate((self.focus_list, self.show_notes, self.show_revisions), 1):
            short = QShortcut(QKeySequence(f"Alt+{number}"), self)
            short.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            short.activated.connect(show)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.bar.set_low(self.height() < LOW * line_height())
        self._settle.start()

    def _listen(self, review: Review, *, on: bool) -> None:
        if on == (self._heard is review):
            return
        self._heard = review if on else None
        for signal, slot in (
            (review.choices_wanted, self._show_choices),
            (review.words_wanted, self._ask),
            (review.preview_wanted, self._preview),
        ):
            if on:
                signal.connect(slot)
            else:
                signal.disconnect(slot)

    # What the desk tells

    def _hear(self, desk: Desk, happening: told.Happening) -> None:
        if desk is not self.desk:
            return
        if isinstance(happening, told.BoardChanged):
            changes, seen = happening.changes, self.list.sees_current()
            with self.list.quietly():
                self.model.change(changes)
            # Where the chosen one has left, the desk chooses another in a moment.
            if self.model.of_row(desk.chosen).isValid():
                self.list.show_row(desk.chosen)
                if seen:
                    # Rows above it came or went: it stays in view, where the editor has not scrolled it out of it.
                    self.list.show_current()
            if changes.added or changes.gone:
                self._count()
            if desk.chosen is None or any(row.id == desk.chosen for row in changes.changed):
                self._settle.start()
        elif isinstance(happening, told.TextEdited):
            self.model.edited(happening.edits)
            self._paragraphs.edited(desk.article, happening.edits)
            self.footer.expect()
        elif isinstance(happening, told.Chosen):
            self._chosen(happening)
        elif isinstance(happening, told.NotesChanged):
            self.notes.refresh()
            self._count_notes()
        elif isinstance(happening, told.Checked):
            self.footer.show_checked()
            if desk.chosen is None:
                self._settle.start()
        elif isinstance(happening, told.FactsChanged):
            self.footer.expect()
            self.footer.show_checked()

    def _chosen(self, happening: told.Chosen) -> None:
        self._place = 0
        self.list.show_row(happening.row)
        self._close_preview()
        self._show_chosen()
        row = self.review.row
        if row and not self.review.following:
            self.jump.emit(row.finding.span)

    def _show_chosen(self) -> None:
        """Shows the chosen finding in full, or says why there is none."""
        self._settle.stop()
        row = self.review.row
        self.places_changed.emit(list(row.finding.places) if row else [])
        if row:
            at, count = self.model.standing(row)
            self.detail.show_row(row, self.review, self._paragraphs, f"{at:,} of {count:,}" if at else "")
            return
        waiting = self.review.waiting()
        hidden = len(self.desk.board.open_rows()) - len(waiting)
        if waiting:
            words = "F8 goes to the next one, Enter takes its fix."
            self.detail.show_nothing(f"{plural(len(waiting), 'finding waits', 'findings wait')}", words)
        elif hidden and self.filter.narrow:
            self.detail.show_nothing("The filter hides what is left", plural(hidden, "finding"), "Show all findings")
        elif not self.desk.checking.checked and (self.desk.checking.trouble or self.desk.checking.died):
            self.detail.show_nothing("Nothing could be checked", checked_runs(self.desk, 10_000))
        elif not self.desk.checking.checked:
            self.detail.show_nothing("Not checked yet", "Findings come here as soon as the checks have run.")
        else:
            self.detail.show_nothing("No findings wait for a decision", checked_runs(self.desk, 10_000))

    def _count(self) -> None:
        rows = self.desk.board.open_rows()
        self.bar.count(rows)
        self._split.fit()
        shown = sum(row.finding.confidence != "possible" or self.filter.possible for row in rows)
        self.tabs.setTabText(FINDINGS, f"Findings {shown:,}")
        self._count_notes()

    def _count_notes(self) -> None:
        count = len(self.desk.open_notes)
        self.tabs.setTabText(NOTES, f"Notes {count:,}" if count else "Notes")

    # What the editor does

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._decided(event):
            super().keyPressEvent(event)

    def _decided(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self.back.emit()
            return True
        name = keys.named(event) if self.tabs.currentIndex() == FINDINGS else ""
        if name:
            self._do(name)
        return bool(name)

    def _do(self, name: str) -> None:
        """What a key or a button asks for, by its name."""
        inside = self.detail.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        if name == "why":
            self.detail.toggle_why()
            self._show_chosen()
            if self.detail.explains:
                self.detail.show_explanation()
        elif name == "accept":
            self.review.accept()
        elif name.isdigit():
            self.review.accept(int(name))
        elif name == "certain":
            self.review.preview_certain()
        elif name == "alike":
            self.review.preview_alike()
        elif name == "standing":
            self.review.preview_standing()
        elif name == "sort":
            self.bar.toggle_sort()
        elif name == "filter":
            self.focus_filter()
        else:
            self.review.take(name)
        # The button that was pressed is gone: the keys must not fall into the void.
        if inside and self.asking.isHidden() and self._lower.currentWidget() is self.detail:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _walked(self, row: int) -> None:
        self.desk.choose(row)

    def _next_place(self, step: int) -> None:
        row = self.review.row
        if row:
            self._jump_to((self._place + step) % len(row.finding.places))

    def _jump_to(self, number: int) -> None:
        row = self.review.row
        if row and number < len(row.finding.places):
            self._place = number
            self.jump.emit(row.finding.places[number])

    def _jump_to_fix(self, number: int) -> None:
        row = self.desk.board.row(self.preview.fixes[number][0].id)
        if row:
            self.jump.emit(row.finding.span)

    def _show_choices(self) -> None:
        self.show_findings()
        self.detail.focus_choices()

    def _ask(self, what: str) -> None:
        self._asked = what
        if what == "reason":
            self.asking.ask("Why does it stand?", "Let stand", hint="The reason goes into the edit report")
        elif what == "query" and self.review.row:
            self.asking.ask("What is the question?", "Query", self.review.row.message)
        elif what == "name":
            self.asking.ask("Keep the present text under which name?", "Keep", hint="Before the cuts")

    def _answered(self, words: str) -> None:
        self._focus_back()
        if self._asked == "reason":
            self.review.let_stand("place", words)
        elif self._asked == "query":
            self.review.query(words)
        elif self._asked == "name" and words:
            self.desk.name_revision(words)
            self.revisions.refresh()

    def _focus_back(self) -> None:
        where = {FINDINGS: self.list, NOTES: self.notes.list, REVISIONS: self.revisions.list}
        where[self.tabs.currentIndex()].setFocus(Qt.FocusReason.OtherFocusReason)

    def _preview(self, fixes: list[tuple[object, object]], what: str) -> None:
        self.show_findings()
        self._lower.setCurrentWidget(self.preview)
        self.preview.show_fixes(fixes, what, self.desk.text, self._paragraphs)  # type: ignore[arg-type]

    def _take_all(self) -> None:
        fixes, standing = self.preview.fixes, self.preview.standing
        self._close_preview()
        if standing:
            self.review.stand_all(row for row, _ in fixes)
        else:
            self.review.accept_all((row, fix) for row, fix in fixes if fix)

    def _close_preview(self) -> None:
        if self._lower.currentWidget() is self.preview:
            inside = self.preview.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
            self._lower.setCurrentWidget(self.detail)
            if inside:
                self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _filtered(self) -> None:
        with self.list.quietly():
            self.model.set_among(self.filter)
        self.list.show_row(self.desk.chosen)
        self._count()
        row = self.review.row
        if row and not self.filter(row):
            self.desk.choose(None)
        else:
            self._show_chosen()

    def _sort(self, grouped: bool) -> None:
        with self.list.quietly():
            self.model.set_grouped(grouped)
        self.list.show_row(self.desk.chosen)

    def _turned(self, page: int) -> None:
        self._pages.setCurrentIndex(page)
        if page == REVISIONS:
            self.revisions.refresh()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self.list.scheduleDelayedItemsLayout()
