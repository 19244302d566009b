"""Syllables, as the languages' dictionaries have them."""

from __future__ import annotations

import pytest

from editor.reading.syllables import countable, syllables

ENGLISH = {
    1: "a the made played loaves sales rules queue strength word's",
    2: "people quarter hundred mayor little wanted houses nation special question going didn't sentence",
    3: "area previous media quantity video minister government's",
    4: "education territory million-dollar",
    5: "university co-operation",
}
GERMAN = {1: "haus schnee quer", 2: "quelle bäume friede", 3: "theater", 7: "geschwindigkeitsbegrenzung"}
SPANISH = {1: "muy que dios", 2: "guerra país quedar agua", 3: "dinero paseo", 4: "averiguáis", 5: "neoleonés"}


@pytest.mark.parametrize(
    ("language", "word", "count"),
    [
        (language, word, count)
        for language, table in (("en", ENGLISH), ("de", GERMAN), ("es", SPANISH))
        for count, words in table.items()
        for word in words.split()
    ],
)
def test_as_spoken(language: str, word: str, count: int) -> None:
    assert syllables(word, language) == count


def test_figures_count_as_one_and_other_languages_are_not_counted() -> None:
    assert syllables("56,700", "en") == 2
    assert syllables("42", "de") == 1
    assert not countable("fr")
    with pytest.raises(KeyError):
        syllables("maison", "fr")
