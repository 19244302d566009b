"""A look into the archive without its thread: whether a file is surely new to it. SQLAlchemy is not imported here."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

from editor.archive.recovery import Recoveries

NAME = "archive.db"


def unknown(database: Path, path: str, sha256: str) -> bool:
    """Whether the archive surely has nothing of a file: neither its path nor its hash, and no recovery file.

    Where that can't be told for sure it is False, and the archive itself is to be asked. Nothing is written.
    """
    if Recoveries(database.parent).at(path):
        return False
    if not database.exists():
        return True
    try:
        with contextlib.closing(
            sqlite3.connect(f"{database.absolute().as_uri()}?mode=ro", uri=True, timeout=0.2)
        ) as look:
            seen = look.execute(
                "SELECT EXISTS (SELECT 1 FROM path WHERE path = ?) OR EXISTS (SELECT 1 FROM saved WHERE sha256 = ?)",
                (path.encode("utf-8", "surrogatepass"), sha256),
            ).fetchone()
    except (sqlite3.Error, OSError):
        return False
    return bool(seen == (0,))
