"""Sources: the outlets that a text names, by name or by domain."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from editor import resources
from editor.article import Span
from editor.reading import outlets
from editor.reading.patterns import lazy


@dataclass(frozen=True, slots=True)
class Cited:
    """An outlet named at a place. `outlet` is its canonical name ("" where it is not known), `form` the words used."""

    span: Span
    form: str
    outlet: str = ""
    domain: str = ""
    date: str = ""
    right: bool = True
    """Whether the form is one that the outlet goes by."""


_SUFFIXES = frozenset(row[0] for row in resources.rows("lexicon", "suffixes.tsv"))
_GENERIC = "|".join(suffix for suffix in _SUFFIXES if len(suffix) > 2)
_HOST = lazy(rf"(?:[A-Za-z0-9][A-Za-z0-9-]*\.){{1,6}}(?:{_GENERIC}|[a-z]{{2}})(?![\w-]|\.[A-Za-z0-9])", re.IGNORECASE)
# The literal comes first, so that the search skips from dot to dot.
_DOT = lazy(r"\.(?<=[A-Za-z0-9]\.)(?=[A-Za-z]{2})")
_INSIDE = frozenset("@%_")
# Two-letter words that end up behind a full stop when the blank after it is lost ("he said.It rained").
_WORDS = frozenset("am as at be by do go he if in is it me mr ms my no of on or so to up us we".split())


def is_domain(host: str) -> bool:
    """Whether words with dots are a host name: its last part is a suffix, and not the first word of a new sentence."""
    *labels, last = host.split(".")
    low = last.lower()
    if low not in _SUFFIXES:
        return False
    if all(len(label) < 2 for label in labels):
        return bool(outlets.of_domain(host))
    if last != low and host != host.upper() and not last.isupper():
        return bool(outlets.of_domain(host))
    return low not in _WORDS or bool(outlets.of_domain(host)) or len(labels) > 1 or labels[0].islower()


def hosts(text: str, start: int = 0, end: int | None = None) -> Iterator[Cited]:
    """The host names in a text, without what may follow them in an address."""
    done = start
    for dot in _DOT.finditer(text, start, len(text) if end is None else end):
        if dot.start() < done:
            continue
        at = dot.start()
        while at > done and (text[at - 1].isalnum() or text[at - 1] in "-."):
            at -= 1
        match = _HOST.match(text, at)
        done = match.end() if match else dot.end()
        if match and match.end() > dot.start() and text[at - 1 : at] not in _INSIDE and is_domain(match[0]):
            low = match[0].lower()
            yield Cited(Span(*match.span()), match[0], outlets.of_domain(low), low)


def sources(masked: str) -> tuple[Cited, ...]:
    """The outlets that a paragraph's masked words name."""
    found = [
        Cited(Span(f.start, f.end), masked[f.start : f.end], f.form.outlet, right=f.form.right)
        for f in outlets.named(masked)
    ]
    if sites := list(hosts(masked)):
        found = [one for one in found if not any(one.span.touches(site.span) for site in sites)] + sites
        found.sort(key=lambda one: one.span)
    return tuple(found)
