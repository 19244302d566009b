"""Words that the window says in more than one place, and the article's words made fit to be shown in a line."""

from __future__ import annotations

import re

from editor.finding import Confidence, Family

FAMILY_NAMES: dict[Family, str] = {
    "citations": "Citations",
    "repetition": "Repetition",
    "consistency": "Consistency",
    "language": "Language",
    "style": "Style",
}
CONFIDENCE_NAMES: dict[Confidence, str] = {"certain": "certain", "likely": "likely", "possible": "possible"}

# Line ends of any kind; characters without a shape of their own, among them those that turn the direction of what
# follows, which could make a line of the panel say something else; halves of a pair, which Qt loses.
_LINE = re.compile(r"[ \t]*(?:\r\n|[\n\r\v\f\x85\u2028\u2029])[ \t]*")
_UNSEEN = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff]"
)


def shown_words(words: str) -> str:
    """Words of the article as one line: line ends as an arrow, unseen characters as a box."""
    return _UNSEEN.sub("\N{WHITE SQUARE}", _LINE.sub(" \N{DOWNWARDS ARROW WITH CORNER LEFTWARDS} ", words))


def elided(words: str, most: int) -> str:
    """At most so many characters, whole words, with an ellipsis where any are left out."""
    if len(words) <= most:
        return words
    cut = words[:most]
    return (cut[: cut.rfind(" ")] if " " in cut[most // 2 :] else cut).rstrip() + "…"


def plural(count: int, one: str, many: str = "") -> str:
    return f"{count:,} {one if count == 1 else many or one + 's'}"
