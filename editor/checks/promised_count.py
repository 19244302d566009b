"""A number of items promised, and another number given."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from editor import resources
from editor.article import Span
from editor.finding import Evidence, Finding, finding
from editor.ledger import Ledger, Stated
from editor.reading import numbers
from editor.reading.figures import Figure


@functools.cache
def _items() -> frozenset[str]:
    return frozenset(row[0] for row in resources.rows("lexicon", "en", "promised.tsv"))


_ORDINAL = re.compile(
    r"(?:(?<=[.;:!?] )|(?<=[.;:!?]\n)|^|\n)(?:and )?(?P<o>First|Firstly|Second|Secondly|Third"
    r"|Thirdly|Fourth|Fourthly|Fifth|Fifthly|Sixth|Seventh|"
    r"Eighth|Ninth|Tenth|first|second|third|fourth|fifth)(?:ly)?(?=, )"
)
_LIST = re.compile(r"[:—–]\s*")
_COUNT = re.compile(rf"(?P<n>{numbers.WORDS}|\d+)(?: (?:of|count of|counts of|for|charges? of))", re.IGNORECASE)


def check(ledger: Ledger) -> Iterator[Finding]:
    promised = [
        s for s in ledger.figures
        if s.thing.counted in _items() and s.thing.low == s.thing.high and 2 <= s.thing.low <= 20
        and not s.thing.qualifier
    ]  # fmt: skip
    if not promised:
        return
    yield from _listed(ledger, promised)
    yield from _counted(ledger, promised)
    yield from _named(ledger, promised)


def _listed(ledger: Ledger, promised: list[Stated[Figure]]) -> Iterator[Finding]:
    """Items told off as First, Second, Third, or numbered 1., 2., 3., after the promise."""
    text = ledger.text
    for n, body in enumerate(promised):
        stop = promised[n + 1].span.start if n + 1 < len(promised) else len(text)
        for pattern, reach in ((_ORDINAL, REACH), (_NUMBERED, 3 * REACH)):
            run: list[re.Match[str]] = []
            for match in pattern.finditer(text, body.span.end, min(len(text), body.span.end + 6 * reach)):
                if _value(match["o"]) == len(run) + 1:
                    run.append(match)
            if len(run) < 2 or run[0].start() > min(stop, body.span.end + reach) or len(run) == body.thing.low:
                continue
            last = Span(*run[-1].span("o"))
            same = [s for s in promised if s.thing.low == body.thing.low and s.thing.counted == body.thing.counted]
            yield finding(
                "listed", body.span,
                evidence=[*(Evidence(s.span, "promise") for s in same if s is not body), Evidence(last, "last")],
                promised=body.span.of(text).lower(), given=len(run), what=body.thing.counted,
            )  # fmt: skip
            return


REACH = 500
"""How far after the promise, in characters, the first item may stand."""
_NUMBERED = re.compile(r"(?:^|\n)(?:#+ |\*\*)?(?P<o>\d{1,2})[.)] ")


def _value(word: str) -> int:
    low = word.lower()
    if low.isdigit():
        return int(low)
    return numbers.ORDINALS.get(low) or numbers.ORDINALS.get(low.removesuffix("ly")) or 0


def _counted(ledger: Ledger, promised: list[Stated[Figure]]) -> Iterator[Finding]:
    """ "five charges: two of theft, one of forgery and one of false accounting": numbers after a colon."""
    text = ledger.text
    for stated in promised:
        end = stated.at(stated.thing.counted_span).end if stated.thing.counted_span else stated.span.end
        colon = _LIST.match(text, end)
        stop = stated.sentence.span.end
        if not colon or colon.end() >= stop:
            continue
        counts = list(_COUNT.finditer(text, colon.end(), stop))
        if len(counts) < 2 or counts[0].start() != colon.end():
            continue
        total = sum(numbers.value(m["n"]) for m in counts)
        if total and total != stated.thing.low:
            whole = Span(colon.end(), stop - (text[stop - 1] in ".;!?"))
            yield finding(
                "counted", stated.span.to(Span(end, end)), evidence=[Evidence(whole, "items")],
                promised=stated.span.of(text).lower(), given=f"{total:.0f}", what=stated.thing.counted,
            )  # fmt: skip


_ITEM = re.compile(r"(?:the |an? |its |their |his |her )?[\w’'-]+(?: [\w’'-]+){0,2}")


def _named(ledger: Ledger, promised: list[Stated[Figure]]) -> Iterator[Finding]:
    """ "Four parts: homes, schools and roads": short items after a colon, up to the sentence's end."""
    text = ledger.text
    for stated in promised:
        end = stated.at(stated.thing.counted_span).end if stated.thing.counted_span else stated.span.end
        stop = stated.sentence.span.end
        if text[end : end + 2] != ": " or text[stop - 1] != ".":
            continue
        words = text[end + 2 : stop - 1]
        if any(c in words for c in ';:()“”"—–') or words.count(" and ") != 1:
            continue
        items = [
            item
            for piece in words.split(", ")
            for item in piece.replace("and ", " and ", 1).split(" and ")
            if item.strip()
        ]
        items = [item.strip() for item in items]
        if len(items) < 2 or not all(_ITEM.fullmatch(item) for item in items) or len(items) == stated.thing.low:
            continue
        whole = Span(end + 2, stop - 1)
        yield finding(
            "counted", Span(stated.span.start, end), evidence=[Evidence(whole, "items")],
            promised=stated.span.of(text).lower(), given=len(items), what=stated.thing.counted,
        )  # fmt: skip
