"""The age of things: a ship, a bridge, a club, beside the year that it was made in."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from editor import resources
from editor.article import Span
from editor.checks._conflict import conflict
from editor.finding import Finding
from editor.ledger import Ledger
from editor.reading.patterns import lazy


def _forms(kind: str) -> str:
    return "|".join(form for form, of in resources.rows("lexicon", "en", "made.tsv") if of == kind)


@functools.cache
def _things() -> re.Pattern[str]:
    return re.compile(rf"(?P<n>\d{{1,3}})-year-old (?:[a-z-]+ )?(?P<what>{_forms('thing')})\b")


@functools.cache
def _verbs() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_forms('verb')})\b", re.IGNORECASE)


def _again(thing: str, words: str) -> bool:
    """Whether a sentence speaks of the thing: it, the ship, the old ship."""
    return bool(re.search(rf"\b(?:[Ii]t|[Tt]he (?:\w+ )?{thing})\b", words))


def made(ledger: Ledger) -> Iterator[Finding]:
    """ "Launched in 1991, the 25-year-old vessel": the age of a thing beside the year it was made in."""
    if not ledger.day:
        return
    text, now = ledger.text, ledger.day.year
    for paragraph in ledger.paragraphs:
        if "-year-old" not in paragraph.masked:
            continue
        for match in _things().finditer(paragraph.masked):
            place = paragraph.at(Span(*match.span("n")))
            inside = ledger.sentences_of.get(paragraph.start, ())
            around = [d for one in inside for d in ledger.dates_in.get(one.number, ()) if d.thing.year]
            same = [d for d in around if d.sentence.span.covers(place)]
            told = [
                d for d in (same or around)
                if _verbs().search(text, max(d.sentence.span.start, d.span.start - 40), d.span.start)
                and (d in same or _again(match["what"], d.sentence.span.of(text)))
            ]  # fmt: skip
            if len(told) != 1:
                continue
            year = told[0].thing.year or 0
            age = int(match["n"])
            times = {now, *(d.thing.year for d in same if d.thing.year and d.thing.year > year)}
            if year < now and all(abs(time - year - age) > 1 for time in times):
                full = paragraph.at(Span(*match.span()))
                yield conflict(ledger, "made", full, told[0].span, keep=False, right=now - year)


_ANNIVERSARY = lazy(r"\b(?P<n>\d{1,3})(?:st|nd|rd|th) (?:anniversary|birthday|jubilee)\b")


def anniversaries(ledger: Ledger) -> Iterator[Finding]:
    """ "Founded in 1926, the club marks its 90th anniversary"."""
    if not ledger.day:
        return
    text, now = ledger.text, ledger.day.year
    for sentence in ledger.sentences:
        words = sentence.paragraph.masked
        if "anniversary" not in words and "jubilee" not in words and "birthday" not in words:
            continue
        for match in _ANNIVERSARY.finditer(words, sentence.within.start, sentence.within.end):
            place = sentence.paragraph.at(Span(*match.span()))
            lead = text[max(sentence.span.start, place.start - 30) : place.start]
            if not re.search(r"\b(?:its|their|his|her)\b", lead) or sentence.paragraph.read.quoted(Span(*match.span())):
                continue
            told = [
                d for d in ledger.dates_in.get(sentence.number, ())
                if d.thing.year and _verbs().search(text, max(sentence.span.start, d.span.start - 30), d.span.start)
            ]  # fmt: skip
            others = [d for d in ledger.dates_in.get(sentence.number, ()) if d.thing.year and d not in told]
            if len(told) == 1 and not others and abs(now - (told[0].thing.year or 0) - int(match["n"])) > 1:
                right = now - (told[0].thing.year or 0)
                yield conflict(ledger, "made", place, told[0].span, keep=False, right=right)
