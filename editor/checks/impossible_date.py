"""A date or a time of day that does not exist."""

from __future__ import annotations

import calendar
from collections.abc import Iterator

from editor.article import Span
from editor.finding import Finding, finding
from editor.reading.dates import MONTHS
from editor.reading.paragraph import Paragraph
from editor.reading.patterns import lazy

_TIME = lazy(
    r"(?<![\d:.,$£€-])(?P<h>\d{1,2})[:.](?P<m>\d\d)\s?(?P<half>[ap]\.?m\b)"
    r"|(?<![\d.,:/-])(?P<french>(?:2[4-9]|[3-9]\d)h[0-5]\d|(?:[01]?\d|2[0-3])h[6-9]\d)\b"
    r"|(?:\bat |\buntil |\bfrom |\bby )(?P<time>(?P<h2>2[4-9]|[3-9]\d):(?P<m2>[0-5]\d)"
    r"|(?P<h3>[01]?\d|2[0-3]):(?P<m3>[6-9]\d))(?![\d:]|\.\d|\s?(?:per|win|loss|lead))"
)

_CLOCK = lazy(r"\d(?:[:.h]\d\d| ?[ap]\.?m)")


def check(paragraph: Paragraph) -> Iterator[Finding]:
    for date in paragraph.read.dates:
        if not (date.month and date.day):
            continue
        longest = calendar.monthrange(date.year or 2024, date.month)[1]
        if date.day > longest:
            month = MONTHS[date.month - 1] + (f" {date.year}" if date.year else "")
            yield finding("day", date.span, month=month, days=longest)
    text = paragraph.masked
    if not _CLOCK.search(text):
        return
    for match in _TIME.finditer(text):
        if match["half"]:
            if int(match["h"]) > 12 or int(match["m"]) > 59 or (match["h"] == "0"):
                yield finding("time", Span(*match.span()), confidence="possible" if int(match["m"]) < 60 else "likely")
        else:
            if match["time"] == "24:00":
                continue
            yield finding("time", Span(*match.span("french" if match["french"] else "time")))
