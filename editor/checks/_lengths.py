"""Lengths of time against the dates or the times of day that they lie between."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from editor.article import Span
from editor.checks._conflict import conflict
from editor.checks._moments import Days, days
from editor.finding import Finding
from editor.ledger import Ledger, Stated
from editor.reading.dates import Date
from editor.reading.durations import Duration
from editor.reading.patterns import lazy
from editor.reading.times import Time

_FROM = lazy(
    r"[^.;:()]{0,45}?(?:,|\b)? ?\b(?:[Ff]rom|[Bb]etween)"
    r"(?: about| early| late| (?:his|her|its|their|the) (?:[\w-]+ ){1,2}(?:on|in))? $"
)
_WEEK = 8
"""Below how many days a length of time may be held against two weekdays, which may be of any week."""
_TO = lazy(
    r"\s?(?:to|until|till|and|–|-|—|through|up to)(?: about| early| late)?\s?"
    r"| (?:until|till|to when|when) (?:[\w’'-]+ ){1,6}in "
    r"|,? (?:to|until|till) (?:his|her|its|their|the) (?:[\w-]+ ){1,3}(?:in|on) "
)
_PERIOD = lazy(
    r",? (?:a (?:period|span|stretch|run|spell|total|term) of |for |or |that is |(?:will |is to |are to |was to )?"
    r"(?:last|lasts|lasted|lasting|run|runs|ran|take|takes|took|taking) (?:for )?)?(?:the )?"
)
_GAP = lazy(
    r"(?:gap|break|absence|hiatus|wait|closure|shutdown|suspension|silence|pause|interruption|lay-?off|interval|lull|delay)"
)
_STOPPED = lazy(
    r"\b(?:stopped|ceased|closed|shut|suspended|ended|ran|since|withdrawn|halted|broke down|last|cancell?ed|left"
    r"|mothballed)\b"
)
_SINCE = lazy(r"\bsince(?: early| late| at least)? $")
_SINCE_THEN = lazy(r"\b(?:since then|ever since)\b")
_VAGUE = ("least", "most")
_PAST = lazy(r"\b(?:had|was|were|would|until|till|ended|before|first|took|spent)\b")
UNITS = {"year": 365.25, "decade": 3652.5, "month": 30.4375, "week": 7.0, "fortnight": 14.0, "day": 1.0, "night": 1.0}


def spanned(ledger: Ledger, stated: Stated[Duration]) -> Iterator[Finding]:
    """A length of time that is not the one between the dates which its sentence gives for it."""
    duration = stated.thing
    if duration.qualifier not in ("", "only", "just", "exactly") or not duration.number or ledger.quoted(stated):
        return
    if duration.unit in ("hour", "minute"):
        yield from _hours(ledger, stated)
        if duration.days != int(duration.days):
            return
        stated = stated._replace(thing=duration._replace(unit="day", number=duration.days))
        duration = stated.thing
    if duration.unit not in UNITS or duration.role in ("age", "ago", "later", "before", "after"):
        return
    dates = ledger.dates_in.get(stated.sentence.number, ())
    for way in (_from_to, _gap, _begun_ended, _summed, _since, _left):
        found = way(ledger, stated, dates)
        if found is None:
            continue
        place, length = found
        if not fits(duration, length):
            yield conflict(ledger, "dated", stated.span, place, keep=False, days=_said(duration, length))
        return


Length = tuple[float, float]
"""The least and the most days that two dates can lie apart."""


def fits(duration: Duration, length: Length) -> bool:
    """Whether a length in its unit may be said of one in days: the first day may be counted, a year begun, too."""
    unit = UNITS[duration.unit]
    slack = 1.0 if unit == 1.0 else 0.75 * unit if unit < 300 else 1.0 * unit
    if duration.unit == "year" and length[1] - length[0] > 500:
        slack = 0.5 * unit
    return length[0] - slack <= duration.days <= length[1] + slack


def _between(one: Days, two: Days) -> Length:
    return float(two[0] - one[1]), float(two[1] - one[0])


def _said(duration: Duration, length: Length) -> str:
    middle = (length[0] + length[1]) / 2
    number = max(1, round(middle / UNITS[duration.unit])) + (duration.unit == "day")
    return f"{number} {duration.unit}{'' if number == 1 else 's'}"


def _from_to(ledger: Ledger, stated: Stated[Duration], dates: Sequence[Stated[Date]]) -> tuple[Span, Length] | None:
    """ "A four-day training, from 8 to 11 June"; "31 years, from 1966 until she retired in 1989"."""
    text = ledger.text
    for n, one in enumerate(dates[:-1]):
        two = dates[n + 1]
        joined = _TO.fullmatch(text, one.span.end, two.span.start)
        if not joined or not _same_kind(one.thing, two.thing):
            continue
        lead = text[max(stated.sentence.span.start, one.span.start - 10) : one.span.start]
        after = one.span.start >= stated.span.end and _FROM.fullmatch(text, stated.span.end, one.span.start)
        before = (
            two.span.end <= stated.span.start
            and re.search(r"\b(?:[Ff]rom|[Bb]etween)(?: about)? $", lead)
            and _PERIOD.fullmatch(text, two.span.end, stated.span.start)
        )
        if (not after and not before) or _SHARE.search(text[max(0, stated.span.start - 10) : stated.span.start]):
            continue
        if one.thing.weekday is not None and two.thing.weekday is not None and not one.thing.day:
            length = float((two.thing.weekday - one.thing.weekday) % 7)
            return (one.span.to(two.span), (length, length)) if stated.thing.days < _WEEK else None
        year = one.thing.year or two.thing.year
        first, last = days(ledger, one, year), days(ledger, two, year)
        if not first or not last or last < first:
            return None
        return one.span.to(two.span), _between(first, last)
    return None


def _same_kind(one: Date, two: Date) -> bool:
    return (one.day is None) == (two.day is None) and (one.month is None) == (two.month is None)


def _gap(ledger: Ledger, stated: Stated[Duration], dates: Sequence[Stated[Date]]) -> tuple[Span, Length] | None:
    """ "Began on 8 June 2026, ending a fourteen-month gap in the service, which stopped in December 2025"."""
    if stated.thing.role != "length" or not _GAP.match(stated.thing.of):
        return None
    full = [d for d in dates if d.thing.month or d.thing.year]
    if len(full) != 2:
        return None
    one, two = sorted(full, key=lambda d: days(ledger, d) or (0, 0))
    if not _STOPPED.search(ledger.text[max(one.sentence.span.start, one.span.start - 40) : one.span.start]):
        return None
    first, last = days(ledger, one), days(ledger, two)
    return (one.span, _between(first, last)) if first and last else None


def _since(ledger: Ledger, stated: Stated[Duration], dates: Sequence[Stated[Date]]) -> tuple[Span, Length] | None:
    """ "Has been on its two-year trial since August 2022", in an article of August 2026."""
    if not ledger.day or stated.thing.unit not in ("year", "month", "decade"):
        return None
    now = ledger.day.toordinal()
    text = ledger.text
    words = stated.sentence.span.of(text)
    if _PAST.search(text[max(stated.sentence.span.start, stated.span.start - 30) : stated.span.start]):
        return None
    for date in dates:
        when = days(ledger, date)
        if not when or not (date.thing.year or (date.thing.month and date.thing.day)) or when[0] > now:
            continue
        if date.span.start > stated.span.end:
            close = date.span.start - stated.span.end < 45
            told = close and _SINCE.search(text[stated.span.end : date.span.start])
            if not told or (
                stated.thing.role not in ("going on", "length")
                and not re.search(r"\bfor $|\bthe $", text[: stated.span.start][-5:])
            ):
                continue
        elif not (_SINCE_THEN.search(words) and text.find("since", date.span.end, stated.sentence.span.end) > 0):
            continue
        return date.span, _between(when, (now, now))
    return None


_BEGAN = lazy(
    r"\b(?:began|begun|begins|started|starts|launched|opened|opens|broke out|broke ground|was broken|laid|founded"
    r"|set out|set off|kicked off|came into force|called|declared|imposed|joined|took office|took over|appointed"
    r"|elected"
    r"|signed|sworn in"
    r"|took up|arrived|went missing|disappeared|seized|kidnapped|arrested|jailed|moved in(?:to)?|entered)\b"
)
_ENDED = lazy(
    r"\b(?:ended|finished|closed|completed|concluded|handed over|called off|lifted|opened|wound up|over|retired|left"
    r"|stepped down|resigned|unveiled|inaugurated|returned|released|freed|found|expired|ran out|came home|reopened"
    r"|moved out|put out|finally)\b"
)
_TILL = lazy(r",? (?:until|till|to|ending|and (?:ends|ended|closes|closed))(?: on)? ")
_GOES_ON = lazy(r"\s(?:It|They|He|She)\b")
_AFTER_BOTH = lazy(
    r",? (?:(?:and|which|that) )?(?:after|following|lasting|lasted|taking|took|ending|in|for|over) [^.;:]{0,40}"
)
_BEFORE_BOTH = lazy(r" (?!to |of the (?:first|last))[^.;:]{0,60}")


def _begun_ended(ledger: Ledger, stated: Stated[Duration], dates: Sequence[Stated[Date]]) -> tuple[Span, Length] | None:
    """ "The six-month trial, which began in March and finished in May"; "begun in 2018, open in 2026, after a year"."""
    text, sentence = ledger.text, stated.sentence
    if stated.thing.role not in ("length", "going on", ""):
        return None
    known = [d for d in dates if d.thing.year or d.thing.month]
    if len(known) == 1 and _GOES_ON.match(text, sentence.span.end):
        known += [d for d in ledger.dates_in.get(sentence.number + 1, ()) if d.thing.year or d.thing.month]
    if len(known) != 2 or known[1].thing.range_end:
        return None
    one, two = known
    if not _BEGAN.search(text[max(sentence.span.start, one.span.start - 60) : one.span.start]):
        return None
    between = text[one.span.end : two.span.start]
    if one.span.end <= stated.span.start and _TILL.fullmatch(text, stated.span.end, two.span.start):
        first, last = days(ledger, one), days(ledger, two)
        return (one.span, _between(first, last)) if first and last and first <= last else None
    if len(between) > 70 or not _ENDED.search(between):
        return None
    ahead = stated.thing.role == "length" and stated.span.end <= one.span.start
    if ahead and not _BEFORE_BOTH.fullmatch(text, stated.span.end, one.span.start):
        return None
    if not ahead and not (
        two.span.end <= stated.span.start and _AFTER_BOTH.fullmatch(text, two.span.end, stated.span.start)
    ):
        return None
    first, last = days(ledger, one), days(ledger, two)
    return (one.span.to(two.span), _between(first, last)) if first and last and first <= last else None


_SHARE = lazy(r"\bof (?:an?|the|his|her|its|their) $")
"""Before a length of which something is a part: "five years of a ten-year sentence"."""
_KNOWN = lazy(r"\b(?:[Tt]he|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Tt]his|[Tt]hat) $")
_SPELL = lazy(
    r"(?:[a-z-]+ )?(?:deceit|deception|fraud|scam|swindle|scheme|spree|racket|conspiracy|plot|campaign|ordeal|affair"
    r"|crime|operation|tour|voyage|expedition|trip|spell|reign|stint|tenure|rampage|raid|swindling|theft|thieving|siege|strike)\b"
)
_BETWEEN = lazy(r"\b(?:[Bb]etween|[Ff]rom)(?: about| early| late)? $")


def _summed(ledger: Ledger, stated: Stated[Duration], dates: Sequence[Stated[Date]]) -> tuple[Span, Length] | None:
    """ "The seven-month deceit", where the article's one stretch is "between January 2022 and February 2023"."""
    text = ledger.text
    if stated.thing.role != "length" or dates or "-" not in stated.span.of(text) or stated.thing.unit == "year":
        return None
    if not _SPELL.match(stated.thing.of) or not _KNOWN.search(text[: stated.span.start][-6:]):
        return None
    ranges = []
    for one, two in itertools.pairwise(ledger.dates):
        if not _BETWEEN.search(text[max(0, one.span.start - 15) : one.span.start]):
            continue
        if _TO.fullmatch(text, one.span.end, two.span.start) and one.thing.month and two.thing.month and two.thing.year:
            ranges.append((one, two))
    if len(ranges) != 1 or sum(d.thing.role == "length" and "-" in d.span.of(text) for d in ledger.durations) > 1:
        return None
    ((one, two),) = ranges
    first, last = days(ledger, one, two.thing.year), days(ledger, two)
    return (one.span.to(two.span), _between(first, last)) if first and last and first <= last else None


