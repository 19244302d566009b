from __future__ import annotations

import hashlib
import inspect
import os
import re
import shutil
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from editor.archive import (
    Archive,
    ArchiveError,
    ArchiveNewer,
    Did,
    Exported,
    Named,
    Undid,
    Unknown,
    migrations,
    opening,
    payload,
    schema,
)
from editor.archive.events import Salvaged
from tests.archive.making import TEXT, Told, begun, typed, write

PRAISE = b'{"v":1,"words":"well done"}'
ROOT = Path(__file__).parents[2]
NEXT = '''"""A step that a later Copydesk may take."""

import os

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    for n in range(8):
        if os.environ.get("ENDS_AT") == str(n):
            os._exit(9)
        op.add_column("event", sa.Column(f"extra{n}", sa.String))
    with op.batch_alter_table("article") as batch:
        batch.add_column(sa.Column("slug", sa.String, nullable=False, server_default=""))
    if os.environ.get("ENDS_AT") == "8":
        os._exit(9)
'''
UPGRADE = """
import sys
from pathlib import Path
from editor.archive import opening
opening.STEPS, opening.REVISIONS = Path(sys.argv[2]), ("0001", "0002", "0003")
opening.opened(Path(sys.argv[1])).engine.dispose()
"""


def version(folder: Path) -> str:
    connection = sqlite3.connect(folder / "archive.db")
    (found,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    connection.close()
    return str(found)


def says(folder: Path, version_: str) -> None:
    connection = sqlite3.connect(folder / "archive.db")
    connection.execute("UPDATE alembic_version SET version_num = ?", (version_,))
    connection.commit()
    connection.close()


def test_versions_named_are_the_steps_there_are() -> None:
    config = Config()
    config.set_main_option("script_location", str(opening.STEPS))
    config.set_main_option("path_separator", "os")
    steps = [step.revision for step in ScriptDirectory.from_config(config).walk_revisions()]
    assert tuple(reversed(steps)) == migrations.REVISIONS


def test_steps_make_the_tables_that_the_archive_uses(folder: Path) -> None:
    engine = opening.opened(folder).engine
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": False})
        assert compare_metadata(context, schema.metadata) == []
        made = sa.inspect(connection).get_table_names()
        connection.rollback()
    engine.dispose()
    assert set(made) == {*schema.metadata.tables, "alembic_version"}


def test_a_newer_archive_is_not_touched(archives: Callable[..., Archive], folder: Path, tmp_path: Path) -> None:
    first = archives()
    begun(first, tmp_path / "a.txt")
    first.close()
    says(folder, "9999")
    before = hashlib.sha256((folder / "archive.db").read_bytes()).hexdigest()
    archive = archives()
    record = archive.open_article(tmp_path / "a.txt", "h0", text=TEXT).result(20)
    assert (record.draft, record.stored) == (TEXT, False)
    assert archive.state.name == "newer"
    assert "newer Copydesk" in str(archive.state.reason)
    assert isinstance(write(archive, record.id, Did(typed("s1", TEXT, "x")), text=TEXT + "x"), ArchiveNewer)
    for question in (archive.recent, archive.dismissals_everywhere):
        with pytest.raises(ArchiveNewer):
            question().result(20)
    archive.close()
    assert hashlib.sha256((folder / "archive.db").read_bytes()).hexdigest() == before
    assert not list(folder.glob("damaged-*"))
    # What was typed is not lost: it is in the recovery file.
    texts = [p.read_text("utf-8", "surrogatepass") for p in (folder / "recovery").glob("*.txt")]
    assert TEXT + "x" in texts


def test_an_archive_that_becomes_newer_meanwhile_is_let_alone(archive: Archive, folder: Path, tmp_path: Path) -> None:
    id_ = begun(archive, tmp_path / "a.txt")
    says(folder, "9999")
    told = Told()
    archive.append(id_, [Did(typed("s1", TEXT, "x"))], text=TEXT + "x", done=told)
    assert isinstance(told.wait()[0], ArchiveNewer)
    assert archive.state.name == "newer"
    with pytest.raises(ArchiveError):
        archive.recent().result(20)
    connection = sqlite3.connect(folder / "archive.db")
    assert connection.execute("SELECT count(*) FROM event").fetchone() == (1,)
    connection.close()


def test_each_kind_of_event_came_with_a_version_of_the_archive() -> None:
    """A kind that is not listed here needs a new step, so that an older Copydesk does not take it for a lost event."""
    kinds = {
        "0001": "typed replaced decided restored noted undone redone opened saved facts named salvaged",
        "0002": "titled exported signed_off",
    }
    source = inspect.getsource(payload.read)
    known = {word for line in re.findall("case (.+):", source) for word in re.findall('"([a-z_]+)"', line)}
    assert known == set(" ".join(kinds.values()).split())
    assert tuple(kinds) == migrations.REVISIONS


def test_an_archive_of_before_the_marks_is_brought_up_to_date(folder: Path, tmp_path: Path) -> None:
    with Archive(folder, actor="Ada") as archive:
        id_ = begun(archive, tmp_path / "a.txt")
    says(folder, "0001")
    with Archive(folder, actor="Ada") as archive:
        write(archive, id_, Exported(str(tmp_path / "b.txt"), "h1"))
        assert [r.occasion for r in archive.revisions(id_).result(20)] == ["exported", "opened"]
    assert version(folder) == migrations.REVISIONS[-1]
    assert len(list((folder / "backups").iterdir())) == 1


def test_an_event_of_a_kind_without_a_name_here_is_no_lost_one(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with Archive(folder, actor="Ada") as archive:
        id_ = begun(archive, path)
        write(archive, id_, Did(typed("s1", TEXT, "x")), Named("here"), Did(typed("s2", TEXT + "x", "y")))
    connection = sqlite3.connect(folder / "archive.db")
    connection.execute("UPDATE event SET kind = 'praised', payload = ? WHERE kind = 'named'", (PRAISE,))
    connection.commit()
    connection.close()
    with Archive(folder, actor="Ada") as archive:
        record = archive.open_article(path, "h0").result(20)
        assert (record.draft, [step.id for step in record.done]) == (TEXT + "xy", ["s1", "s2"])
        assert write(archive, id_, Undid("s2")) is None
        events = [logged.event for logged in archive.history(path).result(20)]
        assert events[2] == Unknown("praised", PRAISE)
        assert not any(isinstance(event, Salvaged) for event in events)


@pytest.mark.parametrize("ends", [0, 3, 7, 8])
def test_an_upgrade_that_is_broken_off_changes_nothing_and_goes_through_later(
    ends: int, old: Path, later: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "data"
    shutil.copytree(old, folder)
    command = [sys.executable, "-c", UPGRADE, str(folder), str(later)]
    environment = {name: value for name, value in os.environ.items() if name != "ENDS_AT"} | {"PYTHONPATH": str(ROOT)}
    broken = subprocess.run(command, env=environment | {"ENDS_AT": str(ends)})
    assert broken.returncode == 9
    assert version(folder) == "0002"
    with Archive(folder) as archive:
        assert archive.open_article(tmp_path.parent / "a.txt", "h0").result(20).draft == TEXT + "x"


def test_an_upgrade_keeps_a_copy_of_what_was(
    old: Path, later: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "data"
    shutil.copytree(old, folder)
    monkeypatch.setattr(opening, "STEPS", later)
    monkeypatch.setattr(opening, "REVISIONS", ("0001", "0002", "0003"))
    opening.opened(folder).engine.dispose()
    assert version(folder) == "0003"
    (backup,) = (folder / "backups").iterdir()
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600
    kept = tmp_path / "kept"
    kept.mkdir()
    shutil.copy(backup, kept / "archive.db")
    assert version(kept) == "0002"
    monkeypatch.undo()
    with Archive(kept) as archive:
        assert [r.title for r in archive.recent().result(20)] == ["Road"]
    connection = sqlite3.connect(folder / "archive.db")
    assert connection.execute("SELECT count(*), min(extra7), max(at) > '2' FROM event").fetchone() == (2, None, 1)
    connection.close()


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder as this version leaves it."""
    base = tmp_path_factory.mktemp("old")
    with Archive(base / "data", actor="Ada") as archive:
        id_ = begun(archive, base.parent / "a.txt")
        write(archive, id_, Did(typed("s1", TEXT, "x")))
    return base / "data"


@pytest.fixture(scope="module")
def later(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The steps of a later version: ours and one more."""
    steps = tmp_path_factory.mktemp("later") / "migrations"
    shutil.copytree(opening.STEPS, steps)
    (steps / "versions" / "0003_next.py").write_text(NEXT)
    return steps


@pytest.mark.parametrize(
    ("kind", "far"), [("nfs4", True), ("cifs", True), ("fuse.sshfs", True), ("ext4", False), ("tmpfs", False)]
)
def test_on_another_machine_no_shared_memory_is_used(
    kind: str, far: bool, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(f"/dev/sda / ext4 rw 0 0\nserver:/home {folder.parent.resolve()} {kind} rw 0 0\n")
    monkeypatch.setattr(opening, "MOUNTS", mounts)
    assert opening.on_network(folder / "archive.db") == far
    with Archive(folder, actor="Ada") as archive:
        begun(archive, tmp_path / "a.txt")
        assert (folder / "archive.db-wal").exists() != far
