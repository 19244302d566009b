"""Which entries are meant by some letters, the likeliest first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol, TypeVar

LIKE = 72
"""How alike letters and words must be, of 100, where no word begins or holds the letters."""
_WORD = re.compile(r"\w+")


class Worded(Protocol):
    """What has a name, words, and a place."""

    @property
    def name(self) -> str: ...
    @property
    def words(self) -> str: ...
    @property
    def where(self) -> str: ...


Any = TypeVar("Any", bound=Worded)


def found(query: str, entries: Sequence[Any], recent: Sequence[str] = ()) -> list[Any]:
    """The entries that the letters may mean; without letters all, those used lately first."""
    late = {name: len(recent) - at for at, name in enumerate(recent)}
    typed = query.casefold().split()
    ranked = []
    for at, entry in enumerate(entries):
        used = late.get(entry.name, 0)
        rank = likeness(typed, entry.words, entry.where) if typed else 1.0
        if rank:
            ranked.append((-rank - used / 10 if typed else -used, at, entry))
    return [entry for _, _, entry in sorted(ranked, key=lambda one: one[:2])]


def likeness(typed: Sequence[str], words: str, where: str) -> float:
    """How well typed words fit, from 0 for not at all to 100: beginnings, initials, parts, and what is nearly so."""
    import rapidfuzz.fuzz

    said, whole = words.casefold(), " ".join(typed)
    each = _WORD.findall(said)
    if said.startswith(whole):
        return 100
    if all(any(word.startswith(part) for word in each) for part in typed):
        return 90
    initials = "".join(word[0] for word in each)
    if len(typed) == 1 and len(whole) > 1 and whole in initials:
        return 85 if initials.startswith(whole) else 80
    if all(part in said for part in typed):
        return 75
    around = f"{said} {where.casefold()}"
    if all(part in around for part in typed):
        return 60
    if len(whole) < 3:
        return 0
    near = min(max(rapidfuzz.fuzz.ratio(part, word) for word in each) if each else 0 for part in typed)
    return near / 2 if near >= LIKE else 0
