"""Voices: who says each quotation of an article, where the sentence itself does not tell: who held the floor before."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Literal, NamedTuple

from editor.article import Span
from editor.ledger import Ledger, Person, Stated
from editor.reading.names import lexicon
from editor.reading.paragraph import Paragraph, Reading
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
_OPENING = lazy(
    r"[“\"'‘ ]*(?:(?:But|And|Yet|Then|Later|Earlier|Now|Still|So),? )?"
    r"(?P<who>[Hh]e|[Ss]he|[Tt]hey|The [a-z]+(?:[ -][a-z]+)?(?= (?:has|had|was|were|is|are|will|also|then|later)\b))\b"
)
_DESCRIBED = lazy(r"(?:[Tt]he|[Hh]er|[Hh]is|[Tt]heir) (?P<what>[a-z’' -]+)$")
REACH = 4
"""How many sentences back a pronoun is followed."""


def voices(ledger: Ledger) -> tuple[Voice | None, ...]:
    """The voice of each of the ledger's quotations, in their order; None where nobody can be told."""
    return tuple(_Hearing(ledger).voices())


def gender_of(person: Person) -> str:
    """ "f" or "m" by a form of address or by the given name; "" where neither tells."""
    told = next((mention.thing.gender for mention in person.mentions if mention.thing.gender), "")
    return told or lexicon().given.get(person.given.partition(" ")[0], "")


def _sayers(read: Reading) -> list[Span]:
    """Who says something in a paragraph, outside quotations, in order."""
    return [who for who, _ in sayings(read.masked) if not read.quoted(who)]


class _Hearing:
    """One going through the quotations of an article."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self._said: dict[int, list[Span]] = {}
        self._genders: dict[int, str] = {}

    def voices(self) -> Iterator[Voice | None]:
        before: Stated[Quotation] | None = None
        held: Voice | None = None
        for stated in self.ledger.quotations:
            held = self._voice(stated, before, held)
            yield held
            before = stated

    def _voice(self, stated: Stated[Quotation], before: Stated[Quotation] | None, held: Voice | None) -> Voice | None:
        paragraph, quotation = stated.sentence.paragraph, stated.thing
        if quotation.speaker:
            return self._heard(paragraph.at(quotation.speaker), stated, "said")
        if before and held and self._goes_on(before, stated):
            return Voice(held.span, held.person, "continued")
        if signed := _SIGNED.match(paragraph.masked, quotation.span.end):
            return self._heard(paragraph.at(Span(*signed.span("who"))), stated, "said")
        start = stated.sentence.within.start
        spoken = [one for one in self._sayers(paragraph) if one.start < quotation.span.start]
        if spoken and spoken[-1].start >= start:
            return self._heard(paragraph.at(spoken[-1]), stated)
        lead = paragraph.masked[start : quotation.span.start]
        if _WORDS.search(lead) and (subject := self._subject(stated)):
            return self._heard(subject, stated)
        if spoken:
            return self._heard(paragraph.at(spoken[-1]), stated)
        if before and held and before.sentence.paragraph.number >= paragraph.number - 1:
            return Voice(held.span, held.person, "near")
        above = self.ledger.paragraphs[paragraph.number - 1] if paragraph.number else None
        if above and (spoken := self._sayers(above)):
            return self._heard(above.at(spoken[-1]), stated)
        return None

    def _heard(self, span: Span, stated: Stated[Quotation], how: How = "near") -> Voice:
        return Voice(span, self._meant(span, stated.sentence.number), how)

    def _sayers(self, paragraph: Paragraph) -> list[Span]:
        """Who says something in a paragraph, outside quotations, in order."""
        if paragraph.number not in self._said:
            self._said[paragraph.number] = paragraph.read.seen(_sayers)
        return self._said[paragraph.number]

    def _goes_on(self, one: Stated[Quotation], two: Stated[Quotation]) -> bool:
        """Whether a quotation only goes on with the one before: in one sentence, over paragraphs, or right after it."""
        if one.thing.open or one.sentence.number == two.sentence.number:
            return True
        between = self.ledger.text[one.span.end : two.span.start]
        joined = _JOINED.match(between)
        return bool(joined and joined.end() == len(between))

    def _subject(self, stated: Stated[Quotation]) -> Span | None:
        """The first who is named in a quotation's sentence before it, or the pronoun that opens it."""
        sentence = stated.sentence
        if opening := _OPENING.match(sentence.paragraph.masked, sentence.within.start, sentence.within.end):
            return sentence.paragraph.at(Span(*opening.span("who")))
        named = (mention.span for mention, _ in self.ledger.mentions.get(sentence.number, ()))
        return next((span for span in named if span.start < stated.span.start), None)

    def _meant(self, span: Span, number: int) -> Person | None:
        """The person whom words for a speaker mean: a name, a pronoun, or a description by an office one alone has."""
        words = span.of(self.ledger.text)
        if words.lower() in ("he", "she"):
            gender = "f" if words.lower() == "she" else "m"
            before = reversed(self._before(span.start, number, REACH))
            return next((person for person in before if self._gender(person) in ("", gender)), None)
        if described := _DESCRIBED.match(words):
            return self._by_office(described["what"].lower(), span.start) or self._just_named(span.start, number)
        mentions = self.ledger.mentions.get(number, ())
        own = next((person for mention, person in mentions if mention.span.touches(span)), None)
        if own or not words[:1].isupper():
            return own
        return self._surnames.get(plain(words.rpartition(" ")[2]))

    def _gender(self, person: Person) -> str:
        if (known := self._genders.get(id(person))) is None:
            known = self._genders[id(person)] = gender_of(person)
        return known

    @cached_property
    def _surnames(self) -> dict[str, Person]:
        """The people by surname; of several of one the first."""
        return {plain(person.surname): person for person in reversed(self.ledger.people)}

    @cached_property
    def _offices(self) -> dict[str, list[tuple[int, Person]]]:
        """The people by each ending of an office or role of theirs, with where it first stands."""
        found: dict[str, list[tuple[int, Person]]] = {}
        for person in self.ledger.people:
            first: dict[str, int] = {}
            for mention in person.mentions:
                for office in (mention.thing.office, mention.thing.role):
                    words = office.lower().split()
                    for n in range(len(words)):
                        first.setdefault(" ".join(words[n:]), mention.span.start)
            for ending, start in first.items():
                found.setdefault(ending, []).append((start, person))
        return found

    def _by_office(self, what: str, start: int) -> Person | None:
        """The one person whose office or role, as written before, ends with these words."""
        fits = [person for at, person in self._offices.get(what, ()) if at < start]
        return fits[0] if len(fits) == 1 else None

    def _before(self, start: int, number: int, reach: int) -> list[Person]:
        """Who is named before a place in its sentence and the few before, in order."""
        near = (pair for n in range(number - reach, number + 1) for pair in self.ledger.mentions.get(n, ()))
        return [person for mention, person in near if mention.span.start < start]

    def _just_named(self, start: int, number: int) -> Person | None:
        """The one named in the sentence before, in the same paragraph: "Rui Costa leads it. “…,” the officer said"."""
        named = self._before(start, number, 1) if self.ledger.sentences[number].nth else []
        return named[0] if len({person.full for person in named}) == 1 else None
