"""Searching the text: the places of some words or of a pattern, and the edits that put other words there."""

from __future__ import annotations

import re
import threading
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.article import Article, Edit, Mark, Span
from editor.reading.quotations import quotations

if TYPE_CHECKING:
    from regex import Match, Pattern

LIMIT = 1.0
"""Seconds that a pattern may take: one that needs more on an article runs away."""
WORK = 100_000_000
"""Characters that may be moved by the edits of one step: each edit moves the whole text once."""
MOST = 300
"""The most edits of one step; where there are more places, neighbours become one edit."""

_ALIKE = {"'": "['‘’]", '"': '["“”„]', " ": "[ \u00a0\u202f]"}
"""What is typed, and what of the text it stands for unless the case is to match: nobody types a curly mark."""
_TEMPLATE = re.compile(r"\\(?:(\d{1,2})|g<(\w+)>|(.))|\$(?:(\d{1,2})|\{(\w+)\}|([&$]))", re.DOTALL)
_SIGNS = {"n": "\n", "t": "\t"}


class BadPattern(ValueError):
    """A pattern, or what is to take its place, that can't be read: `why`, and `at` which character, from 0."""

    def __init__(self, why: str, at: int) -> None:
        super().__init__(f"{why} at {at}")
        self.why, self.at = why, at


class RunsAway(Exception):
    """The pattern takes too long on this text."""


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for: words as they stand, or with `pattern` a regular expression; `within` a part of the text."""

    words: str
    case: bool = False
    whole: bool = False
    pattern: bool = False
    within: Span | None = None

    def compiled(self) -> Pattern[str]:
        """As a pattern. Raises BadPattern."""
        import regex

        words = self.words
        if not self.pattern:
            words = "".join(
                _ALIKE.get(sign, regex.escape(sign)) if not self.case else regex.escape(sign) for sign in words
            )
        flags = regex.MULTILINE if self.case else regex.MULTILINE | regex.IGNORECASE
        try:
            made = regex.compile(words, flags)
        except regex.error as error:
            why, at = str(getattr(error, "msg", error)), int(getattr(error, "pos", None) or 0)
            raise BadPattern(why, at) from None
        return regex.compile(rf"(?<!\w)(?:{words})(?!\w)", flags) if self.whole else made

    def matches(self, text: str, limit: float = LIMIT) -> Iterator[Match[str]]:
        """Every place in the text, none touching another. Raises BadPattern or RunsAway."""
        start, end = (self.within.start, self.within.end) if self.within else (0, len(text))
        last = -1
        if not self.words:
            return
        try:
            # The lock that Python's threads share is free while this looks.
            for match in self.compiled().finditer(text, start, end, timeout=limit):
                if match.end() > match.start() or match.start() > last:
                    last = match.end()
                    yield match
        except TimeoutError:
            raise RunsAway from None

    def places(self, text: str, limit: float = LIMIT) -> list[Span]:
        """The places in the text. Raises BadPattern or RunsAway."""
        return [Span(*match.span()) for match in self.matches(text, limit)]


@dataclass(frozen=True, slots=True)
class Replacing:
    """What takes the place of what is found. In a pattern's, `\\1` and `$1` stand for its groups, `$&` for all of it.

    With `keeps` the words take capitals as what they replace has them; with `quoted` quotations are changed too.
    """

    words: str = ""
    keeps: bool = False
    quoted: bool = False

    def of(self, search: Search, match: Match[str]) -> str:
        """What stands there afterwards. Raises BadPattern for a group that the pattern has not."""
        if not search.pattern:
            return like(match[0], self.words) if self.keeps else self.words

        def sign(said: re.Match[str]) -> str:
            number, name, other = said[1] or said[4], said[2] or said[5], said[3] or said[6]
            if other:
                return match[0] if said[6] == "&" else _SIGNS.get(other, other) if said[3] else other
            try:
                return match[int(number) if number else int(name) if name.isdigit() else name] or ""
            except IndexError:
                raise BadPattern("no such group", said.start()) from None

        return _TEMPLATE.sub(sign, self.words)


def like(found: str, words: str) -> str:
    """The words with the capitals of what was found: all of them, or the first."""
    letters = [c for c in found if c.isalpha()]
    if len(letters) > 1 and all(c.isupper() for c in letters):
        return words.upper()
    if letters and found[:1].isupper():
        return words[:1].upper() + words[1:]
    return words


def quoted(article: Article) -> list[Span]:
    """The places of the article's quotations with their marks, in order."""
    spans = []
    for piece in article.readable():
        start, end = piece.span.start, piece.span.end
        # One that no mark closes ends with its paragraph.
        spans += [
            Span(q.span.start + start, min(q.span.end + start, end)) for q in quotations(piece.span.of(article.text))
        ]
    return spans


