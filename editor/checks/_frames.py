"""Frames: what sentences say of their subjects that can be so only once: when built, where born, by whom directed."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import NamedTuple

from editor import resources
from editor.article import Span
from editor.checks._subjects import AUXILIARY, BE, Subject, Told, subjects
from editor.ledger import Ledger, Sentence
from editor.reading.atlas import atlas
from editor.reading.dates import MONTHS
from editor.reading.lemmas import lemma, stop_words
from editor.reading.paragraph import Reading
from editor.reading.patterns import lazy
from editor.reading.words import Word


class When(NamedTuple):
    """A time as far as it is told: the first and last year (0 where none is said), month and day (0 likewise)."""

    first: int
    last: int
    month: int = 0
    day: int = 0


class Slot(NamedTuple):
    """A value of a relation and its place in the article: the names or words that it is, or the time."""

    kind: str
    span: Span
    words: tuple[str, ...] = ()
    when: When | None = None


class Frame(NamedTuple):
    """One relation of one subject with its values, and the words of what it is told of ("joined *the navy* in")."""

    subject: Subject
    relation: str
    object: frozenset[str]
    slots: tuple[Slot, ...]
    sentence: Sentence


class Relation(NamedTuple):
    name: str
    voice: str
    slots: frozenset[str]
    object: frozenset[str]
    """Words of which one must be the object; "any" where any will do; empty where there is none."""


@functools.cache
def relations() -> dict[str, tuple[Relation, ...]]:
    """The relations that a verb's form may tell of."""
    found: dict[str, tuple[Relation, ...]] = {}
    for name, voice, slots, thing, forms in resources.rows("lexicon", "en", "relations.tsv"):
        relation = Relation(name, voice, frozenset(slots.split(",")), frozenset(filter(None, thing.split("|"))))
        for form in (one.partition("_")[0] for one in forms.split()):
            found[form] = (*found.get(form, ()), relation)
    return found


_BETWEEN = frozenset(
    "also originally later first officially then subsequently primarily formally eventually finally currently"
    " now still long once initially jointly".split()
)
_UNREAL = frozenset(
    "not never will would could may might should can if nearly almost to re again reportedly allegedly"
    " supposedly".split()
)
_CLAUSE_END = lazy(
    r"[;:()]|, (?:who|which|where|when|whose|but|while|although|though|making|becoming|followed)\b"
    r"| (?:before|where|which|who|whose|when|while|but|because)\b|,? and (?:then |later |quickly |soon |also )?"
    r"(?:is|was|has|had|were|[a-z]+ed|became|went|took|won|led|made|began|rose|served|can|could)\b"
    r"|, (?:[a-z]+ing|then [a-z]+)\b"
)
_PART = lazy(r"\b(by|in|on|at|near|from|as|after|until|since|of|for|with|to|into|during|between|under|over)\b")


def frames(ledger: Ledger) -> Iterator[Frame]:
    """The frames of an article, in order; what is quoted, denied or not sure gives none."""
    for told in subjects(ledger, _verbs_known()):
        if told.sentence.paragraph.read.seen(_related)[told.sentence.nth]:
            yield from _verbs(told)
        yield from _people(told)


@functools.cache
def _verbs_known() -> frozenset[str]:
    return frozenset(relations())


def _related(read: Reading) -> tuple[bool, ...]:
    """Of each sentence whether it has the verb of a relation."""
    known = relations()
    return tuple([any(word[3] in known for word in words) for words in read.sentence_words])


def _verbs(told: Told) -> Iterator[Frame]:
    sentence, words = told.sentence, told.sentence.words
    copula = words[told.verb][3] in BE
    for n in range(told.verb, len(words)):
        word = words[n]
        found = relations().get(word[3])
        if not found or sentence.paragraph.read.quoted(Span(word[0], word[1])):
            continue
        start = n
        while start > told.verb and words[start - 1][3] in AUXILIARY | _BETWEEN | _UNREAL:
            start -= 1
        group = {one[3] for one in words[start:n]}
        owner = None if group & _UNREAL else _owner(told, start, copula)
        if owner is None:
            continue
        before, after = words[n - 1][3], words[n + 1][3] if n + 1 < len(words) else ""
        if group or before not in ("and", "who", "which"):
            passive = bool(group & BE) or (not group and n > told.verb)
        else:
            # "and directed by": the "is" before it serves for both.
            passive = copula and after in ("by", "in", "on", "at", "after")
        now = not group & {"was", "were", "been", "had"}
        for relation in found:
            if relation.voice == "present" and not (passive and now):
                continue
            if relation.voice in ("active", "passive") and (relation.voice == "passive") != passive:
                continue
            if word[3] == "passed" and after != "away":
                continue
            if frame := _frame(told, word, relation, owner):
                yield frame


