"""A range whose end comes before its start."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from editor.article import Edit, Span
from editor.finding import Finding, Fix, finding
from editor.reading.paragraph import Paragraph
from editor.reading.patterns import lazy

_YEAR = r"(?:1[6-9]\d\d|20\d\d)"
_MONTH = r"January|February|March|April|May|June|July|August|September|October|November|December"
_RANGE = lazy(
    rf"\b(?P<lead>from|between|[Ff]rom|[Bb]etween) (?P<skip>(?:\w+ ){{0,2}}?)(?P<a>{_YEAR})(?: to "
    rf"| and | until |–|-)(?P<b>{_YEAR})\b(?!,\d| (?:people|votes|men|women|\w+s\b))"
    r"|\b(?P<lead4>aged|ages) (?:from |between )?(?P<a4>\d{1,2})(?: to | and |–|-)(?P<b4>\d{1,2})\b(?![.,]?\d)"
    r"|\b(?P<lead2>[Ff]rom|[Bb]etween) (?:the )?(?P<a2>\d{1,3})(?:st|nd|rd|th)(?: (?:minute|day"
    r"|over|lap|round|hole|week|floor|century))?(?: to | and | until )(?:the )?(?P<b2>\d{1,3})(?:st"
    r"|nd|rd|th)\b"
    rf"|\b(?P<a3>{_YEAR})\s?[–-]\s?(?P<b3>{_YEAR})\b"
)
_MAYBE = lazy(r"\d(?:st|nd|rd|th)?(?:\s?[–-]| (?:[a-z]+ )?(?:to|and|until) )")
_BACKWARDS = lazy(r"\b(?:countdown|count down|back(?:wards)?|BC|BCE|reverse|descending)\b")
_SANK = lazy(r"\b(?:demoted|fell|dropped|slipped|slid|sank|down)\b")


def check(paragraph: Paragraph) -> Iterator[Finding]:
    text = paragraph.masked
    for match in _RANGE.finditer(text) if _MAYBE.search(text) else ():
        n = next(n for n in ("", "2", "3", "4") if match[f"a{n}"])
        one, two = Span(*match.span(f"a{n}")), Span(*match.span(f"b{n}"))
        if int(match[f"a{n}"]) <= int(match[f"b{n}"]):
            continue
        around = text[max(0, match.start() - 60) : match.end() + 20]
        if _BACKWARDS.search(around) or (n == "2" and _SANK.search(around)):
            continue
        swapped = (Edit(one, one.of(text), two.of(text)), Edit(two, two.of(text), one.of(text)))
        fixes = [Fix("swap", swapped)] if n in ("", "4") else []
        yield finding("reversed", Span(*match.span()), fixes=fixes, one=one.of(text), two=two.of(text))
    yield from _times(paragraph)
    yield from _ways(paragraph)
    yield from _moved(paragraph)
    yield from _bands(paragraph)
    for one_date, two_date in zip(paragraph.read.dates, paragraph.read.dates[1:], strict=False):
        if two_date.range_end and one_date.month == two_date.month and (one_date.day or 0) > (two_date.day or 0):
            whole = one_date.span.to(two_date.span)
            yield finding("reversed", whole, one=one_date.span.of(text), two=two_date.span.of(text))


_LATE_TO_EARLY = lazy(
    r"\s?(?:to|until|till|and|–|-)\s?"
    r"|,? (?:and|until it|to|which|before it) (?:\w+ )?"
    r"(?:closed?s?|closing|end(?:ed|s)?|finish(?:ed|es)?|stop(?:ped|s)?) at "
)
_FROM = lazy(
    r"(?:\b(?:[Oo]pen|[Rr]uns?) |\b(?:open(?:ed|s)|began|begins|start(?:ed|s)|kick(?:ed|s) off) at |[(:,] ?)?"
    r"(?P<from>\b(?:[Ff]rom|[Bb]etween) |(?<=[nrs(:,] )|(?<= at )|(?<=[(:,]))$"
)
_NEXT_DAY = lazy(
    r"\b(?:next|following) (?:day|morning|afternoon)|\b(?:a|one|two|three|\d+) days?\b|\bovernight\b"
    r"|\bround the clock\b"
)
LONGEST = 19 * 60
"""The longest, in minutes, that something which runs from one time of day to the next is taken to last."""


def _times(paragraph: Paragraph) -> Iterator[Finding]:
    """ "From 5.30pm to 3pm": by the clock it would last until the next afternoon."""
    text, times = paragraph.masked, paragraph.read.times
    for one, two in itertools.pairwise(times):
        between = text[one.span.end : two.span.start]
        if not (one.half and two.half) or not _LATE_TO_EARLY.fullmatch(between):
            continue
        lead = _FROM.search(text, max(0, one.span.start - 14), one.span.start)
        if not lead:
            continue
        if one.minutes == two.minutes or (two.minutes - one.minutes) % 1440 < LONGEST:
            continue
        if _NEXT_DAY.search(text[two.span.end : two.span.end + 40]):
            continue
        yield finding("reversed", Span(lead.start("from"), two.span.end), one=one.span.of(text), two=two.span.of(text))


_VALUE = (
    r"(?:[$£€₹¥]|Rs\.? ?|US\$)?(?P<{}>\d[\d,]*(?:\.\d+)?)(?P<{}> ?(?:%|per cent|percent|million|billion|crore|lakh))?"
)
_BY_WORD = lazy(
    rf"\bfrom {_VALUE.format('a', 'ua')}(?: [a-z]+){{0,2}}? (?P<way>down|up) to {_VALUE.format('b', 'ub')}"
    rf"|(?<!from )(?<![\w.,]){_VALUE.format('c', 'uc')} (?P<way2>down|up) to {_VALUE.format('d', 'ud')}"
)
_BAND = lazy(
    r"\b(?:band|range|corridor|bracket|spectrum|scale|window|ranges|ranged|ranging|vary|varies|varied|varying)\b"
    rf"(?P<rest>[^.;:()]{{0,25}}? )(?:between|from|of) {_VALUE.format('a', 'ua')}(?: [a-z]+)? ?(?:to|and|–|-) ?"
    rf"{_VALUE.format('b', 'ub')}(?![\w-]|[.,:]\d)"
    rf"|\bbetween {_VALUE.format('c', 'uc')} and {_VALUE.format('d', 'ud')}(?![\w-]|[.,:]\d)"
)
_NOT_A_BAND = lazy(
    r"\b(?:match|game|difference|distance|halfway|choose|choice|votes?|score|ratio|gap|tie|draw|split)\b"
)
_RISE = "rose|risen|rising|climbed|climbing|increased|increasing|grew|grown|growing|jumped|soared|surged|up"
_FALL = (
    "fell|fallen|falling|dropped|dropping|decreased|declined|sank|slid|plunged|slumped|shrank|shrunk|slashed|cut|down"
)
_MOVED = lazy(
    rf"\b(?:(?P<rise>{_RISE})|(?P<fall>{_FALL})) (?:(?:sharply|slightly|steadily|back|again) )?(?:"
    rf"from {_VALUE.format('a', 'ua')}(?: [a-z]+)?(?: in {_YEAR})?(?: a \w+ (?:ago|earlier))?,? "
    rf"to {_VALUE.format('b', 'ub')}(?! [a-z]+ (?:in|of) (?:favour|favor))"
    rf"|to {_VALUE.format('d', 'ud')}(?: [a-z]+)? from {_VALUE.format('c', 'uc')})(?![\w-]|[.,:]\d)"
)
_TO_VALUE = lazy(r"(?:to|from) (?:[$£€₹¥\d]|Rs|US)")
_BANDS = ("between ", "band", "rang", "corridor", "bracket", "spectrum", "scale", "window", "vary", "varie")
_RANKS = lazy(r"\b(?:rank\w*|place[ds]?|seed\w*|position|table|odds|chart)\b")


def _moved(paragraph: Paragraph) -> Iterator[Finding]:
    """ "Rose from 40 to 35"."""
    text = paragraph.masked
    for match in _MOVED.finditer(text) if " to " in text and _TO_VALUE.search(text) else ():
        one, two = ("a", "b") if match["a"] else ("c", "d")
        units = [(match[f"u{n}"] or "").strip() for n in (one, two)]
        if units[0] and units[0] != units[1]:
            continue
        low, high = (float(match[n].replace(",", "")) for n in (one, two))
        around = text[max(0, match.start() - 60) : match.end() + 40]
        if low == high or (low < high) == bool(match["rise"]) or _RANKS.search(around):
            continue
        if all(1800 < value < 2100 and value == int(value) for value in (low, high)):
            continue
        yield finding(
            "moved", Span(*match.span()), way="up" if match["rise"] else "down", one=match[one], two=match[two]
        )


def _bands(paragraph: Paragraph) -> Iterator[Finding]:
    """ "A band that runs from 4.5% to 1.5%"; "ranged between 90 and 40 millimetres"."""
    text = paragraph.masked
    for match in _BAND.finditer(text) if any(word in text for word in _BANDS) else ():
        one, two = ("a", "b") if match["a"] else ("c", "d")
        units = [(match[f"u{n}"] or "").strip() for n in (one, two)]
        if units[0] and units[0] != units[1]:
            continue
        high, low = (float(match[n].replace(",", "")) for n in (one, two))
        around = text[max(0, match.start() - 50) : match.end() + 30]
        years = all(1500 < value < 2100 and value == int(value) for value in (low, high))
        if high > low and not years and not _NOT_A_BAND.search(around) and not _BACKWARDS.search(around):
            span = Span(match.start(one), match.end(f"u{two}") if match[f"u{two}"] else match.end(two))
            yield finding(
                "reversed",
                span,
                one=text[match.start(one) : match.end(f"u{one}") if match[f"u{one}"] else match.end(one)],
                two=span.of(text)[match.start(two) - span.start :],
            )


def _ways(paragraph: Paragraph) -> Iterator[Finding]:
    """ "From 52.1 down to 54.8": up, as figures go."""
    text = paragraph.masked
    if " down to " not in text and " up to " not in text:
        return
    for match in _BY_WORD.finditer(text):
        one, two, way = ("a", "b", match["way"]) if match["a"] else ("c", "d", match["way2"])
        if match[f"u{one}"] and match[f"u{one}"] != match[f"u{two}"]:
            continue
        low, high = (float(match[n].replace(",", "")) for n in (one, two))
        if (
            low == high
            or (low < high) == (way == "up")
            or _RANKS.search(text[max(0, match.start() - 60) : match.end()])
        ):
            continue
        yield finding("way", Span(*match.span()), way=way, one=match[one], two=match[two])
