"""Debuts: "her debut", or her first book, beside one that she wrote before."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from editor.article import Span
from editor.ledger import Ledger, Sentence
from editor.reading.patterns import lazy

_WORK = r"(?:novel|book|film|movie|album|play|opera|collection|record|symphony|series|show|restaurant)"
_DEBUT = lazy(
    rf"\b(?:[Hh]is|[Hh]er|[Tt]heir) (?:[a-z]+ )?debut(?: {_WORK})?\b(?! (?:in|at|for|against|on|as|with))"
    rf"|\b(?:[Hh]is|[Hh]er|[Tt]heir) first {_WORK}\b"
)
_EARLIER = ("previous", "earlier", "preceding", "last", "second", "third", "fourth")
_BEFORE = lazy(rf"\b(?:[Hh]is|[Hh]er|[Tt]heir) (?:{'|'.join(_EARLIER)}) {_WORK}s?\b")
_SINCE = lazy(r"\b(?:since|later|followed|next|after|working on|plans?|due)\b")
NEAR = 12
"""How many sentences a debut and an earlier work may lie apart."""


def debuts(ledger: Ledger) -> Iterator[tuple[Span, Span]]:
    """The places of a debut and of an earlier work of the same he or she, once in an article."""
    first = list(_found(ledger, _DEBUT, ("debut", "first")))
    before = list(_found(ledger, _BEFORE, _EARLIER)) if first else []
    for (sentence, debut), (other, earlier) in itertools.product(first, before):
        whose = {place.of(ledger.text).split()[0].lower() for place in (debut, earlier)}
        near = 0 < abs(sentence.number - other.number) <= NEAR
        if near and len(whose) == 1 and not _SINCE.search(other.within.of(other.paragraph.masked)):
            yield debut, earlier
            return


def _found(ledger: Ledger, pattern: re.Pattern[str], cues: tuple[str, ...]) -> Iterator[tuple[Sentence, Span]]:
    """The places that fit a pattern, one a sentence, in the paragraphs where one of the words stands that it needs."""
    cued = [paragraph for paragraph in ledger.paragraphs if any(cue in paragraph.masked for cue in cues)]
    for sentence in (one for paragraph in cued for one in ledger.sentences_of.get(paragraph.start, ())):
        match = pattern.search(sentence.paragraph.masked, sentence.within.start, sentence.within.end)
        if match and not sentence.paragraph.read.quoted(Span(*match.span())):
            yield sentence, sentence.paragraph.at(Span(*match.span()))
