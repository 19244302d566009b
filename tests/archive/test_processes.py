"""Whole processes: ended at any instant, and several at once."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

from editor.archive import Archive
from tests.archive.session import word

SESSION = Path(__file__).with_name("session.py")
ROOT = Path(__file__).parents[2]
KILLS = int(os.environ.get("COPYDESK_KILLS", "20"))
"""How often the process is ended; 1,000 by night."""


def start(*words: str | Path) -> subprocess.Popen[str]:
    command = [sys.executable, str(SESSION), *map(str, words)]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    pipe = subprocess.PIPE
    return subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True, cwd=ROOT, env=environment)


def test_nothing_acknowledged_is_lost_however_the_process_ends(
    folder: Path, tmp_path: Path, archives: Callable[..., Archive]
) -> None:
    path = tmp_path / "a.txt"
    chance = random.Random(KILLS)
    acknowledged = written = -1
    with start("kill", folder, path) as session:
        assert session.stdin
        assert session.stdout
        for kill in range(KILLS):
            session.stdin.write("go\n")
            session.stdin.flush()
            child = 0
            for line in session.stdout:
                match line.split():
                    case ["child", pid]:
                        child = int(pid)
                        # The first time it is also ended while the archive is being made.
                        wait = chance.uniform(0, 0.5 if kill < 3 else 0.12)
                        threading.Timer(wait, os.kill, (child, signal.SIGKILL)).start()
                    case ["began", number]:
                        assert int(number) > acknowledged
                    case ["over"]:
                        break
                    case [number]:
                        acknowledged = max(acknowledged, int(number))
            assert child
        session.stdin.close()
    archive = archives()
    record = archive.open_article(path, path.name, text="").result(20)
    written = len(record.done)
    assert written > acknowledged > KILLS
    assert record.draft == "".join(word(n) for n in range(written))
    assert [d.id for d in record.decisions] == [f"d{n}" for n in range(written)]
    assert archive.lease(record.id).result(20)
    assert archive.state.reason == ""


def test_windows_that_start_and_write_at_once_wait_for_each_other(
    folder: Path, tmp_path: Path, archives: Callable[..., Archive]
) -> None:
    sessions = [start("write", folder, tmp_path / f"{n}.txt", "120") for n in range(3)]
    for session in sessions:
        _, errors = session.communicate(timeout=60)
        assert (session.returncode, errors) == (0, "")
    archive = archives()
    for n in range(3):
        record = archive.open_article(tmp_path / f"{n}.txt", f"{n}.txt").result(20)
        assert record.draft == "".join(map(word, range(120)))
