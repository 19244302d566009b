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
    r"see|refer(?:\s+to)?|check(?:\s+out|\s+with)?|visit|read|consult|go\s+(?:to|through|with)|look\s+(?:at|to|up)"
    r"|turn\s+to"
    r"|head\s+(?:over\s+)?to|find|view|browse|try|follow|watch|catch|log\s+on\s+to|tune\s+in(?:to|\s+to)|listen\s+to"
    r"|open"
)
_MORE = r"more|further|full|the\s+full|additional|complete|extra"
_SEE = lazy(
    rf"(?:(?P<polite>Please|Kindly|Pls|Plz|Plse)\s+(?:also\s+|do\s+|kindly\s+)?(?:{_ASK})|(?:Also|Do)\s+(?:{_ASK})"
    r"|Watch|Follow|Go\s+through|See|Refer(?:\s+to)?|Check(?:\s+out)?|Visit|Read|Consult|Go\s+to|Look\s+(?:at|to|up)"
    r"|Turn\s+to|Browse|Try"
    r"|Head\s+(?:over\s+)?to|Find|View"
    rf"|For\s+(?:{_MORE}|the|all|background|details|pictures|photos|video|context)\b(?:\s+[\w’'-]+){{0,5}}?,?"
    rf"\s+(?:please\s+|kindly\s+|also\s+)?(?:{_ASK}))"
    r"\s+(?P<rest>(?:[^.!?\n]|\.(?=\w)){3,240})"
)
_MORE_IN = lazy(
    r"(?:(?:You\s+can\s+(?:also\s+)?(?:read|find|see|watch|get|view)\s+(?:the\s+)?)?"
    r"(?:[Mm]ore|[Ff]urther|[Ff]ull|[Aa]dditional|[Cc]omplete|Extra|Other|Fuller|Detailed|Entire|Longer"
    r"|The\s+(?:full|rest\s+of\s+the|complete))\s+"
    r"(?:(?:on\s+(?:this|that|it)|details?|information|info|coverage|reports?|reporting|story|article|background"
    r"|reading"
    r"|analysis|context|pictures|photos|version|account|facts|figures)\s*)?"
    r"(?:(?:can\s+be\s+(?:found|read|seen)|(?:is|are)\s+(?:available|found|up)|available|was\s+published)\s+)?"
    r"(?:in|at|on|from|via|by|with|:)\s*"
    r"|Coverage\s+(?:continues|carries\s+on|goes\s+on|is)\s+(?:at|on|in|by|with)\s+|(?:Coverage|Details|Info"
    r"|Information|Background|Pictures|Pics|Photos|Report(?:ing|age)?|Credits?|Thanks)\s+"
    r"(?:also\s+)?(?:by|from|via|at|in|on|to)\s+|Further\s+reading\s*:\s*)"
    r"(?P<rest>(?:[^.!?\n]|\.(?=\w)){3,160})"
)
_FORS = (
    " for photo",
    " for video",
    " for quotes",
    " for pic",
    " for the ",
    " for full",
    " for details",
    " for more",
    " for coverage",
)
_HAS = lazy(
    r"(?<![\w’'])(?P<rest>(?:The )?[A-Z][\w.&’'-]{0,30}(?: [A-Z][\w.&’'-]{0,30}){0,3})"
    r" (?:also )?(?:has|have|carries|carry|covers?|for) (?:the |a |its |more |further )?"
    r"(?:full|more|complete|further|fuller|whole|additional|longer|detailed)\s"
    r"(?:story|coverage|details?|report|account|information|info|background|version|article|on this|picture)s?\b"
    r"(?:[^.!?\n]|\.(?=\w)){0,160}|(?<![\w’'])(?P<bare>(?:The )?[A-Z][\w.&’'-]{0,30}(?: [A-Z][\w.&’'-]{0,30}){0,3})"
    r" (?:also )?(?:has|have) more(?: on (?:this|that|it|the story))?(?=\s*[;,.]|\s*$)"
    r"(?:[^.!?\n]|\.(?=\w)){0,160}"
)
_BRACKETED = lazy(
    r"\((?:(?:[Pp]lease |[Aa]lso |[Kk]indly )?(?:[Ss]ee|[Cc]f\.|[Rr]ead|[Rr]efer to|[Cc]heck|[Cc]onsult)(?: also)?"
    r"|[Mm]ore (?:in|at|on|from)|[Ss]ources?:|[Rr]efs?:)\s+(?P<rest>(?!Wiki|Reddit|Quora)[^()\n]{3,120})\)"
)
_LISTED = lazy(
    r"(?:Sources?(?:\s+(?:used|material|list))?|References|Sourced from|Compiled from|With information from)\s*:?\s+"
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
_LEAD = lazy(
    r"(?:(?:more|further|also|the rest|all about it)\s+(?:on (?:this|it|that)\s+)?)?(?:also\s+|at\s+|to\s+|out\s+"
    r"|in\s+|on\s+|from\s+)*"
)


_PROPER = r"(?:[Tt]he )?[A-Z][\w.&’'-]{0,30}(?: (?:of |& |the )?[A-Z][\w.&’'-]{0,30}){0,3}"
_BARE = lazy(rf"{_PROPER}\s*[;,]")
_SEGMENT = lazy(
    r"(?:^|[;,]\s*|\s(?=(?:and|plus|also|as|&|while|then|or)\s))(?:(?:and|plus|also|as well as|&|while|then|or|see"
    r"|check|read)\s)*"
    rf"(?P<name>{_PROPER})\s(?:also\s)?(?:for|has|have|with|re|carries|covers|on)\s"
    r"(?:(?:the|its|a|an|all|more|full|further|other|some|extra|whole"
    r"|complete)\s)*[a-z][\w’'-]*(?:\s[a-z][\w’'-]*){0,3}?"
    r"(?=\s*(?:[;,.)]|$)|\s(?:and|plus|also|as well as|&|while|then|or)\b)"
)
_TELLS = lazy(r"\b(?:said|says|told|was|were|had|he|she|they|who|which|will|would|I|we)\b")
_FOR = lazy(rf"(?<![\w’'])(?P<rest>{_PROPER} for (?:[^.!?\n]|\.(?=\w)){{3,160}})")


def _parted(words: str) -> bool:
    """Whether words say of two names or more what each is good for: "Monitor for the list; New Vision has photos"."""
    names = [match["name"] for match in _SEGMENT.finditer(words)]
    if len(names) + bool(_BARE.match(words)) < 2 or not names or _TELLS.search(words):
        return False
    return bool(_OBJECT.search(words)) or any(_begins_with_outlet(name) for name in (words, *names))


def see_also(text: str) -> Iterator[Left]:
    """Sentences that send readers to outlets for more: a source list before a tool rewrote it."""
    asked = 0
    parted = any(words in text for words in _FORS)
    for place in starts(text):
        opening = text[place : place + 3]
        if opening in _SEES and asked < MOST and (match := _SEE.match(text, place)):
            asked += 1
            if _sends(text, match):
                yield _left(match)
        elif opening in _MORES and (match := _MORE_IN.match(text, place)):
            rest = match["rest"]
            sends = _begins_with_outlet(rest) and not _SENTENCE_OF_ITS_OWN.search(rest)
            if _opens(text, place) and (sends or _parted(rest)) and not quoted(text, place):
                yield _left(match)
        else:
            yield from _of_one(text, place, parted)
        if opening in _LISTS and (match := _LISTED.match(text, place)) and _opens(text, place):
            names = re.split(r"[;,]\s*|\s+and\s+", match["rest"].rstrip(". "))
            if len(names) > 1 and all(_begins_with_outlet(name) for name in names):
                yield Left(Span(place, match.end()), "see_also")
    for match in _BRACKETED.finditer(text) if "(" in text else ():
        if _begins_with_outlet(match["rest"]) and not quoted(text, match.start()):
            yield Left(Span(*match.span()), "see_also")


def _of_one(text: str, place: int, parted: bool) -> Iterator[Left]:
    """A sentence that begins with an outlet and says what it has: "The Gleaner has more", "Le Monde for photos, …"."""
    if match := _HAS.match(text, place):
        sends = _begins_with_outlet(match["rest"] or match["bare"])
    elif parted and (match := _FOR.match(text, place)):
        rest = match["rest"]
        sends = _begins_with_outlet(rest) and _OBJECT.search(rest) is not None and _parted(rest)
    else:
        return
    if sends and _opens(text, place) and not quoted(text, place):
        yield _left(match)


MOST = 1000
"""The most sentences that ask readers to look that are read: a text with more is no article."""
# The first three characters of what each pattern may begin with: a text is long, and hardly ever holds one.
_SEES = frozenset("Ple Kin Pls Plz See Ref Che Vis Rea Con Loo Tur Bro Try Hea Fin Vie For Als Wat Fol".split()) | {
    "Go ",
    "Do ",
}
_MORES = frozenset("Mor Fur Ful Add Com Ext Oth The Cov Det Inf Bac Pic Pho Rep Cre Tha Ent Lon You".split())
_LISTS = frozenset("Sou Ref Com Wit".split())


def _sends(text: str, match: re.Match[str]) -> bool:
    """Whether a sentence sends readers to an outlet, and to nothing of the paper's own."""
    rest = match["rest"]
    if not _opens(text, match.start()) or _PLACE.match(rest) or quoted(text, match.start()):
        return False
    if _parted(rest[_lead_end(rest) :]):
        return True
    if _SENTENCE_OF_ITS_OWN.search(rest):
        return False
    return _straight_to(rest) or bool(
        _OBJECT.search(match[0])
        and (_names_outlet(rest) or (match["polite"] and re.match(r"(?:also\s+)?(?:the\s+)?[A-Z]", rest)))
    )


def _left(match: re.Match[str]) -> Left:
    end = match.start() + len(match[0].rstrip(" ,;"))
    # Where readers may follow a site is the site's own line.
    own = match[0].startswith("Follow ") and _NETWORKS.search(match[0]) is not None
    span = Span(match.start(), end + (match.string[end : end + 1] in (".", "!")))
    return Left(span, "see_also", "possible" if own else "likely")


_NETWORKS = lazy(r"\bon (?:Facebook|Twitter|X|Instagram|TikTok|YouTube|Threads|Bluesky|LinkedIn|WhatsApp|Telegram)\b")


def _opens(text: str, place: int) -> bool:
    return OPENING.search(text, max(0, place - 12), place) is not None


def _straight_to(rest: str) -> bool:
    """Whether the words name an outlet at once, and then what it is good for."""
    end = _outlet_end(rest, _lead_end(rest))
    return end > 0 and (_TO.match(rest, end) is not None)


def _lead_end(rest: str) -> int:
    lead = _LEAD.match(rest)
    assert lead
    return lead.end()


def _begins_with_outlet(words: str) -> bool:
    return _outlet_end(words, 0) > 0


_NAME = lazy(r"(?:[Tt]he )?[A-Z][\w.&’'-]{0,30}(?: [A-Z][\w.&’'-]{0,30})*")


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
