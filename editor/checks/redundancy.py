"""Two words where one says it all: "end result", "PIN number"."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence

from editor import resources
from editor.article import Edit, Span
from editor.finding import Finding, Fix, finding
from editor.reading.lemmas import lemma, lemmas
from editor.reading.paragraph import Paragraph
from editor.reading.words import Word


@functools.cache
def _phrases() -> dict[tuple[str, ...], list[tuple[tuple[str, ...], str, str]]]:
    """By the lemmas of the first two words: the lemmas of a phrase, the phrase, and its plain form."""
    found: dict[tuple[str, ...], list[tuple[tuple[str, ...], str, str]]] = {}
    for phrase, plain in resources.rows("lexicon", "en", "redundancies.tsv"):
        wanted = tuple(lemma(word) for word in phrase.lower().split())
        found.setdefault(wanted[:2], []).append((wanted, phrase, plain))
    return found


@functools.cache
def _firsts() -> frozenset[str]:
    return frozenset(first for first, *_ in _phrases())


def check(paragraph: Paragraph) -> Iterator[Finding]:
    words, phrases = paragraph.read.words, _phrases()
    known = [lemmas[word[3]] for word in words]
    firsts, free = _firsts(), 0
    for at in [n for n, one in enumerate(known[:-1]) if one in firsts and (one, known[n + 1]) in phrases]:
        for wanted, phrase, plain in phrases[known[at], known[at + 1]]:
            said = words[at : at + len(wanted)]
            if at < free or tuple(known[at : at + len(wanted)]) != wanted:
                continue
            span = Span(said[0].start, said[-1].end)
            parts = span.of(paragraph.text)
            if any(mark in parts for mark in ',;:.()“”"') or paragraph.read.quoted(span) or _name(said, phrase):
                continue
            free = at + len(wanted)
            edit = _edit(paragraph, words, at, said, phrase, plain)
            yield finding("redundant", span, fixes=[Fix("plain", (edit,))], words=parts, plain=edit.words)
            break


def _name(said: Sequence[Word], phrase: str) -> bool:
    """Whether the words are a name that only happens to hold the phrase ("The End Result Ltd")."""
    return any(
        w.text[0].isupper() and not part[0].isupper() for w, part in zip(said[1:], phrase.split()[1:], strict=True)
    )


def _edit(paragraph: Paragraph, words: Sequence[Word], at: int, said: Sequence[Word], phrase: str, plain: str) -> Edit:
    """The plain form in the article's own inflection, with "a" or "an" before it as it then must be."""
    own = {part.lower(): w.text for part, w in zip(phrase.split(), said, strict=True)}
    new = " ".join(own.get(part.lower(), part) for part in plain.split())
    if said[0].text[0].isupper():
        new = new[:1].upper() + new[1:]
    start = said[0].start
    before = words[at - 1] if at else None
    if before and before.lower in ("a", "an") and paragraph.text[before.end : start] == " ":
        right = "an" if new[0].lower() in "aeiou" else "a"
        start = before.start
        new = f"{right[:1].upper() + right[1:] if before.text[0].isupper() else right} {new}"
    place = Span(start, said[-1].end)
    return Edit(place, place.of(paragraph.text), new)
