"""Dates as they are written; `when` resolves them against the article's date."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import NamedTuple

from editor.article import Span
from editor.reading import relative
from editor.reading.patterns import lazy
from editor.reading.relative import NTH, SEASONS, Relative, Shift

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class Date(NamedTuple):
    """A date as written; what is not said is None. `weekday` is 0 for Monday."""

    span: Span
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    shift: Shift | None = None
    """How it is told by another date: "yesterday", "two days later"; of a weekday or month, "last" or "next" """
    style: str = ""
    """How day and month are written: "m d", "d m" or "iso", with "th" for an ordinal and "." for a month cut short."""
    range_end: bool = False
    """Whether it closes a range that the date before it opens."""
    part: str = ""
    """The part that is meant of the month, year or years: early, mid, late, start, end; Q1 to Q4, H1, H2; W1 to W4 and
    W-1 (weeks of a month); a season; "fiscal" for a year that begins where a company or state says."""
    years: tuple[int, int] | None = None
    """The first and last year of a decade or century."""


_MONTH = (
    r"(?:(?:January|February|March|April|May|June|July|August|September|October|November|December)(?![a-z])"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?![a-z])\.?)"
)
_DAY = r"(?:[12]\d|3[0-9]|0?[1-9])"
_ORD = r"(?:st|nd|rd|th)"
_YEAR = r"(?:1[5-9]\d\d|20\d\d)"
_WEEKDAY = (
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri"
    r"|Sat|Sun)\.?(?=,? (?:\d|[JFMASOND][a-z]))"
)
_TO = r"(?:\s?[-–—]\s?| (?:to|until|till|through|and) )"


@functools.cache
def _date() -> re.Pattern[str]:
    year = rf"(?:,? (?:\(|of )?(?P<y{{n}}>{_YEAR})(?:(?<=\(\d{{{{4}}}})\))?(?![\d%]|[,.]\d))?"
    return re.compile(
        rf"(?:\b(?=[\dJFMASONDTW])|(?=[’']\d\d\b))(?:(?P<w>{_WEEKDAY})"
        r"(?:(?: (?:night|morning|afternoon|evening))?,? \(?"
        rf"(?:the )?(?P<wrest>"
        rf"(?P<d1>{_DAY})(?P<o1>{_ORD})?(?: of)? (?P<m1>{_MONTH}){year.format(n=1)}"
        rf"|(?P<m2>{_MONTH}) (?:the )?(?P<d2>{_DAY})(?P<o2>{_ORD})?(?![\d:]|[.,]\d){year.format(n=2)}))?"
        rf"|(?P<d3>{_DAY})(?P<o3>{_ORD})?(?:{_TO}(?P<d3b>{_DAY})(?P<o3b>{_ORD})?)?(?: of)? (?P<m3>{_MONTH}"
        rf")(?![a-z]| \d{{1,2}}\b){year.format(n=3)}"
        rf"|(?P<m4>{_MONTH}) (?:the )?(?P<d4>{_DAY})(?P<o4>{_ORD})?(?![\d:%]|[.,]\d| (?:million"
        rf"|billion|per cent|percent|people"
        rf"|seats))(?:(?P<to4>{_TO})(?P<d4b>{_DAY})(?P<o4b>{_ORD})?(?![\d:%]|[.,]\d"
        rf"| [a-z]))?{year.format(n=4)}"
        r"|(?P<n1>\d{1,2})/(?P<n2>\d{1,2})/(?P<yn>(?:19|20)\d\d|\d\d)(?![\d/])"
        rf"|(?P<yi>{_YEAR})-(?P<mi>[01]\d)-(?P<di>[0-3]\d)(?![\d-])"
        rf"|(?P<m5>{_MONTH}),? (?P<y5>{_YEAR})(?![\d%]|[,.]\d)"
        r"|(?P<m8>January|February|June|July|August|September|October|November|December)(?! [A-Z]|[’'\-])"
        r"|(?:(?<=since )|(?<=in )|(?<=of ))[’'](?P<y8>\d\d)"
        rf"|(?:(?<=[Ii]n )|(?<=since )|(?<=Since )|(?<=of )|(?<=last )|(?<=next )|(?<=until )"
        rf"|(?<=by )|(?<=from )|(?<=early )|(?<=late )|(?<=mid-)"
        rf"|(?<=to ))(?P<m6>{_MONTH.replace('May', 'May(?! (?:be|have|not))')})(?! [A-Z]|[’'\-])"
        rf"|(?P<y7>{_YEAR})(?![\d%]|-(?!{_YEAR}\b|\d\d\b)|[’'](?!s\b)|[,.]\d)(?! (?:[a-z]+s"
        r"|[a-z]*(?:people|children|men)|feet|km)\b(?<!was)(?<!has)(?<!its)(?<!his)(?<!this)(?<!as)))"
        r"(?<=[\w.)])(?!\w|[’'][a-rt-z])"
    )


def dates(masked: str) -> tuple[Date, ...]:
    """The dates of a paragraph's masked words, in order; a range gives two."""
    found: list[Date] = []
    for date in sorted(
        [*_absolute(masked), *(_told(one) for one in relative.relatives(masked))], key=lambda one: one.span
    ):
        if found and (joined := _joined(masked, found[-1], date)):
            found[-1] = joined
            continue
        whole = _weekday_after(masked, date) or _whole(masked, date)
        while found and found[-1].span.touches(whole.span) and not whole.range_end:
            if found[-1].span.start < whole.span.start:
                break
            found.pop()
        if not found or not found[-1].span.touches(whole.span):
            found.append(whole)
    return tuple(found)


