"""References to nothing: "(Bonnier 1)", "[3]" without a list, an attribution without a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from editor import healing
from editor.article import Span
from editor.finding import Finding, Fix, Opens, finding
from editor.ledger import Ledger
from editor.reading.paragraph import Reading
from editor.reading.patterns import lazy

_SAID = (
    r"said|says|added|told|reported|reports|writes|wrote|claims|claimed|confirmed|announced|argues|argued|noted"
    r"|insisted"
)
_CREDIT = (
    r"[Aa]ccording to|[Aa]s per|[Aa]s (?:reported|stated|told|cited|quoted|confirmed|noted|published|covered|seen"
    r"|claimed) (?:by|to|in|on)|citing|quoting|(?:reported|quoted|cited|confirmed|published) by"
    r"|in (?:an interview|a statement) (?:with|to)"
)
# What is left between credits and their end: the words that bound the names together.
_BOUND = r"(?:[ ]+(?:and|or|&)(?=[ ]*[.,;:!?)]))?"
_WORK = (
    r"(?:report|study|survey|statement|interview|article|story|post|paper|poll|letter|analysis|piece|review|book|blog"
    r"|spokes(?:man|woman|person)|official|source|correspondent|editorial|column|press release|video|page)s?"
)
_JOINT = r"(?:by|of|in|from|to|with|for|on|at|published|carried|posted)"
# Such a word without an article is what is left of a name.
_BARE = (
    r"(?:newspaper|website|web site|news site|news agency|news channel|channel|outlet|news outlet|portal|news portal"
    r"|magazine"
    r"|broadcaster|media house|agency|spokesman|spokeswoman|spokesperson|publication|daily|source|link|url|name"
    r"|outlet name)"
)
_OUTLETS = r"(?:outlets|sites|websites|newspapers|papers|sources|agencies|portals|channels|publications|media)"
_NOBODY = lazy(
    rf"(?:(?:{_CREDIT})(?:{_BOUND}(?=[ ]*(?:[.,;:!?)]|$))|(?= (?:and|but|or)\b)(?! (?:and|or)[ ](?:[A-Z]|in\b|on\b))"
    rf"|[ ](?:{_BARE}(?:[ ]and[ ]{_BARE})?|(?:an?|the|its|his|their)(?:[ ](?:new|recent"
    rf"|latest))?(?:[ ]{_WORK})?[ ]+{_JOINT}|the"
    r"|an?|its)(?=[ ]*(?:[.;:!?)]|$)))"
    rf"|(?:{_CREDIT}) (?:[a-z]+ )?{_OUTLETS} (?:such as|like|including|namely)(?:[ ]+(?:and|or|&))?"
    r"(?=[ ]*(?:[.,;:!?)]|$))"
    rf"|\b(?:An?|The|One)[ ](?:new |recent |latest )?{_WORK} (?:by|from|in)(?= (?:found|says?|said|shows?|showed"
    r"|suggests?|suggested|reported|reveals?|revealed|warned|concluded)\b)"
    r"|(?:, )?\b(?:citing|quoting) (?:data|figures|reports?|statistics|numbers|documents|sources) (?:from|by|in)"
    r"(?=[ ]*(?:[.,;:!?)]|$))"
    rf"|, (?:{_SAID})(?:[ ]{{1,2}}(?:and|or)(?=[ ]*[.,])|(?=[ ]+[.,]))"
    r"|, (?:per|via|from)(?=[ ]*[.)])|, (?:says?|told|citing|quoting)(?=\.(?:\s|$))|, (?:an? |the )?told(?=\.(?:\s|$))"
    r"|, (?:claimed|said|stated|noted|confirmed|revealed|announced|posted|shared|told)[ ](?:by|in|on"
    r"|to)(?=[ ]*\.(?:\s|$))"
    r"|(?:, |(?<=[”\"]) ?)(?:in |a |an |the )?(?:new |recent |latest )?(?:report|study"
    r"|survey|statement|interview|words|article|story|post|paper|poll|letter|analysis|told|said|says"
    r"|sources)(?: (?:by|of|in|from|to|with|the|on|published|carried))*"
    r"(?=[ ]+[.,](?:\s|$)))"
)
_EMPTY = lazy(
    r"\((?<=[\w”\"’'.,;] \()\s*(?:(?:[Ss]ources?|[Vv]ia|[Ff]rom|[Ss]ee|[Pp]er|[Cc]redit|[Rr]efs?|[Pp]hoto|[Cc]iting"
    r"|[Aa]ccording to)\b)?\s*:?"
    r"\s*[,;.]?\s*(?:and|or|&)?\s*\)(?=[ .,;:!?\n]|$)|\[(?<=[\w”\"’'.,;] \[)\s*\](?=[ .,;:!?\n]|$)"
)

_CREDITS = (
    *(
        "ccording to",
        "s per",
        "s reported",
        "s stated",
        "s told",
        "s cited",
        "s quoted",
        "s confirmed",
        "s noted",
        "s seen",
    ),
    *("s published", "s covered", "s claimed", "citing", "quoting", "ed by", " .", " ,", ", per", ", via", ", from"),
    *("()", "( )", "[]", "ource)", "ource: )", "ource:)", "Via)", "via)", ", told", " by.", " in.", " on.", " to."),
    *("tudy by ", "tudy from ", "eport by ", "eport from ", "urvey by ", "oll by "),
    *("says.", "say.", "interview ", "statement ", " and.", " and,"),
)


def check(ledger: Ledger) -> Iterator[Finding]:
    for piece, paragraph in healing.pieces(ledger, "reference"):
        fix = healing.taken_out(ledger, piece, paragraph)
        yield finding(
            "reference",
            piece.span,
            fixes=[Fix("remove", fix.edits, False, fix.leaves)],
            confidence=piece.confidence,
            words=piece.span.of(ledger.text),
        )
    for paragraph, matches in ledger.seen(_matches):
        for match in matches:
            start = match.start()
            if match[0][0].isalpha() and paragraph.text[start - 1 : start].isalnum():
                continue
            start -= len(paragraph.text[:start]) - len(paragraph.text[:start].rstrip(" "))
            start -= paragraph.text[start - 1 : start] == ","
            span = paragraph.at(Span(start, match.end()))
            if any(piece.span.touches(Span(span.start, span.end + 2)) for piece in paragraph.debris):
                continue
            span = Span(span.start + (ledger.text[span.start] == " "), span.end)
            edits = healing.healed(ledger.text, span)
            place = healing.claim(ledger, span, "attribution", paragraph)
            opens = Opens("unsourced", place) if place else None
            yield finding(
                "nobody",
                span,
                fixes=[Fix("remove", edits, leaves=opens)],
                confidence="likely",
                words=match[0].strip(" ,"),
            )


def _matches(read: Reading) -> list[re.Match[str]]:
    """What credits nobody."""
    if read.kind == "code" or not any(words in read.masked for words in _CREDITS):
        return []
    return [*_NOBODY.finditer(read.masked), *_empty(read)]


def _empty(read: Reading) -> Iterator[re.Match[str]]:
    """Brackets that are empty in the text itself, or hold nothing but the word "source"."""
    if read.kind in ("code", "cell"):
        return
    for match in _EMPTY.finditer(read.text):
        if read.masked[match.start() : match.end()] == match[0]:
            yield match
