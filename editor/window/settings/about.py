"""About Copydesk: its versions and folders to copy for a report, its licence, and where its tables come from."""

from __future__ import annotations

import functools
import importlib.metadata
import itertools
import platform
import re
import sqlite3
from typing import TYPE_CHECKING

import PySide6
from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from editor import resources, settings
from editor.languagetool import install, state
from editor.window import theme
from editor.window.settings.matched import marked, matches
from editor.window.settings.section import Heading
from editor.window.settings.trial import Trial
from editor.window.translation import tr
from editor.window.words import Run, Words

if TYPE_CHECKING:
    from editor.window.mainwindow import MainWindow

SPACE = theme.SPACE
HEAD = 20
"""In how many of its first lines a table says where it comes from."""


def known(folder: str, java: str) -> list[tuple[str, str]]:
    """What a report of a fault needs: versions and folders, and nothing of any article. Takes some 100 ms."""
    there = state.look(folder, java)
    engine = f"{there.version or install.VERSION} ({there.folder})" if there.installed else tr("not installed")
    return [
        ("Copydesk", importlib.metadata.version("copydesk")),
        ("Python", platform.python_version()),
        ("Qt", f"{qVersion()}, PySide6 {PySide6.__version__}"),
        ("SQLite", sqlite3.sqlite_version),
        ("LanguageTool", engine),
        ("Java", f"{there.java_version} ({there.java})" if there.java_version else there.trouble),
        (tr("System"), platform.platform()),
        (tr("Settings"), str(settings.path())),
        (tr("Articles"), str(settings.data_folder())),
    ]


@functools.cache
def sources() -> list[tuple[str, str]]:
    """Each table with what its first lines say of where it comes from."""
    found = []
    for file in sorted(resources.folder().joinpath("lexicon").glob("*.tsv")):
        with file.open(encoding="utf-8") as lines:
            head = [line.lstrip("# ").strip() for line in itertools.islice(lines, HEAD) if line.startswith("#")]
        if said := re.search(r"Sources?: .*", " ".join(head)):
            found.append((file.name, said[0]))
    return found


class About(QScrollArea):
    """Says what is here, and copies it."""

    def __init__(self, window: MainWindow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = tr("About Copydesk")
        self._window, self._known = window, list[tuple[str, str]]()
        self._words = ""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.title)
        inner = QWidget(self)
        self.setWidget(inner)
        column = QVBoxLayout(inner)
        column.setContentsMargins(3 * SPACE, 2 * SPACE, 3 * SPACE, 2 * SPACE)
        column.setSpacing(SPACE)
        column.addWidget(Heading(self.title, inner))
        self.facts = [Words([], inner) for _ in range(9)]
        for words in self.facts:
            column.addWidget(words)
        self.copy = QPushButton(tr("&Copy Diagnostics"), inner)
        self.copy.setAutoDefault(False)
        self.copy.setAccessibleDescription(tr("Versions and folders, and nothing of any article"))
        self.copy.clicked.connect(self._copy)
        column.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(Heading(tr("Licence"), inner, 1.05))
        licence = tr("Copydesk is free software under the GNU General Public License, version 3 or later.")
        self.licence = Words([Run(licence)], inner)
        column.addWidget(self.licence)
        column.addWidget(Heading(tr("Where its tables come from"), inner, 1.05))
        for name, said in sources():
            column.addWidget(Words([Run(name, "strong"), Run(f"  {said}", "muted")], inner, scale=0.95))
        column.addStretch(1)
        self._trial = Trial(self)
        self._trial.done.connect(self._show)
        chosen = window.preferences.settings
        self._trial.ask(lambda: known(chosen.languagetool, chosen.java), 0)

    def search(self, words: str) -> int:
        """Marks these words in the versions and folders; whether they, or the licence, have any."""
        self._words = words
        self._show(self._known)
        texts = [f"{name} {value}" for name, value in self._known] + [self.licence.accessibleName(), self.title]
        return int(any(matches(words, text) for text in texts))

    def _show(self, found: list[tuple[str, str]]) -> None:
        self._known = found
        for words, (name, value) in zip(self.facts, found, strict=False):
            words.show_runs([Run(f"{name}  ", "strong"), *marked(value, self._words)])

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(f"{name}: {value}" for name, value in self._known) + "\n")
        self._window.toast.say(tr("Copied versions and folders, and nothing of any article."))
