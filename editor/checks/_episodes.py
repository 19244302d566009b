"""How long something is said to last against the moments at which it is told to have begun and ended."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from editor.article import Span
from editor.checks._conflict import conflict
from editor.checks._happenings import DAY, Kind, Moment, Told, apart, kinds, moments
from editor.finding import Finding
from editor.ledger import Ledger, Sentence, Stated
from editor.reading import numbers
from editor.reading.durations import Duration
from editor.reading.paragraph import Reading
from editor.reading.patterns import lazy

UNITS = {
    "minute": 1, "hour": 60, "day": DAY, "night": DAY, "week": 7 * DAY, "fortnight": 14 * DAY,
    "month": round(30.4375 * DAY), "year": round(365.25 * DAY), "decade": round(3652.5 * DAY),
}  # fmt: skip
"""The minutes of each unit."""
_OTHER = lazy(
    r"\b(?:another|previous|earlier|usual(?:ly)?|typical(?:ly)?|normal(?:ly)?|average|planned|expected|likely|could"
    r"|may|might|would|should|supposed|meant|up to|maximum|minimum|further|extra|more|first|last|longest|record|ago"
    r"|until then|if|hoped?|promised|reckoned|estimated|wanted|sought|demanded|every|each|annual|proposed|than|unless"
    r"|whenever|next|remaining|left|within|threatened|warned|asked|forecast)\b",
    re.IGNORECASE,
)
_IT = lazy(r"\b(?:[Ii]t|[Tt]hey|which|that)\b")
_LASTED = lazy(
    r"\b(?:lasted|lasts|ran|ran on|took|went on|raged|burned|burnt|dragged on|continued|endured|stretched|persisted"
    r"|held|held out|lasting|stood|has lasted|over in|over within|banned|suspended|jailed|closed"
    r"|shut|spent|sat|was out)"
    r"\b(?: (?:him|her|them|it|on|in|only|just|for|a|an|the|all of|some|exactly|barely|about|nearly|almost|over|little"
    r"|more|less|than|entire|full|whole|bare|mere|good|scant))*\s*$"
)
_NOW = lazy(
    r"\b(?:now|still|has|have|so far|goes on|is in|are in|today|continues?|enters?|entering|reach(?:es|ing)?)\b"
)
_ENDING = lazy(
    r"\b(?:ends|ended|ending|caps|capped|capping|closes|closed|concludes|concluded|after|following|follows|crowns"
    r"|crowned|brings? to an end|brought to an end|bringing to an end|culminates?|culminated|completes|completed)"
    r" (?:(?:of|an?|the|his|her|its|their|more than|nearly|almost|about|some) )*$"
)
_PLANNED = lazy(
    r"\b(?:planned|expected|could|would|should|may|might|proposed|promised|ago|each|per|supposed|forecast|threatened"
    r"|sought|demanded|later|earlier|than|left|remaining)\b"
)
_SPENT = lazy(r"\b(?:the|those|these|all|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts) $")
BACK, AHEAD = 8, 6
"""How many sentences before and after a length in hours the times of day may stand that it is held against."""


def lasting(ledger: Ledger) -> Iterator[Finding]:
    """Every length of time that its beginning and end contradict, and every "third week" that comes too soon."""
    if not ledger.durations and "th" not in ledger.text:
        return
    told = moments(ledger)
    if not told.by_sentence:
        return
    for stated in ledger.durations:
        if stated.thing.unit in UNITS and stated.thing.number and not ledger.quoted(stated):
            yield from _length(ledger, stated, told)
    yield from _nth(ledger, told)


def _length(ledger: Ledger, stated: Stated[Duration], told: Told) -> Iterator[Finding]:
    text, sentence, thing = ledger.text, stated.sentence, stated.thing
    if thing.role in ("age", "ago", "later", "before", "after"):
        return
    lead = text[max(sentence.span.start, stated.span.start - 70) : stated.span.start]
    rest = text[stated.span.end : min(sentence.span.end, stated.span.end + 70)]
    if _OTHER.search(re.split(r"[,;:]", lead)[-1]) or _PLANNED.search(re.split(r"[,.;:]", rest)[0]):
        return
    measured = thing.of if thing.role == "length" else ""
    lasted = bool(_LASTED.search(lead))
    clause = re.match(r" (?:(?:that|when|in which|during which|while) )?[^.,;:]{3,60}", rest)
    told_by = measured
    if not told_by and (lasted or re.search(r"\bfor (?:\w+ )?$", lead)):
        told_by = lead
    if not measured and clause and _SPENT.search(lead):
        told_by += clause[0]
    if not told_by:
        return
    for kind in kinds():
        noun = kind.noun.search(told_by)
        if not noun and not (lasted and kind.noun.search(_before(ledger, sentence))):
            continue
        if found := _contradicted(ledger, stated, kind, told, lead):
            yield found
            return


def _before(ledger: Ledger, sentence: Sentence) -> str:
    """The sentence before, where one that speaks of "it" goes on from there."""
    if sentence.nth and _IT.match(ledger.text, sentence.span.start):
        return ledger.sentences[sentence.number - 1].span.of(ledger.text)
    return ""


def _contradicted(ledger: Ledger, stated: Stated[Duration], kind: Kind, told: Told, lead: str) -> Finding | None:
    clock = stated.thing.unit in ("minute", "hour") and stated.thing.days < 1
    number = stated.sentence.number
    begins, ends = told.phases(kind)
    if clock:
        begins, ends = (
            [m for m in some if m.time and -BACK <= m.sentence.number - number <= AHEAD] for some in (begins, ends)
        )
    begins, ends = _distinct(begins), _distinct(ends)
    if len(begins) > 1:
        begins = [b for b in begins if any(e.sentence.number == b.sentence.number for e in ends)]
    if len(begins) != 1:
        return None
    begin = begins[0]
    ends = [
        e for e in ends
        if e.span.start != begin.span.start and (e.first is None or begin.first is None or e.first >= begin.first)
    ]  # fmt: skip
    if len(ends) > 1:
        ends = [e for e in ends if e.sentence.number == begin.sentence.number]
    if len(ends) == 1:
        between = apart(begin, ends[0])
        others = [begin.span, ends[0].span]
        if ledger.day and ends[0].date and ends[0].date.weekday is not None and not ends[0].date.day and not clock:
            others = (
                others[:1]
                if (ends[0].first or 0) >= DAY * (ledger.day.toordinal() - 6) and between and between[1] > 30 * DAY
                else others
            )
    elif (
        not ends and not clock and ledger.day and (_NOW.search(lead) or _ENDING.search(lead)) and begin.last is not None
    ):
        now = DAY * float(ledger.day.toordinal())
        between = now - (begin.last or 0) - (2 * DAY), now + DAY - (begin.first or 0)
        others = [begin.span]
    else:
        return None
    strange = [
        m for m in told.by_sentence.get(number, ())
        if m.span not in others and m.date and (m.date.year or m.date.month)
    ]  # fmt: skip
    if strange or between is None or between[1] < 0 or _fits(stated.thing, between):
        return None
    return conflict(
        ledger, "dated" if not clock else "lasts", stated.span, others[0], *others[1:], keep=False,
        days=_said(stated.thing.unit, between), said=stated.span.of(ledger.text),
        start=others[0].of(ledger.text),
    )  # fmt: skip


_SEVERAL = 8
"""More beginnings or ends than this of one kind are of many things."""


def _distinct(found: Sequence[Moment]) -> list[Moment]:
    """The moments that mean different times, the first telling of each."""
    kept: list[Moment] = []
    for moment in found:
        if not any(_alike(moment, other) for other in kept):
            kept.append(moment)
            if len(kept) > _SEVERAL:
                break
    return kept


def _alike(one: Moment, two: Moment) -> bool:
    if one.first is not None and two.first is not None and one.last is not None and two.last is not None:
        return one.first <= two.last and two.first <= one.last
    return bool(one.time and two.time and one.time.minutes == two.time.minutes)


def _fits(thing: Duration, between: tuple[float, float]) -> bool:
    """Whether a length can be said of what lasts so many minutes; its grain, and what stands before it, give room."""
    unit, said = UNITS[thing.unit], thing.days * DAY
    slack = {"minute": 2.0, "hour": 45.0, "day": DAY, "night": DAY}.get(thing.unit, 0.75 * unit)
    if thing.unit == "hour" and said >= DAY:
        slack = 3 * 60.0
    if thing.unit in ("year", "decade"):
        slack = unit
    slack = max(slack, 0.1 * said)
    if thing.qualifier in ("about", "around", "some", "roughly", "nearly", "almost"):
        slack = max(1.5 * slack, 0.25 * said)
    least, most = between[0] - slack, between[1] + slack
    if thing.qualifier in ("more than", "over", "at least"):
        return said <= most
    if thing.qualifier in ("less than", "fewer than", "under", "up to"):
        return said >= least
    return least <= said <= most


def _said(unit: str, between: tuple[float, float]) -> str:
    minutes = max(0.0, (between[0] + between[1]) / 2)
    if unit == "hour" and minutes < 90:
        unit = "minute"
    number = max(1, round(minutes / UNITS[unit]))
    return f"{number} {unit}{'' if number == 1 else 's'}"


_ORDINAL = lazy(
    rf"\b(?P<n>\d{{1,3}}(?:st|nd|rd|th)|{'|'.join(numbers.ORDINALS)})"
    r"(?P<kind>(?: (?:consecutive|straight|full|successive))?) (?P<u>day|night|week|month|year)\b"
    r"(?P<run> (?:running|in a row|of (?:the |an? |its |their |this )?(?P<of>[a-z-]+(?: [a-z-]+)?)))?"
)
_IN_ITS = lazy(
    r"\b(?:now|still|entered|enters|entering|into|stretched into|in|through|reached|reaches|for|approaching|goes into"
    r"|dragged into|was in|is in|begins|began) (?:an?|its|their|the) $"
)
_NOT_OF_IT = lazy(r"\b(?:school|working|business|trading|competition|playing|race|match|term|season|final)\b")


def _number(word: str) -> int:
    return numbers.ORDINALS.get(word.lower()) or int(re.match(r"\d*", word)[0] or 0)  # type: ignore[index]


def _nth(ledger: Ledger, told: Told) -> Iterator[Finding]:
    """ "The dispute, now in its third week" of one who walked out on Monday; "an 11th day running" of heat."""
    if not ledger.day:
        return
    text = ledger.text
    for sentence, (_, match) in ledger.by_sentence(_ordinals):
        place, number = sentence.paragraph.at(Span(*match.span())), _number(match["n"])
        whole = text[max(sentence.span.start, place.start - 90) : min(sentence.span.end, place.end + 60)]
        for kind in kinds():
            if not number or not kind.noun.search(match["of"] or whole):
                continue
            if found := _too_soon(ledger, kind, told, place, sentence, number, match["u"]):
                yield found
                return


def _ordinals(read: Reading) -> list[tuple[int, re.Match[str]]]:
    """ "In its third week", "the 11th day running": the sentence's number, and the words."""
    found = []
    for nth, within in enumerate(read.sentences):
        for match in _ORDINAL.finditer(read.text, within.start, within.end):
            lead = read.text[max(within.start, match.start() - 60) : match.start()]
            its = _IN_ITS.search(lead) and re.search(r"\b(?:its|their) $", lead)
            if (its or match["run"] or match["kind"]) and not (
                _NOT_OF_IT.search(match[0]) or read.quoted(Span(*match.span()))
            ):
                found.append((nth, match))
    return found


