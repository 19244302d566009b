"""Promotion lines: "Want more? Watch: …", "Read also: …", newsletters."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from editor import healing
from editor.finding import Finding, Fix, finding
from editor.ledger import Ledger
from editor.reading.debris import Debris
from editor.reading.patterns import lazy

_LABEL = lazy(r"(?:Read|See|Related|Also|More|Watch)\b[^:\n+]{0,20}:")


CALL = "call to readers"
"""Where the table of openings says that a form asks readers for what they know."""


def check(ledger: Ledger) -> Iterator[Finding]:
    found = list(healing.pieces(ledger, "teaser"))
    labels = Counter(_label(ledger.text, piece) for piece, _ in found)
    for piece, paragraph in found:
        label = _label(ledger.text, piece)
        # One such line is left behind; several of one form, those in capitals, and calls to readers for what they saw
        # are the site's own furniture.
        own = (label and (labels[label] > 1 or label.isupper())) or piece.origin == CALL
        confidence = "possible" if own else piece.confidence
        edits = healing.healed(ledger.text, piece.span, heading=paragraph.kind == "headline")
        words = " ".join(piece.span.of(ledger.text).split())
        said = words if len(words) <= 60 else words[:57] + "…"
        yield finding("teaser", piece.span, fixes=[Fix("remove", edits)], confidence=confidence, words=said)


def _label(text: str, piece: Debris) -> str:
    """The label of a line of its own that sends on to another story ("Read more:"), without a counter; "" else."""
    line = piece.span.of(text)
    label = _LABEL.match(line)
    alone = text[piece.span.start - 1 : piece.span.start] in ("", "\n") and text[
        piece.span.end : piece.span.end + 1
    ] in ("", "\n")
    return label[0] if label and alone and not re.search(r"\+\d", line) else ""
