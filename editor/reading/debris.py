"""Citation debris: what search engines, chat assistants and paste leave in copy. Read over the whole article, first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from editor.article import Span
from editor.reading import addresses, forms, leftovers, notes, references, see_also
from editor.reading.attributions import attributed
from editor.reading.chips import chips
from editor.reading.hidden import hidden
from editor.reading.patterns import lazy
from editor.reading.sources import Cited

Kind = Literal[
    "chip",
    "attribution",
    "line",
    "bracket",
    "token",
    "link",
    "parameter",
    "hidden",
    "lookalike",
    "teaser",
    "residue",
    "placeholder",
    "note",
    "leak",
    "see_also",
    "reference",
]


@dataclass(frozen=True, slots=True)
class Debris:
    """One piece of debris: its place in the article, its kind, the sources that it names (places in the article)."""

    span: Span
    kind: str
    cited: tuple[Cited, ...] = ()
    masks: bool = True
    """Whether the readers of words and facts must not see it."""
    confidence: Literal["certain", "likely", "possible"] = "likely"
    cuts: tuple[Span, ...] = ()
    """The parts to take out, where the rest of the piece may stay; empty for the whole of it."""
    origin: str = ""
    """Who leaves it: the table's words for a form, or what stands in its place."""


def debris(text: str) -> tuple[Debris, ...]:
    """All debris of an article's text, in order, none overlapping."""
    fences = [Span(*match.span()) for match in _FENCE.finditer(text)] if "```" in text or "~~~" in text else []
    found = [piece for piece in _pieces(text) if not any(fence.touches(piece.span) for fence in fences)]
    found += [Debris(Span(*mark.span()), "leak", masks=False) for mark in _WRAPPER.finditer(text) if fences]
    found.sort(key=lambda piece: (-len(piece.span), piece.confidence != "certain", piece.span.start))
    kept: list[Debris] = []
    taken = bytearray(len(text) + 1)
    for piece in found:
        start, end = piece.span.start, piece.span.end
        if 1 in taken[start:end]:
            continue
        taken[start:end] = b"\1" * (end - start)
        kept.append(piece)
    kept.sort(key=lambda piece: piece.span)
    return tuple(_joined(text, kept))


def masked(text: str, pieces: tuple[Debris, ...]) -> str:
    """The text with blanks of equal length for the pieces that mask (line ends stay)."""
    if not pieces:
        return text
    parts, at = [], 0
    for piece in pieces:
        if piece.masks:
            parts += [text[at : piece.span.start], _INK.sub(" ", piece.span.of(text))]
            at = piece.span.end
    return "".join([*parts, text[at:]])


_INK = lazy(r"[^\n]")
_FENCE = lazy(r"^(```|~~~)[^\n]*\n.*?(?:^\1[^\n]*$|\Z)", re.DOTALL | re.MULTILINE)
# An assistant hands over text in a fence of its own; program code in one has another name, or none.
_WRAPPER = lazy(r"^```(?:markdown|md|text|plaintext|txt|html)[ \t]*$", re.MULTILINE)
_MENTION = lazy(
    r"\b(?:strings?|tokens?|markers?|characters|tags?|labels?|parameters?|ending|phrases?|sequences?|codes?"
    r"|snippets?)\b[^.!?\n]{0,40}$",
    re.IGNORECASE,
)
# A link whose label is an icon, a host or a counter is an assistant's own; words are an author's.
_OF_A_MACHINE = lazy(r"!\[|^\s*\S*[.+]\S*\s*$|\+\d{1,2}\s*$")
_GOVERNED = lazy(
    r"\b(?:see|visit|by|to|from|of|on|in|at|with|for|the|a|an|its|their|and|or|that|than|as|is|are|was|were|via|per|here:?"
    r"|into|under|called|named)[ \u00a0]+$",
    re.IGNORECASE,
)
_GAP = lazy(r"[ \t\u200b]*")


