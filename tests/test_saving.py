from __future__ import annotations

import errno
import os
import random
import re
import stat
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from editor.saving import AlreadyThere, ChangedOutside, SaveRefused, save, sha256, write_new, write_private

OLD, NEW = b"the old text\n", "the new text, 😀\r\n".encode() * 50


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_bytes(OLD)
    return path


def alone(path: Path) -> bool:
    """Whether nothing is left beside the file."""
    return [p.name for p in path.parent.iterdir()] == [path.name]


def test_a_saved_file_says_its_hash(file: Path) -> None:
    assert save(file, NEW, expected=sha256(OLD)) == sha256(NEW)
    assert file.read_bytes() == NEW
    assert save(file, b"", expected=sha256(NEW)) == sha256(b"")
    assert alone(file)


def test_a_file_changed_outside_is_not_overwritten(file: Path) -> None:
    file.write_bytes(b"theirs")
    with pytest.raises(ChangedOutside, match="article") as caught:
        save(file, NEW, expected=sha256(OLD))
    assert caught.value.found == sha256(b"theirs")
    assert file.read_bytes() == b"theirs"
    assert save(file, NEW, expected=None) == sha256(NEW)


def test_a_file_touched_but_not_changed_is_no_alarm(file: Path) -> None:
    os.utime(file, (1, 1))
    save(file, NEW, expected=sha256(OLD))
    assert file.read_bytes() == NEW


def test_a_file_taken_away_is_not_made_again_unasked(file: Path) -> None:
    file.unlink()
    with pytest.raises(ChangedOutside) as caught:
        save(file, NEW, expected=sha256(OLD))
    assert caught.value.found == ""
    assert not file.exists()
    save(file, NEW, expected=None)
    assert file.read_bytes() == NEW


def test_a_file_that_came_where_none_was_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "new.txt"
    save(path, OLD, expected="")
    with pytest.raises(ChangedOutside):
        save(path, NEW, expected="")
    assert path.read_bytes() == OLD


