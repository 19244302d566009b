"""Findings and their keys: known again after edits, and settled by the decision that was meant."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from editor.article import Article, Edit, Span
from editor.finding import Evidence, Finding, Fix, Key, finding, keyed, settle
from tests.strategies import edits, texts


def found(text: str, words: str, nth: int = 0, other: str = "") -> Finding:
    at = -1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    evidence = [Evidence(Span(text.index(other), text.index(other) + len(other)))] if other else []
    return replace(finding("rule", Span(at, at + len(words)), evidence=evidence), check="check")


def key_of(text: str, words: str, nth: int = 0, other: str = "") -> Key:
    count = text.count(words)
    every = keyed([found(text, words, n, other) for n in range(count)], text)
    key = every[nth].key
    assert key
    return key


def test_a_key_outlives_edits_elsewhere_and_white_space() -> None:
    before = key_of("Some words. The the cat sat on a mat.", "The the")
    after = key_of("Other words came. The  the cat sat on a mat.", "The  the")
    assert before.matches(after, "place")


def test_a_key_ends_when_its_words_or_their_other_end_change() -> None:
    before = key_of("It took four days. In all, 26 days passed.", "four days", other="26 days")
    other = key_of("It took five days. In all, 26 days passed.", "five days", other="26 days")
    end = key_of("It took four days. In all, 27 days passed.", "four days", other="27 days")
    assert not before.matches(other, "article")
    assert not before.matches(end, "article")
    assert before.matches(end, "everywhere")


def test_a_decision_on_a_place_settles_the_twin_that_it_was_made_on() -> None:
    text = "A cat cat sat here. Then the cat cat went there."
    second = key_of(text, "cat cat", 1)
    changed = "First, some more. " + text.replace("sat here", "lay here")
    keys = [key_of(changed, "cat cat", n) for n in range(2)]
    assert settle(keys, {"d": (second, "place")}) == {1: "d"}
    assert settle(keys, {"d": (second, "article")}) == {0: "d", 1: "d"}


def test_two_decisions_on_twins_settle_both() -> None:
    text = "A cat cat sat here. Then the cat cat went there."
    keys = [key_of(text, "cat cat", n) for n in range(2)]
    assert settle(keys, {"a": (keys[0], "place"), "b": (keys[1], "place")}) == {0: "a", 1: "b"}


@given(texts.flatmap(lambda t: st.tuples(st.just("The the cat. " + t), edits("The the cat. " + t))))
def test_a_finding_is_carried_or_dropped_whole(case: tuple[str, Edit]) -> None:
    text, edit = case
    cut = Edit(Span(3, 7), " the", "")
    one = finding("rule", Span(0, 7), fixes=[Fix("remove", (cut,))])
    moved = one.after(edit)
    after = Article(text).edited([edit])
    if moved is None:
        assert edit.span.touches(Span(0, 7))
    else:
        assert moved.span.of(after.text) == "The the"
        assert after.edited(moved.fixes[0].edits)
