"""Dates that are told by another: "last month", "two years ago", "the third quarter", "the 1990s", "the weekend"."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import NamedTuple

from editor.article import Span
from editor.reading import numbers
from editor.reading.patterns import lazy


class Shift(NamedTuple):
    """How far a date lies from another, in a unit: "last month" is -1 month from the article's date."""

    unit: str
    by: int = 0
    told: bool = False
    """Whether it is counted from the date told before ("two days later"), not from the article's."""


class Relative(NamedTuple):
    """A date told by another, or a stretch of years; `part` as in `dates.Date`."""

    span: Span
    shift: Shift | None = None
    part: str = ""
    years: tuple[int, int] | None = None


SEASONS = ("spring", "summer", "autumn", "fall", "winter")
TURNS = {
    "last": (-1, False), "this": (0, False), "current": (0, False), "next": (1, False), "coming": (1, False),
    "previous": (-1, True), "preceding": (-1, True), "following": (1, True), "same": (0, True),
}  # fmt: skip
"""How far a turn of words lies from the date that it is counted from, and whether that is the one told before."""
_WAYS = {
    "ago": (-1, False), "back": (-1, False), "from now": (1, False), "hence": (1, False), "earlier": (-1, True),
    "previously": (-1, True), "prior": (-1, True), "before": (-1, True), "previous": (-1, True), "later": (1, True),
    "after": (1, True), "afterwards": (1, True), "following": (1, True),
}  # fmt: skip
_DAYS = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
_NIGHT = ("night", "morning", "afternoon", "evening")
NTH = {
    "first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "final": -1, "last": -1,
}  # fmt: skip
"""Which quarter, half or week of a year or month: -1 is the last."""


_NOWADAYS = lazy(
    r"Today,? (?:(?!\w+ed\b)[\w’',-]+ ){0,8}(?:is|are|am|lives?|remains?|has|have)\b"
    r"|(?:(?<=is )|(?<=are ))today\b(?! [a-z])"
)
"""The "today" that means these years: it opens a sentence in the present, or ends one."""


