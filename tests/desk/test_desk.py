"""The desk: every decision is one step, undo takes it back exactly, and nothing outside a fix's edits changes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from editor import factsheet
from editor.article import Article, Edit, EditRefused, Span
from editor.checker import Checker
from editor.desk import Desk, Row
from editor.desk import happenings as told
from editor.finding import Fix, Opens, finding, keyed
from editor.formats.text import composed
from editor.worker import Done, Said, Sheet
from tests.strategies import texts

TEXT = "Bridge closed\nThe the mayor said so.\nNobody minded much.\nIt was a a late hour; the the end came."


class Clock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def checked(desk: Desk) -> Desk:
    """The desk, with what the check of doubled words says of its present text."""
    desk.heard("doubled_word", Checker().report(desk.article, only=("doubled_word",)).findings)
    return desk


def new_desk(text: str = TEXT) -> Desk:
    return checked(Desk(composed(text), by="Ada", clock=Clock()))


def words(desk: Desk) -> list[str]:
    return [row.finding.span.of(desk.text) for row in desk.board.open_rows()]


def first_fix(row: Row) -> Fix:
    return row.finding.fixes[0]


def test_a_row_stays_the_same_while_the_text_moves_under_it() -> None:
    desk = new_desk()
    ids = [row.id for row in desk.rows()]
    desk.typed(Edit(Span(0, 0), "", "Now: "), 5)
    checked(desk)
    assert [row.id for row in desk.rows()] == ids
    assert words(desk) == ["The the", "a a", "the the"]


def test_accepting_changes_the_text_and_moves_on_and_undo_brings_the_finding_back() -> None:
    desk = new_desk()
    row = desk.rows()[0]
    desk.choose(row.id)
    desk.accept(row, first_fix(row))
    assert desk.text == TEXT.replace("The the", "The")
    checked(desk)
    assert words(desk) == ["a a", "the the"]
    assert desk.chosen == desk.board.open_rows()[0].id
    assert [(d.kind, d.by, d.snapshot.before, d.snapshot.after) for d in desk.decisions] == [
        ("accepted", "Ada", "The the", "The")
    ]
    desk.undo()
    assert desk.text == TEXT
    checked(desk)
    assert desk.decisions == []
    assert desk.chosen == desk.board.open_rows()[0].id
    desk.redo()
    assert desk.text == TEXT.replace("The the", "The")
    assert len(desk.decisions) == 1


def test_what_is_let_stand_stays_silent_until_its_words_change() -> None:
    desk = new_desk()
    desk.let_stand(desk.rows()[0], reason="a chant")
    assert words(checked(desk)) == ["a a", "the the"]
    desk.typed(Edit(Span(14, 15), "T", "t"), 15)
    assert words(checked(desk)) == ["a a", "the the"]
    at = desk.text.index("a a")
    desk.let_stand(desk.board.open_rows()[0], "article")
    assert words(checked(desk)) == ["the the"]
    desk.typed(Edit(Span(at, at + 3), "a a", "in in"), at)
    assert words(checked(desk)) == ["in in", "the the"]


def test_let_stand_everywhere_holds_in_other_articles() -> None:
    desk = new_desk()
    desk.let_stand(desk.rows()[1], "everywhere")
    other = Desk(composed("It was a a here. And the the rest."))
    other.settled_everywhere(desk.decisions)
    assert words(checked(other)) == ["the the"]


def test_all_of_a_batch_are_one_step() -> None:
    desk = new_desk()
    taken = desk.batch(desk.rows())
    assert len(taken) == 3
    desk.accept_all(taken)
    assert desk.text == "Bridge closed\nThe mayor said so.\nNobody minded much.\nIt was a late hour; the end came."
    assert len({d.batch for d in desk.decisions}) == 1
    desk.undo()
    assert desk.text == TEXT


def test_a_fix_is_refused_where_the_text_changed() -> None:
    desk = new_desk()
    row = desk.rows()[0]
    desk.typed(Edit(Span(18, 19), "t", "T"), 19)
    with pytest.raises(EditRefused):
        desk.accept(row, first_fix(row))
    assert desk.decisions == []


def test_a_late_report_is_carried_to_the_text_as_it_is_now() -> None:
    desk = new_desk()
    job = desk.checking.job()
    late = Checker().report(job.article, only=("doubled_word",)).findings
    desk.typed(Edit(Span(0, 0), "", "Now: "), 5)
    at = desk.text.index("a a")
    desk.typed(Edit(Span(at, at + 2), "a ", ""), at)
    from editor.worker import Said

    desk.checking.hear(Said(job.number, "doubled_word", late))
    assert words(desk) == ["The the", "the the"]


def test_typing_is_undone_word_by_word() -> None:
    desk = Desk(Article(""), clock=(clock := Clock()))
    for n, letter in enumerate("one two"):
        desk.typed(Edit(Span(n, n), "", letter), n + 1)
    clock.now = 60
    desk.typed(Edit(Span(7, 7), "", "!"), 8)
    seen = []
    while desk.history.done:
        desk.undo()
        seen.append(desk.text)
    assert seen == ["one two", "one ", ""]


def test_a_fix_that_leaves_an_unsourced_claim_opens_a_note_that_undo_closes() -> None:
    desk = Desk(composed("The river rose overnight dawn.com +2. It fell."), by="Ada")
    span = Span(24, 36)
    fix = Fix("", (Edit(span, span.of(desk.text), ""),), leaves=Opens("unsourced", Span(0, 37)))
    found = replace(finding("doubled", span, fixes=[fix], word=""), check="doubled_word")
    desk.heard("doubled_word", keyed([found], desk.text))
    desk.accept(desk.rows()[0], fix)
    note = desk.open_notes[0]
    assert (note.kind, note.words, note.span.of(desk.text)) == (
        "unsourced",
        "The river rose overnight.",
        "The river rose overnight.",
    )
    desk.set_note(note.id, "sourced")
    assert desk.open_notes == []
    desk.undo()
    assert desk.open_notes
    desk.undo()
    assert not desk.notes
    desk.redo()
    assert [n.words for n in desk.open_notes] == ["The river rose overnight."]


def test_a_query_travels_as_a_note_and_in_the_report() -> None:
    desk = new_desk()
    desk.query(desk.rows()[0], "Is this a name?")
    report = desk.edit_report(["doubled_word"], [("grammar", "no Java")])
    assert report.open_findings == 2
    said = report.as_markdown()
    assert "## Queried (1)" in said
    assert "Is this a name?" in said
    assert "- grammar: no Java" in said
    assert report.as_json()["notes"][0]["kind"] == "query"


def test_undoing_what_was_typed_over_a_note_brings_its_place_back() -> None:
    desk = Desk(composed("The river rose overnight."), clock=Clock())
    desk.add_note(Span(4, 9), "Which river?")
    for start in range(12, 6, -1):
        desk.typed(Edit(Span(start, start + 1), desk.text[start], ""), start)
    assert desk.open_notes[0].span.of(desk.text) == "riv"
    desk.undo()
    assert desk.open_notes[0].span.of(desk.text) == "river"


def test_next_and_previous_go_from_the_caret_and_wrap() -> None:
    desk = new_desk()
    ids = [row.id for row in desk.rows()]
    chosen: list[told.Happening] = []
    desk.subscribe(chosen.append)
    assert desk.next(20)
    assert desk.chosen == ids[1]
    desk.next(20, back=True)
    assert desk.chosen == ids[0]
    desk.next(0, back=True)
    assert desk.chosen == ids[2]
    assert chosen[-1] == told.Chosen(ids[2], wrapped=True)


class Slow:
    """A journal that writes when it is told to."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[str | None], None]] = []

    def write(self, steps: object, text: str, caret: int, done: Callable[[str | None], None]) -> None:
        self.waiting.append(done)

    def knows(self, facts: object) -> None: ...
    def named(self, name: str, done: Callable[[str | None], None]) -> None: ...
    def exported(self, path: object, sha256: str) -> None: ...

    def signed(self, signed: object, done: Callable[[str | None], None]) -> None: ...
    def saved(self, path: object, sha256: str) -> None: ...
    def opened(self, path: object, sha256: str) -> None: ...
    def close(self) -> None: ...


