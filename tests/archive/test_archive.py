from __future__ import annotations

import datetime
import itertools
import stat
import subprocess
import sys
import threading
import uuid
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings

from editor.archive import (
    Archive,
    ArchiveError,
    Did,
    FactsSet,
    LeaseLost,
    Named,
    Opened,
    Redid,
    Saved,
    State,
    Undid,
    store,
)
from editor.archive.work import Work
from editor.article import Edit, Fact, Facts, Span
from editor.revision import Note, Step
from editor.settings import data_folder
from tests.archive.making import TEXT, Told, begun, decided, decision, insertion, typed, write
from tests.archive.test_replay import Told as Session
from tests.archive.test_replay import sessions

Archives = Callable[..., Archive]


def test_importing_the_archive_costs_the_window_nothing() -> None:
    heavy = {"sqlalchemy", "alembic", "msgspec", "sqlite3", "platformdirs", "psutil"}
    code = f"import sys, editor.archive; editor.archive.Archive(actor=''); print(*({heavy} & set(sys.modules)))"
    environment = {"COPYDESK_DATA": "/nowhere", "PATH": ""}
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment)
    assert said.stdout.strip() == ""


def test_data_folder_is_the_users_unless_the_environment_names_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COPYDESK_DATA", "/elsewhere")
    assert data_folder() == Path("/elsewhere")
    monkeypatch.delenv("COPYDESK_DATA")
    monkeypatch.setenv("XDG_DATA_HOME", "/home/ada/.data")
    assert data_folder() == Path("/home/ada/.data/copydesk")


def test_an_article_comes_back_as_it_was_left(archives: Archives, tmp_path: Path) -> None:
    path = tmp_path / "road.txt"
    first = archives()
    new = first.open_article(path, "h0", text=TEXT, title="Road closed").result(20)
    assert (new.match, new.draft, new.stored, new.saved_hash) == ("new", TEXT, True, "h0")
    note = Note("n1", "query", Span(0, 3), "Which mayor?")
    cut = Edit(Span(15, 19), "the ", "")
    text = TEXT[:15] + TEXT[19:]
    facts = Facts(date=Fact("2026-11-24", "asked"))
    events = (
        decided("s1", decision("d1"), edits=(cut,), notes=(note,)),
        Did(typed("s2", text, "More\udfff")),
        decided("s3", decision("d3")),
        Undid("s3"),
        FactsSet(facts),
    )
    text += "More\udfff"
    assert write(first, new.id, *events, text=text, caret=7) is None
    first.close()

    record = archives().open_article(path, "h0", text=TEXT).result(20)
    assert (record.id, record.title, record.match, record.draft) == (new.id, "Road closed", "same", text)
    assert [d.id for d in record.decisions] == ["d1"]
    assert record.notes == (note,)
    assert [step.id for step in record.done] == ["s1", "s2"]
    assert [step.id for step in record.undone] == ["s3"]
    assert (record.caret, record.facts, record.path, record.saved_hash) == (7, facts, path, "h0")
    assert record.changes == (cut, insertion(len(text) - 5, "More\udfff"))
    assert record.recovered is None


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(session=sessions())
def test_every_text_there_ever_was_can_be_had_again(
    archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, session: tuple[str, Session]
) -> None:
    monkeypatch.setattr(store, "EVERY", 3)
    start, told = session
    path = tmp_path / uuid.uuid4().hex
    id_ = begun(archive, path, start, sha256=path.name)
    for event, text, *_ in told:
        assert write(archive, id_, event, text=text) is None
    for one, (event, text, *_) in zip(archive.history(path).result(20)[1:], told, strict=True):
        assert type(one.event) is type(event)
        assert archive.text_of(id_, one.sequence).result(20) == text
    record = archive.open_article(article=id_).result(20)
    assert record.draft == (told[-1][1] if told else start)
    assert set(record.notes) == set(told[-1][2] if told else ())
    assert tuple(d.id for d in record.decisions) == (told[-1][3] if told else ())


