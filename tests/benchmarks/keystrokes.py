"""Prints how long it takes from a key to the paint that shows it, beside a bare QPlainTextEdit in the same run.

    python tests/benchmarks/keystrokes.py [--long FILE] [--keys N] [--platform offscreen|xcb]

Each article is typed in three times: into a bare QPlainTextEdit; into the window while the checks have nothing to do
(the checks of the key before are waited for); and into the window just opened, while the whole article is being
checked. `--long` is one long article (some 50,000 words); without it the sample is used, joined.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from editor import resources
from editor.window import theme
from editor.window.application import Start
from editor.window.mainwindow import MainWindow

WORDS = "the bridge was shut again at noon "
HANGS = 120.0
"""Seconds after which waiting for the checks is given up."""


class Painted(QObject):
    """Sees when a viewport has been painted."""

    def __init__(self, viewport: QObject) -> None:
        super().__init__()
        self.seen = False
        viewport.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Paint:
            self.seen = True
        return False


class Heart(QObject):
    """The longest time that the window's thread worked, or waited, between two looks at its events."""

    def __init__(self) -> None:
        super().__init__()
        self.worst, self._last = 0.0, time.perf_counter()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._beat)
        self._timer.start(5)

    def _beat(self) -> None:
        now = time.perf_counter()
        self.worst, self._last = max(self.worst, now - self._last), now


def wait(until: Callable[[], object], patience: float = HANGS) -> None:
    began = time.monotonic()
    while not until():
        QApplication.processEvents()
        time.sleep(0.002)
        if time.monotonic() - began > patience:
            sys.exit("waited too long for the window")


def typed(view: QPlainTextEdit, keys: int, rest: Callable[[], object]) -> list[float]:
    """Seconds from each key to its paint; `rest` is called between two keys."""
    painted, times = Painted(view.viewport()), []
    for n in range(keys):
        rest()
        painted.seen = False
        began = time.perf_counter()
        QTest.keyClicks(view, WORDS[n % len(WORDS)])
        while not painted.seen:
            QApplication.processEvents()
        times.append(time.perf_counter() - began)
    return times


def say(what: str, times: list[float], heart: Heart | None = None) -> None:
    cuts = statistics.quantiles(times, n=100, method="inclusive")
    p50, p95, p99, most = (1000 * s for s in (cuts[49], cuts[94], cuts[98], max(times)))
    beats = f"   longest gap {1000 * heart.worst:6.1f}" if heart else ""
    print(f"{what:58} p50 {p50:6.2f}   p95 {p95:6.2f}   p99 {p99:6.2f}   max {most:6.2f} ms{beats}", flush=True)


def middle(view: QPlainTextEdit) -> None:
    """Puts the caret at the end of the paragraph in the middle of the text."""
    cursor = view.textCursor()
    cursor.setPosition(view.document().characterCount() // 2)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    view.setTextCursor(cursor)
    view.setFocus()
    QApplication.processEvents()


def pause() -> None:
    """As long as between the keys of somebody who types fast."""
    began = time.perf_counter()
    while time.perf_counter() - began < 0.06:
        QApplication.processEvents()
        time.sleep(0.001)


def bare(path: Path, keys: int) -> None:
    view = QPlainTextEdit()
    view.setPlainText(path.read_text(encoding="utf-8"))
    view.setFont(theme.reading_font())
    view.resize(860, 680)
    view.show()
    QTest.qWaitForWindowExposed(view)
    middle(view)
    say("a bare QPlainTextEdit", typed(view, keys, pause))
    view.deleteLater()


def ours(path: Path, keys: int) -> None:
    window = MainWindow()
    window.resize(1280, 800)
    start = Start(window, [path])
    window.show()
    QTest.qWaitForWindowExposed(window)
    wait(lambda: window.desk and window.panel)
    middle(window.manuscript)
    desk = window.desk
    assert desk
    heart = Heart()
    during = typed(window.manuscript, keys, pause)
    say(f"Copydesk while the article is checked ({'still' if desk.checking.running else 'done'})", during, heart)

    def calm() -> bool:
        return not desk.checking.running and not desk.checking.stale and desk.unwritten == 0

    heart = Heart()
    idle = typed(window.manuscript, keys // 4, lambda: wait(calm))
    say(f"Copydesk, checks at rest ({len(desk.rows()):,} findings)", idle, heart)
    window.close()
    del start
    window.deleteLater()
    QApplication.processEvents()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--long", type=Path)
    parser.add_argument("--keys", type=int, default=200)
    args = parser.parse_args()
    app = QApplication([])
    sample = resources.text("samples", "kashmir.txt")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["COPYDESK_DATA"], os.environ["COPYDESK_CONFIG"] = str(folder / "data"), str(folder / "config")
        theme.use(app, "light", 100)
        (folder / "config").mkdir()
        (folder / "config" / "settings.toml").write_text("grammar = false\n", encoding="utf-8")
        page, long = folder / "page.txt", folder / "long.txt"
        page.write_text(" ".join(f"{sample}\n\n{sample}".split(" ")[:1000]), encoding="utf-8")
        long.write_text(args.long.read_text("utf-8") if args.long else "\n\n".join([sample] * 75), encoding="utf-8")
        for path in (page, long):
            print(f"{len(path.read_text(encoding='utf-8').split()):,} words", flush=True)
            bare(path, args.keys)
            ours(path, args.keys)


if __name__ == "__main__":
    main()
