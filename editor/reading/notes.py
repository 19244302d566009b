"""Notes and placeholders: what a desk or an assistant meant to fill in or take out before print."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator

from editor import resources
from editor.article import Span
from editor.reading import lines
from editor.reading.leftovers import Left, quoted
from editor.reading.patterns import lazy

_TK = lazy(
    r"(?:\b[A-Z][A-Z’']+[ ,:/-]+){0,4}(?:[$€£¥]\s?)?\bTK(?:TK)*\b(?! [A-Z][a-z])(?:[ ,:/-]+[A-Z][A-Z’']+\b){0,5}"
)
_XX = lazy(
    r"\b(?:19|20)XX\b|(?<![A-Za-z])X{2,}[ :,–-]+[A-Z][A-Z0-9 ,.:;&?'’/-]{2,80}?[ :,–-]+X{2,}\b|[$€£]\s?X+(?:bn|m|k)?\b"
    r"|\bXX+(?:%|(?= (?:people|percent|per cent|million|billion|votes|years|days|hours|weeks|km|miles|per|others"
    r"|homes|jobs|men"
    r"|women|children|dead|injured|thousand|hundred|tonnes|pages|times)\b)|m\b|bn\b)"
    r"|(?<=[a-z,] )X(?= (?:per cent|percent|million|billion))"
)
# A note between two marks of one kind: "XX check this, it is from the press release XX".
_FENCED = lazy(
    r"(?<![A-Za-z])(?P<mark>X{2,4})[ :,–—-]+(?=[^\n]{0,160}?[a-z])[^\n]{3,160}?[ :,–—?!.-]+(?P=mark)(?![A-Za-z])"
)
_X = (" X per", " X mil", " X bil", "$X", "€X", "£X", "$ X", "€ X", "£ X")
_BLANK = lazy(r"(?<![\w_*])_{3,}(?![\w_*])|[(\[]\?+[)\]]|\?{3,}(?![?!])")
_FIELD = (
    r"(?:name|date|title|number|amount|figure|age|place|location|city|town|quote|source|link|url|photo|image|picture"
    r"|caption|headline|byline|reporter|author|phone|email|time|day|month|year|organi[sz]ation|company|spokesperson"
    r"|percentage|job title|role|statistic|details?|reference|citation)s?"
)
_FILL = lazy(
    rf"(?:(?:your|the|full|exact|specific|relevant|reporter|author|mayor|minister|insert|add|enter|official)[ '’s]* ?)*"
    rf"{_FIELD}"
    rf"(?:[ /,-]+(?:{_FIELD}|here|needed|required|pending|unknown|missing|to be (?:added|confirmed|inserted)|goes here"
    r"|if known|and|or|of [\w' ’-]{2,40}|from [\w' ’-]{2,40}|for [\w' ’-]{2,40}))*",
    re.IGNORECASE,
)
# "[month – ask family]", "[price, Tom to confirm]": what is missing, and how to get it.
_FIELD_AND_NOTE = lazy(
    rf"(?:(?:exact|full|his|her|their|the) )?(?:{_FIELD}|price|sum|cost|length|height|weight|rank|score)"
    r"\s?(?:[–—:;,/?-]|\.\.\.)\s?",
    re.IGNORECASE,
)
_GETS = lazy(
    r"(?:ask|check|confirm|find|get|call|ring|e-?mail|see|look|look up|from|via|per|need|needs|waiting|wait|tbc|tbd"
    r"|not sure|unsure|before|after|which|who|what|when|where|how|still|must"
    r"|to (?:come|follow|confirm|check)|[A-Z]\w+ to \w+)\b"
    r"|[^\]]*\?$",
    re.IGNORECASE,
)
_BRACKET = lazy(r"(\{\{|<<|\(\(|\[\[|[\[(<])([^\[\]()<>{}\n]{2,120})(\}\}|>>|\)\)|\]\]|[\])>])")
_CUES = lazy(
    r"\b(?:CHECK|CHECKED|DESK|LEGAL|LAWYERS?|PICS?|PHOTOS?|TBC|TBD|VERIFY|SUBS?|EDITORS?|ED|CONFIRM|CAPTION"
    r"|INSERT|NOTE|HOLD|FIX|QUERY"
    r"|WRITE|ADD|UPDATE|PAR|PARA|QUOTE|NEED|NEEDS|MISSING|CUT|HERE|FILL|REWRITE|SPELLING|SOURCE|STET|CQ|TODO)\b"
)
_TO_DO = lazy(
    r"\b(?:to come|check (?:spelling|names?|with|figures?|facts?|this|that|titles?|dates?|age|quote)|tbc|tbd"
    r"|note to (?:the )?(?:editor|self|subs?|desk)"
    r"|insert|placeholder|needs? (?:a )?(?:source|checking|check|quote|confirmation|pic)|must verify"
    r"|fact[- ]?check|confirm (?:with|names?|dates?|spelling)"
    r"|todo|fixme|add (?:a )?(?:quote|link|source|photo|detail|name)s?|(?:quote|link|photo|name|source) here|xx+"
    r"|unverified)\b",
    re.IGNORECASE,
)
_TO_DO_ANYWHERE = lazy(
    r"\b(?:must verify|note to (?:the )?(?:editor|self|subs?|desk)|check spelling|fact[- ]?check this|name tbc"
    r"|tbc|quote to come|insert (?:quote|name|date|photo))\b",
    re.IGNORECASE,
)
_ADDRESSED = lazy(
    r"(?:SUBS?|EDS?|EDITORS?|DESK|LEGAL|PICS?|TODO|NOTE|QUERY|ATTN|REWRITE|NEWSDESK|PICTURES?|ART|WEB"
    r"|PRINT)\s?(?:[:–—-]|,\s)"
)
_TO_A_DESK = lazy(
    r"(?:[Ss]ubs?|[Ss]ub-?eds?|[Ss]ub-?editors?|[Nn]ews ?desk|[Cc]opy ?desk|[Nn]ight desk|[Dd]esk|[Ll]egal|[Ll]awyers?"
    r"|[Pp]roduction|[Bb]ackbench|[Pp]ic(?:ture)? ?desk|[Ll]ayout)\s?[:–—-]\s?\S"
    r"|(?:[Ee]ds?|[Ee]ditors?|[Ww]riter|[Rr]eporter)\s?[:–—-]\s?[^)\]]*(?:\?$|\b(?:pls|plz|please|check|cut|trim|add"
    r"|confirm|verify"
    r"|hold|update|fix)\b)"
)
_ASKED = lazy(
    r"(?:can|could|should|do|did|have|shall|are|is|who|which|what|where|when)\b[^?]{2,80}\b(?:quote|names?|photo|pic"
    r"|picture|check"
    r"|confirm|source|spelling|figure|verify|caption|par|para|legal|right|correct|updated|surname|title"
    r"|age)\b[^?]{0,30}\?+$",
    re.IGNORECASE,
)
_DECKED = lazy(
    r"^(?P<deco>\*{1,3}|/{2,}|>{1,3}|-{2,}|={2,}|~{2,}|\|+)\s?(?P<words>[^\n*/>=~|]{6,110}?)\s?[*/<>=~|-]{1,3}$",
    re.MULTILINE,
)
_MARKED = lazy(r"^(?:N\.?B\.?|PS|FYI|Nota bene)\s?[:–—,-]\s?(?P<words>[^\n]{6,110}?)$", re.MULTILINE)
_SHOUTED_END = lazy(r"(?:(?<=[.!?”\"] )|(?<=[.!?”\"]\) ))(?P<words>[A-Z][A-Z0-9 ,.:;&'’/-]{4,80})$", re.MULTILINE)
_INITIALS = lazy(r"[A-Z]{2,3}\s?[:–—-]\s")
_AUTHORED = lazy(r"[A-Z]{2,3} (?:to|will|can|pls)\b|[A-Z]{2,3}\s?[:–—-]\s")
_SIGNED = lazy(r"(?://+|--|—|–|\s-)\s?(?:[A-Z]{2,3}|[Ee]d\.?|[Ss]ubs|[Dd]esk)$")
_SHOUTED = lazy(
    r"^(?P<deco>[*>@#=~_\[-]{2,}\s*)?(?P<words>[A-Z][A-Z0-9 ,.:;&'’/-]{4,80}?)(?(deco)\s*[*<@#=~_\]-]{2,})$",
    re.MULTILINE,
)
_ORDERS = lazy(
    r"^(?:ADD|INSERT|CHECK|CONFIRM|VERIFY|HOLD|EMBARGO(?:ED)?|DO NOT (?:PUBLISH|USE|RUN)|NOT FOR PUBLICATION"
    r"|SUBS?:|DESK:|LEGAL:|DRAFT ONLY|MORE (?:TO COME|FOLLOWS|TO FOLLOW|LATER|TK)|WRITETHRU"
    r"|UPDATES? (?:TO|WITH)|CUT (?:HERE|FROM))\b"
    r"|\b(?:TO COME|TO FOLLOW|FOLLOWS|HERE|TBC|TBD|NEEDED|PENDING)$"
)
_INLINE = lazy(
    r"(?:>{2,6}|@{2,6}|\*{3,8}|#{3,8}|<{2,6})\s{0,2}[A-Z][A-Z0-9 ,.:;&'’/-]{3,80}?\s{0,2}(?:<{2,6}|@{2,6}|\*{3,8}"
    r"|#{3,8}|>{2,6})"
)
_HASHES = lazy(r"^#{1,6} +(?=\S)", re.MULTILINE)
_STARS = lazy(r"(?<![\w*])(\*\*|__)(?=\S)[^*_\n]{1,200}?(?<=\S)\1(?![\w*])")
_LINE = lazy(r"[ \t]*([^\n]{6,110}[^\s.!…”\":;,])[ \t]*$")
LONGEST_NOTE = 111
"""The most characters of a line that may be a note."""
_WORD = lazy(r"[^\W\d_][\w'’-]*(?:/(?!\w)|\d)?|w/o?|b4", re.IGNORECASE)
LONGEST = 18
"""The most words of a note."""
_SAYS_WHO = lazy(r"\b(?:said|says|was|were|has|had|is|are|will|would|he|she|they|his|her|their)\b")
_SENTENCES = lazy(r"[.!?] +[A-Z\[(“\"]")
_PUBLISHED = lazy(r"(?:Editor|Publisher|Author|Correction|Clarification)", re.IGNORECASE)


def notes(text: str) -> Iterator[Left]:
    """The notes, placeholders and signs of Markdown that no literal form gives away."""
    if "TK" in text:
        for match in _TK.finditer(text):
            around = text[match.start() - 1 : match.start()] + text[match.end() : match.end() + 1]
            wider = around in ("()", "[]") and match.start() > 0
            yield Left(Span(match.start() - wider, match.end() + wider), "placeholder")
    if "XX" in text or any(sign in text for sign in _X):
        for match in _XX.finditer(text):
            yield Left(Span(match.start(), match.start() + len(match[0].rstrip())), "placeholder")
        for match in _FENCED.finditer(text):
            yield Left(Span(*match.span()), "note")
    if any(sign in text for sign in ("___", "???", "(?", "[?")):
        for match in _BLANK.finditer(text):
            if not quoted(text, match.start()):
                yield Left(Span(*match.span()), "placeholder")
    yield from _of_lines(text, _bracketed)
    if lines.any_seen(text, _set_apart):
        for match in _SHOUTED.finditer(text):
            if _ORDERS.search(match["words"]):
                yield Left(Span(*match.span()), "note")
        for match in (*_DECKED.finditer(text), *_MARKED.finditer(text)):
            weight, orders = _weighed(match["words"])
            if weight >= 2 or (weight and orders) or (orders and _AUTHORED.match(match["words"])):
                yield Left(Span(*match.span()), "note")
    yield from _of_lines(text, _shouted_end)
    for match in _INLINE.finditer(text) if any(sign in text for sign in (">>", "<<", "@@", "***", "###")) else ():
        yield Left(Span(*match.span()), "note")
    yield from _of_lines(text, _noted)
    for match in _HASHES.finditer(text) if "# " in text else ():
        yield Left(Span(*match.span()), "leak")
    for match in _STARS.finditer(text) if "**" in text or "__" in text else ():
        yield Left(Span(*match.span()), "leak")


def _of_lines(text: str, reader: Callable[[str], list[tuple[int, int, str]]]) -> Iterator[Left]:
    """What a reader sees in each line, where it starts and ends in it, and what it is."""
    for at, found in lines.seen(text, reader):
        yield from (Left(Span(at + start, at + end), kind) for start, end, kind in found)


def _bracketed(line: str) -> list[tuple[int, int, str]]:
    """The brackets of a line that are no copy."""
    found = _BRACKET.finditer(line) if any(sign in line for sign in "[(<{") else ()
    return [(*match.span(), kind) for match in found if (kind := _kind(match)) and not quoted(line, match.start())]


_MARKS = tuple("*/>-=~|@#_[")
_NAMED_MARK = lazy(r"N\.?B|PS|FYI|Nota bene|[A-Z][A-Z0-9 ,.:;&'’/-]{4,80}$")


def _set_apart(line: str) -> bool:
    """Whether a line begins as notes begin that stand in capitals, between marks or behind "NB"."""
    return line.startswith(_MARKS) or _NAMED_MARK.match(line) is not None


def _shouted_end(line: str) -> list[tuple[int, int, str]]:
    """The end of a line that stands in capitals behind a sentence and asks for something."""
    if not _shouts(line) or not _CAPITALS.issuperset(line[-5:]):
        return []
    return [(*match.span(), "note") for match in _SHOUTED_END.finditer(line) if _ORDERS.search(match["words"])]


_CAPITALS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 ,.:;&'’/-")


def _shouts(text: str) -> bool:
    """Whether a line has one of the words in capitals that a note at a line's end has."""
    return any(word in text for word in _IN_CAPITALS)


