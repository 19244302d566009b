"""Phrases that come again, the longest only."""

from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st

from editor.reading.phrases import Place, Repeat, repeats


def test_the_longest_run_is_given_with_every_place() -> None:
    one = "the road to the north will close".split()
    two = "nobody said the road to the north was safe".split()
    assert repeats([one, two, one]) == [
        Repeat(5, (Place(0, 0), Place(1, 2))),
        Repeat(7, (Place(0, 0), Place(2, 0))),
    ]


def test_a_run_may_come_again_in_its_own_sentence_without_overlap() -> None:
    assert repeats(["a b c d and a b c d".split()]) == [Repeat(4, (Place(0, 0), Place(0, 5)))]
    assert repeats(["a a a a a a".split()]) == []


@given(st.lists(st.lists(st.sampled_from("abc"), max_size=12), max_size=6))
def test_every_place_says_the_same_words(sentences: list[list[str]]) -> None:
    for length, places in repeats(sentences):
        said = {tuple(sentences[p.sentence][p.word : p.word + length]) for p in places}
        assert len(said) == 1
        assert length >= 4
        assert len(places) >= 2
        assert len(set(places)) == len(places)


def test_it_takes_time_in_proportion_to_the_text() -> None:
    def seconds(words: int) -> float:
        began = time.process_time()
        repeats([["so", "it", "goes", "on", "and", "on"] * 5] * (words // 30))
        return time.process_time() - began

    assert seconds(30_000) < 2
