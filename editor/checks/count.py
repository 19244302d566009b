"""One count with two values: a toll, a crowd, a sum, in the headline and below it."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterator

from editor.article import Span
from editor.checks._attributes import unlike
from editor.checks._conflict import conflict
from editor.checks._counts import again
from editor.checks._retold import retold
from editor.checks._swapped import MOST, swapped
from editor.finding import Confidence, Finding
from editor.ledger import Ledger, Sentence, Stated
from editor.reading.counting import outcomes
from editor.reading.figures import Figure
from editor.reading.lemmas import lemma, stop_words
from editor.reading.patterns import lazy

_EARLIER = lazy(
    r"\b(?:earlier(?! (?:in (?:19|20)|this))|initial(?:ly)?|first (?:put|said|spoke|reported)"
    r"|at first|previous(?:ly)?(?! (?:day|night|evening|morning))"
    r"|rais(?:ed|es|ing)(?= (?:(?:the|that|its|this|their) (?:\w+ )?(?:toll|figure|count|number|estimate|total"
    r"|tally)|(?:it )?(?:to|from)\b))"
    r"|increas\w+|ris(?:es|en|ing)"
    r"|rose|climb\w*|grew|grown|up from|down from|later|so far then|had (?:put|counted|said|reported|been)|until"
    r"|compared|last year|years? ago|since|another|further|in addition|more than half|"
    r"revised|updated|early reports|contrast|whereas|while|"
    r"record|deadliest|worst|separate(?:ly)?|other|similar|also)\b", re.IGNORECASE,
)  # fmt: skip
_PARTLY = lazy(r"\b(?:including|among (?:them|the|those)|of (?:them|whom|which|those))\b", re.IGNORECASE)
_DATED = lazy(
    r"^(?:On|At|By|In) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun|\d|the (?:morning|evening)|(?:19"
    r"|20)\d\d|early|January|February|March|April|May|June|July|August|September|October|November"
    r"|December)"
)
_CLAIMED = lazy(
    r"\b(?:according to|(?<!be )(?<!been )(?<!is )said|says|(?<!be )(?<!been )told|reported|reports|claims?|claimed|put"
    r"|estimat\w+|counted|believes?|describ\w+|witness\w+)\b"
)
_GENERAL = frozenset({"", "people", "persons", "others", "dead", "victims", "lives", "bodies", "deaths"})


def check(ledger: Ledger) -> Iterator[Finding]:
    told: set[int] = set()
    yield from _tolls(ledger, told)
    for one, two in swapped(ledger, told):
        yield _said(ledger, "swapped", one, two, told)
    yield from _named_again(ledger, told)
    yield from _same_words(ledger, told)
    for one, two in list(retold(ledger, told)):
        yield _said(ledger, "again", one, two, told)
    for rule, one, two in again(ledger, told):
        yield _said(ledger, rule, one, two, told)
    for one, two in unlike(ledger):
        if not {one.span.start, two.span.start} & told:
            yield _said(ledger, "measure", one, two, told)


def _tolls(ledger: Ledger, told: set[int]) -> Iterator[Finding]:
    """Tolls: everybody killed, hurt, missing … in what the article tells of."""
    by_outcome: dict[str, list[Stated[Figure]]] = defaultdict(list)
    event = _Event(ledger)
    for stated in ledger.figures:
        figure = stated.thing
        part = figure.qualifier == "part" or ledger.text.startswith((" of the ", " of them "), stated.span.end)
        if figure.outcome and not part and not ledger.quoted(stated) and event.whole(stated):
            by_outcome[figure.counted].append(stated)
    for tolls in [group for all_ in by_outcome.values() for group in _groups(all_)]:
        if len({_value(s) for s in tolls}) < 2:
            continue
        for one, two in itertools.combinations(tolls[:MOST], 2):
            if one.sentence is two.sentence or _fits(one.thing, two.thing) or _scoped(one, two):
                continue
            if _attributed(ledger, one) and _attributed(ledger, two):
                continue
            small, large = sorted((one.thing, two.thing), key=lambda figure: figure.low)
            if small.scope and small.high * FEW < large.low:
                continue
            sure: Confidence = (
                "possible"
                if "vague" in (one.thing.qualifier, two.thing.qualifier) and not _both_sure(one, two)
                else "likely"
            )
            yield _said(ledger, "toll", one, two, told, confidence=sure)
            break


FEW = 8
"""How many times larger a toll is, at the least, than that of a place which is a part of what it counts."""


def _groups(tolls: list[Stated[Figure]]) -> Iterator[list[Stated[Figure]]]:
    """The tolls that count alike: everybody (and what is vague), then those of one noun, such as miners."""
    yield [s for s in tolls if s.thing.noun in _GENERAL or s.thing.qualifier == "vague"]
    for noun in sorted({s.thing.noun for s in tolls} - _GENERAL):
        yield [s for s in tolls if s.thing.noun == noun and s.thing.qualifier != "vague"]


def _value(stated: Stated[Figure]) -> tuple[float, float]:
    return stated.thing.low, stated.thing.high


def _both_sure(one: Stated[Figure], two: Stated[Figure]) -> bool:
    """Whether a vague word and a number are far enough apart to clash: several soldiers, twenty-six deaths."""
    a, b = sorted((one.thing, two.thing), key=lambda f: f.high)
    return a.high * 2 < b.low


class _Event:
    """The article's own event, and which tolls speak of it as a whole: of no part, no earlier count, no other year."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._ends: dict[int, int] = {}

    def whole(self, stated: Stated[Figure]) -> bool:
        number = stated.sentence.number
        if number not in self._ends:
            self._ends[number] = self._end(stated.sentence)
        return stated.span.start < self._ends[number]

    def _end(self, sentence: Sentence) -> int:
        """The place up to which a sentence speaks of the whole event."""
        ledger = self._ledger
        words = sentence.span.of(ledger.text)
        if _EARLIER.search(words) or _DATED.match(words):
            return 0
        dates = ledger.dates_in.get(sentence.number, ())
        years = {d.thing.year for d in dates if d.thing.year and not d.thing.month}
        if years and years != {_year(ledger)}:
            return 0
        part = _PARTLY.search(ledger.text, sentence.span.start, sentence.span.end)
        return part.end() if part else sentence.span.end


