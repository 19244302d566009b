"""References to nothing: "(Bonnier 1)", "[3]", "(Jones & Lee, 2020)" in copy that has no list of works."""

from __future__ import annotations

import re
from collections.abc import Iterator

from editor import resources
from editor.article import Span
from editor.reading.leftovers import Left, quoted

_REFERENCE = re.compile(
    r"(?<=[\w”\"’'.,)] )\((?P<name>[A-Z][^\W\d_]+(?:[’'-][^\W\d_]+)*)(?:(?: and | & )[A-Z][\w’'-]+| et al\.?)?,? (?P<page>\d{1,3}(?:[-–]\d{1,3})?)\)"
)
_NUMBERED = re.compile(r"(?<=[\w.,;:!?”\"’')% ])(?:\[\d{1,2}(?:[-–,] ?\d{1,2})*\]){1,6}(?![\w(\[:])")
_COURT = re.compile(r"(?:[A-Z]{2,}|\bat|\bparas?|\bparagraphs?|\n)\s?$")
_YEARED = re.compile(
    r"\((?:see |cf\. )?[A-Z][\w’'-]+(?:(?:,? (?:and|&) [A-Z][\w’'-]+| et al\.?),? (?:19|20)\d\d[a-z]?(?:, ?pp?\. ?\d+(?:[-–]\d+)?)?"
    r"|,? (?:19|20)\d\d[a-z]?, ?pp?\. ?\d+(?:[-–]\d+)?)\)|\((?:[Ii]bid\.?|op\. cit\.?|see (?:Figure|Table|Appendix|Chapter) \d+)\)"
)
_FOOTED = re.compile(r"(?<=[a-z]{5}\.)\d{1,2}(?=\s+[A-Z“\"]|\s*$)", re.MULTILINE)
_LISTED = re.compile(r"^[ \t]*(?:\[\d{1,2}\]|(?:References|Notes|Sources|Bibliography|Footnotes)\b)", re.MULTILINE)
_RAISED = re.compile(r"(?<=[a-z.,”\"]{2})[⁴-⁹](?:[\u200a \u2009]?[⁰¹²³⁴-⁹])*(?!\w)")
_SCORE = re.compile(r"\d\s?[–-]\s?\d")
_NO_AUTHORS = frozenset(row[0] for row in resources.rows("lexicon", "not_authors.tsv"))


def references(text: str) -> Iterator[Left]:
    """The references in a text that has no list for them."""
    if "(" in text:
        yield from _authors(text)
        for match in _YEARED.finditer(text):
            yield Left(Span(*match.span()), "reference")
    if "]" in text and not _LISTED.search(text):
        for match in _NUMBERED.finditer(text):
            before = text[max(0, match.start() - 12) : match.start()]
            if before.strip() and not _COURT.search(before) and not quoted(text, match.start()):
                yield Left(Span(*match.span()), "reference")
    for match in (*_FOOTED.finditer(text), *_RAISED.finditer(text)):
        yield Left(Span(*match.span()), "reference")


def _authors(text: str) -> Iterator[Left]:
    for match in _REFERENCE.finditer(text):
        name = match["name"]
        if name.lower() in _NO_AUTHORS or len(name) < 3 or name.isupper():
            continue
        start = text.rfind("\n", 0, match.start()) + 1
        before = text[start : match.start()]
        if _SCORE.search(before[-60:]) or re.search(r"\d\s*$", before) or quoted(text, match.start()):
            continue
        # Who is spoken of elsewhere is a scorer, a player, a patient; an author comes from nowhere.
        if len(re.findall(rf"\b{re.escape(name)}\b", text)) == 1:
            yield Left(Span(*match.span()), "reference")
