"""Weak sources: an encyclopedia that anyone edits, a forum, a chatbot, a search named as the authority."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from editor import healing, resources
from editor.article import Span
from editor.finding import Confidence, Finding, Fix, Opens, finding
from editor.ledger import Ledger
from editor.reading.paragraph import Reading
from editor.reading.patterns import lazy

_PAGE = r"(?:[’']s)?(?:\s+(?:page|article|entry|search|profile|thread|user|answer|summary|post|overview|listing))*"
_BY = (
    r"[Aa]ccording to|[Aa]s per|[Pp]er|[Vv]ia|[Gg]oing by|[Jj]udging by|[Bb]ased on|[Cc]ourtesy of|[Tt]hanks to"
    r"|[Aa]s (?:\w+ly )?(?:stated|listed|seen|reported|noted|mentioned|found|given|written|told|described|shown"
    r"|explained"
    r"|confirmed|claimed|suggested|quoted|cited|published|posted|verified|recorded)"
    r" (?:on|by|in|to)|[Aa]s (?:said|told) by|[Cc]onfirmed by|[Cc]iting|[Qq]uoting|[Ss]ourced from|[Tt]aken from"
)
_SAYS = (
    r"says|states|notes|lists|shows|claims|gives|puts|describes|tells(?: us)?|has it|reckons|thinks|suggests|confirms"
    r"|reports|counts|names|calls|ranks|estimates|reveals|explains|said|stated|claimed|suggested|told us|has"
)
_PUTS = (
    rf"(?:{_SAYS}|puts? it|has it|would have it|tells? (?:it|us)|informs? us|will tell you|pointed out|points out"
    rf"|phrases it"
    r"|describes it|explains it|knows|confirmed|noted|reminds us|helpfully (?:notes|adds|explains))"
)
_DET = r"(?:the |its |his |her |their |an? |our )?(?:online |quick |free |simple )?(?:encyclopa?edia )?"
OFTEN = 4
"""How many times an article names such a source before it is the article's subject."""


@functools.cache
def _names() -> dict[str, str]:
    """The weak sources by name, with their kind: wiki, forum, chatbot, search or network."""
    return {row[0]: row[1] for row in resources.rows("lexicon", "weak_sources.tsv")}


def _either(names: Iterable[str]) -> str:
    return "|".join(map(re.escape, names)) or "(?!)"


@functools.lru_cache(16)
def _any(present: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_either(present)})\b")


class _Way(NamedTuple):
    """One way to lean on such a source: its kind, what stands in every paragraph that has it, and its pattern."""

    kind: str
    cues: tuple[str, ...]
    pattern: re.Pattern[str]


def _borne(text: str, present: tuple[str, ...]) -> Iterator[tuple[str, re.Match[str]]]:
    """Where one of the `present` names bears what a paragraph says, and how; of several at one place the first way."""
    here = tuple([name for name in present if name in text])
    if not here or not _any(here).search(text):
        return
    ways = [way for way in _weak(here) if any(cue in text for cue in way.cues)]
    at = 0
    found: dict[int, re.Match[str] | None] = {n: way.pattern.search(text) for n, way in enumerate(ways)}
    while True:
        for n, match in found.items():
            if match and match.start() < at:
                found[n] = ways[n].pattern.search(text, at)
        first = min((match.start(), n) for n, match in found.items() if match) if any(found.values()) else None
        if first is None:
            return
        match = found[first[1]]
        assert match
        yield ways[first[1]].kind, match
        at = match.end()


