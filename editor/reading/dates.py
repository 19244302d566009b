"""Dates and durations as they are written; the ledger resolves them against the article's date."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from editor.article import Span
from editor.reading import numbers
from editor.reading.patterns import lazy

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class Date(NamedTuple):
    """A date as written; what is not said is None. `weekday` is 0 for Monday, `relative` words like "yesterday"."""

    span: Span
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    relative: str = ""
    style: str = ""
    """How day and month are written: "m d", "d m" or "iso", with "th" for an ordinal and "." for a month cut short."""
    range_end: bool = False
    """Whether it closes a range that the date before it opens."""


class Duration(NamedTuple):
    """A length of time as written, in days. `of` is what lasts, in the words used; `of_span` their place."""

    span: Span
    days: float
    unit: str
    of: str = ""
    of_span: Span | None = None
    role: str = ""
    """"length" of something, "age", "going on", "ago", "later", "before", "after", or "" where it is not said."""
    qualifier: str = ""
    number: float = 0


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
_NUMBER = rf"(?:{numbers.WORDS}|\d+(?:\.\d+)?|an?|several|a few)"
_SPAN_UNIT = r"seconds?|minutes?|hours?|days?|nights?|weeks?|fortnights?|months?|years?|decades?|centur(?:y|ies)"


@functools.cache
def _date() -> re.Pattern[str]:
    year = rf"(?:,? \(?(?P<y{{n}}>{_YEAR})(?:(?<=\(\d{{{{4}}}})\))?(?![\d%]|[,.]\d))?"
    return re.compile(
        rf"\b(?=[\dJFMASONDTWYLN]|yes|to[dmn]|las|thi|nex)(?:(?P<w>{_WEEKDAY})(?:,? (?:the )?(?P<wrest>"
        rf"(?P<d1>{_DAY})(?P<o1>{_ORD})?(?: of)? (?P<m1>{_MONTH}){year.format(n=1)}"
        rf"|(?P<m2>{_MONTH}) (?:the )?(?P<d2>{_DAY})(?P<o2>{_ORD})?(?![\d:]|[.,]\d){year.format(n=2)}))?"
        rf"|(?P<d3>{_DAY})(?P<o3>{_ORD})?(?:{_TO}(?P<d3b>{_DAY})(?P<o3b>{_ORD})?)?(?: of)? (?P<m3>{_MONTH}"
        rf")(?![a-z]| \d{{1,2}}\b){year.format(n=3)}"
        rf"|(?P<m4>{_MONTH}) (?:the )?(?P<d4>{_DAY})(?P<o4>{_ORD})?(?![\d:%]|[.,]\d| (?:million"
        rf"|billion|per cent|percent|people"
        rf"|seats))(?:(?P<to4>{_TO})(?P<d4b>{_DAY})(?P<o4b>{_ORD})?(?![\d:%]|[.,]\d"
        rf"| [a-z]))?{year.format(n=4)}"
        rf"|(?P<yi>{_YEAR})-(?P<mi>[01]\d)-(?P<di>[0-3]\d)(?![\d-])"
        rf"|(?P<m5>{_MONTH}),? (?P<y5>{_YEAR})(?![\d%]|[,.]\d)"
        rf"|(?:(?<=[Ii]n )|(?<=since )|(?<=Since )|(?<=of )|(?<=last )|(?<=next )|(?<=until )"
        rf"|(?<=by )|(?<=from )|(?<=early )|(?<=late )|(?<=mid-)"
        rf"|(?<=to ))(?P<m6>{_MONTH.replace('May', 'May(?! (?:be|have|not))')})(?! [A-Z]|[’'\-])"
        rf"|(?P<y7>{_YEAR})(?![\d%’'\-]|[,.]\d)(?! (?:[a-z]+s|people|men|women|metres|meters|feet"
        rf"|km|miles)\b(?<!was)(?<!has)(?<!its)(?<!his)(?<!this)(?<!as))"
        r"|(?P<r>[Yy]esterday|[Tt]oday|[Tt]omorrow|[Tt]onight|(?:[Ll]ast|[Tt]his"
        r"|[Nn]ext) (?:week(?:end)?|month|year|night|spring|summer|autumn|fall|winter)))"
        r"(?<=[\w.)])(?!\w|[’'][a-rt-z])"
    )


def dates(masked: str) -> tuple[Date, ...]:
    """The dates of a paragraph's masked words, in order; a range gives two."""
    result: list[Date] = []
    for match in _date().finditer(masked):
        get = match.group
        span = Span(*match.span())
        if match.lastgroup is None:
            continue
        if relative := get("r"):
            result.append(Date(span, relative=relative.lower()))
        elif get("y7"):
            if _is_year(masked, span):
                result.append(Date(span, int(get("y7"))))
        elif get("m6"):
            result.append(Date(span, month=_month(get("m6"))))
        elif get("m5"):
            result.append(Date(span, int(get("y5")), _month(get("m5"))))
        elif get("yi"):
            month = int(get("mi"))
            result.append(Date(span, int(get("yi")), month, int(get("di")), style="iso"))
        else:
            result.extend(_full(match, span))
    return tuple(result)


