"""About Copydesk: what is copied for a report says nothing of an article."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from editor import settings
from editor.window.mainwindow import MainWindow
from editor.window.settings.about import About, sources


def test_diagnostics_have_versions_and_folders(qtbot: QtBot) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    about = About(window)
    qtbot.addWidget(about)
    qtbot.waitUntil(lambda: bool(about._known))
    about.copy.click()
    copied = QGuiApplication.clipboard().text()
    for name in ("Copydesk: ", "Python: ", "Qt: ", "SQLite: ", "LanguageTool: "):
        assert name in copied
    assert str(settings.path()) in copied
    assert about.search("sqlite") == 1
    assert about.search("nobody has these words") == 0
    window.close()


def test_tables_name_their_sources() -> None:
    assert len(sources()) > 5
    assert all(said.startswith("Source") for _, said in sources())
