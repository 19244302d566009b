"""What tells whether somebody is a he or a she: forms of address, and pronouns that can be nobody else's."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from editor import resources
from editor.article import Span
from editor.ledger import Person, Sentence
from editor.reading.names import lexicon
from editor.reading.patterns import lazy

PRONOUN = lazy(
    r"\b(?P<f>she|her|hers|herself)\b|\b(?P<m>he|him|his|himself)\b", re.IGNORECASE
)  # fmt: skip
_FAMILY = frozenset(
    "wife husband widow widower couple married spouse daughter son brother sister mother father parents family siblings"
    " twin twins cousin brothers sisters".split()
)
_WORD = lazy(r"\w+")


def speaks_of(words: frozenset[str], text: str) -> bool:
    """Whether one of the words stands in the text, with capitals or without."""
    return not words.isdisjoint(_WORD.findall(text.lower()))


_PLAIN = frozenset({"mr", "mrs", "ms", "miss"})


def addressed(person: Person, kin: dict[int, bool]) -> Iterator[tuple[str, Span]]:
    """Mr, Mrs, Ms before the name, each as gender and place; none where a paragraph with the name speaks of kin.

    There two of one surname may be two people. `kin` remembers which paragraphs do, by their starts.
    """
    titled = [m for m in person.mentions if m.thing.office.rpartition(" ")[2].lower().rstrip(".") in _PLAIN]
    if not titled:
        return
    for paragraph in (mention.sentence.paragraph for mention in person.mentions):
        if paragraph.start not in kin:
            kin[paragraph.start] = speaks_of(_FAMILY, paragraph.masked)
        if kin[paragraph.start]:
            return
    if len({m.sentence.number for m in titled}) < len(titled):
        return  # "Mr Price and Mrs Price"
    for mention in titled:
        name = mention.thing
        word = name.office.rpartition(" ")[2].lower()
        kind, gender = lexicon().offices.get(word, ("", ""))
        if kind == "address" and gender and name.office_span:
            yield gender, mention.at(name.office_span).to(mention.span)


@functools.cache
def belongings() -> re.Pattern[str]:
    """After "his" or "her": a noun of what people wear, carry and handle, with up to two words before it."""
    nouns = "|".join(noun for (noun, *_) in resources.rows("lexicon", "en", "belongings.tsv"))
    return re.compile(rf" (?:[a-z-]+ ){{0,2}}?(?:{nouns})\b")


def handled(sentence: Sentence, subject: int) -> bool:
    """Whether the first pronoun after the subject says whose a thing is that people handle: "his notebook"."""
    text, start = sentence.paragraph.masked, subject - sentence.paragraph.start
    own = PRONOUN.search(text, start, sentence.within.end)
    if not own or own[0].lower() not in ("his", "her") or not belongings().match(text, own.end()):
        return False
    return not TURNS.search(text, start, own.start())


TURNS = lazy(
    r"[;:—–]| (?:that|whether|when|who|whose|which|while|as|after|before|because|but"
    r"|and (?:the|an?|his|her|their|[A-Z]\w+)) |[“”\"]"
)


_NO_NOUN = lazy(
    r"[,.;:?!)—–]| (?:to|for|in|on|at|with|from|of|by|as|if|that|whether|when|why|how|what|where|who|and|but|or"
    r"|the|an?|because|after|before|about|into|out|up|down|back|off|over|again|not|during|until|since|while|through|he|she|his"
    r"|it|they|there|away|home|last|this|so|every|yesterday)\b|$"
)


def is_object(text: str, match: re.Match[str]) -> bool:
    """Whether a pronoun is an object, which its clause's subject is not: "asked her whether", "sent him home"."""
    low = match[0].lower()
    return low == "him" or (low == "her" and bool(_NO_NOUN.match(text, match.end())))
