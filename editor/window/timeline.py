"""The timeline: the days of an article on a line, with what lies close together and what is at odds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from editor.window import icons, mirror, theme
from editor.window.axis import LANES, LEVELS, ON_AXIS, Bar, Drawing, Label, Mark, Spot, drawn, spelled
from editor.window.toast import announce
from editor.window.translation import tr
from editor.window.wording import thousands
from editor.window.words import breadth, line_height

SPACE = theme.SPACE
SMALL = 0.88
"""How large the labels are beside the interface's type."""
Room = Literal["ample", "low", "tight"]
LINES: dict[Room, tuple[int, int]] = {"ample": (LEVELS, LANES), "low": (1, 2), "tight": (1, 0)}
"""How many lines of labels there are over the axis and of bars below it."""


class Timeline(QWidget):
    """The axis with its marks. A click or the arrow keys choose one; other keys are left to what is around it."""

    chosen = Signal(int)
    """The number of the mark that the editor chose."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.marks: tuple[Mark, ...] = ()
        self.current = -1
        self._room: Room = "ample"
        self._made: tuple[object, ...] = ()
        self._drawing = drawn((), 1, len)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleDescription(tr("The left and right arrows go from day to day, Enter through a day’s places"))
        self._told()
        self.hide()

    # What the page calls

    def show_marks(self, marks: Sequence[Mark], current: int = -1) -> None:
        """Shows these days; hidden where there are fewer than two."""
        if tuple(marks) != self.marks or current != self.current:
            self.marks, self.current = tuple(marks), current
            self._told()
            self.updateGeometry()
            self.update()
        self.setVisible(len({(mark.first, mark.last) for mark in marks}) > 1)

    def light(self, current: int) -> None:
        """Makes a mark the chosen one; -1 none."""
        self.show_marks(self.marks, current)

    def set_room(self, room: Room) -> None:
        """How much room there is: with less of it there are fewer lines of labels and bars."""
        if room != self._room:
            self._room = room
            self.updateGeometry()
            self.update()

    # What it draws

    def drawing(self) -> Drawing:
        """Where everything stands at the present width and zoom."""
        made = (self.marks, self.current, self.width(), theme.zoom(), self._room)
        if made != self._made:
            self._made = made
            # As high as it is with nothing chosen: walking from day to day moves nothing else.
            levels = self._drawn(-1, LINES[self._room][0]).levels
            self._drawing = self._drawn(self.current, levels)
        return self._drawing

    def _drawn(self, chosen: int, levels: int) -> Drawing:
        return drawn(
            self.marks,
            self.width() - 4 * SPACE,
            lambda words: breadth(words, SMALL, bold=True),
            size=self._dot(),
            chosen=chosen,
            levels=levels,
            lanes=LINES[self._room][1],
        )

    def sizeHint(self) -> QSize:
        return QSize(260, self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self._height())

    def _height(self) -> int:
        plan = self.drawing()
        line = line_height()
        above = self._over() + plan.levels * line
        return round(1.5 * SPACE + above + 1.5 * self._dot() + plan.lanes * (line + 2))

    def _axis(self) -> float:
        """How far down the axis lies."""
        return SPACE / 2 + self._over() + self.drawing().levels * line_height() + 0.85 * self._dot()

    def _over(self) -> float:
        """How high the line above all is, which says from when to when the days reach."""
        return 0 if self._room == "tight" else line_height() + SPACE / 2

    def _dot(self) -> float:
        return round(0.68 * line_height())

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.marks:
            return
        painter = mirror.painter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(SPACE, 1, -SPACE, -1), theme.RADIUS, theme.RADIUS)
        painter.translate(2 * SPACE, 0)
        width = self.width() - 4 * SPACE
        if self._over():
            self._title(painter, width)
        plan, axis = self.drawing(), self._axis()
        for bar in sorted(plan.bars, key=lambda bar: bar.mark == self.current):
            self._bar(painter, bar, axis)
        self._line(painter, plan, axis, width)
        for label in plan.labels:
            self._label(painter, label, axis - 0.85 * self._dot() - (label.level + 1) * line_height(), axis)
        for label in plan.under:
            self._label(painter, label, self._lane(label.level, axis).top(), axis, bar=True)
        for spot in plan.spots:
            self._spot(painter, spot, axis)

    def _title(self, painter: QPainter, width: float) -> None:
        """From when to when the days reach, and how many of them are at odds."""
        line = QRectF(0, SPACE / 2, width, line_height())
        odd = sum(mark.odd for mark in self.marks)
        if odd:
            words = tr("%n at odds", "", odd)
            painter.setFont(theme.interface_font(bold=True))
            painter.setPen(theme.colour("consistency"))
            mirror.text(painter, line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)
            size = line_height()
            at = width - breadth(words, bold=True) - SPACE / 2 - size
            mirror.picture(painter, QPointF(at, line.top()), self._icon("consistency", size))
            line.setWidth(at - SPACE)
        painter.setFont(theme.interface_font())
        painter.setPen(theme.colour("muted"))
        first, last = min(mark.first for mark in self.marks), max(mark.last for mark in self.marks)
        words = tr("%n date(s), {days}", "", len(self.marks)).format(days=spelled(first, last, True))
        words = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(line.width()))
        mirror.text(painter, line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)

    def _line(self, painter: QPainter, plan: Drawing, axis: float, width: float) -> None:
        """The axis; dashed where it is shortened."""
        at = 0.0
        for left, right in (*plan.breaks, (width, width)):
            painter.setPen(QPen(theme.colour("edge"), 1.5))
            painter.drawLine(QPointF(at, axis), QPointF(left, axis))
            painter.setPen(QPen(theme.colour("edge"), 1.5, Qt.PenStyle.DotLine))
            painter.drawLine(QPointF(left, axis), QPointF(right, axis))
            at = right

    def _spot(self, painter: QPainter, spot: Spot, axis: float) -> None:
        """A disc for a day, a diamond for one at odds, with the number of days where there are more."""
        marks = [self.marks[n] for n in spot.marks]
        odd, chosen = any(mark.odd for mark in marks), self.current in spot.marks
        size = self._dot() * (1 if len(marks) > 1 or odd else 0.7)
        place = QRectF(spot.x - size / 2, axis - size / 2, size, size)
        if chosen:
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.setBrush(theme.colour("chosen"))
            painter.drawEllipse(place.adjusted(-4, -4, 4, 4))
        painter.setOpacity(1 if any(mark.listed for mark in marks) else 0.35)
        if odd:
            self._diamond(painter, place.center(), size / 2 + 1.5)
        else:
            painter.setPen(QPen(theme.colour("panel"), 1.5))
            painter.setBrush(theme.colour("text"))
            painter.drawEllipse(place)
        painter.setOpacity(1)
        if len(marks) > 1:
            painter.setFont(theme.interface_font(0.72, bold=True))
            painter.setPen(theme.colour("panel"))
            mirror.text(painter, place, Qt.AlignmentFlag.AlignCenter, str(len(marks)))

    def _bar(self, painter: QPainter, bar: Bar, axis: float) -> None:
        mark, chosen = self.marks[bar.mark], bar.mark == self.current
        lane = self._lane(bar.lane, axis)
        place = QRectF(bar.left, lane.top() + 1, bar.right - bar.left, lane.height() - 2)
        hue = "consistency" if mark.odd else "edge"
        painter.setPen(QPen(theme.colour("accent" if chosen else hue), 2 if chosen else 1))
        ground = theme.colour("chosen" if chosen else "line")
        painter.setOpacity(1 if mark.listed else 0.4)
        painter.setBrush(ground)
        painter.drawRoundedRect(place, 3, 3)
        if mark.odd and bar.lane == ON_AXIS:
            self._diamond(painter, place.center(), place.height() / 4)
        painter.setOpacity(1)

    def _diamond(self, painter: QPainter, centre: QPointF, reach: float) -> None:
        """The shape of what is at odds."""
        painter.setPen(QPen(theme.colour("panel"), 1.5))
        painter.setBrush(theme.colour("consistency"))
        steps = ((0, -reach), (reach, 0), (0, reach), (-reach, 0))
        painter.drawPolygon(QPolygonF([centre + QPointF(x, y) for x, y in steps]))

    def _label(self, painter: QPainter, label: Label, top: float, axis: float, *, bar: bool = False) -> None:
        marks = [self.marks[n] for n in label.marks]
        odd, chosen = any(mark.odd for mark in marks), self.current in label.marks
        line, left = line_height(), label.left
        painter.setOpacity(1 if any(mark.listed for mark in marks) else 0.5)
        if label.level and not bar:
            painter.setPen(QPen(theme.colour("line"), 1))
            painter.drawLine(QPointF(label.x, top + line), QPointF(label.x, axis - self._dot() / 2))
        if odd:
            mirror.picture(
                painter, QPointF(left, top + (line - self._dot()) / 2), self._icon("consistency", self._dot())
            )
            left += self._dot() + SPACE / 4
        painter.setFont(theme.interface_font(SMALL, bold=chosen))
        painter.setPen(theme.colour("consistency" if odd else "text"))
        mirror.text(painter, QRectF(left, top, label.width + 2, line), Qt.AlignmentFlag.AlignVCenter, label.words)
        painter.setOpacity(1)

    def _lane(self, lane: int, axis: float) -> QRectF:
        line = line_height()
        if lane == ON_AXIS:
            return QRectF(0, axis - 0.5 * self._dot(), self.width(), self._dot())
        return QRectF(0, axis + 0.75 * self._dot() + lane * (line + 2), self.width(), line)

    def _icon(self, name: str, size: float) -> QPixmap:
        return icons.pixmap(name, size, self.devicePixelRatioF(), "consistency")

    # What the editor does

    def at(self, place: QPointF) -> tuple[int, ...]:
        """The marks drawn at a place of the widget, or nearest to it on the axis."""
        plan, axis = self.drawing(), self._axis()
        x, y = mirror.across(self, place.x()) - 2 * SPACE, place.y()
        for label in plan.labels:
            top = axis - 0.85 * self._dot() - (label.level + 1) * line_height()
            if label.left <= x <= label.left + label.width and top <= y <= top + line_height():
                return label.marks
        for label in plan.under:
            if label.left <= x <= label.left + label.width and self._lane(label.level, axis).contains(QPointF(x, y)):
                return label.marks
        for bar in plan.bars:
            if bar.left <= x <= bar.right and self._lane(bar.lane, axis).contains(QPointF(x, y)):
                return (bar.mark,)
        near = [spot for spot in plan.spots if abs(spot.x - x) <= self._dot() and abs(axis - y) <= self._dot()]
        return min(near, key=lambda spot: abs(spot.x - x)).marks if near else ()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        marks = [n for n in self.at(event.position()) if self.marks[n].listed]
        if event.button() is Qt.MouseButton.LeftButton and marks:
            # Days drawn as one are gone through by clicks.
            at = marks.index(self.current) + 1 if self.current in marks else 0
            self._choose(marks[at % len(marks)])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = any(self.marks[n].listed for n in self.at(event.position()))
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        listed = self._order()
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or not listed:
            event.ignore()
        elif step:
            step = -step if self.isRightToLeft() else step
            at = listed.index(self.current) + step if self.current in listed else 0 if step > 0 else -1
            self._choose(listed[at % len(listed)])
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._choose(listed[0 if event.key() == Qt.Key.Key_Home else -1])
        else:
            event.ignore()

    def _order(self) -> list[int]:
        return sorted((n for n, mark in enumerate(self.marks) if mark.listed), key=lambda n: self.marks[n][:2])

    def _choose(self, at: int) -> None:
        self.light(at)
        self.chosen.emit(at)
        announce(self, self._said(at))

    def _said(self, at: int) -> str:
        mark = self.marks[at]
        return tr("{day}, at odds").format(day=mark.title) if mark.odd else mark.title

    def _told(self) -> None:
        odd = sum(mark.odd for mark in self.marks)
        words = tr("Timeline of %n date(s)", "", len(self.marks))
        if odd:
            words = tr("Timeline of %n date(s), {odd} at odds", "", len(self.marks)).format(odd=thousands(odd))
        self.setAccessibleName(f"{words}: {self._said(self.current)}" if self.current >= 0 else words)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            marks = self.at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), "\n".join(self._said(n) for n in marks), self)
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()
            self.update()
