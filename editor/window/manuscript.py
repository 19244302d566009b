"""The manuscript: the article's text to read and to write. It is a view; the text itself is the desk's."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QPoint, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFontMetricsF,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextLayout,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QMenu, QPlainTextEdit, QWidget

from editor.article import Edit, EditRefused, Span
from editor.desk import Desk, Row
from editor.desk import happenings as told
from editor.window import theme, underlines
from editor.window.display import Display, pasted, stood_in
from editor.window.paper import Paper

_LINE = "The council voted on Tuesday to close two of its four bridges for good"
"""A line as wide as the longest are to be, some 70 letters and blanks: 45 to 75 read well, says Bringhurst."""
REST = 40
"""Milliseconds without a change of the board after which the underlines are put anew."""


class Manuscript(QPlainTextEdit):
    """Shows the desk's text and tells it what is typed. All places are code points of the text."""

    caret_moved = Signal(int)
    place_clicked = Signal(int)
    """The mouse was let go at a place, with nothing selected."""
    zoomed = Signal(int)
    """Steps of zoom asked for with the wheel."""
    dropped = Signal(list)
    """Files were dropped: their paths."""

    def __init__(self, desk: Desk | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("manuscript")
        self.setAccessibleName("Manuscript")
        self.setAccessibleDescription("The article's text")
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setCursorWidth(2)
        paper = QTextDocument(self)
        paper.setUndoRedoEnabled(False)
        self._paper = Paper(paper)
        paper.setDocumentLayout(self._paper)
        self.setDocument(paper)
        self.desk: Desk | None = None
        self.display = Display("")
        self.underlines = underlines.Underlines()
        self.lit: tuple[Span, ...] = ()
        self._headings: dict[int, float] = {}
        self.among = _everyone
        """Which findings are underlined."""
        self._quiet = False
        self._brought = ""
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self._put_underlines)
        self.document().contentsChange.connect(self._changed)
        self.cursorPositionChanged.connect(self._moved)
        self.updateRequest.connect(self._repaint_lanes)
        self._dress()
        if desk:
            self.set_desk(desk)

    # The desk

    def set_desk(self, desk: Desk) -> None:
        """Shows the text of this desk from now on."""
        self.desk = desk
        desk.subscribe(lambda happening: self._hear(desk, happening))
        self.lit = ()
        self._reload(desk.caret)
        self._put_underlines()

    def _hear(self, desk: Desk, happening: told.Happening) -> None:
        if desk is not self.desk:
            return
        if isinstance(happening, told.TextEdited):
            if not happening.typed:
                self._show_edits(happening.edits, happening.caret)
            for edit in happening.edits:
                self.underlines.edited(edit)
                self.lit = tuple(span.after(edit) for span in self.lit)
        elif isinstance(happening, told.BoardChanged):
            self._rest.start()
        elif isinstance(happening, told.FactsChanged):
            self._dress_headings()

    def _reload(self, caret: int) -> None:
        assert self.desk
        self._end_preedit()
        self.display = Display(self.desk.text)
        self._headings = {}
        self._dress()
        self._quiet = True
        try:
            self.setPlainText(self.display.whole())
        finally:
            self._quiet = False
        self._dress_headings()
        self.set_caret(caret)

    def _show_edits(self, edits: Sequence[Edit], caret: int | None) -> None:
        """Brings edits that the desk made to the widget, and the caret to where it belongs."""
        self._end_preedit()
        cursor = QTextCursor(self.document())
        self._quiet = True
        cursor.beginEditBlock()
        try:
            for edit in edits:
                if edit.of != "words":
                    continue
                place = self.display.map.span_to(edit.span)
                cursor.setPosition(place.start)
                cursor.setPosition(place.end, QTextCursor.MoveMode.KeepAnchor)
                cursor.insertText(stood_in(edit.words))
                self.display.edit(edit)
        finally:
            cursor.endEditBlock()
            self._quiet = False
        if self.display.units != self.document().characterCount() - 1:
            self._reload(self.desk.caret if self.desk else 0)
        self._dress_headings()
        if caret is not None:
            self.set_caret(caret)

    def _changed(self, at: int, removed: int, added: int) -> None:
        """Qt changed the document: tells the desk, with the counts held against the document's length."""
        if self._quiet or not self.desk:
            return
        old, new = self.display.units, self.document().characterCount() - 1
        removed, added = min(removed, old - at), min(added, new - at)
        split = self.display.splits(at) or self.display.splits(at + removed)
        if split or old - removed + added != new:
            at, removed, added = 0, old, new
        shown = self._words(at, at + added)
        if len(shown) + sum(c > "\uffff" for c in shown) != added:
            # Half of a pair came in, which Python is not told of: what the desk has, stays.
            self._reload(self.desk.caret)
            return
        span = self.display.map.span_back(Span(at, at + removed)) if removed else self._empty(at)
        was = self.display.shown(span)
        if was == shown:
            return
        if len(span) > 1 or len(shown) > 1:
            span, shown = _trimmed(span, was, shown)
        words = self.display.meant(shown, span, self._brought)
        edit = Edit(span, span.of(self.display.text), words)
        if edit.expected == words:
            return
        self.display.edit(edit)
        try:
            self.desk.typed(edit, span.start + len(words))
        except EditRefused:
            self._reload(self.desk.caret)

    def _empty(self, at: int) -> Span:
        place = self.display.map.back(at)
        return Span(place, place)

    def _words(self, start: int, end: int) -> str:
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor.selectedText().replace("\u2029", "\n")

    # The caret

    def caret(self) -> int:
        """Where the caret is."""
        return self.display.map.back(self.textCursor().position())

    def selected(self) -> Span:
        """What is selected; empty at the caret where nothing is."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return self._empty(cursor.position())
        return self.display.map.span_back(Span(cursor.selectionStart(), cursor.selectionEnd()))

    def set_caret(self, place: int) -> None:
        self.select(Span(place, place))

    def select(self, span: Span) -> None:
        """Selects a place, and brings it into view."""
        place = self.display.map.span_to(Span(span.start, min(span.end, len(self.display.text))))
        cursor = self.textCursor()
        cursor.setPosition(place.start)
        cursor.setPosition(place.end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.reveal(span)

    def show_span(self, span: Span) -> None:
        """Selects a place that another pane names; the focus stays there."""
        self.select(span)

    def reveal(self, span: Span) -> None:
        """Scrolls, where a place is not well in view, until it is in the upper half."""
        unit = self.display.map.to(min(span.start, len(self.display.text)))
        cursor = QTextCursor(self.document())
        cursor.setPosition(unit)
        rect = self.cursorRect(cursor)
        height = self.viewport().height()
        if rect.top() >= 0 and rect.bottom() <= height - 2 * rect.height():
            return
        bar = self.verticalScrollBar()
        if -height <= rect.top() <= 2 * height:
            bar.setValue(bar.value() + round((rect.top() - height / 3) / max(1, rect.height())))
            rect = self.cursorRect(cursor)
        if rect.top() < 0 or rect.bottom() > height:
            bar.setValue(self._line_of(cursor) - height // max(1, 3 * rect.height()))

    def _line_of(self, cursor: QTextCursor) -> int:
        block = cursor.block()
        line = block.layout().lineForTextPosition(cursor.positionInBlock())
        return block.firstLineNumber() + (line.lineNumber() if line.isValid() else 0)

    def light(self, spans: Sequence[Span]) -> None:
        """Lights the places of the chosen finding, its own first."""
        if tuple(spans) != self.lit:
            self.lit = tuple(spans)
            self.viewport().update()

    def _moved(self) -> None:
        if self._quiet or not self.desk:
            return
        self.desk.caret = self.caret()
        self.caret_moved.emit(self.desk.caret)

    # Keys and the mouse

    def event(self, event: QEvent) -> bool:
        # Qt would keep the keys of its own undo, which is off, from ours.
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride and _undoes(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._end_preedit()
        self._snap()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier):
                event.ignore()
                return
            # With Shift Qt puts in a line separator, which no format of article means.
            plain = QKeyEvent(
                QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", event.isAutoRepeat()
            )
            super().keyPressEvent(plain)
            return
        super().keyPressEvent(event)

    def _snap(self) -> None:
        """Takes the caret out of the middle of a character, where Up and Down may have left it."""
        cursor = self.textCursor()
        if self.display.splits(cursor.position()):
            cursor.setPosition(cursor.position() + 1)
            self.setTextCursor(cursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._end_preedit()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            self.place_clicked.emit(self.caret())

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                self.zoomed.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._brought = event.commitString()
        try:
            super().inputMethodEvent(event)
        finally:
            self._brought = ""

    def _end_preedit(self) -> None:
        """Ends what an input method has begun: edits around an open one end in a crash or in stuck words."""
        layout = self.textCursor().block().layout()
        if not layout or not layout.preeditAreaText():
            return
        QGuiApplication.inputMethod().reset()
        if layout.preeditAreaText():
            layout.setPreeditArea(-1, "")
            block = self.textCursor().block()
            self.document().markContentsDirty(block.position(), block.length())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.context_menu(event.pos()).exec(event.globalPos())

    def context_menu(self, at: QPoint) -> QMenu:
        """Qt's menu at a place of the viewport, in which undo and redo are the desk's."""
        menu = self.createStandardContextMenu(at)
        for action in menu.actions():
            run = {"edit-undo": self._undo, "edit-redo": self._redo}.get(action.objectName())
            if run:
                action.triggered.disconnect()
                action.triggered.connect(run)
                action.setEnabled(not self.isReadOnly())
        return menu

    def _undo(self) -> None:
        if self.desk:
            self.desk.undo()

    def _redo(self) -> None:
        if self.desk:
            self.desk.redo()

    # The clipboard and what is dropped

    def createMimeDataFromSelection(self) -> QMimeData:
        data = QMimeData()
        data.setText(self.selected().of(self.display.text).encode("utf-8", "ignore").decode())
        return data

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() and not source.hasUrls()

    def insertFromMimeData(self, source: QMimeData) -> None:
        self._end_preedit()
        self.insert(pasted(source.text()))

    def insert(self, words: str) -> None:
        """Puts words in the place of what is selected, as if they had been typed."""
        self._brought = words
        try:
            self.textCursor().insertText(stood_in(words))
        finally:
            self._brought = ""
        if len(words) > 5_000:
            QTimer.singleShot(0, self, self._uncrowd)
        self.ensureCursorVisible()

    def _uncrowd(self) -> None:
        if self.display.crowded:
            self._reload(self.caret())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()
            return
        super().dragEnterEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()
            return
        super().dragMoveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        if event.mimeData().hasUrls():
            paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
            event.acceptProposedAction()
            if paths:
                self.dropped.emit(paths)
            return
        self._end_preedit()
        super().dropEvent(event)

    # Its look

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.ApplicationFontChange, QEvent.Type.PaletteChange):
            self._dress()

    def _dress(self) -> None:
        font = theme.reading_font()
        if font != self.font():
            self.setFont(font)
        metrics = QFontMetricsF(font)
        self._paper.gap = round(metrics.height() * (0.5 if self._airy() else 0))
        margin = round(30 * theme.zoom() / 100)
        if self.document().documentMargin() != margin:
            self._quiet = True
            self.document().setDocumentMargin(margin)
            self._quiet = False
        self._keep_measure()
        self._dress_headings()
        self.viewport().update()

    def _airy(self) -> bool:
        """Whether paragraphs are to be parted by air, since no empty lines part them."""
        text, lines = self.display.text, self.desk is None or self.desk.article.layout == "lines"
        return lines and text.count("\n\n") * 4 < text.count("\n")

    def _dress_headings(self) -> None:
        """Sets headline and headings in bolder and larger type; no edit comes of it, nor a step to undo."""
        if not self.desk:
            return
        wanted: dict[int, float] = {}
        for mark in self.desk.article.marks:
            if mark.kind in ("headline", "heading") and mark.span.end <= len(self.display.text):
                block = self.document().findBlock(self.display.map.to(mark.span.start))
                wanted[block.blockNumber()] = 1.45 if mark.kind == "headline" else 1.12
        for number in wanted.keys() | self._headings.keys():
            block = self.document().findBlockByNumber(number)
            if not block.isValid():
                continue
            size = wanted.get(number, 0.0)
            if self._headings.get(number) == size and bool(block.layout().formats()) == bool(size):
                continue
            block.layout().setFormats([_heading(size)] if size else [])
            self._quiet = True
            self.document().markContentsDirty(block.position(), block.length())
            self._quiet = False
        self._headings = wanted

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_measure()

    def _keep_measure(self) -> None:
        """Keeps lines to the measure by margins beside them, and air above."""
        column = QFontMetricsF(self.font()).horizontalAdvance(_LINE) + 2 * self.document().documentMargin()
        room = self.width() - self.verticalScrollBar().sizeHint().width()
        left = max(0, round((room - column) / 2))
        self.setViewportMargins(left, theme.SPACE, left, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        area = QRectF(event.rect())
        if self.lit:
            under = QPainter(self.viewport())
            underlines.light(self, under, area)
            under.end()
        super().paintEvent(event)
        if len(self.underlines):
            over = QPainter(self.viewport())
            underlines.paint(self, over, area)
            over.end()

    def _repaint_lanes(self, rect: QRect, dy: int) -> None:
        """The lower lane reaches below its line, into what Qt takes for another's."""
        if not dy and rect.height() < self.viewport().height():
            self.viewport().update(rect.adjusted(0, 0, 0, 6))

    def restyle(self) -> None:
        """Which findings are underlined is to be asked anew."""
        self._put_underlines()

    def _put_underlines(self) -> None:
        rows = self.desk.rows() if self.desk else []
        self.underlines.put((span, row.family) for row in rows if self.among(row) for span in row.finding.places)
        self.viewport().update()


def _everyone(row: Row) -> bool:
    return True


def _undoes(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)


def _heading(size: float) -> QTextLayout.FormatRange:
    made = QTextCharFormat()
    font = theme.reading_font(size)
    made.setFontPointSize(font.pointSizeF())
    made.setFontWeight(600)
    whole = QTextLayout.FormatRange()
    whole.start, whole.length, whole.format = 0, 1 << 20, made
    return whole


def _trimmed(span: Span, was: str, now: str) -> tuple[Span, str]:
    """The change without what both have at its start and end."""
    least = min(len(was), len(now))
    head = next((n for n in range(least) if was[n] != now[n]), least)
    tail = next((n for n in range(least - head) if was[-1 - n] != now[-1 - n]), least - head)
    return Span(span.start + head, span.end - tail), now[head : len(now) - tail]
