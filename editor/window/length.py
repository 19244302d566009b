"""How long the article is, and how long it is to be: counted, said, and shown by a thin bar."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget

from editor.article import Facts
from editor.window import mirror, theme
from editor.window.translation import tr
from editor.window.wording import thousands

PACE = 238
"""Words a minute: silent reading of English non-fiction (Brysbaert 2019, a review of 190 studies)."""
_TARGET = re.compile(
    r"(\d[\d,.\u2009\u202f\u00a0 ]*)\s*(?:(w(?:ords?)?)|(c(?:h(?:ar(?:acter)?s?)?)?))?\.?", re.IGNORECASE
)
MOST = 10_000_000


class Count(NamedTuple):
    """How many words and characters there are."""

    words: int
    characters: int


class Target(NamedTuple):
    """How long the article is to be."""

    length: int
    unit: Literal["words", "characters"]


def counted(text: str) -> Count:
    return Count(len(text.split()), len(text) - text.count("\n"))


def read(words: str) -> str | None:
    """A length as it is kept: "450 words"; empty where the words are, None where they are no length."""
    if not words.strip():
        return ""
    found = _TARGET.fullmatch(words.strip())
    if not found:
        return None
    count = int(re.sub(r"\D", "", found[1]))
    return f"{count} {'characters' if found[3] else 'words'}" if 0 < count <= MOST else None


def target(facts: Facts) -> Target | None:
    """The length that the editor has asked for."""
    kept = read(facts.length.value) if facts.length else ""
    if not kept:
        return None
    count, unit = kept.split()
    return Target(int(count), "characters" if unit == "characters" else "words")


def said(count: Count, selected: Count, wanted: Target | None) -> str:
    """The length in a few words: of what is selected, else against the target, else with the reading time."""
    if selected.characters:
        return tr("{some} of {all} words · {characters} characters").format(
            some=thousands(selected.words), all=thousands(count.words), characters=thousands(selected.characters)
        )
    minutes = tr("{minutes} min").format(minutes=max(1, round(count.words / PACE)))
    if not wanted:
        return tr("{words} words · {time}").format(words=thousands(count.words), time=minutes)
    have = count.words if wanted.unit == "words" else count.characters
    of = (tr("{have} / {wanted} words") if wanted.unit == "words" else tr("{have} / {wanted} characters")).format(
        have=thousands(have), wanted=thousands(wanted.length)
    )
    over = have - wanted.length
    return f"{of} · " + (tr("{count} over").format(count=thousands(over)) if over > 0 else minutes)


class LengthPart(QPushButton):
    """Says the length; a thin bar below fills up to the target, and is whole and in another colour beyond it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share = 0.0

    def show_length(self, count: Count, selected: Count, wanted: Target | None) -> None:
        have = count.characters if wanted and wanted.unit == "characters" else count.words
        self._share = have / wanted.length if wanted else 0.0
        words = said(count, selected, wanted)
        self.setText(words)
        minutes = max(1, round(count.words / PACE))
        more = tr("{characters} characters, {minutes} min to read. Press to set the length that is wanted.").format(
            characters=thousands(count.characters), minutes=minutes
        )
        self.setToolTip(more)
        self.setAccessibleDescription(f"{words}. {more}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._share:
            return
        painter = mirror.painter(self)
        left, width = theme.SPACE, self.width() - 2 * theme.SPACE
        y = self.height() - 3.5
        painter.fillRect(QRectF(left, y, width, 2), theme.colour("line"))
        shade = "warning" if self._share > 1 else "ok"
        painter.fillRect(QRectF(left, y, width * min(1.0, self._share), 2), theme.colour(shade))
