"""Literal forms of debris: the table resources/lexicon/debris.tsv, and where a text holds one of them."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import NamedTuple

from editor import resources
from editor.article import Span


class Hit(NamedTuple):
    """A form where a text holds it. `spans` are what goes; what lies between them stays in the text."""

    spans: tuple[Span, ...]
    kind: str
    origin: str

    @property
    def whole(self) -> Span:
        return self.spans[0].to(self.spans[-1])


class _Form(NamedTuple):
    kind: str
    origin: str
    literal: str
    """A part that stands in every text that holds the form: the cheap question before the search."""
    pattern: str
    apart: bool
    """Whether no letter may stand before it. (A lookbehind in the pattern would cost its quick search for a literal.)"""


_SIGNS = re.compile(r"\\u[0-9a-fA-F]{4}|\{\{…\}\}|\{\{\{|\}\}\}|[#~‥…]")
_MEANS = {"#": r"\d+", "~": "[a-z]+", "‥": r"[^\s)\]}>]+", "…": r"[^\n]{0,200}?"}
_BRACES = {"{{{": "{{", "}}}": "}}"}


@functools.cache
def _forms() -> tuple[_Form, ...]:
    return tuple(_form(*row) for row in resources.rows("lexicon", "debris.tsv"))


@functools.cache
def _shelves() -> tuple[tuple[bytes, tuple[_Form, ...]], ...]:
    """The forms by how their literal begins: one look at the text for many of them."""
    shelves: dict[str, list[_Form]] = {}
    for form in _forms():
        shelves.setdefault(form.literal[:7], []).append(form)
    return tuple((opening.encode(), tuple(some)) for opening, some in shelves.items())


def _form(form: str, kind: str, origin: str) -> _Form:
    pattern, chunks, at = "", [""], 0
    for sign in _SIGNS.finditer(form):
        pattern += re.escape(form[at : sign.start()])
        chunks[-1] += form[at : sign.start()]
        at = sign.end()
        one = sign[0]
        if one == "{{…}}":
            pattern += r"([^\n]{0,400}?)"
            chunks.append("")
        elif one in _BRACES or one[0] == "\\":
            literal = _BRACES.get(one) or chr(int(one[2:], 16))
            pattern += re.escape(literal)
            chunks[-1] += literal
        else:
            pattern += _MEANS[one]
            chunks.append("")
    pattern += re.escape(form[at:])
    chunks[-1] += form[at:]
    apart = form[0].isalnum() and not (kind == "token" and "#" in form)
    if form[-1].isalpha():
        pattern += r"(?![^\W\d_])"
    return _Form(kind, origin, max(chunks, key=len), pattern, apart)


@functools.cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def hits(text: str) -> Iterator[Hit]:
    """All forms that the text holds, in order; of two at one place the longer."""
    found: list[Hit] = []
    straight = text.replace("’", "'")
    # Bytes are searched several times faster than a text with curly quotes, which has two bytes a character.
    coded = straight.encode("utf-8", "surrogatepass")
    for form in [form for opening, some in _shelves() if opening in coded for form in some]:
        if form.literal not in straight:
            continue
        for match in _compiled(form.pattern).finditer(straight):
            if form.apart and straight[match.start() - 1 : match.start()].isalpha():
                continue
            spans, at = [], match.start()
            for n in range(1, (match.re.groups or 0) + 1):
                spans.append(Span(at, match.start(n)))
                at = match.end(n)
            spans.append(Span(at, match.end()))
            found.append(Hit(tuple(spans), form.kind, form.origin))
    found.sort(key=lambda hit: (hit.whole.start, -len(hit.whole)))
    end = 0
    for hit in found:
        if hit.whole.start >= end:
            end = hit.whole.end
            yield hit
