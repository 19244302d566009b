"""Patterns that are compiled when they are first looked for: one page needs half of those that the checks know."""

from __future__ import annotations

import functools
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import Any, cast


class _Lazy:
    """Stands for a pattern until something is asked of it; what was asked once is kept, so that it costs nothing."""

    def __init__(self, words: str, flags: int) -> None:
        self._said = (words, flags)

    def __getattr__(self, name: str) -> Any:
        # `re` remembers only so many patterns; two threads that ask at once compile the same one twice, no more.
        compiled = self.__dict__.get("_compiled") or self.__dict__.setdefault("_compiled", re.compile(*self._said))
        asked = self.__dict__[name] = getattr(compiled, name)
        return asked


def lazy(words: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern like that of `re.compile`, whose compiling (0.1 to 10 ms) waits until it is used."""
    return cast("re.Pattern[str]", _Lazy(words, flags))


_MAYBE = r"(?:[?*]\??|\{[^}]*\}\??)"
_MANY = rf"(?:{_MAYBE}|\+\??)?"
_ESCAPED = lazy(rf"\\[^A-Za-z0-9]{_MANY}")
_CLASS = lazy(rf"\[\^?\]?(?:[^\]\\]|\\.)*\]{_MANY}")
_GROUP = lazy(rf"\((?:[^()\\]|\\.)*\){_MANY}")
_ANY = lazy(rf"(?:\\[A-Za-z0-9]|\.){_MANY}|[^\\\0|]{_MAYBE}|[\^$+]")
_PRIVATE = 0xE000
_BREAK = lazy("[\0\ue000-\uf8ff]")
_SHORTEST = 3


def cues(words: str) -> tuple[str, ...]:
    """Of each alternative of a pattern the longest run of characters that must stand in what it matches.

    Where an alternative has no run of three characters, those of a group in it. Empty where one has no such group:
    then nothing can be said without the pattern itself.
    """
    groups: dict[str, set[str]] = {}

    def kept(group: re.Match[str]) -> str:
        inside = _gathered(group[0][3:-1], groups) if group[0].startswith("(?:") and group[0][-1] == ")" else set()
        if not inside:
            return "\0"
        key = chr(_PRIVATE + len(groups))
        groups[key] = inside
        return key

    flat, before = _CLASS.sub("\0", _ESCAPED.sub("\0", words)), ""
    while flat != before:
        flat, before = _GROUP.sub(kept, flat), flat
    found = _gathered(flat, groups)
    return tuple(one for one in found if not any(other in one for other in found if other != one))


def _gathered(flat: str, groups: dict[str, set[str]]) -> set[str]:
    """The cues of alternatives whose groups are a character each, which has theirs in `groups`; empty if one fails."""
    found: set[str] = set()
    for one in _ANY.sub("\0", flat).split("|"):
        best = max(_BREAK.split(one), key=len)
        told = {best} if len(best) >= _SHORTEST else next((groups[sign] for sign in one if sign in groups), None)
        if not told:
            return set()
        found |= told
    return found


class _Cued(_Lazy):
    """A pattern that is asked only where one of its cues stands: without one it cannot match."""

    def __init__(self, words: str, alternatives: str, flags: int) -> None:
        super().__init__(words, flags)
        self._small = bool(flags & re.IGNORECASE)
        found = cues(alternatives)
        self._cues = tuple({one.lower() for one in found}) if self._small else found

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        return self._pattern.search(text, start, end) if self._may(text, start, end) else None

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        return self._pattern.finditer(text, start, end) if self._may(text, start, end) else iter(())

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(*self._said)

    def _may(self, text: str, start: int, end: int) -> bool:
        if not self._cues:
            return True
        if start or end < len(text):
            text = text[start:end]
        if self._small:
            text = text.lower()
        # Asked for every clause: a generator would take twice as long.
        for cue in self._cues:  # noqa: SIM110
            if cue in text:
                return True
        return False


def cued(alternatives: str, flags: int = 0, *, words: str = r"\b(?:{})\b") -> re.Pattern[str]:
    """A lazy pattern of alternatives, most often those of a table, that few texts hold; `words` is put about them."""
    return cast("re.Pattern[str]", _Cued(words.replace("{}", alternatives), alternatives, flags))


def telling(alternatives: Iterable[str]) -> Callable[[str], bool]:
    """Whether one of many alternatives may match a text in small letters: to ask before each of them is tried."""
    found = tuple({cue.lower() for cue in cues("|".join(alternatives))})

    @functools.lru_cache(8192)
    def may(small: str) -> bool:
        # Asked for every clause: a generator would take twice as long.
        for cue in found:
            if cue in small:
                return True
        return not found

    return may
