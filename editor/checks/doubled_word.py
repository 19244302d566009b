"""A word typed twice in a row."""

from __future__ import annotations

from collections.abc import Iterator

from editor.article import Edit, Span
from editor.finding import Finding, Fix, finding
from editor.reading.paragraph import Paragraph


def check(paragraph: Paragraph) -> Iterator[Finding]:
    for one, two in zip(paragraph.read.words, paragraph.read.words[1:], strict=False):
        gap = paragraph.masked[one.end : two.start]
        if one.lower != two.lower or gap.strip() or one.lower in {"had", "that"}:
            continue
        cut = Span(one.end, two.end)
        fix = Fix("remove", (Edit(cut, cut.of(paragraph.text), ""),), batch=not paragraph.read.quoted(cut))
        yield finding("doubled", Span(one.start, two.end), fixes=[fix], confidence="certain", word=two.text)
