"""The chosen finding in full: what it says, its sentences, every place, the fixes as they would read, the choices."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from editor import pages
from editor.article import Span
from editor.desk import Row
from editor.finding import Finding, Fix
from editor.window import confidence, icons, keymap, mirror, theme
from editor.window.before_after import NEAR, fix_runs, marked
from editor.window.explained import Why
from editor.window.flow import Flow
from editor.window.pair import Pair, PlaceCard, pair_runs
from editor.window.places import MOST, Paragraphs, excerpt
from editor.window.review import Choice, Review, contested, ready_fix
from editor.window.translation import tr
from editor.window.wording import FAMILY_NAMES, elided, shown_words
from editor.window.words import Card, KeyButton, Run, Words, put_page

PLACES = 8
"""How many places of a finding are shown in full."""
BRIEF = 16
"""How many characters around an edit are shown where there are other fixes, or its sentence stands beside it."""
SPACE = theme.SPACE


_LOOKS = {QEvent.Type.FocusIn, QEvent.Type.FocusOut, QEvent.Type.Enter, QEvent.Type.Leave}


class Detail(QWidget):
    """Shows one finding, and says which of its choices was pressed. Those that need no fix stay in view below it."""

    taken = Signal(str)
    """What was pressed: a choice's name, a fix's number."""
    jump = Signal(int)
    """The number of the place that was pressed: 0 is the finding's own."""
    shown = Signal()
    """Another finding is shown: `wanted` may be another."""
    looked = Signal()
    """Another fix is looked at, or none."""
    helped = Signal()
    """The button of an empty state was pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._line = QWidget(self)
        self._flow = Flow(self._line)
        self._flow.setContentsMargins(2 * SPACE, SPACE, 2 * SPACE, SPACE)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._area, 1)
        layout.addWidget(self._line)
        self.setAccessibleName(tr("The chosen finding"))
        self._why = False
        self._check = ""
        self._cards: list[QWidget] = []
        self._links: list[PlaceCard] = []
        """The places, in their order."""
        self._fixes: dict[Card, Fix] = {}
        self.room = 0
        """How high it may become at most."""
        self._first: QWidget | None = None
        """The last of what is to be in view at once: message and fixes, and the first two sentences without a fix."""
        self.before: QWidget | None = None
        """The widget from which Tab goes on to the choices."""
        self.show_nothing("", "")

    def show_row(self, row: Row, review: Review, paragraphs: Paragraphs, position: str) -> None:
        """Shows a finding as it is now.

        What a fix does stands before the sentences, for it says most of them; where two places disagree the sentences
        come first, for the editor has to read both, unless there is too little room to show what to press as well.
        """
        focused = next((n for n, card in enumerate(self._cards) if card.hasFocus()), -1)
        page, layout = self._fresh()
        self._check = row.finding.check
        layout.addWidget(_Head(row, position, page))
        layout.addWidget(Words([Run(row.message, "strong")], page))
        text, choices, ready = review.desk.text, review.choices(row), ready_fix(row)
        fixes: list[QWidget] = [
            self._card(choice, row, text, ready is not None and choice.fix is ready)
            for choice in choices
            if choice.name == "fix"
        ]
        if not fixes:
            fixes.append(Words([Run(tr("No ready fix: rewrite it in the text, or let it stand."), "muted")], page))
        places: list[QWidget] = []
        links = list(_places(row.finding, text, paragraphs, contested(row), page))
        for number, card in enumerate(links):
            card.clicked.connect(lambda *_, n=number: self.jump.emit(n))
        places += [Pair(links, page)] if _parted(row.finding, text) else links
        rest = len(row.finding.places) - PLACES
        if rest > 0:
            words = tr("and %n more: the right arrow goes through them all", "", rest)
            places.append(Words([Run(words, "muted")], page))
        self._links = links
        first, self._cards = self._cards, []
        self._rest(choices)
        reads_first = contested(row) and self._high(layout, [*places, *fixes]) <= self.room
        for widget in (*places, *fixes) if reads_first else (*fixes, *places):
            layout.addWidget(widget)
        self._all(review.alike(row), bool(ready and ready.batch), layout, page)
        if self._why:
            layout.addWidget(Why(self._check, page))
        layout.addStretch(1)
        put_page(self._area, page)
        self._first = first[-1] if first else (places or fixes)[:2][-1]
        self.shown.emit()
        inner = [*links, *first] if reads_first else [*first, *links]
        self._chain(inner)
        self._cards = [*first, *self._cards]
        if focused >= 0:
            self._cards[min(focused, len(self._cards) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    def _all(self, alike: Sequence[Row], batch: bool, layout: QVBoxLayout, page: QWidget) -> None:
        """What decides all findings of this kind at once, where there are more than this one."""
        if len(alike) < 2:
            return
        flow = Flow()
        name = tr("Let all %n of this kind stand", "", len(alike))
        help_ = tr("Shows them all first, and lets each stand at its place")
        choices = [("findings.standing", tr("Let stand…"), help_, name, "standing")]
        if batch:
            name = tr("Accept all %n of this kind", "", len(alike))
            help_ = tr("Shows what the fixes do first, and takes them in one step")
            choices.insert(0, ("findings.alike", tr("Accept…"), help_, name, "alike"))
        label = QLabel(tr("All %n of this kind", "", len(alike)), page)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setMinimumHeight(label.fontMetrics().height() + SPACE + 2)
        flow.addWidget(label)
        for key, words, help_, name, does in choices:
            button = KeyButton(key, words, help_, page)
            button.set_words(words, name)
            button.clicked.connect(lambda *_, does=does: self.taken.emit(does))
            flow.addWidget(button)
            self._cards.append(button)
        layout.addLayout(flow)

    def show_nothing(self, title: str, words: str | Sequence[Run], help_: str = "") -> None:
        """Says why there is no finding to be shown, and offers what helps."""
        page, layout = self._fresh()
        self._check = ""
        if title:
            layout.addSpacing(2 * SPACE)
            layout.addWidget(Words([Run(title, "strong")], page, scale=1.2))
            layout.addWidget(Words([Run(words, "muted")] if isinstance(words, str) else words, page))
        if help_:
            button = KeyButton("", help_, help_, page)
            button.clicked.connect(self.helped)
            flow = Flow()
            flow.addWidget(button)
            layout.addLayout(flow)
            self._cards.append(button)
        layout.addStretch(1)
        self._rest([])
        put_page(self._area, page)

    def wanted(self) -> int:
        """How high it would have to be for message, fixes and keys to be whole."""
        page = self._area.widget()
        layout = page.layout() if page else None
        return self._high(layout) if isinstance(layout, QVBoxLayout) and self._first else 0

    def _high(self, layout: QVBoxLayout, more: Sequence[QWidget] = ()) -> int:
        """How high this is with all that a layout holds, down to what is to be in view at once, and `more`."""
        margins = layout.contentsMargins()
        bar = self._area.verticalScrollBar().sizeHint().width()
        inner = self.width() - bar - margins.left() - margins.right()
        items = [layout.itemAt(number) for number in range(layout.count())]
        every = [widget for item in items if item and (widget := item.widget())]
        if self._first in every:
            every = every[: every.index(self._first) + 1]
        heights = [max(widget.heightForWidth(inner), widget.minimumHeight()) for widget in (*every, *more)]
        return margins.top() + sum(heights) + layout.spacing() * len(heights) + self._flow.heightForWidth(self.width())

    @property
    def looked_at(self) -> Fix | None:
        """The fix whose card the mouse is over, or else the keys are on."""
        over = next((fix for card, fix in self._fixes.items() if card.underMouse()), None)
        return over or next((fix for card, fix in self._fixes.items() if card.hasFocus()), None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _LOOKS:
            self.looked.emit()
        return False

    def show_place(self, number: int) -> None:
        """Says which of the places the text shows."""
        for n, card in enumerate(self._links):
            card.set_shown(n == number and len(self._links) > 1)

    def toggle_why(self) -> None:
        """Shows the explanation of the finding's check, or hides it."""
        self._why = not self._why

    @property
    def explains(self) -> bool:
        return self._why

    def show_explanation(self) -> None:
        """Brings the explanation into view."""
        page = self._area.widget()
        why = page.findChild(Why) if page else None
        if page and isinstance(why, Why):
            page.adjustSize()
            self._area.verticalScrollBar().setValue(why.y() - SPACE)

    def focus_choices(self) -> None:
        """Goes to the first choice."""
        if self._cards:
            self._cards[0].setFocus(Qt.FocusReason.OtherFocusReason)
            self._area.ensureWidgetVisible(self._cards[0])

    def _fresh(self) -> tuple[QWidget, QVBoxLayout]:
        page = QWidget()
        self._cards, self._links, self._first = [], [], None
        self._fixes = {}
        layout = QVBoxLayout(page)
        layout.setContentsMargins(2 * SPACE, SPACE + SPACE // 2, 2 * SPACE, 2 * SPACE)
        layout.setSpacing(SPACE)
        return page, layout

    def _card(self, choice: Choice, row: Row, text: str, primary: bool) -> Card:
        near = BRIEF if contested(row) or len(row.finding.fixes) > 1 else NEAR
        runs = list(fix_runs(choice.fix.edits, text, near)) if choice.fix else []
        keys = [choice.key, keymap.cap("findings.accept")] if primary else [choice.key]
        leaves = choice.fix is not None and choice.fix.leaves is not None
        card = Card(
            shown_words(choice.words),
            runs,
            keys=keys,
            primary=primary,
            aside=tr("leaves a note: unsourced") if leaves else "",
        )
        card.setToolTip(choice.help)
        card.installEventFilter(self)
        if choice.fix:
            self._fixes[card] = choice.fix
        card.clicked.connect(lambda *_: self.taken.emit(str(choice.number)))
        self._cards.append(card)
        return card

    def _rest(self, choices: Sequence[Choice]) -> None:
        """The choices that need no fix, in their line below."""
        while item := self._flow.takeAt(0):
            if old := item.widget():
                old.hide()
                old.deleteLater()
        if choices:
            label = QLabel(tr("Let stand"), self._line)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setMinimumHeight(label.fontMetrics().height() + SPACE + 2)
            self._flow.addWidget(label)
        plain = [choice for choice in choices if choice.name != "fix"]
        for choice in sorted(plain, key=lambda choice: choice.name == "both"):
            button = KeyButton(choice.key, choice.short or choice.words, choice.help, self._line)
            button.set_words(choice.short or choice.words, choice.words)
            button.clicked.connect(lambda *_, c=choice: self.taken.emit(c.name))
            self._flow.addWidget(button)
            self._cards.append(button)
        if choices:
            why = KeyButton("findings.why", tr("Why?"), tr("Explains this kind of finding"), self._line)
            why.setCheckable(True)
            why.setChecked(self._why)
            why.clicked.connect(lambda *_: self.taken.emit("why"))
            self._flow.addWidget(why)
            self._cards.append(why)
        for number in range(self._flow.count()):
            # Else Qt shows them later, and how high the line is would not be known until then.
            if (item := self._flow.itemAt(number)) and (shown := item.widget()):
                shown.show()
        self._line.setVisible(bool(choices))

    def _chain(self, cards: Sequence[QWidget]) -> None:
        """Puts what is shown between the widget before and the one after, in the order of the Tab key."""
        chain = [self.before, *cards, *self._cards] if self.before else self._cards
        for one, two in itertools.pairwise(chain):
            QWidget.setTabOrder(one, two)


class _Head(QWidget):
    """Family with its icon, how sure the check is, and which finding of how many this is."""

    def __init__(self, row: Row, position: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._row, self._position = row, position
        said = (tr(FAMILY_NAMES[row.family]), confidence.name(row.confidence), position)
        self.setAccessibleName(", ".join(part for part in said if part))
        self.setMinimumHeight(self.fontMetrics().height() + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = mirror.painter(self)
        family, size = self._row.family, self.fontMetrics().height()
        mirror.picture(painter, QPointF(0, 0), icons.pixmap(family, size, self.devicePixelRatioF(), family))
        painter.setFont(theme.interface_font(bold=True))
        painter.setPen(theme.colour(family))
        line = self.rect().adjusted(size + SPACE // 2 + 2, 0, 0, 0)
        name = tr(FAMILY_NAMES[family])
        mirror.text(painter, line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, name)
        line.setLeft(line.left() + painter.fontMetrics().horizontalAdvance(name))
        painter.setFont(theme.interface_font())
        painter.setPen(theme.colour("muted"))
        sure = self._row.confidence
        line.setLeft(line.left() + 2 * SPACE)
        line.setLeft(line.left() + round(confidence.draw(painter, line.left(), 0, size, sure)) + SPACE // 2)
        mirror.text(painter, line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, confidence.name(sure))
        mirror.text(painter, line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, self._position)


def _parted(found: Finding, text: str) -> bool:
    """Whether a finding has two places, each in a sentence of its own."""
    if len(found.places) != 2:
        return False
    one, two = (excerpt(text, span, (), MOST // 2).span for span in found.places)
    return not one.touches(two)


def _places(found: Finding, text: str, paragraphs: Paragraphs, brief: bool, parent: QWidget) -> Iterator[PlaceCard]:
    """A card for each place, its sentence on it. Places in one sentence are shown in it together."""
    shown: list[Span] = []
    parted = _parted(found, text)
    for number, span in enumerate(found.places[:PLACES]):
        note = pages.label(found, found.evidence[number - 1].note) if number else ""
        around = excerpt(text, span, found.places, MOST if not parted and number == 0 and not brief else MOST // 2)
        same = any(s.covers(around.span) for s in shown)
        shown.append(around.span)
        if parted:
            its = found.places[1 - number]
            runs = pair_runs(text, around, span, excerpt(text, its, (), MOST // 2), its)
            runs = [*[Run("… ", "muted")] * around.cut[0], *runs, *[Run(" …", "muted")] * around.cut[1]]
        else:
            runs = [] if same and number else marked(text, around.span, around.marks, around.cut)
        where = f"\N{NORTH EAST ARROW} ¶\N{NO-BREAK SPACE}{paragraphs.number(span.start)}"
        told = f"  {shown_words(note)}: " if note and not parted else "  "
        if same and number:
            runs = [Run(elided(span.of(text), 60), "mark")]
        card = PlaceCard([Run(where, "link"), Run(told, "muted"), *runs], parent)
        name = tr("Paragraph {number}").format(number=paragraphs.number(span.start))
        card.setAccessibleName(f"{name}, {note}" if note else name)
        card.setToolTip(tr("Shows this place in the text  (← →)"))
        help_ = tr("Shows this place in the text: {place}")
        card.setAccessibleDescription(help_.format(place=card.accessibleDescription()))
        yield card
