"""Events in an order that their dates do not allow."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from editor.article import Span
from editor.checks._causes import before_cause
from editor.checks._conflict import conflict
from editor.checks._moments import days
from editor.checks._orders import disordered
from editor.checks._sequels import sequels
from editor.finding import Finding
from editor.ledger import Ledger, Sentence, Stated
from editor.reading.dates import Date
from editor.reading.events import Event, events
from editor.reading.lemmas import lemma
from editor.reading.paragraph import Paragraph, Reading
from editor.reading.patterns import lazy

_BEGAN = lazy(r"\b(?:began|begun|started|opened|broke out|ran from|lasted from|from|between)\b", re.IGNORECASE)
_ENDED = lazy(
    r"\b(?:ended|finished|closed|concluded|called off|stopped|lifted|over)\b(?: on| in)? ?$"
    r"|\b(?:to|until|and) (?:the )?$"
    r"|\b(?:to|until|till) (?:his|her|its|their|the|he|she|it|they) (?:\w+ ){1,3}in $",
    re.IGNORECASE,
)
_UNTIL = lazy(
    r"\b(?:to|until|till|and) (?:the )?$|\buntil (?:he|she|it|they) (?:\w+ ){1,2}in $"
    r"|\b(?:to|until|till) (?:his|her|its|their|the) (?:\w+ ){1,3}in $"
)
_VERB_DAY = lazy(
    r"\b(?P<noun>[a-z]{3,}) (?:that |which |, which |,? )?(?:had |has |was |were )?(?P<verb>began"
    r"|started|broke out|opened|ended|stopped|closed|erupted|collapsed|crashed|sank|landed"
    r"|arrived)\b (?:again )?(?:early |late )?(?:on |at )?(?P<rest>[^.;]{0,12})",
)


def check(ledger: Ledger, *, near: int = 6) -> Iterator[Finding]:
    told = set()
    for found in _chains(ledger, near):
        told.add(found.span)
        yield found
    yield from _spans(ledger)
    yield from before_cause(ledger)
    yield from _days(ledger)
    for found in disordered(ledger):
        if found.span not in told:
            told.add(found.span)
            yield found
    yield from (found for found in sequels(ledger) if found.span not in told)


def _chains(ledger: Ledger, near: int) -> Iterator[Finding]:
    """Stages of one matter, the later one with the earlier date."""
    told: list[tuple[Event, Paragraph, int]] = []
    by_paragraph = ledger.sentences_of
    for paragraph in ledger.paragraphs:
        inside = by_paragraph.get(paragraph.start, [])
        for event in paragraph.read.seen(_events) if inside else ():
            number = next((s.number for s in inside if s.within.covers(event.span)), inside[-1].number)
            told.append((event, paragraph, number))
    used: set[int] = set()
    dated = {stated.span: stated for stated in ledger.dates} if told else {}
    for n, (one, first, number) in enumerate(told):
        for m, (two, second, other) in enumerate(told[n + 1 :], n + 1):
            if other - number > near:
                break
            if one.chain != two.chain or one.stage == two.stage or {n, m} & used:
                continue
            early, late = (one, two) if one.stage < two.stage else (two, one)
            early_date, late_date = ((first if e is one else second).at(e.date.span) for e in (early, late))
            if _after(ledger, dated[early_date], dated[late_date]):
                used.update((n, m))
                yield conflict(
                    ledger, "order", first.at(one.date.span), second.at(two.date.span), keep=False,
                    early=_words(early, first if early is one else second),
                    late=_words(late, second if late is two else first),
                )  # fmt: skip


def _events(read: Reading) -> tuple[Event, ...]:
    return events(read.masked, read.dates, read.sentences)


def _words(event: Event, paragraph: Paragraph) -> str:
    return event.span.of(paragraph.masked)


def _after(ledger: Ledger, one: Stated[Date], two: Stated[Date]) -> bool:
    """Whether the first date is later; both are of one year, the article's or the one that either says."""
    shared = ledger.day.year if ledger.day else one.thing.year or two.thing.year
    first, last = days(ledger, one, shared), days(ledger, two, shared)
    return bool(first and last and first[0] > last[1])


def _spans(ledger: Ledger) -> Iterator[Finding]:
    """ "Began on 3 May and ended on 1 May": a beginning and an end in one sentence, of whatever grain."""
    text = ledger.text
    for number, dates in ledger.dates_in.items():
        sentence = ledger.sentences[number]
        for one, two in itertools.pairwise(d for d in dates if not d.thing.range_end):
            lead = text[max(sentence.span.start, one.span.start - 30) : one.span.start]
            between = text[one.span.end : two.span.start]
            if len(between) > 40 or not _BEGAN.search(lead) or not _ENDED.search(between):
                continue
            if re.search(r"\bbetween\b|\bfrom\b", lead) and not _UNTIL.search(between):
                continue
            if re.search(r"\band $", between) and not re.search(r"\bbetween $", lead):
                continue
            if _ends_before(ledger, one, two, between):
                yield conflict(ledger, "span", one.span, two.span, keep=False)


def _ends_before(ledger: Ledger, one: Stated[Date], two: Stated[Date], between: str) -> bool:
    """Whether the second date is before the first; a year that only the second says is that of both."""
    first, last = one.thing, two.thing
    if first.month and first.day and last.month and last.day:
        if first.year and last.year is None:
            return False
        return _after(ledger, one, two) and bool(last.year or first.month - last.month < 6)
    if not all(d.year or d.years for d in (first, last)) or (len(between) < 6 and first.part == last.part == ""):
        return False
    start, end = days(ledger, one), days(ledger, two)
    return bool(start and end and start[0] > end[1])


def _days(ledger: Ledger) -> Iterator[Finding]:
    """The same thing beginning on two days: "the rain began on Tuesday", "the rain began on Wednesday"."""
    known: dict[tuple[str, str], tuple[int, Span, Sentence]] = {}
    for stated in ledger.dates:
        date = stated.thing
        if date.weekday is None or ledger.quoted(stated):
            continue
        paragraph = stated.sentence.paragraph
        lead = paragraph.masked[: stated.span.start - paragraph.start]
        begins = list(_VERB_DAY.finditer(lead, max(stated.sentence.within.start, len(lead) - 60)))
        match = begins[-1] if begins else None
        if (
            not match
            or match.end() < len(lead)
            or not re.fullmatch(r"(?:(?:again|early|late|on|at|last|this) ?)*", match["rest"])
        ):
            continue
        if re.search(r"\bagain\b|\bsecond\b|\bnew\b|\banother\b", match[0]):
            continue
        key = (lemma(match["noun"]), match["verb"])
        if key in known and known[key][0] != date.weekday:
            yield conflict(ledger, "day", known[key][1], stated.span, what=match["noun"], verb=match["verb"])
        else:
            known.setdefault(key, (date.weekday, stated.span, stated.sentence))
