"""Voices: who says each quotation of an article, where the sentence itself does not tell: who held the floor before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from editor.article import Span
from editor.ledger import Ledger, Person, Stated
from editor.reading.names import lexicon
from editor.reading.paragraph import Paragraph
from editor.reading.patterns import lazy
from editor.reading.people import plain
from editor.reading.quotations import Quotation, sayings

How = Literal["said", "continued", "near"]


class Voice(NamedTuple):
    """Who says a quotation: the place of the words for the speaker, the person they mean, and how it is known.

    It is `said` in the quotation's sentence, `continued` where quotations follow each other with nobody else speaking
    between them, and else the subject of the sentence or the last who spoke, `near`.
    """

    span: Span
    person: Person | None
    how: How


_JOINED = lazy(r"[\s,;:.()\[\]*_–—-]*(?:(?:and|or|but|then|also|as)\b[\s,]*){0,2}")
_WORDS = lazy(r"[^\W\d_]")
_SIGNED = lazy(r"[ \n]*[–—-]{1,2} ?(?P<who>[^\W\d_a-z][\w.’'-]+(?: [^\W\d_a-z][\w.’'-]+){1,3})")


def voices(ledger: Ledger) -> tuple[Voice | None, ...]:
    """The voice of each of the ledger's quotations, in their order; None where nobody can be told."""
    result: list[Voice | None] = []
    floor: dict[int, list[Span]] = {}
    before: Stated[Quotation] | None = None
    for stated in ledger.quotations:
        held = result[-1] if result and before else None
        voice = _voice(ledger, stated, before, held, floor)
        result.append(voice)
        before = stated
    return tuple(result)


def _voice(
    ledger: Ledger,
    stated: Stated[Quotation],
    before: Stated[Quotation] | None,
    held: Voice | None,
    floor: dict[int, list[Span]],
) -> Voice | None:
    paragraph, quotation = stated.sentence.paragraph, stated.thing
    if quotation.speaker:
        span = paragraph.at(quotation.speaker)
        return Voice(span, meant(ledger, span, stated.sentence.number), "said")
    if before and held and _goes_on(ledger, before, stated):
        return Voice(held.span, held.person, "continued")
    if signed := _SIGNED.match(paragraph.masked, quotation.span.end):
        span = paragraph.at(Span(*signed.span("who")))
        return Voice(span, meant(ledger, span, stated.sentence.number), "said")
    start = stated.sentence.within.start
    own = [one for one in _sayers(paragraph, floor) if start <= one.start < quotation.span.start]
    if own:
        return _of(ledger, paragraph, own[-1], stated)
    lead = paragraph.masked[start : quotation.span.start]
    if _WORDS.search(lead) and (subject := _subject(ledger, stated)):
        return Voice(subject, meant(ledger, subject, stated.sentence.number), "near")
    if spoken := [one for one in _sayers(paragraph, floor) if one.start < quotation.span.start]:
        return _of(ledger, paragraph, spoken[-1], stated)
    if before and held and before.sentence.paragraph.number >= paragraph.number - 1:
        return Voice(held.span, held.person, "near")
    if paragraph.number and (spoken := _sayers(ledger.paragraphs[paragraph.number - 1], floor)):
        return _of(ledger, ledger.paragraphs[paragraph.number - 1], spoken[-1], stated)
    return None


def _of(ledger: Ledger, paragraph: Paragraph, sayer: Span, stated: Stated[Quotation]) -> Voice:
    span = paragraph.at(sayer)
    return Voice(span, meant(ledger, span, stated.sentence.number), "near")


def _sayers(paragraph: Paragraph, known: dict[int, list[Span]]) -> list[Span]:
    """Who says something in a paragraph, outside quotations, in order."""
    if paragraph.number not in known:
        said = sayings(paragraph.masked)
        known[paragraph.number] = [who for who, _ in said if not paragraph.read.quoted(who)]
    return known[paragraph.number]


