"""Opens the database: makes it, brings an older one up to date after a backup, and puts a damaged one aside."""

from __future__ import annotations

import contextlib
import logging
import os
import sqlite3
import tempfile
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

import sqlalchemy as sa

from editor import saving
from editor.archive import salvage
from editor.archive.events import ArchiveNewer
from editor.archive.migrations import REVISIONS
from editor.archive.peek import NAME

log = logging.getLogger(__name__)

STEPS = Path(__file__).parent / "migrations"
MOUNTS = Path("/proc/self/mounts")
NETWORK = {"9p", "afs", "ceph", "cifs", "fuse.sshfs", "glusterfs", "lustre", "ncpfs", "nfs", "nfs4", "smb3", "smbfs"}
"""File systems on which the shared memory of SQLite's write-ahead log can't be trusted."""


class Damaged(Exception):
    """The database can't be read, whole or in part."""


@dataclass(frozen=True, slots=True)
class Ready:
    engine: sa.Engine
    notice: str = ""
    """What the editor should know: that the archive was damaged, and where the old one is now."""


def opened(folder: Path, *, damaged: bool = False) -> Ready:
    """The archive of this folder, ready to be written; `damaged` where it is known to be so.

    Raises ArchiveNewer, OSError, or SQLAlchemy's errors.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    folder.chmod(0o700)
    file = folder / NAME
    try:
        if damaged:
            raise Damaged("found while it was in use")
        return Ready(_ready(file))
    except (Damaged, UnicodeDecodeError, sqlite3.DatabaseError, sa.exc.DatabaseError) as error:
        if not is_damage(error):
            raise
        log.warning("the archive is damaged: %s", error)
    aside = put_aside(file)
    engine = _ready(file)
    with contextlib.closing(engine.raw_connection()) as raw:
        kept = salvage.salvage(aside / NAME, cast(sqlite3.Connection, raw.driver_connection))
    log.warning("%d rows of the damaged archive were kept", kept)
    return Ready(engine, f"The archive was damaged. What could be read of it was kept; the damaged one is in {aside}.")


def is_damage(error: BaseException) -> bool:
    """Whether an error says that the file is no whole database; a full disk or a lock does not."""
    if isinstance(error, sa.exc.DBAPIError):
        error = error.orig or error
    if isinstance(error, Damaged | UnicodeDecodeError):
        return True
    code = getattr(error, "sqlite_errorcode", None)
    return isinstance(error, sqlite3.DatabaseError) and (
        (code is not None and code & 0xFF in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB))
        or str(error).startswith(("no such table", "no such column", "Could not decode"))
    )


def put_aside(file: Path) -> Path:
    """Moves a damaged database with all that belongs to it into a folder of its own, which it gives."""
    base = file.parent / f"damaged-{datetime.now(UTC):%Y%m%dT%H%M%S}"
    aside = base
    for n in range(2, 1000):
        if not aside.exists():
            break
        aside = base.with_name(f"{base.name}-{n}")
    aside.mkdir(mode=0o700)
    for end in ("", "-wal", "-shm", "-journal"):
        with contextlib.suppress(FileNotFoundError):
            file.with_name(file.name + end).rename(aside / (file.name + end))
    saving.sync_folder(file.parent)
    return aside


def _ready(file: Path) -> sa.Engine:
    version = _version(file)
    if version and version not in REVISIONS:
        raise ArchiveNewer(
            "The archive was written by a newer Copydesk and is not touched: this article is worked on without it."
        )
    if not file.exists():
        os.close(os.open(file, os.O_CREAT | os.O_RDWR, 0o600))
        for folder in (file.parent, file.parent.parent):
            saving.sync_folder(folder)
    engine = _engine(file)
    try:
        if version != REVISIONS[-1]:
            if version:
                _back_up(file, version)
            _migrate(engine)
            for name in (file.name, f"{file.name}-wal", f"{file.name}-shm"):
                with contextlib.suppress(FileNotFoundError):
                    file.with_name(name).chmod(0o600)
        else:
            _look_over(engine)
    except BaseException:
        engine.dispose()
        raise
    return engine


def _version(file: Path) -> str:
    """The version of the database there, empty where it is none yet; read without writing to it."""
    if not file.exists() or not file.stat().st_size:
        return ""
    with contextlib.closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True, timeout=5)) as peek:
        if not peek.execute("SELECT 1 FROM sqlite_schema LIMIT 1").fetchone():
            return ""
        try:
            row = peek.execute("SELECT version_num FROM alembic_version").fetchone()
        except sqlite3.OperationalError as error:
            raise Damaged(str(error)) from error
    if not row or not isinstance(row[0], str):
        raise Damaged("the archive does not say its version")
    return row[0]


def _engine(file: Path) -> sa.Engine:
    engine = sa.create_engine(
        sa.URL.create("sqlite", database=str(file)),
        poolclass=sa.StaticPool,
        # An error goes to the log, and no word of an article with it.
        hide_parameters=True,
        # The archive's one thread opens and uses it; that of the caller may close it.
        connect_args={"timeout": 5, "check_same_thread": False},
    )
    far = on_network(file)

    @sa.event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: object) -> None:
        # The driver's own transactions begin too late: ours begin with the lock, see below.
        connection.isolation_level = None
        mode, sync = ("DELETE", "EXTRA") if far else ("WAL", "FULL")
        connection.execute("PRAGMA busy_timeout=5000")
        _set_mode(connection, mode)
        connection.execute(f"PRAGMA synchronous={sync}")
        connection.execute("PRAGMA foreign_keys=ON")

    @sa.event.listens_for(engine, "begin")
    def begin(connection: sa.Connection) -> None:
        connection.exec_driver_sql("BEGIN" if connection.get_execution_options().get("reads") else "BEGIN IMMEDIATE")

    return engine


def _set_mode(connection: sqlite3.Connection, mode: str) -> None:
    """Chooses the journal's mode. SQLite does not wait for this lock, whatever the timeout; windows start together."""
    for left in range(50, -1, -1):
        try:
            connection.execute(f"PRAGMA journal_mode={mode}")
        except sqlite3.OperationalError:
            if not left:
                raise
            time.sleep(0.1)
        else:
            return


def _look_over(engine: sa.Engine) -> None:
    """Raises Damaged where the database is not whole."""
    with engine.connect() as connection:
        said = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar()
        connection.rollback()
    if said != "ok":
        raise Damaged(str(said))


def _back_up(file: Path, version: str) -> None:
    """A copy of the whole archive as it was in its old version, on the disk before the first change."""
    folder = file.parent / "backups"
    folder.mkdir(exist_ok=True, mode=0o700)
    fd, copy = tempfile.mkstemp(dir=folder, prefix=f"archive-{version}-", suffix=".db")
    try:
        with contextlib.closing(sqlite3.connect(file, timeout=5)) as connection:
            connection.execute("VACUUM INTO ?", (copy,))
        os.fsync(fd)
    finally:
        os.close(fd)
    saving.sync_folder(folder)


def _migrate(engine: sa.Engine) -> None:
    """All steps to the newest version, in one transaction."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(STEPS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def on_network(file: Path) -> bool:
    """Whether the folder lies on another machine."""
    try:
        lines = MOUNTS.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return False
    where = str(file.parent.resolve()) + "/"
    best, kind = "", ""
    for line in lines:
        _, point, type_, *_ = line.split(" ")
        point = point.replace("\\040", " ").rstrip("/") + "/"
        if where.startswith(point) and len(point) >= len(best):
            best, kind = point, type_
    return kind in NETWORK
