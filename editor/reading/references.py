"""References to nothing: "(Bonnier 1)", "[3]", "(Jones & Lee, 2020)" in copy that has no list of works."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from editor import resources
from editor.article import Span
from editor.reading import lines
from editor.reading.leftovers import Left, quoted
from editor.reading.patterns import lazy

# In each its own sign comes before what must stand in front of it, so that the search skips from sign to sign.
_PAGE = r"\d{1,3}(?:[-–]\d{1,3})?"
_REFERENCE = lazy(
    r"\((?<=[\w”\"’'.,)] \()(?:(?:cf\.?|see|(?:as )?(?:cited|quoted"
    r"|qtd\.?) in) )?(?P<name>[A-Z][^\W\d_]+(?:[’'-][^\W\d_]+)*)"
    rf"(?:(?: and | & )[A-Z][\w’'-]+| et al\.?)?,? (?P<page>{_PAGE})\)"
)
_NUMBERS = r"\d{1,2}(?:[-–,] ?\d{1,2})*\]"
_NUMBERED = lazy(rf"\[(?<=[\w.,;:!?”\"’')% ]\[){_NUMBERS}(?:\[{_NUMBERS}){{0,5}}(?![\w(\[:])")
_WITHIN = lazy(r" (?:of|in|for|on|by|to|from|with|that|which)\b")
_COURT = lazy(r"(?:[A-Z]{2,}|\bat|\bparas?|\bparagraphs?|\n)\s?$")
_YEAR = r"(?:19|20)\d\d[a-z]?"
_AUTHORS = r"[A-Z][\w’'-]+(?:,? (?:and|&) [A-Z][\w’'-]+| et al\.?)?"
_BODY = (
    r"(?:[A-Z][\w’'&-]* (?:(?:of|for|on|and|the|&) )*){0,5}(?:Bank|Ministry|Institute|Bureau|Commission|Agency"
    r"|Department"
    r"|Office|Organi[sz]ation|Council|Union|Nations|Statistics|UNESCO|WHO|UNICEF|IMF|OECD|UNDP|FAO|IPCC|NASA|Eurostat)"
    r"(?:(?: (?:of|for|on|and|the))* [A-Z][\w’'&-]*){0,4}"
)
_WORK = rf"{_AUTHORS},? {_YEAR}(?:, ?pp?\. ?{_PAGE})?"
_YEARED = lazy(
    rf"\((?:see |cf\. |e\.g\. )?(?:{_WORK}(?:; ?{_WORK})+"
    rf"|{_BODY}, {_YEAR}(?:, ?pp?\. ?{_PAGE})?|[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)? et al\.?)\)"
    rf"|\((?:see |cf\. )?[A-Z][\w’'-]+(?:(?:,? (?:and|&) [A-Z][\w’'-]+| et al\.?),? {_YEAR}(?:, ?pp?\. ?{_PAGE})?"
    rf"|,? {_YEAR}, ?pp?\. ?{_PAGE})\)|\((?:[Ii]bid\.?|op\. cit\.?|see (?:Figure|Table|Appendix|Chapter) \d+)\)"
)
# A work's author and year; a film's or a painting's stand behind its title.
_DATED = lazy(
    r"\((?<=[a-z,”\"%] \()(?:see |cf\. )?(?P<name>[A-Z][a-z][\w’'-]+),? "
    rf"(?:{_YEAR}(?P<page>: ?{_PAGE})?|(?P<only>pp?\. ?{_PAGE}))\)(?=[ ]?[.,;:]|$| [a-z])"
)
_BEHIND_WORDS = lazy(r"(?<![\w’'-])[a-z%][\w’'-]*[,”\"%]? $")
_POINTER = lazy(
    r"[(\[](?:see )?(?:(?i:refs?\.?|note|fn\.?|footnote|endnote|citation|source) ?(?:no\.? ?)?\d{1,2}"
    r"|(?:[Ii]bid|[Oo]p\. ?cit|[Ll]oc\. ?cit)\.?(?:,? (?:pp?\. ?)?\d+)?|refs?|citation|cite|n\.d\.|sources?\?"
    r"|see (?:[Ff]ig\.?|[Ff]igure|[Tt]able|[Aa]ppendix) \d{1,2}[a-z]?|unsourced"
    r"|(?i:(?:citation|source|reference|attribution) needed|needs (?:a )?(?:citation|source)))[)\]]"
    r"|<sup>\[?\d{1,2}\]?</sup>|\[\^\d{1,2}\]"
)
_FOOTED = lazy(r"\.(?<=[a-z]{5}\.)(?P<number>\d{1,2})(?=\s+[A-Z“\"]|\s*$)", re.MULTILINE)
_LISTED = lazy(r"^[ \t]*(?:\[\d{1,2}\]|(?:References|Notes|Sources|Bibliography|Footnotes)\b)", re.MULTILINE)
# Raised figures behind words, not behind units (km², m³).
_RAISED = lazy(
    r"(?:[⁴-⁹](?<=[a-z.,”\"]{2}[⁴-⁹])|[¹²³](?:(?<=[a-z]{4}[¹²³])|(?<=[a-z][.,”\"][¹²³]))|[⁴-⁹](?<=[a-z.,”\"] [⁴-⁹]))"
    r"(?:[\u200a \u2009,]?[⁰¹²³⁴-⁹])*(?!\w)"
)
# The list that Bing's chat puts under its answer: "(1) Dams in the north. https://example.org/dams."
_LINKED = lazy(r"^\(\d{1,2}\) [^\n]{3,200}https?://\S+$", re.MULTILINE)
MOST = 60
"""The most references of one kind that are looked at: a text with more has a system of its own."""
_SCORE = lazy(r"\d\s?[–-]\s?\d")
_NO_AUTHORS = frozenset(row[0] for row in resources.rows("lexicon", "not_authors.tsv"))


def references(text: str) -> Iterator[Left]:
    """The references in a text that has no list for them."""
    if "(" in text:
        yield from _authors(text)
        for match in lines.finditer(_YEARED, text):
            yield Left(Span(*match.span()), "reference")
        for match in itertools.islice(lines.finditer(_DATED, text), MOST):
            ends = _DATED.match(text, match.start()) is not None
            author = (
                ends
                and match["name"].lower() not in _NO_AUTHORS
                and _BEHIND_WORDS.search(text, max(0, match.start() - 30), match.start())
            )
            if author and not quoted(text, match.start()):
                yield Left(Span(*match.span()), "reference", "likely" if match["page"] or match["only"] else "possible")
    for match in lines.finditer(_POINTER, text):
        if not quoted(text, match.start()) and not _LISTED.search(text):
            yield Left(Span(*match.span()), "reference")
    if "]" in text and not _LISTED.search(text):
        for match in _NUMBERED.finditer(text):
            before = text[max(0, match.start() - 12) : match.start()]
            if before.strip() and not _COURT.search(before) and not quoted(text, match.start()):
                # One alone in the middle of a sentence may be the paper's own note.
                alone = _WITHIN.match(text, match.end()) and len(_NUMBERED.findall(text)) == 1
                yield Left(Span(*match.span()), "reference", "possible" if alone else "likely")
    for match in lines.finditer(_FOOTED, text):
        yield Left(Span(*match.span("number")), "reference")
    if "Conversation with Bing" in text:
        for match in _LINKED.finditer(text):
            yield Left(Span(*match.span()), "reference")
    for match in lines.finditer(_RAISED, text):
        yield Left(Span(*match.span()), "reference")


def _authors(text: str) -> Iterator[Left]:
    for match in itertools.islice(lines.finditer(_REFERENCE, text), MOST):
        name = match["name"]
        if name.lower() in _NO_AUTHORS or len(name) < 3 or name.isupper():
            continue
        before = text[max(0, match.start() - 60) : match.start()].rpartition("\n")[2]
        if _SCORE.search(before) or re.search(r"\d\s*$", before) or quoted(text, match.start()):
            continue
        # Who is spoken of elsewhere is a scorer, a player, a patient; an author comes from nowhere.
        if len(re.findall(rf"\b{re.escape(name)}\b", text)) == 1:
            yield Left(Span(*match.span()), "reference")
