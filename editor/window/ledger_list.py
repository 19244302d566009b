"""The list of the ledger: a line for each thing, with what is known of it and whether it is at odds."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from editor.factsheet import TITLES, Row
from editor.saying import mark
from editor.window import icons, mirror, theme
from editor.window.grouped import SPACE, GroupedList, Index, heading_height, paint_card, paint_heading, paint_line
from editor.window.ledger_model import HEADING, ICONS, THING, WHERE, LedgerModel, known_of
from editor.window.translation import tr
from editor.window.words import breadth, line_height

ODDS = mark("at odds")
LEAST, SOME = 11, 2
"""How broad a place must be, in heights of a line, to be shared with the title; what is left of it to be used."""
TITLE = 0.85
"""How much of the room a title may take where there is more to say of a thing."""


class LedgerList(GroupedList):
    """Shows a LedgerModel."""

    walked = Signal()
    """The editor has gone to another thing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Ledger"), parent)
        self.setItemDelegate(_Painter(self))
        self.setAccessibleDescription(
            tr(
                "Enter goes to the next place of the chosen thing, Shift and Enter back; a slash filters; O lists only "
                "what is at odds; F goes to the finding that says so; T copies the list as text, C as a table"
            )
        )

    def arrange(self) -> None:
        """Headings with nothing below them are hidden, the others open."""
        model = self.model()
        assert isinstance(model, LedgerModel)
        for number in range(model.rowCount()):
            heading = model.heading(number)
            self.setRowHidden(number, QModelIndex(), not model.rowCount(heading))
            self.setExpanded(heading, True)

    def wanted(self) -> int:
        """How high the list would be with all its rows, and never less than three of them."""
        model = self.model()
        assert isinstance(model, LedgerModel)
        headings = sum(bool(model.rowCount(model.heading(n))) for n in range(model.rowCount()))
        return max(3 * thing_height(), len(model) * thing_height() + headings * heading_height()) + SPACE

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if self._telling and current.isValid():
            self.walked.emit()


def thing_height() -> int:
    return round(line_height()) + SPACE + 4


class _Painter(QStyledItemDelegate):
    """Paints headings and things. All words are drawn as they stand: nothing in them is markup."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, thing_height() if isinstance(index.data(THING), Row) else heading_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        mirror.turn(painter, option.rect, option.direction)
        row = index.data(THING)
        if isinstance(row, Row):
            self._thing(painter, option, index, row)
        else:
            section, count = index.data(HEADING)
            paint_heading(painter, option, tr(TITLES[section]), count, ICONS[section], "text")
        painter.restore()

    def _thing(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, row: Row) -> None:
        place = paint_card(painter, option, theme.colour("consistency") if row.clashes else None)
        line = round(line_height())
        place.setTop(place.center().y() - line // 2)
        place.setHeight(line)
        title, wide = str(index.data()), breadth(str(index.data()), bold=True)
        where, odds = str(index.data(WHERE)), breadth(tr(ODDS), 0.9, bold=True) + line + SPACE if row.clashes else 0.0
        if place.width() - breadth(where, 0.9) - SPACE - odds < min(wide, place.width() / 2):
            # The name comes first: where the places are is said below, and by the paragraph in the text.
            where = ""
        paint_line(painter, place, theme.interface_font(), "", where, theme.colour("muted"))
        place.setRight(round(place.right() - breadth(where, 0.9) - SPACE))
        if row.clashes:
            self._odds(painter, QRectF(place))
            place.setRight(round(place.right() - odds))
        known, bold = known_of(row), theme.interface_font(bold=True)
        if known and wide > TITLE * place.width() and place.width() > LEAST * line:
            wide = TITLE * place.width()
        room, left = place.width(), place.left()
        place.setWidth(round(min(wide + 1, room)))
        paint_line(painter, place, bold, title, "", theme.colour("text"))
        place.setLeft(round(left + wide + SPACE))
        place.setRight(left + room)
        if place.width() > SOME * line:
            paint_line(painter, place, theme.interface_font(), known, "", theme.colour("muted"))

    def _odds(self, painter: QPainter, place: QRectF) -> None:
        """The sign of a contradiction and the words for it, at the end of a place."""
        wide = breadth(tr(ODDS), 0.9, bold=True)
        painter.setFont(theme.interface_font(0.9, bold=True))
        painter.setPen(theme.colour("consistency"))
        mirror.text(painter, place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, tr(ODDS))
        size = place.height()
        picture = icons.pixmap("consistency", size, painter.device().devicePixelRatioF(), "consistency")
        mirror.picture(painter, QPointF(place.right() - wide - size - 2, place.top()), picture)
