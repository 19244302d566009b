"""Figures: numbers in digits or words, their unit, what they count, and how sure they are said to be."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable
from typing import NamedTuple

from editor.article import Span
from editor.reading import numbers
from editor.reading.counting import lexicon, outcomes, patterns
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
    """"money", "share", "length", "area", … or "" for a plain count."""
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
    r"|per|each|every|among|by|during|for|to|over|under|aged|between|outside|inside)"
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
    result = []
    shapes = patterns()
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
    return tuple(result)


def _used(used: list[tuple[int, int]], starts: list[int], start: int, end: int) -> bool:
    at = bisect.bisect_right(starts, start) - 1
    return (at >= 0 and used[at][1] > start) or (at + 1 < len(used) and used[at + 1][0] < end)


_SIGN_REACH = 4


def _sign(text: str, start: int) -> str:
    """The sign of a currency that stands right before a number, with the blank between them."""
    for reach in range(_SIGN_REACH, 0, -1):
        if text[max(0, start - reach) : start] in lexicon().signs:
            return text[max(0, start - reach) : start]
    word = re.search(r"\b[A-Za-z]{2,4}\.? $", text[max(0, start - 6) : start])
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
    low = high = numbers.value((number + size).strip())
    if match["n2"]:
        connector = match["to"].strip()
        if connector == "and" and not re.search(r"\bbetween $", text[max(0, start - 10) : start]):
            end = match.end("size")
        elif connector in ("-", "–") and not sign and not match["size2"] and not patterns().unit.match(text, end):
            # A score, a vote, a reference: no quantity.
            return None
        else:
            high = numbers.value((match["n2"] + match["size2"]).strip())
            if match["size2"] and not size:
                low = numbers.value((number + match["size2"]).strip())
    return _figure(text, start, end, low, high, sign.strip(), number.replace(",", "").replace(".", ""))


def _after_at(text: str, start: int, end: int) -> bool:
    """Whether a number after "at" is a quantity all the same ("put the toll at 26", "crested at 5 metres")."""
    lead = max(0, start - 80)
    at = text[max(0, start - 3) : start] == "at "
    if not at or _CLOCK.match(text, end):
        return False
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
    if found := shapes.unit.match(text, end):
        if found["share"] or found["pp"]:
            unit, dimension = ("points" if found["points"] or found["pp"] else "%"), "share"
            end = found.end()
        elif found["money"]:
            unit, dimension, end = known.words[found["money"]], "money", found.end()
        elif not sign:
            unit, dimension, _ = known.units[found["unit"]]
            end = found.end()
    elif _AGE.match(text, end):
        return None
    span = Span(start, end)
    if dimension:
        thing = _MEASURED.match(text, end)
        counted, place = (thing["of"].lower(), Span(*thing.span("of"))) if thing else ("", None)
        return Figure(
            span, low, high, unit, dimension, counted, place, qualifier, "", False, definite, counted, written
        )
    counted, place, people, noun = _counted(text, start, end)
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


def _counted(text: str, start: int, end: int) -> tuple[str, Span | None, bool, str]:
    """What a plain number counts, where that stands, and whether it counts people."""
    known, shapes = lexicon(), patterns()
    phrase = shapes.noun.match(text, end)
    assert phrase is not None
    words = list(re.finditer(r"[\w’'-]+", text[phrase.start("np") : phrase.end("np")])) if phrase["np"] else []
    base = phrase.start("np")
    head = None
    for number, word in enumerate(words):
        low = word[0].lower().removesuffix("’s").removesuffix("'s")
        place = Span(base + word.start(), base + word.end())
        if low in known.nouns:
            after = words[number + 1][0].lower() if number + 1 < len(words) else ""
            return known.nouns[low], place, True, after if after in known.people else ""
        if low in known.participles:
            after = words[number + 1][0].lower() if number + 1 < len(words) else ""
            return known.participles[low], place, True, head[0] if head else after if after in known.people else ""
        head = (low, place)
        if _plural(low):
            break
    if head and not _plural(head[0]):
        head = None
    people = head is not None and head[0] in known.people
    if head is None or people:
        follows = shapes.participle.match(text, head[1].end if head else phrase.end())
        if follows:
            return known.participles[follows["p"]], Span(*follows.span("p")), True, head[0] if head else ""
        if shapes.toll.search(text, max(0, start - 80), start):
            return "dead", None, True, head[0] if head else ""
        if verb := shapes.verb.search(text, max(0, start - 60), start):
            return known.verbs[verb["v"]], Span(*verb.span("v")), True, head[0] if head else ""
    if head is None:
        crowd = _COLLECTIVE.search(text, max(0, start - 24), start)
        return ("crowd" if crowd else ""), None, False, "crowd" if crowd else ""
    return head[0], head[1], people, head[0]


_COLLECTIVE = lazy(
    r"\b(?:crowd|gate|attendance|audience|turnout|turn-out|sell-out|full house)(?: of| was| at)?(?: about| some)? $",
    re.IGNORECASE,
)


_PLURALS = frozenset(
    {
        "people",
        "men",
        "women",
        "children",
        "police",
        "staff",
        "troops",
        "crew",
        "cattle",
        "sheep",
        "mice",
        "feet",
        "lives",
    }
)


def _plural(word: str) -> bool:
    return (
        (word.endswith("s") and not word.endswith(("ss", "us", "is")))
        or word in _PLURALS
        or word.endswith(("men", "women"))
    )
