"""A paragraph as read: its words, and all that the readers see in them, each read when it is first asked for."""

from __future__ import annotations

import bisect
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

from editor.article import Span
from editor.reading import (
    dates,
    durations,
    figures,
    lemmas,
    meaning,
    names,
    quotations,
    sentences,
    sources,
    times,
    words,
)
from editor.reading.debris import Debris
from editor.reading.durations import Duration
from editor.reading.words import Word

Seen = TypeVar("Seen")


class Reading:
    """What stands in a paragraph's words. It knows nothing of the rest of the article, and is kept while they last."""

    def __init__(self, text: str, masked: str, kind: str = "text", language: str = "en") -> None:
        self.text, self.masked, self.kind, self.language = text, masked, kind, language
        self.known: dict[Callable[[Reading], Any], Any] = {}
        """What was seen in it, by who was asked."""

    def seen(self, reader: Callable[[Reading], Seen]) -> Seen:
        """What `reader` sees in these words: it may look at nothing else, for it is asked once while they last."""
        try:
            return self.known[reader]  # type: ignore[no-any-return]
        except KeyError:
            said = self.known[reader] = reader(self)
            return said

    @cached_property
    def small(self) -> str:
        """The masked words in small letters."""
        return self.masked.lower()

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        return sentences.sentences(self.masked)

    @cached_property
    def words(self) -> tuple[Word, ...]:
        return words.words(self.masked)

    @cached_property
    def sentence_words(self) -> tuple[tuple[Word, ...], ...]:
        """The words of each sentence."""
        found, at, said = [], 0, self.words
        for sentence in self.sentences:
            first = at
            while at < len(said) and said[at].start < sentence.end:
                at += 1
            found.append(said[first:at])
        return tuple(found)

    @cached_property
    def lowered(self) -> tuple[list[str], ...]:
        """The words of each sentence in small letters."""
        return tuple([[word[3] for word in said] for said in self.sentence_words])

    @cached_property
    def content(self) -> tuple[frozenset[str], ...]:
        """What each sentence speaks of: the lemmas of its words, those left out that only bind others."""
        stop, lemma = lemmas.stop_words(), lemmas.lemmas
        return tuple([frozenset([lemma[w[3]] for w in said if w[3] not in stop]) for said in self.sentence_words])

    @cached_property
    def kin(self) -> tuple[tuple[tuple[str, Word], ...], ...]:
        """For each sentence the words that say something, each after its family; its first word may be a name."""
        stop, family = lemmas.stop_words(), lemmas.families
        found = []
        for said in self.sentence_words:
            telling = [(family[w[3]], w) for w in said if w[3] not in stop and w[2] == w[3] and w[3][0] > "9"]
            if said and said[0][2] != said[0][3] and said[0][3] not in stop:
                telling.insert(0, (family[said[0][3]], said[0]))
            found.append(tuple(telling))
        return tuple(found)

    @cached_property
    def meant(self) -> tuple[tuple[meaning.Meant, ...], ...]:
        """What each sentence says, whatever words it says it in."""
        return meaning.meant(self.sentence_words, self.masked)

    @cached_property
    def quotations(self) -> tuple[quotations.Quotation, ...]:
        return quotations.quotations(self.masked)

    @cached_property
    def names(self) -> tuple[names.Name, ...]:
        return names.names(self.masked)

    @cached_property
    def figures(self) -> tuple[figures.Figure, ...]:
        return figures.figures(self.masked, [*(d.span for d in self.dates), *(d.span for d in self.durations)])

    @cached_property
    def dates(self) -> tuple[dates.Date, ...]:
        return dates.dates(self.masked)

    @cached_property
    def durations(self) -> tuple[Duration, ...]:
        return durations.durations(self.masked)

    @cached_property
    def times(self) -> tuple[times.Time, ...]:
        return times.times(self.masked)

    @cached_property
    def sources(self) -> tuple[sources.Cited, ...]:
        return sources.sources(self.masked)

    def quoted(self, span: Span) -> bool:
        """Whether the place lies inside a quotation: there the words are the speaker's, and no batch changes them."""
        if not self.quotations:
            return False
        at = bisect.bisect_right(self._openings, span.start)
        return any(q.span.touches(span) for q in self.quotations[max(0, at - 1) : at + 1])

    @cached_property
    def _openings(self) -> list[int]:
        return [q.span.start for q in self.quotations]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A reading at its place in the article; a check of one paragraph counts from the paragraph's start."""

    start: int
    number: int
    read: Reading
    debris: tuple[Debris, ...] = ()
    """The debris that lies in this paragraph or reaches into it; their places are the article's."""

    @property
    def text(self) -> str:
        return self.read.text

    @property
    def masked(self) -> str:
        return self.read.masked

    @property
    def kind(self) -> str:
        """What the source says it is: headline, heading, list, code or text."""
        return self.read.kind

    @property
    def span(self) -> Span:
        """Its place in the article."""
        return Span(self.start, self.start + len(self.read.text))

    def at(self, span: Span) -> Span:
        """The place in the article of a place in this paragraph."""
        return Span(span.start + self.start, span.end + self.start)
