"""Quotations: where they open and close, and who speaks."""

from __future__ import annotations

import pytest

from editor.reading.quotations import quotations


def said(text: str) -> list[tuple[str, str | None]]:
    return [(q.words.of(text), q.speaker.of(text) if q.speaker else None) for q in quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“We have never seen it this high,” Denise Okoro told reporters.",
            [("We have never seen it this high,", "Denise Okoro")],
        ),
        ('"No complaint," said the Rift coach, Hosea Rotich.', [("No complaint,", "Hosea Rotich")]),
        ("Pledging help, he said: “Nobody will wait.”", [("Nobody will wait.", "he")]),
        ("Her chairman, Barend Louw, called her “a splendid colleague”.", [("a splendid colleague", "Barend Louw")]),
        ("Trust’s missing cash ‘a simple story’, jury told", [("a simple story", None)]),
        ("It is the 'right' thing, they say.", [("right", None)]),
    ],
)
def test_words_and_speaker(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The workers' rights and the players' union.",
        'a 6" pipe, 5\' 11" tall',
        "the '90s, rock 'n' roll",
        "It’s the teams’ game.",
    ],
)
def test_apostrophes_and_inches_open_nothing(text: str) -> None:
    assert quotations(text) == ()


def test_a_nested_quotation_belongs_to_the_outer_one() -> None:
    assert said("“He said ‘never’ twice,” she recalled.") == [("He said ‘never’ twice,", "she")]


def test_a_quotation_that_the_next_paragraph_goes_on_with_stays_open() -> None:
    (found,) = quotations("“We came in May and stayed.")
    assert found.open


def test_the_same_voice_goes_on_in_the_next_quotation() -> None:
    text = "“The sin is silence,” said Cheryl Wong. “It always was.”"
    assert [speaker for _, speaker in said(text)] == ["Cheryl Wong", "Cheryl Wong"]
