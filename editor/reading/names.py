"""Names: people with their offices, organisations, places."""

from __future__ import annotations

import functools
import re
from typing import Literal, NamedTuple

from editor import resources
from editor.article import Span
from editor.reading.atlas import atlas
from editor.reading.capitals import UPPER, pieces, runs
from editor.reading.lemmas import stop_words
from editor.reading.patterns import lazy

Kind = Literal["person", "organisation", "place", "unknown"]
Gender = Literal["f", "m", ""]


class Name(NamedTuple):
    """A name as it stands: its place without the office, its parts, and the office or title beside it."""

    span: Span
    text: str
    kind: Kind = "unknown"
    given: str = ""
    surname: str = ""
    office: str = ""
    """The office or form of address right before it, as written: "Interior Minister", "Mr", "prosecutor"."""
    office_span: Span | None = None
    role: str = ""
    """The office in apposition after it: "the managing editor"."""
    role_span: Span | None = None
    gender: Gender = ""
    age: int | None = None
    age_span: Span | None = None
    initial: bool = False
    """Whether it opens a sentence, where a capital says nothing."""
    titled: bool = False
    """Whether it stands in a title, where every longer word may have a capital."""

    @property
    def former(self) -> bool:
        """Whether the office is said to be another time's: former, then, acting, late, elect."""
        return bool(_OTHER_TIME.search(self.office) or _OTHER_TIME.search(self.role))


class _Lexicon(NamedTuple):
    offices: dict[str, tuple[str, str]]
    words: dict[str, str]
    given: dict[str, str]
    modifiers: frozenset[str]
    openers: frozenset[str]


@functools.cache
def lexicon() -> _Lexicon:
    """Offices with kind and gender, words that show an organisation or place, given names with their gender."""
    offices = {}
    for row in resources.rows("lexicon", "en", "offices.tsv"):
        word, kind, gender = (*row, "")[:3]
        offices[word] = (kind, gender)
    words = dict(resources.rows("lexicon", "en", "organisation_words.tsv"))
    given = {}
    for row in resources.rows("lexicon", "given_names.tsv"):
        given.update(dict.fromkeys(row[0].split(), (*row, "")[1]))
    modifiers = frozenset(row[0] for row in resources.rows("lexicon", "en", "office_modifiers.tsv"))
    openers = frozenset(row[0] for row in resources.rows("lexicon", "en", "capital_openers.tsv"))
    return _Lexicon(offices, words, given, modifiers, openers)


_WORD = lazy(r"[^\s]+")
_OTHER_TIME = lazy(
    r"\b(?:then|former|formerly|ex|acting|late|past|previous|outgoing|incoming|interim|retired"
    r"|elect|designate|caretaker|one-?time|until|was|were)\b",
    re.IGNORECASE,
)
_AGE = lazy(
    r",? (?:(?:who )?died (?:on [^,.]{3,24}|yesterday|last \w+)?,? ?)?(?:aged "
    r"|\()?(?<!\d)(?P<age>\d{1,3})(?=[,.;)]| and\b| who\b|$)(?!,\d)"
)
_APPOSITION = lazy(
    r"(?:, (?:aged )?\d{1,3})?, (?P<role>(?:(?:the|a|an|its|his|her|their|who (?:is|was)|now|then"
    r"|the then|both) )?[^,;.()“”\"]{2,80}?)(?=[,;.()]|$)"
)
_SAYS = lazy(
    r"(?:,[^,.]{1,80},)? (?:said|says|told|added|wrote|tweeted|warned|explained|argued|insisted"
    r"|replied|recalled|claimed|noted)\b"
)
_WHO = lazy(r", (?:who|whose|whom)\b")
_HEADED = lazy(r"(?<![\w-])(?P<office>[\w-]+) (?:of|for) (?P<of>[a-z][\w-]+(?: [a-z][\w-]+)?) $")
_KIN = lazy(
    r"\b(?:his|her|their|my|our)\b[^.;:“”\"]{0,12}\b(?:wife|husband|mother|father|sister|brother|sons?|daughters?"
    r"|cousin"
    r"|nephew|niece|aunt|uncle|widow|partner|neighbou?r|friend|boss|teacher|lawyer),? $"
)
_IN_PLACE = lazy(r"\b(?:in|at|near|from|around|outside|across|into|toward|towards|to|through|via|off) (?:the )?$")
_MONEY = frozenset("$£€¥₹")


