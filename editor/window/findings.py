"""The page of findings: filter, list and the chosen one in full, and the keys that decide it."""

from __future__ import annotations

from collections.abc import Mapping
from weakref import WeakKeyDictionary

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from editor.desk import Desk
from editor.desk import happenings as told
from editor.window import keymap
from editor.window.asking import Asking
from editor.window.decided import Decided
from editor.window.detail import Detail
from editor.window.filterbar import Filter, FilterBar
from editor.window.findings_list import FindingsList
from editor.window.findings_model import FindingsModel
from editor.window.footer import checked_runs
from editor.window.halves import Halves
from editor.window.places import Paragraphs
from editor.window.preview import Preview
from editor.window.review import Review, ready_fix
from editor.window.translation import tr
from editor.window.wording import thousands

SETTLE = 120
"""Milliseconds after the last edit until the chosen finding's sentences are shown anew."""


class Findings(QWidget):
    """Shows a desk's findings. It decides nothing itself: what its keys mean, Review does."""

    jump = Signal(object)
    """A Span to be shown in the manuscript; the focus stays here."""
    back = Signal()
    """The editor wants to go back to the text."""
    places_changed = Signal(list)
    """The places of the chosen finding; none where none is chosen."""
    proposed = Signal(tuple)
    """The edits of a fix, to be shown in the text before it is taken; none where none is looked at."""
    went = Signal()
    """Another finding was chosen, here or in the text."""
    wanted = Signal()
    """There is something to be read or pressed here: the page is to come to the front."""
    titled = Signal(str)
    """What the page's tab says."""

    def __init__(self, desk: Desk, review: Review, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.review = desk, review
        self.filter = Filter(desk)
        self._seen: WeakKeyDictionary[Desk, frozenset[int] | None] = WeakKeyDictionary()
        """Of each open article, which findings are not new."""
        self._place = 0
        self._by_caret = False
        """Whether the finding was chosen because the caret is there: its words are being worked on."""
        self._heard: Review | None = None
        self.bar = FilterBar(self.filter, self)
        self.list = FindingsList(self)
        self.detail = Detail(self)
        self.preview = Preview(self)
        self.asking = Asking(self)
        self.decided = Decided(self)
        self.decided.hide()
        self.detail.before = self.list
        self._lower = QStackedWidget(self)
        self._lower.addWidget(self.detail)
        self._lower.addWidget(self.preview)
        self._split = Halves(self.list, self._lower, self.detail, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self._split, 1)
        layout.addWidget(self.decided, 1)
        layout.addWidget(self.asking)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE)
        self._settle.timeout.connect(self._show_chosen)
        self._connect()

    # What the panel calls

    def use(self, desk: Desk, review: Review) -> None:
        """Shows another article's findings; its filter is as it was left."""
        self._listen(self.review, on=False)
        self._seen[self.desk] = self.filter.seen
        self.desk, self.review = desk, review
        self.filter = Filter(desk, seen=self._seen.get(desk))
        review.among = self.filter
        self._paragraphs = Paragraphs(desk.article)
        self.filter.number = self._paragraphs.number
        self.model = FindingsModel(desk, self)
        self.model.set_among(self.filter)
        if self.bar.order != self.model.order:
            self.model.set_order(self.bar.order)
        self.bar.use(self.filter)
        self.list.show_model(self.model)
        self._listen(review, on=True)
        desk.subscribe(lambda happening: self._hear(desk, happening))
        self._close_preview()
        self._turn(decided=False)
        self._count()
        self._show_chosen()

    def take_up(self, kept: Mapping[str, object]) -> None:
        """Filters as it did when this article was in front last."""
        self.filter.take_up(kept)
        self.bar.use(self.filter)
        self._filtered()

    def enter(self) -> None:
        """Goes to the list, and to the first finding from the caret on where none is chosen."""
        if self.decided.isVisible():
            self.decided.enter()
            return
        if self.review.row is None:
            self.review.next()
        self.focus_back()

    def focus_back(self) -> None:
        """The keys are the list's again."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_places(self) -> None:
        """Has the places of the chosen finding lit."""
        row = self.review.row
        self.places_changed.emit(list(row.finding.places) if row else [])

    def propose(self) -> None:
        """Has a fix shown in the text: the one whose card is looked at, else the one that Enter would take."""
        row = self.review.row
        fix = (self.detail.looked_at or ready_fix(row)) if row and not self._by_caret else self.detail.looked_at
        self.proposed.emit(fix.edits if fix else ())

    def show_decided(self) -> None:
        """Shows what was decided in the place of the findings, and goes to it."""
        self._turn(decided=True)
        self.decided.show_desk(self.desk)
        self.decided.enter()

    def show_open(self) -> None:
        """Shows the findings again, and goes to them."""
        self._turn(decided=False)
        self.enter()

    def _turn(self, *, decided: bool) -> None:
        for widget in (self.bar, self._split):
            widget.setVisible(not decided)
        self.decided.setVisible(decided)

    # What it is made of

    def _connect(self) -> None:
        self.asking.closed.connect(self.focus_back)
        self.decided.left.connect(self.show_open)
        self.decided.jump.connect(self.jump)
        self.decided.refused.connect(self.review.refused.emit)
        self.bar.decided.clicked.connect(self.show_decided)
        keymap.heard.changed.connect(self._settle.start)
        self.bar.changed.connect(self._filtered)
        self.bar.sorted_by.connect(self._sort)
        self.bar.left.connect(self.enter)
        self.list.walked.connect(self._walked)
        self.detail.taken.connect(self.do)
        self.detail.jump.connect(self._jump_to)
        self.detail.looked.connect(self.propose)
        self.detail.helped.connect(self.bar.reset)
        self.preview.taken.connect(self._take_all)
        self.preview.cancelled.connect(self._close_preview)
        self.preview.jump.connect(self._jump_to_fix)

    def set_low(self, low: bool) -> None:
        """Whether the panel has so little room that only what is used is shown of the filter."""
        self.bar.set_low(low)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
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
        if isinstance(happening, told.Announced):
            self.bar.count_decided(len(desk.decisions))
            if self.decided.isVisible():
                self.decided.show_desk(desk)
        if isinstance(happening, told.BoardChanged):
            changes, anchor = happening.changes, self.list.anchor()
            with self.list.quietly():
                self.model.change(changes)
                # Where the chosen one has left, the desk chooses another in a moment.
                if (index := self.model.of_row(desk.chosen)).isValid():
                    self.list.keep(index)
            if changes.added or changes.gone:
                self.list.hold(anchor)
            if changes:
                self._count()
            if desk.chosen is None or any(row.id == desk.chosen for row in changes.changed):
                self._settle.start()
        elif isinstance(happening, told.TextEdited):
            self.model.edited(happening.edits)
            self._paragraphs.edited(desk.article, happening.edits)
        elif isinstance(happening, told.Chosen):
            self._chosen(happening)
        elif isinstance(happening, told.Checked):
            if happening.done and self.filter.seen is None:
                self.filter.see()
            if desk.chosen is None:
                self._settle.start()

    def _chosen(self, happening: told.Chosen) -> None:
        self._place = 0
        self._by_caret = self.review.following
        self.list.show_row(happening.row)
        self._close_preview()
        row = self.review.row
        if row:
            self.went.emit()
        self._show_chosen()
        if row and not self.review.following:
            self.jump.emit(row.finding.span)

    def _show_chosen(self) -> None:
        """Shows the chosen finding in full, or says why there is none."""
        self._settle.stop()
        row = self.review.row
        self.show_places()
        if row:
            at, count = self.model.standing(row)
            self.detail.show_row(
                row,
                self.review,
                self._paragraphs,
                tr("{number} of {count}").format(number=thousands(at), count=thousands(count)) if at else "",
            )
            self.detail.show_place(self._place)
            self.propose()
            return
        self.propose()
        waiting = self.review.waiting()
        hidden = len(self.desk.board.open_rows()) - len(waiting)
        if waiting:
            words = tr("F8 goes to the next one, Enter takes its fix.")
            self.detail.show_nothing(tr("%n finding(s) waiting", "", len(waiting)), words)
        elif hidden and self.filter.narrow:
            self.detail.show_nothing(
                tr("The filter hides what is left"), tr("%n finding(s)", "", hidden), tr("Show all findings")
            )
        elif not self.desk.checking.checked and (self.desk.checking.trouble or self.desk.checking.died):
            self.detail.show_nothing(tr("Nothing could be checked"), checked_runs(self.desk, 10_000))
        elif not self.desk.checking.checked:
            self.detail.show_nothing(tr("Not checked yet"), tr("Findings come here as soon as the checks have run."))
        else:
            self.detail.show_nothing(tr("No findings wait for a decision"), checked_runs(self.desk, 10_000))

    def _count(self) -> None:
        rows = self.desk.board.open_rows()
        self.bar.count(rows)
        self.bar.count_decided(len(self.desk.decisions))
        self._split.fit()
        shown = sum(row.confidence in self.filter.confidences for row in rows)
        self.titled.emit(tr("Findings {count}").format(count=thousands(shown)))

    # What the editor does

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self.back.emit()
        elif name := keymap.meant("findings", event):
            self.do(name)
        else:
            super().keyPressEvent(event)

    def do(self, name: str) -> None:
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
        elif name == "choice":
            self._show_choices()
        elif name in ("next_place", "previous_place"):
            self._next_place(1 if name == "next_place" else -1)
        elif name == "certain":
            self.review.preview_certain()
        elif name == "alike":
            self.review.preview_alike()
        elif name == "standing":
            self.review.preview_standing()
        elif name == "decided":
            self.show_decided()
        elif name == "sort":
            self.bar.toggle_sort()
        elif name == "filter":
            self.bar.focus_words()
        else:
            self.review.take(name)
        # The button that was pressed is gone: the keys must not fall into the void.
        if inside and self.asking.isHidden() and self._lower.currentWidget() is self.detail:
            self.focus_back()

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
            self.detail.show_place(number)
            self.jump.emit(row.finding.places[number])

    def _jump_to_fix(self, number: int) -> None:
        row = self.desk.board.row(self.preview.fixes[number][0].id)
        if row:
            self.jump.emit(row.finding.span)

    def _show_choices(self) -> None:
        self.wanted.emit()
        self.detail.focus_choices()

    def _ask(self, what: str) -> None:
        review = self.review
        self.wanted.emit()
        if what == "reason":
            hint = tr("The reason goes into the edit report")
            title, button = tr("Why does it stand?"), tr("Let stand")
            self.asking.ask(title, button, lambda why: review.let_stand("place", why), hint=hint)
        elif what == "query" and review.row:
            self.asking.ask(tr("What is the question?"), tr("Query"), review.query, words=review.row.message)

    def _preview(self, fixes: list[tuple[object, object]], what: str, left: list[str]) -> None:
        self.wanted.emit()
        self._lower.setCurrentWidget(self.preview)
        self.preview.show_fixes(fixes, what, self.desk.text, self._paragraphs, left)  # type: ignore[arg-type]
        self.proposed.emit(tuple(edit for _, fix in self.preview.fixes if fix for edit in fix.edits))

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
            self.propose()
            if inside:
                self.focus_back()

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

    def check_anew(self) -> None:
        """The editor has the article checked: what comes from now on is new."""
        self.filter.see()
        self._filtered()

    def _sort(self, order: str) -> None:
        with self.list.quietly():
            self.model.set_order(order)  # type: ignore[arg-type]
        self.list.show_row(self.desk.chosen)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self.list.scheduleDelayedItemsLayout()
