"""Dates as they are written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.reading.dates import MONTHS, dates


@pytest.mark.parametrize(
    ("text", "year", "month", "day", "weekday"),
    [
        ("on Tuesday, 10 March 2026, they met", 2026, 3, 10, 1),
        ("on May 10th (2025) it ended", 2025, 5, 10, None),
        ("since Monday, Feb. 9th", None, 2, 9, 0),
        ("by the 1st of April", None, 4, 1, None),
        ("the file of 2024-05-03", 2024, 5, 3, None),
        ("in May 2019 they left", 2019, 5, None, None),
        ("founded in 1965", 1965, None, None, None),
        ("it rained on Saturday", None, None, None, 5),
        ("to be reached by 31 June", None, 6, 31, None),
    ],
)
def test_a_date_says_what_is_written(
    text: str, year: int | None, month: int | None, day: int | None, weekday: int | None
) -> None:
    (date,) = dates(text)
    assert (date.year, date.month, date.day, date.weekday) == (year, month, day, weekday)


def test_a_range_gives_its_two_ends() -> None:
    one, two = dates("a course from 8 to 11 June 2026")
    assert (one.day, two.day, two.month, two.year, two.range_end) == (8, 11, 6, 2026, True)


@pytest.mark.parametrize(
    "text", ["she may come", "a march of 3 miles", "2,019 people", "Route 1956", "$2000", "the sat nav"]
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert dates(text) == ()


@given(st.integers(1, 12), st.integers(1, 28), st.integers(1900, 2099))
def test_every_way_to_write_a_date_says_the_same(month: int, day: int, year: int) -> None:
    name = MONTHS[month - 1]
    for text in (f"{day} {name} {year}", f"{name} {day}, {year}", f"{year}-{month:02}-{day:02}"):
        (date,) = dates(f"It was {text}.")
        assert (date.year, date.month, date.day) == (year, month, day)


@pytest.mark.parametrize(
    ("text", "words", "part"),
    [
        ("sold in the third quarter of 2013", "the third quarter of 2013", "Q3"),
        ("closed in late September", "late September", "late"),
        ("by mid-2011 it stood", "mid-2011", "mid"),
        ("in the last week of March", "the last week of March", "W-1"),
        ("the harvest of the summer of 2012", "the summer of 2012", "summer"),
        ("a loss in fiscal 2013", "fiscal 2013", "fiscal"),
    ],
)
def test_a_date_is_read_with_the_part_that_is_meant(text: str, words: str, part: str) -> None:
    (date,) = dates(text)
    assert (date.span.of(text), date.part) == (words, part)


def test_a_month_takes_the_year_that_is_told_beside_it() -> None:
    (date,) = dates("the council sat in October of next year")
    assert date.month == 10
    assert date.shift is not None
    assert (date.shift.unit, date.shift.by) == ("year", 1)
