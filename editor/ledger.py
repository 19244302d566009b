"""The ledger: all that was read in an article, each thing with every place, and the indexes that checks compare by."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from editor.article import Article, Facts, Span
from editor.reading.debris import Debris
from editor.reading.likeness import alike
from editor.reading.paragraph import Paragraph
from editor.reading.phrases import Repeat, repeats
from editor.reading.words import Word


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence at its place in the article, with the paragraph that it stands in."""

    span: Span
    within: Span
    """Its place in the paragraph."""
    paragraph: Paragraph
    number: int
    """Its number in the article, from 0."""
    nth: int
    """Its number in the paragraph, from 0."""

    @property
    def words(self) -> tuple[Word, ...]:
        """Its words; their places are the paragraph's."""
        return self.paragraph.read.sentence_words[self.nth]

    @property
    def lowered(self) -> list[str]:
        return [word.lower for word in self.words]

    @property
    def content(self) -> frozenset[str]:
        """The lemmas of its words, those left out that only bind others."""
        return self.paragraph.read.content[self.nth]


class NearCopy(NamedTuple):
    """Two sentences, the earlier first, that share at least half of what they speak of (`likeness`, 0.5 to 1).

    A likeness of 1 says that the lemmas are the same, not that the sentences are: "said" and "says", the order, and
    small words such as "not" may differ. Figures are words here, so that sentences which differ in one figure are pairs.
    """

    one: Sentence
    two: Sentence
    likeness: float


class Ledger:
    """What one article says. All its places are the article's; it is made anew for each text, of remembered readings."""

    def __init__(self, article: Article, paragraphs: tuple[Paragraph, ...], debris: tuple[Debris, ...]) -> None:
        self.article, self.paragraphs, self.debris = article, paragraphs, debris

    @property
    def text(self) -> str:
        return self.article.text

    @property
    def facts(self) -> Facts:
        return self.article.facts

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        return tuple(self._sentences())

    def _sentences(self) -> Iterator[Sentence]:
        number = 0
        for paragraph in self.paragraphs:
            for nth, span in enumerate(paragraph.read.sentences):
                yield Sentence(paragraph.at(span), span, paragraph, number, nth)
                number += 1

    @cached_property
    def near_sentences(self) -> tuple[NearCopy, ...]:
        """Sentences of four content words or more that are near copies of each other, in the order of the first."""
        said = self.sentences
        return tuple(NearCopy(said[a], said[b], like) for a, b, like in alike([one.content for one in said]))

    @cached_property
    def repeats(self) -> tuple[Repeat, ...]:
        """Runs of four words or more that come again; a place's sentence is its number in `sentences`."""
        return tuple(repeats([one.lowered for one in self.sentences]))
