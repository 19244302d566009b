"""What one thing has one value of at a time, told twice: its capacity, its revenue, how far its revenue rose."""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from editor import resources
from editor.checks._topic import topics
from editor.ledger import Ledger, Stated
from editor.reading.figures import Figure
from editor.reading.lemmas import lemma, stop_words
from editor.reading.patterns import lazy


class Attribute(NamedTuple):
    """A figure as the value of something: revenue, or a change of it."""

    name: str
    """The attribute, with "change of" before it where the figure is by how much it changed."""
    modifiers: frozenset[str]
    """What the attribute is said to be: operating, seating; words for time and size are left out."""
    owners: frozenset[str]
    """What has it, as lemmas and names; empty where a pronoun or nothing says so."""
    names: frozenset[str]
    """The names among the owners, in lower case."""
    times: frozenset[str]
    """The quarter, month, year … that it is told for."""
    whole: str
    """Whether it is told a day, a week, a year: "daily", "annual"."""


class _Shapes(NamedTuple):
    before: re.Pattern[str]
    verb: re.Pattern[str]
    after: re.Pattern[str]
    changed: re.Pattern[str]
    change: re.Pattern[str]
    by_noun: dict[str, str]
    by_verb: dict[str, str]
    by_after: dict[str, str]


_CHANGE = (
    r"rose|risen|rises|grew|grown|grows|increased|jumped|climbed|surged|soared|leapt|fell|fallen|falls|dropped"
    r"|declined|slid"
    r"|shrank|dipped|plunged|slumped|decreased|is up|was up|were up|are up|is down|was down|were down|are down"
)
_CHANGED = r"rise|increase|growth|jump|surge|gain|fall|drop|decline|decrease|dip|plunge|slump"
_LOOSE = r"(?:(?:about|around|some|just|only|a|an|the|by|nearly|almost|roughly|approximately|more than|over) )*"


@functools.cache
def _shapes() -> _Shapes:
    by_noun: dict[str, str] = {}
    by_verb: dict[str, str] = {}
    by_after: dict[str, str] = {}
    for name, nouns, verbs, after in resources.rows("lexicon", "en", "attributes.tsv"):
        for table, cell in ((by_noun, nouns), (by_verb, verbs), (by_after, after)):
            table.update(dict.fromkeys(filter(None, cell.split("|")), name))
    noun = "|".join(sorted(by_noun, key=len, reverse=True))
    verb = "|".join(sorted(by_verb, key=len, reverse=True))
    after = "|".join(sorted(by_after, key=len, reverse=True))
    return _Shapes(
        re.compile(
            rf"(?P<lead>.*?)\b(?P<np>(?:[\w’'-]+ ){{0,3}})(?P<n>{noun})(?: of)?"
            rf" (?:of|at|is|was|were|stands? at|stood at|reached|reaching|hit|total+ed|came to|amounted to"
            rf"|(?:{_CHANGE})"
            rf"(?: (?:by )?[\d.]+ ?(?:%|per cent|percent))?(?:,)? to) {_LOOSE}$",
            re.IGNORECASE,
        ),
        re.compile(rf"(?P<lead>.*)\b(?P<v>{verb}) (?:(?:an|a total) (?:area|distance|length) of )?{_LOOSE}$"),
        re.compile(
            rf"[ -](?:(?:in|of) (?P<np>(?:[\w-]+ )?)(?P<n>{noun})\b|(?P<a>{after})\b"
            rf"|(?P<np2>(?:[\w-]+ )?)(?P<n2>{noun})\b)"
        ),
        re.compile(
            rf"(?P<lead>.*?)\b(?P<np>(?:[\w’'-]+ ){{0,3}})(?P<n>{noun}) (?:[\w-]+ly )?(?:has |have |had )?"
            rf"(?:(?:{_CHANGE})(?: by)?|(?:{_CHANGED}) (?:of|was)) {_LOOSE}$",
            re.IGNORECASE,
        ),
        re.compile(
            rf" (?:[\w-]+ )?(?:{_CHANGED}) in (?:the |its |their |his "
            rf"|her )?(?P<np>(?:[\w’'-]+ ){{0,2}}?)(?P<n>{noun})\b"
        ),
        by_noun, by_verb, by_after,
    )  # fmt: skip


