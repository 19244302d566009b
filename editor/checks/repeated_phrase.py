"""A phrase that stands in the article twice: in one sentence, or far apart."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence

from editor.article import Edit, Span
from editor.checks._topic import lead
from editor.checks.said_before import copies
from editor.finding import Evidence, Finding, Fix, finding
from editor.ledger import Ledger, Sentence
from editor.reading.lemmas import stop_words
from editor.reading.names import lexicon
from editor.reading.paragraph import Reading
from editor.reading.patterns import lazy
from editor.reading.phrases import Place, repeats, runs
from editor.reading.words import Word, tells

_LAW = lazy(r"\b(?:sections?|Acts?|articles?|charges?|counts?|charged|convicted|guilty|offen[cs]es?|Bill)\b")
_STRONG = frozenset("nothing nobody nowhere never none without".split())
_OPENS = frozenset("a an the this these those no nobody every each all some many both".split())
_SAYS = frozenset("is are was were be been has have had will would can could must may might should did does do".split())


def check(ledger: Ledger, *, apart: int = 7, telling: int = 3, long: int = 10) -> Iterator[Finding]:
    """`apart`: how many words a phrase needs that comes again elsewhere, `telling` how many of them say something;
    `long`: how many words one needs that the article's first sentence says first."""
    said = ledger.sentences
    twins, opening = copies(ledger), lead(ledger)
    for length, places in ledger.repeats:
        if places[0].sentence == places[-1].sentence:
            continue
        words = said[places[0].sentence].words[places[0].word : places[0].word + length]
        first, last = _trimmed(words)
        near = places[1].sentence - places[0].sentence == 1
        told = sum(tells(w) or w.lower in _STRONG for w in words[first:last])
        size = max(last - first, apart if length > apart else 0)
        if size < apart - (near or told > telling) or told < telling:
            continue
        if all(place.sentence in twins for place in places[1:]):
            continue
        if all(length >= len(said[p.sentence].words) - 1 for p in places):
            continue  # whole sentences are another check's, and captions nobody's
        if any(said[p.sentence].paragraph.kind != "text" for p in places) or _named(words[first:last]):
            continue
        if not _SAYS.intersection(w.lower for w in words) and any(_LAW.search(_text(said[p.sentence])) for p in places):
            continue  # a term of law is said each time in the same words
        spans = [_span(said[p.sentence], p, first, last) for p in places]
        quoted = [_quoted(said[p.sentence], span) for p, span in zip(places, spans, strict=True)]
        if near and len(places) == 2 and (quoted[0] or quoted[1]):
            continue  # a quotation that its lead-in says is a check of its own; and a speaker goes on as he likes
        if places[0].sentence == opening and last - first < long and not near:
            continue  # the first sentence sums up what the text then tells
        yield _finding("apart", spans, ledger)
    for sentence, _ in ledger.by_sentence(_said_twice):
        yield from _within(ledger, sentence)


def _said_twice(read: Reading) -> list[tuple[int]]:
    """The numbers of the sentences in which three words come again."""
    found = []
    for nth, words in enumerate(read.lowered):
        three = runs(words, 3)
        if len(words) >= 8 and len(set(three)) < len(three):
            found.append((nth,))
    return found


def _within(ledger: Ledger, sentence: Sentence) -> Iterator[Finding]:
    """Phrases of three words or more that one sentence says twice."""
    words, lowered = sentence.words, sentence.lowered
    for length, places in repeats([lowered], least=3):
        run = words[places[0].word : places[0].word + length]
        first, last = _trimmed(run)
        names = sum(w.text[0].isupper() for w in run[first:last])
        spoken = sum(map(tells, run[first:last]))
        acts = any(w.text[0].islower() and w.lower.endswith(("ed", "ing", "led", "en")) for w in run[first:last])
        if not _SAYS.intersection(w.lower for w in run) and _LAW.search(" ".join(w.text for w in run[first:last])):
            continue  # so many counts of one thing, and so many of it again
        if last - first < 3 or spoken + min(names, 2) < 3 or not (spoken > 1 or (spoken and acts)):
            continue
        if _measured(words, places, first) or all(w.lower in _office_words() for w in run[first:last]):
            continue
        spans = [_span(sentence, place, first, last) for place in places]
        if any(_quoted(sentence, span) for span in spans) or any(w.lower in ("per", "versus") for w in run):
            continue
        yield _finding("sentence", spans, ledger)


@functools.cache
def _office_words() -> frozenset[str]:
    """The words of which titles are made: "chief executive officer"."""
    return frozenset(word for office in lexicon().offices for word in office.split())


def _measured(words: Sequence[Word], places: Sequence[Place], first: int) -> bool:
    """Whether a figure stands before the phrase each time ("49.4 pct of the votes and 14.8 pct of the votes"), or the
    sentence is a series of figures."""
    before = [words[max(0, place.word + first - 1)] for place in places]
    return all(w.text[0].isdigit() for w in before) or sum(w.text[0].isdigit() for w in words) >= SERIES


SERIES = 6
"""How many figures make a sentence a series: prices, results, readings."""


def _quoted(sentence: Sentence, span: Span) -> bool:
    return sentence.paragraph.read.quoted(span.moved(-sentence.paragraph.start))


def _finding(rule: str, spans: Sequence[Span], ledger: Ledger) -> Finding:
    evidence = [Evidence(span, "also") for span in spans[:-1]]
    fixes = _fixes(ledger.text, spans[-1]) if rule == "apart" else []
    return finding(rule, spans[-1], evidence=evidence, fixes=fixes, words=spans[-1].of(ledger.text))


def _fixes(text: str, span: Span) -> list[Fix]:
    """The second copy cut, a suggestion, where commas set it apart: ", found behind a wall in the cellar,"."""
    if text[span.start - 2 : span.start] != ", ":
        return []
    if text[span.end : span.end + 2] == ", ":
        gone = Span(span.start - 2, span.end + 1)
    elif text[span.end : span.end + 1] == ".":
        gone = Span(span.start - 2, span.end)
    else:
        return []
    return [Fix("cut", (Edit(gone, gone.of(text), ""),))]


def _trimmed(words: Sequence[Word]) -> tuple[int, int]:
    """Where the phrase begins and ends without the words at its ends that only bind it to others."""
    first, last = 0, len(words)
    while last > first and words[last - 1].lower in stop_words():
        last -= 1
    while first < last and words[first].lower in stop_words() - _OPENS - _STRONG:
        first += 1
    return first, last


def _named(words: Sequence[Word]) -> bool:
    """Whether the phrase is a measure, or a name with what belongs to it: a name given again, or an introduction."""
    return words[0].text[0].isdigit() or sum(w.text[0].isupper() for w in words[:3]) >= 2


def _span(sentence: Sentence, place: Place, first: int, last: int) -> Span:
    words = sentence.words
    return sentence.paragraph.at(Span(words[place.word + first].start, words[place.word + last - 1].end))


def _text(sentence: Sentence) -> str:
    return sentence.within.of(sentence.paragraph.masked)
