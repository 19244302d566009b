"""Source chips: outlets and domains with counters, left by a search engine or an assistant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from editor import healing
from editor.article import Edit
from editor.finding import Finding, Fix, finding
from editor.ledger import Ledger
from editor.reading.sources import Cited

KINDS = ("chip", "attribution", "line", "bracket", "link")


def check(ledger: Ledger) -> Iterator[Finding]:
    for piece, paragraph in healing.pieces(ledger, *KINDS):
        words = piece.span.of(ledger.text)
        fixes = [healing.taken_out(ledger, piece, paragraph, "counter" if piece.cuts else "remove")]
        if piece.cuts and len(piece.cited) == 1 and (name := piece.cited[0].outlet):
            fixes.append(Fix("name", (Edit(piece.span, words, name),)))
        rule = "counter" if piece.cuts else piece.kind
        yield finding(
            rule,
            piece.span,
            fixes=fixes,
            confidence=piece.confidence,
            words=_short(words),
            sources=_sources(piece.cited) or _short(words),
            name=piece.cited[0].outlet if piece.cited else "",
        )


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= 60 else line[:57] + "…"


def _sources(cited: Iterable[Cited]) -> str:
    names = dict.fromkeys(one.outlet or one.form for one in cited)
    return ", ".join(names)
