"""See-also sentences: citations that a rewriting tool turned into prose."""

from __future__ import annotations

from collections.abc import Iterator

from editor import healing
from editor.finding import Finding, Fix, finding
from editor.ledger import Ledger


def check(ledger: Ledger) -> Iterator[Finding]:
    for piece, paragraph in healing.pieces(ledger, "see_also"):
        fix = healing.taken_out(ledger, piece, paragraph)
        words = " ".join(piece.span.of(ledger.text).split())
        said = words if len(words) <= 60 else words[:57] + "…"
        yield finding(
            "see_also", piece.span, fixes=[Fix("remove", fix.edits, False, fix.leaves)], confidence="likely", words=said
        )