def _pieces(text: str) -> Iterator[Debris]:
    for chip in chips(text):
        masks = not chip.cuts
        yield Debris(chip.span, chip.kind, chip.cited, masks, chip.confidence, chip.cuts)  # type: ignore[arg-type]
    found = list(forms.hits(text))
    for hit, end in zip(found, _ends_of_rows(text, found), strict=True):
        if hit.kind == "token":
            if not mentioned(text, hit.whole):
                for span in hit.spans:
                    yield _token(text, span, hit, end)
        else:
            for span in leftovers.reached(text, hit):
                yield Debris(span, hit.kind, origin=hit.origin)
    for address in addresses.addresses(text):
        if mentioned(text, address.span):
            continue
        if _OF_A_MACHINE.search(address.label) or not address.cuts:
            needed = _needed(text, address.span) and text[address.span.start] not in "(["
            yield Debris(address.span, "link", address.cited, confidence="likely" if needed else "certain")
        else:
            yield Debris(address.span, "parameter", address.cited, confidence="certain", cuts=address.cuts)
    for place in hidden(text):
        yield Debris(place.span, place.kind, masks=False, confidence=place.confidence, origin=place.instead)
    for left in (*see_also.see_also(text), *references.references(text), *notes.notes(text)):
        yield Debris(left.span, left.kind, masks=left.kind != "leak", confidence=left.confidence)


def _ends_of_rows(text: str, found: list[forms.Hit]) -> list[int]:
    """For each token, where those end that stand side by side from it on."""
    ends = [hit.whole.end for hit in found]
    for number in range(len(found) - 2, -1, -1):
        one, other = found[number], found[number + 1]
        gap = _GAP.match(text, one.whole.end)
        if one.kind == other.kind == "token" and gap and gap.end() == other.whole.start:
            ends[number] = ends[number + 1]
    return ends


def _token(text: str, span: Span, hit: forms.Hit, end: int) -> Debris:
    """A vendor token with its brackets, or with the attribution that credits nothing else."""
    span = _with_brackets(text, span)
    if len(hit.spans) > 1:
        return Debris(span, "token", confidence="certain", origin=hit.origin)
    if (start := attributed(text, Span(span.start, max(span.end, end)))) is not None:
        return Debris(Span(start, span.end), "token", confidence="certain", origin=hit.origin)
    return Debris(span, "token", confidence="likely" if _needed(text, span) else "certain", origin=hit.origin)


def _needed(text: str, span: Span) -> bool:
    """Whether the sentence needs something at a place: "see … for the data", "the file is at …"."""
    return bool(_GOVERNED.search(text, max(0, span.start - 20), span.start))


def _with_brackets(text: str, span: Span) -> Span:
    """A marker that has brackets to itself goes with them."""
    around = text[max(0, span.start - 1) : span.start] + text[span.end : span.end + 1]
    return Span(span.start - 1, span.end + 1) if around in ("()", "[]") else span


def mentioned(text: str, span: Span) -> bool:
    """Whether a piece is what the sentence speaks of: in quotation marks, as code, or named as a string or marker."""
    before, after = text[span.start - 1 : span.start], text[span.end : span.end + 1]
    if before and after and before + after in ("“”", "‘’", '""', "''", "``", "«»", "„“", "””"):
        return True
    return bool(_MENTION.search(text, max(0, span.start - 80), span.start))


def _joined(text: str, pieces: list[Debris]) -> Iterator[Debris]:
    """Tokens side by side are one piece: a marker of several sources must go whole."""
    last: Debris | None = None
    for piece in pieces:
        gap = _GAP.match(text, last.span.end) if last else None
        if (
            last
            and gap
            and last.kind == piece.kind
            and piece.kind in ("token", "residue")
            and gap.end() == piece.span.start
        ):
            last = Debris(
                last.span.to(piece.span),
                piece.kind,
                last.cited + piece.cited,
                last.masks,
                last.confidence,
                (),
                last.origin,
            )
            continue
        if last:
            yield last
        last = piece
    if last:
        yield last
