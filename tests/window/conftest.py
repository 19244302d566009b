"""What every test of the window needs: the look in force, and folders of its own for what is kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from editor.window import theme


@pytest.fixture(autouse=True)
def look(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("COPYDESK_CONFIG", str(tmp_path / "config"))
    monkeypatch.setenv("COPYDESK_DATA", str(tmp_path / "data"))
    theme.use(qapp, "light", 100)
    yield
    theme.use(qapp, "light", 100)