_IN_CAPITALS = (
    *(
        "ADD ",
        "INSERT ",
        "CHECK",
        "CONFIRM ",
        "VERIFY",
        "HOLD",
        "EMBARGO",
        "DO NOT ",
        "NOT FOR ",
        "SUBS",
        "DESK",
        "LEGAL",
    ),
    *("DRAFT ", "MORE ", "WRITETHRU", "UPDATE", "CUT ", "COME", "FOLLOW", "HERE", "TBC", "TBD", "NEEDED", "PENDING"),
)


def _noted(line: str) -> list[tuple[int, int, str]]:
    """A line of its own, without a full stop, that speaks to a desk: "photo attached, pls crop // MH"."""
    # Most lines are paragraphs, far longer than a note.
    if len(line) > LONGEST_NOTE and len(line.strip(" \t")) > LONGEST_NOTE:
        return []
    match = _LINE.match(line)
    signed = match and _SIGNED.search(match[1])
    if not match or not (signed or _STRONG_SIGN.search(match[1])):
        return []
    words = match[1]
    weight, orders = _weighed(words)
    if weight < (2 if signed or orders else 3) or len(words.split()) > LONGEST or _SENTENCES.search(words):
        return []
    copy = quoted(line, match.start(1)) or not (signed or not _SAYS_WHO.search(words))
    return [] if copy else [(*match.span(1), "note")]