_LEFT = lazy(r" (?:still )?(?:left|remaining|to run|to go|to serve)\b")
_TERM = lazy(
    r"\b(?:term|contract|deal|sentence|mandate|lease|tenure|licen[cs]e|loan|appointed|elected|signed|jailed)\b"
)


def _left(ledger: Ledger, stated: Stated[Duration], dates: Sequence[Stated[Date]]) -> tuple[Span, Length] | None:
    """ "Appointed in 2022 for a term of five years and so, with three years still to run in 2026"."""
    text = ledger.text
    if stated.thing.unit != "year" or not _LEFT.match(text, stated.span.end):
        return None
    whole = [
        d for d in ledger.durations
        if d.sentence.number == stated.sentence.number and d.thing.unit == "year" and d.span.end < stated.span.start
    ]  # fmt: skip
    years = [d for d in dates if d.thing.year]
    if len(whole) != 1 or not years or not _TERM.search(text, stated.sentence.span.start, stated.span.start):
        return None
    start = years[0]
    now = years[-1].thing.year if len(years) > 1 else ledger.day.year if ledger.day else None
    assert start.thing.year
    if now is None or start.span.start > stated.span.start or now < start.thing.year:
        return None
    left = (start.thing.year + whole[0].thing.number - now) * 365.25
    return start.span.to(whole[0].span), (left - 180, left + 180)


