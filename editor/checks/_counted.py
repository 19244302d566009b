"""So long before or after an event that the article dates elsewhere, in other words: "ten minutes after his call"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from editor.article import Span
from editor.checks._conflict import conflict
from editor.checks._episodes import UNITS
from editor.checks._happenings import DAY, Moment, Told, events_of, moments
from editor.finding import Finding
from editor.ledger import Ledger, Stated
from editor.reading.durations import Duration
from editor.reading.lemmas import common_words
from editor.reading.patterns import lazy

_WAY = lazy(r" (?P<way>before|after|following|since) (?P<what>(?:[^.,;:()—]|(?<=\d)\.(?=\d)|(?<=[ap])\.(?=m)){3,80})")
_ANAPHOR = lazy(r"(?:that|this|his|her|its|their|the) (?P<noun>[a-z-]+)$")
_NOT_OWN = lazy(r"\b(?:until|till|by|since|before|after)(?: \w+)? $")
_PRESENT = lazy(
    r"\b(?:is|are|has|have|will|still|remains?|today|now"
    r"|this (?:week|month|year)|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)


def _untold(ledger: Ledger, stated: Stated[Duration], match: re.Match[str], base: Moment, told: Told) -> Finding | None:
    """ "Filed for insolvency on 9 March … the petition came a day after bailiffs had sealed the shop, on 11 March"."""
    text, sentence = ledger.text, stated.sentence
    main = text[sentence.span.start : stated.span.start]
    if re.search(r"[;:“”]", main) or _NOT_OWN.search(text[: base.span.start][-16:]):
        return None
    classes, families = events_of(main)
    linked = [
        m for m in _linked(told, classes, families - common_words(), False)
        if abs(m.sentence.number - sentence.number) in (1, 2) and _as_fine(m, stated.thing) and m is not base
    ]  # fmt: skip
    shift = stated.thing.days * DAY * (-1 if match["way"] == "before" else 1)
    if len(linked) != 1 or any(_fits(base, m, shift, stated.thing) for m in linked):
        return None
    place = Span(stated.span.start, base.span.end)
    return conflict(ledger, "event", linked[0].span, place, keep=False, what=main.strip())


_NAMED = lazy(r"[A-ZÀ-Þ][\w’'-]+")
_ON = lazy(r", on ")
_WHICH = lazy(r", (?:which|when|that) (?:had |was |were )?\w+(?: \w+)? (?:in|on) ")
_DATELINE = lazy(r" [—–-] |: ")
NEAR = 3
"""How many sentences back the one other time of day may stand that "that broadcast" is taken to speak of."""


def counted(ledger: Ledger) -> Iterator[Finding]:
    """Every length of time from or to an event that does not fit the time which the article gives for the event."""
    told: Told | None = None
    for stated in ledger.durations:
        thing = stated.thing
        if thing.role == "later" and thing.unit in ("minute", "hour") and thing.number:
            told = told or moments(ledger)
            if found := _later(ledger, stated, told):
                yield found
            continue
        if thing.role not in ("before", "after", "") or thing.unit not in UNITS or not thing.number:
            continue
        match = _WAY.match(ledger.text, stated.span.end)
        if not match or ledger.quoted(stated):
            continue
        told = told or moments(ledger)
        if found := _count(ledger, stated, match, told):
            yield found


def _count(ledger: Ledger, stated: Stated[Duration], match: re.Match[str], told: Told) -> Finding | None:
    text, sentence, thing = ledger.text, stated.sentence, stated.thing
    clock = thing.unit in ("minute", "hour")
    inside = [m for m in told.by_sentence.get(sentence.number, ()) if _as_fine(m, thing)]
    what = match["what"]
    until = min([m.span.start for m in inside if m.span.start >= match.start("what")], default=match.end("what"))
    dated = [m for m in inside if match.start("what") <= m.span.start < match.end("what")]
    before = [m for m in inside if m.span.end <= stated.span.start]
    own: Moment | None = before[-1] if before else None
    opens = len(_DATELINE.split(text[sentence.span.start : stated.span.start])[-1]) < 14
    if own is None and opens:
        after = [m for m in inside if m.span.start >= match.end("what")]
        own = after[0] if len(after) == 1 and not _NOT_OWN.search(text[: after[0].span.start][-16:]) else None
    if not dated and opens and (which := _WHICH.match(text, match.end())):
        dated = [m for m in inside if which.end() <= m.span.start <= which.end() + 45]
        own = None if own in dated else own
    if dated and own is None and opens:
        return _from_now(ledger, stated, match, dated, opens)
    beside = [m for m in inside if 0 <= m.span.start - match.end("what") < 8 and m.date]
    if beside and own is None and not opens and thing.unit in ("day", "week") and _ON.match(text, match.end("what")):
        return _untold(ledger, stated, match, beside[0], told)
    if dated or (own and _NOT_OWN.search(text[: own.span.start][-16:])):
        return None
    if own and not opens and not _goes_on(text[own.span.end : stated.span.start]):
        return None
    what = text[match.start("what") : min(until, match.end("what"))]
    classes, families = events_of(what)
    # Names tell who was there, not what happened.
    families -= common_words() | events_of(" ".join(_NAMED.findall(what)))[1]
    head = _ANAPHOR.match(what.strip())
    linked = [
        m for m in _linked(told, classes, families, bool(head))
        if m is not own and _as_fine(m, thing)
        and not (m.sentence.number == sentence.number and m.span.start > stated.span.start)
    ]  # fmt: skip
    if not linked and clock and head and own:
        back = [
            m for n in range(max(0, sentence.number - NEAR), sentence.number + 1) for m in told.by_sentence.get(n, ())
            if m.time and m.span.start < own.span.start
        ]  # fmt: skip
        linked = back if len(back) == 1 and what.startswith(("that ", "this ")) else []
    if not linked or len(linked) > 4:
        return None
    if own is None:
        return _from_now(ledger, stated, match, linked, opens)
    shift = thing.days * DAY * (-1 if match["way"] == "before" else 1)
    if any(_fits(one, own, shift, thing) for one in linked):
        return None
    near = min(linked, key=lambda m: abs(m.sentence.number - sentence.number))
    whole = own.span.to(Span(stated.span.start, match.start("what") + len(what.rstrip())))
    return conflict(ledger, "event", near.span, whole, keep=False, what=what.strip())


def _later(ledger: Ledger, stated: Stated[Duration], told: Told) -> Finding | None:
    """ "The alarm was raised at 1.15am. The boat was launched at 2.05am, fifteen minutes later"."""
    text, number = ledger.text, stated.sentence.number
    if not text.startswith(" later", stated.span.end) or ledger.quoted(stated):
        return None
    clocks = [m for n in range(max(0, number - 2), number + 1) for m in told.by_sentence.get(n, ()) if m.time]
    own = next(
        (m for m in clocks if m.sentence.number == number and _BESIDE.fullmatch(text, m.span.end, stated.span.start)),
        None,
    )
    if own is None:
        rest = text[stated.span.end : stated.span.end + 20]
        own = next((m for m in clocks if 0 <= m.span.start - stated.span.end < 20 and _AT.match(rest)), None)
    earlier = [m for m in clocks if own and m.span.start < own.span.start]
    if own is None or not earlier:
        return None
    if any(_fits(one, own, stated.thing.days * DAY, stated.thing) for one in earlier):
        return None
    said = stated.span.of(text)
    return conflict(ledger, "later", earlier[-1].span, own.span, keep=False, said=said, way="later")


_BESIDE = lazy(r",? (?:(?:some|just|only|about|barely|exactly|almost|nearly|a|an|bare|mere|full|good|or|and) )*")
_AT = lazy(r" later,? at ")
GUESSED, YEAR = 12, 365.25 * DAY
"""How many years a date that tells none may be from the one it is read as; a year's minutes."""
OFTEN = 30
"""A word that so many dated clauses share tells none from another."""


