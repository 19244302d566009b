"""Sentences in a row, or two paragraphs, that begin with the same words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from editor.article import Edit, Span
from editor.finding import Evidence, Finding, Fix, finding
from editor.ledger import Ledger, Sentence
from editor.reading.lemmas import stop_words
from editor.reading.meaning import sayings
from editor.reading.paragraph import Reading
from editor.reading.words import Word, tells

_BARE = frozenset(
    "it there this that these those in on at if when what i we you but and or so a an its his her".split()
)
_THERE = frozenset(("there was", "there were", "there is", "there are", "there will"))
_PRONOUNS = frozenset("he she they".split())
_LABEL = frozenset(":;•-–—*")


def check(ledger: Ledger, *, row: int = 3, paragraph: int = 5) -> Iterator[Finding]:
    """`row`: how many sentences in a row must begin alike; `paragraph`: in how many words two paragraphs must."""
    found: set[int] = set()
    for run in _runs(ledger):
        shared = _shared(run) if len(run) >= row else 0
        if shared > 1 or (shared and (run[0].words[0].lower not in _PRONOUNS or len(run) > row)):
            found.update(s.number for s in run)
            yield _finding(ledger, "row", run, shared)
    texts = [p for p in ledger.paragraphs if p.kind == "text" and p.read.sentences]
    for one, two in pairwise(texts):
        pair = [ledger.sentences_of[one.start][0], ledger.sentences_of[two.start][0]]
        if two.number - one.number > 1 or not found.isdisjoint(s.number for s in pair):
            continue
        shared = _shared(pair)
        if shared >= paragraph and sum(map(tells, pair[0].words[:shared])) > 1 and shared < len(pair[1].words):
            yield _finding(ledger, "paragraphs", pair, shared)


def _runs(ledger: Ledger) -> Iterator[list[Sentence]]:
    """The sentences, those in a row that begin alike together."""
    run: list[Sentence] = []
    last = ""
    for sentence in ledger.sentences:
        opening = sentence.paragraph.read.seen(_openings)[sentence.nth]
        if run and (not opening or opening != last or sentence.paragraph.number - run[-1].paragraph.number > 1):
            yield run
            run = []
        if opening:
            run.append(sentence)
        last = opening
    if run:
        yield run


def _openings(read: Reading) -> tuple[str, ...]:
    """The words that begin each sentence and say whom or what it is about; "" in speech, headings and lists."""
    return tuple(
        [_opening(read, words, within) for words, within in zip(read.sentence_words, read.sentences, strict=True)]
    )


def _opening(read: Reading, words: Sequence[Word], within: Span) -> str:
    if read.kind != "text" or len(words) < 4:
        return ""
    one, two = words[0].lower, words[1].lower
    if one in _BARE and f"{one} {two}" not in _THERE:
        return ""
    if one not in _BARE and (one in stop_words() and one != "the" and one not in _PRONOUNS):
        return ""
    if words[0].start != within.start:
        return ""
    if not words[0].text[0].isupper() or read.quoted(words[0].span):
        return ""
    if not _LABEL.isdisjoint(read.masked[words[0].end : words[1].end]):
        return ""
    return f"{one} {two}" if one in ("the", "there") else one


def _shared(run: Sequence[Sentence]) -> int:
    """With how many words in common they begin."""
    shared = 0
    while all(len(s.words) > shared and s.words[shared].lower == run[0].words[shared].lower for s in run):
        shared += 1
    return shared


def _finding(ledger: Ledger, rule: str, run: Sequence[Sentence], shared: int) -> Finding:
    spans = [s.paragraph.at(s.words[0].span.to(s.words[shared - 1].span)) for s in run]
    evidence = [Evidence(span, "also") for span in spans[:-1]]
    fixes = _merged(ledger, run[-2], run[-1], shared)
    return finding(rule, spans[-1], evidence=evidence, fixes=fixes, words=spans[-1].of(ledger.text), times=len(run))


_GOES_ON = frozenset(
    "is are was were has have had will would can could may might must did does also then later".split()
)


def _merged(ledger: Ledger, one: Sentence, two: Sentence, shared: int) -> list[Fix]:
    """The last two sentences made one, a suggestion: "He sold the car. He kept the boat." - "… sold the car and kept …"

    Only where what they share is whom they speak of, or that somebody says, and the second goes on from there.
    """
    if one.paragraph is not two.paragraph or len(two.words) < shared + 2:
        return []
    said, after = two.words[shared - 1].lower, two.words[shared]
    goes_on = after.lower in _GOES_ON or after.lower in sayings() or after.lower.endswith("ed")
    if not (said in sayings() or goes_on) or after.start - two.words[shared - 1].end != 1:
        return []
    here = one.paragraph.at(Span(one.words[-1].end, after.start))
    between = here.of(ledger.text)
    read = one.paragraph.read
    if between.rstrip()[:1] != "." or read.quoted(one.words[-1].span) or read.quoted(after.span):
        return []
    if between != f". {two.paragraph.at(two.words[0].span.to(two.words[shared - 1].span)).of(ledger.text)} ":
        return []
    comma = "," if "," in one.within.of(one.paragraph.masked) else ""
    that = "that " if said in sayings() and after.lower != "that" else ""
    return [Fix("merge", (Edit(here, between, f"{comma} and {that}"),))]
