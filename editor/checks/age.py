"""An age that does not fit a birth date, a founding year, or another age."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from editor.article import Span
from editor.checks._ages import Subjects, Told, accused, told_ages
from editor.checks._conflict import conflict
from editor.checks._made import anniversaries, made
from editor.finding import Finding
from editor.ledger import Ledger, Person
from editor.reading.patterns import lazy

_BORN = lazy(r"\b(?:[Bb]orn|[Bb]irth)\b")
_FOUNDED = lazy(r"\b(?:founded|established|set up|created|launched|formed|incorporated)\b")
_SINCE = lazy(
    r"(?P<n>\d{1,3})[ -]years? (?:of|since|after|in business|later"
    r"|old)\b(?=[^.]{0,60}\b(?:founding|foundation|founded|it was|establish"
    r"|existence)\b)"
)


def check(ledger: Ledger, *, latest: int = 2035) -> Iterator[Finding]:
    yield from _founded(ledger, latest)
    yield from made(ledger)
    yield from anniversaries(ledger)
    now = ledger.day.year if ledger.day else _newest(ledger)
    subjects = Subjects(ledger)
    apposed = list(_apposed(ledger, now))
    yield from apposed
    if apposed:
        return
    told = told_ages(ledger, subjects, now)
    born = list(_births(ledger, subjects))
    all_ages = [_ages_of(ledger, person, told, now) for person in ledger.people]
    known = [person for person, ages in zip(ledger.people, all_ages, strict=True) if ages]
    if len(known) == 1 and not born:
        born = [(known[0], birth) for birth in _of_the_one(ledger, now)]
    for person, ages in zip(ledger.people, all_ages, strict=True):
        births = [birth for whose, birth in born if whose is person]
        if found := _clash(ledger, person, ages, births, now):
            yield found


_WHO_IS = lazy(r"(?:\b[a-z]{3,} of|\baged|,) (?P<n>\d{2}),? (?:who was )?born\b[^.;]{0,50}$")


def _apposed(ledger: Ledger, now: int | None) -> Iterator[Finding]:
    """ "A nurse of 38, born in Orna in 1994": an age beside its birth, whoever it is."""
    for date in ledger.dates:
        year = date.thing.year
        if not year or not now or ledger.quoted(date):
            continue
        start = max(date.sentence.span.start, date.span.start - 80)
        match = _WHO_IS.search(ledger.text[start : date.span.start])
        if match and now - year - int(match["n"]) not in (0, 1) and not _past(ledger, date.span):
            place = Span(start + match.start("n"), start + match.end("n"))
            yield conflict(ledger, "born", place, date.span, keep=False, right=f"{now - year - 1} or {now - year}")


def _ages_of(ledger: Ledger, person: Person, told: list[tuple[Told, Person]], now: int | None) -> list[Told]:
    ages = []
    for mention in person.mentions:
        if mention.thing.age_span and mention.thing.age:
            span = _digits(ledger, mention.at(mention.thing.age_span))
            ages.append(Told(span, mention.thing.age, _death(ledger, span) or now, not _past(ledger, span)))
    ages += [age for age, of in told if of is person]
    return sorted({age.span: age for age in reversed(ages)}.values(), key=lambda age: age.span)


def _clash(
    ledger: Ledger, person: Person, ages: list[Told], births: list[tuple[Span, int, int | None]], now: int | None
) -> Finding | None:
    """The first two that don't fit: an age and a birth, or two ages."""
    for place, born, month in births:
        for age in ages:
            year = age.year
            if year is None or born > year or not age.sure or (year == now and age.age < YOUNGEST):
                continue
            fits = {year - born, year - born - 1}
            if ledger.day and month and year == ledger.day.year and not _death(ledger, age.span) and age.present:
                passed = month < ledger.day.month
                fits = {year - born if passed else year - born - 1} if month != ledger.day.month else fits
            if age.age not in fits:
                right = " or ".join(str(n) for n in sorted(fits))
                if age.present:
                    return conflict(ledger, "born", age.span, place, keep=False, right=right)
                return conflict(
                    ledger, "then", age.span, place, keep=False, name=person.full, age=age.age, year=year, right=right
                )
    for one, two in itertools.combinations([age for age in ages if age.sure], 2):
        if one.year == two.year and one.age == two.age:
            continue
        if one.present and two.present:
            if one.age != two.age and not (abs(one.age - two.age) == 1 and _turned(ledger, one, two)):
                return conflict(ledger, "two", one.span, two.span, name=person.full)
            continue
        if one.year is None or two.year is None or one.year == two.year == now:
            continue
        if abs((two.year - two.age) - (one.year - one.age)) > 1:
            early, late = sorted((one, two), key=lambda age: age.year or 0)
            return conflict(
                ledger, "years", one.span, two.span, keep=False, name=person.full, age=early.age, year=early.year,
                then=late.age, now=late.year, right=early.age + (late.year or 0) - (early.year or 0),
            )  # fmt: skip
    return None


def _turned(ledger: Ledger, *ages: Told) -> bool:
    """Whether one of two ages is said of a birthday: it may lie between them."""
    return any(re.search(r"\bturn\w*\b", ledger.text[max(0, age.span.start - 12) : age.span.start]) for age in ages)


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


def _births(ledger: Ledger, subjects: Subjects) -> Iterator[tuple[Person, tuple[Span, int, int | None]]]:
    """The births told: in a sentence that names somebody, or the next that opens with nobody else's name."""
    text = ledger.text
    for date in ledger.dates:
        if not date.thing.year:
            continue
        lead = text[max(date.sentence.span.start, date.span.start - 40) : date.span.start]
        if not _BORN.search(lead) or re.search(r"[.;]|\bwho\b.*\bdied\b", lead):
            continue
        opens = date.sentence.span.of(text).startswith("Born")
        if opens and _SHE.match(text, date.span.end, date.sentence.span.end):
            whose = subjects.of(Span(date.sentence.span.start, date.sentence.span.start + 1), date.sentence)
        elif _ACCUSED.search(lead):
            whose = accused(ledger)
        else:
            whose = (subjects.named_in(date.sentence) if opens else None) or subjects.of(date.span, date.sentence)
        if whose is not None:
            yield whose, (date.span, date.thing.year, date.thing.month)


_OF_THE_ONE = lazy(r"^The (?:[a-z][\w-]* ){1,3}(?:was |is |, )?born (?:[^,.;\d]{0,40} )?in (?:[A-Z][a-z]+ )?$")
FAR = 25
"""How many years a birth may lie from what an age makes it, at the most, where it is told of "the suspended chief"."""


def _of_the_one(ledger: Ledger, now: int | None) -> Iterator[tuple[Span, int, int | None]]:
    """Births told of somebody by office ("the suspended chief was born in 1959"), where one person's age is told."""
    ages = [m.thing.age for p in ledger.people for m in p.mentions if m.thing.age]
    for date in ledger.dates:
        year = date.thing.year
        if not year or not now or not ages or ledger.quoted(date):
            continue
        lead = ledger.text[date.sentence.span.start : date.span.start]
        if _OF_THE_ONE.match(lead) and abs(now - year - ages[0]) <= FAR:
            yield date.span, year, date.thing.month


_SHE = lazy(r"[^,.;]{0,40}, (?:she|he)\b")
_ACCUSED = lazy(r"\b[Tt]he (?:accused|defendant|suspect),? (?:who was |is |was )?born\b")


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
