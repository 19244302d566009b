"""The difference of two texts, word by word; and paragraph beside paragraph, change by change."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from editor.article import Edit, Span

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_TOKEN = re.compile(r"\n|[^\S\n]+|\w+|[^\w\s]", re.UNICODE)
_MOST = 400_000_000
"""The most pairs of words that are compared: time and memory grow with them (this many take 0.4 s, 50 MB)."""

_ALIKE = 45.0
"""Of a hundred: how alike two paragraphs are to be to stand beside each other as one that was changed."""
_PAIRED = 4_000
"""The most pairs of paragraphs of one changed passage that are held against each other."""
_MOVED = 24
"""The characters that a paragraph has at least if it is told as moved, when it is gone here and has come there."""


class Piece(NamedTuple):
    """A run of words that both texts have, or that only the old or only the new one has."""

    kind: Literal["same", "old", "new"]
    words: str


def pieces(old: str, new: str) -> Iterator[Piece]:
    """The two texts as one run of pieces; the pieces that are not new make the old text, those not old the new one.

    Lines are compared first, and words only where lines differ: an article of 50,000 words compared word by word at
    once would take four seconds and two gigabytes.
    """
    a, b = _LINE.findall(old), _LINE.findall(new)
    gone, come = "", ""
    for step in Indel.opcodes(a, b):
        if step.tag == "equal":
            yield from _words(gone, come)
            gone = come = ""
            yield Piece("same", "".join(a[step.src_start : step.src_end]))
        else:
            gone += "".join(a[step.src_start : step.src_end])
            come += "".join(b[step.dest_start : step.dest_end])
    yield from _words(gone, come)


def _words(old: str, new: str) -> Iterator[Piece]:
    a, b = _TOKEN.findall(old), _TOKEN.findall(new)
    if len(a) * len(b) > _MOST:
        yield Piece("old", old)
        yield Piece("new", new)
        return
    for step in Indel.opcodes(a, b):
        if step.tag == "equal":
            yield Piece("same", "".join(a[step.src_start : step.src_end]))
            continue
        if step.src_end > step.src_start:
            yield Piece("old", "".join(a[step.src_start : step.src_end]))
        if step.dest_end > step.dest_start:
            yield Piece("new", "".join(b[step.dest_start : step.dest_end]))


def word_edits(old: str, new: str) -> Iterator[Edit]:
    """The edits, in order and none overlapping, that make `new` of `old`."""
    at, gone, come = 0, "", ""
    for kind, words in pieces(old, new):
        if kind == "old":
            gone += words
        elif kind == "new":
            come += words
        else:
            if gone or come:
                yield Edit(Span(at, at + len(gone)), gone, come)
            at += len(gone) + len(words)
            gone = come = ""
    if gone or come:
        yield Edit(Span(at, at + len(gone)), gone, come)


class Change(NamedTuple):
    """Words of the old text and those of the new one that stand in their place; either may be none."""

    old: Span
    new: Span
    moved: bool = False
    """Whether the whole paragraph is found at another place of the other text."""


class Row(NamedTuple):
    """A paragraph of both texts side by side, without its line end; None where one of them has none."""

    old: Span | None
    new: Span | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two texts side by side, and what differs in them, in order."""

    old: str
    new: str
    rows: tuple[Row, ...]
    changes: tuple[Change, ...]

    def taking_back(self, number: int) -> Edit:
        """The edit of the new text that puts the old one's words back where this change is."""
        change = self.changes[number]
        return Edit(change.new, change.new.of(self.new), change.old.of(self.old))


def compared(old: str, new: str) -> Comparison:
    """Holds two texts against each other: paragraphs first, the words of those that differ then."""
    a, b = _LINE.findall(old), _LINE.findall(new)
    rows: list[Row] = []
    changes: list[Change] = []
    at, to = 0, 0
    for gone, come in _beside(a, b):
        here, there = Span(at, at + len(gone)), Span(to, to + len(come))
        rows.append(Row(_words_of(gone, at) if gone else None, _words_of(come, to) if come else None))
        if gone != come:
            changes += _changes(gone, come, at, to) if gone and come else [Change(here, there)]
        at, to = here.end, there.end
    return Comparison(old, new, tuple(rows), tuple(_told_moved(_joined(changes, old, new), old, new)))


