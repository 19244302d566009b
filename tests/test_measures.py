"""Measures: the running text alone is measured, by formulas whose results are worked out by hand."""

from __future__ import annotations

import pytest

from editor.article import Article, Edit, Fact, Facts, Span
from editor.checker import Checker
from editor.formats.text import composed
from editor.measures import Counted, called, ease, grade, measured

TEXT = (
    "Council closes bridge over the river for good\n"
    "The town has one old bridge. It was shut on Monday (reuters.com +2) by the council.\n"
    "Photo: The bridge as it was seen by those who came on Monday.\n"
    "Nobody knows why.\n"
)


def of(text: str, language: str = "en") -> Article:
    made = composed(text)
    return Article(made.text, made.marks, Facts(language=Fact(language, "asked"), headline=made.facts.headline))


def test_headlines_captions_and_debris_are_no_running_text() -> None:
    found = measured(Checker().read(of(TEXT)))
    assert [one.words for one in found.sentences] == [6, 8, 3]
    assert [one.paragraph for one in found.sentences] == [2, 2, 4]
    assert [(one.number, one.words, one.sentences) for one in found.passages] == [(2, 14, 2), (4, 3, 1)]
    assert found.words == 17
    assert found.longest == found.sentences[1]
    assert found.long(6) == 1
    assert found.formula == "Flesch"


def test_reading_ease_is_that_of_the_formulas() -> None:
    said = Counted(sentences=2, words=20, syllables=30)
    assert ease(said, "en") == pytest.approx(206.835 - 10.15 - 126.9)
    assert ease(said, "de") == pytest.approx(180 - 10 - 87.75)
    assert ease(said, "es") == pytest.approx(206.835 - 10 - 93.45)
    assert grade(said) == pytest.approx(3.9 + 17.7 - 15.59)
    assert called(60) == "standard"
    assert called(60, "es") == "standard"
    assert called(70, "es") == "fairly easy"
    assert called(-3) == "very hard"
    assert ease(Counted(), "en") is None


def test_a_language_without_a_formula_has_its_sentences_measured_alone() -> None:
    found = measured(Checker().read(of("Le maire a fermé le pont. Personne ne sait pourquoi.\n", "fr")))
    assert (found.ease, found.grade, found.formula) == (None, None, "")
    assert [one.words for one in found.sentences] == [6, 4]
    assert all(passage.ease is None for passage in found.passages)


def test_the_easier_text_has_the_higher_ease() -> None:
    simple = "The cat sat on the mat. It was a good cat. We all like it.\n"
    learned = "Administrative considerations notwithstanding, institutions necessitate accountability.\n"
    easy, hard = (measured(Checker().read(of(text))).ease for text in (simple, learned))
    assert easy is not None
    assert hard is not None
    assert easy > 90
    assert hard < 0


def test_places_go_with_the_text() -> None:
    article = of(TEXT)
    edit = Edit(Span(0, 8), "Council ", "")
    found = measured(Checker().read(article)).after([edit])
    after = article.edited((edit,)).text
    assert found.sentences[0].span.of(after) == "The town has one old bridge."
