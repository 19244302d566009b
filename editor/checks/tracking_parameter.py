"""Tracking parameters: the part of an address that says which assistant handed it over."""

from __future__ import annotations

from collections.abc import Iterator

from editor import healing
from editor.finding import Finding, Fix, finding
from editor.ledger import Ledger


def check(ledger: Ledger) -> Iterator[Finding]:
    for piece, paragraph in healing.pieces(ledger, "parameter"):
        strip = healing.taken_out(ledger, piece, paragraph, "strip")
        fixes = [Fix(strip.label, strip.edits, strip.batch)]
        words = piece.span.of(ledger.text)
        if words[0] in "([" and "](" not in words:
            fixes.append(Fix("remove", healing.healed(ledger.text, piece.span)))
        said = " ".join(cut.of(ledger.text).strip("?&") for cut in piece.cuts)
        yield finding("parameter", piece.span, fixes=fixes, confidence=piece.confidence, words=said)
