"""Ages as the text tells them, each with whose it is and the year that it holds for."""

from __future__ import annotations

import bisect
import re
from typing import NamedTuple

from editor.article import Span
from editor.ledger import Ledger, Person, Sentence
from editor.reading import numbers
from editor.reading.paragraph import Reading
from editor.reading.patterns import lazy


class Told(NamedTuple):
    """An age: `present` where it is the age at the article's own date, `sure` where its year is known."""

    span: Span
    age: int
    year: int | None
    present: bool = True
    sure: bool = True


_AGE = lazy(
    r"\b(?P<cue>aged|at age|at the age of|age|[Aa]t|was|is|turned|turns|turning|turn|just|only|barely|already|then|now"
    rf"|being) (?P<n>\d{{1,3}}|{numbers.BELOW_HUNDRED})\b"
    r"(?=,? (?:when|years? old|years? of age|at the time|then|that|this|in|on|last|she|he|and (?:she|he|had|was|has))\b"
    r"|[,;.)—–](?!\d)| ?$)"
    r"|\b(?P<of>[a-z]{4,} of) (?P<o>\d{2})(?=, (?:she|he)\b)",
)
_NAMELESS = lazy(r"\b(?:[Ss]he|[Hh]e|[Hh]er|[Hh]is|who|whose|[Ww]hen|born)\b")
_BEFORE = lazy(r"\b(?:before|until|till|by the time|since|after|if) (?:[\w’'-]+ ){1,3}(?:was |is )?$")
_NUMBERED = lazy(r"(?:\.|\bon|\bover|\bunder|\bto|\bof|\bby|\d|\bfrom|\bthan) $")
_PRESENT = lazy(r"\b(?:is|turns|now|who turned|aged)$")
_OWN = lazy(
    r"\b(?:brother|sister|father|mother|son|daughter|wife|husband|uncle|aunt|twin|cousin|friend|nephew|niece)\b"
)


_KIN = lazy(
    rf"\b(?:her|his|their) (?:\w+ )?{_OWN.pattern},? $"
    r"|\b(?:her|his) (?:late|former|then|twin|elder|younger|own) \w+,? $"
)


def told_ages(ledger: Ledger, subjects: Subjects, now: int | None) -> list[tuple[Told, Person]]:
    """The ages that are told in a sentence of their own: "was 71 when she went in in October 2023"."""
    found = []
    for paragraph, ages in ledger.seen(_ages):
        masked = paragraph.masked
        for match in ages:
            group = "o" if match["of"] else "n"
            place = Span(*match.span(group))
            sentence = next(
                (s for s in ledger.sentences_of.get(paragraph.start, ()) if s.within.end >= match.end()), None
            )
            if sentence is None:
                continue
            lead = masked[sentence.within.start : match.start()]
            apposed = match["of"] is not None
            numbered = not apposed and "age" not in (match["cue"] or "")
            if sentence.paragraph.read.quoted(place) or (
                numbered and _NUMBERED.search(masked, max(0, match.start() - 6), match.start())
            ):
                continue
            said = (match["cue"] or "aged").lower()
            bare = said in ("at", "was", "is", "just", "only", "already", "now", "then", "barely")
            if said == "at" and not re.match(r",? (?:she|he|when)\b", masked[match.end() :]):
                continue
            told = subjects.of(sentence.paragraph.at(place), sentence)
            if _BEFORE.search(lead):
                continue
            if told is None or (bare and _between(lead, told)) or _OWN.search(lead[-40:]):
                continue
            year = None if said == "now" else _year(ledger, sentence, sentence.paragraph.at(place))
            age = int(numbers.value(match[group]))
            if not 1 <= age <= 115:
                continue
            present = bool(year is None and (_PRESENT.search(lead + said) or said == "turned"))
            found.append(
                (
                    Told(
                        sentence.paragraph.at(place),
                        age,
                        now if present else year,
                        present,
                        present or year is not None,
                    ),
                    told,
                )
            )
    found += _standing(ledger, subjects, now)
    return found


def _ages(read: Reading) -> list[re.Match[str]]:
    return list(_AGE.finditer(read.masked))


_STANDING = lazy(
    r"\b[Tt]he (?P<n>\d{2})-year-old(?=[,.]| (?:who|has|had|is|was|will|would|can|could|also|now|from|[a-z]+ed|[a-z]+s"
    r"|said|told|took|won|came|went|ran|made|left|began|spoke|lost|held|gave|wrote|sat|stood|got|put|led|set|kept)\b)"
)


