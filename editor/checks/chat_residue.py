"""What an assistant says around its text, placeholders, desk notes, and Markdown in plain copy."""

from __future__ import annotations

from collections.abc import Iterator

from editor import healing
from editor.article import Edit, Span
from editor.finding import Finding, Fix, finding
from editor.ledger import Ledger
from editor.reading.debris import Debris


def check(ledger: Ledger) -> Iterator[Finding]:
    for piece, paragraph in healing.pieces(ledger, "residue", "placeholder", "note", "leak"):
        if piece.kind == "leak" and ledger.article.markup == "markdown":
            continue
        edits = (
            _unmarked(ledger.text, piece)
            if piece.kind == "leak" and not piece.span.of(ledger.text).startswith("```")
            else healing.healed(ledger.text, piece.span, heading=paragraph.kind == "headline")
        )
        words = " ".join(piece.span.of(ledger.text).split())
        said = words if len(words) <= 60 else words[:57] + "…"
        # A figure or a name still to be filled in can't just go: the sentence needs it.
        needed = (
            piece.kind == "placeholder"
            and not words.startswith(("[", "(", "<", "{"))
            and not _apart(ledger.text, piece.span)
        )
        fixes = [] if needed else [Fix("remove", edits)]
        yield finding(piece.kind, piece.span, fixes=fixes, confidence=piece.confidence, words=said)


def _apart(text: str, span: Span) -> bool:
    """Whether the piece is a sentence or a line of its own."""
    before, after = text[: span.start].rstrip(" "), text[span.end :].lstrip(" ")
    return (not before or before[-1] in ".!?”\n") and (not after or after[0] in "\n.")


def _unmarked(text: str, piece: Debris) -> tuple[Edit, ...]:
    span, words = piece.span, piece.span.of(text)
    if words.startswith("#"):
        return (Edit(span, words, ""),)
    start, end = Span(span.start, span.start + 2), Span(span.end - 2, span.end)
    return (Edit(start, start.of(text), ""), Edit(end, end.of(text), ""))
