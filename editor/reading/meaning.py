"""What a sentence says, whatever words it says it in: each telling word with the things it may stand for."""

from __future__ import annotations

import functools
import math
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from editor import resources
from editor.reading import numbers
from editor.reading.lemmas import Memory, common_words, family, lemma, stop_words
from editor.reading.patterns import lazy
from editor.reading.words import Word


class Meant(NamedTuple):
    """A telling word (or two), its family, its senses and its fields: the lines of those tables in which it stands."""

    start: int
    end: int
    family: str
    senses: tuple[int, ...]
    fields: tuple[int, ...] = ()


@functools.cache
def _senses() -> dict[str, tuple[int, ...]]:
    return _lines("synonyms.tsv")


@functools.cache
def _fields() -> dict[str, tuple[int, ...]]:
    return _lines("fields.tsv")


def _lines(table: str) -> dict[str, tuple[int, ...]]:
    """The numbers of the lines in which each word of a table stands."""
    found: dict[str, tuple[int, ...]] = {}
    for number, (words,) in enumerate(resources.rows("lexicon", "en", table)):
        line = (number,)
        for word in words.split():
            found[word] = found[word] + line if word in found else line
    return found


@functools.cache
def _speech() -> frozenset[str]:
    """Verbs of saying: who says a thing is not what is said."""
    return frozenset(row[0] for row in resources.rows("lexicon", "en", "attribution.tsv"))


# Words that bind others and yet say how many, or on which side.
_TELLING = frozenset("against most none nothing nobody no-one half".split())


class _Known(NamedTuple):
    """What is known of a word by itself: its family ("" where it tells nothing), its senses, and what may follow it."""

    family: str
    senses: tuple[int, ...]
    pairs: dict[str, tuple[int, ...]]
    fields: tuple[int, ...]


@functools.cache
def _pairs() -> dict[str, dict[str, tuple[int, ...]]]:
    """The senses of two words in a row, by the first one's lemma, then by the second."""
    found: dict[str, dict[str, tuple[int, ...]]] = {}
    for words, senses in _senses().items():
        first, gap, second = words.partition("_")
        if gap:
            found.setdefault(first, {})[second] = senses
    return found


def _known(word: str) -> _Known | None:
    """What is known of a word; None where it tells nothing, whatever follows."""
    root = lemma(word)
    pairs = _pairs().get(root) or {}
    silent = _Known("", (), pairs, ()) if pairs else None
    if (word in stop_words() and word not in _TELLING) or root in _speech() or word == "according":
        return silent
    senses = _senses().get(word) or _senses().get(root) or ()
    kin = family(word)
    if kin in common_words() and not senses:
        return silent
    return _Known(kin, senses, pairs, _fields().get(word) or _fields().get(root) or ())


_memory = Memory(_known)


def meant(sentences: Sequence[Sequence[Word]], masked: str) -> tuple[tuple[Meant, ...], ...]:
    """For each sentence of a paragraph what its words mean, each meaning once; who says it is left out."""
    sharing = any(sign in masked for sign in _SHARING)
    return tuple([_meant(sentence, masked, sharing) for sentence in sentences])


def _meant(sentence: Sequence[Word], masked: str, sharing: bool) -> tuple[Meant, ...]:
    found: dict[str, Meant] = {}
    passed = False
    sentence = claim(sentence, masked)
    for at, word in enumerate(sentence):
        if passed:
            passed = False
            continue
        known = _memory[word[3]]
        if known is None:
            continue
        kin, senses, pairs, fields = known
        if pairs and at + 1 < len(sentence) and (two := pairs.get(sentence[at + 1][3])):
            both = f"{word[3]}_{sentence[at + 1][3]}"
            found[both] = Meant(word[0], sentence[at + 1][1], both, two)
            passed = True
        elif kin:
            found[kin] = Meant(word[0], word[1], kin, senses, fields)
    if sharing and sentence:
        for share in _shares(masked, sentence[0][0], sentence[-1][1]):
            found[share.family] = share
    timed = True in [_timed[word[3]] for word in sentence]
    if timed and (lengths := _lengths(masked, sentence[0][0], sentence[-1][1])):
        return tuple([one._replace(senses=(*one.senses, *lengths.get(one.start, ()))) for one in found.values()])
    return tuple(found.values())


# "seven in ten", "7 out of every 10", "70 per cent", "half": one share, however it is put.
_SHARE = lazy(
    r"(?<![\w.,])(?P<many>\d+(?:\.\d+)?|[a-z]+(?:-[a-z]+)?)[ -](?:(?:out[ -]of|in|of)(?: every)?[ -]"
    r"(?P<of>ten|10|five|5|four|4|three|3|a hundred|100)|per ?cent)\b|(?<![\w.,])(?P<sign>\d+(?:\.\d+)?)%"
    r"|\b(?P<part>half|thirds?|quarters?|fifths?|tenths?)\b",
    re.IGNORECASE,
)
_SHARING = (
    "cent",
    "%",
    "half",
    "third",
    "quarter",
    "fifth",
    "tenth",
    " every ",
    "out of",
    " in ten",
    " in five",
    " in four",
    " in three",
    "in 10",
)
_PARTS = {"half": 50, "third": 33, "quarter": 25, "fifth": 20, "tenth": 10}
_OF = {"ten": 10, "five": 5, "four": 4, "three": 3, "a hundred": 100}


