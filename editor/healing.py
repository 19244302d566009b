"""What taking debris out of a text must heal: spacing, brackets, the full stop, the capital, the empty line."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Iterator

from editor.article import Edit, Span
from editor.finding import Fix, Opens
from editor.ledger import Ledger
from editor.reading.debris import Debris
from editor.reading.leftovers import quoted
from editor.reading.paragraph import Paragraph
from editor.reading.patterns import lazy

_BLANKS = " \t\u00a0\u202f"
_ENDED = lazy(r"[.!?…][\"”’»)\]]*$")
_STOP_BELOW = lazy(r"(?:[ \t]*\n){1,2}[ \t]*\.[ \t]*(?=\n|$)")
_ORPHAN_STOP = lazy(r"[ \u00a0]+\.$")
_CLOSERS = lazy(r"[\"”’»]+$")
# Words that begin a sentence far more often than a name after a missing full stop.
_STARTERS = lazy(
    r"(?:The|This|These|Those|That|It|Its|He|She|They|We|In|On|At|But|And|As|For|By|After|Before|While|When|With"
    r"|Officials"
    r"|Police|However|Meanwhile|Although|Despite|Since|Under|Earlier|Later|Last|Next|According|More|Some|Many"
    r"|Most|His|Her|Their)\b"
)
_VERB = lazy(
    r",\s+(?:will|would|is|was|are|were|has|had|have|can|could|may|might|should|must|does|did|said|says|told|rose"
    r"|fell)\b"
)
_ATTRIBUTION = lazy(
    r"\b(?:according to|said|says|say|told|tells|announced|reported|estimates?|confirmed|warned|added|noted"
    r"|stated|disclosed"
    r"|claims?|claimed|argued|testified|declared|wrote|as per|insisted|explained|maintained?)\b",
    re.IGNORECASE,
)
NEAR = 40
"""How many pieces before and behind one are asked whether they go too."""
FAR = 800
"""How many characters of a line, on each side, bear on how a place is healed."""
SHORTEST = 6
"""The fewest words of a line that is a sentence where no full stop says so; fewer are a heading or an item."""


def pieces(ledger: Ledger, *kinds: str) -> Iterator[tuple[Debris, Paragraph]]:
    """The article's debris of these kinds with the paragraph where it begins; what stands in code is left alone."""
    if not ledger.debris:
        return
    for piece in ledger.debris:
        if piece.kind in kinds:
            at = bisect.bisect_right(ledger.paragraphs, piece.span.start, key=lambda paragraph: paragraph.start)
            paragraph = ledger.paragraphs[max(0, at - 1)]
            if paragraph.kind != "code":
                yield piece, paragraph


def taken_out(ledger: Ledger, piece: Debris, paragraph: Paragraph, label: str = "remove") -> Fix:
    """The fix that takes a piece out and heals the place; it leaves the claim open that has no other source."""
    text = ledger.text
    if piece.cuts:
        edits = tuple(_cut(text, span) for span in piece.cuts)
    else:
        edits = healed(text, piece.span, _others(ledger, piece), heading=_heads(paragraph))
    batch = piece.confidence == "certain" and not quoted(text, piece.span.start)
    return Fix(label, edits, batch, _opens(ledger, piece, paragraph) if not piece.cuts else None)


def _heads(paragraph: Paragraph) -> bool:
    """Whether a paragraph is a heading, or would be the headline if debris did not make it so long."""
    return paragraph.kind in ("headline", "heading") or (
        paragraph.start == 0 and paragraph.masked.rstrip()[-1:] not in ".!?…”"
    )


def _others(ledger: Ledger, piece: Debris) -> list[Span]:
    """The pieces near by that may be taken out unread as well."""
    at = bisect.bisect_left(ledger.debris, piece.span, key=lambda other: other.span)
    near = ledger.debris[max(0, at - NEAR) : at + NEAR]
    return [o.span for o in near if o.confidence == "certain" and o.masks and not o.cuts and o is not piece]


