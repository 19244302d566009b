"""Two states of one thing that exclude each other: acquitted and convicted, closed and at work."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from editor import resources
from editor.article import Span
from editor.checks._conflict import conflict
from editor.finding import Finding
from editor.ledger import Ledger, Sentence
from editor.reading.lemmas import lemma, stop_words
from editor.reading.paragraph import Paragraph

_CHANGE = re.compile(
    r"\b(?:reopen\w*|overturn\w*|appeal\w*|later|until|before|after|originally|initially|at first|"
    r"changed (?:his|her|their) plea|"
    r"previous(?:ly)?|earlier|last year|another|other|different)\b",
    re.IGNORECASE,
)
_UNREAL = re.compile(
    r"\b(?:if|would|could|might|may|hopes?|plans?|expected|refused|whether|to|will|must|should)(?: \w+)? $",
    re.IGNORECASE,
)
SUBJECTLESS = frozenset({"hurt", "killed", "vote", "fire"})
"""Matters of the article's one event: they clash whatever their subject."""
_WORD = re.compile(r"[^\W\d_][\w’'-]+")


class _Told(NamedTuple):
    sentence: Sentence
    span: Span
    subjects: frozenset[str]


class _Pair(NamedTuple):
    matter: str
    one: re.Pattern[str]
    other: re.Pattern[str]
    cues: tuple[str, ...]


@functools.cache
def _pairs() -> tuple[_Pair, ...]:
    return tuple(
        _Pair(matter, re.compile(rf"\b(?:{one})"), re.compile(rf"\b(?:{other})"), tuple(cues.split("|")))
        for matter, one, other, cues in resources.rows("lexicon", "en", "states.tsv")
    )


def check(ledger: Ledger, *, near: int = 4) -> Iterator[Finding]:
    for pair in _pairs():
        cued = [p for p in ledger.paragraphs if any(cue in p.masked for cue in pair.cues) and pair.one.search(p.masked)]
        first = list(_told(ledger, cued, pair.one))
        if not first:
            continue
        second = list(_told(ledger, ledger.paragraphs, pair.other))
        for a in first:
            clash = next((b for b in second if _clash(pair.matter, a, b, near)), None)
            if clash:
                yield conflict(ledger, pair.matter, a.span, clash.span, keep=False)
                break


def _clash(matter: str, one: _Told, two: _Told, near: int) -> bool:
    if one.sentence.number == two.sentence.number:
        return False
    if matter in SUBJECTLESS:
        return True
    close = abs(one.sentence.number - two.sentence.number) <= near
    return bool(one.subjects & two.subjects) or (matter == "open" and close and "site" in two.subjects)


def _told(ledger: Ledger, paragraphs: Iterable[Paragraph], pattern: re.Pattern[str]) -> Iterator[_Told]:
    for sentence in (one for paragraph in paragraphs for one in ledger.sentences_of.get(paragraph.start, ())):
        words = sentence.within.of(sentence.paragraph.masked)
        match = pattern.search(words)
        if not match:
            continue
        place = Span(sentence.within.start + match.start(), sentence.within.start + match.end())
        around = words[max(0, match.start() - 60) : match.start()] + words[match.end() : match.end() + 40]
        if sentence.paragraph.read.quoted(place) or _CHANGE.search(around) or _UNREAL.search(words[: match.start()]):
            continue
        lead = words[: match.start()]
        subjects = {
            lemma(w.lower()) for w in _WORD.findall(lead) if w.lower() not in stop_words() or w.lower() in ("he", "she")
        }
        yield _Told(sentence, sentence.paragraph.at(place), frozenset(subjects))