def test_the_file_decides_what_an_article_is(archive: Archive, tmp_path: Path) -> None:
    path, other = tmp_path / "a.txt", tmp_path / "b.txt"
    id_ = begun(archive, path)
    write(archive, id_, Did(typed("s1", TEXT, "x")), Saved(str(path), "h1"))

    def match(at: Path, sha256: str) -> tuple[str, bool]:
        record = archive.find(at, sha256).result(20)
        return (record.match, record.id == id_) if record else ("", False)

    assert match(path, "h1") == ("same", True)
    assert match(path, "h0") == ("changed_outside", True)
    assert match(path, "h9") == ("changed_outside", True)
    assert match(other, "h1") == match(other, "h0") == ("moved", True)
    assert match(other, "h9") == ("", False)
    (tmp_path / "link.txt").symlink_to(path)
    assert match(tmp_path / "link.txt", "h1") == ("same", True)
    copy = archive.open_article(other, "h1", text="copied", as_new=True).result(20)
    assert (copy.match, copy.id == id_) == ("new", False)
    write(archive, id_, Opened(str(tmp_path / "c.txt"), "h1"))
    assert match(tmp_path / "c.txt", "h1") == ("same", True)


def test_pasted_text_is_an_article_by_its_first_line(archive: Archive) -> None:
    one = archive.open_article(text="\nPeace talks\nMore\n").result(20)
    two = archive.open_article(text="\nPeace talks\nMore\n").result(20)
    assert one.title == "Peace talks"
    assert one.id != two.id
    write(archive, one.id, Did(typed("s1", one.draft, "!")))
    assert archive.open_article(article=one.id).result(20).draft == "\nPeace talks\nMore\n!"
    assert [r.article for r in archive.recent().result(20)] == [one.id, two.id]


def test_revisions_are_listed_and_read(archive: Archive, tmp_path: Path) -> None:
    id_ = begun(archive, tmp_path / "a.txt", "one two")
    write(archive, id_, Did(typed("s1", "one two", " three")), Named("For the lawyer"), Did(typed("s2", "", "x")))
    write(archive, id_, Undid("s2"), Saved(str(tmp_path / "a.txt"), "h1"))
    revisions = archive.revisions(id_).result(20)
    assert [(r.name, r.words, r.by) for r in revisions] == [
        ("", 3, "Ada"),
        ("For the lawyer", 3, "Ada"),
        ("", 2, "Ada"),
    ]
    assert archive.text_of(id_, revisions[1]).result(20) == "one two three"
    assert archive.text_of(id_, revisions[2].id).result(20) == "one two"


def test_paragraphs_are_kept_once(archive: Archive, tmp_path: Path) -> None:
    text = "\n".join(f"Paragraph {n} of the article." for n in range(300))
    id_ = begun(archive, tmp_path / "a.txt", text)
    for n in range(20):
        write(archive, id_, Did(Step(f"s{n}", "typed", (insertion(0, "x"),))), Named(str(n)))
    count = archive._ask(passages).result(20)
    assert count == 300 + 20


def passages(work: Work) -> int:
    with work.sure()._read() as c:
        return int(c.exec_driver_sql("SELECT count(*) FROM passage").scalar_one())


def test_recent_articles_say_where_they_are_and_whether_still(archive: Archive, tmp_path: Path) -> None:
    here, gone = tmp_path / "here.txt", tmp_path / "gone.txt"
    here.touch()
    ids = [begun(archive, gone), begun(archive, here, sha256="h5")]
    recent = archive.recent().result(20)
    assert [(r.article, r.path, r.missing) for r in recent] == [(ids[1], here, False), (ids[0], gone, True)]
    write(archive, ids[0], decided("s1", decision("d1")))
    assert [r.article for r in archive.recent(1).result(20)] == [ids[0]]


def test_what_stands_everywhere_is_known_to_all_articles_until_taken_back(archive: Archive, tmp_path: Path) -> None:
    one, two = begun(archive, tmp_path / "1.txt"), begun(archive, tmp_path / "2.txt", sha256="h2")

    def known() -> list[str]:
        return [d.id for d in archive.dismissals_everywhere().result(20)]

    write(archive, one, decided("s1", decision("d1", scope="everywhere"), decision("d2")))
    write(archive, one, decided("s2", decision("d3", scope="everywhere")))
    assert known() == ["d1", "d3"]
    write(archive, one, Undid("s2"))
    assert known() == ["d1"]
    write(archive, one, Redid("s2"))
    assert known() == ["d1", "d3"]
    write(archive, two, decided("t1", decision("d4", kind="undone", undoes="d1")))
    assert known() == ["d3"]
    write(archive, two, Undid("t1"))
    assert known() == ["d1", "d3"]


