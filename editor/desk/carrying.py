"""Findings carried through edits: which an edit touches is looked up, where the others are now is read when asked."""

from __future__ import annotations

import bisect
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, pairwise
from typing import Literal

from editor import pages
from editor.article import Edit, Span
from editor.finding import Confidence, Family, Finding, Key

Status = Literal["open", "saving", "unsaved"]
MANY = 24
"""From so many edits on, all places are carried at once: each would else be carried through every one of them."""


@dataclass(slots=True, eq=False)
class Row:
    """A finding on the board. `id` stays while it is the same one; `status` says whether its decision is on disk.

    It is of one text, and stays so. Where its places are in it is reckoned when they are first asked for, for with
    5,000 findings on the board a key would else cost 60 ms.
    """

    id: int
    _found: Finding
    status: Status = "open"
    note: str = ""
    _moves: Sequence[Edit] = field(default=(), repr=False)

    @property
    def finding(self) -> Finding:
        if self._moves:
            # An edit that touches one of its places takes it off the board: what is here, was only moved.
            self._found, self._moves = self._found.after(*self._moves) or self._found, ()
        return self._found

    @property
    def span(self) -> Span:
        """The finding's own place."""
        return self.finding.span if not self._moves else moved(self._found.span, self._moves)

    @property
    def check(self) -> str:
        return self._found.check

    @property
    def rule(self) -> str:
        return self._found.rule

    @property
    def confidence(self) -> Confidence:
        return self._found.confidence

    @property
    def key(self) -> Key | None:
        return self._found.key

    @property
    def family(self) -> Family:
        return pages.page(self._found.check).family

    @property
    def message(self) -> str:
        return pages.message(self._found)

    def said(self, status: Status, note: str = "") -> Row:
        """The same row with another status."""
        return Row(self.id, self._found, status, note, self._moves)

    def looks_like(self, found: Finding) -> bool:
        """Whether a finding says the same and offers the same, wherever it is."""
        mine = self._found
        return (
            mine.rule == found.rule
            and mine.confidence == found.confidence
            and (mine.values is found.values or mine.values == found.values)
            and len(mine.evidence) == len(found.evidence)
            and len(mine.fixes) == len(found.fixes)
            and all(_offer(a) == _offer(b) for a, b in zip(mine.fixes, found.fixes, strict=True))
        )

    def __eq__(self, other: object) -> bool:
        return self is other or (
            isinstance(other, Row)
            and (self.id, self.status, self.note, self.finding) == (other.id, other.status, other.note, other.finding)
        )

    def __hash__(self) -> int:
        return self.id


def _offer(fix: object) -> tuple[object, ...]:
    return (fix.label, fix.batch, [(e.expected, e.words) for e in fix.edits])  # type: ignore[attr-defined]


def moved(span: Span, moves: Iterable[Edit]) -> Span:
    """A place that none of these edits touches, after them."""
    start, end = span.start, span.end
    for edit in moves:
        if edit.span.end <= start:
            grown = len(edit.words) - len(edit.span)
            start, end = start + grown, end + grown
    return Span(start, end)


