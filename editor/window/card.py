"""The article's card: what it is, how long, how it reads, what is open on it, and whether it is ready for sign-off."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QEvent, QLocale, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from editor.desk import Desk
from editor.desk import happenings as told
from editor.desk.signing import Want, checklist
from editor.finding import CONFIDENCES, FAMILIES, Family
from editor.saying import mark
from editor.window import facts, keymap, length, theme
from editor.window.axis import Mark
from editor.window.card_parts import Figure, Figures, Line
from editor.window.charts import Bars
from editor.window.footer import checked_runs
from editor.window.readings import lengths, readings
from editor.window.timeline import Timeline
from editor.window.translation import told as said_words
from editor.window.translation import tr
from editor.window.wording import FAMILY_NAMES, clock, shown_words
from editor.window.words import Run, Words

SPACE = theme.SPACE
SETTLE = 250
"""Milliseconds after the last that was told until the card shows it; only while it is looked at."""
_WANT_ICONS: dict[Want, str] = {
    "findings": "repetition",
    "unsourced": "unsourced",
    "queries": "query",
    "date": "calendar",
    "grammar": "language",
    "checks": "run",
}
_TITLES = {
    "ready": mark("Ready for sign-off?"),
    "open": mark("Open findings"),
    "sentences": mark("Sentences"),
    "reading": mark("Reading ease by paragraph (higher is easier)"),
    "dates": mark("Dates"),
    "checked": mark("What was checked"),
}


class Card(QScrollArea):
    """Shows a desk's article as a whole. It is brought up to date when the hands rest, and only while in view."""

    jump = Signal(object)
    """A Span to be shown in the manuscript; the focus stays here."""
    back = Signal()
    """The editor wants to go back to the text."""
    wanted = Signal(str)
    """What the editor wants to see to: a `Want`, or the name of a family of findings."""
    date_wanted = Signal()
    language_wanted = Signal()
    sign_wanted = Signal()
    looked_at = Signal(bool)
    """Whether the page is in view."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Article"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._desk: Desk | None = None
        self._long = 25
        self._settle = QTimer(self, singleShot=True, interval=SETTLE)
        self._settle.timeout.connect(self.refresh)
        self._page = QWidget(self)
        self._page.setAutoFillBackground(True)
        self._column = QVBoxLayout(self._page)
        self._column.setContentsMargins(2 * SPACE, SPACE, 2 * SPACE, 2 * SPACE)
        self._column.setSpacing(SPACE // 2)
        self._titles: dict[str, Words] = {}
        self._build()
        self.setWidget(self._page)

    def _build(self) -> None:
        self.headline = Words([], self, reading=True)
        self.byline = Words([], self)
        self.date, self.language = Line(self), Line(self)
        self.figures = Figures(self)
        self.items: dict[Want, Line] = {}
        self.signed = Words([], self)
        self.sign = QPushButton(tr("Sign off…"), self)
        self.families: dict[Family, Line] = {}
        self.sentences = Bars(tr("Sentence lengths"), self)
        self.reading = Bars(tr("Reading ease by paragraph"), self)
        self.timeline = Timeline(self)
        self.timeline.set_room("low")
        self.checked = Words([], self, scale=0.92)
        for widget in (self.headline, self.byline, self.date, self.language, self.figures):
            self._column.addWidget(widget)
        self._title("ready")
        for want in _WANT_ICONS:
            self.items[want] = self._line(want)
        self._column.addSpacing(SPACE // 2)
        self._column.addWidget(self.signed)
        self._column.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignLeft)
        self._title("open")
        for family in FAMILIES:
            self.families[family] = self._line(family)
        for name, chart in (("sentences", self.sentences), ("reading", self.reading), ("dates", self.timeline)):
            self._title(name)
            self._column.addWidget(chart)
        self._title("checked")
        self._column.addWidget(self.checked)
        self._column.addStretch(1)
        self.date.clicked.connect(self.date_wanted)
        self.language.clicked.connect(self.language_wanted)
        self.sign.clicked.connect(self.sign_wanted)
        self.sign.setProperty("primary", True)
        for bars in (self.sentences, self.reading):
            bars.jump.connect(self.jump)
        self.timeline.chosen.connect(self._dated)
        for part in self._parts():
            part.installEventFilter(self)

    def _title(self, name: str) -> None:
        words = self._titles[name] = Words([Run(tr(_TITLES[name]), "strong")], self)
        self._column.addSpacing(SPACE)
        self._column.addWidget(words)

    def _line(self, wanted: str) -> Line:
        line = Line(self)
        line.clicked.connect(lambda *_: self.wanted.emit(wanted))
        self._column.addWidget(line)
        return line

    # What the panel calls

    def use(self, desk: Desk) -> None:
        """Shows another article."""
        self._desk = desk
        desk.subscribe(lambda happening: self._hear(desk, happening))
        self.verticalScrollBar().setValue(0)
        self.refresh()

    def set_long(self, words: int) -> None:
        """From more than how many words on a sentence is a long one."""
        self._long = words
        self.refresh()

    def enter(self) -> None:
        """Goes to the first thing that is missing for the sign-off, else to the sign-off."""
        self.refresh()
        missing = next((line for line in self.items.values() if line.leads), None)
        (missing or self.sign).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def do(self, name: str) -> None:
        """What a key or the palette asks of the page."""
        {"sign": self.sign_wanted, "date": self.date_wanted, "language": self.language_wanted}[name].emit()

    def _hear(self, desk: Desk, happening: told.Happening) -> None:
        quiet = told.Chosen | told.SavingChanged | told.Announced
        if desk is not self._desk or not self.isVisible() or isinstance(happening, quiet):
            return
        # Put off by typing alone: the checks speak often, and what they say is to be seen.
        if isinstance(happening, told.TextEdited) or not self._settle.isActive():
            self._settle.start()

    # What it shows

    def refresh(self) -> None:
        """Takes over the article as it is. What was measured comes from the checks' process."""
        self._settle.stop()
        if self._desk and self.isVisible():
            self._show_facts(self._desk)
            self._show_open(self._desk)
            self._show_signing(self._desk)
            self._show_measures(self._desk)
            self._show_dates(self._desk)
            self.checked.show_runs(checked_runs(self._desk, 10_000))

    def _show_facts(self, desk: Desk) -> None:
        known = desk.article.facts
        self.headline.show_runs([Run(shown_words(desk.title), "strong")])
        self.byline.show_runs([Run(shown_words(known.byline.value), "muted")] if known.byline else [])
        self.byline.setVisible(bool(known.byline and known.byline.value))
        missing = not known.day
        how = tr(facts.KNOWN[known.date.known]) if known.date and not missing else ""
        self.date.show_line("calendar", "warning" if missing else "muted", facts.said_date(known), how)
        how = tr(facts.KNOWN[known.language.known])
        self.language.show_line("globe", "muted", facts.said_language(known), how)
        spelled, count = QLocale().toString, length.counted(desk.text)
        minutes = max(1, round(count.words / length.PACE))
        figures = [
            Figure(spelled(count.words), tr("words")),
            Figure(spelled(count.characters), tr("characters")),
            Figure(tr("{minutes} min").format(minutes=minutes), tr("to read")),
        ]
        if wanted := length.target(known):
            unit = tr("words wanted") if wanted.unit == "words" else tr("characters wanted")
            figures.append(Figure(spelled(wanted.length), unit))
        self.figures.show_figures(figures)

    def _show_open(self, desk: Desk) -> None:
        counts: dict[Family, Counter[str]] = {family: Counter() for family in FAMILIES}
        for row in desk.board.open_rows():
            counts[row.family][row.confidence] += 1
        said = {"certain": tr("{count} certain"), "likely": tr("{count} likely"), "possible": tr("{count} possible")}
        for family, line in self.families.items():
            here = counts[family]
            parts = [said[how].format(count=here[how]) for how in CONFIDENCES if here[how]]
            line.show_line(
                family,
                family if here else "muted",
                tr(FAMILY_NAMES[family]),
                " · ".join(parts) or tr("none", "no findings of this family"),
                leads=bool(here),
            )

    def _show_signing(self, desk: Desk) -> None:
        items = checklist(desk)
        for item in items:
            icon, hue = ("check", "ok") if item.done else ("warning", "warning")
            self.items[item.want].show_line(icon, hue, said_words(item.words), leads=not item.done)
        left = sum(not item.done for item in items)
        title = tr("Ready for sign-off") if not left else tr("Ready for sign-off? %n thing(s) missing", "", left)
        self._titles["ready"].show_runs([Run(title, "strong")])
        self.signed.show_runs(signed_runs(desk))
        self.signed.setVisible(desk.signing.last is not None)
        keys = keymap.cap("card.sign")
        self.sign.setText(f"{tr('Sign off…')}  {keys}" if keys else tr("Sign off…"))

    def _show_measures(self, desk: Desk) -> None:
        measures = desk.checking.measures
        for name, chart in (("sentences", self.sentences), ("reading", self.reading)):
            there = bool(measures and measures.sentences) and (name == "sentences" or measures is not None)
            self._titles[name].setVisible(there)
            chart.setVisible(there)
        if not measures or not measures.sentences:
            return
        self.sentences.show_bars(*lengths(measures, self._long))
        shown = readings(measures)
        if not shown[0]:
            self.reading.hide()
            words = tr("Reading ease is known for English, German and Spanish only.")
            self._titles["reading"].show_runs([Run(words, "muted")])
            return
        self._titles["reading"].show_runs([Run(tr(_TITLES["reading"]), "strong")])
        self.reading.show_bars(*shown)

    def _show_dates(self, desk: Desk) -> None:
        self._days = [row for row in desk.checking.sheet if row.days]
        marks = [Mark(*row.days, row.title, bool(row.clashes), True) for row in self._days if row.days]
        self.timeline.show_marks(marks, self.timeline.current if self.timeline.current < len(marks) else -1)
        self._titles["dates"].setVisible(not self.timeline.isHidden())

    def _dated(self, number: int) -> None:
        if number < len(self._days):
            self.jump.emit(self._days[number].places[0].span)

    # Keys, and whether it is looked at

    def keyPressEvent(self, event: QKeyEvent) -> None:
        name = keymap.meant("card", event)
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self.back.emit()
        elif name:
            self.do(name)
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A button would take Up and Down for itself, and leave the page by them.
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
            if by and not event.modifiers() & ~_KEYPAD:
                self._walk(by)
                return True
        return super().eventFilter(watched, event)

    def _parts(self) -> list[QWidget]:
        """The parts of the page that may lead somewhere, from the top down."""
        signing = (*self.items.values(), self.sign, *self.families.values())
        return [self.date, self.language, *signing, self.sentences, self.reading, self.timeline]

    def _walk(self, by: int) -> None:
        """Goes to the next part of the page that leads somewhere, or the one before."""
        shown = [one for one in self._parts() if one.isVisibleTo(self._page)]
        parts = [one for one in shown if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
        now = self.window().focusWidget()
        at = parts.index(now) + by if now in parts else 0
        part = parts[min(max(at, 0), len(parts) - 1)]
        part.setFocus(Qt.FocusReason.TabFocusReason)
        self.ensureWidgetVisible(part, 0, 3 * SPACE)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.looked_at.emit(True)
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.looked_at.emit(False)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange) and hasattr(self, "_settle"):
            self._settle.start()


_KEYPAD = Qt.KeyboardModifier.KeypadModifier


def signed_runs(desk: Desk) -> list[Run]:
    """ "Signed off by Ada at 14:02; changed since", and what was open then."""
    from datetime import datetime

    signed = desk.signing.last
    if not signed:
        return []
    when = clock(datetime.fromisoformat(signed.at).timestamp())
    if desk.signing.holds:
        said = tr("Signed off by {name}, {time}.")
    else:
        said = tr("Signed off by {name}, {time}; changed since.")
    runs = [Run(said.format(name=shown_words(signed.by), time=when), "strong")]
    if signed.remark:
        runs.append(Run(f" “{shown_words(signed.remark)}”", "muted"))
    if signed.open:
        runs.append(Run(" " + tr("Open then: {what}.").format(what=", ".join(signed.open)), "muted"))
    return runs
