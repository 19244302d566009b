"""Markdown: the source is the text; headings, links, emphasis and code are marks on it."""

from __future__ import annotations

import re
from dataclasses import replace

from editor.article import Article, Mark, MarkKind, Source, Span
from editor.formats import text

kind = "markdown"
suffixes = (".md", ".markdown")
written = text.written

_LINK = re.compile(r"\[([^\]\n]*)\]\(([^)\s]*)[^)\n]*\)")
_EMPHASIS = re.compile(r"(?<![\w*])(\*{1,3})(?=\S)([^*\n]+?)(?<=\S)\1(?![\w*])")


def read(data: bytes, name: str) -> Article:
    """The article in the bytes of a Markdown file: each block with what CommonMark says it is. Raises Unreadable."""
    raw, encoding, assumed = text.decoded(data, name)
    words = re.sub(r"\r\n|\r", "\n", raw)
    article = Article(words, layout="blocks", markup="markdown", source=Source(kind, data, encoding, assumed))
    return text.with_headline(replace(article, marks=tuple(sorted(_marks(words), key=lambda m: m.span))))


def _marks(words: str) -> list[Mark]:
    from markdown_it import MarkdownIt

    starts = [0]
    for line in words.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    kinds: dict[str, MarkKind] = {
        "list_item_open": "list",
        "fence": "code",
        "code_block": "code",
        "blockquote_open": "quotation",
    }
    marks: list[Mark] = []
    for token in MarkdownIt("commonmark").parse(words):
        if not token.map:
            continue
        first, last = token.map
        span = Span(starts[first], min(len(words), max(starts[first], starts[last] - 1)))
        if token.type == "heading_open":
            top = token.tag == "h1" and not any(m.kind == "headline" for m in marks)
            marks.append(Mark("headline" if top else "heading", span))
        elif token.type in kinds:
            marks.append(Mark(kinds[token.type], span))
    marks += [Mark("link", Span(*m.span(1)), m[2]) for m in _LINK.finditer(words)]
    marks += [Mark("emphasis", Span(*m.span(2))) for m in _EMPHASIS.finditer(words)]
    return marks
