"""What every test of the window needs: the look in force, and folders of its own for what is kept."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from editor.window import theme, translation
from tests.window.heart import Heart


@pytest.fixture(autouse=True)
def look(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("COPYDESK_CONFIG", str(tmp_path / "config"))
    monkeypatch.setenv("COPYDESK_DATA", str(tmp_path / "data"))
    theme.use(qapp, "light", 100)
    translation.use(qapp, "en")
    # As in the program: widgets that are garbage must not be destroyed by a thread that happens to look for it.
    gc.disable()
    yield
    theme.use(qapp, "light", 100)
    gc.collect()
    gc.enable()


@pytest.fixture
def to_front(qtbot: QtBot) -> Callable[[QWidget], None]:
    """Shows a window and waits until keys go to it; without a window manager nobody else gives it the focus."""

    def show(window: QWidget) -> None:
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)

    return show


@pytest.fixture
def heart(qapp: QApplication) -> Heart:
    """Beats from now on; `held()` at the end says whether the window ever stalled."""
    return Heart()
