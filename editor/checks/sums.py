"""Parts that don't make their whole."""

from __future__ import annotations

import re
from collections.abc import Iterator

from editor.article import Span
from editor.checks._conflict import conflict
from editor.finding import Evidence, Finding, finding
from editor.ledger import Ledger, Sentence, Stated
from editor.reading import numbers
from editor.reading.figures import Figure
from editor.reading.patterns import lazy

_ROUNDING = lazy(
    r"\brounding|\bmore than one (?:box|answer|option)|\bmultiple (?:answers|choice)|\boverlap"
    r"|\brespondents could\b",
    re.IGNORECASE,
)
_BOTH = lazy(r"\bboth\b", re.IGNORECASE)
_TOTAL = lazy(
    r"\b(?:a |the |for a |for the )?(?:combined )?total(?:ling|ing| of|s)?(?: of)?(?: to)? $"
    r"|\b(?:in all|altogether|in total),? (?:that is |that makes )?$|\b(?:adding up to|making|which makes|makes) $"
)
_IN_ALL = lazy(r"(?: [a-z]\w+){0,2},? (?:in all|altogether|in total|all told)\b")
_SPLIT = lazy(
    r"[^.;]{0,50}(?:\bof (?:which|whom|them|these|those)\b|\b(?:made up of|comprising|comprises?|consist(?:s|ing|ed) of"
    r"|composed of|(?:split|divided|shared)(?: up)? (?:between|among|into))|:)[^.;:\d]{0,30}$"
)
_OF_THE = lazy(r"\b(?:[Oo]f|[Oo]ut of) (?:the|all(?: the)?|its|these|those|their|his|her) (?:[a-z]{4,} )?$")
_OF_IT = lazy(r"\b[Oo]f (?:that|this|these|those|them|the (?:sum|money|total|figure))(?: \w+)?, $")
_CLOSED = lazy(r":|\b(?:made up of|compris\w+|consist\w+ of|composed of|split|divided|shared)\b")
_OPEN = lazy(r"\b(?:includ\w+|among|at least|more than one|also)\b")
_REST = lazy(r"\b(?:the (?:other|remaining|rest,?)|remaining|the remainder,?) $")
_LEAVING = lazy(r"\b(?:leaving|which leaves|which left) (?:just |only |another )?$")
_ONES = lazy(r"(?:, |\band |: )(?:one|an?) (?!(?:total|third|quarter|half|fifth|few|further|year|month|week|day)\b)")
_EACH = lazy(
    r"(?: a year)? (?:in|for) each of (?:the )?(?:first |next |last |following |other |final )?(?P<n>\w+)\b"
    r"|,? (?:an?|each|per) (?:year|month|week),? for (?:the )?(?:first |next |last )?(?P<m>\w+) (?:year|month|week)s"
)


def check(ledger: Ledger) -> Iterator[Finding]:
    by_sentence = ledger.figures_in
    lengths = _lengths(ledger)
    for number, stated_in in by_sentence.items():
        sentence = stated_in[0].sentence
        twice = _BOTH.search(ledger.text, sentence.span.start, sentence.span.end)
        if len(stated_in) < 2 or twice or _ROUNDING.search(_around(ledger, sentence)):
            continue
        yield from _listed(ledger, stated_in, by_sentence.get(number - 1, []), lengths.get(number, []))
        yield from _rest(ledger, stated_in)
        yield from _left(ledger, stated_in)
    yield from _results(ledger)


def _lengths(ledger: Ledger) -> dict[int, list[Stated[Figure]]]:
    """The lengths of time of each sentence, as figures: eleven days, five in January and four in February."""
    result: dict[int, list[Stated[Figure]]] = {}
    for length in ledger.durations:
        if length.thing.role not in ("age", "ago", "later", "before", "after"):
            number = length.thing.number
            figure = Figure(length.thing.span, number, number, LONG)
            result.setdefault(length.sentence.number, []).append(Stated(figure, length.span, length.sentence))
    return result


LONG = "long"
"""The unit of a length of time that is held against plain numbers."""


def _start(stated: Stated[Figure]) -> int:
    return stated.span.start


def _sure(stated: Stated[Figure]) -> bool:
    return stated.thing.low == stated.thing.high and stated.thing.qualifier in ("", "part")


