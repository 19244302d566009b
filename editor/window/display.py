"""What the widget shows of the article's text, and how its places answer those of the text.

Qt counts in UTF-16 units and changes or loses some characters; so each of those is shown as a stand-in of the same
length, and the truth is never read back from the widget. A paragraph that is longer than Qt can lay out within a key's
time is shown in several: at some of its blanks the widget has a line end.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator

from editor.article import Edit, Span, TextMap

LONGEST = 5_000 * 6
"""The characters of a paragraph that is shown whole: about 5,000 words, for which Qt takes 8 ms a key."""

_LINE, _LOST = "\N{SYMBOL FOR NEWLINE}", "\N{REPLACEMENT CHARACTER}"
STAND_INS = {
    **dict.fromkeys("\r\x85\u2028\u2029", _LINE),
    "\0": "\N{SYMBOL FOR NULL}",
    "\ufeff": "\N{SYMBOL FOR SUBSTITUTE}",
    **dict.fromkeys("\ufdd0\ufdd1\ufffe\ufffc", _LOST),
}
_ODD = re.compile("[\r\0\x85\u2028\u2029\ufeff\ufdd0\ufdd1\ufffe\ufffc\ud800-\udfff]")
_SIGNS = re.compile(f"[{_LINE}{_LOST}\N{SYMBOL FOR NULL}\N{SYMBOL FOR SUBSTITUTE}]")
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_PASTED_LINE = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_PASTED_LOST = re.compile("[\0\ufeff\ufdd0\ufdd1\ufffe\ufffc\ud800-\udfff]")


def stood_in(words: str) -> str:
    """The words as the widget can show them, character by character."""
    if words.isascii() and "\r" not in words and "\0" not in words:
        return words
    return _ODD.sub(lambda m: STAND_INS.get(m[0], _LOST), words)


def pasted(words: str) -> str:
    """Words from elsewhere as an article may hold them: one kind of line end, nothing that stands for no character."""
    return _PASTED_LOST.sub("", _PASTED_LINE.sub("\n", words))


class Display:
    """The text as shown, kept up to date edit by edit; all places given and taken are the text's own but in `map`."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._astral = [] if text.isascii() else [m.start() for m in _ASTRAL.finditer(text)]
        self._breaks = list(_breaks(text))
        self._map: TextMap | None = None

    @property
    def units(self) -> int:
        """The length in UTF-16 units."""
        return len(self.text) + len(self._astral)

    @property
    def map(self) -> TextMap:
        """Places of the text against those of the widget."""
        if self._map is None:
            pairs = ((pair) for n, at in enumerate(self._astral) for pair in ((at, at + n), (at + 1, at + n + 2)))
            self._map = TextMap(pairs)
        return self._map

    def splits(self, unit: int) -> bool:
        """Whether this place of the widget lies inside a character."""
        return bool(self._astral) and self.map.to(self.map.back(unit)) != unit

    def shown(self, span: Span) -> str:
        """What the widget shows at a place, line ends as `\\n`."""
        words = stood_in(span.of(self.text))
        for at in self._breaks[bisect_left(self._breaks, span.start) : bisect_left(self._breaks, span.end)]:
            words = words[: at - span.start] + "\n" + words[at - span.start + 1 :]
        return words

    def whole(self) -> str:
        """What the widget shows of the whole text."""
        words = stood_in(self.text)
        if not self._breaks:
            return words
        parts = [words[a:b] for a, b in zip([0, *(at + 1 for at in self._breaks)], [*self._breaks, None], strict=True)]
        return "\n".join(parts)

    def meant(self, shown: str, span: Span, brought: str = "") -> str:
        """What the widget's words `shown`, which took the place of `span`, say: stand-ins become what they stood for.

        The characters stood in for are those of the place before, and of the words `brought` in.
        """
        if not _SIGNS.search(shown):
            return shown
        behind: dict[str, list[str]] = defaultdict(list)
        for character in brought + span.of(self.text):
            sign = STAND_INS.get(character, character)
            behind[_LOST if "\ud800" <= sign <= "\udfff" else sign].append(character)
        return _SIGNS.sub(lambda m: behind[m[0]].pop(0) if behind[m[0]] else m[0], shown)

    def edit(self, edit: Edit) -> None:
        """The text says something else now."""
        start, end, grown = edit.span.start, edit.span.end, len(edit.words) - len(edit.span)
        self.text = self.text[:start] + edit.words + self.text[end:]
        come = [] if edit.words.isascii() else [start + m.start() for m in _ASTRAL.finditer(edit.words)]
        if come or self._astral:
            self._astral = _carried(self._astral, start, end, grown, come)
            self._map = None
        if self._breaks:
            self._breaks = _carried(self._breaks, start, end, grown, [])

    @property
    def crowded(self) -> bool:
        """Whether a paragraph has grown too long to be shown whole."""
        return any(not _bisected(self._breaks, at) for at in _breaks(self.text))


def _carried(places: list[int], start: int, end: int, grown: int, come: list[int]) -> list[int]:
    first, last = bisect_left(places, start), bisect_left(places, end)
    return [*places[:first], *come, *(at + grown for at in places[last:])]


def _bisected(places: list[int], at: int) -> bool:
    """Whether one of the sorted places lies within a paragraph's length of this one."""
    near = bisect_left(places, at - LONGEST)
    return near < len(places) and places[near] <= at + LONGEST


def _breaks(text: str) -> Iterator[int]:
    """The blanks of too long paragraphs at which the widget begins a new one."""
    start = 0
    while len(text) - start > LONGEST:
        end = text.find("\n", start)
        if end < 0:
            end = len(text)
        while end - start > LONGEST:
            blank = text.rfind(" ", start, start + LONGEST)
            if blank <= start:
                break
            yield blank
            start = blank + 1
        start = end + 1
