"""One window for one data folder, with real processes: files are handed over, and no crash leaves a false lock."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from editor.window import instance
from editor.window.instance import Instance, address, hand_over, read

Started = Callable[..., subprocess.Popen[str]]
TALKER = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from editor.window import application
from editor.window.mainwindow import MainWindow
from editor import __main__ as program

class Talks(MainWindow):
    def __init__(self, *given):
        super().__init__(*given)
        self.articles.changed.connect(self._tell)
        self._tick = QTimer(self, interval=50)
        self._tick.timeout.connect(self._tell)
        self._tick.start()
        self._last = ""

    def _tell(self):
        session = self.articles.session
        rows = [f"{a.label}={a.desk.text[:9]}" for a in session if a.desk and not a.desk.unwritten]
        said = f"OPEN {len(session)} {'|'.join(rows)} FRONT {session.front.label if session.front else ''}"
        if said != self._last and self.files.archive and self.files.archive.state.name == "ready":
            self._last = said
            print(said, flush=True)

application.MainWindow = Talks
sys.exit(program.main(sys.argv[1:]))
"""


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Started]:
    running: list[subprocess.Popen[str]] = []

    def begin(*words: str, data: str = "data") -> subprocess.Popen[str]:
        environment = os.environ | {
            "COPYDESK_CONFIG": str(tmp_path / "config"),
            "COPYDESK_DATA": str(tmp_path / data),
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHONPATH": str(Path(__file__).parents[2]),
        }
        command = [sys.executable, "-c", TALKER, *words]
        running.append(
            subprocess.Popen(command, env=environment, cwd=tmp_path, stdout=subprocess.PIPE, text=True, bufsize=1)
        )
        return running[-1]

    yield begin
    for one in running:
        one.kill()
        one.communicate()


def until(running: subprocess.Popen[str], words: str) -> str:
    """What the window says, once it says these words."""
    assert running.stdout
    said = []
    for line in running.stdout:
        said.append(line)
        if words in line:
            return line
    raise AssertionError(f"it ended without {words}: {said[-3:]}")


def test_a_second_start_hands_its_files_over_and_ends(start: Started, tmp_path: Path) -> None:
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.txt").write_text(f"Article {name}\nIt was.\n")
    first = start("a.txt")
    until(first, "OPEN 1 a.txt=Article a")
    assert start("b.txt", "c.txt").wait(30) == 0
    assert "FRONT b.txt" in until(first, "OPEN 3 a.txt=Article a|b.txt=Article b|c.txt")
    assert start().wait(30) == 0
    alone = start("--new-instance", "b.txt")
    until(alone, "OPEN 1 b.txt")
    other = start("c.txt", data="other")
    until(other, "OPEN 1 c.txt")


def test_after_a_kill_the_next_start_is_the_window_and_everything_is_there(start: Started, tmp_path: Path) -> None:
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.txt").write_text(f"Article {name}\nIt was.\n")
    first = start("a.txt", "b.txt", "c.txt")
    until(first, "OPEN 3 a.txt=Article a|b.txt=Article b|c.txt=Article c")
    kept = tmp_path / "data" / "session.json"
    until_kept(kept, 3)
    first.send_signal(signal.SIGKILL)
    first.wait()
    second = start()
    line = until(second, "OPEN 3 a.txt=Article a|b.txt=Article b|c.txt=Article c")
    assert "FRONT a.txt" in line
    assert start("b.txt").wait(30) == 0
    until(second, "FRONT b.txt")


def unconnected(socket: QLocalSocket) -> bool:
    return socket.state() is QLocalSocket.LocalSocketState.UnconnectedState


def until_kept(kept: Path, count: int) -> None:
    while not kept.exists() or len(json.loads(kept.read_text())["articles"]) < count:
        os.sched_yield()


def test_when_the_running_window_does_not_answer_a_window_of_its_own_opens(start: Started, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Article a\n")
    held = Instance(tmp_path / "data")
    assert held.claim()
    second = start("a.txt")
    until(second, "OPEN 1 a.txt")
    assert not (tmp_path / "data" / "session.json").exists()


@pytest.mark.parametrize(
    "said", [b"", b"x\n", b"[]\n", b'{"files": "a"}\n', b'{"files": [1]}\n', b'{"files": ["a.txt"]}\n', b"[" * 99_999]
)
def test_garbage_is_none_of_ours(said: bytes) -> None:
    assert read(said) is None


def test_a_window_hears_good_messages_between_bad_ones(qtbot: QtBot, tmp_path: Path) -> None:
    window = Instance(tmp_path)
    assert window.claim()
    assert not Instance(tmp_path).claim()
    window.listen()
    heard: list[list[Path]] = []
    window.handed.connect(heard.append)
    for said in (b"no json\n", b"x" * (instance.LONGEST + 5), b'{"files": ['):
        socket = QLocalSocket()
        socket.connectToServer(address(tmp_path))
        socket.write(said)
        socket.flush()
        if not said.endswith(b"["):
            qtbot.waitUntil(partial(unconnected, socket))
    good = QLocalSocket()
    good.connectToServer(address(tmp_path))
    good.write(json.dumps({"files": [str(tmp_path / "a.txt")]}).encode() + b"\n")
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [[tmp_path / "a.txt"]]
    assert (Path(address(tmp_path)).stat().st_mode & 0o077) == 0
    window.close()
    assert Instance(tmp_path).claim()


def test_each_data_folder_has_its_own_socket(tmp_path: Path) -> None:
    long = tmp_path / ("x" * 150)
    assert address(tmp_path) != address(tmp_path / "other")
    assert address(long) != address(tmp_path / ("y" * 150))
    assert len(address(long)) < instance.UNIX


def test_without_a_window_nothing_is_handed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(instance, "PATIENCE", 0.1)
    assert not hand_over(tmp_path, ["a.txt"])
