"""Counts told again in other words: sentences that share what they speak of, and differ in a figure."""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from editor.ledger import Ledger, Stated
from editor.reading import numbers
from editor.reading.counting import outcomes
from editor.reading.figures import Figure
from editor.reading.lemmas import lemma
from editor.reading.patterns import lazy

_CHANGING = lazy(
    r"\b(?:earlier|initial\w*|first (?:put|said|spoke|reported)|at first|previous\w*|rais\w+|ris(?:es|en|ing)|rose"
    r"|climb\w*|grew|grown|up from|down from|later|so far|until|compared|last (?:year|month|week)|years? ago|since"
    r"|another|further|in addition|more than half|revised|updated|contrast|whereas|while|record|deadliest|worst"
    r"|separate\w*|other|similar|also|suspected|confirmed|each of|average|typical\w*|usual\w*|normal\w*|instead|only"
    r"|half|including|among|remaining|rest|new|extra|additional|next|second|third|now|fell|fall|drop\w*|cut|reduc\w+"
    r"|increas\w+|old|target|capacity|up to|limit|maximum|minimum|least|planned|would|could|if|per|some of)\b",
    re.IGNORECASE,
)
_N_OF_M = lazy(
    rf"\b(?P<n>{numbers.WORDS}|\d[\d,]*) (?:out )?of (?:the|its|his|her|their|those|these)"
    rf" (?P<m>{numbers.WORDS}|\d[\d,]*)\b",
    re.IGNORECASE,
)
_DEAD = lazy(r"\b(?:died|dead|killed|dies|die|deceased|perished)\b", re.IGNORECASE)
_OF_THE = lazy(r" of (?:the|its|his|her|their|those|these) (\w+)")
_NUMBERS = frozenset((*numbers.SMALL, "a", "an"))
_OF_REACH = 140
"""In how many characters from its start the longest number in words, the "of" after it and the next number begin."""
RARE = 4
"""In how many sentences of the article, at the most, a word stands that tells what a sentence is about."""


def again(ledger: Ledger, told: set[int]) -> Iterator[tuple[str, Stated[Figure], Stated[Figure]]]:
    """Pairs of figures of one thing that don't agree, the earlier first, each with the rule that it breaks."""
    yield from _of_so_many(ledger, told)
    yield from _of_one_thing(ledger, told)


def _of_so_many(ledger: Ledger, told: set[int]) -> Iterator[tuple[str, Stated[Figure], Stated[Figure]]]:
    """ "Two of the six have since died"; "three of the six are dead"."""
    known: dict[tuple[float, str], Stated[Figure]] = {}
    for stated in ledger.figures:
        parts = _OF_THE.findall(ledger.text[stated.span.start : stated.span.start + _OF_REACH].lower())
        if not any(word in _NUMBERS or word[0].isdigit() for word in parts):
            continue
        match = _N_OF_M.match(ledger.text, stated.span.start)
        if not match or stated.span.start in told or ledger.quoted(stated):
            continue
        after = ledger.text[match.end() : stated.sentence.span.end]
        if _CHANGING.search(after[:60].replace("since", "")):
            continue
        what = "dead" if _DEAD.search(after) else _verb(after)
        if not what:
            continue
        key = (numbers.value(match["m"]), what)
        other = known.setdefault(key, stated)
        if other.thing.low != stated.thing.low:
            yield "again", other, stated


_DONE = lazy(r"(?: [\w’'-]+){0,3}? (?:were|was|are|have|had|has|been|be)(?: \w+ly| been| since| already)* (\w+ed)\b")


def _verb(after: str) -> str:
    """The lemma of what so many of so many did: "(…) of the six (…) were signed"."""
    match = _DONE.match(after)
    return lemma(match[1]) if match else ""


def _of_one_thing(ledger: Ledger, told: set[int]) -> Iterator[tuple[str, Stated[Figure], Stated[Figure]]]:
    """ "14 people buried by a landslide in Gigmoto"; "at the Gigmoto slide, where 17 people died"."""
    by_thing: dict[tuple[str, str], list[Stated[Figure]]] = defaultdict(list)
    for stated in ledger.figures:
        figure = stated.thing
        what = figure.noun or (figure.counted if figure.counted not in outcomes() else "")
        unit = figure.unit
        if figure.dimension in ("share", "money") or figure.low != figure.high or figure.low < 3 or figure.qualifier:
            continue
        if stated.sentence.paragraph.kind != "text" or not (what or unit) or ledger.quoted(stated):
            continue
        if (
            what in _SCORES
            or ledger.text.startswith(_PART, stated.span.end)
            or _OF_WHOLE.search(ledger.text, max(0, stated.span.start - 24), stated.span.end + 12)
        ):
            continue
        by_thing[unit, "" if unit else lemma(what)].append(stated)
    spread: Counter[str] | None = None
    of_years = _of_years(ledger)
    for things in by_thing.values():
        if len({s.thing.low for s in things}) < 2:
            continue
        for n, one in enumerate(things):
            for two in things[n + 1 :]:
                if not _apart(one, two) or {one.span.start, two.span.start} & told:
                    continue
                if spread is None:
                    sets = [content for paragraph in ledger.paragraphs for content in paragraph.read.content]
                    spread = Counter(itertools.chain.from_iterable(sets))
                if _same(ledger, one, two, spread, of_years) and _repeated(things, one, two):
                    told.update((one.span.start, two.span.start))
                    yield "again", one, two