def test_a_decision_that_leaves_the_text_leaves_it_checked() -> None:
    desk = new_desk()
    job = desk.checking.job()
    desk.let_stand(desk.board.open_rows()[0])
    assert not desk.checking.stale
    desk.checking.hear(Done(job.number))
    assert not desk.checking.running
    desk.undo()
    assert not desk.checking.stale


def test_the_fact_sheet_stands_at_the_places_of_the_present_text() -> None:
    desk = new_desk("Bridge closed\nMayor Ada Obi said 26 people were hurt on 3 March 2026.\n“It fell,” Obi said.")
    job = desk.checking.job(sheet=True)
    desk.checking.hear(Sheet(job.number, factsheet.rows(Checker().read(desk.article))))
    before = [[place.words for place in row.places] for row in desk.checking.sheet]
    assert before
    desk.typed(Edit(Span(0, 0), "", "Late edition. "), 14)
    after = [[" ".join(place.span.of(desk.text).split()) for place in row.places] for row in desk.checking.sheet]
    assert after == before


def test_a_row_says_that_it_is_saving_until_its_decision_is_on_disk() -> None:
    desk, journal = new_desk(), Slow()
    desk.keep_in(journal)
    row = desk.rows()[0]
    desk.let_stand(row)
    assert (desk.rows()[0].id, desk.rows()[0].status) == (row.id, "saving")
    assert desk.chosen == desk.board.open_rows()[0].id != row.id
    journal.waiting[0]("The disk is full.")
    assert desk.rows()[0].status == "unsaved"
    assert desk.trouble == "The disk is full."
    journal.waiting[0](None)
    assert row.id not in [r.id for r in desk.rows()]
    assert desk.trouble == ""


