"""The command line as a shell or an editor's plug-in uses it: what it prints, and its exit status."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from editor import checker, formats, pages, resources
from editor.archive import Archive
from editor.checker import Checker
from editor.cli import main
from editor.desk.arriving import arrived

TEXT = "Bridge closed\r\nThe the mayor said so.\r\nNobody minded much 😀 but but he did.\r\n"


@pytest.fixture(autouse=True)
def _own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COPYDESK_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("COPYDESK_CONFIG", str(tmp_path / "config"))


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "bridge.txt"
    path.write_bytes(TEXT.encode())
    return path


def ran(capsys: pytest.CaptureFixture[str], *argv: object) -> tuple[int, str, str]:
    status = main([str(a) for a in argv])
    said = capsys.readouterr()
    return status, said.out, said.err


def test_findings_are_printed_with_their_places_and_make_it_exit_with_1(
    article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, out, _ = ran(capsys, "check", article)
    assert status == 1
    assert "2:1  repetition, certain: " in out
    assert "The the" in out
    assert "not checked: grammar" in out


def test_the_json_is_as_promised_and_its_places_are_those_of_the_file(
    article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, out, _ = ran(capsys, "check", article, "--format", "json", "--date", "2025-05-10", "--language", "en-GB")
    said = json.loads(out)
    assert list(said) == ["schema", "article", "findings", "notes", "checked", "trouble", "not_checked"]
    assert said["schema"] == 1
    assert said["article"] | {"sha256": ""} == {
        "path": str(article),
        "sha256": "",
        "characters": len(TEXT) - 3,
        "words": 15,
        "date": "2025-05-10",
        "language": "en-GB",
        "encoding": "utf-8",
        "encoding_assumed": False,
        "positions": "file",
    }
    found = [f for f in said["findings"] if f["check"] == "doubled_word"]
    for one in found:
        assert TEXT[slice(*one["span"])] == one["text"]
        assert set(one) == {
            *("check", "rule", "family", "confidence", "span", "line", "column", "text", "message"),
            *("evidence", "fixes", "status", "key"),
        }
        assert one["status"] == "open"
        for edit in one["fixes"][0]["edits"]:
            assert TEXT[slice(*edit["span"])].strip() in one["text"]
    assert [f["text"] for f in found] == ["The the", "but but"]
    assert set(said["checked"]) == set(checker.names()) - {checker.GRAMMAR}


def test_jsonl_is_one_object_a_file_and_one_bad_file_never_stops_the_rest(
    article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_bytes(b"a\0b")
    status, out, err = ran(capsys, "check", bad, article, tmp_path / "nowhere.txt", "--format", "jsonl")
    assert status == 2
    said = [json.loads(line) for line in out.splitlines()]
    assert [one["article"]["path"] for one in said] == [str(bad), str(article), str(tmp_path / "nowhere.txt")]
    assert [bool(one["trouble"]) for one in said] == [True, False, True]
    assert {tuple(one) for one in said} == {tuple(said[1])}
    assert "bad.txt: line 1: a NUL byte. It is no text file" in err
    assert "nowhere.txt: There is no such file" in err


def test_many_files_are_shared_by_processes_and_come_in_order(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("editor.cli.checking.SMALL", 0)
    paths = [tmp_path / f"{n}.txt" for n in range(12)]
    for n, path in enumerate(paths):
        path.write_text(f"Number {n} is is here.")
    status, out, _ = ran(capsys, "check", *paths, "--format", "jsonl")
    assert status == 1
    assert [json.loads(line)["article"]["path"] for line in out.splitlines()] == [str(p) for p in paths]


def test_standard_input_is_read_as_the_file_that_it_is_said_to_be(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"# Bridge\n\nThe the end.\n")))
    status, out, _ = ran(capsys, "check", "-", "--stdin-filename", "a.md", "--format", "jsonl")
    assert status == 1
    assert json.loads(out)["findings"][0]["line"] == 3


@pytest.mark.parametrize(("flags", "status"), [([], 1), (["--exit-zero"], 0), (["--fail-level", "certain"], 1)])
def test_the_exit_status_can_be_chosen(
    article: Path, capsys: pytest.CaptureFixture[str], flags: list[str], status: int
) -> None:
    assert ran(capsys, "check", article, *flags)[0] == status


def test_a_clean_article_exits_with_0(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "clean.txt"
    path.write_text("The mayor said that the bridge would open in spring.\n")
    status, out, _ = ran(capsys, "check", path)
    assert (status, out.splitlines()[0]) == (0, f"{path}: 0 findings in 10 words")


@pytest.mark.parametrize("flags", [["--date", "10.5.2025"], ["--fail-on-notes"], ["--archive"]])
def test_what_makes_no_sense_is_refused_with_what_to_do(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, flags: list[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"A b.")))
    status, _, err = ran(capsys, "check", "-", *flags)
    assert status == 2
    assert err.startswith("copydesk: ")
    assert err.count("\n") == 1


def test_hidden_characters_are_shown_as_their_numbers(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.txt"
    path.write_text("He said the\u200b the\u202e end \x1b[31m now now.")
    out = ran(capsys, "check", path, "--all")[1]
    assert "\x1b" not in out
    assert "\u202e" not in out


def test_explain_shows_the_page_of_a_check(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = ran(capsys, "explain", "doubled_word")
    assert status == 0
    assert out.startswith(pages.page("doubled_word").title)
    assert max(map(len, out.splitlines())) <= 96
    assert "▸The the◂ " in out
    assert "[[" not in out
    status, out, _ = ran(capsys, "explain")
    assert [line.split()[0] for line in out.splitlines()] == list(checker.names())
    status, _, err = ran(capsys, "explain", "doubled_wrod")
    assert status == 2
    assert "doubled_word" in err


def test_export_takes_the_certain_fixes_and_writes_the_report(
    article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    clean, report = tmp_path / "clean.txt", tmp_path / "report.json"
    status, _, _ = ran(capsys, "export", article, "--take", "certain", "--output", clean, "--report", report)
    assert status == 0
    assert clean.read_bytes().startswith(b"Bridge closed\r\nThe mayor said so.\r\n")
    said = json.loads(report.read_text())
    assert said["decisions"][0]["before"] == "The the"
    assert {"check": "grammar", "reason": "not asked for (--grammar)"} in said["not_checked"]
    assert article.read_bytes() == TEXT.encode()


def test_export_without_takings_gives_the_file_as_it_is(article: Path) -> None:
    run = [sys.executable, "-m", "editor", "export", str(article)]
    done = subprocess.run(run, capture_output=True, check=True, timeout=60)
    assert done.stdout == TEXT.encode()


def test_export_never_writes_over_a_file_unasked(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, _, err = ran(capsys, "export", article, "--output", article)
    assert status == 2
    assert "--force" in err
    assert article.read_bytes() == TEXT.encode()


@pytest.mark.parametrize(
    ("data", "words"),
    [(b"", 0), (b" \n\t\r\n", 0), (b"\xff\xfea\0\n\0", 1), (b"x" * 10_000, 1), ("The end.".encode("utf-16-le"), 2)],
)
def test_a_file_without_faults_has_none_whatever_it_is(
    data: bytes, words: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    status, out, err = ran(capsys, "check", path, "--format", "json")
    assert (status, err) == (0, "")
    assert json.loads(out)["article"]["words"] == words


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("", "without a name"),
        ("n" * 300, "too long"),
        ("folder", "a folder"),
        ("broken.txt", "line 2: bytes that are no"),
    ],
)
def test_what_can_not_be_opened_is_said_in_one_line(
    name: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("folder").mkdir()
    Path("broken.txt").write_bytes("für das Übel – so\nfür ä".encode() + b"\xff")
    status, out, err = ran(capsys, "check", name)
    assert (status, out) == (2, "")
    assert said in err.lower()
    assert err.count("\n") == 1


def test_a_name_that_is_no_text_is_shown_and_harms_no_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a\x1b[31m\udcff.txt"
    path.write_text("The the end.")
    out = ran(capsys, "check", path)[1]
    assert "\x1b" not in out
    assert "⟨U+001B⟩[31m⟨U+DCFF⟩.txt: 1 finding" in out


def test_a_guessed_encoding_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("The mayor of Köln said that the café would be open for “a while” longer.".encode("cp1252"))
    assert "read as cp1252: a guess" in ran(capsys, "check", path)[1]
    said = json.loads(ran(capsys, "check", path, "--format", "json")[1])["article"]
    assert (said["encoding"], said["encoding_assumed"]) == ("cp1252", True)


def test_places_in_json_are_those_of_the_file_with_its_line_ends(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    raw = "😀 First\r\n\r\nA line e\u0301\rThe the \U0001f1f5\U0001f1f0 end end.\n"
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbf" + raw.encode())
    said = json.loads(ran(capsys, "check", path, "--format", "json")[1])
    found = {f["text"]: f for f in said["findings"] if f["check"] == "doubled_word"}
    assert set(found) == {"The the", "end end"}
    for text, one in found.items():
        assert raw[slice(*one["span"])] == text
        edit = one["fixes"][0]["edits"][0]
        start, end = edit["span"]
        assert (raw[:start] + edit["words"] + raw[end:]).count(text) == 0
        assert one["line"] == 4


def run(*words: object, out: int | None = subprocess.PIPE, **options: object) -> subprocess.Popen[bytes]:
    whole = [sys.executable, "-m", "editor", *map(str, words)]
    return subprocess.Popen(whole, stdout=out, stderr=subprocess.PIPE, **options)  # type: ignore[call-overload,no-any-return]


@pytest.fixture
def many(tmp_path: Path) -> list[Path]:
    """Files enough for two processes and for more output than a pipe holds."""
    text = (resources.folder() / "samples" / "kashmir.txt").read_bytes()
    paths = [tmp_path / f"{n}.txt" for n in range(60)]
    for path in paths:
        path.write_bytes(text)
    return paths


def test_who_reads_the_output_may_go(many: list[Path]) -> None:
    with run("check", *many) as program:
        assert program.stdout
        assert program.stderr
        assert program.stdout.readline()
        program.stdout.close()
        assert program.stderr.read() == b""
    assert program.returncode == 2


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_is_said_and_is_no_finding(article: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        program = run("check", article, out=full.fileno())
        assert b"No space left" in program.communicate(timeout=60)[1]
    assert program.returncode == 2


def test_stopped_it_leaves_no_process_and_no_traceback(many: list[Path]) -> None:
    program = run("check", "--format", "jsonl", *many, start_new_session=True)
    assert program.stdout
    assert program.stdout.readline()
    os.killpg(program.pid, signal.SIGINT)
    assert program.communicate(timeout=60)[1] == b"copydesk: stopped\n"
    assert program.returncode == 130
    with pytest.raises(ProcessLookupError):
        os.killpg(program.pid, 0)


def test_a_fault_of_ours_is_no_finding(
    article: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("editor.cli.checking.chosen", lambda *_: 1 / 0)
    status, out, err = ran(capsys, "check", article)
    assert (status, out) == (2, "")
    assert "a fault of Copydesk's own, ZeroDivisionError" in err
    assert err.count("\n") == 1


@pytest.mark.parametrize("shared", [False, True])
def test_a_terminal_shows_how_far_it_is_and_nothing_of_it_is_left(
    shared: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("editor.cli.checking.SMALL", 0 if shared else 1_000_000)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    paths = [tmp_path / f"{n}.txt" for n in range(3)]
    for path in paths:
        path.write_text("An end.")
    err = ran(capsys, "check", *paths)[2]
    assert err == "0 of 3 articles\r\x1b[K1 of 3 articles\r\x1b[K2 of 3 articles\r\x1b[K"


@pytest.mark.parametrize("to", ["plain.txt", "signs.md"])
def test_export_speaks_the_language_of_the_file_that_it_writes(
    to: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / ("a.md" if to.endswith("txt") else "a.txt")
    markdown = "# Bridge *closed*\n\nIt \\*is\\* [so](https://x.org).\n\nThe end.\n"
    source.write_text(markdown if to.endswith("txt") else "Bridge closed\nIt *is* so.\nThe end.\n")
    assert ran(capsys, "export", source, "--output", tmp_path / to)[0] == 0
    said = (tmp_path / to).read_text()
    if to.endswith("txt"):
        assert said == "Bridge closed\n\nIt *is* so.\n\nThe end.\n"
    else:
        assert said == "# Bridge closed\n\nIt \\*is\\* so.\n\nThe end.\n"


@pytest.mark.parametrize(
    ("flags", "said"),
    [
        (["--output", "a.docx"], "no .docx file"),
        (["--report", "r.txt"], ".md or .json"),
        (["--report", "bridge.txt", "--force"], "can't be the report"),
        (["--output", "x.md", "--report", "x.md"], "can't be the report"),
        (["--output", "."], "a folder"),
        (["--output", "gone/x.md"], "folder is gone"),
        (["--output", "dangling.txt"], "--force"),
        (["--stdin-filename", "x"], "standard input"),
    ],
)
def test_export_refuses_what_would_cost_a_file(
    flags: list[str], said: str, article: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(article.parent)
    Path("dangling.txt").symlink_to("nowhere")
    before = sorted(p.name for p in article.parent.iterdir())
    status, out, err = ran(capsys, "export", article, *flags)
    assert (status, out) == (2, "")
    assert said in err
    assert sorted(p.name for p in article.parent.iterdir()) == before
    assert article.read_bytes() == TEXT.encode()


def test_export_over_the_article_itself_where_that_is_said(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    over = ("export", article, "--archive", "--take", "certain", "--output", article, "--force")
    assert ran(capsys, *over)[0] == 0
    assert article.read_bytes().startswith(b"Bridge closed\r\nThe mayor said so.\r\n")
    # The archive knows what was written: nobody is told that somebody else changed the file.
    assert ran(capsys, *over) == (0, "", "")


def test_what_the_archive_keeps_settles_findings(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Archive() as archive:
        desk = arrived(formats.open_file(article), article, archive).desk
        desk.heard("doubled_word", Checker().report(desk.article, only=("doubled_word",)).findings)
        one, two = desk.board.open_rows()
        desk.let_stand(one)
        desk.query(two, "Both?")
        desk.close()
    said = json.loads(ran(capsys, "check", article, "--archive", "--format", "json")[1])
    doubled = [f["status"] for f in said["findings"] if f["check"] == "doubled_word"]
    assert doubled == ["dismissed", "decided"]
    assert [note["text"] for note in said["notes"]] == ["Both?"]
    assert ran(capsys, "check", article, "--archive", "--fail-level", "certain")[0] == 0
    assert ran(capsys, "check", article, "--archive", "--fail-level", "certain", "--fail-on-notes")[0] == 1
    assert "2 settled already" in ran(capsys, "check", article, "--archive")[1]
    assert ran(capsys, "check", article)[0] == 1


def test_an_exported_copy_carries_its_notes(article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Archive() as archive:
        desk = arrived(formats.open_file(article), article, archive).desk
        desk.heard("doubled_word", Checker().report(desk.article, only=("doubled_word",)).findings)
        desk.query(desk.board.open_rows()[1], "Both?")
        desk.close()
    copy = tmp_path / "out" / "copy.txt"
    copy.parent.mkdir()
    over = ("export", article, "--archive", "--output", copy, "--force")
    gate = ("check", copy, "--archive", "--fail-level", "certain", "--fail-on-notes", "--format", "json")
    for _ in range(2):
        assert ran(capsys, *over)[0] == 0
        status, out, _ = ran(capsys, *gate)
        assert status == 1
        assert [note["text"] for note in json.loads(out)["notes"]] == ["Both?"]
    # Answered on the copy, it stays open on the article: each is decided where it is edited.
    with Archive() as archive:
        desk = arrived(formats.open_file(copy), copy, archive).desk
        (note,) = desk.notes.values()
        assert note.span.of(desk.text) == note.span.of(formats.open_file(article).text)
        desk.set_note(note.id, "answered")
        desk.close()
    assert "open" not in [note["state"] for note in json.loads(ran(capsys, *gate)[1])["notes"]]
    assert ran(capsys, "check", article, "--archive", "--fail-level", "certain", "--fail-on-notes")[0] == 1


def test_the_archive_remembers_what_export_took(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ran(capsys, "history", article)[0] == 2
    status, out, _ = ran(capsys, "export", article, "--archive", "--take", "certain")
    assert status == 0
    assert "The mayor said so." in out
    status, out, _ = ran(capsys, "history", article)
    assert status == 0
    assert "accepted [doubled_word]" in out
    assert "The mayor said so." in ran(capsys, "export", article, "--archive")[1]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("off = ['nope']", "no check nope"),
        ("[checks.nope]\na = 1", "no check nope"),
        ("zoom = 'big'", "zoom"),
        ("=", "line 1"),
    ],
)
def test_settings_that_make_no_sense_are_said_with_their_file(
    words: str, said: str, article: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COPYDESK_CONFIG", str(article.parent))
    (article.parent / "settings.toml").write_text(words)
    status, out, err = ran(capsys, "check", article)
    assert (status, out) == (2, "")
    assert "settings.toml" in err
    assert said in err


def test_an_option_that_a_check_has_not_is_trouble(
    article: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COPYDESK_CONFIG", str(article.parent))
    (article.parent / "settings.toml").write_text("[checks.number_echo]\ntimse = 1\n")
    status, out, err = ran(capsys, "check", article, "--format", "json")
    assert status == 2
    assert "no option timse; there are: " in json.loads(out)["trouble"][0]["reason"]
    assert "number_echo" in err


def test_the_sample_is_checked_without_trouble(capsys: pytest.CaptureFixture[str]) -> None:
    sample = resources.folder() / "samples" / "kashmir.txt"
    _, out, err = ran(capsys, "check", sample, "--format", "json")
    assert json.loads(out)["trouble"] == []
    assert err == ""
