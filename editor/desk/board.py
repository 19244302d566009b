"""The board: the findings that wait for a decision, each a row that stays the same while the text moves."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from editor.article import Edit
from editor.desk.carrying import Row, Said
from editor.finding import Finding, Key, Scope, settle


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
        self._all: dict[str, Said] = {}
        self._of: dict[int, str] = {}
        """The check that said each row."""
        self._settled: dict[int, str] = {}
        self._leaving: dict[int, Row] = {}
        self._order: list[int] | None = []
        """All rows in the order of their places, which edits never change; None where it is to be found anew."""
        self._shown: list[Row] | None = None

    def rows(self) -> list[Row]:
        """The rows to be shown, in the order of their places."""
        if not self._leaving:
            return self.open_rows()
        return sorted([*self.open_rows(), *self._leaving.values()], key=by_place)

    def open_rows(self) -> list[Row]:
        """The rows that wait for a decision, in the order of their places."""
        if self._shown is None:
            if self._order is None:
                self._order = [row.id for row in sorted(self._every(), key=by_place)]
            aside = self._settled.keys() | self._leaving.keys()
            self._shown = [self._all[self._of[id_]].row(id_) for id_ in self._order if id_ not in aside]
        return self._shown.copy()

    def row(self, id_: int) -> Row | None:
        """A row as it is now, those that are decided and leave among them."""
        if id_ in self._leaving:
            return self._leaving[id_]
        check = self._of.get(id_)
        return self._all[check].row(id_) if check is not None else None

    def every(self, check: str) -> list[Row]:
        """All rows of a check, those that decisions keep aside too."""
        return list(self._all.get(check, ()))

    def settled_by(self) -> dict[str, list[Row]]:
        """The rows that decisions keep aside, by the decision's id."""
        said: dict[str, list[Row]] = {}
        for id_, decision in self._settled.items():
            if (row := self.row(id_)) is not None:
                said.setdefault(decision, []).append(row)
        return said

    def put(self, check: str, findings: Iterable[Finding], settled: Mapping[str, tuple[Key, Scope]]) -> Changes:
        """What a check says of the present text takes the place of what it said before."""
        old = list(self._all.get(check, ()))
        shown = {row.id for row in old if row.id not in self._settled}
        places = {(row.rule, row.span): row for row in old}
        keys = {row.key: row for row in old}
        rows, others, elsewhere = [], [], False
        for found in findings:
            here = places.pop((found.rule, found.span), None)
            known = here or keys.get(found.key)
            if known and keys.get(known.key) is known:
                del keys[known.key]
                rows.append(Row(known.id, found, known.status, known.note))
                elsewhere = elsewhere or here is None
                if here is None or not known.looks_like(found):
                    others.append(rows[-1])
            else:
                rows.append(Row(next(self._ids), found))
                elsewhere = True
        came = {row.id for row in rows}
        for row in old:
            if row.id not in came:
                del self._of[row.id]
        self._all[check] = Said(rows)
        self._of.update(dict.fromkeys(came, check))
        self._changed()
        if elsewhere:
            self._order = None
        elif self._order and len(came) < len(old):
            self._order = [id_ for id_ in self._order if id_ in self._of]
        self._settle(check, settled)
        for row in old:
            if row.id not in came:
                self._settled.pop(row.id, None)
        now = {row.id: row for row in rows if row.id not in self._settled}
        return Changes(
            tuple(row for id_, row in now.items() if id_ not in shown),
            tuple(id_ for id_ in shown if id_ not in now and id_ not in self._leaving),
            tuple(row for row in others if row.id in shown and row.id in now),
        )

    def resettle(self, settled: Mapping[str, tuple[Key, Scope]]) -> Changes:
        """What changes on the board now that other decisions hold."""
        before = dict(self._settled)
        for check in self._all:
            self._settle(check, settled)
        back = [id_ for id_ in before if id_ not in self._settled and id_ not in self._leaving]
        aside = [id_ for id_ in self._settled if id_ not in before and id_ not in self._leaving]
        self._changed()
        return Changes(tuple(row for id_ in back if (row := self.row(id_))), tuple(aside))

    def edited(self, edits: Iterable[Edit]) -> Changes:
        """Every finding carried through the edits; those that they touched leave. Rows only moved are not told."""
        edits = tuple(edits)
        gone = [id_ for said in self._all.values() for id_ in said.edited(edits)]
        hidden = tuple(id_ for id_ in gone if id_ not in self._settled and id_ not in self._leaving)
        for id_ in gone:
            del self._of[id_]
            self._settled.pop(id_, None)
        if gone and self._order:
            self._order = [id_ for id_ in self._order if id_ in self._of]
        self._changed()
        return Changes(gone=hidden)

    def leaving(self, rows: Iterable[Row]) -> Changes:
        """Rows that were decided: they stay, said to be saving, until the decision is on disk."""
        rows = [row.said("saving") for row in rows]
        self._leaving.update({row.id: row for row in rows})
        self._changed()
        return Changes(changed=tuple(rows))

    def unsaved(self, ids: Iterable[int], reason: str) -> Changes:
        """Rows whose decision could not be written yet."""
        rows = [self._leaving[i].said("unsaved", reason) for i in ids if i in self._leaving]
        self._leaving.update({row.id: row for row in rows})
        return Changes(changed=tuple(rows))

    def left(self, ids: Iterable[int]) -> Changes:
        """Rows whose decision is on disk: they leave, unless an undo has brought them back meanwhile."""
        ids = [id_ for id_ in ids if self._leaving.pop(id_, None)]
        self._changed()
        there = {id_: row for id_ in ids if id_ not in self._settled and (row := self.row(id_))}
        return Changes(gone=tuple(id_ for id_ in ids if id_ not in there), changed=tuple(there.values()))

    def _changed(self) -> None:
        self._shown = None

    def _every(self) -> Iterator[Row]:
        return itertools.chain.from_iterable(self._all.values())

    def _settle(self, check: str, settled: Mapping[str, tuple[Key, Scope]]) -> None:
        keyed = self._all[check].keys()
        mine = {id_: said for id_, said in settled.items() if said[0].check == check}
        if self._settled:
            for id_, _ in keyed:
                self._settled.pop(id_, None)
        if mine and all(key for _, key in keyed):
            for n, decision in settle([key for _, key in keyed if key], mine).items():
                self._settled[keyed[n][0]] = decision


def by_place(row: Row) -> tuple[object, ...]:
    """What rows are sorted by, in the order of their places."""
    span = row.span
    return (span.start, span.end, row.check, row.rule, row.id)
