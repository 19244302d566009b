"""The page of the ledger: what the article says, thing by thing, on a list and on a line of days, and every place."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent, QKeyEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from editor import factsheet
from editor.desk import Desk
from editor.desk import happenings as told
from editor.factsheet import Row
from editor.window import keymap, theme
from editor.window.axis import Mark
from editor.window.flow import Flow
from editor.window.footer import LOW
from editor.window.halves import Halves
from editor.window.ledger_bar import COPIES, LedgerBar
from editor.window.ledger_detail import LedgerDetail
from editor.window.ledger_list import LedgerList
from editor.window.ledger_model import Key, LedgerModel, keyed, same, title_of
from editor.window.places import Paragraphs
from editor.window.timeline import Timeline
from editor.window.translation import tr
from editor.window.wording import thousands
from editor.window.words import KeyButton, rule

SPACE = theme.SPACE
SETTLE = 150
"""Milliseconds after the last that was told until the page shows it; only while it is looked at."""
TIGHT = 22
"""A panel of fewer lines than these has room for the list and the chosen thing alone."""


class Ledger(QWidget):
    """Shows a desk's fact sheet. It is made anew in the worker while this page is in view, and only then."""

    jump = Signal(object)
    """A Span to be shown in the manuscript; the focus stays here."""
    back = Signal()
    """The editor wants to go back to the text."""
    places_changed = Signal(list)
    """The places of the chosen thing, to be lit in the manuscript."""
    said = Signal(str)
    """What was just done, for a toast."""
    decided = Signal(int)
    """The finding with this id is to be decided."""
    looked_at = Signal(bool)
    """Whether the page is in view."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Ledger"))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._desk: Desk | None = None
        self._things: dict[Key, Row] = {}
        self._chosen: Key | None = None
        self._place = 0
        self._paragraphs: Paragraphs | None = None
        self._dated: list[Key] = []
        self._tight = False
        self._caret = -1
        self.leads = False
        """Whether the places of the chosen thing are those lit in the manuscript."""
        self.bar = LedgerBar(self)
        self.timeline = Timeline(self)
        self.model = LedgerModel(self)
        self.list = LedgerList(self)
        self.list.setModel(self.model)
        self.detail = LedgerDetail(self)
        self._split = Halves(self.list, self.detail, self.detail, self, share=0.45)
        self._copies = self._copy_line()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self.timeline)
        layout.addWidget(self._split, 1)
        layout.addWidget(self._copies)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE)
        self._settle.timeout.connect(self.refresh)
        self._connect()

    # What the panel calls

    def use(self, desk: Desk) -> None:
        """Shows another article's sheet; the filter is as it was left."""
        self._desk, self._chosen, self._place, self._caret, self.leads = desk, None, 0, -1, False
        desk.subscribe(lambda happening: self._hear(desk, happening))
        self.refresh()

    def enter(self) -> None:
        """Goes to the list: to the thing at the caret, the one chosen before, or the first. Its places are lit."""
        if self._settle.isActive():
            self.refresh()
        self._focus_list()
        self.leads = True
        caret = self._desk.caret if self._desk else 0
        if caret != self._caret and len(self.model):
            # The editor has gone to another place of the text since: what stands there is meant.
            self._caret = caret
            self.choose_at(caret)
        if not self.model.of(self._chosen).isValid():
            self._choose(self.model.key(self.model.first()))
        self._light()

    def choose_at(self, place: int) -> bool:
        """Chooses the thing that has a place here, the narrowest where there are several; whether there is one."""
        if self._settle.isActive():
            self.refresh()
        here = [
            (len(one.span), key, number)
            for key, row in self._things.items()
            if self.model.of(key).isValid()
            for number, one in enumerate(row.places)
            if one.span.start <= place <= one.span.end
        ]
        if not here:
            return False
        _, key, number = min(here)
        self._choose(key)
        self._place, self.leads = number, True
        self._show()
        self._light()
        return True

    def leave(self) -> None:
        """Something else is lit in the manuscript from now on."""
        self.leads = False

    def set_lines(self, lines: float) -> None:
        """For how many lines of type the panel has room: with little of it only keys stand for the less used."""
        tight = lines < TIGHT
        self.timeline.set_room("tight" if tight else "low" if lines < LOW else "ample")
        self._tight = tight
        self.bar.set_tight(tight)
        self._copies.setVisible(bool(len(self.model)) and not tight)

    # What it is made of

    def _copy_line(self) -> QWidget:
        line = _Line(self)
        flow = Flow(line)
        flow.setContentsMargins(2 * SPACE, SPACE, 2 * SPACE, SPACE)
        for how, (key, words, help_) in COPIES.items():
            button = KeyButton(key, tr(words), tr(help_), line)
            button.clicked.connect(lambda *_, how=how: self.copy(how))
            flow.addWidget(button)
        return line

    def _connect(self) -> None:
        self.bar.changed.connect(self._list)
        self.bar.left.connect(self.enter)
        self.bar.copied.connect(self.copy)
        self.list.walked.connect(self._walked)
        self.list.clicked.connect(lambda *_: self._go(self._place))
        self.timeline.chosen.connect(self._dated_chosen)
        self.detail.jump.connect(self._go)
        self.detail.decide.connect(self.decide)
        self.detail.helped.connect(self._unfilter)

    # What the desk tells

    def _hear(self, desk: Desk, happening: told.Happening) -> None:
        news = told.SheetRead | told.BoardChanged | told.TextEdited | told.Checked
        if desk is not self._desk or not self.isVisible() or not isinstance(happening, news):
            return
        # Put off by typing alone: the checks speak often, and what they say is to be seen.
        if isinstance(happening, told.TextEdited) or not self._settle.isActive():
            self._settle.start()

    def refresh(self) -> None:
        """Takes over the sheet as it is at the present text. The chosen thing stays chosen."""
        self._settle.stop()
        desk = self._desk
        if not desk or not self.isVisible():
            return
        before, at = self._things.get(self._chosen) if self._chosen else None, self.list.currentIndex()
        section, number = at.parent().row(), at.row()
        self._things = keyed(desk.checking.sheet)
        self._paragraphs = Paragraphs(desk.article)
        self._chosen = same(self._chosen, before, self._things)
        row = self._things.get(self._chosen) if self._chosen else None
        self._place = min(self._place, len(row.places) - 1) if row else 0
        self._list()
        if self.leads and self._chosen is None:
            self._choose_instead(section if before else -1, number)
        if self.leads:
            self._light()

    def _choose_instead(self, section: int, number: int) -> None:
        """Chooses what took the place of a thing that is gone; where nothing was chosen, as `enter` does."""
        last = self.model.rowCount(self.model.heading(section)) - 1 if section >= 0 else -1
        if last >= 0:
            self._choose(self.model.key(self.model.index(min(number, last), 0, self.model.heading(section))))
            return
        self._caret = self._desk.caret if self._desk else 0
        if not self.choose_at(self._caret):
            self._choose(self.model.key(self.model.first()))

    def _list(self) -> None:
        """Lists what the filter lets through, and shows the chosen of it in full."""
        listed = {key: row for key, row in self._things.items() if self.bar.filter(row)}
        self.bar.count(sum(bool(row.clashes) for row in self._things.values()))
        with self.list.quietly():
            self.model.show_things(listed, self._paragraphs)
            self.list.arrange()
        self.list.choose(self.model.of(self._chosen))
        self._show_list(bool(listed))
        self._copies.setVisible(bool(listed) and not self._tight)
        self._split.fit()
        self._dated = [key for key, row in self._things.items() if row.days]
        self._mark()
        self._show()

    def _focus_list(self) -> None:
        """The keys are the list's; the page's where nothing is listed."""
        with self.list.quietly():
            (self if self.list.isHidden() else self.list).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_list(self, shown: bool) -> None:
        focused = self.hasFocus() or self.list.hasFocus()
        self.list.setVisible(shown)
        if focused:
            self._focus_list()

    def _mark(self) -> None:
        marks = [
            Mark(*row.days, title_of(row), bool(row.clashes), self.model.of(key).isValid())
            for key in self._dated
            if (row := self._things[key]).days
        ]
        self.timeline.show_marks(marks, self._dated.index(self._chosen) if self._chosen in self._dated else -1)

    def _show(self) -> None:
        row = self.model.thing(self._chosen)
        desk = self._desk
        if row and desk and self._paragraphs:
            self.detail.show_thing(row, desk.text, self._paragraphs, self._place)
        elif len(self.model):
            words = tr("Up and Down go through the list, Enter through the places of a thing.")
            self.detail.show_nothing(tr("%n thing(s)", "", len(self.model)), words)
        elif self._things and self.bar.filter.odds and not self.bar.filter.words:
            words = tr("No two places of this article contradict each other, as far as was checked.")
            self.detail.show_nothing(tr("Nothing is at odds"), words, tr("Show everything"))
        elif self._things:
            words = tr("%n thing(s) in the ledger, none with these words.", "", len(self._things))
            self.detail.show_nothing(tr("The filter hides everything"), words, tr("Show everything"))
        elif desk and desk.checking.died:
            words = tr("The checks stopped: start Copydesk again.")
            self.detail.show_nothing(tr("The ledger can’t be read"), words)
        elif desk and desk.checking.sheet_read:
            words = tr("No people, places, dates, figures, quotations or sources were read in this article.")
            self.detail.show_nothing(tr("Nothing to list"), words)
        else:
            words = tr("People, places, dates, figures, quotations and sources come here in a moment.")
            self.detail.show_nothing(tr("Reading the article"), words)

    # What the editor does

    def step(self, by: int) -> None:
        """Goes to the next place of the chosen thing, or back."""
        row = self.model.thing(self._chosen)
        if row:
            self._go((self._place + by) % len(row.places))

    def decide(self, number: int = 0) -> None:
        """Goes to the finding that says that the chosen thing is at odds: the first, or the one of this number."""
        row = self.model.thing(self._chosen)
        if not row or not self._desk or number >= len(row.clashes):
            self.said.emit(tr("Nothing is at odds here."))
            return
        for found in self._desk.board.open_rows():
            here = any(span.touches(place.span) for span in found.finding.places for place in row.places)
            if here and found.message == row.clashes[number]:
                self.decided.emit(found.id)
                return

    def copy(self, how: str) -> None:
        """What is listed: as a fact sheet to read (`text`), or as a table in which no cell acts as a formula."""
        if self._settle.isActive():
            self.refresh()
        listed, every, text = list(self.model.rows()), len(self._things), self._desk.text if self._desk else ""
        if not listed:
            self.said.emit(tr("There is nothing listed to copy."))
            return
        words = factsheet.as_text(listed, text) if how == "text" else factsheet.as_csv(listed, text)
        words, data = words.encode("utf-8", "ignore").decode(), QMimeData()
        data.setText(words)
        if how == "table":
            data.setData("text/csv", words.encode())
        QGuiApplication.clipboard().setMimeData(data)
        what = tr("%n thing(s)", "", every)
        if len(listed) < every:
            what = tr("{listed} of %n thing(s)", "", every).format(listed=thousands(len(listed)))
        done = tr("Copied the fact sheet as text: {what}.")
        if how == "table":
            done = tr("Copied the fact sheet as a table (CSV): {what}.")
        self.said.emit(done.format(what=what))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self.back.emit()
        elif name := keymap.meant("ledger", event):
            self.do(name)
        else:
            super().keyPressEvent(event)

    def do(self, name: str) -> None:
        """What a key or the palette asks for, by its name."""
        if name == "filter":
            self.bar.focus_words()
        elif name in ("next_place", "previous_place"):
            self.step(1 if name == "next_place" else -1)
        elif name == "odds":
            self.bar.odds.toggle()
        elif name == "decide":
            self.decide()
        else:
            self.copy("text" if name == "text" else "table")

    def _walked(self) -> None:
        self._choose(self.model.key(self.list.currentIndex()))
        self._go()

    def _dated_chosen(self, number: int) -> None:
        if number < len(self._dated):
            self._choose(self._dated[number])
            self._go()

    def _choose(self, key: Key | None) -> None:
        if key != self._chosen:
            self._chosen, self._place = key, 0
        self.list.choose(self.model.of(key))
        self.timeline.light(self._dated.index(key) if key in self._dated else -1)
        self._show()

    def _go(self, place: int = 0) -> None:
        """Shows a place of the chosen thing in the manuscript, where all its places are lit."""
        if self._settle.isActive():
            # The text has changed since: the places are those of now.
            self.refresh()
        row = self.model.thing(self._chosen)
        if row:
            self._place, self.leads = min(place, len(row.places) - 1), True
            self._show()
            self._light()
            self.jump.emit(row.places[self._place].span)

    def _light(self) -> None:
        row = self.model.thing(self._chosen)
        self.places_changed.emit([place.span for place in row.places] if row else [])

    def _unfilter(self) -> None:
        self.bar.reset()
        self.enter()

    # Whether it is looked at

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.looked_at.emit(True)
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.looked_at.emit(False)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self.list.scheduleDelayedItemsLayout()


class _Line(QWidget):
    """The line of buttons, parted from what is above it."""

    def paintEvent(self, event: QPaintEvent) -> None:
        top = self.rect()
        top.setBottom(0)
        rule(QPainter(self), top)