def _year(ledger: Ledger) -> int | None:
    """The article's year, else the newest that it names with a month."""
    return (
        ledger.day.year
        if ledger.day
        else max((d.thing.year for d in ledger.dates if d.thing.year and d.thing.month), default=None)
    )


def _fits(one: Figure, two: Figure) -> bool:
    """Whether two counts can both be true of one thing."""
    if one.low <= two.high and two.low <= one.high:
        return True
    about = "about" in (one.qualifier, two.qualifier)
    if about and abs(one.low - two.low) <= 0.12 * max(one.low, two.low):
        return True
    for bound, other in ((one, two), (two, one)):
        if bound.qualifier == "least" and other.low >= bound.low and not other.definite:
            return True
        if bound.qualifier == "most" and other.high <= bound.high:
            return True
    return False


def _scoped(first: Stated[Figure], second: Stated[Figure]) -> bool:
    """Whether one of two counts is of a part or a place, and the other is not of the same."""
    one, two = first.thing, second.thing
    if _key(one.scope) == _key(two.scope):
        return False
    for scope, other in ((one.scope, second), (two.scope, first)):
        named = re.search(r"[A-ZÀ-Þ][\w’-]+$", scope)
        if named and _PLACE.match(scope) and named[0] in other.sentence.within.of(other.sentence.paragraph.text):
            return False
    places = [bool(_PLACE.match(f.scope)) for f in (one, two)]
    return all(places) or any(
        _PART.match(f.scope) or (place and _NAMED.search(f.scope)) for f, place in zip((one, two), places, strict=True)
    )


def _key(scope: str) -> str:
    """The scope's first noun: "in the crash" and "in the crash at noon" are one."""
    _, *words = [word for word in scope.split() if word not in ("the", "a", "an", "its", "their", "his", "her")] or [""]
    return words[0] if words else ""


_PLACE = lazy(r"(?:in|at|near|from|across|on|outside|inside|around) ")
_PART = lazy(r"(?:of|per|aged|among|by|each|every|between) ")
_NAMED = lazy(r" [A-ZÀ-Þ]|\b(?:capital|city|town|suburbs|north|south|east|west|hospital|village)\b")


def _attributed(ledger: Ledger, stated: Stated[Figure]) -> bool:
    """Whether a count is somebody's claim; "the 17 who died" is taken for granted by whoever tells the story."""
    return not stated.thing.definite and bool(_CLAIMED.search(stated.sentence.span.of(ledger.text)))


def _phrase(stated: Stated[Figure]) -> Span:
    """The figure with what it counts, where that follows."""
    counted = stated.thing.counted_span
    if counted and counted.start >= stated.thing.span.end and counted.start - stated.thing.span.end < 40:
        return Span(stated.span.start, stated.at(counted).end)
    return stated.span


def _said(
    ledger: Ledger,
    rule: str,
    one: Stated[Figure],
    two: Stated[Figure],
    told: set[int],
    *,
    confidence: Confidence = "likely",
) -> Finding:
    told.update((one.span.start, two.span.start))
    keep = "vague" not in (one.thing.qualifier, two.thing.qualifier)
    return conflict(
        ledger,
        rule,
        _phrase(one),
        _phrase(two),
        keep=keep,
        swaps=(one.span, two.span),
        confidence=confidence,
        what=one.thing.counted,
    )


