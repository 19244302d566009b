"""The board: the findings that wait for a decision, each a row that stays the same while the text moves."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from editor import pages
from editor.article import Edit
from editor.finding import Family, Finding, Key, Scope, settle

Status = Literal["open", "saving", "unsaved"]


@dataclass(frozen=True, slots=True)
class Row:
    """A finding on the board. `id` stays while it is the same one; `status` says whether its decision is on disk."""

    id: int
    finding: Finding
    status: Status = "open"
    note: str = ""

    @property
    def family(self) -> Family:
        return pages.page(self.finding.check).family

    @property
    def message(self) -> str:
        return pages.message(self.finding)


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed on the board: rows that came, ids that went, rows whose finding or status is another now."""

    added: tuple[Row, ...] = ()
    gone: tuple[int, ...] = ()
    changed: tuple[Row, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.gone or self.changed)


class Board:
    """All findings of one article's present text, with those that decisions have settled kept aside."""

    def __init__(self) -> None:
        self._ids = itertools.count(1)
        self._all: dict[str, list[Row]] = {}
        self._settled: dict[int, str] = {}
        self._leaving: dict[int, Row] = {}

    def rows(self) -> list[Row]:
        """The rows to be shown, in the order of their places."""
        return sorted([*self._open(), *self._leaving.values()], key=by_place)

    def open_rows(self) -> list[Row]:
        """The rows that wait for a decision, in the order of their places."""
        return sorted(self._open(), key=by_place)

    def row(self, id_: int) -> Row | None:
        return next((row for row in self._every() if row.id == id_), self._leaving.get(id_))

    def put(self, check: str, findings: Iterable[Finding], settled: Mapping[str, tuple[Key, Scope]]) -> Changes:
        """What a check says of the present text takes the place of what it said before."""
        old = self._all.get(check, [])
        shown = {row.id for row in old if row.id not in self._settled}
        places = {(row.finding.rule, row.finding.span): row for row in old}
        keys = {row.finding.key: row for row in old}
        rows = []
        for found in findings:
            known = places.pop((found.rule, found.span), None) or keys.get(found.key)
            if known and keys.get(known.finding.key) is known:
                del keys[known.finding.key]
                rows.append(replace(known, finding=found))
            else:
                rows.append(Row(next(self._ids), found))
        before = {row.id: row for row in old}
        self._all[check] = rows
        self._settle(check, settled)
        now = {row.id: row for row in rows if row.id not in self._settled}
        return Changes(
            tuple(row for id_, row in now.items() if id_ not in shown),
            tuple(id_ for id_ in shown if id_ not in now and id_ not in self._leaving),
            tuple(row for id_, row in now.items() if id_ in shown and row != before[id_]),
        )

    def resettle(self, settled: Mapping[str, tuple[Key, Scope]]) -> Changes:
        """What changes on the board now that other decisions hold."""
        before = {row.id for row in self._open()}
        for check in self._all:
            self._settle(check, settled)
        now = {row.id: row for row in self._open()}
        return Changes(
            tuple(row for id_, row in now.items() if id_ not in before),
            tuple(id_ for id_ in before if id_ not in now and id_ not in self._leaving),
        )

    def edited(self, edits: Iterable[Edit]) -> Changes:
        """Every finding carried through the edits; those that they touched leave."""
        edits = tuple(edits)
        gone, changed = [], []
        for check, rows in self._all.items():
            kept = []
            for row in rows:
                found = row.finding.after(*edits)
                if found is None:
                    gone.append(row.id)
                    continue
                kept.append(row if found is row.finding else replace(row, finding=found))
                if kept[-1] is not row:
                    changed.append(kept[-1])
            self._all[check] = kept
        shown = tuple(row for row in changed if row.id not in self._settled)
        hidden = tuple(id_ for id_ in gone if id_ not in self._settled and id_ not in self._leaving)
        return Changes(gone=hidden, changed=shown)

    def leaving(self, rows: Iterable[Row]) -> Changes:
        """Rows that were decided: they stay, said to be saving, until the decision is on disk."""
        rows = [replace(row, status="saving") for row in rows]
        self._leaving.update({row.id: row for row in rows})
        return Changes(changed=tuple(rows))

    def unsaved(self, ids: Iterable[int], reason: str) -> Changes:
        """Rows whose decision could not be written yet."""
        rows = [replace(self._leaving[i], status="unsaved", note=reason) for i in ids if i in self._leaving]
        self._leaving.update({row.id: row for row in rows})
        return Changes(changed=tuple(rows))

    def left(self, ids: Iterable[int]) -> Changes:
        """Rows whose decision is on disk: they leave, unless an undo has brought them back meanwhile."""
        ids = [id_ for id_ in ids if self._leaving.pop(id_, None)]
        there = {row.id: row for row in self._open()}
        return Changes(
            gone=tuple(id_ for id_ in ids if id_ not in there), changed=tuple(there[id_] for id_ in ids if id_ in there)
        )

    def _every(self) -> Iterator[Row]:
        return itertools.chain.from_iterable(self._all.values())

    def _open(self) -> list[Row]:
        return [row for row in self._every() if row.id not in self._settled and row.id not in self._leaving]

    def _settle(self, check: str, settled: Mapping[str, tuple[Key, Scope]]) -> None:
        rows = self._all[check]
        for row in rows:
            self._settled.pop(row.id, None)
        mine = {id_: said for id_, said in settled.items() if said[0].check == check}
        keys = [row.finding.key for row in rows]
        if mine and all(keys):
            for n, decision in settle([key for key in keys if key], mine).items():
                self._settled[rows[n].id] = decision


def by_place(row: Row) -> tuple[object, ...]:
    """What rows are sorted by, in the order of their places."""
    return (row.finding.span, row.finding.check, row.finding.rule, row.id)
