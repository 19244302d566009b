"""Desk: one article being worked on. Everything happens on one thread, and those who look are told afterwards."""

from __future__ import annotations

import getpass
import hashlib
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from editor.article import Article, Edit, Fact, Mark, Source, Span
from editor.desk import choosing, deciding, learning
from editor.desk import happenings as told
from editor.desk.board import Board
from editor.desk.carrying import Row
from editor.desk.checking import Checking
from editor.desk.history import History, new_id
from editor.desk.journal import How, Journal
from editor.desk.signing import Signing
from editor.desk.writing import Writing
from editor.finding import Finding, Fix, Key, Scope, settle
from editor.reports import EditReport
from editor.revision import Decision, Learnt, Note, NoteKind, NoteState, Step
from editor.saying import Said, sentence

Among = Callable[[Row], bool]
"""Which findings are to be gone through: all, or those that a filter shows."""


def anyone(row: Row) -> bool:
    """No filter: every finding is gone through."""
    return True


SAID_SCOPE: dict[Scope, Said] = {
    "place": sentence("Let stand here."),
    "article": sentence("Let stand in this article."),
    "everywhere": sentence("Let stand everywhere."),
}
SAID_STATE: dict[NoteState, Said] = {
    "open": sentence("Note: open."),
    "answered": sentence("Note: answered."),
    "sourced": sentence("Note: sourced."),
    "cut": sentence("Note: cut."),
    "verified": sentence("Note: verified."),
}