def _too_soon(
    ledger: Ledger, kind: Kind, told: Told, place: Span, sentence: Sentence, number: int, unit: str
) -> Finding | None:
    assert ledger.day
    begins = _distinct([m for m in told.phases(kind)[0] if m.date and m.first is not None])
    now = DAY * float(ledger.day.toordinal())
    inside = [m for m in told.by_sentence.get(sentence.number, ()) if m.first is not None and m.date]
    begins = [b for b in begins if b.first is not None and b.first <= now]
    if len(begins) != 1 or begins[0].first is None or begins[0].last is None:
        return None
    then = _distinct([m for m in inside if m.span != begins[0].span])
    if len(then) > 1:
        return None
    if then and then[0].first is not None and then[0].last is not None:
        if then[0].last - then[0].first > 2 * DAY:
            return None
        now = then[0].first
    size = UNITS[unit]
    least, most = (number - 1) * size - 1.5 * DAY, number * size + 1.5 * DAY
    if unit in ("month", "year"):
        least, most = least - 0.25 * size, most + 0.25 * size
    gone = now - begins[0].last, now - begins[0].first
    if gone[0] < 0 or (gone[1] >= least and gone[0] <= most):
        return None
    nth = int(gone[1] // size) + 1
    return conflict(
        ledger,
        "nth",
        place,
        begins[0].span,
        keep=False,
        said=place.of(ledger.text),
        start=begins[0].span.of(ledger.text),
        days=f"{unit} {nth}",
    )
