"""Two texts side by side or one in the other: what is only in the one struck, what is only in the other underlined.

All words are painted as they stand. Paragraphs are laid out when they come into view, the others when the hands rest,
so that a long article is shown as soon as a short one.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Literal, NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QTextLayout
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from editor.article import Span, TextMap
from editor.diff import Change, Comparison, Row
from editor.reading.hidden import hidden
from editor.window import theme
from editor.window.display import stood_in
from editor.window.translation import tr
from editor.window.words import Kind, format_of

SPACE = theme.SPACE
GUTTER = 14
"""Pixels at 100 %: the room beside the words, where a bar says that a paragraph differs."""
SLICE = 20
"""How many paragraphs are laid out at once while nobody waits."""
LEADING = 1.25
WIDEST = 760
"""Pixels at 100 %: no line of a text alone is broader."""
_WALKING = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End}
_END = "\N{PILCROW SIGN}"


class _Bit(NamedTuple):
    """Words of a paragraph, and the number of the change that they belong to."""

    words: str
    kind: Kind = "plain"
    change: int = -1


class _Cell:
    """A paragraph laid out."""

    def __init__(self, bits: Sequence[_Bit], width: float) -> None:
        font = theme.reading_font(0.92)
        text = "".join(_disclosed(bit.words) for bit in bits)
        self.layout = QTextLayout(text, font)
        self._utf16 = text.encode("utf-16-le", "surrogatepass")
        self.places: list[tuple[int, int, int]] = []
        """Each change's number with where its words begin and end, in UTF-16 units."""
        counted, at, formats = TextMap.utf16(text), 0, []
        for bit in bits:
            here = QTextLayout.FormatRange()
            here.start, end = counted.to(at), counted.to(at + len(bit.words))
            here.length, here.format = end - here.start, format_of(bit.kind)
            formats.append(here)
            if bit.change >= 0 and end > here.start:
                self.places.append((bit.change, here.start, end))
            at += len(bit.words)
        self.layout.setFormats(formats)
        self.layout.beginLayout()
        self.height = 0.0
        while (line := self.layout.createLine()).isValid():
            line.setLineWidth(max(40.0, width))
            line.setPosition(QPointF(0, self.height))
            self.height += line.height() * LEADING
        self.layout.endLayout()

    def strips(self, number: int) -> Iterator[QRectF]:
        """Where the words of a change are, line by line."""
        for change, start, end in self.places:
            if change != number:
                continue
            for n in range(self.layout.lineCount()):
                line = self.layout.lineAt(n)
                first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
                words = self._utf16[2 * first : 2 * last].decode("utf-16-le", "replace")
                # A blank at which a line was broken is not seen.
                if words.strip() or (words and first == start and last == end):
                    a, b = line.cursorToX(first)[0], line.cursorToX(last)[0]  # type: ignore[index]
                    yield QRectF(min(a, b), line.y(), abs(b - a), line.height())


