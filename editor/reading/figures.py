"""Figures: numbers in digits or words, their unit, what they count, and how sure they are said to be."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from editor.article import Span
from editor.reading import numbers
from editor.reading.counting import counted_by, lexicon, outcomes, patterns
from editor.reading.patterns import lazy


class Figure(NamedTuple):
    """A figure: `low` to `high` (equal for a single value) of `unit`, counting `counted` (an outcome, or a noun)."""

    span: Span
    """The number with its unit, without what it counts."""
    low: float
    high: float
    unit: str = ""
    """"%", "points", a unit of measure, a currency, "age", or "" for a plain count."""
    dimension: str = ""
    """"money", "share", "fraction", "length", "area", … or "" for a plain count."""
    counted: str = ""
    """What is counted: an outcome ("dead", "hurt"), else the noun in lower case."""
    counted_span: Span | None = None
    qualifier: str = ""
    """"least", "most", "about", "vague", or ""."""
    scope: str = ""
    """The words after it that narrow it: "in Santa Juana", "of them"."""
    people: bool = False
    """Whether people are counted."""
    definite: bool = False
    """Whether it is spoken of as known already: "the 2,100 residents", "all 12"."""
    noun: str = ""
    """The noun after it, where an outcome is counted: "soldiers"."""
    written: str = ""
    """The digits as written, without separators, magnitude or sign; "" for words."""
    unit_span: Span | None = None
    """Where the unit or the sign of the currency stands."""

    @property
    def outcome(self) -> bool:
        return self.counted in outcomes()


_QUALIFIER = lazy(
    r"\b(?:(?P<least>at least|more than|over|above|no fewer than|no less than|not less than|upwards of|minimum of)"
    r"|(?P<most>up to|at most|no more than|fewer than|less than|under|below|nearly|almost"
    r"|as many as|as much as|not more than|close to)"
    r"|(?P<about>about|around|some|roughly|approximately|estimated|an estimated|circa|or so|about half)"
    r"|(?P<part>another|a further|further|additional|other|only|just))(?: (?:the|an?))? (?:[$£€¥₦₹]|Rs\.? ?)?$",
    re.IGNORECASE,
)
_DEFINITE = lazy(
    r"\b(?:[Tt]he|[Aa]ll|[Tt]hose|[Tt]hese|[Tt]heir|[Ii]ts|[Oo]f the|[Aa]ll the|[Hh]is"
    r"|[Hh]er)(?: (?:other|same|whole|first|last|(?:loss|crowd|gate|death|toll|total|sum) of))? $"
)
_SCOPE = lazy(
    r"[ ,]+(?:who |which |that |are |were |is |was |lived )*(?P<s>(?:in|at|from|near|across|on|of"
    r"|per|each|every|among(?! (?:them|these|those|which|whom)\b)|by|during|for|to|over|under|aged|between"
    r"|outside|inside)"
    r" (?:the |a |an |its |their |his |her |each )?[^\W_][\w’'&-]*(?: (?!(?:and|or|but|in|on|at"
    r"|to|of|for|from|by|with|as|that|which|who|were|was|is|are|had|has|have|been|will|would|said|says)\b)[a-z][\w’'-]*"
    r"| (?:of )?[A-Z][\w’'-]*){0,3})"
)
_MEASURED = lazy(
    r" (?:worth )?(?:of|in) (?:(?:the|its|their|his|her|a|an"
    r"|all) )?(?P<of>[^\W\d_][\w-]*(?: (?!(?:and|or|in|on|at|to|for|from|that|which|who|it|when|while|"
    r"by|with|were|was|are|is|a|the|would|will|had|has|have)\b)[^\W\d_][\w-]*)?)"
)
_VAGUE = {
    "several": (3, 12), "a few": (2, 9), "a handful of": (2, 9), "dozens of": (24, 199), "scores of": (40, 400),
    "hundreds of": (200, 9999), "thousands of": (2000, 99999),
}  # fmt: skip
_NOT_A_COUNT = lazy(
    r"(?:\b(?:Route|Highway|Interstate|Section|section|Article|article|Chapter|No\.|no\.|number"
    r"|Number|flight|Flight|page|Page|Room|room|"
    r"Channel|Boeing|Airbus|Type|Class|Level|Windows|iPhone|Group|Phase|Level|Grade|Day|Round"
    r"|Apollo|Formula|Unit|Platform|"
    r"version|[A-Z]{1,3}|psalm|verse|Act|Bill) |[#+]|\bat )$"
)
_CLOCK = lazy(r"(?:\.\d\d)?\s?(?:am|pm|a\.m|p\.m|o[’']clock|GMT|UTC|BST|EST|hrs)\b", re.IGNORECASE)
_AGE = lazy(r"-years?-old|[ -]years? (?:old|of age)")


def figures(masked: str, taken: Iterable[Span] = ()) -> tuple[Figure, ...]:
    """The figures of a paragraph's masked words, in order. `taken` are the places of dates and lengths of time."""
    used = sorted((span.start, span.end) for span in taken)
    starts = [start for start, _ in used]
    shapes = patterns()
    parts = (part for part in shapes.fraction.finditer(masked) if not _used(used, starts, *part.span()))
    result = [_in_fractions(masked, part) for part in parts]
    if result:
        used = sorted([*used, *((figure.span.start, figure.span.end) for figure in result)])
        starts = [start for start, _ in used]
    at = 0
    while match := shapes.digits.search(masked, at):
        at = match.end()
        if _used(used, starts, match.start(), match.end("n")):
            at = match.end("n")
        elif figure := _in_digits(masked, match):
            result.append(figure)
            at = figure.span.end
    free = (match for match in shapes.words.finditer(masked) if not _used(used, starts, *match.span()))
    result += [figure for match in free if (figure := _in_words(masked, match))]
    result.sort(key=lambda figure: figure.span.start)
    return tuple(_ranges(masked, result))


