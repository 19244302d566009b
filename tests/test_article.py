"""The article's values: edits that hold for what they expect, places carried through them, the bridge to others."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.article import Article, Edit, EditRefused, Mark, Span, TextMap
from tests.strategies import edit_lists, edits, raw_texts, spans, texts


@given(texts.flatmap(lambda text: st.tuples(st.just(text), edits(text))))
def test_an_edit_and_its_inverse_leave_the_text_as_it_was(case: tuple[str, Edit]) -> None:
    text, edit = case
    after = Article(text).edited([edit])
    assert after.edited([edit.inverse()]).text == text


@given(texts.flatmap(lambda text: st.tuples(st.just(text), edit_lists(text))))
def test_edits_of_one_text_are_the_same_together_and_from_the_last_to_the_first(case: tuple[str, list[Edit]]) -> None:
    text, many = case
    article = Article(text)
    for edit in reversed(many):
        article = article.edited([edit])
    assert Article(text).edited(many).text == article.text


@given(texts.flatmap(lambda text: st.tuples(st.just(text), edits(text), spans(text))))
def test_a_place_that_an_edit_does_not_touch_keeps_its_words(case: tuple[str, Edit, Span]) -> None:
    text, edit, span = case
    after = Article(text).edited([edit])
    moved = span.after(edit)
    assert moved.end <= len(after.text)
    if edit.span.end <= span.start or edit.span.start >= span.end:
        assert moved.of(after.text) == span.of(text)
    elif span.covers(edit.span) and span != edit.span:
        assert (
            moved.of(after.text) == span.of(text).replace(edit.expected, edit.words, 1)
            or len(edit.expected) == 0
            or (
                moved.of(after.text) == text[span.start : edit.span.start] + edit.words + text[edit.span.end : span.end]
            )
        )
    elif edit.span.covers(span):
        assert not len(moved)


def test_an_edit_is_refused_where_the_text_says_something_else() -> None:
    article = Article("The cat sat.")
    with pytest.raises(EditRefused):
        article.edited([Edit(Span(4, 7), "dog", "cow")])
    with pytest.raises(EditRefused):
        article.edited([Edit(Span(4, 7), "cat", "cow"), Edit(Span(11, 14), ".", "")])
    with pytest.raises(ValueError, match="overlap"):
        article.edited([Edit(Span(0, 7), "The cat", "A cow"), Edit(Span(4, 7), "cat", "dog")])


def test_an_edit_may_change_a_links_target() -> None:
    link = Mark("link", Span(0, 4), "https://x.org/?utm_source=chatgpt.com&page=2")
    article = Article("Here is more.", marks=(link,))
    edit = Edit(link.span, link.target, "https://x.org/?page=2", "target")
    after = article.edited([edit])
    assert after.marks[0].target == "https://x.org/?page=2"
    assert after.edited([edit.inverse()]) == article


@given(texts)
def test_utf16_is_counted_as_python_encodes_it(text: str) -> None:
    there = TextMap.utf16(text)
    for place in range(len(text) + 1):
        units = len(text[:place].encode("utf-16-le", "surrogatepass")) // 2
        assert there.to(place) == units
        assert there.back(units) == place


@given(raw_texts)
def test_places_in_a_file_with_crlf_are_found(raw: str) -> None:
    text = raw.replace("\r\n", "\n").replace("\r", "\n")
    there = TextMap.line_ends(raw)
    assert there.to(len(text)) == len(raw)
    for place, character in enumerate(text):
        if character != "\n":
            assert raw[there.to(place)] == character
            assert there.back(there.to(place)) == place


@given(texts.flatmap(lambda text: st.tuples(st.just(text), edit_lists(text), st.data())))
def test_places_in_a_rewritten_text_come_back(case: tuple[str, list[Edit], st.DataObject]) -> None:
    text, many, data = case
    there = TextMap.rewritten(many)
    copy = Article(text).edited(many).text
    span = data.draw(spans(text))
    if not any(e.span.touches(span) or span.touches(e.span) for e in many):
        assert there.span_to(span).of(copy) == span.of(text)
        assert there.span_back(there.span_to(span)) == span


def test_paragraphs_are_lines_or_blocks() -> None:
    text = "One\n\nTwo goes on\nand on\n- item\n"
    assert [p.span.of(text) for p in Article(text).paragraphs()] == ["One", "Two goes on", "and on", "- item"]
    blocks = Article(text, layout="blocks")
    assert [p.span.of(text) for p in blocks.paragraphs()] == ["One", "Two goes on\nand on", "- item"]


def test_values_can_be_sent_to_the_worker() -> None:
    article = Article("A b", marks=(Mark("headline", Span(0, 1)),))
    assert pickle.loads(pickle.dumps(article.bare())) == article


def test_no_span_runs_backwards() -> None:
    with pytest.raises(ValueError, match="no span"):
        Span(3, 2)
