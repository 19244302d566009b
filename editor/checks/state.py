"""Two states of one thing that exclude each other: acquitted and convicted, closed and at work."""

from __future__ import annotations

import bisect
import functools
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from editor import resources
from editor.article import Span
from editor.checks._conflict import conflict
from editor.checks._topic import named, topics
from editor.finding import Finding
from editor.ledger import Ledger, Sentence
from editor.reading.lemmas import lemma, stop_words
from editor.reading.meaning import Meant
from editor.reading.paragraph import Paragraph
from editor.reading.patterns import lazy

_CHANGE = lazy(
    r"\b(?:reopen\w*|overturn\w*|appeal\w*|later|until|before|after|originally|initially|at first|"
    r"changed (?:his|her|their) plea|"
    r"previous(?:ly)?|earlier|another|other|different)\b",
    re.IGNORECASE,
)
_UNREAL = lazy(
    r"\b(?:if|would|could|might|may|hopes?|plans?|expected|refused|whether|to|will|must|should)(?: \w+)? $",
    re.IGNORECASE,
)
SUBJECTLESS = frozenset({"hurt", "killed", "vote", "fire", "arrests", "soldout"})
"""Matters of the article's one event: they clash whatever their subject."""


REACH = 60
"""How many paragraphs apart two states may stand: farther apart they are of other matters."""


class _Told(NamedTuple):
    sentence: Sentence
    span: Span
    start: int
    """Where it begins in its paragraph."""


class _Pair(NamedTuple):
    matter: str
    one: re.Pattern[str]
    other: re.Pattern[str]
    cues: tuple[str, ...]


@functools.cache
def _pairs() -> tuple[_Pair, ...]:
    return tuple(
        _Pair(matter, lazy(rf"\b(?:{one})"), lazy(rf"\b(?:{other})"), tuple(cues.split("|")))
        for matter, one, other, cues in resources.rows("lexicon", "en", "states.tsv")
    )


def check(ledger: Ledger, *, near: int = 4) -> Iterator[Finding]:
    starts = [paragraph.start for paragraph in ledger.paragraphs]
    for pair in _pairs():
        first = list(_told(ledger, _cued(ledger, pair), pair.one))
        if not first:
            continue
        others: dict[int, list[_Told]] = {}
        for a in first:
            number = bisect.bisect_right(starts, a.span.start) - 1
            around = range(max(0, number - REACH), min(len(starts), number + REACH))
            for n in around:
                if n not in others:
                    paragraph = ledger.paragraphs[n]
                    others[n] = (
                        list(_told(ledger, [paragraph], pair.other)) if pair.other.search(paragraph.masked) else []
                    )
            clash = next((b for n in around for b in others[n] if _clash(ledger, pair.matter, a, b, near)), None)
            if clash:
                yield conflict(ledger, pair.matter if pair.matter in OWN else "clash", a.span, clash.span, keep=False)
                break
    yield from _never(ledger)
    yield from _sided(ledger)


def _cued(ledger: Ledger, pair: _Pair) -> list[Paragraph]:
    """The paragraphs in which a cue stands, and then the state that it is a cue of."""
    cued = {paragraph.number: paragraph for cue in pair.cues for paragraph in ledger.holding(cue)}
    return [cued[number] for number in sorted(cued) if pair.one.search(cued[number].masked)]


OWN = frozenset({"plea", "verdict", "life", "result", "vote", "open", "fire", "hurt", "killed"})
"""Matters with a sentence of their own on the page."""
_WIDE = frozenset("people man woman police officer year day week month time say court city town".split())


def _clash(ledger: Ledger, matter: str, one: _Told, two: _Told, near: int) -> bool:
    if one.sentence.number == two.sentence.number:
        return False
    if matter in SUBJECTLESS:
        return True
    close = abs(one.sentence.number - two.sentence.number) <= near
    first, second = (topics(ledger, told.sentence, told.start) for told in (one, two))
    if matter in OBJECTS:
        mine, its = _object(one), _object(two)
        if len(mine & its) < (1 if (first & second) - _WIDE else 2):
            return False
        return bool(mine & its) and _same_clause(one, two)
    return bool((first & second) - _WIDE) or (matter == "open" and close and "site" in second)


OBJECTS = frozenset({"accept", "admit", "support", "rise"})
"""Matters of what is done to a thing: they clash where the thing is the same, too, and nothing tells it apart."""
_AFTER = lazy(r"[^.,;:“”\"]{0,60}")


def _object(told: _Told) -> frozenset[str]:
    text, end = told.sentence.paragraph.masked, told.start + len(told.span)
    match = _AFTER.match(text, end, told.sentence.within.end)
    words = re.findall(r"[^\W\d_][\w’'-]+", match[0] if match else "")
    return frozenset(lemma(word.lower()) for word in words if word.lower() not in stop_words())


def _same_clause(one: _Told, two: _Told) -> bool:
    """Whether no date, figure or second of its kind tells the two apart."""
    return not any(_APART.search(told.sentence.within.of(told.sentence.paragraph.masked)) for told in (one, two))