def _told(one: Relative) -> Date:
    return Date(one.span, shift=one.shift, part=one.part, years=one.years)


def _joined(masked: str, one: Date, two: Date) -> Date | None:
    """ "March last year", "10 October of this year", "Tuesday of last week": one date, told by the article's."""
    if one.year or one.shift or not two.shift or two.part or two.shift.told:
        return None
    if two.shift.unit != ("year" if one.month else "week" if one.weekday is not None else ""):
        return None
    if masked[one.span.end : two.span.start] not in (" ", " of "):
        return None
    return one._replace(span=one.span.to(two.span), shift=two.shift)


_A_WEEKDAY = lazy(
    r"(?:,? \(|,? (?:which (?:was|is) |fell on |falls on |was |is )?a )"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b(?! \d)"
)


def _weekday_after(masked: str, date: Date) -> Date | None:
    """ "5 May 2026, a Tuesday": one date, with the weekday that is told of it."""
    if not date.day or date.weekday is not None:
        return None
    match = _A_WEEKDAY.match(masked, date.span.end)
    if not match:
        return None
    start = re.split(r"\W", match[0].rstrip())[-1][:3]
    return date._replace(span=Span(date.span.start, match.end()), weekday=WEEKDAYS_BY_START[start])


_PART = lazy(
    r"(?:\b[Tt]he )?(?:\b(?:very )?(?P<p>[Bb]eginning|[Ss]tart|[Ee]arly part|[Mm]iddle|[Ee]nd|[Cc]lose|[Tt]urn) of "
    r"(?:the )?"
    rf"|\b(?P<nth>{'|'.join(NTH)})[ -](?:fiscal |financial )?(?P<piece>quarter|half|week)(?: of| in|,)? (?:the )?"
    r"|\bQ(?P<q>[1-4])(?: of)? "
    rf"|\b(?P<season>{'|'.join(SEASONS)})(?: of)? "
    r"|\b(?P<e>[Ee]arly|[Mm]id|[Ll]ate)[- ](?:the )?"
    r"|\b(?P<fiscal>(?:[Ff]iscal|[Ff]inancial)(?: year)?|FY) ?"
    r"|\b(?P<turn>[Ll]ast|[Tt]his|[Nn]ext|[Cc]oming|[Pp]revious|[Ff]ollowing) )$"
)
_LONGEST_PART = 32


def _whole(masked: str, date: Date) -> Date:
    """A date with the part that is meant of it: "late September", "the third quarter of 2013", "last Friday"."""
    if date.day or date.part or (date.shift and date.shift.unit not in ("month", "year", "decade")):
        return date
    match = _PART.search(masked, max(0, date.span.start - _LONGEST_PART), date.span.start)
    if not match:
        return date
    span = Span(match.start(), date.span.end)
    if turn := match["turn"]:
        if date.year or date.years or date.shift:
            return date
        by, told = relative.TURNS[turn.lower()]
        return date._replace(span=span, shift=Shift("weekday" if date.month is None else "month", by, told))
    if date.weekday is not None:
        return date
    if match["fiscal"]:
        return date._replace(span=span, part="fiscal") if date.year else date
    if piece := match["piece"]:
        if (piece == "week") != bool(date.month or (date.shift and date.shift.unit == "month")):
            return date
        return date._replace(span=span, part=relative.nth(NTH[match["nth"].lower()], piece))
    if match["q"]:
        return date._replace(span=span, part=f"Q{match['q']}")
    if match["season"] and date.month:
        return date
    return date._replace(span=span, part=relative.part(match["p"] or match["season"] or match["e"]))


def _absolute(masked: str) -> list[Date]:
    result: list[Date] = []
    for match in _date().finditer(masked):
        get = match.group
        span = Span(*match.span())
        if match.lastgroup is None:
            continue
        if get("y7"):
            if _is_year(masked, span):
                result.append(Date(span, int(get("y7"))))
        elif get("m6") or get("m8"):
            result.append(Date(span, month=_month(get("m6") or get("m8"))))
        elif get("y8"):
            result.append(Date(span, _whole_year(int(get("y8")))))
        elif get("yn"):
            result.extend(_numeric(match, span))
        elif get("m5"):
            result.append(Date(span, int(get("y5")), _month(get("m5"))))
        elif get("yi"):
            month = int(get("mi"))
            result.append(Date(span, int(get("yi")), month, int(get("di")), style="iso"))
        else:
            result.extend(_full(match, span))
    return result


