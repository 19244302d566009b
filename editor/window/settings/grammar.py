"""The section of grammar: what there is of LanguageTool, and getting it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from editor.languagetool import install, state
from editor.languagetool.state import State
from editor.window import theme
from editor.window.settings.fetching import Fetching
from editor.window.settings.matched import matches
from editor.window.settings.section import Heading, Section
from editor.window.settings.trial import Trial
from editor.window.translation import tr
from editor.window.wording import thousands
from editor.window.words import Kind, Run, Words

if TYPE_CHECKING:
    from editor.window.mainwindow import MainWindow

SPACE = theme.SPACE
AGAIN = 2000
"""Milliseconds after which it is looked at again, while it is shown."""
MB = 1_000_000
STEPS = 1000


class Grammar(Section):
    """Says what is installed, and what runs; gets it, when the editor asks for it."""

    def __init__(self, window: MainWindow, parent: QWidget | None = None) -> None:
        self._window = window
        super().__init__("grammar", tr("Grammar"), window.preferences, parent)

    def fill(self) -> None:
        self._box = QWidget(self.widget())
        column = QVBoxLayout(self._box)
        column.setContentsMargins(0, SPACE, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(Heading(tr("LanguageTool on this computer"), self._box, 1.05))
        self.state = [Words([], self._box) for _ in range(3)]
        for words in self.state:
            column.addWidget(words)
        self.trouble = Words([], self._box)
        self.trouble.hide()
        self._promise = Words([Run(self._promised(), "muted")], self._box)
        self.get, self.cancel = self._button(self._get_words()), self._button(tr("Ca&ncel"))
        self.get.setProperty("primary", "true")
        self.again = self._button(tr("Start It &Again"))
        self.bar = QProgressBar(self._box)
        self.bar.setRange(0, STEPS)
        self.bar.setAccessibleName(tr("How much of LanguageTool has come"))
        self.came = Words([], self._box)
        line = QHBoxLayout()
        line.setSpacing(SPACE)
        for button in (self.get, self.again):
            line.addWidget(button)
        line.addStretch(1)
        fetching = QHBoxLayout()
        fetching.setSpacing(SPACE)
        fetching.addWidget(self.bar, 1)
        fetching.addWidget(self.cancel)
        column.addWidget(self.trouble)
        column.addWidget(self._promise)
        column.addLayout(line)
        column.addLayout(fetching)
        column.addWidget(self.came)
        self.body.insertWidget(1, self._box)
        self._work()

    def _work(self) -> None:
        self.fetching = Fetching(self)
        self.fetching.progressed.connect(self._progress)
        self.fetching.ended.connect(self._ended)
        self._looking = Trial(self)
        self._looking.done.connect(self._show)
        self._timer = QTimer(self)
        self._timer.setInterval(AGAIN)
        self._timer.timeout.connect(self.look)
        self.get.clicked.connect(self._get)
        self.cancel.clicked.connect(self._cancel)
        self.again.clicked.connect(self._window.watch.restart_grammar)
        self._window.watch.engine_told.connect(self.look)
        self._arrange(fetching=False, there=True)

    def _button(self, words: str) -> QPushButton:
        button = QPushButton(words, self._box)
        button.setAutoDefault(False)
        return button

    def _get_words(self) -> str:
        return tr("&Get LanguageTool ({size} MB)").format(size=_mb(sum(file.size for file in install.pinned())))

    def _promised(self) -> str:
        return tr(
            "It is fetched once, from {place}, and each file is held against its checksum. From then on it checks "
            "spelling and grammar on this computer: the text of your articles goes nowhere."
        ).format(place=install.MAVEN.split("/")[2])

    def refresh(self, name: str = "") -> None:
        super().refresh(name)
        if name in ("", "grammar", "languagetool", "java"):
            self.look()

    def look(self, *_: object) -> None:
        """Looks at what there is, in a thread."""
        said, desk = self.preferences.settings, self._window.desk
        pid = desk.checking.pid if desk and said.grammar else 0
        self._looking.ask(lambda: state.look(said.languagetool, said.java, pid), 0)

    def search(self, words: str) -> int:
        found = super().search(words)
        here = matches(words, tr("LanguageTool on this computer"), self._get_words(), self._promised(), "Java")
        self._box.setVisible(here)
        return found + here

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.look()
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()
        super().hideEvent(event)

    # What it says

    def _show(self, there: State) -> None:
        if there.installed:
            words = tr("LanguageTool {version}: {size} MB in {folder}")
            words = words.format(version=there.version, size=_mb(there.size), folder=there.folder)
        else:
            words = tr("LanguageTool is not installed in {folder}").format(folder=there.folder)
        _say(self.state[0], words, "plain" if there.installed else "strong")
        if there.trouble:
            _say(self.state[1], there.trouble, "wrong")
        else:
            words = tr("Java {version}: {place}").format(version=there.java_version, place=there.java)
            _say(self.state[1], words)
        self._show_running(there)
        if not self.fetching.running:
            self._arrange(fetching=False, there=there.installed)

    def _show_running(self, there: State) -> None:
        desk, on = self._window.desk, self.preferences.settings.grammar
        why = desk.checking.missing if desk and on and there.installed else ""
        self.again.setVisible(bool(why))
        if not on:
            _say(self.state[2], tr("It is turned off."), "muted")
        elif there.memory:
            _say(self.state[2], tr("It runs, and takes {size} MB of memory.").format(size=_mb(there.memory)))
        elif why:
            _say(self.state[2], why, "wrong")
        elif there.installed:
            _say(self.state[2], tr("It starts with the next article that is checked."), "muted")
        else:
            words = tr("Until then Harper, which is part of Copydesk, checks English; other languages have no grammar.")
            _say(self.state[2], words, "muted")

    def _arrange(self, *, fetching: bool, there: bool) -> None:
        focused = self.get.hasFocus() or self.cancel.hasFocus()
        for widget in (self.bar, self.cancel, self.came):
            widget.setVisible(fetching)
        own = bool(self.preferences.settings.languagetool)
        self.get.setVisible(not fetching and not there and not own)
        self._promise.setVisible(not there)
        if focused:
            (
                self.cancel if fetching else self.get if not self.get.isHidden() else self.rows["grammar"].control
            ).setFocus(Qt.FocusReason.OtherFocusReason)

    # Getting it

    def _get(self) -> None:
        _say(self.trouble, "")
        self._progress(0, sum(file.size for file in install.pinned()))
        self.cancel.setEnabled(True)
        self._arrange(fetching=True, there=False)
        self.fetching.start()

    def _cancel(self) -> None:
        self.cancel.setEnabled(False)
        self.fetching.cancel()

    def _progress(self, done: int, total: int) -> None:
        self.bar.setValue(STEPS * done // max(1, total))
        _say(self.came, tr("{done} of {total} MB").format(done=_mb(done), total=_mb(total)), "muted")

    def _ended(self, trouble: str) -> None:
        _say(self.trouble, trouble, "wrong")
        there = install.installed(install.folder())
        self._arrange(fetching=False, there=there)
        if there:
            self._window.watch.restart_grammar()
            self._window.banners.clear("languagetool")
        self.look()


def _say(words: Words, said: str, kind: Kind = "plain") -> None:
    words.show_runs([Run(said, kind)])
    words.setVisible(bool(said))


def _mb(size: int) -> str:
    return thousands(round(size / MB))
