"""A place that lies here and there: in two regions, on two shores, or in a country where it is not."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from editor.article import Span
from editor.checks._conflict import conflict
from editor.checks._sites import elsewhere
from editor.finding import Finding, finding
from editor.ledger import Ledger
from editor.reading.atlas import atlas, clash, is_region, misplaced, openers
from editor.reading.dates import MONTHS, WEEKDAYS
from editor.reading.paragraph import Reading
from editor.reading.patterns import lazy

_UP = r"[A-ZÀ-ÖØ-Þ][\w’'-]*[\w]"
_OPENERS = "At|In|On|From|Near|Outside|To|The|A|An|And|But|For|While|When|After|Since|Until|Across|Around"
_WHAT = rf"(?P<what>(?!(?:{_OPENERS})\b){_UP}(?: (?:de |del |of |la )?{_UP}){{0,2}})"
_NAMED = rf"{_UP}(?: (?:and |of |de )?{_UP}){{0,3}}"
_DIVISION = (
    r"(?:region|province|state|county|district|prefecture|department|canton|governorate|island|oblast|emirate|parish)"
)
_LEVELS = frozenset(_DIVISION.strip("(?:)").split("|")) | frozenset(
    "cape shire isle islet atoll peninsula north south east west northern southern eastern western".split()
)
_HOME = rf"(?P<home>(?!(?:{'|'.join((*MONTHS, *WEEKDAYS))})\b){_NAMED}(?: {_DIVISION})?)"
_KINDS = (
    "town city village port commune suburb hamlet settlement resort capital municipality community township harbour"
    " parish outpost place"
).split()
_KIND = f"(?:{'|'.join(_KINDS)})"
_COMPASS = r"(?:north|south|east|west)(?:-?(?:east|west))?(?:ern)?"
_IN = rf"(?:in|on) (?:the )?(?:(?:far )?{_COMPASS} (?:of )?(?:the )?|central |upper |lower |rural )?"
_BEING = rf"(?:which (?:is|lies|sits) |(?:a|an|the) (?:[\w-]+ ){{0,4}}?{_KIND}(?: of [\d,]+(?: people)?)? )?"
_ISLAND = rf"(?P<home>(?:island|isle|islet|atoll|peninsula) of {_UP}(?: {_UP})?)"
_SEATS = "capital seat hub centre center town city port village".split()
_SEAT = f"(?:{'|'.join(_SEATS)})"
_KIND_CUES = tuple(f" {kind}" for kind in _KINDS)
_KINDED = ((", ",), tuple(f" {kind} of " for kind in _KINDS), ("’s ", "'s "))
"""What stands, beside a kind of place, in whatever each of the patterns with such a kind finds."""
_LOOSE = rf"(?:[a-z-]+ ){{0,4}}(?:a|an|the) (?:[\w-]+ ){{0,4}}?{_KIND} "
_SAID = tuple(
    (cues, lazy(pattern))
    for cues, pattern in (
        (
            (" in ", " on "),
            rf"{_WHAT},? {_BEING}{_IN}{_HOME}(?=[,.;)]|$| lies| where| and| is| was| has| on | at | when )",
        ),
        (
            (" in ",),
            rf"\b(?:near|outside|at|hit|struck|reached|from) {_WHAT},? {_IN}{_HOME}(?=[,.;)]|$| on | at | when | and )",
        ),
        (("of which ",), rf"\b{_HOME},? of which {_WHAT} (?:is|forms|makes up) (?:a )?part"),
        ((", where the ",), rf"{_WHAT}, where the {_HOME.replace(f'(?: {_DIVISION})?', f' {_DIVISION}')}"),
        ((", where ",), rf"{_HOME}, where {_WHAT} (?:lies|is|sits|stands)\b"),
        (
            (" island of ", " isle of ", " islet of ", " atoll of ", " peninsula of "),
            rf"{_WHAT},? (?:{_BEING})?(?:in|on) (?:the|its) (?:[a-z]+ )?{_ISLAND}",
        ),
        (_KINDED[0], rf"{_WHAT}, {_LOOSE}{_IN}{_HOME}(?=[,.;)]|$| [a-z])"),
        (
            tuple(f" {seat} of " for seat in _SEATS),
            rf"{_WHAT}, (?:the|a) (?:[a-z-]+ )?{_SEAT} of (?:the )?{_HOME}",
        ),
        (_KINDED[1], rf"\b(?:[Tt]he|a|this) {_HOME} {_KIND} of {_WHAT}"),
        (_KINDED[2], rf"{_HOME}[’']s (?:[a-z-]+ ){{0,3}}{_KIND},? (?:of )?{_WHAT}"),
    )
)
_BORN = lazy(r"\b[Bb]orn (?:in|at|near) $")
_BIRTHPLACE = lazy(rf"\b(?:the )?{_HOME} (?:city|town|village) where (?:she|he) was born")
_CAPITAL = lazy(
    rf"(?P<city>{_UP}(?: {_UP})?), (?:the |which is the )?(?:(?P<people>{_UP}(?: {_UP})?)|(?P<land>{_NAMED})[’']s)?"
    rf" ?capital(?: of (?:the )?(?P<of>{_NAMED}))?"
    rf"|(?:(?P<land2>{_NAMED})[’']s|the (?P<people2>{_UP}(?: {_UP})?)) capital,? (?:of |city,? )?"
    rf"(?P<city2>{_UP}(?: {_UP})?)"
)
_PARTS = "shore bank coast side edge shores end suburb town city district port village outskirts tip seaboard".split()
_SIDE = lazy(
    r"\b(?P<way>north|south|east|west|northern|southern|eastern|western|left|right)[ -]"
    rf"(?P<part>{'|'.join(_PARTS)})\b"
    r"|\bin the (?P<way2>(?:far |extreme )?(?:north|south|east|west)) of (?:the|this) (?P<of>island|country|city"
    r"|county|state|region)\b"
)
_OPPOSITE = {"north": "south", "south": "north", "east": "west", "west": "east", "left": "right", "right": "left"}
_PARTS += [" of the ", " of this "]
_WATER = frozenset("shore shores bank coast side edge end tip seaboard".split())


class _Said(NamedTuple):
    what: str
    home: str
    span: Span


class _Read(NamedTuple):
    """What a paragraph says of where places lie; the spans are the paragraph's."""

    said: tuple[_Said, ...]
    birthplace: str
    """Where somebody was born, if it says so."""
    born: tuple[tuple[str, Span], ...]
    """Where the birthplace is said to lie."""
    capitals: tuple[Finding, ...]
    sides: tuple[tuple[str, bool, str, Span], ...]


