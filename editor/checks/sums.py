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
        yield from _told_off(ledger, stated_in)
        yield from _votes(ledger, stated_in)
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
        whole_told = _binary(text, parts) or len(parts) > 2
        if joined and exclusive and len(between) < 60 and total > whole.thing.low and whole_told:
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


_PLACED = re.compile(r"(?: [a-z]+){0,2} (?:in|at|from|for|to|on|with|by|near) ")


def _told_off(ledger: Ledger, stated: list[Stated[Figure]]) -> Iterator[Finding]:
    """ "120 staff: 60 in Leeds, 40 in York and 30 in Hull": the parts after a colon, each with its place or use."""
    text = ledger.text
    for n, whole in enumerate(stated):
        figure = whole.thing
        if figure.low != figure.high or figure.dimension == "share":
            continue
        colon = text.find(":", whole.span.end, min(whole.sentence.span.end, whole.span.end + 90))
        if colon < 0 or (n + 1 < len(stated) and stated[n + 1].span.start < colon):
            continue
        stop = min([at for at in (text.find(";", colon), whole.sentence.span.end) if at > 0])
        parts = [s for s in stated[n + 1 :] if s.span.end <= stop]
        if len(parts) < 2 or any(p.thing.unit != figure.unit or p.thing.low != p.thing.high for p in parts):
            continue
        if (
            any(p.thing.qualifier in ("about", "least", "most", "vague") for p in (whole, *parts))
            or parts[0].span.start - colon > 4
        ):
            continue
        between = [text[a.span.end : b.span.start] for a, b in itertools.pairwise(parts)]
        if not all("," in words or " and " in words for words in between) or " and " not in between[-1]:
            continue
        if not all(
            _PLACED.match(text, p.span.end)
            or (p is not parts[0] and re.match(r" (?:in|at|for|to)", text[p.span.end :][:4]))
            for p in parts
        ):
            continue
        total = sum(p.thing.low for p in parts)
        if any(s.thing.low == total for s in stated[:n]) or " of " in text[whole.span.end : colon]:
            continue
        if abs(total - figure.low) > 1e-6 * figure.low:
            yield _sum(ledger, "total", whole, parts, total)
            return


def _votes(ledger: Ledger, stated: list[Stated[Figure]]) -> Iterator[Finding]:
    """Two rivals who took more than all of one vote."""
    shares = [s for s in stated if s.thing.unit == "%" and s.thing.low == s.thing.high]
    if len(shares) != 2 or not re.match(
        r"[^.;]{0,20}\bof the (?:votes?|ballots?|poll)\b", ledger.text[shares[1].span.end : shares[1].span.end + 45]
    ):
        return
    words = shares[0].sentence.span.of(ledger.text)
    total = sum(s.thing.low for s in shares)
    if total > 100.5 and not re.search(r"\b(?:up|down) from\b|\bround\b|\b(?:19|20)\d\d\b|\bwhile\b", words):
        yield finding(
            "shares",
            shares[1].span,
            evidence=[Evidence(shares[0].span, "part")],
            total=_number(total),
            one=shares[0].span.of(ledger.text),
        )


def _binary(text: str, parts: list[Stated[Figure]]) -> bool:
    """Whether two parts are said to be all there is: men and women, for and against."""
    tail = " ".join(text[p.span.end : p.span.end + 20] for p in parts)
    return any(re.search(rf"\b{one}\b.*\b{two}\b|\b{two}\b.*\b{one}\b", tail) for one, two in _OPPOSITES)


_OPPOSITES = (
    ("men", "women"), ("boys", "girls"), ("male", "female"), ("for", "against"), ("favour", "against"),
    ("favor", "against"),
       ("yes", "no"), ("positive", "negative"), ("clean", "polluted"), ("passed", "failed"), ("died", "survived"),
    ("killed", "survived"), ("won", "lost"), ("open", "closed"), ("safe", "unsafe"), ("accepted", "rejected"),
)  # fmt: skip


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
    for n, one in enumerate(stated):
        if (
            not _FROM_TO.search(text, max(0, one.span.start - 20), one.span.start)
            or one.thing.qualifier
            or not one.thing.low
        ):
            continue
        two = one
        after = one.thing.high
        if one.thing.low == one.thing.high:
            found = next(
                (s for s in stated[n + 1 :] if _TO.search(text, max(0, s.span.start - 12), s.span.start)), None
            )
            if found is None or found.thing.unit != one.thing.unit or found.thing.qualifier:
                continue
            two, after = found, found.thing.low
        for said in stated[:n]:
            gap = text[said.span.end : one.span.start]
            if said.thing.unit == "%" and one.thing.unit != "%" and re.fullmatch(r",? from ", gap):
                right = 100 * abs(after - one.thing.low) / one.thing.low
                if abs(said.thing.low - right) > max(1.0, 0.06 * right) and not said.thing.qualifier:
                    places = [one.span] if two is one else [one.span, two.span]
                    yield finding(
                        "change", said.span, evidence=[Evidence(span, "part") for span in places],
                        one=one.span.of(text), two=two.span.of(text), right=_number(round(right, 1)),
                    )  # fmt: skip
        for said in stated:
            points = said.thing.unit == "points" or said.thing.counted == "points"
            if said.span.start < two.span.end or said is two or not (points or said.thing.unit == "%"):
                continue
            lead = text[two.span.end : said.span.start]
            if not _BY.search(lead):
                continue
            change = abs(after - one.thing.low)
            relative = 100 * change / one.thing.low
            fits = [change] if points else [relative]
            if one.thing.unit == "%" and not points and "relative" not in lead:
                fits.append(change)
            if all(abs(said.thing.low - fit) > max(1.0, 0.06 * fit) for fit in fits):
                places = [one.span] if two is one else [one.span, two.span]
                yield finding(
                    "change", said.span, evidence=[Evidence(span, "part") for span in places],
                    one=one.span.of(text), two=two.span.of(text), right=_number(round(fits[0], 1)),
                )  # fmt: skip


_TO = re.compile(r"\bto (?:about |around |some )?$")
_BY = re.compile(
    r"\b(?:gain|rise|increase|growth|jump|climb|fall|drop|decline|decrease|cut) of (?:about "
    r"|around |some |nearly |almost )?$"
)
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
