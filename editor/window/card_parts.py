"""The parts of the article's card: its figures, and lines that say one thing and lead to it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from editor.window import icons, mirror, theme
from editor.window.words import PressedByReturn, breadth, line_height

SPACE = theme.SPACE


class Figure(NamedTuple):
    """A figure of the article, and what it counts."""

    value: str
    label: str


class Figures(QWidget):
    """Figures side by side, each large over its label."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figures: tuple[Figure, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_figures(self, figures: Sequence[Figure]) -> None:
        if tuple(figures) != self._figures:
            self._figures = tuple(figures)
            self.setAccessibleName(", ".join(f"{one.value} {one.label}" for one in figures))
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(260, round(2.7 * line_height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = mirror.painter(self)
        wide = self.width() / max(1, len(self._figures))
        line = line_height()
        for number, one in enumerate(self._figures):
            place = QRectF(number * wide, 0, wide - SPACE / 2, 1.6 * line)
            painter.setFont(theme.interface_font(1.45, bold=True))
            painter.setPen(theme.colour("text"))
            mirror.text(painter, place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, one.value)
            painter.setFont(theme.interface_font(0.88))
            painter.setPen(theme.colour("muted"))
            below = QRectF(place.left(), place.bottom(), place.width(), line)
            label = painter.fontMetrics().elidedText(one.label, Qt.TextElideMode.ElideRight, int(below.width()))
            mirror.text(painter, below, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, label)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()
            self.update()


class Line(PressedByReturn):
    """A line with an icon that says one thing; where it leads somewhere it can be pressed, and has an arrow."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said: tuple[str, str, str, str, bool] = ("", "", "", "", False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_line(self, icon: str, hue: str, words: str, aside: str = "", *, leads: bool = True) -> None:
        """Says `words` beside an icon in a token's colour; `aside` stands at the right."""
        said = (icon, hue, words, aside, leads)
        if said == self._said:
            return
        self._said = said
        self.setAccessibleName(f"{words}, {aside}" if aside else words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if leads else Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor)
        self.updateGeometry()
        self.update()

    @property
    def leads(self) -> bool:
        return self._said[4]

    def sizeHint(self) -> QSize:
        return QSize(240, round(line_height() + 0.8 * SPACE))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        icon, hue, words, aside, leads = self._said
        painter = mirror.painter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if leads and (self.hasFocus() or self.underMouse()):
            painter.setPen(QPen(theme.colour("accent"), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("chosen"))
            painter.drawRoundedRect(frame, theme.RADIUS, theme.RADIUS)
        line, ratio = line_height(), self.devicePixelRatioF()
        size, x, y = round(0.9 * line), SPACE / 2, (self.height() - line) / 2
        mirror.picture(painter, QPointF(x, y + (line - size) / 2), icons.pixmap(icon, size, ratio, hue))
        x += size + SPACE
        right = self.width() - SPACE / 2
        if leads:
            right -= size
            # The arrow points where reading goes on: it is mirrored with the line.
            painter.drawPixmap(QPointF(right, y + (line - size) / 2), icons.pixmap("right", size, ratio, "muted"))
            right -= SPACE / 2
        if aside:
            wide = breadth(aside, 0.9)
            painter.setFont(theme.interface_font(0.9))
            painter.setPen(theme.colour("muted"))
            place = QRectF(right - wide - 1, y, wide + 1, line)
            mirror.text(painter, place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, aside)
            right -= wide + SPACE
        painter.setFont(theme.interface_font())
        painter.setPen(theme.colour("text"))
        words = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(right - x))
        mirror.text(painter, QRectF(x, y, right - x, line), Qt.AlignmentFlag.AlignVCenter, words)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.updateGeometry()
