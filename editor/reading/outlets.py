"""Outlets: the names and domains of resources/lexicon/outlets.tsv, and where a text uses one."""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from editor import resources
from editor.reading.lemmas import Memory
from editor.reading.patterns import lazy


class Form(NamedTuple):
    """One way to write an outlet's name, without a leading "The"."""

    words: str
    outlet: str
    right: bool
    """Whether the outlet writes itself so; else it is a variant (DeccanChronicle, Mail and Guardian)."""
    sure: bool
    """Whether these words name the outlet anywhere; else only with "The" before them, or beside other debris."""


class Found(NamedTuple):
    """An outlet's name where a text has it."""

    start: int
    end: int
    form: Form


class Lexicon(NamedTuple):
    forms: dict[str, list[Form]]
    """By their first word in lower case, the longest first."""
    domains: dict[str, str]
    labels: dict[str, str]
    """Names and domains with all but letters and digits left out, against the outlet."""


_THE = lazy(r"[Tt]he\s+")
_NOTE = lazy(r"\s*\(.*\)$")
_CAMEL = lazy(r"(?<=[a-z])(?=[A-Z])")


@functools.cache
def lexicon() -> Lexicon:
    """The table of outlets, ready to be looked up in."""
    forms: dict[str, dict[str, Form]] = {}
    domains: dict[str, str] = {}
    labels: dict[str, str] = {}

    def add(words: str, outlet: str, right: bool, sure: bool) -> None:
        bare = _THE.sub("", words, count=1) if "he " in words else words
        # A bare single word behind "The" (Guardian is listed, Sun is not) is a common word unless the table says other.
        firm = sure and (bare == words or " " in bare)
        by_first = forms.setdefault(bare.split(None, 1)[0].lower(), {})
        if bare not in by_first:
            by_first[bare] = Form(bare, outlet, right, firm)

    for written, sites, also, *_ in resources.rows("lexicon", "outlets.tsv"):
        name = written.removeprefix("~")
        plain = _NOTE.sub("", name)
        own = written == plain
        for site in sites.split():
            domains.setdefault(site, name)
            labels.setdefault(
                collapsed(site.rsplit(".", 2 if site.count(".") > 1 else 1)[0].removeprefix("www.")), name
            )
        add(plain, name, True, own)
        for other in filter(None, also.split("; ")):
            add(other.lstrip("~"), name, True, not other.startswith("~"))
        for words in (plain, *also.split("; ")):
            if not words or words.startswith("~"):
                continue
            labels.setdefault(collapsed(words), name)
            for one, two in ((" & ", " and "), (" and ", " & ")):
                if one in words:
                    add(words.replace(one, two), name, False, own)
            if words.startswith("The ") and words.isascii():
                add(words.replace(" ", ""), name, False, True)
            bare = _THE.sub("", words) if "he " in words else words
            if " " in bare and words.isascii():
                for joint in ("", "-", "_"):
                    add(bare.replace(" ", joint), name, False, own)
            elif words == name and (parts := _CAMEL.split(words))[0] != words and len(parts[0]) > 2:
                add(" ".join(parts), name, False, True)
    longest_first = {
        first: sorted(some.values(), key=_longest) if len(some) > 1 else list(some.values())
        for first, some in forms.items()
    }
    return Lexicon(longest_first, domains, labels)


def _longest(form: Form) -> int:
    return -len(form.words)


def collapsed(words: str) -> str:
    """A name as domains write it: lower case, letters and digits only, no leading "the"."""
    low = words.lower()
    if low.isascii() and "and" not in low:
        letters = low if low.isalnum() else low.translate(_NO_LETTERS)
    else:
        # Addresses have no accents.
        plain = "".join(c for c in unicodedata.normalize("NFKD", words) if not unicodedata.combining(c))
        letters = _DROPPED.sub("", plain.lower())
    return letters.removeprefix("the") if len(letters) > 6 else letters


_DROPPED = lazy(r"[\W_]+|\band\b")
_NO_LETTERS = {code: None for code in range(128) if not chr(code).isalnum()}


def of_domain(host: str) -> str:
    """The outlet of a host name, also of its subdomains; "" where it is not known."""
    known = lexicon().domains
    host = host.lower().removeprefix("www.")
    while "." in host:
        if host in known:
            return known[host]
        host = host.partition(".")[2]
    return ""


def of_form(words: str) -> str:
    """The outlet that goes by these words, however they are written; "" where it is not known."""
    return lexicon().labels.get(collapsed(words), "")


def right(words: str) -> bool:
    """Whether an outlet writes itself so."""
    bare = _THE.sub("", words, count=1)
    return any(form.right and form.words == bare for form in lexicon().forms.get(bare.split(None, 1)[0].lower(), ()))


@functools.cache
def words_of_names() -> dict[str, bool]:
    """The words that outlets' names are made of, with whether they alone tell an outlet's name."""
    return {word: firm == "1" for word, firm in resources.rows("lexicon", "outlet_words.tsv")}


def looks_like(name: str) -> bool:
    """Whether a name that the table does not have is built like an outlet's: Lincolnshire Echo, Radio Tamar."""
    parts = _THE.sub("", name, count=1).split()
    known = words_of_names()
    return len(parts) > 1 and (parts[-1].lower() in known or known.get(parts[0].lower(), False))


