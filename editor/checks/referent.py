"""One phrase for two things: “the recent strike” of the nurses, “the recent strike” of the drivers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from editor.article import Span
from editor.checks._conflict import conflict
from editor.finding import Finding
from editor.ledger import Ledger
from editor.reading.lemmas import lemma, stop_words

_RECENT = re.compile(
    r"\b(?P<np>(?:[Tt]he|[Aa]) recent (?P<n>[a-z-]+)(?P<n2>(?: (?:agreement|deal|talks|vote"
    r"|attack|strike|decision|report))?))(?P<tail>[^.;]{0,70})"
)
_THE = re.compile(
    r"(?:^|(?<=[.!?] ))(?P<np>The (?P<n>festival|summit|conference|match|meeting|ceremony|vote"
    r"|election|strike|attack|report|study|trial|exhibition|tournament|concert|march|rally|exercise"
    r"|programme|project|plant|school|hospital|bridge))(?P<tail>(?:, (?:held|staged"
    r"|based)[^,.;]{0,30})? in [A-ZÀ-Þ][\w’'-]+)"
)
_WHERE = re.compile(
    r"^(?:,? (?:in which|by|of|at|among|between) (?P<who>[^,.;]{3,40})| (?:agreement "
    r"|deal )?in (?P<place>[A-ZÀ-Þ][\w’'-]+))"
)
_PLACE = re.compile(r"in (?P<place>[A-ZÀ-Þ][\w’'-]+)$")


def check(ledger: Ledger) -> Iterator[Finding]:
    said: dict[str, list[tuple[Span, Span, set[str]]]] = defaultdict(list)
    for paragraph in ledger.paragraphs:
        text = paragraph.masked
        if "ecent " in text:
            for match in _RECENT.finditer(text):
                tail = _WHERE.match(match["tail"])
                about = _content(tail[0]) if tail else set()
                span = paragraph.at(Span(*match.span("np")))
                said["recent " + lemma(match["n"])].append(
                    (span, paragraph.at(Span(match.start("np"), match.end("np") + (tail.end() if tail else 0))), about)
                )
        for match in _THE.finditer(text):
            place = _PLACE.search(match["tail"])
            if place:
                span = paragraph.at(Span(*match.span("np")))
                said["the " + match["n"]].append((span, paragraph.at(Span(*match.span())), {place["place"].lower()}))
    for key, places in said.items():
        for n, (one, _, about) in enumerate(places):
            two = next((span for span, _, other in places[n + 1 :] if about and other and not about & other), None)
            if two:
                yield conflict(ledger, "two", one, two, keep=False, what=key.removeprefix("the "))
                break
    yield from _other_place(ledger, said)


def _other_place(ledger: Ledger, said: dict[str, list[tuple[Span, Span, set[str]]]]) -> Iterator[Finding]:
    """ "A recent ceasefire" of the article's own matter, and "the recent ceasefire in Syria", which it names once."""
    text = ledger.text
    for key, places in said.items():
        if not key.startswith("recent ") or len(places) != 2:
            continue
        (one, _, about), (_, whole, other) = places
        if about or not other:
            continue
        place = re.search(r"in ([A-ZÀ-Þ][\w’'-]+)$", whole.of(text))
        if place and text.count(place[1]) == 1:
            yield conflict(ledger, "two", one, whole, keep=False, what=key)


def _content(words: str) -> set[str]:
    return {
        lemma(w.lower())
        for w in re.findall(r"[\w’'-]+", words)
        if w.lower() not in stop_words() and w.lower() not in ("which", "recent")
    }