_SPAN = lazy(r" (?:to|or) |[-–]")


def _ranges(text: str, found: list[Figure]) -> Iterator[Figure]:
    """Two numbers in words that are the ends of one range, as one: six to eight hundred people."""
    first: Figure | None = None
    for figure in found:
        if first and figure.low > first.high and _SPAN.fullmatch(text, first.span.end, figure.span.start):
            yield figure._replace(
                span=first.span.to(figure.span), low=first.low, definite=first.definite, qualifier=first.qualifier
            )
            first = None
            continue
        if first:
            yield first
        first = figure
        worded = not figure.written and not figure.unit and figure.counted_span is None and figure.low == figure.high
        if not worded or _FROM.search(text, max(0, figure.span.start - 6), figure.span.start):
            yield figure
            first = None
    if first:
        yield first


_FROM = lazy(r"\b[Ff]rom $")
_ONE = lazy(
    r"\b[Oo]ne(?=(?: (?!(?:of|another|or|and|day|which|who|that|to|is|was|has|had|can|could|would|will|may|might|more"
    r"|hundred|thousand|million|billion|third|quarter|fifth|tenth|dozen|by|with|for|on|at|the|a|an|as|from|but)\b)"
    r"(?P<noun>[a-z][\w’'-]*)| in | or |-(?P<part>[a-z]+)\b))"
)
_NOT_ONE = lazy(
    r"\b(?:this|that|each|the|another|no|every|which|any|only|some|its|his|her|their|[a-z]+er|[a-z]+est) $",
    re.IGNORECASE,
)


def singles(masked: str) -> Iterator[Figure]:
    """What is counted as one ("one vote in each"), for a fact sheet: checks compare counts of several."""
    for match in _ONE.finditer(masked):
        if _NOT_ONE.search(masked, max(0, match.start() - 9), match.start()):
            continue
        name = "noun" if match["noun"] else "part" if match["part"] else ""
        place = Span(*match.span(name)) if name else None
        yield Figure(Span(*match.span()), 1, 1, counted=place.of(masked) if place else "", counted_span=place)