class Said:
    """What one check said last: its rows, as they were then, and the edits that were made since."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._base = {row.id: row for row in rows}
        self._moves: list[Edit] = []
        self._now: dict[int, Row] = {}
        self._find_places()

    def __iter__(self) -> Iterator[Row]:
        return (self.row(id_) for id_ in list(self._base))

    def __len__(self) -> int:
        return len(self._base)

    def keys(self) -> list[tuple[int, Key | None]]:
        """The ids of its rows, and by what each is known again."""
        return [(id_, row._found.key) for id_, row in self._base.items()]

    def row(self, id_: int) -> Row:
        """A row as it is in the present text."""
        base = self._base[id_]
        if not self._moves:
            return base
        now = self._now.get(id_)
        if now is None:
            now = self._now[id_] = Row(id_, base._found, base.status, base.note, self._moves)
        return now

    def edited(self, edits: Sequence[Edit]) -> list[int]:
        """The text was edited; returns the rows that were touched, which are gone."""
        edits = [edit for edit in edits if edit.of == "words"]
        if len(edits) + len(self._moves) > MANY:
            return self._carry(edits)
        gone: list[int] = []
        for edit in edits:
            touched = [id_ for id_ in self._near(edit.span) if self.row(id_).finding.after(edit) is None]
            for id_ in touched:
                del self._base[id_]
            gone += touched
            self._moves = _joined(self._moves, edit)
            self._now = {}
        return gone

    def _near(self, place: Span) -> Collection[int]:
        """The rows one of whose places may touch a place of the present text."""
        low, high = place.start, place.end
        for edit in reversed(self._moves):
            low, high = _back(low, edit, first=True), _back(high, edit, first=False)
        first, last = bisect.bisect_left(self._reach, low), bisect.bisect_right(self._starts, high)
        return {self._ids[n] for n in range(first, last) if self._ends[n] >= low and self._ids[n] in self._base}

    def _carry(self, edits: list[Edit]) -> list[int]:
        """Carries every row to the present text, as the check had said them of it."""
        together = side_by_side(edits)
        gone: list[int] = []
        for id_, row in list(self._base.items()):
            found = self.row(id_).finding
            now = found.carried(together.place, together.whole) if together else found.after(*edits)
            if now is None:
                gone.append(id_)
                del self._base[id_]
            elif now is not row._found:
                self._base[id_] = Row(id_, now, row.status, row.note)
        self._moves, self._now = [], {}
        self._find_places()
        return gone

    def _find_places(self) -> None:
        places = sorted(
            (span.start, span.end, id_)
            for id_, row in self._base.items()
            for span in (*row._found.places, *(edit.span for fix in row._found.fixes for edit in fix.edits))
        )
        self._starts = [start for start, _, _ in places]
        self._ends = [end for _, end, _ in places]
        self._ids = [id_ for _, _, id_ in places]
        self._reach = list(accumulate(self._ends, max))


def _back(place: int, edit: Edit, *, first: bool) -> int:
    """The first or the last place before an edit that a place after it may have been."""
    end = edit.span.start + len(edit.words)
    if place < edit.span.start or (place == edit.span.start and (first or edit.words)):
        return place
    if place > end or (place == end and not first):
        return place - len(edit.words) + len(edit.span)
    return edit.span.start if first else edit.span.end


def _joined(moves: Sequence[Edit], edit: Edit) -> list[Edit]:
    """These edits and one more, which is made one with the last where it goes on typing or deleting there."""
    last = moves[-1] if moves else None
    if last and not last.expected and not edit.expected and edit.span.start == last.span.start + len(last.words):
        return [*moves[:-1], Edit(last.span, "", last.words + edit.words)]
    if last and not last.words and not edit.words:
        if edit.span.end == last.span.start:
            return [*moves[:-1], Edit(edit.span.to(last.span), edit.expected + last.expected, "")]
        if edit.span.start == last.span.start:
            longer = Span(last.span.start, last.span.end + len(edit.span))
            return [*moves[:-1], Edit(longer, last.expected + edit.expected, "")]
    return [*moves, edit]


class SideBySide:
    """Edits none of which touches another, all speaking of one text: each place is carried past them in one look."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        self._edits = edits
        self._starts = [edit.span.start for edit in edits]
        self._ends = [edit.span.end for edit in edits]
        self._grown = [0, *accumulate(len(edit.words) - len(edit.span) for edit in edits)]

    def place(self, span: Span) -> Span | None:
        """Where a place is after the edits; None where one touches it."""
        first = bisect.bisect_left(self._ends, span.start)
        at = bisect.bisect_right(self._ends, span.start)
        last = bisect.bisect_right(self._starts, span.end)
        if any(edit.span.touches(span) for edit in self._edits[first:last]):
            return None
        return span.moved(self._grown[at])

    def whole(self, span: Span) -> Span:
        """Where a place is after the edits, with what they leave of it."""
        first = bisect.bisect_left(self._ends, span.start)
        last = bisect.bisect_right(self._starts, span.end)
        for edit in reversed(self._edits[first:last]):
            span = span.after(edit)
        return span.moved(self._grown[first])


def side_by_side(edits: Sequence[Edit]) -> SideBySide | None:
    """Edits that were made one after another, as edits of the text before them; None where they overlap."""
    if all(two.span.end <= one.span.start for one, two in pairwise(edits)):
        return SideBySide(list(reversed(edits)))
    grown, first = 0, []
    for one, two in pairwise((*edits, None)):
        if one is None or (two and two.span.start < one.span.start + len(one.words)):
            return None
        first.append(Edit(one.span.moved(-grown), one.expected, one.words))
        grown += len(one.words) - len(one.span)
    return SideBySide(first)
