"""Which finding comes next: from a place in the text, after a row that leaves, or again after an undo."""

from __future__ import annotations

import bisect
from collections.abc import Iterable

from editor.desk.board import by_place
from editor.desk.carrying import Row
from editor.finding import Key, settle


def beyond(place: int, rows: Iterable[Row], *, back: bool = False) -> tuple[Row | None, bool]:
    """The first of these rows, which are in order, after a place (or the last before it).

    And whether the search began anew to find it.
    """
    rows = list(rows)
    if not rows:
        return None, False
    at = (bisect.bisect_left if back else bisect.bisect_right)(rows, place, key=lambda row: row.span.start)
    ahead = rows[:at] if back else rows[at:]
    return (ahead or rows)[-1 if back else 0], not ahead


def following(row: Row, rows: Iterable[Row]) -> tuple[Row | None, bool]:
    """The first of these rows that stands after a row, in place or, at one place, in order."""
    rest = [r for r in rows if r.id != row.id]
    later = rest[bisect.bisect_right(rest, by_place(row), key=by_place) :]
    return next(iter(later or rest), None), bool(rest) and not later


def like(key: Key, rows: Iterable[Row], *, exactly: bool) -> Row | None:
    """The row of the finding with this key; where it need not be `exactly` that, the one that is most like it."""
    rows = [row for row in rows if row.key]
    same = next((row for row in rows if row.key == key), None)
    if same or exactly:
        return same
    near = settle([row.key for row in rows if row.key], {"": (key, "place")})
    return rows[next(iter(near))] if near else None
