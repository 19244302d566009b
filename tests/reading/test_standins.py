"""What may be sent to a checker of grammar, and how its places come back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.article import Span
from editor.reading import standins
from editor.reading.debris import Debris
from editor.reading.paragraph import Paragraph, Reading
from editor.reading.standins import OPEN_SURNAMES, SURNAMES, Sendable, sendable


def of(text: str, *debris: str, start: int = 0) -> Sendable:
    pieces = tuple(
        Debris(Span(at + start, at + start + len(words)), "chip") for words in debris for at in [text.index(words)]
    )
    masked = text
    for words in debris:
        masked = masked.replace(words, " " * len(words))
    return sendable(Paragraph(start, 0, Reading(text, masked), pieces))


def test_debris_is_cut_with_the_blank_before_it() -> None:
    assert of("The road shut facebook.com +6 on Monday.", "facebook.com +6").text == "The road shut on Monday."
    assert of("dawn.com +2 The road shut.", "dawn.com +2", start=90).text == "The road shut."


def test_names_stand_as_words_that_are_known() -> None:
    sent = of("Yesterday Bilawal Bhutto-Zardari met Hooker in Pahalgam.").text
    assert not any(name in sent for name in ("Bilawal", "Zardari", "Hooker", "Pahalgam"))
    assert sent.startswith("Yesterday ")
    assert len(sent.split()) == 7


def test_the_article_is_right_for_what_stands_there() -> None:
    assert any(f"an {name} court" in of("He went to an Ottumwa court.").text for name in OPEN_SURNAMES)
    assert any(f"a {name} court" in of("He went to a Ugandu court.").text for name in SURNAMES)


def test_one_name_is_one_word_and_two_are_two() -> None:
    words = of("She saw Zardari, then Bhutto, then Zardari’s car.").text.split()
    assert words[2].strip(",") == words[6].removesuffix("’s")
    assert words[2] != words[4]


@pytest.mark.parametrize(
    "text",
    [
        "It rose on Monday.",
        "The Senate met.",
        "an Indian farmer",
        "IN CAPITALS ALL",
        "So I left.",
        "It said: They won.",
    ],
)
def test_words_that_every_dictionary_knows_stay(text: str) -> None:
    assert of(text).text == text


@pytest.mark.parametrize(
    "address",
    ["https://example.com/a?b=c", "www.example.org", "thenews.com.pk", "desk@example.com", "@reporter", "#vote"],
)
def test_addresses_stand_as_a_name(address: str) -> None:
    assert of(f"It was on {address}, he said.").text == "It was on Reuters, he said."


@pytest.mark.parametrize("text", ["It began at 7 p.m. in May.", "The U.S. left, e.g. by sea.", "It cost 3.5 per cent."])
def test_abbreviations_and_figures_are_no_addresses(text: str) -> None:
    assert "Reuters" not in of(text).text


def test_places_come_back_and_what_was_hidden_has_none() -> None:
    text = "Then Bilawal recieved 😀 teh facebook.com +6 letter in Pahalgam."
    sent = of(text, "facebook.com +6")
    for word in ("recieved", "teh", "letter"):
        at = sent.text.index(word)
        place = sent.back(at, at + len(word))
        assert place is not None
        assert place.of(text) == word
    assert sent.back(5, 5 + len(SURNAMES[0])) is None
    assert sent.back(0, len(sent.text)) is None
    cut = sent.text.index(" letter")
    assert sent.back(cut, cut) is None


def test_a_message_that_rests_on_a_stand_in_is_known() -> None:
    assert of("x").speaks_of_hidden(f"The singular proper name ‘{SURNAMES[0]}’ must be used with ‘expects’.")
    assert not of("x").speaks_of_hidden("Did you mean “their”?")


@given(st.text(alphabet="aB .,’'@#-😀\u0301\n", max_size=40))
def test_what_is_sent_is_the_paragraph_but_for_what_is_hidden(text: str) -> None:
    sent = of(text)
    kept = [True] * len(text)
    for span in sent.hidden:
        kept[span.start : span.end] = [False] * len(span)
    for at, keep in enumerate(kept):
        if keep:
            there = sent.map.span_to(Span(at, at + 1))
            assert there.of(sent.text) == text[at]


def test_there_are_names_enough_for_both_articles() -> None:
    assert all(name[0] in "AEIO" for name in standins.OPEN_SURNAMES)
    assert not any(name[0] in "AEIOU" for name in standins.SURNAMES)
