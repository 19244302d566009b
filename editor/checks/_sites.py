"""Sites without a name of their own: the dam, the palace, and the two regions that the text puts it in."""

from __future__ import annotations

from collections.abc import Iterator

from editor.article import Span
from editor.ledger import Ledger
from editor.reading.atlas import clash, is_part
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
    told = [paragraph for paragraph in ledger.paragraphs if paragraph.kind != "code"]
    for paragraph in told:
        text = paragraph.masked
        for pattern in (_LIES, _ADJECTIVE) if any(cue in text for cue in _CUES) else (_ADJECTIVE,):
            again += [
                (m["home"], paragraph.at(Span(*m.span("home")))) for m in pattern.finditer(text) if is_part(m["home"])
            ]
    for paragraph in told if again else ():
        for match in _IN.finditer(paragraph.masked):
            if is_part(match["home"]):
                named.setdefault(match["home"], paragraph.at(Span(*match.span("home"))))
    homes = {**dict(again), **named}
    for home, span in again:
        others = [(other, place) for other, place in homes.items() if clash(home, other)]
        if len(others) == 1 and others[0][1].end < span.start:
            yield others[0][1], span
            return
