"""When dates were, told by the article's date, by the tense, and by the dates told before."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.article import Article, Fact, Facts
from editor.checker import Checker

THURSDAY = "2023-06-15"


def read(text: str, day: str | None = THURSDAY) -> list[tuple[str, str] | None]:
    ledger = Checker().read(Article(text, facts=Facts(date=Fact(day, "asked") if day else None)))
    found = [ledger.when(stated) for stated in ledger.dates]
    return [(when.first.isoformat(), when.last.isoformat()) if when else None for when in found]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("The ferry sank on Wednesday.", "2023-06-14", "2023-06-14"),
        ("The ferry sank on Thursday.", "2023-06-15", "2023-06-15"),
        ("The court will sit on Monday.", "2023-06-19", "2023-06-19"),
        ("The mayor met them last Friday.", "2023-06-09", "2023-06-09"),
        ("The mayor will meet them next Tuesday.", "2023-06-20", "2023-06-20"),
        ("She left office last month.", "2023-05-01", "2023-05-31"),
        ("They voted last week.", "2023-06-05", "2023-06-11"),
        ("Thieves broke in over the weekend.", "2023-06-10", "2023-06-11"),
        ("He arrived two weeks ago.", "2023-05-29", "2023-06-04"),
        ("The plant closed three years ago.", "2020-01-01", "2020-12-31"),
        ("Sales fell in the first quarter.", "2023-01-01", "2023-03-31"),
        ("Sales fell in the fourth quarter.", "2022-10-01", "2022-12-31"),
        ("Sales rose in the second quarter of last year.", "2022-04-01", "2022-06-30"),
        ("It was built in the 1990s.", "1990-01-01", "1999-12-31"),
        ("It was built in the 19th century.", "1801-01-01", "1900-12-31"),
        ("The fund shrank earlier this year.", "2023-01-01", "2023-06-15"),
        ("They moved here last summer.", "2022-06-01", "2022-08-31"),
        ("He was killed on December 28.", "2022-12-28", "2022-12-28"),
        ("The vote is to be held on November 20.", "2023-11-20", "2023-11-20"),
        ("The bridge opened in October.", "2022-10-01", "2022-10-31"),
        ("The bridge will open in February.", "2024-02-01", "2024-02-29"),
        ("She resigned in March last year.", "2022-03-01", "2022-03-31"),
    ],
)
def test_a_date_is_told_by_the_article_s_own(text: str, first: str, last: str) -> None:
    assert read(text) == [(first, last)]


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("The siege began on 3 May 2021. Two days later it was over.", ("2021-05-05", "2021-05-05")),
        ("The siege began on 3 May 2021. It was over the next day.", ("2021-05-04", "2021-05-04")),
        ("The first film came out in 1986. The following year he moved.", ("1987-01-01", "1987-12-31")),
        ("The bridge fell on 2 May 2021. The following winter it was rebuilt.", ("2021-12-01", "2022-02-28")),
        ("The strike began in April 1986. A month later it was called off.", ("1986-05-01", "1986-05-31")),
    ],
)
def test_a_date_is_counted_from_the_one_told_before(text: str, second: tuple[str, str]) -> None:
    assert read(text, None)[1] == second


def test_without_the_article_s_date_nothing_is_assumed() -> None:
    assert (
        read("The ferry sank on Wednesday. The mayor spoke last month, in October, two years ago.", None) == [None] * 4
    )


WAYS = st.sampled_from(["last", "this", "next", "the previous", "the following", "the same", "the coming", "current"])
UNITS = st.sampled_from(
    "day week weekend month quarter year decade century spring summer autumn fall winter night Friday June".split()
)


@given(WAYS, UNITS, st.sampled_from(["", "early ", "the end of ", "the first week of ", "the third quarter of "]))
def test_every_turn_of_words_is_a_range_of_days_or_none(way: str, unit: str, part: str) -> None:
    for found in read(f"The bridge fell on 2 May 2021. It was built {part}{way} {unit}, they said."):
        assert found is None or found[0] <= found[1]


@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2099, 12, 31)), st.integers(0, 6))
def test_a_weekday_of_the_past_is_of_the_last_seven_days(day: datetime.date, weekday: int) -> None:
    name = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")[weekday]
    ((first, _),) = [one for one in read(f"The ferry sank on {name}.", day.isoformat()) if one]
    found = datetime.date.fromisoformat(first)
    assert found.weekday() == weekday
    assert 0 <= (day - found).days < 7