def _linked(told: Told, classes: frozenset[int], families: frozenset[str], anaphoric: bool) -> list[Moment]:
    """The moments at which an event happened that words name: by its class, by its one noun, or by two words."""
    by_class, by_family = told.events
    found = {m.span: m for kind in classes for m in by_class.get(kind, ())[:OFTEN]}
    shared: dict[Span, int] = {}
    for word in families:
        ones = by_family.get(word, ())
        for moment in ones if len(ones) < OFTEN else ():
            shared[moment.span] = shared.get(moment.span, 0) + 1
            if anaphoric or shared[moment.span] > 1:
                found[moment.span] = moment
    return [found[span] for span in sorted(found)]


def _goes_on(between: str) -> bool:
    """Whether a length of time belongs to the time before it: no other clause stands between."""
    return len(between) < 70 and not re.search(r"[;:()]|\b(?:but|while|who|where|although)\b", between)


def _as_fine(moment: Moment, thing: Duration) -> bool:
    if thing.unit in ("minute", "hour"):
        return moment.time is not None
    if moment.date is None:
        return False
    if thing.unit in ("year", "decade"):
        return moment.first is not None
    if thing.unit == "month":
        return bool(moment.date.month) and moment.first is not None
    return moment.first is not None and moment.last is not None and moment.last - moment.first <= 2 * DAY


