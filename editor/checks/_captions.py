"""Captions: the lines of an article that say what a picture shows."""

from __future__ import annotations

import re

from editor.ledger import Ledger
from editor.reading.paragraph import Paragraph
from editor.reading.patterns import lazy

_CAPTION = lazy(r"\s*(?:\[?(?:caption|photo|picture|pic|image|cutline|above|pictured|main image)s?\b)", re.IGNORECASE)
LONGEST = 60
"""How many words a caption has at most."""


def captions(ledger: Ledger) -> list[Paragraph]:
    """The paragraphs that open as captions do, in order."""
    return [one for one in ledger.paragraphs if _CAPTION.match(one.text) and len(one.read.words) < LONGEST]
