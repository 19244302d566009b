"""Patterns that wait: compiled when first looked for, and then like any other."""

from __future__ import annotations

import re

import pytest

from editor.reading.patterns import lazy


def test_a_pattern_is_compiled_when_it_is_first_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[tuple[str, int]] = []
    known = re.compile

    def noting(words: str, flags: int) -> re.Pattern[str]:
        compiled.append((words, flags))
        return known(words, flags)

    monkeypatch.setattr("editor.reading.patterns.re.compile", noting)
    word = lazy(r"\w+", re.ASCII)
    assert not compiled
    assert [m[0] for m in word.finditer("one two")] == ["one", "two"]
    assert word.search("é b").start() == 2  # type: ignore[union-attr]
    assert word.pattern == r"\w+"
    assert compiled == [(r"\w+", re.ASCII)]


def test_a_pattern_that_is_wrong_says_so_when_it_is_used() -> None:
    wrong = lazy("(")
    with pytest.raises(re.error, match="missing"):
        wrong.search("a")
