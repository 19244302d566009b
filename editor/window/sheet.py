"""The sheet: how a text looks on the page. Type, measure, air between paragraphs, headings, underlines, lit places."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextLayout,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from editor.article import Article, Edit, Span
from editor.window import disclosed, found, proposed, styles, theme, underlines
from editor.window.display import Display
from editor.window.paper import Paper
from editor.window.styles import Block

LINE = "The council voted on Tuesday to close two of its four bridges for good"
"""Letters and blanks of common breadth, by which a line of so many is measured."""
MEASURE = 66
"""How many letters a line is to hold where nothing else is chosen: 45 to 75 read well, says Bringhurst."""
PITCH = 1.55
"""From line to line, in sizes of the type: 1.4 to 1.6 read well on a screen."""


class Sheet(QPlainTextEdit):
    """Shows the text of an article. All places given and taken are code points of the text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setCursorWidth(2)
        paper = QTextDocument(self)
        paper.setUndoRedoEnabled(False)
        self._paper = Paper(paper)
        paper.setDocumentLayout(self._paper)
        self.setDocument(paper)
        self.display = Display("")
        self.underlines = underlines.Underlines()
        self.found = found.Found()
        self.lit: tuple[Span, ...] = ()
        self.framed: Span | None = None
        """The lit place that is framed: the first, unless another was gone to."""
        self.proposed: tuple[Edit, ...] = ()
        """The edits of a fix that is shown before it is taken."""
        self._shown = Article("")
        self._quiet = False
        self._paper.hangs = self._hangs
        self._measure = MEASURE
        self.invisibles = False
        """Whether blanks and ends of paragraphs are shown."""
        self.updateRequest.connect(self._repaint_lanes)

    @property
    def article(self) -> Article:
        """What is shown."""
        return self._shown

    @property
    def leading(self) -> float:
        """Pixels between two lines of type."""
        return self._paper.leading

    def select(self, span: Span) -> None:
        """Selects a place, and brings it into view."""
        place = self.display.map.span_to(Span(span.start, min(span.end, len(self.display.text))))
        cursor = self.textCursor()
        cursor.setPosition(place.start)
        cursor.setPosition(place.end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.reveal(span)

    def reveal(self, span: Span) -> None:
        """Scrolls, where a place is not well in view, until it is in the upper half."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(self.display.map.to(min(span.start, len(self.display.text))))
        rect, height = self.cursorRect(cursor), self.viewport().height()
        if rect.top() >= 0 and rect.bottom() <= height - 2 * rect.height():
            return
        block = cursor.block()
        line = block.layout().lineForTextPosition(cursor.positionInBlock())
        number = block.firstLineNumber() + (line.lineNumber() if line.isValid() else 0)
        self.verticalScrollBar().setValue(number - height // (3 * max(1, rect.height())))

    def top(self) -> int:
        """The place that stands at the top of the view."""
        return self.display.map.back(self.cursorForPosition(QPoint(0, 1)).position())

    def show_top(self, place: int) -> None:
        """Scrolls until a place stands at the top of the view."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(self.display.map.to(min(place, len(self.display.text))))
        block = cursor.block()
        line = block.layout().lineForTextPosition(cursor.positionInBlock())
        self.verticalScrollBar().setValue(block.firstLineNumber() + (line.lineNumber() if line.isValid() else 0))

    def light(self, spans: Sequence[Span]) -> None:
        """Lights the places of the chosen finding, its own first."""
        if tuple(spans) != self.lit:
            self.lit = tuple(spans)
            self.framed = self.lit[0] if self.lit else None
            self.viewport().update()

    def propose(self, edits: Sequence[Edit]) -> None:
        """Shows what these edits would do, without doing it; none, nothing is shown any more."""
        if tuple(edits) != self.proposed:
            self.proposed = tuple(edits)
            self.viewport().update()

    def _write(self, article: Article) -> None:
        """Puts the whole text of an article on the page."""
        self._quiet = True
        # What was selected is none of this text's places; Qt would tell of it in the middle of the change.
        self.setTextCursor(QTextCursor(self.document()))
        self.display = Display(article.text)
        self._dress()
        self._quiet = True
        try:
            self.setPlainText(self.display.whole())
        finally:
            self._quiet = False
        self._dress_marks()

    # Its look

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.ApplicationFontChange, QEvent.Type.PaletteChange):
            self._dress()

    def _dress(self) -> None:
        font = theme.reading_font()
        if (self.font().pointSizeF(), self.font().families()) != (font.pointSizeF(), font.families()):
            self.setFont(font)
        margin = round(30 * theme.zoom() / 100)
        metrics = QFontMetricsF(font)
        pitch = PITCH * font.pointSizeF() * self.logicalDpiY() / 72
        self._paper.leading = 2 * max(0, round((pitch - metrics.lineSpacing()) / 2))
        self._paper.gap = round(metrics.height() * (0.5 if self._airy() else 0))
        if self.document().documentMargin() != margin:
            self._quiet = True
            self.document().setDocumentMargin(margin)
            self._quiet = False
        self._keep_measure()
        self._dress_marks()
        self.viewport().update()

    def read_in(self, measure: int, *, invisibles: bool, typewriter: bool) -> None:
        """How many letters a line holds, whether invisible characters are shown, whether the caret's line stays."""
        self._measure, self.invisibles = measure, invisibles
        self.setCenterOnScroll(typewriter)
        self._dress()
        if typewriter:
            self.centerCursor()

    def _airy(self) -> bool:
        """Whether paragraphs are to be parted by air, since no empty lines part them."""
        text = self.display.text
        return self.article.layout == "lines" and text.count("\n\n") * 4 < text.count("\n")

    def _dress_marks(self) -> None:
        """Shows anew what the source says of the words; no edit comes of it, nor a step to undo."""
        article, document = self.article, self.document()
        kinds: dict[int, Block] = {}
        if article.text != self.display.text:
            return
        for span, kind in styles.kinds(article):
            block, end = document.findBlock(self.display.map.to(span.start)), self.display.map.to(span.end)
            while block.isValid() and block.position() < end:
                kinds[block.blockNumber()] = kinds.get(block.blockNumber(), Block(0)) | kind
                block = block.next()
        block, number = document.begin(), 0
        self._quiet = True
        while block.isValid():
            wanted = kinds.get(number, Block(0))
            if wanted or block.userState() > 0:
                block.setUserState(wanted)
                if self._dress_block(block):
                    document.markContentsDirty(block.position(), block.length())
            block, number = block.next(), number + 1
        self._quiet = False

    def _dress_block(self, block: QTextBlock) -> bool:
        """Puts the looks of one block on its lines; whether they are others now."""
        layout, state = block.layout(), block.userState()
        looks = []
        if state > 0:
            begin = block.position()
            place = self.display.map.span_back(Span(begin, begin + block.length() - 1))
            words, kind = place.of(self.display.text), Block(state)
            marks = styles.within(self.article.marks, place) if kind & Block.INLINE else ()
            looks = styles.ranges(styles.styled(words, place.start, kind, marks), self.display.map, place.start)
        before = layout.formats()
        if len(before) == len(looks) and all(_same(one, two) for one, two in zip(before, looks, strict=True)):
            return False
        layout.setFormats(looks)
        return True

    def _redress(self, at: int, end: int) -> None:
        """The blocks of these places of the widget have changed: their looks move with their words."""
        block = self.document().findBlock(at)
        while block.isValid() and block.position() <= end:
            if block.userState() > 0:
                self._dress_block(block)
            block = block.next()

    def _hangs(self, block: QTextBlock) -> int:
        state = block.userState()
        return styles.hanging(block.text(), Block(state)) if state > 0 else 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_measure()

    def _keep_measure(self) -> None:
        """Keeps lines to the measure by margins beside them, and air above."""
        letter = QFontMetricsF(self.font()).horizontalAdvance(LINE) / len(LINE)
        column = letter * self._measure + 2 * self.document().documentMargin()
        room = self.width() - self.verticalScrollBar().sizeHint().width()
        left = max(0, round((room - column) / 2))
        if self.viewportMargins().left() != left:
            self.setViewportMargins(left, theme.SPACE, left, 0)
            # While it is still hidden, the viewport is not told of its new width, and lays lines out to the old one.
            super().resizeEvent(QResizeEvent(self.viewport().size(), QSize()))

    def paintEvent(self, event: QPaintEvent) -> None:
        area = QRectF(event.rect())
        under = QPainter(self.viewport())
        underlines.ground(self, under, area)
        if self.found:
            found.paint(self, under, area)
        underlines.light(self, under, area)
        under.end()
        super().paintEvent(event)
        if self.invisibles:
            over = QPainter(self.viewport())
            disclosed.paint_invisibles(self, over, area)
            over.end()
        if len(self.underlines) or self.proposed or not self.display.text.isascii():
            over = QPainter(self.viewport())
            underlines.paint(self, over, area)
            disclosed.paint(self, over, area)
            proposed.paint(self, over, area)
            over.end()

    def _repaint_lanes(self, rect: QRect, dy: int) -> None:
        """The lower lane reaches below its line, into what Qt takes for another's."""
        if not dy and rect.height() < self.viewport().height():
            self.viewport().update(rect.adjusted(0, 0, 0, 6))


def _same(one: QTextLayout.FormatRange, two: QTextLayout.FormatRange) -> bool:
    return (one.start, one.length) == (two.start, two.length) and one.format == two.format
