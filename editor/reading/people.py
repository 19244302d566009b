"""People: the names of one article linked, each person with every mention."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from editor.reading.names import Name


class Linked(NamedTuple):
    """A person: the fullest name, and the numbers of the mentions that speak of them, in order."""

    given: str
    surname: str
    mentions: tuple[int, ...]


def plain(word: str) -> str:
    """A name's letters alone, in lower case: what hyphens, blanks and apostrophes do not change."""
    return word.lower() if word.isalnum() else re.sub(r"[^\w]", "", word).lower()


def linked(names: Sequence[Name]) -> tuple[Linked, ...]:
    """The people among the names, in order of first mention.

    Full names are the same person where surname and first given name agree. A surname alone belongs to the first person
    of that surname whose gender fits, named before it or, if nobody was, after.
    """
    people: list[tuple[str, str, list[int]]] = []
    by_surname: dict[str, list[int]] = defaultdict(list)
    alone = {name.text for name in names if " " not in name.text and not name.initial}
    read = [_named(name, alone) for name in names]
    known = {plain(name.surname) for name in read if name.kind == "person" and name.given}
    late: list[tuple[int, Name]] = []
    for number, name in enumerate(read):
        words = name.text.split()
        if name.kind == "person" and name.given:
            key = plain(name.surname)
            who = next((n for n in by_surname[key][:MOST] if _same_given(people[n][0], name.given)), None)
            if who is None:
                who = len(people)
                people.append((name.given, name.surname, []))
                by_surname[key].append(who)
            if not people[who][0]:
                people[who] = (name.given, name.surname, people[who][2])
            people[who][2].append(number)
        elif name.kind == "unknown" and 1 < len(words) <= 3 and plain(words[-1]) in known and words[0][1:2].islower():
            # "Johnathan Meyer" beside a Jonathan Meyer: a full name, because its surname is somebody's.
            namesakes = by_surname[plain(words[-1])][:MOST]
            who = next((n for n in namesakes if _same_given(people[n][0], words[0])), None)
            if who is None:
                who = len(people)
                people.append((" ".join(words[:-1]), words[-1], []))
                by_surname[plain(words[-1])].append(who)
            people[who][2].append(number)
        elif len(words) == 1 or name.office or (name.kind == "unknown" and plain(name.text) in known):
            key = plain(words[-1] if len(words) == 1 else name.text)
            if by_surname.get(key):
                people[_nearest(people, by_surname[key][:MOST], names, name)][2].append(number)
            elif key in known:
                late.append((number, name))
            elif name.kind == "person" and name.office:
                by_surname[key].append(len(people))
                people.append(("", name.surname, [number]))
    for number, name in late:
        key = plain(name.text.split()[-1])
        if by_surname.get(key):
            people[by_surname[key][0]][2].append(number)
    return tuple(Linked(given, surname, tuple(sorted(at))) for given, surname, at in people)


MOST = 50
"""The most people of one surname among whom a name is looked for: a register of more is no article."""


def _named(name: Name, alone: set[str]) -> Name:
    """A name of unknown kind as a person's, where its last word stands alone elsewhere and its first does not."""
    words = name.text.split()
    if name.kind != "unknown" or not 2 <= len(words) <= 3 or words[-1] not in alone or words[0] in alone:
        return name
    if not all(word[0].isupper() and word[1:2].islower() for word in words) or words[0] == "The":
        return name
    return name._replace(kind="person", given=" ".join(words[:-1]), surname=words[-1])


def _same_given(one: str, two: str) -> bool:
    if not one or not two:
        return True
    if one.endswith(" " + two) or two.endswith(" " + one):
        return True  # Ole Kirrinkai beside Daudi Ole Kirrinkai
    first, second = one.split(maxsplit=1)[0].rstrip("."), two.split(maxsplit=1)[0].rstrip(".")
    return first == second or (1 in (len(first), len(second)) and first[0] == second[0])


def _nearest(people: Sequence[tuple[str, str, list[int]]], among: list[int], names: Sequence[Name], name: Name) -> int:
    """Of several of one surname the one named first, if a form of address does not tell another gender."""
    fits = [n for n in among if not name.gender or names[people[n][2][0]].gender in ("", name.gender)]
    return (fits or among)[0]