def apart(places: Sequence[Span], protected: Sequence[Span]) -> tuple[list[int], list[int]]:
    """The numbers of the places outside all protected ones, and of those that touch one. Both come in order."""
    ends = [span.end for span in protected]
    outside: list[int] = []
    inside: list[int] = []
    for n, place in enumerate(places):
        first = bisect_left(ends, place.start)
        touched = any(place.touches(span) for span in protected[first : first + 2])
        (inside if touched else outside).append(n)
    return outside, inside


@dataclass(frozen=True, slots=True)
class Replaced:
    """The edits that put other words in the places found, the last one first, as one step takes them."""

    edits: tuple[Edit, ...]
    count: int
    """How many places change."""
    left: int
    """How many stay as they are because they stand in quotations."""


def replace_all(article: Article, search: Search, replacing: Replacing, limit: float = LIMIT) -> Replaced:
    """Other words in every place. Raises BadPattern or RunsAway."""
    text = article.text
    found = list(search.matches(text, limit))
    places = [Span(*match.span()) for match in found]
    outside, inside = apart(places, [] if replacing.quoted else quoted(article))
    edits = [Edit(places[n], found[n][0], replacing.of(search, found[n])) for n in outside]
    edits = [edit for edit in edits if edit.words != edit.expected]
    most = max(1, min(MOST, WORK // max(1, len(text))))
    return Replaced(tuple(reversed(joined(edits, text, article.marks, most))), len(edits), len(inside))


def joined(edits: Sequence[Edit], text: str, marks: Sequence[Mark], most: int) -> list[Edit]:
    """The same change in about `most` edits: neighbours become one with the words between them, but over no mark."""
    size = -(-len(edits) // most)
    if size <= 1:
        return list(edits)
    borders = sorted({place for mark in marks for place in (mark.span.start, mark.span.end)})
    result: list[Edit] = []
    group: list[Edit] = []
    for edit in edits:
        if group and (len(group) == size or _between(borders, group[0].span.start, edit.span.end)):
            result.append(_joined(group, text))
            group = []
        group.append(edit)
    return [*result, _joined(group, text)]


def _between(borders: Sequence[int], start: int, end: int) -> bool:
    at = bisect_left(borders, start)
    return at < len(borders) and borders[at] <= end


def _joined(edits: Sequence[Edit], text: str) -> Edit:
    start, end = edits[0].span.start, edits[-1].span.end
    parts, at = [], start
    for edit in edits:
        parts += [text[at : edit.span.start], edit.words]
        at = edit.span.end
    return Edit(Span(start, end), text[start:end], "".join(parts))


class Looking:
    """Work that goes on in a thread of its own. Who asked looks now and then whether it is `done`."""

    def __init__(self, work: Callable[[], object]) -> None:
        self.result: object = None
        """What the work gave, or the BadPattern or RunsAway that it raised; None where it failed otherwise."""
        self._work = work
        self._thread = threading.Thread(target=self._run, name="search", daemon=True)
        self._thread.start()

    def done(self, wait: float = 0.0) -> bool:
        """Whether the result is there; waits for it so many seconds at most."""
        self._thread.join(wait)
        return not self._thread.is_alive()

    def _run(self) -> None:
        try:
            self.result = self._work()
        except (BadPattern, RunsAway) as error:
            self.result = error
