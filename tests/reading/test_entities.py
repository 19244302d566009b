"""Entities: one for all names of one thing, none for a capital that names nothing."""

from __future__ import annotations

import pytest

from editor.reading.entities import Entity, entities
from editor.reading.names import names
from editor.reading.people import linked


def read(*paragraphs: str) -> dict[str, Entity | None]:
    """What each name of an article names, by its words."""
    found = [name for paragraph in paragraphs for name in names(paragraph)]
    return dict(zip([name.text for name in found], entities(found, linked(found)), strict=True))


@pytest.mark.parametrize(
    ("text", "short", "full"),
    [
        ("The Northern Ports Authority (NPA) met. On Monday the NPA said no.", "NPA", "Northern Ports Authority"),
        ("It bought Halden Marine Corp. in May. Workers at Halden were told.", "Halden", "Halden Marine Corp"),
        ("Troops of the U.S. left as the United States had asked.", "U.S.", "United States"),
        ("It was Dr Ngozi Bello who called. Later Bello wrote to them.", "Bello", "Ngozi Bello"),
    ],
)
def test_short_and_long_names_are_one(text: str, short: str, full: str) -> None:
    found = read(text)
    assert found[short]
    assert found[short] == found[full]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Heavy rain fell. Unfortunately it did not stop.", "Unfortunately"),
        ("Many Kenyan farmers lost their crops.", "Kenyan"),
        ("They won the World Cup at last.", "World Cup"),
        ("We met on the Internet, as people do.", "Internet"),
    ],
)
def test_a_capital_may_name_nothing(text: str, word: str) -> None:
    assert read(text).get(word) is None


def test_a_word_of_the_dictionary_is_a_name_where_prose_writes_it_so() -> None:
    found = read("Apple unveils a phone", "It was shown by Apple in May. Apple said no more.")
    assert found["Apple"] == Entity("Apple", "unknown")