def _owner(told: Told, start: int, copula: bool) -> Subject | None:
    """What a verb that begins at `start` is said of: the sentence's subject, or the name right before it."""
    words, text = told.sentence.words, told.sentence.paragraph.masked
    if start == told.verb:
        return told.subject
    before = words[start - 1]
    gap = text[before[1] : words[start][0]]
    if before[3] == "and":
        return told.subject
    if before[3] in ("who", "which", "that"):
        name = _name_before(words, start - 2, text)
        return Subject(name) if name else told.subject if copula else None
    if "," in gap or "(" in gap:
        name = _name_before(words, start - 1, text)
        return Subject(name) if name else None
    if copula and not any(word[3] in relations() or word[3] in AUXILIARY for word in words[told.verb + 1 : start]):
        return told.subject
    return None


def _name_before(words: tuple[Word, ...], last: int, text: str) -> str:
    """The name that ends with the word numbered `last`; "" where that is none."""
    first = last + 1
    while first and words[first - 1][2][:1].isupper():
        if first <= last and text[words[first - 1][1] : words[first][0]] != " ":
            break
        first -= 1
    return " ".join(word[2] for word in words[first : last + 1])


def _frame(told: Told, verb: Word, relation: Relation, owner: Subject) -> Frame | None:
    sentence, text = told.sentence, told.sentence.paragraph.masked
    begin = verb[1] + (5 if text[verb[1] : verb[1] + 5] == " away" else 0)
    cut = _CLAUSE_END.search(text, begin, sentence.within.end)
    end = cut.start() if cut else sentence.within.end
    parts = [(match[1], match.start(), match.end()) for match in _PART.finditer(text, begin, end)]
    thing = _content(text[begin : parts[0][1] if parts else end])
    slots: list[Slot] = []
    for preposition, at, stop in _spans(text, parts, end):
        found = list(_slots(sentence, relation, preposition, at, stop))
        slots += found
        if not found and relation.object:
            thing |= _content(text[at:stop])
    if "time" in relation.slots and not any(slot.kind == "time" for slot in slots):
        slots += _lead(told)
    if not slots or (relation.object and not thing):
        return None
    if relation.object and "any" not in relation.object:
        if not thing & relation.object:
            return None
        thing &= relation.object
    return Frame(owner, relation.name, thing if relation.object else frozenset(), tuple(slots), sentence)


def _spans(text: str, parts: list[tuple[str, int, int]], end: int) -> Iterator[tuple[str, int, int]]:
    """The parts of a clause that prepositions open, each from after its preposition to the next one."""
    stops = [*(start for _, start, _ in parts), end, end]
    for n, (preposition, _, at) in enumerate(parts):
        named = n + 1 == len(parts) or parts[n + 1][0] != "of" or re.search("[A-Z0-9]", text[at : stops[n + 1]])
        # "in the town of Lund", "by the city of Lund".
        yield (preposition, at, stops[n + 1]) if named else (preposition, parts[n + 1][2], stops[n + 2])


def _lead(told: Told) -> Iterator[Slot]:
    """The time that opens a sentence: "In 1910, the house …"."""
    sentence, text = told.sentence, told.sentence.paragraph.masked
    opening = _OPENING.match(text, sentence.within.start, sentence.within.end)
    if opening and (time := when(opening[1])):
        at = opening.start(1)
        yield Slot("time", sentence.paragraph.at(Span(at + time[1], at + time[2])), (), time[0])


