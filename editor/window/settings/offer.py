"""LanguageTool offered where it is not installed: once, in a banner, and fetched by nothing but a press of a button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from editor.languagetool import install
from editor.window.settings.grammar import MB
from editor.window.translation import tr

if TYPE_CHECKING:
    from editor.window.mainwindow import MainWindow


class Offer(QObject):
    """Hears how grammar is checked, and offers LanguageTool when it could not be."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.watch.engine_told.connect(self._told)

    def _told(self, missing: str) -> None:
        window = self._window
        said = window.preferences.settings
        if not missing or window.remembered.offered or said.languagetool or install.installed(install.folder()):
            return
        window.remembered.offered = True
        size = round(sum(file.size for file in install.pinned()) / MB)
        words = tr(
            "LanguageTool is not installed. It checks spelling and grammar on this computer; your text stays here."
        )
        choices = [
            (tr("Get it ({size} MB)…").format(size=size), lambda: window.commands.settings("grammar")),
            (tr("Not Now"), window.focus_text),
        ]
        window.banners.show_message("languagetool", "info", words, choices, lasting=True)
