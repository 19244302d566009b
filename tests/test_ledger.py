"""The ledger: what was read, gathered; the article's date; people over their mentions."""

from __future__ import annotations

import datetime
from dataclasses import replace

from editor.article import Edit, Fact, Span
from editor.checker import Checker
from editor.formats import text as plain
from editor.ledger import Ledger
from editor.reading.paragraph import Reading

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


def test_what_a_reader_sees_is_asked_of_each_paragraph_once() -> None:
    asked = []

    def capitals(read: Reading) -> list[tuple[int, str]]:
        asked.append(read.text)
        return [
            (nth, word.text) for nth, words in enumerate(read.sentence_words) for word in words if word[2].isupper()
        ]

    checker, article = Checker(), plain.composed(TEXT)
    assert [(s.number, word) for s, (_, word) in checker.read(article).by_sentence(capitals)] == [(0, "WELLINGTON")]
    edited = article.edited([Edit(Span(len(TEXT), len(TEXT)), "", "A GOAT came.\n")])
    found = [(s.number, word) for s, (_, word) in checker.read(edited).by_sentence(capitals)]
    assert found == [(0, "WELLINGTON"), (3, "A"), (3, "GOAT")]
    assert len(asked) == 3


def test_small_words_stand_somewhere_without_a_capital() -> None:
    assert {"said", "for", "days"} <= ledger().small_words
    assert not {"okoro", "it", "may"} & ledger().small_words
