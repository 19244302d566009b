"""One acronym defined in two ways."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from editor.article import Span
from editor.checks._conflict import conflict
from editor.finding import Finding
from editor.ledger import Ledger

_DEFINED = re.compile(
    r"(?P<long>[A-ZÀ-Þ][\w’'-]+(?: (?:of|and|the|for|on|in|de|da|di|&|to|with"
    r"|[A-ZÀ-Þ][\w’'-]+)){1,8}) \((?P<short>[A-ZÀ-Þ][A-Za-zÀ-Þ&]{1,9}s?)\)"
)


def check(ledger: Ledger) -> Iterator[Finding]:
    known: dict[str, list[tuple[str, Span]]] = defaultdict(list)
    for paragraph in ledger.paragraphs:
        if "(" not in paragraph.masked:
            continue
        for match in _DEFINED.finditer(paragraph.masked):
            if sum(c.isupper() for c in match["short"]) < 2:
                continue
            long = _fitting(match["long"], match["short"])
            if long:
                start = match.end("long") - len(long)
                known[match["short"]].append((long, paragraph.at(Span(start, match.end()))))
    for short, forms in known.items():
        first, place = forms[0]
        for other, where in forms[1:]:
            if _folded(other) != _folded(first):
                yield conflict(ledger, "two", place, where, short=short)
                break


def _fitting(long: str, short: str) -> str:
    """The end of `long` whose words begin with the letters of `short`; "" where they don't."""
    words = long.split()
    letters = [c.lower() for c in short if c.isupper()]
    for first in range(len(words)):
        if not words[first][0].isupper() or words[first][0].lower() != letters[0]:
            continue
        initials = [part[0].lower() for word in words[first:] for part in re.split(r"[-’']", word) if part]
        at = 0
        for letter in letters:
            while at < len(initials) and initials[at] != letter:
                at += 1
            at += 1
        if at <= len(initials):
            return " ".join(words[first:])
    return ""


def _folded(long: str) -> str:
    return (
        re.sub(r"\W", "", re.sub(r"\b(?:the|of|for|and|in|on)\b", "", long.lower()))
        .replace("isation", "ization")
        .replace("centre", "center")
        .removesuffix("s")
    )
