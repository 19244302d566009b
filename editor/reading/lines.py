"""The lines of a text, of which most stay while it is edited: of what a reader saw in a line it is not asked again."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

Seen = TypeVar("Seen")

KEPT = 16_384
"""Of how many lines what was seen is kept: those of some ten long articles."""


@functools.lru_cache(KEPT)
def _known(line: str) -> dict[object, Any]:
    """What was seen in a line, by who was asked."""
    return {}


@functools.lru_cache(4)
def _lines(text: str) -> list[tuple[int, str, dict[object, Any]]]:
    """The lines of a text: where each starts, its words, and what was seen in it."""
    found, start = [], 0
    for line in text.split("\n"):
        found.append((start, line, _known(line)))
        start += len(line) + 1
    return found


def seen(text: str, reader: Callable[[str], Seen | None]) -> Iterator[tuple[int, Seen]]:
    """The starts of the lines in which `reader` sees something, each with what; of a line it may know nothing else."""
    for start, line, known in _lines(text):
        if reader not in known:
            known[reader] = reader(line)
        if said := known[reader]:
            yield start, said


def any_seen(text: str, test: Callable[[str], bool]) -> bool:
    """Whether a test holds of one of the lines."""
    return next(seen(text, test), None) is not None


def finditer(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """The matches of a pattern (which lives as long as the program): none runs over a line's end or looks beyond it."""
    key = id(pattern)
    for start, line, known in _lines(text):
        found = known.get(key)
        if found is None:
            found = known[key] = pattern.search(line) is not None
        if found:
            yield from pattern.finditer(text, start, start + len(line))
