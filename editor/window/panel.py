"""The side panel: its pages, one behind each tab, and below them what was checked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from editor.desk import Desk
from editor.desk import happenings as told
from editor.saying import mark
from editor.window import keymap, theme
from editor.window.actions import Context
from editor.window.card import Card
from editor.window.findings import Findings
from editor.window.footer import LOW, Footer
from editor.window.ledger import Ledger
from editor.window.notes import Notes
from editor.window.review import Review
from editor.window.revisions import Revisions, Shelf
from editor.window.tabs import Tabs
from editor.window.translation import tr
from editor.window.wording import thousands
from editor.window.words import line_height


class Page(Protocol):
    """What stands behind a tab: a widget that asks for places of the text to be shown, and for the way back to it."""

    jump: Any
    back: Any

    def enter(self) -> None:
        """Goes to the page's list."""

    def do(self, name: str) -> None:
        """What a key or the palette asks of the page, by the action's name without its context."""


PAGES = {
    "findings": mark("Findings"),
    "ledger": mark("Ledger"),
    "notes": mark("Notes"),
    "revisions": mark("Revisions"),
    "card": mark("Article"),
}
"""The pages in the order of their tabs, and what those say."""


class Panel(QWidget):
    """Shows one page at a time. It decides nothing itself: what the keys mean, the pages do."""

    jump = Signal(object)
    """A Span to be shown and selected in the manuscript; the focus stays here."""
    back = Signal()
    """The editor wants to go back to the text."""
    places_changed = Signal(list)
    """The places of what is chosen, to be lit in the manuscript; none where nothing is."""
    proposed = Signal(tuple)
    """The edits of a fix, to be shown in the text before it is taken; none where none is looked at."""
    said = Signal(str)
    """What was just done, for a toast."""
    sheet_wanted = Signal(bool)
    """Whether the fact sheet is looked at."""

    def __init__(self, desk: Desk, review: Review, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Side panel"))
        self.setMinimumWidth(280)
        self.desk = desk
        self.findings = Findings(desk, review, self)
        self.ledger = Ledger(self)
        self.notes = Notes(self)
        self.revisions = Revisions(self)
        self.card = Card(self)
        self.pages: dict[str, Page] = {
            "findings": self.findings,
            "ledger": self.ledger,
            "notes": self.notes,
            "revisions": self.revisions,
            "card": self.card,
        }
        self.tabs = Tabs([tr(title) for title in PAGES.values()], self)
        self.tabs.setAccessibleName(tr("Findings, ledger, notes, revisions or article"))
        self.footer = Footer(self)
        self._stack = QStackedWidget(self)
        for page in (self.findings, self.ledger, self.notes, self.revisions, self.card):
            self._stack.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.SPACE // 2, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.tabs)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.footer)
        self._connect()
        self.set_desk(desk, review)

    # What the window calls

    def set_desk(self, desk: Desk, review: Review) -> None:
        """Shows what is known of another article."""
        self.desk = desk
        self.findings.use(desk, review)
        self.ledger.use(desk)
        self.notes.use(desk)
        self.footer.use(desk)
        self.card.use(desk)
        desk.subscribe(lambda happening: self._hear(desk, happening))
        self._count_notes()

    def take_up(self, page: str, filter_: Mapping[str, object]) -> None:
        """Looks as it did when this article was in front last."""
        if filter_ and filter_ != self.findings.filter.kept():
            self.findings.take_up(filter_)
        if page in PAGES:
            self.turn(page)

    def set_shelf(self, shelf: Shelf | None) -> None:
        """Where the revisions of the open article are; to be told after `set_desk`."""
        self.revisions.use(self.desk, shelf)

    @property
    def page(self) -> str:
        """The name of the page in front."""
        return list(PAGES)[self.tabs.currentIndex()]

    def show_page(self, name: str) -> None:
        """Brings a page to the front, and goes to it."""
        self.turn(name)
        self.pages[name].enter()

    def turn(self, name: str) -> None:
        """Brings a page to the front."""
        self.tabs.setCurrentIndex(list(PAGES).index(name))

    def do(self, action: str) -> None:
        """Does what an action of a page is for, on its page."""
        context, _, name = action.partition(".")
        if context == "panel":
            self.show_page(name)
        elif context in self.pages:
            if self.page != context:
                self.show_page(context)
            self.pages[context].do(name)

    def choose_at(self, place: int) -> bool:
        """Chooses the thing at a place of the text where the ledger is in front; whether it did."""
        return self.ledger.isVisible() and self.ledger.choose_at(place)

    # What happens inside

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._turned)
        self.card.jump.connect(lambda span: self.places_changed.emit([span]))
        for page in self.pages.values():
            page.jump.connect(self.jump)
            page.back.connect(self.back)
        self.findings.titled.connect(lambda words: self._title("findings", words))
        self.findings.wanted.connect(lambda: self.turn("findings"))
        self.findings.went.connect(self.ledger.leave)
        self.findings.places_changed.connect(self._light)
        self.findings.proposed.connect(self.proposed)
        self.ledger.places_changed.connect(self.places_changed)
        self.ledger.said.connect(self.said)
        self.revisions.said.connect(self.said)
        self.ledger.decided.connect(self._decide)
        for page_ in (self.ledger, self.card):
            # What is read of the whole article is wanted while either of them is in view.
            page_.looked_at.connect(lambda *_: self.sheet_wanted.emit(self.ledger.isVisible() or self.card.isVisible()))
        self.card.wanted.connect(self._see_to)

    def _hear(self, desk: Desk, happening: told.Happening) -> None:
        if desk is not self.desk:
            return
        if isinstance(happening, told.NotesChanged):
            self.notes.refresh()
            self._count_notes()
        elif isinstance(happening, told.SavingChanged):
            self.revisions.expect()
        elif isinstance(happening, told.TextEdited):
            self.footer.expect()
        elif isinstance(happening, told.Checked):
            self.footer.show_checked()
        elif isinstance(happening, told.FactsChanged):
            self.footer.expect()
            self.footer.show_checked()

    def _decide(self, id_: int) -> None:
        """Goes to a finding that the ledger names, whatever the filter shows."""
        row = self.desk.board.row(id_)
        if row and not self.findings.filter(row):
            self.findings.bar.reset()
        self.desk.choose(id_)
        self.show_page("findings")

    def _see_to(self, wanted: str) -> None:
        """Goes to what the article's card says is open or missing."""
        if wanted in ("unsourced", "queries"):
            self.show_page("notes")
        elif wanted == "date":
            self.card.date_wanted.emit()
        elif wanted in ("grammar", "checks"):
            self.footer.setChecked(True)
            self.footer.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.findings.bar.reset()
            for family, chip in self.findings.bar.chips.items():
                chip.setChecked(wanted in (family, "findings"))
            self.show_page("findings")

    def _light(self, places: list[object]) -> None:
        """The chosen finding's places are lit, unless the editor goes through the ledger."""
        if not self.ledger.leads:
            self.places_changed.emit(places)

    def _count_notes(self) -> None:
        count = len(self.desk.open_notes)
        self._title("notes", tr("Notes {count}").format(count=thousands(count)) if count else tr("Notes"))

    def _title(self, name: str, words: str) -> None:
        self.tabs.setTabText(list(PAGES).index(name), words)

    def _turned(self, page: int) -> None:
        self._stack.setCurrentIndex(page)
        if self.page == "findings":
            self.ledger.leave()
            self.findings.show_places()
            self.findings.propose()
        else:
            self.proposed.emit(())
        if self.page == "revisions":
            self.revisions.refresh()

    def event(self, event: QEvent) -> bool:
        """A key that means something on the page in front means that, and not what it does elsewhere."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            here: tuple[Context, ...] = ("panel", self.page)  # type: ignore[assignment]
            if any(keymap.meant(context, event) for context in here):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # From the tabs and the last line; the pages have their own keys.
        name = keymap.meant("panel", event)
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self.back.emit()
        elif name:
            self.show_page(name)
        elif self.page == "findings" and not self.findings.isAncestorOf(self.window().focusWidget() or self):
            self.findings.keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and hasattr(self, "footer"):
            self._measure()

    def _measure(self) -> None:
        """Tells the pages how many lines of type there is room for."""
        lines = self.height() / line_height()
        self.findings.set_low(lines < LOW)
        self.ledger.set_lines(lines)
