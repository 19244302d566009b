"""Parts that don't make their whole: shares, sums, changes in per cent."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from editor.article import Span
from editor.checks._conflict import conflict
from editor.finding import Evidence, Finding, finding
from editor.ledger import Ledger, Sentence, Stated
from editor.reading import numbers
from editor.reading.figures import Figure

_ROUNDING = re.compile(
    r"\brounding|\bmore than one (?:box|answer|option)|\bmultiple (?:answers|choice)|\boverlap"
    r"|\brespondents could\b|\bboth\b",
    re.IGNORECASE,
)
_OF_ALL = re.compile(r"\b(?:[Oo]f (?:the|all|its|these|those|their)|[Oo]ut of) (?:the |its )?$")
_TOTAL = re.compile(
    r"\b(?:a |the |for a )?(?:combined )?total(?:ling| of|ing)? $|\b(?:in all|altogether),? $"
    r"|\btotalling $|\btotaling $|\badding up to $"
)
_PARTS_OPEN = re.compile(r"[:,]? ?(?:\w+ ){0,3}$")
_CHANGE = re.compile(
    r"\b(?P<way>rise|rose|risen|increase|increased|gain|growth|grew|up|climb|climbed|jump|jumped"
    r"|fall|fell|fallen|drop|dropped|decline|declined|decrease|decreased|cut|down"
    r"|loss)\b[^.;]{0,25}\bof $|\b(?:gain|rise|increase|fall|drop|decline|growth|decrease) of $",
)
_DOWN = frozenset(
    {"fall", "fell", "fallen", "drop", "dropped", "decline", "declined", "decrease", "decreased", "cut", "down", "loss"}
)
_FROM_TO = re.compile(r"\bfrom (?:about |around |some )?$")


def check(ledger: Ledger) -> Iterator[Finding]:
    by_sentence: dict[int, list[Stated[Figure]]] = {}
    for stated in ledger.figures:
        by_sentence.setdefault(stated.sentence.number, []).append(stated)
    for stated_in in by_sentence.values():
        if len(stated_in) < 2:
            continue
        yield from _shares(ledger, stated_in)
        yield from _parts(ledger, stated_in)
        yield from _change(ledger, stated_in)
    yield from _results(ledger)


def _shares(ledger: Ledger, stated: list[Stated[Figure]]) -> Iterator[Finding]:
    """Two or more exclusive shares of one whole that come to more than a hundred."""
    shares = [s for s in stated if s.thing.unit == "%"]
    if len(shares) < 2 or _ROUNDING.search(_around(ledger, shares[0].sentence)):
        return
    text = ledger.text
    first = shares[0]
    whole = first.thing.counted_span
    if not whole:
        return
    given = [s for s in shares if re.search(r"\bto\b", text[s.span.end : s.span.end + 45])]
    if len(given) != len(shares) or not re.search(
        r"\b(?:would|will|to) go\b|\bgoes\b|\bwent\b|\bto those\b", first.sentence.span.of(text)
    ):
        return
    total = sum(s.thing.low for s in shares)
    if total > 100.5:
        yield finding(
            "shares",
            shares[-1].span,
            evidence=[Evidence(s.span, "part") for s in shares[:-1]],
            total=_number(total),
            one=first.span.of(text),
        )


def _parts(ledger: Ledger, stated: list[Stated[Figure]]) -> Iterator[Finding]:
    """ "Of the 50, 29 were men and 25 were women"; "12, 8 and 5, a total of 27"."""
    plain = [
        s
        for s in stated
        if not s.thing.unit and s.thing.low == s.thing.high and s.thing.qualifier not in ("about", "vague")
    ]
    if len(plain) < 3:
        return
    text = ledger.text
    words = plain[0].sentence.span.of(text)
    if _ROUNDING.search(words):
        return
    whole, *parts = plain
    lead = text[max(plain[0].sentence.span.start, whole.span.start - 20) : whole.span.start]
    if _OF_ALL.search(lead) and len(parts) >= 2:
        between = text[whole.span.end : parts[0].span.start]
        joined = all(re.search(r"\band\b|,", text[a.span.end : b.span.start]) for a, b in itertools.pairwise(parts))
        exclusive = all(
            re.match(r" (?:were|are|was|voted|said|went|came)\b", text[p.span.end : p.span.end + 8]) for p in parts
        )
        total = sum(p.thing.low for p in parts)
        if joined and exclusive and len(between) < 60 and total > whole.thing.low:
            yield _sum(ledger, "more", whole, parts, total)
        elif joined and exclusive and len(between) < 60 and total < whole.thing.low and _binary(text, parts):
            yield _sum(ledger, "less", whole, parts, total)
        return
    *parts, whole = plain
    if len(parts) >= 2 and _TOTAL.search(text[max(0, whole.span.start - 20) : whole.span.start]):
        close = all(b.span.start - a.span.end < 40 for a, b in itertools.pairwise(plain))
        total = sum(p.thing.low for p in parts)
        if close and total != whole.thing.low:
            yield _sum(ledger, "total", whole, parts, total)


def _binary(text: str, parts: list[Stated[Figure]]) -> bool:
    """Whether two parts are said to be all there is: men and women, for and against."""
    tail = " ".join(text[p.span.end : p.span.end + 20] for p in parts)
    return bool(re.search(r"\bmen\b.*\bwomen\b|\bwomen\b.*\bmen\b|\bboys\b.*\bgirls\b|\bgirls\b.*\bboys\b", tail))


def _sum(ledger: Ledger, rule: str, whole: Stated[Figure], parts: list[Stated[Figure]], total: float) -> Finding:
    spans = sorted([whole.span, *(p.span for p in parts)])
    return finding(
        rule,
        whole.span,
        evidence=[Evidence(s, "part") for s in spans if s != whole.span],
        total=_number(total),
        one=whole.span.of(ledger.text),
    )


def _change(ledger: Ledger, stated: list[Stated[Figure]]) -> Iterator[Finding]:
    """ "From 24 per cent to 36 per cent, a gain of 25 per cent"."""
    text = ledger.text
    for n, one in enumerate(stated[:-1]):
        lead = text[max(0, one.span.start - 20) : one.span.start]
        if not _FROM_TO.search(lead):
            continue
        two = next(
            (
                s
                for s in stated[n + 1 :]
                if re.search(r"\bto (?:about |around |some )?$", text[max(0, s.span.start - 12) : s.span.start])
            ),
            None,
        )
        if two is None or (one.thing.unit != two.thing.unit and one.thing.unit):
            continue
        if one.thing.qualifier or two.thing.qualifier or not one.thing.low:
            continue
        for said in stated:
            if said in (one, two) or said.span.start < two.span.end or said.thing.unit not in ("%", "points"):
                continue
            words = text[two.span.end : said.span.start]
            if not re.search(
                r"\b(?:gain|rise|increase|growth|jump|climb|fall|drop|decline|decrease"
                r"|cut) of (?:about |around |some |nearly |almost )?$",
                words,
            ):
                continue
            change = two.thing.low - one.thing.low
            relative = 100 * change / one.thing.low
            fits = [abs(relative)]
            if one.thing.unit == "%" and "relative" not in words:
                fits.append(abs(change))
            if said.thing.unit == "points":
                fits = [abs(change)]
            if all(abs(said.thing.low - fit) > max(1.0, 0.06 * fit) for fit in fits):
                yield finding(
                    "change", said.span, evidence=[Evidence(one.span, "part"), Evidence(two.span, "part")],
                    one=one.span.of(text), two=two.span.of(text), right=_number(round(fits[0], 1)),
                )  # fmt: skip


_PLAYED = re.compile(r"\b(?:after|in|from|their|played|through) (?:the |their |its )?(?:first |opening )?$")
_RESULTS = re.compile(
    r"\b(?P<all>(?P<n>\w+) wins?(?:,? (?:and )?(?P<d>\w+) draws?)?(?:,? (?:and )?(?P<l>\w+) (?:def"
    r"eats?|losses|loss))?)\b",
    re.IGNORECASE,
)


def _results(ledger: Ledger) -> Iterator[Finding]:
    """Wins, draws and defeats against the games played."""
    games = [
        s
        for s in ledger.figures
        if s.thing.counted in ("games", "matches")
        and not s.thing.qualifier
        and _PLAYED.search(ledger.text, max(0, s.span.start - 20), s.span.start)
    ]
    if not games:
        return
    for paragraph in ledger.paragraphs:
        if "win" not in paragraph.masked:
            continue
        for match in _RESULTS.finditer(paragraph.masked):
            counts = [w for w in (match["n"], match["d"], match["l"]) if w]
            values = [numbers.value(w) for w in counts]
            if len(counts) < 2 or not all(values):
                continue
            if sum(values) != games[0].thing.low:
                place = paragraph.at(Span(*match.span("all")))
                yield conflict(
                    ledger,
                    "results",
                    games[0].at(_with_noun(games[0].thing)),
                    place,
                    keep=False,
                    total=_number(sum(values)),
                )


def _with_noun(figure: Figure) -> Span:
    return figure.span.to(figure.counted_span) if figure.counted_span else figure.span


def _around(ledger: Ledger, sentence: Sentence) -> str:
    return ledger.text[sentence.span.start : sentence.span.end + 120]


def _number(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) else f"{value:,.1f}"
