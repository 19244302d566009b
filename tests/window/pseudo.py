"""A language that nobody speaks: the window's sentences accented, in brackets and four tenths longer.

What is shown without brackets was not translated; what is cut off would be in a language with longer words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import QObject, QTranslator

from editor.pages import Page

LONGER = 1.4
_LETTERS = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "åƀçđéƒĝĥíĵķļɱñóþǫŕšţúṽŵẋýžÅƁÇĐÉƑĜĤÍĴĶĻṀÑÓÞǪŔŠŢÚṼŴẊÝŽ",
)
_KEPT = re.compile(r"\{[^{}]*\}|%L?n|&&|&\w|\([^()]*\*[^()]*\)|`[^`]*`|https?:\S+")
"""Places, counts, the letters of mnemonics, patterns of files, what is code."""
FORMS = ("how a day is written", "how a month is written", "how the day before a dash is written")
"""What Qt reads and nobody sees."""


def pseudo(words: str) -> str:
    """The words as they are in this language."""
    if not re.search(r"[A-Za-z]", _KEPT.sub("", words)):
        return words
    body, dots = (words[:-1], "…") if words.endswith("…") else (words, "")
    made = "".join(part if kept else part.translate(_LETTERS) for part, kept in _parts(body))
    more = round(len(body) * (LONGER - 1))
    pad = "".join(" óñé" if at % 4 == 0 else "" for at in range(more))[: max(0, more - 2)]
    return f"⟦{made}{pad}⟧{dots}"


def _parts(words: str) -> Iterator[tuple[str, bool]]:
    at = 0
    for match in _KEPT.finditer(words):
        yield words[at : match.start()], False
        yield match[0], True
        at = match.end()
    yield words[at:], False


class Pseudo(QTranslator):
    """Translates everything of the window's own, and nothing of Qt's."""

    def translate(self, context: str, words: str, about: str | None = None, n: int = -1) -> str:
        return words if context or about in FORMS else pseudo(words)

    def isEmpty(self) -> bool:
        return False


def translator(parent: QObject) -> Pseudo:
    return Pseudo(parent)


def page(of: Page) -> Page:
    """A check's page in this language; examples are text, and stay."""
    said = re.sub(r"(^```.*?^```$)|([^\n]+)", lambda m: m[1] or _line(m[2]), of.body, flags=re.DOTALL | re.MULTILINE)
    return replace(
        of,
        title=pseudo(of.title),
        rules={name: pseudo(words) for name, words in of.rules.items()},
        labels={name: pseudo(words) for name, words in of.labels.items()},
        options={name: pseudo(words) for name, words in of.options.items()},
        body=said,
    )


def _line(words: str) -> str:
    head = re.match(r"#* *", words)
    start = head[0] if head else ""
    return start + pseudo(words[len(start) :])


def outside(words: str) -> str:
    """What of a shown text is in no brackets, and so was not translated."""
    made, depth = "", 0
    for letter in words:
        depth += (letter == "⟦") - (letter == "⟧")
        if not depth and letter != "⟧":
            made += letter
    return made
