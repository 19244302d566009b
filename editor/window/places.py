"""Places of the article told to a person: the number of a paragraph, and the sentences around a finding."""

from __future__ import annotations

import bisect
from collections.abc import Iterable
from dataclasses import dataclass

from editor.article import Article, Edit, Span
from editor.reading.sentences import sentences


class Paragraphs:
    """The numbers of an article's paragraphs, kept while it is edited."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._starts: list[int] | None = None

    def edited(self, article: Article, edits: Iterable[Edit]) -> None:
        """The article is another after these edits; only those that part or join paragraphs have all counted anew."""
        self._article = article
        if self._starts is None:
            return
        for edit in edits:
            if "\n" in edit.words or "\n" in edit.expected:
                self._starts = None
                return
            at = bisect.bisect_right(self._starts, edit.span.start)
            grown = len(edit.words) - len(edit.span)
            self._starts[at:] = [start + grown for start in self._starts[at:]]

    def number(self, place: int) -> int:
        """The number, from 1, of the paragraph at a place."""
        if self._starts is None:
            self._starts = [paragraph.span.start for paragraph in self._article.paragraphs()]
        return max(1, bisect.bisect_right(self._starts, place))


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The sentences around a place, with the places in them that are to be marked, all in the article's code points."""

    span: Span
    marks: tuple[Span, ...]
    cut: tuple[bool, bool]
    """Whether the sentence goes on before it, after it."""


MOST = 220
"""The most characters of a sentence that an excerpt shows beside the place itself, half of them on each side."""


def excerpt(text: str, place: Span, marks: Iterable[Span] = (), most: int = MOST) -> Excerpt:
    """The sentence or sentences that `place` lies in, cut where they have more characters beside it than `most`."""
    start = text.rfind("\n", 0, place.start) + 1
    end = text.find("\n", place.end)
    end = len(text) if end < 0 else end
    start, end = max(start, place.start - 30 * MOST), min(end, place.end + 30 * MOST)
    around = [s.moved(start) for s in sentences(text[start:end].replace("\n", " "))]
    touched = [s for s in around if s.touches(place)] or [Span(start, end)]
    whole = Span(touched[0].start, touched[-1].end).to(place)
    first, last = max(whole.start, place.start - most // 2), min(whole.end, place.end + most // 2)
    if first > whole.start:
        first = min(place.start, text.find(" ", first, place.start) + 1 or first)
    if last < whole.end:
        last = max(place.end, text.rfind(" ", place.end, last) if " " in text[place.end : last] else last)
    shown = Span(first, last)
    inside = sorted({Span(max(m.start, first), min(m.end, last)) for m in (place, *marks) if m.touches(shown)})
    return Excerpt(shown, tuple(inside), (first > whole.start, last < whole.end))
