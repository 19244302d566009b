"""A time that is said to lie between two dates, and does not."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence

from editor import resources
from editor.article import Span
from editor.checks._conflict import conflict
from editor.checks._counted import counted
from editor.checks._moments import Days, bare_weekday, days
from editor.finding import Finding
from editor.ledger import Ledger, Sentence, Stated
from editor.reading import numbers
from editor.reading.dates import Date
from editor.reading.durations import Duration
from editor.reading.lemmas import lemma
from editor.reading.patterns import cued, lazy
from editor.reading.times import Time

_SIGNS = {"later": 1, "afterwards": 1, "after": 1, "on": 1, "earlier": -1, "before": -1, "previously": -1, "ago": -1}
_LATER = lazy(
    r",? (?P<way>later|earlier|before(?= that|,? on\b)|after(?= that)|afterwards|previously)(?: that)?,? ?"
    r"(?:(?:early|late) )?(?:(?:on|in|at|by) )?(?:the (?:morning|evening|night|afternoon) of )?(?P<weekday>\w+day,? )?"
)
_EVENT = lazy(
    r" (?P<way>before|after) (?:the |his |her |its |their |that |this )(?P<noun>[a-z][a-z-]+)\b(?P<rest>[^.;]{0,40})"
)
_TOLD = lazy(r" (?P<way>before|after) (?P<noun>(?:[a-z’'-]+ ){1,10}?[a-z’'-]+)(?=,|\.|;| on (?:\d|[A-Z]))(?P<rest>)")
_TO_DATE = lazy(r",? (?:just |exactly |only |about |some |or )?(?:and )?")
TOLERANCE = {"day": 1.0, "night": 1.0, "week": 4.0, "fortnight": 4.0, "month": 16.0, "year": 200.0, "decade": 800.0}
"""How many days a length of time in a unit may be out."""


def check(ledger: Ledger) -> Iterator[Finding]:
    spans = [s for s in ledger.durations if s.thing.role in ("later", "ago", "before", "after") and _plain(s.thing)]
    told: list[Span] = []
    for stated in spans:
        for way in (_between, _from_event, _from_clause, _from_time):
            for found in way(ledger, stated):
                told.append(found.span.to(found.evidence[0].span) if found.evidence else found.span)
                yield found
    yield from (found for found in counted(ledger) if not any(place.touches(found.span) for place in told))
    yield from _ago(ledger)
    yield from _anniversaries(ledger)


def _plain(duration: Duration) -> bool:
    return duration.qualifier in ("", "only", "just") and duration.number > 0


def _between(ledger: Ledger, stated: Stated[Duration]) -> Iterator[Finding]:
    """ "Let go on 4 March, … a fortnight later, on 19 January"."""
    match = _LATER.match(ledger.text, stated.span.end)
    if not match or stated.thing.unit not in TOLERANCE:
        return
    number = stated.sentence.number
    near = [d for n in (number - 1, number) for d in ledger.dates_in.get(n, ())]
    ends = {match.end(), match.end() + 1, match.start("weekday")}
    target = next((d for d in near if d.span.start in ends and d.sentence.number == number), None)
    if target is None:
        target = next(
            (d for d in near if d.span.end <= stated.span.start and _TO_DATE.fullmatch(ledger.text, d.span.end,
             stated.span.start)), None,
        )  # fmt: skip
    meant = days(ledger, target) if target else None
    if target is None or ledger.quoted(target):
        return
    if meant is None:
        yield from _weekdays(ledger, stated, target, near, _SIGNS[match["way"]])
        return
    shift = _SIGNS[match["way"]] * stated.thing.days
    bases = [d for d in near if d is not target and d.span.start < stated.span.start]
    known = [(d, when) for d in bases if (when := days(ledger, d)) and _as_fine(d.thing, stated.thing)]
    if not known or any(_fits(when, shift, meant, stated.thing.unit) for _, when in known):
        return
    if any(not _as_fine(d.thing, stated.thing) for d in bases if d.thing.year or d.thing.month):
        return
    base = known[-1][0]
    yield conflict(
        ledger, "later", base.span, target.span, keep=False,
        said=stated.span.of(ledger.text).lower(), way=match["way"],
    )  # fmt: skip


def _weekdays(
    ledger: Ledger, stated: Stated[Duration], target: Stated[Date], near: Sequence[Stated[Date]], sign: int
) -> Iterator[Finding]:
    """ "Went missing on Tuesday; three days later, on Wednesday, he was found": of whatever week."""
    before = [d for d in near if d.span.start < stated.span.start and d is not target]
    if (
        stated.thing.unit not in ("day", "week")
        or not before
        or not all(bare_weekday(d.thing) for d in (target, *before))
    ):
        return
    way = "later" if sign > 0 else "earlier"
    if _weekdays_differ(before[-1].thing, sign * stated.thing.days, target.thing, stated.thing.unit):
        yield conflict(
            ledger, "later", before[-1].span, target.span, keep=False, said=stated.span.of(ledger.text).lower(), way=way
        )


_CLAUSE = lazy(r" (?P<way>before|after) (?P<clause>[^.;:()]{4,90})")
_OWN = lazy(r",? (?:which (?:was|is|came) )?(?:just |exactly |only |and )?")
_MAIN = lazy(r",? [^.;:()]{3,90}?\b(?:on|in) $")


def _from_clause(ledger: Ledger, stated: Stated[Duration]) -> Iterator[Finding]:
    """ "Resigned on 4 May, a day after the report was published on 12 May": each date is of one end."""
    text, sentence = ledger.text, stated.sentence
    match = _CLAUSE.match(text, stated.span.end)
    if not match or stated.thing.unit not in TOLERANCE:
        return
    inside = [d for d in ledger.dates_in.get(sentence.number, ()) if _as_fine(d.thing, stated.thing)]
    later = [d for d in inside if match.start("clause") < d.span.start]
    clause = later[0] if later and text[later[0].span.start - 4 : later[0].span.start] in (" on ", " in ") else None
    if (
        clause is None
        or clause.span.end > match.end("clause")
        or text[match.start("clause") : clause.span.start].count(",")
    ):
        return
    own = next((d for d in inside if _OWN.fullmatch(text, d.span.end, stated.span.start)), None)
    if own is None and stated.span.start - sentence.span.start < 12 and len(later) > 1:
        own = later[1] if _MAIN.fullmatch(text, clause.span.end, later[1].span.start) else None
    one, two = (days(ledger, own), days(ledger, clause)) if own else (None, None)
    if own is None or one is None or two is None or len(inside) > 2 or ledger.quoted(own):
        return
    shift = stated.thing.days if match["way"] == "after" else -stated.thing.days
    if not _fits(two, shift, one, stated.thing.unit):
        yield conflict(ledger, "clause", own.span, clause.span, keep=False, said=stated.span.of(text), way=match["way"])


def _as_fine(date: Date, duration: Duration) -> bool:
    """Whether a date says enough to be counted from in the unit."""
    if duration.unit in ("year", "decade"):
        return bool(date.year or date.month)
    if duration.unit == "month":
        return bool(date.month)
    return bool(date.day or date.weekday is not None)


def _fits(base: Days, shift: float, meant: Days, unit: str) -> bool:
    slack = TOLERANCE[unit]
    return meant[0] - slack <= base[1] + shift and base[0] + shift <= meant[1] + slack


@functools.cache
def _classes() -> dict[str, frozenset[str]]:
    """The nouns by which one event may be called, by each of them."""
    found: dict[str, frozenset[str]] = {}
    for (row,) in resources.rows("lexicon", "en", "event_nouns.tsv"):
        nouns = frozenset(row.split())
        for noun in nouns:
            found[noun] = found.get(noun, frozenset()) | nouns
    return found


REACH = 90
"""How far, in characters, an event's date may stand from its noun."""