def _named_again(ledger: Ledger, told: set[int]) -> Iterator[Finding]:
    """ "The 2,100 residents" of whom 1,200 were told before."""
    before: dict[str, list[Stated[Figure]]] = defaultdict(list)
    text = ledger.text
    for stated in ledger.figures:
        figure = stated.thing
        what = figure.noun or figure.counted
        if (
            not what
            or what in outcomes()
            or figure.dimension
            or figure.low != figure.high
            or figure.qualifier == "part"
        ):
            continue
        known = before[what]
        if (
            figure.definite
            and known
            and figure.low >= 10
            and stated.span.start not in told
            and not ledger.quoted(stated)
            and not _parted(ledger, stated)
        ):
            others = [k for k in known if _modifiers(ledger, k) == _modifiers(ledger, stated)]
            others = [k for k in others if not (_named_place(stated) and stated.thing.scope != k.thing.scope)]
            near = others and max(others[-1].thing.low, figure.low) <= APART * min(others[-1].thing.low, figure.low)
            if near and all(k.thing.low != figure.low for k in known) and not _reason(text, stated, others[-1]):
                yield _said(ledger, "again", others[-1], stated, told)
        known.append(stated)


APART = 10
"""How many times one of two values of one count is the other, at the most."""


def _parted(ledger: Ledger, stated: Stated[Figure]) -> bool:
    """Whether parts follow that make it up, or nearly: "of the 78 delegates, 40 were men and 38 women".

    Such a count is held against its parts; what another count was of, this one need not be of.
    """
    whole = stated.thing.low
    parts = [s.thing.low for s in ledger.figures_in[stated.sentence.number] if s.span.start > stated.span.start]
    return len(parts) > 1 and max(parts) < whole and 0.8 * whole <= sum(parts) <= 1.25 * whole


def _named_place(stated: Stated[Figure]) -> bool:
    """Whether a count is narrowed to a named place: the 250 workers in Madrid."""
    return bool(_PLACE.match(stated.thing.scope) and re.search(r" [A-ZÀ-Þ]", stated.thing.scope))


def _modifiers(ledger: Ledger, stated: Stated[Figure]) -> str:
    span = stated.thing.counted_span
    return (
        ledger.text[stated.span.end : stated.at(span).start].strip().lower()
        if span and span.start >= stated.thing.span.end
        else ""
    )


def _reason(text: str, stated: Stated[Figure], other: Stated[Figure]) -> bool:
    """Whether the text has a reason for a second count: another year, a part, a change."""
    if stated.sentence is other.sentence:
        return True
    after = text[stated.span.end : stated.span.end + 60]
    return bool(
        re.match(
            r"[^.]{0,30}\bother\b|[^.]{0,40}\b(?:who|that|which) (?:did|were|voted|had|have|are|signed|attended|took"
            r"|live|lived|work|make|made)\b",
            after,
        )
    ) or bool(
        re.search(r"\b(?:of|among|out of) the $", text[max(0, stated.span.start - 12) : stated.span.start])
        and stated.thing.low < other.thing.low
    )


_LEAD = lazy(r"[^\W\d_][\w’'-]*")


def _same_words(ledger: Ledger, told: set[int]) -> Iterator[Finding]:
    """Figures of one unit led up to by the same two words: "crested at 5.2 metres" and "crested at 4.2 metres"."""
    by_lead: dict[tuple[str, ...], list[tuple[Stated[Figure], frozenset[str]]]] = defaultdict(list)
    for stated in ledger.figures:
        figure = stated.thing
        if (
            not figure.dimension
            or figure.dimension == "share"
            or figure.qualifier
            or figure.low != figure.high
            or ledger.quoted(stated)
        ):
            continue
        before = ledger.text[max(stated.sentence.span.start, stated.span.start - 40) : stated.span.start]
        lead = [w.lower() for w in _LEAD.findall(before)] if before.endswith(" ") else []
        if len(lead) < 2 or (
            lead[-1] in ("and", "or", "the", "a", "of", "with", "from", "by", "another") and lead[-1] != "of"
        ):
            continue
        key = (figure.unit, lemma(lead[-2]), lead[-1])
        if lead[-2] in stop_words() or lead[-2] in ("up", "down", "worth"):
            continue
        topics = stated.sentence.content
        for other, shared in by_lead[key][:MOST]:
            if (
                other.thing.low == figure.low
                or other.sentence is stated.sentence
                or {other.span.start, stated.span.start} & told
            ):
                continue
            common = (topics & shared) - {lemma(lead[-2])}
            if _names(ledger, stated) ^ _names(ledger, other):
                continue
            if (
                common
                and not _EARLIER.search(stated.sentence.span.of(ledger.text))
                and not _other_times(ledger, other, stated)
            ):
                yield _said(ledger, "measure", other, stated, told)
                break
        by_lead[key].append((stated, topics))


def _names(ledger: Ledger, stated: Stated[Figure]) -> set[str]:
    """The names in the sentence of a figure: two measures of two named things are two."""
    return {n.thing.text for n in ledger.names if n.sentence is stated.sentence and not n.thing.initial}


def _other_times(ledger: Ledger, one: Stated[Figure], two: Stated[Figure]) -> bool:
    """Whether the sentences name different years: then the figures may differ."""
    years = [{d.thing.year for d in ledger.dates_in.get(s.sentence.number, ()) if d.thing.year} for s in (one, two)]
    return years[0] != years[1]
