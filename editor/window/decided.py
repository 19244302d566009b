"""What was decided on the article: who, when and why, newest first; each decision can be taken back by itself."""

from __future__ import annotations

import datetime
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from editor.desk import Desk
from editor.revision import Decision
from editor.window import keymap, theme
from editor.window.flow import Flow
from editor.window.rows import LINES, Lines, PlainList
from editor.window.translation import tr
from editor.window.wording import clock, shown_words, thousands
from editor.window.words import KeyButton, Run, Words

SPACE = theme.SPACE
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class Decided(QWidget):
    """The decisions that hold. It stands in the place of the findings until the editor goes back to them."""

    jump = Signal(object)
    """A Span to be shown in the manuscript."""
    left = Signal()
    """The editor goes back to the findings."""
    refused = Signal(str)
    """Nothing was done, and why."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk: Desk | None = None
        self.model = _Decisions(self)
        self._title = Words([], self, scale=1.1)
        self.list = PlainList(tr("Decided"), 3, self)
        self.list.setModel(self.model)
        self.list.setAccessibleDescription(tr("Enter shows the place; the key of Take Back opens the finding again"))
        self._none = Words([Run(tr("Nothing was decided yet."), "muted")], self)
        line = Flow()
        for key, words, help_, do in (
            (
                "findings.take_back",
                tr("Take back"),
                tr("Takes back this decision alone: its finding waits again"),
                "back",
            ),
            ("findings.accept", tr("Show"), tr("Shows the place in the text"), "show"),
            ("Esc", tr("Findings"), tr("Goes back to the findings"), "leave"),
        ):
            button = KeyButton(key, words, help_, self)
            button.clicked.connect(lambda *_, do=do: self._do(do))
            line.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, SPACE, 0, SPACE)
        layout.setSpacing(SPACE)
        for part in (self._title, self._none):
            inner = QVBoxLayout()
            inner.setContentsMargins(2 * SPACE, 0, 2 * SPACE, 0)
            inner.addWidget(part)
            layout.addLayout(inner)
        layout.addWidget(self.list, 1)
        line.setContentsMargins(2 * SPACE, 0, 2 * SPACE, 0)
        layout.addLayout(line)
        self.list.doubleClicked.connect(lambda *_: self._do("show"))

    def show_desk(self, desk: Desk) -> None:
        """Shows what was decided on this desk's article; the chosen one stays chosen."""
        at = self.list.currentIndex().row() if desk is self._desk else 0
        self._desk = desk
        self.model.show_decisions(desk.decisions[::-1])
        count = self.model.rowCount()
        self._title.show_runs([Run(tr("Decided: {count}").format(count=thousands(count)), "strong")])
        self._none.setVisible(not count)
        self.list.setVisible(bool(count))
        self.list.setCurrentIndex(self.model.index(max(0, min(at, count - 1))))

    def enter(self) -> None:
        """Goes to the list."""
        (self.list if self.model.rowCount() else self).setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def decision(self) -> Decision | None:
        """The chosen one."""
        return self.model.decision(self.list.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self._do("leave")
            return
        does = {"take_back": "back", "place": "back", "accept": "show", "decided": "leave"}
        name = does.get(keymap.meant("findings", event), "")
        if name:
            self._do(name)
        else:
            super().keyPressEvent(event)

    def _do(self, what: str) -> None:
        decision, desk = self.decision, self._desk
        if what == "leave":
            self.left.emit()
        elif not decision or not desk:
            return
        elif what == "show":
            rows = desk.board.settled_by().get(decision.id)
            if rows:
                self.jump.emit(rows[0].span)
            else:
                self.refused.emit(tr("These words are no longer in the text as they were."))
        elif decision.kind == "accepted":
            self.refused.emit(tr("A fix that was taken is in the text: undo goes back to it, or a revision has it."))
        else:
            desk.reopen(decision)
            self.show_desk(desk)


class _Decisions(QAbstractListModel):
    """Decisions as rows of words."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._decisions: list[Decision] = []

    def show_decisions(self, decisions: list[Decision]) -> None:
        self.beginResetModel()
        self._decisions = decisions
        self.endResetModel()

    def decision(self, index: Index) -> Decision | None:
        return self._decisions[index.row()] if index.isValid() else None

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._decisions)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        decision = self.decision(index)
        if decision is None:
            return None
        said = _lines(decision)
        if role == LINES:
            return said
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{said.title}. {said.words} {said.aside}"
        return None


def _lines(decision: Decision) -> Lines:
    """A decision: the words it was about, what was decided, by whom, when and why."""
    kinds = {
        "accepted": (tr("Fix taken"), "check", "ok"),
        "both_right": (tr("Both right"), "consistency", "text"),
        "queried": (tr("Queried"), "query", "warning"),
        "word_mine": (tr("Added to my dictionary"), "language", "text"),
        "word_desk": (tr("Added to the desk's dictionary"), "language", "text"),
        "word_article": (tr("Added to this article's dictionary"), "language", "text"),
    }
    scopes = {
        "place": tr("Let stand here"),
        "article": tr("Let stand in this article"),
        "everywhere": tr("Let stand everywhere"),
    }
    what, icon, colour = kinds.get(decision.kind, (scopes[decision.scope], "stand", "text"))
    when = datetime.datetime.fromisoformat(decision.at)
    words = f"{what}, {decision.by}"
    if decision.reason:
        words += f": “{shown_words(decision.reason)}”"
    aside = clock(when.timestamp())
    return Lines(
        shown_words(decision.snapshot.before) or "—", aside, f"{words}. {decision.snapshot.message}", icon, colour
    )
