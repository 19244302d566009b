"""Weak sources: an encyclopedia that anyone edits, a forum, a chatbot named as the authority."""

from __future__ import annotations

import re
from collections.abc import Iterator

from editor import healing
from editor.article import Span
from editor.finding import Finding, Fix, Opens, finding
from editor.ledger import Ledger

_NAMES = (
    r"(?:Wikipedia|Wikidata|Grokipedia|ChatGPT|Gemini|Grok|Copilot|Perplexity|DeepSeek|Claude|Quora|Reddit|Fandom"
    r"|Google"
    r"|Yahoo Answers)"
)
_PAGE = r"(?:[’']s)?(?:\s+(?:page|article|entry|search|profile|thread|user))*"
_BY = (
    r"[Aa]ccording to|[Aa]s per|[Aa]s (?:stated|listed|seen|reported|noted|mentioned) (?:on|by|in)|[Cc]iting"
    r"|sourced from"
)
_WEAK = re.compile(
    rf"(?P<bracket>\((?:(?:sources?|via|from|see|per|ref)\b:?\s*)?{_NAMES}{_PAGE}(?:[,;][^()\n]{{0,60}})?\))"
    rf"|(?P<attribution>(?:,[ ]*|[ ]|^)?\b(?:{_BY})\s+(?:the |its |his |her |their "
    rf"|a )?(?:online )?(?:encyclopa?edia )?"
    rf"{_NAMES}{_PAGE}\b"
    r"(?!\s+(?:co-?founder|chief|spokes|executive|itself))(?=\s*[.,;:!?)]|\s*$|\s+and\b))"
    rf"|(?P<says>,[ ]{_NAMES}{_PAGE} (?:says|states|notes|lists|shows|claims)(?=\s*[.,;]))"
    rf"|(?P<opens>(?:(?<=[.!?”] )|^){_NAMES}{_PAGE} (?:says|states|notes|lists|gives|puts|describes|claims)\b)"
    r"|(?P<clause>,[ ](?:who|whose|which|as|aged|born)\b[^,.;:()\n]{3,60}?\b"
    rf"(?:on|in|by|from|per) {_NAMES}{_PAGE}(?:,|(?=\.)))"
)
OFTEN = 4
"""How many times an article names such a source before it is the article's subject."""


def check(ledger: Ledger) -> Iterator[Finding]:
    if not _ANY.search(ledger.text):
        return
    often: dict[str, bool] = {}
    headline = next((paragraph.text for paragraph in ledger.paragraphs if paragraph.kind == "headline"), "")
    for paragraph in ledger.paragraphs:
        for match in _WEAK.finditer(paragraph.masked):
            named = _ANY.search(match[0])
            name = named[0] if named else ""
            span = Span(match.start(), match.end())
            if name not in often:
                often[name] = name in headline or ledger.text.count(name) > OFTEN
            if often[name] or paragraph.read.quoted(span):
                continue
            words = span.of(paragraph.text)
            span = Span(span.start + len(words) - len(words.lstrip(" ")), span.end)
            if match["attribution"] and span.start == 0 and paragraph.text[span.end : span.end + 1] == ",":
                span = Span(span.start, span.end + 1)
            place = healing.claim(ledger, paragraph.at(span), "attribution", paragraph)
            fixes = []
            if not match["opens"]:
                edits = healing.healed(ledger.text, paragraph.at(span))
                fixes.append(Fix("remove", edits, leaves=Opens("unsourced", place) if place else None))
            yield finding("weak", paragraph.at(span), fixes=fixes, confidence="likely", name=name)


_ANY = re.compile(_NAMES)
