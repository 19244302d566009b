"""The list of findings: painted row by row from plain text, walked by arrow keys, decided by one key each."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from editor.desk import Row
from editor.window import icons, theme
from editor.window.findings_model import HEADING, PARAGRAPH, ROW, FindingsModel
from editor.window.wording import FAMILY_NAMES, elided, shown_words
from editor.window.words import line_height

Index = QModelIndex | QPersistentModelIndex
SPACE = theme.SPACE
MANY = 400
"""More rows than these are all of one height."""


class FindingsList(QTreeView):
    """Shows a FindingsModel. Keys that are not for walking the list are left to the panel around it."""

    walked = Signal(int)
    """The editor has gone to the row with this id."""
    jump_wanted = Signal(int)
    """The next place of the chosen finding is wanted: 1 forward, -1 back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setExpandsOnDoubleClick(False)
        self.setIndentation(0)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setItemDelegate(_Painter(self))
        self.setAccessibleName("Findings")
        self.setAccessibleDescription(
            "Enter takes the fix and goes on; T lets it stand here, I in this article, A everywhere, R with a reason; "
            "Q leaves a query; a figure takes the choice of that number"
        )
        self._telling = True

    def show_model(self, model: FindingsModel) -> None:
        old = self.selectionModel()
        self.setModel(model)
        if old is not None:
            old.deleteLater()
        model.counted.connect(self._arrange)
        model.modelReset.connect(self._arrange)
        self._arrange()

    def show_row(self, id_: int | None) -> None:
        """Makes a row the current one without telling that the editor went there."""
        model = self.model()
        assert isinstance(model, FindingsModel)
        index = model.of_row(id_)
        if index.isValid() and index == self.currentIndex():
            return
        self._telling = False
        try:
            if index.isValid():
                self.setCurrentIndex(index)
                self.scrollTo(index)
            else:
                self.selectionModel().clear()
        finally:
            self._telling = True

    def sees_current(self) -> bool:
        """Whether the current row is in view, in part at least."""
        index = self.currentIndex()
        return index.isValid() and self.visualRect(index).intersects(self.viewport().rect())

    def show_current(self) -> None:
        """Brings the current row back into view: the list has another height."""
        # Once the list has the height that it is being given.
        QTimer.singleShot(0, self, self._scroll)

    def _scroll(self) -> None:
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def wanted(self) -> int:
        """How high the list would be with all its rows, and never less than one of them."""
        model = self.model()
        assert isinstance(model, FindingsModel)
        headings = sum(bool(model.rowCount(model.heading(n))) for n in range(model.rowCount())) if model.grouped else 0
        tall, low = row_height(), heading_height()
        return max(tall, len(model) * tall + headings * low) + SPACE

    def quietly(self) -> _Quiet:
        """While the model changes: the view may move the current row as it likes, nobody is told."""
        return _Quiet(self)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        row = current.data(ROW) if current.isValid() else None
        if self._telling and isinstance(row, Row):
            self.walked.emit(row.id)

    def keyboardSearch(self, search: str) -> None:
        """Letters decide; they don't search."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        walking = {
            Qt.Key.Key_Up,
            Qt.Key.Key_Down,
            Qt.Key.Key_Home,
            Qt.Key.Key_End,
            Qt.Key.Key_PageUp,
            Qt.Key.Key_PageDown,
        }
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.jump_wanted.emit(1 if event.key() == Qt.Key.Key_Right else -1)
        elif event.key() in walking:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def _arrange(self) -> None:
        model = self.model()
        assert isinstance(model, FindingsModel)
        # One height for all spares asking each row for its own; the headings are as high as rows then.
        self.setUniformRowHeights(len(model) > MANY)
        if not model.grouped:
            self.setRootIndex(model.heading(0))
            return
        self.setRootIndex(QModelIndex())
        for number in range(model.rowCount()):
            heading = model.heading(number)
            self.setRowHidden(number, QModelIndex(), not model.rowCount(heading))
            self.setExpanded(heading, True)


def row_height() -> int:
    return 2 * round(line_height()) + 2 * SPACE + 2


def heading_height() -> int:
    return round(line_height()) + 2 * SPACE


class _Quiet:
    def __init__(self, view: FindingsList) -> None:
        self._view = view

    def __enter__(self) -> None:
        self._before, self._view._telling = self._view._telling, False

    def __exit__(self, *error: object) -> None:
        self._view._telling = self._before


class _Painter(QStyledItemDelegate):
    """Paints headings and rows. All words are drawn as they stand: nothing in them is markup."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, row_height() if isinstance(index.data(ROW), Row) else heading_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        row = index.data(ROW)
        if isinstance(row, Row):
            self._row(painter, option, index, row)
        else:
            self._heading(painter, option, index)
        painter.restore()

    def _heading(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        family, count = index.data(HEADING)
        place = option.rect.adjusted(2 * SPACE, 0, -2 * SPACE, -SPACE // 2 - 1)
        hue = theme.colour(family) if family else theme.colour("text")
        font = theme.interface_font(bold=True)
        painter.setFont(font)
        metrics = QFontMetrics(font)
        at = place.left()
        if family:
            size = metrics.height()
            painter.drawPixmap(
                at,
                place.bottom() - metrics.height() - (size - metrics.height()) // 2,
                icons.pixmap(family, size, painter.device().devicePixelRatioF(), family),
            )
            at += size + SPACE
        painter.setPen(hue)
        words = FAMILY_NAMES[family] if family else "Findings"
        base = place.bottom() - metrics.descent()
        painter.drawText(at, base, words)
        painter.setFont(theme.interface_font())
        painter.setPen(theme.colour("muted"))
        painter.drawText(at + metrics.horizontalAdvance(words) + SPACE, base, f"{count:,}")
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawLine(place.left(), option.rect.bottom(), place.right(), option.rect.bottom())

    def _row(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, row: Row) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        card = QRectF(option.rect).adjusted(SPACE, 1, -SPACE, -1)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            painter.setPen(QPen(theme.colour("accent"), 2) if focused else Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("chosen"))
            painter.drawRoundedRect(card.adjusted(1, 1, -1, -1), theme.RADIUS, theme.RADIUS)
        hue = theme.colour(row.family)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(hue)
        painter.drawRoundedRect(QRectF(card.left() + 5, card.top() + 8, 3, card.height() - 16), 1.5, 1.5)
        place = card.adjusted(2 * SPACE, SPACE - 1, -SPACE, -SPACE + 1).toRect()
        fades = 0.55 if row.status == "saving" else 1.0
        first, second = theme.interface_font(bold=True), theme.interface_font()
        line = QFontMetrics(first).height()
        self._line(
            painter,
            QRect(place.left(), place.top(), place.width(), line),
            first,
            shown_words(elided(str(index.data()), 300)),
            f"¶ {index.data(PARAGRAPH)}",
            theme.colour("text", fades),
        )
        words, colour = shown_words(row.message), theme.colour("muted", fades)
        if row.status == "saving":
            words = "Saving…"
        elif row.status == "unsaved":
            words, colour = f"Not saved: {row.note}", theme.colour("danger")
        doubt = "possible" if row.finding.confidence == "possible" else ""
        self._line(
            painter, QRect(place.left(), place.bottom() - line, place.width(), line), second, words, doubt, colour
        )

    def _line(self, painter: QPainter, place: QRect, font: QFont, words: str, aside: str, colour: QColor) -> None:
        small = theme.interface_font(0.9)
        width = QFontMetrics(small).horizontalAdvance(aside) + SPACE if aside else 0
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(colour)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, place.width() - width)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(place, flags | Qt.AlignmentFlag.AlignLeft, shown)
        if aside:
            painter.setFont(small)
            painter.setPen(theme.colour("muted"))
            painter.drawText(place, flags | Qt.AlignmentFlag.AlignRight, aside)
