"""A first sentence that only says the headline, or the heading above it, again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from editor.article import Span
from editor.finding import Evidence, Finding, finding
from editor.ledger import Ledger
from editor.reading.lemmas import family, stop_words
from editor.reading.paragraph import Paragraph
from editor.reading.words import Word


def check(ledger: Ledger, *, share: float = 0.7, least: int = 5) -> Iterator[Finding]:
    """`share`: how much of the headline the sentence must say again, in its order; `least`: of how many words."""
    for above, below in pairwise(ledger.paragraphs):
        if above.kind not in ("headline", "heading") or below.kind != "text" or not below.read.sentence_words:
            continue
        told = [w for w in above.read.words if w.lower not in stop_words()]
        if len(told) < least:
            continue
        again = _again([family(w.lower) for w in told], below.read.sentence_words[0])
        if len(again) >= share * len(told):
            span = _clause(below, again)
            rule = above.kind
            yield finding(rule, below.at(span), evidence=[Evidence(_words(above), "headline")])


def _again(told: Sequence[str], words: Sequence[Word]) -> list[Word]:
    """The words that say the headline's again, in its order: the longest run of them that skips the fewest."""
    kin = [(family(w.lower), w) for w in words if w.lower not in stop_words()]
    best: list[list[list[Word]]] = [[[] for _ in range(len(kin) + 1)] for _ in range(len(told) + 1)]
    for i in range(len(told) - 1, -1, -1):
        for j in range(len(kin) - 1, -1, -1):
            if told[i] == kin[j][0]:
                best[i][j] = [kin[j][1], *best[i + 1][j + 1]]
            else:
                best[i][j] = max(best[i + 1][j], best[i][j + 1], key=len)
    return best[0][0]


def _clause(below: Paragraph, again: Sequence[Word]) -> Span:
    """From the first to the last word that comes again, with an article before the first."""
    words = below.read.words
    first = words.index(again[0])
    if first and words[first - 1].lower in ("a", "an", "the"):
        first -= 1
    return Span(words[first].start, again[-1].end)


def _words(paragraph: Paragraph) -> Span:
    words = paragraph.read.words
    return paragraph.at(Span(words[0].start, words[-1].end))
