"""Lists of rows below headings: the model's shape, the view that is walked by keys, and how rows are painted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import (
    QAbstractItemModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    Qt,
    QTimer,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QFrame, QStyle, QStyleOptionViewItem, QTreeView, QWidget

from editor.window import icons, mirror, theme
from editor.window.wording import thousands
from editor.window.words import line_height

Index = QModelIndex | QPersistentModelIndex
SPACE = theme.SPACE
NOWHERE = QModelIndex()
_HEADING = (1 << 32) - 1
# Made once: the view asks for each row's at every change, and enums are slow to join.
_NO_FLAGS = Qt.ItemFlag.NoItemFlags
_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
_WALKING = {
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
}


class GroupedModel(QAbstractItemModel):
    """Rows below headings. Headings stay where they are, with nothing below them where there is nothing."""

    def __init__(self, groups: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._groups: list[list[Any]] = [[] for _ in range(groups)]
        """The keys of the rows below each heading, in their order."""

    def index(self, row: int, column: int, parent: Index = NOWHERE) -> QModelIndex:
        if column != 0 or not 0 <= row < self.rowCount(parent):
            return QModelIndex()
        return self.createIndex(row, 0, parent.row() if parent.isValid() else _HEADING)

    def parent(self, index: Index = NOWHERE) -> QModelIndex:  # type: ignore[override]
        group = index.internalId() if index.isValid() else _HEADING
        return QModelIndex() if group == _HEADING else self.createIndex(group, 0, _HEADING)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        if not parent.isValid():
            return len(self._groups)
        return len(self._groups[parent.row()]) if parent.internalId() == _HEADING else 0

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or index.internalId() == _HEADING:
            return _NO_FLAGS
        return _FLAGS

    def heading(self, number: int) -> QModelIndex:
        """The index of a heading."""
        return self.createIndex(number, 0, _HEADING)

    def is_heading(self, index: Index) -> bool:
        return index.internalId() == _HEADING


class GroupedList(QTreeView):
    """Shows a GroupedModel. Keys that are not for walking the list are left to what is around it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
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
        self.setAccessibleName(name)
        self._telling = True

    def choose(self, index: QModelIndex) -> None:
        """Makes a row the current one without telling that the editor went there; none where the index is invalid."""
        if index.isValid() and index == self.currentIndex() and self.selectionModel().isSelected(index):
            # Current and not chosen is what Qt makes the first row of a list that comes to have the keys.
            return
        with self.quietly():
            if index.isValid():
                self.setCurrentIndex(index)
                self.scrollTo(index)
            else:
                self.selectionModel().clear()

    def keep(self, index: QModelIndex) -> None:
        """Keeps a row the current one while others come and go; the view is not scrolled."""
        if index != self.currentIndex() or not self.selectionModel().isSelected(index):
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def wanted(self) -> int:
        """How high the list would be with all its rows."""
        return self.sizeHint().height()

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

    def anchor(self) -> Anchor:
        """What is to stay where it is while rows come and go: the chosen row where it is seen, else the first seen."""
        index = self.currentIndex()
        if not self.sees_current():
            index = self.indexAt(QPoint(SPACE, 1))
        return Anchor(QPersistentModelIndex(index), self.visualRect(index).top())

    def hold(self, anchor: Anchor) -> None:
        """Scrolls so that the anchor stands as high as it did."""
        if anchor.row.isValid():
            by = self.visualRect(anchor.row).top() - anchor.top
            if by:
                self.verticalScrollBar().setValue(self.verticalScrollBar().value() + by)

    def quietly(self) -> Quiet:
        """While the model changes: the view may move the current row as it likes, nobody is told."""
        return Quiet(self)

    def keyboardSearch(self, search: str) -> None:
        """Letters do what the page says; they don't search."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _WALKING and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        else:
            event.ignore()


class Anchor(NamedTuple):
    """A row and how high it stands in the view."""

    row: QPersistentModelIndex
    top: int


class Quiet:
    """Keeps a list from telling where the editor goes."""

    def __init__(self, view: GroupedList) -> None:
        self._view = view

    def __enter__(self) -> None:
        self._before, self._view._telling = self._view._telling, False

    def __exit__(self, *error: object) -> None:
        self._view._telling = self._before


def runs(places: Sequence[int]) -> list[tuple[int, int]]:
    """Numbers in order as runs of neighbours, each its first and last."""
    found: list[tuple[int, int]] = []
    for place in places:
        if found and found[-1][1] == place - 1:
            found[-1] = (found[-1][0], place)
        else:
            found.append((place, place))
    return found


def row_height() -> int:
    return 2 * round(line_height()) + 2 * SPACE + 2


def heading_height() -> int:
    return round(line_height()) + 2 * SPACE


def paint_heading(painter: QPainter, option: QStyleOptionViewItem, words: str, count: int, icon: str, hue: str) -> None:
    """A heading with its icon and how many rows stand below it."""
    place = option.rect.adjusted(2 * SPACE, 0, -2 * SPACE, -SPACE // 2 - 1)
    font = theme.interface_font(bold=True)
    painter.setFont(font)
    metrics = QFontMetrics(font)
    at = place.left()
    if icon:
        size = metrics.height()
        picture = icons.pixmap(icon, size, painter.device().devicePixelRatioF(), hue)
        mirror.picture(painter, QPointF(at, place.bottom() - size), picture)
        at += size + SPACE
    painter.setPen(theme.colour(hue))
    line = QRect(at, place.bottom() - metrics.height(), place.right() - at, metrics.height())
    mirror.text(painter, line, Qt.AlignmentFlag.AlignLeft, words)
    painter.setFont(theme.interface_font())
    painter.setPen(theme.colour("muted"))
    line.setLeft(at + metrics.horizontalAdvance(words) + SPACE)
    mirror.text(painter, line, Qt.AlignmentFlag.AlignLeft, thousands(count))
    painter.setPen(QPen(theme.colour("line"), 1))
    painter.drawLine(place.left(), option.rect.bottom(), place.right(), option.rect.bottom())


def paint_card(painter: QPainter, option: QStyleOptionViewItem, hue: QColor | None = None) -> QRect:
    """A row's ground, lit where it is chosen, with a bar of a hue at its side; returns where its words stand."""
    card = QRectF(option.rect).adjusted(SPACE, 1, -SPACE, -1)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if option.state & QStyle.StateFlag.State_Selected:
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.setPen(QPen(theme.colour("accent"), 2) if focused else Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("chosen"))
        painter.drawRoundedRect(card.adjusted(1, 1, -1, -1), theme.RADIUS, theme.RADIUS)
    if hue:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(hue)
        painter.drawRoundedRect(QRectF(card.left() + 5, card.top() + 8, 3, card.height() - 16), 1.5, 1.5)
    return card.adjusted(2 * SPACE, SPACE - 1, -SPACE, -SPACE + 1).toRect()


def paint_line(painter: QPainter, place: QRect, font: QFont, words: str, aside: str, colour: QColor) -> None:
    """A line of words, cut where it is too long, with something aside at its end. Nothing in them is markup."""
    small = theme.interface_font(0.9)
    width = QFontMetrics(small).horizontalAdvance(aside) + SPACE if aside else 0
    metrics = QFontMetrics(font)
    painter.setFont(font)
    painter.setPen(colour)
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, place.width() - width)
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
    mirror.text(painter, place, flags | Qt.AlignmentFlag.AlignLeft, shown)
    if aside:
        painter.setFont(small)
        painter.setPen(theme.colour("muted"))
        mirror.text(painter, place, flags | Qt.AlignmentFlag.AlignRight, aside)
