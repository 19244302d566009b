"""Kills the window at random moments of an editing session, and looks what is left.

    python tests/kill_sessions.py [--times 50] [--seed N]

A session opens the sample in the real window, decides findings and types by keys, and says aloud what is on disk. It is
killed by SIGKILL; then the archive must hold every decision that was said to be on disk, and a text that the session
had at that moment or later, and neither the worker nor Java may be left. Exit status 1 where one of these fails.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

import psutil

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

PATIENCE = 60.0
"""Seconds until a session must have opened its article, on a busy machine."""


def digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


# The session: this file again, as a child


def session(path: Path, seed: int) -> int:
    """The window, with a hand that presses keys; every text, and what is on disk of it, is said on standard output."""
    from PySide6.QtCore import Qt, QTimer
    from PySide6.QtGui import QShowEvent
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from editor.desk import Desk
    from editor.desk.happenings import Happening, SavingChanged, TextEdited
    from editor.window import application
    from editor.window.mainwindow import MainWindow

    chance = random.Random(seed)
    heard: set[int] = set()

    def say(*words: str) -> None:
        print(*words, flush=True)

    def listen(desk: Desk) -> None:
        heard.add(id(desk))
        say("opened", digest(desk.text))

        def hear(happening: Happening) -> None:
            if isinstance(happening, TextEdited):
                say("text", digest(desk.text))
            elif isinstance(happening, SavingChanged) and not desk.unwritten and not desk.trouble:
                say("disk", digest(desk.text), *(d.id for d in desk.decisions))

        desk.subscribe(hear)

    def act() -> None:
        window = next((w for w in QApplication.topLevelWidgets() if hasattr(w, "manuscript")), None)
        desk = getattr(window, "desk", None)
        resting = time.monotonic() % 1.0 > 0.6
        if window is None or desk is None or resting:
            return
        if id(desk) not in heard:
            listen(desk)
        text = window.manuscript
        ctrl, alt = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
        match chance.randrange(6):
            case 0 | 1:
                QTest.keyClick(text, Qt.Key.Key_F8)
            case 2:
                QTest.keyClick(text, Qt.Key.Key_Return, ctrl)
            case 3:
                QTest.keyClick(text, Qt.Key.Key_Delete, alt)
            case _:
                words = chance.choice(["and so ", "x", "No. ", "é"])
                if words.isascii():
                    QTest.keyClicks(text, words)
                else:
                    # Qt's own keys of a test are ASCII alone, and end the program at any other.
                    text.insert(words)

    timer = QTimer()

    class Driven(MainWindow):
        def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
            super().showEvent(event)
            timer.timeout.connect(act)
            timer.start(25)

    vars(application)["MainWindow"] = Driven
    return application.run([path])


# The hand that kills


def once(folder: Path, path: Path, chance: random.Random) -> list[str]:
    """One session and its end; gives what was wrong after it."""
    environment = {**os.environ, "COPYDESK_DATA": str(folder / "data"), "COPYDESK_CONFIG": str(folder)}
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    argv = [sys.executable, __file__, "--session", str(path), "--seed", str(chance.randrange(1 << 30))]
    log = folder / "log"
    with (folder / "out").open("w+") as out, log.open("w") as errors:
        child = subprocess.Popen(argv, env=environment, stdout=out, stderr=errors)
        started = time.monotonic()
        while "opened" not in (folder / "out").read_text():
            if child.poll() is not None or time.monotonic() - started > PATIENCE:
                child.kill()
                return [f"the session did not start: {log.read_text()[-500:]}"]
            time.sleep(0.02)
        time.sleep(chance.choice([0.0, 0.05, 0.2, 1.0, 3.0]) + chance.random())
        if child.poll() is not None:
            return [f"the session ended by itself: {log.read_text()[-500:]}"]
        family = psutil.Process(child.pid).children(recursive=True)
        child.kill()
        child.wait()
    said = [line.split() for line in (folder / "out").read_text().splitlines()]
    wrong = left_running(family)
    if "Traceback" in log.read_text():
        wrong.append(f"a fault: {log.read_text()[-800:]}")
    return wrong + held(folder, path, said)


def left_running(family: list[psutil.Process]) -> list[str]:
    """The processes of the session that outlived it by more than ten seconds."""
    _, alive = psutil.wait_procs(family, timeout=10)
    return [f"still running: {process}" for process in alive]


def held(folder: Path, path: Path, said: list[list[str]]) -> list[str]:
    """What the archive lacks of what was said to be on disk."""
    from editor import formats
    from editor.archive import Archive
    from editor.desk.kept import digest as file_digest

    with Archive(folder / "data") as archive:
        article = formats.open_file(path)
        record = archive.find(path.resolve(), file_digest(article)).result()
    disk = max((n for n, words in enumerate(said) if words[0] == "disk"), default=None)
    if record is None:
        return ["the archive does not know the article"] if disk is not None else []
    wrong = []
    if disk is not None:
        kept = {d.id for d in record.decisions}
        wrong += [f"lost the decision {id_}" for id_ in said[disk][2:] if id_ not in kept]
    texts = {words[1] for words in said[disk or 0 :]} | {words[1] for words in said if words[0] == "opened"}
    if disk is not None:
        texts = {words[1] for words in said[disk:]}
    if digest(record.draft) not in texts:
        wrong.append(f"the archive's text is none that the session had then ({len(record.draft)} characters)")
    return wrong


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=50)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--session", type=Path, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.session:
        return session(args.session, args.seed)
    chance = random.Random(args.seed)
    print(f"seed {args.seed}")
    failed, counted = 0, Counter[str]()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for n in range(args.times):
            path = folder / f"article{n // 5}.txt"
            if not path.exists():
                shutil.copy(ROOT / "resources" / "samples" / "kashmir.txt", path)
            wrong = once(folder, path, chance)
            failed += bool(wrong)
            said = [line.split() for line in (folder / "out").read_text().splitlines()]
            counted.update(words[0] for words in said)
            counted["decisions"] = max(counted["decisions"], *(len(w) - 2 for w in said if w[0] == "disk"), 0)
            print(f"{n + 1:4} {'; '.join(wrong) or 'whole'}", flush=True)
    print(
        f"{args.times} killed, {failed} not whole; texts {counted['text']}, said to be on disk {counted['disk']} times"
    )
    return min(failed, 1)


if __name__ == "__main__":
    sys.exit(main())
