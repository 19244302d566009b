"""A fashionable or abstract word that the article leans on too often."""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Iterator

from editor import resources
from editor.article import Span
from editor.finding import Evidence, Finding, finding
from editor.ledger import Ledger
from editor.reading.lemmas import common_words, family, lemma
from editor.reading.words import Word

_ABSTRACT = re.compile(r"(?:[^aeiou]ency|ancy|ness|ship|ism|itude|iveness|[ae]bility|ibility)$")


@functools.cache
def _vogue() -> frozenset[str]:
    return frozenset(
        family(word) for row in resources.rows("lexicon", "en", "vogue_words.tsv") for word in row[0].split()
    )


def check(ledger: Ledger, *, times: int = 5, every: int = 160, lead: int = 3) -> Iterator[Finding]:
    """`times`: how often the word must stand, and at least once in `every` words. What the headline or the first `lead`
    sentences name is what the article is about."""
    told: dict[str, list[tuple[str, Span]]] = defaultdict(list)
    topics: set[str] = set()
    count = sentences = 0
    for sentence in ledger.sentences:
        paragraph = sentence.paragraph
        if paragraph.kind == "headline":
            topics.update(family(w.lower) for w in sentence.words)
            continue
        count += len(sentence.words)
        kin = paragraph.read.kin[sentence.nth] if paragraph.kind == "text" else _headed(sentence.words)
        if paragraph.kind == "text":
            sentences += 1
            if sentences <= lead:
                topics.update(one for one, _ in kin)
        quotations = paragraph.read.quotations
        for one, word in kin:
            if not (quotations and paragraph.read.quoted(word.span)):
                told[one].append((word.lower, paragraph.at(word.span)))
    for one, places in told.items():
        if len(places) < times or len(places) * every < count or one in topics or one in common_words():
            continue
        words = {word for word, _ in places}
        if one in _vogue() or any(_ABSTRACT.search(lemma(word)) for word in words):
            evidence = [Evidence(span, "also") for _, span in places[:-1]]
            yield finding("often", places[-1][1], evidence=evidence, word=places[-1][0], times=len(places))


def _headed(words: tuple[Word, ...]) -> list[tuple[str, Word]]:
    return [(family(w.lower), w) for w in words]
