"""What is painted by hand, from the side where reading begins: mirrored in a window from right to left.

A painter that was turned counts x from that side. Words, icons and paragraphs are drawn by the functions here, so that
they stand at their mirrored places and are no mirror writing; frames, bars and lines need nothing.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap, QTextLayout
from PySide6.QtWidgets import QWidget

_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft.value, Qt.AlignmentFlag.AlignRight.value
_ABSOLUTE = Qt.AlignmentFlag.AlignAbsolute.value


def painter(widget: QWidget) -> QPainter:
    """A painter of a widget, turned as its language is read."""
    made = QPainter(widget)
    turn(made, widget.rect(), widget.layoutDirection())
    return made


def turn(painter: QPainter, place: QRect, direction: Qt.LayoutDirection) -> None:
    """From now on what is drawn in a place is mirrored in it, where the direction is from right to left."""
    if direction is Qt.LayoutDirection.RightToLeft:
        _flip(painter, QRectF(place))


def text(painter: QPainter, place: QRectF | QRect, flags: int | Qt.AlignmentFlag | Qt.TextFlag, words: str) -> None:
    """Draws words in a place; left is where reading begins. Their own direction is that of their letters."""
    chosen = flags if isinstance(flags, int) else flags.value
    painter.save()
    # Which way a line runs is for its words to say; where it stands is for the flags.
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    if _flipped(painter):
        _flip(painter, QRectF(place))
        across = chosen & (_LEFT | _RIGHT)
        if across != _LEFT | _RIGHT and not chosen & Qt.AlignmentFlag.AlignHCenter.value:
            chosen = chosen & ~(_LEFT | _RIGHT) | (_LEFT if across == _RIGHT else _RIGHT)
    painter.drawText(QRectF(place), chosen | _ABSOLUTE, words)
    painter.restore()


def picture(painter: QPainter, at: QPointF, pixmap: QPixmap) -> None:
    """Draws an icon, as it is."""
    place = QRectF(at, pixmap.deviceIndependentSize())
    painter.save()
    if _flipped(painter):
        _flip(painter, place)
    painter.drawPixmap(at, pixmap)
    painter.restore()


def paragraph(painter: QPainter, layout: QTextLayout, at: QPointF, width: float) -> None:
    """Draws a paragraph that was laid out to a width."""
    painter.save()
    if _flipped(painter):
        _flip(painter, QRectF(at.x(), at.y(), width, 1))
    layout.draw(painter, at)
    painter.restore()


def across(widget: QWidget, x: float) -> float:
    """A place across a widget, as a turned painter counts it."""
    return widget.width() - x if widget.isRightToLeft() else x


def _flipped(painter: QPainter) -> bool:
    return painter.transform().m11() < 0


def _flip(painter: QPainter, place: QRectF) -> None:
    painter.translate(place.left() + place.right(), 0)
    painter.scale(-1, 1)
