"""What a sentence says, whatever words it says it in."""

from __future__ import annotations

from editor.reading.meaning import meant
from editor.reading.words import words


def senses(text: str) -> dict[str, set[int]]:
    return {text[m.start : m.end]: set(m.senses) for m in meant(words(text), text)}


def test_words_for_one_thing_share_a_sense() -> None:
    one, two = senses("The fire began at noon."), senses("A blaze started.")
    assert one["fire"] & two["blaze"]
    assert one["began"] & two["started"]


def test_two_words_may_stand_for_one_thing() -> None:
    one, two = senses("The match was called off."), senses("They scrapped the fixture.")
    assert one["called off"] & two["scrapped"]


def test_who_says_it_is_not_what_is_said() -> None:
    assert not senses("He said that they said so, according to her.")