def _apart(one: Stated[Figure], two: Stated[Figure]) -> bool:
    a, b = one.thing.low, two.thing.low
    return (
        one.sentence.number != two.sentence.number
        and a != b
        and max(a, b) < APART * min(a, b)
        and abs(a - b) > 0.03 * max(a, b)
    )


APART = 5
"""How many times one of two values of one count is the other, at the most."""


def _repeated(things: list[Stated[Figure]], one: Stated[Figure], two: Stated[Figure]) -> bool:
    """Whether the two are all that there is of the kind: among many counts of people, two may be of two things."""
    return len({s.thing.low for s in things}) <= MOST_VALUES


MOST_VALUES = 4


def _same(
    ledger: Ledger, one: Stated[Figure], two: Stated[Figure], spread: Counter[str], of_years: frozenset[int]
) -> bool:
    """Whether two sentences speak of one thing: they share a name and a word, or three words, which are rare here."""
    for stated in (one, two):
        start, end = max(stated.sentence.span.start, stated.span.start - NEAR), stated.span.end + NEAR
        if (
            _CHANGING.search(ledger.text, start, min(end, stated.sentence.span.end))
            or stated.sentence.number in of_years
        ):
            return False
    if one.thing.outcome and two.thing.outcome and one.thing.counted != two.thing.counted:
        return False
    known = one.thing.definite or two.thing.definite
    if not known and one.thing.scope and two.thing.scope and one.thing.scope.split()[-1] != two.thing.scope.split()[-1]:
        return False
    counted = {lemma(word) for word in (one.thing.noun, two.thing.noun, one.thing.counted) if word}
    both = (one.sentence.content & two.sentence.content) - counted
    shared = {w for w in both if spread[w] <= RARE and not w[0].isdigit() and w not in numbers.SMALL and w not in _DULL}
    names = _near_names(ledger, one) & _near_names(ledger, two)
    definite = two.thing.definite or bool(
        re.search(
            r"\b(?:the|all|those|these)\b[^,.;]{0,24}(?:, where )?$",
            ledger.text[two.sentence.span.start : two.span.start],
            re.IGNORECASE,
        )
    )
    low, high = sorted((one.thing.low, two.thing.low))
    if names and (definite or one.thing.unit) and (shared - names or high < NEARER * low):
        return True
    if one.thing.unit and two.thing.definite and shared:
        return True
    return len(shared) >= (2 if definite and two.thing.definite else 3)


_SCORES = frozenset("runs points goals wickets tries sets overs laps seats votes shots strokes".split())
"""What is counted for each player or party anew."""
_OF_WHOLE = lazy(rf"\b(?:{numbers.WORDS}|\d+) of the (?:{numbers.WORDS}|\d+)\b", re.IGNORECASE)
"""So many of so many: neither is the count of all that is told elsewhere."""
NEARER = 2.5
"""How many times one of two values is the other, at the most, where the sentences share but a name."""
_PART = (" of the ", " of its ", " of their ", " of them", " of those ", " of these ")
NEAR = 50
"""How near a figure, in characters, a word stands that makes it another time's or another part's."""
_DULL = frozenset("say day year people person week month time man woman make take tell last near come go get".split())


def _near_names(ledger: Ledger, stated: Stated[Figure]) -> frozenset[str]:
    """The capitalised words in a figure's sentence, its first word left out."""
    words = stated.sentence.words
    return frozenset(
        lemma(w.lower.removesuffix("’s").removesuffix("'s")) for w in words[1:] if w[2] != w[3] and len(w[3]) > 3
    )


def _of_years(ledger: Ledger) -> frozenset[int]:
    """The sentences that name a year: their figures may be that year's."""
    return frozenset(d.sentence.number for d in ledger.dates if d.thing.year and not d.thing.month)
