"""The paper under the manuscript: leading, air between paragraphs and hung lines, which QPlainTextEdit does not know.

Qt lays a block out; then its lines are moved apart here. A line that Qt has just laid out begins at the block's very
top and one of ours never does, which tells them apart.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QTextBlock, QTextDocument, QTextLayout
from PySide6.QtWidgets import QPlainTextDocumentLayout


def nothing_hangs(block: QTextBlock) -> int:
    """How many units at the head of a block its other lines are indented by: none."""
    return 0


class Paper(QPlainTextDocumentLayout):
    """Lays the text out with `leading` pixels between lines, and `gap` more below each paragraph that holds words."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self.gap = 0.0
        self.leading = 0.0
        self.hangs: Callable[[QTextBlock], int] = nothing_hangs

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        rect = super().blockBoundingRect(block)
        layout = block.layout()
        if layout and layout.lineCount() and not layout.lineAt(0).y():
            self._spread(block, layout)
            rect = super().blockBoundingRect(block)
        below = self.leading / 2 + (self.gap if block.length() > 1 else 0)
        rect.setHeight(rect.height() + below)
        return rect

    def _spread(self, block: QTextBlock, layout: QTextLayout) -> None:
        """Moves the lines apart, and those after the first under the words that hang."""
        first = layout.lineAt(0)
        hanging, left, y = self.hangs(block), first.x(), max(self.leading / 2, 0.25)
        count = layout.lineCount()
        # A paragraph from right to left stands at the right, whatever the window's direction.
        back = block.textDirection() is Qt.LayoutDirection.RightToLeft
        if back:
            option = layout.textOption()
            option.setAlignment(Qt.AlignmentFlag.AlignRight)
            layout.setTextOption(option)
        if hanging and count > 1:
            indent, width = abs(first.cursorToX(hanging)[0] - first.cursorToX(0)[0]), first.width()  # type: ignore[index]
            if 0 < indent < width / 2:
                self._hang(layout, left, indent, width, back=back)
                if layout.lineCount() != count:
                    block.setLineCount(layout.lineCount())
        for n in range(layout.lineCount()):
            line = layout.lineAt(n)
            line.setPosition(QPointF(line.x(), y))
            y += line.height() + self.leading

    def _hang(self, layout: QTextLayout, left: float, indent: float, width: float, *, back: bool) -> None:
        layout.beginLayout()
        line = layout.createLine()
        by = 0.0
        while line.isValid():
            line.setLeadingIncluded(True)
            line.setLineWidth(width - by)
            line.setPosition(QPointF(left if back else left + by, 0))
            by = indent
            line = layout.createLine()
        layout.endLayout()
