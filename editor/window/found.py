"""The places that a search has found, moved with the text, and lit where they show."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from editor.article import Edit, Span
from editor.window import theme, underlines

if TYPE_CHECKING:
    from editor.window.sheet import Sheet


class Found:
    """Places in order, none touching another; `within` is the part of the text that is searched, where it is one."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        self.within: Span | None = None
        self.current: Span | None = None
        """The place that is gone to, or would be next."""

    def put(self, places: Sequence[Span]) -> None:
        """These places are lit now and no others."""
        self._starts = [place.start for place in places]
        self._ends = [place.end for place in places]
        self.current = None

    def __len__(self) -> int:
        return len(self._starts)

    def __bool__(self) -> bool:
        return bool(self._starts) or self.within is not None

    def __getitem__(self, n: int) -> Span:
        return Span(self._starts[n], self._ends[n])

    def at(self, span: Span) -> int | None:
        """The number of the place that is this one."""
        n = bisect_left(self._starts, span.start)
        return n if n < len(self) and self[n] == span else None

    def after(self, place: int) -> int:
        """The number of the first place from here on; where there is none, how many there are."""
        return bisect_left(self._starts, place)

    def edited(self, edit: Edit) -> None:
        """The places moved by an edit; those it touched go. What is found then, the next search says."""
        if self.within:
            self.within = self.within.after(edit)
        if self.current:
            self.current = None if self.current.touches(edit.span) else self.current.after(edit)
        first, last = bisect_right(self._ends, edit.span.start), bisect_left(self._starts, edit.span.end)
        grown = len(edit.words) - len(edit.span)
        last = max(first, last)
        self._starts[first:] = [start + grown for start in self._starts[last:]]
        self._ends[first:] = [end + grown for end in self._ends[last:]]

    def inside(self, span: Span) -> Iterator[Span]:
        """The places that show in this part of the text."""
        for n in range(bisect_right(self._ends, span.start), bisect_left(self._starts, span.end)):
            yield self[n]


def paint(view: Sheet, painter: QPainter, area: QRectF) -> None:
    """Lights the places in the visible lines, with a frame round the current one, and the part that is searched."""
    found = view.found
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    frame = QPen(theme.colour("accent"), 1.5)
    for block, at in underlines.visible(view, area):
        begin = block.position()
        span = view.display.map.span_back(Span(begin, begin + block.length() - 1))
        within = found.within
        if within and within.touches(span):
            part = view.display.map.span_to(Span(max(within.start, span.start), min(within.end, span.end)))
            for strip, _ in underlines.strips(block, part.start - begin, part.end - begin, area, at):
                painter.fillRect(strip, theme.colour("chosen", 0.55))
        for place in found.inside(span):
            shown = view.display.map.span_to(Span(max(place.start, span.start), min(place.end, span.end)))
            for strip, _ in underlines.strips(block, shown.start - begin, shown.end - begin, area, at):
                painter.setPen(frame if place == found.current else Qt.PenStyle.NoPen)
                painter.setBrush(theme.colour("selection"))
                painter.drawRoundedRect(strip.adjusted(-1, 1, 1, -1), 3, 3)