_NO_YEAR = lazy(
    r"(?:[$£€₦#]|\b(?:Route|Highway|No\.?|flight|Flight|number|section|room|about|some|than|least|nearly|over) )$"
)
_YEAR_CUE = lazy(
    r"(?:\b(?:[Ii]n|[Ss]ince|[Oo]f|[Ff]rom|[Tt]o|[Uu]ntil|[Bb]y|[Bb]efore|[Aa]fter|[Dd]uring"
    r"|[Tt]ill|[Ee]arly|[Ll]ate|mid|and|"
    r"[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|between|through|around|circa|for|own|that|this|born"
    rf"|season|only|quarter|half|fiscal|financial|year|FY|Q[1-4]|{'|'.join(SEASONS)})[ -]|[-–(/]|, )$"
)


_OF_YEAR = lazy(r" (?:[a-z]+ )?(?:presidential|general|election|elections|[Oo]lympics?|World|budget|census|season)\b")
_EVENT_OF = lazy(
    r"\b(?:Conference|Congress|Cup|Games|Olympics|Championships?|Awards|Expo|Festival|Summit|Open|Congress|[A-Z]{4,}) $"
)
_OTHER_YEAR = lazy(rf"\s?[-–]\s?{_YEAR}\b")
_YEAR_BEFORE = lazy(rf"\b{_YEAR}\s?[-–]\s?$")


def _is_year(text: str, span: Span) -> bool:
    lead = text[max(0, span.start - 14) : span.start]
    if _OTHER_YEAR.match(text, span.end) or _YEAR_BEFORE.search(lead) or _OF_YEAR.match(text, span.end):
        return not lead.endswith(("$", "£", "€"))
    return bool(_EVENT_OF.search(lead)) or (
        not _NO_YEAR.search(lead) and (not lead.strip() or lead.endswith((". ", "; ")) or bool(_YEAR_CUE.search(lead)))
    )


def _whole_year(year: int) -> int:
    """The year that two of its figures mean."""
    return year if year > 99 else year + (2000 if year < 50 else 1900)


def _numeric(match: re.Match[str], span: Span) -> Iterator[Date]:
    """A date in figures alone, where only one of them can be the month."""
    one, two, year = int(match["n1"]), int(match["n2"]), int(match["yn"])
    year = _whole_year(year)
    if (one > 12) != (two > 12) or one == two:
        day, month = (one, two) if one > 12 else (two, one)
        if month and 0 < day < 32:
            yield Date(span, year, month, day)


def _full(match: re.Match[str], span: Span) -> list[Date]:
    get = match.group
    weekday = WEEKDAYS_BY_START[get("w")[:3]] if get("w") else None
    for n, order in ((1, "d m"), (2, "m d"), (3, "d m"), (4, "m d")):
        month = get(f"m{n}")
        if not month:
            continue
        year = int(get(f"y{n}")) if get(f"y{n}") else None
        style = (
            order
            + ("th" if get(f"o{n}") else "")
            + ("." if len(month.rstrip(".")) < 4 and month.rstrip(".") != "May" else "")
        )
        number = _month(month)
        if n > 2 and get(f"d{n}b"):
            first = Span(span.start, match.end(f"d{n}"))
            second = Span(match.start(f"d{n}b"), span.end)
            return [
                Date(first, year, number, int(get(f"d{n}")), None, None, style),
                Date(second, year, number, int(get(f"d{n}b")), None, None, style, True),
            ]
        return [Date(span, year, number, int(get(f"d{n}")), weekday, None, style)]
    if _HABIT.search(match.string, max(0, span.start - 10), span.start):
        return []
    if _NTH_DAY.search(match.string, max(0, span.start - 10), span.start) and _OF_MONTH.match(match.string, span.end):
        return []
    return [Date(span, weekday=weekday)]


_HABIT = lazy(r"\b(?:[Aa]|[Ee]very|[Ee]ach|any) $")
"""Before a weekday that is no day of the calendar: "on a Monday"."""
_NTH_DAY = lazy(rf"\b(?:{'|'.join(NTH)}|fifth) $")
_OF_MONTH = lazy(rf" (?:of|in) (?:the month|each|every|{_MONTH})")


WEEKDAYS_BY_START = {name[:3]: n for n, name in enumerate(WEEKDAYS)}
_MONTHS_BY_START = {name[:3]: n + 1 for n, name in enumerate(MONTHS)}


def _month(word: str) -> int:
    return _MONTHS_BY_START[word[:3]]
