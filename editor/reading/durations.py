"""Lengths of time as they are written, each with what it measures."""

from __future__ import annotations

import re
from typing import NamedTuple

from editor.article import Span
from editor.reading import numbers
from editor.reading.patterns import lazy


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


_NUMBER = rf"(?:{numbers.WORDS}|\d+(?:\.\d+)?|an?|several|a few|(?:a|two|three) dozen)"
_SPAN_UNIT = r"seconds?|minutes?|hours?|days?|nights?|weeks?|fortnights?|months?|years?|decades?|centur(?:y|ies)"

_DAYS = {
    "second": 1 / 86400, "minute": 1 / 1440, "hour": 1 / 24, "day": 1, "night": 1, "week": 7, "fortnight": 14,
    "month": 30.4375, "year": 365.25, "decade": 3652.5, "century": 36525,
}  # fmt: skip


_UNIT = lazy(rf"[-‑ ](?P<u>{_SPAN_UNIT})\b(?P<rest>[-‑ ](?:and a half|long|old)\b)?")
_COUNT = lazy(
    r"(?:\b(?P<q>at least|more than|less than|fewer than|up to|over|nearly|almost|about|around"
    r"|some|roughly|just|only|under) )?"
    r"(?P<part>\b(?:half|(?:a |one )?quarter of|three[- ]quarters of) )?"
    rf"\b(?P<n>{_NUMBER})(?:(?P<to> to |–|-)(?P<n2>{_NUMBER}))?(?P<half>[- ]and[- ]a[- ]half)?$"
)
_PARTS = {"half": 0.5, "three": 0.75}
"""What is meant by the words before "an hour", by the first of them; else a quarter."""
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
            if match["rest"] in ("-long", "‑long") and match["u"][-1] != "s":
                result.append(_long(masked, match))
            continue
        unit, hyphened = _unit(match["u"]), match[0][0] != " "
        number = (count["n2"] or count["n"]).lower()
        bare = number in ("a", "an")
        if number in ("several", "a few") or (bare and (hyphened or unit in ("night", "second"))):
            continue
        size = 1.0 if bare else numbers.value(number)
        if count["half"] or (match["rest"] or "").endswith("half"):
            size += 0.5
        if part := count["part"]:
            size *= _PARTS.get(part[:5].strip(), 0.25)
        hyphened = hyphened or (match["rest"] or "") in ("-long", "‑long")
        role, of = _role(masked, match, count.start(), hyphened)
        said = of.of(masked).lower() if of else ""
        span = Span(count.start("part") if part else count.start("n"), match.end())
        result.append(Duration(span, size * _DAYS[unit], unit, said, of, role, (count["q"] or "").lower(), size))
    return tuple(result)


def _long(masked: str, match: re.Match[str]) -> Duration:
    """ "The decade-long dig": one of its unit."""
    role, of = _role(masked, match, match.start(), True)
    unit = _unit(match["u"])
    said = of.of(masked).lower() if of else ""
    return Duration(Span(match.start() + 1, match.end()), _DAYS[unit], unit, said, of, role, "", 1)


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
