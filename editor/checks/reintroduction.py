"""A person introduced twice with full name and title."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from editor.article import Span
from editor.finding import Confidence, Evidence, Finding, finding
from editor.ledger import Ledger, Stated
from editor.reading.lemmas import stop_words
from editor.reading.names import Name, lexicon
from editor.reading.words import Word, tells


def check(ledger: Ledger, *, title: int = 2) -> Iterator[Finding]:
    """`title`: how many words of the title must come again, besides those that only bind others; one is possible."""
    found: list[Span] = []
    steps: tuple[tuple[int, Confidence], ...] = ((title, "likely"), (1, "possible"))
    for words, confidence in steps:
        for name, one, two in (*_people(ledger, words), *_runs(ledger, title)):
            if not any(two.touches(span) for span in found):
                found.append(two)
                yield finding("again", two, evidence=[Evidence(one, "first")], confidence=confidence, name=name)


def _people(ledger: Ledger, title: int) -> Iterator[tuple[str, Span, Span]]:
    """People whose full name comes again with the words around it, the title among them."""
    for person in ledger.people:
        first: Stated[Name] | None = None
        for mention in person.mentions:
            name, paragraph = mention.thing, mention.sentence.paragraph
            if not (name.given and name.surname) or paragraph.kind != "text" or paragraph.read.quoted(name.span):
                continue
            if first is None:
                titled = name.office or name.role or any(w.lower in lexicon().offices for w in mention.sentence.words)
                first = mention if titled else None
            elif mention.sentence.number != first.sentence.number and (spans := _common(first, mention, title)):
                yield name.text, first.at(spans[0]), mention.at(spans[1])


def _runs(ledger: Ledger, title: int) -> Iterator[tuple[str, Span, Span]]:
    """Runs of words that come again and begin with a name and its office, whether or not the name is known as one."""
    for length, places in ledger.repeats:
        sentences = [ledger.sentences[place.sentence] for place in places]
        words = sentences[-1].words[places[-1].word : places[-1].word + length]
        name = list(itertools.takewhile(lambda w: w.text[0].isupper() and w.lower not in stop_words(), words))
        rest = [w for w in words[len(name) :] if tells(w)]
        if len(name) < 2 or len(rest) < title or not any(w.lower in lexicon().offices for w in rest):
            continue
        if places[0].sentence == places[-1].sentence or any(s.paragraph.kind != "text" for s in sentences):
            continue
        spans = [
            s.paragraph.at(Span(s.words[p.word].start, s.words[p.word + length - 1].end))
            for s, p in zip(sentences, places, strict=True)
        ]
        yield Span(words[0].start, name[-1].end).of(sentences[-1].paragraph.text), spans[0], spans[-1]


def _common(first: Stated[Name], second: Stated[Name], title: int) -> tuple[Span, Span] | None:
    """The two introductions, as far as they are word for word the same; None where only the name is."""
    one, two = first.sentence.words, second.sentence.words
    a, b = _at(one, first.thing.span), _at(two, second.thing.span)
    if a is None or b is None:
        return None
    before = 0
    while before < min(a[0], b[0]) and one[a[0] - before - 1].lower == two[b[0] - before - 1].lower:
        before += 1
    after = 0
    while max(a[1] + after + 1 - len(one), b[1] + after + 1 - len(two)) < 0 and (
        one[a[1] + after + 1].lower == two[b[1] + after + 1].lower
    ):
        after += 1
    extra = [*two[b[0] - before : b[0]], *two[b[1] + 1 : b[1] + 1 + after]]
    while after and extra and extra[-1].lower in stop_words():
        extra.pop()
        after -= 1
    while before and extra and extra[0].lower in stop_words():
        extra.pop(0)
        before -= 1
    told = [w for w in extra if w.lower not in stop_words()]
    if len(told) < title or not any(w.lower in lexicon().offices for w in extra):
        return None
    return (
        Span(one[a[0] - before].start, one[a[1] + after].end),
        Span(two[b[0] - before].start, two[b[1] + after].end),
    )


def _at(words: Sequence[Word], span: Span) -> tuple[int, int] | None:
    """The numbers of the first and the last word of a name."""
    inside = [n for n, w in enumerate(words) if span.start <= w.start < span.end]
    return (inside[0], inside[-1]) if inside else None
