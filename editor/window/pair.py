"""Two places of a finding beside each other: both sentences, with the words in which they differ marked."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from editor.article import Span
from editor.window import mirror, theme
from editor.window.before_after import LONG, differing
from editor.window.places import Excerpt
from editor.window.words import Card, Run, breadth

SPACE = theme.SPACE
COLUMN = "the council voted on Tuesday to"
"""A column of a sentence is at least as broad as these words; where two don't fit, one stands below the other."""


class PlaceCard(Card):
    """A place of a finding, to be gone to. The one that the text shows has a bar at its side."""

    def __init__(self, runs: Sequence[Run], parent: QWidget | None = None) -> None:
        super().__init__("", runs, parent, raised=False)
        self._shown = False

    def set_shown(self, shown: bool) -> None:
        """Whether this is the place that the text shows."""
        if shown != self._shown:
            self._shown = shown
            self.update()

    @property
    def is_shown(self) -> bool:
        return self._shown

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._shown:
            painter = mirror.painter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(theme.colour("accent"))
            painter.setBrush(theme.colour("accent"))
            painter.drawRoundedRect(QRectF(2, SPACE, 3, self.height() - 2 * SPACE), 1.5, 1.5)


class Pair(QWidget):
    """Two cards, side by side where each has room for a column of words, else one below the other."""

    def __init__(self, cards: Sequence[PlaceCard], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards = cards
        for card in cards:
            card.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(" ".join(card.accessibleName() for card in cards))

    def beside(self, width: int) -> bool:
        """Whether there is room for one beside the other."""
        return width >= 2 * (breadth(COLUMN) + 2 * SPACE) + SPACE

    def heightForWidth(self, width: int) -> int:
        if self.beside(width):
            return max(card.heightForWidth((width - SPACE) // 2) for card in self.cards)
        return sum(card.heightForWidth(width) for card in self.cards)

    def sizeHint(self) -> QSize:
        return QSize(260, self.heightForWidth(260))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width, y = self.width(), 0
        if self.beside(width):
            half = (width - SPACE) // 2
            for number, card in enumerate(self.cards):
                card.setGeometry(QRect(number * (half + SPACE), 0, half, self.height()))
            return
        for card in self.cards:
            height = card.heightForWidth(width)
            card.setGeometry(QRect(0, y, width, height))
            y += height


def pair_runs(text: str, own: Excerpt, place: Span, other: Excerpt, its: Span) -> list[Run]:
    """A sentence of two, its place lit, and marked in it what the other has otherwise.

    Where the two sentences are mostly different ones, that would be nearly all: then only the place itself is marked.
    """
    said, beside = own.span.of(text), other.span.of(text)
    apart = _apart(said, beside)
    if apart is None:
        inner = differing(place.of(text), its.of(text))
        return [*_plain(text, own.span.start, place.start), *inner, *_plain(text, place.end, own.span.end)]
    edges = sorted({0, len(said), *(n for span in apart for n in span), *_inside(place, own.span)})
    runs = []
    for start, end in itertools.pairwise(edges):
        lit = place.start <= own.span.start + start < place.end
        differs = any(a <= start < b for a, b in apart)
        runs.append(Run(said[start:end], "mark" if differs else "lit" if lit else "plain"))
    return runs


def _inside(place: Span, whole: Span) -> tuple[int, int]:
    return max(0, place.start - whole.start), min(len(whole), max(0, place.end - whole.start))


def _plain(text: str, start: int, end: int) -> Iterator[Run]:
    if start < end:
        yield Run(text[start:end])


def _apart(own: str, other: str) -> list[tuple[int, int]] | None:
    """The parts of a sentence that another has otherwise; None where it has most of it otherwise."""
    if min(len(own), len(other)) < LONG:
        return None
    from editor.diff import pieces

    parts, at, same = [], 0, 0
    for kind, words in pieces(other, own):
        if kind == "old":
            continue
        if kind == "same":
            same += len(words)
        elif words.strip():
            parts.append((at, at + len(words)))
        at += len(words)
    return parts if 2 * same > max(len(own), len(other)) else None