def _listed(
    ledger: Ledger, stated: list[Stated[Figure]], before: list[Stated[Figure]], lengths: list[Stated[Figure]]
) -> Iterator[Finding]:
    """ "Of the 50, 29 were men and 25 were women"; "12, 8 and 5, a total of 27"; "320 people: 190, 85 and 65"."""
    text = ledger.text
    for found in _runs(text, stated):
        # The whole of a list may look like its first part: 52 kennels, 30 from Norway, 14 from Sweden and eight from …
        whole_first = len(found) > 2 and found[0].thing.counted and _elliptical(text, found[0], found[1:])
        run = found[1:] if whole_first else found
        first, last = run[0], run[-1]
        at = stated.index(first)
        whole = max((s for s in (*stated[:at], *lengths) if s.span.end <= first.span.start), default=None, key=_start)
        if whole and _sure(whole) and _alike(whole, run):
            gap = text[whole.span.end : first.span.start]
            lead = text[max(whole.sentence.span.start, whole.span.start - 30) : whole.span.start]
            like = _elliptical(text, whole, run)
            of_it = _OF_THE.search(lead) and re.fullmatch(r"(?:,? [\w’'-]+){0,6},? (?:[\w’'-]+ ){0,3}", gap)
            if of_it or _SPLIT.fullmatch(gap) or (like and _LIST.fullmatch(gap)):
                closed = (
                    bool(_CLOSED.search(gap))
                    or _binary(text, run)
                    or like
                    or bool(_REST.search(_before(text, run[-1])))
                )
                yield from _held(ledger, whole, run, closed=closed, given=bool(of_it))
                return
        ending = stated[stated.index(last) + 1 :][:1]
        if ending and _sure(ending[0]) and _alike(ending[0], run):
            whole = ending[0]
            said = _TOTAL.search(text[max(0, whole.span.start - 40) : whole.span.start]) or (
                _IN_ALL.match(text, whole.at(_with_noun(whole.thing)).end) and whole.span.start - last.span.end < 60
            )
            if said and whole.span.start - last.span.end < 90:
                yield from _held(ledger, whole, run, closed=True)
                return
        if _TOTAL.search(text[max(0, last.span.start - 40) : last.span.start]) and len(run) > 2:
            yield from _held(ledger, last, run[:-1], closed=True)
            return
        if whole_told := _earlier(ledger, run, stated[:at]):
            yield _sum(ledger, "total", whole_told, run, sum(p.thing.low for p in run))
            return
        if not at and before and _OF_IT.search(text[max(0, first.span.start - 24) : first.span.start]):
            whole = next((s for s in reversed(before) if _sure(s) and _alike(s, run)), None)
            if whole:
                yield from _held(ledger, whole, run, closed=False)
                return


def _earlier(ledger: Ledger, run: list[Stated[Figure]], ahead: list[Stated[Figure]]) -> Stated[Figure] | None:
    """The whole that parts by place fail to make, told up to four sentences before: 140 hectares; 58 hectares in Orna,
    47 in Rebol and 25 in Campo."""
    text, first = ledger.text, run[0]
    if len(run) < MANY or any(s.thing.unit == first.thing.unit and s.thing.low > first.thing.low for s in ahead):
        return None
    after = [_PREPOSITION.match(text, s.span.end if s.thing.unit else s.at(_with_noun(s.thing)).end) for s in run]
    if not all(after) or len({m["p"] for m in after if m}) != 1 or any(p.thing.counted for p in run[1:]):
        return None
    if _ADDED.search(text, max(first.sentence.span.start, first.span.start - 40), first.span.start):
        return None
    what, total, number = first.thing.counted, sum(p.thing.low for p in run), first.sentence.number
    wholes = [
        s
        for n in range(max(0, number - BACK), number)
        for s in ledger.figures_in.get(n, ())
        if _sure(s) and s.thing.unit == first.thing.unit and (first.thing.unit or s.thing.counted == what != "")
    ]
    if len(wholes) != 1:
        return None
    value = wholes[0].thing.low
    slack = sum(map(_grain, (wholes[0], *run))) / 2 + 0.02 * value
    return wholes[0] if slack < abs(total - value) <= 0.15 * value else None


MANY = 3
BACK = 4
_ADDED = lazy(r"\b(?:another|further|more|other|also|additional)\b", re.IGNORECASE)


