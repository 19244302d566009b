"""Underlines: each family's shape under the words of its findings, painted over the visible lines only.

Shape as well as colour tells the families apart, for Qt knows neither a double line nor two lines under one word.
"""

from __future__ import annotations

import functools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap, QTextBlock

from editor.article import Edit, Span
from editor.finding import Family
from editor.window import icons, theme
from editor.window.styles import Block

if TYPE_CHECKING:
    from editor.window.sheet import Sheet

Shape = Literal["wave", "double", "dashed", "dotted", "line"]
SHAPES: dict[Family, Shape] = {
    "language": "wave",
    "repetition": "double",
    "citations": "dashed",
    "consistency": "dotted",
    "style": "line",
}
LANES = 2
"""How many underlines fit between two lines of type; a third that overlaps both is not drawn."""
_PERIOD: dict[Shape, int] = {"wave": 7, "double": 8, "dashed": 9, "dotted": 4, "line": 8}
_HEIGHT = 4
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


@dataclass(frozen=True, slots=True)
class Underlined:
    """A place to be underlined, and in which of the lanes below the line."""

    start: int
    end: int
    family: Family
    lane: int


class Underlines:
    """The places of all findings that are shown, sorted, and moved with the text until they are put anew."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._reach: list[int] = []
        self._said: list[tuple[Family, int]] = []

    def put(self, places: Iterable[tuple[Span, Family]]) -> None:
        """These places are underlined now and no others. Those of one family may share a lane."""
        self._starts, self._ends, self._said = [], [], []
        free: list[tuple[int, Family | None]] = [(0, None)] * LANES
        for start, end, family in sorted({(s.start, s.end, f) for s, f in places if len(s)}):
            lane = next((n for n, (till, its) in enumerate(free) if till <= start or its == family), None)
            if lane is None:
                continue
            free[lane] = (max(end, free[lane][0]) if free[lane][1] == family else end, family)
            self._starts.append(start)
            self._ends.append(end)
            self._said.append((family, lane))
        self._reach = list(accumulate(self._ends, max))

    def edited(self, edit: Edit) -> None:
        """The places moved by an edit; what they are afterwards `put` says when the hands rest."""
        start, end, grown = edit.span.start, edit.span.end, len(edit.words) - len(edit.span)
        into = start + len(edit.words)
        first = bisect_left(self._reach, start)
        self._starts[first:] = [s + grown if s >= end else (s if s < start else into) for s in self._starts[first:]]
        for places in (self._ends, self._reach):
            places[first:] = [e if e <= start else (e + grown if e >= end else start) for e in places[first:]]

    def within(self, span: Span) -> Iterator[Underlined]:
        """The underlines that show in this part of the text."""
        first = bisect_right(self._reach, span.start)
        last = bisect_left(self._starts, span.end)
        for n in range(first, last):
            if span.start < self._ends[n] and self._starts[n] < self._ends[n]:
                yield Underlined(self._starts[n], self._ends[n], *self._said[n])

    def __len__(self) -> int:
        return len(self._starts)


def visible(view: Sheet, area: QRectF) -> Iterator[tuple[QTextBlock, QPointF]]:
    """The blocks that show in an area of the viewport, each with the place of its layout there."""
    block, offset = view.firstVisibleBlock(), view.contentOffset()
    top = view.blockBoundingGeometry(block).translated(offset).top()
    while block.isValid() and top <= area.bottom():
        height = view.blockBoundingRect(block).height()
        if top + height >= area.top():
            yield block, QPointF(offset.x(), top)
        top += height
        block = block.next()


def strips(block: QTextBlock, start: int, end: int, area: QRectF, at: QPointF) -> Iterator[tuple[QRectF, float]]:
    """The parts of the visible lines that hold the block's units `start` to `end`, each with its baseline."""
    layout = block.layout()
    if layout.preeditAreaText():
        before, typed = layout.preeditAreaPosition(), len(layout.preeditAreaText())
        start, end = start + typed * (start >= before), end + typed * (end > before)
    count = layout.lineCount()
    if not count:
        return
    top, bottom = area.top() - at.y(), area.bottom() - at.y()
    first = max(0, bisect_right(range(count), top, key=lambda n: layout.lineAt(n).y()) - 1)
    words = block.text()
    mixed = not words.isascii() and _RIGHT_TO_LEFT.search(words)
    for n in range(first, count):
        line = layout.lineAt(n)
        if line.y() > bottom:
            return
        a, b = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
        if a >= b:
            continue
        y, baseline = at.y() + line.y(), at.y() + line.y() + line.ascent()
        if mixed:
            for run in line.glyphRuns(a, b - a):
                box = run.boundingRect()
                yield QRectF(at.x() + box.left(), y, box.width(), line.height()), baseline
            continue
        left, right = line.cursorToX(a)[0], line.cursorToX(b)[0]  # type: ignore[index]
        # The blank at which a line is wrapped hangs beyond its end.
        right = min(right, line.naturalTextRect().right())
        if right > left:
            yield QRectF(at.x() + left, y, right - left, line.height()), baseline


