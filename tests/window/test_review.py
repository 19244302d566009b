"""Review: going through findings and deciding them, whoever asks."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from editor.desk import Desk, Row
from editor.window.review import Review, ready_fix
from tests.window.desks import TEXT, desk_of, findings, hand_made_pages, hear, place

__all__ = ["hand_made_pages"]


class At:
    """A caret that a test can put anywhere."""

    def __init__(self, place: int = 0) -> None:
        self.place = place

    def __call__(self) -> int:
        return self.place


def review_of(caret: At | None = None) -> tuple[Desk, Review, At]:
    desk, at = desk_of(), caret or At()
    desk.subscribe(lambda happening: None)
    return desk, Review(desk, at), at


def words(review: Review) -> str:
    row = review.row
    return row.finding.span.of(review.desk.text) if row else ""


def test_next_goes_through_all_from_the_caret_and_begins_anew(qtbot: QtBot) -> None:
    desk, review, caret = review_of()
    seen = []
    for _ in range(8):
        row = review.next()
        assert row
        caret.place = row.finding.span.end
        seen.append(words(review))
    assert seen[:4] == ["(reuters.com +2)", "42 people", "the the", "towne"]
    assert len({row.id for row in desk.rows()}) == 7
    assert seen[7] == seen[0]
    review.previous()
    assert words(review) == "apnews.com +1"


def test_next_leaves_out_what_the_filter_hides(qtbot: QtBot) -> None:
    _, review, caret = review_of()
    review.among = lambda row: row.family == "language"
    review.next()
    caret.place = place(TEXT, "towne").start
    assert words(review) == "towne"
    review.let_stand()
    assert words(review) == "towne"
    review.let_stand()
    assert review.row is None


def test_accepting_takes_the_one_fix_and_goes_on(qtbot: QtBot) -> None:
    desk, review, _ = review_of()
    review.next()
    assert review.accept()
    assert "reuters" not in desk.text
    assert words(review) == "42 people"
    assert [note.kind for note in desk.open_notes] == ["unsourced"]


def test_of_two_places_that_disagree_none_wins_by_return(qtbot: QtBot) -> None:
    desk, review, caret = review_of(At(place(TEXT, "42 people").start))
    review.next()
    with qtbot.waitSignal(review.choices_wanted):
        assert not review.accept()
    assert desk.text == TEXT
    caret.place = 0
    assert [choice.key for choice in review.choices(review.row)][:3] == ["1", "2", "3"]  # type: ignore[arg-type]
    assert review.accept(1)
    assert desk.text.count("42 people") == 2
    review.undo()
    assert desk.text == TEXT
    hear(desk, findings())
    assert words(review) == "42 people"
    assert review.accept(3)
    assert desk.text == TEXT
    assert [d.kind for d in desk.decisions if not d.undoes][-1] == "both_right"


def test_of_two_copies_none_goes_by_return(qtbot: QtBot) -> None:
    desk, _, _ = review_of()
    one, two = (f for f in findings() if f.check == "handmade_spelt")
    row = next(row for row in desk.rows() if row.finding == one)
    assert ready_fix(row) == one.fixes[0]
    assert ready_fix(Row(row.id, replace(one, fixes=(one.fixes[0], two.fixes[0])))) is None


def test_a_finding_without_a_fix_is_not_decided_by_return(qtbot: QtBot) -> None:
    desk, review, _ = review_of(At(place(TEXT, "had waited").start))
    review.next()
    with qtbot.waitSignal(review.choices_wanted):
        assert not review.accept()
    assert not desk.decisions


def test_words_are_asked_for_a_reason_and_a_query(qtbot: QtBot) -> None:
    desk, review, _ = review_of()
    review.next()
    with qtbot.waitSignal(review.words_wanted) as asked:
        review.take("query")
    assert asked.args == ["query"]
    review.query("Who says so?")
    assert [note.words for note in desk.open_notes] == ["Who says so?"]
    review.let_stand("place", "The agency is cited on purpose")
    assert desk.decisions[-1].reason == "The agency is cited on purpose"


def test_letting_stand_in_the_article_silences_its_like(qtbot: QtBot) -> None:
    desk, review, _ = review_of(At(place(TEXT, "towne").start))
    review.next()
    review.take("article")
    assert not [row for row in desk.board.open_rows() if row.family == "language"]
    review.undo()
    assert len([row for row in desk.board.open_rows() if row.family == "language"]) == 2


def test_all_of_a_kind_are_shown_before_they_are_taken(qtbot: QtBot) -> None:
    desk, review, _ = review_of()
    review.next()
    with qtbot.waitSignal(review.preview_wanted) as shown:
        review.preview_alike()
    fixes, what, _ = shown.args
    assert len(fixes) == 2
    assert "kind" in what
    assert desk.text == TEXT
    assert review.accept_all(fixes) == 2
    assert ".com" not in desk.text
    review.undo()
    assert desk.text == TEXT


def test_all_of_a_kind_are_let_stand_in_one_step(qtbot: QtBot) -> None:
    desk, review, _ = review_of()
    review.next()
    with qtbot.waitSignal(review.preview_wanted) as shown:
        review.preview_standing()
    pairs, what, _ = shown.args
    assert [fix for _, fix in pairs] == [None, None]
    assert "kind" in what
    assert not desk.decisions
    before = len(desk.board.open_rows())
    assert review.stand_all(row for row, _ in pairs) == 2
    assert [(d.kind, bool(d.batch)) for d in desk.decisions] == [("stands", True)] * 2
    assert len(desk.board.open_rows()) == before - 2
    assert review.row
    review.undo()
    assert len(desk.board.open_rows()) == before
    assert not desk.decisions


def test_what_changed_since_the_preview_is_not_taken(qtbot: QtBot) -> None:
    _, review, _ = review_of()
    review.next()
    with qtbot.waitSignal(review.preview_wanted) as shown:
        review.preview_certain()
    fixes, *_ = shown.args
    review.accept()
    assert review.accept_all(fixes) == len(fixes) - 1


def test_the_finding_at_the_caret_is_chosen_and_nothing_where_there_is_none(qtbot: QtBot) -> None:
    desk, review, caret = review_of(At(place(TEXT, "apnews").start + 3))
    row = review.at_caret()
    assert row
    assert row.id == desk.chosen
    caret.place = 5
    assert review.at_caret() is None
    assert desk.chosen == row.id


def test_a_refused_fix_says_so_and_changes_nothing(qtbot: QtBot) -> None:
    _, review, _ = review_of()
    parent = QObject()
    review.setParent(parent)
    for row in review.waiting():
        review.desk.let_stand(row)
    with qtbot.waitSignal(review.refused):
        review.next()