def healed(text: str, span: Span, others: Iterable[Span] = (), *, heading: bool = False) -> tuple[Edit, ...]:
    """The edits that take `span` out of a text and leave clean prose; the `others` count as gone already."""
    line = max(0, span.start - FAR, text.rfind("\n", max(0, span.start - FAR), span.start) + 1)
    end = text.find("\n", span.end, span.end + FAR)
    end = min(len(text), span.end + FAR) if end < 0 else end
    others = list(others)
    near = [other for other in others if line <= other.start and other.end <= end]
    before, after = text[line : span.start], text[span.end : end]
    lead = _without(text, Span(line, span.start), near).rstrip(_BLANKS)
    rest = _without(text, Span(span.end, end), near).lstrip(_BLANKS)
    if not lead.strip() and not rest.strip(_BLANKS + "."):
        first = line < FAR and not _without(text, Span(0, line), others).strip()
        return (_line_out(text, span, line, end, first=first),)
    left = line + len(before.rstrip(_BLANKS))
    right = span.end + len(after) - len(after.lstrip(_BLANKS))
    if any(other.start == right for other in near):
        # The next piece goes too, and it heals for both.
        return (_edit(text, left, span.end, ""),)
    if not lead.strip() or _ENDED.search(lead):
        return _at_sentence(text, span, left, right, rest, lead)
    if not rest:
        return _at_end(text, left, end, lead, heading)
    if lead[-1] in "([{" and rest[0] in ")]}":
        outer = len(text[line : left - 1].rstrip(_BLANKS))
        return (_edit(text, line + outer, right + 1, ""),)
    if lead[-1] in "–—" and rest[0] in "–—" and text[left - 1] == lead[-1]:
        # What stood between two dashes takes one of them along.
        return (_edit(text, left - 1, right, ""),)
    if lead[-1] == "," == rest[0] and text[left - 1] == "," and _VERB.match(rest):
        return (_edit(text, left - 1, right + 1, ""),)
    if rest[0] in ".!?…" and lead[-1] in "–—" and text[left - 1] == lead[-1]:
        return (_edit(text, line + len(text[line : left - 1].rstrip(_BLANKS)), right, ""),)
    if rest[0] in ".,;:!?)]}…":
        comma = lead[-1] in ",;" and rest[0] in ".,;:!?" and text[left - 1] == lead[-1]
        return (_edit(text, left - comma, right, ""),)
    stop = _STARTERS.match(rest) is not None and lead[-1] not in ",;:–—-("
    blank = "" if right > span.end else " "
    return (_edit(text, left, span.end, ("." if stop else "") + blank),)


def _edit(text: str, start: int, end: int, words: str) -> Edit:
    return Edit(Span(start, end), text[start:end], words)


def _without(text: str, span: Span, gone: Iterable[Span]) -> str:
    words = span.of(text)
    for other in sorted(gone, reverse=True):
        if span.covers(other):
            words = words[: other.start - span.start] + words[other.end - span.start :]
    return words


def _line_out(text: str, span: Span, line: int, end: int, *, first: bool) -> Edit:
    """Debris that has its lines to itself goes with the line's end, and with one of two empty lines around it."""
    if below := _STOP_BELOW.match(text, end):
        # The full stop that it left on the next line goes too, or back to a sentence that has none.
        end = below.end()
        above = text[max(0, line - FAR) : line].rstrip()
        bare = len(above.rpartition("\n")[2].split()) >= SHORTEST and not _ENDED.search(above)
        if bare and not first:
            return _edit(text, len(text[:line].rstrip()), end, ".")
    start = line if not text[line : span.start].strip() else span.start
    if text[span.end : end].strip(_BLANKS + ".\n"):
        return _edit(text, start, span.end, "")
    if not first:
        # The line ends before it go with it, as many as stand behind it: what is left is parted as it was.
        before = after = 0
        while text[start - before - 1 : start - before] == "\n":
            before += 1
        while text[end + after : end + after + 1] == "\n":
            after += 1
        rest = end + after < len(text)
        return _edit(text, start - (min(before, after) if rest else before), end, "")
    stop = end
    while text[stop : stop + 1] == "\n":
        stop += 1
    return _edit(text, start, stop, "")


