"""Hidden characters, and letters of another alphabet inside a word."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from editor import healing
from editor.article import Edit, Span
from editor.finding import Finding, Fix, finding
from editor.ledger import Ledger
from editor.reading.leftovers import quoted


def check(ledger: Ledger) -> Iterator[Finding]:
    for piece, _ in healing.pieces(ledger, "hidden", "lookalike"):
        words, instead = piece.span.of(ledger.text), piece.origin
        batch = piece.confidence == "certain" and not quoted(ledger.text, piece.span.start)
        place = piece.span
        if (
            not instead
            and " " in ledger.text[place.start - 1 : place.start]
            and " " in ledger.text[place.end : place.end + 1]
        ):
            # Between two blanks it would leave both.
            place = Span(place.start, place.end + 1)
        fix = Fix("respell" if instead else "remove", (Edit(place, place.of(ledger.text), instead),), batch)
        said = instead or _name(words[0])
        yield finding(piece.kind, piece.span, fixes=[fix], confidence=piece.confidence, words=said, number=len(words))


def _name(sign: str) -> str:
    name = unicodedata.name(sign, "private use character").lower()
    return f"{name}, U+{ord(sign):04X}"