_APART = lazy(
    r"\b(?:second|third|new|revised|improved|instead|but|although|while|now|then|again|some|others|first,|per ?cent"
    r"|except"
    r"|different|initial|last (?:year|month|week)|in (?:19|20)\d\d|compared|year-on-year|quarter)\b"
)


def _told(ledger: Ledger, paragraphs: Iterable[Paragraph], pattern: re.Pattern[str]) -> Iterator[_Told]:
    for sentence in (one for paragraph in paragraphs for one in ledger.sentences_of.get(paragraph.start, ())):
        words = sentence.within.of(sentence.paragraph.masked)
        match = pattern.search(words)
        if not match:
            continue
        place = Span(sentence.within.start + match.start(), sentence.within.start + match.end())
        around = words[max(0, match.start() - 60) : match.start()] + words[match.end() : match.end() + 40]
        if sentence.paragraph.read.quoted(place) or _CHANGE.search(around) or _UNREAL.search(words[: match.start()]):
            continue
        yield _Told(sentence, sentence.paragraph.at(place), place.start)


_NEVER = lazy(r"\bnever (?:once |again |even )?(?P<verb>[a-z]+)(?P<rest>(?: [\w’'-]+){0,6})")
_NOT = lazy(r"\b(?:never|not|no|nor|without|hardly|yet|nothing|nobody|none|first|if|would|could|may|might)\b|n[’']t\b")


def _never(ledger: Ledger) -> Iterator[Finding]:
    """ "She never published a book": and a sentence of hers in which one is published."""
    for paragraph in ledger.paragraphs:
        if " never " not in paragraph.masked:
            continue
        for sentence in ledger.sentences_of.get(paragraph.start, ()):
            for match in _NEVER.finditer(paragraph.masked, sentence.within.start, sentence.within.end):
                place = Span(*match.span())
                if not paragraph.read.quoted(place) and (found := _done(ledger, sentence, match, place)):
                    yield found


def _done(ledger: Ledger, sentence: Sentence, match: re.Match[str], place: Span) -> Finding | None:
    """A sentence of the same person in which is done, to the same thing, what never was."""
    meant = [m for m in sentence.paragraph.read.meant[sentence.nth] if place.start <= m.start < place.end]
    verbs = [m for m in meant if m.start == match.start("verb")]
    things = [m for m in meant if m.start > match.start("verb")]
    who = {person.surname for _, person in ledger.mentions.get(sentence.number, ())}
    subjects = topics(ledger, sentence, place.start)
    if not verbs:
        return None
    for other in ledger.sentences[max(0, sentence.number - 2 * REACH) : sentence.number + 2 * REACH]:
        if other.number == sentence.number:
            continue
        said = other.paragraph.read.meant[other.nth]
        done = next((m for m in said if m.family == verbs[0].family), None)
        thing = next((m for m in said if m is not done and any(_one(m, wanted) for wanted in things)), None)
        if not things and done and (who or subjects) and verbs[0].family not in _VAGUE:
            thing = done
        if not done or not thing or other.paragraph.read.quoted(Span(done.start, done.end)):
            continue
        if _NOT.search(other.within.of(other.paragraph.masked)):
            continue
        others = {person.surname for _, person in ledger.mentions.get(other.number, ())}
        if (who & others) or (topics(ledger, other, max(done.start, thing.start)) & subjects - _WIDE):
            span = Span(min(done.start, thing.start), max(done.end, thing.end))
            return conflict(ledger, "never", sentence.paragraph.at(place), other.paragraph.at(span), keep=False)
    return None


_VAGUE = frozenset(
    "be have do go get know think want see come take make say tell work find give ask need feel try".split()
)


def _one(one: Meant, two: Meant) -> bool:
    return one.family == two.family or bool({*one.senses} & {*two.senses})


_SIDE = lazy(
    r"\b(?P<side>left|right)[ -](?P<part>knee|leg|arm|hand|ankle|foot|eye|ear|shoulder|wrist|hip|thigh|calf|elbow"
    r"|lung|kidney"
    r"|wing|engine|cheek|thumb|hamstring|groin)\b"
)


def _sided(ledger: Ledger) -> Iterator[Finding]:
    """One's left knee here and right knee there."""
    seen: dict[str, list[tuple[str, Span, frozenset[str]]]] = {}
    for paragraph in ledger.paragraphs:
        if "left" not in paragraph.masked and "right" not in paragraph.masked:
            continue
        for sentence in ledger.sentences_of.get(paragraph.start, ()):
            words = sentence.within.of(paragraph.masked)
            sides = list(_SIDE.finditer(paragraph.masked, sentence.within.start, sentence.within.end))
            if len({match["side"] for match in sides}) != 1 or "other" in words:
                continue
            match = sides[0]
            who = named(ledger, sentence)
            for side, span, whose in seen.get(match["part"], ()):
                if side != match["side"] and who & whose:
                    yield conflict(ledger, "side", span, paragraph.at(Span(*match.span())), keep=False)
                    break
            seen.setdefault(match["part"], []).append((match["side"], paragraph.at(Span(*match.span())), who))