class TwoTexts(QAbstractScrollArea):
    """Shows a Comparison. Both texts scroll as one, for their paragraphs stand beside each other."""

    chosen = Signal(int)
    """A change was clicked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Comparison"))
        self.comparison = Comparison("", "", (), ())
        self.inline = False
        self.current = -1
        self._cells: dict[int, list[_Cell | None]] = {}
        self._heights: list[float] = []
        self._tops: list[float] = [0.0]
        self._bounds: tuple[list[int], ...] = ([], [], [], [])
        self._rest = QTimer(self, interval=0)
        self._rest.timeout.connect(self._lay_more)
        self._next = 0

    def show_comparison(self, comparison: Comparison) -> None:
        """Shows other texts."""
        self.comparison = comparison
        changes = comparison.changes
        self._bounds = (
            [change.old.start for change in changes],
            [change.old.end for change in changes],
            [change.new.start for change in changes],
            [change.new.end for change in changes],
        )
        self._relay()

    def set_inline(self, inline: bool) -> None:
        """Shows the texts one in the other, or side by side."""
        anchor = self._row_at(self.verticalScrollBar().value())
        self.inline = inline
        self._relay()
        self.verticalScrollBar().setValue(round(self._tops[anchor]))

    def go(self, number: int) -> None:
        """Makes a change the current one, and brings it into view."""
        self.current = number
        row = self.row_of(number)
        if row < 0:
            self.viewport().update()
            return
        for near in range(max(0, row - 12), min(len(self._heights), row + 12)):
            self._lay(near)
        self._sum()
        cells = self._cells[row]
        strips = [strip for cell in cells if cell for strip in cell.strips(number)]
        top = self._tops[row] + min((strip.top() for strip in strips), default=0.0)
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if not bar.value() + 2 * SPACE <= top <= bar.value() + 0.66 * height:
            bar.setValue(round(top - height / 3))
        self.viewport().update()

    def row_of(self, number: int) -> int:
        """The paragraph in which a change begins; -1 where there is none."""
        if not 0 <= number < len(self.comparison.changes):
            return -1
        return next((n for n in range(len(self.comparison.rows)) if number in self._changes_of(n)), -1)

    # Laying out

    def _relay(self) -> None:
        """All paragraphs have to be laid out anew; until then their heights are guessed."""
        self._cells, self._next = {}, 0
        column = max(10.0, self._width() / 8)
        line = 20.0 * theme.zoom() / 100
        self._heights = [
            line * (1 + max(len(row.old or ()), len(row.new or ())) // column) + SPACE for row in self.comparison.rows
        ]
        self._sum()
        self._rest.start()
        self.viewport().update()

    def _lay_more(self) -> None:
        anchor = self._row_at(self.verticalScrollBar().value())
        into = self.verticalScrollBar().value() - self._tops[anchor]
        last = min(self._next + SLICE, len(self._heights))
        for row in range(self._next, last):
            self._lay(row)
        self._next = last
        if last >= len(self._heights):
            self._rest.stop()
        self._sum()
        self.verticalScrollBar().setValue(round(self._tops[anchor] + into))
        self.viewport().update()

    def _lay(self, row: int) -> bool:
        """Lays a paragraph out; whether it was not yet."""
        if row in self._cells:
            return False
        width = self._width()
        cells = [_Cell(bits, width) if bits is not None else None for bits in self._bits(row)]
        self._cells[row] = cells
        self._heights[row] = max((cell.height for cell in cells if cell), default=0.0) + SPACE
        return True

    def _sum(self) -> None:
        self._tops = list(accumulate(self._heights, initial=float(SPACE)))
        bar, height = self.verticalScrollBar(), self.viewport().height()
        bar.setRange(0, max(0, round(self._tops[-1] + 4 * SPACE - height)))
        bar.setPageStep(height)
        bar.setSingleStep(round(24 * theme.zoom() / 100))

    def _row_at(self, y: float) -> int:
        return max(0, min(bisect_right(self._tops, y) - 1, len(self._heights) - 1))

    def _gutter(self) -> float:
        return GUTTER * theme.zoom() / 100

    def _width(self) -> float:
        """How broad a paragraph is."""
        room = self.viewport().width() - 2 * SPACE
        if self.inline:
            return min(room - 2 * self._gutter(), WIDEST * theme.zoom() / 100)
        return room / 2 - 2 * self._gutter()

    def lefts(self) -> tuple[float, float]:
        """Where the words of the two columns begin."""
        if self.inline:
            left = max(SPACE + self._gutter(), (self.viewport().width() - self._width()) / 2)
            return left, left
        half = self.viewport().width() / 2
        sides = SPACE + self._gutter(), half + self._gutter()
        return (sides[1], sides[0]) if self.isRightToLeft() else sides

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        anchor = self._row_at(self.verticalScrollBar().value())
        self._relay()
        self.verticalScrollBar().setValue(round(self._tops[anchor]))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.ApplicationFontChange, QEvent.Type.PaletteChange):
            self._relay()

    # What a paragraph says

    def _changes_of(self, number: int) -> Sequence[int]:
        """The numbers of the changes that a paragraph has a part in."""
        row, (old_starts, old_ends, new_starts, new_ends) = self.comparison.rows[number], self._bounds
        found: set[int] = set()
        for span, starts, ends in ((row.old, old_starts, old_ends), (row.new, new_starts, new_ends)):
            if span is not None:
                near = range(bisect_right(ends, span.start), bisect_right(starts, span.end))
                found.update(n for n in near if starts[n] < ends[n])
        return sorted(found)

    def _bits(self, number: int) -> list[Sequence[_Bit] | None]:
        row, changes = self.comparison.rows[number], self._changes_of(number)
        if self.inline:
            return [list(self._woven(row, changes))]
        return [list(self._side(row, changes, "old")), list(self._side(row, changes, "new"))]

    def _side(self, row: Row, numbers: Sequence[int], side: Literal["old", "new"]) -> Iterator[_Bit]:
        span: Span | None = getattr(row, side)
        if span is None:
            return
        text, at = getattr(self.comparison, side), span.start
        for number in numbers:
            place = _within(getattr(self.comparison.changes[number], side), span)
            if not len(place):
                continue
            yield _Bit(text[at : place.start])
            yield _Bit(self._said(text, place, span, row), self._kind(number, side), number)
            at = place.end
        yield _Bit(text[at : max(at, span.end)])

    def _woven(self, row: Row, numbers: Sequence[int]) -> Iterator[_Bit]:
        if row.old is None or row.new is None:
            yield from self._side(row, numbers, "new" if row.old is None else "old")
            return
        old, new = self.comparison.old, self.comparison.new
        at = row.new.start
        for number in numbers:
            change: Change = self.comparison.changes[number]
            gone, come = _within(change.old, row.old), _within(change.new, row.new)
            yield _Bit(new[at : max(at, min(come.start, row.new.end))])
            if len(gone):
                yield _Bit(self._said(old, gone, row.old, row), self._kind(number, "old"), number)
            if len(come):
                yield _Bit(self._said(new, come, row.new, row), self._kind(number, "new"), number)
            at = max(at, come.end)
        yield _Bit(new[at : max(at, row.new.end)])

    def _kind(self, number: int, side: Literal["old", "new"]) -> Kind:
        return "mark" if self.comparison.changes[number].moved else side

    @staticmethod
    def _said(text: str, place: Span, span: Span, row: Row) -> str:
        """The words of a change; the end of a paragraph is shown where it is what changed."""
        words = text[place.start : min(place.end, span.end)]
        ends = place.end > span.end and (not len(span) or (row.old is not None and row.new is not None))
        return words + _END if ends else words

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        top, height = self.verticalScrollBar().value(), self.viewport().height()
        first = self._row_at(top)
        fresh, row = False, first
        while row < len(self._heights) and self._tops[row] < top + height:
            if self._lay(row):
                fresh = True
                self._tops[row + 1] = self._tops[row] + self._heights[row]
            row += 1
        if fresh:
            self._sum()
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.viewport().rect(), theme.colour("surface"))
        if not self.inline:
            painter.setPen(QPen(theme.colour("line"), 1))
            painter.drawLine(QPointF(self.viewport().width() / 2, 0), QPointF(self.viewport().width() / 2, height))
        for number in range(first, row):
            if number in self._cells:
                self._paint_row(painter, number, self._tops[number] - top)

    def _paint_row(self, painter: QPainter, number: int, y: float) -> None:
        changes = self._changes_of(number)
        here = self.current in changes
        for cell, left in zip(self._cells[number], self.lefts(), strict=False):
            if cell is None:
                continue
            if cell.places:
                bar = QRectF(left - 0.7 * self._gutter(), y, 4 if here else 2, cell.height)
                painter.fillRect(bar, theme.colour("accent" if here else "edge"))
            painter.setPen(theme.colour("text"))
            cell.layout.draw(painter, QPointF(left, y))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("accent"), 2))
            for strip in cell.strips(self.current) if here else ():
                painter.drawRoundedRect(strip.translated(left, y).adjusted(-2, -1, 2, 1), 3, 3)

    # Keys and the mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        if event.key() not in _WALKING or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            bar.setValue(bar.minimum() if event.key() == Qt.Key.Key_Home else bar.maximum())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        y = event.position().y() + self.verticalScrollBar().value()
        row = self._row_at(y)
        cells = self._cells.get(row, [])
        for cell, left in zip(cells, self.lefts(), strict=False):
            at = event.position() - QPointF(left, self._tops[row] - self.verticalScrollBar().value())
            for number in self._changes_of(row) if cell else ():
                if any(strip.adjusted(-3, -3, 3, 3).contains(at) for strip in cell.strips(number)):  # type: ignore[union-attr]
                    self.chosen.emit(number)
                    return
        super().mousePressEvent(event)


def _within(place: Span, span: Span) -> Span:
    """The part of a change's place that lies in a paragraph, with the paragraph's end."""
    start = max(place.start, span.start)
    return Span(start, max(start, min(place.end, span.end + 1)))


def _disclosed(words: str) -> str:
    """The words as Qt can show them, character by character, with a box for each that no eye would see."""
    if words.isascii():
        return stood_in(words)
    shown = list(words)
    for one in hidden(words):
        if one.kind == "hidden":
            shown[one.span.start : one.span.end] = "\N{WHITE SQUARE}" * len(one.span)
    return stood_in("".join(shown))