_CENTURIES = {"seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "twenty-first": 21}
_OPENING = (
    "earlier", "later", "the ", "and ", "a ", "an ", "beginning", "start", "early", "middle", "end", "close", "in ",
    "since", "during", "until", "by ", "over", "of ",
)  # fmt: skip
"""With what dates told by another begin, beside the words of the tables."""


@functools.cache
def _pattern() -> re.Pattern[str]:
    seasons, nth = "|".join(SEASONS), "|".join(NTH)
    # Most words begin nothing: the first three letters tell, before all the alternatives are tried.
    opening = (*_DAYS, *TURNS, *NTH, *_CENTURIES, *numbers.SMALL, *_OPENING)
    starts = "|".join(sorted({word[:3] for word in opening if word[0] not in "1234"}))
    return re.compile(
        rf"\b(?=[1-4]|{starts})(?:"
        r"(?:(?:earlier|later) )?(?P<day>yesterday|today|tonight|tomorrow)"
        rf"|(?P<the>the )?(?P<turn>{'|'.join(TURNS)}) (?P<unit>day|week(?:end)?|month|quarter|year|decade|century"
        rf"|{seasons}|{'|'.join(_NIGHT)})"
        r"|(?P<when>earlier|later) (?:(?P<turn2>this|last|next)|in the) (?P<unit2>day|week|month|year|decade|season)"
        rf"|(?P<n>{numbers.WORDS}|\d{{1,3}}|an?) (?P<unit3>day|week|month|year|decade)s?"
        r" (?P<way>ago|back|from now|hence|earlier(?! than)|previously|prior|later(?! than)"
        r"|afterwards|before(?! [^\W_]))"
        r"|the (?P<unit4>day|week|month|year) (?P<way4>before|after|previous|prior|following)(?! [^\W_])"
        r"|(?P<weekend>the weekend)"
        r"|(?:the )?(?P<p>beginning|start|early part|middle|end|close) of the (?P<unit5>week|month|quarter|year|decade)"
        rf"|(?:the )?(?P<nth>{nth})[ -](?:fiscal |financial )?(?P<piece>quarter|half)"
        r"(?: (?:of|in) the (?:fiscal |financial )?(?P<unit6>year))?"
        rf"|(?:in|since|during|until|by|over|of) (?:the )?(?P<season>{seasons})"
        r"|(?:the )?(?P<century>\d\d?(?:st|nd|rd|th)|seventeenth|eighteenth|nineteenth|twentieth|twenty-first)"
        r"[ -]century"
        r"|(?:the )?(?P<decade>(?:1[5-9]|20)\d0)s|(?:the|and) [’']?(?P<short>[2-9]0)s"
        r")(?!\w)"
    )


def relatives(masked: str) -> Iterator[Relative]:
    """The dates told by another in a paragraph's masked words, in order."""
    # Without case it takes a third of the time; places hold where the small letters are as many.
    small = masked.lower()
    if len(small) != len(masked):
        small = "".join(c.lower() if len(c.lower()) == 1 else c for c in masked)
    for match in _pattern().finditer(small):
        get = match.group
        span = Span(*match.span())
        if day := get("day"):
            if day.lower() == "today" and _NOWADAYS.match(masked, match.start()):
                continue
            yield Relative(span, Shift("day", _DAYS[day.lower()]))
        elif turn := get("turn"):
            if found := _turned(match, span, turn.lower()):
                yield found
        elif get("when"):
            by = TURNS[get("turn2").lower()][0] if get("turn2") else 0
            yield Relative(span, Shift(_long(get("unit2")), by), "" if by else get("when").lower())
        elif get("n"):
            by, told = _WAYS[get("way").lower()]
            yield Relative(span, Shift(get("unit3").lower(), by * int(numbers.value(get("n"))), told))
        elif get("unit4"):
            by, told = _WAYS[get("way4").lower()]
            yield Relative(span, Shift(get("unit4").lower(), by, told))
        elif get("weekend"):
            yield Relative(span, Shift("weekend"))
        elif get("unit5"):
            yield Relative(span, Shift(get("unit5").lower()), part(get("p")))
        elif get("piece"):
            yield from _piece(match, span)
        elif season := get("season"):
            start = match.start("season")
            yield Relative(Span(start, span.end), Shift("season"), season.lower())
        else:
            yield Relative(span, years=_years(match))


def _turned(match: re.Match[str], span: Span, turn: str) -> Relative | None:
    by, told = TURNS[turn]
    unit = match["unit"].lower()
    if unit in _NIGHT:
        return None if told or by > 0 else Relative(span, Shift("day", by))
    if turn == "next" and match["the"] and unit in ("day", "week", "month", "year"):
        told = True
    if unit == "day":
        told = True
    if unit in SEASONS:
        return Relative(span, Shift("season", by, told), unit)
    return Relative(span, Shift(unit, by, told))


def _long(unit: str) -> str:
    return "year" if unit.lower() == "season" else unit.lower()


def _piece(match: re.Match[str], span: Span) -> Iterator[Relative]:
    """ "The third quarter": of the year that it was last in; a half only where its year is meant."""
    which, piece = NTH[match["nth"].lower()], match["piece"].lower()
    if piece == "half" and not match["unit6"]:
        return
    if piece == "quarter" and which == -1 and not match["unit6"]:
        yield Relative(span, Shift("quarter", -1))
        return
    name = nth(which, piece)
    yield Relative(span, Shift("year" if match["unit6"] else "piece"), name)


def nth(which: int, piece: str) -> str:
    """The part by its number: Q3, H2, W1, W-1 (the last week of a month)."""
    sign = piece[0].upper()
    if which == -1:
        which = {"Q": 4, "H": 2}.get(sign, -1)
    return f"{sign}{which}"


def part(word: str) -> str:
    """The part of a month, year or decade that a word means: start, early, mid, late or end."""
    word = word.lower()
    return {
        "beginning": "start", "start": "start", "turn": "start", "early part": "early", "middle": "mid", "close": "end",
        "earlier": "early", "later": "late",
    }.get(word, word)  # fmt: skip


def _years(match: re.Match[str]) -> tuple[int, int]:
    if match["century"]:
        word = match["century"].lower()
        century = _CENTURIES.get(word) or int(word[:-2])
        return 100 * century - 99, 100 * century
    first = int(match["decade"] or 1900 + int(match["short"]))
    return first, first + (99 if first % 100 == 0 and first < 2000 else 9)
