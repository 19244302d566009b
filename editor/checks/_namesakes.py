"""Two given names for one holder of one office: Mayor Denise Okoro, and later Mayor Diane Okoro."""

from __future__ import annotations

import functools
import itertools
from collections import defaultdict
from collections.abc import Iterator

from editor import resources
from editor.ledger import Ledger, Person, Stated
from editor.reading.names import Name
from editor.reading.patterns import lazy
from editor.reading.people import plain

MOST = 20
"""The most people of one surname who are held against each other."""
_OF = lazy(r"^(?P<head>[\w-]+(?: general)?) (?:of|for) (?:the )?(?P<of>[\w’'-]+(?: [\w’'-]+)?)$")
_LEAD = lazy(r"^(?:(?:the|a|an|its|his|her|their|our) )+")
_APART = lazy(
    r"\b(?:succe\w+|replac\w+|predecessor|elder|younger|late|father|mother|sons?|daughters?|brothers?|sisters?"
    r"|wife|husband|widow(?:er)?|cousins?|uncle|aunt|nephew|niece|twin|relation|unrelated|namesake|his own|her own)\b"
)


@functools.cache
def _heads() -> frozenset[str]:
    """The last words of offices that one person holds at a time."""
    rows = resources.rows("lexicon", "en", "exclusive_offices.tsv")
    return frozenset(form.split()[-1] for _, forms in rows for form in forms.split("/"))


def namesakes(ledger: Ledger) -> Iterator[tuple[Stated[Name], Stated[Name]]]:
    """Two mentions by full name, the surname the same, the given names not, in one office that one person holds."""
    found: dict[str, list[tuple[Person, Stated[Name], frozenset[str]]]] = defaultdict(list)
    for person in ledger.people:
        for mention in person.mentions:
            if mention.thing.given and not mention.thing.former and (posts := _posts(mention.thing)):
                found[plain(person.surname)].append((person, mention, posts))
                break
    for inside in found.values():
        for (a, one, first), (b, two, second) in itertools.combinations(inside[:MOST], 2):
            if a.given.split()[0][0] in '“"(' or not _one_post(first, second):
                continue
            numbers = {m.sentence.number for m in a.mentions}
            if any(m.sentence.number in numbers for m in b.mentions):
                continue
            if not any(_APART.search(_near(ledger, m)) for m in (*a.mentions, *b.mentions)):
                yield one, two


def _near(ledger: Ledger, mention: Stated[Name]) -> str:
    """The sentence of a mention and the next."""
    following = ledger.sentences[min(mention.sentence.number + 1, len(ledger.sentences) - 1)]
    return ledger.text[mention.sentence.span.start : following.span.end]


def _posts(name: Name) -> frozenset[str]:
    """The exclusive offices of a name, what they are of before them: "minister of health" as "health minister"."""
    found = set()
    for said in (name.office, name.role):
        office = _LEAD.sub("", said.lower())
        if turned := _OF.match(office):
            office = f"{turned['of']} {turned['head']}"
        if office and office.split()[-1] in _heads():
            found.add(office)
    return frozenset(found)


def _one_post(one: frozenset[str], two: frozenset[str]) -> bool:
    return any(f" {a}".endswith(f" {b}") or f" {b}".endswith(f" {a}") for a in one for b in two)