def _from_event(ledger: Ledger, stated: Stated[Duration]) -> Iterator[Finding]:
    """ "On 10 March, two days before the storm", which came on 8 March; "a week after they had signed it, on 3 May"."""
    match = _EVENT.match(ledger.text, stated.span.end)
    names = _named(match["noun"]) if match else None
    if not names:
        match = _TOLD.match(ledger.text, stated.span.end)
        names = next((found for word in _words(match["noun"]) if (found := _named(word))), None) if match else None
    if not match or not names:
        return
    if stated.thing.unit in ("minute", "hour"):
        yield from _clock(ledger, stated, match, names)
        return
    if stated.thing.unit not in TOLERANCE:
        return
    own = _beside(ledger.dates, ledger.text, stated, match)
    meant = days(ledger, own) if own else None
    if own is None or not _as_fine(own.thing, stated.thing):
        return
    shift = stated.thing.days if match["way"] == "before" else -stated.thing.days
    told = [
        d for d in ledger.dates
        if d is not own and _as_fine(d.thing, stated.thing) and _of(ledger, d, names, own.sentence)
    ]  # fmt: skip
    known = [(d, when) for d in told if (when := days(ledger, d))]
    whole = own.span.to(Span(stated.span.start, match.end("noun")))
    what = match["noun"] if " " not in match["noun"] else next(w for w in _words(match["noun"]) if _named(w))
    if meant is None:
        if told and all(_weekdays_differ(own.thing, shift, d.thing, stated.thing.unit) for d in told):
            yield conflict(ledger, "event", told[0].span, whole, keep=False, what=what)
    elif known and not any(_fits(meant, shift, when, stated.thing.unit) for _, when in known):
        yield conflict(ledger, "event", known[0][0].span, whole, keep=False, what=what)


