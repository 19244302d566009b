"""The findings as a list for the panel: by family or by place, rows that come and go without moving the selection."""

from __future__ import annotations

import bisect
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Literal, get_args

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal

from editor import pages
from editor.article import Edit
from editor.desk import Changes, Desk, Row
from editor.desk.board import by_place
from editor.finding import FAMILIES, Family
from editor.window.grouped import NOWHERE, GroupedModel, Index, runs
from editor.window.places import Paragraphs
from editor.window.translation import tr
from editor.window.wording import CONFIDENCE_NAMES, FAMILY_NAMES, shown_words

Order = Literal["kind", "place", "check"]
"""Below families, all by place, or below the checks, where what is the same issue stands together."""
ORDERS: tuple[Order, ...] = get_args(Order)
ROW = Qt.ItemDataRole.UserRole
"""The finding's Row; None for a family's heading."""
HEADING = Qt.ItemDataRole.UserRole + 1
"""The family of a heading, its words, and how many findings stand below it."""
PARAGRAPH = Qt.ItemDataRole.UserRole + 2
"""The number of the paragraph that a finding stands in, from 1."""


class FindingsModel(GroupedModel):
    """The rows of a desk's board that the filter lets through.

    Grouped, each family is a heading with its findings below; by place all stand below one heading, which the view
    takes as its root.
    """

    counted = Signal()
    """How many rows there are, or stand below a heading, is another now."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(len(FAMILIES), parent)
        self._heads: list[str] = list(FAMILIES)
        self._desk = desk
        self._among: Callable[[Row], bool] = lambda row: True
        self._order: Order = "kind"
        self._ids: set[int] = set()
        self._paragraphs = Paragraphs(desk.article)
        self._fill(desk.rows())

    # What the view asks

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if self.is_heading(index):
            return self._heading(index.row(), role)
        row = self._row(self._groups[index.internalId()][index.row()])
        if row is None or role == ROW:
            return row
        if role == PARAGRAPH:
            return self._paragraph(row)
        if role == Qt.ItemDataRole.DisplayRole:
            return shown_words(row.finding.span.of(self._desk.text))
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            message = shown_words(row.message)
            family = tr(FAMILY_NAMES[row.family])
            said = tr("{message} {family}, {confidence}, paragraph {number}").format(
                message=message,
                family=family,
                confidence=tr(CONFIDENCE_NAMES[row.confidence]),
                number=self._paragraph(row),
            )
            if row.status == "saving":
                return tr("{finding}, saving").format(finding=said)
            return (
                tr("{finding}, not saved: {why}").format(finding=said, why=row.note)
                if row.status == "unsaved"
                else said
            )
        return None

    def _heading(self, number: int, role: int) -> Any:
        count = len(self._groups[number])
        if role == HEADING:
            return (*self._named(number), count)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{self._named(number)[1]}: {count}"
        return None

    def _named(self, number: int) -> tuple[Family | None, str]:
        """The family that a heading has the colour of, and its words."""
        head = self._heads[number]
        if self._order == "place":
            return None, tr("Findings")
        if self._order == "kind":
            return FAMILIES[number], tr(FAMILY_NAMES[FAMILIES[number]])
        page = pages.page(head)
        return page.family, page.title

    def _paragraph(self, row: Row) -> int:
        return self._paragraphs.number(row.finding.span.start)

    # What the panel asks

    def of_row(self, id_: int | None) -> QModelIndex:
        """Where a row stands; an invalid index where it is not shown."""
        row = self._row(id_) if id_ in self._ids else None
        if row is None:
            return QModelIndex()
        group = self._group(row)
        at = self._at(group, row)
        return self.createIndex(at, 0, group) if at is not None else QModelIndex()

    def row_of(self, index: Index) -> Row | None:
        found = self.data(index, ROW) if index.isValid() else None
        return found if isinstance(found, Row) else None

    @property
    def grouped(self) -> bool:
        """Whether there are headings to be seen."""
        return self._order != "place"

    @property
    def order(self) -> Order:
        return self._order

    def __len__(self) -> int:
        return len(self._ids)

    def shown_rows(self) -> Iterator[Row]:
        """The rows in the order in which they are shown."""
        return (row for group in self._groups for id_ in group if (row := self._row(id_)))

    def standing(self, row: Row) -> tuple[int, int]:
        """Which of how many open findings this is, in the order of their places; 0 where it is not shown."""
        open_ = [other.id for other in self._desk.board.open_rows() if other.id in self._ids]
        return (open_.index(row.id) + 1 if row.id in open_ else 0), len(open_)

    # What changes

    def set_order(self, order: Order) -> None:
        """Below families, below checks, or all by place. The view is made anew; the panel chooses the row again."""
        self.beginResetModel()
        self._order = order
        rows = [row for id_ in self._ids if (row := self._row(id_))]
        if order == "check":
            self._heads = sorted({row.check for row in self._desk.rows()}, key=_by_title)
        else:
            self._heads = list(FAMILIES) if order == "kind" else [""]
        self._groups = [[] for _ in self._heads]
        self._ids = set()
        self._fill(rows)
        self.endResetModel()
        self.counted.emit()

    def set_among(self, among: Callable[[Row], bool]) -> None:
        """Shows the rows that a filter lets through: those that it does not leave, those that it does now come."""
        self._among = among
        wanted = {row.id: row for row in self._desk.rows() if among(row)}
        self._remove(id_ for id_ in self._ids if id_ not in wanted)
        self._insert([row for id_, row in wanted.items() if id_ not in self._ids])
        self.counted.emit()

    def edited(self, edits: Iterable[Edit]) -> None:
        """The desk's text has been edited."""
        self._paragraphs.edited(self._desk.article, edits)

    def change(self, changes: Changes) -> None:
        """Takes over what changed on the desk's board."""
        gone = [id_ for id_ in changes.gone if id_ in self._ids]
        added = [row for row in (*changes.added, *changes.changed) if row.id not in self._ids and self._among(row)]
        self._remove(gone)
        if any(row.status == "open" for row in changes.changed):
            self._sort()
        self._insert(added)
        for row in changes.changed:
            if (index := self.of_row(row.id)).isValid():
                self.dataChanged.emit(index, index)
        if gone or added:
            self.counted.emit()

    # What happens inside

    def _fill(self, rows: Iterable[Row]) -> None:
        for row in sorted((row for row in rows if self._among(row)), key=self._place):
            self._ids.add(row.id)
            self._groups[self._group(row)].append(row.id)

    def _row(self, id_: int | None) -> Row | None:
        return self._desk.board.row(id_) if id_ is not None else None

    def _group(self, row: Row) -> int:
        if self._order == "kind":
            return FAMILIES.index(row.family)
        return self._heads.index(row.check) if self._order == "check" else 0

    def _place(self, row: Row) -> tuple[object, ...]:
        """What the rows below a heading are sorted by: their places, or first what is at issue."""
        if self._order != "check":
            return by_place(row)
        return (row.rule, row.key.words if row.key else "", *by_place(row))

    def _key(self, id_: int) -> tuple[object, ...]:
        row = self._row(id_)
        return self._place(row) if row else ()

    def _at(self, group: int, row: Row) -> int | None:
        ids = self._groups[group]
        at = bisect.bisect_left(ids, self._place(row), key=self._key)
        if at < len(ids) and ids[at] == row.id:
            return at
        return ids.index(row.id) if row.id in ids else None

    def _remove(self, ids: Iterable[int]) -> None:
        leaving = set(ids)
        for number, group in enumerate(self._groups) if leaving else ():
            for first, last in reversed(runs([at for at, id_ in enumerate(group) if id_ in leaving])):
                self.beginRemoveRows(self.heading(number), first, last)
                self._ids.difference_update(group[first : last + 1])
                del group[first : last + 1]
                self.endRemoveRows()

    def _insert(self, rows: Sequence[Row]) -> None:
        new = {row.id: row for row in rows if row.id not in self._ids}
        self._head({row.check for row in new.values()})
        for number, group in enumerate(self._groups) if new else ():
            mine = sorted((row for row in new.values() if self._group(row) == number), key=self._place)
            # From the last to the first, so that places found stay right; neighbours come in one go.
            while mine:
                at = bisect.bisect_left(group, self._place(mine[-1]), key=self._key)
                first = len(mine) - 1
                while first and (at == 0 or self._key(group[at - 1]) < self._place(mine[first - 1])):
                    first -= 1
                come, mine = mine[first:], mine[:first]
                self.beginInsertRows(self.heading(number), at, at + len(come) - 1)
                self._ids.update(row.id for row in come)
                group[at:at] = [row.id for row in come]
                self.endInsertRows()

    def _head(self, checks: set[str]) -> None:
        """Adds the headings of checks that had found nothing until now; those that are there stay where they are."""
        if self._order != "check":
            return
        for check in sorted(checks.difference(self._heads), key=_by_title):
            self.beginInsertRows(NOWHERE, len(self._heads), len(self._heads))
            self._heads.append(check)
            self._groups.append([])
            self.endInsertRows()

    def _sort(self) -> None:
        """Puts rows whose place is another now where they belong; edits that only shift them change no order."""
        for group in self._groups:
            if self._order != "check":
                starts = [row.span.start for id_ in group if (row := self._row(id_))]
                if starts == sorted(starts):
                    continue
            astray, last = [], None
            for id_ in group:
                key = self._key(id_)
                if last is not None and key < last:
                    astray.append(id_)
                else:
                    last = key
            self._remove(astray)
            self._insert([row for id_ in astray if (row := self._row(id_))])


def _by_title(check: str) -> tuple[object, ...]:
    page = pages.page(check)
    return (FAMILIES.index(page.family), page.title)
