"""What is said to rest since a year, and is told to have been active after it: a conflict "dormant since 1947"."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from editor import resources
from editor.article import Span
from editor.ledger import Ledger, Sentence
from editor.reading import numbers
from editor.reading.paragraph import Reading
from editor.reading.patterns import lazy

_RESTS = lazy(
    r"\b(?P<state>(?:dormant|inactive|extinct|silent|quiet|peaceful|calm|frozen|asleep|at (?:peace|rest)|lain still)"
    r"(?: [a-z]+){0,3}?|(?:has|have) (?:not|never) (?:erupted|stirred|been active|seen (?:any )?(?:fighting|blood)))"
    rf" (?:since (?:the )?(?P<year>1\d\d\d|20\d\d)\b|for (?:some |about |nearly |almost |over |more than )?"
    rf"(?P<span>{numbers.WORDS}|\d[\d,]*) years\b)"
)
_ENDED = lazy(
    r"\b(?:until|before|had (?:been|lain)|when|but|woke|awoke|again|flared|reignited|resumed|ended|reawakened)\b"
)
_CUES = (" since ", " years")
GRACE = 1
"""Years after the one that something rests since in which its last deeds may still be told."""


@functools.cache
def _classes() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    return tuple(
        (lazy(rf"\b(?:{things})s?\b", re.IGNORECASE), lazy(rf"\b(?:{activity})\b", re.IGNORECASE))
        for things, activity in resources.rows("lexicon", "en", "dormant.tsv")
    )


def wakened(ledger: Ledger) -> Iterator[tuple[Span, Span]]:
    """The words that say since when something rests, and a sentence's words that tell it was active later."""
    for paragraph, rests in ledger.seen(_rests):
        text = paragraph.masked
        for match in rests:
            place = Span(*match.span())
            sentence = next(
                (s for s in ledger.sentences_of.get(paragraph.start, ()) if s.within.end >= place.end), None
            )
            since = _since(ledger, match)
            if sentence is None or since is None or paragraph.read.quoted(place):
                continue
            if not _ENDED.search(text, sentence.within.start, sentence.within.end):
                yield from _active(ledger, sentence, paragraph.at(place), since)


def _rests(read: Reading) -> list[re.Match[str]]:
    if read.kind == "code" or not any(cue in read.masked for cue in _CUES):
        return []
    return list(_RESTS.finditer(read.masked))


def _since(ledger: Ledger, match: re.Match[str]) -> int | None:
    if match["year"]:
        return int(match["year"])
    years = numbers.value(match["span"].replace(",", "")) if match["span"] else 0
    return int(ledger.day.year - years) if ledger.day and years else None


def _active(ledger: Ledger, sentence: Sentence, place: Span, since: int) -> Iterator[tuple[Span, Span]]:
    lead = sentence.paragraph.masked[sentence.within.start : place.start - sentence.paragraph.start]
    for thing, activity in _classes():
        if not thing.search(lead):
            continue
        for number, dates in ledger.dates_in.items():
            other = dates[0].sentence
            if number == sentence.number or not any(
                (when := ledger.when(one)) and when.first.year > since + GRACE for one in dates
            ):
                continue
            words = activity.search(other.paragraph.masked, other.within.start, other.within.end)
            if words and not other.paragraph.read.quoted(Span(*words.span())):
                yield place, other.paragraph.at(Span(*words.span()))
                return
