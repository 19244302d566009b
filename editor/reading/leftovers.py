"""Leftovers in words: how far a promotion line or an assistant's talk reaches, and citations turned into prose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from editor.article import Span
from editor.reading import outlets
from editor.reading.forms import Hit
from editor.reading.sources import hosts


class Left(NamedTuple):
    span: Span
    kind: str
    confidence: Literal["certain", "likely", "possible"] = "likely"


_OPENING = re.compile(
    r"(?:[.!?…:;][\"”’')\]]*|[”\"\])]|(?:^|\n)|[▶►•➡→👉»›]|(?:^|\n)[*|–—-]|(?P<counter>[ \t]?\+\d{1,2}))\s*$|^\s*$"
)
_SENTENCE = re.compile(r"[^\n]*?(?:[.!?…][\"”’')\]]*(?=\s|$)|:(?=\s*(?:\n|$))|(?=\n|$))")
_COUNTER = re.compile(r"(?<!\d)\+\d{1,2}[ \t]*$")
LONGEST_LINE = 220
"""The most characters, from its form on, of a line that only promotes."""


def reached(text: str, hit: Hit) -> Iterator[Span]:
    """What goes with a form: a teaser to the end of its line, an assistant's sentence; nothing where it is quoted."""
    whole = hit.whole
    if hit.kind == "placeholder":
        if not (text[whole.start - 1 : whole.start] in "“\"'‘`" and whole.start):
            yield whole
        return
    if quoted(text, whole.start) or not _OPENING.search(text, max(0, whole.start - 12), whole.start):
        return
    if hit.kind == "teaser":
        counter = _COUNTER.search(text, max(0, whole.start - 6), whole.start)
        start = counter.start() if counter and not _of_an_item(text, counter.start()) else whole.start
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


_ASK = (
    r"see|refer(?:\s+to)?|check(?:\s+out)?|visit|read|consult|go\s+to|look\s+(?:at|to|up)|turn\s+to"
    r"|head\s+(?:over\s+)?to"
    r"|find|view"
)
_MORE = r"more|further|full|the\s+full|additional|complete|extra"
_SEE = re.compile(
    rf"(?:(?P<polite>Please|Kindly|Pls)\s+(?:also\s+|do\s+)?(?:{_ASK})"
    r"|See|Refer(?:\s+to)?|Check(?:\s+out)?|Visit|Read|Consult|Go\s+to|Look\s+(?:at|to|up)|Turn\s+to"
    r"|Head\s+(?:over\s+)?to|Find|View"
    rf"|For\s+(?:{_MORE})\s+(?:[\w-]+\s+){{0,4}}?,?\s*(?:please\s+|kindly\s+)?(?:{_ASK}))"
    r"\s+(?P<rest>(?:[^.!?\n]|\.(?=\w)){4,240})"
)
_OBJECT = re.compile(
    r"\b(?:story|stories|coverage|info|information|details?|pics|pictures|photos?|visuals|images|report(?:s|ing"
    r"|age)?|articles?|analysis"
    r"|background|context|summary|updates?|version|account|piece|news|discussion|reference|data|reading|read"
    r"|insights?|quotes?|video)\b"
)
_SENTENCE_OF_ITS_OWN = re.compile(r"\b(?:said|says|told|was|were|had|has|he|she|they|who|which|will|would|I|we|you)\b")
_PLACE = re.compile(r"(?:also\s+)?(?:the\s+)?(?:page|section|sport|inside|below|above|opposite)\b", re.IGNORECASE)


def see_also(text: str) -> Iterator[Left]:
    """Sentences that send readers to outlets for more: a source list before a tool rewrote it."""
    for match in _SEE.finditer(text):
        rest = match["rest"]
        if text[match.start() - 1 : match.start()].isalnum():
            continue
        if (
            not _OBJECT.search(match[0])
            or _PLACE.match(rest)
            or _SENTENCE_OF_ITS_OWN.search(rest)
            or quoted(text, match.start())
        ):
            continue
        if not _OPENING.search(text, max(0, match.start() - 12), match.start()):
            continue
        if _names_outlet(rest) or (match["polite"] and re.match(r"(?:also\s+)?(?:the\s+)?[A-Z]", rest)):
            yield Left(Span(match.start(), match.start() + len(match[0].rstrip(" ,;"))), "see_also")


def _names_outlet(words: str) -> bool:
    places = (m.start() for m in re.finditer(r"(?<![\w.])[A-Z]", words))
    return any(outlets.at(words, place) for place in places) or ("://" not in words and any(True for _ in hosts(words)))
