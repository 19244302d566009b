"""Many findings shown before they are decided: how many, and what each fix does to the text."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from editor.desk import Row
from editor.finding import Fix
from editor.window import theme
from editor.window.before_after import fix_runs, marked
from editor.window.places import Paragraphs, excerpt
from editor.window.translation import tr
from editor.window.words import Card, KeyButton, Run, Words, put_page

SPACE = theme.SPACE
SHOWN = 60
"""How many fixes are shown one by one; more are only counted."""


class Preview(QWidget):
    """Shows many findings. Return takes their fixes, or lets them stand, in one step; Escape does nothing."""

    taken = Signal()
    cancelled = Signal()
    jump = Signal(int)
    """The number of the fix whose place the editor wants to see in the text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fixes: Sequence[tuple[Row, Fix | None]] = ()
        self._title = Words([], self, scale=1.1)
        self._left = Words([], self)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._take = KeyButton(
            "⏎", tr("Take them"), tr("Decides all of them in one step, which one undo takes back"), self
        )
        self._take.clicked.connect(self.taken)
        cancel = KeyButton("Esc", tr("Not now"), tr("Goes back to the findings"), self)
        cancel.clicked.connect(self.cancelled)
        line = QHBoxLayout()
        line.setSpacing(SPACE // 2)
        line.addWidget(self._take)
        line.addWidget(cancel)
        line.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * SPACE, SPACE + 4, 0, SPACE)
        layout.setSpacing(SPACE)
        layout.addWidget(self._title)
        layout.addWidget(self._left)
        layout.addLayout(line)
        layout.addWidget(self._area, 1)

    @property
    def standing(self) -> bool:
        """Whether what is shown is to be let stand, and not to be taken."""
        return not any(fix for _, fix in self.fixes)

    def show_fixes(
        self,
        fixes: Sequence[tuple[Row, Fix | None]],
        asked: str,
        text: str,
        paragraphs: Paragraphs,
        left: Sequence[str] = (),
    ) -> None:
        """Shows fixes below the question `asked`; without fixes, the places that are let stand.

        `left` says what is not among them, and why.
        """
        self.fixes = fixes
        self._left.show_runs([Run(tr("Left out: {what}").format(what=" ".join(left)), "muted")] if left else [])
        self._left.setVisible(bool(left))
        self._title.show_runs([Run(asked, "strong")])
        button = tr("Let %n stand", "", len(fixes)) if self.standing else tr("Take %n", "", len(fixes))
        self._take.set_words(button)
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 2 * SPACE, SPACE)
        layout.setSpacing(SPACE // 2)
        for number, (row, fix) in enumerate(fixes[:SHOWN]):
            title = tr("Paragraph {number}").format(number=paragraphs.number(row.finding.span.start))
            around = excerpt(text, row.finding.span, row.finding.places)
            runs = list(fix_runs(fix.edits, text)) if fix else marked(text, around.span, around.marks, around.cut)
            card = Card(title, runs, page, icon="jump")
            card.clicked.connect(lambda *_, n=number: self.jump.emit(n))
            layout.addWidget(card)
        if len(fixes) > SHOWN:
            layout.addWidget(Words([Run(tr("and %n more", "", len(fixes) - SHOWN), "muted")], page))
        layout.addStretch(1)
        put_page(self._area, page)
        self._take.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            bar = self._area.verticalScrollBar()
            bar.setValue(bar.value() + (60 if event.key() == Qt.Key.Key_Down else -60))
