"""The day an article is from, as its opening says."""

from __future__ import annotations

import datetime

import pytest

from editor.article import Article
from editor.checker import Checker


@pytest.mark.parametrize(
    "opening",
    [
        "LEITH, 3 May 2024 — A ferry has sunk.",
        "LEITH (May 3, 2024) - A ferry has sunk.",
        "By Jo Marr, Friday, 3 May 2024",
        "Friday, 3 May 2024",
        "Leith, May 3, 2024",
        "The council on Friday, 3 May 2024, opened a ferry line.",
    ],
)
def test_the_day_of_an_article(opening: str) -> None:
    text = f"Ferry sinks\n\n{opening}\n\nA ferry sank here in 2011, too, on 4 June 2011.\n"
    assert Checker().read(Article(text)).day == datetime.date(2024, 5, 3)


def test_a_dateline_takes_the_year_that_the_article_names() -> None:
    text = "Ferry sinks\n\nLEITH, 7 August — A ferry has sunk.\n\nThe yard had mended it on 4 June 2024.\n"
    assert Checker().read(Article(text)).day == datetime.date(2024, 8, 7)


def test_a_day_long_before_others_is_not_the_articles() -> None:
    text = "Jo Marr dies\n\nJo Marr was born on 3 May 1940 in Leith.\n\nShe was made mayor on 4 June 1981.\n"
    assert Checker().read(Article(text)).day is None
