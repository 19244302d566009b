"""Tallies: "his first goals of the season", and the nine that he has for the campaign."""

from __future__ import annotations

from collections.abc import Iterator

from editor.article import Span
from editor.ledger import Ledger, Sentence
from editor.reading import numbers
from editor.reading.lemmas import lemma
from editor.reading.patterns import lazy

_TERM = r"(?:season|campaign|year|term|tour|tournament|championship)"
_FIRST = lazy(
    rf"\b(?:his|her|their|its|the (?:club|side|team)[’']s|[A-Z][\w-]+[’']s) first (?P<noun>[a-z]+)"
    rf"(?: [a-z-]+){{0,4}}? (?:of|this|in|for|all) (?:the |this )?{_TERM}\b"
)
_TALLY = lazy(
    rf"\b(?:has|have|had|with|to|on|scored|won|lost|claimed|recorded) (?:now )?(?P<many>[a-z]+(?:-[a-z]+)?|\d+)"
    rf"(?: (?P<noun>[a-z]+))?(?: (?:and|from|in)(?: [\w-]+){{1,3}}?)? (?:for|this|of|in) (?:the |this )?{_TERM}\b"
    rf"|\b(?:his|her|their|its) (?P<nth>second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth) (?P<thing>[a-z]+)"
    rf"(?: [a-z-]+){{0,3}}? (?:of|this|in) (?:the |this )?{_TERM}\b"
)
LEAST = 3
"""From how many on a tally can't be what the first ones made: two goals of one match may be the first of a season."""
_NO = lazy(r"\b(?:last|previous|next|other|until|hopes?|would|could|may|might|assists?)\b")


def tallies(ledger: Ledger) -> Iterator[tuple[Span, Span]]:
    """The places of a first of the season, and of more than one of the same man's or side's for that season."""
    firsts = [
        (sentence, match)
        for paragraph in ledger.paragraphs
        if "first" in paragraph.masked
        for sentence in ledger.sentences_of.get(paragraph.start, ())
        for match in _FIRST.finditer(paragraph.masked, sentence.within.start, sentence.within.end)
        if not paragraph.read.quoted(Span(*match.span()))
    ]
    many = list(_many(ledger)) if firsts else []
    for sentence, match in firsts:
        noun = lemma(match["noun"])
        who = _who(sentence) or (_who(ledger.sentences[sentence.number - 1]) if sentence.number else set())
        for other, counted, place in many:
            if other is not sentence and counted in ("", noun) and who & _who(other):
                yield sentence.paragraph.at(Span(*match.span())), place
                break


def _many(ledger: Ledger) -> Iterator[tuple[Sentence, str, Span]]:
    """The tallies of an article: each with its sentence, what it counts ("" where that is not said) and its place."""
    for sentence in ledger.sentences:
        match = _TALLY.search(sentence.paragraph.masked, sentence.within.start, sentence.within.end)
        if not match or _NO.search(sentence.within.of(sentence.paragraph.masked)):
            continue
        many = numbers.value(match["many"]) if match["many"] else LEAST
        if many is not None and many >= LEAST:
            counted = match["noun"] or match["thing"] or ""
            yield sentence, lemma(counted) if counted else "", sentence.paragraph.at(Span(*match.span()))


def _who(sentence: Sentence) -> set[str]:
    """The last words of the names in a sentence."""
    within = sentence.within
    return {
        name.text.rpartition(" ")[2]
        for name in sentence.paragraph.read.names
        if within.start <= name.span.start < within.end
    }
