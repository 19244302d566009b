"""An outlet named rightly at one place and with a slip at another."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator

from editor.article import Span
from editor.checks._conflict import conflict
from editor.finding import Finding
from editor.ledger import Ledger
from editor.reading.patterns import lazy
from editor.reading.people import plain
from editor.reading.sources import Cited

_SUFFIX = lazy(r"(?:\.[a-z]{2,4}){1,2}(?:/.*)?$", re.IGNORECASE)


def check(ledger: Ledger, *, alike: float = 0.84) -> Iterator[Finding]:
    cited: list[tuple[Cited, Span]] = [(one, one.span) for piece in ledger.debris for one in piece.cited]
    for paragraph in ledger.paragraphs:
        cited += [(one, paragraph.at(one.span)) for one in paragraph.read.sources]
    cited.sort(key=lambda each: each[1])
    right = {plain(one.outlet): (one, span) for one, span in reversed(cited) if one.outlet}
    told: set[str] = set()
    for one, span in cited:
        if one.outlet or not one.form:
            continue
        name = _SUFFIX.sub("", one.form)
        form = plain(name)
        if form in told or len(form) < 6:
            continue
        for other, (known, place) in right.items():
            if form[:4] == other[:4] and form != other and difflib.SequenceMatcher(None, form, other).ratio() >= alike:
                told.add(form)
                yield conflict(
                    ledger, "slip", place, Span(span.start, span.start + len(name)), keep=False, outlet=known.outlet
                )
                break
