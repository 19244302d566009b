from __future__ import annotations

import os
import random
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from editor.archive import Archive, ArchiveError, Did, Named, Undid
from editor.archive.events import Salvaged
from tests.archive.making import begun, decided, decision, typed, write

DAMAGES = int(os.environ.get("COPYDESK_DAMAGES", "24"))
NAMED = (0, 5, 9, 12)
TEXTS = ["".join(f"{n} " for n in range(count)) for count in range(14)]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, str]:
    """A folder with two data folders (`left` by a killed process, `data` closed), an article's path, and its text."""
    base = tmp_path_factory.mktemp("whole")
    text = "\n".join(f"Paragraph {n} says that {n} people came." for n in range(120))
    path = base / "a.txt"
    with Archive(base / "data", actor="Ada") as archive:
        id_ = begun(archive, path, text)
        for n in range(150):
            write(archive, id_, Did(typed(f"s{n}", text, f" more{n}")), text=text + f" more{n}")
            text += f" more{n}"
            if n % 25 == 0:
                write(archive, id_, decided(f"t{n}", decision(f"d{n}")), Named(f"no. {n}"))
        # Left as a killed process leaves it: the last writes are in the log.
        shutil.copytree(base / "data", base / "left", ignore=shutil.ignore_patterns("windows"))
    for file in (base / "data" / "recovery").iterdir():
        shutil.copy(file, base / "left" / "recovery")
    return base, path, text


@pytest.mark.parametrize("seed", range(DAMAGES))
def test_a_damaged_archive_stops_nobody(seed: int, whole: tuple[Path, Path, str], tmp_path: Path) -> None:
    base, path, text = whole
    folder = tmp_path / "data"
    shutil.copytree(base / ("left" if seed % 3 == 0 else "data"), folder)
    chance = random.Random(seed)
    file = chance.choice(sorted(folder.glob("archive.db*")))
    data = bytearray(file.read_bytes())
    at = chance.randrange(len(data)) if seed % 4 else chance.randrange(min(4096, len(data)))
    size = chance.choice([1, 16, 512, 4096])
    match chance.choice(["flip", "zero", "noise", "cut"]):
        case "flip":
            data[at] ^= 1 << chance.randrange(8)
        case "zero":
            data[at : at + size] = bytes(len(data[at : at + size]))
        case "noise":
            data[at : at + size] = chance.randbytes(len(data[at : at + size]))
        case "cut":
            del data[at:]
    file.write_bytes(data)
    with Archive(folder, actor="Ada", again=0.02) as archive:
        record = archive.open_article(path, "h0", text="as the file has it").result(30)
        assert archive.state.name == "ready"
        assert text in (record.draft, record.recovered)
        assert write(archive, record.id, decided("after", decision("d999"))) is None
        again = archive.open_article(article=record.id).result(30)
        assert "d999" in [d.id for d in again.decisions]
        if aside := list(folder.glob("damaged-*")):
            assert archive.state.reason
            assert (aside[0] / "archive.db").exists()


def lose(folder: Path, statement: str) -> None:
    connection = sqlite3.connect(folder / "archive.db")
    connection.execute(statement)
    connection.commit()
    connection.close()


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Path]:
    """Data folders of an article of 14 steps, each with a revision named after another of them."""
    base = tmp_path_factory.mktemp("written")
    for named in NAMED:
        with Archive(base / str(named), actor="Ada") as archive:
            id_ = begun(archive, base / "a.txt", "")
            for n in range(13):
                name = [Named("here")] if n == named else []
                archive.append(id_, [Did(typed(f"s{n}", TEXTS[n], f"{n} ")), *name])
            write(archive, id_, decided("t", decision("d1")))
    return {named: base / str(named) for named in NAMED}


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lost=st.sets(st.integers(2, 14), min_size=1, max_size=4), named=st.sampled_from(NAMED))
def test_lost_events_leave_the_last_whole_text_and_the_decisions(
    written: dict[int, Path], tmp_path_factory: pytest.TempPathFactory, lost: set[int], named: int
) -> None:
    base = tmp_path_factory.mktemp("lost") / "data"
    shutil.copytree(written[named], base, ignore=shutil.ignore_patterns("recovery"))
    gone = ",".join(map(str, lost))
    lose(base, f"DELETE FROM event WHERE nth IN ({gone})")
    with Archive(base, actor="Ada") as archive:
        path = written[named].parent / "a.txt"
        record = archive.open_article(path, "h0").result(20)
        id_ = record.id
        assert record.draft in TEXTS
        assert len(record.draft) >= len(TEXTS[named])
        assert [d.id for d in record.decisions] == ["d1"]
        text = record.draft
        assert write(archive, id_, Did(typed("new", text, "and on")), text=text + "and on") is None
        assert write(archive, id_, Undid("new")) is None
        again = archive.open_article(article=id_).result(20)
        assert (again.draft, [s.id for s in again.undone]) == (text, ["new"])
        assert [d.id for d in again.decisions] == ["d1"]
        assert isinstance(archive.history(path).result(20)[-3].event, Salvaged)


def test_a_paragraph_that_is_lost_costs_only_the_revisions_that_hold_it(folder: Path, tmp_path: Path) -> None:
    with Archive(folder, actor="Ada") as archive:
        id_ = begun(archive, tmp_path / "a.txt", "one\ntwo")
        write(archive, id_, Did(typed("s1", "one\ntwo", "\nthree")), Named("three"))
    lose(folder, "DELETE FROM passage WHERE CAST(words AS TEXT) = 'three'")
    with Archive(folder, actor="Ada") as archive:
        named, first = archive.revisions(id_).result(20)
        assert archive.text_of(id_, first).result(20) == "one\ntwo"
        assert archive.text_of(id_, named).result(20) == "one\ntwo\nthree"
        lose(folder, "DELETE FROM snapshot WHERE name = X''")
        with pytest.raises(ArchiveError):
            archive.text_of(id_, named).result(20)


def test_damage_met_while_at_work_is_healed(
    archives: Callable[..., Archive], folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = archives()
    path = tmp_path / "a.txt"
    id_ = begun(archive, path, "text")
    write(archive, id_, Did(typed("s1", "text", " more")), text="text more")

    def damaged(*_: object) -> None:
        monkeypatch.undo()
        error = sqlite3.DatabaseError("database disk image is malformed")
        error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
        raise error

    monkeypatch.setattr("editor.archive.store.Store._append", damaged)
    assert write(archive, id_, Did(typed("s2", "text more", "!")), text="text more!") is None
    assert len(list(folder.glob("damaged-*"))) == 1
    assert "damaged" in str(archive.state.reason)
    record = archive.open_article(path, "h0").result(20)
    assert (record.id, record.draft, [s.id for s in record.done]) == (id_, "text more!", ["s1", "s2"])


def test_a_lost_archive_gives_back_the_text_from_the_recovery_file(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with Archive(folder, actor="Ada") as archive:
        id_ = begun(archive, path, "text")
        write(archive, id_, Did(typed("s1", "text", " \udc80 more")), text="text \udc80 more")
    for file in folder.glob("archive.db*"):
        file.unlink()
    with Archive(folder, actor="Ada") as archive:
        record = archive.open_article(path, "h0", text="text", title="t").result(20)
        assert (record.id, record.draft, record.recovered) == (id_, "text", "text \udc80 more")
