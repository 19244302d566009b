"""An editor at work in a process of its own, for tests that end it at any instant.

session.py kill FOLDER PATH        for each line read: a process that works on the article at PATH until it is killed
session.py write FOLDER PATH N     writes N steps and ends
"""

from __future__ import annotations

import importlib
import os
import sys
import threading
from pathlib import Path

from editor.archive import Archive, ArchiveError
from tests.archive.making import decided, decision, insertion

AT_ONCE = 6
"""How many writes are under way together."""


def word(n: int) -> str:
    return f"{n} "


def work(folder: Path, path: Path, most: int | None = None) -> int:
    """Writes steps, one word and one decision each, and says the number of each that is on disk; how many failed."""
    failed = 0
    archive = Archive(folder, actor="Ada", again=0.05)
    archive.start()
    record = archive.open_article(path, path.name, text="", title="").result()
    if not most:
        assert archive.lease(record.id).result()
    slots = threading.Semaphore(AT_ONCE)
    n = first = len(record.done)
    text = record.draft
    print("began", n, flush=True)

    def done(number: int, error: ArchiveError | None) -> None:
        nonlocal failed
        if error:
            failed += 1
            print("failed", error, file=sys.stderr, flush=True)
            return
        os.write(1, f"{number}\n".encode())
        slots.release()

    while most is None or n < first + most:
        slots.acquire()
        event = decided(f"s{n}", decision(f"d{n}"), edits=(insertion(len(text), word(n)),))
        text += word(n)
        archive.append(record.id, [event], text=text, done=lambda error, n=n: done(n, error))  # type: ignore[misc]
        n += 1
    archive.close(60)
    return failed


def stand_by(folder: Path, path: Path) -> None:
    """Begins a worker for each line: a fork of this process, which has imported what takes long and has no threads."""
    for _ in sys.stdin:
        child = os.fork()
        if not child:
            work(folder, path)
        print("child", child, flush=True)
        os.waitpid(child, 0)
        print("over", flush=True)


if __name__ == "__main__":
    for name in ("alembic.command", "sqlalchemy.dialects.sqlite", "editor.archive.work"):
        importlib.import_module(name)
    if sys.argv[1] == "kill":
        stand_by(Path(sys.argv[2]), Path(sys.argv[3]))
    else:
        sys.exit(min(1, work(Path(sys.argv[2]), Path(sys.argv[3]), int(sys.argv[4]))))