def _used(used: list[tuple[int, int]], starts: list[int], start: int, end: int) -> bool:
    at = bisect.bisect_right(starts, start) - 1
    return (at >= 0 and used[at][1] > start) or (at + 1 < len(used) and used[at + 1][0] < end)


_SIGN_REACH = 4


def _sign(text: str, start: int) -> str:
    """The sign of a currency that stands right before a number, with the blank between them."""
    for reach in range(_SIGN_REACH, 0, -1):
        if text[max(0, start - reach) : start] in lexicon().signs:
            return text[max(0, start - reach) : start]
    word = re.search(r"(?:\b[A-Za-z]{2,4}\.?|(?<!\w)[A-Z]{0,3}[$£€¥₦₹]) $", text[max(0, start - 6) : start])
    return word[0] if word and word[0].strip() in lexicon().signs else ""


def _in_digits(text: str, match: re.Match[str]) -> Figure | None:
    start, end = match.span()
    sign = _sign(text, start)
    start -= len(sign)
    if start and (text[start - 1].isalnum() or (sign and text[start - 1] in ".,")):
        return None
    refers = not sign and (_NOT_A_COUNT.search(text, max(0, start - 12), start) or _CLOCK.match(text, end))
    if refers and not _after_at(text, start, end):
        return None
    if match["n"][0] == "0" and match["n"][1:2].isdigit():
        # A part of a telephone number, a code.
        return None
    bare = not sign and text[start:end].isdigit()
    if bare and text[start - 1 : start] in ("(", "[") and text[end : end + 1] in (")", "]"):
        return None
    if text[end : end + 1].isalpha() and not patterns().unit.match(text, end):
        return None
    number, size = match["n"], match["size"]
    if sign and not size and not match["n2"] and (more := _THOUSANDS.match(text, end)):
        # As in South Africa: R40 000.
        end, number = more.end(), number + more[0]
    if size in ("M", "MM", "B", "K") and not sign:
        # A gate, a flat, a size; of money it is a magnitude.
        return None
    if size.strip() == "m" and not sign and not match["n2"] and _METRES.match(text, end):
        return _figure(text, start, match.end("n"), numbers.value(number), numbers.value(number), "", _digits(number))
    low = high = numbers.value((number + size).strip())
    if match["n2"]:
        connector = match["to"].strip()
        if connector == "and" and not re.search(r"\bbetween $", text[max(0, start - 10) : start]):
            end = match.end("size")
        elif connector in ("-", "–") and not (sign or match["size2"] or patterns().unit.match(text, end)):
            if numbers.value(match["n2"]) <= low or not _PLURAL.match(text, end):
                # A score, a vote, a reference: no quantity.
                return None
            high = numbers.value(match["n2"])
        else:
            high = numbers.value((match["n2"] + match["size2"]).strip())
            if match["size2"] and not size:
                low = numbers.value((number + match["size2"]).strip())
    return _figure(text, start, end, low, high, sign.strip(), _digits(number))


_THOUSANDS = lazy(r"(?: \d{3})+(?![\w.,]\d|\w)")
_METRES = lazy(
    r"(?:[ -](?:tall|long|wide|deep|high|thick|above|below|away|apart|from|off|north|south|east|west|race|sprint|dash"
    r"|hurdles|final|finals|heats?|freestyle|butterfly|breaststroke|backstroke|medley|relay|record|title|champion\w*"
    r"|walk|wave|waves|swell|stretch|telescope|tower|statue|mast|rise|drop|by)\b|,? and \d+m\b(?! (?:people|users)))"
)
"""What follows metres written as "m", which after other numbers means millions."""
_PLURAL = lazy(r" (?:[a-z][\w-]* )?[a-z]{3,}s\b|-?(?:seat|page|bed|room|member)\b| (?:people|men|women|children)\b")


def _digits(number: str) -> str:
    return re.sub(r"[^\d]", "", number)


