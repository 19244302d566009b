"""The chosen thing of the ledger in full: what is known of it, what is at odds, and each place in its sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from editor.factsheet import TITLES, Row
from editor.window import icons, keymap, mirror, theme
from editor.window.before_after import marked
from editor.window.flow import Flow
from editor.window.ledger_model import ICONS, title_of
from editor.window.places import MOST, Paragraphs, excerpt
from editor.window.translation import tr
from editor.window.wording import elided, shown_words
from editor.window.words import Card, KeyButton, Run, Words, line_height, put_page

AT_ONCE = 12
"""How many places are shown at once: those among which the one is that was gone to last."""
CLAIM = 120
"""How many characters are shown of what hangs on a source."""
SPACE = theme.SPACE


class LedgerDetail(QScrollArea):
    """Shows one thing with its places, and says which place was pressed."""

    jump = Signal(int)
    """The number of the place that was pressed."""
    decide = Signal(int)
    """The number of the clash whose finding is wanted."""
    shown = Signal()
    """Another thing is shown: `wanted` may be another."""
    helped = Signal()
    """The button of an empty state was pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(tr("The chosen thing and its places"))
        self.room = 0
        """How high it may become at most."""
        self.cards: list[Card] = []
        """The places that are shown, in their order."""
        self._first = 0
        self._made: tuple[object, ...] = ()

    def show_thing(self, row: Row, text: str, paragraphs: Paragraphs, place: int) -> None:
        """Shows a thing, the place of this number lit."""
        first = place - place % AT_ONCE
        made = (row, text if len(text) < 20_000 else hash(text), first, theme.zoom())
        if made != self._made:
            self._made, self._first = made, first
            focused = next((n for n, card in enumerate(self.cards) if card.hasFocus()), -1)
            self._build(row, text, paragraphs)
            if focused >= 0 and self.cards:
                self.cards[min(focused, len(self.cards) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)
            self.shown.emit()
        self._light(place)

    def show_nothing(self, title: str, words: str, help_: str = "") -> None:
        """Says why there is nothing to be shown, and offers what helps."""
        if self._made == (title, words, help_):
            return
        self._made, self.cards = (title, words, help_), []
        page, layout = _page()
        layout.addSpacing(2 * SPACE)
        layout.addWidget(Words([Run(title, "strong")], page, scale=1.2))
        layout.addWidget(Words([Run(words, "muted")], page))
        if help_:
            button = KeyButton("", help_, help_, page)
            button.clicked.connect(self.helped)
            flow = Flow()
            flow.addWidget(button)
            layout.addLayout(flow)
        layout.addStretch(1)
        put_page(self, page)
        self.shown.emit()

    def wanted(self) -> int:
        """How high it would have to be for what is at odds and the first places to be whole."""
        page = self.widget()
        layout = page.layout() if page else None
        if not layout or not self.cards:
            return 0
        width = self.width() - self.verticalScrollBar().sizeHint().width()
        return min(layout.heightForWidth(width), round(self.room * 0.75))

    def _light(self, place: int) -> None:
        for number, card in enumerate(self.cards, self._first):
            card.setChecked(number == place)
        if self.cards:
            page = self.widget()
            layout = page.layout() if page else None
            if layout:
                layout.activate()
            number = place - self._first
            if number:
                self.ensureWidgetVisible(self.cards[number], 0, SPACE)
            else:
                self.verticalScrollBar().setValue(0)

    def _build(self, row: Row, text: str, paragraphs: Paragraphs) -> None:
        page, layout = _page()
        layout.addWidget(_Head(row, page))
        layout.addWidget(Words([Run(title_of(row), "strong")], page, scale=1.15))
        if row.detail:
            layout.addWidget(Words([Run(row.detail, "muted")], page))
        for number, clash in enumerate(row.clashes):
            key = [keymap.cap("ledger.decide")] if number == 0 and keymap.keys("ledger.decide") else []
            card = Card(
                tr("At odds"),
                [Run(clash)],
                page,
                keys=key,
                aside=tr("to the finding"),
                icon="consistency",
                hue="consistency",
                reading=False,
            )
            name = tr("At odds: {clash}, key {key}") if key else tr("At odds: {clash}")
            card.setAccessibleName(name.format(clash=shown_words(clash), key="".join(key)))
            card.setAccessibleDescription(tr("Goes to the finding, where it is decided"))
            card.setToolTip(tr("Goes to the finding, where it is decided"))
            card.clicked.connect(lambda *_, n=number: self.decide.emit(n))
            layout.addWidget(card)
        self.cards = []
        last = self._first + AT_ONCE
        if self._first:
            words = tr("%n more before: Shift+Enter goes back to them", "", self._first)
            layout.addWidget(Words([Run(words, "muted")], page))
        for number, card in _places(row, text, paragraphs, self._first, page):
            card.clicked.connect(lambda *_, n=number: self.jump.emit(n))
            self.cards.append(card)
            layout.addWidget(card)
        rest = len(row.places) - last
        if rest > 0:
            words = tr("and %n more: Enter goes through them all", "", rest)
            layout.addWidget(Words([Run(words, "muted")], page))
        layout.addStretch(1)
        put_page(self, page)


def _page() -> tuple[QWidget, QVBoxLayout]:
    page = QWidget()
    layout = QVBoxLayout(page)
    layout.setContentsMargins(2 * SPACE, SPACE + SPACE // 2, 2 * SPACE, SPACE)
    layout.setSpacing(SPACE // 2)
    return page, layout


def _places(row: Row, text: str, paragraphs: Paragraphs, first: int, parent: QWidget) -> Iterator[tuple[int, Card]]:
    """A card for each of the places from a number on, its words marked in their sentence."""
    spans = [place.span for place in row.places]
    for number, place in enumerate(row.places[first : first + AT_ONCE], first):
        around = excerpt(text, place.span, [span for span in spans if span != place.span], MOST // 2)
        where = f"\N{NORTH EAST ARROW} ¶\N{NO-BREAK SPACE}{paragraphs.number(place.span.start)}"
        # What is said of a place is left out where its sentence says it.
        known, said = place.detail.casefold(), " ".join(around.span.of(text).casefold().split())
        news = bool(known) and known not in said and said not in known
        told = f"  {shown_words(place.detail)}: " if news and row.section in ("people", "figures") else "  "
        runs: Sequence[Run] = marked(text, around.span, around.marks, around.cut)
        if news and row.section == "sources":
            claim = tr("for: {claim}", "what hangs on a source").format(claim=shown_words(elided(place.detail, CLAIM)))
            runs = [*runs, Run(f"  {claim}", "muted")]
        card = Card("", [Run(where, "link"), Run(told, "muted"), *runs], parent, raised=False)
        card.setCheckable(True)
        name = tr("Paragraph {number}, {detail}") if told.strip() else tr("Paragraph {number}")
        card.setAccessibleName(name.format(number=paragraphs.number(place.span.start), detail=place.detail))
        card.setToolTip(tr("Shows this place in the text"))
        help_ = tr("Shows this place in the text: {place}")
        card.setAccessibleDescription(help_.format(place=card.accessibleDescription()))
        yield number, card


class _Head(QWidget):
    """The section with its icon, and how many places there are."""

    def __init__(self, row: Row, parent: QWidget) -> None:
        super().__init__(parent)
        self._row = row
        self._title, self._count = tr(TITLES[row.section]), tr("%n place(s)", "", len(row.places))
        self.setAccessibleName(f"{self._title}, {self._count}")
        self.setMinimumHeight(round(line_height()) + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = mirror.painter(self)
        size = line_height()
        mirror.picture(
            painter, QPointF(0, 0), icons.pixmap(ICONS[self._row.section], size, self.devicePixelRatioF(), "muted")
        )
        painter.setFont(theme.interface_font())
        painter.setPen(theme.colour("muted"))
        line = self.rect().adjusted(round(size) + SPACE // 2 + 2, 0, 0, 0)
        mirror.text(painter, line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, self._title)
        mirror.text(painter, line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, self._count)
