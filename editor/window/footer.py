"""The panel's last line: what was checked of the article, what was not, and why; and whether a check is going on."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from editor import checker, pages
from editor.desk import Desk
from editor.finding import FAMILIES
from editor.saying import Said
from editor.window import theme
from editor.window.translation import told, tr
from editor.window.wording import FAMILY_NAMES, elided, shown_words, within
from editor.window.words import PressedByReturn, Run, Words, line_height

SPACE = theme.SPACE
PATIENCE = 200
"""Milliseconds that a check may take before anything is said of it."""


REASON = 48
"""How many characters of a reason are shown while the line is short."""


NAMED = 3
"""How many checks are named that one reason stopped."""
LOW = 33
"""A panel of fewer lines than these is a low one."""


class Footer(PressedByReturn):
    """Says what was and what was not checked: in short, and pressed, in full."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk: Desk | None = None
        self._said = ""
        self._words = Words([], self, scale=0.92)
        self._spinner = _Spinner(self)
        self._busy = QTimer(self)
        self._busy.setInterval(PATIENCE)
        self._busy.timeout.connect(self._look)
        line = QHBoxLayout()
        line.setSpacing(SPACE)
        line.addWidget(self._spinner, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._words, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * SPACE, SPACE - 1, 2 * SPACE, SPACE)
        layout.addLayout(line)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleDescription(tr("Press to read it in full"))
        self.toggled.connect(self.show_checked)

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.sizeHint() if layout else super().sizeHint()

    def use(self, desk: Desk) -> None:
        self._desk = desk
        self._said = ""
        self.show_checked()
        self.expect()

    def expect(self) -> None:
        """The text has changed: a check is to follow."""
        if not self._busy.isActive():
            self._busy.start()

    def show_checked(self) -> None:
        """Shows what the desk has heard of the checks."""
        most = 10_000 if self.isChecked() else 0 if self._low() else REASON
        runs = checked_runs(self._desk, most) if self._desk else []
        said = "".join(run.words for run in runs)
        if said != self._said:
            self._said = said
            self._words.show_runs(runs)
            self.setAccessibleName(said)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.show_checked()

    def _low(self) -> bool:
        """Whether the panel has so little room that reasons are left for when they are asked for."""
        panel = self.parentWidget()
        return panel is not None and panel.height() < LOW * line_height()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawLine(0, 0, self.width(), 0)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def _look(self) -> None:
        running = bool(self._desk and self._desk.checking.running)
        self._spinner.turn(running)
        if not running and not (self._desk and self._desk.checking.stale):
            self._busy.stop()
            self.show_checked()


def checked_runs(desk: Desk, most: int = REASON) -> list[Run]:
    """ "Checked: … Not checked: … because …", as far as the checks have spoken."""
    checking = desk.checking
    if not checking.checked and not checking.trouble and not checking.died:
        return [Run(tr("Not checked yet."), "muted")]
    families = {_family(check) for check in checking.checked}
    names = ", ".join(within(tr(FAMILY_NAMES[f])) for f in FAMILIES if f in families)
    if not most:
        names = tr("%n family(s)", "of checks", len(families - {""}))
    words = tr("Checked: {what}.")
    if most > REASON:
        words = tr("Checked: {what} (%n check(s)).", "", len(checking.checked))
    runs = [Run(words.format(what=names) + " " if names else "", "muted")]
    missed = _together(checking.not_checked())
    if missed:
        runs.append(Run(tr("Not checked:") + " ", "strong"))
        because = tr("{what}, because {why}")
        said = [because.format(what=what, why=elided(why, most)) if most else what for what, why in missed]
        runs.append(Run("; ".join(said) + ("." if most else "…"), "muted"))
    return runs


def _together(missed: Iterable[tuple[Said | str, Said | str]]) -> list[tuple[str, str]]:
    """What was not checked, and why; what has one reason is said together, and only counted where it is much."""
    whys: dict[str, list[str]] = {}
    for what, why in missed:
        whys.setdefault(_reason(told(why)), []).append(_title(told(what)))
    return [(_named(every), why) for why, every in whys.items()]


def _named(every: list[str]) -> str:
    names, rest = ", ".join(every[:NAMED]), len(every) - NAMED
    return tr("{names} and %n more", "", rest).format(names=names) if rest > 0 else names


def _family(check: str) -> str:
    try:
        return pages.page(check).family
    except (KeyError, pages.PageError):
        return ""


def _title(what: str) -> str:
    try:
        return within(pages.page(what).title) if what in checker.names() else what
    except (KeyError, pages.PageError):
        return what


def _reason(why: str) -> str:
    return shown_words(why).strip().rstrip(".")


class _Spinner(QWidget):
    """A quarter of a ring that goes round while a check is going on; gone when none is."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._angle = 0
        self._timer = QTimer(self)
        self._timer.setInterval(80)
        self._timer.timeout.connect(self._step)
        self.setFixedSize(14, 14)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Checking"))
        self.hide()

    def turn(self, on: bool) -> None:
        self.setVisible(on)
        if on and not self._timer.isActive():
            self._timer.start()
        elif not on:
            self._timer.stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = QRectF(2, 2, 10, 10)
        painter.setPen(QPen(theme.colour("line"), 2))
        painter.drawEllipse(ring)
        painter.setPen(QPen(theme.colour("accent"), 2))
        painter.drawArc(ring, -self._angle * 16, 90 * 16)

    def _step(self) -> None:
        self._angle = (self._angle + 30) % 360
        self.update()
