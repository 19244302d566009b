"""A sentence said twice that differs in one fact: a figure, a day, a date, or a not."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from editor.article import Span
from editor.checks._conflict import conflict
from editor.checks._contrasts import contrast
from editor.finding import Finding
from editor.ledger import Ledger, Sentence
from editor.reading import numbers
from editor.reading.dates import MONTHS, WEEKDAYS

Token = tuple[str, int, int]
_NOT = frozenset({"not", "never", "no", "nobody", "none", "neither", "nor", "without", "denied", "denies"})
_DAYS = frozenset(day.lower() for day in WEEKDAYS)
_MONTHS = frozenset(month.lower() for month in MONTHS)
_NUMBER = re.compile(r"(?:\d[\d,.]*(?:m|bn|k|st|nd|rd|th|s)?)$")


def check(ledger: Ledger, *, alike: float = 0.66) -> Iterator[Finding]:
    told: set[int] = set()
    tokens = functools.cache(lambda number: _tokens(ledger.sentences[number]))
    for pair in ledger.near_sentences:
        if pair.two.number in told or (pair.likeness < alike and not _held(pair.one, pair.two)):
            continue
        one, two = tokens(pair.one.number), tokens(pair.two.number)
        if pair.likeness < alike and not _at_one_place(one, two):
            continue
        if found := _differ(ledger, pair.one, pair.two, one, two):
            told.add(pair.two.number)
            yield found


def _differ(ledger: Ledger, one: Sentence, two: Sentence, first: list[Token], second: list[Token]) -> Finding | None:
    if min(len(first), len(second)) < 6:
        return None
    lost, gained = _moved(first, second)
    lost_facts = [t for t in lost if _kind(t[0])]
    gained_facts = [t for t in gained if _kind(t[0])]
    rest = len([t for t in lost if not _kind(t[0])]) + len([t for t in gained if not _kind(t[0])])
    if rest > max(4, 0.45 * min(len(first), len(second))):
        return None
    kinds = {_kind(t[0]) for t in (*lost_facts, *gained_facts)}
    if kinds == {"not"} and len(lost_facts) + len(gained_facts) == 1 and rest <= 3:
        return conflict(ledger, "polarity", one.span, two.span, keep=False)
    lost_facts = [t for t in lost_facts if _kind(t[0]) != "not"]
    gained_facts = [t for t in gained_facts if _kind(t[0]) != "not"]
    if len(lost_facts) == 1 and len(gained_facts) == 1:
        a, b = lost_facts[0], gained_facts[0]
        if _kind(a[0]) == _kind(b[0]) != "not" and not _same_value(a[0], b[0]):
            return conflict(ledger, _kind(a[0]), _place(one, a), _place(two, b))
    if not lost_facts and not gained_facts and len(lost) == len(gained) == 1 and contrast(lost[0][0], gained[0][0]):
        return conflict(ledger, "contrast", _place(one, lost[0]), _place(two, gained[0]))
    return None


def _at_one_place(one: list[Token], two: list[Token]) -> bool:
    """Whether two sentences are the same up to the first word that differs, and that is a fact in both."""
    for n, (a, b) in enumerate(zip(one, two, strict=False)):
        if a[0] != b[0]:
            return n > 3 and _kind(a[0]) == _kind(b[0]) not in ("", "not")
    return False


def _held(one: Sentence, two: Sentence) -> bool:
    """Whether the shorter sentence stands nearly whole in the longer, and both begin alike."""
    shared = len(one.content & two.content)
    return shared >= 0.8 * min(len(one.content), len(two.content)) and one.lowered[:2] == two.lowered[:2]


def _tokens(sentence: Sentence) -> list[Token]:
    """Words in lower case with their places in the paragraph; "wasn't" is was and not."""
    result: list[Token] = []
    for word in sentence.words:
        low = word.lower.removesuffix("'s").removesuffix("’s")
        if low.endswith(("n't", "n’t")):
            result.append(("not", word.start, word.end))
            low = low[:-3]
        result.append((low, word.start, word.end))
    return result


def _moved(one: list[Token], two: list[Token]) -> tuple[list[Token], list[Token]]:
    """What each has that the other has not, wherever it stands."""
    counts: dict[str, int] = {}
    for word, *_ in two:
        counts[word] = counts.get(word, 0) + 1
    lost = []
    for token in one:
        if counts.get(token[0], 0):
            counts[token[0]] -= 1
        else:
            lost.append(token)
    gained = []
    for token in reversed(two):
        if counts.get(token[0], 0):
            counts[token[0]] -= 1
            gained.append(token)
    return lost, gained[::-1]


def _kind(word: str) -> str:
    if word in _NOT:
        return "not"
    if word in _DAYS:
        return "weekday"
    if word in _MONTHS:
        return "month"
    if (
        _NUMBER.match(word)
        or (word in numbers.SMALL and word != "one")
        or (word.split("-", maxsplit=1)[0] in numbers.SMALL and word != "one")
    ):
        return "figure"
    return ""


def _same_value(one: str, two: str) -> bool:
    return (
        numbers.value(one.rstrip(".,")) == numbers.value(two.rstrip(".,"))
        if "figure" == _kind(one) == _kind(two)
        else one == two
    )


def _place(sentence: Sentence, token: Token) -> Span:
    return sentence.paragraph.at(Span(token[1], token[2]))
