"""The board: rows come, go and are carried through edits as if each were carried by itself at once."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from editor.article import Edit, Span
from editor.desk.board import Board, by_place
from editor.desk.carrying import SideBySide, side_by_side
from editor.finding import Evidence, Finding, Fix, Opens, keyed

LENGTH = 60
CHECKS = ("one", "two")


@st.composite
def spans(draw: st.DrawFn, most: int = LENGTH) -> Span:
    start = draw(st.integers(0, most))
    return Span(start, draw(st.integers(start, min(most, start + 6))))


@st.composite
def found(draw: st.DrawFn, check: str, text: str) -> Finding:
    size = len(text)
    span = draw(spans(size))
    others = draw(st.lists(spans(size), max_size=2))
    fixed = draw(st.lists(spans(size), max_size=2))
    opens = draw(st.none() | spans(size))
    fixes = tuple(
        Fix("fix", (Edit(place, place.of(text), "new"),), leaves=Opens("unsourced", opens) if opens else None)
        for place in fixed
    )
    made = Finding("rule", span, tuple(Evidence(place) for place in others), fixes, check=check)
    return replace(made, values=(("n", draw(st.sampled_from("ab"))),))


@settings(max_examples=80, stateful_step_count=25, deadline=None)
class BoardMachine(RuleBasedStateMachine):
    """The board against findings that are each carried through each edit, one by one."""

    def __init__(self) -> None:
        super().__init__()
        self.text = "abcdefghij" * 6
        self.board, self.shown = Board(), dict[int, Finding]()

    def heed(self, gone: tuple[int, ...], added: tuple[int, ...] = ()) -> None:
        for id_ in gone:
            del self.shown[id_]
        assert not self.shown.keys() & set(added)

    @rule(data=st.data(), check=st.sampled_from(CHECKS))
    def hear(self, data: st.DataObject, check: str) -> None:
        some = data.draw(st.lists(found(check, self.text), max_size=5))
        kept = [row.finding for row in self.board.open_rows() if row.check == check]
        some += data.draw(st.lists(st.sampled_from(kept), unique_by=id)) if kept else []
        changes = self.board.put(check, keyed(some, self.text), {})
        self.heed(changes.gone, tuple(row.id for row in changes.added))
        assert {row.id for row in changes.changed} <= self.shown.keys()
        self.shown = {row.id: row.finding for row in self.board.open_rows()}

    @rule(data=st.data(), words=st.sampled_from(["", "x", "two "]), keys=st.integers(1, 4))
    def type(self, data: st.DataObject, words: str, keys: int) -> None:
        size = len(self.text)
        at = data.draw(st.integers(0, size))
        for _ in range(keys):
            span = Span(at, at) if words else Span(max(0, at - 1), at)
            self.edit([Edit(span, span.of(self.text), words)])
            at = span.start + len(words)

    @rule(data=st.data())
    def many(self, data: st.DataObject) -> None:
        places: list[Span] = []
        for span in sorted(data.draw(st.lists(spans(len(self.text)), max_size=40))):
            if not places or span.start > places[-1].end:
                places.append(span)
        edits = [Edit(span, span.of(self.text), data.draw(st.sampled_from(["", "yz"]))) for span in reversed(places)]
        self.edit(edits)
        if data.draw(st.booleans()):
            self.edit([edit.inverse() for edit in reversed(edits)])

    def edit(self, edits: list[Edit]) -> None:
        for edit in edits:
            self.text = self.text[: edit.span.start] + edit.words + self.text[edit.span.end :]
        after = {id_: finding.after(*edits) for id_, finding in self.shown.items()}
        changes = self.board.edited(edits)
        assert set(changes.gone) == {id_ for id_, finding in after.items() if finding is None}
        self.shown = {id_: finding for id_, finding in after.items() if finding}

    @invariant()
    def every_row_is_where_it_would_be(self) -> None:
        rows = self.board.open_rows()
        assert {row.id: row.span for row in rows} == {id_: finding.span for id_, finding in self.shown.items()}
        assert {row.id: row.finding for row in rows} == self.shown
        assert [row.span.start for row in rows] == sorted(row.span.start for row in rows)
        assert all(self.board.row(row.id) == row for row in rows)


TestBoard = BoardMachine.TestCase


@given(st.lists(spans(), max_size=8), spans())
def test_edits_side_by_side_carry_a_place_as_one_after_another_would(cuts: list[Span], place: Span) -> None:
    apart: list[Span] = []
    for cut in sorted(cuts):
        if not apart or cut.start > apart[-1].end:
            apart.append(cut)
    edits = [Edit(cut, "-" * len(cut), "+" * (cut.start % 3)) for cut in reversed(apart)]
    whole = place
    for edit in edits:
        whole = whole.after(edit)
    together = side_by_side(edits)
    assert isinstance(together, SideBySide)
    assert together.whole(place) == whole
    touched = any(edit.span.touches(place) for edit in edits)
    assert together.place(place) == (None if touched else whole)


def test_rows_stand_in_the_order_of_their_places() -> None:
    board = Board()
    some = keyed([Finding("r", Span(n, n + 1), check="one") for n in (5, 1, 3)], "abcdefgh")
    board.put("one", some, {})
    assert [row.span.start for row in board.rows()] == [1, 3, 5]
    assert board.rows() == sorted(board.rows(), key=by_place)
