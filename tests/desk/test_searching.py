"""Searching and replacing: what is found, what takes its place, and that undo gives the text back."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.article import Article, Mark, Span
from editor.desk import Desk
from editor.desk.searching import (
    BadPattern,
    Looking,
    Replaced,
    Replacing,
    RunsAway,
    Search,
    joined,
    like,
    quoted,
    replace_all,
)

TEXT = "The mayor’s plan: “The plan is a plan,” he said.\nPlans, PLAN and replan: a plan."


def found(search: Search, text: str = TEXT) -> list[str]:
    return [place.of(text) for place in search.places(text)]


def test_words_are_found_in_any_case_or_as_they_stand() -> None:
    assert len(found(Search("plan"))) == 7
    assert found(Search("plan", whole=True)) == ["plan", "plan", "plan", "PLAN", "plan"]
    assert found(Search("PLAN", case=True)) == ["PLAN"]
    assert found(Search("plan", within=Span(18, 30))) == ["plan"]
    assert found(Search("")) == []
    assert found(Search("a.c"), "abc a.c") == ["a.c"]


def test_straight_marks_and_blanks_stand_for_their_kin() -> None:
    text = "the mayor’s 5\u00a0km “plan”"
    assert found(Search("mayor's"), text) == ["mayor’s"]
    assert found(Search('"plan"'), text) == ["“plan”"]
    assert found(Search("5 km"), text) == ["5\u00a0km"]
    assert found(Search("mayor's", case=True), text) == []


def test_a_pattern_finds_by_line_and_takes_whole_words() -> None:
    assert found(Search("^p\\w+", pattern=True)) == ["Plans"]
    assert found(Search("plan|said", pattern=True, whole=True))[-1] == "plan"
    assert found(Search("a*", pattern=True), "baac") == ["", "aa", ""]


@pytest.mark.parametrize(("pattern", "at"), [("(plan", 5), ("[a", 2), ("*a", 0), ("a)", 1)])
def test_a_bad_pattern_says_where(pattern: str, at: int) -> None:
    for whole in (False, True):
        with pytest.raises(BadPattern) as refused:
            Search(pattern, pattern=True, whole=whole).places(TEXT)
        assert refused.value.at == at


def test_a_pattern_that_runs_away_is_stopped() -> None:
    with pytest.raises(RunsAway):
        Search("(x+x+)+y", pattern=True).places("x" * 50_000, limit=0.05)


def test_work_in_a_thread_gives_its_result_or_what_it_raised() -> None:
    looking = Looking(lambda: Search("plan").places(TEXT))
    assert looking.done(5)
    assert isinstance(looking.result, list)
    assert len(looking.result) == 7
    bad = Looking(lambda: Search("(", pattern=True).places(TEXT))
    assert bad.done(5)
    assert isinstance(bad.result, BadPattern)


def replaced(search: Search, replacing: Replacing, text: str = TEXT) -> tuple[str, Replaced]:
    made = replace_all(Article(text), search, replacing)
    return Article(text).edited(made.edits).text, made


def test_quotations_stay_unless_they_are_asked_for() -> None:
    text, made = replaced(Search("plan", whole=True), Replacing("scheme"))
    assert text == "The mayor’s scheme: “The plan is a plan,” he said.\nPlans, scheme and replan: a scheme."
    assert (made.count, made.left) == (3, 2)
    text, made = replaced(Search("plan", whole=True), Replacing("scheme", quoted=True))
    assert (text.count("scheme"), made.count, made.left) == (5, 5, 0)


def test_a_quotation_that_goes_on_ends_with_its_paragraph() -> None:
    text = "“One plan.\n“Another plan,” he said. A plan."
    assert [span.of(text) for span in quoted(Article(text))] == ["“One plan.", "“Another plan,”"]


def test_capitals_are_kept() -> None:
    text, _ = replaced(Search("plan", whole=True), Replacing("scheme", keeps=True), "Plan, plan and PLAN")
    assert text == "Scheme, scheme and SCHEME"
    assert like("A", "the") == "The"


@pytest.mark.parametrize(
    ("pattern", "words", "after"),
    [
        (r"(\w+) and (\w+)", r"\2 and \1", "salt and pepper"),
        (r"(\w+) and (\w+)", "$2 & ${1}s", "salt & peppers"),
        (r"(?P<one>\w+) and", r"\g<one> or", "pepper or salt"),
        ("and", "[$&]", "pepper [and] salt"),
        (" and ", r"\n", "pepper\nsalt"),
        ("pepper", r"\\$$5", "\\$5 and salt"),
        ("x|(p)epper", r"\1aprika", "paprika and salt"),
    ],
)
def test_groups_stand_in_what_takes_the_place(pattern: str, words: str, after: str) -> None:
    assert replaced(Search(pattern, pattern=True), Replacing(words), "pepper and salt")[0] == after


def test_a_group_that_is_none_says_where() -> None:
    with pytest.raises(BadPattern) as refused:
        replaced(Search("(plan)", pattern=True), Replacing("a $2"))
    assert refused.value.at == 2


def test_what_says_so_already_is_no_edit() -> None:
    assert replaced(Search("plan"), Replacing("plan", quoted=True))[1].count == 2


PARTS = st.sampled_from(["plan", "Plan", " ", "a", "“", "”", '"', "'", "\n", "é", "🙂", "ab"])
TEXTS = st.lists(PARTS, max_size=60).map("".join)
SEARCHES = st.one_of(
    st.builds(Search, st.sampled_from(["plan", "a", "'", '"', " ", "🙂"]), st.booleans(), st.booleans()),
    st.builds(Search, st.sampled_from(["a*", "^", "$", r"\b", "(p)(l)?", r".|\n", "plan|a"]), pattern=st.just(True)),
)
REPLACINGS = st.builds(
    Replacing, st.sampled_from(["", "plan", "x", "a\nb", "🙂", "$&$&"]), st.booleans(), st.booleans()
)


@given(TEXTS, SEARCHES, REPLACINGS)
def test_replacing_all_is_one_step_and_undo_gives_the_text_back(
    text: str, search: Search, replacing: Replacing
) -> None:
    desk = Desk(Article(text), by="Ada")
    made = replace_all(desk.article, search, replacing)
    assert made.count + made.left <= len(search.places(text))
    for later, earlier in itertools.pairwise(made.edits):
        assert earlier.span.end <= later.span.start
    desk.replace(made.edits, "Replaced.")
    assert (desk.text == text) == (not made.edits)
    if made.edits:
        assert len(desk.history.done) == 1
        after = desk.text
        desk.undo()
        assert desk.text == text
        desk.redo()
        assert desk.text == after


@given(TEXTS, SEARCHES, st.integers(1, 5))
def test_joined_edits_make_the_same_text_and_cover_no_mark(text: str, search: Search, most: int) -> None:
    edits = list(reversed(replace_all(Article(text), search, Replacing("xy", quoted=True)).edits))
    whole = Article(text).edited(edits).text
    assert Article(text).edited(joined(edits, text, (), most)).text == whole
    marks = (Mark("emphasis", Span(3, 6)),) if len(text) > 6 else ()
    for edit in joined(edits, text, marks, most):
        if any(edit.span.covers(mark.span) for mark in marks):
            assert edit in edits
