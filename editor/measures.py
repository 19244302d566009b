"""Measures: how long an article's sentences are, and how easily it reads, paragraph by paragraph and as a whole.

Headlines, headings, captions, code and citation debris are left out: what is measured is the running text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from editor.article import Edit, Span
from editor.checks._captions import captions
from editor.ledger import Ledger, Sentence
from editor.reading.syllables import countable, syllables

Ease = Literal["very easy", "easy", "fairly easy", "standard", "fairly hard", "hard", "very hard"]
FLESCH: tuple[tuple[float, Ease], ...] = (
    (90, "very easy"),
    (80, "easy"),
    (70, "fairly easy"),
    (60, "standard"),
    (50, "fairly hard"),
    (30, "hard"),
    (float("-inf"), "very hard"),
)
"""From which reading ease on a text is called what: Flesch, The Art of Readable Writing (1949). Amstad keeps them."""
INFLESZ: tuple[tuple[float, Ease], ...] = (
    (80, "very easy"),
    (65, "fairly easy"),
    (55, "standard"),
    (40, "fairly hard"),
    (float("-inf"), "very hard"),
)
"""The same for Spanish: Barrio-Cantalejo and others, An Sist Sanit Navar 31 (2008)."""
SAMPLE = 100
"""The words of Flesch's samples: of fewer the reading ease is only a hint."""


class Length(NamedTuple):
    """A sentence's place in the article, its words, and the number, from 1, of its paragraph."""

    span: Span
    words: int
    paragraph: int


class Passage(NamedTuple):
    """A paragraph's place and number, from 1, and what was counted in it."""

    span: Span
    number: int
    words: int
    sentences: int
    ease: float | None
    """Its reading ease; None where the language has no formula."""


@dataclass(frozen=True, slots=True)
class Measures:
    """What was measured of an article's running text. `words` and `characters` are those of the sentences measured."""

    language: str = "en"
    sentences: tuple[Length, ...] = ()
    passages: tuple[Passage, ...] = ()
    words: int = 0
    ease: float | None = None
    grade: float | None = None
    """Flesch and Kincaid's years of school; for English only."""
    formula: str = ""
    """Whose formula the reading ease is; empty where the language has none."""

    @property
    def mean(self) -> float:
        """The words of a sentence on average."""
        return self.words / len(self.sentences) if self.sentences else 0.0

    @property
    def longest(self) -> Length | None:
        """The longest sentence, the first of several."""
        return max(self.sentences, key=lambda one: one.words, default=None)

    def long(self, more_than: int) -> int:
        """How many sentences have more words than this."""
        return sum(one.words > more_than for one in self.sentences)

    def after(self, edits: Sequence[Edit]) -> Measures:
        """The same measures at the places that they have after edits; what lost all its words is left out."""
        if not edits:
            return self
        sentences = tuple(one._replace(span=span) for one in self.sentences if len(span := _after(one.span, edits)))
        passages = tuple(one._replace(span=span) for one in self.passages if len(span := _after(one.span, edits)))
        return replace(self, sentences=sentences, passages=passages)


def measured(ledger: Ledger) -> Measures:
    """The measures of an article as it was read."""
    language = ledger.facts.language.value.split("-")[0].lower()
    skipped = {one.start for one in captions(ledger)}
    sentences: list[Length] = []
    passages: list[Passage] = []
    heard = Counted()
    for paragraph in ledger.paragraphs:
        if paragraph.kind not in ("text", "list") or paragraph.start in skipped:
            continue
        inside = [one for one in ledger.sentences_of.get(paragraph.start, ()) if _says(one)]
        if not inside:
            continue
        here = Counted.of(inside, language)
        number = paragraph.number + 1
        sentences += [Length(one.span, len(one.words), number) for one in inside]
        passages.append(Passage(paragraph.span, number, here.words, here.sentences, ease(here, language)))
        heard = Counted(*(a + b for a, b in zip(heard, here, strict=True)))
    return Measures(
        language,
        tuple(sentences),
        tuple(passages),
        heard.words,
        ease(heard, language),
        grade(heard) if language == "en" and heard.sentences else None,
        FORMULAS.get(language, ""),
    )


class Counted(NamedTuple):
    """The sentences, words and syllables of a text; the syllables are 0 where the language's can't be counted."""

    sentences: int = 0
    words: int = 0
    syllables: int = 0

    @classmethod
    def of(cls, said: Iterable[Sentence], language: str) -> Counted:
        words = [one.words for one in said]
        sounds = sum(syllables(w.lower, language) for inside in words for w in inside) if countable(language) else 0
        return cls(len(words), sum(map(len, words)), sounds)


FORMULAS = {"en": "Flesch", "de": "Amstad", "es": "Szigriszt-Pazos"}
"""Whose reading ease is taken, by language."""


def ease(said: Counted, language: str) -> float | None:
    """The reading ease, about 0 (very hard) to 100 (very easy); None where there is nothing, or no formula.

    English: Flesch, "A new readability yardstick", Journal of Applied Psychology 32 (1948). German: Amstad, Wie
    verständlich sind unsere Zeitungen? (Zürich 1978). Spanish: Szigriszt Pazos, Sistemas predictivos de legibilidad
    (Madrid 1993), as INFLESZ validated it (Barrio-Cantalejo and others 2008): Fernández Huerta's older formula is in
    print with its second term wrong.
    """
    if not said.sentences or not said.words:
        return None
    length, sounds = said.words / said.sentences, said.syllables / said.words
    if language == "en":
        return 206.835 - 1.015 * length - 84.6 * sounds
    if language == "de":
        return 180 - length - 58.5 * sounds
    if language == "es":
        return 206.835 - length - 62.3 * sounds
    return None


def grade(said: Counted) -> float:
    """The year of an American school whose pupils follow an English text.

    Kincaid and others, Derivation of new readability formulas for Navy enlisted personnel (1975).
    """
    return 0.39 * said.words / said.sentences + 11.8 * said.syllables / said.words - 15.59


def called(value: float, language: str = "en") -> Ease:
    """What a reading ease is called."""
    return next(name for least, name in (INFLESZ if language == "es" else FLESCH) if value >= least)


def _says(sentence: Sentence) -> bool:
    """Whether it is a sentence of running text, and not what is left of a line of signs and figures."""
    return len(sentence.words) > 1 and any(word.text[0].isalpha() for word in sentence.words)


def _after(span: Span, edits: Sequence[Edit]) -> Span:
    for edit in edits:
        if edit.span.start < span.end:
            span = span.after(edit)
    return span