_NO_YEAR = lazy(
    r"(?:[$£€₦#]|\b(?:Route|Highway|No\.?|flight|Flight|number|section|room|about|some|than|least|nearly|over) )$"
)
_YEAR_CUE = lazy(
    r"(?:\b(?:[Ii]n|[Ss]ince|[Oo]f|[Ff]rom|[Tt]o|[Uu]ntil|[Bb]y|[Bb]efore|[Aa]fter|[Dd]uring"
    r"|[Tt]ill|[Ee]arly|[Ll]ate|mid|and|"
    r"[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|between|through|around|circa|for|own|that|this|born"
    r"|season|only)[ -]|[-–(/]|, )$"
)


def _is_year(text: str, span: Span) -> bool:
    lead = text[max(0, span.start - 12) : span.start]
    return not _NO_YEAR.search(lead) and (
        not lead.strip() or lead.endswith((". ", "; ")) or bool(_YEAR_CUE.search(lead))
    )


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
                Date(first, year, number, int(get(f"d{n}")), None, "", style),
                Date(second, year, number, int(get(f"d{n}b")), None, "", style, True),
            ]
        return [Date(span, year, number, int(get(f"d{n}")), weekday, "", style)]
    return [Date(span, weekday=weekday)]


WEEKDAYS_BY_START = {name[:3]: n for n, name in enumerate(WEEKDAYS)}
_MONTHS_BY_START = {name[:3]: n + 1 for n, name in enumerate(MONTHS)}


def _month(word: str) -> int:
    return _MONTHS_BY_START[word[:3]]


_DAYS = {
    "second": 1 / 86400, "minute": 1 / 1440, "hour": 1 / 24, "day": 1, "night": 1, "week": 7, "fortnight": 14,
    "month": 30.4375, "year": 365.25, "decade": 3652.5, "century": 36525,
}  # fmt: skip


_UNIT = lazy(rf"[-‑ ](?P<u>{_SPAN_UNIT})\b(?P<rest>[-‑ ](?:and a half|long|old)\b)?")
_COUNT = lazy(
    r"(?:\b(?P<q>at least|more than|less than|fewer than|up to|over|nearly|almost|about|around"
    r"|some|roughly|just|only|under) )?"
    rf"\b(?P<n>{_NUMBER})(?:(?P<to> to |–|-)(?P<n2>{_NUMBER}))?(?P<half> and a half)?$"
)
_REACH = 48
"""How far before its unit, in characters, a length of time may begin."""


_ROLE = lazy(
    r",? (?:(?P<ago>ago|earlier|previously)|(?P<later>later|on\b)|(?P<before>before)"
    r"|(?P<after>after|since)|(?P<old>old|of age)"
    r"|of (?:(?:the|a|an|its|their|his|her|this) )?(?P<of>[^\W\d]+(?:[ -][^\W\d]+){0,3}))"
)
_THING = lazy(r" (?P<of>[^\W\d]+(?:[ -][^\W\d]+){0,3})")
_GOING_ON = lazy(
    r"\b(?:(?:has|have|had) (?:[\w-]+ ){1,4}(?:for|on for)|(?:raged|lasted|burned|burnt|continued"
    r"|gone on|dragged on|going on|"
    r"lasting|lasts|last|took|taken|takes|spent|spanning|now|entire)(?: for)?(?: the (?:past|last))?(?: an?)?) $"
)


def durations(masked: str) -> tuple[Duration, ...]:
    """The lengths of time of a paragraph's masked words, in order, each with what it measures where that is said."""
    result = []
    small = masked.lower()
    if len(small) != len(masked):
        small = "".join(c.lower() if len(c.lower()) == 1 else c for c in masked)
    for match in _UNIT.finditer(small):
        count = _COUNT.search(small, max(0, match.start() - _REACH), match.start())
        if not count:
            continue
        unit, hyphened = _unit(match["u"]), match[0][0] != " "
        number = (count["n2"] or count["n"]).lower()
        bare = number in ("a", "an")
        if number in ("several", "a few") or (bare and (hyphened or unit in ("night", "second"))):
            continue
        size = 1.0 if bare else numbers.value(number)
        if count["half"] or (match["rest"] or "").endswith("half"):
            size += 0.5
        role, of = _role(masked, match, count.start(), hyphened)
        said = of.of(masked).lower() if of else ""
        span = Span(count.start("n"), match.end())
        result.append(Duration(span, size * _DAYS[unit], unit, said, of, role, (count["q"] or "").lower(), size))
    return tuple(result)


def _unit(word: str) -> str:
    word = word.lower()
    return "century" if word == "centuries" else word.rstrip("s")


_LASTED = lazy(
    r"(?P<of>[^\W\d_]{3,})(?: of|,? (?:(?:that|which) )?(?:had |has )?(?:lasted|raged|burned"
    r"|burnt|ran|dragged on|went on)| lasting)(?: for)? $"
)


def _role(text: str, match: re.Match[str], start: int, hyphened: bool) -> tuple[str, Span | None]:
    if (match["rest"] or "").endswith("old"):
        return "age", None
    if hyphened:
        thing = _THING.match(text, match.end())
        return "length", Span(*thing.span("of")) if thing else None
    role = _ROLE.match(text, match.end())
    if role:
        if role["of"]:
            return "length", Span(*role.span("of"))
        if role["old"]:
            return "age", None
        return str(role.lastgroup), None
    if thing := _LASTED.search(text, max(0, start - 40), start):
        return "length", Span(*thing.span("of"))
    if _GOING_ON.search(text, max(0, start - 40), start):
        return "going on", None
    return "", None
