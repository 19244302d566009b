"""Lists of two-line rows, painted from plain text: what notes and revisions are shown in."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from editor.window import icons, mirror, theme

Index = QModelIndex | QPersistentModelIndex
LINES = Qt.ItemDataRole.UserRole + 9
SPACE = theme.SPACE


class Lines(NamedTuple):
    """What a row says: a title in a token's colour with something aside, and words below."""

    title: str
    aside: str
    words: str
    icon: str = ""
    colour: str = "text"
    faded: bool = False


class PlainList(QListView):
    """A list that is walked by arrow keys and leaves all other keys to what is around it."""

    def __init__(self, name: str, lines: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setUniformItemSizes(True)
        self.setItemDelegate(_Painter(lines, self))
        self.setAccessibleName(name)

    def keyboardSearch(self, search: str) -> None:
        """Letters decide; they don't search."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        walking = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End)
        if event.key() in walking and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        else:
            event.ignore()


class _Painter(QStyledItemDelegate):
    """Paints a row's Lines. All words are drawn as they stand: nothing in them is markup."""

    def __init__(self, lines: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._lines = lines

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, self._lines * QFontMetrics(theme.interface_font()).height() + 2 * SPACE + 4)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        said = index.data(LINES)
        painter.save()
        mirror.turn(painter, option.rect, option.direction)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = QRectF(option.rect).adjusted(SPACE, 1, -SPACE, -1)
        if option.state & QStyle.StateFlag.State_Selected:
            focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
            painter.setPen(QPen(theme.colour("accent"), 2) if focused else Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("chosen"))
            painter.drawRoundedRect(card.adjusted(1, 1, -1, -1), theme.RADIUS, theme.RADIUS)
        place = card.adjusted(SPACE, SPACE, -SPACE, -SPACE).toRect()
        bold = theme.interface_font(bold=True)
        metrics = QFontMetrics(bold)
        line = metrics.height()
        first = QRect(place.left(), place.top(), place.width(), line)
        if said.icon:
            mirror.picture(
                painter,
                QPointF(place.topLeft()),
                icons.pixmap(said.icon, line, painter.device().devicePixelRatioF(), said.colour),
            )
            first.setLeft(first.left() + line + SPACE // 2)
        painter.setFont(theme.interface_font())
        painter.setPen(theme.colour("muted"))
        mirror.text(painter, first, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, said.aside)
        room = first.width() - painter.fontMetrics().horizontalAdvance(said.aside) - SPACE
        painter.setFont(bold)
        painter.setPen(theme.colour(said.colour))
        title = metrics.elidedText(said.title, Qt.TextElideMode.ElideRight, room)
        mirror.text(painter, first, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, title)
        painter.setFont(theme.interface_font())
        painter.setPen(theme.colour("muted" if said.faded else "text"))
        below = QRect(place.left(), place.top() + line + 2, place.width(), place.height() - line)
        # A word that does not fit at a line's end takes some of the room.
        room = (self._lines - 1) * below.width() - (self._lines - 2) * 8 * painter.fontMetrics().averageCharWidth()
        words = painter.fontMetrics().elidedText(said.words, Qt.TextElideMode.ElideRight, room)
        mirror.text(painter, below, Qt.TextFlag.TextWordWrap, words)
        painter.restore()
