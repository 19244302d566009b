"""The article's revisions: a timeline of the texts that it had, what was decided from one to the next, the way back."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from dataclasses import replace
from typing import Any, Protocol

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from editor.article import Span
from editor.desk import Desk
from editor.revision import Deed, Revision
from editor.window import keymap, theme
from editor.window.asking import Asking
from editor.window.comparisons import Other
from editor.window.flow import Flow
from editor.window.revisions_list import DeedsModel, RevisionsList, RevisionsModel, said_time, title_of
from editor.window.rows import PlainList
from editor.window.translation import tr
from editor.window.wording import shown_words
from editor.window.words import KeyButton, Run, Words

Index = QModelIndex | QPersistentModelIndex
SPACE = theme.SPACE
_NOWHERE = QModelIndex()
REST = 400
"""Milliseconds after a change until what was done since the last revision is told anew."""


class Shelf(Protocol):
    """Where the revisions of the open article are. All answers may come from another thread."""

    def revisions(self) -> Future[list[Revision]]:
        """The latest first; before them, as one of occasion "now", what was done since."""

    def text_of(self, revision: Revision) -> Future[str]: ...
    def deeds(self, revision: Revision) -> Future[list[Deed]]: ...
    def title(self, revision: Revision, name: str, *, starred: bool) -> Future[None]: ...


class Revisions(QWidget):
    """The timeline, and what was decided on the way to the chosen revision."""

    jump = Signal(object)
    back = Signal()
    said = Signal(str)
    """Something to be told in a toast."""
    wanted = Signal(object)
    """An `Other` is to be compared."""
    file_wanted = Signal()
    """A file is to be chosen, and compared."""
    _told = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk: Desk | None = None
        self._shelf: Shelf | None = None
        self._asked = 0
        self._of = 0
        self.model, self.deeds = RevisionsModel(self), DeedsModel(self)
        self.list = RevisionsList(tr("Revisions"), self)
        self.list.setModel(self.model)
        self.list.selectionModel().currentChanged.connect(self._walked)
        self.list.doubleClicked.connect(lambda *_: self.compare_present())
        self.done = PlainList(tr("What was decided"), 3, self)
        self.done.setModel(self.deeds)
        self.done.doubleClicked.connect(lambda *_: self._to_place())
        self._title, self._since = Words([], self), Words([], self)
        self._asking = Asking(self)
        self._asking.closed.connect(self.enter)
        self._buttons = QWidget(self)
        self._button = self._made_buttons()
        self._build()
        # Queued, for the shelf answers on a thread of its own.
        self._told.connect(lambda run, answer: run(answer), Qt.ConnectionType.QueuedConnection)
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self.refresh)

    def _made_buttons(self) -> dict[str, KeyButton]:
        flow = Flow(self._buttons)
        made: dict[str, KeyButton] = {}
        for name, words, help_, run in (
            ("compare", tr("Compare"), tr("Shows what has changed since"), self.compare_present),
            ("before", tr("With before"), tr("Shows what changed in this one"), self.compare_before),
            ("mark", tr("Mark"), tr("The next one is compared with the marked one"), self.mark),
            (
                "restore",
                tr("Restore"),
                tr("The whole text becomes this one; one undo takes it back"),
                self.restore,
            ),
            ("name", tr("Name…"), tr("Gives this revision a name, or another"), self.ask_title),
            ("star", tr("Star"), tr("Gives this revision a star, or takes it"), self.star),
            ("keep", tr("Keep now…"), tr("Keeps the present text as it is, under a name"), self.ask_name),
            ("file", tr("With a file…"), tr("Holds any other text against this"), self.file_wanted.emit),
        ):
            made[name] = KeyButton(f"revisions.{name}", words, help_, self._buttons)
            made[name].clicked.connect(lambda *_, run=run: run())
            flow.addWidget(made[name])
        return made

    def _build(self) -> None:
        inner = QVBoxLayout()
        inner.setContentsMargins(2 * SPACE, SPACE + 4, 2 * SPACE, SPACE)
        inner.setSpacing(SPACE)
        inner.addWidget(self._title)
        inner.addWidget(self._buttons)
        below = QVBoxLayout()
        below.setContentsMargins(2 * SPACE, SPACE, 2 * SPACE, SPACE // 2)
        below.addWidget(self._since)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(inner)
        layout.addWidget(self.list, 3)
        layout.addLayout(below)
        layout.addWidget(self.done, 2)
        # Where nothing was decided, what is said stands at the top.
        layout.addStretch(0)
        layout.addWidget(self._asking)

    def use(self, desk: Desk, shelf: Shelf | None) -> None:
        """Shows another article's revisions."""
        self._desk, self._shelf = desk, shelf
        self.model.marked = ""
        self.model.show_revisions([])
        self._show_deeds([])
        self.refresh()

    def expect(self) -> None:
        """Something was done: it is told in a moment, where the timeline is in view."""
        if self.isVisible() and not self._rest.isActive():
            self._rest.start()

    def enter(self) -> None:
        """Goes to the list."""
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def refresh(self) -> None:
        """Asks for the revisions anew."""
        if self._shelf is None:
            words = tr("This article is in no archive.")
            self._title.show_runs([Run(tr("No revisions.") + " ", "strong"), Run(words, "muted")])
            self._offer()
            return
        self._asked += 1
        asked = self._asked
        self._ask(self._shelf.revisions(), lambda answer: self._show_list(asked, answer))

    @property
    def revision(self) -> Revision | None:
        index = self.list.currentIndex()
        return self.model.revisions[index.row()] if index.isValid() else None

    # What the keys do

    def compare_present(self) -> None:
        """Compares the chosen revision with the present text, or with the marked one where one is.

        The present text itself is compared with the marked revision, or with the last.
        """
        revision = self.revision
        marked = next((one for one in self.model.revisions if one.id == self.model.marked), None)
        if revision and marked and marked is not revision and not _is_now(revision):
            self._compare(*sorted((marked, revision), key=lambda one: one.sequence))
        elif revision and _is_now(revision) and marked:
            self._compare(marked)
        elif revision and _is_now(revision):
            self.compare_before()
        elif revision:
            self._compare(revision)

    def compare_before(self) -> None:
        """Compares the chosen revision with the one before it."""
        index = self.list.currentIndex()
        if index.isValid() and index.row() + 1 < len(self.model.revisions):
            newer = self.model.revisions[index.row()]
            self._compare(self.model.revisions[index.row() + 1], None if _is_now(newer) else newer)
        elif index.isValid():
            self.said.emit(tr("There is none before this one."))

    def mark(self) -> None:
        """The chosen revision is the one that the next is compared with; once more, and it is not."""
        revision = self._kept()
        if revision:
            self.model.compare_with("" if self.model.marked == revision.id else revision.id)

    def restore(self) -> None:
        """The whole text becomes the chosen revision's, in one step that undo takes back."""
        revision, desk = self._kept(), self._desk
        if revision and self._shelf and desk:
            self._texts([revision], lambda texts: desk.replace_all(texts[0]))

    def star(self) -> None:
        """The chosen revision has a star, or has none any more."""
        revision = self._kept()
        if revision:
            self._retitle(revision, revision.name, starred=not revision.starred)

    def ask_title(self) -> None:
        """Asks for another name of the chosen revision."""
        revision = self.revision
        if revision and _is_now(revision):
            self.ask_name()
        elif revision:
            starred, then = revision.starred, revision

            def name(words: str) -> None:
                self._retitle(then, words, starred=starred)

            self._asking.ask(tr("Which name has this revision?"), tr("Name"), name, words=revision.name)

    def _kept(self) -> Revision | None:
        """The chosen revision, unless it is the present text, of which that is said."""
        revision = self.revision
        if revision and _is_now(revision):
            self.said.emit(tr("This is the present text. Keep it under a name first."))
            return None
        return revision

    def ask_name(self) -> None:
        """Asks for the name under which the present text is kept."""
        title = tr("Keep the present text under which name?")
        self._asking.ask(title, tr("Keep"), self._name, hint=tr("Before the cuts"))

    def _name(self, words: str) -> None:
        if words and self._desk:
            self._desk.name_revision(words)
            self.list.setCurrentIndex(_NOWHERE)
            self.refresh()

    def _retitle(self, revision: Revision, name: str, *, starred: bool) -> None:
        if self._shelf:
            self._ask(self._shelf.title(revision, name, starred=starred), self._titled)

    def _titled(self, answer: object) -> None:
        if isinstance(answer, BaseException):
            self.said.emit(shown_words(str(answer)))
        self.refresh()

    def _compare(self, old: Revision, new: Revision | None = None) -> None:
        def show(texts: list[str]) -> None:
            newer = (self._called(new), texts[1]) if new else None
            self.wanted.emit(Other(self._called(old), texts[0], newer=newer))

        self._texts([old, *([new] if new else [])], show)

    @staticmethod
    def _called(revision: Revision) -> str:
        return f"{title_of(revision)}, {said_time(revision.at)}"

    def _texts(self, revisions: list[Revision], then: Callable[[list[str]], object]) -> None:
        """Has the texts of revisions read, and then does something with them."""
        desk, shelf = self._desk, self._shelf
        texts: list[str] = []

        def heard(answer: object) -> None:
            if desk is not self._desk:
                return
            if not isinstance(answer, str):
                words = tr("This revision can’t be read: {why}").format(why=shown_words(str(answer)))
                self.said.emit(words)
                return
            texts.append(answer)
            ask()

        def ask() -> None:
            if len(texts) == len(revisions):
                then(texts)
            elif shelf:
                self._ask(shelf.text_of(revisions[len(texts)]), heard)

        ask()

    def _to_place(self) -> None:
        """Goes to where the words of the chosen decision still are."""
        index = self.done.currentIndex()
        if index.isValid() and self._desk:
            span = place_of(self.deeds.deeds[index.row()], self._desk.text)
            if span:
                self.jump.emit(span)
            else:
                self.said.emit(tr("Those words are no longer in the text."))

    # What is shown

    def _show_list(self, asked: int, answer: object) -> None:
        if asked != self._asked:
            return
        if isinstance(answer, BaseException):
            words = tr("The revisions can’t be read:")
            self._title.show_runs([Run(f"{words} ", "strong"), Run(shown_words(str(answer)))])
            return
        assert isinstance(answer, list)
        chosen = self.revision
        top = self.list.verticalScrollBar().value()
        if answer and _is_now(answer[0]) and self._desk:
            answer = [replace(answer[0], words=len(self._desk.text.split())), *answer[1:]]
        if answer == self.model.revisions and answer:
            return
        self.model.show_revisions(answer)
        kept = sum(not _is_now(revision) for revision in answer)
        if kept:
            words = tr("%n revision(s), the latest first", "", kept)
            self._title.show_runs([Run(words, "muted")])
        else:
            words = tr("The first is kept when the text is saved, or when you keep one under a name.")
            self._title.show_runs([Run(tr("No revisions yet.") + " ", "strong"), Run(words, "muted")])
        ids = [revision.id for revision in answer]
        at = ids.index(chosen.id) if chosen and chosen.id in ids else 0
        self.list.setCurrentIndex(self.model.index(at))
        if at:
            self.list.verticalScrollBar().setValue(top)
        self._offer()

    def _offer(self) -> None:
        there = bool(self._shelf and self.model.revisions)
        self.list.setVisible(there)
        for name, button in self._button.items():
            button.setVisible(there or name == "file" or (name == "keep" and self._shelf is not None))

    def _walked(self, *_: object) -> None:
        revision = self.revision
        self._of += 1
        of = self._of
        if revision and self._shelf:
            self._button["star"].set_words(tr("Unstar") if revision.starred else tr("Star"))
            for name in ("mark", "restore", "star"):
                self._button[name].setEnabled(not _is_now(revision))
            self._ask(self._shelf.deeds(revision), lambda answer: self._show_deeds(answer) if of == self._of else None)
        else:
            self._show_deeds([])

    def _show_deeds(self, answer: object) -> None:
        deeds = answer if isinstance(answer, list) else []
        if deeds != list(self.deeds.deeds):
            self.deeds.show_deeds(deeds)
        self.done.setVisible(bool(deeds))
        if isinstance(answer, BaseException):
            self._since.show_runs([Run(shown_words(str(answer)), "muted")])
        elif deeds:
            words = tr("Done since the one before: %n", "", len(deeds))
            self._since.show_runs([Run(words, "muted")])
        else:
            words = tr("Nothing was decided since the one before.") if self.revision else ""
            self._since.show_runs([Run(words, "muted")] if words else [])

    def _ask(self, answer: Future[Any], then: Callable[[Any], object]) -> None:
        """Has an answer heard on the window's thread; an error is an answer too."""
        told = self._told.emit

        def done(future: Future[Any]) -> None:
            try:
                said: object = future.result()
            except (Exception, CancelledError) as error:  # noqa: BLE001 — whatever it was, the editor is told
                said = error
            with contextlib.suppress(RuntimeError):  # the window was closed meanwhile
                told(then, said)

        answer.add_done_callback(done)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self.back.emit()
        elif name := keymap.meant("revisions", event):
            self.do(name)
        else:
            super().keyPressEvent(event)

    def do(self, name: str) -> None:
        """What a key or the palette asks for, by its name."""
        runs: dict[str, Callable[[], object]] = {
            "compare": self._to_place if self.done.hasFocus() else self.compare_present,
            "before": self.compare_before,
            "mark": self.mark,
            "restore": self.restore,
            "name": self.ask_title,
            "star": self.star,
            "keep": self.ask_name,
            "file": self.file_wanted.emit,
        }
        runs[name]()


def _is_now(revision: Revision) -> bool:
    """Whether it is the present text, which is not kept yet."""
    return revision.occasion == "now"


def place_of(deed: Deed, text: str) -> Span | None:
    """Where the words of a decision are in the text, of several places the nearest to the line where they were."""
    words = (deed.after if deed.kind in ("accepted", "replaced") else deed.before).strip()
    if not words:
        return None
    found = [Span(*match.span()) for match in re.finditer(re.escape(words), text)]
    line = re.fullmatch(r"line (\d+)", deed.place)
    if not found or not line:
        return found[0] if found else None
    wanted = int(line[1])
    return min(found, key=lambda span: abs(text.count("\n", 0, span.start) + 1 - wanted))