def _named(word: str) -> frozenset[str] | None:
    """The words by which the event of a word may be called; None where it is no event's."""
    return _classes().get(word) or _classes().get(lemma(word))


@functools.cache
def _idioms() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((cued(words), verb) for words, verb in resources.rows("lexicon", "en", "event_idioms.tsv"))


def _words(text: str) -> list[str]:
    """The words of a text, turns of words that tell of an event as the verb that names it."""
    for idiom, verb in _idioms():
        text = idiom.sub(verb, text)
    return re.findall(r"[a-z][a-z-]+", text)


def _weekdays_differ(base: Date, shift: float, other: Date, unit: str) -> bool:
    """Whether two weekdays of weeks that nothing tells can't lie so many days apart."""
    if not bare_weekday(base) or not bare_weekday(other) or unit not in ("day", "week"):
        return False
    return (int(base.weekday or 0) + int(shift) - int(other.weekday or 0)) % 7 != 0


def _beside(
    dates: Sequence[Stated[Date]], text: str, stated: Stated[Duration], match: re.Match[str]
) -> Stated[Date] | None:
    """The date that stands right before the length of time, or right after the event that it is counted from."""
    for date in dates:
        if date.sentence.number != stated.sentence.number:
            continue
        if date.span.end <= stated.span.start and _TO_DATE.fullmatch(text, date.span.end, stated.span.start):
            return date
        if date.span.start >= match.end("noun") and re.fullmatch(r",? on ", text[match.end("noun") : date.span.start]):
            return date
    return None


def _of(ledger: Ledger, date: Stated[Date], names: frozenset[str], own: Sentence) -> bool:
    """Whether a date is said of the event: its noun stands near, before the date in its sentence."""
    if date.sentence.number == own.number:
        return False
    lead = ledger.text[max(date.sentence.span.start, date.span.start - REACH) : date.span.start].lower()
    if re.search(r"\b(?:before|after|since|until|ahead|following|inquiry|warning|report|anniversary)\b", lead):
        return False
    return any(word in names or lemma(word) in names for word in _words(lead))


def _clock(ledger: Ledger, stated: Stated[Duration], match: re.Match[str], names: frozenset[str]) -> Iterator[Finding]:
    """ "At 3.40am, seven minutes before the alarm went dead", which was cut at 3.12am."""
    text = ledger.text
    shift = stated.thing.days * 1440 * (1 if match["way"] == "before" else -1)
    own: tuple[Time, Span] | None = None
    others: list[tuple[Time, Span]] = []
    for time, place, sentence in clock(ledger):
        if sentence.number == stated.sentence.number and _TO_DATE.fullmatch(text, place.end, stated.span.start):
            own = time, place
        elif sentence.number != stated.sentence.number:
            lead = text[max(sentence.span.start, place.start - 60) : place.start].lower()
            if any(w in names for w in re.findall(r"[a-z][a-z-]+", lead)):
                others.append((time, place))
    if own and others and all(not _same_time(own[0].minutes + shift, time, own[0]) for time, _ in others):
        yield conflict(
            ledger, "event", others[0][1], own[1].to(Span(stated.span.start, match.end("noun"))), keep=False,
            what=match["noun"],
        )  # fmt: skip


def _same_time(minutes: float, other: Time, own: Time) -> bool:
    day = 1440 if other.half and own.half else 720
    apart = abs(minutes - other.minutes) % day
    return min(apart, day - apart) <= 2


