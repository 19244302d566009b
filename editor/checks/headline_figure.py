"""A figure of the headline or a caption that the article gives otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from editor.article import Span
from editor.checks._captions import captions
from editor.checks._conflict import conflict, told
from editor.finding import Finding
from editor.ledger import Ledger, Sentence
from editor.reading import numbers
from editor.reading.lemmas import lemma
from editor.reading.patterns import lazy

_LISTED = lazy(
    r"\b(?:things|takeaways|ways|reasons|tips|facts|questions|lessons|changes|beaches|best|worst|top|must|need|know|how|why)\b"
)


class _Number(NamedTuple):
    """A number with its unit or noun: a figure or a length of time."""

    span: Span
    sentence: Sentence
    low: float
    high: float
    unit: str
    what: str
    loose: bool
    """Whether it is said to be about so much, or at least or at most so much."""
    written: str = ""
    """Its digits, where it is written in digits."""


def check(ledger: Ledger) -> Iterator[Finding]:
    heads = [m.span for m in ledger.article.marks if m.kind == "headline"]
    heads += standfirst(ledger)
    heads += [paragraph.span for paragraph in captions(ledger)]
    if not heads:
        return
    stated = list(_stated(ledger))
    inside = {n for n, number in enumerate(stated) if any(head.covers(number.span) for head in heads)}
    body = [number for n, number in enumerate(stated) if n not in inside]
    for n in sorted(inside):
        head = stated[n]
        listed = head.low < SMALL_LIST and _LISTED.search(_line(ledger, head).lower())
        if head.low != head.high or listed:
            continue
        if any(_fits(head, other) for other in body) or _told(ledger, head, heads):
            continue
        other = _answer(ledger, head, body) or _slipped(head, body)
        if other:
            yield _said(ledger, head, other)


def _said(ledger: Ledger, head: _Number, other: _Number) -> Finding:
    words, article = (told(ledger, number.span) for number in (head, other))
    return conflict(ledger, "headline", head.span, other.span, head=words, body=article)


SMALL_LIST = 100
"""Above this, a number beside "how" or "top" is none of things listed: ten ways, how 2.1 million files were taken."""
_LENGTHS = frozenset({"minute", "hour", "day", "week", "month", "year"})


def _stated(ledger: Ledger) -> Iterator[_Number]:
    for stated in ledger.figures:
        figure = stated.thing
        what = lemma(figure.noun or figure.counted) if figure.noun or figure.counted else ""
        loose = figure.qualifier in ("about", "least", "most", "vague")
        yield _Number(stated.span, stated.sentence, figure.low, figure.high, figure.unit, what, loose, figure.written)
    for length in ledger.durations:
        duration = length.thing
        if duration.role not in ("age", "ago") and duration.number:
            loose = bool(duration.qualifier)
            number = duration.number
            yield _Number(length.span, length.sentence, number, number, duration.unit, "", loose)


def _line(ledger: Ledger, number: _Number) -> str:
    return number.sentence.paragraph.text


def _fits(one: _Number, two: _Number) -> bool:
    """Whether the article gives the headline's number somewhere, rounded or of another thing."""
    if one.unit != two.unit and one.unit and two.unit:
        return False
    if two.low <= one.low <= two.high:
        return True
    return one.low >= 100 and abs(one.low - two.low) <= 0.06 * max(one.low, two.low)


def _told(ledger: Ledger, head: _Number, heads: list[Span]) -> bool:
    """Whether the number stands in the article in another shape: as an ordinal, in a score, in an age."""
    if head.low >= 1000 or head.low != int(head.low):
        return False
    digits = f"{head.low:.0f}"
    found = re.finditer(rf"(?<![\d.,]){digits}(?![\d,.]\d|\d)", ledger.text)
    dated = [d.span for d in ledger.dates] + heads
    return any(not any(span.start <= match.start() < span.end for span in dated) for match in found)


REACH = 12
"""How many sentences from the start are searched for the number that answers the headline's."""


def _answer(ledger: Ledger, head: _Number, body: list[_Number]) -> _Number | None:
    """The number of the article that stands for the headline's: same unit or noun, and words in common."""
    topics = head.sentence.content - numbers.MAGNITUDES.keys()
    found: list[tuple[int, int, _Number]] = []
    caption = head.sentence.number > REACH
    for number in body:
        if number.unit != head.unit or (not caption and number.sentence.number > REACH):
            continue
        counted = {head.what, number.what}
        shared = len((topics & number.sentence.content) - counted)
        alike = bool(head.what) and head.what == number.what
        swapped = sorted(f"{head.low:.0f}") == sorted(f"{number.low:.0f}") and head.low >= 10
        if head.loose and head.unit not in _LENGTHS and not swapped:
            continue
        if number.low != number.high or (number.loose != head.loose and not swapped and head.unit not in _LENGTHS):
            continue
        if head.unit:
            near = head.what == number.what or not head.what or not number.what
            ok = near and shared >= 1 and number.unit != "%"
        else:
            ok = (
                (alike and shared >= 1)
                or (swapped and shared >= 1)
                or (shared >= 3 and bool(number.what) and head.low > 3)
            )
        if ok and 0.1 < number.low / max(head.low, 1e-9) < 10:
            found.append((-shared, number.sentence.number, number))
    return min(found)[2] if found else None


LEDE = 3
"""How many sentences after the headline tell what it tells."""


def _slipped(head: _Number, body: list[_Number]) -> _Number | None:
    """The number of the lede that is one key off the headline's: savings of $38m, $28m cut from costs."""
    last = head.sentence.number + LEDE
    near = [n for n in body if head.sentence.number < n.sentence.number <= last and n.unit == head.unit]
    if head.unit:
        near = [n for n in near if n.unit != "%" and not n.loose and n.low == n.high]
        return near[0] if len(near) == 1 and _one_key(head, near[0]) else None
    near = [n for n in near if n.written and len(n.written) > 1 and _one_key(head, n)]
    return near[0] if len(near) == 1 and sorted(near[0].written) == sorted(head.written) else None


_APART = '([{“"‘*#-–—'
"""With what a line opens that is a note or is quoted."""
STANDFIRST = 16
"""How many words the line under a headline has at most."""


def standfirst(ledger: Ledger) -> list[Span]:
    """The line under the headline, where one stands there that is no sentence of the article."""
    if len(ledger.paragraphs) < FEW or not any(m.kind == "headline" for m in ledger.article.marks):
        return []
    for paragraph in ledger.paragraphs[1:FEW]:
        words = paragraph.text.split()
        short = words and len(words) <= STANDFIRST and words[0].lower() != "by" and words[0][0] not in _APART
        if short and paragraph.text.rstrip()[-1:].isalnum():
            return [paragraph.span]
    return []


FEW = 4
"""How many paragraphs an article with a line under its headline has at the least."""


def _one_key(one: _Number, two: _Number) -> bool:
    """Whether two numbers are written alike but for one digit, or for two that changed places."""
    a, b = one.written, two.written
    if len(a) != len(b) or len(a) < 2 or len(f"{one.low:.0f}") != len(f"{two.low:.0f}"):
        return False
    off = sum(x != y for x, y in zip(a, b, strict=True))
    return off == 1 or (off == 2 and sorted(a) == sorted(b))
