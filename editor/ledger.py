"""The ledger: all that was read in an article, each thing with every place, and the indexes that checks compare by."""

from __future__ import annotations

import bisect
import datetime
import functools
import itertools
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import Any, Generic, Literal, NamedTuple, Protocol, TypeVar

from editor.article import Article, Facts, Span
from editor.reading import entities, people
from editor.reading.dateline import Told, article_day, datelined
from editor.reading.dates import Date
from editor.reading.debris import Debris
from editor.reading.durations import Duration
from editor.reading.figures import Figure
from editor.reading.likeness import alike
from editor.reading.names import Name
from editor.reading.paragraph import Paragraph, Reading, Seen
from editor.reading.phrases import Repeat, repeats, runs
from editor.reading.quotations import Quotation
from editor.reading.when import Said, When, whens
from editor.reading.words import Word


class Sentence(NamedTuple):
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
        return self.paragraph.read.lowered[self.nth]

    @property
    def content(self) -> frozenset[str]:
        """The lemmas of its words, those left out that only bind others."""
        return self.paragraph.read.content[self.nth]


class NearCopy(NamedTuple):
    """Two sentences, the earlier first, that share at least half of what they speak of (`likeness`, 0.5 to 1).

    A likeness of 1 says that the lemmas are the same, not that the sentences are: "said" and "says", the order, and
    small words such as "not" may differ. Figures are words here: sentences which differ in one figure are pairs.
    """

    one: Sentence
    two: Sentence
    likeness: float


class _Placed(Protocol):
    @property
    def span(self) -> Span: ...


Thing = TypeVar("Thing", bound=_Placed)
One = TypeVar("One", bound="tuple[Any, ...]")


class Stated(NamedTuple, Generic[Thing]):
    """A thing that was read, at its place in the article, with the sentence that it stands in."""

    thing: Thing
    span: Span
    sentence: Sentence

    def at(self, span: Span) -> Span:
        """The place in the article of another place of the same thing (what a figure counts, a name's office)."""
        return self.sentence.paragraph.at(span)


class Person(NamedTuple):
    """Somebody whom the article names: the fullest name, and every mention in order."""

    given: str
    surname: str
    mentions: tuple[Stated[Name], ...]

    @property
    def full(self) -> str:
        return f"{self.given} {self.surname}".strip()


def _small(read: Reading) -> frozenset[str]:
    return frozenset([word[3] for word in read.words if word[2] == word[3]])


def _runs(read: Reading) -> list[list[tuple[str, ...]]]:
    return [runs(words) for words in read.lowered]


