"""Changes of rates: by how many points from one to the other, and what two rises come to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from editor.article import Span
from editor.finding import Evidence, Finding, finding
from editor.ledger import Ledger, Stated
from editor.reading import numbers
from editor.reading.figures import Figure
from editor.reading.patterns import lazy

_POINTS = lazy(
    r"\b(?P<n>(?:(?:a|one|three) )?(?:half|quarters?)(?: of)?(?: an?)?|an?(?! half| quarter)|\d+(?:\.\d+)?"
    rf"|{numbers.BELOW_HUNDRED})"
    r"[ -](?:full )?(?P<u>(?:percentage|per cent|percent)[ -]points?|(?<=quarter )points?"
    r"|(?<=quarter-)points?|(?<=half )points?"
    r"|(?<=a )points?|(?<=half-)points?|basis[ -]points?)\b"
)
_MOVED = lazy(
    r"\b(?:cheaper|dearer|lower|higher|less|more|cut\w*|rais\w+|rise|rose|risen|fall|fell|fallen|increas\w+|decreas\w+"
    r"|reduc\w+|down|up|hike\w*|drop\w*|jump\w*|lift\w*|lower\w*|trimm\w+|slash\w*)\b",
    re.IGNORECASE,
)
_RATE = lazy(r"\b(?:rates?|interest|yields?|mortgages?|loans?|unemployment|inflation|tax|levy|VAT)\b")
_FEW = 2


def points(ledger: Ledger) -> Iterator[Finding]:
    """A rate of 13.75 per cent that was 14.25, and money that becomes a quarter of a point cheaper."""
    text = ledger.text
    for paragraph in ledger.paragraphs:
        if "point" not in paragraph.masked:
            continue
        for match in _POINTS.finditer(paragraph.masked):
            place = paragraph.at(Span(*match.span()))
            sentence = next((s for s in ledger.sentences_of.get(paragraph.start, ()) if s.span.covers(place)), None)
            value = _value(match["n"], match["u"])
            if sentence is None or not value or paragraph.read.quoted(Span(*match.span())):
                continue
            lead = text[max(sentence.span.start, place.start - 60) : min(sentence.span.end, place.end + 30)]
            if not _MOVED.search(lead) or re.search(
                r"\b(?:more than|at least|up to|nearly|almost|over)\s*$", text[max(0, place.start - 12) : place.start]
            ):
                continue
            rates: list[Stated[Figure]] = []
            for number in (sentence.number, sentence.number - 1):
                rates = [s for s in ledger.figures_in.get(number, ()) if _rate(s)] + rates
                if len({s.thing.low for s in rates}) >= _FEW:
                    break
            first = ledger.sentences[rates[0].sentence.number].span.start if rates else sentence.span.start
            if len({s.thing.low for s in rates}) != _FEW or not _RATE.search(text, first, sentence.span.end):
                continue
            one, two = rates[0], next(s for s in rates if s.thing.low != rates[0].thing.low)
            right = abs(one.thing.low - two.thing.low)
            if abs(right - value) > 0.051 and right <= 4 * value and value <= 4 * right:
                ends = sorted((one.span, two.span))
                yield finding(
                    "change", place, evidence=[Evidence(span, "part") for span in ends],
                    one=one.span.of(text), two=two.span.of(text), right=f"{right:.3g} points", said=place.of(text),
                )  # fmt: skip


def _rate(stated: Stated[Figure]) -> bool:
    return stated.thing.unit == "%" and stated.thing.low == stated.thing.high and not stated.thing.qualifier


def _value(words: str, unit: str) -> float:
    """How many points words say: "a quarter of a", "half a", "25"."""
    words = words.lower()
    size = 0.01 if unit.startswith("basis") else 1.0
    if "half" in words:
        return 0.5 * size
    if "quarter" in words:
        return (0.75 if words.startswith("three") else 0.25) * size
    return (1.0 if words in ("a", "an") else numbers.value(words)) * size


_COMPOUND = lazy(
    r"\b(?:compound(?:ed)?|cumulative|combined|total|overall)(?: \w+)?(?: \w+)? of (?:about |just over |just under )?$"
    r"|\b(?:compound\w*|adding up|add up|amount\w*|coming|comes?|or|making|worth)(?: up)?(?: to)?,? (?:a total of )?$"
)
_OVER = lazy(
    r"(?: more| in total)? (?:over|in|across) (?:the )?(?:two|three|four|both) years"
    r"|(?: in all| in total| altogether)\b"
)
_THEN = lazy(
    r"\b(?:next|then|second|following|after that|this year|in (?:19|20)\d\d|from (?:January|April|July|October))\b"
)


def compound(ledger: Ledger) -> Iterator[Finding]:
    """Rises of 4.2 per cent this year and 3.1 next, "a compound rise of 9.6"."""
    text = ledger.text
    for stated in ledger.figures_in.values():
        rates = [s for s in stated if _rate(s)]
        if len(rates) <= _FEW:
            continue
        *parts, whole = rates
        lead = text[max(parts[-1].span.end, whole.span.start - 44) : whole.span.start]
        cue = _COMPOUND.search(lead)
        named = cue and re.match(r"compound|cumulative|combined|total|overall", cue[0])
        if not cue or not (named or _OVER.match(text, whole.span.end)):
            continue
        if not _THEN.search(text, parts[0].span.end, whole.span.start):
            continue
        total, grown = sum(p.thing.low for p in parts), 1.0
        for part in parts:
            grown *= 1 + part.thing.low / 100
        grown = 100 * (grown - 1)
        low, high = min(total, grown) - 0.3, max(total, grown) + 0.3
        if not low <= whole.thing.low <= high and 0.4 * total < whole.thing.low < 2.5 * total:
            yield finding(
                "rises", whole.span, evidence=[Evidence(p.span, "part") for p in parts],
                right=f"{numbers.shown(round(grown, 1))}", one=whole.span.of(text),
            )  # fmt: skip
