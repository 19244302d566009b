"""Citations turned into prose: "See WsJ for full story; The Guardian for coverage", "More in the Herald"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from editor.article import Span
from editor.reading import outlets
from editor.reading.forms import starts
from editor.reading.leftovers import OPENING, Left, quoted
from editor.reading.patterns import lazy
from editor.reading.sources import hosts

_ASK = (
    r"see|refer(?:\s+to)?|check(?:\s+out)?|visit|read|consult|go\s+to|look\s+(?:at|to|up)|turn\s+to"
    r"|head\s+(?:over\s+)?to|find|view|browse|try|follow|watch"
)
_MORE = r"more|further|full|the\s+full|additional|complete|extra"
_SEE = lazy(
    rf"(?:(?P<polite>Please|Kindly|Pls|Plz)\s+(?:also\s+|do\s+)?(?:{_ASK})"
    r"|See|Refer(?:\s+to)?|Check(?:\s+out)?|Visit|Read|Consult|Go\s+to|Look\s+(?:at|to|up)|Turn\s+to|Browse|Try"
    r"|Head\s+(?:over\s+)?to|Find|View"
    rf"|For\s+(?:{_MORE}|the|all|background|details|pictures|photos|video|context)\b(?:\s+[\w’'-]+){{0,5}}?,?"
    rf"\s+(?:please\s+|kindly\s+|also\s+)?(?:{_ASK}))"
    r"\s+(?P<rest>(?:[^.!?\n]|\.(?=\w)){3,240})"
)
_MORE_IN = lazy(
    r"(?:(?:More|Further|Full|Additional|Complete|Extra|Other|Fuller|The\s+(?:full|rest\s+of\s+the|complete))\s+"
    r"(?:(?:on\s+(?:this|that|it)|details?|information|info|coverage|reports?|reporting|story|article|background|reading"
    r"|analysis|context|pictures|photos|version|account|facts|figures)\s*)?"
    r"(?:(?:can\s+be\s+(?:found|read|seen)|(?:is|are)\s+(?:available|found|up)|available|was\s+published)\s+)?"
    r"(?:in|at|on|from|via|by|with|:)\s*"
    r"|(?:Coverage|Details|Info|Information|Background|Pictures|Pics|Photos|Report(?:ing|age)?|Credits?|Thanks)\s+"
    r"(?:also\s+)?(?:by|from|via|at|in|on|to)\s+|Further\s+reading\s*:\s*)"
    r"(?P<rest>(?:[^.!?\n]|\.(?=\w)){3,160})"
)
_HAS = lazy(
    r"(?<![\w’'])(?P<rest>(?:The )?[A-Z][\w.&’'-]*(?: [A-Z][\w.&’'-]*){0,3})"
    r" (?:also )?(?:has|have|carries|carry|covers?|for) (?:the |a |its |more |further )?"
    r"(?:full|more|complete|further|fuller|whole|additional|longer|detailed)\s"
    r"(?:story|coverage|details?|report|account|information|info|background|version|article|on this|picture)s?\b"
    r"(?:[^.!?\n]|\.(?=\w)){0,160}"
)
_BRACKETED = lazy(
    r"\((?:(?:[Pp]lease |[Aa]lso |[Kk]indly )?(?:[Ss]ee|[Cc]f\.|[Rr]ead|[Rr]efer to|[Cc]heck|[Cc]onsult)(?: also)?"
    r"|[Mm]ore (?:in|at|on|from)|[Ss]ources?:|[Rr]efs?:)\s+(?P<rest>(?!Wiki|Reddit|Quora)[^()\n]{3,120})\)"
)
_LISTED = lazy(
    r"(?:Sources?|References|Sourced from|Compiled from|With information from)\s*:?\s+"
    r"(?P<rest>[^\n]{3,160})"
)
_OBJECT = lazy(
    r"\b(?:story|stories|coverage|info|information|details?|pics|pictures?|photos?|visuals|images|report(?:s|ing"
    r"|age)?|articles?|analysis|bits?|gist|numbers?|figures?|facts|timeline|reaction|quotes?|explainers?|interviews?"
    r"|background|context|summary|updates?|version|account|piece|news|discussion|reference|data|reading|read"
    r"|insights?|videos?|footage|review|text|transcript|list|rest|lot|more)\b"
)
_TO = lazy(
    r"\s+(?:for|re|regarding|about|concerning|on|if|to (?:see|read|get|learn|find)|and also|also|as well)\b|\s*[;,]\s"
)
_SENTENCE_OF_ITS_OWN = lazy(r"\b(?:said|says|told|was|were|had|has|he|she|they|who|which|will|would|I|we|you)\b")
_PLACE = lazy(r"(?:also\s+)?(?:the\s+)?(?:page|section|sport|inside|below|above|opposite)\b", re.IGNORECASE)
_LEAD = lazy(r"(?:also\s+|at\s+|to\s+|out\s+|in\s+)*")


def see_also(text: str) -> Iterator[Left]:
    """Sentences that send readers to outlets for more: a source list before a tool rewrote it."""
    asked = 0
    for place in starts(text):
        opening = text[place : place + 3]
        if opening in _SEES and asked < MOST and (match := _SEE.match(text, place)):
            asked += 1
            if _sends(text, match):
                yield _left(match)
        elif opening in _MORES and (match := _MORE_IN.match(text, place)):
            sends = _opens(text, place) and _begins_with_outlet(match["rest"])
            if sends and not quoted(text, place) and not _SENTENCE_OF_ITS_OWN.search(match["rest"]):
                yield _left(match)
        if opening in _LISTS and (match := _LISTED.match(text, place)) and text[place - 1 : place] in ("\n", ""):
            names = re.split(r"[;,]\s*|\s+and\s+", match["rest"].rstrip(". "))
            if len(names) > 1 and all(_begins_with_outlet(name) for name in names):
                yield Left(Span(place, match.end()), "see_also")
    for match in _HAS.finditer(text) if any(words in text for words in _FULL) else ():
        if _opens(text, match.start()) and _begins_with_outlet(match["rest"]) and not quoted(text, match.start()):
            yield _left(match)
    for match in _BRACKETED.finditer(text) if "(" in text else ():
        if _begins_with_outlet(match["rest"]) and not quoted(text, match.start()):
            yield Left(Span(*match.span()), "see_also")


MOST = 1000
"""The most sentences that ask readers to look that are read: a text with more is no article."""
# The first three characters of what each pattern may begin with: a text is long, and hardly ever holds one.
_SEES = frozenset("Ple Kin Pls Plz See Ref Che Vis Rea Con Loo Tur Bro Try Hea Fin Vie For".split()) | {"Go "}
_MORES = frozenset("Mor Fur Ful Add Com Ext Oth The Cov Det Inf Bac Pic Pho Rep Cre Tha".split())
_LISTS = frozenset("Sou Ref Com Wit".split())
_FULL = tuple(
    f" {verb} {article}{how} "
    for verb in ("has", "have", "carries", "carry", "covers", "for")
    for article in ("", "the ", "a ", "its ")
    for how in ("full", "more", "complete", "further", "fuller", "detailed", "longer", "whole")
)


def _sends(text: str, match: re.Match[str]) -> bool:
    """Whether a sentence sends readers to an outlet, and to nothing of the paper's own."""
    rest = match["rest"]
    if not _opens(text, match.start()) or _PLACE.match(rest) or _SENTENCE_OF_ITS_OWN.search(rest):
        return False
    if quoted(text, match.start()):
        return False
    return _straight_to(rest) or bool(
        _OBJECT.search(match[0])
        and (_names_outlet(rest) or (match["polite"] and re.match(r"(?:also\s+)?(?:the\s+)?[A-Z]", rest)))
    )


