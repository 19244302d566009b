"""Leftovers in words: how far a promotion line or an assistant's talk reaches."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from editor.article import Span
from editor.reading import outlets
from editor.reading.forms import Hit
from editor.reading.patterns import lazy


class Left(NamedTuple):
    span: Span
    kind: str
    confidence: Literal["certain", "likely", "possible"] = "likely"


OPENING = lazy(
    r"(?:[.!?…:;][\"”’')\]]*|[”\"\])]|(?:^|\n)|[▶►•➡→👉»›]|(?:^|\n)[*|–—-]|(?P<counter>[ \t]?\+\d{1,2}))\s*$|^\s*$"
)
_SENTENCE = lazy(r"[^\n]*?(?:[.!?…][\"”’')\]]*(?=\s|$)|:(?=\s*(?:\n|$))|(?=\n|$))")
_BULLET = lazy(r"[▶►•➡→👉»›🔴📺📷🎥\ufe0f]+[ \t]*$")
_COUNTER = lazy(r"(?<!\d)\+\d{1,2}[ \t]*$")
LONGEST_LINE = 220
"""The most characters, from its form on, of a line that only promotes."""


def reached(text: str, hit: Hit) -> Iterator[Span]:
    """What goes with a form: a teaser to the end of its line, an assistant's sentence; nothing where it is quoted."""
    whole = hit.whole
    if hit.kind == "placeholder":
        if not (text[whole.start - 1 : whole.start] in "“\"'‘`" and whole.start):
            yield whole
        return
    if quoted(text, whole.start) or not OPENING.search(text, max(0, whole.start - 12), whole.start):
        return
    if hit.kind == "teaser":
        counter = _COUNTER.search(text, max(0, whole.start - 6), whole.start)
        start = counter.start() if counter and not _of_an_item(text, counter.start()) else whole.start
        if bullet := _BULLET.search(text, max(0, start - 4), start):
            start = bullet.start()
        stop = text.find("\n", whole.start, whole.end + LONGEST_LINE)
        if stop < 0 and len(text) > whole.end + LONGEST_LINE:
            # In a long paragraph of copy a promotion is a sentence.
            end = _SENTENCE.match(text, whole.end, whole.end + LONGEST_LINE)
            stop = end.end() if end and whole.of(text)[-1] not in ":|»>" else -1
        elif stop < 0:
            stop = len(text)
        if stop > 0:
            yield Span(start, start + len(text[start:stop].rstrip()))
    elif hit.kind == "note":
        line = text[whole.end : whole.end + LONGEST_LINE].partition("\n")[0]
        if not line.strip() and (whole.start == 0 or text[whole.start - 1] == "\n"):
            yield whole
    else:
        at_line = not text[max(0, whole.start - LONGEST_LINE) : whole.start].rpartition("\n")[2].strip()
        if whole.of(text).rstrip().endswith("!") and not at_line:
            return
        end = _SENTENCE.match(text, max(whole.start, whole.end - 1))
        yield Span(whole.start, max(whole.end, end.end() if end else 0))


def _of_an_item(text: str, place: int) -> bool:
    """Whether the counter at a place belongs to a domain or an outlet before it, and so to that chip."""
    before = text[max(0, place - 40) : place].rstrip()
    site = re.search(r"[\w-]\.[a-z]{2,}$", before)
    if site:
        return True
    return any(
        (found := outlets.at(before, m.start())) and found.end == len(before)
        for m in re.finditer(r"(?<!\w)[A-Z]", before)
    )


LONGEST = 3000
"""How far before a place a quotation may have opened, in characters."""


def quoted(text: str, place: int) -> bool:
    """Whether a place lies between quotation marks that open and close in its line."""
    start = max(0, place - LONGEST)
    before = text[max(start, text.rfind("\n", start, place) + 1) : place]
    if before.rfind("“") > before.rfind("”") or before.rfind("«") > before.rfind("»"):
        return True
    return before.count('"') % 2 == 1
