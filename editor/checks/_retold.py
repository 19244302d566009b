"""Counts taken up again under another name: eleven soldiers, then "the thirteen dead servicemen"."""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from editor import resources
from editor.article import Span
from editor.ledger import Ledger, Stated
from editor.reading import numbers
from editor.reading.figures import Figure
from editor.reading.lemmas import lemma, stop_words
from editor.reading.patterns import lazy


class Counted(NamedTuple):
    """A count with its class: the kind of thing that is counted, and what is so of it."""

    stated: Stated[Figure]
    kind: str
    """The class of its noun (children, ships), or its noun; "" where people are counted under no name of their own."""
    general: str
    """The general kind that its kind is one of: people, birds, vehicles; or ""."""
    fate: str
    """What is so of them: dead, striking, outvoted; or ""."""
    known: bool
    """Whether it is spoken of as told before: the eleven, all eleven, eleven in all, a father of eleven."""
    narrowed: frozenset[str]
    """What is said of them beyond that, as lemmas: the eleven "of the tenth brigade"."""
    part: bool
    """Whether it is so many of so many, or one of several things that are listed."""
    share: float
    """How many of it are told with it: 6 in "six of the eight"; or 0."""
    other: bool
    """Whether it may be another count by its words: more, an earlier one, a plan."""


class _Kinds(NamedTuple):
    of: dict[str, str]
    """The kind of each noun."""
    general: dict[str, str]
    """The general kind of each kind: birds of penguins."""


@functools.cache
def _kinds() -> _Kinds:
    of: dict[str, str] = {}
    general: dict[str, str] = {}
    for kind, nouns, above in resources.rows("lexicon", "en", "kinds.tsv"):
        of.update(dict.fromkeys(nouns.split("|"), kind))
        general[kind] = above
    return _Kinds(of, general)


@functools.cache
def _fates() -> tuple[re.Pattern[str], dict[str, str]]:
    forms = {form: fate for fate, cell in resources.rows("lexicon", "en", "fates.tsv") for form in cell.split("|")}
    return re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, forms), key=len, reverse=True))})\b"), forms


_PARENT = lazy(r"\b(?:father|mother|parents?|mum|mom|dad|grandfather|grandmother) of (?:just )?$", re.IGNORECASE)
_KNOWN = lazy(
    r"\b(?:[Tt]he|[Aa]ll(?: the| of the)?|[Tt]hose|[Tt]hese|[Hh]er|[Hh]is|[Tt]heir|[Ii]ts|[Ee]ach of (?:the|his|her))"
    r"(?: same| whole)? $"
)
_IN_ALL = lazy(r"(?: [\w’'-]+){0,3}? (?:in all|altogether|in total|all told)\b")
_OTHER = lazy(
    r"\b(?:earlier|initial\w*|originally|at first|previous\w*|raised|revised|updated|up from|down from|later|so far"
    r"|compared|last (?:year|month|week|season|time)|years? ago|another|further|more|in addition|other|others|also"
    r"|remaining|rest|new|extra|additional|next|first|second|third|last|older|younger|oldest|youngest|eldest|only|just"
    r"|half|some of|up to|target|plann\w*|could|would|might|if|should|average|typical\w*|usual\w*|normal\w*|capacity"
    r"|per|each year|former|separate\w*|similar|since|until|record|including|among|every|most|largest|biggest|top"
    r"|least|fewer than|less than|missing from)\b",
    re.IGNORECASE,
)
_BESIDE = lazy(
    r"\b(?:more|other|others|new|extra|additional|older|younger|former|remaining|unrelated|earlier|a year|per|each)\b"
)
_CUT = lazy(r"[,;:—–(“]")
_PARTITIVE = lazy(r"\bof (?:which|whom) $|\b(?:to|or|and|between) $")
_SHARE = lazy(rf"\b(?P<n>{numbers.WORDS}|[\d,]*\d) of (?:the|his|her|their|its|those|these|all) $", re.IGNORECASE)
_WHOLES = frozenset(("the ", "his ", "her ", "its ", "all ", "their ", "those ", "these "))
_OF = (" of the ", " of them", " of its ", " of his ", " of her ", " of their ", " of those ", "-")
_LEAD = 28
"""How far before a count, in characters, a word stands that makes it another count."""
_AFTER = lazy(
    r"[ ,]+(?P<more>(?:who|which|that|whose|in|of|on|at|from|by|with|for|under|aboard|named|living)\b[^.;:,]{0,60})"
)
_ROOM = 9
_WORD = lazy(r"[^\W\d_][\w’'-]*")
SMALL = 3.0
"""How many times one of two values of one count is the other, at the most."""
ROUGH = 0.1
"""How far apart two values are, as a share of the larger, where one of them is told as about so many."""
EXACT = 0.03


