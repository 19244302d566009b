"""Lemmas, and words of one family."""

from __future__ import annotations

import pytest

from editor import resources
from editor.reading.lemmas import family, lemma, ruled, stop_words


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("lasted", "last"),
        ("leaving", "leave"),
        ("left", "leave"),
        ("children", "child"),
        ("women's", "woman"),
        ("ministers’", "minister"),
        ("hoping", "hope"),
        ("hopped", "hop"),
        ("boxes", "box"),
        ("studies", "study"),
        ("overseeing", "oversee"),
        ("during", "during"),
        ("crisis", "crisis"),
        ("3.5", "3.5"),
    ],
)
def test_lemmas(word: str, expected: str) -> None:
    assert lemma(word) == expected


@pytest.mark.parametrize(
    "kin",
    [
        "escalate escalated escalating escalation",
        "intense intensify intensification intensity",
        "oversee overseeing oversight",
        "press pressed pressing pressure",
        "passion passionate passions",
        "evacuate evacuated evacuation",
        "hygiene hygienic",
        "mediate mediation mediator",
        "transparent transparency",
    ],
)
def test_kin_share_a_family(kin: str) -> None:
    assert len({family(word) for word in kin.split()}) == 1


@pytest.mark.parametrize(
    "strangers",
    ["policy police politics", "university universe", "minister ministry", "council counsel", "general generate"],
)
def test_words_that_only_look_alike_do_not(strangers: str) -> None:
    assert len({family(word) for word in strangers.split()}) == len(strangers.split())


def test_rules_do_what_the_table_need_not() -> None:
    assert ruled("mills") == "mill"
    assert ruled("danced") == "dance"
    assert "the" in stop_words()


def test_the_table_holds_only_what_the_rules_get_wrong() -> None:
    rows = resources.rows("lexicon", "en", "lemmas.tsv")
    assert rows == sorted(rows)
    assert not [form for form, known in rows if ruled(form) == known]