@functools.lru_cache(64)
def _weak(present: tuple[str, ...]) -> tuple[_Way, ...]:
    """The ways in which one of the names that are `present` in a paragraph may bear what it says."""
    kinds = _names()
    borne = [name for name in present if kinds[name] not in ("network", "initial")]
    networks = [name for name in present if kinds[name] == "network"]
    spread = [name for name in present if kinds[name] in ("network", "forum", "firm", "initial")]
    name = rf"(?:{_either(borne)})"
    end = r"(?=\s*[.,;:!?)]|\s*$|\s+(?:and|or|but|as|when|where)\b)"
    also = rf"(?:,? (?:and|or|as well as) (?:also )?(?:by |on |in |from |to )?{_DET}{name}{_PAGE})?"
    own = r"(?!\s+(?:co-?founder|chief|spokes|executive|itself|user|owner|boss|lawyer))"
    crowd = (
        r"(?:an? |the |several |many |some )?(?:viral |recent |anonymous )?"
        r"(?:(?:posts?|threads?|comments?|users?|rumou?rs?|reports?|people|videos?) on )?"
        rf"(?:{_either(networks)})"
        r"(?: (?:posts?|users?|threads?|comments?|groups?|messages?|forwards?|videos?|rumou?rs?))?"
    )
    # "a Facebook page with 400 followers", "a commenter on Reddit", "a post in a WhatsApp group".
    places = rf"(?:{_either(spread)})"
    posted = (
        r"(?:posts?|threads?|comment(?:er|ator)?s?|users?|rumou?rs?|videos?|pages?|accounts?|groups?|channels?"
        r"|messages?|clips?|memes?|influencers?|members?|contributors?|posters?|reels?|tweets?)"
    )
    some = (
        rf"(?:(?:[a-z-]+ ){{0,2}}(?:{posted}|someone|one) (?:on|in|from) (?:an? |the |one )?(?:[a-z]+ )?"
        rf"{places}(?: (?:group|page|thread|chat|channel|forum))?|(?:[a-z-]+ ){{0,2}}{places} {posted}"
        rf"|(?:on|in) (?:an? )?{places}(?: (?:group|page|thread|chat|channel|forum))?)"
    )
    what = (
        r"(?: (?:for|of|from|in|with|followed|shared|forwarded|seen|viewed|liked|called|named|under)"
        r" [^,.;]{2,40}?)?"
    )
    told = (
        r"says?|claims?|confirms?|shows?|suggests?|reports?|alleges?|said|claimed|confirmed|suggested|reported|alleged"
        r"|wrote|writes|has it|had it|pointed out|points out|worked out|reckons?|reckoned|insists?|insisted|warned"
        r"|announced|noted|revealed"
    )
    ways = (
        (
            "bracket",
            ("(",),
            (
                rf"\((?:(?:sources?|via|from|see|per|ref|says|thanks|credit)\b:?\s*)?{_DET}{name}{_PAGE}"
                r"(?:[,;/&][^()\n]{0,60})?\)"
            ),
        ),
        (
            "attribution",
            ("",),
            rf"(?:,[ ]*|[ ]|^)?\b(?:{_BY})\s+(?:[^,.;:()\n]{{2,40}}? and )?{_DET}{name}{_PAGE}{also}\b{own}{end}",
        ),
        ("puts", (" as ",), rf",?[ ]as {_DET}{name}{_PAGE} (?:{_PUTS})(?=\s*[.,;:)]|\s*$|\s+(?:and|but)\b)"),
        ("first", ("As ",), rf"(?:(?<=[.!?”\"] )|^)As {_DET}{name}{_PAGE} (?:{_PUTS})(?=,)"),
        (
            "says",
            (", ",),
            (
                rf",[ ](?:or so )?(?:{_DET}{name}{_PAGE}(?: (?:on|about|for) [^,.;:()\n]{{2,30}}?)? (?:{_SAYS})"
                rf"|(?:says|said|states|claims|reckons|writes) {_DET}{name}{_PAGE})(?=\s*[.,;]|\s*$)"
            ),
        ),
        ("opens", ("",), rf"(?:(?<=[.!?”] )|^){name}{_PAGE} (?:{_SAYS})\b(?! (?:been|to|no|not|a staff))"),
        (
            "clause",
            tuple(f", {word}" for word in ("who", "which", "as", "aged", "born", "if")),
            (
                r",[ ](?:who|whose|which|as|aged|born|if)\b[^,.;:()\n]{3,60}?\b"
                rf"(?:on|in|by|from|per|via|according to|as per|going by) {_DET}{name}{_PAGE}(?:,|(?=\.))"
            ),
        ),
        (
            "believed",
            (" if ",),
            rf",?[ ]\bif {name}{_PAGE} is (?:to be (?:believed|trusted)|right|correct|anything to go by)(?=[.,;])",
        ),
        (
            "answered",
            ("sked ",),
            rf"(?:(?<=[.!?”] )|^)(?:When )?[Aa]sked [^.,;:\n]{{2,40}}, {name} (?:{_SAYS}|replied|answered)\b",
        ),
        (
            "asked",
            ("sked ", "search", " look ", " query "),
            (
                rf"(?:(?<=[.!?”] )|^)(?:When )?(?:[Aa]sked|[Aa] (?:quick |simple )?(?:search|look|query))"
                rf" (?:on|in|at|of) {name}\b|(?:(?<=[.!?”] )|^)A (?:quick |simple )?{name} search\b"
            ),
        ),
        (
            "group",
            ("A", "On", "Several", "Some", "Many", "Th") if networks or spread else (),
            (
                r"(?:(?<=[.!?”] )|^)(?:An?|One|Several|Some|Many|The|This|Someone)\b "
                rf"(?:{some}|{crowd}){what} (?:{told})\b"
            ),
        ),
        (
            "told",
            (", ",) if spread else (),
            (
                rf",[ ](?:as |if )?(?:an?|one|some|several|many|someone)\b (?:[\w-]+ )?(?:{some}){what} (?:{told}"
                r"|is to be believed)(?=[.,;])"
            ),
        ),
        (
            "crowd",
            ("",) if networks else (),
            (
                rf"(?:,[ ]*|[ ]|^)\b(?:[Aa]ccording to|[Aa]s per|[Pp]er|[Gg]oing by|[Cc]iting"
                rf"|[Cc]onfirmed (?:by|in|on)|[Bb]ased on|[Rr]eported (?:in|by|on))\s+{crowd}{end}"
                rf"|,[ ](?:says?|claims?) {crowd}(?=\s*[.;])"
            ),
        ),
    )
    return tuple(_Way(kind, cues, lazy(pattern)) for kind, cues, pattern in ways if cues and (kind in _CROWDS or borne))


