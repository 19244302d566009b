"""Deeds in an order that can't be: a ban lifted before it was imposed, a couple who met after their wedding."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from editor import resources
from editor.article import Span
from editor.checks._conflict import conflict
from editor.checks._moments import days
from editor.finding import Evidence, Finding, finding
from editor.ledger import Ledger, Sentence, Stated
from editor.reading.dates import Date
from editor.reading.lemmas import lemma, stop_words
from editor.reading.patterns import cued, lazy, telling


def disordered(ledger: Ledger) -> Iterator[Finding]:
    """Every finding of the kind, in the order of the rules."""
    yield from _undone(ledger)
    yield from _related(ledger)
    yield from _begun(ledger)
    yield from _following(ledger)


@functools.cache
def _follows() -> re.Pattern[str]:
    words = "|".join(row[0] for row in resources.rows("lexicon", "en", "consequences.tsv"))
    return re.compile(rf"(?:{words})\b")


def _following(ledger: Ledger) -> Iterator[Finding]:
    """ "They turned the levy down in May. As a result, a station closed in February"."""
    for sentence in ledger.sentences:
        last = ledger.dates_in.get(sentence.number, ())
        if not last or not sentence.nth or not _follows().match(ledger.text, sentence.span.start):
            continue
        first = ledger.dates_in.get(sentence.number - 1, ())
        if len(first) != 1 or len(last) != 1 or not all(d.thing.month for d in (*first, *last)):
            continue
        if _LIMIT.search(ledger.text[: last[0].span.start][-9:]) or _LIMIT.search(
            ledger.text[: first[0].span.start][-9:]
        ):
            continue
        before, after = days(ledger, first[0]), days(ledger, last[0])
        if before and after and before[0] > after[1]:
            opening = _follows().match(ledger.text, sentence.span.start)
            assert opening
            yield conflict(ledger, "follows", first[0].span, last[0].span, keep=False, said=opening[0])


class _Pair(NamedTuple):
    """A deed and what can only follow it, `least` days later; not where words of other people or times stand."""

    early: re.Pattern[str]
    late: re.Pattern[str]
    least: int
    unless: re.Pattern[str] | None


@functools.cache
def _pairs() -> tuple[_Pair, ...]:
    return tuple(
        _Pair(
            cued(early),
            cued(late),
            round(365.25 * float(rest[0])) if rest else 0,
            cued(rest[1], re.IGNORECASE) if len(rest) > 1 else None,
        )
        for early, late, *rest in resources.rows("lexicon", "en", "undone.tsv")
    )


@functools.cache
def _any_late() -> Callable[[str], bool]:
    return telling(row[1] for row in resources.rows("lexicon", "en", "undone.tsv"))


_AGAIN = lazy(
    r"\b(?:again|re-?imposed|second|new|another|first time|once more|later|previous|earlier|other|separate|next|since"
    r"|to be|will|would|could|may|might|should|not|never|if|unless|plans?|expected|due)\b"
)
REACH = 45
"""How far from a deed, in characters, its date may stand."""


def _undone(ledger: Ledger) -> Iterator[Finding]:
    """ "The regulator lifted its ban on 22 June. It had imposed it on 9 July"."""
    dated: dict[int, list[Stated[Date]]] = {}
    for stated in ledger.dates:
        if stated.thing.month or stated.thing.year or stated.thing.weekday is not None:
            dated.setdefault(stated.sentence.number, []).append(stated)
    for number in dated:
        sentence = ledger.sentences[number]
        words = sentence.within.of(sentence.paragraph.masked)
        if not _any_late()(words.lower()) or _AGAIN.search(words):
            continue
        for pair in _pairs():
            undo = pair.late.search(words)
            if not undo or (pair.unless and pair.unless.search(words)):
                continue
            for other in (number, number + 1, number - 1):
                if found := _reversed(ledger, dated, pair, (sentence, undo), other):
                    yield found
                    return


def _reversed(
    ledger: Ledger, dated: dict[int, list[Stated[Date]]], pair: _Pair, late: tuple[Sentence, re.Match[str]],
    number: int,
) -> Finding | None:  # fmt: skip
    sentence, undo = late
    if number not in dated or ledger.sentences[number].paragraph is not sentence.paragraph:
        return None
    first = ledger.sentences[number]
    words = first.within.of(first.paragraph.masked)
    done = pair.early.search(words)
    if (
        not done
        or (pair.unless and pair.unless.search(words))
        or _AGAIN.search(words)
        or (number == sentence.number and done.start() == undo.start())
    ):
        return None
    one = _date_of(ledger.text, dated[number], first.span.start + done.start(), first.span.start + done.end())
    two = _date_of(
        ledger.text, dated[sentence.number], sentence.span.start + undo.start(), sentence.span.start + undo.end()
    )
    if one is None or two is None or one is two or ledger.quoted(one) or ledger.quoted(two):
        return None
    if not _one_matter(first, done, sentence, undo) or _anew(
        words, done, first.span.start, sentence.span.start + undo.start()
    ):
        return None
    before, after = days(ledger, one), days(ledger, two)
    if before and after and before[0] + pair.least > after[1]:
        return conflict(
            ledger,
            "order" if before[0] > after[1] else "soon",
            two.span,
            one.span,
            keep=False,
            early=done[0],
            late=undo[0],
        )
    return None


_HAD = lazy(r"\b(?:had|having|after|originally|first|[Bb]orn|died|killed|murdered)\b")


def _anew(words: str, done: re.Match[str], start: int, undone: int) -> bool:
    """Whether the deed is told after what undoes it, as what came next: "closed in 2019, it opened in 2021"."""
    told_later = start + done.start() > undone
    return told_later and not _WORK.match(done[0]) and not _HAD.search(words[max(0, done.start() - 25) : done.end()])


_LIMIT = lazy(r"\b(?:until|till|by|before|since|for|pending) $")


def _date_of(text: str, dates: list[Stated[Date]], start: int, end: int) -> Stated[Date] | None:
    """The date of a deed: the next after it that stands near, else the last before it."""
    after = [
        d
        for d in dates
        if 0 <= d.span.start - end <= REACH and (d.span.start - end < 2 or not _LIMIT.search(text[: d.span.start][-9:]))
    ]
    if after:
        return after[0]
    before = [d for d in dates if 0 <= start - d.span.end <= REACH]
    return before[-1] if before else None


_OBJECT = lazy(r"\b(?:it|them|him|her|she|he|they)\b", re.IGNORECASE)
_WORK = lazy(r"(?:construction|building|work|excavation|drilling|trials?)\b", re.IGNORECASE)


def _one_matter(one: Sentence, done: re.Match[str], two: Sentence, undo: re.Match[str]) -> bool:
    """Whether the two deeds are of one thing: they share a word that says something, or one speaks of "it"."""
    if one.number == two.number or _WORK.match(done[0]):
        return True
    shared = {w for w in one.content & two.content if w not in stop_words() and not w[0].isdigit()}
    shared -= {lemma(done[0].lower()), lemma(undo[0].lower())}
    later = one if one.number > two.number else two
    words = later.within.of(later.paragraph.masked)
    return len(shared) >= 2 or bool(_OBJECT.search(words[:60])) or (bool(shared) and bool(_OBJECT.search(words)))


@functools.cache
def _relations() -> tuple[tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]], ...]:
    own = r"(?:the|their|his|her|its)(?: own)?(?: [\w-]+)?"
    return tuple(
        (
            cued(early, words=rf"\b(?P<early>{{}})\b[^.;]{{0,40}}?\b(?P<place>after {own} (?:{late}))\b"),
            cued(late),
            cued(early),
        )
        for early, late in resources.rows("lexicon", "en", "orders.tsv")
    )


_WED = lazy(r"\b(?:married|wed)\b")


def _related(ledger: Ledger) -> Iterator[Finding]:
    """ "They had met a year after the wedding"."""
    for paragraph in ledger.paragraphs:
        if " after " not in paragraph.masked:
            continue
        for pattern, late, _ in _relations():
            for match in pattern.finditer(paragraph.masked):
                if _AGAIN.search(match[0]) or paragraph.read.quoted(Span(*match.span())):
                    continue
                place = paragraph.at(Span(*match.span()))
                told = list(late.finditer(ledger.text, max(0, place.start - 300), place.start))
                told += list(_WED.finditer(ledger.text, max(0, place.start - 300), place.start))
                evidence = [Evidence(Span(*told[-1].span()), "other")] if told else []
                one = told[-1][0] if told else ""
                yield finding(
                    "relation", place, evidence=evidence, early=match["early"], late=match["place"][6:], one=one
                )


_DONE = lazy(
    r"\b(?P<noun>[A-Za-z]{5,})(?: of (?:the )?[\w-]+)? (?:was |were |is |had been )?(?:complete|completed|finished"
    r"|over|done|ended|concluded) (?:by |on |before |at the end of )?$"
)
_BEGIN = lazy(
    r"\b(?:begin|began|begun|start|started|launch|launched|open|opened|resume) (?:the|an?|its|their) (?:\w+ )?"
    r"(?P<noun>[a-z]{5,})(?: of (?:the )?[\w-]+)? (?:only )?(?:on |early on |late on )?$"
)


def _begun(ledger: Ledger) -> Iterator[Finding]:
    """ "Evacuation was complete by Sunday", but buses left "to begin the evacuation on Tuesday"."""
    done: list[tuple[str, Stated[Date]]] = []
    begun: list[tuple[str, Stated[Date], Span]] = []
    for stated in ledger.dates:
        lead = ledger.text[max(stated.sentence.span.start, stated.span.start - 60) : stated.span.start]
        if match := _DONE.search(lead):
            done.append((lemma(match["noun"].lower()), stated))
        elif match := _BEGIN.search(lead):
            begun.append(
                (lemma(match["noun"]), stated, Span(stated.span.start - len(lead) + match.start(), stated.span.end))
            )
    for noun, last in done:
        for other, first, place in begun:
            if noun != other or abs(first.sentence.number - last.sentence.number) > 4:
                continue
            end, start = days(ledger, last), days(ledger, first)
            if end and start and start[0] > end[1]:
                yield conflict(ledger, "begun", last.span, place, keep=False, what=noun)
                return