@settings(max_examples=60, stateful_step_count=30, deadline=None)
class DeskMachine(RuleBasedStateMachine):
    """The desk against the plainest model: a list of texts with a finger on one of them."""

    def __init__(self) -> None:
        super().__init__()
        self.desk = new_desk()
        self.texts, self.at = [self.desk.text], 0

    def did(self) -> None:
        self.texts = [*self.texts[: self.at + 1], self.desk.text]
        self.at += 1

    @rule(data=st.data(), come=texts)
    def type(self, data: st.DataObject, come: str) -> None:
        text = self.desk.text
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, min(len(text), start + 8)))
        steps = len(self.desk.history.done)
        self.desk._clock.now += data.draw(st.sampled_from([0.1, 5.0]))  # type: ignore[attr-defined]
        self.desk.typed(Edit(Span(start, end), text[start:end], come), start + len(come))
        if len(self.desk.history.done) == steps and self.at:
            self.texts[self.at] = self.desk.text
        else:
            self.did()

    @precondition(lambda self: self.desk.board.open_rows())
    @rule(data=st.data())
    def accept(self, data: st.DataObject) -> None:
        row = data.draw(st.sampled_from(self.desk.board.open_rows()))
        self.desk.accept(row, first_fix(row))
        self.did()

    @precondition(lambda self: self.desk.board.open_rows())
    @rule(data=st.data(), scope=st.sampled_from(["place", "article", "everywhere"]))
    def stand(self, data: st.DataObject, scope: str) -> None:
        self.desk.let_stand(data.draw(st.sampled_from(self.desk.board.open_rows())), scope)  # type: ignore[arg-type]
        self.did()

    @precondition(lambda self: self.desk.board.open_rows())
    @rule()
    def accept_all(self) -> None:
        taken = self.desk.batch(self.desk.board.open_rows())
        self.desk.accept_all(taken)
        if taken:
            self.did()

    @rule()
    def undo(self) -> None:
        self.at -= self.at > 0
        self.desk.undo()

    @rule()
    def redo(self) -> None:
        self.at += self.at + 1 < len(self.texts)
        self.desk.redo()

    @rule()
    def check(self) -> None:
        checked(self.desk)

    @rule(text=texts)
    def restore(self, text: str) -> None:
        if text != self.desk.text:
            self.desk.replace_all(text)
            self.did()

    @invariant()
    def the_texts_are_the_same(self) -> None:
        assert self.desk.text == self.texts[self.at]
        assert all(row.finding.span.end <= len(self.desk.text) for row in self.desk.board.open_rows())


TestDesk = DeskMachine.TestCase


def test_a_check_that_is_turned_off_says_no_more_and_is_told_as_not_checked() -> None:
    desk = Desk(Article("He said the the end.\n"))
    found = list(Checker().report(desk.article, only=("doubled_word",)).findings)
    desk.checking.job()
    desk.checking.hear(Said(desk.number, "doubled_word", tuple(found)))
    assert desk.board.open_rows()
    desk.checking.job(off=["doubled_word"])
    assert not desk.board.open_rows()
    assert ("doubled_word", "turned off in the settings") in [
        (what, str(why)) for what, why in desk.checking.not_checked()
    ]
    desk.checking.job()
    desk.checking.hear(Said(desk.number, "doubled_word", tuple(found)))
    assert desk.board.open_rows()
