"""Sentences: where each begins and ends."""

from __future__ import annotations

import functools
import re

from editor import resources
from editor.article import Span
from editor.reading.patterns import lazy

# A stop with what closes after it, or one that the next sentence is glued to ("globally.This"); and, tried only where
# there are any, runs of blanks where debris stood and line ends that are no paragraph's.
_STOP = lazy(
    r"[.!?…](?:[.!?…]*[\"”’'»)\]*_]*(?:\s+|$)|(?<=[a-z]{3}[.!?])[”’')\]]*(?=[“‘]?[A-Z][a-z]))",
)
_STOP_OR_BLANK = lazy(rf"{_STOP.pattern}|[\u2028\u2029\v\f]\s*|\s{{8,}}")
_BLANK = lazy(r"[\u2028\u2029\v\f]| {8}")
_TOKEN = lazy(r"[^\s(\[“\"‘'/–—]*$")
_INITIAL = lazy(r"(?:[^\W\d_]\.)*[^\W\d_]", re.ASCII)
_FIRST = lazy(r"[\"“”‘’'«(\[*_]*([^\W_]+|\S|$)")
_LEANING = lazy(
    r"\b(?:a|an|the|and|or|of|to|by|at|in|on|from|for|with|as|per|via|than|that|which|who|like|see|says?|said)\W*$",
    re.IGNORECASE,
)

LONGEST = 1_500
"""The most characters of a sentence: three times the longest of 12,000 in news. What runs on is cut at a blank, lest
what is asked of a sentence for each of its figures cost the square of a list's length."""
# What is no sentence, a list or a table, in pieces that are no longer than one, where it has blanks.
_PIECE = lazy(rf"\S(?:.{{0,{LONGEST - 2}}}\S)?(?!\S)|\S+", re.DOTALL)


@functools.cache
def _abbreviations() -> dict[str, str]:
    return dict(resources.rows("lexicon", "en", "abbreviations.tsv"))


@functools.cache
def _openers() -> frozenset[str]:
    return frozenset(row[0] for row in resources.rows("lexicon", "en", "openers.tsv"))


@functools.cache
def _times() -> frozenset[str]:
    return frozenset(row[0] for row in resources.rows("lexicon", "en", "after_time.tsv"))


def sentences(masked: str) -> tuple[Span, ...]:
    """The sentences of a paragraph's masked words, white space at their ends left out.

    A full stop after an abbreviation or initial ends a sentence only where the next word opens one; a stop inside a
    quotation that goes on in lower case ("Why?" he asked) ends none. Blanks where debris stood end a sentence when the
    next word has a capital and the last does not lean on what was there ("according to …").
    """
    stops = _STOP_OR_BLANK if _BLANK.search(masked) else _STOP
    cuts = [m.end() for m in stops.finditer(masked) if m.end() == len(masked) or _ends(masked, m)]
    found, start = [], 0
    for cut in (*cuts, len(masked)):
        piece = masked[start:cut]
        if bare := piece.strip():
            first = start + len(piece) - len(piece.lstrip())
            found.append(Span(first, first + len(bare)))
            if len(bare) > LONGEST:
                found[-1:] = [Span(*m.span()) for m in _PIECE.finditer(masked, first, first + len(bare))]
        start = cut
    return tuple(found)


def _ends(masked: str, match: re.Match[str]) -> bool:
    """Whether the sentence ends at this stop, which is not the paragraph's last."""
    stop = match[0]
    first = _FIRST.match(masked, match.end())
    word = first[1] if first else ""
    if stop[0] in "\u2028\u2029\v\f" or not stop[-1].isspace():
        return True
    if word[:1].islower() and not word[1:2].isupper():
        return False
    if not stop.strip():
        return word[:1].isupper() and not _LEANING.search(masked, max(0, match.start() - 12), match.start())
    if stop.rstrip() != ".":
        # "Yahoo! Inc." and "Jeopardy! Host" are rarer than a shout that ends; "..." before a capital ends too.
        return True
    found = _TOKEN.search(masked, max(0, match.start() - 24), match.start())
    token = found[0].lower() if found else ""
    before = _abbreviations().get(token)
    if before is None and not _INITIAL.fullmatch(token):
        return True
    opens = word.lower() in _openers()
    if before == "never":
        return False
    if before == "number":
        return not word[:1].isdigit()
    if before == "capital":
        return True
    if word[:1].isdigit():
        return before is None and len(token) == 1
    if before == "time":
        return word.lower() not in _times()
    return opens
