from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from editor.archive import recovery
from editor.archive.recovery import Beside, Recoveries, Recovery


@pytest.fixture
def now(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """A clock that the test moves."""
    moment = [100.0]
    monkeypatch.setattr(time, "monotonic", lambda: moment[0])
    return moment


def beside(article: str = "a", sequence: int = 1, *, ahead: bool = False, path: str = "/desk/a.txt") -> Beside:
    return Beside(article, sequence, ahead, "", "Road", path)


def text(found: Recovery | None) -> str:
    assert found
    return found.text


def test_a_text_is_written_at_once_and_then_once_a_second(tmp_path: Path, now: list[float]) -> None:
    kept = Recoveries(tmp_path)
    assert kept.due() is None
    kept.put("one \ud800", beside())
    assert kept.due() == 0
    kept.write()
    assert text(kept.of("a")) == "one \ud800"
    kept.put("two", beside(sequence=2))
    now[0] += 0.4
    assert kept.due() == pytest.approx(0.6)
    kept.write()
    assert text(kept.of("a")) == "one \ud800"
    kept.put("three", beside(sequence=3))
    now[0] += 0.6
    kept.write()
    assert text(kept.of("a")) == "three"
    kept.put("four", beside(sequence=4))
    kept.write(all_=True)
    assert text(kept.of("a")) == "four"
    assert kept.due() is None


def test_a_plain_text_lies_in_the_folder(tmp_path: Path) -> None:
    kept = Recoveries(tmp_path)
    kept.put("Zażółć 😀\n", beside())
    kept.write()
    assert (tmp_path / "recovery" / "a.txt").read_text("utf-8") == "Zażółć 😀\n"


def test_a_text_later_than_what_lies_beside_it_is_ahead(tmp_path: Path) -> None:
    kept = Recoveries(tmp_path)
    kept.put("one", beside())
    kept.write()
    found = kept.of("a")
    assert found
    assert not found.beside.ahead
    (tmp_path / "recovery" / "a.txt").write_text("two")
    later = kept.of("a")
    assert later
    assert (later.text, later.beside.ahead) == ("two", True)


def test_the_last_text_of_a_path_is_found(tmp_path: Path) -> None:
    kept = Recoveries(tmp_path)
    for article, sequence in (("a", 5), ("b", 7), ("c", 2)):
        kept.put(article, beside(article, sequence, path="/desk/a\udcff.txt"))
    kept.write()
    assert text(kept.at("/desk/a\udcff.txt")) == "b"
    assert kept.at("/desk/other.txt") is None


def test_damaged_files_are_none(tmp_path: Path) -> None:
    kept = Recoveries(tmp_path)
    kept.put("one", beside())
    kept.write()
    (tmp_path / "recovery" / "a.json").write_bytes(b"{")
    assert kept.of("a") is None
    assert kept.at("/desk/a.txt") is None


def test_a_folder_that_can_not_be_written_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "recovery").write_text("in the way")
    kept = Recoveries(tmp_path)
    kept.put("one", beside())
    kept.write()
    assert kept.of("a") is None


def test_only_what_is_old_and_in_the_archive_is_taken_away(tmp_path: Path) -> None:
    kept = Recoveries(tmp_path)
    kept.put("old", beside("old"))
    kept.put("ahead", beside("ahead", ahead=True))
    kept.put("later", beside("later", sequence=9))
    kept.put("unknown", beside("unknown"))
    kept.put("young", beside("young"))
    kept.write()
    long_ago = time.time() - recovery.KEPT - 60
    for name in ("old", "ahead", "later", "unknown"):
        os.utime(tmp_path / "recovery" / f"{name}.txt", (long_ago, long_ago))
    kept.tidy({"old": 1, "ahead": 1, "later": 8, "young": 1})
    assert sorted(p.stem for p in (tmp_path / "recovery").glob("*.txt")) == ["ahead", "later", "unknown", "young"]
