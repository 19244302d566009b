"""Two states of one thing that exclude each other: acquitted and convicted, closed and at work."""

from __future__ import annotations

import bisect
import functools
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import NamedTuple

from editor import resources
from editor.article import Span
from editor.checks._conflict import conflict
from editor.checks._denials import denials
from editor.checks._dormant import wakened
from editor.checks._topic import named, topics
from editor.finding import Finding
from editor.ledger import Ledger, Sentence
from editor.reading import numbers
from editor.reading.atlas import atlas
from editor.reading.lemmas import lemma, stop_words
from editor.reading.meaning import Meant
from editor.reading.paragraph import Paragraph, Reading
from editor.reading.patterns import lazy
from editor.voices import gender_of

_CHANGE = lazy(
    r"\b(?:reopen\w*|overturn\w*|appeal\w*|later|until|before|after(?! an? \w+ of\b)|originally|initially|at first|"
    r"changed (?:his|her|their) plea|"
    r"previous(?:ly)?|earlier|another|other|different)\b",
    re.IGNORECASE,
)
_UNREAL = lazy(
    r"\b(?:if|would|could|might|may|hopes?|plans?|expected|refused|whether|to|will|must|should)(?: \w+)? $",
    re.IGNORECASE,
)
SUBJECTLESS = frozenset({"empty", "traffic", "hurt", "killed", "vote", "fire", "arrests", "soldout", "home"})
"""Matters of the article's one event: they clash whatever their subject."""


COPY = 4
"""By how many words two sentences may differ and still be near copies of each other."""
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
    cued: dict[int, list[Paragraph]] = defaultdict(list)
    for paragraph, pairs in ledger.seen(_cued):
        for n in pairs:
            cued[n].append(paragraph)
    starts = [paragraph.start for paragraph in ledger.paragraphs] if cued else []
    for n, pair in enumerate(_pairs()):
        for a in (told for paragraph in cued.get(n, ()) for told in _told(ledger, paragraph, _first(n))):
            number = bisect.bisect_right(starts, a.span.start) - 1
            around = ledger.paragraphs[max(0, number - REACH) : number + REACH]
            others = (b for paragraph in around for b in _told(ledger, paragraph, _second(n)))
            clash = next((b for b in others if _clash(ledger, pair.matter, a, b, near)), None)
            if clash:
                yield conflict(ledger, pair.matter if pair.matter in OWN else "clash", a.span, clash.span, keep=False)
                break
    yield from _never(ledger)
    yield from _sided(ledger)
    for rests, active in wakened(ledger):
        yield conflict(ledger, "rests", rests, active, keep=False)
    for no, yes in denials(ledger):
        # Of two sentences that are the same but for the "not" another check speaks.
        if len({*no.sentence.lowered} ^ {*yes.sentence.lowered}) > COPY:
            yield conflict(ledger, "never", no.place, yes.place, keep=False)


def _cued(read: Reading) -> tuple[int, ...]:
    """The numbers of the pairs of which a cue stands there, and then the state that it is a cue of."""
    return tuple(
        [n for n, pair in enumerate(_pairs()) if _holds(read.text, pair.cues) and pair.one.search(read.masked)]
    )


def _holds(text: str, cues: tuple[str, ...]) -> bool:
    # Asked for every paragraph and pair: a generator would take twice as long.
    for cue in cues:  # noqa: SIM110
        if cue in text:
            return True
    return False


_States = Callable[[Reading], tuple[tuple[int, Span], ...]]
"""A reader of where a state is told: the numbers of the sentences, and the places in the paragraph."""


@functools.cache
def _first(number: int) -> _States:
    return _reader(_pairs()[number].one)


@functools.cache
def _second(number: int) -> _States:
    return _reader(_pairs()[number].other)


def _reader(pattern: re.Pattern[str]) -> _States:
    return lambda read: tuple(_states(read, pattern)) if pattern.search(read.masked) else ()


ACCUSED = frozenset({"jury"})
"""Matters of the one accused: they clash unless the second names somebody else."""
OWN = frozenset({"plea", "verdict", "life", "result", "vote", "open", "fire", "hurt", "killed"})
"""Matters with a sentence of their own on the page."""
_WIDE = frozenset("people man woman police officer year day week month time say court city town".split())