_TIME = lazy(
    r"\b(?:(?:19|20)\d\d(?:[-–/]\d\d)?|(?:first|second|third|fourth|opening|final|last)[- ](?:quarter|half|week"
    r"|day|night)"
    r"|Q[1-4]|quarterly|January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:last|this|next|previous|coming) (?:year|month|week|season|summer|winter|spring|autumn|term|decade)"
    r"|year (?:earlier|before)|(?<!said on )(?<!told on )(?<!by )(?<!By )(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
_EACH = lazy(
    r"\b(?:an?|per|each|every|the) (?P<u>day|week|month|year|night|hour|season)\b|\b(?P<w>annual|daily|weekly"
    r"|monthly|yearly)\b"
)
_OTHER = lazy(
    r"\b(?:from|compared|against|up on|down on|earlier|previously?(?! (?:day|night|evening))|then|initial\w*"
    r"|original\w*"
    r"|target\w*|forecast\w*|expect\w*|plan\w*|project\w*|estimat\w*|could|would|(?-i:may)|might|if|average|up to"
    r"|maximum|minimum"
    r"|record (?:of|was)|another|other|each|per(?! ?cent)|half (?:of|the|its)|part|some of|of which|more|less"
    r"|fewer|extra|additional|further"
    r"|slow|until|since|before|now|while|whereas|but|similar|usual\w*|normal\w*|typical\w*|long-run|limit)\b",
    re.IGNORECASE,
)
_SIZES = frozenset(
    "record total overall full whole entire new current own combined annual yearly daily monthly weekly quarterly"
    " first-quarter"
    " second-quarter third-quarter fourth-quarter first second third fourth quarter half half-year year latest"
    " huge vast"
    " massive maximum seating reported company firm group club business maker say add tell a an the its their his"
    " her our this that".split()
)
_CLAUSE = lazy(r"[;:—–]| (?:and|but|while|whereas|with|that) ")
_BACK = lazy(r"\b(?:it|its|they|their)\b", re.IGNORECASE)
_WORD = lazy(r"[^\W\d_][\w’'-]*")
REACH = 90
"""How far before a figure, in characters, what it is the value of may stand."""


_LETTERS = lazy(r"[a-z]+")


@functools.cache
def _heads() -> frozenset[str]:
    """Of all nouns, verbs and adjectives of the table the longest word: one of them stands by each value."""
    rows = resources.rows("lexicon", "en", "attributes.tsv")
    forms = (form.lower() for _, *cells in rows for cell in cells for form in cell.split("|") if form)
    return frozenset(max(_LETTERS.findall(form), key=len) for form in forms)


def attribute(ledger: Ledger, stated: Stated[Figure]) -> Attribute | None:
    """What a figure is the value of, or None."""
    text, figure = ledger.text, stated.thing
    start = max(stated.sentence.span.start, stated.span.start - REACH)
    lead, tail = _around(ledger, stated)
    if _heads().isdisjoint(_LETTERS.findall(f"{lead} {tail}".lower())):
        return None
    shapes = _shapes()
    name, np, owner = "", "", ""
    if figure.unit == "%":
        if match := shapes.changed.fullmatch(lead):
            name, np, owner = "change of " + shapes.by_noun[match["n"].lower()], match["np"], match["lead"]
        elif match := shapes.change.match(tail):
            name, np, owner = "change of " + shapes.by_noun[match["n"].lower()], match["np"], lead
    elif match := shapes.verb.fullmatch(lead):
        name, owner = shapes.by_verb[match["v"]], match["lead"]
    elif match := shapes.before.fullmatch(lead):
        name, np, owner = shapes.by_noun[match["n"].lower()], match["np"], match["lead"]
    elif match := shapes.after.match(tail):
        noun = match["n"] or match["n2"]
        name = shapes.by_noun[noun] if noun else shapes.by_after[match["a"]]
        np, owner = match["np"] or match["np2"] or "", lead
    if not name:
        return None
    words = np.split()
    cut = max((n + 1 for n, word in enumerate(words) if word.lower() in stop_words()), default=0)
    # Of what stands before the noun, a possessor says whose it is: Norvale's revenue.
    while cut < len(words) and (words[cut].endswith(("’s", "'s", "s’", "s'")) or (owner and words[cut][0].isupper())):
        cut += 1
    owner = _owner(f"{owner} {' '.join(words[:cut])} ")
    said = {word.lower() for word in words[cut:] if not _TIME.fullmatch(word)} - _SIZES
    capitals = frozenset(w.lower() for w in _named(owner))
    content = (w.lower().removesuffix("’s").removesuffix("'s") for w in _WORD.findall(owner))
    owners = frozenset(lemma(w) for w in content if w not in stop_words() and w not in _SIZES)
    if _BACK.search(owner):
        owners = topics(ledger, stated.sentence, stated.span.start - stated.sentence.paragraph.start)
    around = np + " " + text[max(start, stated.span.start - 60) : stated.span.start] + " " + tail
    times = frozenset(match[0].lower().replace("-", " ") for match in _TIME.finditer(around))
    each = _EACH.search(np + " " + tail[:24])
    whole = (
        (
            each["u"]
            or {"annual": "year", "yearly": "year", "daily": "day", "weekly": "week", "monthly": "month"}[each["w"]]
        )
        if each
        else ""
    )
    return Attribute(name, frozenset(said), owners, capitals, times, whole)


def _owner(lead: str) -> str:
    """The words before an attribute that say whose it is: its clause's, else the sentence's subject."""
    clause = _CLAUSE.split(lead)[-1]
    *chunks, last = clause.split(", ")
    content = any(w.lower() not in stop_words() for w in _WORD.findall(last))
    return last if content or not chunks or _BACK.search(last) else chunks[0]


def _named(words: str) -> Iterator[str]:
    found = list(_WORD.finditer(words))
    for match in found:
        word = match[0].removesuffix("’s").removesuffix("'s")
        if word[0].isupper() and word.lower() not in stop_words() and not _TIME.fullmatch(word):
            yield word


MOST = 3
"""Of more values than these for one attribute in an article, each is most likely another thing's."""


def unlike(ledger: Ledger) -> Iterator[tuple[Stated[Figure], Stated[Figure]]]:
    """Pairs of figures, the earlier first, that are values of one attribute of one thing at one time, and differ."""
    by_key: dict[tuple[str, str, frozenset[str]], list[tuple[Stated[Figure], Attribute]]] = defaultdict(list)
    for stated, may in ledger.each("figures", _may_be_value):
        figure = stated.thing
        if may and (found := attribute(ledger, stated)):
            by_key[found.name, figure.unit, found.modifiers].append((stated, found))
    for told in by_key.values():
        if not 1 < len({stated.thing.low for stated, _ in told}) <= MOST:
            continue
        for n, (one, first) in enumerate(told):
            for two, second in told[n + 1 :]:
                if _differ(one, two) and _alike(first, second):
                    yield one, two
                    break


def _may_be_value(ledger: Ledger, stated: Stated[Figure]) -> bool:
    """Whether a figure may be the value of an attribute, as far as its own sentence tells."""
    figure = stated.thing
    if figure.low != figure.high or figure.qualifier in ("least", "most", "part", "vague") or ledger.quoted(stated):
        return False
    if stated.sentence.paragraph.kind != "text" or _OTHER.search(ledger.text, *_near(stated)):
        return False
    return not _heads().isdisjoint(_LETTERS.findall(" ".join(_around(ledger, stated)).lower()))


def _around(ledger: Ledger, stated: Stated[Figure]) -> tuple[str, str]:
    """The words of its sentence before a figure and behind it."""
    start = max(stated.sentence.span.start, stated.span.start - REACH)
    end = min(stated.sentence.span.end, stated.span.end + 50)
    return ledger.text[start : stated.span.start], ledger.text[stated.span.end : end]


def _near(stated: Stated[Figure]) -> tuple[int, int]:
    return max(stated.sentence.span.start, stated.span.start - 50), min(stated.sentence.span.end, stated.span.end + 25)


def _differ(one: Stated[Figure], two: Stated[Figure]) -> bool:
    a, b = sorted((one.thing.low, two.thing.low))
    room = 0.12 if "about" in (one.thing.qualifier, two.thing.qualifier) else 0.03
    return one.sentence.number != two.sentence.number and b - a > room * b and b < APART * max(a, 1e-9)


APART = 6
"""How many times one of two values is the other, at the most: a slip, and no other thing's."""


def _alike(one: Attribute, two: Attribute) -> bool:
    """Whether two attributes may be one thing's at one time."""
    if one.whole != two.whole:
        return False
    if one.times and two.times and not one.times & two.times:
        return False
    if any(re.search(r"\d{4}|last|previous|next|earlier|before", t) for t in one.times ^ two.times):
        return False
    if one.names and two.names and not one.names & two.names:
        return False
    return one.owners <= two.owners or two.owners <= one.owners
