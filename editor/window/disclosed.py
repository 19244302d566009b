"""What no eye would see, drawn in the manuscript: hidden characters, and letters that pass for others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from editor.article import Span
from editor.reading.hidden import hidden
from editor.window import theme
from editor.window.underlines import strips, visible

if TYPE_CHECKING:
    from editor.window.sheet import Sheet


_SIGNS = {" ": "·", "\u00a0": "°", "\u202f": "°", "\u2009": "·", "\t": "→"}


def paint_invisibles(view: Sheet, painter: QPainter, area: QRectF) -> None:
    """Draws a dot for each blank, a ring for one that does not break, an arrow for a tab, ¶ where a paragraph ends."""
    painter.setPen(theme.colour("edge"))
    painter.setFont(view.font())
    breadth = painter.fontMetrics().horizontalAdvance
    for block, at in visible(view, area):
        layout, words = block.layout(), block.text()
        for n in range(layout.lineCount()):
            line = layout.lineAt(n)
            y = at.y() + line.y() + line.ascent()
            if y < area.top() - line.height() or y > area.bottom() + line.height():
                continue
            for place in range(line.textStart(), line.textStart() + line.textLength()):
                if sign := _SIGNS.get(words[place]):
                    left, right = line.cursorToX(place)[0], line.cursorToX(place + 1)[0]  # type: ignore[index]
                    inset = 0 if sign == "→" else (right - left - breadth(sign)) / 2
                    painter.drawText(QPointF(at.x() + left + inset, y), sign)
            if n == layout.lineCount() - 1 and block.next().isValid():
                painter.drawText(QPointF(at.x() + line.naturalTextRect().right() + 2, y), "¶")


def paint(view: Sheet, painter: QPainter, area: QRectF) -> None:
    """Draws what no eye would see: a caret where a hidden character stands, a frame round letters that pass for others.

    Only those are drawn that no script and no emoji needs.
    """
    ink, reach = QColor(theme.tokens().family("citations")), 3 * theme.zoom() / 100
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for block, at in visible(view, area):
        words = block.text()
        if words.isascii():
            continue
        begin = block.position()
        whole = view.display.map.span_back(Span(begin, begin + block.length() - 1))
        for one in hidden(whole.of(view.display.text)):
            place = view.display.map.span_to(one.span.moved(whole.start))
            start, end = place.start - begin, place.end - begin
            if one.kind == "lookalike":
                painter.setPen(QPen(ink, 1, Qt.PenStyle.DotLine))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                for strip, _ in strips(block, start, end, area, at):
                    painter.drawRoundedRect(strip.adjusted(-1.5, 1.5, 1.5, -1.5), 2, 2)
                continue
            line = block.layout().lineForTextPosition(start)
            if not line.isValid():
                continue
            x, top = at.x() + line.cursorToX(start)[0], at.y() + line.y()  # type: ignore[index]
            painter.setPen(QPen(ink, 1))
            painter.setBrush(ink)
            painter.drawLine(QPointF(x, top + 2), QPointF(x, top + line.height() - 1))
            painter.drawPolygon([QPointF(x - reach, top), QPointF(x + reach, top), QPointF(x, top + 1.6 * reach)])