def _clash(ledger: Ledger, matter: str, one: _Told, two: _Told, near: int) -> bool:
    if one.sentence.number == two.sentence.number:
        return False
    if matter in SUBJECTLESS:
        return True
    close = abs(one.sentence.number - two.sentence.number) <= near
    if matter in ACCUSED:
        return _nobody_else(ledger, one, two)
    if matter in PERSONAL and not _same_people(ledger, one, two):
        return False
    first, second = (_wider(topics(ledger, told.sentence, told.start)) for told in (one, two))
    if matter in OBJECTS:
        mine, its = _object(one), _object(two)
        if len(mine & its) < (1 if (first & second) - _WIDE else 2):
            return False
        return bool(mine & its) and _same_clause(one, two)
    return bool((first & second) - _WIDE) or (matter == "open" and close and "site" in second)


PERSONAL = frozenset({"life", "verdict"})
"""Matters of people one by one: of two guides and a tourist, some may have died and the others lived."""
_COUNTED = lazy(rf"\b(?:{numbers.WORDS}|\d+|some|several|many|most|few) (?:[\w’'-]+ ){{0,3}}[a-z]+s\b", re.IGNORECASE)


def _same_people(ledger: Ledger, one: _Told, two: _Told) -> bool:
    """Whether two states may be of the same people: somebody named in both, or nobody named and nobody counted."""
    who, others = ({person.full for _, person in ledger.mentions.get(told.sentence.number, ())} for told in (one, two))
    if who or others:
        return bool(who & others)
    return not any(_COUNTED.search(t.sentence.within.of(t.sentence.paragraph.masked)) for t in (one, two))


def _nobody_else(ledger: Ledger, one: _Told, two: _Told) -> bool:
    """Whether neither sentence tells of several, and the second names nobody whom the first does not."""
    if any(_SEVERAL.search(told.sentence.within.of(told.sentence.paragraph.masked)) for told in (one, two)):
        return False
    who, others = ({person.full for _, person in ledger.mentions.get(told.sentence.number, ())} for told in (one, two))
    return not others - who


_SEVERAL = lazy(
    r"\b(?:both|another|other|others|brothers?|accomplices?|co-\w+|pair|each"
    r"|(?:two|three|four|five|\d+) (?:men|women|people|defendants|youths|teenagers))\b"
)


def _wider(found: frozenset[str]) -> frozenset[str]:
    """Topics with the country that a capital may stand for: "Nairobi walked out"."""
    capitals = _capitals()
    return found | {capitals[word] for word in found if word in capitals}


@functools.cache
def _capitals() -> dict[str, str]:
    known = atlas()
    return {
        city.lower(): region.lower()
        for region, cities in known.capitals.items()
        for city in cities
        if not known.within.get(region)
    }


OBJECTS = frozenset({"accept", "admit", "attend", "support", "rise"})
"""Matters of what is done to a thing: they clash where the thing is the same, too, and nothing tells it apart."""
_WHICH = lazy(r"(?P<thing>[^,;]{4,60}), which [^,;]{2,30}$")
_AFTER = lazy(r"[^.,;:“”\"]{0,60}")


def _object(told: _Told) -> frozenset[str]:
    text, end = told.sentence.paragraph.masked, told.start + len(told.span)
    match = _AFTER.match(text, end, told.sentence.within.end)
    said = match[0] if match else ""
    if not said.strip() and (relative := _WHICH.search(text, told.sentence.within.start, told.start)):
        # "the shelling of the clinic, which the army admits"
        said = relative["thing"]
    words = re.findall(r"[^\W\d_][\w’'-]+", said)
    return frozenset(lemma(word.lower()) for word in words if word.lower() not in stop_words())


def _same_clause(one: _Told, two: _Told) -> bool:
    """Whether no date, figure or second of its kind tells the two apart, in their clauses and before them."""
    for told in (one, two):
        text, sentence = told.sentence.paragraph.masked, told.sentence.within
        end = _CLAUSE.search(text, told.start + len(told.span), sentence.end)
        if _APART.search(text, sentence.start, end.start() if end else sentence.end):
            return False
    return True


_CLAUSE = lazy(r"[,;]")
_APART = lazy(
    r"\b(?:second|third|new|revised|improved|instead|but|although|while|(?<!so )now|then|again|some|others|first,"
    r"|per ?cent|except"
    r"|different|initial|last (?:year|month|week)|in (?:19|20)\d\d|compared|year-on-year|quarter)\b"
)


def _told(ledger: Ledger, paragraph: Paragraph, states: _States) -> Iterator[_Told]:
    for nth, place in paragraph.read.seen(states):
        yield _Told(ledger.sentences_of[paragraph.start][nth], paragraph.at(place), place.start)


