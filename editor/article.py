"""The article: its text, the marks on it, the facts about it, and the edits that turn it into the next one."""

from __future__ import annotations

import bisect
import datetime
import itertools
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Literal


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in a text: code points from its start, `end` left out. Empty, it is between two characters."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"no span: {self.start} to {self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        return True

    def of(self, text: str) -> str:
        """The words of `text` at this place."""
        return text[self.start : self.end]

    def touches(self, other: Span) -> bool:
        """Whether the two share a character; an empty span touches what it lies inside of."""
        if self.start == self.end or other.start == other.end:
            return self.start <= other.end and other.start <= self.end
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def moved(self, by: int) -> Span:
        return Span(self.start + by, self.end + by)

    def to(self, other: Span) -> Span:
        """The span from the start of the earlier to the end of the later of the two."""
        return Span(min(self.start, other.start), max(self.end, other.end))

    def after(self, edit: Edit) -> Span:
        """Where this place lies once `edit` is applied.

        What the edit does not touch keeps its characters. Words put in at either border stay outside, words put in
        between belong to the place, and of a place cut into, what is left remains; nothing left, it is empty.
        """
        if edit.of != "words":
            return self
        cut, grown = edit.span, len(edit.words) - len(edit.span)
        if cut.end <= self.start and (cut or cut.end < self.end or not self):
            return Span(self.start + grown, self.end + grown)
        if cut.start >= self.end:
            return self
        if self.covers(cut) and cut != self:
            return Span(self.start, self.end + grown)
        if cut.covers(self):
            return Span(cut.start, cut.start)
        if cut.start < self.start:
            return Span(cut.start + len(edit.words), self.end + grown)
        return Span(self.start, cut.start)


@dataclass(frozen=True, slots=True)
class Edit:
    """A change of the words at one place, or of the mark's target there; it holds for the text that it `expected`."""

    span: Span
    expected: str
    words: str
    of: Literal["words", "target"] = "words"

    def inverse(self) -> Edit:
        """The edit that takes this one back, once it has been applied."""
        if self.of == "target":
            return Edit(self.span, self.words, self.expected, "target")
        return Edit(Span(self.span.start, self.span.start + len(self.words)), self.words, self.expected)


class EditRefused(Exception):
    """The text no longer says what the edit expects; nothing was changed."""

    def __init__(self, edit: Edit, found: str) -> None:
        super().__init__(f"text changed: expected {edit.expected!r} at {edit.span.start}, found {found!r}")
        self.edit = edit


MarkKind = Literal["headline", "heading", "emphasis", "link", "list", "quotation", "cell", "note", "code"]


@dataclass(frozen=True, slots=True)
class Mark:
    """What the source says of a place in the text; a link's `target` is its address."""

    kind: MarkKind
    span: Span
    target: str = ""


Known = Literal["dateline", "file", "asked", "assumed"]


@dataclass(frozen=True, slots=True)
class Fact:
    """Something known of the article, and how it is known. An `asked` empty value says that there is none."""

    value: str
    known: Known


@dataclass(frozen=True, slots=True)
class Facts:
    """The article's own particulars: date as ISO-8601, language as BCP 47."""

    date: Fact | None = None
    language: Fact = Fact("en", "assumed")
    headline: Fact | None = None
    byline: Fact | None = None
    slug: Fact | None = None
    length: Fact | None = None
    """How long the article is to be: "450 words" or "2800 characters"."""

    @property
    def day(self) -> datetime.date | None:
        """The article's date; None where it is not known (it is never assumed to be today)."""
        return datetime.date.fromisoformat(self.date.value) if self.date and self.date.value else None


@dataclass(frozen=True, slots=True)
class Source:
    """The file that an article was read from: the name of its format, its bytes, how they were decoded."""

    kind: str
    data: bytes = field(repr=False)
    encoding: str = "utf-8"
    assumed: bool = False
    """Whether the encoding is a guess that the editor should see."""


Layout = Literal["lines", "blocks"]
"""What a paragraph is: each line, or lines up to an empty one (hard-wrapped text, Markdown)."""


@dataclass(frozen=True, slots=True)
class Article:
    """One text with `\\n` line ends, and what its format says of it. `source` stays with the desk: see `bare`."""

    text: str
    marks: tuple[Mark, ...] = ()
    facts: Facts = Facts()
    layout: Layout = "lines"
    markup: Literal["plain", "markdown"] = "plain"
    """What signs in the text are no words: those of Markdown, in an article that is written in it."""
    source: Source | None = field(default=None, compare=False)

    def edited(self, edits: Iterable[Edit]) -> Article:
        """The article after `edits`, all of which speak of this text. Raises EditRefused, and then nothing changed."""
        edits = sorted(edits, key=lambda edit: edit.span)
        text, marks = self.text, self.marks
        for edit in reversed(edits):
            if edit.of == "target":
                hit = [m for m in marks if m.span == edit.span and m.target == edit.expected]
                if not hit:
                    raise EditRefused(edit, "no such link")
                marks = tuple(replace(m, target=edit.words) if m in hit else m for m in marks)
                continue
            found = edit.span.of(self.text)
            if found != edit.expected or edit.span.end > len(self.text):
                raise EditRefused(edit, found)
            text = text[: edit.span.start] + edit.words + text[edit.span.end :]
            marks = tuple(_carried(m, edit) for m in marks)
        for one, two in itertools.pairwise(edits):
            if one.of == two.of == "words" and one.span.end > two.span.start:
                raise ValueError(f"edits overlap at {two.span.start}")
        return replace(self, text=text, marks=tuple(m for m in marks if len(m.span)))

    def bare(self) -> Article:
        """This article without its file: what is sent to the worker."""
        return replace(self, source=None)

    def paragraphs(self) -> Iterator[Paragraph]:
        """The paragraphs that hold words, in order."""
        headings = {m.span.start: m.kind for m in self.marks if m.kind in ("headline", "heading", "list", "code")}
        blocks = _BLOCK if self.layout == "blocks" else _LINE
        for number, match in enumerate(blocks.finditer(self.text)):
            start, end = match.span()
            kind = headings.get(start, "text")
            yield Paragraph(Span(start, end), number, kind)

    def readable(self) -> Iterator[Paragraph]:
        """The paragraphs in pieces of at most `LONGEST` characters, so that a text without line ends costs no more."""
        for paragraph in self.paragraphs():
            if len(paragraph.span) <= LONGEST:
                yield paragraph
                continue
            for match in _PIECE.finditer(self.text, paragraph.span.start, paragraph.span.end):
                yield replace(paragraph, span=Span(*match.span()))


def _carried(mark: Mark, edit: Edit) -> Mark:
    if edit.span.start >= mark.span.end and mark.span.end > mark.span.start:
        return mark
    # A book of Markdown has thousands of marks, and each key moves all that follow it.
    return Mark(mark.kind, mark.span.after(edit), mark.target)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph's place, its number from 0, and what the source says it is."""

    span: Span
    number: int
    kind: str = "text"


LONGEST = 10_000
"""The most characters of a paragraph that is read at once: 1,600 words."""
# The rest, or up to a sentence's end, or to a blank, or so many characters.
_PIECE = re.compile(
    rf"\S.{{0,{LONGEST - 1}}}\Z|\S.{{0,{LONGEST - 9}}}[.!?][\"”’)]{{0,2}}(?!\S)"
    rf"|\S(?:.{{0,{LONGEST - 2}}}\S)?(?!\S)|\S.{{0,{LONGEST - 1}}}",
    re.DOTALL,
)
# Anchored at line starts: else each of a long row of blanks would be tried for a start.
_LINE = re.compile(r"^[^\n]*[^\s][^\n]*", re.MULTILINE)
# A line that opens with a Markdown block's sign begins a block of its own.
_OPENER = r"(?:#{1,6} |[-*+] |\d{1,3}[.)] |> |\||```|~~~)"
_BLOCK = re.compile(rf"^[^\n]*[^\s][^\n]*(?:\n(?![ \t]*{_OPENER})[^\n]*[^\s][^\n]*)*", re.MULTILINE)


class TextMap:
    """The one bridge between two ways of counting the same text: code points here, other units there.

    It is a list of pairs of places that answer each other. From one pair to the next both sides run in step; where one
    side is the shorter (a character of two units, a piece cut out), it waits at its end.
    """

    __slots__ = ("_here", "_there")

    def __init__(self, pairs: Iterable[tuple[int, int]]) -> None:
        kept = sorted({(0, 0), *pairs})
        self._here = [a for a, _ in kept]
        self._there = [b for _, b in kept]

    def to(self, here: int) -> int:
        """The place there that answers the place `here`."""
        return _answer(self._here, self._there, here, bisect.bisect_right)

    def back(self, there: int) -> int:
        """The place here that answers the place `there`; inside a character of several units, its end."""
        return _answer(self._there, self._here, there, bisect.bisect_right)

    def span_to(self, span: Span) -> Span:
        return _span(self._here, self._there, span)

    def span_back(self, span: Span) -> Span:
        """The place here that answers `span` there, without what was cut out at its borders."""
        return _span(self._there, self._here, span)

    @classmethod
    def utf16(cls, text: str) -> TextMap:
        """Code points against UTF-16 units, in which Qt counts."""
        return cls(
            pair
            for n, match in enumerate(_ASTRAL.finditer(text))
            for pair in ((match.start(), match.start() + n), (match.start() + 1, match.start() + n + 2))
        )

    @classmethod
    def line_ends(cls, raw: str) -> TextMap:
        """The article's text, whose lines end in one character, against the file's `raw` text."""
        return cls(
            pair
            for n, match in enumerate(_CRLF.finditer(raw))
            for pair in ((match.start() - n, match.start()), (match.start() - n + 1, match.start() + 2))
        )

    @classmethod
    def rewritten(cls, edits: Iterable[Edit]) -> TextMap:
        """A text against the same text after `edits` (in order, none overlapping), as a masked copy."""
        pairs, grown = [], 0
        for edit in edits:
            pairs.append((edit.span.start, edit.span.start + grown))
            grown += len(edit.words) - len(edit.span)
            pairs.append((edit.span.end, edit.span.end + grown))
        return cls(pairs)


_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_CRLF = re.compile("\r\n")


def _answer(ours: list[int], theirs: list[int], place: int, find: Callable[[list[int], int], int]) -> int:
    at = find(ours, place) - 1
    answer = theirs[at] + place - ours[at]
    return min(answer, theirs[at + 1]) if at + 1 < len(theirs) else answer


def _first(ours: list[int], place: int) -> int:
    at = bisect.bisect_left(ours, place)
    return at + 1 if at < len(ours) and ours[at] == place else at


def _span(ours: list[int], theirs: list[int], span: Span) -> Span:
    start = _answer(ours, theirs, span.start, bisect.bisect_right)
    if not len(span):
        return Span(start, start)
    return Span(start, max(start, _answer(ours, theirs, span.end, _first)))


class Lines:
    """The line and column of places in a text, both counted from 1."""

    def __init__(self, text: str) -> None:
        self._starts = [0]
        for line in text.split("\n"):
            self._starts.append(self._starts[-1] + len(line) + 1)

    def of(self, place: int) -> tuple[int, int]:
        line = bisect.bisect_right(self._starts, place)
        return line, place - self._starts[line - 1] + 1
