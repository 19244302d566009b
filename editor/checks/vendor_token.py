"""Vendor tokens: the markers by which chat assistants point at their sources."""

from __future__ import annotations

from collections.abc import Iterator

from editor import healing
from editor.finding import Finding, finding
from editor.ledger import Ledger


def check(ledger: Ledger) -> Iterator[Finding]:
    for piece, paragraph in healing.pieces(ledger, "token"):
        fix = healing.taken_out(ledger, piece, paragraph)
        words = "".join(c for c in piece.span.of(ledger.text) if c.isprintable())
        yield finding(
            "token",
            piece.span,
            fixes=[fix],
            confidence=piece.confidence,
            words=words or "an invisible mark",
            origin=piece.origin,
        )