_LIST = lazy(r"[^.;:\d]{0,60}[^.;:\d]{3},(?: with)? $")
_PREPOSITION = lazy(r" (?P<p>from|in|at|for|to|by|under|on|with|against) (?:the )?[^\W\d_]")


def _elliptical(text: str, whole: Stated[Figure], parts: list[Stated[Figure]]) -> bool:
    """Whether parts have no noun of their own, and the same word after each: 28 from Jamaica, nine from Trinidad."""
    if any(part.thing.dimension != whole.thing.dimension or part.thing.counted for part in parts):
        return False
    after = [_PREPOSITION.match(text, part.span.end) for part in parts]
    return all(after) and len({match["p"] for match in after if match}) == 1


def _runs(text: str, stated: list[Stated[Figure]]) -> Iterator[list[Stated[Figure]]]:
    """Lists of two parts or more of one unit: joined by commas, the last by "and"."""
    run: list[Stated[Figure]] = []
    for one in [*stated, None]:
        joined = False
        if one is not None and run and _sure(one) and (one.thing.unit == run[-1].thing.unit or _bare(text, one, run)):
            gap = text[run[-1].span.end : one.span.start]
            joined = len(gap) < 75 and bool(re.search(r",| and |;", gap)) and not re.search(r"[:(]|\btotal", gap)
            joined = joined and not _OF_THE.search(text[max(0, run[-1].span.start - 16) : run[-1].span.start])
            joined = joined and not re.search(
                r"\b(?:or|but|from|of (?:which|whom|them|these|those)|while|compared|after|before|against) ?$", gap
            )
        if joined and one is not None:
            run.append(one)
            continue
        if len(run) > 1 and re.search(r"\band\b|;", text[run[-2].span.end : run[-1].span.start]):
            yield run
        run = [one] if one is not None and _sure(one) and one.thing.unit != "points" else []


def _bare(text: str, one: Stated[Figure], run: list[Stated[Figure]]) -> bool:
    """Whether a part leaves out the unit that the first was told in: 58 hectares in Orna, 47 in Rebol."""
    first = run[0]
    if one.thing.unit or one.thing.counted or first.thing.dimension in ("", "money", "share", "fraction"):
        return False
    after = [_PREPOSITION.match(text, s.span.end) for s in (first, one)]
    return bool(after[0] and after[1] and after[0]["p"] == after[1]["p"])


def _alike(whole: Stated[Figure], parts: list[Stated[Figure]]) -> bool:
    """Whether parts can be of the whole: one unit, or sums of money whose currency the whole alone names."""
    unit = parts[0].thing.unit
    if whole.thing.unit == LONG:
        return not unit
    if whole.thing.unit != unit and not (whole.thing.dimension == "money" and not unit and parts[0].thing.low >= 1e5):
        return False
    # A share of an amount is no part of it by itself, and a whole below its every part is something else.
    return whole.thing.low > max(p.thing.low for p in parts)


def _held(
    ledger: Ledger, whole: Stated[Figure], parts: list[Stated[Figure]], *, closed: bool, given: bool = False
) -> Iterator[Finding]:
    text = ledger.text
    factors = [_factor(text, part) for part in parts]
    total = sum(p.thing.low * factor for p, factor in zip(parts, factors, strict=True))
    value = whole.thing.low
    listing = text[min(parts[0].span.start, whole.span.end) : parts[-1].sentence.span.end]
    ones = len(_ONES.findall(listing))
    slack = sum(map(_grain, (whole, *parts))) / 2
    if any(abs(total + extra - value) <= slack + 1e-6 * value for extra in (0, ones)):
        return
    if total > value:
        exclusive = len(parts) > 2 or closed or _binary(text, parts)
        if exclusive and not (given and not closed and _overlaps(text, parts)) and total < 3 * value:
            yield _sum(ledger, "total" if closed and not given else "more", whole, parts, total)
    elif not _OPEN.search(listing) and (
        (closed and total + ones > 0.5 * value)
        or _slip(total, value)
        # Three parts that come near the whole, the last with "and", are meant to be all of it.
        or (given and len(parts) > 2 and total + ones >= NEARLY * value and not _VOTED.search(listing))
    ):
        yield _sum(ledger, "total" if not given else "less", whole, parts, total)


NEARLY = 0.88
"""What share of a whole three parts or more of it come to, at the least, where they are meant to be all of it."""
_VOTED = lazy(r"\b(?:vot\w+|abstain\w*|abstentions?|absent)\b")


