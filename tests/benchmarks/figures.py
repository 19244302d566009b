"""Prints how fast Copydesk is, each figure beside something that was run in the same minute.

    python tests/benchmarks/figures.py [--long FILE] [--page FILE] [--runs N] [--no-window]

`--long` is one long article (some 50,000 words) and `--page` one of a page; without them the samples are used, joined.
Needs the group of development tools called `bench`: uv sync --group bench.
"""

from __future__ import annotations

import argparse
import os
import queue
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from editor import resources
from editor.formats.text import composed
from editor.worker import Done, Job, Report, Worker

BIN = Path(sys.executable).parent


def spread(seconds: list[float]) -> str:
    ordered = sorted(seconds)
    middle, best, worst = (1000 * s for s in (statistics.median(ordered), ordered[0], ordered[-1]))
    return f"p50 {middle:7.1f} ms   best {best:7.1f}   worst {worst:7.1f}"


def timed(run: Callable[[], object], runs: int) -> list[float]:
    every = []
    for _ in range(runs):
        began = time.perf_counter()
        run()
        every.append(time.perf_counter() - began)
    return every


def say(what: str, figure: str) -> None:
    print(f"{what:64} {figure}", flush=True)


def in_the_worker(words: str, runs: int) -> None:
    """1,000 words in the worker process: a text that it never saw, and the same with one paragraph edited."""
    heard: queue.SimpleQueue[Report] = queue.SimpleQueue()
    worker = Worker(heard.put)
    number = 0

    def ask(text: str) -> None:
        nonlocal number
        number += 1
        worker.ask(Job(number, composed(text), grammar=False))
        while heard.get(timeout=120) != Done(number):
            pass

    began = time.perf_counter()
    worker.start()
    ask("A first sentence.")
    say("worker: from its start to the first answer", f"{1000 * (time.perf_counter() - began):.1f} ms")
    lines = words.split("\n")
    fresh = [replace_in(lines, run) for run in range(runs)]
    say("worker: 1,000 words never seen before", spread([timed(partial(ask, text), 1)[0] for text in fresh]))
    ask(words)
    middle = len(words) // 2
    edited = [words[:middle] + f" {'very ' * (run + 1)}" + words[middle:] for run in range(runs)]
    say(
        "worker: the same after one paragraph was edited",
        spread([timed(partial(ask, text), 1)[0] for text in edited]),
    )
    worker.stop()
    from harper import Linter

    linter = Linter()
    linter.lint("Warm.")
    say("harper-py on the same 1,000 words, ready", spread(timed(lambda: linter.lint(words), runs)))


def replace_in(lines: list[str], run: int) -> str:
    """The same article in other words: each paragraph differs, so that nothing of it is remembered."""
    return "\n".join(line + f" It was number {run + 2} hundred and so." if line.strip() else line for line in lines)


def command(argv: list[str], runs: int, ok: tuple[int, ...] = (0, 1)) -> list[float]:
    def run() -> None:
        done = subprocess.run(argv, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        if done.returncode not in ok or b"Traceback" in done.stderr:
            sys.exit(f"{argv[0]}: exit {done.returncode}: {done.stderr.decode()[-300:]}")

    return timed(run, runs)


def command_line(page: Path, long: Path, folder: Path, runs: int) -> None:
    copydesk = str(BIN / "copydesk")
    say("python -c pass", spread(command([sys.executable, "-c", "pass"], runs)))
    say("copydesk check, one page, the whole process", spread(command([copydesk, "check", str(page)], runs)))
    text = long.read_text(encoding="utf-8")
    half = folder / "half.txt"
    half.write_text(text[: text.rindex("\n", 0, len(text) // 2)], encoding="utf-8")
    words = len(text.split())
    whole, first, theirs = [], [], []
    for _ in range(runs):  # in turns, so that whatever else the machine does meets each
        whole += command([copydesk, "check", str(long)], 1)
        first += command([copydesk, "check", str(half)], 1)
        if (BIN / "proselint").exists():
            theirs += command([str(BIN / "proselint"), "check", str(long)], 1)
    say(f"copydesk check, {words:,} words in one article, the whole process", spread(whole))
    say("copydesk check, its first half", spread(first))
    say("… the whole against its half", f"{statistics.median(whole) / statistics.median(first):.2f} times")
    if theirs:
        say("proselint check, the same article, the whole process", spread(theirs))
    else:
        say("proselint", "is not here: uv sync --group bench")


def imports(page: Path) -> None:
    """What a check of one page spends on imports, by module."""
    run = [sys.executable, "-X", "importtime", str(BIN / "copydesk"), "check", str(page)]
    done = subprocess.run(run, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    rows = []
    for line in done.stderr.splitlines():
        parts = line.removeprefix("import time:").split("|")
        if len(parts) == 3 and parts[0].strip().isdigit():
            rows.append((int(parts[0]), parts[2].strip()))
    say("imports of `copydesk check`, all modules", f"{sum(r[0] for r in rows) / 1000:.1f} ms, {len(rows)} modules")
    for own, name in sorted(rows, reverse=True)[:8]:
        say(f"    {name}", f"{own / 1000:.1f} ms")


BARE = """
import sys, time
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QPlainTextEdit
app = QApplication(sys.argv)
edit = QPlainTextEdit()
edit.setPlainText(open(sys.argv[1], encoding="utf-8").read())
class First(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, app.quit)
        return False
first = First()
edit.viewport().installEventFilter(first)
edit.resize(1000, 700)
edit.show()
app.exec()
"""


def first_paint(page: Path, folder: Path, runs: int) -> None:
    """From the start of the process until the window with the article has been painted."""
    environment = {**os.environ, "COPYDESK_DATA": str(folder / "data")}
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    ours, bare = [], []
    for _ in range(runs):
        began = time.monotonic()
        run = [sys.executable, "-m", "editor", str(page)]
        window = subprocess.Popen(
            run, env={**environment, "COPYDESK_STARTED": str(began)}, stderr=subprocess.PIPE, text=True
        )
        assert window.stderr
        line = window.stderr.readline()
        window.terminate()
        window.communicate()
        if not line.startswith("first paint after "):
            sys.exit(f"the window said nothing of its first paint, but: {line}")
        ours.append(float(line.split()[3]) / 1000)
        bare += timed(
            lambda: subprocess.run([sys.executable, "-c", BARE, str(page)], env=environment, stderr=subprocess.DEVNULL),
            1,
        )
    say("the window's first paint with the sample, from the process's start", spread(ours))
    say("a bare QPlainTextEdit with the same text, until it has painted and ended", spread(bare))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    sample = resources.folder() / "samples" / "kashmir.txt"
    parser.add_argument("--page", type=Path, default=sample)
    parser.add_argument("--long", type=Path)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--no-window", action="store_true")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["COPYDESK_DATA"] = str(folder / "data")
        long = args.long
        if not long:
            long = folder / "long.txt"
            long.write_text("\n\n".join([sample.read_text(encoding="utf-8")] * 75), encoding="utf-8")
        words = " ".join(long.read_text(encoding="utf-8").split(" ")[:1200])
        in_the_worker(words[: words.rindex("\n")], args.runs)
        command_line(args.page, long, folder, args.runs)
        imports(args.page)
        if not args.no_window:
            first_paint(args.page, folder, args.runs)


if __name__ == "__main__":
    main()
