"""Patterns that wait: compiled when first looked for, and then like any other."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor import resources
from editor.reading.patterns import cued, cues, lazy


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


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("truce|armistices?", {"truce", "armistice"}),
        (r"walk-?outs?|laid (?:down|off) tools", {"walk", " tools"}),
        (r"re[- ]?opened|called (?:it )?off", {"opened", "called "}),
        (r"(?:won|lost)|defeat", {"won", "lost", "defeat"}),
        (r"(?:a (?:rise|fall)|up) in|(?:gain)?", set()),
        (r"(?:by|of)? (?:the (?:own|new) |lost )", {"the ", "lost "}),
        (r"a{2}b|victory", set()),
        (r"\[sic\] note|wo+n over", {" note", "n over"}),
    ],
)
def test_every_alternative_has_a_cue_or_there_is_none(words: str, told: set[str]) -> None:
    assert set(cues(words)) == told


@pytest.mark.parametrize("table", ["episodes", "sequels", "orders", "undone", "event_idioms"])
@given(data=st.data())
def test_what_a_pattern_of_a_table_finds_is_found_by_its_cues(table: str, data: st.DataObject) -> None:
    cells = [cell for row in resources.rows("lexicon", "en", f"{table}.tsv") for cell in row if cell.strip()]
    words = data.draw(st.sampled_from(cells))
    text = "They " + data.draw(st.from_regex(rf"(?:{words})", fullmatch=True)) + " then."
    known = re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    wanted = [match.span() for match in known.finditer(text)]
    assert [match.span() for match in cued(words, re.IGNORECASE).finditer(text)] == wanted
    assert bool(cued(words, re.IGNORECASE).search(text, 3)) == bool(known.search(text, 3))
