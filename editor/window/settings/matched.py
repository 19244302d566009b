"""Words with what was searched for marked in them."""

from __future__ import annotations

import re

from editor.window.words import Kind, Run


def matches(searched: str, *words: str) -> bool:
    """Whether each word that was searched for stands in these, whatever its capitals; nothing searched is in all."""
    said = " ".join(words).lower()
    return all(one in said for one in searched.lower().split())


def marked(words: str, searched: str, kind: Kind = "plain") -> list[Run]:
    """The words as runs, with every place of what was searched for lit."""
    wanted = sorted(searched.split(), key=len, reverse=True)
    if not wanted:
        return [Run(words, kind)]
    runs, at = [], 0
    for match in re.finditer("|".join(map(re.escape, wanted)), words, re.IGNORECASE):
        runs += [Run(words[at : match.start()], kind), Run(match[0], "mark")]
        at = match.end()
    return [*runs, Run(words[at:], kind)]