def _left(match: re.Match[str]) -> Left:
    return Left(Span(match.start(), match.start() + len(match[0].rstrip(" ,;"))), "see_also")


def _opens(text: str, place: int) -> bool:
    return OPENING.search(text, max(0, place - 12), place) is not None


def _straight_to(rest: str) -> bool:
    """Whether the words name an outlet at once, and then what it is good for."""
    lead = _LEAD.match(rest)
    assert lead
    end = _outlet_end(rest, lead.end())
    return end > 0 and (_TO.match(rest, end) is not None)


def _begins_with_outlet(words: str) -> bool:
    return _outlet_end(words, 0) > 0


_NAME = lazy(r"(?:[Tt]he )?[A-Z][\w.&’'-]*(?: [A-Z][\w.&’'-]*)*")


def _outlet_end(words: str, start: int) -> int:
    """Where the outlet ends that is named at a place; 0 where none is."""
    if found := outlets.at(words, start):
        return found.end if any(c.isupper() for c in words[start : found.end]) else 0
    name = _NAME.match(words, start)
    if name and outlets.looks_like(name[0]):
        return name.end()
    site = next(hosts(words, start, min(len(words), start + 60)), None)
    return site.span.end if site and site.span.start == start else 0


def _names_outlet(words: str) -> bool:
    places = (m.start() for m in re.finditer(r"(?<![\w.])[A-Z]", words))
    return any(outlets.at(words, place) for place in places) or ("://" not in words and any(True for _ in hosts(words)))