def test_a_file_changed_while_ours_is_written_is_not_overwritten(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fsync = os.fsync

    def slow(fd: int) -> None:
        fsync(fd)
        file.write_bytes(b"theirs")

    monkeypatch.setattr(os, "fsync", slow)
    with pytest.raises(ChangedOutside):
        save(file, NEW, expected=sha256(OLD))
    assert file.read_bytes() == b"theirs"
    assert alone(file)


Fault = Callable[..., Any]
FAULTS = [errno.ENOSPC, errno.EIO, errno.EDQUOT, errno.EROFS]


@pytest.mark.parametrize("error", FAULTS)
@pytest.mark.parametrize("sticky", [False, True])
@pytest.mark.parametrize("saves", [save, write_new])
def test_whatever_fails_the_file_is_whole_and_the_fault_is_said(
    saves: Callable[..., str], sticky: bool, error: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = 0
    fail_at = -1

    def faulty(name: str) -> Fault:
        real = getattr(os, name)

        def call(*words: Any, **options: Any) -> Any:
            nonlocal calls
            calls += 1
            if calls == fail_at or (sticky and 0 < fail_at < calls):
                raise OSError(error, os.strerror(error))
            if name == "write":
                return real(words[0], bytes(words[1])[:200])
            return real(*words, **options)

        return call

    for name in ("open", "write", "fsync", "fchmod", "replace", "link"):
        monkeypatch.setattr(os, name, faulty(name))
    path = tmp_path / "article.txt"
    old = OLD if saves is save else None
    options = {"expected": sha256(OLD)} if old else {}
    fail_at, succeeded = 0, False
    said: list[str] = []
    while not succeeded:
        path.unlink(missing_ok=True)
        if old:
            path.write_bytes(old)
        calls, fail_at = 0, fail_at + 1
        try:
            saves(path, NEW, **options)
        except SaveRefused as refused:
            said.append(str(refused))
            found = path.read_bytes() if path.exists() else None
            # Where only the folder's own sync failed, the new file has its name already, whole.
            assert found in (old, NEW)
            assert found == old or calls > 8
        else:
            succeeded = calls < fail_at
            assert succeeded, "a fault was passed over and “saved” was said"
        assert not list(tmp_path.glob(".copydesk-*"))
    assert path.read_bytes() == NEW
    assert len(said) >= 8
    assert all(re.fullmatch(r"article\.txt was not saved: [^\n]*\.", words) for words in said)


def test_a_new_file_never_takes_the_place_of_another(file: Path, tmp_path: Path) -> None:
    with pytest.raises(AlreadyThere, match="article"):
        write_new(file, NEW)
    assert file.read_bytes() == OLD
    link = tmp_path / "link.txt"
    link.symlink_to(tmp_path / "nowhere")
    with pytest.raises(AlreadyThere):
        write_new(link, NEW)
    assert not (tmp_path / "nowhere").exists()
    assert write_new(tmp_path / "new.txt", NEW) == sha256(NEW)


def test_of_many_that_write_a_new_file_at_once_one_does(tmp_path: Path) -> None:
    path = tmp_path / "new.txt"
    wrote: list[int] = []
    ready = threading.Barrier(6)

    def write(n: int) -> None:
        ready.wait()
        try:
            write_new(path, b"%d" % n)
        except AlreadyThere:
            return
        wrote.append(n)

    threads = [threading.Thread(target=write, args=(n,)) for n in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(wrote) == 1
    assert path.read_bytes() == b"%d" % wrote[0]


@pytest.mark.parametrize("taken", [False, True])
def test_a_new_file_where_there_are_no_hard_links(taken: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "new.txt"

    def link(*_: object) -> None:
        if taken:
            path.write_bytes(OLD)
        raise OSError(errno.EPERM, "no hard links here")

    monkeypatch.setattr(os, "link", link)
    if taken:
        with pytest.raises(AlreadyThere):
            write_new(path, NEW)
    else:
        write_new(path, NEW)
    assert path.read_bytes() == (OLD if taken else NEW)
    assert alone(path)


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o644, 0o755])
def test_mode_is_kept(mode: int, file: Path) -> None:
    file.chmod(mode)
    save(file, NEW, expected=sha256(OLD))
    assert stat.S_IMODE(file.stat().st_mode) == mode


def test_a_new_file_has_the_mode_that_any_program_would_give_it(tmp_path: Path) -> None:
    (tmp_path / "plain.txt").touch()
    write_new(tmp_path / "new.txt", NEW)
    save(tmp_path / "saved.txt", NEW, expected=None)
    write_private(tmp_path / "private.txt", NEW)
    modes = {p.name: stat.S_IMODE(p.stat().st_mode) for p in tmp_path.iterdir()}
    assert modes["new.txt"] == modes["saved.txt"] == modes["plain.txt"]
    assert modes["private.txt"] == 0o600


def test_owner_and_attributes_are_kept(file: Path) -> None:
    try:
        os.setxattr(file, "user.slug", b"road")
        os.chown(file, 1234, 1234)
    except OSError:
        # Attributes or other owners are not to be had here: the rest of the test would say nothing.
        pytest.skip("no extended attributes, or not the right to give files away")
    save(file, NEW, expected=sha256(OLD))
    assert os.getxattr(file, "user.slug") == b"road"
    assert (file.stat().st_uid, file.stat().st_gid) == (1234, 1234)


def test_a_link_stays_and_what_it_leads_to_is_written(file: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "first").symlink_to(file)
    link = other / "second.txt"
    link.symlink_to("first")
    save(link, NEW, expected=sha256(OLD))
    assert link.is_symlink()
    assert file.read_bytes() == NEW
    assert not file.is_symlink()
    hanging = other / "hanging.txt"
    hanging.symlink_to("made.txt")
    save(hanging, NEW, expected=None)
    assert (other / "made.txt").read_bytes() == NEW


def test_another_hard_link_keeps_the_old_text(file: Path, tmp_path: Path) -> None:
    os.link(file, tmp_path / "kept.txt")
    save(file, NEW, expected=sha256(OLD))
    assert (tmp_path / "kept.txt").read_bytes() == OLD


@pytest.mark.parametrize("expected", [None, sha256(OLD)])
def test_places_where_nothing_can_be_saved_are_said(expected: str | None, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").touch()
    (tmp_path / "circle").symlink_to("circle")
    os.mkfifo(tmp_path / "pipe")
    places = {
        "gone/article.txt": "folder is gone" if expected is None else "took it away",
        "folder": "there is a folder",
        "file/article.txt": "folder is gone",
        "n" * 300: "name is too long",
        "circle": "circle",
        "pipe": "no ordinary file",
        "nul\0.txt": "name can't be used",
    }
    for name, said in places.items():
        with pytest.raises(SaveRefused, match=said):
            save(tmp_path / name, NEW, expected=expected)


def test_a_file_that_may_not_be_written_is_left(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # The system's own answer, since a test run as root may write everything.
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    with pytest.raises(SaveRefused, match="you may not write"):
        save(file, NEW, expected=sha256(OLD))
    assert file.read_bytes() == OLD


def test_two_who_save_never_overwrite_each_other_unseen(file: Path) -> None:
    """Of two that write the same file in turn, the one that did not see the other's text is told so."""
    chance = random.Random(1)
    texts = [bytes(f"{n} {chance.random()}\n", "ascii") for n in range(40)]
    saved: list[bytes] = []
    for text in texts:
        before = file.read_bytes()
        if chance.random() < 0.3:
            file.write_bytes(b"theirs " + text)
        try:
            save(file, text, expected=sha256(before))
        except ChangedOutside:
            assert file.read_bytes() == b"theirs " + text
        else:
            saved.append(text)
            assert file.read_bytes() == text
    assert 20 < len(saved) < 40


def test_a_save_that_failed_at_the_last_can_be_tried_again(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(folder: Path) -> None:
        monkeypatch.undo()
        raise OSError(errno.EIO, "the folder could not be synced")

    monkeypatch.setattr("editor.saving.sync_folder", fails)
    with pytest.raises(SaveRefused):
        save(file, NEW, expected=sha256(OLD))
    assert save(file, NEW, expected=sha256(OLD)) == sha256(NEW)
