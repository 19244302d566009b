"""The page of the ledger: what the article says, thing by thing, on a list and on a line of days, and every place."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent, QKeyEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from editor import factsheet
from editor.desk import Desk
from editor.desk import happenings as told
from editor.factsheet import Row
from editor.window import theme
from editor.window.axis import Mark
from editor.window.filterbar import Field
from editor.window.flow import Flow
from editor.window.footer import LOW
from editor.window.halves import Halves
from editor.window.ledger_detail import LedgerDetail
from editor.window.ledger_list import LedgerList
from editor.window.ledger_model import Key, LedgerFilter, LedgerModel, keyed, same
from editor.window.places import Paragraphs
from editor.window.timeline import Timeline
from editor.window.wording import plural
from editor.window.words import KeyButton, rule

SPACE = theme.SPACE
SETTLE = 150
"""Milliseconds after the last that was told until the page shows it; only while it is looked at."""
TIGHT = 22
"""A panel of fewer lines than these has room for the list and the chosen thing alone."""
COPIES = {
    "T": "Copies what is listed as a fact sheet to read",
    "C": "Copies what is listed as a table for spreadsheets (CSV)",
}


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
    looked_at = Signal(bool)
    """Whether the page is in view."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Ledger")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._desk: Desk | None = None
        self._things: dict[Key, Row] = {}
        self._chosen: Key | None = None
        self._place = 0
        self._paragraphs: Paragraphs | None = None
        self._dated: list[Key] = []
        self._tight = False
        self.leads = False
        """Whether the places of the chosen thing are those lit in the manuscript."""
        self.filter = LedgerFilter()
        self.words = Field(self)
        self.words.setPlaceholderText("Filter the ledger  ( / )")
        self.words.setClearButtonEnabled(True)
        self.words.setAccessibleName("Filter the ledger by words")
        self.words.setAccessibleDescription("Lists the things that hold these words; Escape empties it")
        self.odds = KeyButton("O", "At odds", "Lists only what contradicts something", self)
        self.odds.setCheckable(True)
        self.timeline = Timeline(self)
        self.model = LedgerModel(self)
        self.list = LedgerList(self)
        self.list.setModel(self.model)
        self.detail = LedgerDetail(self)
        self._split = Halves(self.list, self.detail, self.detail, self, share=0.45)
        self._copies = self._copy_line()
        self._brief = self._keys()
        first = QHBoxLayout()
        first.setContentsMargins(2 * SPACE, SPACE, 2 * SPACE, SPACE // 2)
        first.setSpacing(SPACE)
        first.addWidget(self.words, 1_000)
        for button in (self.odds, *self._brief):
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            first.addWidget(button)
        first.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(first)
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
        self._desk, self._chosen, self._place, self.leads = desk, None, 0, False
        desk.subscribe(lambda happening: self._hear(desk, happening))
        self.refresh()

    def enter(self) -> None:
        """Goes to the list, and to the first thing where none is chosen; its places are lit."""
        if self._settle.isActive():
            self.refresh()
        self._focus_list()
        self.leads = True
        if not self.model.of(self._chosen).isValid() and len(self.model):
            self._choose(self.model.key(self.model.first()))
        self._light()

    def leave(self) -> None:
        """Something else is lit in the manuscript from now on."""
        self.leads = False

    def set_lines(self, lines: float) -> None:
        """For how many lines of type the panel has room: with little of it only keys stand for the less used."""
        tight = lines < TIGHT
        self.timeline.set_room("tight" if tight else "low" if lines < LOW else "ample")
        self._tight = tight
        for button in self._brief:
            button.setVisible(tight)
        self.words.setVisible(not tight or bool(self.words.text()) or self.words.hasFocus())
        self._copies.setVisible(bool(len(self.model)) and not tight)

    # What it is made of

    def _copy_line(self) -> QWidget:
        line = _Line(self)
        flow = Flow(line)
        flow.setContentsMargins(2 * SPACE, SPACE, 2 * SPACE, SPACE)
        text = KeyButton("T", "Copy as text", COPIES["T"], line)
        table = KeyButton("C", "Copy as table", COPIES["C"], line)
        text.clicked.connect(self.copy_text)
        table.clicked.connect(self.copy_table)
        for widget in (text, table):
            flow.addWidget(widget)
        return line

    def _keys(self) -> list[KeyButton]:
        """What stands for the field and the line of buttons where there is little room."""
        made = []
        for key, name, help_, run in (
            ("/", "Filter the ledger", "Lists the things that hold some words", self.focus_words),
            ("T", "Copy as text", COPIES["T"], self.copy_text),
            ("C", "Copy as table", COPIES["C"], self.copy_table),
        ):
            button = KeyButton(key, "", help_, self)
            button.setAccessibleName(name)
            button.clicked.connect(run)
            button.hide()
            made.append(button)
        return made

    def focus_words(self) -> None:
        """Goes to the field of the filter."""
        self.words.show()
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _left(self) -> None:
        self.enter()
        self.words.setVisible(not self._tight or bool(self.words.text()))

    def _connect(self) -> None:
        self.words.textChanged.connect(self._filtered)
        self.words.left.connect(self._left)
        self.odds.toggled.connect(self._filtered)
        self.list.walked.connect(self._walked)
        self.list.jump_wanted.connect(self.step)
        self.list.clicked.connect(lambda *_: self._go(self._place))
        self.timeline.chosen.connect(self._dated_chosen)
        self.detail.jump.connect(self._go)
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
        before = self._things.get(self._chosen) if self._chosen else None
        self._things = keyed(desk.checking.sheet)
        self._paragraphs = Paragraphs(desk.article)
        self._chosen = same(self._chosen, before, self._things)
        row = self._things.get(self._chosen) if self._chosen else None
        self._place = min(self._place, len(row.places) - 1) if row else 0
        self._list()
        if self.leads:
            if row is None and len(self.model):
                self._choose(self.model.key(self.model.first()))
            self._light()

    def _list(self) -> None:
        """Lists what the filter lets through, and shows the chosen of it in full."""
        self.filter.words, self.filter.odds = self.words.text().strip(), self.odds.isChecked()
        odds = sum(bool(row.clashes) for row in self._things.values())
        self.odds.set_words(f"At odds {odds:,}" if self._things else "At odds")
        listed = {key: row for key, row in self._things.items() if self.filter(row)}
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
            Mark(*row.days, row.title, bool(row.clashes), self.model.of(key).isValid())
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
            words = "Up and Down go through the list, Enter through the places of a thing."
            self.detail.show_nothing(plural(len(self.model), "thing"), words)
        elif self._things and self.filter.odds and not self.filter.words:
            words = "No two places of this article contradict each other, as far as was checked."
            self.detail.show_nothing("Nothing is at odds", words, "Show everything")
        elif self._things:
            words = f"{plural(len(self._things), 'thing')} in the ledger, none with these words."
            self.detail.show_nothing("The filter hides everything", words, "Show everything")
        elif desk and desk.checking.died:
            self.detail.show_nothing("The ledger can't be read", "The checks stopped: start Copydesk again.")
        elif desk and desk.checking.sheet_read:
            words = "No people, places, dates, figures, quotations or sources were read in this article."
            self.detail.show_nothing("Nothing to list", words)
        else:
            words = "People, places, dates, figures, quotations and sources come here in a moment."
            self.detail.show_nothing("Reading the article", words)

    # What the editor does

    def step(self, by: int) -> None:
        """Goes to the next place of the chosen thing, or back."""
        row = self.model.thing(self._chosen)
        if row:
            self._go((self._place + by) % len(row.places))

    def copy_text(self) -> None:
        """What is listed, as a fact sheet to read."""
        self._copy("as text", factsheet.as_text(list(self.model.rows()), self._text()))

    def copy_table(self) -> None:
        """What is listed, as a table for spreadsheets; no cell of it acts as a formula."""
        self._copy("as a table (CSV)", factsheet.as_csv(self.model.rows(), self._text()), "text/csv")

    def _copy(self, how: str, words: str, kind: str = "") -> None:
        if not len(self.model):
            self.said.emit("There is nothing listed to copy.")
            return
        data, words = QMimeData(), words.encode("utf-8", "ignore").decode()
        data.setText(words)
        if kind:
            data.setData(kind, words.encode())
        QGuiApplication.clipboard().setMimeData(data)
        count, every = len(self.model), len(self._things)
        what = f"{count:,} of {every:,} things" if count < every else plural(count, "thing")
        self.said.emit(f"Copied the fact sheet {how}: {what}.")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        plain = not held
        if event.text() == "/":
            self.focus_words()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and held in (_NONE, Qt.KeyboardModifier.ShiftModifier):
            self.step(1 if plain else -1)
        elif plain and key == Qt.Key.Key_Escape:
            self.back.emit()
        elif plain and key == Qt.Key.Key_O:
            self.odds.toggle()
        elif plain and key == Qt.Key.Key_T:
            self.copy_text()
        elif plain and key == Qt.Key.Key_C:
            self.copy_table()
        else:
            super().keyPressEvent(event)

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

    def _filtered(self, *_: object) -> None:
        self._list()

    def _unfilter(self) -> None:
        self.words.clear()
        self.odds.setChecked(False)
        self.enter()

    def _text(self) -> str:
        return self._desk.text if self._desk else ""

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


_NONE = Qt.KeyboardModifier.NoModifier


class _Line(QWidget):
    """The line of buttons, parted from what is above it."""

    def paintEvent(self, event: QPaintEvent) -> None:
        top = self.rect()
        top.setBottom(0)
        rule(QPainter(self), top)
