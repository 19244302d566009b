"""Several words typed twice in a row."""

from __future__ import annotations

from collections.abc import Iterator

from editor.article import Edit, Span
from editor.finding import Finding, Fix, finding
from editor.reading.paragraph import Paragraph

_LINKS = frozenset("after and by on upon to or for".split())


def check(paragraph: Paragraph, *, most: int = 8) -> Iterator[Finding]:
    words = paragraph.read.words
    lowered = [word[3] for word in words]
    last: dict[str, int] = {}
    free = 0
    for at, said in enumerate(lowered):
        first = last.get(said, -9)
        last[said] = at
        length = at - first
        if length > most or length < 2 or first < free or at + length > len(words):
            continue
        if lowered[at : at + length] != lowered[first:at]:
            continue
        one, two = words[first : first + length], words[at : at + length]
        said_so = paragraph.text[one[0].start : two[-1].end]
        parted = " - " in said_so or any(mark in said_so for mark in ",;:.!?–—")
        # "Duran Duran", "New York New York"; of three words or more a name is no refrain.
        named = all(w.text[0].isupper() for w in one) and length < 3
        named = named or not any(w.lower[0].isalpha() for w in one)
        # Words with a comma or a stop among them are a chant, a list or a lawyer's "null and void, null and void".
        if parted or named or len({w.lower for w in one}) == 1:
            continue
        # "Day after day after day", "more and more and more".
        after = words[at + length].lower if at + length < len(words) else ""
        before = words[first - 1].lower if first else ""
        linked = not _LINKS.isdisjoint(w.lower for w in one)
        if length == 2 and linked and (after == one[0].lower or before == one[1].lower):
            continue
        free = at + length
        span, cut = Span(one[0].start, two[-1].end), Span(one[-1].end, two[-1].end)
        quoted = paragraph.read.quoted(span)
        sure = not quoted and any(w.text[0].islower() for w in one)
        fix = Fix("remove", (Edit(cut, cut.of(paragraph.text), ""),), batch=sure)
        words_said = " ".join(w.text for w in two)
        yield finding("doubled", span, fixes=[fix], confidence="certain" if sure else "likely", words=words_said)
