"""The fact sheet as a list for the panel: things below their sections, which come and go without moving the choice."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from PySide6.QtCore import QModelIndex, QObject, Qt

from editor.factsheet import NOBODY, TITLES, Row, Section
from editor.window.grouped import GroupedModel, Index, runs
from editor.window.places import Paragraphs
from editor.window.translation import tr
from editor.window.wording import elided, shown_words, spelled_out

THING = Qt.ItemDataRole.UserRole
"""The Row of a thing; None for a heading."""
HEADING = Qt.ItemDataRole.UserRole + 1
"""The section of a heading and how many things stand below it."""
WHERE = Qt.ItemDataRole.UserRole + 2
"""How many places a thing has, or the paragraph of its only one."""
SECTIONS: tuple[Section, ...] = tuple(TITLES)
ICONS: dict[Section, str] = {section: "calendar" if section == "dates" else section for section in SECTIONS}
FORMS = 6
"""How many ways to write a thing are shown in its row."""


class Key(NamedTuple):
    """What makes a thing the same one after the article was read again: its section and title, and which of these."""

    section: Section
    title: str
    nth: int


@dataclass(slots=True)
class LedgerFilter:
    """Which things are listed: those with these words in title, detail or places, or those at odds alone."""

    words: str = ""
    odds: bool = False

    def __call__(self, row: Row) -> bool:
        if self.odds and not row.clashes:
            return False
        words = self.words.casefold()
        if not words:
            return True
        said = (title_of(row), row.detail, tr(TITLES[row.section]), *(place.words for place in row.places))
        return words in " ".join(said).casefold()

    @property
    def narrow(self) -> bool:
        return self.odds or bool(self.words)


class LedgerModel(GroupedModel):
    """The things of a fact sheet that the filter lets through, below the headings of their sections."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(len(SECTIONS), parent)
        self._things: dict[Key, Row] = {}
        self._paragraphs: Paragraphs | None = None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if self.is_heading(index):
            section, count = SECTIONS[index.row()], len(self._groups[index.row()])
            if role == HEADING:
                return (section, count)
            if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
                return f"{tr(TITLES[section])}: {count}"
            return None
        row = self._things[self._groups[index.internalId()][index.row()]]
        if role == THING:
            return row
        if role == WHERE:
            count = len(row.places)
            return tr("%n place(s)", "", count) if count > 1 else f"¶ {self._paragraph(row)}"
        if role == Qt.ItemDataRole.DisplayRole:
            return shown_words(title_of(row))
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            return self._said(row)
        return None

    def __len__(self) -> int:
        return len(self._things)

    def rows(self) -> Iterator[Row]:
        """What is listed, in its order."""
        return iter(self._things.values())

    def of(self, key: Key | None) -> QModelIndex:
        """Where a thing stands; an invalid index where it is not listed."""
        if key is None or key not in self._things:
            return QModelIndex()
        group = SECTIONS.index(key.section)
        return self.createIndex(self._groups[group].index(key), 0, group)

    def key(self, index: Index) -> Key | None:
        if not index.isValid() or self.is_heading(index):
            return None
        key: Key = self._groups[index.internalId()][index.row()]
        return key

    def thing(self, key: Key | None) -> Row | None:
        return self._things.get(key) if key else None

    def first(self) -> QModelIndex:
        """The first thing of all."""
        group = next((number for number, keys in enumerate(self._groups) if keys), None)
        return QModelIndex() if group is None else self.createIndex(0, 0, group)

    def show_things(self, things: dict[Key, Row], paragraphs: Paragraphs | None) -> None:
        """Lists these from now on. Those that stay do so in the view; only what came, went or moved is told to it."""
        self._paragraphs = paragraphs
        for number, section in enumerate(SECTIONS):
            self._arrange(number, [key for key in things if key.section == section], things)
        self._things = {key: things[key] for keys in self._groups for key in keys}

    def _arrange(self, number: int, wanted: list[Key], things: dict[Key, Row]) -> None:
        keys, heading = self._groups[number], self.heading(number)
        astray = set(_astray(keys, {key: at for at, key in enumerate(wanted)}))
        for first, last in reversed(runs([at for at, key in enumerate(keys) if key in astray])):
            self.beginRemoveRows(heading, first, last)
            del keys[first : last + 1]
            self.endRemoveRows()
        staying, changed = set(keys), False
        for key in keys:
            changed = changed or _looks(things[key]) != _looks(self._things[key])
            self._things[key] = things[key]
        for first, last in runs([at for at, key in enumerate(wanted) if key not in staying]):
            self.beginInsertRows(heading, first, last)
            come = wanted[first : last + 1]
            keys[first:first] = come
            self._things.update((key, things[key]) for key in come)
            self.endInsertRows()
        if changed:
            self.dataChanged.emit(self.createIndex(0, 0, number), self.createIndex(len(keys) - 1, 0, number))

    def _paragraph(self, row: Row) -> int:
        return self._paragraphs.number(row.places[0].span.start) if self._paragraphs else 0

    def _said(self, row: Row) -> str:
        """A thing as a sentence for a screen reader."""
        detail = ". ".join(filter(None, (shown_words(title_of(row)), shown_words(row.detail))))
        where = tr("%n place(s), the first in paragraph {number}.", "", len(row.places))
        said = f"{detail}. {where.format(number=self._paragraph(row))}"
        if row.clashes:
            said += " " + tr("At odds: {clash}").format(clash=shown_words(" ".join(row.clashes)))
        return said


def keyed(sheet: Iterable[Row]) -> dict[Key, Row]:
    """The rows of a sheet by what makes them the same ones later, in their order."""
    seen: Counter[tuple[Section, str]] = Counter()
    made: dict[Key, Row] = {}
    for row in sheet:
        name = (row.section, row.title)
        made[Key(row.section, row.title, seen[name])] = row
        seen[name] += 1
    return made


def same(key: Key | None, row: Row | None, things: dict[Key, Row]) -> Key | None:
    """The key that a thing has now: its own, else that of the thing of its section that has its first place."""
    if key is None or key in things or row is None:
        return key if key in things else None
    at = row.places[0].span
    return next(
        (
            new
            for new, now in things.items()
            if new.section == key.section and any(p.span.touches(at) for p in now.places)
        ),
        None,
    )


def known_of(row: Row) -> str:
    """What a thing's row says beside its title: what is known of it, and the ways in which it is written."""
    title = row.title.casefold()
    forms = dict.fromkeys(place.words for place in row.places if place.words.casefold() not in title)
    said = [row.detail, *itertools.islice(forms, FORMS), "…" if len(forms) > FORMS else ""]
    return shown_words(elided(" · ".join(part for part in said if part), 300))


def title_of(row: Row) -> str:
    """What a thing is called: days as the window's language writes them."""
    if row.days:
        return spelled_out(*row.days)
    return tr(row.title) if row.title == NOBODY else row.title


def _looks(row: Row) -> tuple[object, ...]:
    """What is seen of a row in the list."""
    return row.title, row.detail, row.clashes, [place.words for place in row.places]


def _astray(keys: Sequence[Key], order: dict[Key, int]) -> Iterator[Key]:
    """Those of these keys that are gone, or stand before one that they now follow."""
    last = -1
    for key in keys:
        at = order.get(key, -1)
        if at > last:
            last = at
        else:
            yield key