def _goes_on(ledger: Ledger, one: Stated[Quotation], two: Stated[Quotation]) -> bool:
    """Whether a quotation only goes on with the one before: in one sentence, over paragraphs, or right after it."""
    if one.thing.open:
        return True
    if one.sentence.number == two.sentence.number:
        return True
    between = ledger.text[one.span.end : two.span.start]
    joined = _JOINED.match(between)
    return bool(joined and joined.end() == len(between))


def _subject(ledger: Ledger, stated: Stated[Quotation]) -> Span | None:
    """The first who is named in a quotation's sentence before it, or the pronoun that opens it."""
    sentence, start = stated.sentence, stated.span.start
    if opening := _OPENING.match(sentence.paragraph.masked, sentence.within.start, sentence.within.end):
        return sentence.paragraph.at(Span(*opening.span("who")))
    return next(
        (mention.span for mention, _ in ledger.mentions.get(sentence.number, ()) if mention.span.start < start), None
    )


_OPENING = lazy(
    r"[“\"'‘ ]*(?:(?:But|And|Yet|Then|Later|Earlier|Now|Still|So),? )?"
    r"(?P<who>[Hh]e|[Ss]he|[Tt]hey|The [a-z]+(?:[ -][a-z]+)?(?= (?:has|had|was|were|is|are|will|also|then|later)\b))\b"
)
_DESCRIBED = lazy(r"(?:[Tt]he|[Hh]er|[Hh]is|[Tt]heir) (?P<what>[\w’' -]+)$")


REACH = 4
"""How many sentences back a pronoun is followed."""


def meant(ledger: Ledger, span: Span, number: int) -> Person | None:
    """The person whom words for a speaker mean: a name, a pronoun, or a description by an office that one alone has."""
    words = span.of(ledger.text)
    low = words.lower()
    if low in ("he", "she"):
        return _by_pronoun(ledger, low, span.start, number)
    if (described := _DESCRIBED.match(words)) and not any(word[:1].isupper() for word in words.split()[1:]):
        return _by_office(ledger, described["what"].lower(), span.start) or _just_named(ledger, span.start, number)
    own = next(
        (person for mention, person in ledger.mentions.get(number, ()) if mention.span.touches(span)),
        None,
    )
    if own or not words[:1].isupper():
        return own
    key = plain(words.rpartition(" ")[2])
    return next((person for person in ledger.people if plain(person.surname) == key), None)


def _by_pronoun(ledger: Ledger, pronoun: str, start: int, number: int) -> Person | None:
    """The person of fitting gender who was named last before, in this or the four sentences before."""
    gender = "f" if pronoun == "she" else "m"
    for person in reversed(list(_before(ledger, start, number))):
        if gender_of(person) in ("", gender):
            return person
    return None


def gender_of(person: Person) -> str:
    """ "f" or "m" by a form of address or by the given name; "" where neither tells."""
    told = next((mention.thing.gender for mention in person.mentions if mention.thing.gender), "")
    return told or lexicon().given.get(person.given.partition(" ")[0], "")


def _before(ledger: Ledger, start: int, number: int) -> Iterator[Person]:
    """Who is named before a place in its sentence and the few before, in order."""
    for n in range(number - REACH, number + 1):
        for mention, person in ledger.mentions.get(n, ()):
            if mention.span.start < start:
                yield person


def _just_named(ledger: Ledger, start: int, number: int) -> Person | None:
    """The one named in the sentence before, in the same paragraph: "Rui Costa leads it. “…,” the officer said"."""
    sentence = ledger.sentences[number]
    if not sentence.nth:
        return None
    named = [
        person
        for n in (number - 1, number)
        for mention, person in ledger.mentions.get(n, ())
        if mention.span.start < start
    ]
    return named[0] if len({person.full for person in named}) == 1 else None


def _by_office(ledger: Ledger, what: str, start: int) -> Person | None:
    """The one person whose office or role, as written before, ends with these words."""
    ending = re.compile(rf"\b{re.escape(what)}$")
    fits = [
        person
        for person in ledger.people
        if any(
            mention.span.start < start
            and (ending.search(mention.thing.office.lower()) or ending.search(mention.thing.role.lower()))
            for mention in person.mentions
        )
    ]
    return fits[0] if len(fits) == 1 else None
