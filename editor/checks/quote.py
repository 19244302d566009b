"""One quotation from two mouths, or in two wordings."""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Iterator

from editor.article import Span
from editor.checks._conflict import conflict
from editor.finding import Finding
from editor.ledger import Ledger, Stated
from editor.reading.lemmas import stop_words
from editor.reading.people import plain
from editor.reading.quotations import Quotation

_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)?")


def check(ledger: Ledger, *, shortest: int = 4, alike: float = 0.55) -> Iterator[Finding]:
    said: list[tuple[Stated[Quotation], list[str], Span]] = []
    for stated in ledger.quotations:
        words_span = _trimmed(ledger.text, stated.at(stated.thing.words))
        words = [w[0].lower().replace("’", "'") for w in _WORD.finditer(words_span.of(ledger.text))]
        if len(words) >= shortest:
            said.append((stated, _full(words), words_span))
    by_word: dict[str, list[int]] = {}
    for n, (_, words, _) in enumerate(said):
        content = {word for word in words if word not in stop_words()}
        shared = Counter(m for word in content for m in by_word.get(word, ()))
        for m in sorted(m for m, size in shared.items() if size >= min(2, len(content)) and 3 * size >= len(content)):
            if found := _compared(ledger, said[m], said[n], alike):
                yield found
                break
        for word in content:
            by_word.setdefault(word, []).append(n)


def _compared(
    ledger: Ledger,
    one: tuple[Stated[Quotation], list[str], Span],
    two: tuple[Stated[Quotation], list[str], Span],
    alike: float,
) -> Finding | None:
    (first, words, place), (second, others, where) = one, two
    same = words == others or _within(words, others)
    who, other = _speaker(ledger, first), _speaker(ledger, second)
    if same:
        if (
            who
            and other
            and plain(who.split()[-1]) != plain(other.split()[-1])
            and len(min(words, others, key=len)) >= 4
        ):
            a, b = first.at(first.thing.speaker), second.at(second.thing.speaker)  # type: ignore[arg-type]
            return conflict(ledger, "speaker", a, b, keep=False, who=who, other=other)
        return None
    if who and other and plain(who.split()[-1]) != plain(other.split()[-1]):
        return None
    if min(len(words), len(others)) < 6 or first.sentence.paragraph is second.sentence.paragraph:
        return None
    ratio = difflib.SequenceMatcher(None, words, others, autojunk=False).ratio()
    if ratio >= alike:
        return conflict(ledger, "wording", place, where)
    return None


def _trimmed(text: str, span: Span) -> Span:
    """The words without the punctuation that the sentence around them asks for."""
    words = span.of(text).rstrip(" ,.;")
    return Span(span.start, span.start + len(words))


def _full(words: list[str]) -> list[str]:
    """The words with contractions written out."""
    result: list[str] = []
    for word in words:
        for ending, full in (("'re", "are"), ("n't", "not"), ("'m", "am"), ("'ll", "will"), ("'ve", "have")):
            if word.endswith(ending):
                result += [word.removesuffix(ending), full]
                break
        else:
            result.append(word)
    return result


def _within(one: list[str], two: list[str]) -> bool:
    """Whether the shorter is a stretch of the longer."""
    short, long = sorted((one, two), key=len)
    return any(long[n : n + len(short)] == short for n in range(len(long) - len(short) + 1))


def _speaker(ledger: Ledger, stated: Stated[Quotation]) -> str:
    """The speaker's name as written; a pronoun or a common noun names nobody."""
    if not stated.thing.speaker:
        return ""
    words = stated.at(stated.thing.speaker).of(ledger.text)
    return (
        words
        if words[:1].isupper()
        and words not in ("He", "She", "They", "The", "It", "A", "An", "One")
        and not words.startswith(("The ", "A ", "An "))
        else ""
    )
