"""The notes that stay open on the article: queries to the desk, claims whose source went; settled by one key each."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QVBoxLayout,
    QWidget,
)

from editor.desk import Desk
from editor.revision import NOTE_STATES, Note, NoteState
from editor.saying import mark
from editor.window import keymap, theme
from editor.window.flow import Flow
from editor.window.places import Paragraphs
from editor.window.rows import LINES, Lines, PlainList
from editor.window.translation import tr
from editor.window.wording import elided, shown_words
from editor.window.words import KeyButton, Run, Words

Index = QModelIndex | QPersistentModelIndex
NOTE = Qt.ItemDataRole.UserRole
SPACE = theme.SPACE
_KINDS = {"query": mark("Query"), "unsourced": mark("Unsourced claim")}
STATE_NAMES: dict[NoteState, str] = {
    "open": mark("open", "a note"),
    "answered": mark("answered", "a note"),
    "sourced": mark("sourced", "a note"),
    "cut": mark("cut", "a note"),
    "verified": mark("verified", "a note"),
}
STATES: dict[NoteState, str] = {
    "open": mark("Open again"),
    "answered": mark("Answered", "a note"),
    "sourced": mark("Sourced", "a note"),
    "cut": mark("Cut", "a note"),
    "verified": mark("Verified", "a note"),
}
"""What the button says that gives a note a state."""
_NOWHERE = QModelIndex()


def state_name(state: NoteState) -> str:
    """What a note is, in the window's language."""
    return tr(STATE_NAMES[state], "a note")


class NotesModel(QAbstractListModel):
    """A desk's notes: the open ones first, each in the order of their places."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._paragraphs = Paragraphs(desk.article)
        self.notes: list[Note] = []
        self.refresh()

    def refresh(self) -> None:
        """Takes over the desk's notes."""
        self.beginResetModel()
        self._paragraphs = Paragraphs(self._desk.article)
        self.notes = sorted(self._desk.notes.values(), key=lambda n: (n.state != "open", n.span, n.id))
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.notes)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        note = self.notes[index.row()]
        if role == NOTE:
            return note
        if role == LINES:
            open_ = note.state == "open"
            words = shown_words(elided(note.words, 160))
            title = f"{tr(_KINDS[note.kind])} · {state_name(note.state)}"
            return Lines(title, self.where(note), words, note.kind, "warning" if open_ else "ok", not open_)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            said = ", ".join((tr(_KINDS[note.kind]), state_name(note.state), self.where(note)))
            return f"{said}: {shown_words(note.words)}"
        return None

    def where(self, note: Note) -> str:
        return f"¶ {self._paragraphs.number(note.span.start)}"


class Notes(QWidget):
    """The list of notes, and the keys that settle the chosen one."""

    jump = Signal(object)
    back = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = PlainList(tr("Notes"), 3, self)
        self._empty = Words([], self)
        self._buttons = QWidget(self)
        flow = Flow(self._buttons)
        flow.setContentsMargins(2 * SPACE, 0, 2 * SPACE, SPACE)
        self._by_state: dict[NoteState, KeyButton] = {}
        for state, words in STATES.items():
            said = tr(words, "" if state == "open" else "a note")
            help_ = tr("The note is {state} now").format(state=state_name(state))
            button = KeyButton(f"notes.{state}", said, help_, self._buttons)
            button.clicked.connect(lambda *_, s=state: self.settle(s))
            self._by_state[state] = button
            flow.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        margins = QVBoxLayout()
        margins.setContentsMargins(2 * SPACE, SPACE + 4, 2 * SPACE, 0)
        margins.addWidget(self._empty)
        layout.addLayout(margins)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._buttons)

    def use(self, desk: Desk) -> None:
        """Shows another article's notes."""
        self._desk = desk
        self.model = NotesModel(desk, self)
        self.list.setModel(self.model)
        self.list.selectionModel().currentChanged.connect(self._walked)
        self.refresh()

    def enter(self) -> None:
        """Goes to the list."""
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def refresh(self) -> None:
        """Takes over the desk's notes; the chosen one stays chosen."""
        chosen, at = self.note, self.list.currentIndex().row()
        self.model.refresh()
        ids = [note.id for note in self.model.notes]
        if ids:
            row = ids.index(chosen.id) if chosen and chosen.id in ids else max(0, min(at, len(ids) - 1))
            self.list.setCurrentIndex(self.model.index(row))
        count = sum(note.state == "open" for note in self.model.notes)
        if ids:
            self._empty.show_runs([Run(tr("%n open note(s) on this article", "", count), "muted")])
        else:
            self._empty.show_runs(
                [
                    Run(tr("No notes.") + " ", "strong"),
                    Run(tr("A query (Q) leaves one, and so does taking out the only source of a claim."), "muted"),
                ]
            )
        self.list.setVisible(bool(ids))
        self._offer()

    @property
    def note(self) -> Note | None:
        found = self.list.currentIndex().data(NOTE)
        return found if isinstance(found, Note) else None

    def settle(self, state: NoteState) -> None:
        """Gives the chosen note another state."""
        note = self.note
        if note and state in NOTE_STATES[note.kind] and state != note.state:
            self._desk.set_note(note.id, state)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self.back.emit()
        elif name := keymap.meant("notes", event):
            self.do(name)
        else:
            super().keyPressEvent(event)

    def do(self, name: str) -> None:
        """What a key or the palette asks for, by its name: a state, or to show the note's place."""
        if name != "jump":
            self.settle(name)  # type: ignore[arg-type]
        elif self.note:
            self.jump.emit(self.note.span)

    def _walked(self, *_: object) -> None:
        self._offer()
        note = self.note
        if note and self.list.hasFocus():
            self.jump.emit(note.span)

    def _offer(self) -> None:
        note = self.note
        for state, button in self._by_state.items():
            button.setVisible(bool(note) and state in NOTE_STATES[note.kind] and state != note.state)  # type: ignore[union-attr]