_BEGINS = lazy(
    r"\b(?:began|begins|started|starts|broke out|opened|opens|called to order|kicked off|set off|took off|departed"
    r"|left|gavelled in|convened|got under way|entered|went in|arrested|breached|from|between|boarded|fell|first"
    r"|raised the alarm|(?:was|were) called|came ashore|went (?:down|off|dark)|lost|failed)\b[^.;]{0,25}$",
    re.IGNORECASE,
)
_ENDS = lazy(
    r"\b(?:ended|ends|finished|finishes|over|out|closed|closes|adjourned|rose|broke up|arrived|landed|reopened"
    r"|vote came|until|till|to|came back|restored|under control|left|stopped|concluded|emerged|walked free"
    r"|stood down|came at|and)\b[^.;]{0,25}$",
    re.IGNORECASE,
)
_SPENT = lazy(
    r"\b(?:lasted|ran|took|went on|sat|waited|spent|raged|burned|burnt|dragged on|continued|met|spoke|debated|stretched"
    r"|of|for|in|after|his|her|its|the|an?)\b[^.;,]{0,20}$",
    re.IGNORECASE,
)


_FIGHT = lazy(
    r"(?:[a-z-]+ )?(?:fight|battle|blaze|fire|siege|stand-?off|operation|rescue|search|outage|ordeal|hearing)\b"
)
BACK = 5
"""How many sentences before a length in hours the times may stand that it lies between."""


