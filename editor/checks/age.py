"""An age that does not fit a birth date, a founding year, or another age."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from editor.article import Span
from editor.checks._conflict import conflict
from editor.finding import Finding
from editor.ledger import Ledger, Person, Sentence

_BORN = re.compile(r"\b(?:[Bb]orn|[Bb]irth)\b")
_SHE_WAS = re.compile(
    r"\b(?:and |when |[Ss]he was |[Hh]e was )?(?:she|he|She|He) (?:was|is"
    r"|turned) (?P<age>\d{1,3})\b(?![-,.]?\d| (?:per|percent|years? (?:in|younger|ahead)|points"
    r"|minutes|seconds|metres|games|th|nd|st))"
)
_FOUNDED = re.compile(r"\b(?:founded|established|set up|created|launched|formed|incorporated)\b")
_SINCE = re.compile(
    r"(?P<n>\d{1,3})[ -]years? (?:of|since|after|in business|later"
    r"|old)\b(?=[^.]{0,60}\b(?:founding|foundation|founded|it was|its|began|establish|history|growth"
    r"|existence|business)\b)"
)


def check(ledger: Ledger, *, latest: int = 2035) -> Iterator[Finding]:
    yield from _founded(ledger, latest)
    year_now = ledger.day.year if ledger.day else None
    for person in ledger.people:
        ages = [
            (_digits(ledger, m.at(m.thing.age_span)), m.thing.age)
            for m in person.mentions
            if m.thing.age_span and m.thing.age
        ]
        ages = sorted({*ages, *_aged(ledger, person)})
        yield from _two_ages(ledger, person, ages, year_now)
        if not ages:
            continue
        for place, born, month in _births(ledger, person):
            span, age = ages[0]
            died = _death(ledger, span)
            now = died or year_now or _newest(ledger)
            if now is None or born > now:
                continue
            fits = {now - born, now - born - 1}
            if ledger.day and month and not died:
                fits = (
                    {now - born if month < ledger.day.month else now - born - 1} if month != ledger.day.month else fits
                )
            if age >= YOUNGEST and age not in fits and not _past(ledger, span):
                yield conflict(ledger, "born", span, place, keep=False, right=" or ".join(str(n) for n in sorted(fits)))
                break


YOUNGEST = 12
"""The lowest age that is held against a birth year: below it, ages told are mostly another time's."""


def _newest(ledger: Ledger) -> int | None:
    """The newest year that the article names with a month: what "now" is where it has no date."""
    return max((d.thing.year for d in ledger.dates if d.thing.year and d.thing.month), default=None)


def _past(ledger: Ledger, span: Span) -> bool:
    """Whether an age is another time's: "then 26", "was 26 when"."""
    before = re.split(r"[.!?\n]", ledger.text[max(0, span.start - 30) : span.start])[-1]
    after = re.split(r"[.!?\n]", ledger.text[span.end : span.end + 18])[0]
    return bool(
        re.search(r"\bthen\b|\bat the time\b|\bwas\b|\bwhen\b", before) or re.search(r"\bwhen\b|\bat the time\b", after)
    )


def _death(ledger: Ledger, span: Span) -> int | None:
    """The year in which somebody died at an age, where the same sentence says both."""
    for stated in ledger.dates:
        within = stated.sentence.span
        told = stated.thing.year and within.covers(span) and stated.span.end <= span.start
        if told and re.search(r"\bdied\b|\bdeath\b", ledger.text[within.start : span.start]):
            return stated.thing.year
    return None


def _digits(ledger: Ledger, span: Span) -> Span:
    match = re.search(r"\d+", span.of(ledger.text))
    return Span(span.start + match.start(), span.start + match.end()) if match else span


