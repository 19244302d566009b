"""A fix shown in the text before it is taken: what goes is struck, what comes stands above it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QTextCursor

from editor.article import Edit, Span
from editor.window import theme
from editor.window.underlines import strips, visible
from editor.window.wording import elided, shown_words

if TYPE_CHECKING:
    from editor.window.sheet import Sheet

MOST = 60
"""How many characters are shown above the line; a card of the panel has them all."""


def paint(view: Sheet, painter: QPainter, area: QRectF) -> None:
    """Paints the edits of the proposed fix over the visible lines."""
    edits = [edit for edit in view.proposed if edit.of == "words" and edit.expected == edit.span.of(view.display.text)]
    if not edits:
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for edit in edits:
        first = _strike(view, painter, area, edit)
        if edit.words and (at := first or _caret(view, edit.span.start)):
            _above(view, painter, at, edit.words, instead=first is not None)


def _strike(view: Sheet, painter: QPainter, area: QRectF, edit: Edit) -> QRectF | None:
    """Strikes the words that go; returns the first line's part of them, None where none is seen."""
    first: QRectF | None = None
    pen = QPen(theme.colour("danger"), max(1.5, 2 * theme.zoom() / 100))
    for strip, baseline in _strips(view, area, edit.span):
        if not theme.tokens().dark:
            # As a marker would: the words show through.
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
            painter.fillRect(strip.adjusted(0, 1, 0, -1), theme.colour("danger_ground"))
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        painter.setPen(pen)
        y = baseline - 0.28 * (baseline - strip.top())
        painter.drawLine(QPointF(strip.left(), y), QPointF(strip.right(), y))
        first = first or strip
    return first


def _strips(view: Sheet, area: QRectF, span: Span) -> Iterator[tuple[QRectF, float]]:
    place = view.display.map.span_to(span)
    for block, at in visible(view, area):
        begin, end = block.position(), block.position() + block.length() - 1
        if place.end > begin and place.start < end:
            yield from strips(block, max(place.start, begin) - begin, min(place.end, end) - begin, area, at)


def _caret(view: Sheet, place: int) -> QRectF | None:
    """The place between two characters where words are put in."""
    cursor = QTextCursor(view.document())
    cursor.setPosition(view.display.map.to(min(place, len(view.display.text))))
    rect = QRectF(view.cursorRect(cursor))
    return rect if rect.bottom() > 0 and rect.top() < view.viewport().height() else None


def _above(view: Sheet, painter: QPainter, place: QRectF, words: str, *, instead: bool) -> None:
    """Writes the words that come above the line, with a hook at the place where none are taken out for them."""
    font = theme.reading_font(0.82)
    font.setUnderline(True)
    metrics = QFontMetricsF(font)
    words = elided(shown_words(words), MOST)
    width, height = metrics.horizontalAdvance(words) + 8, metrics.height()
    room = view.viewport().width()
    left = max(2.0, min(place.left() - 4, room - width - 2))
    top = place.top() - 0.72 * height
    if top < 0:
        top = place.bottom() - 0.2 * height
    box = QRectF(left, top, width, height)
    painter.setPen(QPen(theme.colour("ok"), 1))
    painter.setBrush(theme.colour("ok_ground"))
    painter.drawRoundedRect(box, 3, 3)
    painter.setFont(font)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
    if not instead:
        x, y = place.left(), place.bottom()
        painter.setPen(QPen(theme.colour("ok"), 1.6))
        painter.drawPolyline([QPointF(x - 4, y), QPointF(x, y - 6), QPointF(x + 4, y)])