def _at_sentence(text: str, span: Span, left: int, right: int, rest: str, lead: str) -> tuple[Edit, ...]:
    """Debris between two sentences, or at the start of one: the blank before it stays, the next letter is a capital."""
    if not rest:
        if orphan := _ORPHAN_STOP.search(lead):
            return (_edit(text, left - len(orphan[0]), right, "."),)
        return (_edit(text, left, right, ""),)
    start = span.start
    if rest[0] in ".,;:" and (rest[1:2] in _BLANKS or not rest[1:2]):
        right += 1
        right += len(text[right:]) - len(text[right:].lstrip(_BLANKS)) if rest[1:].strip() else 0
        rest = rest[1:].lstrip(_BLANKS)
        if not rest:
            return (_edit(text, left, right, ""),)
    if orphan := _ORPHAN_STOP.search(lead):
        return (_edit(text, left - len(orphan[0]), right, ". "),)
    blank = " " if lead.strip() and left == span.start else ""
    if rest[0].islower():
        return (_edit(text, start, right + 1, blank + rest[0].upper()),)
    return (_edit(text, start, right, blank),)


def _at_end(text: str, left: int, end: int, lead: str, heading: bool) -> tuple[Edit, ...]:
    """Debris at the end of a line: the sentence before it gets the full stop that it lacks."""
    if text[left - 1] in ",;" and lead[-1] == text[left - 1]:
        return (_edit(text, left - 1, end, "." if not heading else ""),)
    sentence = len(lead.split()) >= SHORTEST or re.search(r"[.!?][\"”’)]* ", lead)
    if lead[-1] in "–—" and text[left - 1] == lead[-1]:
        # A dash before it led to it alone.
        left -= 1
        while text[left - 1] in _BLANKS:
            left -= 1
        return (_edit(text, left, end, "" if heading else "."),)
    if heading or not sentence or lead[-1] in ":;-":
        return (_edit(text, left, end, ""),)
    closers = _CLOSERS.search(lead)
    if closers and text[:left].endswith(closers[0]):
        opened = max(lead.rfind(mark, 0, closers.start()) for mark in '“"‘«')
        # A whole sentence quoted has its stop inside, a few words quoted have it outside.
        if lead[opened + 1 : opened + 2].isupper():
            return (_edit(text, left - len(closers[0]), end, "." + closers[0]),)
    return (_edit(text, left, end, "."),)


def _cut(text: str, span: Span) -> Edit:
    """A counter goes with the blank or stroke before it; a parameter goes alone."""
    start = span.start
    if text[start] == "+":
        while text[start - 1 : start] and text[start - 1] in _BLANKS + "/\n":
            start -= 1
    return _edit(text, start, span.end, "")


def _opens(ledger: Ledger, piece: Debris, paragraph: Paragraph) -> Opens | None:
    place = claim(ledger, piece.span, piece.kind, paragraph)
    return Opens("unsourced", place) if place else None


def claim(ledger: Ledger, span: Span, kind: str, paragraph: Paragraph) -> Span | None:
    """The sentence that debris hung on, where it names no other source; None where there is none."""
    places = paragraph.read.sentences
    at = bisect.bisect_left(places, span.start - paragraph.start, key=lambda place: place.start)
    behind = [paragraph.at(place) for place in places[max(0, at - 1) : at]]
    if not behind and ledger.text[span.end : span.end + 1] not in ("\n", "") and kind in ("attribution", "token"):
        behind = [paragraph.at(place) for place in places[:1]]
    elif not behind:
        at = bisect.bisect_left(ledger.paragraphs, paragraph.start, key=lambda other: other.start)
        if at == 0 or ledger.text[ledger.paragraphs[at - 1].span.end : paragraph.start].count("\n") > 2:
            return None
        paragraph = ledger.paragraphs[at - 1]
        behind = [paragraph.at(place) for place in paragraph.read.sentences[-1:]]
    if not behind or paragraph.kind in ("headline", "heading"):
        return None
    words = behind[-1]
    words = Span(max(words.start, span.start - FAR) if words.end >= span.start else words.start, words.end)
    masked = paragraph.masked[words.start - paragraph.start : words.end - paragraph.start][: 2 * FAR]
    if len(masked.split()) < SHORTEST or _ATTRIBUTION.search(masked):
        return None
    if words.end > span.start and not ledger.text[span.end : words.end].strip(" .)"):
        words = Span(words.start, words.start + len(ledger.text[words.start : span.start].rstrip(" ,;")))
    return words
