"""The difference of two texts, word by word."""

from __future__ import annotations

from hypothesis import given

from editor.article import Article
from editor.diff import Comparison, compared, pieces, word_edits
from tests.strategies import texts


@given(texts, texts)
def test_the_edits_make_the_new_text_of_the_old(old: str, new: str) -> None:
    assert Article(old).edited(list(word_edits(old, new))).text == new


@given(texts, texts)
def test_the_pieces_hold_both_texts(old: str, new: str) -> None:
    every = list(pieces(old, new))
    assert "".join(p.words for p in every if p.kind != "new") == old
    assert "".join(p.words for p in every if p.kind != "old") == new


def test_whole_words_are_compared() -> None:
    edits = list(word_edits("The council met on Monday.", "The council met on Tuesday."))
    assert [(e.expected, e.words) for e in edits] == [("Monday", "Tuesday")]


def taken_back(comparison: Comparison) -> str:
    article = Article(comparison.new)
    for number in reversed(range(len(comparison.changes))):
        article = article.edited((comparison.taking_back(number),))
    return article.text


@given(texts, texts)
def test_taking_every_change_back_makes_the_old_text(old: str, new: str) -> None:
    assert taken_back(compared(old, new)) == old


@given(texts, texts)
def test_the_rows_hold_every_line_of_both_texts(old: str, new: str) -> None:
    rows = compared(old, new).rows
    assert "\n".join(row.old.of(old) for row in rows if row.old is not None) == old.removesuffix("\n")
    assert "\n".join(row.new.of(new) for row in rows if row.new is not None) == new.removesuffix("\n")


def changed(old: str, new: str) -> list[tuple[str, str, bool]]:
    return [(c.old.of(old), c.new.of(new), c.moved) for c in compared(old, new).changes]


def test_words_with_nothing_but_a_blank_between_them_are_one_change() -> None:
    old, new = "They met on Monday evening in the hall.", "They met on Tuesday night in the hall."
    assert changed(old, new) == [("Monday evening", "Tuesday night", False)]


def test_a_changed_paragraph_stands_beside_what_it_was() -> None:
    old = "The mayor closed the bridge.\nNobody came.\n"
    new = "It rained.\nThe mayor opened the bridge.\nNobody came.\n"
    rows = [(row.old and row.old.of(old), row.new and row.new.of(new)) for row in compared(old, new).rows]
    assert rows == [
        (None, "It rained."),
        ("The mayor closed the bridge.", "The mayor opened the bridge."),
        ("Nobody came.", "Nobody came."),
    ]


def test_an_empty_line_goes_with_its_paragraph() -> None:
    assert changed("One.\n\nTwo is out.\n\nThree.\n", "One.\n\nThree.\n") == [("Two is out.\n\n", "", False)]


def test_a_paragraph_that_was_moved_is_told_as_moved() -> None:
    moved = "The background of the story is long."
    old, new = f"{moved}\nThe mayor spoke.\nIt rained.\n", f"The mayor spoke.\nIt rained.\n{moved}\n"
    assert changed(old, new) == [(f"{moved}\n", "", True), ("", f"{moved}\n", True)]
