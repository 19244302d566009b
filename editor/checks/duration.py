"""One thing that lasts two lengths of time, or another length than its dates."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterator

from editor.article import Span
from editor.checks._conflict import conflict
from editor.checks._episodes import lasting
from editor.checks._lengths import spanned
from editor.finding import Finding
from editor.ledger import Ledger, Stated
from editor.reading.durations import Duration
from editor.reading.lemmas import lemma, stop_words
from editor.reading.patterns import lazy

_PERSON = lazy(r"\b(?:she|he|man|woman|boy|girl|son|daughter|aged)\b[^.]{0,20}$", re.IGNORECASE)
_EVENT = lazy(
    r"\b(?:fire|blaze|wildfire|war|conflict|fighting|confrontation|battle|siege|strike|standoff"
    r"|stand-off|struggle|search|protest\w*|"
    r"outbreak|crisis|blackout|outage|flood\w*|storm|trial|inquiry|talks|hunt|manhunt|lockdown"
    r"|curfew|drought|heatwave|operation|campaign|unrest|violence|epidemic|offensive)\b",
    re.IGNORECASE,
)

_NUMBER = lazy(r"[\w.,]+")


def check(ledger: Ledger) -> Iterator[Finding]:
    told: set[int] = set()
    yield from _named(ledger, told)
    yield from _going_on(ledger, told)
    dated: set[Span] = set()
    for stated in ledger.durations:
        for found in spanned(ledger, stated):
            dated |= {found.span, *(one.span for one in found.evidence)}
            yield found
    for found in lasting(ledger):
        if not any(
            place.touches(found.span) or place.touches(one.span) for place in dated for one in found.evidence[:1]
        ):
            yield found


def _sure(stated: Stated[Duration]) -> bool:
    return stated.thing.qualifier in ("", "only", "just") and stated.thing.number > 0


def _differ(one: Duration, two: Duration) -> bool:
    """Whether two lengths are not the same: counting the first and last day allows one."""
    if one.unit == two.unit:
        return abs(one.number - two.number) > (
            1 if one.unit in ("day", "night") and min(one.number, two.number) > 3 else 0
        )
    return abs(one.days - two.days) > 0.15 * max(one.days, two.days)


def _named(ledger: Ledger, told: set[int]) -> Iterator[Finding]:
    """ "A four-day military confrontation", "26 days of military confrontation"."""
    by_thing: dict[str, list[Stated[Duration]]] = defaultdict(list)
    for stated in ledger.durations:
        if stated.thing.role == "length" and _sure(stated) and (head := _head(stated.thing.of)):
            for key in {head, _first(stated.thing.of)}:
                by_thing[key].append(stated)
    for things in by_thing.values():
        for one, two in itertools.combinations(things, 2):
            shared = _words(one.thing.of) & _words(two.thing.of)
            if one.sentence is not two.sentence and not _differ(one.thing, two.thing):
                continue
            known = _first(one.thing.of) == _first(two.thing.of) and ledger.text[
                max(0, two.span.start - 5) : two.span.start
            ].endswith(("The ", " the "))
            specific = len(shared) >= 2 or bool(_EVENT.fullmatch(_head(one.thing.of))) or bool(known)
            if _differ(one.thing, two.thing) and specific and not {one.span.start, two.span.start} & told:
                told.update((one.span.start, two.span.start))
                places = [_place(s) for s in (one, two)]
                yield _two_lengths(ledger, "two", (one, two), (places[0], places[1]))
                break


def _two_lengths(
    ledger: Ledger, rule: str, lengths: tuple[Stated[Duration], Stated[Duration]], places: tuple[Span, Span]
) -> Finding:
    """Both lengths; where they are told in one unit, the number of each may be written at the other."""
    text = ledger.text
    (one, number_one), (two, number_two) = sorted(
        zip(places, (_number(text, length) for length in lengths), strict=True), key=lambda pair: pair[0]
    )
    first, second = lengths[0].thing, lengths[1].thing
    alike = first.unit == second.unit and min(first.number, second.number) > 1
    return conflict(
        ledger,
        rule,
        one,
        two,
        keep=alike,
        swaps=(number_one, number_two),
        length=one.of(text),
        other=two.of(text),
    )


def _number(text: str, length: Stated[Duration]) -> Span:
    """The number of a length, as it is written: "four" of "four-day"."""
    written = _NUMBER.match(length.span.of(text))
    return Span(length.span.start, length.span.start + (written.end() if written else len(length.span)))


def _first(of: str) -> str:
    return lemma(of.split(maxsplit=1)[0])


def _place(stated: Stated[Duration]) -> Span:
    """The length with what it measures, as far as that is named."""
    if not stated.thing.of_span:
        return stated.span
    kept = 0
    for match in re.finditer(r"[\w’'-]+", stated.thing.of):
        if match[0] in stop_words() or match[0].endswith("ly"):
            break
        kept = match.end()
    start = stated.at(stated.thing.of_span).start
    if start < stated.span.start:
        return Span(start, stated.span.end)
    return Span(stated.span.start, start + kept) if kept else stated.span


def _words(of: str) -> set[str]:
    return {lemma(word) for word in of.split() if word not in stop_words()}


def _head(of: str) -> str:
    """The noun of "military confrontation which erupted": the last word before one that only binds."""
    words: list[str] = []
    for word in of.split():
        if word in stop_words() or word.endswith("ly"):
            break
        words.append(word)
    named = [word for word in words if _EVENT.fullmatch(word)]
    return lemma(named[0] if named else words[-1]) if words else ""


def _going_on(ledger: Ledger, told: set[int]) -> Iterator[Finding]:
    """How long the article's event has gone on: "now five days old", "a struggle that has gone on for nine days"."""
    text = ledger.text
    lengths = []
    for stated in ledger.durations:
        duration = stated.thing
        if (
            duration.role not in ("age", "going on")
            or not _sure(stated)
            or duration.unit not in ("hour", "day", "week", "month")
        ):
            continue
        lead = text[stated.sentence.span.start : stated.span.start]
        if (
            _PERSON.search(lead)
            or not _EVENT.search(lead)
            or (duration.role == "age" and stated.span.of(text).count("-") > 1)
        ):
            continue
        if duration.role == "going on" and not re.search(r"\b(?:has|have|now)\b[^,;]{0,30}$", lead):
            continue
        lengths.append(stated)
    for one, two in itertools.combinations(lengths, 2):
        if one.thing.unit == two.thing.unit and abs(one.thing.number - two.thing.number) > 1:
            yield _two_lengths(ledger, "going_on", (one, two), (one.span, two.span))
            return
