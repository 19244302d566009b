"""A caption that has another day, or another word of a contrast, than the article."""

from __future__ import annotations

import re
from collections.abc import Iterator

from editor.article import Span
from editor.checks._captions import captions
from editor.checks._conflict import conflict
from editor.checks._contrasts import contrasts
from editor.finding import Finding
from editor.ledger import Ledger, Sentence
from editor.reading.dates import MONTHS, WEEKDAYS
from editor.reading.lemmas import lemma, stop_words
from editor.reading.patterns import lazy

_CALENDAR = frozenset(word.lower() for word in (*MONTHS, *WEEKDAYS))


def check(ledger: Ledger, *, shared: int = 3) -> Iterator[Finding]:
    under = {paragraph.number for paragraph in captions(ledger)}
    if not under:
        return
    inside = [one for one in ledger.sentences if one.paragraph.number in under]
    body = [one for one in ledger.sentences if one.paragraph.number not in under]
    yield from _days(ledger, inside, body, shared)
    yield from _weekdays(ledger, inside, body, shared - 1)
    yield from _contrasts(ledger, inside, body)


def _days(ledger: Ledger, inside: list[Sentence], body: list[Sentence], shared: int) -> Iterator[Finding]:
    """A date in a caption, and another in the sentence that tells of the same; the article has the first nowhere."""
    if not any(one.number in ledger.dates_in for one in inside):
        return
    known = {
        (stated.thing.month, stated.thing.day)
        for sentence in body
        for stated in ledger.dates_in.get(sentence.number, ())
    }
    for sentence in inside:
        for stated in ledger.dates_in.get(sentence.number, ()):
            day = (stated.thing.month, stated.thing.day)
            if not all(day) or day in known:
                continue
            near = max(
                (
                    (len(_told(sentence) & _told(other)), -other.number, date.span)
                    for other in body
                    for date in ledger.dates_in.get(other.number, ())
                    if date.thing.month and date.thing.day and not date.thing.range_end
                ),
                default=(0, 0, None),
            )
            if near[0] >= shared and near[2]:
                yield conflict(ledger, "day", near[2], stated.span)


_DAY = lazy(rf"\b(?:{'|'.join(WEEKDAYS)})\b")


def _weekdays(ledger: Ledger, inside: list[Sentence], body: list[Sentence], shared: int) -> Iterator[Finding]:
    """A weekday in a caption, and another in the sentence that tells of the same; the article has the first nowhere."""
    if not any("day" in one.span.of(ledger.text) for one in inside):
        return
    days = [(one, match) for one in body for match in _days_of(one)]
    known = {match[0] for _, match in days}
    for sentence in inside:
        for match in _days_of(sentence):
            near = max(
                (
                    (len(_told(sentence) & _told(one)), -one.number, one.paragraph.at(Span(*m.span())))
                    for one, m in days
                ),
                default=(0, 0, None),
            )
            # The day of the article's first sentences is that of its event, which the picture shows.
            leads = near[2] is not None and near[1] > -LEAD and not _FILED.search(sentence.span.of(ledger.text))
            if match[0] not in known and near[0] >= (1 if leads else shared) and near[2]:
                yield conflict(ledger, "day", near[2], sentence.paragraph.at(Span(*match.span())))


LEAD = 4
"""Before which sentence the article tells what it is about."""
_FILED = lazy(
    r"\b(?:file|archive|earlier|last (?:week|month|year)|(?:19|20)\d\d|day before|ahead of|eve)\b", re.IGNORECASE
)


def _days_of(sentence: Sentence) -> Iterator[re.Match[str]]:
    return _DAY.finditer(sentence.paragraph.masked, sentence.within.start, sentence.within.end)


def _told(sentence: Sentence) -> frozenset[str]:
    """What a sentence speaks of, its dates and figures aside."""
    return frozenset(word for word in sentence.content if word not in _CALENDAR and word[0].isalpha())


def _contrasts(ledger: Ledger, inside: list[Sentence], body: list[Sentence]) -> Iterator[Finding]:
    """ "A black rhino calf" under the picture, "the white rhino calf" in the article."""
    told = [pair for sentence in inside for pair in _pairs(sentence)]
    nouns = {key[0] for key, _, _ in told}
    said = [pair for sentence in body if not nouns.isdisjoint(sentence.content) for pair in _pairs(sentence)]
    if said:
        for key, lines, span in told:
            same = [(other, place) for thing, other, place in said if thing == key and not lines.isdisjoint(other)]
            words = span.of(ledger.text).lower()
            if same and not any(place.of(ledger.text).lower() == words for _, place in same):
                yield conflict(ledger, "contrast", same[0][1], span)


def _pairs(sentence: Sentence) -> Iterator[tuple[tuple[str, ...], frozenset[int], Span]]:
    """Words of a contrast with the two nouns, or the noun, that they stand before: what they tell apart."""
    words, text = sentence.words, sentence.paragraph.masked
    for n, word in enumerate(words[:-1]):
        lines = contrasts(word[3])
        if not lines:
            continue
        key = []
        for before, after in zip(words[n : n + 2], words[n + 1 : n + 3], strict=False):
            if after[3] in stop_words() or text[before[1] : after[0]] != " ":
                break
            key.append(lemma(after[3]))
        if len(key) == 2:
            yield tuple(key), lines, sentence.paragraph.at(Span(word[0], word[1]))
