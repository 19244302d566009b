"""Where sentences end, and where a full stop ends none."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.reading.sentences import sentences


@pytest.mark.parametrize(
    "parted",
    [
        "It rained.|The road closed.",
        "Mr. Hale spoke.|Dr. Osei did not.",
        "J. R. Okafor and N. Madhavi Sree met.|They agreed.",
        "The firm is No. 5 in the U.S. market.|It grew 3.5 per cent.",
        "She lives in the U.S. and works.|He left the U.S.|The flight was late.",
        "It opened at 9 a.m. on Monday.|It closed at 5 p.m. Tuesday.|It was 5 p.m.|Crowds came.",
        "“It is over.”|She left.",
        "“Why?” he asked.|Nobody knew.",
        "He said: “Go.” then left.",
        "Acme Inc. Chairman Lee quit.|Acme Inc.|The chairman quit.",
        "On Jan. 5 it snowed.|In Sept. 2024 it did not.",
        "Fears grew globally.|Officials met.",
        "Wait...|Nothing came.",
        "The vote passed (see below).|The mayor spoke.",
        "“We won’t go!”|“You will.”",
        "It cost Rs. 500 and more, e.g. Delhi.|It sank.",
        "World War I.|The peace came later.",
        "He won it in 2019.|42 others tried.",
    ],
)
def test_a_sentence_ends_where_the_next_begins(parted: str) -> None:
    parts = parted.split("|")
    text = " ".join(parts)
    assert [s.of(text) for s in sentences(text)] == parts


def test_glued_sentences_are_parted() -> None:
    text = "It raised fears globally.This led to talks."
    assert [s.of(text) for s in sentences(text)] == ["It raised fears globally.", "This led to talks."]


def test_an_address_ends_no_sentence() -> None:
    assert len(sentences("Shares of Amazon.com rose on Friday.")) == 1


def test_where_debris_stood_a_capital_begins_a_sentence() -> None:
    text = "It may settle Kashmir”              She agreed."
    assert [s.of(text) for s in sentences(text)] == ["It may settle Kashmir”", "She agreed."]
    assert len(sentences("It was settled, according to              She agreed.")) == 1


@given(st.text(alphabet="ab A.!?”\n \u2028", max_size=60))
def test_sentences_part_a_text_and_lose_nothing(text: str) -> None:
    spans = sentences(text)
    assert "".join("".join(s.of(text).split()) for s in spans) == "".join(text.split())
    assert all(s.of(text).strip() == s.of(text) for s in spans)
    assert all(one.end <= two.start for one, two in pairwise(spans))
