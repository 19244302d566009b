"""A first or only one, and another before it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from editor.article import Span
from editor.checks._conflict import conflict
from editor.finding import Finding
from editor.ledger import Ledger
from editor.reading.lemmas import lemma, stop_words

_CLAIM = re.compile(
    r"\b(?P<claim>(?:the|its|his|her|their) (?P<w>first-ever|first ever|first|only"
    r"|sole)(?! (?:such|time|half|quarter|day|round|minister|lady|aid|degree|name|class|"
    r"place|phase|stage|week|month|year|floor|reading|dose|step|part|person|of all|of the|of its"
    r"|to|and|since|responders?|took|met|came|put|published|"
    r"an?|in|at|on|by|with|after|when|if|as|for|that|one|some|about|about|partly|two|three|four"
    r"|five|six|\d)\b)(?! \w+-(?:phase|half|quarter|round|floor)) (?P<what>[^,.;:“”\"()]{4,90}))",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"\b(?P<place>(?:previous|earlier|preceding|last|other|another) (?P<noun>[\w-]+))(?P<rest>[^.;“”\"]{0,50})"
    r"|\b(?P<same>the same (?P<snoun>[\w-]+))",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:19|20)\d\d\b|\b(?:years?|months|decades?|week) (?:ago|before|earlier)\b|\blast (?:year|month|season)\b"
)


def check(ledger: Ledger) -> Iterator[Finding]:
    claim_only: dict[Span, bool] = {}
    claims: list[tuple[Span, set[str], int]] = []
    for sentence in ledger.sentences:
        words = sentence.within.of(sentence.paragraph.masked)
        if "irst" not in words and "only" not in words and "sole " not in words:
            continue
        for match in _CLAIM.finditer(words):
            place = sentence.span.start + match.start("claim")
            if sentence.paragraph.read.quoted(
                Span(sentence.within.start + match.start(), sentence.within.start + match.end())
            ):
                continue
            topic = {lemma(w.lower()) for w in re.findall(r"[\w’'-]+", match["what"]) if w.lower() not in stop_words()}
            if len(topic) >= 2:
                claim_only[Span(place, place + len(match["claim"].rstrip()))] = match["w"].lower() in ("only", "sole")
                claims.append((Span(place, place + len(match["claim"].rstrip())), topic, sentence.number))
    if not claims:
        return
    for sentence in ledger.sentences:
        words = sentence.within.of(sentence.paragraph.masked)
        for match in _BEFORE.finditer(words):
            noun = lemma((match["noun"] or match["snoun"]).lower())
            if noun in stop_words() or noun in ("year", "month", "week", "day", "time"):
                continue
            around = {lemma(w.lower()) for w in re.findall(r"[\w’'-]+", match[0]) if w.lower() not in stop_words()}
            for claim, topic, number in claims:
                if number == sentence.number or noun not in topic:
                    continue
                kind = match[0].split()[0].lower()
                if kind in ("other", "another") and not claim_only[claim]:
                    continue
                if kind == "last" and (claim_only[claim] or not _PAST.search(words)):
                    continue
                enough = bool(_PAST.search(words)) if match["same"] else len(around & topic) >= 2
                if not enough:
                    continue
                name = "same" if match["same"] else "place"
                start = sentence.span.start + match.start(name)
                other = Span(start, start + len(match[name].rstrip(" ,")))
                yield conflict(ledger, "first", claim, other, keep=False)
                return
