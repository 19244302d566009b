"""Figures: value, unit, what they count, how sure they are."""

from __future__ import annotations

import pytest

from editor.reading import numbers
from editor.reading.figures import singles
from editor.reading.paragraph import Reading


def read(text: str) -> list[tuple[float, str, str, str]]:
    return [(f.low, f.unit, f.counted, f.qualifier) for f in Reading(text, text).figures]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It killed 26 people.", [(26, "", "dead", "")]),
        ("Twenty-six people were killed.", [(26, "", "dead", "")]),
        ("It claimed at least 14 lives.", [(14, "", "dead", "least")]),
        ("A Mass for the 17 who died.", [(17, "", "dead", "")]),
        ("The death toll rose to 45.", [(45, "", "dead", "")]),
        ("Eleven are in hospital.", [(11, "", "hurt", "")]),
        ("killing four people and injuring 31", [(4, "", "dead", ""), (31, "", "hurt", "")]),
        ("about £412m was paid", [(412e6, "GBP", "", "about")]),
        ("Rs 1,200 crore", [(1200e7, "INR", "", "")]),
        ("4.5 billion pesos", [(4.5e9, "MXN", "", "")]),
        ("some 35 kilometers (22 miles) off", [(35, "km", "", "about"), (22, "mile", "", "")]),
        ("64 per cent of farmers", [(64, "%", "farmers", "")]),
        ("more than 1,850 firefighters", [(1850, "", "firefighters", "least")]),
        ("half a million people fled", [(5e5, "", "people", "")]),
        ("two and a half million voters", [(2.5e6, "", "voters", "")]),
        ("two-thirds of the seats", [(2 / 3, "fraction", "seats", "")]),
        ("a third of members", [(1 / 3, "fraction", "members", "")]),
        ("a hundred thousand books", [(1e5, "", "books", "")]),
        ("twelve hundred and five cows", [(1205, "", "cows", "")]),
        ("worth Shs310 million", [(310e6, "shilling", "", "")]),
        ("A$1.84 a litre", [(1.84, "AUD", "", "")]),
        ("It fetched $5M.", [(5e6, "USD", "", "")]),
        ("It cost R40 000.", [(40000, "ZAR", "", "")]),
        ("Rs 3 lakh crore", [(3e12, "INR", "", "")]),
        ("It is 1.8m tall.", [(1.8, "m", "", "")]),
        ("closing at 8,579.19", [(8579.19, "", "", "")]),
        ("minus 5C at dawn", [(-5, "°C", "", "")]),
        ("three newer versions", [(3, "", "versions", "")]),
        ("Orna Savings Of $38 Million", [(38e6, "USD", "", "")]),
        ("Three Killed As Storm Injures 14", [(3, "", "dead", ""), (14, "", "hurt", "")]),
        ("its six-mile drive", [(6, "mile", "", "")]),
    ],
)
def test_a_figure_says_what_it_counts(text: str, expected: list[tuple[float, str, str, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "They won 3–1.",
        "It began at 9.40pm.",
        "on Route 156",
        "on 10 March 2026",
        "the 29th state",
        "flight 370",
        "a C++17 tool",
    ],
)
def test_scores_times_dates_and_references_count_nothing(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Six to eight hundred ideas came.", 6, 800),
        ("It has 200-250 seats.", 200, 250),
        ("We took 15 or 20 ideas.", 15, 20),
        ("between 30 and 40 people", 30, 40),
    ],
)
def test_a_range_is_one_figure(text: str, low: float, high: float) -> None:
    (figure,) = Reading(text, text).figures
    assert (figure.low, figure.high) == (low, high)


def test_what_is_counted_as_one_is_read_for_a_fact_sheet() -> None:
    text = "One poster won one vote; this one did not, nor any one of them."
    assert [f.counted for f in singles(text)] == ["poster", "vote"]


def test_a_vague_word_has_a_range() -> None:
    (figure,) = Reading("x", "It killed several soldiers on both sides.").figures
    assert figure.counted == "dead"
    assert figure.noun == "soldiers"
    assert figure.low < figure.high < 26


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("twenty-six", 26),
        ("two hundred and five", 205),
        ("1.2 million", 1.2e6),
        ("a dozen", 12),
        ("26.4 lakh", 2.64e6),
        ("five thousand", 5000),
    ],
)
def test_numbers_in_words_and_digits(words: str, value: float) -> None:
    assert numbers.value(words) == pytest.approx(value)
