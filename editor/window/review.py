"""Review: what an editor does with findings, one place for panel, manuscript and menus to call."""

from __future__ import annotations

import bisect
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QObject, Signal

from editor import pages
from editor.article import EditRefused
from editor.desk import Desk, Row, deciding, learning
from editor.desk import happenings as told
from editor.desk.board import by_place
from editor.finding import Fix, Scope
from editor.revision import Learnt
from editor.window import keymap
from editor.window.translation import tr

Asks = Literal["reason", "query"]


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to decide the chosen finding: what its button and its menu entry say, and the key that takes it."""

    name: str
    key: str
    words: str
    help: str
    short: str = ""
    """What its button says, where the buttons beside it say the rest."""
    fix: Fix | None = None
    number: int = 0
    """Which of the numbered choices it is, from 1."""


class Review(QObject):
    """Decides the desk's chosen finding. `caret` tells where the manuscript's caret is, in code points of the text."""

    choices_wanted = Signal()
    """The chosen finding has no fix that may be taken unseen: the choices are to be shown."""
    words_wanted = Signal(str)
    """Words are needed before the decision: "reason" or "query"."""
    preview_wanted = Signal(list, str, list)
    """Many findings are about to be decided: `(row, fix)` pairs to be shown with their count first, and what they are.

    They are let stand where there is no fix in the pairs. The last says, in sentences, what is left out and why."""
    refused = Signal(str)
    """Nothing was done, and why, in a sentence."""

    def __init__(self, desk: Desk, caret: Callable[[], int] | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.caret: Callable[[], int] = caret or (lambda: desk.caret)
        self.among: Callable[[Row], bool] = lambda row: True
        """Which findings next and previous go through: those that the panel's filter shows."""
        self.following = False
        """Whether the finding at the caret is being chosen because the caret is there: nothing need be shown."""

    # The chosen finding

    @property
    def row(self) -> Row | None:
        """The chosen finding where it waits for a decision."""
        row = self.desk.board.row(self.desk.chosen) if self.desk.chosen is not None else None
        return row if row and row.status == "open" else None

    def waiting(self) -> list[Row]:
        """The findings that wait for a decision and that the filter shows, in the order of their places."""
        return [row for row in self.desk.board.open_rows() if self.among(row)]

    def next(self) -> Row | None:
        """Chooses the next finding after the chosen one, or after the caret where that has gone elsewhere."""
        return self._step(back=False)

    def previous(self) -> Row | None:
        return self._step(back=True)

    def at_caret(self) -> Row | None:
        """The finding at the caret, which is chosen now; None, and nothing changed, where there is none."""
        caret, row = self.caret(), self.row
        if row and any(span.start <= caret <= span.end for span in row.finding.places):
            return row
        here = [r for r in self.waiting() if r.span.start <= caret <= r.span.end]
        if not here:
            return None
        row = min(here, key=lambda r: len(r.span))
        self.following = True
        try:
            self.desk.choose(row.id)
        finally:
            self.following = False
        return row

    def at_hand(self) -> bool:
        """Whether the finding at the caret is the chosen one now, to be decided from the text.

        Where there is none at the caret, the next one is chosen, to be seen before it is decided.
        """
        if self.at_caret():
            return True
        self.next()
        return False

    def choices(self, row: Row) -> list[Choice]:
        """The ways to decide a finding, its fixes and "both are right" numbered."""
        found = row.finding
        fixes = [
            Choice(
                "fix",
                _key(n),
                pages.fix_label(found, fix),
                tr("Takes this fix and goes to the next finding"),
                "",
                fix,
                n,
            )
            for n, fix in enumerate(found.fixes[:8], 1)
        ]
        if contested(row):
            both = tr("Keeps both places; silent until one of them changes")
            number = len(fixes) + 1
            fixes.append(Choice("both", _key(number), tr("Both are right"), both, number=number))
        return [
            *fixes,
            *([_to_dictionary()] if learning.misspelt(row) else []),
            Choice(
                "place",
                keymap.cap("findings.place"),
                tr("Let stand here"),
                tr("Silent at this place until its words change"),
                tr("here", "let stand"),
            ),
            Choice(
                "article",
                keymap.cap("findings.article"),
                tr("Let stand in this article"),
                tr("Silent for these words in this article"),
                tr("article", "let stand in this"),
            ),
            Choice(
                "everywhere",
                keymap.cap("findings.everywhere"),
                tr("Let stand everywhere"),
                tr("Silent for these words in every article"),
                tr("everywhere", "let stand"),
            ),
            Choice(
                "reason",
                keymap.cap("findings.reason"),
                tr("Let stand with a reason"),
                tr("The reason goes into the edit report"),
                tr("reason", "let stand with a"),
            ),
            Choice(
                "query",
                keymap.cap("findings.query"),
                tr("Query"),
                tr("Leaves a question to the desk that travels with the article"),
            ),
        ]

    # Decisions

    def accept(self, number: int | None = None) -> bool:
        """Takes the chosen finding's fix of this number (from 1), or without one the fix that needs no choice.

        Where there is no fix, or it is for the editor to say which of two places is right, nothing is decided and the
        choices are shown. The next finding is chosen. Returns whether something was decided.
        """
        row = self.row
        if not row:
            self.next()
            return False
        if number is None:
            fix = ready_fix(row)
            if fix is None:
                self.choices_wanted.emit()
                return False
            return self._accept(row, fix)
        choice = next((c for c in self.choices(row) if c.number == number), None)
        return bool(choice) and self.take(choice.name, choice.fix)  # type: ignore[union-attr]

    def take(self, name: str, fix: Fix | None = None) -> bool:
        """Decides the chosen finding by one of its choices, or asks for the words that it needs first."""
        row = self.row
        if not row:
            return False
        if name == "fix" and fix:
            return self._accept(row, fix)
        if name == "both":
            return self.both_right()
        if name in ("reason", "query"):
            self.words_wanted.emit(name)
            return False
        if name == "dictionary":
            return self.learn("word_mine")
        return self.let_stand(name)  # type: ignore[arg-type]

    def learn(self, whose: Learnt) -> bool:
        """The word of the chosen finding is in a dictionary from now on; only where it is in none yet."""
        row = self.row
        if not row or not learning.misspelt(row):
            return False
        self.desk.learn(row, whose, self.among)
        return True

    def let_stand(self, scope: Scope = "place", reason: str = "") -> bool:
        """The chosen finding stays as it is: here, in this article or everywhere."""
        row = self.row
        if row:
            self.desk.let_stand(row, scope, reason, self.among)
        return bool(row)

    def both_right(self, reason: str = "") -> bool:
        row = self.row
        if row:
            self.desk.both_right(row, reason, self.among)
        return bool(row)

    def query(self, words: str) -> bool:
        """Leaves a question about the chosen finding on the article."""
        row = self.row
        if row:
            self.desk.query(row, words.strip() or row.message, self.among)
        return bool(row)

    def undo(self) -> None:
        self.desk.undo()

    def redo(self) -> None:
        self.desk.redo()

    # Many at once

    def alike(self, row: Row) -> list[Row]:
        """The findings of a row's kind that the filter shows, itself among them."""
        kind = (row.check, row.rule)
        return [r for r in self.waiting() if (r.check, r.rule) == kind]

    def preview_alike(self) -> None:
        """Asks to take the fixes of all findings of the chosen one's kind that may be taken unread."""
        row = self.row
        if row:
            self._preview(self.alike(row), "kind", pages.page(row.finding.check).title)

    def preview_standing(self) -> None:
        """Asks to let all findings of the chosen one's kind stand, each at its place."""
        row = self.row
        if row:
            alike = self.alike(row)
            asked = tr("Let %n finding(s) of this kind ({kind}) stand here?", "", len(alike))
            asked = asked.format(kind=pages.page(row.finding.check).title)
            self.preview_wanted.emit([(r, None) for r in alike], asked, [])

    def preview_certain(self) -> None:
        """Asks to take every fix that is certain, of the findings that the filter shows."""
        self._preview([r for r in self.waiting() if r.confidence == "certain"], "certain")

    def accept_all(self, taken: Iterable[tuple[Row, Fix]]) -> int:
        """Takes many fixes in one step: of those previewed, the ones that are still so. Returns how many."""
        seen = {row.id: fix.label for row, fix in taken}
        rows = [row for row in self.desk.board.open_rows() if row.id in seen]
        still = [(row, fix) for row, fix in self.desk.batch(rows) if fix.label == seen[row.id]]
        if not still:
            self.refused.emit(tr("The text has changed: there is nothing left to take."))
            return 0
        try:
            self.desk.accept_all(still)
        except EditRefused:
            self.refused.emit(tr("The text has changed meanwhile. It is being checked again."))
            return 0
        if self.row is None and self.waiting():
            self.next()
        return len(still)

    def stand_all(self, rows: Iterable[Row]) -> int:
        """Lets many findings stand in one step: of those previewed, the ones that still wait. Returns how many."""
        seen = {row.id for row in rows}
        still = [row for row in self.desk.board.open_rows() if row.id in seen]
        self.desk.let_stand_all(still)
        if self.row is None and self.waiting():
            self.next()
        return len(still)

    # What happens inside

    def _preview(self, rows: list[Row], which: Literal["kind", "certain"], kind: str = "") -> None:
        taken = self.desk.batch(rows)
        left = _left_out(deciding.left_out(rows, taken, self.desk.text))
        if taken:
            asked = tr("Take %n fix(es) that are certain?", "", len(taken))
            if which == "kind":
                asked = tr("Take %n fix(es) of this kind ({kind})?", "", len(taken)).format(kind=kind)
            self.preview_wanted.emit(taken, asked, left)
        else:
            none = tr("There are no fixes that are certain to be taken unread.")
            if which == "kind":
                none = tr("There are no fixes of this kind ({kind}) to be taken unread.").format(kind=kind)
            self.refused.emit(" ".join([none, *left]))

    def _accept(self, row: Row, fix: Fix) -> bool:
        try:
            self.desk.accept(row, fix, self.among)
        except EditRefused:
            self.refused.emit(tr("The text has changed here. It is being checked again."))
            return False
        return True

    def _step(self, *, back: bool) -> Row | None:
        rows = self.waiting()
        if not rows:
            self.desk.choose(None)
            checked = self.desk.checking.checked
            none = tr("No findings wait for a decision.") if checked else tr("Nothing has been checked yet.")
            self.refused.emit(none)
            return None
        caret, chosen = self.caret(), self.row
        if chosen and any(span.start <= caret <= span.end for span in chosen.finding.places):
            place = by_place(chosen)
            at = (bisect.bisect_left if back else bisect.bisect_right)(rows, place, key=by_place)
            ahead = rows[:at] if back else rows[at:]
        elif back:
            ahead = [r for r in rows if r.span.end < caret]
        else:
            ahead = rows[bisect.bisect_left(rows, caret, key=lambda r: r.span.start) :]
        found = (ahead or rows)[-1 if back else 0]
        if found.id == self.desk.chosen:
            self.desk.tell(told.Chosen(found.id, not ahead))
        self.desk.choose(found.id, wrapped=not ahead)
        return found


