"""The words and patterns by which figures are read: currencies, units, what is counted."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from editor import resources
from editor.article import Span
from editor.reading import numbers
from editor.reading.patterns import lazy


class Lexicon(NamedTuple):
    """Forms of currencies and units, and the words for what happens to people who are counted."""

    signs: dict[str, str]
    words: dict[str, str]
    units: dict[str, tuple[str, str, float]]
    nouns: dict[str, str]
    participles: dict[str, str]
    verbs: dict[str, str]
    people: frozenset[str]


@functools.cache
def lexicon() -> Lexicon:
    """The tables of currencies, units, outcomes and people, by form."""
    signs: dict[str, str] = {}
    words: dict[str, str] = {}
    for code, before, after, *_ in resources.rows("lexicon", "en", "currencies.tsv"):
        signs.update(dict.fromkeys(before.split(), code))
        words.update(dict.fromkeys(after.split("|"), code))
    units = {
        form: (unit, dimension, float(size))
        for unit, dimension, size, forms in resources.rows("lexicon", "en", "units.tsv")
        for form in forms.split("|")
    }
    # Headlines write "36-Mile"; short forms are signs, whose case tells them apart.
    units |= {form.title(): unit for form, unit in units.items() if len(form) > 3 and form.islower()}
    tables: tuple[dict[str, str], dict[str, str], dict[str, str]] = ({}, {}, {})
    for outcome, *cells in resources.rows("lexicon", "en", "outcomes.tsv"):
        for table, cell in zip(tables, cells, strict=False):
            table.update(dict.fromkeys(filter(None, cell.split("|")), outcome))
    people = frozenset(row[0] for row in resources.rows("lexicon", "en", "people.tsv"))
    return Lexicon(signs, words, units, *tables, people)


@functools.cache
def outcomes() -> frozenset[str]:
    """What may happen to people who are counted: dead, hurt, missing, …"""
    return frozenset(row[0] for row in resources.rows("lexicon", "en", "outcomes.tsv"))


def _any(forms: Iterable[str]) -> str:
    return "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))


def _titled(forms: Iterable[str]) -> Iterator[str]:
    for form in forms:
        yield form
        yield form.title()


class Patterns(NamedTuple):
    """Numbers in digits and in words, units, tolls, and what is counted before or after a number."""

    digits: re.Pattern[str]
    words: re.Pattern[str]
    fraction: re.Pattern[str]
    unit: re.Pattern[str]
    toll: re.Pattern[str]
    verb: re.Pattern[str]
    noun: re.Pattern[str]
    participle: re.Pattern[str]


@functools.cache
def patterns() -> Patterns:
    """The patterns by which figures are found, and what stands beside them is told."""
    known = lexicon()
    signs = _any(known.signs)
    small = _any(word[1:] for word in numbers.SMALL if word[0] in "tfseno")
    ordinals = "|".join(numbers.ORDINALS)
    numerators = _any(word[1:] for word, value in numbers.SMALL.items() if value in range(1, 10))
    below = "|".join(list(numbers.DENOMINATORS)[1:])
    # Headlines have capitals: $38 Million, Kills 12, Three Dead.
    magnitude = f"{numbers.MAGNITUDE}|Million|Billion|Trillion|Crore|Lakh|Thousand|Hundred|Dozen"
    size = (
        rf"(?:[ -](?:{magnitude})\b|(?:million|m|mn|mln|bn|bln|tn|k|M|MM|B|K)\b"
        r"| and a half(?: (?:million|billion))?\b)?"
    )
    return Patterns(
        # Both begin with a set of characters: the search skips at full speed; what stands before is looked at after.
        re.compile(
            rf"(?P<n>[0-9](?<![\d.,:/#‑-].)(?:\d{{0,2}}(?:,\d{{2}})*(?:[,\u00a0\u2009\u202f]\d{{3}})+(?:\.\d+)?|\d*(?:\.\d+)?))(?P<size>{size})"
            rf"(?:(?P<to>\s?[-–]\s?| to | and | or )(?:{signs})?(?P<n2>{numbers.DIGITS})(?P<size2>{size})"
            r"(?![\w/]|[:.,]\d))?(?![\d/]|[:.,]\d)"
        ),
        re.compile(
            rf"[TFSENOtfseno](?<![\w’-].)(?:{small})(?:[-‑ ](?:{numbers.UNITS})\b)?(?![a-z])"
            rf"(?: (?:hundred|thousand)\b(?: (?:and )?{numbers.BELOW_HUNDRED}\b)?)*"
            rf"(?: and a half\b)?(?:[ -](?:{magnitude})\b)?(?![’']|-(?:{ordinals}|off\b|time\b|to-))"
            r"|[SDHTAsdhta](?<![\w’-].)(?:(?P<vague>everal\b|ozens of\b|cores of\b|undreds of\b"
            r"|housands of\b| handful of\b| few\b)"
            rf"|(?: (?:hundred|thousand|million|billion|dozen)\b(?: and {numbers.BELOW_HUNDRED}\b)?"
            r"(?: thousand\b| million\b)?))"
        ),
        re.compile(
            rf"[ahotfsenAHOTFSEN](?<![\w’-].)(?<!and a .)(?:alf (?:a |an? )?(?P<size>{numbers.MAGNITUDE})\b"
            rf"|alf(?=-(?:hour|mile|point|metre|million)| (?:of|the|its|their|his|her|those|these|all|as)\b)"
            rf"|(?:{numerators}|n)?[ -](?:{below})(?:s\b|\b(?= of\b| (?:more|fewer|less|higher|lower)\b))"
            rf"(?: of a (?P<of>million|billion)\b)?)"
        ),
        re.compile(
            rf"\s?(?P<share>%|[Pp]er ?[Cc]ent\b|[Pp]ercent\b"
            rf"|pc\b)(?P<points>[ -](?:percentage )?points?\b)?|\s?(?P<pp>percentage points?\b)"
            rf"|[\s-]?(?P<unit>{_any(known.units)})(?![\w/²])|[\s-](?P<money>{_any(known.words)})\b"
        ),
        re.compile(
            r"\b(?:(?:death )?toll|number of (?:the )?(?:dead|deaths))\b[^.;\d]{0,40}\b(?:to|at"
            r"|of|was|is|from)(?: at least| more than| about)? $"
        ),
        re.compile(
            rf"\b(?P<v>{_any(_titled(known.verbs))})(?: (?:at least|more than|about|some|around|nearly"
            rf"|almost|over|up to|another|as many as|a further|the))*(?: [\w-]+ly)? $"
        ),
        re.compile(
            r"(?P<gap>(?: (?:of the|of its|of their|of his|of her|of those|other|more|further"
            r"|additional|new|confirmed)\b)*)"
            r"(?P<np>(?:[ -](?!(?:and|or|but|in|on|at|to|of|for|from|by|with|as|than|that|which"
            r"|who|whose|whom|when|where|"
            r"were|was|are|is|have|has|had|been|be|will|would|could|can|may|might|should|a|an|the"
            r"|this|these|those|his|her|its|"
            r"their|our|it|he|she|they|we|you|not|per|each|after|before|since|until|between|over"
            r"|under|up|out|off|so|if|while|"
            r"because|during|against|into|through|said|says|down|only|did|do|does|also|about"
            r"|around|across|near|within|without|left|then)\b)"
            r"[^\W\d_][\w’'-]*){0,4})"
        ),
        re.compile(
            r"(?: (?:who|that|of (?:them|whom|which)))?(?: (?:have|has|had|were|was|are|is|be"
            r"|been|being|so far|also|now|still|confirmed|"
            r"reported|feared|left|believed|to be|already))*(?: [\w-]+ly)?"
            rf" (?:(?:hurt|injured) badly enough to be )?(?P<p>{_any(_titled(known.participles))})\b"
        ),
    )


@functools.cache
def units() -> dict[str, float]:
    """The size of each unit of measure in the first of its dimension."""
    return {unit: size for unit, _, size in lexicon().units.values()}


@functools.cache
def exchange() -> dict[str, tuple[float, float]]:
    """What a unit of each currency has been worth in US dollars of late: the least and the most."""
    rows = (row for row in resources.rows("lexicon", "en", "currencies.tsv") if len(row) > 4)
    return {code: (float(low), float(high)) for code, _, _, low, high in rows}


def counted_by(text: str, start: int, end: int) -> tuple[str, Span | None, bool, str]:
    """What a plain number counts, where that stands, and whether it counts people."""
    known, shapes = lexicon(), patterns()
    phrase = shapes.noun.match(text, end)
    assert phrase is not None
    words = list(re.finditer(r"[\w’'-]+", text[phrase.start("np") : phrase.end("np")])) if phrase["np"] else []
    base = phrase.start("np")
    head = None
    for number, word in enumerate(words):
        low = word[0].lower().removesuffix("’s").removesuffix("'s")
        place = Span(base + word.start(), base + word.end())
        if low in known.nouns:
            after = words[number + 1][0].lower() if number + 1 < len(words) else ""
            return known.nouns[low], place, True, after if after in known.people else ""
        if low in known.participles:
            after = words[number + 1][0].lower() if number + 1 < len(words) else ""
            return known.participles[low], place, True, head[0] if head else after if after in known.people else ""
        head = (low, place)
        if _plural(low):
            break
    if head and not _plural(head[0]):
        if text[end : end + 1] == "-":
            # A "six-member team": what is counted has a place, and is none of several things that are counted alike.
            place = Span(base + words[0].start(), base + words[0].end())
            return "", place, False, ""
        head = None
    people = head is not None and head[0] in known.people
    if head is None or people:
        follows = shapes.participle.match(text, head[1].end if head else phrase.end())
        if follows:
            return known.participles[follows["p"].lower()], Span(*follows.span("p")), True, head[0] if head else ""
        if shapes.toll.search(text, max(0, start - 80), start):
            return "dead", None, True, head[0] if head else ""
        if verb := shapes.verb.search(text, max(0, start - 60), start):
            return known.verbs[verb["v"].lower()], Span(*verb.span("v")), True, head[0] if head else ""
    if head is None:
        crowd = _COLLECTIVE.search(text, max(0, start - 24), start)
        return ("crowd" if crowd else ""), None, False, "crowd" if crowd else ""
    return head[0], head[1], people, head[0]


_COLLECTIVE = lazy(
    r"\b(?:crowd|gate|attendance|audience|turnout|turn-out|sell-out|full house)(?: of| was| at)?(?: about| some)? $",
    re.IGNORECASE,
)


_PLURALS = frozenset(
    {
        "people",
        "men",
        "women",
        "children",
        "police",
        "staff",
        "troops",
        "crew",
        "cattle",
        "sheep",
        "mice",
        "feet",
        "lives",
    }
)


def _plural(word: str) -> bool:
    return (
        (word.endswith("s") and not word.endswith(("ss", "us", "is")))
        or word in _PLURALS
        or word.endswith(("men", "women"))
    )