def check(ledger: Ledger) -> Iterator[Finding]:
    said: list[_Said] = []
    sides: dict[tuple[str, bool], list[tuple[str, Span]]] = defaultdict(list)
    birthplace = ""
    for paragraph, read in ledger.seen(_read):
        said += [_Said(what, home, paragraph.at(span)) for what, home, span in read.said]
        birthplace = read.birthplace or birthplace
        if birthplace:
            said += [_Said(birthplace, home, paragraph.at(span)) for home, span in read.born]
        yield from (one.moved(paragraph.start) for one in read.capitals)
        for what, water, way, span in read.sides:
            sides[what, water].append((way, paragraph.at(span)))
    yield from _homes(ledger, said)
    yield from _opposite(ledger, sides)
    for one, two in elsewhere(ledger):
        yield conflict(ledger, "site", one, two)


def _read(read: Reading) -> _Read | None:
    text, said, birthplace = read.masked, list[_Said](), ""
    if read.kind == "code":
        return None
    if _names_region(read):
        kinds = any(cue in text for cue in _KIND_CUES)
        for cues, pattern in _SAID:
            if (kinds or cues not in _KINDED) and any(cue in text for cue in cues):
                for match in pattern.finditer(text):
                    said.append(_said(match["what"], match))
                    if _BORN.search(text, max(0, match.start() - 10), match.start()):
                        birthplace = match["what"]
        said += _listed(text)
    born = (
        [(match["home"], Span(*match.span("home"))) for match in _BIRTHPLACE.finditer(text)]
        if " was born" in text
        else []
    )
    capitals = list(_capital(text)) if "capital" in text else []
    sided = any(way in text for way in _OPPOSITE) and any(part in text for part in _PARTS) and _SIDE.search(text)
    sides = list(_sides(read)) if sided else []
    found = _Read(tuple(said), birthplace, tuple(born), tuple(capitals), tuple(sides))
    return found if any(found) else None


def _names_region(read: Reading) -> bool:
    """Whether a region may be named: few paragraphs name any, and the patterns for what lies where are slow."""
    words = read.words
    if not openers().isdisjoint([w[3] for w in words if w[2] != w[3]]):
        return True
    return not _LEVELS.isdisjoint([w[3] for w in words])


def _said(what: str, match: re.Match[str]) -> _Said:
    return _Said(what, match["home"], Span(*match.span("home")))


_REGION = lazy(rf", (?:the )?(?P<home>{_NAMED}(?: {_DIVISION})?)(?=[,.;)]|$| [a-z])")


_LAST = lazy(rf"{_WHAT}$")


