"""The list of findings: painted row by row from plain text, walked by arrow keys, decided by one key each."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRect, QSize, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from editor.desk import Row
from editor.window import confidence, mirror, theme
from editor.window.findings_model import HEADING, PARAGRAPH, ROW, FindingsModel
from editor.window.grouped import (
    SPACE,
    GroupedList,
    Index,
    heading_height,
    paint_card,
    paint_heading,
    paint_line,
    row_height,
)
from editor.window.translation import tr
from editor.window.wording import elided, shown_words
from editor.window.words import breadth, line_height

MANY = 400
"""More rows than these are all of one height."""


class FindingsList(GroupedList):
    """Shows a FindingsModel."""

    walked = Signal(int)
    """The editor has gone to the row with this id."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Findings"), parent)
        self.setItemDelegate(_Painter(self))
        self.setAccessibleDescription(
            tr(
                "Enter takes the fix and goes on; T lets it stand here, I in this article, A everywhere, "
                "R with a reason; Q leaves a query; a figure takes the choice of that number"
            )
        )

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
        self.choose(model.of_row(id_))

    def wanted(self) -> int:
        """How high the list would be with all its rows, and never less than one of them."""
        model = self.model()
        assert isinstance(model, FindingsModel)
        headings = sum(bool(model.rowCount(model.heading(n))) for n in range(model.rowCount())) if model.grouped else 0
        tall, low = row_height(), heading_height()
        return max(tall, len(model) * tall + headings * low) + SPACE

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        row = current.data(ROW) if current.isValid() else None
        if self._telling and isinstance(row, Row):
            self.walked.emit(row.id)

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


class _Painter(QStyledItemDelegate):
    """Paints headings and rows. All words are drawn as they stand: nothing in them is markup."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, row_height() if isinstance(index.data(ROW), Row) else heading_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        mirror.turn(painter, option.rect, option.direction)
        row = index.data(ROW)
        if isinstance(row, Row):
            self._row(painter, option, index, row)
        else:
            family, words, count = index.data(HEADING)
            paint_heading(painter, option, words, count, family or "", family or "text")
        painter.restore()

    def _row(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, row: Row) -> None:
        place = paint_card(painter, option, theme.colour(row.family))
        fades = 0.55 if row.status == "saving" else 1.0
        line = round(line_height())
        paint_line(
            painter,
            QRect(place.left(), place.top(), place.width(), line),
            theme.interface_font(bold=True),
            shown_words(elided(str(index.data()), 300)),
            f"¶ {index.data(PARAGRAPH)}",
            theme.colour("text", fades),
        )
        words, colour = shown_words(row.message), theme.colour("muted", fades)
        if row.status == "saving":
            words = tr("Saving…")
        elif row.status == "unsaved":
            words, colour = tr("Not saved: {why}").format(why=row.note), theme.colour("danger")
        sure = confidence.name(row.confidence)
        below = QRect(place.left(), place.bottom() - line, place.width(), line)
        mark = below.right() - breadth(sure, 0.9) - 0.52 * line - SPACE
        paint_line(painter, below, theme.interface_font(), "", sure, colour)
        confidence.draw(painter, mark, below.top(), line, row.confidence)
        below.setRight(round(mark) - SPACE)
        paint_line(painter, below, theme.interface_font(), words, "", colour)
