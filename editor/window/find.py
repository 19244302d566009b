"""The bar to find and to replace: what is typed in it, and what it says of what is found."""

from __future__ import annotations

import itertools
from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QWidget,
)

from editor.window import icons, keymap, theme
from editor.window.finder import Finder
from editor.window.flow import Flow
from editor.window.manuscript import Manuscript
from editor.window.recalled import Recalled
from editor.window.remembered import Remembered
from editor.window.toast import announce
from editor.window.translation import tr
from editor.window.wording import thousands

LONGEST = 80
"""The most characters of a selection that are taken for the words to find; a longer one is a part to be searched."""


class FindBar(QWidget):
    """Enter goes to the next place, or puts the words there and goes on; with Shift back, or stays. Esc to the text."""

    closed = Signal()

    def __init__(self, view: Manuscript, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._remembered: Remembered | None = None
        self.finder = Finder(view, self)
        self._replaces = False
        self._said = ""
        self._buttons: list[tuple[QToolButton, str]] = []
        self._build()
        self._connect()
        self._dress()
        self._show_rows()
        self.hide()

    # How it is built

    def _build(self) -> None:
        self.setAccessibleName(tr("Find and replace"))
        self.words, self.replacement = Recalled(self), Recalled(self)
        for field, name in ((self.words, tr("Find in the article")), (self.replacement, tr("Replace with"))):
            field.setPlaceholderText(name)
            field.setAccessibleName(name)
            field.setMaximumWidth(420)
            field.setMinimumWidth(120)
        self.count, self.note = QLabel(self), QLabel(self)
        self.note.setWordWrap(True)
        for label in (self.count, self.note):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.one = QPushButton(tr("Replace"), self)
        self.one.setToolTip(tr("Replace this place and go to the next (Enter; Shift+Enter stays)"))
        self.all = QPushButton(tr("Replace &All"), self)
        self.all.setToolTip(tr("Replace every place in one step, which Undo takes back"))
        self.case = self._box(tr("Match &case"), tr("Capitals, quotation marks and blanks as they are typed here"))
        self.whole = self._box(tr("&Whole words"), tr("Not inside of longer words"))
        self.pattern = self._box(tr("Regular e&xpression"), tr("A pattern, such as \\d+ for figures"))
        self.within = self._box(tr("In se&lection"), tr("Only in the part of the text that is selected"))
        self.keeps = self._box(tr("&Keep capitals"), tr("Plan becomes Scheme, and PLAN becomes SCHEME"))
        self.quoted = self._box(
            tr("In &quotations too"), tr("Words inside quotation marks are the speaker's: they stay unless you ask")
        )
        previous = self._button(
            "previous", tr("Previous place"), keymap.cap("find_previous"), lambda: self.step(back=True)
        )
        following = self._button("next", tr("Next place"), keymap.cap("find_next"), self.step)
        close = self._button("close", tr("Close the find bar"), "Esc", self.close_bar)
        grid = QGridLayout(self)
        grid.setContentsMargins(2 * theme.SPACE, theme.SPACE - 2, theme.SPACE, theme.SPACE - 2)
        grid.setHorizontalSpacing(theme.SPACE)
        grid.setVerticalSpacing(theme.SPACE // 2)
        grid.addWidget(self.words, 0, 0)
        grid.addLayout(_line(previous, following, self.count), 0, 1)
        grid.addWidget(close, 0, 2, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.replacement, 1, 0)
        grid.addLayout(_line(self.one, self.all), 1, 1)
        grid.addWidget(self.note, 2, 0, 1, 3)
        self._choices = QWidget(self)
        flow = Flow(self._choices, theme.SPACE)
        for box in (self.case, self.whole, self.pattern, self.within, self.keeps, self.quoted):
            flow.addWidget(box)
        grid.addWidget(self._choices, 3, 0, 1, 3)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 4)
        order = [self.words, previous, following, self.replacement, self.one, self.all]
        order += [self.case, self.whole, self.pattern, self.within, self.keeps, self.quoted, close]
        for before, after in itertools.pairwise(order):
            QWidget.setTabOrder(before, after)

    def _box(self, words: str, tip: str) -> QCheckBox:
        box = QCheckBox(words, self)
        box.setToolTip(tip)
        box.setAccessibleDescription(tip)
        return box

    def _button(self, icon: str, name: str, tip: str, run: Callable[[], object]) -> QToolButton:
        button = QToolButton(self)
        button.setAccessibleName(name)
        button.setToolTip(f"{name} ({tip})")
        button.clicked.connect(lambda *_: run())
        self._buttons.append((button, icon))
        return button

    def _connect(self) -> None:
        self.words.textChanged.connect(self._typed)
        for box in (self.case, self.whole, self.pattern):
            box.toggled.connect(self._typed)
        self.within.toggled.connect(self._narrow)
        self.pattern.toggled.connect(lambda on: self.keeps.setEnabled(not on))
        self.replacement.textChanged.connect(self._ask)
        for box in (self.keeps, self.quoted):
            box.toggled.connect(self._ask)
        self.one.clicked.connect(lambda *_: self.finder.replace())
        self.all.clicked.connect(lambda *_: self._all())
        finder = self.finder
        finder.changed.connect(self._say)
        finder.wrapped.connect(self._wrapped)
        finder.left.connect(lambda: self._tell(tr("That place is in a quotation, and was left as it is.")))

    def remember(self, remembered: Remembered) -> None:
        """What was searched for before is known here, and what is searched for now is kept."""
        self._remembered = remembered
        self.words.past, self.replacement.past = remembered.words("found"), remembered.words("replaced")

    # Open and closed

    def open(self, *, replace: bool = False) -> None:
        """Shows the bar, with the words that are selected in the text; a longer part is what is searched."""
        self._replaces = replace or (self._replaces and self.isVisible())
        self._show_rows()
        span = self._view.selected()
        chosen = span.of(self._view.display.text) if len(span) <= LONGEST else ""
        self._note("")
        self.show()
        self.finder.live = True
        if chosen and "\n" not in chosen and not self.pattern.isChecked():
            self.words.setText(chosen)
        elif len(span):
            self._view.found.within = None
            self.within.setChecked(False)
            self.within.setChecked(True)
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.selectAll()
        self._typed()

    def close_bar(self) -> None:
        self._keep()
        self.finder.clear()
        self._quietly(self.within, on=False)
        self.hide()
        self.closed.emit()

    def leave(self) -> None:
        """The article goes: the bar with it."""
        self.finder.clear()
        self._quietly(self.within, on=False)
        self.hide()

    def step(self, *, back: bool = False) -> None:
        """Goes to the next place or the one before; with the bar closed, of what was looked for last."""
        self._note("")
        if not self.words.text() and self.words.past:
            self.words.setText(self.words.past[0])
        self._keep()
        self._ask(look=False)
        self.finder.step(back=back)

    def _all(self) -> None:
        self._note("")
        self._keep()
        self.finder.replace_all()

    def _keep(self) -> None:
        for field, name in ((self.words, "found"), (self.replacement, "replaced")):
            if field.keep() and self._remembered:
                self._remembered.keep_words(name, field.past)

    def _show_rows(self) -> None:
        for widget in (self.replacement, self.one, self.all, self.keeps, self.quoted):
            widget.setVisible(self._replaces)

    # What is asked

    def _typed(self) -> None:
        self._note("")
        self._ask()
        if self.isVisible():
            self.finder.reveal()

    def _ask(self, *_: object, look: bool = True) -> None:
        from editor.desk.searching import Replacing, Search

        finder = self.finder
        finder.search = Search(
            self.words.text(), self.case.isChecked(), self.whole.isChecked(), self.pattern.isChecked()
        )
        finder.replacing = (
            Replacing(self.replacement.text(), self.keeps.isChecked(), self.quoted.isChecked())
            if self._replaces
            else None
        )
        if look and self.isVisible():
            finder.look()

    def _narrow(self, on: bool) -> None:
        span = self._view.selected()
        if on and not len(span):
            self._quietly(self.within, on=False)
            self._tell(tr("Select a part of the text first, then search in it."))
            return
        self._view.found.within = span if on else None
        self._typed()

    def _quietly(self, box: QCheckBox, *, on: bool) -> None:
        box.blockSignals(True)
        box.setChecked(on)
        box.blockSignals(False)

    # What is said

    def _say(self) -> None:
        finder = self.finder
        if not self._view.found.within:
            # Another article is in front.
            self._quietly(self.within, on=False)
        self.count.setText(self._counted())
        can = bool(finder.count) and not self._view.isReadOnly()
        self.one.setEnabled(can)
        self.all.setEnabled(can and finder.count > finder.guarded)
        number = finder.count - finder.guarded
        self.all.setText(tr("Replace &All {number}").format(number=thousands(number)) if number else tr("Replace &All"))
        if finder.trouble:
            self._note(_trouble(finder.trouble, self.words.text()), bad=True)
        elif finder.guarded:
            self._note(tr("%n in quotations left as they are.", "", finder.guarded) if not self._said else self._said)
        else:
            self._note(self._said)
        if self.isVisible():
            announce(self.count, self.count.text())

    def _counted(self) -> str:
        finder = self.finder
        if not self.words.text() or finder.trouble:
            return ""
        if finder.busy:
            return tr("Searching…")
        if not finder.count:
            return tr("Not found")
        if finder.number:
            return tr("{number} of {count}").format(number=thousands(finder.number), count=thousands(finder.count))
        return tr("{count} found").format(count=thousands(finder.count))

    def _wrapped(self, back: bool) -> None:
        self._tell(tr("Went on from the end of the text.") if back else tr("Went on from the start of the text."))

    def _tell(self, words: str) -> None:
        self._said = words
        self._note(words)
        announce(self.note, words)

    def _note(self, words: str, *, bad: bool = False) -> None:
        if not words:
            self._said = ""
        self.note.setText(words)
        self.note.setVisible(bool(words))
        self.note.setStyleSheet(f"color: {theme.tokens().danger if bad else theme.tokens().muted};")

    # Keys and look

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        focused = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif isinstance(focused, QPushButton | QToolButton):
            focused.click()
        elif focused is self.replacement:
            self._note("")
            self._keep()
            self.finder.replace(stay=shift)
        else:
            self.step(back=shift)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "_choices"):
            self._dress()

    def _dress(self) -> None:
        for button, icon in self._buttons:
            button.setIcon(icons.icon(icon))

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(0, 0, self.width(), 1, theme.colour("line"))