def _births(ledger: Ledger, person: Person) -> Iterator[tuple[Span, int, int | None]]:
    """The births told of a person: in a sentence that names them, or the next that opens with nobody else's name."""
    text = ledger.text
    for date in ledger.dates:
        if not date.thing.year:
            continue
        lead = text[max(date.sentence.span.start, date.span.start - 40) : date.span.start]
        if not _BORN.search(lead) or re.search(r"[.;]|\bwho\b.*\bdied\b", lead):
            continue
        opens = date.sentence.span.of(text).startswith("Born")
        subject = (_named_next(ledger, date.sentence) if opens else None) or _subject(ledger, date.span, date.sentence)
        if subject is person:
            yield date.span, date.thing.year, date.thing.month


def _named_next(ledger: Ledger, sentence: Sentence) -> Person | None:
    """Who "Born in 1990, the striker …" is about: the first person that the sentence names."""
    named = [
        (mention.span.start, number)
        for number, person in enumerate(ledger.people)
        for mention in person.mentions
        if mention.sentence.number == sentence.number
    ]
    return ledger.people[min(named)[1]] if named else None


def _subject(ledger: Ledger, place: Span, sentence: Sentence) -> Person | None:
    """Who a statement is about: the person last named before it in its paragraph."""
    before = [
        (mention.span.start, number)
        for number, person in enumerate(ledger.people)
        for mention in person.mentions
        if mention.sentence.paragraph is sentence.paragraph and mention.span.start < place.start
    ]
    return ledger.people[max(before)[1]] if before else None


def _aged(ledger: Ledger, person: Person) -> list[tuple[Span, int]]:
    """Ages told by a pronoun or the name after the person was last named: "and she was 26"."""
    result = []
    for mention in person.mentions:
        sentence = mention.sentence
        words = ledger.text[mention.span.end : sentence.span.end]
        if match := _SHE_WAS.match(words) or _SHE_WAS.search(words):
            place = Span(mention.span.end + match.start("age"), mention.span.end + match.end("age"))
            if _subject(ledger, place, sentence) is person:
                result.append((place, int(match["age"])))
    return result


def _two_ages(ledger: Ledger, person: Person, ages: list[tuple[Span, int]], now: int | None) -> Iterator[Finding]:
    for one, two in itertools.pairwise(ages):
        if one[1] == two[1]:
            continue
        if not _past(ledger, one[0]) and not _past(ledger, two[0]):
            yield conflict(ledger, "two", one[0], two[0], name=person.full)
            return
        year = _year_of(ledger, one[0])
        if now and year and year < now and not _past(ledger, two[0]) and abs((now - year) - (two[1] - one[1])) > 1:
            yield conflict(
                ledger,
                "years",
                one[0],
                two[0],
                keep=False,
                name=person.full,
                year=year,
                now=now,
                right=one[1] + now - year,
            )
            return


def _year_of(ledger: Ledger, span: Span) -> int | None:
    """The year last named before a place in its paragraph."""
    before = [
        d.thing.year for d in ledger.dates
        if d.thing.year and d.span.start < span.start and d.sentence.paragraph.span.covers(span)
    ]  # fmt: skip
    return before[-1] if before else None


def _founded(ledger: Ledger, latest: int) -> Iterator[Finding]:
    """ "Founded in 2009" and "36 years since its founding"."""
    now = ledger.day.year if ledger.day else None
    text = ledger.text
    founded = [
        d for d in ledger.dates
        if d.thing.year and _FOUNDED.search(text[max(d.sentence.span.start, d.span.start - 30) : d.span.start])
    ]  # fmt: skip
    if len(founded) != 1:
        return
    year = founded[0].thing.year
    assert year
    for duration in ledger.durations:
        if duration.thing.unit != "year" or not 5 <= duration.thing.number < 300:
            continue
        if not _SINCE.match(text, duration.span.start) or duration.sentence is founded[0].sentence:
            continue
        if year + duration.thing.number > (now or latest) + 1 or (now and abs(now - year - duration.thing.number) > 1):
            start = founded[0].span.start
            lead = _FOUNDED.search(text, max(founded[0].sentence.span.start, start - 30), start)
            yield conflict(
                ledger, "founded", Span(lead.start() if lead else start, founded[0].span.end), duration.span, keep=False
            )
            return
