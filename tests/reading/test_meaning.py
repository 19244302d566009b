"""What a sentence says, whatever words it says it in."""

from __future__ import annotations

import pytest

from editor.reading.meaning import claim, meant
from editor.reading.words import words


def senses(text: str) -> dict[str, set[int]]:
    return {text[m.start : m.end]: set(m.senses) for m in meant([words(text)], text)[0]}


def test_words_for_one_thing_share_a_sense() -> None:
    one, two = senses("The fire began at noon."), senses("A blaze started.")
    assert one["fire"] & two["blaze"]
    assert one["began"] & two["started"]


def test_two_words_may_stand_for_one_thing() -> None:
    one, two = senses("The match was called off."), senses("They scrapped the fixture.")
    assert one["called off"] & two["scrapped"]


def test_who_says_it_is_not_what_is_said() -> None:
    assert not senses("He said that they said so, according to her.")


def test_a_share_is_one_thing_however_it_is_put() -> None:
    told = ("Seven of every ten plants", "7 in 10 plants", "70 per cent of plants", "70% of plants")
    assert {next(m.family for m in meant([words(t)], t)[0] if m.family.endswith("%")) for t in told} == {"70%"}


def test_an_attribution_at_either_end_is_no_claim() -> None:
    text = "The dam will hold until May, the head of the survey team confirmed."
    assert [w.text for w in claim(words(text), text)] == ["The", "dam", "will", "hold", "until", "May"]
    text = "Police said that the dam will hold."
    assert [w.text for w in claim(words(text), text)][-2:] == ["will", "hold"]
    assert "Police" not in [w.text for w in claim(words(text), text)]


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("ten weeks", "two and a half months", True),
        ("a quarter of an hour", "15 minutes", True),
        ("half a year", "six months", True),
        ("ten weeks", "ten months", False),
        ("two days", "three days", False),
    ],
)
def test_lengths_of_time_are_known_however_they_are_put(one: str, two: str, same: bool) -> None:
    first, second = (
        {sense for place in senses(f"It lasted {length}.").values() for sense in place if sense < 0}
        for length in (one, two)
    )
    assert bool(first & second) is same
