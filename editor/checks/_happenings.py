"""What an article tells to have happened at a date or a time of day: its moments, each with the words of its clause."""

from __future__ import annotations

import functools
import re
import weakref
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from editor import resources
from editor.article import Span
from editor.checks._moments import bare_weekday, days
from editor.ledger import Ledger, Sentence, Stated, alone
from editor.reading.dates import Date
from editor.reading.lemmas import family, stop_words
from editor.reading.paragraph import Reading
from editor.reading.patterns import cued, lazy, telling
from editor.reading.times import Time

DAY = 1440
"""Minutes of a day."""


class Moment(NamedTuple):
    """A date, a time of day or both, as one clause tells it."""

    span: Span
    sentence: Sentence
    lead: str
    """What the clause says before it, at most `CLAUSE` characters."""
    rest: str
    """What the clause says after it."""
    date: Date | None
    first: float | None
    """Minutes, counted from an unsaid day far back, of the earliest that it may mean; None where no day is known."""
    last: float | None
    time: Time | None
    closes: bool
    """Whether it ends a range that the moment before it opens."""

    @property
    def told(self) -> str:
        """The words that say what happened then: those before it, or those after where none are before."""
        says = any(word not in stop_words() for word in _WORD.findall(self.lead.lower()))
        return self.lead if says else f"{self.lead} {self.rest}"

    def minutes(self) -> tuple[float, float] | None:
        """The first and last minute that it may mean, of a day that may not be known."""
        if self.first is not None and self.last is not None:
            return self.first, self.last
        return (float(self.time.minutes), float(self.time.minutes)) if self.time else None


CLAUSE = 110
_WORD = lazy(r"[^\W\d_][\w’'-]*")
_CUT = lazy(r"[;:()—\n]|(?<=[a-z]) – ")
_JOIN = lazy(r",? (?:on |of |early |late )*(?:the (?:morning|evening|night|afternoon) of )?")
_TO = lazy(
    r"\s?(?:to|until|till|through|–|-|—)\s?(?:at |on )?|,? (?:to|until|till) (?:his|her|its|their|the|at|on) .{0,30}"
)


class _Spoken(NamedTuple):
    """A moment with the words that say what happened then, all of its clause, and whether they go on from "it"."""

    moment: Moment
    words: str
    clause: str
    it: bool


MANY = 12
"""How many moments of one sentence are read: more of them are a table."""


class Told:
    """All moments of an article outside quoted words, by sentence, by what begins or ends and by what happens."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.by_sentence: dict[int, list[Moment]] = {}
        for moment in _moments(ledger):
            self.by_sentence.setdefault(moment.sentence.number, []).append(moment)
        self._phases: dict[Kind, tuple[list[Moment], list[Moment]]] = {}

    def phases(self, kind: Kind) -> tuple[list[Moment], list[Moment]]:
        """The moments at which something of a kind begins, and those at which it ends."""
        if kind not in self._phases:
            found: tuple[list[Moment], list[Moment]] = ([], [])
            for spoken in self._spoken:
                if phase := _phase(self.ledger, kind, spoken):
                    found[phase == "end"].append(spoken.moment)
            self._phases[kind] = found
        return self._phases[kind]

    @functools.cached_property
    def _spoken(self) -> list[_Spoken]:
        told = ((moment, moment.told) for inside in self.by_sentence.values() for moment in inside)
        return [_Spoken(m, words, f"{m.lead} {m.rest}", _IT.search(words) is not None) for m, words in told]

    @functools.cached_property
    def events(self) -> tuple[dict[int, list[Moment]], dict[str, list[Moment]]]:
        """The moments by the classes of their events, and by the families of their words."""
        classes: dict[int, list[Moment]] = {}
        families: dict[str, list[Moment]] = {}
        for inside in self.by_sentence.values():
            for moment in inside:
                if moment.closes or _RELATED.search(moment.lead):
                    continue
                kinds, kin = events_of(f"{moment.lead} {moment.rest}")
                for kind in kinds:
                    classes.setdefault(kind, []).append(moment)
                for word in kin:
                    families.setdefault(word, []).append(moment)
        return classes, families


_RELATED = lazy(r"\b(?:after|before|since|until|following|anniversary)\b")
_KEPT: weakref.WeakKeyDictionary[Ledger, Told] = weakref.WeakKeyDictionary()


def moments(ledger: Ledger) -> Told:
    """What an article tells to have happened when; kept as long as the ledger is."""
    kept = _KEPT.get(ledger)
    if kept is None:
        kept = _KEPT[ledger] = Told(ledger)
    return kept


class _Part(NamedTuple):
    """A moment as its paragraph alone tells it: places and numbers are the paragraph's."""

    nth: int
    """The number of its sentence."""
    span: Span
    date: Span | None
    time: Time | None
    lead: str
    rest: str
    closes: bool


