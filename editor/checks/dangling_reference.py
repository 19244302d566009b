"""References to nothing: "(Bonnier 1)", "[3]" without a list, an attribution without a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from editor import healing
from editor.article import Span
from editor.finding import Finding, Fix, Opens, finding
from editor.ledger import Ledger

_NOBODY = re.compile(
    r",?[ ]*\b(?:[Aa]ccording to|as per|as reported by|as told to|citing|quoting)(?=[ ]*(?:[.,;:!?)]|$)| (?:and|but)\b)"
    r"|,[ ]*(?:said|says|added|told)(?=[ ]+\.)"
)


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
        if paragraph.kind == "code":
            continue
        for match in _NOBODY.finditer(paragraph.masked):
            if paragraph.text[match.start() : match.end()] != match[0] or any(
                piece.span.touches(Span(paragraph.start + match.start(), paragraph.start + match.end() + 2))
                for piece in paragraph.debris
            ):
                continue
            span = paragraph.at(Span(match.start(), match.end()))
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