def paint(view: Sheet, painter: QPainter, area: QRectF) -> None:
    """Paints the underlines of the visible lines, and beside each line with a contradiction its sign."""
    ratio, scale = view.devicePixelRatioF(), theme.zoom() / 100
    reach = _HEIGHT * scale * LANES
    area = area.adjusted(0, -reach, 0, 0)
    for block, at in visible(view, area):
        begin = block.position()
        span = view.display.map.span_back(Span(begin, begin + block.length() - 1))
        signed: set[float] = set()
        for one in view.underlines.within(span):
            place = view.display.map.span_to(Span(max(one.start, span.start), min(one.end, span.end)))
            for strip, baseline in strips(block, place.start - begin, place.end - begin, area, at):
                if strip.bottom() <= 1:
                    continue  # A line that is scrolled away: its lower lane would show without it.
                tile = _tile(SHAPES[one.family], theme.tokens().family(one.family), ratio, scale)
                y = baseline + (2.5 + one.lane * (_HEIGHT + 0.5)) * scale
                painter.drawTiledPixmap(
                    QRectF(strip.left(), y, strip.width(), tile.height() / ratio), tile, QPointF(strip.left(), 0)
                )
                if one.family == "consistency" and strip.top() not in signed:
                    signed.add(strip.top())
                    _sign(view, painter, strip, ratio, scale, back=_back(block))


def ground(view: Sheet, painter: QPainter, area: QRectF) -> None:
    """Paints what lies under the words: a bar beside what is quoted, and the selection between the lines too."""
    cursor, margin = view.textCursor(), view.document().documentMargin()
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    leading = view.leading
    for block, at in visible(view, area):
        height = view.blockBoundingRect(block).height()
        if block.userState() > 0 and block.userState() & Block.QUOTATION:
            wide, beside = max(2, round(3 * theme.zoom() / 100)), margin - 12 * theme.zoom() / 100
            bar = QRectF(at.x() + beside, at.y(), wide, height)
            if _back(block):
                bar.moveRight(view.viewport().width() - beside)
            painter.fillRect(bar, theme.colour("edge"))
        begin = block.position()
        if start == end or end <= begin or start >= begin + block.length() or not leading:
            continue
        upto = block.length() - 1
        for strip, _ in strips(
            block, max(0, start - begin), min(end - begin, upto), area.adjusted(0, -leading, 0, 0), at
        ):
            whole = strip.adjusted(0, -leading / 2, 0, leading / 2)
            painter.fillRect(whole, view.palette().highlight())


def light(view: Sheet, painter: QPainter, area: QRectF) -> None:
    """Paints the ground of the chosen finding's places: the first framed, its evidence plain."""
    if not view.lit:
        return
    ground, frame = theme.colour("lit"), theme.colour("warning", 0.75)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for block, at in visible(view, area):
        begin, end = block.position(), block.position() + block.length() - 1
        for lit in view.lit:
            place = view.display.map.span_to(lit)
            if place.end <= begin or place.start >= end:
                continue
            for strip, _ in strips(block, max(place.start, begin) - begin, min(place.end, end) - begin, area, at):
                painter.setPen(QPen(frame, 1) if lit == view.framed else Qt.PenStyle.NoPen)
                painter.setBrush(ground)
                painter.drawRoundedRect(strip.adjusted(-2.5, 0.5, 2.5, -0.5), 3, 3)


def _back(block: QTextBlock) -> bool:
    """Whether a paragraph is read from right to left: what stands beside it stands at its right."""
    return block.textDirection() is Qt.LayoutDirection.RightToLeft


def _sign(view: Sheet, painter: QPainter, strip: QRectF, ratio: float, scale: float, *, back: bool) -> None:
    size = 14 * scale
    picture = icons.pixmap("consistency", size, ratio, "consistency")
    margin, width = view.document().documentMargin(), view.viewport().width()
    left = max(0, margin - size - 8 * scale)
    if back:
        left = width - left - size
    painter.drawPixmap(QPointF(left, strip.top() + (strip.height() - size) / 2), picture)


@functools.cache
def _tile(shape: Shape, hue: str, ratio: float, scale: float) -> QPixmap:
    """One period of a shape; the wave above all is too dear to be drawn anew each time."""
    period, height = round(_PERIOD[shape] * scale), (_HEIGHT + 1) * scale
    tile = QPixmap(round(period * ratio), round(height * ratio))
    tile.setDevicePixelRatio(ratio)
    tile.fill(QColor(Qt.GlobalColor.transparent))
    painter = QPainter(tile)
    ink = QColor(hue)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    if shape == "wave":
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, rise = 2.2 * scale, 1.9 * scale
        path = QPainterPath(QPointF(0, middle))
        path.cubicTo(period * 0.25, middle - 2 * rise, period * 0.25, middle - 2 * rise, period * 0.5, middle)
        path.cubicTo(period * 0.75, middle + 2 * rise, period * 0.75, middle + 2 * rise, period, middle)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(ink, 1.3 * scale))
        painter.drawPath(path)
    elif shape == "double":
        for y in (0.0, 3.0):
            painter.fillRect(QRectF(0, round(y * scale), period, max(1, round(scale))), ink)
    elif shape == "dashed":
        painter.fillRect(QRectF(0, round(scale), round(6 * scale), 2 * scale), ink)
    elif shape == "dotted":
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawEllipse(QRectF(0.4 * scale, 0.8 * scale, 2.3 * scale, 2.3 * scale))
    else:
        painter.fillRect(QRectF(0, round(scale), period, max(1, round(scale))), ink)
    painter.end()
    return tile
