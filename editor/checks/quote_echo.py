"""A quotation whose lead-in has just said the same words."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from editor.article import Span
from editor.checks.said_before import cut
from editor.finding import Evidence, Finding, Fix, finding
from editor.ledger import Ledger, Sentence
from editor.reading.lemmas import families, stop_words
from editor.reading.meaning import sayings
from editor.reading.paragraph import Reading
from editor.reading.quotations import Quotation
from editor.reading.words import Word, tells


def check(ledger: Ledger, *, share: float = 0.7, least: int = 2, longest: int = 100) -> Iterator[Finding]:
    """`share`: how much of what the quotation says its lead-in must have said, `least`: in how many words; a sentence
    of more than `longest` words is none."""
    for stated in ledger.quotations:
        quotation, sentence = stated.thing, stated.sentence
        if sentence.paragraph.kind != "text" or quotation.open or len(sentence.words) > longest:
            continue
        if (told_in := sentence.paragraph.read.seen(_quoted)[sentence.nth].get(quotation)) is None:
            continue
        said, kin, clause = told_in
        for lead in _leads(ledger, sentence):
            if kin.isdisjoint(lead.paragraph.read.seen(_families)[lead.nth]):
                continue
            words = [w for w in lead.words if w.start >= quotation.span.end or w.end <= quotation.span.start]
            if lead.paragraph is not sentence.paragraph:
                words = list(lead.words)
            told = [w for w in words if families[w.lower] in kin]
            if not any(tells(w) for w in told):
                continue
            words = [w for w in words if not lead.paragraph.read.quoted(w.span)]
            told = [w for w in words if families[w.lower] in kin]
            if not any(tells(w) for w in told):
                continue
            plain = {families[w.lower] for w in told if tells(w)}
            named = len(plain) < least and len(plain) < len({families[w.lower] for w in said if tells(w)})
            if named or len({families[w.lower] for w in told}) < max(least, share * len(kin)):
                told = _in_order(clause, words, share)
                if not told:
                    continue
            place = stated.at(quotation.words)
            other = lead.paragraph.at(Span(told[0].start, told[-1].end))
            yield finding(
                "echo", place, evidence=[Evidence(other, "lead")], fixes=_fixes(ledger, sentence, lead, quotation)
            )
            break


def _fixes(ledger: Ledger, sentence: Sentence, lead: Sentence, quotation: Quotation) -> list[Fix]:
    """The quotation's sentence cut, a suggestion: where it says no more than the quotation and who says it, and the
    sentence before says whose thought it is."""
    outside = [w for w in sentence.words if not quotation.span.start <= w.start < quotation.span.end]
    alone = len(outside) <= OUTSIDE and not any(w.text[0].isdigit() for w in outside)
    told = sayings().intersection(lead.lowered) or sayings().isdisjoint(w.lower for w in outside)
    inside = sentence.within.start <= quotation.span.start and quotation.span.end <= sentence.within.end
    after = sentence.paragraph.text[sentence.within.end :].lstrip()
    if lead is sentence or after[:1] in _OPENERS or not (alone and told and inside):
        return []
    return [Fix("cut", (cut(ledger, sentence),))]


_OPENERS = ("“", '"', "‘", "„", "«")
"""What opens a quotation that goes on behind: cut what it leans on, and nobody says it."""
OUTSIDE = 5
"""The most words of the sentence that are not the quotation's, for it to be cut: "he told the court"."""


_Quoted = tuple[list[Word], set[str], Sequence[Word]]
"""What a quotation says: its words, their families, and the words as far as its first comma."""


def _families(read: Reading) -> tuple[frozenset[str], ...]:
    """The families of each sentence's words."""
    return tuple([frozenset([families[low] for low in lowered]) for lowered in read.lowered])


def _quoted(read: Reading) -> tuple[dict[Quotation, _Quoted], ...]:
    """What is quoted in each sentence, as far as it says enough, and not too much, to come again."""
    found: list[dict[Quotation, _Quoted]] = []
    for words in read.sentence_words:
        found.append({})
        for quotation in read.quotations:
            said = _unaddressed(read.masked, _said(words, quotation))
            kin = {families[w.lower] for w in said if w.lower not in stop_words()}
            if 1 <= len(kin) <= 14 and len(said) >= 4:
                found[-1][quotation] = said, kin, _clause(read.masked, said)
    return tuple(found)


def _said(words: Sequence[Word], quotation: Quotation) -> list[Word]:
    """The words of the quotation's first sentence."""
    place = quotation.words
    return [w for w in words if place.start <= w.start and w.end <= place.end]


def _clause(text: str, said: Sequence[Word]) -> Sequence[Word]:
    """The words of the quotation as far as its first comma, where four stand before it."""
    for n in range(4, len(said)):
        if any(mark in text[said[n - 1].end : said[n].start] for mark in ",;:—–"):
            return said[:n]
    return said


def _unaddressed(text: str, said: Sequence[Word]) -> list[Word]:
    """The words of the quotation but those that a pair of commas sets apart (", members of the jury,")."""
    ends = [n for n in range(1, len(said)) if "," in text[said[n - 1].end : said[n].start]]
    for one, two in pairwise(ends):
        if two - one <= SET_APART:
            return [*said[:one], *said[two:]]
    return list(said)


SET_APART = 6
"""The most words that may be set apart in a quotation: whom it addresses."""
# What changes when a speaker's words are told: who speaks, and the tense.
_TOLD = {
    word: group
    for group in (
        "i we he she they it this that you me us him them",
        "my our his her their its your mine ours theirs",
        "am is are was were be been being",
        "have has had",
        "do does did",
        "will would shall should",
        "can could may might",
    )
    for word in group.split()
}


def _in_order(clause: Sequence[Word], lead: Sequence[Word], share: float) -> list[Word]:
    """The words of the lead-in that say the clause again in its order, small words too; none where too few do."""
    wanted = [_TOLD.get(w.lower) or families[w.lower] for w in clause]
    there = [_TOLD.get(w.lower) or families[w.lower] for w in lead]
    enough = max(4, math.ceil(share * len(wanted)))
    if len(wanted) > 24 or sum((Counter(wanted) & Counter(there)).values()) < enough:
        return []
    best: list[Word] = []
    for start in range(len(there)):
        if there[start] not in wanted[:2]:
            continue
        at, taken = 0, []
        for n in range(start, min(len(there), start + 2 * len(wanted))):
            if there[n] in wanted[at : at + 3]:
                at = wanted.index(there[n], at) + 1
                taken.append(lead[n])
        if len(taken) > len(best):
            best = taken
    told = sum(tells(w) for w in best)
    return best if len(best) >= enough and told and (told > 1 or len(best) >= 0.9 * len(wanted)) else []


def _leads(ledger: Ledger, sentence: Sentence) -> Iterator[Sentence]:
    """The sentence that the quotation stands in, then the one before it."""
    yield sentence
    if sentence.number:
        other = ledger.sentences[sentence.number - 1]
        if other.paragraph.kind == "text" and sentence.paragraph.number - other.paragraph.number <= 1:
            yield other