def test_order_is_by_sequence_whatever_the_clock_says(archives: Archives, tmp_path: Path) -> None:
    years = itertools.cycle([2026, 2016, 2036, 2026, 1999])

    def clock() -> str:
        return datetime.datetime(next(years), 3, 29, 2, 30, tzinfo=datetime.UTC).isoformat()

    archive = archives(clock=clock)
    path, text = tmp_path / "a.txt", ""
    id_ = begun(archive, path, text)
    for n in range(12):
        write(archive, id_, Did(typed(f"s{n}", text, f"{n} ")), Named(str(n)))
        text += f"{n} "
    assert archive.open_article(path, "h0").result(20).draft == text
    assert [r.name for r in archive.revisions(id_).result(20)] == [*map(str, reversed(range(12))), ""]
    logged = archive.history(path).result(20)
    assert [one.sequence for one in logged] == sorted(one.sequence for one in logged)
    assert {one.at[:4] for one in logged} == {"2026", "2016", "2036", "1999"}


def test_files_are_their_users_alone(archive: Archive, folder: Path, tmp_path: Path) -> None:
    id_ = begun(archive, tmp_path / "a.txt")
    write(archive, id_, Did(typed("s1", TEXT, "x")), text=TEXT + "x")
    archive.recent().result(20)
    modes = {p.relative_to(folder): stat.S_IMODE(p.stat().st_mode) for p in (folder, *folder.rglob("*"))}
    assert {Path("archive.db"), Path("archive.db-wal"), Path("archive.db-shm")} <= modes.keys()
    assert {mode for p, mode in modes.items() if (folder / p).is_dir()} == {0o700}
    assert {mode for p, mode in modes.items() if not (folder / p).is_dir()} == {0o600}


def test_the_database_syncs_each_write(archive: Archive) -> None:
    def pragmas(work: Work) -> list[object]:
        with work.sure()._read() as c:
            names = ("journal_mode", "synchronous", "busy_timeout", "foreign_keys")
            return [c.exec_driver_sql(f"PRAGMA {name}").scalar() for name in names]

    assert archive._ask(pragmas).result(20) == ["wal", 2, 5000, 1]


def test_a_full_disk_loses_nothing_and_is_tried_again(archives: Archives, tmp_path: Path) -> None:
    states: list[State] = []
    archive = archives(changed=states.append)
    path = tmp_path / "a.txt"
    id_ = begun(archive, path)

    def freed(work: Work) -> None:
        with work.sure()._engine.connect() as c:
            c.exec_driver_sql("PRAGMA max_page_count=1000000")

    archive._ask(full).result(20)
    told, more = Told(), Told()
    big, text = "x" * 200_000, TEXT
    archive.append(id_, [Did(typed("s1", text, big)), Named("big")], text=text + big, done=told)
    (error,) = told.wait()
    assert isinstance(error, ArchiveError)
    assert "full" in str(error)
    archive.append(id_, [Did(typed("s2", text + big, "y"))], text=text + big + "y", done=more)
    more.wait()
    assert archive.state.name == "failed"
    archive._ask(freed).result(20)
    assert told.wait(2)[-1] is None
    assert more.wait(2)[-1] is None
    archive.recent().result(20)
    assert [s.name for s in states] == ["ready", "failed", "ready"]
    assert archive.open_article(path, "h0").result(20).draft == text + big + "y"


def test_what_never_reached_the_archive_is_offered_from_the_recovery_file(archives: Archives, tmp_path: Path) -> None:
    archive = archives()
    path = tmp_path / "a.txt"
    id_ = begun(archive, path)
    archive._ask(full).result(20)
    assert write(archive, id_, Did(typed("s1", TEXT, "x" * 200_000)), text=TEXT + "x" * 200_000) is not None
    archive.close()
    again = archives()
    record = again.open_article(path, "h0").result(20)
    assert (record.draft, record.recovered) == (TEXT, TEXT + "x" * 200_000)
    assert write(again, id_, Did(typed("s2", TEXT, "x" * 200_000)), text=TEXT + "x" * 200_000) is None
    assert again.open_article(path, "h0").result(20).recovered is None


def full(work: Work) -> None:
    with work.sure()._engine.connect() as c:
        c.exec_driver_sql("PRAGMA max_page_count=1")