@functools.lru_cache(4096)
def near(words: str) -> str:
    """The outlet whose name these words are a slip or two from (TheScotsmen, Dail Mail); "" where none is."""
    label = collapsed(words)
    if label in lexicon().labels or len(label) < SHORTEST:
        return lexicon().labels.get(label, "")
    slips = 1 if len(label) < LONG else 2
    parts, letters = _parts(), _letters(label)
    for at in range(len(label) - 1):
        for size in (2, 3, 4, 5):
            if (chunk := label[at : at + size]) not in parts:
                continue
            for place, other, its in parts[chunk]:
                # A slip changes at most two letters of the set that a word has.
                near_by = abs(place - at) <= slips and (its ^ letters).bit_count() <= 2 * slips
                if near_by and _within(label, other, slips):
                    return lexicon().labels[other]
    return ""


SHORTEST, LONG = 7, 9
"""The fewest letters of a name that one slip leaves recognisable, and those that two do."""


@functools.cache
def _parts() -> dict[str, list[tuple[int, str, int]]]:
    """Labels by their thirds, with where these stand and which letters they have: two slips leave one third whole."""
    parts: dict[str, list[tuple[int, str, int]]] = {}
    for label in lexicon().labels:
        if len(label) >= SHORTEST:
            size = min(5, len(label) // 3)
            for place in (0, size, 2 * size):
                parts.setdefault(label[place : place + size], []).append((place, label, _letters(label)))
    return parts


def _letters(word: str) -> int:
    """The set of a word's letters, as the bits of a number."""
    found = 0
    for letter in set(word):
        found |= _BITS[letter]
    return found


_BITS = Memory(lambda letter: 1 << (ord(letter) & 63))


@functools.lru_cache(4096)
def slip_of(name: str) -> str:
    """The outlet whose name this is with one letter wrong, missing or too many, or two changed about; "" where none."""
    label = collapsed(name)
    if label in lexicon().labels or len(label) < SHORTEST or name.lower() in words_of_names():
        return ""
    by, letters = _by_initial(), _letters(label)
    for size in (-1, 0, 1):
        for other, its in by.get((label[0], len(label) + size), ()):
            # A slip changes at most two letters of the set that a word has. "Reporters" are people, no slip of The
            # Reporter.
            if (
                (its ^ letters).bit_count() <= 2
                and label not in (other + "s", other[:-1])
                and (_within(label, other, 1) or _turned(label, other))
            ):
                return lexicon().labels[other]
    return ""


@functools.cache
def _by_initial() -> dict[tuple[str, int], list[tuple[str, int]]]:
    """Labels by their first letter and their length, each with the set of its letters."""
    initials: dict[tuple[str, int], list[tuple[str, int]]] = {}
    for label in lexicon().labels:
        if len(label) >= SHORTEST:
            initials.setdefault((label[0], len(label)), []).append((label, _letters(label)))
    return initials


def _turned(one: str, two: str) -> bool:
    """Whether two neighbouring letters changed about make one word of the other."""
    if len(one) != len(two):
        return False
    at = next((n for n in range(len(one) - 1) if one[n] != two[n]), 0)
    return one[:at] + one[at + 1] + one[at] + one[at + 2 :] == two


def _within(one: str, two: str, slips: int) -> bool:
    """Whether so few letters put in, taken out or changed make one word of the other."""
    start, end = 0, min(len(one), len(two))
    while start < end and one[start] == two[start]:
        start += 1
    one, two = one[start:], two[start:]
    if not one or not two or not slips:
        return len(one) + len(two) <= slips
    return _within(one[1:], two[1:], slips - 1) or _within(one[1:], two, slips - 1) or _within(one, two[1:], slips - 1)


def at(text: str, place: int) -> Found | None:
    """The outlet named at this place, a leading "The" counted in; None where there is none.

    In any case of letters, but for names of two letters: "Dr" is no broadcaster.
    """
    the = _THE.match(text, place)
    start = the.end() if the else place
    first = _FIRST.match(text, start)
    if not first:
        return None
    for form in lexicon().forms.get(first[0].lower(), ()):
        end = start + len(form.words)
        same = text[start:end] == form.words or (len(form.words) > 2 and text[start:end].lower() == form.words.lower())
        if same and not text[end : end + 1].isalnum():
            return Found(place, end, form)
    return None


_FIRST = lazy(r"[^\W_][^\s+/,;()\[\]]*")
# "the National Guard" names no newspaper.
_MORE = lazy(r"[ \-][A-Z]")
_CAPITAL = lazy(r"(?<![\w.@/’'-])[^\W\d_a-z][\w&.’'/-]*")


def named(text: str) -> Iterator[Found]:
    """The outlets that running text names, in their own case of letters, "The" counted in."""
    forms = lexicon().forms
    done = 0
    for match in _CAPITAL.finditer(text):
        word = match[0]
        some = forms.get(word.lower()) or forms.get(word.rstrip(".’'s").lower() if word[-1] in ".’'s" else "")
        if not some or match.start() < done:
            continue
        start = match.start()
        for form in some:
            if not text.startswith(form.words, start):
                continue
            end = start + len(form.words)
            if text[end : end + 1].isalnum():
                continue
            the = start >= 4 and text[start - 4 : start].lower() == "the "
            if form.sure or (the and not _MORE.match(text, end)):
                done = end
                yield Found(start - 4 if the else start, end, form)
            break