def _key(number: int) -> str:
    return keymap.numbered("findings.choice", number)


def _left_out(counted: Counter[deciding.Left]) -> list[str]:
    """What is not taken with the others, and why: a sentence for each reason."""
    said = {
        "facts": lambda n: tr("%n fact(s) at odds: only you know which is right.", "", n),
        "quoted": lambda n: tr("%n in quotations: left to you.", "", n),
        "touching": lambda n: tr("%n touching another of these fixes: the next round takes them.", "", n),
        "choice": lambda n: tr("%n to be read first: not certain enough to be taken unread.", "", n),
        "nothing": lambda n: tr("%n without a ready fix.", "", n),
    }
    return [said[why](n) for why, n in counted.items()]


def _to_dictionary() -> Choice:
    return Choice(
        "dictionary",
        keymap.cap("findings.dictionary"),
        tr("Add to my dictionary"),
        tr("The word is no misspelling any more, in any article"),
        tr("dictionary"),
    )


def contested(row: Row) -> bool:
    """Whether two places disagree, and both may be right."""
    return row.family == "consistency" and bool(row.finding.evidence)


def ready_fix(row: Row) -> Fix | None:
    """The fix that Enter takes: the one for many, else the first.

    None where it is a choice between two places: figures that disagree, the first copy or the second.
    """
    fixes = row.finding.fixes
    if not fixes or contested(row):
        return None
    batch = next((fix for fix in fixes if fix.batch), None)
    if batch:
        return batch
    own = [edit.span for edit in fixes[0].edits]
    elsewhere = any(not any(edit.span.touches(span) for edit in fix.edits for span in own) for fix in fixes[1:])
    return None if elsewhere else fixes[0]
