"""The lines of a text: what was seen in one is not asked again, and a pattern finds in lines what it finds in all."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from editor.reading import lines


def test_a_line_is_asked_once_wherever_it_stands() -> None:
    asked = []

    def capitals(line: str) -> list[str]:
        asked.append(line)
        return [word for word in line.split() if word.isupper()]

    assert list(lines.seen("A goat\n\nOUR goat", capitals)) == [(0, ["A"]), (8, ["OUR"])]
    assert list(lines.seen("Then\nOUR goat\nA goat", capitals)) == [(5, ["OUR"]), (14, ["A"])]
    assert asked == ["A goat", "", "OUR goat", "Then"]
    assert lines.any_seen("a\nB", str.isupper)
    assert not lines.any_seen("a\nb", str.isupper)


_PATTERN = re.compile(r"(?<![a-z])b+(?!\d)|^c|a$", re.MULTILINE)


@given(st.text("abc1 \n"))
def test_a_pattern_finds_by_lines_what_it_finds_in_the_whole(text: str) -> None:
    assert [m.span() for m in lines.finditer(_PATTERN, text)] == [m.span() for m in _PATTERN.finditer(text)]
