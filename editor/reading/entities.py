"""Entities: whom and what the names of one article name, each with one key; and capitals that name nothing."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from editor import resources
from editor.reading.atlas import atlas
from editor.reading.lemmas import lemma, stop_words
from editor.reading.names import Kind, Name, lexicon
from editor.reading.people import Linked


class Entity(NamedTuple):
    """A person, organisation or place, or something of unknown kind, by the fullest name that the article has of it."""

    title: str
    kind: Kind


class _Capitals(NamedTuple):
    dictionary: frozenset[str]
    nothing: frozenset[str]
    happenings: frozenset[str]


@functools.cache
def _capitals() -> _Capitals:
    """Words that need no capital, words with one that name no entity, and last words of names of what happens."""
    return _Capitals(
        frozenset(row[0] for row in resources.rows("lexicon", "en", "dictionary.tsv")),
        frozenset(word for row in resources.rows("lexicon", "en", "not_names.tsv") for word in row[0].split()),
        frozenset(word for row in resources.rows("lexicon", "en", "happening_words.tsv") for word in row[0].split()),
    )


def entities(names: Sequence[Name], people: Sequence[Linked]) -> tuple[Entity | None, ...]:
    """What each name of an article names; None where its capital names nothing (a sentence's first word, a people).

    Names are one entity where they are forms of one country in the atlas, are the same but for their legal form, where
    one is the initials of the other, or where one opens the only longer name that it can.
    """
    found: list[Entity | None] = [None] * len(names)
    for person in people:
        for number in person.mentions:
            found[number] = Entity(f"{person.given} {person.surname}".strip(), "person")
    surely = {name.text for name in names if not (name.initial or name.titled)}
    rest = [n for n, name in enumerate(names) if not found[n] and _names_something(name, surely)]
    fullest = _fullest([names[n].text for n in rest])
    kinds: dict[str, Kind] = {}
    for n in rest:
        title = fullest[names[n].text]
        kind: Kind = "place" if _region(title) else names[n].kind
        if kinds.get(title, "unknown") == "unknown":
            kinds[title] = kind
    for n in rest:
        title = fullest[names[n].text]
        found[n] = Entity(title, kinds[title])
    return tuple(found)


def _region(name: str) -> str:
    """The usual form of a country or a part of one; "" of what the atlas does not have."""
    return atlas().regions.get(name.removeprefix("The ").replace(".", ""), "")


def _names_something(name: Name, surely: set[str]) -> bool:
    """Whether a capital tells an entity: not where the place asks for one and the word is in the dictionary."""
    known, words = _capitals(), name.text.split()
    if _region(name.text) or name.text in atlas().homes:
        return True
    if name.text in atlas().peoples or words[-1] in known.happenings or words[0][:2] in ("I’", "I'"):
        return False
    if name.kind == "organisation":
        return True
    if len(words) == 1 and (words[0] in known.nothing or (words[0].isupper() and words[0].lower() in stop_words())):
        return False
    if all(word in known.nothing or word in atlas().peoples or in_dictionary(word) for word in words):
        return words[0] not in known.nothing and name.text in surely
    return True


def in_dictionary(word: str) -> bool:
    """Whether a word is one of the dictionary's when it is written small."""
    low = word.lower().removesuffix("’s").removesuffix("'s")
    parts = low.split("-")
    return all(part in stop_words() or lemma(part) in _capitals().dictionary or not part.isalpha() for part in parts)


_LEGAL = frozenset(
    "Inc Inc. Corp Corp. Corporation Ltd Ltd. Limited Co Co. Company plc PLC LLC N.V. AG SA S.A. GmbH".split()
)


def _core(text: str) -> str:
    """A name without its article, its dots and what says the legal form."""
    words = text.removeprefix("The ").removesuffix("’s").removesuffix("'s").split()
    while len(words) > 1 and words[-1] in _LEGAL:
        words.pop()
    return " ".join(words).replace(".", "").replace("’", "'")


def _fullest(texts: Sequence[str]) -> dict[str, str]:
    """For each name the fullest form of what it names."""
    cores = dict.fromkeys(map(_core, texts))
    shorts: dict[str, set[str]] = defaultdict(set)
    opens: dict[str, set[str]] = defaultdict(set)
    marks = lexicon().words
    for core in cores:
        words = core.split()
        if len(words) < 2:
            continue
        capitals = [word for word in words if word[0].isupper()]
        shorts["".join(word[0] for word in capitals)].add(core)
        shorts["".join(word[0] for word in words).upper()].add(core)
        if marks.get(words[-1]) != "place" and words[-1] not in _capitals().happenings:
            for end in range(1, len(words)):
                opens[" ".join(words[:end])].add(core)
    result: dict[str, str] = {}
    for text in texts:
        core = _core(text)
        region = _region(core)
        longer = shorts[core] if core.isupper() and len(core) > 1 else opens[core]
        if not region and len(longer) == 1:
            core = next(iter(longer))
        result[text] = region or core
    return result
