"""A quotation whose lead-in has just said the same words."""

from __future__ import annotations

from collections.abc import Iterator

from editor.article import Span
from editor.finding import Evidence, Finding, finding
from editor.ledger import Ledger, Sentence
from editor.reading.lemmas import families, stop_words
from editor.reading.quotations import Quotation
from editor.reading.words import Word, tells


def check(ledger: Ledger, *, share: float = 0.7, least: int = 2, longest: int = 100) -> Iterator[Finding]:
    """`share`: how much of what the quotation says its lead-in must have said, `least`: in how many words; a sentence
    of more than `longest` words is none."""
    for stated in ledger.quotations:
        quotation, sentence = stated.thing, stated.sentence
        if sentence.paragraph.kind != "text" or quotation.open or len(sentence.words) > longest:
            continue
        said = _said(sentence, quotation)
        kin = {families[w.lower] for w in said if w.lower not in stop_words()}
        if not least <= len(kin) <= 14 or len(said) < 4:
            continue
        for lead in _leads(ledger, sentence):
            words = [w for w in lead.words if w.start >= quotation.span.end or w.end <= quotation.span.start]
            if lead.paragraph is not sentence.paragraph:
                words = list(lead.words)
            words = [w for w in words if not lead.paragraph.read.quoted(w.span)]
            told = [w for w in words if families[w.lower] in kin]
            if len({families[w.lower] for w in told}) < max(least, share * len(kin)) or not any(tells(w) for w in told):
                continue
            place = stated.at(quotation.words)
            other = lead.paragraph.at(Span(told[0].start, told[-1].end))
            yield finding("echo", place, evidence=[Evidence(other, "lead")])
            break


def _said(sentence: Sentence, quotation: Quotation) -> list[Word]:
    """The words of the quotation's first sentence."""
    place = quotation.words
    return [w for w in sentence.words if place.start <= w.start and w.end <= place.end]


def _leads(ledger: Ledger, sentence: Sentence) -> Iterator[Sentence]:
    """The sentence that the quotation stands in, then the one before it."""
    yield sentence
    if sentence.number:
        before = ledger.sentences[sentence.number - 1]
        if before.paragraph.kind == "text" and sentence.paragraph.number - before.paragraph.number <= 1:
            yield before
