"""The manuscript: the article's text to read and to write. It is a view; the text itself is the desk's."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from editor.article import Article, Edit, EditRefused, Span
from editor.window import links
from editor.window.display import pasted, stood_in
from editor.window.rereading import Rereading
from editor.window.sheet import Sheet
from editor.window.translation import tr

if TYPE_CHECKING:
    # The desk comes with the checks: it is imported after the first paint.
    from editor.desk import Desk, Row
    from editor.desk.happenings import Happening

REST = 40
"""Milliseconds without a change of the board after which the underlines are put anew."""


class Manuscript(Sheet):
    """Shows the desk's text and tells it what is typed. All places are code points of the text."""

    caret_moved = Signal(int)
    place_clicked = Signal(int)
    """The mouse was let go at a place, with nothing selected."""
    zoomed = Signal(int)
    """Steps of zoom asked for with the wheel."""
    menu_wanted = Signal(QPoint)
    """The menu of the text is to be popped up there."""
    dropped = Signal(list)
    """Files were dropped: their paths."""
    link_pointed = Signal(str)
    """The address of the link under the mouse; empty when it has left it."""
    link_wanted = Signal(str)
    """A link is to be opened: its address."""

    def __init__(self, desk: Desk | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("manuscript")
        self.setAccessibleName(tr("Manuscript"))
        self.setAccessibleDescription(tr("The article’s text"))
        self.setTabChangesFocus(True)
        self.desk: Desk | None = None
        self.among: Callable[[Row], bool] = lambda row: True
        """Which findings are underlined."""
        self._brought = ""
        self._gone_to: Span | None = None
        self._pointed = ""
        self._rereading = Rereading(self)
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self.restyle)
        self.document().contentsChange.connect(self._changed)
        self.cursorPositionChanged.connect(self._moved)
        self._dress()
        if desk:
            self.set_desk(desk)

    # The desk

    def preview(self, article: Article) -> None:
        """Shows an article before there is a desk to write on."""
        self.desk, self._shown = None, article
        self.setReadOnly(True)
        self.light(())
        self._reload(0)

    def set_desk(self, desk: Desk) -> None:
        """Shows the text of this desk from now on."""
        self.desk = desk
        self.setReadOnly(False)
        desk.subscribe(lambda happening: self._hear(desk, happening))
        self.propose(())
        self.light(())
        self._reload(desk.caret)
        self._rereading.edited(desk)
        self.restyle()

    def _hear(self, desk: Desk, happening: Happening) -> None:
        if desk is not self.desk:
            return
        from editor.desk import happenings as told

        if isinstance(happening, told.TextEdited):
            self.propose(())
            self._rereading.edited(desk)
            if not happening.typed:
                self._show_edits(happening.edits, happening.caret)
            for edit in happening.edits:
                self.underlines.edited(edit)
                self.found.edited(edit)
                self.lit = tuple(span.after(edit) for span in self.lit)
                self.framed = self.framed and self.framed.after(edit)
                self._gone_to = self._gone_to and self._gone_to.after(edit)
        elif isinstance(happening, told.BoardChanged):
            self._rest.start()
        elif isinstance(happening, told.FactsChanged):
            self._dress_marks()

    @property
    def article(self) -> Article:
        return self.desk.article if self.desk else self._shown

    def restyle(self) -> None:
        """Which findings are underlined is asked anew."""
        rows = self.desk.rows() if self.desk else []
        self.underlines.put((span, row.family) for row in rows if self.among(row) for span in row.finding.places)
        self.viewport().update()

    def _reload(self, caret: int) -> None:
        self._end_preedit()
        self._write(self.article)
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
        self._dress_marks()
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
            self._redress(at, at + added)
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

    def show_span(self, span: Span) -> None:
        """Shows a place that a finding names. It is selected where the editor is in the text; else the caret stays."""
        if self.hasFocus():
            self.select(span)
        else:
            self.reveal(span)
        self._gone_to = span
        self.framed = next((lit for lit in self.lit if lit.start == span.start), self.framed)
        self.viewport().update()

    def place(self) -> int:
        """Where the editor is: at the place shown last, until the caret moves."""
        return self._gone_to.start if self._gone_to else self.caret()

    def come_back(self) -> None:
        """The editor is at the caret again, as it was left."""
        self._gone_to = None
        self.ensureCursorVisible()

    def _moved(self) -> None:
        if self._quiet or not self.desk:
            return
        self._gone_to = None
        if self.centerOnScroll() and not QGuiApplication.mouseButtons():
            self.centerCursor()
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

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if not event.buttons():
            self._point(self._link_under(event))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point("")

    def _point(self, target: str) -> None:
        if target != self._pointed:
            self._pointed = target
            self.link_pointed.emit(target)

    def _link_under(self, event: QMouseEvent) -> str:
        at = event.position().toPoint()
        if not self.article.marks:
            return ""
        cursor = self.cursorForPosition(at)
        if abs(self.cursorRect(cursor).center().x() - at.x()) > self.fontMetrics().averageCharWidth() * 2:
            return ""
        return links.target_at(self.article, self.display.map.back(cursor.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        asked = event.modifiers() & Qt.KeyboardModifier.ControlModifier and not self.textCursor().hasSelection()
        if asked and (target := self._link_under(event)):
            self.link_wanted.emit(target)
            return
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
        """The menu is of the place that was clicked: the caret goes there, unless it is in what is selected."""
        self._end_preedit()
        place = self.display.map.back(self.cursorForPosition(event.pos()).position())
        chosen = self.selected()
        if event.reason() is QContextMenuEvent.Reason.Mouse and not (
            len(chosen) and chosen.start <= place <= chosen.end
        ):
            self.set_caret(place)
        self.menu_wanted.emit(event.globalPos())

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


def _undoes(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)


def _trimmed(span: Span, was: str, now: str) -> tuple[Span, str]:
    """The change without what both have at its start and end."""
    least = min(len(was), len(now))
    head = next((n for n in range(least) if was[n] != now[n]), least)
    tail = next((n for n in range(least - head) if was[-1 - n] != now[-1 - n]), least - head)
    return Span(span.start + head, span.end - tail), now[head : len(now) - tail]