def _hours(ledger: Ledger, stated: Stated[Duration]) -> Iterator[Finding]:
    """ "The hearing ran for four hours. It opened at 3 p.m., and the vote came at 10:40."."""
    text = ledger.text
    if stated.thing.role not in ("length", "going on", "") or stated.thing.days * 24 < 1:
        return
    lead = text[max(stated.sentence.span.start, stated.span.start - 50) : stated.span.start]
    if stated.thing.role == "" and not re.search(
        r"\b(?:lasted|ran|took|went on|sat|raged|burned|dragged on|continued|debated)\b", lead
    ):
        return
    if not _SPENT.search(lead):
        return
    begins: list[tuple[Time, Span]] = []
    ends: list[tuple[Time, Span]] = []
    hyphened = "-" in stated.span.of(text) and stated.thing.role == "length"
    first = 0 if hyphened and _FIGHT.match(stated.thing.of) else max(0, stated.sentence.number - BACK)
    for sentence in ledger.sentences[first : stated.sentence.number + 3]:
        for time in sentence.paragraph.read.times:
            if not sentence.within.covers(time.span):
                continue
            place = sentence.paragraph.at(time.span)
            before = text[max(sentence.span.start, place.start - 60) : place.start]
            if _ENDS.search(before) and begins:
                ends.append((time, place))
            elif _BEGINS.search(before):
                begins.append((time, place))
    if len(begins) != 1 or len(ends) != 1:
        return
    (start, one), (end, two) = begins[0], ends[0]
    day = 1440 if start.half and end.half else 720
    apart = (end.minutes - start.minutes) % day / 60
    said = stated.thing.days * 24
    if said > 20:
        return  # which of the days is meant, the times don't tell
    slack = 0.75 if stated.thing.unit == "hour" else 0.2
    if all(abs(said - hours) > max(slack, 0.15 * hours) for hours in (apart, apart + (12 if day == 720 else 24))):
        hours = f"{apart:.0f} hours" if apart >= 2 else f"{60 * apart:.0f} minutes"
        yield conflict(
            ledger, "hours", stated.span, one, two, keep=False, said=stated.span.of(text), hours=hours,
            start=one.of(text), finish=two.of(text),
        )  # fmt: skip