def _before(text: str, stated: Stated[Figure]) -> str:
    return text[max(0, stated.span.start - 24) : stated.span.start]


def _slip(one: float, two: float) -> bool:
    """Whether two whole numbers of three digits or more are one key apart: one digit, or two that changed places."""
    if one != int(one) or two != int(two) or min(one, two) < SMALLEST:
        return False
    a, b = f"{one:.0f}", f"{two:.0f}"
    off = [n for n, pair in enumerate(zip(a, b, strict=False)) if pair[0] != pair[1]]
    return len(a) == len(b) and (len(off) == 1 or (len(off) == 2 and sorted(a) == sorted(b)))


SMALLEST = 100


def _overlaps(text: str, parts: list[Stated[Figure]]) -> bool:
    """Whether parts may be counted twice: what they were is not told by verbs of being, voting or going."""
    return not all(
        re.match(
            r" (?:[\w’'-]+ ){0,2}?(?:were|are|was|voted|said|went|came|goes|backed)\b",
            text[p.span.end : p.span.end + 40],
        )
        for p in parts
    )


def _factor(text: str, part: Stated[Figure]) -> float:
    """How many times a part counts: "three per cent in each of the first two years"."""
    match = _EACH.match(text, part.span.end)
    return (numbers.value(match["n"] or match["m"]) or 1.0) if match else 1.0


def _grain(stated: Stated[Figure]) -> float:
    """The step to which a figure is rounded: 0 for a plain count, a tenth of a million for 1.2 million."""
    low, written = stated.thing.low, stated.thing.written
    if not written or low < 1 or low == float(written):
        return 0.0
    return abs(low / float(written))


def _rest(ledger: Ledger, stated: list[Stated[Figure]]) -> Iterator[Finding]:
    """ "She scored 36 and he the other 18 of their 52": what one and the other come to."""
    text = ledger.text
    for n, other in enumerate(stated):
        if not n or not _sure(other) or not _REST.search(text[max(0, other.span.start - 16) : other.span.start]):
            continue
        for whole in stated[n + 1 :]:
            gap = text[other.span.end : whole.span.start]
            if (
                not _sure(whole)
                or whole.thing.unit != other.thing.unit
                or not re.fullmatch(r"[^.;]{0,40}\b(?:of|from|out of) (?:[^\W\d][\w’'-]*[ ]){0,3}", gap)
            ):
                continue
            firsts = [s for s in stated[:n] if _sure(s) and s.thing.unit == other.thing.unit]
            if not firsts or any(abs(s.thing.low + other.thing.low - whole.thing.low) < 1e-6 for s in firsts):
                break
            total = firsts[0].thing.low + other.thing.low
            if sum(s.thing.low for s in firsts) + other.thing.low != whole.thing.low:
                yield _sum(ledger, "total", whole, [firsts[0], other], total)
            return


def _left(ledger: Ledger, stated: list[Stated[Figure]]) -> Iterator[Finding]:
    """ "4,212 scans, of which 1,380 have been looked at, leaving 2,832"."""
    text = ledger.text
    for whole, part, left in zip(stated, stated[1:], stated[2:], strict=False):
        if not _LEAVING.search(text[max(0, left.span.start - 28) : left.span.start]):
            continue
        units = {whole.thing.unit, part.thing.unit, left.thing.unit}
        of = re.search(r"\b(?:of which|of whom|of these|of them)\b", text[whole.span.end : part.span.start])
        if len(units) > 1 or not of or not all(map(_sure, (whole, part, left))):
            continue
        if abs(whole.thing.low - part.thing.low - left.thing.low) > max(map(_grain, (whole, part, left))):
            yield _sum(ledger, "total", whole, [part, left], part.thing.low + left.thing.low)


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
    *most, last = (part.span.of(ledger.text) for part in parts)
    return finding(
        rule,
        whole.span,
        evidence=[Evidence(s, "part") for s in spans if s != whole.span],
        total=numbers.like(total, whole.span.of(ledger.text), whole.thing.low),
        one=whole.span.of(ledger.text),
        parts=f"{', '.join(most)} and {last}",
    )


_PLAYED = lazy(r"\b(?:after|in|from|their|played|through) (?:the |their |its )?(?:first |opening )?$")
_RESULTS = lazy(
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
    return numbers.shown(value)
