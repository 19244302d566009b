"""Which finding comes next: from a place in the text, after a row that leaves, or again after an undo."""

from __future__ import annotations

from collections.abc import Iterable

from editor.desk.board import Row
from editor.finding import Key, settle


def beyond(place: int, rows: Iterable[Row], *, back: bool = False) -> tuple[Row | None, bool]:
    """The first of these rows after a place (or the last before it), and whether the search began anew to find it."""
    rows = list(rows)
    ahead = [r for r in rows if (r.finding.span.start < place if back else r.finding.span.start > place)]
    if not rows:
        return None, False
    return (ahead or rows)[-1 if back else 0], not ahead


def following(row: Row, rows: Iterable[Row]) -> tuple[Row | None, bool]:
    """The first of these rows that stands after a row, in place or, at one place, in order."""
    rest = [r for r in rows if r.id != row.id]
    later = [r for r in rest if _order(r) > _order(row)]
    return next(iter(later or rest), None), bool(rest) and not later


def like(key: Key, rows: Iterable[Row], *, exactly: bool) -> Row | None:
    """The row of the finding with this key; where it need not be `exactly` that, the one that is most like it."""
    rows = [row for row in rows if row.finding.key]
    same = next((row for row in rows if row.finding.key == key), None)
    if same or exactly:
        return same
    near = settle([row.finding.key for row in rows if row.finding.key], {"": (key, "place")})
    return rows[next(iter(near))] if near else None


def _order(row: Row) -> tuple[object, ...]:
    return (row.finding.span, row.finding.check, row.finding.rule, row.id)
