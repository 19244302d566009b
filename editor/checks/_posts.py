"""Offices that stand away from a name: after "as", for a side of a trial, denied, or of a minister who is not named."""

from __future__ import annotations

import functools
from collections.abc import Iterator

from editor import resources
from editor.article import Span
from editor.ledger import Ledger, Stated
from editor.reading.names import Name, lexicon
from editor.reading.patterns import lazy

_AS = lazy(
    r"(?:, (?:a|an|the) [^,.;]{2,40},)? as (?:the |its |a |an )?(?P<role>(?:[a-z-]+ ){0,3}[a-z-]+)"
    r"(?=[.,;]| (?:of|for|at|in|who|to|and|on)\b)"
)
_LEADS = lazy(
    r",? (?:who|whose \w+) (?:leads?|led|heads|is leading|was leading|conducts|conducted|argues for|acts for|acted for"
    r"|appears for|appeared for|speaks for|spoke for) the (?P<o>defen[cs]e|prosecution|Crown)\b"
    r"|,? (?:leading|heading|conducting) the (?P<p>defen[cs]e|prosecution)\b"
    r"|,? (?:who )?(?:represents|represented|defends|defended) (?:him|her|the (?P<q>accused|defendant))\b"
)
_BEFORE = lazy(r"(?:^|[ “])(?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er) (?P<role>(?:[a-z-]+ ){0,4}[a-z-]+), $")
_NEVER = lazy(
    r"\b(?:has|had|have) never (?:(?:held|had|taken|sought) (?:an?|any) (?P<kind>[a-z]+)"
    r" (?:post|office|role|position|job)|been (?:an?|the|its|their) (?P<head>[a-z-]+(?: [a-z-]+)?))\b"
)
_MINISTER = lazy(r"The (?P<of>[a-z]+(?: and [a-z]+)?) minister(?=,? (?:who|whose)\b| (?!of\b|for\b|to\b|and\b)[a-z]+)")


def apart(ledger: Ledger, mention: Stated[Name]) -> Iterator[tuple[str, Span, bool]]:
    """What a mention's person is said to be, before a comma or after "as": words, place, whether before the name."""
    text, sentence = ledger.text, mention.sentence
    if match := _AS.match(text, mention.span.end, sentence.span.end):
        yield match["role"], Span(*match.span("role")), False
    if mention.span.start > sentence.span.start and not mention.thing.office_span:
        start = max(sentence.span.start, mention.span.start - 60)
        match = _BEFORE.search(text[start : mention.span.start])
        if match and match["role"].split()[-1] in lexicon().offices:
            yield match["role"], Span(match.start("role"), match.end("role")).moved(start), True


def side(ledger: Ledger, mention: Stated[Name]) -> tuple[str, Span] | None:
    """The side of a trial that a mention's person leads: "prosecutor" or "for the defence", and where it is said."""
    match = _LEADS.match(ledger.text, mention.span.end, mention.sentence.span.end)
    if not match:
        return None
    group = next((name for name in "opq" if match[name]), "")
    if not group:
        return None
    words = match[group]
    defends = words.startswith("defen") or group == "q"
    return "for the defence" if defends else "prosecutor", Span(*match.span())


@functools.cache
def _denied() -> dict[str, frozenset[str]]:
    rows = resources.rows("lexicon", "en", "denied_posts.tsv")
    return {kind: frozenset(offices.split("|")) for kind, offices in rows}


def denied(ledger: Ledger, mention: Stated[Name]) -> tuple[frozenset[str], Span] | None:
    """The offices that a mention's sentence says its person never held, and where; None where it says nothing so."""
    match = _NEVER.search(ledger.text, mention.span.end, mention.sentence.span.end)
    if not match or ledger.text.count(".", mention.span.end, match.start()):
        return None
    offices = _denied().get(match["kind"], frozenset()) if match["kind"] else frozenset({match["head"]})
    return (offices, Span(*match.span())) if offices else None


def unnamed_ministers(ledger: Ledger) -> Iterator[tuple[str, Span, bool]]:
    """Sentences that open with a minister by the ministry alone: its words, the place, and whether "who" goes on."""
    for sentence in ledger.sentences:
        if sentence.paragraph.kind != "text":
            continue
        if match := _MINISTER.match(sentence.paragraph.masked, sentence.within.start, sentence.within.end):
            place = sentence.paragraph.at(Span(match.start(), match.end()))
            follows = sentence.paragraph.masked[match.end() : match.end() + 5]
            yield match["of"], place, follows.lstrip(", ").startswith("who")
