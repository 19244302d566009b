"""Sentences in a row that begin with the same words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.article import Span
from editor.finding import Evidence, Finding, finding
from editor.ledger import Ledger, Sentence
from editor.reading.lemmas import stop_words

_BARE = frozenset("it there this that these those in on at if when what i we you but and he’s it’s it's".split())
_LABEL = frozenset(":;•-–—*")


def check(ledger: Ledger, *, row: int = 3) -> Iterator[Finding]:
    """`row`: how many sentences in a row must begin alike."""
    run: list[Sentence] = []
    last: tuple[str, ...] = ()
    for sentence in ledger.sentences:
        opening = _opening(sentence)
        if not (run and opening and opening == last and sentence.paragraph.number - run[-1].paragraph.number <= 1):
            if len(run) >= row:
                yield _finding(ledger, run)
            run = []
        if opening:
            run.append(sentence)
        last = opening
    if len(run) >= row:
        yield _finding(ledger, run)


def _opening(sentence: Sentence) -> tuple[str, ...]:
    """The first two words, where they say who or what the sentence is about; none in speech, headings and lists."""
    words = sentence.words
    if len(words) < 4:
        return ()
    one, two = words[0].lower, words[1].lower
    if one in _BARE or sentence.paragraph.kind != "text" or words[0].start != sentence.within.start:
        return ()
    if not words[0].text[0].isupper() or sentence.paragraph.read.quoted(words[0].span):
        return ()
    if any(mark in sentence.paragraph.masked[words[0].end : words[1].end] for mark in _LABEL):
        return ()
    if one in stop_words() and two in stop_words():
        return (one, two, words[2].lower) if words[2].lower not in stop_words() else ()
    return (one, two)


def _finding(ledger: Ledger, run: Sequence[Sentence]) -> Finding:
    shared = 0
    while all(len(s.words) > shared and s.words[shared].lower == run[0].words[shared].lower for s in run):
        shared += 1
    spans = [s.paragraph.at(Span(s.words[0].start, s.words[shared - 1].end)) for s in run]
    evidence = [Evidence(span, "also") for span in spans[:-1]]
    return finding("row", spans[-1], evidence=evidence, words=spans[-1].of(ledger.text), times=len(run))
