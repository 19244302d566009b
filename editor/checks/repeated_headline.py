"""A first sentence that only says the headline, or the heading above it, again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.article import Span
from editor.finding import Evidence, Finding, finding
from editor.ledger import Ledger
from editor.reading.lemmas import family, stop_words
from editor.reading.paragraph import Paragraph
from editor.reading.words import Word


def check(ledger: Ledger, *, share: float = 0.7, least: int = 5) -> Iterator[Finding]:
    """`share`: how much of the headline the sentence must say again, in its order; `least`: of how many words."""
    for above, below in _openings(ledger):
        told = [w for w in above.read.words if w.lower not in stop_words()]
        if len(told) < least:
            continue
        again = _again([family(w.lower) for w in told], below.read.sentence_words[0])
        if len(again) >= share * len(told) and _close(again, below) and _figures(above) <= _figures(below):
            if _slug(above.masked):
                continue
            span = _clause(below, again)
            rule = above.kind
            yield finding(rule, below.at(span), evidence=[Evidence(_words(above), "headline")])


def _openings(ledger: Ledger) -> Iterator[tuple[Paragraph, Paragraph]]:
    """Each headline and heading with the text below it; a byline, or a line of a few words, may stand between."""
    said = [paragraph for paragraph in ledger.paragraphs if paragraph.read.sentence_words]
    for number, above in enumerate(said):
        if above.kind not in ("headline", "heading"):
            continue
        for below in said[number + 1 : number + 1 + (BETWEEN if above.kind == "headline" else 1)]:
            if below.kind == "text" and below.masked.rstrip()[-1:] in _ENDS and len(below.read.words) >= 8:
                yield above, below
                break


def _slug(words: str) -> bool:
    """Whether a headline is a wire's slug in capitals, which is made of the first sentence."""
    letters = [letter for letter in words if letter.isalpha()]
    return sum(letter.isupper() for letter in letters) > CAPITALS * len(letters)


CAPITALS = 0.8
BETWEEN = 4
"""How many paragraphs below a headline are looked through for the first that is a sentence."""
_ENDS = frozenset('.!?…”"’)')


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


def _close(again: Sequence[Word], below: Paragraph) -> bool:
    """Whether the words stand close together, with few others that tell something between them."""
    between = [w for w in below.read.words if again[0].start <= w.start <= again[-1].start]
    return len([w for w in between if w.lower not in stop_words()]) <= CLOSE * len(again)


CLOSE = 1.6
"""How many telling words the sentence may have there for each of the headline's that it says."""


def _figures(paragraph: Paragraph) -> set[str]:
    """The figures of its first sentence: where they differ, the two contradict each other, another matter."""
    return {w.lower for w in paragraph.read.sentence_words[0] if w.text[0].isdigit()}


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
