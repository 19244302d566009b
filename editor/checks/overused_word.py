"""A fashionable or abstract word that the article leans on too often."""

from __future__ import annotations

import functools
from collections import Counter, defaultdict
from collections.abc import Iterator

from editor import resources
from editor.article import Span
from editor.finding import Evidence, Finding, finding
from editor.ledger import Ledger
from editor.reading.lemmas import common_words, family, lemma
from editor.reading.paragraph import Paragraph
from editor.reading.patterns import lazy
from editor.reading.words import Word

# An adjective that judges is never what the article is about.
_JUDGES = lazy(r"[a-z]{3}(?:[ts]ive|ous|ful|less|able|ible|ary|ant|ic|ical|ust)$")
# Nouns that name an idea, and adjectives that judge.
_ABSTRACT = lazy(
    r"(?:[^aeiou]ency|ancy|ness|ship|ism|itude|iveness|[ae]bility|ibility"
    r"|[a-z]{3}(?:[ts]ive|ous|ful|less|able|ible|ary|esque|some))$"
)


@functools.cache
def _vogue() -> frozenset[str]:
    return frozenset(
        family(word) for row in resources.rows("lexicon", "en", "vogue_words.tsv") for word in row[0].split()
    )


@functools.cache
def _fashions() -> frozenset[str]:
    return frozenset(
        lemma(word) for row in resources.rows("lexicon", "en", "vogue_words.tsv") for word in row[0].split()
    )


def check(ledger: Ledger, *, times: int = 4, every: int = 220, lead: int = 3) -> Iterator[Finding]:
    """`times`: how often the word must stand (an abstract or judging one of no fashion once more), and at least once in
    `every` words. What the headline or the first `lead` sentences name is what the article is about."""
    texts = [p for p in ledger.paragraphs if p.kind == "text"]
    spoken = [said for p in texts for said in p.read.kin]
    count = sum(len(p.read.words) for p in ledger.paragraphs)
    held = Counter(one for said in spoken for one, _ in said)
    opening = {
        one for said in spoken[:lead] for one, word in said if not (one in _vogue() and _JUDGES.search(word.lower))
    }
    topics = opening | common_words()
    for paragraph in ledger.paragraphs:
        if paragraph.kind == "headline":
            topics.update(family(w.lower) for w in paragraph.read.words)
    often = {one for one, n in held.items() if n >= times - 1 and (n + 1) * every >= count and one not in topics}
    if not often:
        return
    told: dict[str, list[tuple[str, Span]]] = defaultdict(list)
    for paragraph in ledger.paragraphs:
        kin = (pair for said in paragraph.read.kin for pair in said) if paragraph.kind == "text" else _headed(paragraph)
        for one, word in kin:
            if one in often and not paragraph.read.quoted(word.span):
                told[one].append((word.lower, paragraph.at(word.span)))
    for one, places in told.items():
        if len(places) < times or len(places) * every < count:
            continue
        # "The account" is kin of accountability, and no vogue word itself.
        if (one in _vogue() and any(lemma(word) in _fashions() for word, _ in places)) or (
            len(places) > times and any(_ABSTRACT.search(lemma(word)) for word, _ in places)
        ):
            evidence = [Evidence(span, "also") for _, span in places[:-1]]
            yield finding("often", places[-1][1], evidence=evidence, word=places[-1][0], times=len(places))


def _headed(paragraph: Paragraph) -> Iterator[tuple[str, Word]]:
    return ((family(word.lower), word) for word in paragraph.read.words)
