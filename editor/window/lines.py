"""Places of the text as lines of the page, in which the manuscript's scroll bar counts."""

from __future__ import annotations

from bisect import bisect_right

from editor.article import Span
from editor.window.sheet import Sheet


class PageLines:
    """Where each block of a sheet begins, in the text and in lines; as it is laid out now."""

    def __init__(self, view: Sheet) -> None:
        back = view.display.map.back
        self._starts: list[int] = []
        self._firsts: list[int] = []
        block = view.document().begin()
        while block.isValid():
            self._starts.append(back(block.position()))
            self._firsts.append(block.firstLineNumber())
            block = block.next()
        bar = view.verticalScrollBar()
        self.total = max(1, bar.maximum() + bar.pageStep(), view.document().lineCount())
        """The lines of the whole, the empty ones below it that the scroll bar knows too."""
        self._starts.append(len(view.display.text) + 1)
        self._firsts.append(view.document().lineCount())

    def of(self, span: Span) -> tuple[float, float]:
        """From which line to which a place of the text reaches, with the part of the line before it."""
        return self.at(span.start), self.at(span.end)

    def place(self, line: float) -> int:
        """The place of the text at which the paragraph begins that has this line."""
        number = max(0, min(bisect_right(self._firsts, line) - 1, len(self._starts) - 2))
        return self._starts[number]

    def at(self, place: int) -> float:
        """The line of a place of the text, and the part of it before the place."""
        # Within a block by the share of its characters: to ask Qt for each of thousands of lines would cost 100 ms.
        n = min(bisect_right(self._starts, place), len(self._starts) - 1) - 1
        start, first = self._starts[n], self._firsts[n]
        return first + (self._firsts[n + 1] - first) * (place - start) / ((self._starts[n + 1] - start) or 1)