def _fits(base: Moment, own: Moment, shift: float, thing: Duration) -> bool:
    unit = UNITS[thing.unit]
    if thing.unit in ("minute", "hour"):
        assert base.time
        assert own.time
        day = DAY if base.time.half and own.time.half else DAY // 2
        off = abs(base.time.minutes + shift - own.time.minutes) % day
        slack = max(2.0 if unit == 1 else 40.0, 0.15 * abs(shift))
        slack *= 2 if thing.qualifier not in ("", "only", "just") else 1
        near = min(off, day - off) <= slack
        passed = (
            (own.time.minutes - base.time.minutes) % day if shift > 0 else (base.time.minutes - own.time.minutes) % day
        )
        return near or _loosely(thing, abs(shift), passed, passed)
    assert base.first is not None
    assert base.last is not None
    assert own.first is not None
    assert own.last is not None
    slack = max(
        {"day": 1.0 * DAY, "night": 1.0 * DAY, "week": 5.0 * DAY}.get(thing.unit, 0.7 * unit), 0.08 * abs(shift)
    )
    slack *= 2 if thing.qualifier not in ("", "only", "just") else 1
    least, most = own.first - base.last, own.last - base.first
    # Which year a date means that tells none is a guess: any that fits will do.
    guessed = any(m.date and m.date.month and not m.date.year for m in (base, own))
    for years in range(-GUESSED, GUESSED + 1) if guessed else (0,):
        if least - slack <= shift + years * YEAR <= most + slack:
            return True
    return _loosely(thing, abs(shift), *((least, most) if shift > 0 else (-most, -least)))


def _loosely(thing: Duration, said: float, least: float, most: float) -> bool:
    """Whether "more than" or "less than" lets the length through."""
    if thing.qualifier in ("more than", "over", "at least"):
        return said <= most
    return thing.qualifier in ("less than", "fewer than", "under", "up to") and most >= 0 and least <= said


def _from_now(
    ledger: Ledger, stated: Stated[Duration], match: re.Match[str], linked: Sequence[Moment], opens: bool
) -> Finding | None:
    """ "Twenty years after the flood … the last trailer is to go", in an article of 29 years after it."""
    text = ledger.text
    if match["way"] != "after" or stated.thing.unit not in ("year", "decade") or not ledger.day or not opens:
        return None
    main = text[
        linked[0].span.end
        if linked[0].span.start < match.end() + 1 and linked[0].span.start > stated.span.start
        else match.end() : stated.sentence.span.end
    ]
    if not _PRESENT.search(main[:120]) or re.search(r"\b(?:had|was|were)\b", main[:60]):
        return None
    now = DAY * float(ledger.day.toordinal())
    known = [m for m in linked if m.first is not None and m.last is not None and m.date and m.date.year]
    said = stated.thing.days * DAY
    slack = max(UNITS["year"], 0.1 * said)
    if not known or any(
        now - (m.last or 0) - slack <= said <= now - (m.first or 0) + slack for m in linked if m.first is not None
    ):
        return None
    place = Span(stated.span.start, match.end())
    return conflict(ledger, "event", known[0].span, place, keep=False, what=match["what"].strip())
