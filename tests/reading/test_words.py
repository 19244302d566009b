"""Words as they are counted and compared."""

from __future__ import annotations

import pytest

from editor.reading.words import words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bilawal Bhutto-Zardari won’t go.", ["Bilawal", "Bhutto-Zardari", "won’t", "go"]),
        ("The U.S. paid 56,700 at 3.5 per cent.", ["The", "U.S", "paid", "56,700", "at", "3.5", "per", "cent"]),
        ("globally.This grew", ["globally", "This", "grew"]),
        ("dawn.com and R&D", ["dawn.com", "and", "R&D"]),
        ("cafe\u0301 re\u0301sume\u0301s", ["cafe\u0301", "re\u0301sume\u0301s"]),
        ("2019–20 and a_b", ["2019", "20", "and", "a", "b"]),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert [w.text for w in words(text)] == expected
    assert all(w.span.of(text) == w.text and w.lower == w.text.lower() for w in words(text))