def names(masked: str) -> tuple[Name, ...]:
    """The names of a paragraph's masked words, in order. A paragraph set in capitals or title case tells no persons."""
    titled = _titled(masked)
    result: list[Name] = []
    lex = lexicon()
    for first, last in runs(masked, lex.words, lex.given):
        for start, end in pieces(masked, first, last, lex.words, lex.offices):
            if masked[end : end + 1] in _MONEY and end < len(masked):
                continue
            if name := _name(masked, start, end, titled):
                result.append(name)
    return tuple(result)


def _titled(text: str) -> bool:
    """Whether the paragraph is a title: no full stop at its end, and most of its longer words with a capital."""
    if len(text) > 160 or text.rstrip()[-1:] in '.”"’':
        return False
    long = [word for word in text.split() if len(word) > 3 and word[0].isalpha()]
    return len(long) > 2 and sum(word[0].isupper() for word in long) >= 0.7 * len(long)


def _name(text: str, start: int, end: int, titled: bool) -> Name | None:
    lex = lexicon()
    opening = _opens(text, start)
    piece = text[start:end]
    if " " in piece:
        tokens = [(m.start() + start, m.end() + start, m[0]) for m in _WORD.finditer(piece)]
    else:
        tokens = [(start, end, piece)]
    if opening and len(tokens) > 1 and tokens[0][2] in _MODALS and _ASKED.match(text, end):
        # "Will New Delhi agree?" names a city.
        tokens, opening = tokens[1:], False
    if opening:
        tokens, opening = _opened(tokens, lex)
    if not tokens or (len(tokens) == 1 and len(tokens[0][2].rstrip(".")) == 1):
        return None
    start = tokens[0][0]
    full = Span(start, end)
    if titled:
        return Name(full, full.of(text), initial=opening, titled=True)
    words = [w for _, _, w in tokens]
    last_office = -1 if len(words) < 2 else max((n for n, w in enumerate(words[:-1]) if _is_office(w, lex)), default=-1)
    if last_office == 0 and words[0] in lex.given:
        last_office = -1  # Dean, Guy, Earl: names before they are offices
    office, office_span, gender = "", None, ""
    if last_office >= 0 and not any(lex.words.get(w) == "organisation" for w in words[last_office + 1 :]):
        rest = tokens[last_office + 1 :]
        if rest[0][2] in ("of", "for"):
            first = next((n for n, (_, _, w) in enumerate(rest[:-1]) if n > 1 and w in lex.given), 0)
            if not first:
                return _governed(text, rest)
            last_office, rest = last_office + first, rest[first:]
        office_start = _extend_office(text, start)
        office_span = Span(office_start, tokens[last_office][1])
        tokens, words = rest, words[last_office + 1 :]
        start = tokens[0][0]
    elif _is_office(words[-1], lex) and (
        len(words) > 1 or words[0].lower() not in ("king", "prince", "major", "justice", "bishop")
    ):
        return None
    else:
        office_start = _extend_office(text, start)
        before = text[office_start:start]
        if before and (_is_office(before.rsplit(maxsplit=1)[-1], lex) or _headed(text, start, lex)):
            office_span = Span(office_start, start - 1)
    span = Span(start, end)
    if office_span:
        office = office_span.of(text)
        gender = next((g for w in reversed(office.lower().split()) if (g := lex.offices.get(w, ("", ""))[1])), "")
    age = _AGE.match(text, end)
    kind = _kind(text, span, words, opening, bool(office), bool(age))
    given, surname = _parts(words) if kind == "person" else ("", "")
    if not gender and kind == "person" and len(words) > 1:
        gender = lex.given.get(words[0], "")
    role, role_span = (
        _apposition(text, end, lex) if kind == "person" or (kind == "unknown" and len(words) == 1) else _NONE
    )
    aged = age and (kind == "person" or (kind == "unknown" and len(words) == 1)) and int(age["age"]) < 120
    return Name(
        span, span.of(text), kind, given, surname, office, office_span, role, role_span, gender,  # type: ignore[arg-type]
        int(age["age"]) if aged and age else None, Span(*age.span("age")) if aged and age else None, opening,
    )  # fmt: skip