def _held(read: Reading) -> list[str]:
    """The weak sources that a paragraph names."""
    text = read.text
    return [name for name, kind in _names().items() if (f" on {name}" if kind == "initial" else name) in text]


def check(ledger: Ledger) -> Iterator[Finding]:
    held = {name for _, names in ledger.seen(_held) for name in names}
    if not held:
        return
    present = tuple(name for name in _names() if name in held)
    often: dict[str, bool] = {}
    headline = next((paragraph.text for paragraph in ledger.paragraphs if paragraph.kind == "headline"), "")
    for paragraph in ledger.paragraphs:
        for kind, match in _borne(paragraph.masked, present):
            named = _any(present).search(match[0])
            name = named[0] if named else ""
            span = Span(match.start(), match.end())
            if name not in often:
                often[name] = name in headline or ledger.text.count(f" on {name}" if len(name) == 1 else name) > OFTEN
            if often[name] or paragraph.read.quoted(span) or _person(name, ledger.text):
                continue
            words = span.of(paragraph.text)
            span = Span(span.start + len(words) - len(words.lstrip(" ")), span.end)
            if kind == "attribution" and span.start == 0 and paragraph.text[span.end : span.end + 1] == ",":
                span = Span(span.start, span.end + 1)
            speaks = kind in ("opens", "answered", "group")
            if speaks:
                # The sentence is its word and nothing else.
                ends = (s.end for s in paragraph.read.sentences if s.start <= span.start < s.end)
                span = Span(span.start, max(span.end, next(ends, span.end)))
            place = healing.claim(ledger, paragraph.at(span), "attribution", paragraph)
            fixes = []
            if not speaks and kind != "asked":
                edits = healing.healed(ledger.text, paragraph.at(span))
                fixes.append(Fix("remove", edits, leaves=Opens("unsourced", place) if place else None))
            confidence = _confidence(_names()[name], kind, match[0])
            yield finding("weak", paragraph.at(span), fixes=fixes, confidence=confidence, name=name)


def _confidence(source: str, kind: str, words: str) -> Confidence:
    """A firm may speak of itself ("according to Google"), and a body says on its own page what is its own word."""
    if kind in _CROWDS:
        # "According to Facebook" may be the firm's own word; a post of nobody's proves nothing.
        return "likely" if _POST.search(words) else "possible"
    told = kind in ("bracket", "asked", "answered", "clause", "puts", "first")
    if (source == "search" and not told) or (source == "firm" and kind in ("opens", "says")):
        return "possible"
    return "likely"


_CROWDS = ("crowd", "group", "told")
_POST = lazy(
    r"\b(?:posts?|users?|threads?|comment(?:er|ator)?s?|groups?|messages?|forwards?|videos?|rumou?rs?|people"
    r"|pages?|accounts?|channels?|clips?|memes?|influencers?|members?|posters?|tweets?|[Ss]omeone)\b"
)


def _person(name: str, text: str) -> bool:
    """Whether the article has somebody of that name."""
    return name in _PEOPLE and bool(re.search(rf"\b{name} [A-Z][a-z]|[a-z]+,? [A-Z][a-z]+ {name}\b", text))


_PEOPLE = frozenset(("Claude", "Gemini", "Alexa", "Siri"))
