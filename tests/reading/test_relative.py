"""Dates that are told by another, as they are written."""

from __future__ import annotations

import pytest

from editor.reading.relative import Shift, relatives


@pytest.mark.parametrize(
    ("text", "shift"),
    [
        ("he called yesterday", Shift("day", -1)),
        ("it rained last night", Shift("day", -1)),
        ("a meeting next month", Shift("month", 1)),
        ("the next day he left", Shift("day", 1, told=True)),
        ("the previous year it had lost", Shift("year", -1, told=True)),
        ("he was freed two days later", Shift("day", 2, told=True)),
        ("it closed four months ago", Shift("month", -4)),
        ("they had met the year before.", Shift("year", -1, told=True)),
        ("over the weekend", Shift("weekend")),
    ],
)
def test_how_far_a_date_lies_from_another(text: str, shift: Shift) -> None:
    assert [one.shift for one in relatives(text)] == [shift]


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("the 1990s", (1990, 1999)),
        ("in the ’80s", (1980, 1989)),
        ("the twentieth century", (1901, 2000)),
        ("a 17th-century barn", (1601, 1700)),
    ],
)
def test_the_years_of_a_decade_or_century(text: str, years: tuple[int, int]) -> None:
    assert [one.years for one in relatives(text)] == [years]


@pytest.mark.parametrize(
    "text", ["three days later than planned", "the day before the vote", "the second half", "is today."]
)
def test_what_is_told_by_no_date(text: str) -> None:
    assert list(relatives(text)) == []