_MODALS = frozenset({"Will", "May", "Can"})
"""Verbs that open questions, of which two are given names."""
_ASKED = lazy(r"(?:[^.!?\n]|\.(?=\S)|(?<=[A-Z])\.){0,200}\?")


_NONE: tuple[str, Span | None] = ("", None)


def _apposition(text: str, end: int, lex: _Lexicon) -> tuple[str, Span | None]:
    """The office in apposition after a name that ends at `end`, and its place."""
    follows = _APPOSITION.match(text, end) if text[end : end + 1] == "," else None
    if follows and _holds_office(follows["role"], lex):
        return follows["role"], Span(*follows.span("role"))
    return _NONE


def _governed(text: str, rest: list[tuple[int, int, str]]) -> Name | None:
    """What an office without its holder is an office of, where that is a known place or an organisation."""
    kept = rest[1:]
    while kept and kept[0][2][0].islower():
        kept = kept[1:]
    if not kept:
        return None
    span = Span(kept[0][0], kept[-1][1])
    if span.of(text) in atlas().regions:
        return Name(span, span.of(text), "place")
    marked = any(lexicon().words.get(word.rstrip(".")) == "organisation" for _, _, word in kept)
    return Name(span, span.of(text), "organisation") if marked and len(kept) > 1 else None


def _kind(text: str, span: Span, words: list[str], opening: bool, office: bool, aged: bool) -> Kind:
    """What a name is the name of, by its own words and those beside it."""
    lex = lexicon()
    marks = [lex.words.get(word.rstrip(".")) for word in words]
    known = words[0] in lex.given
    if "organisation" in marks:
        return "organisation"
    if marks[-1] == "place" and len(words) > 1 and not (known and len(words) == 2 and office):
        return "place"
    if all(word.isupper() and len(word) > 3 for word in words):
        return "unknown"
    if office or (known and 1 < len(words) <= 5):
        return "person"
    if not 1 < len(words) <= 4:
        return "unknown"
    if len(words) == 2 and not _common(words[0]) and _FAMILY_FIRST.fullmatch(" ".join(words)):
        return "person"
    if _KIN.search(text, max(0, span.start - 22), span.start) or (_WHO.match(text, span.end) and words[-1][-1] != "s"):
        return "person"
    if not aged and not _SAYS.match(text, span.end):
        return "unknown"
    where = _IN_PLACE.search(text, max(0, span.start - 12), span.start)
    return "person" if opening or not (where or "and" in words) else "unknown"


_ENDS = frozenset(".!?:…•|–—\n")
_OPENERS = frozenset('“"‘([')
_BETWEEN = frozenset(" ”’)]\t\u00a0")


def _opens(text: str, start: int) -> bool:
    """Whether a sentence, a quotation or a bracket opens at `start`."""
    at = start - 1
    while at >= 0 and text[at] in _BETWEEN:
        at -= 1
    return at < 0 or text[at] in _ENDS or text[at] in _OPENERS


def _opened(tokens: list[tuple[int, int, str]], lex: _Lexicon) -> tuple[list[tuple[int, int, str]], bool]:
    """The words of a name that opens a sentence without those that only stand before it; whether it still opens it."""
    opening = True
    while tokens and _common(tokens[0][2]) and not _stands(tokens, lex):
        tokens = tokens[1:]
        while tokens and tokens[0][2][0].islower():
            tokens = tokens[1:]
        opening = False
    if opening and len(tokens) > 2 and tokens[1][2] in lex.given and _unknown_calling(tokens[0][2], lex):
        return tokens[1:], False
    return tokens, opening


