"""A surname before the full name, or without it."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Iterator

from editor import resources
from editor.checks._conflict import conflict
from editor.finding import Finding
from editor.ledger import Ledger, Stated
from editor.reading.atlas import atlas
from editor.reading.names import Name, lexicon
from editor.reading.patterns import lazy
from editor.reading.people import plain

_NO_PERSON = lazy(
    r"(?:[’']s)?[ -](?:famil(?:y|ies)|brothers|sisters|twins|household|estate|era|administration|government|camp|case"
    r"|trial|affair|ministry|cabinet|campaign|presidency|inquiry|report|dynasty|street|road|park|house|farm|island|river|bridge"
    r"|[A-ZÀ-Þ][\w’'-]*|\d+)\b"
)
_BEFORE = lazy(r"\b(?:the|a|an|The|in|at|near|from|of the) $")
_HOME = lazy(r", (?P<home>[A-ZÀ-Þ][\w.’'-]*(?: [A-ZÀ-Þ][\w.’'-]*){0,2})\b")
"""What may be where a town of that name lies."""
_WHO = lazy(r",? (?:who|whose|of|at|from)\b|, [^,.]{3,60},")
_SPEAKS = lazy(
    r"(?:,[^,.]{1,60},)? (?:said|told|says|added|warned|explained|announced|declared|noted"
    r"|confirmed|insisted|argued|claimed|vowed|promised|wrote)\b"
)


@functools.cache
def _household() -> frozenset[str]:
    return frozenset(name for (names,) in resources.rows("lexicon", "household.tsv") for name in names.split("|"))


def check(ledger: Ledger) -> Iterator[Finding]:
    first_of: dict[str, list[int]] = defaultdict(list)
    for person in ledger.people:
        first_of[plain(person.surname)].append(person.mentions[0].span.start)
    for person in ledger.people:
        if not person.given or len(person.mentions) < 2:
            continue
        told = [m for m in person.mentions if m.sentence.paragraph.kind == "text"]
        full = next((m for m in told if m.thing.given), None)
        if full is None or told[0] is full or full.thing.given in lexicon().offices:
            continue
        first = told[0]
        if sum(start <= full.span.start for start in first_of[plain(person.surname)]) > 1:
            continue
        if plain(first.thing.text.split()[-1]) != plain(person.surname) or not _bare(ledger, first):
            continue
        if full.sentence.number == first.sentence.number or ledger.quoted(first) or person.surname in _household():
            continue
        introduced = full.thing.office or full.thing.role or full.thing.age or _WHO.match(ledger.text, full.span.end)
        if not introduced and not _SPEAKS.match(ledger.text, first.span.end):
            continue
        yield conflict(ledger, "early", first.span, full.span, keep=False, name=person.full)


def _bare(ledger: Ledger, mention: Stated[Name]) -> bool:
    """Whether a surname speaks of the person, with a form of address at most: no office tells who it is."""
    kinds = {lexicon().offices.get(word, ("",))[0] for word in mention.thing.office.lower().split()}
    if kinds - {"address"} or mention.thing.role or " " in mention.thing.text:
        return False
    if mention.thing.initial and not mention.thing.office and not _acts(ledger, mention):
        return False
    lead = ledger.text[max(0, mention.span.start - 8) : mention.span.start]
    if (follows := _HOME.match(ledger.text, mention.span.end)) and follows["home"] in atlas().regions:
        return False
    return not _NO_PERSON.match(ledger.text, mention.span.end) and not _BEFORE.search(lead)


_ACTS = lazy(r"(?:,|’s|'s)? [a-z]")


def _acts(ledger: Ledger, mention: Stated[Name]) -> bool:
    return bool(_ACTS.match(ledger.text, mention.span.end))
