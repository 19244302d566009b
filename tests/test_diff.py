"""The difference of two texts, word by word."""

from __future__ import annotations

from hypothesis import given

from editor.article import Article
from editor.diff import pieces, word_edits
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