def _in_fractions(text: str, match: re.Match[str]) -> Figure:
    """A fraction: of a magnitude a count ("half a million people"), of anything else a fraction of it."""
    start, end = match.span()
    value = numbers.fraction(match[0].replace(match["of"], "") if match["of"] else match[0])
    if match["size"] or match["of"]:
        value *= numbers.MAGNITUDES.get(match["of"] or "", 1)
        if figure := _figure(text, start, end, value, value, "", ""):
            return figure
    thing = _MEASURED.match(text, end)
    counted, place = (thing["of"].lower(), Span(*thing.span("of"))) if thing else ("", None)
    return Figure(Span(start, end), value, value, "fraction", "fraction", counted, place, noun=counted)


def _after_at(text: str, start: int, end: int) -> bool:
    """Whether a number after "at" is a quantity all the same ("put the toll at 26", "crested at 5 metres")."""
    lead = max(0, start - 80)
    at = text[max(0, start - 3) : start] == "at "
    if not at or _CLOCK.match(text, end):
        return False
    if re.match(r"\d{1,3},\d{3}|\d{3,}\.\d|\d{2,}[-–]\d{2,}$", text[start:end]):
        return True
    return bool(
        patterns().toll.search(text, lead, start) or patterns().unit.match(text, end) or text[end - 1].isalpha()
    )


def _in_words(text: str, match: re.Match[str]) -> Figure | None:
    start, end = match.span()
    words = match[0].lower()
    if match["vague"]:
        low, high = _VAGUE[words]
        figure = _figure(text, start, end, low, high, "", "", vague=True)
        return figure if figure and figure.outcome else None
    first = re.split(r"[-‑ ]", words, maxsplit=1)[0]
    if first not in numbers.SMALL and first not in ("", "a"):
        return None
    value = numbers.value(words)
    figure = _figure(text, start, end, value, value, "", "")
    told = words == "one" and re.search(
        r"\b(?:this|that|each|the|another|no|every|which|any"
        r"|only) $",
        text[max(0, start - 8) : start],
        re.IGNORECASE,
    )
    if told:
        return None
    if words == "one" and not (figure and (figure.outcome or figure.dimension)):
        return None
    return figure


def _figure(
    text: str, start: int, end: int, low: float, high: float, sign: str, written: str, *, vague: bool = False
) -> Figure | None:
    known, shapes = lexicon(), patterns()
    lead = max(0, start - 24)
    qualified = _QUALIFIER.search(text, lead, start)
    qualifier = "vague" if vague else (qualified.lastgroup or "") if qualified else ""
    definite = bool(_DEFINITE.search(text, lead, start))
    unit = dimension = ""
    if sign:
        unit, dimension = known.signs[sign], "money"
    unit_span = Span(start, start + len(sign)) if sign else None
    after_number = end
    if found := shapes.unit.match(text, end):
        if found["share"] or found["pp"]:
            unit, dimension = ("points" if found["points"] or found["pp"] else "%"), "share"
            end = found.end()
        elif found["money"]:
            unit, dimension, end = known.words[found["money"]], "money", found.end()
        elif not sign:
            unit, dimension, _ = known.units[found["unit"]]
            end = found.end()
            if dimension == "temperature" and re.search(r"\b[Mm]inus $", text[max(0, start - 6) : start]):
                low, high = -high, -low
        if end > after_number and not unit_span:
            blank = text[after_number] in " -"
            unit_span = Span(after_number + blank, end)
    elif _AGE.match(text, end):
        return None
    span = Span(start, end)
    if dimension:
        thing = _MEASURED.match(text, end)
        counted, place = (thing["of"].lower(), Span(*thing.span("of"))) if thing else ("", None)
        return Figure(
            span,
            low,
            high,
            unit,
            dimension,
            counted,
            place,
            qualifier,
            "",
            False,
            definite,
            counted,
            written,
            unit_span,
        )
    counted, place, people, noun = counted_by(text, start, end)
    after = place.end if place and place.start >= end else end
    scope = _SCOPE.match(text, after)
    return Figure(
        span,
        low,
        high,
        "",
        "",
        counted,
        place,
        qualifier,
        scope["s"] if scope else "",
        people,
        definite,
        noun,
        written,
    )