def _states(read: Reading, pattern: re.Pattern[str]) -> Iterator[tuple[int, Span]]:
    for nth, within in enumerate(read.sentences):
        words = within.of(read.masked)
        match = pattern.search(words)
        if not match:
            continue
        place = Span(within.start + match.start(), within.start + match.end())
        around = words[max(0, match.start() - 60) : match.start()] + words[match.end() : match.end() + 40]
        if not (read.quoted(place) or _CHANGE.search(around) or _UNREAL.search(words[: match.start()])):
            yield nth, place


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
    """A sentence of the same subject in which is done, to the same thing, what never was."""
    meant = [m for m in sentence.paragraph.read.meant[sentence.nth] if place.start <= m.start < place.end]
    had = match["verb"] in _HAD
    verb = next((m for m in meant if m.start == match.start("verb")), None)
    things = [m for m in meant if m.start > match.start("verb")][: 2 if had else None]
    who, subjects = _people(ledger, sentence), topics(ledger, sentence, place.start)
    if not verb and not had:
        return None
    for other in ledger.sentences[max(0, sentence.number - 2 * REACH) : sentence.number + 2 * REACH]:
        if other.number == sentence.number or _NOT.search(other.within.of(other.paragraph.masked)):
            continue
        said = other.paragraph.read.meant[other.nth]
        shared = [m for m in said if any(_one(m, wanted) for wanted in things)]
        if had:
            # "never got a fire certificate", "held a fire certificate": two words name the thing.
            held = _HOLDS.search(other.paragraph.masked, other.within.start, other.within.end)
            done = shared[0] if len(shared) > 1 and held and held.end() < shared[0].start else None
        else:
            done = next((m for m in said if verb and m.family == verb.family), None)
        thing = next((m for m in shared if had or m is not done), None)
        if not things and done and (who or subjects) and match["verb"] not in _VAGUE:
            thing = done
        if not done or not thing or other.paragraph.read.quoted(Span(done.start, done.end)):
            continue
        others = _people(ledger, other)
        same = topics(ledger, other, max(done.start, thing.start)) & subjects - _WIDE
        if who & others or same or (had and not others - who):
            span = Span(min(done.start, thing.start), max(m.end for m in (done, *shared)))
            end = max((m.end for m in things if any(_one(m, one) for one in shared)), default=place.end)
            never = Span(place.start, end)
            return conflict(ledger, "never", sentence.paragraph.at(never), other.paragraph.at(span), keep=False)
    return None


_HAD = frozenset("got gotten had held received obtained owned possessed carried issued won gained".split())
_HOLDS = lazy(
    r"\b(?:ha[sdv]e?|held|holds|got|received|obtained|was (?:given|granted|issued|awarded)|carries|carried|possessed)\b"
)
_HE = lazy(r"\b(?:he|his|him)\b", re.IGNORECASE)
_SHE = lazy(r"\b(?:she|her|hers)\b", re.IGNORECASE)
_FOLLOWED = 12
"""How many sentences back whom he or she means is looked for."""


def _people(ledger: Ledger, sentence: Sentence) -> frozenset[str]:
    """The surnames of those named in a sentence, or of the one whom its he or she means."""
    named = frozenset(person.surname for _, person in ledger.mentions.get(sentence.number, ()))
    if named:
        return named
    words = sentence.within.of(sentence.paragraph.masked)
    wanted = "m" if _HE.search(words) else "f" if _SHE.search(words) else ""
    if not wanted:
        return frozenset()
    nearest = (
        person
        for number in range(sentence.number - 1, max(-1, sentence.number - _FOLLOWED), -1)
        for _, person in reversed(ledger.mentions.get(number, []))
    )
    # Whoever is named last before; or whom the article speaks of from its start.
    return frozenset(
        next((person.surname for person in some if gender_of(person) in ("", wanted)), "")
        for some in (nearest, iter(ledger.people))
    ) - {""}


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
    for paragraph, sides in ledger.seen(_sides):
        for nth, match in sides:
            who = named(ledger, ledger.sentences_of[paragraph.start][nth])
            for side, span, whose in seen.get(match["part"], ()):
                if side != match["side"] and who & whose:
                    yield conflict(ledger, "side", span, paragraph.at(Span(*match.span())), keep=False)
                    break
            seen.setdefault(match["part"], []).append((match["side"], paragraph.at(Span(*match.span())), who))


def _sides(read: Reading) -> list[tuple[int, re.Match[str]]]:
    """The sentences that speak of one side of a body, with the first words that do."""
    found: list[tuple[int, re.Match[str]]] = []
    if "left" not in read.masked and "right" not in read.masked:
        return found
    for nth, within in enumerate(read.sentences):
        sides = list(_SIDE.finditer(read.masked, within.start, within.end))
        if len({match["side"] for match in sides}) == 1 and "other" not in within.of(read.masked):
            found.append((nth, sides[0]))
    return found
