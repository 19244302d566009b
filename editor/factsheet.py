"""The fact sheet: what was read in an article, thing by thing with every place, as a fact checker goes through it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from editor.article import Span
from editor.ledger import Ledger


class Read(NamedTuple):
    """One reading: by which reader (dates, names, quotations, figures), at which place of the article, and its value.

    The value of a date is an ISO day, month or year, two of them for a range, or None where it can't be told without
    knowing more; of a name the key of whom or what it names; of a quotation the place of its speaker, or None; of a
    figure a dict of its value and of what is counted: a place, or a unit.
    """

    reader: str
    span: Span
    value: Any


def readings(ledger: Ledger) -> Iterator[Read]:
    """All that was read, reader by reader, in the order of the text."""
    yield from _dates(ledger)
    yield from _names(ledger)
    yield from _quotations(ledger)
    yield from _figures(ledger)


def _dates(ledger: Ledger) -> Iterator[Read]:
    for stated in ledger.dates:
        day = ledger.resolved(stated.thing)
        yield Read("dates", stated.span, day.isoformat() if day else None)


def _names(ledger: Ledger) -> Iterator[Read]:
    whose = {mention.span: person.full for person in ledger.people for mention in person.mentions}
    for stated in ledger.names:
        yield Read("names", stated.span, whose.get(stated.span, stated.thing.text))


def _quotations(ledger: Ledger) -> Iterator[Read]:
    for stated in ledger.quotations:
        yield Read("quotations", stated.span, stated.at(stated.thing.speaker) if stated.thing.speaker else None)


def _figures(ledger: Ledger) -> Iterator[Read]:
    for stated in ledger.figures:
        figure = stated.thing
        thing = stated.at(figure.counted_span) if figure.counted_span else figure.unit or None
        yield Read("figures", stated.span, {"value": figure.low, "counted": thing})
