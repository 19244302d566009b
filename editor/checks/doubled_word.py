"""A word typed twice in a row."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from itertools import pairwise

from editor import resources
from editor.article import Edit, Span
from editor.finding import Confidence, Finding, Fix, finding
from editor.ledger import Ledger
from editor.reading.lemmas import stop_words
from editor.reading.paragraph import Paragraph, Reading
from editor.reading.words import Word


@functools.cache
def _doublings() -> dict[str, str]:
    return dict(resources.rows("lexicon", "en", "doublings.tsv"))


def check(ledger: Ledger) -> Iterator[Finding]:
    for paragraph, after in zip(ledger.paragraphs, (*ledger.paragraphs[1:], None), strict=False):
        for one, two in paragraph.read.seen(_pairs):
            confidence = _confidence(paragraph, one, two)
            if not confidence or paragraph.text[one.end : two.start].strip():
                continue
            span, cut = paragraph.at(Span(one.start, two.end)), paragraph.at(Span(one.end, two.end))
            batch = confidence == "certain" and not paragraph.read.quoted(Span(one.start, two.end))
            fix = Fix("remove", (Edit(cut, cut.of(ledger.text), ""),), batch)
            yield finding("doubled", span, fixes=[fix], confidence=confidence, word=two.text)
        if after is not None:
            yield from _over_the_break(ledger, paragraph, after)


def _pairs(read: Reading) -> list[tuple[Word, Word]]:
    """The words that stand twice in a row; of three in a row, the last two."""
    found = [(one, two) for one, two in pairwise(read.words) if one[3] == two[3] or _tail(one, two)]
    followed = {one.start for one, _ in found}
    return [(one, two) for one, two in found if two.start not in followed]


# What opens a compound that its last word may follow: "post-war war crimes", "a non-profit profit".
_PREFIXES = frozenset("anti non pre post pro ex mid un re co self bye counter inter intra multi off on out".split())


def _tail(one: Word, two: Word) -> bool:
    """Whether the second is the last word of the first, a compound: "long-standing standing"."""
    head, joint, last = one[3].rpartition("-")
    first = two[3].partition("-")[0]
    return bool(joint) and last == first != head and len(last) > 3 and last.isalpha() and head not in _PREFIXES


def _confidence(paragraph: Paragraph, one: Word, two: Word) -> Confidence | None:
    """How surely the two are a slip; None where they may well be meant."""
    if one.lower != two.lower:
        return "likely" if two.text[0].islower() and not paragraph.read.quoted(Span(one.start, two.end)) else "possible"
    word, when = one.lower, _doublings().get(one.lower)
    if when == "always" or not word[0].isalpha() or (len(word) == 1 and word not in "ai"):
        return None
    binds = word in stop_words()
    if two.text[0].isupper() and word != "i":
        return None
    if word in _VERBS and _asked(paragraph, one):
        return None
    if when == "sometimes":
        return "likely"
    if binds:
        return "certain"
    if paragraph.read.quoted(Span(one.start, two.end)):
        # In speech a plain word said twice is emphasis or another English ("small small"); an inflected one is a slip,
        # and so is a long one.
        if one.text[0].isupper():
            return "possible"
        return "likely" if len(word) > 5 or (len(word) > 4 and word.endswith(("s", "ed", "ing"))) else "possible"
    if _reduplicated(paragraph, one, two):
        return None
    return "certain" if len(word) > 3 and word.isascii() else "likely"


_VERBS = frozenset("is are was were has had have do does did can could will would".split())
_ASKS = frozenset("what who whoever whatever where how".split())
_SUBJECTS = frozenset("i you he she it we they this that these those there".split())


def _asked(paragraph: Paragraph, one: Word) -> bool:
    """Whether the word ends a clause that is the subject: "What it is is unclear"."""
    words = paragraph.read.words
    at = words.index(one)
    before = [w.lower for w in words[max(0, at - 4) : at]]
    return before[-1:] == ["what"] or (before[-1:] != [] and before[-1] in _SUBJECTS and not _ASKS.isdisjoint(before))


_BE = frozenset("is was are were be been being looked looks felt feels tasted tastes so".split())


def _reduplicated(paragraph: Paragraph, one: Word, two: Word) -> bool:
    """Whether a short word of description ends its clause: "the bread was nice nice", as some speak English."""
    words = paragraph.read.words
    at = words.index(one)
    ends = paragraph.masked[two.end : two.end + 1] in (".", ",", ";", "!", "")
    plain = len(one.lower) < 6 and not one.lower.endswith(("s", "ed", "ing"))
    return plain and ends and bool(at) and words[at - 1].lower in _BE


def _over_the_break(ledger: Ledger, before: Paragraph, after: Paragraph) -> Iterator[Finding]:
    """A line that begins with the word on which the line before it broke off."""
    if not before.read.words or not after.read.words:
        return
    one, two = before.read.words[-1], after.read.words[0]
    if one.lower != two.lower or two.text[0].isupper() or two.start or one.end != len(before.text.rstrip()):
        return
    if one.lower not in stop_words() or _doublings().get(one.lower) == "always":
        return
    span = Span(before.start + one.start, after.start + two.end)
    cut = Span(before.start + one.end, span.end)
    if ledger.text[cut.start : after.start].strip(" \n") or ledger.text.count("\n", cut.start, cut.end) > 1:
        return
    follows = Span(
        after.start, after.start + two.end + len(after.text[two.end :]) - len(after.text[two.end :].lstrip())
    )
    fix = Fix("remove", (Edit(follows, follows.of(ledger.text), ""),))
    yield finding("doubled", span, fixes=[fix], word=two.text)