def counts(ledger: Ledger) -> list[Counted]:
    """The counts of an article that have a class or a fate."""
    return [count._replace(stated=stated) for stated, count in ledger.each("figures", _count) if count]


def _count(ledger: Ledger, stated: Stated[Figure]) -> Counted | None:
    """What a figure counts, and what befell them; None where it counts nothing that has a class or a fate."""
    pattern, forms = _fates()
    figure = stated.thing
    if figure.dimension or figure.low != figure.high or figure.low < 2 or ledger.quoted(stated):
        return None
    text, start, end = ledger.text, stated.span.start, stated.span.end
    sentence = stated.sentence.span
    lead = _CUT.split(text[max(sentence.start, start - _LEAD) : start])[-1]
    noun, noun_end = _noun(stated, text)
    parent = bool(_PARENT.search(lead))
    kind = "children" if parent else _kinds().of.get(noun, noun)
    tail = text[noun_end : min(sentence.end, noun_end + 60)]
    fate = figure.counted if figure.outcome else ""
    if not fate:
        near = _clause(text, sentence, start, min(sentence.end, noun_end + 60))
        found = pattern.search(text, *near)
        fate = forms[found[0]] if found else ""
    if noun in _FATED and not fate:
        fate = _FATED[noun]
    general = _kinds().general.get(kind, "people" if figure.people else "")
    if not kind and not fate:
        return None
    in_all = bool(_IN_ALL.match(text, end))
    known = parent or in_all or bool(_KNOWN.search(lead))
    after = _AFTER.match(tail)
    said = f"{after['more'] if after and not in_all else ''} {text[end : max(end, noun_end)].rpartition(' ')[0]}"
    narrowed = frozenset(lemma(w) for w in _WORD.findall(said) if w.lower() not in stop_words())
    part = (
        figure.qualifier in ("part", "vague")
        or (not parent and bool(_PARTITIVE.search(lead)))
        or text.startswith(_OF, end)
        or (known and _listed(ledger, stated))
    )
    beside = text[end : min(sentence.end, noun_end + _ROOM)]
    of = _SHARE.search(lead) if lead[-4:].lower() in _WHOLES or lead[-6:].lower() in _WHOLES else None
    share = numbers.value(of["n"]) if of else 0.0
    other = bool(_OTHER.search(lead)) or bool(_BESIDE.search(beside))
    return Counted(stated, kind, general, fate, known, narrowed, part, share, other)


_FATED = {
    "layoffs": "jobless", "lay-offs": "jobless", "redundancies": "jobless", "job cuts": "jobless",
    "victims": "dead", "survivors": "rescued", "fatalities": "dead", "dissenters": "outvoted",
}  # fmt: skip
"""Nouns that say what befell those who are counted."""


def _listed(ledger: Ledger, stated: Stated[Figure]) -> bool:
    """Whether its parts follow: "of the 78 delegates, 40 were men and 38 women" are held against their own sum."""
    after = [s for s in ledger.figures_in[stated.sentence.number] if s.span.start > stated.span.start]
    return len(after) > 1 and all(s.thing.low < stated.thing.low for s in after)


def _noun(stated: Stated[Figure], text: str) -> tuple[str, int]:
    """The noun that a count has after it, in lower case, and where it ends."""
    figure = stated.thing
    end = stated.span.end
    place = stated.at(figure.counted_span) if figure.counted_span else None
    if place and place.start >= end and not figure.outcome:
        return figure.counted.lower(), place.end
    noun, noun_end = _next_noun(text[end : end + 40])
    if noun:
        return noun, end + noun_end
    return "", place.end if place and place.start >= end else end


@functools.lru_cache(8192)
def _next_noun(words: str) -> tuple[str, int]:
    """The first noun of people or things in some words behind a count, and where it ends; "" where none follows."""
    for match in re.finditer(r"[ -]([^\W\d_][\w’-]*)", words):
        low = match[1].lower()
        if low in stop_words() or low in ("without", "aboard"):
            break
        if low in _kinds().of:
            return low, match.end()
        if match.start() and words[: match.start()].count(" ") > 2:
            break
    return "", 0


