"""Notes and placeholders: what a desk or an assistant meant to fill in or take out before print."""

from __future__ import annotations

import re
from collections.abc import Iterator

from editor.article import Span
from editor.reading.leftovers import Left, quoted

_TK = re.compile(
    r"(?:\b[A-Z][A-Z’']+[ ,:/-]+){0,4}(?:[$€£¥]\s?)?\bTK(?:TK)*\b(?! [A-Z][a-z])(?:[ ,:/-]+[A-Z][A-Z’']+\b){0,5}"
)
_XX = re.compile(
    r"\b(?:19|20)XX\b|[$€£]\s?XX+\b|\bXX+(?:%| (?=people|percent|per cent|million|billion|votes|years|days|hours"
    r"|km|miles|per)\w+)"
)
_BRACKET = re.compile(r"[\[(]([^\[\]()\n]{3,90})[\])]")
_CUES = re.compile(
    r"\b(?:CHECK|CHECKED|DESK|LEGAL|LAWYERS?|PICS?|PHOTOS?|TBC|TBD|VERIFY|SUBS?|EDITORS?|ED|CONFIRM|CAPTION"
    r"|INSERT|NOTE|HOLD|FIX|QUERY"
    r"|WRITE|ADD|UPDATE|PAR|PARA|QUOTE|NEED|NEEDS|MISSING|CUT|HERE|FILL|REWRITE|SPELLING|SOURCE|STET|CQ|TODO)\b"
)
_TO_DO = re.compile(
    r"\b(?:to come|check (?:spelling|names?|with|figures?|facts?|this|that|titles?|dates?|age|quote)|tbc|tbd"
    r"|note to (?:the )?(?:editor|self|subs?|desk)"
    r"|insert|placeholder|needs? (?:a )?(?:source|checking|check|quote|confirmation|pic)|must verify"
    r"|fact[- ]?check|confirm (?:with|names?|dates?|spelling)"
    r"|todo|fixme|add (?:a )?(?:quote|link|source|photo|detail|name)s?|(?:quote|link|photo|name|source) here|xx+"
    r"|unverified)\b",
    re.IGNORECASE,
)
_TO_DO_ANYWHERE = re.compile(
    r"\b(?:must verify|note to (?:the )?(?:editor|self|subs?|desk)|check spelling|fact[- ]?check this|name tbc"
    r"|tbc|quote to come|insert (?:quote|name|date|photo))\b",
    re.IGNORECASE,
)
_ADDRESSED = re.compile(r"(?:SUBS?|EDS?|EDITORS?|DESK|LEGAL|PICS?|TODO|NOTE|QUERY|ATTN|REWRITE)\s?(?:[:–—-]|,\s)")
_SHOUTED = re.compile(
    r"^(?P<deco>[*>@#=~_\[-]{2,}\s*)?(?P<words>[A-Z][A-Z0-9 ,.:;&'’/-]{4,80}?)(?(deco)\s*[*<@#=~_\]-]{2,})$",
    re.MULTILINE,
)
_ORDERS = re.compile(
    r"^(?:ADD|INSERT|CHECK|CONFIRM|VERIFY|HOLD|EMBARGO(?:ED)?|DO NOT (?:PUBLISH|USE|RUN)|NOT FOR PUBLICATION"
    r"|SUBS?:|DESK:|LEGAL:|DRAFT ONLY)\b"
    r"|\b(?:TO COME|TO FOLLOW|FOLLOWS|HERE)$"
)
_INLINE = re.compile(
    r"(?:>{2,6}|@{2,6}|\*{3,8}|#{3,8}|<{2,6})\s{0,2}[A-Z][A-Z0-9 ,.:;&'’/-]{3,80}?\s{0,2}(?:<{2,6}|@{2,6}|\*{3,8}"
    r"|#{3,8}|>{2,6})"
)
_HASHES = re.compile(r"^#{1,6} +(?=\S)", re.MULTILINE)
_STARS = re.compile(r"(?<![\w*])(\*\*|__)(?=\S)[^*_\n]{1,200}?(?<=\S)\1(?![\w*])")


def notes(text: str) -> Iterator[Left]:
    """The notes, placeholders and signs of Markdown that no literal form gives away."""
    if "TK" in text:
        for match in _TK.finditer(text):
            yield Left(Span(*match.span()), "placeholder")
    if "XX" in text:
        for match in _XX.finditer(text):
            yield Left(Span(match.start(), match.start() + len(match[0].rstrip())), "placeholder")
    if "[" in text or "(" in text:
        for match in _BRACKET.finditer(text):
            if _is_note(text, match) and not quoted(text, match.start()):
                yield Left(Span(*match.span()), "note")
    for match in _SHOUTED.finditer(text):
        if _ORDERS.search(match["words"]):
            yield Left(Span(*match.span()), "note")
    for match in _INLINE.finditer(text) if any(sign in text for sign in (">>", "<<", "@@", "***", "###")) else ():
        yield Left(Span(*match.span()), "note")
    for match in _HASHES.finditer(text) if "# " in text else ():
        yield Left(Span(*match.span()), "leak")
    for match in _STARS.finditer(text) if "**" in text or "__" in text else ():
        yield Left(Span(*match.span()), "leak")


def _is_note(text: str, match: re.Match[str]) -> bool:
    """Whether words in brackets speak to the desk: in capitals with a cue, to somebody, or of what is to be done."""
    words = match[1]
    if match[0][0] == "[" and _TO_DO.search(words):
        return True
    if _ADDRESSED.match(words) or (_TO_DO_ANYWHERE.search(words) and "ource" not in words):
        return True
    if not _CUES.search(words):
        return False
    long = re.findall(r"[^\W\d_]{2,}", words)
    shouted = [word for word in long if word.isupper()]
    return len(shouted) >= 2 and 2 * len(shouted) >= len(long)
