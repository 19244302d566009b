"""The article's revisions: the texts that it had, what differs from the present one word by word, and the way back."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, Future
from datetime import datetime
from typing import Any, Protocol

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from editor.article import Span
from editor.desk import Desk
from editor.revision import Revision
from editor.window import keymap, theme
from editor.window.asking import Asking
from editor.window.before_after import word_end, word_start
from editor.window.flow import Flow
from editor.window.rows import LINES, Lines, PlainList
from editor.window.wording import plural, shown_words
from editor.window.words import Card, KeyButton, Run, Words, put_page

Index = QModelIndex | QPersistentModelIndex
SPACE = theme.SPACE
AROUND = 60
"""How many characters around a change are shown with it."""
ROWS = 5
"""How many revisions are in view at most; the others are scrolled to."""
SHOWN = 80
"""How many changes are shown; more are only counted."""
_NOWHERE = QModelIndex()


class Shelf(Protocol):
    """Where the revisions of the open article are. Both answers may come from another thread."""

    def revisions(self) -> Future[list[Revision]]: ...
    def text_of(self, revision: Revision) -> Future[str]: ...


class RevisionsModel(QAbstractListModel):
    """Revisions, the latest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.revisions: list[Revision] = []

    def show_revisions(self, revisions: list[Revision]) -> None:
        self.beginResetModel()
        self.revisions = revisions
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.revisions)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        revision = self.revisions[index.row()]
        lines = Lines(
            shown_words(revision.name) or "Kept by itself",
            said_time(revision.at),
            f"{shown_words(revision.by)} · {plural(revision.words, 'word')}",
            "history",
            "text" if revision.name else "muted",
            faded=True,
        )
        if role == LINES:
            return lines
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{lines.title}, {lines.aside}, {lines.words}"
        return None