@functools.cache
def _words() -> tuple[dict[str, int], frozenset[str], tuple[str, ...]]:
    """Single words with their weight, what a note asks for, and the phrases that only a desk writes."""
    rows = resources.rows("lexicon", "en", "desk_notes.tsv")
    weights = {words: int(weight) for words, weight in rows if weight != "do" and " " not in words}
    return (
        weights,
        frozenset(words for words, weight in rows if weight == "do"),
        tuple(words for words, _ in rows if " " in words),
    )


# One look at a line tells whether it may be a note; the words themselves are weighed only then.
_STRONG_SIGN = lazy(
    "|".join(
        rf"\b{re.escape(words)}(?!\w)"
        for words, weight in resources.rows("lexicon", "en", "desk_notes.tsv")
        if weight == "2"
    ),
    re.IGNORECASE,
)


def _weighed(words: str) -> tuple[int, bool]:
    """How much words sound like a desk's, and whether they ask for something."""
    weights, orders, phrases = _words()
    low = words.lower().replace("’", "'")
    found = [word.strip("'") for word in _WORD.findall(low)]
    phrased = sum(2 for phrase in phrases if phrase in low)
    return phrased + sum(weights.get(word, 0) for word in found), any(word in orders for word in found)


def _kind(match: re.Match[str]) -> str:
    """What words in brackets are: a note to the desk, a place never filled in, or ("") copy."""
    opens, words, closes = match.groups()
    if len(opens) != len(closes):
        return ""
    words = words.strip()
    if len(opens) == 2 and opens in ("{{", "<<", "(("):
        return "note" if " " in words else ""
    if opens in "[<" and (field := _FIELD_AND_NOTE.match(words)) and _asks(words[field.end() :]):
        return "placeholder"
    # "[the company] said so" explains a word; "[company]" waits for one.
    if opens in "[<" and _FILL.fullmatch(words) and not words.startswith("the "):
        return "placeholder"
    if opens == "<":
        return "note" if " " in words and "=" not in words and _TO_DO.search(words) else ""
    return "note" if _is_note(opens, words) else ""