def clock(ledger: Ledger) -> Iterator[tuple[Time, Span, Sentence]]:
    """Every time of day of the article, at its place."""
    for paragraph in ledger.paragraphs:
        found = paragraph.read.times
        for time in found:
            place = paragraph.at(time.span)
            sentence = next(
                (s for s in ledger.sentences_of.get(paragraph.start, ()) if s.within.end >= time.span.end), None
            )
            if sentence:
                yield time, place, sentence


def _from_time(ledger: Ledger, stated: Stated[Duration]) -> Iterator[Finding]:
    """ "At 3.40am, ten minutes before the alarm went off at 3.12am"."""
    text = ledger.text
    match = _CLAUSE.match(text, stated.span.end)
    if not match or stated.thing.unit not in ("minute", "hour"):
        return
    own = other = None
    for time, place, sentence in clock(ledger):
        if sentence.number != stated.sentence.number:
            continue
        if _OWN.fullmatch(text, place.end, stated.span.start):
            own = time, place
        elif place.start > match.start("clause") and text[: place.start].endswith(" at ") and other is None:
            other = time, place
    if own and other and not re.search(r"[.;:,()]", text[match.start("clause") : other[1].start]):
        shift = stated.thing.days * 1440 * (1 if match["way"] == "before" else -1)
        if not _same_time(own[0].minutes + shift, other[0], own[0]):
            yield conflict(ledger, "clause", own[1], other[1], keep=False, said=stated.span.of(text), way=match["way"])


_YEARS = lazy(r"\b(?:(?P<n>\d{1,3})(?:st|nd|rd|th)|(?P<word>[a-z]+)) (?:anniversary|birthday|edition)\b", re.IGNORECASE)
_SINCE = lazy(
    r"\b(?:founded|established|formed|born|opened|built|set up|created|launched|first held|began|started|signed|married"
    r"|anniversary of the)\b[^.;]{0,30}$"
)


def _anniversaries(ledger: Ledger) -> Iterator[Finding]:
    """ "Founded in 1950, it marked its 60th anniversary in 2015"."""
    text = ledger.text
    for number, dates in ledger.dates_in.items():
        years = [d for d in dates if d.thing.year and not d.thing.years]
        sentence = ledger.sentences[number]
        match = _YEARS.search(text, sentence.span.start, sentence.span.end) if len(years) == 2 else None
        if not match or "edition" in match[0]:
            continue
        count = int(match["n"]) if match["n"] else numbers.ORDINALS.get(match["word"].lower(), 0)
        one, two = sorted(years, key=lambda d: d.thing.year or 0)
        assert one.thing.year
        assert two.thing.year
        since = _SINCE.search(text[max(sentence.span.start, one.span.start - 60) : one.span.start])
        if not count or not since or ledger.quoted(one) or two.thing.year - one.thing.year == count:
            continue
        yield conflict(
            ledger, "anniversary", one.span, Span(*match.span()), two.span, keep=False, year=two.thing.year,
            right=two.thing.year - one.thing.year,
        )  # fmt: skip


_AGO_BEFORE = lazy(r",? (?:some |about |almost |nearly |just |more than |over |exactly |only )?")
_AGO_AFTER = lazy(r" ago,? (?:back )?in (?:\w+ )?")


def _ago(ledger: Ledger) -> Iterator[Finding]:
    """ "In 1974, fifty-two years ago", against the article's own year."""
    if not ledger.day:
        return
    for stated in ledger.durations:
        if stated.thing.role != "ago" or stated.thing.unit not in ("year", "decade") or not _plain(stated.thing):
            continue
        text = ledger.text
        after = _AGO_AFTER.match(text, stated.span.end)
        for date in ledger.dates:
            if not date.thing.year or date.sentence.number != stated.sentence.number or ledger.quoted(date):
                continue
            ahead = after is not None and after.end() == date.span.start
            behind = date.span.end <= stated.span.start and _AGO_BEFORE.fullmatch(
                text, date.span.end, stated.span.start
            )
            if not (ahead or (behind and text.startswith(" ago", stated.span.end))):
                continue
            years = stated.thing.days / 365.25
            if abs(ledger.day.year - date.thing.year - years) > (1 if years < 100 else 5):
                yield conflict(
                    ledger, "ago", date.span, stated.span, keep=False, year=ledger.day.year,
                    right=ledger.day.year - date.thing.year,
                )  # fmt: skip
