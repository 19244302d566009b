"""Patterns that are compiled when they are first looked for: one page needs half of those that the checks know."""

from __future__ import annotations

import re
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
