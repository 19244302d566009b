"""What every test of the window needs: the look in force, and a folder of its own for what the window remembers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from editor.window import theme


@pytest.fixture(autouse=True)
def look(qapp: QApplication, tmp_path: Path) -> Iterator[None]:
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path / "settings"))
    theme.use(qapp, "light", 100)
    yield
    theme.use(qapp, "light", 100)