def test_a_folder_that_can_not_be_used_leaves_the_article_open(folder: Path, archives: Archives) -> None:
    folder.write_text("in the way")
    archive = archives()
    record = archive.open_article(folder.parent / "a.txt", "h0", text=TEXT).result(20)
    assert (record.draft, record.match, record.stored) == (TEXT, "new", False)
    assert archive.state.name == "failed"
    told = Told()
    archive.append(record.id, [Did(typed("s1", TEXT, "x"))], text=TEXT + "x", done=told)
    assert isinstance(told.wait()[0], ArchiveError)
    with pytest.raises(ArchiveError):
        archive.recent().result(20)
    folder.unlink()
    assert told.wait(2)[-1] is None
    again = archive.open_article(folder.parent / "a.txt", "h0").result(20)
    assert (again.id, again.draft, again.match) == (record.id, TEXT + "x", "same")


def test_events_that_do_not_fit_are_written_as_what_they_made(
    archive: Archive, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "a.txt"
    id_ = begun(archive, path)
    wrong = Edit(Span(0, 5), "never", "text")
    assert write(archive, id_, decided("s1", decision("d1"), edits=(wrong,)), text="A mayor said.") is None
    assert write(archive, id_, Undid("s9")) is not None
    record = archive.open_article(path, "h0").result(20)
    assert record.draft == "A mayor said."
    assert [d.id for d in record.decisions] == ["d1"]
    assert "do not fit" in caplog.text
    write(archive, id_, Undid(record.done[-1].id))
    assert archive.open_article(path, "h0").result(20).draft == TEXT


def test_a_text_may_be_ahead_of_its_events_for_a_moment(archive: Archive, tmp_path: Path) -> None:
    id_ = begun(archive, tmp_path / "a.txt", "")
    assert write(archive, id_, Did(typed("s1", "", "a ")), text="a b") is None
    assert write(archive, id_, Did(typed("s2", "a ", "b")), text="a b") is None
    record = archive.open_article(article=id_).result(20)
    assert [step.id for step in record.done] == ["s1", "s2"]


def test_a_text_that_stays_another_is_what_is_kept(
    archives: Archives, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    archive = archives()
    id_ = begun(archive, tmp_path / "a.txt", "")
    write(archive, id_, Did(typed("s1", "", "a")), text="another")
    archive.close()
    assert archives().open_article(article=id_).result(20).draft == "another"
    assert "another" in caplog.text


def test_what_is_handed_over_together_is_one_transaction(archive: Archive, tmp_path: Path) -> None:
    id_ = begun(archive, tmp_path / "a.txt", "")
    commits: list[object] = []
    archive._ask(lambda work: sa.event.listen(work.sure()._engine, "commit", commits.append)).result(20)
    told = Told()
    gate = threading.Event()
    archive._ask(lambda work: gate.wait(20))
    archive.append(id_, [Did(typed("s1", "", "typed"))])
    archive.append(id_, [decided("s2", decision("d1"))], done=told)
    gate.set()
    assert told.wait() == [None]
    assert len(commits) == 1


def test_a_second_window_reads_until_it_takes_over(archives: Archives, folder: Path, tmp_path: Path) -> None:
    one, two = archives(), archives()
    path = tmp_path / "a.txt"
    id_ = begun(one, path)
    assert one.lease(id_).result(20)
    assert not two.lease(id_).result(20)
    assert isinstance(write(two, id_, Did(typed("s1", TEXT, "x"))), LeaseLost)
    assert write(one, id_, Did(typed("s1", TEXT, "y")), text=TEXT + "y") is None
    two.take_over(id_).result(20)
    assert write(two, id_, Did(typed("s2", TEXT + "y", "z"))) is None
    assert isinstance(write(one, id_, Did(typed("s3", TEXT + "y", "w")), text=TEXT + "yw"), LeaseLost)
    one.close()
    aside = [p for p in (folder / "recovery").glob("*.txt") if p.stem != id_]
    assert [p.read_text("utf-8", "surrogatepass") for p in aside] == [TEXT + "yw"]
    assert two.open_article(path, "h0").result(20).draft == TEXT + "yz"
    two.close()
    assert archives().lease(id_).result(20)


def test_closing_writes_what_waits_and_refuses_more(archives: Archives, tmp_path: Path) -> None:
    archive = archives()
    id_ = begun(archive, tmp_path / "a.txt", "")
    told = Told()
    text = ""
    for n in range(50):
        archive.append(id_, [Did(typed(f"s{n}", text, "word "))], text=text + "word ", done=told)
        text += "word "
    assert archive.close()
    assert told.errors == [None] * 50
    with pytest.raises(ArchiveError):
        archive.append(id_, [])
    with pytest.raises(ArchiveError):
        archive.recent()
    assert archives().open_article(article=id_).result(20).draft == text