def _shares(masked: str, start: int, end: int) -> Iterator[Meant]:
    """The shares of a whole that a sentence gives, each as a number of hundredths."""
    for match in _SHARE.finditer(masked, start, end):
        if match["part"]:
            share: float = _PARTS[match["part"].lower().removesuffix("s")]
        else:
            share = numbers.value((match["sign"] or match["many"]).lower())
            if match["of"]:
                share = 100 * share / float(_OF.get(match["of"].lower()) or match["of"])
        if share:
            yield Meant(match.start(), match.end(), f"{round(share)}%", ())


# "ten weeks", "two and a half months", "a quarter of an hour", "a fortnight": one length of time, however it is put.
_LENGTH = lazy(
    r"\b(?:(?P<part>half|quarter|three-quarters)(?: of)? an? (?P<whole>hour|day|year|century)"
    r"|(?P<many>\d+(?:\.\d+)?|[a-z]+(?:-[a-z]+)?)(?P<half> and a half)?[ -]"
    r"(?P<unit>minute|hour|day|week|fortnight|month|year|decade)s?(?P<too> and a half)?)\b",
    re.IGNORECASE,
)
_MINUTES = {
    "minute": 1,
    "hour": 60,
    "day": 1440,
    "week": 10080,
    "fortnight": 20160,
    "month": 43800,
    "year": 525600,
    "decade": 5256000,
    "century": 52560000,
}
_PART = {"half": 0.5, "quarter": 0.25, "three-quarters": 0.75}
# Whether a word names a unit of time, alone or in a compound ("ten-week").
_timed = Memory(lambda word: any(unit in word for unit in _MINUTES))
_STEP = math.log(1.08)
"""Two lengths of time that differ by less than this are one: ten weeks, two and a half months."""


def _lengths(masked: str, start: int, end: int) -> dict[int, tuple[int, int]]:
    """The lengths of time that a sentence gives, each by the place of its first word, as two senses: those of lengths
    that are about the same share one. (They are below 0, where no line of a table is.)"""
    found: dict[int, tuple[int, int]] = {}
    for match in _LENGTH.finditer(masked, start, end):
        if match["part"]:
            minutes = _PART[match["part"].lower()] * _MINUTES[match["whole"].lower()]
        else:
            many = {"a": 1.0, "an": 1.0}.get(match["many"].lower()) or numbers.value(match["many"].lower())
            minutes = (many + (0.5 if many and (match["half"] or match["too"]) else 0)) * _MINUTES[
                match["unit"].lower()
            ]
        if minutes > 2:
            step = -int(math.log(minutes) / _STEP)
            found[match.start()] = step, step - 1
    return found


SAYER = 9
"""How many words a clause may have that only says who says it (", the head of the survey team confirmed")."""


def claim(sentence: Sequence[Word], masked: str) -> Sequence[Word]:
    """The words of a sentence without "…, officials maintain" at its end or "Police said that …" at its start."""
    verbs = sayings()
    saying = [n for n, word in enumerate(sentence) if word[3] in verbs]
    if not saying:
        return sentence
    if saying[-1] >= len(sentence) - SAYER:
        comma = masked.rfind(",", sentence[0][0], sentence[saying[-1]][0])
        tail = next((n for n, word in enumerate(sentence) if word[0] > comma), 0) if comma > 0 else 0
        if tail and len(sentence) - tail <= SAYER and saying[-1] >= tail:
            sentence = sentence[:tail]
    first = saying[0]
    silent = sentence[0][3] in ("nobody", "no", "none", "neither")
    if 0 < first < SAYER - 2 and first + 3 < len(sentence) and not silent:
        return sentence[first + 1 :]
    return sentence


@functools.cache
def sayings() -> frozenset[str]:
    """The forms of the verbs that say only that somebody says or thinks a thing."""
    forms = {row[0]: row[1].split() for row in resources.rows("lexicon", "en", "speech.tsv")}
    told = (form for verb in _speech() for form in (verb, *forms.get(verb, ()), *_inflected(verb)))
    return frozenset((*told, "according"))


def _inflected(verb: str) -> tuple[str, ...]:
    bare = verb.removesuffix("e")
    if verb.endswith("y") and verb[-2:-1] not in "aeo":
        return verb[:-1] + "ies", verb[:-1] + "ied"
    return verb + "s", bare + "ed"
