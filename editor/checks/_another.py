"""Another of its kind: a sentence that tells of an earlier instance of what is called the first or only one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from editor.article import Span
from editor.ledger import Ledger, Sentence
from editor.reading.lemmas import lemma
from editor.reading.meaning import Meant
from editor.reading.patterns import lazy


class Claim(NamedTuple):
    """Words that call something the first or only one: their place, the lemmas of what it is, and its sentence."""

    span: Span
    topic: frozenset[str]
    sentence: Sentence
    only: bool


_YEAR = lazy(r"\b(?:in|since|of|from|the|by|until|between|back in|during) (?P<year>(?:1[89]|20)\d\d)\b", re.IGNORECASE)
_BYGONE = lazy(
    r"\b(?:last (?:year|month|week|season|spring|summer|autumn|winter|January|February|March|April|May|June|July|August"
    r"|September|October|November|December)|(?:years?|decades?|months|weeks|seasons?|century) (?:ago|before|earlier)"
    r"|in (?:January|February|March|April|June|July|August|September|October|November|December))\b",
    re.IGNORECASE,
)
_SAME = lazy(r"\bsame (?P<noun>[a-z-]+)|\bunder (?:it|them)\b")
"""What narrows a sentence as the claim is narrowed: "on the same river", "tried under it"."""
_NO = lazy(
    r"\b(?:never|no other|none|not|no(?! longer)|unlike|until now|without|would|could|may|might|will|planned"
    r"|proposed|next)\b|n[’']t\b"
)
_OTHER = r"(?:another|older|earlier|previous|similar|second|rival|predecessor)"
PLAIN = frozenset(
    "member first only sole ever year time day month people person man woman country city town world hold".split()
)
"""Words that claims share with any sentence."""


def another(ledger: Ledger, claims: list[Claim]) -> Iterator[tuple[Claim, Sentence]]:
    """Claims with a sentence that tells of another instance at an earlier time; the first that does for each."""
    if not claims:
        return
    year = ledger.day.year if ledger.day else None
    told = [(sentence, first) for sentence in ledger.sentences if (first := _first_year(sentence)) is not None]
    for claim in claims:
        latest, kin, heads = _latest(claim, year), _kin(claim), _indefinite(claim)
        for sentence, first in told:
            near = 0 < abs(sentence.number - claim.sentence.number) <= REACH
            if near and first < latest and _tells(ledger.text, claim, sentence, kin, heads):
                yield claim, sentence
                break


REACH = 150
"""How many sentences apart a claim and the earlier instance may stand."""


def _latest(claim: Claim, year: int | None) -> int:
    """The year of what is claimed: its own, or else the article's."""
    words = claim.sentence.within.of(claim.sentence.paragraph.masked)
    own = _YEAR.search(words)
    return int(own["year"]) if own and "since" not in words[: own.end()].lower() else year or 9999


def _first_year(sentence: Sentence) -> int | None:
    """The first of the years that a sentence tells of, 0 where it is "last year" or so; None where it tells of none."""
    words = sentence.within.of(sentence.paragraph.masked)
    years = [int(match["year"]) for match in _YEAR.finditer(words)]
    if not years and not _BYGONE.search(words):
        return None
    return None if _NO.search(words) else min(years, default=0)


def _kin(claim: Claim) -> list[Meant]:
    """What a claim's words mean, those left out that say nothing of it."""
    paragraph = claim.sentence.paragraph
    return [
        one
        for one in paragraph.read.meant[claim.sentence.nth]
        if claim.span.start <= one.start + paragraph.start < claim.span.end and one.family.lstrip("=") not in PLAIN
    ]


def _indefinite(claim: Claim) -> re.Pattern[str] | None:
    """ "A truce signed", "an older dam": the claim's own noun, of which one more is told."""
    text = claim.sentence.paragraph.masked
    words = re.findall(
        r"[^\W\d_][\w’'-]+", text[claim.span.start - claim.sentence.paragraph.start :][: len(claim.span)]
    )
    after = next((n for n, word in enumerate(words) if word.lower() in ("first", "first-ever", "only", "sole")), -1)
    noun = []
    for word in words[after + 1 :]:
        if word.lower() in _STOPS:
            break
        noun.append(word)
    if not noun or len(noun[-1]) < 4 or noun[-1].lower() in PLAIN or noun[-1][0].isupper():
        return None
    if len(words) < after + len(noun) + 3:
        # "The first vaccine" is the first of a row, if nothing says in what it is the first.
        return None
    head = lemma(noun[-1].lower())
    return re.compile(
        rf"\b(?:an?|another) (?:[a-z-]+ ){{0,2}}?{re.escape(head)}{_DONE}"
        rf"|\b(?:the|an?|its) {_OTHER} (?:[a-z-]+ )?{re.escape(head)}(?:e?s)?\b",
        re.IGNORECASE,
    )


_DONE = (
    r"(?=[,.;]| (?:in|on|at|of|to|for|by|with|from|that|which|who|was|were|is|had|has|held|built|put|made|[a-z]+ed)\b)"
)
"""What follows a noun that no other noun follows: "a royal title" is no royal."""
_STOPS = frozenset(
    "in on at of to for by with from that which who ever since under over between against among when where during"
    " has have had is was are were built held made".split()
)


_OWN_TERM = lazy(r"^(?:her|his|their|its|[A-Z]\S+[’']s) first .*\b(?:this|of the) (?:season|year|term|campaign|tour)\b")


def _tells(ledger_text: str, claim: Claim, sentence: Sentence, kin: list[Meant], heads: re.Pattern[str] | None) -> bool:
    words = sentence.within.of(sentence.paragraph.masked)
    said = sentence.paragraph.read.meant[sentence.nth]
    close = [one for one in kin if any(_akin(one, other) for other in said)]
    loose = [one for one in kin if any({*one.fields} & {*other.fields} for other in said)]
    if heads and heads.search(words):
        return bool(re.search(_OTHER, words)) or len(close) >= 1
    if _SAME.search(words) and (close or loose):
        return True
    if _SINCE.search(words) and _somebody_else(claim, sentence):
        # "The Mela, which has given every actor a fee since 1971": it goes on, and began before.
        return len(close) >= 2 or (len(close) == 1 and any(one is not close[0] for one in loose))
    # "Her first win this season": one of hers before, in a sentence that shares two things with it.
    in_term = _OWN_TERM.search(claim.span.of(ledger_text)) and not _YEAR.search(words)
    return bool(in_term and len(close) >= 2 and _BYGONE.search(words))


_SINCE = lazy(r"\bha(?:s|ve) (?:\w+ )?\w+(?:[^.;]{0,60})\bsince (?:1[89]|20)\d\d\b")


def _somebody_else(claim: Claim, sentence: Sentence) -> bool:
    """Whether a sentence names something that the claim's sentence does not."""
    text = claim.sentence.within.of(claim.sentence.paragraph.masked)
    inside = sentence.within
    return any(
        name.text not in text
        for name in sentence.paragraph.read.names
        if inside.start <= name.span.start < inside.end and len(name.text) > 2
    )


def _akin(one: Meant, two: Meant) -> bool:
    return one.family == two.family or bool({*one.senses} & {*two.senses})
