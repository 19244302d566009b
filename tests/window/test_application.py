"""The program as it is started: painted first, ended in order by a signal, plain in what it says where it can't run."""

from __future__ import annotations

import inspect
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from editor import __main__ as program
from editor import formats
from editor.archive import Archive
from editor.desk import Desk
from editor.desk.arriving import Arrived, arrived, begun
from editor.formats.text import composed
from editor.window import application
from editor.window.mainwindow import MainWindow
from editor.window.words import Words

TEXT = "Council closes bridge\nThe the council closed the bridge on Tuesday.\n"


@contextmanager
def started(tmp_path: Path, *words: str) -> Iterator[subprocess.Popen[str]]:
    environment = os.environ | {
        "COPYDESK_CONFIG": str(tmp_path / "config"),
        "COPYDESK_DATA": str(tmp_path / "data"),
        "COPYDESK_STARTED": str(time.monotonic()),
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(Path(__file__).parents[2]),
    }
    command = [sys.executable, "-m", "editor", *words]
    with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True) as running:
        try:
            yield running
        finally:
            running.kill()


def test_it_paints_and_ends_with_its_worker_when_it_is_told_to(tmp_path: Path, qtbot: QtBot) -> None:
    article = tmp_path / "bridge.txt"
    article.write_text(TEXT)
    with started(tmp_path, str(article)) as running:
        assert running.stderr
        assert any(line.startswith("first paint after") for line in running.stderr)
        process = psutil.Process(running.pid)
        qtbot.waitUntil(lambda: any("spawn_main" in " ".join(c.cmdline()) for c in process.children()), timeout=20_000)
        children = process.children(recursive=True)
        running.send_signal(signal.SIGTERM)
        assert running.wait(10) == 0
    _, alive = psutil.wait_procs(children, timeout=5)
    assert not alive
    assert article.read_text() == TEXT


def test_without_a_display_it_says_what_can_be_done(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    assert program.main([]) == 2
    assert "copydesk check FILE" in capsys.readouterr().err


def test_a_word_that_is_neither_file_nor_command_is_said_to_be_neither(capsys: pytest.CaptureFixture[str]) -> None:
    assert program.main(["chek", "a.txt"]) == 2
    assert "chek is neither a file nor a command. Did you mean copydesk check?" in capsys.readouterr().err


def test_an_unknown_option_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert program.main(["--frobnicate"]) == 2
    assert "no option --frobnicate" in capsys.readouterr().err
    assert program.main(["--help"]) == 0
    assert "copydesk check" in capsys.readouterr().out


def test_the_subcommands_are_those_of_the_command_line() -> None:
    from editor import cli

    assert program.COMMANDS == cli.COMMANDS


def test_a_fault_of_ours_is_said_after_the_typing_was_kept(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    window.show_article(Arrived(Desk(composed(TEXT))))
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(signal, "signal", lambda *_: None)
    application.handle_faults(window)
    flushed = []
    monkeypatch.setattr(window.desk, "flush", lambda: flushed.append(True))
    sys.excepthook(ValueError, ValueError("out of sorts"), None)
    assert flushed
    banner = window.banners.message("fault")
    assert banner
    assert "ValueError" in banner.words.text()
    assert "out of sorts" in caplog.text
    window.commands.quit()


def test_a_short_text_is_shown_before_anything_else_is_there(qtbot: QtBot, tmp_path: Path) -> None:
    article = tmp_path / "bridge.txt"
    article.write_text(TEXT)
    window = MainWindow()
    qtbot.addWidget(window)
    application.preview(window, tmp_path / "none.txt")
    assert not window.manuscript.display.text
    application.preview(window, article)
    assert window.manuscript.display.text == TEXT
    window.commands.quit()


def test_the_thread_that_loads_touches_no_qt() -> None:
    loads = inspect.getsource(application.Start._load)
    assert "import editor.worker" in loads
    assert "PySide6" not in loads
    assert "import editor.window" not in loads


def test_an_article_new_to_the_archive_can_be_written_before_the_archive_answers(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "bridge.txt"
    path.write_text(TEXT)
    window = MainWindow()
    qtbot.addWidget(window)
    archive = Archive(tmp_path / "archive", actor="Ada")
    window.files.archive = archive
    window.show_article(begun(formats.open_file(path), path, "Ada"))
    assert window.desk
    assert not window.manuscript.isReadOnly()
    QTest.keyClicks(window.manuscript, "Town ")
    window.desk.flush()
    assert window.desk.text.startswith("Town Council")
    assert window.status_line.saving.text() == "Saving…"
    archive.start()
    qtbot.waitUntil(lambda: "journal synced" in window.status_line.saving.text(), timeout=30_000)
    assert window.panel
    page = window.panel.revisions
    qtbot.waitUntil(lambda: not any("no archive" in words.accessibleName() for words in page.findChildren(Words)))
    assert not window.banners.message("archive")
    window.commands.quit()
    with Archive(tmp_path / "archive") as again:
        assert arrived(formats.open_file(path), path, again).desk.text.startswith("Town Council")
