"""Promotion lines: "Want more? Watch: …", "Read also: …", newsletters."""

from __future__ import annotations

from collections.abc import Iterator

from editor import healing
from editor.finding import Finding, Fix, finding
from editor.ledger import Ledger


def check(ledger: Ledger) -> Iterator[Finding]:
    for piece, paragraph in healing.pieces(ledger, "teaser"):
        edits = healing.healed(ledger.text, piece.span, heading=paragraph.kind == "headline")
        words = " ".join(piece.span.of(ledger.text).split())
        said = words if len(words) <= 60 else words[:57] + "…"
        yield finding("teaser", piece.span, fixes=[Fix("remove", edits)], confidence=piece.confidence, words=said)