def _listed(text: str) -> Iterator[_Said]:
    """ "Nairobi, Kenya": a place and its region; countries in a row lie in none of each other."""
    for match in _REGION.finditer(text):
        if not _rank(match["home"]) and not is_region(match["home"]):
            continue
        floor = max(text.rfind(", ", 0, match.start()), text.rfind(". ", 0, match.start()), match.start() - 50, 0)
        what = _LAST.search(text, floor, match.start())
        if what and what["what"] not in atlas().regions and what["what"] not in atlas().peoples:
            yield _said(what["what"], match)


def _homes(ledger: Ledger, said: list[_Said]) -> Iterator[Finding]:
    by_name: dict[str, list[_Said]] = defaultdict(list)
    for one in said:
        if one.what not in atlas().regions:
            by_name[one.what].append(one)
    for what, places in by_name.items():
        places.sort(key=lambda one: one.span)
        pairs = ((a, b) for n, a in enumerate(places) for b in places[n + 1 :] if _apart(a.home, b.home))
        if pair := next(pairs, None):
            yield conflict(ledger, "two", pair[0].span, pair[1].span, name=what)
        elif wrong := next(((one, lies) for one in places if (lies := misplaced(what, one.home))), None):
            one, homes = wrong
            yield finding("atlas", one.span, name=what, home=one.home, lies=" or ".join(homes[:3]))


def _apart(one: str, two: str) -> bool:
    """Whether two regions are of one kind and not one: two provinces, two countries, two states of a country."""
    if clash(one, two):
        return True
    if _LANDS.match(one) or _LANDS.match(two):
        bare = _LANDS.sub("", one), _LANDS.sub("", two)
        # What is no region of the atlas may be a larger island or a part of one, never the country.
        return bare[0] != bare[1] and not any(map(is_region, bare))
    ranks = _rank(one), _rank(two)
    return bool(ranks[0]) and ranks[0] == ranks[1] and not _same(_bare(one), _bare(two))


_LANDS = lazy(r"(?:island|isle|islet|atoll|peninsula) of ")
_RANK = lazy(rf" (?P<rank>{_DIVISION}|Cape|County|Province|Region|District|State|Island|Shire)$")


def _rank(home: str) -> str:
    match = _RANK.search(home)
    return match["rank"].lower() if match else ""


def _bare(home: str) -> str:
    return _RANK.sub("", home)


def _same(one: str, two: str) -> bool:
    a, b = set(one.split()), set(two.split())
    return a <= b or b <= a


def _capital(text: str) -> Iterator[Finding]:
    """A city that is called the capital of a country which has another."""
    known = atlas()
    for match in _CAPITAL.finditer(text):
        group = "city" if match["city"] else "city2"
        city, land = match[group], match["land"] or match["land2"] or match["of"] or ""
        people = match["people"] or match["people2"] or ""
        people = people.removesuffix("’s").removesuffix("'s")
        region = known.regions.get(land) or known.peoples.get(people) or known.regions.get(people)
        if region and city in known.homes and known.capitals[region] and city not in known.capitals[region]:
            lies = " or ".join(sorted(known.capitals[region]))
            yield finding("capital", Span(*match.span(group)), name=city, home=region, lies=lies)


def _sides(read: Reading) -> Iterator[tuple[str, bool, str, Span]]:
    """What is said to lie on a side: the place, whether it is a side of water, which side, where that is said."""
    text, last = read.masked, ""
    placed = [name for name in read.names if name.kind != "person"]
    for sentence in read.sentences:
        names = [n for n in placed if sentence.start <= n.span.start < sentence.end]
        for match in _SIDE.finditer(text, sentence.start, sentence.end):
            way = (match["way"] or match["way2"].split()[-1]).removesuffix("ern")
            before = [n.text for n in names if n.span.end <= match.start()]
            after = [n.text for n in names if n.span.start >= match.end()]
            opens = re.match(r"(?:The|Its|That|This) $", text[sentence.start : match.start()])
            what = last if opens and not before else (before[-1:] or after[:1] or [""])[0]
            if what and (before or opens or _LED.match(text, match.end())):
                water = (match["part"] or "") in _WATER
                yield what, water, way, Span(*match.span())
        last = next((n.text for n in reversed(names)), last)


_LED = lazy(r"(?: of the [a-z]+)?, ")


def _opposite(ledger: Ledger, sides: dict[tuple[str, bool], list[tuple[str, Span]]]) -> Iterator[Finding]:
    for (what, _), ways in sides.items():
        for n, (way, span) in enumerate(ways):
            other = next((place for two, place in ways[n + 1 :] if two == _OPPOSITE[way]), None)
            if other:
                yield conflict(ledger, "side", span, other, keep=False, name=what)
                break
