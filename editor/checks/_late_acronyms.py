"""Acronyms that come before their words."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from editor import resources
from editor.article import Span
from editor.ledger import Ledger
from editor.reading.names import Name
from editor.reading.paragraph import Reading
from editor.reading.patterns import lazy

SHORTEST = 3
"""The fewest capitals of an acronym that may come too early: of two, too many are places, grades and initials."""
_USED = lazy(r"(?<![\w.&/@#’'-])(?P<short>[A-ZÀ-Þ]{3,7})(?![\w@&/]|[-–]\w|\.\w| \d)")


_CAPITALS = lazy(r"[A-ZÀ-Þ]{3}")


@functools.cache
def household() -> frozenset[str]:
    """Acronyms that need no words."""
    return frozenset(word for row in resources.rows("lexicon", "acronyms.tsv") for word in row[0].split())


def late(ledger: Ledger, spelled: dict[str, list[tuple[str, Span]]]) -> Iterator[tuple[str, Span, Span]]:
    """The words, the first use and the place of the words of each acronym used a sentence or more before its words.

    `spelled` are the acronyms whose words are told, each with the words and their places in the order of the text. Of
    others the words are a name of as many words with these initials.
    """
    first: dict[str, Span] = {}
    for paragraph, uses in ledger.seen(_uses):
        for match in uses:
            first.setdefault(match["short"], paragraph.at(Span(*match.span())))
    named: dict[str, tuple[str, Span]] = {}
    for paragraph, names in ledger.seen(_initialled) if first else ():
        for short, name in names:
            if paragraph.kind != "code" and short in first and short not in spelled:
                named.setdefault(short, (name.text, paragraph.at(name.span)))
    for short, use in first.items():
        long, place = spelled[short][0] if short in spelled else named.get(short, ("", use))
        if use < place and ledger.text.find(long, 0, use.start) < 0 and not _one_sentence(ledger, use, place):
            yield long, use, place


def _initials(name: str) -> str:
    words = name.removeprefix("The ").split()
    return "".join(word[0] for word in words if word[0].isupper()) if len(words) >= SHORTEST else ""


def _initialled(read: Reading) -> list[tuple[str, Name]]:
    """The names that may be an acronym's words, each with its initials."""
    return [(short, name) for name in read.names if not name.given and (short := _initials(name.text))]


def _uses(read: Reading) -> list[re.Match[str]]:
    """Acronyms that need words, in running text: not in headings, among words in capitals, nor in quotations."""
    return list(_used(read))


def _used(read: Reading) -> Iterator[re.Match[str]]:
    text = read.masked
    if read.kind != "text" or not _CAPITALS.search(text):
        return
    if text.rstrip()[-1:] not in '.?!”"’)…' or len(text.split()) < 8:
        return
    for match in _USED.finditer(text):
        after = text[match.end() : match.end() + 2]
        before = text[max(0, match.start() - 4) : match.start()].split()
        crowd = (after[1:].isupper() and after[0] == " ") or (before and len(before[-1]) > 1 and before[-1].isupper())
        if not crowd and match["short"] not in household() and not read.quoted(Span(*match.span())):
            yield match


def _one_sentence(ledger: Ledger, one: Span, two: Span) -> bool:
    return not any(one.start < sentence.span.start <= two.start for sentence in ledger.sentences)