def _moments(ledger: Ledger) -> Iterator[Moment]:
    dates = {stated.span: stated for stated in ledger.dates}
    for sentence, part in ledger.by_sentence(_parts):
        paragraph, time = sentence.paragraph, part.time
        stated = dates[paragraph.at(part.date)] if part.date else None
        first = last = None
        if stated and (when := days(ledger, stated)):
            first, last = DAY * float(when[0]), DAY * float(when[1]) + DAY - 1
            if time and when[0] == when[1]:
                first = last = first + time.minutes
        date, span = stated.thing if stated else None, paragraph.at(part.span)
        yield Moment(span, sentence, part.lead, part.rest, date, first, last, time, part.closes)


_Found = tuple[Span, Sentence, Stated[Date] | None, Time | None]


def _parts(read: Reading) -> list[_Part]:
    """The moments that a paragraph tells of, each with the words of its clause."""
    ledger = alone(read)
    by_sentence: dict[int, list[_Found]] = {}
    for stated in ledger.dates:
        by_sentence.setdefault(stated.sentence.number, []).append((stated.span, stated.sentence, stated, None))
    for time in read.times:
        sentence = next((s for s in ledger.sentences if s.within.end >= time.span.end), None)
        if sentence:
            by_sentence.setdefault(sentence.number, []).append((time.span, sentence, None, time))
    few = [
        sorted(by_sentence[nth], key=lambda one: one[0]) for nth in sorted(by_sentence) if len(by_sentence[nth]) <= MANY
    ]
    return [part for found in few for part in _clauses(read, found)]


def _clauses(read: Reading, found: Sequence[_Found]) -> Iterator[_Part]:
    text = read.text
    joined: list[_Found] = []
    for one in found:
        if joined and _JOIN.fullmatch(text, joined[-1][0].end, one[0].start):
            before = joined[-1]
            if (before[2] is None) != (one[2] is None):
                joined[-1] = (before[0].to(one[0]), one[1], before[2] or one[2], before[3] or one[3])
                continue
        joined.append(one)
    for n, (span, sentence, stated, time) in enumerate(joined):
        floor = joined[n - 1][0].end if n else sentence.span.start
        ceiling = joined[n + 1][0].start if n + 1 < len(joined) else sentence.span.end
        lead = text[max(floor, span.start - CLAUSE) : span.start]
        rest = text[span.end : min(ceiling, span.end + CLAUSE)]
        cuts = list(_CUT.finditer(lead))
        lead = lead[cuts[-1].end() :] if cuts else lead
        cut = _CUT.search(rest)
        rest = rest[: cut.start()] if cut else rest
        if read.quoted(span):
            continue
        closes = bool(stated and stated.thing.range_end) or (n > 0 and bool(_TO.fullmatch(text, floor, span.start)))
        yield _Part(sentence.nth, span, stated.span if stated else None, time, lead, rest, closes)


def apart(one: Moment, two: Moment) -> tuple[float, float] | None:
    """The least and most minutes from one to a later other; of two times of day or weekdays, within one day or week."""
    if one.time and two.time and (one.date is None or two.date is None):
        day = DAY if one.time.half and two.time.half else DAY / 2
        between = (two.time.minutes - one.time.minutes) % day
        return between, between
    if one.date is None or two.date is None:
        return None
    if one.first is not None and two.first is not None and one.last is not None and two.last is not None:
        return two.first - one.last, two.last - one.first
    if bare_weekday(one.date) and bare_weekday(two.date):
        between = DAY * (((two.date.weekday or 0) - (one.date.weekday or 0)) % 7)
        return between - DAY, between + DAY
    return None


