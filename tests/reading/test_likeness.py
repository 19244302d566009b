"""Near copies among many sets of words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from editor.reading.likeness import alike

words = st.frozensets(st.sampled_from("abcdefghij"), max_size=8)


@given(st.lists(words, max_size=12), st.sampled_from([0.5, 0.6, 0.8]))
def test_it_finds_what_comparing_each_with_each_finds(sets: list[frozenset[str]], least: float) -> None:
    plain = [
        (a, b)
        for b in range(len(sets))
        for a in range(b)
        if min(len(sets[a]), len(sets[b])) >= 4 and len(sets[a] & sets[b]) >= least * len(sets[a] | sets[b])
    ]
    assert [(a, b) for a, b, _ in alike(sets, least=least)] == sorted(plain)