def _line(*widgets: QWidget) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(theme.SPACE // 2)
    for widget in widgets:
        line.addWidget(widget)
    line.addStretch(1)
    return line


def _trouble(error: Exception, words: str) -> str:
    """What is wrong with a pattern, and at which of its characters."""
    from editor.desk.searching import BadPattern

    if not isinstance(error, BadPattern):
        return tr("This pattern takes too long on this text: make it say more exactly what you look for.")
    why = {
        "missing )": tr("a bracket is not closed: add )"),
        "unbalanced parenthesis": tr("there is a ) too many; \\) stands for the sign itself"),
        "unterminated character set": tr("a set is not closed: add ]"),
        "nothing to repeat": tr("there is nothing before it to repeat; \\* stands for the sign itself"),
        "multiple repeat": tr("two signs of repetition follow each other"),
        "bad escape (end of pattern)": tr("a \\ ends the pattern; \\\\ stands for the sign itself"),
        "bad character range": tr("a range runs backwards"),
        "min repeat greater than max repeat": tr("the least number is greater than the most"),
        "unknown property": tr("there is no such property"),
        "no such group": tr("the pattern has no such group"),
        "invalid group reference": tr("the pattern has no such group"),
        "unknown group": tr("the pattern has no such group"),
    }.get(error.why, error.why)
    if error.why == "no such group":
        return tr("Replacement, character {place}: {why}.").format(place=error.at + 1, why=why)
    if error.at >= len(words):
        return tr("Pattern, at its end: {why}.").format(why=why)
    return tr("Pattern, character {place}: {why}.").format(place=error.at + 1, why=why)