def _words_of(line: str, at: int) -> Span:
    return Span(at, at + len(line.removesuffix("\n")))


def _beside(a: Sequence[str], b: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The lines of both texts in order, beside each other where one was made of the other."""
    gone: list[str] = []
    come: list[str] = []
    for step in Indel.opcodes(a, b):
        if step.tag == "equal":
            yield from _paired(gone, come)
            gone, come = [], []
            yield from ((line, line) for line in a[step.src_start : step.src_end])
        else:
            gone += a[step.src_start : step.src_end]
            come += b[step.dest_start : step.dest_end]
    yield from _paired(gone, come)


def _paired(gone: Sequence[str], come: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Changed lines beside each other, so that together they are as alike as their order allows."""
    if len(gone) * len(come) > _PAIRED:
        yield from ((line, "") for line in gone)
        yield from (("", line) for line in come)
        return
    best = [[0.0] * (len(come) + 1) for _ in range(len(gone) + 1)]
    alike = [[_alike(one, other) for other in come] for one in gone]
    for i in range(len(gone) - 1, -1, -1):
        for j in range(len(come) - 1, -1, -1):
            both = alike[i][j] + best[i + 1][j + 1] if alike[i][j] else 0.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], both)
    i = j = 0
    while i < len(gone) or j < len(come):
        if i < len(gone) and j < len(come) and alike[i][j] and best[i][j] == alike[i][j] + best[i + 1][j + 1]:
            yield gone[i], come[j]
            i, j = i + 1, j + 1
        elif i < len(gone) and (j == len(come) or best[i][j] == best[i + 1][j]):
            yield gone[i], ""
            i += 1
        else:
            yield "", come[j]
            j += 1


def _alike(one: str, other: str) -> float:
    if not one.strip() or not other.strip():
        return 100.0 if one.strip() == other.strip() else 0.0
    return fuzz.ratio(one, other, score_cutoff=_ALIKE)


def _changes(gone: str, come: str, at: int, to: int) -> Iterator[Change]:
    """The changes of one paragraph: those with nothing but a blank between them are one."""
    begun: Change | None = None
    blank = ""
    for kind, words in _words(gone, come):
        if kind == "same" and begun and words.isspace() and "\n" not in words:
            blank = words
        elif kind == "same":
            if begun:
                yield begun
            begun, at, to = None, at + len(blank) + len(words), to + len(blank) + len(words)
            blank = ""
        else:
            if blank and begun:
                at, to = at + len(blank), to + len(blank)
                begun, blank = Change(Span(begun.old.start, at), Span(begun.new.start, to)), ""
            begun = begun or Change(Span(at, at), Span(to, to))
            if kind == "old":
                at += len(words)
            else:
                to += len(words)
            begun = Change(Span(begun.old.start, at), Span(begun.new.start, to))
    if begun:
        yield begun


def _joined(changes: Iterable[Change], old: str, new: str) -> Iterator[Change]:
    """Empty lines that came or went with a paragraph are of one change with it."""
    last: Change | None = None
    for change in changes:
        if last and last.old.end == change.old.start and last.new.end == change.new.start:
            both = Change(Span(last.old.start, change.old.end), Span(last.new.start, change.new.end))
            empty = not (change.old.of(old) + change.new.of(new)).strip()
            first = not (last.old.of(old) + last.new.of(new)).strip()
            if empty or first:
                last = both
                continue
        if last:
            yield last
        last = change
    if last:
        yield last


def _told_moved(changes: Iterable[Change], old: str, new: str) -> Iterator[Change]:
    """Tells of paragraphs that are gone at one place and have come at another that they were moved."""
    changes = list(changes)
    gone = {change.old.of(old).strip() for change in changes if not len(change.new)}
    come = {change.new.of(new).strip() for change in changes if not len(change.old)}
    moved = {words for words in gone & come if len(words) >= _MOVED}
    for change in changes:
        words = (change.old.of(old) or change.new.of(new)).strip()
        yield change._replace(moved=words in moved and not (len(change.old) and len(change.new)))
