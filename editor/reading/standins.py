"""A paragraph as a checker of grammar should see it: debris cut out, names and addresses as words that it knows."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import NamedTuple

from editor import resources
from editor.article import Edit, Span, TextMap
from editor.reading.paragraph import Paragraph
from editor.reading.patterns import lazy


class Sendable(NamedTuple):
    """The text to send, the bridge from the paragraph to it, and what in the paragraph is no word of the writer's."""

    text: str
    map: TextMap
    hidden: tuple[Span, ...]

    def back(self, start: int, end: int) -> Span | None:
        """The place in the paragraph of a place in the text that was sent; None where it touches what was hidden."""
        place = self.map.span_back(Span(start, end))
        # What was cut out lies between two characters of the text: a fault that leans on it is the debris's.
        return None if any(_meets(place, hidden) for hidden in self.hidden) else place

    def speaks_of_hidden(self, message: str) -> bool:
        """Whether a checker's message rests on a word that stands there for another."""
        return any(f"‘{name}’" in message or f"“{name}”" in message for name in (*SURNAMES, *OPEN_SURNAMES))


def _meets(place: Span, hidden: Span) -> bool:
    return place.start <= hidden.end and hidden.start <= place.end if not len(place) else place.touches(hidden)


SURNAMES = ("Smith", "Johnson", "Martin", "Peters", "Davies", "Morgan", "Lewis", "Taylor")
OPEN_SURNAMES = ("Adams", "Evans", "Andrews", "Edwards", "Allen", "Elliott")
"""After “an” stands a name that opens with a vowel: the article was right for the name that was there."""

_ADDRESS = lazy(
    r"(?:https?://|www\.)\S*[^\s.,;:!?)\]}”’\"']|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<![\w&])[@#]\w+"
    r"|\b(?:[A-Za-z0-9-]{2,}\.)+(?:com|org|net|info|gov|edu|int|io|tv|co|[a-z]{2})(?:/[^\s,;()]*)?(?![\w.]*\w)",
    re.IGNORECASE,
)
# After these a capital says nothing, as at the start of a sentence.
_OPENER = lazy(r"[:•–—(“\"‘]\s?\Z")
_TAIL = lazy(r"[’']s?$")
# Words with a capital that every dictionary knows, and that stand for more than a name: they are left as they are.
_ADJECTIVE = lazy(r"[A-Z][a-z]+(?:ian|ish|ese|can|ean)s?")


@functools.cache
def _known() -> frozenset[str]:
    days = {row[0].capitalize() for row in resources.rows("lexicon", "en", "after_time.tsv") if len(row[0]) > 3}
    return frozenset(days | {row[0] for row in resources.rows("lexicon", "en", "organisation_words.tsv")} | {"I"})


def sendable(paragraph: Paragraph) -> Sendable:
    """What of a paragraph may be sent to a checker of grammar."""
    text = paragraph.text
    edits = sorted(_without_overlaps([*_cuts(paragraph), *_addresses(text), *_names(paragraph)]), key=lambda e: e.span)
    pieces, at = [], 0
    for edit in edits:
        pieces += [text[at : edit.span.start], edit.words]
        at = edit.span.end
    pieces.append(text[at:])
    return Sendable("".join(pieces), TextMap.rewritten(edits), tuple(edit.span for edit in edits))


def _without_overlaps(edits: list[Edit]) -> Iterator[Edit]:
    """The edits but for those that touch an earlier one of the list."""
    taken: list[Span] = []
    for edit in edits:
        if not any(edit.span.touches(span) for span in taken):
            taken.append(edit.span)
            yield edit


def _cuts(paragraph: Paragraph) -> Iterator[Edit]:
    text = paragraph.text
    for piece in paragraph.debris:
        start = max(piece.span.start - paragraph.start, 0)
        end = min(piece.span.end - paragraph.start, len(text))
        while start and text[start - 1].isspace():
            start -= 1
        while not start and end < len(text) and text[end].isspace():
            end += 1
        yield Edit(Span(start, end), text[start:end], "")


def _addresses(text: str) -> Iterator[Edit]:
    if "." in text or "@" in text or "#" in text or "://" in text:
        for match in _ADDRESS.finditer(text):
            yield Edit(Span(*match.span()), match[0], "Reuters")


def _names(paragraph: Paragraph) -> Iterator[Edit]:
    text, read = paragraph.text, paragraph.read
    opening = {sentence.start for sentence in read.sentences}
    named = [name.span for name in read.names if name.kind != "unknown" or not name.initial or " " in name.text]
    chosen: dict[tuple[str, tuple[str, ...]], str] = {}
    for number, word in enumerate(read.words):
        if not word.text[0].isupper():
            continue
        bare = _TAIL.sub("", word.text)
        if not _to_hide(bare) or text[word.start : word.start + len(bare)] != bare:
            continue
        span = Span(word.start, word.start + len(bare))
        opens = word.start in opening or bool(_OPENER.search(text, max(0, word.start - 3), word.start))
        if opens and not any(place.touches(span) for place in named):
            continue
        before = read.words[number - 1].lower if number else ""
        names = OPEN_SURNAMES if before == "an" else SURNAMES
        known = (bare, names)
        if known not in chosen:
            chosen[known] = names[len(chosen) % len(names)]
        yield Edit(span, bare, chosen[known])


def _to_hide(word: str) -> bool:
    return word[:1].isupper() and word not in _known() and not _ADJECTIVE.fullmatch(word) and not word.isupper()