def _asks(words: str) -> bool:
    """Whether words behind the name of what is missing say whom to ask, or that it is not known."""
    return _GETS.match(words) is not None and len(words.split()) <= LONGEST


def _is_note(opens: str, words: str) -> bool:
    """Whether words in brackets speak to the desk: in capitals with a cue, to somebody, or of what is to be done."""
    if opens[0] == "[" and _TO_DO.search(words):
        return True
    if _TO_A_DESK.match(words) or _ASKED.match(words):
        return True
    if _ADDRESSED.match(words) or (_TO_DO_ANYWHERE.search(words) and "ource" not in words):
        return True
    if _CUES.search(words):
        long = re.findall(r"[^\W\d_]{2,}", words)
        shouted = [word for word in long if word.isupper()]
        if len(shouted) >= 2 and 2 * len(shouted) >= len(long):
            return True
    if _PUBLISHED.match(words) or len(words.split()) > LONGEST:
        return False
    weight, orders = _weighed(words)
    signed = bool(_INITIALS.match(words) or _SIGNED.search(words))
    if opens[0] == "[":
        return weight >= 3 or (weight >= 1 and (orders or signed)) or (signed and orders)
    return (weight >= 2 and (orders or signed)) and (
        _STRONG_SIGN.search(words) is not None or (signed and not _SAYS_WHO.search(words))
    )