_OPENING = lazy(r"(?:In|On) ([^,]{4,24}(?:, \d{4})?),")
_TIME = lazy(
    rf"(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)? )?(?P<month>{'|'.join(MONTHS)})\b"
    r"(?: (?P<day2>\d{1,2})(?:st|nd|rd|th)?\b)?"
    r"(?:,? (?P<year>1[0-9]\d\d|20\d\d)\b)?"
    r"|\b(?:the )?(?P<part>early|mid|late)?[ -]?(?P<decade>(?:1[0-9]|20)\d0)s\b"
    r"|\b(?P<only>1[0-9]\d\d|20[0-4]\d)\b|\bthe (?:early |mid-?|late )?(?P<century>\d\d?)(?:st|nd|rd|th)[ -]century\b"
)
_MONTH = {month: n for n, month in enumerate(MONTHS, 1)}
_THIRDS = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}


def when(words: str) -> tuple[When, int, int] | None:
    """The first time in some words, with its place in them."""
    match = _TIME.search(words)
    if not match:
        return None
    if match["month"]:
        year, day = int(match["year"] or 0), int(match["day"] or match["day2"] or 0)
        told = When(year, year, _MONTH[match["month"]], day)
    elif match["decade"]:
        low, high = _THIRDS.get(match["part"] or "", (0, 9))
        told = When(int(match["decade"]) + low, int(match["decade"]) + high)
    elif match["only"]:
        told = When(int(match["only"]), int(match["only"]))
    else:
        told = When(100 * int(match["century"]) - 99, 100 * int(match["century"]))
    return told, match.start(), match.end()


_KINDS = {
    "by": "agent", "as": "role", "after": "origin", "from": "source", "in": "place", "at": "place", "near": "place",
    "on": "place",
}  # fmt: skip


def _slots(sentence: Sentence, relation: Relation, preposition: str, start: int, stop: int) -> Iterator[Slot]:
    """The values that a part of a clause gives, from its preposition to the next."""
    paragraph, words = sentence.paragraph, sentence.paragraph.masked[start:stop]
    time = when(words) if preposition in ("in", "on", "until") else None
    if time:
        kind = "until" if preposition == "until" else "time"
        if kind in relation.slots:
            yield Slot(kind, paragraph.at(Span(start + time[1], start + time[2])), (), time[0])
        words = words[: time[1]]
    kind = _KINDS.get(preposition, "")
    if kind in relation.slots and (value := list(_values(words, kind))):
        place = Span(start + value[0][1], start + value[-1][2])
        yield Slot(kind, paragraph.at(place), tuple([one for one, _, _ in value]))


_NAME = lazy(r"[^\W\d_a-z][\w’'.-]*(?: (?:(?:de|del|la|von|van|of|the) )?[^\W\d_a-z][\w’'.-]*)*(?<!\.)")
_ITEM = lazy(r"[^,]+?(?=,| and |$)")


def _values(words: str, kind: str) -> Iterator[tuple[str, int, int]]:
    """The telling parts of a value with their places: of a role what it is called, of others the names."""
    for match in (_ITEM if kind == "role" else _NAME).finditer(words):
        value = match[0]
        if kind == "role":
            value = " ".join(word for word in re.findall(r"[\w-]+", value.lower()) if word not in stop_words())
            if not value:
                continue
        lead = len(match[0]) - len(match[0].lstrip())
        yield value, match.start() + lead, match.end() - len(match[0]) + len(match[0].rstrip())


def _content(words: str) -> frozenset[str]:
    told = (word.lower() for word in re.findall(r"[^\W_][\w’'.-]*\w", words))
    return frozenset(lemma(word) for word in told if word not in stop_words())


_IS_A = lazy(
    r"(?:is|was) (?:an?|the) (?P<what>[^,.;()]{3,60}?)(?= (?:who|which|that|during|in|of|from|for|and|by)\b|[,.;(])"
)


def _people(told: Told) -> Iterator[Frame]:
    """ "was an Austrian pilot": which country's the subject is."""
    sentence, text = told.sentence, told.sentence.paragraph.masked
    match = _IS_A.match(text, sentence.words[told.verb][0], sentence.within.end)
    if not match or not told.subject.name:
        return
    words = match["what"].split()
    known = [word for word in words if word in atlas().peoples]
    if len(known) == 1 and words[-1] != known[0]:
        at = match.start("what") + match["what"].index(known[0])
        slot = Slot("people", sentence.paragraph.at(Span(at, at + len(known[0]))), (atlas().peoples[known[0]],))
        yield Frame(told.subject, "people", frozenset({lemma(words[-1].lower())}), (slot,), sentence)
