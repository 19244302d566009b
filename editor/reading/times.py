"""Times of day as they are written: 3.12am, 9:15 p.m., 14:30, 26h15, noon."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from editor.article import Span
from editor.reading.patterns import lazy


class Time(NamedTuple):
    """A time of day: `minutes` after midnight; without `half` (am, pm, 24 hours) it may be either half of the day's."""

    span: Span
    minutes: int
    half: bool = True


@functools.cache
def _time() -> re.Pattern[str]:
    half = r"(?P<p>[ap])(?:m\b|\.\s?m\b\.?)"
    return re.compile(
        r"(?:(?<![\d:.,$£€₦/–-])(?P<h>\d{1,2})(?:[:.](?P<m>\d\d))?\s?" + half + r"(?!\w)"
        r"|(?<![\d:.,$£€/-])(?P<h2>\d{1,2})(?:[:h](?P<m2>\d\d))(?![\d:]|[.,]\d|\s?%)"
        r"|\b(?P<word>noon|midday|midnight)\b)",
        re.IGNORECASE,
    )


def times(masked: str) -> tuple[Time, ...]:
    """The times of day of a paragraph's masked words, in order; those that no clock shows are left out."""
    result = []
    for match in _time().finditer(masked) if _may_hold(masked) else ():
        span = Span(*match.span())
        if match["word"]:
            result.append(Time(span, 0 if match["word"].lower() == "midnight" else 720))
            continue
        hour, minute = int(match["h"] or match["h2"]), int(match["m"] or match["m2"] or 0)
        if minute > 59 or hour > (12 if match["p"] else 23):
            continue
        if match["p"]:
            hour = hour % 12 + (12 if match["p"].lower() == "p" else 0)
        result.append(Time(span, 60 * hour + minute, bool(match["p"]) or hour > 12 or match[0].startswith("0")))
    return tuple(result)


_CLOCK = lazy(
    r"[\dnNmM](?:(?<=\d)(?:[:hH]\d|\s?[apAP](?:[mM]\b|\.))|(?<=[nN])[oO][oO][nN]\b(?<!ernoon)"
    r"|(?<=[mM])[iI][dD](?:[dD][aA][yY]|[nN][iI]))"
)


def _may_hold(masked: str) -> bool:
    """Whether a time of day may stand there: it begins with a set of characters, to which the search skips."""
    return _CLOCK.search(masked) is not None