class Kind(NamedTuple):
    """Something that lasts, and how its beginning and end are told."""

    noun: re.Pattern[str]
    begins: re.Pattern[str]
    ends: re.Pattern[str]


@functools.cache
def kinds() -> tuple[Kind, ...]:
    """The kinds of what lasts, in the order of the table."""
    return tuple(
        Kind(*(cued(words, re.IGNORECASE) for words in row)) for row in resources.rows("lexicon", "en", "episodes.tsv")
    )


_GENERIC_BEGIN = lazy(
    r"\b(?:began|begun|begins?|started|starts?|opened|opens?|broke out|set in|launched|got under way|kicked off"
    r"|commenced|erupted|took hold|declared|called)\b"
)
_GENERIC_END = lazy(
    r"\b(?:ended|ends?|finished|finishes|closed|closes|concluded|over|called off|stopped|lifted|wound up|came to an end"
    r"|came to a close|broke|expired|expires|finally|suspended)\b"
)
_IT = lazy(r"\b(?:[Ii]t|[Tt]hey|which|that)\b")


def _phase(ledger: Ledger, kind: Kind, spoken: _Spoken) -> str:
    """Whether a moment is told as the beginning or the end of something of the kind, or neither."""
    moment = spoken.moment
    before = ""
    if spoken.it:
        first = ledger.sentences[moment.sentence.number - (1 if moment.sentence.nth else 0)]
        before = ledger.text[first.span.start : moment.sentence.span.end]
    return _told_phase(kind, spoken.clause, spoken.words, moment.lead, before)


@functools.lru_cache(8192)
def _told_phase(kind: Kind, clause: str, words: str, lead: str, before: str) -> str:
    """Whether words tell the beginning or the end of something of the kind; `before`: what "it" may go back to."""
    own = bool(kind.noun.search(clause) or (before and kind.noun.search(before)))
    patterns = [(kind.begins, "begin"), (kind.ends, "end")]
    if own:
        patterns += [(_GENERIC_BEGIN, "begin"), (_GENERIC_END, "end")]
    where = len(lead)
    found = [(abs(where - m.end()), name) for pattern, name in patterns for m in pattern.finditer(words)]
    if found and _UP_TO.search(lead):
        return "end"
    return min(found)[1] if found else ""


_UP_TO = lazy(r"\b(?:to|until|till|through) $")


@functools.cache
def _classes() -> tuple[dict[str, frozenset[int]], tuple[tuple[re.Pattern[str], str], ...]]:
    found: dict[str, frozenset[int]] = {}
    for n, (row,) in enumerate(resources.rows("lexicon", "en", "event_nouns.tsv")):
        for noun in row.split():
            for key in {noun, family(noun)}:
                found[key] = found.get(key, frozenset()) | {n}
    idioms = tuple((cued(words), verb) for words, verb in resources.rows("lexicon", "en", "event_idioms.tsv"))
    return found, idioms


@functools.cache
def _idiomatic() -> Callable[[str], bool]:
    return telling(words for words, _ in resources.rows("lexicon", "en", "event_idioms.tsv"))


@functools.lru_cache(4096)
def events_of(words: str) -> tuple[frozenset[int], frozenset[str]]:
    """The classes of events that words tell of, and the families of their words that say something."""
    known, idioms = _classes()
    small = words.lower()
    for idiom, verb in idioms if _idiomatic()(small) else ():
        if idiom.search(small):
            small += " " + verb.replace("|", " ")
    classes: set[int] = set()
    families: set[str] = set()
    for word in re.findall(r"[^\W\d_][\w’'-]*", small):
        if word in stop_words():
            continue
        kin = family(word)
        classes |= known.get(word, frozenset()) | known.get(kin, frozenset())
        if len(word) > 3:
            families.add(kin)
    return frozenset(classes), frozenset(families)
