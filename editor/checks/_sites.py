"""Sites without a name of their own: the dam, the palace, and the two regions that the text puts it in."""

from __future__ import annotations

from collections.abc import Iterator

from editor.article import Span
from editor.ledger import Ledger
from editor.reading.atlas import clash, is_part
from editor.reading.paragraph import Reading
from editor.reading.patterns import lazy

_UP = r"[A-ZÀ-ÖØ-Þ][\w’'-]*\w"
_REGION = rf"(?P<home>{_UP}(?: (?:and |of )?{_UP}){{0,2}})"
_SITES = (
    "site|building|palace|plant|factory|mine|quarry|pit|dam|reservoir|bridge|tunnel|camp|prison|school|hospital|clinic|farm"
    "|estate|vineyard|observatory|telescope|museum|monastery|convent|church|temple|mosque|stadium|ground|airport|airfield"
    "|base|harbour|harbor|port|yard|shipyard|refinery|station|lodge|reserve|park|village|hamlet|town|city|valley|ridge"
    "|hut|crash site|venue|festival"
)
_IN = lazy(rf"\b(?:in|across|of|from|near|to|through|for) (?:the )?(?:[a-z]+ ){{0,2}}?{_REGION}(?=[\s,.;)]|$)")
_LIES = lazy(
    rf"\b(?:[Tt]he|[Tt]his|[Ii]ts) (?:(?:\w+ )?[a-z]+,? which (?:lies|stands|sits|is)|(?:{_SITES}) (?:lies|stands|sits)"
    rf") in (?:the )?{_REGION}"
)
_CUES = (" lies in ", " stands in ", " sits in ", " is in ")
_ADJECTIVE = lazy(rf"\b(?:[Tt]he|[Tt]his) {_REGION} (?:{_SITES})\b")


def elsewhere(ledger: Ledger) -> Iterator[tuple[Span, Span]]:
    """A region that something stands in, and another of the same country that "the site" is said to lie in later.

    Only where the article names no third region: then the two are of one thing, for there is no other.
    """
    named: dict[str, Span] = {}
    again: list[tuple[str, Span]] = []
    for paragraph, sites in ledger.seen(_again):
        again += [(home, paragraph.at(span)) for home, span in sites]
    for paragraph, places in ledger.seen(_named) if again else ():
        for home, span in places:
            named.setdefault(home, paragraph.at(span))
    homes = {**dict(again), **named}
    for home, span in again:
        others = [(other, place) for other, place in homes.items() if clash(home, other)]
        if len(others) == 1 and others[0][1].end < span.start:
            yield others[0][1], span
            return


def _again(read: Reading) -> list[tuple[str, Span]]:
    """The regions that something which has no name is said to stand in."""
    text = read.masked
    if read.kind == "code":
        return []
    patterns = (_LIES, _ADJECTIVE) if any(cue in text for cue in _CUES) else (_ADJECTIVE,)
    found = [m for pattern in patterns for m in pattern.finditer(text)]
    return [(m["home"], Span(*m.span("home"))) for m in found if is_part(m["home"])]


def _named(read: Reading) -> list[tuple[str, Span]]:
    """The regions that something is said to be in or of."""
    found = _IN.finditer(read.masked) if read.kind != "code" else ()
    return [(m["home"], Span(*m.span("home"))) for m in found if is_part(m["home"])]
