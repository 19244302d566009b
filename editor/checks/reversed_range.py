"""A range whose end comes before its start."""

from __future__ import annotations

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
        n = next(n for n in ("", "2", "3") if match[f"a{n}"])
        one, two = Span(*match.span(f"a{n}")), Span(*match.span(f"b{n}"))
        if int(match[f"a{n}"]) <= int(match[f"b{n}"]):
            continue
        around = text[max(0, match.start() - 60) : match.end() + 20]
        if _BACKWARDS.search(around) or (n == "2" and _SANK.search(around)):
            continue
        swapped = (Edit(one, one.of(text), two.of(text)), Edit(two, two.of(text), one.of(text)))
        fixes = [Fix("swap", swapped)] if not n else []
        yield finding("reversed", Span(*match.span()), fixes=fixes, one=one.of(text), two=two.of(text))
    for one_date, two_date in zip(paragraph.read.dates, paragraph.read.dates[1:], strict=False):
        if two_date.range_end and one_date.month == two_date.month and (one_date.day or 0) > (two_date.day or 0):
            whole = one_date.span.to(two_date.span)
            yield finding("reversed", whole, one=one_date.span.of(text), two=two_date.span.of(text))