class Desk:
    """The article, and every way to work on it. Positions are code points of its present text."""

    def __init__(
        self,
        article: Article,
        *,
        path: Path | None = None,
        journal: Journal | None = None,
        by: str | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.article, self.path = article, path
        self.writing = Writing(self, journal)
        self.by = by or getpass.getuser()
        self.history, self.board = History(), Board()
        self.checking = Checking(self)
        self.signing = Signing(self)
        self.notes: dict[str, Note] = {}
        self._earlier: tuple[Decision, ...] = ()
        self.chosen: int | None = None
        self.caret = 0
        self.number = 0
        """The number of the text: another after each change."""
        self.saved_text = article.text
        """The text as the file has it."""
        self._clock = clock
        self._hearers: list[Callable[[told.Happening], None]] = []
        self._companions: list[Callable[[told.Happening], None]] = []
        self._awaited: Key | None = None
        self._settled: dict[str, tuple[Key, Scope]] = {}
        self._everywhere: dict[str, tuple[Key, Scope]] = {}

    # Those who look

    def subscribe(self, hear: Callable[[told.Happening], None], *, always: bool = False) -> None:
        """Tells of what happens: as long as the article is in front, or `always`."""
        (self._companions if always else self._hearers).append(hear)

    def left_front(self) -> None:
        """Another article is in front: those who showed this one show that."""
        self._hearers.clear()

    def tell(self, happening: told.Happening) -> None:
        for hear in (*self._companions, *self._hearers):
            hear(happening)

    @property
    def text(self) -> str:
        return self.article.text

    @property
    def title(self) -> str:
        """The headline, else the file's name, else the first words."""
        headline = self.article.facts.headline
        first = self.text.strip().split("\n", 1)[0][:60]
        return (headline and headline.value) or (self.path.name if self.path else "") or first or "New article"

    @property
    def changed(self) -> bool:
        """Whether the text differs from the file's."""
        return self.text != self.saved_text

    @property
    def open_notes(self) -> list[Note]:
        return sorted((n for n in self.notes.values() if n.state == "open"), key=lambda n: n.span)

    @property
    def decisions(self) -> list[Decision]:
        """The decisions that hold, in the order in which they were made."""
        every = self._every()
        undone = {d.undoes for d in every if d.undoes}
        return [d for d in every if d.id not in undone and not d.undoes]

    def _every(self) -> list[Decision]:
        return [*self._earlier, *(d for step in self.history.done for d in step.decisions)]

    @property
    def words(self) -> list[str]:
        """The words of the article's own dictionary, in the order in which they were added."""
        return list(dict.fromkeys(d.snapshot.before for d in self.decisions if d.kind == "word_article"))

    def resume(
        self,
        steps: History,
        earlier: Iterable[Decision],
        notes: Iterable[Note],
        *,
        caret: int = 0,
        saved: str | None = None,
    ) -> None:
        """Takes up the work where the archive has it; `earlier` are decisions whose steps can't be taken back."""
        self.history, self._earlier, self.caret = steps, tuple(earlier), caret
        self.notes = {note.id: note for note in notes}
        self.saved_text = self.text if saved is None else saved
        self._resettle()

    def keep_in(self, journal: Journal) -> None:
        """From now on what happens is written to this journal."""
        self.writing.journal = journal

    def close(self) -> None:
        """Writes what is not yet written; the desk is not used after it."""
        self.writing.flush()
        if self.writing.journal:
            self.writing.journal.close()

    def flush(self) -> None:
        """Hands what was typed to the journal; to be called several times a second."""
        self.writing.flush()

    @property
    def unwritten(self) -> int:
        """How many changes are not on disk yet."""
        return self.writing.unwritten

    @property
    def trouble(self) -> str:
        """Why the last write to the archive failed; empty when it did not."""
        return self.writing.trouble

    def status_of(self, findings: Iterable[Finding]) -> dict[str, str]:
        """The status of those findings that a decision settles, by their key's text: dismissed or decided."""
        keys = [f.key for f in findings if f.key]
        kinds = {d.id: d.kind for d in self.decisions}
        settled = settle(keys, self._settled)
        return {str(keys[n]): "decided" if kinds.get(id_) == "queried" else "dismissed" for n, id_ in settled.items()}

    def edit_report(self, checked: Iterable[str], not_checked: Iterable[tuple[Said | str, Said | str]]) -> EditReport:
        """What was decided on the article until now, for those who come after."""
        notes = sorted(self.notes.values(), key=lambda n: n.span)
        return EditReport(
            self.title,
            str(self.path or ""),
            self.text,
            self.decisions,
            notes,
            len([row for row in self.board.open_rows() if row.finding.confidence != "possible"]),
            sorted(checked),
            [(str(what), str(why)) for what, why in not_checked],
            self.signing.last,
        )

    def settled_everywhere(self, decisions: Iterable[Decision]) -> None:
        """What was let stand everywhere, in other articles."""
        self._everywhere = {d.id: (d.key, "everywhere") for d in decisions}
        self._resettle()

    # The text

    def typed(self, edit: Edit, caret: int) -> None:
        """The view changed the text; it shows the change already. Raises EditRefused where it saw another text."""
        before, touched = self.caret, [n for n in self.notes.values() if n.span.touches(edit.span)]
        self._apply((edit,), typed=True, caret=caret)
        self.writing.typed(self.history.typed(edit, touched, before, self._clock()), edit)

    def name_revision(self, name: str) -> None:
        """The present text is a revision of this name."""
        self.writing.named(name)
        self.tell(told.Announced(sentence("Kept as “{name}”.", name=name)))

    def replace_all(self, text: str) -> None:
        """The whole text becomes another (a revision, the file's newer text), in one step that undo takes back."""
        from editor.diff import word_edits

        self.restore(tuple(word_edits(self.text, text)))

    def restore(self, edits: Sequence[Edit]) -> None:
        """Words of another text come back, in one step; `edits` are of the present text and do not touch each other."""
        if edits:
            said = told.Announced(sentence("Restored."), undoable=True)
            last_first = tuple(sorted(edits, key=lambda edit: edit.span, reverse=True))
            self._do(Step(new_id(), "restored", last_first, caret=self.caret), said)

    def replace(self, edits: Sequence[Edit], said: Said | str) -> None:
        """Words become others in many places, the last one first, in one step that undo takes back.

        Raises EditRefused where the text says something else by now.
        """
        if edits:
            self.article.edited(edits)
            step = Step(new_id(), "replaced", tuple(edits), caret=self.caret)
            self._do(step, told.Announced(said, undoable=True))

    # The findings

    def rows(self) -> list[Row]:
        return self.board.rows()

    def choose(self, row: int | None, *, wrapped: bool = False) -> None:
        if row != self.chosen:
            self.chosen = row
            self.tell(told.Chosen(row, wrapped))

    def next(self, place: int, *, back: bool = False, among: Among = anyone) -> Row | None:
        """Chooses the next finding from a place on (or back), and goes on at the other end of the text."""
        found, wrapped = choosing.beyond(place, filter(among, self.board.open_rows()), back=back)
        if found and found.id == self.chosen:
            self.tell(told.Chosen(found.id, wrapped))
        self.choose(found.id if found else None, wrapped=wrapped)
        return found

    def next_after(self, row: Row, among: Among = anyone) -> Row | None:
        """Chooses the finding that follows a row, which may have just been decided."""
        found, wrapped = choosing.following(row, filter(among, self.board.open_rows()))
        self.choose(found.id if found else None, wrapped=wrapped)
        return found

    # Decisions

    def accept(self, row: Row, fix: Fix, among: Among = anyone) -> None:
        """Takes a fix: text, decision and note are one step. Raises EditRefused where the text changed."""
        self._accept([(row, fix)], among)

    def batch(self, rows: Iterable[Row]) -> list[tuple[Row, Fix]]:
        """What accept-all would take of these rows: each finding's batch fix, no two of which touch."""
        return deciding.batched((row, fix) for row in rows if (fix := deciding.unread(row, self.text)))

    def reopen(self, decision: Decision) -> None:
        """Takes back that one decision on a finding that was left as it is: it waits again, where it is still there."""
        step = replace(deciding.reopening(decision, self.by), caret=self.caret)
        self._do(step, told.Announced(sentence("Taken back: it waits again."), undoable=True))

    def accept_all(self, taken: Sequence[tuple[Row, Fix]]) -> None:
        """Takes many fixes in one step; `taken` is what `batch` gave and the editor saw."""
        if taken:
            self._accept(list(taken), anyone)

    def let_stand(self, row: Row, scope: Scope = "place", reason: str = "", among: Among = anyone) -> None:
        """The finding stays as it is, until its words or their other end change."""
        step = deciding.deciding(row, "stands", self.text, self.by, scope=scope, reason=reason)
        self._decide(row, step, SAID_SCOPE[scope], among)

    def let_stand_all(self, rows: Sequence[Row]) -> None:
        """Many findings stay as they are, each at its place; one step."""
        if rows:
            step = replace(deciding.standing(rows, self.text, self.by), caret=self.caret)
            self._do(step, told.Announced(sentence("%n let stand.", "", len(rows)), undoable=True), rows)
            if self.chosen in {row.id for row in rows}:
                self.choose(None)

    def both_right(self, row: Row, reason: str = "", among: Among = anyone) -> None:
        """Two places that differ are both right."""
        step = deciding.deciding(row, "both_right", self.text, self.by, reason=reason)
        self._decide(row, step, sentence("Both are right."), among)

    def query(self, row: Row, words: str, among: Among = anyone) -> None:
        """A question to the desk about a finding: a note that travels with the article."""
        step = deciding.deciding(row, "queried", self.text, self.by, reason=words)
        step = replace(step, notes=(Note(new_id(), "query", row.finding.span, words),))
        self._decide(row, step, sentence("Queried."), among)

    def learn(self, row: Row, whose: Learnt, among: Among = anyone) -> None:
        """The finding's word is in a dictionary from now on: every finding of it leaves."""
        word = learning.word_of(row, self.text)
        gone = learning.alike(word, self.board.open_rows(), self.text) - {row.id}
        self._drop(row.check, gone)
        self._decide(row, learning.learning(row, whose, self.text, self.by), learning.said(whose, word), among)
        self._drop(row.check, {row.id})

    def learn_words(self, words: Iterable[str]) -> None:
        """Words are in the article's dictionary from now on."""
        step = learning.adding([word for word in words if word not in self.words], self.by)
        if step.decisions:
            self._do(replace(step, caret=self.caret), told.Announced(sentence("Added."), undoable=True))

    def forget_words(self, words: Iterable[str]) -> None:
        """Words are no longer in the article's dictionary."""
        gone = set(words)
        known = [d for d in self.decisions if d.kind == "word_article" and d.snapshot.before in gone]
        if known:
            step = replace(learning.dropping(known, self.by), caret=self.caret)
            self._do(step, told.Announced(sentence("Taken out."), undoable=True))

    def add_note(self, span: Span, words: str, kind: NoteKind = "query") -> None:
        note = Note(new_id(), kind, span, words)
        self._do(
            Step(new_id(), "noted", notes=(note,), caret=self.caret), told.Announced(sentence("Noted."), undoable=True)
        )

    def set_note(self, id_: str, state: NoteState) -> None:
        """A note has another state: a query answered, a claim sourced, cut or verified."""
        before = self.notes[id_]
        after = replace(before, state=state)
        step = Step(new_id(), "noted", notes=(after,), notes_before=(before,), caret=self.caret)
        self._do(step, told.Announced(SAID_STATE[state], undoable=True))

    def undo(self) -> None:
        """Takes back the last step: text, decisions and notes as they were."""
        step = self.history.undo()
        if not step:
            self.tell(told.Announced(sentence("Nothing to undo.")))
            return
        edits = tuple(edit.inverse() for edit in reversed(step.edits))
        self._apply(edits, typed=False, caret=step.caret)
        opened = {note.id for note in step.notes} - {note.id for note in step.notes_before}
        self.notes = {id_: note for id_, note in self.notes.items() if id_ not in opened}
        self.notes |= {note.id: note for note in step.notes_before}
        self._after(step, "undid", sentence("Undone."))
        self._awaited = step.decisions[0].key if step.decisions else None
        self._choose_awaited()

    def redo(self) -> None:
        """Does again what was taken back last."""
        step = self.history.redo()
        if not step:
            self.tell(told.Announced(sentence("Nothing to redo.")))
            return
        self._apply(step.edits, typed=False)
        self._keep(step.notes)
        self._after(step, "redid", sentence("Done again."))

    # Facts

    def know(self, **facts: str) -> None:
        """The editor says what the article's date, language or headline is; empty says there is none."""
        said = {name: Fact(value, "asked") for name, value in facts.items()}
        article = replace(self.article, facts=replace(self.article.facts, **said))
        if "headline" in facts:
            marks = [m for m in article.marks if m.kind != "headline"]
            at = article.text.find(facts["headline"]) if facts["headline"] else -1
            if at >= 0:
                marks.append(Mark("headline", Span(at, at + len(facts["headline"]))))
            article = replace(article, marks=tuple(sorted(marks, key=lambda m: m.span)))
        self.article = article
        self.number += 1
        if self.writing.journal:
            self.writing.journal.knows(article.facts)
        self.tell(told.FactsChanged())

    def take_marks(self, read: Article) -> None:
        """What the source says of the present words was read anew; of another text than this one nothing is taken.

        The editor's own facts stay, and nothing is written: the marks can be read again.
        """
        now = self.article
        if read.text != now.text or (read.marks, read.facts.headline) == (now.marks, now.facts.headline):
            return
        facts = now.facts
        if not (facts.headline and facts.headline.known == "asked"):
            facts = replace(facts, headline=read.facts.headline)
        self.article = replace(now, marks=read.marks, facts=facts)
        self.number += 1
        self.tell(told.FactsChanged())

    def take_file(self, text: str, source: Source | None) -> None:
        """The file's text, which someone else has written, takes the place of this one, in a step that undo takes back.

        From now on the file is the one with these bytes: it may be written, and is not asked about again.
        """
        self.replace_all(text)
        self.saved_text = text
        self.article = replace(self.article, source=source)
        self.writing.flush()
        if self.writing.journal and self.path and source:
            self.writing.journal.opened(self.path, hashlib.sha256(source.data).hexdigest())
        self.tell(told.SavingChanged())

    def file_saved(self, path: Path, data: bytes) -> None:
        """The text is in a file now, as these bytes."""
        self.path, self.saved_text = path, self.text
        kind = self.article.source.kind if self.article.source else "text"
        encoding = self.article.source.encoding if self.article.source else "utf-8"
        self.article = replace(self.article, source=Source(kind, data, encoding))
        if self.writing.journal:
            self.writing.journal.saved(path, hashlib.sha256(data).hexdigest())
        self.tell(told.SavingChanged())

    # What happens inside

    def _apply(self, edits: Sequence[Edit], *, typed: bool, caret: int | None = None) -> None:
        if not edits:
            # The text is the same one: it has been checked, or is being.
            return
        article = self.article
        for edit in edits:
            article = article.edited((edit,))
        self.article = article
        self.number += 1
        for edit in edits:
            self.notes = {id_: replace(note, span=note.span.after(edit)) for id_, note in self.notes.items()}
        self.checking.edited(edits)
        changes = self.board.edited(edits)
        if caret is not None:
            self.caret = caret
        self.tell(told.TextEdited(tuple(edits), typed, caret))
        if changes:
            self.tell(told.BoardChanged(changes))
        if self.chosen in changes.gone:
            self.choose(None)

    def _do(self, step: Step, announced: told.Announced, rows: Sequence[Row] = ()) -> None:
        touched = [n for n in self.notes.values() if any(n.span.touches(e.span) for e in step.edits)]
        step = replace(step, notes_before=(*step.notes_before, *touched))
        leaving = self.board.leaving(rows) if rows else None
        self._apply(step.edits, typed=False, caret=deciding.caret_after(step, self.caret))
        self._keep(step.notes)
        self.history.did(step)
        if leaving:
            self.tell(told.BoardChanged(leaving))
        self._after(step, "did", announced.words, announced.undoable, [row.id for row in rows])

    def _after(
        self,
        step: Step,
        how: How,
        words: Said | str,
        undoable: bool = False,
        rows: Sequence[int] = (),
    ) -> None:
        self._resettle()
        if step.notes or step.notes_before or how != "did":
            self.tell(told.NotesChanged())
        self.writing.write(how, step, rows)
        for changed in learning.changes(step, [*self._every(), *step.decisions], undone=how == "undid"):
            self.tell(changed)
        left = sum(row.confidence != "possible" for row in self.board.open_rows())
        # After an undo the finding comes back when its check has spoken again: how many are left is not known yet.
        self.tell(told.Announced(words, undoable, left if step.decisions and how == "did" else None))

    def _accept(self, taken: list[tuple[Row, Fix]], among: Callable[[Row], bool]) -> None:
        step = deciding.accepting(taken, self.text, self.by, self.caret)
        self.article.edited(step.edits)
        said = sentence("%n accepted.", "", len(taken)) if len(taken) > 1 else sentence("Accepted.")
        rows = [row for row, _ in taken]
        self._do(step, told.Announced(said, undoable=True), rows)
        if len(taken) == 1:
            place = rows[0].finding.span.start - 1
            found, wrapped = choosing.beyond(place, filter(among, self.board.open_rows()))
            self.choose(found.id if found else None, wrapped=wrapped)

    def _decide(self, row: Row, step: Step, said: Said, among: Among) -> None:
        self._do(replace(step, caret=self.caret), told.Announced(said, undoable=True), [row])
        self.next_after(row, among)

    def _keep(self, notes: Iterable[Note]) -> None:
        self.notes |= {note.id: note for note in notes}

    def _resettle(self) -> None:
        kinds = ("stands", "both_right", "queried")
        self._settled = self._everywhere | {d.id: (d.key, d.scope) for d in self.decisions if d.kind in kinds}
        if changes := self.board.resettle(self._settled):
            self.tell(told.BoardChanged(changes))

    def heard(self, check: str, findings: Sequence[Finding]) -> None:
        """A check's findings for the present text."""
        if changes := self.board.put(check, findings, self._settled):
            self.tell(told.BoardChanged(changes))
        if self.chosen in changes.gone:
            self.choose(None)
        self._choose_awaited(check)

    def _drop(self, check: str, ids: set[int]) -> None:
        """Findings leave before their check speaks again."""
        rows = [row for row in self.board.every(check) if row.id not in ids]
        if ids and (changes := self.board.put(check, [row.finding for row in rows], self._settled)):
            self.tell(told.BoardChanged(changes))

    def _choose_awaited(self, check: str = "") -> None:
        """Chooses the finding whose decision was undone, when it is back; once its `check` has spoken, its like."""
        if not self._awaited:
            return
        rows = self.board.open_rows()
        found = choosing.like(self._awaited, rows, exactly=check != self._awaited.check)
        if found:
            self._awaited = None
            self.choose(found.id)
