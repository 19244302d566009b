"""Sentences in a row, or two paragraphs, that begin with the same words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from editor.finding import Evidence, Finding, finding
from editor.ledger import Ledger, Sentence
from editor.reading.lemmas import stop_words
from editor.reading.words import tells

_BARE = frozenset(
    "it there this that these those in on at if when what i we you but and or so a an the its his her".split()
)
_PRONOUNS = frozenset("he she they".split())
_LABEL = frozenset(":;•-–—*")


def check(ledger: Ledger, *, row: int = 3, paragraph: int = 5) -> Iterator[Finding]:
    """`row`: how many sentences in a row must begin alike; `paragraph`: in how many words two paragraphs must."""
    found: set[int] = set()
    for _, group in groupby(ledger.sentences, _Opening().number):
        run = list(group)
        if len(run) >= row and _opening(run[0]):
            spoken = _shared(run)
            if spoken > 1 or run[0].words[0].lower not in _PRONOUNS or len(run) > row:
                found.update(s.number for s in run)
                yield _finding(ledger, "row", run, spoken)
    texts = [p for p in ledger.paragraphs if p.kind == "text" and p.read.sentences]
    for one, two in pairwise(texts):
        pair = [ledger.sentences_of[one.start][0], ledger.sentences_of[two.start][0]]
        if two.number - one.number > 1 or not found.isdisjoint(s.number for s in pair):
            continue
        shared = _shared(pair)
        if shared >= paragraph and sum(map(tells, pair[0].words[:shared])) > 1 and shared < len(pair[1].words):
            yield _finding(ledger, "paragraphs", pair, shared)


class _Opening:
    """Numbers the runs of sentences that begin alike."""

    def __init__(self) -> None:
        self._last: Sentence | None = None
        self._number = 0

    def number(self, sentence: Sentence) -> int:
        """The number of the run to which the next sentence belongs."""
        last, self._last = self._last, sentence
        near = last is not None and sentence.paragraph.number - last.paragraph.number <= 1
        if last is None or not near or _opening(sentence) == "" or _opening(sentence) != _opening(last):
            self._number += 1
        return self._number


def _opening(sentence: Sentence) -> str:
    """The words that begin a sentence and say whom or what it is about; "" in speech, headings and lists."""
    words = sentence.words
    if len(words) < 4 or sentence.paragraph.kind != "text" or words[0].start != sentence.within.start:
        return ""
    one, two = words[0].lower, words[1].lower
    if not words[0].text[0].isupper() or sentence.paragraph.read.quoted(words[0].span):
        return ""
    if any(mark in sentence.paragraph.masked[words[0].end : words[1].end] for mark in _LABEL):
        return ""
    if one == "the":
        return f"{one} {two}"
    return "" if one in _BARE or (one in stop_words() and one not in _PRONOUNS) else one


def _shared(run: Sequence[Sentence]) -> int:
    """With how many words in common they begin."""
    shared = 0
    while all(len(s.words) > shared and s.words[shared].lower == run[0].words[shared].lower for s in run):
        shared += 1
    return shared


def _finding(ledger: Ledger, rule: str, run: Sequence[Sentence], shared: int) -> Finding:
    spans = [s.paragraph.at(s.words[0].span.to(s.words[shared - 1].span)) for s in run]
    evidence = [Evidence(span, "also") for span in spans[:-1]]
    return finding(rule, spans[-1], evidence=evidence, words=spans[-1].of(ledger.text), times=len(run))
