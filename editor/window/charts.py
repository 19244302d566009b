"""Charts: a row of bars, each of which is a place of the article; clicked, or walked by the arrow keys."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from editor.article import Span
from editor.window import mirror, theme
from editor.window.toast import announce
from editor.window.words import breadth, line_height

SPACE = theme.SPACE
SMALL = 0.88
"""How large the labels are beside the interface's type."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A value with what is said of it, and the place that it is of. What is `marked` has a pattern."""

    value: float
    said: str
    span: Span
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Limit:
    """A line across the bars, and its words."""

    value: float
    words: str


class Bars(QWidget):
    """Bars in the order of the text. Below them stands what is said of the one that is looked at."""

    jump = Signal(object)
    """The Span of the bar that the editor chose."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._bars: tuple[Bar, ...] = ()
        self._limit: Limit | None = None
        self._summary = ""
        self.current = -1
        """The number of the bar that was gone to last."""
        self._over = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._told()

    def show_bars(self, bars: Sequence[Bar], summary: str, limit: Limit | None = None) -> None:
        """Shows these bars; the `summary` stands below them while none is looked at."""
        made = (tuple(bars), summary, limit)
        if made != (self._bars, self._summary, self._limit):
            self._bars, self._summary, self._limit = made
            self.current, self._over = min(self.current, len(bars) - 1), -1
            self._told()
            self.update()

    def _told(self) -> None:
        said = self._bars[self.current].said if 0 <= self.current < len(self._bars) else self._summary
        self.setAccessibleName(f"{self._name}: {said}" if said else self._name)
        self.setAccessibleDescription(self._summary)

    # What it draws

    def sizeHint(self) -> QSize:
        return QSize(260, round(8 * line_height()))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def _field(self) -> QRectF:
        """Where the bars stand."""
        top = line_height() + SPACE / 2
        return QRectF(SPACE, top, self.width() - 2 * SPACE, self.height() - top - 2 * line_height() - SPACE)

    def _top(self) -> float:
        """The value at the upper edge."""
        return max([1.0, *(bar.value for bar in self._bars), self._limit.value * 1.15 if self._limit else 0])

    def _step(self) -> float:
        return min(3.0 * SPACE, self._field().width() / max(1, len(self._bars)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = mirror.painter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        field, step, top = self._field(), self._step(), self._top()
        gap = 1.5 if step > 4 else 0.5 if step > 2 else 0
        for number, bar in enumerate(self._bars):
            high = max(1.5, field.height() * max(0.0, bar.value) / top)
            place = QRectF(field.left() + number * step, field.bottom() - high, max(1.0, step - gap), high)
            self._bar(painter, place, bar, chosen=number in (self.current, self._over))
        painter.setPen(QPen(theme.colour("edge"), 1))
        painter.drawLine(field.bottomLeft(), field.bottomRight())
        if self._limit:
            self._line(painter, field, field.bottom() - field.height() * self._limit.value / top)
        self._words(painter, field)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), theme.RADIUS, theme.RADIUS)

    def _bar(self, painter: QPainter, place: QRectF, bar: Bar, *, chosen: bool) -> None:
        ink = theme.colour("accent" if chosen else "warning" if bar.marked else "repetition")
        painter.setPen(Qt.PenStyle.NoPen)
        if not bar.marked:
            ink.setAlphaF(1 if chosen else 0.6)
            painter.fillRect(place, ink)
            return
        painter.fillRect(place, theme.colour("warning_ground"))
        painter.fillRect(place, QBrush(ink, Qt.BrushStyle.BDiagPattern))
        if place.width() > 3:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(ink, 1))
            painter.drawRect(place.adjusted(0.5, 0.5, -0.5, 0))
        else:
            painter.fillRect(place, ink)

    def _line(self, painter: QPainter, field: QRectF, y: float) -> None:
        assert self._limit
        painter.setPen(QPen(theme.colour("text"), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(field.left(), y), QPointF(field.right(), y))
        # What the line stands for is said above all bars, where no bar is hidden by it.
        wide, line = breadth(self._limit.words, SMALL), line_height()
        place = QRectF(field.right() - wide - 1, SPACE / 4, wide + 1, line)
        painter.drawLine(
            QPointF(place.left() - 3 * SPACE, place.center().y()), QPointF(place.left() - SPACE / 2, place.center().y())
        )
        painter.setFont(theme.interface_font(SMALL))
        mirror.text(painter, place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._limit.words)

    def _words(self, painter: QPainter, field: QRectF) -> None:
        number = self._over if self._over >= 0 else self.current
        words = self._bars[number].said if 0 <= number < len(self._bars) else self._summary
        painter.setFont(theme.interface_font(SMALL))
        painter.setPen(theme.colour("text" if number >= 0 else "muted"))
        place = QRectF(field.left(), field.bottom() + SPACE / 2, field.width(), 2 * line_height())
        mirror.text(
            painter, place, Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, words
        )

    # What the editor does

    def at(self, x: float) -> int:
        """The number of the bar at a place of the widget; -1 where there is none."""
        number = int((mirror.across(self, x) - self._field().left()) / self._step()) if self._bars else -1
        return number if 0 <= number < len(self._bars) else -1

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self.at(event.position().x())
        self.setCursor(Qt.CursorShape.PointingHandCursor if over >= 0 else Qt.CursorShape.ArrowCursor)
        if over != self._over:
            self._over = over
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._over = -1
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        number = self.at(event.position().x())
        if event.button() is Qt.MouseButton.LeftButton and number >= 0:
            self._choose(number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, last = event.key(), len(self._bars) - 1
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or last < 0:
            event.ignore()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._choose(
                min(last, max(0, self.current + (1 if (key == Qt.Key.Key_Right) != self.isRightToLeft() else -1)))
            )
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._choose(0 if key == Qt.Key.Key_Home else last)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self._marked(1 if key == Qt.Key.Key_PageDown else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current >= 0:
            self._choose(self.current)
        else:
            event.ignore()

    def _marked(self, by: int) -> None:
        """Goes to the next bar with a pattern, or the one before."""
        ways = range(self.current + 1, len(self._bars)) if by > 0 else range(self.current - 1, -1, -1)
        number = next((n for n in ways if self._bars[n].marked), None)
        if number is not None:
            self._choose(number)

    def _choose(self, number: int) -> None:
        self.current = number
        self._told()
        self.update()
        announce(self, self._bars[number].said)
        self.jump.emit(self._bars[number].span)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            number = self.at(event.pos().x())
            QToolTip.showText(event.globalPos(), self._bars[number].said if number >= 0 else "", self)
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()
            self.update()
