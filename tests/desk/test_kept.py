"""The desk and the archive together: what was done is there again, in text, decisions, notes, history and caret."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from editor import formats
from editor.archive import Archive
from editor.article import Edit, Span
from editor.checker import Checker
from editor.desk import Desk
from editor.desk.arriving import Arrived, answered, arrived, begun, taken_up
from editor.desk.kept import looked_up, told

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
    return checked(arrived(formats.open_file(path), path, archive).desk)


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
    one = arrived(formats.open_file(path), path, archive)
    desk = one.desk
    desk.name_revision("as it came")
    before = desk.text
    desk.typed(Edit(Span(0, 6), "Bridge", "Tunnel"), 6)
    desk.flush()
    revision = next(r for r in archive.revisions(one.article).result() if r.name == "as it came")
    desk.replace_all(archive.text_of(one.article, revision).result())
    assert desk.text == before
    desk.undo()
    assert desk.text.startswith("Tunnel")
    assert desk_of(archive, path).text.startswith("Tunnel")


def changed_outside(archive: Archive, path: Path) -> Arrived:
    """The article opened again after someone else has changed the file that was worked on."""
    desk = desk_of(archive, path)
    desk.typed(Edit(Span(0, 6), "Bridge", "Tunnel"), 6)
    desk.close()
    path.write_text("Bridge open\nThe the mayor said so.\n")
    return arrived(formats.open_file(path), path, archive)


def test_of_a_file_that_someone_else_changed_the_draft_is_shown_and_the_text_offered(
    archive: Archive, path: Path
) -> None:
    again = changed_outside(archive, path)
    assert again.question == "outside"
    assert again.desk.text.startswith("Tunnel")
    assert again.other.startswith("Bridge open")


def test_the_text_of_a_file_that_someone_else_changed_is_taken_in_one_step_and_not_asked_about_again(
    archive: Archive, path: Path
) -> None:
    again = changed_outside(archive, path)
    again.desk.take_file(again.other, again.desk.article.source)
    assert not again.desk.changed
    assert formats.written(again.desk.article) == path.read_bytes()
    again.desk.typed(Edit(Span(0, 6), "Bridge", "Road"), 4)
    again.desk.close()
    third = arrived(formats.open_file(path), path, archive)
    assert not third.question
    assert third.desk.text.startswith("Road open")
    third.desk.undo()
    third.desk.undo()
    assert third.desk.text.startswith("Tunnel closed")


def test_a_saved_file_is_the_same_article(archive: Archive, path: Path) -> None:
    desk = desk_of(archive, path)
    desk.accept(desk.board.open_rows()[0], desk.board.open_rows()[0].finding.fixes[0])
    data = formats.written(desk.article)
    path.write_bytes(data)
    desk.file_saved(path, data)
    assert not desk.changed
    again = arrived(formats.open_file(path), path, archive).desk
    record = archive.find(path, hashlib.sha256(data).hexdigest()).result()
    assert record
    assert record.match == "same"
    assert record.saved_hash == hashlib.sha256(data).hexdigest()
    assert not again.changed
    assert [d.kind for d in again.decisions] == ["accepted"]
    again.undo()
    assert again.changed


def test_a_look_writes_nothing(archive: Archive, path: Path) -> None:
    assert looked_up(archive, formats.open_file(path), path).decisions == []
    assert archive.recent().result() == []


def test_a_look_at_the_file_has_the_notes_of_the_draft_at_their_words(archive: Archive, path: Path) -> None:
    desk = arrived(formats.open_file(path), path, archive).desk
    place = desk.text.index("mayor")
    desk.add_note(Span(place, place + 5), "Who says so?")
    desk.typed(Edit(Span(0, 0), "", "Before all that. "), 17)
    desk.flush()
    seen = looked_up(archive, formats.open_file(path), path)
    assert [note.span.of(seen.text) for note in seen.notes.values()] == ["mayor"]


# What is begun before the archive answers


def begins(path: Path) -> Arrived:
    first = begun(formats.open_file(path), path)
    first.desk.typed(Edit(Span(0, 6), "Bridge", "Tunnel"), 6)
    return first


def answer(first: Arrived, archive: Archive) -> Arrived:
    assert first.desk.path
    return answered(formats.open_file(first.desk.path), first.desk.path, archive, lambda run: run(), "Ada")


def test_what_is_done_before_the_archive_answers_is_kept_when_it_has(archive: Archive, path: Path) -> None:
    first = begins(path)
    checked(first.desk)
    row = first.desk.board.open_rows()[0]
    first.desk.accept(row, row.finding.fixes[0])
    first.desk.know(date="2025-05-10")
    first.desk.name_revision("early")
    assert first.desk.unwritten
    assert [row.status for row in first.desk.rows()].count("saving") == 1
    one = taken_up(first, answer(first, archive))
    assert one.desk is first.desk
    first.desk.undo()
    first.desk.redo()
    revisions = archive.revisions(one.article).result()
    assert first.desk.unwritten == 0
    assert "early" in [revision.name for revision in revisions]
    again = desk_of(archive, path)
    assert again.text == first.desk.text
    assert again.text.startswith("Tunnel closed\nThe mayor")
    assert again.article.facts.day
    again.undo()
    again.undo()
    assert again.text == formats.open_file(path).text


def test_where_the_archive_had_a_draft_after_all_neither_text_is_lost(archive: Archive, path: Path) -> None:
    first = begins(path)
    other = desk_of(archive, path)
    other.typed(Edit(Span(7, 13), "closed", "open"), 11)
    other.close()
    one = taken_up(first, answer(first, archive))
    assert one.question == "meanwhile"
    assert one.desk.text.startswith("Bridge open")
    assert one.other.startswith("Tunnel closed")
    untouched = begun(formats.open_file(path), path)
    assert not taken_up(untouched, answer(untouched, archive)).question


def test_without_an_archive_what_was_begun_counts_as_all_else_does(tmp_path: Path, path: Path) -> None:
    with Archive(tmp_path / "gone") as archive:
        first = begins(path)
    one = taken_up(first, Arrived(first.desk, why="The archive is closed."))
    assert one.desk is first.desk
    assert one.why
    assert first.desk.unwritten == 0
    assert archive.state.name == "ready"


def test_only_what_the_archive_surely_never_saw_is_begun(tmp_path: Path, path: Path) -> None:
    data = tmp_path / "data"
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    assert Archive(data).unknown(path, sha256)
    with Archive(data) as archive:
        desk_of(archive, path)
    assert not Archive(data).unknown(path, "")
    assert not Archive(data).unknown(tmp_path / "copy.txt", sha256)
    assert Archive(data).unknown(tmp_path / "new.txt", "0" * 64)
    (data / "archive.db").write_bytes(b"no database")
    assert not Archive(data).unknown(tmp_path / "new.txt", "0" * 64)


def test_a_sign_off_is_kept_and_told_and_holds_until_the_text_changes(archive: Archive, path: Path) -> None:
    desk = desk_of(archive, path)
    draft = desk.signing.draft("Ada", "Read twice")
    log = path.with_name("log.md")
    desk.signing.take(draft.written(log))
    assert desk.signing.holds
    desk.close()
    again = desk_of(archive, path)
    assert again.signing.holds
    signed = again.signing.last
    assert signed
    assert (signed.by, signed.remark) == ("Ada", "Read twice")
    assert signed.file_sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert signed.sha256 == hashlib.sha256(again.text.encode()).hexdigest()
    assert "3 certain or likely findings open" in signed.open
    said = json.loads(log.with_suffix(".json").read_text())
    assert said["signed_off"]["holds"]
    assert said["signed_off"]["by"] == "Ada"
    assert said["article"]["sha256"] == signed.sha256
    assert signed.file_sha256 in log.read_text()
    again.typed(Edit(Span(0, 0), "", "x"), 1)
    assert not again.signing.holds
    assert "the text has changed since" in again.edit_report((), ()).as_markdown()
    again.close()
    assert any("signed off by Ada — Read twice" in line for line in told(archive, path))
    assert any(revision.occasion == "signed" for revision in archive.revisions(_name(archive, path)).result())


def _name(archive: Archive, path: Path) -> str:
    record = archive.find(path.resolve(), "").result()
    assert record
    return record.id
