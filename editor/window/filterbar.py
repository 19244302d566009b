"""The filter over the findings: by words, by family, with or without what is only possible; and how they are sorted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from editor.desk import Desk, Row
from editor.finding import FAMILIES, Family
from editor.window import icons, theme
from editor.window.flow import Flow
from editor.window.wording import FAMILY_NAMES, plural
from editor.window.words import KeyButton, PressedByReturn

SPACE = theme.SPACE


@dataclass(slots=True)
class Filter:
    """Which findings are shown: of these families, with these words in place or message, and whether possible ones."""

    desk: Desk
    families: set[Family] = field(default_factory=lambda: set(FAMILIES))
    words: str = ""
    possible: bool = False

    def __call__(self, row: Row) -> bool:
        if row.family not in self.families or (row.finding.confidence == "possible" and not self.possible):
            return False
        words = self.words.casefold()
        if not words:
            return True
        places = " ".join(span.of(self.desk.text) for span in row.finding.places)
        return words in f"{places} {row.message} {row.finding.check.replace('_', ' ')}".casefold()

    def kept(self) -> dict[str, object]:
        """The filter as the session keeps it."""
        return {"families": sorted(self.families), "words": self.words, "possible": self.possible}

    def take_up(self, kept: Mapping[str, object]) -> None:
        """Filters as it did when this was kept; what is not said stays."""
        families = kept.get("families")
        if isinstance(families, list):
            self.families = {family for family in FAMILIES if family in families}
        self.words = str(kept.get("words", self.words))
        self.possible = bool(kept.get("possible", self.possible))

    @property
    def narrow(self) -> bool:
        """Whether it hides anything beside the possible ones."""
        return bool(self.words) or len(self.families) < len(FAMILIES)


class FilterBar(QWidget):
    """The filter's controls."""

    changed = Signal()
    sorted_by = Signal(bool)
    """Whether the findings are to be grouped by family; else they stand in the order of their places."""
    left = Signal()
    """The editor is done with the filter and goes to the list."""

    def __init__(self, filter_: Filter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filter = filter_
        self.words = Field(self)
        self.words.setPlaceholderText("Filter findings  ( / )")
        self.words.setClearButtonEnabled(True)
        self.words.setAccessibleName("Filter findings by their words")
        self.words.setAccessibleDescription("Shows the findings whose words or message hold these; Escape empties it")
        self.words.textChanged.connect(self._written)
        self.words.left.connect(self._leave)
        self.sort = KeyButton("findings.sort", "By kind", "Sorts the findings by kind or by place", self)
        self.sort.clicked.connect(self._sorted)
        self._grouped = True
        self._row = QWidget(self)
        first = QHBoxLayout(self._row)
        first.setContentsMargins(0, 0, 0, 0)
        first.setSpacing(SPACE)
        first.addWidget(self.words, 1)
        first.addWidget(self.sort)
        chips = Flow()
        self.chips: dict[Family, Toggle] = {}
        for family in FAMILIES:
            chip = Toggle(FAMILY_NAMES[family], family, self)
            chip.setChecked(True)
            chip.toggled.connect(lambda on, f=family: self._toggled(f, on))
            self.chips[family] = chip
            chips.addWidget(chip)
        self.possible = Toggle("Possible", "", self)
        self.possible.toggled.connect(self._possible)
        chips.addWidget(self.possible)
        # Where there is little room, these stand for the row of field and button.
        self._brief = [KeyButton("findings.filter", "", "Filters the findings by their words", self)]
        self._brief[0].clicked.connect(self.focus_words)
        self._brief.append(KeyButton("findings.sort", "", "Sorts the findings by kind or by place", self))
        self._brief[1].clicked.connect(self.toggle_sort)
        for button, name in zip(self._brief, ("Filter findings", "Sort findings"), strict=True):
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
        for widget in (self.words, self.possible, *self.chips.values()):
            widget.blockSignals(True)
        self.words.setText(filter_.words)
        self.possible.setChecked(filter_.possible)
        for family, chip in self.chips.items():
            chip.setChecked(family in filter_.families)
        for widget in (self.words, self.possible, *self.chips.values()):
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

    def count(self, rows: Iterable[Row]) -> None:
        """Tells each family how many findings wait, whatever the filter shows."""
        counts, possible = dict.fromkeys(FAMILIES, 0), 0
        for row in rows:
            if row.finding.confidence == "possible":
                possible += 1
                if not self._filter.possible:
                    continue
            counts[row.family] += 1
        for family, chip in self.chips.items():
            chip.set_count(counts[family])
            chip.setVisible(bool(counts[family]) or not chip.isChecked())
        self.possible.set_count(possible)
        self.possible.setVisible(bool(possible) or self._filter.possible)

    def reset(self) -> None:
        """Shows all findings again."""
        self._filter.words, self._filter.families = "", set(FAMILIES)
        self.use(self._filter)
        self.changed.emit()

    def _leave(self) -> None:
        self.left.emit()
        self._fold()

    def toggle_sort(self) -> None:
        self.sort.click()

    def _sorted(self) -> None:
        self._grouped = not self._grouped
        self.sort.set_words("By kind" if self._grouped else "By place")
        self.sorted_by.emit(self._grouped)

    def _written(self, words: str) -> None:
        self._filter.words = words.strip()
        self.changed.emit()

    def _toggled(self, family: Family, on: bool) -> None:
        self._filter.families = {f for f in FAMILIES if self.chips[f].isChecked()}
        self.changed.emit()

    def _possible(self, on: bool) -> None:
        self._filter.possible = on
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
    """A family's switch, with its icon and how many findings it has."""

    def __init__(self, words: str, family: Family | str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._family, self._count = words, family, 0
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.toggled.connect(self._told)
        self.set_count(0)

    def set_count(self, count: int) -> None:
        self._count = count
        self._told()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(theme.interface_font(0.95))
        words = f"{self._count:,}" if self._family else f"{self._words} {self._count:,}"
        icon = metrics.height() + SPACE / 2 if self._family else 0
        return QSize(int(icon + metrics.horizontalAdvance(words) + 2 * SPACE + 1), int(metrics.height() + SPACE))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on, focused = self.isChecked(), self.hasFocus()
        painter.setPen(QPen(theme.colour("accent" if focused else "edge" if on else "line"), 2 if focused else 1))
        painter.setBrush(theme.colour("chosen" if self.underMouse() else "raised" if on else "panel"))
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(frame, frame.height() / 2, frame.height() / 2)
        font = theme.interface_font(0.95)
        font.setStrikeOut(not on and bool(self._family))
        painter.setFont(font)
        line = QFontMetricsF(font).height()
        x, y = float(SPACE), (self.height() - line) / 2
        hue = self._family or "text"
        if self._family:
            shade = hue if on else "edge"
            painter.drawPixmap(round(x), round(y), icons.pixmap(self._family, line, self.devicePixelRatioF(), shade))
            x += line + SPACE / 2
        painter.setPen(theme.colour("text" if on else "muted"))
        words = f"{self._count:,}" if self._family else f"{self._words} {self._count:,}"
        painter.drawText(QRectF(x, y, self.width() - x, line), Qt.AlignmentFlag.AlignVCenter, words)

    def _told(self) -> None:
        state = "shown" if self.isChecked() else "hidden"
        self.setAccessibleName(f"{self._words}: {plural(self._count, 'finding')}, {state}")
        self.setToolTip(f"{self._words}: {plural(self._count, 'finding')}, {state}")