class Ledger:
    """What one article says. Its places are the article's; it is made anew for each text, of remembered readings."""

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
    def small_words(self) -> frozenset[str]:
        """The words that stand somewhere in the article without a capital."""
        return frozenset().union(*[paragraph.read.seen(_small) for paragraph in self.paragraphs])

    def seen(self, reader: Callable[[Reading], Seen | None]) -> Iterator[tuple[Paragraph, Seen]]:
        """The paragraphs in which `reader` sees something, in order, each with what; those edited alone are read anew.

        This is how a check looks for what it compares: with what may be one end of a finding found by paragraphs, the
        article as a whole costs only what there is to compare.
        """
        for paragraph in self.paragraphs:
            known = paragraph.read.known
            said = known[reader] if reader in known else paragraph.read.seen(reader)
            if said:
                yield paragraph, said

    def by_sentence(self, reader: Callable[[Reading], Sequence[One]]) -> Iterator[tuple[Sentence, One]]:
        """All that `reader` sees, each with its sentence; the reader gives its number in the paragraph first."""
        for paragraph, found in self.seen(reader):
            inside = self.sentences_of[paragraph.start]
            for one in found:
                yield inside[one[0]], one

    def each(
        self, kind: Literal["names", "figures", "dates"], reader: Callable[[Ledger, Stated[Any]], Seen]
    ) -> Iterator[tuple[Stated[Any], Seen]]:
        """The names, figures or dates, each with what `reader` sees in its paragraph, which it is shown alone.

        Whatever places the reader gives are the paragraph's.
        """
        seen = alone_by(kind, reader)
        found = itertools.chain.from_iterable(paragraph.read.seen(seen) for paragraph in self.paragraphs)
        return zip(getattr(self, kind), found, strict=True)

    @cached_property
    def near_sentences(self) -> tuple[NearCopy, ...]:
        """Sentences of four content words or more that are near copies of each other, in the order of the first."""
        said = self.sentences
        return tuple(NearCopy(said[a], said[b], like) for a, b, like in alike([one.content for one in said]))

    @cached_property
    def repeats(self) -> tuple[Repeat, ...]:
        """Runs of four words or more that come again; a place's sentence is its number in `sentences`."""
        said = [words for paragraph in self.paragraphs for words in paragraph.read.lowered]
        return tuple(repeats(said, [some for paragraph in self.paragraphs for some in paragraph.read.seen(_runs)]))

    @cached_property
    def sentences_of(self) -> dict[int, list[Sentence]]:
        """The sentences of each paragraph, by the paragraph's start."""
        result: dict[int, list[Sentence]] = {}
        for sentence in self.sentences:
            result.setdefault(sentence.paragraph.start, []).append(sentence)
        return result

    def _stated(self, read: Callable[[Reading], tuple[Thing, ...]]) -> tuple[Stated[Thing], ...]:
        result: list[Stated[Thing]] = []
        for paragraph in self.paragraphs:
            if paragraph.kind == "code" or not (things := read(paragraph.read)):
                continue
            inside = self.sentences_of.get(paragraph.start)
            if not inside:
                continue
            ends = [sentence.within.end for sentence in inside]
            for thing in things:
                number = min(bisect.bisect_right(ends, thing.span.start), len(inside) - 1)
                result.append(Stated(thing, paragraph.at(thing.span), inside[number]))
        return tuple(result)

    @cached_property
    def names(self) -> tuple[Stated[Name], ...]:
        return self._stated(lambda reading: reading.names)

    @cached_property
    def figures(self) -> tuple[Stated[Figure], ...]:
        return self._stated(lambda reading: reading.figures)

    @cached_property
    def figures_in(self) -> dict[int, list[Stated[Figure]]]:
        """The figures of each sentence that has any, by its number."""
        result: dict[int, list[Stated[Figure]]] = {}
        for stated in self.figures:
            result.setdefault(stated.sentence.number, []).append(stated)
        return result

    @cached_property
    def dates(self) -> tuple[Stated[Date], ...]:
        return self._stated(lambda reading: reading.dates)

    @cached_property
    def dates_in(self) -> dict[int, list[Stated[Date]]]:
        """The dates of each sentence that has any, by its number."""
        result: dict[int, list[Stated[Date]]] = {}
        for stated in self.dates:
            result.setdefault(stated.sentence.number, []).append(stated)
        return result

    @cached_property
    def _whens(self) -> dict[Span, When | None]:
        return dict(zip([d.span for d in self.dates], whens(self._said, self.day), strict=True))

    @cached_property
    def _said(self) -> list[Said]:
        text = self.text
        return [
            Said(
                d.thing,
                text[d.sentence.span.start : d.span.start],
                text[d.span.end : d.sentence.span.end],
                d.sentence.number,
            )
            for d in self.dates
        ]

    def when(self, stated: Stated[Date]) -> When | None:
        """The days that a date of the article may mean, and how they are known; None where nothing tells."""
        return self._whens[stated.span]

    @cached_property
    def durations(self) -> tuple[Stated[Duration], ...]:
        return self._stated(lambda reading: reading.durations)

    @cached_property
    def quotations(self) -> tuple[Stated[Quotation], ...]:
        return self._stated(lambda reading: reading.quotations)

    @cached_property
    def _linked(self) -> tuple[people.Linked, ...]:
        return people.linked([stated.thing for stated in self.names])

    @cached_property
    def entities(self) -> tuple[entities.Entity | None, ...]:
        """Whom or what each of `names` names, one for all names of one thing; None where a capital names nothing."""
        return entities.entities([stated.thing for stated in self.names], self._linked)

    @cached_property
    def people(self) -> tuple[Person, ...]:
        """Everybody named, in order of first mention; surnames alone are linked to the full names."""
        return tuple(
            Person(given, surname, tuple(self.names[n] for n in mentions)) for given, surname, mentions in self._linked
        )

    @cached_property
    def person(self) -> dict[str, Person]:
        """The people by their full names; of two of one name the first."""
        return {person.full: person for person in reversed(self.people)}

    @cached_property
    def mentions(self) -> dict[int, list[tuple[Stated[Name], Person]]]:
        """Who is mentioned in each sentence, by the sentence's number, in the order of the text."""
        result: dict[int, list[tuple[Stated[Name], Person]]] = {}
        for person in self.people:
            for mention in person.mentions:
                result.setdefault(mention.sentence.number, []).append((mention, person))
        for inside in result.values():
            inside.sort(key=lambda one: one[0].span.start)
        return result

    @cached_property
    def day(self) -> datetime.date | None:
        """The article's date: the one it is known by, else what its opening lines say. Never today."""
        if self.facts.day:
            return self.facts.day
        return article_day(self._told)

    @property
    def datelined(self) -> bool:
        """Whether the article has a dateline or byline with a date."""
        return any(datelined(one) for one in self._told if one.opening and one.said.date.month)

    @cached_property
    def _told(self) -> list[Told]:
        opening = {paragraph.start for paragraph in self.paragraphs[:OPENING]}
        told = []
        for stated, said in zip(self.dates, self._said, strict=True):
            line = stated.sentence.paragraph
            lead = line.masked[: stated.span.start - line.start]
            told.append(Told(said, lead, len(line.read.words), line.start in opening))
        return told

    def quoted(self, stated: Stated[Thing]) -> bool:
        """Whether it stands in somebody's quoted words."""
        return stated.sentence.paragraph.read.quoted(stated.span.moved(-stated.sentence.paragraph.start))


def alone(read: Reading) -> Ledger:
    """The ledger of a paragraph by itself, places counted from its start."""
    return Ledger(Article(read.text), (Paragraph(0, 0, read),), ())


@functools.cache
def alone_by(kind: str, reader: Callable[[Ledger, Stated[Any]], Seen]) -> Callable[[Reading], list[Seen]]:
    """The reader of a paragraph that asks `reader` about each of its names, figures or dates."""

    def asked(read: Reading) -> list[Seen]:
        ledger = alone(read)
        return [reader(ledger, stated) for stated in getattr(ledger, kind)]

    return asked


OPENING = 4
"""How many paragraphs, from the first, may hold the article's dateline."""
