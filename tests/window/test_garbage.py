"""Garbage: cycles with Qt's objects in them end on the window's thread, whichever thread makes objects meanwhile."""

from __future__ import annotations

import gc
import threading

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from editor.window.garbage import MIDDLE, YOUNG, Garbage


def test_a_thread_that_makes_many_objects_collects_nothing_and_the_windows_thread_does(qtbot: QtBot) -> None:
    garbage = Garbage()
    ended: list[threading.Thread] = []

    class Told:
        def __del__(self) -> None:
            ended.append(threading.current_thread())

    def cycle() -> None:
        one = QObject()
        one.told = Told()  # type: ignore[attr-defined]
        one.self = one  # type: ignore[attr-defined]

    def busy() -> None:
        kept: list[list[object]] = [[[] for _ in range(10)] for _ in range(20 * YOUNG)]
        kept.clear()

    cycle()
    thread = threading.Thread(target=busy)
    thread.start()
    thread.join()
    assert not ended
    made = [[] for _ in range(YOUNG + 1)]  # type: ignore[var-annotated]
    for _ in range(MIDDLE + 2):
        made.append([[] for _ in range(YOUNG + 1)])
        garbage.look()
    assert ended == [threading.main_thread()]
    assert not gc.isenabled()
