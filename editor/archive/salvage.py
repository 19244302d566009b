"""Takes out of a damaged database what can still be read."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import NoneType

# In the order in which rows lean on each other, with what each field must be. Leases are not worth keeping.
TABLES: dict[str, dict[str, tuple[type, ...]]] = {
    "article": {"id": (str,), "title": (bytes,), "caret": (int,)},
    "event": {
        "sequence": (int,),
        "article": (str, NoneType),
        "nth": (int, NoneType),
        "kind": (str,),
        "payload": (bytes,),
        "actor": (bytes,),
        "at": (str,),
    },
    "path": {"path": (bytes,), "article": (str,), "sequence": (int,)},
    "saved": {"sha256": (str,), "article": (str,), "sequence": (int,)},
    "passage": {"id": (int,), "sha256": (bytes,), "words": (bytes,)},
    "snapshot": {
        "sequence": (int,),
        "article": (str,),
        "name": (bytes,),
        "actor": (bytes,),
        "at": (str,),
        "words": (int,),
        "passages": (bytes,),
    },
}
GAP = 2000
"""How many rows are tried one by one between the last that reads from the front and the first from the back."""


def salvage(damaged: Path, into: sqlite3.Connection) -> int:
    """Copies every row that reads from one database to another, which is new; gives their number."""
    kept = 0
    into.execute("PRAGMA foreign_keys=OFF")
    into.execute("BEGIN IMMEDIATE")
    try:
        for table, columns in TABLES.items():
            marks = ", ".join("?" * len(columns))
            put = f"INSERT OR IGNORE INTO {table} ({', '.join(columns)}) VALUES ({marks})"
            for row in _rows(damaged, table, columns):
                if not all(isinstance(value, types) for value, types in zip(row, columns.values(), strict=True)):
                    continue
                with contextlib.suppress(sqlite3.IntegrityError, sqlite3.DataError):
                    kept += into.execute(put, row).rowcount
        # An article whose own row is lost has its events and its texts none the less.
        into.execute(
            "INSERT INTO article (id, title) SELECT article, X'' FROM (SELECT article FROM event UNION "
            "SELECT article FROM snapshot) WHERE article NOT IN (SELECT id FROM article)"
        )
        for table in ("path", "saved"):
            into.execute(f"DELETE FROM {table} WHERE article NOT IN (SELECT id FROM article)")
        # What is lost had a sequence too, and none is given twice.
        into.execute("DELETE FROM sqlite_sequence WHERE name = 'event'")
        given = " UNION ".join(f"SELECT sequence FROM {table}" for table in ("event", "snapshot", "path", "saved"))
        into.execute(
            f"INSERT INTO sqlite_sequence (name, seq) SELECT 'event', coalesce(max(sequence), 0) FROM ({given})"
        )
        into.execute("COMMIT")
    except BaseException:
        into.execute("ROLLBACK")
        raise
    finally:
        into.execute("PRAGMA foreign_keys=ON")
    return kept


def _rows(damaged: Path, table: str, columns: Iterable[str]) -> Iterator[tuple[object, ...]]:
    """The rows from the front to the damage, from the back to it, and those in between that read by themselves."""
    ask = f"SELECT rowid, {', '.join(columns)} FROM {table} NOT INDEXED"
    ends = []
    for order in ("ASC", "DESC"):
        last = None
        try:
            with _reading(damaged) as connection:
                for rowid, *row in connection.execute(f"{ask} ORDER BY rowid {order}"):
                    last = rowid
                    yield tuple(row)
        except (sqlite3.Error, UnicodeDecodeError, OverflowError):
            ends.append(last)
        else:
            return
    first, after = ends[0] or 0, ends[1]
    with contextlib.suppress(sqlite3.Error), _reading(damaged) as connection:
        for rowid in range(first + 1, min(after, first + GAP) if after is not None else first + GAP):
            with contextlib.suppress(sqlite3.Error, UnicodeDecodeError):
                for _, *row in connection.execute(f"{ask} WHERE rowid = ?", (rowid,)):
                    yield tuple(row)


@contextlib.contextmanager
def _reading(damaged: Path) -> Iterator[sqlite3.Connection]:
    """A connection that writes nothing but the log's own index, closed afterwards."""
    with contextlib.closing(sqlite3.connect(f"{damaged.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        yield connection
