"""One quotation from two mouths, or in two wordings."""

from __future__ import annotations

import difflib
from collections import Counter, deque
from collections.abc import Iterator

from editor.article import Span
from editor.checks._conflict import conflict, short
from editor.checks._said import Said, said, unlike, within
from editor.checks._thoughts import reworded
from editor.finding import Finding
from editor.ledger import Ledger
from editor.reading.lemmas import stop_words

MOST = 60
"""With how many of the quotations before it that share a word one is compared: with the last."""


def check(ledger: Ledger, *, shortest: int = 4, alike: float = 0.55) -> Iterator[Finding]:
    every = said(ledger, shortest)
    by_word: dict[str, deque[int]] = {}
    told: list[Span] = []
    for n, one in enumerate(every):
        content = {word for word in one.words if word not in stop_words()}
        shared = Counter(m for word in content for m in by_word.get(word, ()))
        for m in sorted(m for m, size in shared.items() if size >= min(2, len(content)) and 3 * size >= len(content)):
            if found := _compared(ledger, every[m], one, alike):
                told += found.places
                yield found
                break
        for word in content:
            by_word.setdefault(word, deque(maxlen=MOST)).append(n)
    for first, second in reworded(ledger, every):
        if not any(second.touches(place) for place in told):
            yield conflict(ledger, "wording", first, second)


def _compared(ledger: Ledger, one: Said, two: Said, alike: float) -> Finding | None:
    shorter = min(len(one.words), len(two.words))
    if one.words == two.words or within(one.words, two.words):
        return _two_mouths(ledger, one, two) if one.another(two) and shorter >= 4 else None
    if one.another(two) and not (_pronoun(one) or _pronoun(two)):
        return None
    if shorter < 6 or one.stated.sentence.paragraph is two.stated.sentence.paragraph:
        return None
    if unlike(one.words, two.words, min(alike, 0.5)):
        return None
    ratio = difflib.SequenceMatcher(None, one.words, two.words, autojunk=False).ratio()
    if ratio >= alike or (one.who and two.who and shorter >= 9 and ratio >= 0.5):
        return conflict(ledger, "wording", one.place, two.place)
    return None


def _two_mouths(ledger: Ledger, one: Said, two: Said) -> Finding | None:
    if not one.voice or not two.voice or one.voice.span == two.voice.span:
        return None
    more = [span for said in (one, two) for span in _named(said)]
    more += [said.place for said in (one, two) if said.voice and said.voice.span.of(ledger.text).islower()]
    return conflict(
        ledger, "speaker", one.voice.span, two.voice.span, *more, keep=False, who=one.who, other=two.who,
        words=short(two.place.of(ledger.text).split()),
    )  # fmt: skip


def _named(said: Said) -> list[Span]:
    """Where a speaker who is given by surname, pronoun or description is named in full, if that is elsewhere."""
    if not said.voice or not said.voice.person:
        return []
    full = next((mention.span for mention in said.voice.person.mentions if mention.thing.given), None)
    return [full] if full and not full.touches(said.voice.span) else []


def _pronoun(said: Said) -> bool:
    return said.voice is not None and len(said.voice.span) <= 3
