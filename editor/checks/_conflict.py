"""What every check of consistency says: two places that can't both be right, and a choice that names no winner."""

from __future__ import annotations

from collections.abc import Iterable

from editor.article import Edit, Span
from editor.finding import Confidence, Evidence, Finding, Fix, finding
from editor.ledger import Ledger


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

    `swaps` are the words that may stand for each other, where they are less than the places.
    """
    text = ledger.text
    first, second = sorted((one, two))
    shown = sorted(swaps) if swaps else (first, second)
    said = {"one": shown[0].of(text), "two": shown[1].of(text), **values}
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
