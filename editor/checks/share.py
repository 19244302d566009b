"""Shares that come to more than their whole, and a share that is not what its figures make."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from editor.article import Span
from editor.finding import Evidence, Finding, finding
from editor.ledger import Ledger, Stated
from editor.reading import numbers
from editor.reading.figures import Figure
from editor.reading.patterns import lazy

_MANY = lazy(
    r"\bboth\b|\bpoll(?:ed|s)?\b|\bsurvey|\b(?:up|down) from\b|\bwhile\b|\bcompared\b|\bagainst\b.*\byear\b"
    r"|\b(?:rose|fell|grew|climbed|dropped|increased|decreased|gained|lost|higher|lower|faster|jumped)\b"
    r"|\bchance|\bprobab|\bhumid|\bturnout\b|\bapproval\b|\binterest\b",
    re.IGNORECASE,
)
_ALLOWED = lazy(
    r"\brounding|\bmore than one\b|\bmultiple\b|\boverlap|\brespondents\b|\banswers? allowed\b|\btick\w*\b",
    re.IGNORECASE,
)
_WHOLE = lazy(
    r"\b(?:shares?|stakes?|votes?|ballots?|equity|seats|stock|funding|funded|budget|revenues?|income|profits?|sales"
    r"|loans|exports|imports|electricity|power|energy|spending|costs?|bill|money|proceeds|takings|of which|of that"
    r"|of these|of those|of them|of the|holds?|held|owns?|owned|go(?:es)? to|went to|made up|consists?|compris\w+"
    r"|composed|split|divided|comes? from|came from|accounts? for|mix|market)\b",
    re.IGNORECASE,
)
_JOIN = lazy(r"[^.;:?!]{0,90}(?:,| and |,? with )[^.;:?!]{0,60}")
_ANEW = lazy(r"\b(?:but|although|though|whereas|who|said|says|told|in (?:19|20)\d\d|last year|another)\b")
MOST = 160.0
"""Above this sum, shares are those of several wholes, not of one."""


def check(ledger: Ledger) -> Iterator[Finding]:
    by_sentence = ledger.figures_in
    for stated_in in by_sentence.values():
        shares = [s for s in stated_in if _exact(s)]
        if not shares:
            continue
        if len(shares) > 1:
            over = list(_over(ledger, shares))
            yield from over or _sides(ledger, shares)
        yield from _voters(ledger, stated_in, shares)
        yield from _part_of(ledger, stated_in)
        yield from _amount(ledger, stated_in)


def _exact(stated: Stated[Figure]) -> bool:
    return stated.thing.unit == "%" and stated.thing.low == stated.thing.high


def _over(ledger: Ledger, shares: Sequence[Stated[Figure]]) -> Iterator[Finding]:
    """Shares of one whole, listed in a sentence, that come to more than a hundred."""
    text = ledger.text
    sentence = shares[0].sentence.span
    if _MANY.search(text, sentence.start, sentence.end) or _ALLOWED.search(
        text, sentence.start, min(len(text), sentence.end + 110)
    ):
        return
    gaps = [text[a.span.end : b.span.start] for a, b in itertools.pairwise(shares)]
    if not all(_JOIN.fullmatch(gap) or gap.strip() in ("and", ",") for gap in gaps) or any(map(_ANEW.search, gaps)):
        return
    around = text[sentence.start : sentence.end]
    total = sum(s.thing.low for s in shares)
    whole = _WHOLE.search(around)
    if not 100.5 < total <= MOST or whole is None or any(s.thing.low >= 100 or s.thing.qualifier for s in shares):
        return
    if len(shares) == 2 and not _two_sides(text, shares):
        return
    yield finding(
        "over", shares[-1].span, evidence=[Evidence(s.span, "part") for s in shares[:-1]], total=_number(total),
        parts=_listed(text, shares),
    )  # fmt: skip


_UNDECIDED = lazy(r"\b(?:undecided|don[’']t know|did not know|unsure|would not say|not sure)\b", re.IGNORECASE)
_VOTERS = lazy(r"\b(?:voters?|polls?|candidates?|support)\b", re.IGNORECASE)
_AT = lazy(r"(?<=\bat )\d{1,2}(?=,| and\b|[.;])")
FEWEST = 3
"""How many shares, at the least, a poll has with those who are undecided."""


def _voters(ledger: Ledger, stated: Sequence[Stated[Figure]], shares: Sequence[Stated[Figure]]) -> Iterator[Finding]:
    """Whom voters back, the undecided among them, the words per cent said once: "44 per cent, 41, 9 and 11"
    " undecided"."""
    text, sentence = ledger.text, shares[0].sentence.span
    if not _UNDECIDED.search(text, sentence.start, sentence.end):
        return
    bare = [s for s in stated if not s.thing.unit and not s.thing.counted and 1 <= s.thing.low == s.thing.high < 100]
    for match in _AT.finditer(text, sentence.start, sentence.end):
        at, value = Span(*match.span()), float(match[0])
        bare.append(Stated(shares[0].thing._replace(low=value, high=value, qualifier=""), at, shares[0].sentence))
    listed = sorted([*shares, *bare], key=lambda s: s.span)
    around = _VOTERS.search(text, sentence.start, sentence.end)
    total = sum(s.thing.low for s in listed)
    if not around or not bare or len(listed) < FEWEST or not 100.5 < total <= MOST:
        return
    if any(s.thing.qualifier not in ("", "part") for s in listed) or _ALLOWED.search(
        text, sentence.start, min(len(text), sentence.end + 110)
    ):
        return
    yield finding(
        "over", listed[-1].span, evidence=[Evidence(s.span, "part") for s in listed[:-1]], total=_number(total),
        parts=_listed(text, listed),
    )  # fmt: skip


_FOR = lazy(
    r"[^,;]{0,24}\b(?:in favou?r|for it|for the|yes|support\w*|approv\w*|back\w*|agree\w*|aye|for)\b", re.IGNORECASE
)
_AGAINST = lazy(r"[^,;]{0,24}\b(?:against|no|oppos\w*|reject\w*|disapprov\w*|disagree\w*|nay)\b", re.IGNORECASE)
_ELSEWHERE = lazy(r"\b(?:in(?! favou?r)|of|among|from|while|whereas|by|at|on|were against|who)\b")


def _sides(ledger: Ledger, shares: Sequence[Stated[Figure]]) -> Iterator[Finding]:
    """Those for and those against, of one vote: "91 percent were in favour and 12 percent against"."""
    text = ledger.text
    for one, two in itertools.pairwise(shares):
        between, after = (
            text[one.span.end : two.span.start],
            text[two.span.end : min(two.sentence.span.end, two.span.end + 40)],
        )
        sides = [
            (_FOR.match(between), _AGAINST.match(after)),
            (_AGAINST.match(between), _FOR.match(after)),
        ]
        told = next((a.end() for a, b in sides if a and b), None)
        if told is None or _ELSEWHERE.search(between, told) or re.search(r"[.;:]", between):
            continue
        total = one.thing.low + two.thing.low
        around = one.sentence.span
        if total > 100.5 and not _ALLOWED.search(text, around.start, min(len(text), around.end + 110)):
            yield finding(
                "over",
                two.span,
                evidence=[Evidence(one.span, "part")],
                total=_number(total),
                parts=_listed(text, (one, two)),
            )
            return


def _two_sides(text: str, shares: Sequence[Stated[Figure]]) -> bool:
    """Whether two shares go to two sides of one whole: "58 per cent to its members, 45 per cent to the partner's"."""
    one, two = shares
    first, second = text[one.span.end : two.span.start], text[two.span.end : two.sentence.span.end]
    lead = text[one.sentence.span.start : one.span.start]
    both = re.search(r"\bto (?!the highest|its highest)\w+", first) and re.match(r"[^.]{0,40}\bto \w+", second)
    if both and re.search(r"\b(?:would|will|to) go\b|\bgoes\b|\bwent\b|\bto those\b", lead + first + second):
        return True
    if re.match(r"[^.;]{0,20}\bof the (?:votes?|ballots?|poll|shares?|stock|equity)\b", second + " "):
        return True
    return bool(
        re.match(r" of (?:the|its) (?:\w+ )?(?:votes?|ballots?|shares?|stock|equity|seats|stake)\b", first)
        and re.fullmatch(r"[^,;]{5,60}(?:,? and|,? against|,? to| but)[^,;]{0,40}", first)
        and len(second) < 60
    )


_OF = lazy(
    r" of (?:the |its |their |his |her |all |some )?(?:\w+ )?$",
)


def _part_of(ledger: Ledger, stated: Sequence[Stated[Figure]]) -> Iterator[Finding]:
    """ "1,140 of its 6,000 poles, or 25 per cent"."""
    text = ledger.text
    for one, two, share in zip(stated, stated[1:], stated[2:], strict=False):
        if not _exact(share) or one.thing.unit != two.thing.unit or one.thing.dimension == "share":
            continue
        exact = all(f.thing.low == f.thing.high and f.thing.qualifier in ("", "only", "part") for f in (one, two))
        if not exact or not two.thing.low or one.thing.low > two.thing.low:
            continue
        gap = text[two.span.end : share.span.start]
        if not _OF.fullmatch(text, _end(one), two.span.start) or not re.fullmatch(
            r"(?: [\w’'-]+){0,4}(?:, or|,| \(|, that is| —| –)(?: (?:about|around|roughly|nearly|just over|or))? ?",
            gap,
        ):
            continue
        right = 100 * one.thing.low / two.thing.low
        if share.thing.qualifier not in ("least", "most") and abs(share.thing.low - right) > max(1.5, 0.08 * right):
            yield finding(
                "part", share.span, evidence=[Evidence(one.span, "part"), Evidence(two.span, "part")],
                right=_number(round(right, 1)), one=one.span.of(text), two=two.span.of(text), said=share.span.of(text),
            )  # fmt: skip


def _end(stated: Stated[Figure]) -> int:
    counted = stated.thing.counted_span
    if counted and counted.start >= stated.thing.span.end:
        of = stated.sentence.paragraph.masked[stated.thing.span.end : counted.start]
        if " of " not in of:
            return stated.at(counted).end
    return stated.span.end


_WORTH = lazy(
    r" of (?:the|its|their|that|his|her|this) [\w-]+(?: [\w-]+)?,? (?:or|that is|which is|about|i\.e\.) "
    r"(?:about |some |around )?$"
)
_VALUE = lazy(
    r"\b(?:worth|valued at|value of|cost(?:s|ing)?(?: of)?|priced at|price of|for|totalling|sum of|budget of|debts? of"
    r"|bill of|full|deal|loan of|turnover of|revenues? of|profits? of|estate of|total of)(?: about| some| around)? $"
)


def _amount(ledger: Ledger, stated: Sequence[Stated[Figure]]) -> Iterator[Finding]:
    """ "Five per cent of the value, or £190,000", of a hoard worth £1.9 million."""
    text = ledger.text
    for share, amount in itertools.pairwise(stated):
        if not _exact(share) or amount.thing.dimension != "money" or not amount.thing.low or not share.thing.low:
            continue
        if share.thing.qualifier or amount.thing.qualifier in ("least", "most"):
            continue
        told = _WORTH.fullmatch(text, share.span.end, amount.span.start)
        if not told:
            continue
        whole = 100 * amount.thing.low / share.thing.low
        wholes = [
            s for s in ledger.figures
            if s.thing.unit == amount.thing.unit and s.thing.low > amount.thing.low and s.span != amount.span
        ]  # fmt: skip
        named = [s for s in wholes if _VALUE.search(text, max(0, s.span.start - 24), s.span.start)]
        if not named or any(abs(s.thing.low - whole) <= 0.06 * whole for s in wholes):
            continue
        if len({s.thing.low for s in named}) == 1:
            right = share.thing.low * named[0].thing.low / 100
            yield finding(
                "amount", share.span.to(amount.span), evidence=[Evidence(named[0].span, "whole")],
                one=named[0].span.of(text), two=share.span.of(text), said=amount.span.of(text),
                right=numbers.like(right, amount.span.of(text), amount.thing.low),
            )  # fmt: skip
            return


def _listed(text: str, shares: Sequence[Stated[Figure]]) -> str:
    *most, last = (share.span.of(text) for share in shares)
    return f"{', '.join(most)} and {last}"


def _number(value: float) -> str:
    return numbers.shown(value)
