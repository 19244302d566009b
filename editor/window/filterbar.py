"""The filter over the findings: by words, by family, with or without what is only possible; and how they are sorted."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from editor.desk import Desk, Row
from editor.finding import CONFIDENCES, FAMILIES, Confidence, Family
from editor.window import confidence, icons, mirror, theme
from editor.window.findings_model import ORDERS, Order
from editor.window.flow import Flow
from editor.window.translation import tr
from editor.window.wording import FAMILY_NAMES, thousands
from editor.window.words import KeyButton, PressedByReturn

SPACE = theme.SPACE


_PARAGRAPH = re.compile(r"(?:¶|p(?:ara(?:graph)?)?\.?)\s*(\d+)", re.IGNORECASE)
SURE: frozenset[Confidence] = frozenset(("certain", "likely"))
"""What is shown until the editor asks for more."""


@dataclass(slots=True)
class Filter:
    """Which findings are shown: by family, by how sure the check is, by words or paragraph; all or only new ones."""

    desk: Desk
    families: set[Family] = field(default_factory=lambda: set(FAMILIES))
    words: str = ""
    """Words of a place, a message, a check or a confidence; `¶ 3` is the third paragraph."""
    confidences: set[Confidence] = field(default_factory=lambda: set(SURE))
    new: bool = False
    """Whether only what came since the article was opened, or since the editor last had it checked, is shown."""
    seen: frozenset[int] | None = None
    """The findings that were there then; None before the first check is done."""
    number: Callable[[int], int] = lambda place: 0
    """The number of the paragraph at a place."""

    def __call__(self, row: Row) -> bool:
        if row.family not in self.families or row.confidence not in self.confidences:
            return False
        if self.new and not self.is_new(row):
            return False
        words = self.words.casefold()
        if not words:
            return True
        if paragraph := _PARAGRAPH.fullmatch(words):
            return any(self.number(span.start) == int(paragraph[1]) for span in row.finding.places)
        places = " ".join(span.of(self.desk.text) for span in row.finding.places)
        named = f"{row.check.replace('_', ' ')} {confidence.name(row.confidence)}"
        return words in f"{places} {row.message} {named}".casefold()

    @property
    def possible(self) -> bool:
        """Whether what is only possible is shown."""
        return "possible" in self.confidences

    def kept(self) -> dict[str, object]:
        """The filter as the session keeps it."""
        return {"families": sorted(self.families), "words": self.words, "confidences": sorted(self.confidences)}

    def take_up(self, kept: Mapping[str, object]) -> None:
        """Filters as it did when this was kept; what is not said stays."""
        families = kept.get("families")
        if isinstance(families, list):
            self.families = {family for family in FAMILIES if family in families}
        self.words = str(kept.get("words", self.words))
        confidences = kept.get("confidences")
        if isinstance(confidences, list):
            self.confidences = {one for one in CONFIDENCES if one in confidences}

    @property
    def narrow(self) -> bool:
        """Whether it hides anything beside the possible ones."""
        return bool(self.words) or self.new or len(self.families) < len(FAMILIES) or not self.confidences >= SURE

    def is_new(self, row: Row) -> bool:
        return self.seen is not None and row.id not in self.seen

    def see(self) -> None:
        """What is on the board now is not new any more."""
        self.seen = frozenset(row.id for row in self.desk.rows())

    def widen(self) -> None:
        """Hides nothing any more but what is only possible."""
        self.words, self.new = "", False
        self.families, self.confidences = set(FAMILIES), self.confidences | SURE


class FilterBar(QWidget):
    """The filter's controls."""

    changed = Signal()
    sorted_by = Signal(str)
    """The order in which the findings are to stand."""
    left = Signal()
    """The editor is done with the filter and goes to the list."""

    def __init__(self, filter_: Filter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filter = filter_
        self.words = Field(self)
        self.words.setPlaceholderText(tr("Filter findings  ( / )"))
        self.words.setClearButtonEnabled(True)
        self.words.setAccessibleName(tr("Filter findings by their words"))
        self.words.setAccessibleDescription(
            tr("Shows the findings whose words or message hold these; Escape empties it")
        )
        self.words.textChanged.connect(self._written)
        self.words.left.connect(self._leave)
        self.sort = KeyButton("findings.sort", tr("By kind"), tr("Sorts the findings by kind or by place"), self)
        self.sort.clicked.connect(self._sorted)
        self.order: Order = "kind"
        self._row = QWidget(self)
        first = QHBoxLayout(self._row)
        first.setContentsMargins(0, 0, 0, 0)
        first.setSpacing(SPACE)
        first.addWidget(self.words, 1)
        first.addWidget(self.sort)
        chips = Flow()
        self.chips: dict[Family, Toggle] = {}
        for family in FAMILIES:
            chip = Toggle(tr(FAMILY_NAMES[family]), family, self)
            chip.setChecked(True)
            chip.toggled.connect(lambda on, f=family: self._toggled(f, on))
            self.chips[family] = chip
            chips.addWidget(chip)
        self.sure: dict[Confidence, Toggle] = {}
        for one in CONFIDENCES:
            self.sure[one] = Toggle(confidence.name(one), one, self)
            self.sure[one].toggled.connect(self._confided)
            chips.addWidget(self.sure[one])
        self.new = Toggle(
            tr("New"), "", self, tr("came since the article was opened, or since you last had it checked")
        )
        self.new.toggled.connect(self._new)
        chips.addWidget(self.new)
        self.decided = KeyButton(
            "findings.decided", "", tr("Lists what was decided, to be taken back one by one"), self
        )
        self.decided.hide()
        chips.addWidget(self.decided)
        # Where there is little room, these stand for the row of field and button.
        self._brief = [KeyButton("findings.filter", "", tr("Filters the findings by their words"), self)]
        self._brief[0].clicked.connect(self.focus_words)
        self._brief.append(KeyButton("findings.sort", "", tr("Sorts the findings by kind or by place"), self))
        self._brief[1].clicked.connect(self.toggle_sort)
        for button, name in zip(self._brief, (tr("Filter findings"), tr("Sort findings")), strict=True):
            button.setAccessibleName(name)
            button.hide()
            chips.addWidget(button)
        self._low = False
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * SPACE, SPACE, 2 * SPACE, SPACE // 2)
        layout.setSpacing(SPACE)
        layout.addWidget(self._row)
        layout.addLayout(chips)

    def use(self, filter_: Filter) -> None:
        """Shows the state of another article's filter."""
        self._filter = filter_
        every = (self.words, self.new, *self.sure.values(), *self.chips.values())
        for widget in every:
            widget.blockSignals(True)
        self.words.setText(filter_.words)
        self.new.setChecked(filter_.new)
        for one, toggle in self.sure.items():
            toggle.setChecked(one in filter_.confidences)
        for family, chip in self.chips.items():
            chip.setChecked(family in filter_.families)
        for widget in every:
            widget.blockSignals(False)

    def set_low(self, low: bool) -> None:
        """Whether there is so little room that the field is shown only while it is used."""
        if low != self._low:
            self._low = low
            self._fold()

    def focus_words(self) -> None:
        """Goes to the field."""
        self._row.show()
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _fold(self) -> None:
        used = bool(self.words.text()) or self.words.hasFocus()
        self._row.setVisible(not self._low or used)
        for button in self._brief:
            button.setVisible(self._low)
        self._show_sure()

    def _show_sure(self) -> None:
        """Where there is little room, only what differs from the rule is there to be pressed."""
        for one, toggle in self.sure.items():
            toggle.set_brief(self._low)
            usual = toggle.isChecked() == (one in SURE)
            spared = self._low and one in SURE and usual
            toggle.setVisible((bool(toggle.count) or not usual) and not spared)

    def count(self, rows: Iterable[Row]) -> None:
        """Tells each family how many findings wait, whatever the filter shows."""
        counts, sure, new = dict.fromkeys(FAMILIES, 0), dict.fromkeys(CONFIDENCES, 0), 0
        shown = self._filter.confidences
        for row in rows:
            sure[row.confidence] += 1
            if row.confidence in shown:
                counts[row.family] += 1
                new += self._filter.is_new(row)
        for family, chip in self.chips.items():
            chip.set_count(counts[family])
            chip.setVisible(bool(counts[family]) or not chip.isChecked())
        for one, toggle in self.sure.items():
            toggle.set_count(sure[one])
        self._show_sure()
        self.new.set_count(new)
        self.new.setVisible(bool(new) or self._filter.new)

    def count_decided(self, count: int) -> None:
        """So many decisions hold."""
        self.decided.set_words(tr("Decided {count}").format(count=thousands(count)))
        self.decided.setVisible(bool(count))

    def reset(self) -> None:
        """Shows all findings again."""
        self._filter.widen()
        self.use(self._filter)
        self.changed.emit()

    def _leave(self) -> None:
        self.left.emit()
        self._fold()

    def toggle_sort(self) -> None:
        self.sort.click()

    def _sorted(self) -> None:
        self.show_order(ORDERS[(ORDERS.index(self.order) + 1) % len(ORDERS)])
        self.sorted_by.emit(self.order)

    def show_order(self, order: Order) -> None:
        """Says in which order the findings stand."""
        self.order = order
        words = {"kind": tr("By kind"), "place": tr("By place"), "check": tr("By check")}
        self.sort.set_words(words[order])

    def _written(self, words: str) -> None:
        self._filter.words = words.strip()
        self.changed.emit()

    def _toggled(self, family: Family, on: bool) -> None:
        self._filter.families = {f for f in FAMILIES if self.chips[f].isChecked()}
        self.changed.emit()

    def _confided(self, on: bool) -> None:
        self._filter.confidences = {one for one, toggle in self.sure.items() if toggle.isChecked()}
        self.changed.emit()

    def _new(self, on: bool) -> None:
        self._filter.new = on
        self.changed.emit()


class Field(QLineEdit):
    """A field that gives the list back the focus on Escape, Return and Down."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif key in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.left.emit()
        else:
            super().keyPressEvent(event)


class Toggle(PressedByReturn):
    """A switch with a family's icon or a confidence's mark, and how many findings it has."""

    def __init__(
        self, words: str, of: Family | Confidence | Literal[""], parent: QWidget | None = None, help_: str = ""
    ) -> None:
        super().__init__(parent)
        self._words, self._of, self._count, self._help = words, of, 0, help_
        self._brief = False
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.toggled.connect(self._told)
        self.set_count(0)

    @property
    def count(self) -> int:
        return self._count

    def set_brief(self, brief: bool) -> None:
        """Whether the mark stands without its word."""
        self._brief = brief
        self.updateGeometry()
        self.update()

    def set_count(self, count: int) -> None:
        self._count = count
        self._told()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(theme.interface_font(0.95))
        icon = metrics.height() + SPACE / 2 if self._of else 0
        return QSize(int(icon + metrics.horizontalAdvance(self._said()) + 2 * SPACE + 1), int(metrics.height() + SPACE))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = mirror.painter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on, focused = self.isChecked(), self.hasFocus()
        painter.setPen(QPen(theme.colour("accent" if focused else "edge" if on else "line"), 2 if focused else 1))
        painter.setBrush(theme.colour("chosen" if self.underMouse() else "raised" if on else "panel"))
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(frame, frame.height() / 2, frame.height() / 2)
        font = theme.interface_font(0.95)
        font.setStrikeOut(not on and self._of not in ("", "possible"))
        painter.setFont(font)
        line = QFontMetricsF(font).height()
        x, y = float(SPACE), (self.height() - line) / 2
        if self._of in CONFIDENCES:
            x += confidence.draw(painter, x, y, line, self._of, "" if on else "edge") + SPACE / 2
        elif self._of:
            shade = self._of if on else "edge"
            at = QPointF(round(x), round(y))
            mirror.picture(painter, at, icons.pixmap(self._of, line, self.devicePixelRatioF(), shade))
            x += line + SPACE / 2
        painter.setPen(theme.colour("text" if on else "muted"))
        mirror.text(painter, QRectF(x, y, self.width() - x, line), Qt.AlignmentFlag.AlignVCenter, self._said())

    def _said(self) -> str:
        count = thousands(self._count)
        return count if self._of in FAMILIES or self._brief else f"{self._words} {count}"

    def _told(self) -> None:
        count = tr("%n finding(s)", "", self._count)
        state = tr("{words}: {count}, shown") if self.isChecked() else tr("{words}: {count}, hidden")
        said = state.format(words=self._words, count=count)
        self.setAccessibleName(said)
        self.setToolTip(f"{said}. {self._help}" if self._help else said)
