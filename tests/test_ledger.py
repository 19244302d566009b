"""The ledger: what was read, gathered; the article's date; people over their mentions."""

from __future__ import annotations

import datetime
from dataclasses import replace

from editor.article import Fact
from editor.checker import Checker
from editor.formats import text as plain
from editor.ledger import Ledger

TEXT = """WELLINGTON, 6 October 2026 — Mayor Denise Okoro met 26 people on Tuesday.
“It rained,” Okoro said, “for four days.” She left on 3 May.
"""


def ledger(text: str = TEXT, date: str = "") -> Ledger:
    article = plain.composed(text)
    if date:
        article = replace(article, facts=replace(article.facts, date=Fact(date, "asked")))
    return Checker().read(article)


def test_places_are_the_articles() -> None:
    read = ledger()
    for kind in (read.names, read.figures, read.dates, read.durations, read.quotations):
        for stated in kind:
            paragraph = stated.sentence.paragraph
            assert stated.span.of(read.text) == stated.span.moved(-paragraph.start).of(paragraph.text)
            assert stated.sentence.span.touches(stated.span)


def test_the_date_is_the_datelines_or_the_one_given_and_never_todays() -> None:
    assert ledger().day == datetime.date(2026, 10, 6)
    assert ledger(date="2025-01-02").day == datetime.date(2025, 1, 2)
    assert ledger("It rained on 3 May.\n").day is None


def test_a_date_without_a_year_is_of_the_articles() -> None:
    read = ledger()
    third = read.when(next(stated for stated in read.dates if stated.thing.day == 3))
    assert third == (datetime.date(2026, 5, 3), datetime.date(2026, 5, 3), "article")


def test_a_person_has_every_mention() -> None:
    (person,) = ledger().people
    assert person.full == "Denise Okoro"
    assert len(person.mentions) == 2


def test_what_is_quoted_is_known() -> None:
    read = ledger()
    (length,) = read.durations
    assert read.quoted(length)
    assert not read.quoted(read.figures[0])


def test_the_paragraphs_that_hold_some_words_are_found_by_any_part_of_them() -> None:
    read = ledger()
    for words in ("rained", "ain", " met 26 ", "days.”", "e", "four days", "May", "Okoro said"):
        assert read.holding(words) == [p for p in read.paragraphs if words in p.text], words
    assert not read.holding("snowed")
    assert not read.holding("met days")


def test_small_words_stand_somewhere_without_a_capital() -> None:
    assert {"said", "for", "days"} <= ledger().small_words
    assert not {"okoro", "it", "may"} & ledger().small_words
