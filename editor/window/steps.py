"""The first three steps: open an article, go to a finding, take its fix. Each ticks itself; done, they are gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from editor.window import icons, keymap, theme
from editor.window.remembered import Remembered
from editor.window.translation import tr
from editor.window.words import Run, Words

if TYPE_CHECKING:
    from editor.desk import Desk
    from editor.desk.happenings import Happening

STEPS = ("open", "next", "accept")
"""The actions that are the steps."""


class Steps(QObject):
    """Which of the steps the editor has done, in this window or an earlier one."""

    changed = Signal()

    def __init__(self, remembered: Remembered, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._remembered = remembered
        self.done = set(remembered.steps)

    @property
    def left(self) -> tuple[str, ...]:
        """The steps that are still to be done."""
        return tuple(step for step in STEPS if step not in self.done)

    def do(self, step: str) -> None:
        """A step was done, in whatever way."""
        if step in self.left:
            self._put(self.done | {step})

    def dismiss(self) -> None:
        """The editor needs them no more."""
        self._put(set(STEPS))

    def begin_again(self) -> None:
        """They are wanted back."""
        self._put(set())

    def hear(self, desk: Desk, happening: Happening) -> None:
        """What is done on a desk."""
        from editor.desk import happenings as told

        if isinstance(happening, told.Chosen) and happening.row is not None:
            self.do("next")
        elif isinstance(happening, told.Announced) and "accept" in self.left:
            decisions = desk.decisions
            if decisions and decisions[-1].kind == "accepted":
                self.do("accept")

    def _put(self, done: set[str]) -> None:
        self.done = done
        self._remembered.steps = sorted(done)
        self.changed.emit()


def sentences() -> dict[str, str]:
    """What each step says, with its key of now."""
    keys = {step: keymap.shown(keys[0]) if (keys := keymap.keys(step)) else "" for step in STEPS}
    return {
        "open": tr("{key} opens an article").format(key=keys["open"]),
        "next": tr("{key} goes to the first finding").format(key=keys["next"]),
        "accept": tr("{key} takes its fix").format(key=keys["accept"]),
    }


class StepsLine(QWidget):
    """The steps in a line below the text."""

    left = Signal()
    """The editor goes back to the text."""

    def __init__(self, steps: Steps, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps = steps
        self.setAccessibleName(tr("Getting started"))
        self.words = Words([], self)
        self.close_button = QToolButton(self)
        self.close_button.setAccessibleName(tr("Show these steps no more"))
        self.close_button.setToolTip(tr("Show these steps no more"))
        self.close_button.clicked.connect(self._dismiss)
        line = QHBoxLayout(self)
        line.setContentsMargins(2 * theme.SPACE, theme.SPACE // 2, theme.SPACE, theme.SPACE // 2)
        line.addWidget(self.words, 1, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignVCenter)
        steps.changed.connect(self.refresh)
        keymap.heard.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Shows what is left to do; nothing where nothing is."""
        left = self._steps.left
        runs: list[Run] = []
        for number, (step, words) in enumerate(sentences().items(), 1):
            mark = f"{number}" if step in left else "\N{CHECK MARK}"
            kind = "strong" if left[:1] == (step,) else "muted"
            runs.append(Run(f"{mark}\N{NO-BREAK SPACE}{words}".replace(" ", "\N{NO-BREAK SPACE}"), kind))  # type: ignore[arg-type]
            runs.append(Run("     "))
        self.words.show_runs(runs[:-1])
        self.close_button.setIcon(icons.icon("close", "muted"))
        self.setVisible(bool(left))

    def _dismiss(self) -> None:
        self._steps.dismiss()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("panel"))
        painter.fillRect(0, 0, self.width(), 1, theme.colour("line"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "close_button"):
            self.close_button.setIcon(icons.icon("close", "muted"))