class Revisions(QWidget):
    """The list of revisions, and how the chosen one differs from the text as it is."""

    jump = Signal(object)
    back = Signal()
    _listed = Signal(object, object)
    _read = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk: Desk | None = None
        self._shelf: Shelf | None = None
        self._text: str | None = None
        self._asked = 0
        self._held: tuple[str, Callable[[], object]] | None = None
        self.model = RevisionsModel(self)
        self.list = PlainList("Revisions", 2, self)
        self.list.setModel(self.model)
        self.list.selectionModel().currentChanged.connect(self._walked)
        self._title = Words([], self)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.restore_button = KeyButton(
            "revisions.restore", "Restore", "The whole text becomes this one; one undo takes it back", self
        )
        self.restore_button.clicked.connect(self.restore)
        name = KeyButton("revisions.name", "Keep the present text…", "Keeps the text as it is now, under a name", self)
        name.clicked.connect(self._ask_name)
        self._asking = Asking(self)
        self._asking.closed.connect(self.enter)
        buttons = QWidget(self)
        flow = Flow(buttons)
        flow.addWidget(self.restore_button)
        flow.addWidget(name)
        inner = QVBoxLayout()
        inner.setContentsMargins(2 * SPACE, SPACE + 4, 2 * SPACE, SPACE)
        inner.setSpacing(SPACE)
        inner.addWidget(self._title)
        inner.addWidget(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(inner)
        layout.addWidget(self.list)
        layout.addWidget(self._area, 1)
        layout.addWidget(self._asking)
        # Queued, for the shelf answers on a thread of its own.
        self._listed.connect(self._show_list, Qt.ConnectionType.QueuedConnection)
        self._read.connect(self._show_text, Qt.ConnectionType.QueuedConnection)

    def use(self, desk: Desk, shelf: Shelf | None) -> None:
        """Shows another article's revisions."""
        if desk is not self._desk:
            self._held = None
        self._desk, self._shelf = desk, shelf
        self.model.show_revisions([])
        if not self._held:
            self._clear()
        self.refresh()

    def compare(self, what: str, text: str, take: Callable[[], object]) -> None:
        """Shows how the present text differs from another one: the file's, or one that was recovered."""
        self._text, self._held = text, (what, take)
        self.list.setCurrentIndex(_NOWHERE)
        self.restore_button.set_words(f"Take {what}")
        self._differ()
        self.restore_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def enter(self) -> None:
        """Goes to the list."""
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def refresh(self) -> None:
        """Asks for the revisions anew."""
        if self._shelf is None:
            self._title.show_runs([Run("No revisions. ", "strong"), Run("This article is in no archive.", "muted")])
            self.list.hide()
            self.restore_button.setVisible(bool(self._held))
            return
        self._asked += 1
        _tell(self._shelf.revisions(), self._asked, self._listed.emit)

    @property
    def revision(self) -> Revision | None:
        index = self.list.currentIndex()
        return self.model.revisions[index.row()] if index.isValid() else None

    def restore(self) -> None:
        """The whole text becomes the chosen revision's, in one step that undo takes back."""
        if self._held:
            _, take = self._held
            self._clear()
            take()
            self.refresh()
            self.back.emit()
        elif self._desk and self._text is not None:
            self._desk.replace_all(self._text)
            self._differ()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self.back.emit()
        elif name := keymap.meant("revisions", event):
            self.do(name)
        else:
            super().keyPressEvent(event)

    def do(self, name: str) -> None:
        """What a key or the palette asks for, by its name."""
        if name == "restore":
            self.restore()
        else:
            self._ask_name()

    def _ask_name(self) -> None:
        title = "Keep the present text under which name?"
        self._asking.ask(title, "Keep", self._name, hint="Before the cuts")

    def _name(self, words: str) -> None:
        if words and self._desk:
            self._desk.name_revision(words)
            self.refresh()

    def _show_list(self, asked: int, answer: object) -> None:
        if asked != self._asked:
            return
        if isinstance(answer, BaseException):
            self._title.show_runs([Run("The revisions can't be read: ", "strong"), Run(shown_words(str(answer)))])
            return
        assert isinstance(answer, list)
        chosen = self.revision
        self.model.show_revisions(answer)
        self.list.setVisible(bool(answer))
        self.list.setMaximumHeight(min(len(answer), ROWS) * max(1, self.list.sizeHintForRow(0)) + SPACE)
        if self._held:
            self._title.show_runs([Run("Compared with your text", "muted")])
            return
        if not answer:
            words = "The first is kept when the text is saved, or when you keep one under a name."
            self._title.show_runs([Run("No revisions yet. ", "strong"), Run(words, "muted")])
            self.restore_button.hide()
            return
        self._title.show_runs([Run(f"{plural(len(answer), 'revision')}, the latest first", "muted")])
        ids = [revision.id for revision in answer]
        self.list.setCurrentIndex(self.model.index(ids.index(chosen.id) if chosen and chosen.id in ids else 0))

    def _walked(self, *_: object) -> None:
        revision = self.revision
        if not revision and self._held:
            return
        self._clear()
        if revision and self._shelf:
            self._asked += 1
            _tell(self._shelf.text_of(revision), self._asked, self._read.emit)

    def _show_text(self, asked: int, answer: object) -> None:
        if asked != self._asked or self._held:
            return
        if isinstance(answer, str):
            self._text = answer
            self._differ()
        else:
            self._show([Words([Run(f"This revision can't be read: {shown_words(str(answer))}")])])

    def _differ(self) -> None:
        """Shows how the present text differs from the chosen revision."""
        if not self._desk or self._text is None:
            return
        every = list(changes(self._text, self._desk.text))
        words = plural(len(every), "change") + " since" if every else "The text is as it was then."
        if self._held:
            what, _ = self._held
            told = [Run(f"{plural(len(every), 'place differs', 'places differ')}. ", "strong")]
            told += [Run("Struck", "old"), Run(f" is only in {what}, ", "muted")]
            told += [Run("underlined", "new"), Run(" only in yours.", "muted")]
        else:
            told = [Run(words, "muted")]
        cards: list[QWidget] = [Words(told)]
        for place, runs in every[:SHOWN]:
            card = Card("", runs, raised=False)
            card.setAccessibleName("A change; shows its place in the text")
            card.clicked.connect(lambda *_, span=place: self.jump.emit(span))
            cards.append(card)
        if len(every) > SHOWN:
            cards.append(Words([Run(f"and {len(every) - SHOWN:,} more", "muted")]))
        self._show(cards)
        self.restore_button.setVisible(bool(every))

    def _clear(self) -> None:
        self._text = self._held = None
        self.restore_button.set_words("Restore")
        self._show([])
        self.restore_button.hide()

    def _show(self, widgets: list[QWidget]) -> None:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(2 * SPACE, SPACE, 2 * SPACE, SPACE)
        layout.setSpacing(SPACE // 2)
        for widget in widgets:
            layout.addWidget(widget)
        layout.addStretch(1)
        put_page(self._area, page)


def _tell(answer: Future[Any], asked: int, emit: Callable[[object, object], None]) -> None:
    def done(future: Future[Any]) -> None:
        try:
            said: object = future.result()
        except (Exception, CancelledError) as error:  # noqa: BLE001 — whatever it was, the editor is told
            said = error
        with contextlib.suppress(RuntimeError):  # the window was closed meanwhile
            emit(asked, said)

    answer.add_done_callback(done)


def changes(old: str, new: str) -> Iterator[tuple[Span, list[Run]]]:
    """Each change from the old text to the new one: its place in the new one, and its words with some around them.

    Changes that lie near each other in a line are one.
    """
    from editor.diff import word_edits  # rapidfuzz takes a moment to load, and most windows show no revision

    runs: list[Run] = []
    place, at, grown = Span(0, 0), 0, 0
    for edit in word_edits(old, new):
        start = edit.span.start
        if runs and start - at <= 2 * AROUND and "\n" not in old[at:start]:
            runs.append(Run(old[at:start]))
        else:
            if runs:
                yield place, [*runs, Run(old[at : word_end(old, at + AROUND, AROUND)])]
            runs = [Run(old[word_start(old, max(0, start - AROUND), AROUND) : start])]
            place = Span(start + grown, start + grown)
        runs += [Run(edit.expected, "old"), Run(edit.words, "new")]
        place = Span(place.start, start + grown + len(edit.words))
        grown += len(edit.words) - len(edit.span)
        at = edit.span.end
    if runs:
        yield place, [*runs, Run(old[at : word_end(old, at + AROUND, AROUND)])]


def said_time(at: str) -> str:
    """A time in UTC as the editor's own, the day only where it is not today's."""
    try:
        when = datetime.fromisoformat(at).astimezone()
    except ValueError:
        return at
    today = datetime.now().astimezone().date()
    return f"{when:%H:%M}" if when.date() == today else f"{when:%d %b %Y, %H:%M}"
