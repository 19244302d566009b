"""Hidden characters: what no reader sees in copy and every search and every speller trips over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from editor.article import Span
from editor.reading import lines
from editor.reading.patterns import lazy


class Hidden(NamedTuple):
    """A run of hidden characters, or a word with letters of another alphabet; `instead` is what should stand there."""

    span: Span
    kind: Literal["hidden", "lookalike"]
    instead: str
    confidence: Literal["certain", "likely", "possible"]


_SIGNS = lazy(
    "[\u200b-\u200f\u2060-\u2064\ufeff\u00ad\u202a-\u202e\u2066-\u2069\u180e\U000e0000-\U000e007f\ue000-\uf8ff]+"
)
_FOREIGN = lazy("[\u0370-\u03ff\u0400-\u04ff]")
_WORD = lazy(r"[^\W\d_]+")
# Letters that look like Latin ones in every common typeface.
_LIKE = dict(
    zip("аеорсухіјѕԁһӏАВЕКМНОРСТУХІЈЅοαΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "aeopcyxijsdhlABEKMHOPCTYXIJSoaABEZHIKMNOPTYX", strict=True)
)
_JOINS = lazy("[\u0590-\u08ff\u0900-\u0dff\ufb1d-\ufdff\ufe70-\ufefc]")
_PICTURES = lazy("[\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff\ufe0f]")


def hidden(text: str) -> Iterator[Hidden]:
    """The hidden characters of a text that no script, emoji or flag needs, and words of mixed alphabets."""
    if text.isascii():
        return
    for match in lines.finditer(_SIGNS, text):
        if not _needed(text, match):
            soft = set(match[0]) <= {"\u00ad"}
            yield Hidden(Span(*match.span()), "hidden", "", "likely" if soft else "certain")
    done = 0
    for letter in lines.finditer(_FOREIGN, text):
        if letter.start() < done:
            continue
        start = letter.start()
        while start and text[start - 1].isalpha():
            start -= 1
        word = _WORD.match(text, start)
        done = word.end() if word else letter.end()
        if not word or len(word[0]) < 3:
            continue
        instead = "".join(_LIKE.get(c, c) for c in word[0])
        if instead.isascii() and any(c.isascii() for c in word[0]):
            yield Hidden(Span(*word.span()), "lookalike", instead, "certain")


def _needed(text: str, match: re.Match[str]) -> bool:
    signs, before, after = match[0], text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    around = text[max(0, match.start() - 2) : match.start()] + text[match.end() : match.end() + 2]
    if set(signs) <= {"\u200c", "\u200d", "\u200e", "\u200f"} and _JOINS.search(around):
        return True
    if signs == "\u200d" and _PICTURES.match(after) and (_PICTURES.match(before) or before >= "\U0001f3fb"):
        return True
    if before == "\U0001f3f4" and signs[-1] == "\U000e007f":
        return True
    # A byte-order mark that opens the file is the format's.
    return signs == "\ufeff" and match.start() == 0
