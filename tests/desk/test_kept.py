"""The desk and the archive together: what was done is there again, in text, decisions, notes, history and caret."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from editor import formats
from editor.archive import Archive
from editor.article import Edit, Span
from editor.checker import Checker
from editor.desk import Desk
from editor.desk.kept import looked_up, opened

TEXT = "Bridge closed\r\nThe the mayor said so.\r\nNobody minded much.\r\nIt was a a late hour; the the end came.\r\n"


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive(tmp_path / "data", actor="Ada") as archive:
        yield archive


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "bridge.txt"
    path.write_bytes(TEXT.encode())
    return path


def desk_of(archive: Archive, path: Path) -> Desk:
    desk, _ = opened(archive, formats.open_file(path), path)
    return checked(desk)


def checked(desk: Desk) -> Desk:
    desk.heard("doubled_word", Checker().report(desk.article, only=("doubled_word",)).findings)
    return desk


def words(desk: Desk) -> list[str]:
    return [row.finding.span.of(desk.text) for row in desk.board.open_rows()]


def test_everything_is_there_again(archive: Archive, path: Path) -> None:
    desk = desk_of(archive, path)
    desk.accept(desk.board.open_rows()[0], desk.board.open_rows()[0].finding.fixes[0])
    checked(desk)
    desk.let_stand(desk.board.open_rows()[0], reason="a name")
    desk.query(desk.board.open_rows()[0], "Which end?")
    for n, letter in enumerate("Late. "):
        desk.typed(Edit(Span(n, n), "", letter), n + 1)
    desk.know(date="2025-05-10")
    desk.close()
    again = desk_of(archive, path)
    assert again.text == desk.text
    assert again.changed
    assert again.caret == 6
    assert again.article.facts.day
    assert [d.kind for d in again.decisions] == ["accepted", "stands", "queried"]
    assert [(n.kind, n.words, n.span.of(again.text)) for n in again.open_notes] == [("query", "Which end?", "the the")]
    assert words(again) == []
    for _ in range(3):
        again.undo()
        checked(again)
    assert words(again) == ["a a", "the the"]
    again.undo()
    assert again.text == formats.open_file(path).text
    again.redo()
    assert again.text.startswith("Bridge closed\nThe mayor")
    assert formats.written(again.article).startswith(b"Bridge closed\r\nThe mayor said so.\r\n")


def test_undo_is_itself_remembered(archive: Archive, path: Path) -> None:
    desk = desk_of(archive, path)
    desk.accept(desk.board.open_rows()[0], desk.board.open_rows()[0].finding.fixes[0])
    desk.undo()
    again = desk_of(archive, path)
    assert again.text == formats.open_file(path).text
    assert again.decisions == []
    again.redo()
    assert again.text != formats.open_file(path).text


def test_a_restored_revision_is_one_step(archive: Archive, path: Path) -> None:
    desk, record = opened(archive, formats.open_file(path), path)
    desk.name_revision("as it came")
    before = desk.text
    desk.typed(Edit(Span(0, 6), "Bridge", "Tunnel"), 6)
    desk.flush()
    revision = next(r for r in archive.revisions(record.id).result() if r.name == "as it came")
    desk.replace_all(archive.text_of(record.id, revision).result())
    assert desk.text == before
    desk.undo()
    assert desk.text.startswith("Tunnel")
    assert desk_of(archive, path).text.startswith("Tunnel")


def test_a_file_that_someone_else_changed_is_shown_as_it_is(archive: Archive, path: Path) -> None:
    desk = desk_of(archive, path)
    desk.typed(Edit(Span(0, 6), "Bridge", "Tunnel"), 6)
    desk.close()
    path.write_text("Bridge open\nThe the mayor said so.\n")
    _, record = opened(archive, formats.open_file(path), path)
    assert record.match == "changed_outside"
    assert record.draft.startswith("Tunnel")


def test_a_saved_file_is_the_same_article(archive: Archive, path: Path) -> None:
    desk = desk_of(archive, path)
    desk.accept(desk.board.open_rows()[0], desk.board.open_rows()[0].finding.fixes[0])
    data = formats.written(desk.article)
    path.write_bytes(data)
    desk.file_saved(path, data)
    assert not desk.changed
    again, record = opened(archive, formats.open_file(path), path)
    assert record.match == "same"
    assert record.saved_hash == hashlib.sha256(data).hexdigest()
    assert not again.changed
    assert [d.kind for d in again.decisions] == ["accepted"]
    again.undo()
    assert again.changed


def test_a_look_writes_nothing(archive: Archive, path: Path) -> None:
    assert looked_up(archive, formats.open_file(path), path).decisions == []
    assert archive.recent().result() == []
