"""The words by which prose attributes: "…, according to several sites such as", "via", and what may follow a source."""

from __future__ import annotations

import re

from editor.article import Span
from editor.reading.patterns import lazy

_PLURALS = (
    r"(?:sources|sites|websites|outlets|reports|agencies|portals|channels|publications|papers|newspapers|platforms"
    r"|media)"
)
_MANY = (
    r"(?:multiple|several|various|many|numerous|a number of|a range of|some|other|different|local|international"
    r"|two|three)\s+"
    r"(?:(?:media|news|press|online|local|international|reputable|credible)\s+)*"
    rf"{_PLURALS}"
)
_ATTRIBUTED = (
    r"according to|as per|as (?:\w+ly |first )?(?:reported|stated|noted|cited|quoted|covered|published|seen|told"
    r"|confirmed|detailed)"
    r" (?:by|in|on|to|from)|citing|as cited by|sourced from|with reports? (?:from|by)|based on (?:reports"
    r"|reporting|coverage)"
    r" (?:from|by|in)|per reports (?:from|by)"
)
BEFORE = lazy(
    rf"(?:,?[ \u00a0]*\b(?:{_ATTRIBUTED})\s+(?:{_MANY},?\s+(?:(?:such as|including|like|namely"
    rf"|e\.g\.,?)\s+)?|(?:the\s+)?(?:(?:media|news|press|online)\s+)*{_PLURALS},?\s+(?:such as|including|like"
    rf"|namely)\s+)?"
    r"(?:the\s+)?"
    r"|,?[ \u00a0]*\b(?:such as|including|like|among them|namely|e\.g\.,?)\s+|,[ \u00a0]*(?:via|per|by|from"
    r"|reports?)\s+|[ \u00a0]+via\s+)$",
    re.IGNORECASE,
)
LISTS = lazy(r" such as\s+$")
IN_BRACKET = lazy(r"[(\[]\s*(?:(?:sources?|via|see|from|per|also|credit|references?|refs?)\s*:?\s*)?$", re.IGNORECASE)
SOURCE_LINE = lazy(r"(?:^|(?<=\n))[ \t]*(?:sources?|via|references?|see|links?|credits?|more)\s*:\s*$", re.IGNORECASE)
AFTER = lazy(r"(?:\s+(?:(?:news\s+)?(?:web)?sites?|respectively|reports))+\b")
ENDS = lazy(r"\s*(?:[.,;:!?)]|\n|$)")
FOR_COVERAGE = lazy(r"\s+for (?:its|their|the|full|more|further|additional|complete|detailed)\b[^.!?\n]*")
# Where one of these stands before, the name is the sentence's own and only the counter is debris.
GOVERNS = lazy(
    r"\b(?:by|to|told|tells|from|of|on|in|at|with|for|the|its|their|and|or|told the|said)\s+$", re.IGNORECASE
)


REPORTS = lazy(
    r"\s+(?:ha[sd] |have |also |first )?(?:reported|reports|wrote|writes|said|says|claimed|quoted|noted|found"
    r"|revealed|carried|adds|added|stated)\b"
)


def attributed(text: str, span: Span) -> int | None:
    """Where the attribution begins that what stands at `span` is the only object of; None where there is none."""
    before = text[max(0, span.start - 160) : span.start]
    match = BEFORE.search(before)
    if not match or not ENDS.match(text, span.end):
        return None
    start = span.start - len(match[0])
    # After a quotation the comma is the quotation's.
    kept = " ," if text[start - 1 : start] in ("”", '"', "’") else " "
    return start + len(match[0]) - len(match[0].lstrip(kept))
