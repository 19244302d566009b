"""The paper under the manuscript: air between paragraphs, which QPlainTextEdit does not know."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextBlock, QTextDocument
from PySide6.QtWidgets import QPlainTextDocumentLayout


class Paper(QPlainTextDocumentLayout):
    """Lays the text out with a gap of so many pixels below each paragraph that holds words."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self.gap = 0.0

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        rect = super().blockBoundingRect(block)
        if block.length() > 1:
            rect.setHeight(rect.height() + self.gap)
        return rect
