"""A surname before the full name, or without it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from editor.checks._conflict import conflict
from editor.finding import Finding
from editor.ledger import Ledger

_SPEAKS = re.compile(
    r"(?:,[^,.]{1,60},)? (?:said|told|says|added|warned|explained|announced|declared|noted"
    r"|confirmed|insisted|argued|claimed|vowed|promised|wrote)\b"
)


def check(ledger: Ledger) -> Iterator[Finding]:
    for person in ledger.people:
        if not person.given or len(person.mentions) < 2:
            continue
        first = person.mentions[0]
        full = next((m for m in person.mentions if m.thing.given or " " in m.thing.text), None)
        if full is None or full is first or first.thing.text != person.surname or first.thing.office:
            continue
        if first.sentence.paragraph.kind != "text" or not _SPEAKS.match(ledger.text, first.span.end):
            continue
        if full.sentence.paragraph.kind != "text" or not (
            full.thing.office or full.thing.role or full.thing.age or full.sentence.number > first.sentence.number
        ):
            continue
        yield conflict(ledger, "early", first.span, full.span, keep=False, name=person.full)
