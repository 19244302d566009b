"""The command line as a shell or an editor's plug-in uses it: what it prints, and its exit status."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from editor import checker, pages, resources
from editor.cli import main

TEXT = "Bridge closed\r\nThe the mayor said so.\r\nNobody minded much 😀 but but he did.\r\n"


@pytest.fixture(autouse=True)
def _own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COPYDESK_DATA", str(tmp_path / "data"))


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


def test_the_archive_remembers_what_export_took(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ran(capsys, "history", article)[0] == 2
    status, out, _ = ran(capsys, "export", article, "--archive", "--take", "certain")
    assert status == 0
    assert "The mayor said so." in out
    status, out, _ = ran(capsys, "history", article)
    assert status == 0
    assert "accepted [doubled_word]" in out
    assert "The mayor said so." in ran(capsys, "export", article, "--archive")[1]


def test_the_sample_is_checked_without_trouble(capsys: pytest.CaptureFixture[str]) -> None:
    sample = resources.folder() / "samples" / "kashmir.txt"
    _, out, err = ran(capsys, "check", sample, "--format", "json")
    assert json.loads(out)["trouble"] == []
    assert err == ""
