"""The comparison: another text beside the present one, gone through change by change; each can be taken back."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING
from weakref import WeakSet

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from editor.desk import Desk
from editor.desk import happenings as told
from editor.window import keymap, theme
from editor.window.flow import Flow
from editor.window.toast import Toast, announce
from editor.window.translation import tr
from editor.window.two_texts import TwoTexts
from editor.window.wording import announced, elided, shown_words
from editor.window.words import KeyButton, Run, Words

if TYPE_CHECKING:
    from editor.diff import Comparison
    from editor.window.comparisons import Other
    from editor.window.remembered import Remembered

SPACE = theme.SPACE
NARROW = 560
"""Pixels at 100 %: with less room than this the texts are shown one in the other."""
_ANY = (1 << 24) - 1
"""Qt's own largest width: none is asked for."""


class Comparing(QWidget):
    """Takes the manuscript's place while two texts are compared. The desk's text is only changed by its keys."""

    left = Signal()
    """The editor wants to go back to the text."""
    jump = Signal(object)
    """The editor wants to go to a Span of the text."""
    _done = Signal(int, object)

    def __init__(self, parent: QWidget | None, remembered: Remembered) -> None:
        super().__init__(parent)
        self.setObjectName("comparing")
        self.setAccessibleName(tr("Comparison"))
        self.desk: Desk | None = None
        self.other: Other | None = None
        self.comparison: Comparison | None = None
        self._asked = 0
        self._heard: WeakSet[Desk] = WeakSet()
        self._remembered = remembered
        self.view = TwoTexts(self)
        self.view.chosen.connect(self.go)
        self.count = Words([], self)
        self.said = Words([], self)
        self.heads = (Words([], self), Words([], self))
        self.next_button = self._button(
            "comparing.next", tr("Next"), tr("Goes to the next change; Shift+F7 to the one before")
        )
        self.next_button.clicked.connect(self.step)
        self.back_button = self._button(
            "comparing.restore", tr("Restore this"), tr("Puts the other text’s words back; undo takes it back")
        )
        self.back_button.clicked.connect(self.restore_change)
        self.take_button = self._button(
            "comparing.all", tr("Restore all"), tr("The whole text becomes the other; one undo step")
        )
        self.take_button.clicked.connect(self.restore_all)
        self.inline_button = self._button(
            "comparing.inline", tr("In one"), tr("Shows both texts in one, or side by side")
        )
        self.inline_button.clicked.connect(self.turn)
        self.place_button = self._button("comparing.place", tr("To its place"), tr("Goes to this change in the text"))
        self.place_button.clicked.connect(self.to_place)
        self.close_button = self._button("Esc", tr("Back"), tr("Goes back to the text"))
        self.close_button.clicked.connect(self.left)
        self._build()
        self.toast = Toast(self.view)
        self.toast.undo_wanted.connect(self._undo)
        self._done.connect(self._show, Qt.ConnectionType.QueuedConnection)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._compare)
        self.hide()

    def _button(self, key: str, words: str, help_: str) -> KeyButton:
        return KeyButton(key, words, help_, self)

    def _build(self) -> None:
        bar = QWidget(self)
        flow = Flow(bar)
        for button in (
            self.next_button,
            self.back_button,
            self.place_button,
            self.inline_button,
            self.take_button,
            self.close_button,
        ):
            flow.addWidget(button)
        top = QVBoxLayout()
        top.setContentsMargins(2 * SPACE, SPACE + 4, 2 * SPACE, SPACE)
        top.setSpacing(SPACE)
        top.addWidget(self.count)
        top.addWidget(self.said)
        top.addWidget(bar)
        self._columns = QHBoxLayout()
        self._columns.setSpacing(0)
        for head in self.heads:
            self._columns.addWidget(head, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addLayout(self._columns)
        layout.addWidget(self.view, 1)

    # What is compared

    def use(self, desk: Desk, other: Other) -> None:
        """Compares another text with this desk's, or with a newer one."""
        if desk not in self._heard:
            self._heard.add(desk)
            desk.subscribe(lambda happening: self._hear(desk, happening))
        self.desk, self.other, self.comparison = desk, other, None
        self.view.current = -1
        self._head()
        self.count.show_runs([Run(tr("Comparing…"), "muted")])
        self._compare()

    def leave(self) -> None:
        """Nothing is compared any more."""
        self.desk = self.other = self.comparison = None
        self._asked += 1

    def _hear(self, desk: Desk, happening: told.Happening) -> None:
        if desk is not self.desk:
            return
        if isinstance(happening, told.TextEdited):
            self._soon.start()
        elif isinstance(happening, told.Announced):
            # The window's own toast lies over the manuscript, which is not in view.
            self.toast.say(announced(happening), undoable=happening.undoable)

    def _undo(self) -> None:
        if self.desk:
            self.desk.undo()

    def _compare(self) -> None:
        """Has a thread of its own find what differs: a long article takes a while."""
        if not self.desk or not self.other:
            return
        self._asked += 1
        asked, old = self._asked, self.other.text
        new = self.other.newer[1] if self.other.newer else self.desk.text
        done = self._done.emit

        def work() -> None:
            from editor.diff import compared

            found = compared(old, new)
            with contextlib.suppress(RuntimeError):  # the window was closed meanwhile
                done(asked, found)

        threading.Thread(target=work, name="compare", daemon=True).start()

    def _show(self, asked: int, found: Comparison) -> None:
        if asked != self._asked or not self.other:
            return
        first = self.comparison is None
        self.comparison = found
        self.view.show_comparison(found)
        for button in (self.next_button, self.back_button, self.place_button, self.take_button, self.inline_button):
            button.setVisible(bool(found.changes))
        own = self.other.newer is None
        self.back_button.setVisible(own and bool(found.changes))
        self.place_button.setVisible(own and bool(found.changes))
        self._fit()
        self.go(0 if first else min(max(self.view.current, 0), len(found.changes) - 1))

    def _head(self) -> None:
        assert self.other
        name = shown_words(self.other.name)
        newer = shown_words(self.other.newer[0]) if self.other.newer else tr("your text")
        for head, words, kind in zip(self.heads, (name, newer), ("old", "new"), strict=True):
            hint = tr("struck: only here") if kind == "old" else tr("underlined: only here")
            head.show_runs([Run(f"{words}  ", "strong"), Run(hint, kind)])  # type: ignore[arg-type]
        take = self.other.take is not None
        self.take_button.set_words(tr("Take {name}").format(name=name) if take else tr("Restore all"))

    # From change to change

    @property
    def current(self) -> int:
        """The number of the change that is gone to, from 0; -1 where the texts are the same."""
        return self.view.current

    def step(self, *_: object, back: bool = False) -> None:
        """Goes to the next change, or to the one before; at the end on at the other one."""
        if self.comparison and self.comparison.changes:
            self.go((self.current + (-1 if back else 1)) % len(self.comparison.changes))

    def go(self, number: int) -> None:
        """Goes to a change, and says it aloud."""
        if not self.comparison:
            return
        changes = self.comparison.changes
        there = 0 <= number < len(changes)
        self.view.go(number if there else -1)
        if not there:
            self.count.show_runs([Run(tr("Both texts are the same."), "strong")])
            self.said.show_runs([])
            announce(self, tr("Both texts are the same."))
            return
        title = tr("Change {number} of {count}").format(number=number + 1, count=len(changes))
        runs = self._runs(number)
        self.count.show_runs([Run(title, "strong")])
        self.said.show_runs(runs)
        words = f"{title}. {self.said.accessibleName()}"
        self.view.setAccessibleDescription(words)
        announce(self, words)

    def _runs(self, number: int) -> list[Run]:
        assert self.comparison
        change = self.comparison.changes[number]
        gone, come = change.old.of(self.comparison.old).strip("\n"), change.new.of(self.comparison.new).strip("\n")
        runs = [Run(elided(gone, 90), "old"), Run(" "), Run(elided(come, 90), "new")]
        if change.moved:
            runs = [Run(tr("A paragraph was moved") + ": ", "muted"), *runs]
        elif not (gone or come).strip():
            runs = [Run(tr("Blanks or line ends only"), "muted")]
        return runs

    def turn(self, *_: object) -> None:
        """Shows both texts in one, or side by side."""
        self._remembered.compared_in_one = not self.view.inline
        self._fit()
        self.view.go(self.current)

    def _fit(self) -> None:
        """Side by side where there is room for it, unless the editor has chosen."""
        narrow = self.width() < NARROW * theme.zoom() / 100
        chosen = self._remembered.compared_in_one
        inline = narrow if chosen is None else chosen
        if inline != self.view.inline:
            self.view.set_inline(inline)
        self.inline_button.set_words(tr("Side by side") if inline else tr("In one"))
        left, right = self.view.lefts()
        self._columns.setContentsMargins(int(min(left, right)), 0, SPACE, SPACE)
        # Each head stands where its column begins.
        first, other = reversed(self.heads) if self.isRightToLeft() else self.heads
        wide = abs(int(right - left))
        first.setMinimumWidth(0 if inline else wide)
        first.setMaximumWidth(_ANY if inline else wide)
        other.setMinimumWidth(0)
        other.setMaximumWidth(_ANY)

    # What it does to the text

    def restore_change(self, *_: object) -> None:
        """The other text's words take the place of this change; one step of undo."""
        desk, comparison = self.desk, self.comparison
        if not desk or not comparison or not self.other or self.other.newer or self.current < 0:
            return
        if desk.text != comparison.new:
            self._soon.start()
            return
        desk.restore([comparison.taking_back(self.current)])

    def restore_all(self, *_: object) -> None:
        """The whole text becomes the other one; one step of undo."""
        desk, other = self.desk, self.other
        if not desk or not other:
            return
        self.left.emit()
        if other.take:
            other.take()
        else:
            desk.replace_all(other.text)

    def to_place(self, *_: object) -> None:
        """Goes to the current change in the text."""
        if self.comparison and self.other and not self.other.newer and self.current >= 0:
            span = self.comparison.changes[self.current].new
            self.left.emit()
            self.jump.emit(span)

    # Keys and look

    def event(self, event: QEvent) -> bool:
        # F7 checks the article everywhere else.
        asks = event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if asks and keymap.meant("comparing", event):  # type: ignore[arg-type]
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self.left.emit()
        elif name := keymap.meant("comparing", event):
            self.do(name)
        else:
            super().keyPressEvent(event)

    def do(self, name: str) -> None:
        """What a key or the palette asks for, by its name."""
        runs: dict[str, Callable[[], object]] = {
            "next": self.step,
            "previous": lambda: self.step(back=True),
            "restore": self.restore_change,
            "place": self.to_place,
            "inline": self.turn,
            "all": self.restore_all,
        }
        runs[name]()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme.colour("panel"))