def _clause(text: str, sentence: Span, start: int, end: int) -> tuple[int, int]:
    """The stretch around a count, between commas or other counts, in which what is so of it is told."""
    before = text[max(sentence.start, start - 40) : start]
    cut = max((m.end() for m in re.finditer(r"[,;:—]|\d| and ", before)), default=0)
    after = text[start:end]
    number = re.match(rf"[\d.,]+(?: million)?|{numbers.WORDS}", after, re.IGNORECASE)
    stop = re.search(r"[;:—]|\d|, (?!who|which)", after[number.end() if number else 0 :])
    last = start + (number.end() if number else 0) + stop.start() if stop else end
    return start - len(before) + cut, last


def retold(ledger: Ledger, told: set[int]) -> Iterator[tuple[Stated[Figure], Stated[Figure]]]:
    """Pairs of counts, the earlier first, of which the later takes up the earlier, and is another number."""
    heads = [mark.span for mark in ledger.article.marks if mark.kind == "headline"]
    by_kind: dict[str, list[Counted]] = defaultdict(list)
    by_general: dict[str, list[Counted]] = defaultdict(list)
    by_fate: dict[str, list[Counted]] = defaultdict(list)
    values: dict[float, int] = defaultdict(int)
    for stated in ledger.figures:
        if not stated.thing.dimension:
            values[stated.thing.low] += 1
    all_ = counts(ledger)
    for count in all_:
        for group, key in ((by_kind, count.kind), (by_general, count.general), (by_fate, count.fate)):
            if key:
                group[key].append(count)
    for two in all_:
        early = bool(heads) and two.stated.sentence.number <= LEDE
        if two.other or two.stated.span.start in told or not (two.known or early):
            continue
        one = _answer(by_fate.get(two.fate, []), two, fate=True) or _answer(by_kind.get(two.kind, []), two)
        if not one and two.kind == two.general:
            one = _answer(by_general.get(two.general, []), two)
        if not one and two.known and two.general == "people":
            one = _next(by_general["people"], two)
        if not one or one.stated.span.start in told:
            continue
        headed = early and any(head.covers(one.stated.span) for head in heads)
        if two.known or (headed and values[one.stated.thing.low] == 1):
            yield one.stated, two.stated
            told.update((one.stated.span.start, two.stated.span.start))


def _answer(group: list[Counted], two: Counted, *, fate: bool = False) -> Counted | None:
    """The one count that another takes up, where there is only one and it differs.

    What a headline counts is taken up by the first count of its kind.
    """
    value = two.stated.thing.low
    if len(group) > MOST:
        return None
    if (two.part and not fate) or any(c.stated.thing.low == value for c in group if c.stated is not two.stated):
        return None
    before = [c for c in group if c.stated.sentence.number < two.stated.sentence.number]
    if not before or len({c.stated.thing.low for c in before}) != 1 or any(c.other for c in before):
        return None
    one = before[-1]
    if two.share == one.stated.thing.low or (one.part and not fate) or not _differ(one.stated.thing, two.stated.thing):
        return None
    if fate:
        return one
    if two.stated.thing.outcome and one.fate != two.fate:
        return None
    if one.stated.thing.outcome and one.fate != two.fate and not (one.general == two.kind == "people"):
        return None
    return None if two.narrowed - one.stated.sentence.content - {one.kind} else one


def _next(people: list[Counted], two: Counted) -> Counted | None:
    """The only people counted before, a few sentences ago, in another role: nine seminarians, the eleven students."""
    one = _answer(people, two)
    if one is None or two.stated.sentence.number - one.stated.sentence.number > SOON or two.narrowed:
        return None
    small, large = sorted((one.stated.thing.low, two.stated.thing.low))
    return one if large <= CLOSE * small else None


SOON = 3
"""How many sentences later people may come up again in another role."""
CLOSE = 1.6
"""How many times one of their two numbers is the other, at the most."""
MOST = 60
"""The most counts of one kind among which one is looked for: more of them are a table."""
LEDE = 6
"""How many sentences from the start are searched for what the headline counts."""


def _differ(one: Figure, two: Figure) -> bool:
    small, large = sorted((one.low, two.low))
    rough = {one.qualifier, two.qualifier} & {"about", "most"}
    if (one.qualifier == "least" and two.low > one.low) or (two.qualifier == "least" and one.low > two.low):
        return False
    return large <= SMALL * small and large - small > (ROUGH if rough else EXACT) * large
