"""Unnamed sources in the plural: "Multiple media sources confirm this"."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import NamedTuple

from editor import healing, resources
from editor.article import Span
from editor.finding import Confidence, Finding, Fix, finding
from editor.reading.paragraph import Paragraph
from editor.reading.patterns import lazy

_MANY = (
    r"(?:multiple|several|various|numerous|many|most|some|different|a (?:growing |large |small )?(?:number|handful|host"
    r"|range) of|countless|certain|plenty of|scores of|other)"
)
_MEDIA = r"(?:(?:online|local|foreign|international|other|credible|reliable|news|media|press)\s+)*"
_PAPERS = (
    r"(?:sources|sites|outlets|websites|portals|blogs|newspapers|papers|publications|platforms"
    r"|(?:media|press|news|newspaper) reports)"
)
_REPORTS = (
    r"(?:(?:several|some|various|many|multiple|media|press|news|newspaper|unconfirmed|conflicting|other|online|recent"
    r"|numerous|countless)\s+)*(?:reports|studies|surveys|research)"
)
_NOT_NAMED = (
    r"(?:be (?:named|identified|quoted|seen)|remain anonymous"
    r"|(?:want|have|see|give) [^,.;]{0,30}\bnames?\b[^,.;]{0,20})"
)
_IN_THE_KNOW = (
    r"(?:in the know|close to|familiar with|with (?:direct |inside |first-hand )?knowledge of|privy to|briefed on"
    r"|acquainted with|on the inside|who know|who (?:(?:do|did|would|could) not|don['’]t|didn['’]t|refused to"
    r"|declined to|asked not to|wish(?:ed)? (?:not )?to|prefer(?:red)? (?:not )?to|want(?:ed)? (?:not )?to)"
    rf" (?:want to |wish to )?(?:{_NOT_NAMED}|want [^,.;]{{0,30}}\bnames?\b[^,.;]{{0,20}}))"
)
_BY = lazy(r"(?:[Aa]ccording to|as per|as reported by|reported by|confirmed by|as told by)\b")


@functools.cache
def _class(kind: str) -> str:
    """The words of one kind in the table, as an alternation."""
    return "|".join(words for words, its in resources.rows("lexicon", "en", "anonymous.tsv") if its == kind)


class _Way(NamedTuple):
    """One way to open such a sentence: its kind, the words of which it has one, and its pattern."""

    kind: str
    cues: frozenset[str]
    pattern: re.Pattern[str]


@functools.cache
def _ways() -> tuple[_Way, ...]:
    """The ways in the order in which they are tried; each is compiled when a sentence has its words."""
    says = (
        r"(?:\s+(?:also|now|all|already|widely|generally|broadly|still|privately|quietly|largely|have|has|are|were|had"
        rf"|would|continue to|seem to))*\s+(?:{_class('says')})\b"
    )
    quality = rf"(?:(?:{_class('quality')}),?\s+(?:and\s+)?)"
    praised = (
        rf"(?:{_MANY}\s+)?{quality}+(?:sources|insiders|people|observers|officials)"
        rf"(?:,?\s+{_IN_THE_KNOW}[^,.;]{{0,50}}?,?)?"
    )
    close = (
        rf"(?:{_MANY}\s+)?(?:of\s+)?(?:people|those|persons|individuals|folk|folks|many|some|several|insiders)"
        rf"\s+{_IN_THE_KNOW}(?:\s+[^,.;]{{2,50}}?)?"
    )
    field = rf"(?:(?:{_class('field')})\s+)?"
    also = rf"(?:\s+and\s+(?:{_MANY}\s+)?{_MEDIA}(?:{_PAPERS}|{_class('who')}|{_class('trade')}))?"
    vague = rf"(?:{_MANY}\s+)?{quality}?{field}(?:{_class('who')}){also}"
    # "Many in the profession", "Diplomats and observers", "Several people at the ministry".
    inside = (
        rf"(?:{_MANY}|those)(?: (?:people|voices|figures|members|observers|insiders|of those))?{_INSIDE}"
        rf"|(?:people|voices|insiders|figures|observers){_INSIDE}"
    )
    paired = (
        rf"(?:{field}[a-z]+s(?: (?:figures|groups))?|{_class('field')} figures) (?:and|or) (?:other )?"
        rf"(?:{_class('who')})"
        rf"|(?:{_class('who')}) and (?:other )?(?:{_class('trade')}|[a-z]+s)(?: alike)?"
    )
    thinks = (
        r"(?:\s+(?:also|now|all|already|widely|still|privately|long|have|has|had))*\s+(?:are (?:\w+ly )?(?:convinced"
        r"|adamant|certain|sure|confident|agreed|unanimous|united|in no doubt|of the (?:view|opinion|belief)|said to)"
        rf"|see|saw|put|puts|(?:have |had )?(?:begun|started) to (?:ask|wonder|doubt|say)|predicted|expect"
        rf"|{_class('says')})\b"
    )
    trade = rf"(?:{_MANY}\s+)?{quality}?{field}(?:{_class('trade')})"
    one = (
        rf"(?:an?|one)\s+(?:{quality}+{field}(?:source|person|official)|(?:{field}insider)"
        rf"|(?:{field}source\s+{_IN_THE_KNOW}"
        r"(?:\s+[^,.;]{2,50}?)?)),?"
    )
    sides = (
        rf"(?:{_MANY}\s+)?(?:(?:{_class('field')})\s+)?(?:{_class('crowd')})\s+"
        rf"(?:(?:have|has|had|also|already|all|now|widely|broadly|quickly|roundly|rightly"
        rf"|long)\s+)*(?:{_class('stance')})\b"
    )
    who, trades = _last_words("who"), _last_words("trade")
    papers = frozenset("sources sites outlets websites portals blogs newspapers papers publications platforms".split())
    ways: tuple[tuple[str, frozenset[str], str], ...] = (
        ("media", papers | {"reports"}, rf"(?:{_MANY}\s+{_MEDIA}|our\s+){_PAPERS}{says}"),
        (
            "praised",
            frozenset("sources insiders people observers officials source person official insider".split()),
            rf"(?:{praised}|{one}){says}",
        ),
        ("reports", frozenset("reports studies surveys research".split()), _REPORTS + says),
        ("sources", frozenset(["sources"]), rf"(?:our\s+)?{_MEDIA}sources{says}"),
        (
            "close",
            frozenset("know close familiar knowledge privy briefed acquainted inside who".split()),
            rf"(?:{close}){says}",
        ),
        ("vague", who, rf"(?:{vague}){says}"),
        ("trade", trades, rf"(?:{trade}){says}"),
        (
            "some",
            frozenset("many some others people".split()),
            rf"(?:many|some|others|many people|some people|people){says}",
        ),
        ("inside", who | _GROUPS, rf"(?:{inside}|{paired}){thinks}"),
        ("minds", who, rf"(?:{vague}){thinks}"),
        ("crowd", _last_words("crowd"), sides),
    )
    return tuple(_Way(kind, cues, lazy(pattern, re.IGNORECASE)) for kind, cues, pattern in ways)


_GROUPS = frozenset(
    """
    multiple several various numerous many most some different number handful host range countless certain plenty scores
    other those people voices insiders figures observers
    """.split()
)


def _last_words(kind: str) -> frozenset[str]:
    """The last word of each row of a kind, as the words of a text are told apart."""
    return frozenset(words.split()[-1] for words in _class(kind).split("|"))


@functools.cache
def _verbs() -> frozenset[str]:
    """Words of which a sentence has one that tells what somebody unnamed says or thinks."""
    said = "convinced adamant certain sure confident agreed unanimous united doubt view opinion belief said".split()
    said += "see saw put puts ask wonder say predicted expect".split()
    listed = (words for words, kind in resources.rows("lexicon", "en", "anonymous.tsv") if kind in _VERBS)
    return frozenset([*said, *(max(words.rpartition(")")[2].split(), key=len) for words in listed)])


def _opened(paragraph: Paragraph, number: int) -> tuple[str, re.Match[str]] | None:
    """How the sentence of this number opens with people who are not named, if it does."""
    said = {word[3] for word in paragraph.read.sentence_words[number]}
    if _verbs().isdisjoint(said):
        return None
    place = paragraph.read.sentences[number]
    for kind, cues, pattern in _ways():
        if cues.isdisjoint(said):
            continue
        if match := pattern.match(paragraph.masked, place.start, place.end):
            return kind, match
    return None


_INSIDE = (
    r" (?:in|inside|within|at|from|across|around|close to|on) (?:the|his|her|its|their|this|that)"
    r" [a-z-]+(?: [a-z-]+)?"
)
_VERBS = ("says", "stance")


@functools.cache
def _first() -> frozenset[str]:
    """The words that such a sentence may begin with."""
    opening = (
        "multiple several various numerous many most some different a countless certain plenty scores other others"
        " online local foreign international credible reliable news media press sources those people persons"
        " individuals folk folks an one our reports studies surveys research unconfirmed conflicting newspaper recent"
    ).split()
    listed = (words for words, kind in resources.rows("lexicon", "en", "anonymous.tsv") if kind not in _VERBS)
    return frozenset([*opening, *(words.lower().split()[0] for words in listed)])


_ATTRIBUTED = lazy(
    rf"{_BY.pattern}\s+(?:(?:{_MANY}\s+{_MEDIA}{_PAPERS}|sources"
    rf"|(?:{_MANY}\s+)?(?:insiders|observers|experts|analysts|pundits))"
    r"(?=\s*[.;!?,]|\s*$)(?!,?\s+(?:such as|including|like|among|namely|in|from|who|that|which|at|of|with))"
    rf"|(?P<close>(?:people|those|sources|insiders)\s+{_IN_THE_KNOW}(?:\s+[^,.;]{{2,40}}?)?(?=\s*[.;!?]|\s*$)))"
)
_PASSIVE = lazy(
    r"(?:It (?:is|has been|was) (?:widely|generally|commonly|broadly|often) (?:believed|understood|reported|known"
    r"|claimed|suspected|alleged|accepted|thought|said|assumed|rumou?red|held|felt|acknowledged)"
    r"(?: by (?:insiders|observers|experts|analysts|critics|sources|those in the know|many))? (?:that )?"
    r"|Among (?:\w+ )?(?:insiders|observers|experts|analysts|critics|commentators),? (?:it is|there is|the (?:view"
    r"|belief|feeling|talk|fear) is)\b"
    r"|The (?:view|belief|feeling|fear|consensus|verdict|suspicion) among (?:\w+ )?(?:insiders|observers|experts"
    r"|analysts|critics|commentators|sources|those in the know) (?:is|was)\b"
    r"|Rumou?rs? (?:ha(?:s|ve) it|say|suggests?|abound|are (?:rife|swirling)|is)\b"
    r"|Word(?: on the street| in [a-z ]{3,30})? (?:(?:is|was)(?! (?:sent|out|given|brought|a|an|the|not|spreading"
    r"|from|of))|has it|had it|says|goes)\b"
    r"|The (?:word|talk|rumou?r|whisper|gossip)(?: (?:on|in|at|around|among) (?:the )?[a-z ]{3,30})? (?:is|was) that\b"
    r"|(?:Whispers?|Gossip|Murmurs|Talk|Rumblings)(?: (?:on|in|at|around|among|from) (?:the )?[a-z ]{3,30})?"
    r" (?:is|has it|have it|says?|suggests?|speaks? of|hints?)\b"
    r"|There (?:is|are|was|were) (?:also )?(?:talk|rumou?rs|whispers|speculation|murmurs|gossip) (?:that|of (?:an?"
    r"|\w+ing))\b)"
)
_PASSIVELY = frozenset(
    "it among there word rumour rumours rumor rumors the whisper whispers gossip murmurs talk rumblings".split()
)
_WHO = ("sources", "insiders", "observers", "experts", "critics", "pundits", "onlookers", "commentators", "watchers")
_UNNAMED = f"(?:{'|'.join(_WHO)})"
_TAIL = lazy(
    rf", (?:(?:well[- ]placed|reliable|credible|trusted|some|many|several) )?(?:{_UNNAMED}"
    r" (?:say|claim|believe|reckon|insist|suggest|confirm|tell us)|(?:sources|insiders) (?:said|claimed"
    r"|told us))(?=[.;!?]|$)"
    rf"|, (?:some |many |several |most ){_UNNAMED} (?:are|were) (?:convinced|certain|sure|adamant|of the view"
    r"|of the opinion)(?=[.;!?]|$)"
    rf"|, (?:say|claim|reckon|insist) (?:(?:some|many|several) )?{_UNNAMED}(?=[.;!?]|$)",
    re.MULTILINE,
)
_PAIRED = lazy(rf"[A-Z][a-z]+s?(?: [a-z]+s)? (?:and|or) (?:other )?{_UNNAMED}\b")
_SPOKEN = lazy(r"[“”\"]")
_SPEAKS = lazy(r"\b(?:said|says|told|tells|warned|according to|argued|wrote|explained|added|believes?|expects?)\b")
LONGEST = 16
"""The most words of a sentence that says nothing but that unnamed people say it."""

NEAR = 40
"""Within how many characters of the next sentence the first of a group is named."""

SHORT = 8
"""The same where "sources" alone begin it: news agencies write longer ones by their own rules."""


def check(paragraph: Paragraph) -> Iterator[Finding]:
    text, read = paragraph.masked, paragraph.read
    first = _first()
    for number, place in enumerate(read.sentences):
        opening = text[place.start : place.start + 24].split(None, 1)[0].lower().strip(",")
        if opening not in first and not _PAIRED.match(text, place.start, place.end):
            passive = opening in _PASSIVELY and _PASSIVE.match(text, place.start, place.end)
            if passive and not read.quoted(place):
                short = len(place.of(text).split()) <= LONGEST and not _SPOKEN.search(place.of(text))
                words = passive[0].strip()
                yield finding("sentence", place, confidence="likely" if short else "possible", words=words)
            continue
        opened = _opened(paragraph, number)
        if not opened or read.quoted(place):
            continue
        kind, match = opened
        yield finding("sentence", place, confidence=_confidence(paragraph, number, kind), words=match[0])
    for match in (
        _ATTRIBUTED.finditer(text)
        if any(words in text for words in ("ccording to ", "s per ", "ed by ", "ld by "))
        else ()
    ):
        lead = text[: match.start()].rstrip(" ")
        span = Span(len(lead) - lead.endswith(",") if lead.endswith(",") else match.start(), match.end())
        if read.quoted(span):
            continue
        fix = Fix("remove", healing.healed(paragraph.text, span))
        # Agencies write "people familiar with the matter" by their own rules.
        confidence: Confidence = "possible" if match["close"] else "likely"
        yield finding("attribution", span, fixes=[fix], confidence=confidence, words=match[0].strip(" ,"))
    for match in _TAIL.finditer(text) if any(words in text for words in _WHO) else ():
        span = Span(*match.span())
        if not read.quoted(span):
            fix = Fix("remove", healing.healed(paragraph.text, span))
            yield finding("attribution", span, fixes=[fix], confidence="likely", words=match[0].strip(" ,"))


def _confidence(paragraph: Paragraph, number: int, kind: str) -> Confidence:
    """Whether nothing else vouches: who speaks at length, or is described, may have a good reason not to be named."""
    place = paragraph.read.sentences[number]
    words = place.of(paragraph.masked)
    if kind == "praised":
        return "likely"
    longest = SHORT if kind in ("sources", "trade", "crowd") else LONGEST
    short = len(words.split()) <= longest and not _SPOKEN.search(words)
    if kind in ("some", "reports"):
        return "possible"
    if kind in ("vague", "trade", "crowd", "inside", "minds") and short:
        # "Analysts fear a recession" may lead in to one of them, who is introduced and speaks in the next sentence.
        after = paragraph.read.sentences[number + 1 : number + 2]
        if kind == "crowd" and any(_named(paragraph, Span(s.start, min(s.end, s.start + NEAR))) for s in after):
            return "possible"
        spoken = any(_SPEAKS.search(sentence.of(paragraph.masked)) for sentence in after)
        return "possible" if spoken and any(_named(paragraph, sentence) for sentence in after) else "likely"
    return "likely" if short else "possible"


def _named(paragraph: Paragraph, place: Span) -> bool:
    """Whether a sentence introduces somebody or something by its full name; a surname alone is of one known already."""
    return any(place.touches(name.span) and " " in name.text for name in paragraph.read.names)
