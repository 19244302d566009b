"""What every check of consistency says: two places that can't both be right, and a choice that names no winner."""

from __future__ import annotations

import bisect
from collections.abc import Iterable

from editor.article import Edit, Span
from editor.finding import Confidence, Evidence, Finding, Fix, finding
from editor.ledger import Ledger
from editor.reading.patterns import lazy


def conflict(
    ledger: Ledger,
    rule: str,
    one: Span,
    two: Span,
    *others: Span,
    keep: bool = True,
    swaps: tuple[Span, Span] | None = None,
    confidence: Confidence = "likely",
    **values: object,
) -> Finding:
    """A finding at the later of two places, the rest its evidence; with `keep`, each may be written at the other.

    `swaps` are the words that may stand for each other, where they are less than the places. Beside `one` and `two`,
    the words of the places, the page's sentence may say `one_told` and `two_told`: with the words about them.
    """
    text = ledger.text
    first, second = sorted((one, two))
    shown = sorted(swaps) if swaps else (first, second)
    said = {
        "one": shown[0].of(text),
        "two": shown[1].of(text),
        "one_told": told(ledger, first),
        "two_told": told(ledger, second),
        **values,
    }
    fixes = kept(text, *shown) if keep and not others else ()
    places = [first, *sorted(others)]
    return finding(
        rule,
        second,
        evidence=[Evidence(place, "other") for place in places],
        fixes=fixes,
        confidence=confidence,
        **said,
    )


_STOPS = lazy(r"[;:()“”\"—–]|, ")
_HARD = lazy(r"[;:()“”\"—–]")
AROUND = 6
"""How many words are told before a place, and after it."""
LONGEST = 16
"""How many words of a place are told, at most."""


def told(ledger: Ledger, place: Span) -> str:
    """A place with the words about it in its clause, so that a line by itself says what to look up; … where it is cut.

    Two words of it are told at the least beside the place, beyond a comma if need be.
    """
    sentences = ledger.sentences
    number = bisect.bisect_right(sentences, place.start, key=lambda one: one.span.start) - 1
    text = ledger.text
    if number < 0 or place.end > sentences[number].span.end:
        return short(place.of(text).split())
    whole = sentences[number].span
    before, after = text[whole.start : place.start], text[place.end : whole.end].rstrip(" .!?”\"’'")
    for stops in (_STOPS, _HARD):
        left = before[max((match.end() for match in stops.finditer(before)), default=0) :].split(" ")
        cut = stops.search(after)
        right = after[: cut.start() if cut else len(after)].split(" ")
        if len(left) + len(right) > 3:
            break
    words = place.of(text)
    opens = "… " if len(left) > AROUND + 1 else ""
    closes = " …" if len(right) > AROUND + 1 else ""
    if len(words.split()) > LONGEST:
        return short(words.split())
    about = f"{' '.join(left[-AROUND - 1 :])}{words}{' '.join(right[: AROUND + 1])}"
    return f"{opens}{' '.join(about.split()).rstrip(',')}{closes}".replace("“", "‘").replace("”", "’")


def short(words: list[str]) -> str:
    return " ".join(words[:LONGEST]).rstrip(" ,.") + (" …" if len(words) > LONGEST else "")


def kept(text: str, one: Span, two: Span) -> Iterable[Fix]:
    """Two fixes: the words of `one` at both places, the words of `two` at both."""
    first, second = one.of(text), two.of(text)
    if first == second or one.touches(two):
        return
    yield Fix("keep_one", (Edit(two, second, _cased(first, second)),))
    yield Fix("keep_two", (Edit(one, first, _cased(second, first)),))


def _cased(words: str, place: str) -> str:
    """Words with the capital that their new place has, where they are no name and no figure."""
    if place[:1].isupper() and words[:1].islower():
        return words[:1].upper() + words[1:]
    return words
