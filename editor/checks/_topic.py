"""What a sentence speaks of before one of its words: names and nouns, and what he, she or it stands for."""

from __future__ import annotations

import re

from editor.ledger import Ledger, Sentence
from editor.reading.lemmas import lemma, stop_words
from editor.reading.patterns import lazy

_WORD = lazy(r"[^\W\d_][\w’'-]+")
_PRONOUN = lazy(r"\b(?:he|she|it|they|his|her|its|their|which|whose|who)\b", re.IGNORECASE)
_BACK = 2
"""How many sentences back a pronoun is followed."""


def named(ledger: Ledger, sentence: Sentence) -> frozenset[str]:
    """The last words of the names in a sentence, or of the one before where it has none."""
    for one in (sentence, ledger.sentences[max(0, sentence.number - 1)]):
        within = one.within
        found = frozenset(
            name.text.rpartition(" ")[2]
            for name in one.paragraph.read.names
            if within.start <= name.span.start < within.end
        )
        if found:
            return found
    return frozenset()


def lead(ledger: Ledger) -> int:
    """The number of the article's first sentence, -1 where it has none: what it says, the story then unfolds."""
    said = (s.number for s in ledger.sentences if s.paragraph.kind == "text" and len(s.words) >= LEAD)
    return next(said, -1)


LEAD = 8
"""The fewest words of a first sentence: fewer are a byline, a dateline or a label."""


def topics(ledger: Ledger, sentence: Sentence, until: int, *, reach: int = 90) -> frozenset[str]:
    """The lemmas of what stands before the place `until` of the sentence's paragraph, pronouns followed back."""
    text = sentence.paragraph.masked
    lead = text[max(sentence.within.start, until - reach) : until]
    found = _lemmas(lead)
    for mention, person in ledger.mentions.get(sentence.number, ()):
        if mention.span.start - sentence.paragraph.start < until:
            found.add(person.surname.lower())
    if not found or _PRONOUN.search(lead):
        for number in range(sentence.number - 1, max(-1, sentence.number - 1 - _BACK), -1):
            before = ledger.sentences[number]
            words = before.within.of(before.paragraph.masked)
            if before.paragraph is not sentence.paragraph and number != sentence.number - 1:
                break
            found |= _lemmas(words[:reach])
            found |= {person.surname.lower() for _, person in ledger.mentions.get(number, ())}
            if not _PRONOUN.match(words):
                break
    return frozenset(found)


def _lemmas(words: str) -> set[str]:
    said = (word.lower().removesuffix("’s").removesuffix("'s") for word in _WORD.findall(words))
    return {lemma(word) for word in said if word not in stop_words()}
