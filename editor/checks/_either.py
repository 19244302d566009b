"""Two things of one kind told apart, and then "the" one, in words that fit both: which of them?"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from editor import resources
from editor.article import Span
from editor.ledger import Ledger, Sentence
from editor.reading.lemmas import lemma
from editor.reading.paragraph import Reading
from editor.reading.patterns import lazy

WITHIN = 3
"""How many sentences before the bare phrase the later of the two may stand."""
APART = 5
"""How many sentences may lie between the two."""


class Doubt(NamedTuple):
    """The places of the two things and of the phrase that fits both, and its noun."""

    one: Span
    two: Span
    phrase: Span
    noun: str


class _Thing(NamedTuple):
    sentence: Sentence
    span: Span
    noun: str
    kinds: frozenset[int]
    fresh: bool
    """Whether it is brought in as another than what was told: "another blaze", "its own notice", "a bore"."""
    apart: bool
    """Whether a word says so: another, own, second."""


@functools.cache
def _kinds() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, (words,) in enumerate(resources.rows("lexicon", "en", "things.tsv")):
        for word in words.split():
            found.setdefault(word, set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


@functools.cache
def _phrase() -> re.Pattern[str]:
    return re.compile(
        r"\b(?P<det>[Aa]n?|[Tt]he|[Oo]ne|[Aa]nother|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[A-ZÀ-Þ][\w-]*[’']s?"
        rf"|[Tt]he (?:[a-z-]+ )?[\w-]+[’']s?) (?P<mods>(?:[a-z][\w-]* ){{0,2}}?)(?P<n>{'|'.join(_kinds())})\b(?![’'])"
    )


_OTHER = lazy(r"\b(?:another|own|second|other|separate|further|rival|similar|parallel|different)\b", re.IGNORECASE)
_NARROWED = lazy(
    r",? (?:at|in|of|on|through|over|under|near|between|with|from|by|for|against|across|issued|signed|which|that|who"
    r"|held|called)\b"
)
_IS = lazy(r"\b(?:is|was|are|were|be|been|as|like|became|becomes?|into|called|without|no|not|than|such) $")
_BARE = lazy(r"(?:^|[.!?”\"] )(?P<np>The (?P<n>[a-z][a-z-]{2,}))(?=,? (?!of\b|in\b|at\b|on\b|which\b|that\b)[a-z])")
_TELLS = lazy(
    r"\b(?:both|each|either|neither"
    r"|(?:the|these|those|its|their|that) (?:latter|former|first|second|other|same|two|three))\b",
    re.IGNORECASE,
)
_TWO = lazy(r"\b(?:[Tt]wo|[Bb]oth(?: the| of the)?)(?: [a-z-]+)? (?P<n>[a-z-]{3,}s)\b")
LASTING = 14
"""How many sentences after "two pacts" a bare "the pact" may stand."""


def doubts(ledger: Ledger) -> Iterator[Doubt]:
    """The phrases of an article that fit two things told before, at most one of each noun."""
    things: dict[int, list[_Thing]] = {}
    twos: dict[int, list[_Thing]] = {}
    told: set[str] = set()
    for sentence, match in _bare(ledger):
        before = ledger.sentences[max(0, sentence.number - LASTING - 1) : sentence.number]
        for one in before:
            if one.number not in things:
                things[one.number] = _placed(one, _things)
                twos[one.number] = _placed(one, _twos)
        known = [thing for one in before for thing in things[one.number]]
        both = [thing for one in before for thing in twos[one.number]]
        span = sentence.paragraph.at(Span(*match.span("np")).moved(sentence.within.start))
        pair = _pair(known, sentence, match["n"]) or _two_of(both, known, sentence, match["n"])
        if pair and match["n"] not in told:
            told.add(match["n"])
            yield Doubt(pair[0].span, pair[1].span, span, match["n"])


def _bare(ledger: Ledger) -> Iterator[tuple[Sentence, re.Match[str]]]:
    """The bare phrases of things whose kind is known, in order, but where words tell which is meant."""
    for sentence, (_, match) in ledger.by_sentence(_bare_in):
        yield sentence, match


def _bare_in(read: Reading) -> list[tuple[int, re.Match[str]]]:
    found = []
    for nth, within in enumerate(read.sentences if "The " in read.masked else ()):
        words = within.of(read.masked)
        matches = [match for match in _BARE.finditer(words) if match["n"] in _kinds()] if "The " in words else []
        if matches and not _TELLS.search(words):
            found += [(nth, match) for match in matches]
    return found


def _pair(known: list[_Thing], sentence: Sentence, noun: str) -> tuple[_Thing, _Thing] | None:
    """The two things that a bare noun may mean: the later said to be another, and neither called so just before."""
    kinds = _kinds().get(noun, frozenset())
    if not kinds:
        return None
    of_kind = [one for one in known if one.kinds & kinds]
    nouns = {one.noun for one in of_kind}
    for n, two in enumerate(of_kind):
        if not two.fresh or sentence.number - two.sentence.number > WITHIN or two.noun == noun:
            continue
        for one in of_kind[:n]:
            between = two.sentence.number - one.sentence.number
            other = two.noun if one.noun == noun else one.noun
            if (
                one.noun == two.noun
                or other in sentence.lowered
                or not 0 <= between <= APART
                or not one.kinds & two.kinds & kinds
            ):
                continue
            if (two.apart and noun not in nouns) or (one.noun == noun and not one.fresh and between <= 2):
                return one, two
    return None


def _two_of(twos: list[_Thing], known: list[_Thing], sentence: Sentence, noun: str) -> tuple[_Thing, _Thing] | None:
    """Where two of a kind are told of together, twice, and none of them by itself since."""
    kinds = _kinds().get(noun, frozenset())
    announced = [one for one in twos if one.kinds & kinds and 0 < sentence.number - one.sentence.number <= LASTING]
    alone = any(one.kinds & kinds and one.sentence.number >= announced[0].sentence.number for one in known if announced)
    return (announced[0], announced[-1]) if len(announced) > 1 and not alone else None


class _Raw(NamedTuple):
    """A thing but for its sentence, at its place in the paragraph."""

    span: Span
    noun: str
    kinds: frozenset[int]
    fresh: bool
    apart: bool


def _placed(sentence: Sentence, reader: Callable[[Reading], tuple[tuple[_Raw, ...], ...]]) -> list[_Thing]:
    """The things that a reader sees in a sentence, at their places in the article."""
    paragraph = sentence.paragraph
    found = paragraph.read.seen(reader)[sentence.nth]
    return [_Thing(sentence, paragraph.at(o.span), o.noun, o.kinds, o.fresh, o.apart) for o in found]


def _twos(read: Reading) -> tuple[tuple[_Raw, ...], ...]:
    """The pairs that each sentence tells of."""
    return tuple([tuple(_twos_in(read, inside)) for inside in read.sentences])


def _twos_in(read: Reading, inside: Span) -> Iterator[_Raw]:
    for match in _TWO.finditer(read.masked, inside.start, inside.end):
        noun = lemma(match["n"])
        if (kinds := _kinds().get(noun)) and not read.quoted(Span(*match.span())):
            yield _Raw(Span(*match.span()), noun, kinds, fresh=False, apart=False)


def _things(read: Reading) -> tuple[tuple[_Raw, ...], ...]:
    """The things that each sentence tells of."""
    return tuple([tuple(_things_in(read, inside)) for inside in read.sentences])


def _things_in(read: Reading, inside: Span) -> Iterator[_Raw]:
    text = read.masked
    for match in _phrase().finditer(text, inside.start, inside.end):
        kinds = _kinds().get(match["n"])
        if not kinds or _IS.search(text, inside.start, match.start()) or read.quoted(Span(*match.span())):
            continue
        apart = bool(_OTHER.search(match["det"] + " " + match["mods"]))
        narrowed = bool(_NARROWED.match(text, match.end()))
        new = match["det"].lower() in ("a", "an", "another", "one")
        definite = match["det"].lower() == "the" and not match["mods"] and not narrowed
        if definite:
            continue
        yield _Raw(Span(*match.span()), lemma(match["n"]), kinds, apart or (new and narrowed), apart)


_CALLED = (
    "maker company firm supplier airline contractor developer operator builder carrier brewery tannery retailer"
    " manufacturer insurer exporter importer start-up startup trader producer"
).split()
_ENDINGS = (
    "Ltd Limited Inc Corp plc PLC Co LLC GmbH AG SA AS Pty Group Holdings Property Properties Industries Airlines"
    " Airways Motors Foods Textiles Fabrics Mills Energy Steel Mining Minerals Resources Pharma Pharmaceuticals"
    " Systems Technologies Logistics Shipping Lines Packaging Boots Breweries Brewery Cement Chemicals Plastics"
    " Telecom Insurance Construction Developments Estates Homes Ventures Partners Capital"
).split()
_FIRM_CUES = (*_CALLED, "bank", *_ENDINGS)
_FIRM = lazy(
    r"(?P<after>[A-ZÀ-Þ][\w&’-]*(?: [A-ZÀ-Þ&][\w&’-]*){0,3}),(?: which is)? (?:an?|the|its|another) (?:[\w-]+ ){0,3}?"
    rf"(?:{'|'.join(_CALLED)}|bank)\b"
    rf"|\b(?:{'|'.join(_CALLED)}) (?P<before>[A-ZÀ-Þ][\w&’-]*(?: [A-ZÀ-Þ&][\w&’-]*){{0,3}})"
    rf"|\b(?P<named>(?:[A-ZÀ-Þ][\w&’-]* ){{1,3}}(?:{'|'.join(_ENDINGS)}))\b"
)
_THE_FIRM = lazy(
    r"(?:^|[.!?”\"] )(?P<np>The (?P<n>company|firm|business))(?=,? (?!of\b|in\b|at\b|on\b|that\b|behind\b)[a-z])"
)


def _the_firm(ledger: Ledger) -> Iterator[tuple[Sentence, Sentence, re.Match[str]]]:
    """The sentences that begin with "The company", each after the one before it in its paragraph."""
    for sentence, (_, the) in ledger.by_sentence(_firms_in):
        yield ledger.sentences[sentence.number - 1], sentence, the


def _firms_in(read: Reading) -> list[tuple[int, re.Match[str]]]:
    found = []
    for nth, within in enumerate(read.sentences if "The " in read.masked else ()):
        words = within.of(read.masked)
        if nth and (the := _THE_FIRM.match(words)) and not _TELLS.search(words):
            found.append((nth, the))
    return found


def _firm_names(ledger: Ledger) -> set[str]:
    """The firms that an article names."""
    return {name for _, names in ledger.seen(_named_firms) for name in names}


def _named_firms(read: Reading) -> set[str]:
    if not any(cue in read.masked for cue in _FIRM_CUES):
        return set()
    return {(m["after"] or m["before"] or m["named"]).strip() for m in _FIRM.finditer(read.masked)}


def firms(ledger: Ledger) -> Iterator[Doubt]:
    """ "The hall is Holm Property’s, which let it to Rask Pack. The company had been warned.": which of them?"""
    called = list(_the_firm(ledger))
    names = _firm_names(ledger) if called else set()
    if len(names) < 2:
        return
    for before, sentence, the in called:
        said = before.within.of(before.paragraph.masked)
        places = sorted((said.find(name), name) for name in names if name in said)
        if (
            len(places) == 2
            and places[0][0] > 0
            and places[0][1] not in places[1][1]
            and places[1][1] not in places[0][1]
        ):
            one, two = (before.paragraph.at(Span(at, at + len(name)).moved(before.within.start)) for at, name in places)
            span = sentence.paragraph.at(Span(*the.span("np")).moved(sentence.within.start))
            yield Doubt(one, two, span, the["n"])
            return
