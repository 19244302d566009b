"""The palette's field and list over the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from editor.window import keymap, mirror, theme
from editor.window.palette.entries import Entry, entries, paragraph
from editor.window.palette.matching import found
from editor.window.translation import tr
from editor.window.words import chip, chip_width, line_height

if TYPE_CHECKING:
    from editor.window.mainwindow import MainWindow

Index = QModelIndex | QPersistentModelIndex
ENTRY = Qt.ItemDataRole.UserRole
SPACE = theme.SPACE
ROWS = 11
"""How many entries are in view at most."""
LATE = 8
"""How many of the last chosen are remembered."""
_NOWHERE = QModelIndex()


class EntriesModel(QAbstractListModel):
    """The entries that fit what is typed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.shown: list[Entry] = []

    def show_entries(self, shown: list[Entry]) -> None:
        self.beginResetModel()
        self.shown = shown
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        entry = self.shown[index.row()]
        if role == ENTRY:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.words
        return entry.said if role == Qt.ItemDataRole.AccessibleTextRole else None


class Palette(QFrame):
    """Finds an action by some letters, and does it with the focus where that was."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._before: QWidget | None = None
        self._entries: list[Entry] = []
        self.setAccessibleName(tr("Palette"))
        self.field = _Field(self)
        self.field.setPlaceholderText(tr("What do you want to do? Some letters, or the number of a paragraph"))
        self.field.setAccessibleName(tr("Find an action, a heading, a setting or a check"))
        self.field.textChanged.connect(self._typed)
        self.model = EntriesModel(self)
        self.list = QListView(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(_Painter(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(tr("What fits"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.clicked.connect(lambda *_: self.choose())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        layout.setSpacing(SPACE // 2)
        layout.addWidget(self.field)
        layout.addWidget(self.list, 1)
        window.installEventFilter(self)
        self.hide()

    def open(self) -> None:
        """Opens over the window; a second time, or with nothing found, Escape is the way back."""
        before = self._window.focusWidget()
        if not self.isVisible():
            self._before = before
        self._entries = entries(self._window)
        self.field.setFont(theme.interface_font(1.15))
        self.field.clear()
        self._typed("")
        self._place()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_up(self) -> None:
        """Nothing was chosen: back to the text, at the caret as it was."""
        self.hide()
        if self._window.desk:
            self._window.focus_text()
        elif self._before:
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)

    def choose(self) -> None:
        """Does what is chosen, with the focus where it was; says why, where it can't be done now."""
        entry = self.list.currentIndex().data(ENTRY)
        if not isinstance(entry, Entry):
            return
        if entry.not_now:
            self._window.toast.say(tr("{action}: {why}.").format(action=entry.words, why=entry.not_now))
            return
        self.hide()
        if self._before:
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        if entry.name:
            late = [entry.name, *(name for name in self._window.remembered.chosen if name != entry.name)]
            self._window.remembered.chosen = late[:LATE]
        entry.run()

    def walk(self, by: int) -> None:
        """Goes down the list, or up; over its end to the other."""
        count = self.model.rowCount()
        if count:
            at = self.list.currentIndex().row() + by
            at = at % count if abs(by) == 1 else min(max(at, 0), count - 1)
            self.list.setCurrentIndex(self.model.index(at))

    def _typed(self, words: str) -> None:
        number = paragraph(self._window, words)
        shown = found(words, self._entries, self._window.remembered.chosen)
        self.model.show_entries([*([number] if number else []), *shown])
        self.list.setCurrentIndex(self.model.index(0))
        if self.isVisible():
            self._place()

    def _place(self) -> None:
        window = self._window
        width = min(round(64 * line_height() / 2), window.width() - 6 * SPACE)
        rows = max(1, min(ROWS, self.model.rowCount()))
        height = self.field.sizeHint().height() + rows * row_height() + 3 * SPACE
        top = window.menuBar().height() + SPACE
        self.setGeometry((window.width() - width) // 2, top, width, min(height, window.height() - top - 2 * SPACE))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme.colour("panel"))
        painter.setPen(QPen(theme.colour("accent"), 1))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))


class _Field(QLineEdit):
    """Keeps the focus while the palette is open: the list is walked from here."""

    def __init__(self, palette: Palette) -> None:
        super().__init__(palette)
        self._over = palette

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: ROWS - 1, Qt.Key.Key_PageUp: 1 - ROWS}
        key = Qt.Key(event.key())
        if key is Qt.Key.Key_Escape:
            self._over.close_up()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._over.choose()
        elif key in steps:
            self._over.walk(steps[key])
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            if event.type() is QEvent.Type.KeyPress:
                self._over.walk(1 if event.key() == Qt.Key.Key_Tab else -1)
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        stay = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
        if event.reason() not in stay:
            self._over.hide()


def row_height() -> int:
    return round(line_height()) + SPACE + 2


class _Painter(QStyledItemDelegate):
    """Paints an entry in one line: its words, where it stands or why not, and its key. Nothing in them is markup."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry = index.data(ENTRY)
        painter.save()
        mirror.turn(painter, option.rect, option.direction)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("chosen"))
            painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), theme.RADIUS, theme.RADIUS)
        place: QRect = option.rect.adjusted(SPACE, 0, -SPACE, 0)
        line = line_height()
        if entry.keys:
            cap = keymap.capped(entry.keys[0])
            left = place.right() - chip_width(cap, line)
            chip(painter, left, place.top() + (place.height() - line) / 2, line, cap)
            place.setRight(round(left) - SPACE)
        painter.setFont(theme.interface_font())
        metrics = painter.fontMetrics()
        painter.setPen(theme.colour("muted"))
        middle = Qt.AlignmentFlag.AlignVCenter
        aside = entry.not_now or entry.where
        mirror.text(painter, place, middle | Qt.AlignmentFlag.AlignRight, aside)
        place.setRight(place.right() - metrics.horizontalAdvance(aside) - SPACE)
        painter.setPen(theme.colour("muted" if entry.not_now else "text"))
        words = metrics.elidedText(entry.words, Qt.TextElideMode.ElideRight, place.width())
        mirror.text(painter, place, middle | Qt.TextFlag.TextSingleLine, words)
        painter.restore()
