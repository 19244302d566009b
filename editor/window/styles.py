"""How what the source says of words is shown: headings larger, emphasis slanted, links coloured, Markdown's signs pale.

Colour, weight and size are put on the lines of a block (`QTextLayout.setFormats`): neither an edit nor a step to undo
comes of it. What kind of block it is, the block itself remembers (its user state), for its number changes as one types.
"""

from __future__ import annotations

import functools
import itertools
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from enum import IntFlag

from PySide6.QtGui import QFont, QFontDatabase, QTextCharFormat, QTextLayout

from editor.article import Article, Mark, Span, TextMap
from editor.window import theme

ROOMY = 80
"""No sign of Markdown that begins a line, nor an emphasis' stars, is longer."""


class Block(IntFlag):
    """What a block of the widget is. A block that has none of these looks like plain text."""

    HEADLINE = 1
    HEADING = 2
    LIST = 4
    QUOTATION = 8
    CODE = 16
    INLINE = 32
    """There are links or emphasis in it."""
    MARKDOWN = 64
    """Its signs are Markdown's."""


KINDS = {
    "headline": Block.HEADLINE,
    "heading": Block.HEADING,
    "list": Block.LIST,
    "quotation": Block.QUOTATION,
    "code": Block.CODE,
    "emphasis": Block.INLINE,
    "link": Block.INLINE,
}
_HANGING = re.compile(r"[ \t]*(?:>[ \t]?)*[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?)?")
_HEADING = re.compile(r"[ \t]*(?:>[ \t]?)*(#{1,6})(?:[ \t]+|$)")
_CLOSING = re.compile(r"[ \t]+#+[ \t]*$")
_FENCE = re.compile(r"[ \t]*(?:>[ \t]?)*(?:```|~~~).*$")
_TARGET = re.compile(r"\]\([^)\s]*[^)\n]*\)")
HEADLINE_SIZE, HEADING_SIZES = 1.45, (1.3, 1.2, 1.1)

Style = tuple[str, ...]
"""What is said of some words: any of headline, heading1 to 3, strong, slanted, link, code, sign."""


def kinds(article: Article) -> Iterator[tuple[Span, Block]]:
    """The places whose blocks are more than plain text, and what they are."""
    plain = Block.MARKDOWN if article.markup == "markdown" else Block(0)
    for mark in article.marks:
        if kind := KINDS.get(mark.kind):
            yield mark.span, kind | plain


def within(marks: Sequence[Mark], place: Span) -> Iterator[Mark]:
    """The links and emphasis of a line; `marks` are sorted by their start, and these lie within a line."""
    for n in range(bisect_left(marks, place.start, key=lambda mark: mark.span.start), len(marks)):
        mark = marks[n]
        if mark.span.start > place.end:
            return
        if mark.kind in ("emphasis", "link"):
            yield mark


def hanging(words: str, kind: Block) -> int:
    """How many characters stand at the head of a block before the words that its other lines are to begin under."""
    if not kind & (Block.LIST | Block.QUOTATION) or kind & Block.CODE:
        return 0
    head = _HANGING.match(words)
    return head.end() if head and head.end() < len(words) else 0


def styled(words: str, at: int, kind: Block, marks: Iterable[Mark]) -> list[tuple[int, int, Style]]:
    """The parts of a block that do not look plain, in order and none over another: start, end and what is said.

    `words` are the block's, which begins at the place `at` of the article; places are counted from its own start.
    """
    said: list[tuple[int, int, str]] = []
    signs = bool(kind & Block.MARKDOWN)
    heading = _HEADING.match(words) if signs else None
    if kind & Block.HEADLINE:
        said.append((0, len(words), "headline"))
    elif kind & Block.HEADING:
        level = len(heading[1]) if heading else 2
        said.append((0, len(words), f"heading{min(max(level - 1, 1), 3)}"))
    if kind & Block.CODE:
        said.append((0, len(words), "code"))
        if signs and _FENCE.fullmatch(words):
            said.append((0, len(words), "sign"))
        return _flat(said)
    if signs:
        said += _signs(words, kind, heading)
    for mark in marks:
        start, end = mark.span.start - at, mark.span.end - at
        if start < 0 or end > len(words):
            continue
        if mark.kind == "link":
            said.append((start, end, "link"))
            close = _TARGET.match(words, end)
            if close and words[start - 1 : start] == "[":
                said += [(start - 1, start, "sign"), (close.start(), close.end(), "sign")]
            continue
        sign = words[start - 1 : start]
        stars = next((n for n in range(3) if start - n < 1 or words[start - n - 1] != sign), 3) if sign in "*_" else 0
        if stars != 2:
            said.append((start, end, "slanted"))
        if stars >= 2:
            said.append((start, end, "strong"))
        if stars:
            said += [(start - stars, start, "sign"), (end, min(end + stars, len(words)), "sign")]
    return _flat(said)


def _signs(words: str, kind: Block, heading: re.Match[str] | None) -> Iterator[tuple[int, int, str]]:
    if kind & (Block.HEADLINE | Block.HEADING):
        if heading:
            yield 0, heading.end(), "sign"
        if heading and (close := _CLOSING.search(words, heading.end())):
            yield close.start(), len(words), "sign"
    elif kind & (Block.LIST | Block.QUOTATION) and (head := _HANGING.match(words)):
        yield 0, head.end(), "sign"


def _flat(said: list[tuple[int, int, str]]) -> list[tuple[int, int, Style]]:
    edges = sorted({edge for start, end, _ in said for edge in (start, end)})
    parts = []
    for start, end in itertools.pairwise(edges):
        if style := tuple(sorted({name for a, b, name in said if a <= start and end <= b})):
            parts.append((start, end, style))
    return parts


def ranges(parts: Iterable[tuple[int, int, Style]], counted: TextMap, at: int) -> list[QTextLayout.FormatRange]:
    """The same for Qt: `counted` leads to its places, `at` is where the block begins in the article."""
    made, begin = [], counted.to(at)
    for start, end, style in parts:
        one = QTextLayout.FormatRange()
        one.start = counted.to(at + start) - begin
        one.length = counted.to(at + end) - begin - one.start
        one.format = _format(style, theme.look())
        made.append(one)
    return made


@functools.lru_cache(200)
def _format(style: Style, look: object) -> QTextCharFormat:
    """The format of a style; `look` is what it hangs on besides: palette, zoom and face."""
    made = QTextCharFormat()
    if scale := scale_of(style):
        made.setFontPointSize(theme.reading_font(scale).pointSizeF())
    if bold(style):
        made.setFontWeight(QFont.Weight.Bold if "strong" in style else QFont.Weight.DemiBold)
    if "slanted" in style:
        made.setFontItalic(True)
    if "code" in style:
        made.setFontFamilies(fixed_families())
        made.setFontPointSize(theme.reading_font(0.88).pointSizeF())
    if "sign" in style:
        made.setForeground(theme.colour("muted"))
        made.setFontWeight(QFont.Weight.Normal)
    elif "link" in style:
        made.setForeground(theme.colour("accent"))
        made.setFontUnderline(True)
    return made


def scale_of(style: Style) -> float:
    """How many times as large as plain text a style is; 0 where it says nothing of it."""
    if "headline" in style:
        return HEADLINE_SIZE
    return next((HEADING_SIZES[int(name[-1]) - 1] for name in style if name.startswith("heading")), 0.0)


def bold(style: Style) -> bool:
    return "strong" in style or "headline" in style or any(name.startswith("heading") for name in style)


@functools.cache
def fixed_families() -> list[str]:
    """The faces of code: the system's own of fixed width."""
    return [*QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).families(), "monospace"]
