"""Sentences that are made below the window."""

from __future__ import annotations

from editor.saying import mark, sentence


def test_a_sentence_is_english_as_text() -> None:
    assert str(sentence("Kept as “{name}”.", name="Before")) == "Kept as “Before”."
    assert str(sentence("%n finding(s) let stand.", "", 1)) == "1 finding let stand."
    assert str(sentence("%n finding(s) let stand.", "", 1200)) == "1,200 findings let stand."
    assert mark("Citations") == "Citations"
