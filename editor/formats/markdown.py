"""Markdown: the source is the text; headings, links, emphasis and code are marks on it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from editor.article import Article, Fact, Mark, MarkKind, Source, Span
from editor.formats import text

if TYPE_CHECKING:
    from markdown_it.token import Token

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
    return remarked(article)


def remarked(article: Article) -> Article:
    """The article with what Markdown says of its present text; a headline that the editor named stays that."""
    marks = _marks(article.text)
    named, facts = article.facts.headline, article.facts
    if named and named.known == "asked":
        marks = [replace(m, kind="heading") if m.kind == "headline" else m for m in marks]
        marks += [m for m in article.marks if m.kind == "headline"]
    marks.sort(key=lambda m: m.span)
    if not (named and named.known == "asked"):
        facts = replace(facts, headline=None)
        for mark in marks:
            if mark.kind == "headline":
                headline = Fact(" ".join(plain(mark.span.of(article.text)).split()), "file")
                facts = replace(facts, headline=headline)
                break
    return text.with_headline(replace(article, marks=tuple(marks), facts=facts))


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


def converted(article: Article) -> bytes:
    """The words of an article of another format as Markdown: its paragraphs, the headline as heading, as UTF-8."""
    heads = {m.span.start for m in article.marks if m.kind in ("headline", "heading")}
    blocks = []
    for paragraph in article.paragraphs():
        lines = [_escaped(line.strip()) for line in paragraph.span.of(article.text).split("\n")]
        blocks.append(("# " if paragraph.span.start in heads else "") + "\n".join(lines))
    return "".join(f"{block}\n" for block in "\n\n".join(blocks).split("\n") if blocks).encode("utf-8", "surrogatepass")


_SIGN = re.compile(
    r"[\\`*<]|(?<![^\W_])_|_(?![^\W_])|\](?=[(\[:])|&(?=#?\w+;)|^(?:#{1,6}(?=\s|$)|>|[-+](?=\s|$)|~~~|=+\s*$|-[-\s]*$)|#+$"
)
_NUMBERED = re.compile(r"^(\d{1,9})([.)])(?=\s|$)")


def _escaped(line: str) -> str:
    """A line of plain text with a backslash before what Markdown would take for a sign."""
    return _NUMBERED.sub(r"\1\\\2", _SIGN.sub(r"\\\g<0>", line))


def plain(words: str) -> str:
    """The words of a Markdown text without its signs: what a reader of the printed page sees."""
    from markdown_it import MarkdownIt

    return "".join(_blocks(MarkdownIt("commonmark").parse(words))).strip("\n") + "\n"


def _blocks(tokens: Sequence[Token]) -> Iterator[str]:
    lists: list[tuple[str, int]] = []
    lead = ""
    for token in tokens:
        if token.type in ("bullet_list_open", "ordered_list_open"):
            lists.append(("-" if token.type[0] == "b" else ".", int(token.attrGet("start") or 1)))
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            lists.pop()
            if not lists:
                yield "\n"
        elif token.type == "list_item_open":
            sign, number = lists[-1]
            lists[-1] = (sign, number + 1)
            lead = "  " * (len(lists) - 1) + ("- " if sign == "-" else f"{number}. ")
        elif token.type in ("inline", "fence", "code_block", "html_block"):
            said = "".join(_inline(token.children)) if token.type == "inline" else token.content.rstrip("\n")
            yield lead + said + ("\n" if lists else "\n\n")
            lead = ""


def _inline(tokens: Sequence[Token] | None) -> Iterator[str]:
    for token in tokens or ():
        if token.type in ("softbreak", "hardbreak"):
            yield "\n"
        elif token.type == "image":
            yield "".join(_inline(token.children))
        else:
            yield token.content