def _stands(tokens: list[tuple[int, int, str]], lex: _Lexicon) -> bool:
    """Whether a common word is a name here: a given name before another, or initials among words of small letters."""
    word, alone = tokens[0][2], len(tokens) == 1
    if word.isupper() and len(word) > 1:
        return alone or not tokens[1][2].isupper()
    return not alone and word in lex.given


def _common(word: str) -> bool:
    low = word.lower().rstrip(".")
    return low in lexicon().openers or low in stop_words()


def _is_office(word: str, lex: _Lexicon) -> bool:
    low = word.lower()
    return low in lex.offices or (low.startswith(("ex-", "vice-", "deputy-")) and low.split("-", 1)[1] in lex.offices)


def _extend_office(text: str, start: int) -> int:
    """Where the office before a name begins: its own words, and what qualifies them; `start` where there is none.

    "head of roads", "director of public works" before a name are one, too.
    """
    lex, at = lexicon(), start
    if headed := _headed(text, start, lex):
        at = headed.start("office")
    while at > 1 and text[at - 1] == " ":
        before = text.rfind(" ", 0, at - 1) + 1
        word = text[before : at - 1]
        low = word.rstrip("-").lower()
        if not (low in lex.offices or low in lex.modifiers or low.startswith("then-")) or "\n" in word:
            break
        at = before
        if word[0].isupper():
            break
    return at


def _headed(text: str, start: int, lex: _Lexicon) -> re.Match[str] | None:
    """An office with what it is the head of before a name; in "widow of coach Ito" the office is another's."""
    lead = text[max(0, start - 50) : start]
    if " of " not in lead and " for " not in lead:
        return None
    found = _HEADED.search(text, max(0, start - 50), start)
    if not found or lex.offices.get(found["office"].lower(), ("",))[0] != "office":
        return None
    return None if any(word.lower() in lex.offices for word in found["of"].split()) else found


def _unknown_calling(word: str, lex: _Lexicon) -> bool:
    """Whether a word that opens a sentence before a given name is no name: "Trainer Vikram Rao"."""
    return word not in lex.given and not _is_office(word, lex) and word[1:].islower() and "." not in word


def _holds_office(role: str, lex: _Lexicon) -> bool:
    return any(word.strip("’'\"") in lex.offices for word in role.lower().split())


_SUFFIXES = frozenset(
    {"Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV", "KC", "QC", "SC", "MP", "MLA", "MEP", "MSP", "TD", "MBE", "OBE",
     "CBE"}
)  # fmt: skip
_FAMILY_FIRST = lazy(rf"[{UPPER}]\w+ [{UPPER}]\w+[-‑][a-zà-ÿ]\w+")
"""Family name, then two given names of which the second is written small: Bae Jin-woo, Tsai Ing-wen."""


_PARTICLES = frozenset("Ní Ni Nic Ó Mac Uí Ua De Del Della Di Dos Von Der El Al Bin Ibn".split())
"""Particles that begin a surname with a capital, too; no "Van", which is a second name in Vietnam."""


def _parts(words: list[str]) -> tuple[str, str]:
    """Given names and surname, particles with the surname."""
    while len(words) > 1 and words[-1] in _SUFFIXES:
        words = words[:-1]
    if len(words) == 1 or words[0] in _PARTICLES:
        return "", " ".join(words)
    if len(words) == 2 and _FAMILY_FIRST.fullmatch(" ".join(words)):
        return words[1], words[0]
    cut = len(words) - 1
    while cut > 1 and (words[cut - 1][0].islower() or words[cut - 1] in _PARTICLES):
        cut -= 1
    return " ".join(words[:cut]), " ".join(words[cut:])
