"""What follows from an accident or a crime, told to have come before it."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from editor import resources
from editor.article import Span
from editor.checks._conflict import conflict
from editor.finding import Finding
from editor.ledger import Ledger

_LENGTH = (
    r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|thirty|forty|\d+|several|some|half an)"
    r" (?:minutes?|hours?|days?|weeks?|months?|years?)"
)
_ANOTHER = re.compile(
    r"\b(?:was to|planned|due|already|previous\w*|unrelated|earlier|another|first|training|drill|exercise)\b",
    re.IGNORECASE,
)


_KNOWN_LATER = (
    r"(?! (?:was|were|had been|is) (?:\w+ )?(?:put|reported|extinguished|brought|found|declared|made|over|out))"
)
"""What is told after a cause that makes it the news of it, or its end, that the effect came before."""


@functools.cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = dict(resources.rows("lexicon", "en", "causes.tsv"))
    named = re.compile(
        rf"\b(?P<what>{words['effect named']})\b(?:[^.;]|\.(?=\d)){{0,60}}?"
        rf"(?P<before>{_LENGTH} before the (?P<cause>{words['cause named']}))\b",
        re.IGNORECASE,
    )
    told = re.compile(
        rf"\b(?P<what>{words['effect told']})\b(?:[^.;]|\.(?=\d)){{0,60}}?"
        rf"(?P<before>{_LENGTH} before (?:the (?:[\w-]+ )?(?!storm|flood|eruption)"
        rf"(?:{words['cause named']})|(?:(?:the|his|her|its|their|an?) )?"
        rf"(?:[\w’'-]+ ){{1,4}}?(?:{words['cause told']})))\b{_KNOWN_LATER}",
        re.IGNORECASE,
    )
    return named, told


def before_cause(ledger: Ledger) -> Iterator[Finding]:
    """ "An inquiry opened a day before the derailment"; "brought to hospital an hour before the snow hit him"."""
    for paragraph in ledger.paragraphs:
        if " before " not in paragraph.masked:
            continue
        named, told = _patterns()
        for match in named.finditer(paragraph.masked):
            place = paragraph.at(Span(*match.span("before")))
            if not _ANOTHER.search(match[0]) and (day := _day_of(ledger, place)):
                cause = f"the {match['cause'].lower()}"
                yield conflict(ledger, "cause", day, place, keep=False, what=match["what"].lower(), cause=cause)
        for match in told.finditer(paragraph.masked):
            if _ANOTHER.search(match[0]) or paragraph.read.quoted(Span(*match.span())):
                continue
            effect, place = (paragraph.at(Span(*match.span(group))) for group in ("what", "before"))
            cause = match["before"].split(" before ", 1)[1]
            yield conflict(ledger, "cause", effect, place, keep=False, what=match["what"], cause=cause)


def _day_of(ledger: Ledger, place: Span) -> Span | None:
    """The date with day or weekday that the article gives first outside a place's sentence: that of its main event."""
    for stated in ledger.dates:
        dated = stated.thing.day or stated.thing.weekday is not None
        if dated and not stated.sentence.span.touches(place):
            return stated.span
    return None
