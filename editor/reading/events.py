"""Events: what a paragraph tells to have happened, and when, so far as their order in time is known."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from editor import resources
from editor.article import Span
from editor.reading.dates import Date
from editor.reading.patterns import telling


class Event(NamedTuple):
    """An event of a chain (conflict, justice, …), its stage in it, and the date said of it.

    `begins` and `ends` are set for the plain "began on … and ended on …".
    """

    span: Span
    chain: str
    stage: int
    date: Date


class _Kind(NamedTuple):
    chain: str
    stage: int


@functools.cache
def _patterns() -> tuple[re.Pattern[str], dict[str, _Kind]]:
    kinds, parts = {}, []
    for n, (chain, stage, words) in enumerate(resources.rows("lexicon", "en", "events.tsv")):
        kinds[f"e{n}"] = _Kind(chain, int(stage))
        parts.append(f"(?P<e{n}>{words})")
    return re.compile(rf"\b(?:{'|'.join(parts)})\b", re.IGNORECASE), kinds


@functools.cache
def _may_tell() -> Callable[[str], bool]:
    return telling(words for _, _, words in resources.rows("lexicon", "en", "events.tsv"))


REACH = 70
"""How far, in characters, from an event its date may stand in the same sentence."""


def events(masked: str, dates: Sequence[Date], sentences: Sequence[Span]) -> tuple[Event, ...]:
    """The events of a paragraph that have a date of month and day, or of month and year, in order."""
    dated = [date for date in dates if date.month and (date.day or date.year)]
    if not dated:
        return ()
    result: list[Event] = []
    for sentence in sentences:
        inside = [date for date in dated if sentence.covers(date.span)]
        if not inside or not _may_tell()(masked[sentence.start : sentence.end].lower()):
            continue
        pattern, kinds = _patterns()
        found = list(pattern.finditer(masked, sentence.start, sentence.end))
        for n, match in enumerate(found):
            assert match.lastgroup
            ceiling = found[n + 1].start() if n + 1 < len(found) else sentence.end
            floor = found[n - 1].end() if n else sentence.start
            date = next((d for d in inside if match.end() <= d.span.start < min(ceiling, match.end() + REACH)), None)
            if date is None:
                date = next(
                    (d for d in reversed(inside) if floor <= d.span.start < match.start() <= d.span.end + REACH), None
                )
            if date is None or any(other.date is date for other in result):
                continue
            kind = kinds[match.lastgroup]
            result.append(Event(Span(*match.span()), kind.chain, kind.stage, date))
    return tuple(result)
