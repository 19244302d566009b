"""Addresses that show who handed them over: an assistant's parameter, a text fragment, a file of its own."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import NamedTuple

from editor import resources
from editor.article import Span
from editor.reading import lines, outlets
from editor.reading.patterns import lazy
from editor.reading.sources import Cited


class Address(NamedTuple):
    """An address with its brackets or its Markdown link. `cuts` are the parts to strip, none where it must go whole."""

    span: Span
    url: Span
    cuts: tuple[Span, ...]
    label: str
    cited: tuple[Cited, ...]


_END = lazy(r"[^\s()\[\]<>\"“”«»]*")
_STOPS = frozenset('()[]<>"“”«»')
_HOST = lazy(r"(?:https?://)?((?:[\w-]+\.)+[a-z]{2,})(?=[/?#]|$)", re.IGNORECASE)
_IMAGE = lazy(r"!\[[^\[\]\n]{0,80}\]\([^()\s]{0,300}\)\s?")
_LABEL = lazy(rf"\[((?:{_IMAGE.pattern}|[^\[\]\n]){{0,200}})\]\($")
_PARAMETER = lazy(r"(?<=[?&])([a-zA-Z_.]+)=([^&#]*)&?")
_FRAGMENT = lazy(r"#:~:text=.*$")


@functools.cache
def _table() -> frozenset[tuple[str, str]]:
    return frozenset((name, value) for name, value, *_ in resources.rows("lexicon", "parameters.tsv"))


@functools.cache
def _hint() -> re.Pattern[str]:
    """What a first look goes for: the names of parameters, the sign of a text fragment, an assistant's own hosts."""
    names = "|".join(sorted({re.escape(name) for name, _ in _table()}))
    return re.compile(rf"(?i:\b(?:{names})=)|#:~:text=|ppl-ai-file-upload|chat\.openai\.com/|chatgpt\.com/")


def _theirs(name: str, value: str) -> bool:
    """Whether a parameter of that name and value is an assistant's; "*" in the table is any value."""
    return not _table().isdisjoint(((name.lower(), value.lower()), (name.lower(), "*")))


def addresses(text: str) -> Iterator[Address]:
    """The addresses in a text that an assistant or a search engine has marked, in order."""
    end = 0
    for hint in lines.finditer(_hint(), text):
        if hint.start() < end:
            continue
        start = hint.start()
        while start > end and text[start - 1] not in _STOPS and not text[start - 1].isspace():
            start -= 1
        right = _END.match(text, start)
        assert right
        url = Span(start, start + len(right[0].rstrip(".,;:!?'’")))
        host = _HOST.match(url.of(text))
        if not host:
            continue
        cuts = _cuts(url.of(text), url.start)
        own = any(sign in url.of(text) for sign in ("ppl-ai-file-upload", "chat.openai.com/", "chatgpt.com/"))
        own = own and not re.search(r"utm_source=|#:~:text=", url.of(text))
        if not cuts and not own:
            continue
        end = url.end
        span, label = _around(text, url)
        domain = host[1].lower()
        place = Span(url.start + host.start(1), url.start + host.end(1))
        cited = (Cited(place, place.of(text), outlets.of_domain(domain), domain),)
        yield Address(span, url, cuts, label, cited)


def _cuts(url: str, at: int) -> tuple[Span, ...]:
    """The parts of an address to strip: an assistant's parameters with the sign that joins them, a text fragment."""
    marked = any(_theirs(m[1], m[2]) for m in _PARAMETER.finditer(url))
    cuts = []
    if marked:
        gone = [m for m in _PARAMETER.finditer(url) if m[1].lower().startswith("utm_") or _theirs(m[1], m[2])]
        kept = [m for m in _PARAMETER.finditer(url) if m not in gone and m[1] not in {g[1] for g in gone}]
        if not kept:
            stop = url.find("#")
            cuts.append(Span(at + url.index("?"), at + (stop if stop >= 0 else len(url))))
        else:
            for m in gone:
                last = not m[0].endswith("&")
                cuts.append(Span(at + m.start() - last, at + m.end()))
    if fragment := _FRAGMENT.search(url):
        cuts.append(Span(at + fragment.start(), at + fragment.end()))
    return tuple(cuts)


def _around(text: str, url: Span) -> tuple[Span, str]:
    """The address with the Markdown link it is the target of, and the brackets around that; and the link's label."""
    start, end, label = url.start, url.end, ""
    if (link := _LABEL.search(text, max(0, start - 600), start)) and text[end : end + 1] == ")":
        start, end, label = link.start(), end + 1, link[1]
    while text[start - 1 : start] + text[end : end + 1] in ("()", "[]", "<>") and start:
        start, end = start - 1, end + 1
    return Span(start, end), label
