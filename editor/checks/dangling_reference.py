"""References to nothing: "(Bonnier 1)", "[3]" without a list, an attribution without a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from editor import healing
from editor.article import Span
from editor.finding import Finding, Fix, Opens, finding
from editor.ledger import Ledger

_NOBODY = re.compile(
    r"(?:[Aa]ccording to|as per|as reported by|as told to|citing|quoting)(?=[ ]*(?:[.,;:!?)]|$)| (?:and|but)\b)"
    r"|, (?:said|says|added|told)(?=[ ]+\.)"
)

_CREDITS = ("ccording to", "as per", "as reported by", "as told to", "citing", "quoting", " .")


def check(ledger: Ledger) -> Iterator[Finding]:
    for piece, paragraph in healing.pieces(ledger, "reference"):
        fix = healing.taken_out(ledger, piece, paragraph)
        yield finding(
            "reference",
            piece.span,
            fixes=[Fix("remove", fix.edits, False, fix.leaves)],
            confidence=piece.confidence,
            words=piece.span.of(ledger.text),
        )
    for paragraph in ledger.paragraphs:
        if paragraph.kind == "code" or not any(words in paragraph.masked for words in _CREDITS):
            continue
        for match in _NOBODY.finditer(paragraph.masked):
            start = match.start()
            if paragraph.text[start - 1 : start].isalnum():
                continue
            start -= len(paragraph.text[:start]) - len(paragraph.text[:start].rstrip(" "))
            start -= paragraph.text[start - 1 : start] == ","
            span = paragraph.at(Span(start, match.end()))
            if any(piece.span.touches(Span(span.start, span.end + 2)) for piece in paragraph.debris):
                continue
            span = Span(span.start + (ledger.text[span.start] == " "), span.end)
            edits = healing.healed(ledger.text, span)
            place = healing.claim(ledger, span, "attribution", paragraph)
            opens = Opens("unsourced", place) if place else None
            yield finding(
                "nobody",
                span,
                fixes=[Fix("remove", edits, leaves=opens)],
                confidence="likely",
                words=match[0].strip(" ,"),
            )
