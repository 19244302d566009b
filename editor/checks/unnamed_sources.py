"""Unnamed sources in the plural: "Multiple media sources confirm this"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from editor import healing
from editor.article import Span
from editor.finding import Confidence, Finding, Fix, finding
from editor.reading.paragraph import Paragraph

_MANY = r"(?:multiple|several|various|numerous|many|some|different|a number of)"
_MEDIA = r"(?:(?:online|local|foreign|international|other|credible|reliable|news|media|press)\s+)*"
_PAPERS = r"(?:sources|sites|outlets|websites|portals)"
_SAYS = (
    r"(?:\s+(?:also|now|all|have|are|were|had))*\s+(?:say(?:ing|s)?|said|confirm(?:ed|s|ing)?|claim(?:ed|ing)?"
    r"|believed?"
    r"|report(?:ed|ing)?|suggest(?:ed|ing)?|agreed?|think|thought|argued?|maintain(?:ed)?|insist(?:ed)?"
    r"|indicated?|covered"
    r"|carried)\b"
)
_OPENING = re.compile(
    rf"(?:(?P<media>{_MANY}\s+{_MEDIA}{_PAPERS})|(?P<sources>{_MEDIA}sources)"
    rf"|(?P<close>(?:many|some|several|those|people)\s+(?:close to|familiar with|with knowledge of)\s+[^,.;]{{3,50}}?)"
    rf"|(?P<vague>(?:{_MANY}\s+)?(?:experts|analysts|observers|insiders|critics|pundits|reports)|many|some)){_SAYS}",
    re.IGNORECASE,
)
_FIRST = frozenset(
    "multiple several various numerous many some different a online local foreign international other credible"
    " reliable news"
    " media press sources those people experts analysts observers insiders critics pundits reports".split()
)
_BY = re.compile(r"(?:[Aa]ccording to|as per|as reported by|reported by|confirmed by)\b")
_ATTRIBUTED = re.compile(
    rf"{_BY.pattern}\s+(?:{_MANY}\s+{_MEDIA}{_PAPERS}|sources)(?=\s*[.;!?,]|\s*$)"
    r"(?!,?\s+(?:such as|including|like|among|namely|in|from|who|that|which))"
)
LONGEST = 14
"""The most words of a sentence that says nothing but that unnamed people say it."""

SHORT = 8
"""The same where "sources" alone begin it: news agencies write longer ones by their own rules."""


def check(paragraph: Paragraph) -> Iterator[Finding]:
    text = paragraph.masked
    for place in paragraph.read.sentences:
        if text[place.start : place.start + 24].split(None, 1)[0].lower() not in _FIRST:
            continue
        match = _OPENING.match(text, place.start, place.end)
        if not match or paragraph.read.quoted(place):
            continue
        # Who speaks at length, or is described, may have asked for anonymity under the paper's own rules.
        longest = SHORT if match["sources"] else LONGEST
        short = len(place.of(text).split()) <= longest and "“" not in place.of(text) and '"' not in place.of(text)
        confidence: Confidence = "likely" if short and not match["vague"] else "possible"
        yield finding("sentence", place, confidence=confidence, words=match[0])
    for match in _ATTRIBUTED.finditer(text):
        lead = text[: match.start()].rstrip(" ")
        span = Span(len(lead) - lead.endswith(",") if lead.endswith(",") else match.start(), match.end())
        if paragraph.read.quoted(span):
            continue
        fix = Fix("remove", healing.healed(paragraph.text, span))
        yield finding("attribution", span, fixes=[fix], confidence="likely", words=match[0].strip(" ,"))
