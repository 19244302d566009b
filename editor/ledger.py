"""The ledger: all that was read in an article, each thing with every place, and the indexes that checks compare by."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from editor.article import Article, Facts, Span
from editor.reading.debris import Debris
from editor.reading.paragraph import Paragraph


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence at its place in the article, with the paragraph that it stands in."""

    span: Span
    within: Span
    """Its place in the paragraph."""
    paragraph: Paragraph
    number: int


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
            for span in paragraph.read.sentences:
                yield Sentence(paragraph.at(span), span, paragraph, number)
                number += 1
