"""Sentences for the editor that are made where nobody knows the window's language.

They are English here; the window says them in its own. packaging/translations.py finds them by `mark` and `sentence`:
the words are a literal, given by place.
"""

from __future__ import annotations

from dataclasses import dataclass


def mark(words: str, about: str = "") -> str:
    """These words, as they are: the window translates them when it shows them."""
    return words


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence with places `{name}` to be filled, and `%n` for a count; as text it is English."""

    words: str
    about: str = ""
    count: int = -1
    values: tuple[tuple[str, object], ...] = ()

    def __str__(self) -> str:
        words = self.words
        if self.count >= 0:
            words = words.replace("(s)", "" if self.count == 1 else "s").replace("%n", f"{self.count:,}")
        return words.format(**dict(self.values)) if self.values else words


def told_by(error: BaseException) -> Said | str:
    """What an error says: the sentence that it was raised with, for the window's language, else its words."""
    first = error.args[0] if error.args else ""
    return first if isinstance(first, Said) else str(error)


def sentence(words: str, about: str = "", count: int = -1, **values: object) -> Said:
    """The sentence `words`: `sentence("%n let stand.", "", 3)`, `sentence("Kept as “{name}”.", name="Before")`."""
    return Said(words, about, count, tuple(values.items()))