def _standing(ledger: Ledger, subjects: Subjects, now: int | None) -> list[tuple[Told, Person]]:
    """Ages that stand for somebody: "The 45-year-old said …", whom the paragraph, or the one before, alone names."""
    found = []
    for number, paragraph in enumerate(ledger.paragraphs):
        if "-year-old" not in paragraph.masked:
            continue
        for match in _STANDING.finditer(paragraph.masked):
            place = paragraph.at(Span(*match.span("n")))
            if paragraph.read.quoted(Span(*match.span("n"))):
                continue
            whose = subjects.alone(paragraph.start, place.start)
            if whose is None and number and not subjects.named(paragraph.start, place.start):
                before = ledger.paragraphs[number - 1]
                whose = subjects.alone(before.start, before.start + len(before.masked))
            if whose:
                found.append((Told(place, int(match["n"]), now), whose))
    return found


def _between(lead: str, person: Person) -> bool:
    """Whether something else than the person stands as what "was 26": another noun after the name or the pronoun."""
    words = lead.rstrip()
    return not re.search(
        rf"(?:\b(?:[Ss]he|[Hh]e|who|and|{re.escape(person.surname) or 'she'})|,)(?: \w+ly| still| also)?$"
        rf"|{re.escape(person.surname or person.given)} of [A-Z][\w-]+$",
        words,
    )


def _year(ledger: Ledger, sentence: Sentence, place: Span) -> int | None:
    """The year that a sentence names with an age: the only one, or the one before the age that is nearest."""
    years = [d for d in ledger.dates_in.get(sentence.number, ()) if d.thing.year]
    birth = [d for d in years if re.search(r"\b[Bb]orn\b", ledger.text[max(0, d.span.start - 40) : d.span.start])]
    years = [d for d in years if d not in birth]
    if not years and not birth and place.start - sentence.span.start > 0:
        before = [
            d.thing.year for d in ledger.dates_in.get(sentence.number - 1, ())
            if d.thing.year and d.sentence.paragraph is sentence.paragraph
            and not re.search(r"\b[Bb]orn\b", ledger.text[max(0, d.span.start - 40) : d.span.start])
        ]  # fmt: skip
        lead = ledger.text[max(sentence.span.start, place.start - 5) : place.start]
        return before[-1] if len(set(before)) == 1 and lead.endswith("was ") else None
    if len({d.thing.year for d in years}) != 1:
        return None
    since = re.search(
        r"\b(?:since|from|until|till|by|of) $", ledger.text[max(0, years[0].span.start - 6) : years[0].span.start]
    )
    return None if since else years[0].thing.year


class Subjects:
    """Who a statement is about: the person last named before it in its paragraph, else before it at all."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        named = sorted(
            (mention.span.start, mention.sentence.paragraph.start, number)
            for number, person in enumerate(ledger.people)
            for mention in person.mentions
            if not _KIN.search(ledger.text, max(0, mention.span.start - 24), mention.span.start)
        )
        self._starts = [start for start, _, _ in named]
        self._named = named
        self._main = _main(ledger)

    def of(self, place: Span, sentence: Sentence) -> Person | None:
        """The person whom a statement at `place` is about; None where nobody is named, or no pronoun leads back."""
        at = bisect.bisect_left(self._starts, place.start) - 1
        if at < 0:
            return self._main
        _, paragraph, number = self._named[at]
        if paragraph == sentence.paragraph.start:
            return self._ledger.people[number]
        if self._main:
            return self._main
        opens = _PRONOUN.search(sentence.paragraph.masked, 0, place.end - sentence.paragraph.start + 12)
        return self._ledger.people[number] if opens else None

    def named(self, start: int, end: int) -> set[int]:
        """The numbers of the people who are named between two places."""
        first, last = bisect.bisect_left(self._starts, start), bisect.bisect_left(self._starts, end)
        return {number for _, _, number in self._named[first:last]}

    def alone(self, start: int, end: int) -> Person | None:
        """The one person who is named between two places, where there is only one."""
        people = self.named(start, end)
        return self._ledger.people[people.pop()] if len(people) == 1 else None

    def named_in(self, sentence: Sentence) -> Person | None:
        """The person whom a sentence names first."""
        at = bisect.bisect_left(self._starts, sentence.span.start)
        if at < len(self._starts) and self._starts[at] < sentence.span.end:
            return self._ledger.people[self._named[at][2]]
        return None


_PRONOUN = lazy(r"^\s*(?:Born|Her|His)\b|\b(?:[Ss]he|[Hh]e)\b")


_CHARGED = lazy(r"\b(?:pleaded|charged|accused|convicted|jailed|sentenced|guilty|on trial|in the dock|remanded)\b")


def accused(ledger: Ledger) -> Person | None:
    """Whom "the accused" stands for: the first person whom a sentence names with a charge, a plea or a sentence."""
    for person in ledger.people:
        if any(_CHARGED.search(m.sentence.span.of(ledger.text)) for m in person.mentions):
            return person
    return None


def _main(ledger: Ledger) -> Person | None:
    """Whom the article is about, where its headline names somebody."""
    head = [m.span for m in ledger.article.marks if m.kind == "headline"]
    for person in ledger.people:
        if any(span.covers(mention.span) for mention in person.mentions for span in head):
            return person
    return None
