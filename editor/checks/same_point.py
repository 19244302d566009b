"""One point made twice in other words."""

from __future__ import annotations

import functools
import math
from collections import Counter, deque
from collections.abc import Container, Iterable, Iterator
from functools import cached_property
from typing import NamedTuple
from weakref import WeakKeyDictionary

from editor.checks._topic import lead
from editor.checks.said_before import copies, cut
from editor.finding import Evidence, Finding, Fix, finding
from editor.ledger import Ledger, Sentence
from editor.reading import paraphrase as reader
from editor.reading.dates import MONTHS, WEEKDAYS
from editor.reading.lemmas import common_words, family
from editor.reading.meaning import Meant, claim
from editor.reading.paragraph import Reading
from editor.reading.words import Word

SENSE, FIELD = 0.85, 0.5
"""What a synonym, and a word of the same field, count where the same word counts 1."""


class _Sense:
    """What a sentence says, each thing by family, by sense and by field; kept while its paragraph lasts."""

    def __init__(self, nth: int, meant: tuple[Meant, ...], words: tuple[Word, ...], text: str) -> None:
        self.nth, self.meant, self.words, self.text = nth, meant, words, text
        self.keys = tuple([(thing.family, *thing.senses) for thing in meant])
        """Each thing's family, and its senses."""
        self._shares: WeakKeyDictionary[_Sense, _Shares] = WeakKeyDictionary()

    def shares(self, other: _Sense) -> _Shares:
        """What of this the `other` says too."""
        known = self._shares.get(other)
        if known is None:
            known = self._shares[other] = _shares(self, other)
        return known

    @cached_property
    def families(self) -> dict[str, Meant]:
        return {thing.family: thing for thing in self.meant}

    @cached_property
    def senses(self) -> dict[int, Meant]:
        return {sense: thing for thing in self.meant for sense in thing.senses}

    @cached_property
    def fields(self) -> dict[int, Meant]:
        return {field: thing for thing in self.meant for field in thing.fields}

    @cached_property
    def attributed(self) -> bool:
        """Whether the sentence says that somebody says it."""
        return len(claim(self.words, self.text)) < len(self.words)


class _Told(NamedTuple):
    """A sentence with what it says, and how much that weighs."""

    sentence: Sentence
    sense: _Sense
    weight: float


class _Shares(NamedTuple):
    """What one sentence says that another says too."""

    weights: tuple[tuple[float, str], ...]
    """What each thing counts, and its family."""
    same: int
    """How many of them are said in the same words."""
    other: tuple[tuple[Meant, Meant], ...]
    """Those said in other words: the other's, and its own."""


class _Match(NamedTuple):
    """How much of what two sentences say they share, and the words of the second that stand for others of the first."""

    like: float
    same: int
    other: tuple[tuple[Meant, Meant], ...]


def check(
    ledger: Ledger,
    *,
    likeness: float = 0.3,
    attributed: float = 0.27,
    long: float = 0.5,
    reach: int = 60,
    paraphrase: bool = False,
) -> Iterator[Finding]:
    """`likeness`: how much of what two sentences say they must share, at least two things of it in other words, where
    they are short and lie apart; where the second is attributed to somebody `attributed` will do, and others need
    `long`; `reach`: how many sentences apart they may lie; `paraphrase`: whether the language model is asked too,
    where it is installed."""
    told, weigh = _told(ledger)
    taken = copies(ledger)
    seen = _Seen(told) if paraphrase and not reader.unavailable() else None
    recent = {key: deque[int](maxlen=5) for key in _again(told)}
    opening = lead(ledger)
    for number, two in enumerate(told):
        shared: dict[int, float] = {}
        for keys in two.sense.keys:
            weight = weigh[keys[0]]
            for key in keys:
                if key in recent:
                    places = recent[key]
                    for other in places:
                        shared[other] = shared.get(other, 0.0) + weight
                    places.append(number)
        if two.sentence.number in taken or not _NEW.isdisjoint(two.sentence.lowered[:2]):
            continue
        best: tuple[float, _Told, _Match] | None = None
        least = LEAST * two.weight
        for other, weight in shared.items():
            if weight < least or other == number or number - other > reach:
                continue
            one = told[other]
            if one.sentence.number == opening:
                continue  # what the first sentence sums up, the text then tells
            match = _match(one, two, weigh)
            if match is None:
                continue
            apart = two.sentence.number - one.sentence.number >= APART
            short = max(len(one.sense.meant), len(two.sense.meant)) <= SHORT
            near = apart and short and match.same <= SAME and _actors_meet(one.sentence, two.sentence)
            enough = _enough(match, two.sense.attributed, attributed, likeness, long) if near else long
            if not near and len(match.other) < 2:
                continue
            better = match.like >= enough and (best is None or match.like > best[0])
            if better and _agree(one.sentence, two.sentence):
                best = match.like, one, match
        if best:
            yield _finding(ledger, best[1], two, best[2].other)
        elif seen and (found := seen.again(number, taken, weigh, reach)):
            yield found


_NEW = frozenset("another further earlier later meanwhile elsewhere separately then".split())
"""Words that open a sentence on something else."""


def _enough(match: _Match, said: bool, attributed: float, likeness: float, long: float) -> float:
    """How alike two short sentences must be that lie apart; `said`: whether the second is attributed."""
    several = len(match.other) > 1
    if said and match.same < SAME:
        return attributed if several else attributed + ONE_WORD
    if said and several:
        return MUCH
    return likeness if match.same < SAME and several else 2


ONE_WORD = 0.08
"""How much more must be shared where only one thing is said in another word."""
SAME, MUCH = 3, 0.45
"""From how many words in common two sentences rather speak of one thing than say one thing, and what must be shared of
such two where the second is attributed."""
APART, SHORT, LEAST = 3, 12, 0.2
"""How many sentences lie between two that are apart; how many things a short one says; of how much each must hold."""
OFTEN = 40
"""In how many sentences a thing may stand by which two of them are looked up."""


def _told(ledger: Ledger) -> tuple[list[_Told], dict[object, float]]:
    sentences = [
        (ledger.sentences_of[paragraph.start][sense.nth], sense)
        for paragraph, senses in ledger.seen(_senses)
        for sense in senses
    ]
    held = Counter([keys[0] for _, sense in sentences for keys in sense.keys])
    common = common_words()
    count = len(sentences) + 1
    weigh = {kin: math.log(count / n) * (0.5 if kin in common else 1) for kin, n in held.items()}
    return [_Told(s, sense, sum([weigh[keys[0]] for keys in sense.keys])) for s, sense in sentences], weigh


def _senses(read: Reading) -> list[_Sense]:
    """What each sentence says that says enough, and neither asks nor is quoted."""
    found = []
    for nth, words in enumerate(read.sentence_words if read.kind == "text" else ()):
        if len(words) >= 5:
            within = read.sentences[nth]
            asked = within.of(read.masked).endswith("?")
            if not (asked or read.quoted(within)) and len(read.meant[nth]) > 1:
                found.append(_Sense(nth, read.meant[nth], words, read.masked))
    return found


def _again(told: Iterable[_Told]) -> set[object]:
    """The families and senses that come again, and not so often that they tell nothing: by others no two meet."""
    held: Counter[object] = Counter([key for one in told for keys in one.sense.keys for key in keys])
    return {key for key, count in held.items() if 1 < count <= OFTEN}


def _match(one: _Told, two: _Told, weigh: dict[object, float]) -> _Match | None:
    """How the two match; None where one holds too little of the other, or says it in the same words."""
    here, same, other = _held(two, one, weigh)
    if here <= LEAST or not other or same + len(other) < 2:
        return None
    there, *_ = _held(one, two, weigh)
    return _Match((here + there) / 2, same, other) if there > LEAST else None


def _held(two: _Told, one: _Told, weigh: dict[object, float]) -> tuple[float, int, tuple[tuple[Meant, Meant], ...]]:
    """How much of what `two` says `one` says too, how much in the same words, and what in others."""
    weights, same, other = two.sense.shares(one.sense)
    weight = 0.0
    for counts, kin in weights:
        weight += counts * weigh[kin]
    return (weight / two.weight if two.weight else 0.0), same, other


def _shares(two: _Sense, one: _Sense) -> _Shares:
    weights, same = list[tuple[float, str]](), 0
    taken: set[str] = set()
    other: list[tuple[Meant, Meant]] = []
    for thing in two.meant:
        if thing.family in one.families:
            weights.append((1.0, thing.family))
            same += 1
            continue
        for keys, theirs, counts in ((thing.senses, one.senses, SENSE), (thing.fields, one.fields, FIELD)):
            for key in keys:
                if key in theirs:
                    break
            else:
                continue
            found = theirs[key]
            if _calendar() >= {found.family, thing.family}:
                break  # two months or days are two, not one in other words
            if found.family not in two.families and found.family not in taken:
                taken.add(found.family)
                weights.append((counts, thing.family))
                other.append((found, thing))
                break
    return _Shares(tuple(weights), same, tuple(other))


def _agree(one: Sentence, two: Sentence) -> bool:
    """Whether the figures of the two do not differ: where both have some, they must share one."""
    a = {w.lower for w in one.words if w.text[0].isdigit()}
    b = {w.lower for w in two.words if w.text[0].isdigit()}
    return not a or not b or bool(a & b)


def _actors_meet(one: Sentence, two: Sentence) -> bool:
    """Whether the two may speak of the same people and places: where both name some, they must share a name."""
    a, b = _names(one), _names(two)
    return not a or not b or bool(a & b)


def _names(sentence: Sentence) -> set[str]:
    """The words of names in what the sentence says; of its first word only where it is known for a name."""
    said = claim(sentence.words, sentence.paragraph.masked)
    first = sentence.words[0].start
    named = {w.lower.removesuffix("'s").removesuffix("’s") for w in said if w.text[0].isupper() and w.start != first}
    if said and said[0].start == first:
        named |= {
            name.text.rpartition(" ")[2].lower()
            for name in sentence.paragraph.read.names
            if name.span.start == first and name.kind != "unknown"
        }
    return named - _CALENDAR


_CALENDAR = frozenset(word.lower() for word in (*MONTHS, *WEEKDAYS)) | {"christmas", "easter", "i"}


@functools.cache
def _calendar() -> frozenset[str]:
    return frozenset(map(family, _CALENDAR))


def _side(sentence: Sentence) -> bool:
    """Whether the sentence denies."""
    return any(w in _DENIES or w.endswith(("n't", "n’t")) for w in sentence.lowered)


_DENIES = frozenset("not no never nobody none nothing neither nor without cannot exempt".split())


class _Seen:
    """What the language model makes of an article's sentences."""

    def __init__(self, told: list[_Told]) -> None:
        self._told = told
        self._likeness = reader.model().likeness([_said(one.sentence) for one in told])

    def again(self, number: int, taken: Container[int], weigh: dict[object, float], reach: int) -> Finding | None:
        """The sentence before this one that says the same, as the model sees it; sure where words bear it out."""
        two, best = self._told[number], None
        for other in range(max(0, number - reach), number):
            one, like = self._told[other], self._likeness[number][other]
            if like < ALIKE or one.sentence.number in taken or two.sentence.number - one.sentence.number < APART:
                continue
            if not (_agree(one.sentence, two.sentence) and _actors_meet(one.sentence, two.sentence)):
                continue
            if _side(one.sentence) == _side(two.sentence) and (best is None or like > best[0]):
                best = like, one
        if best is None:
            return None
        like, one = best
        here, there = _held(two, one, weigh), _held(one, two, weigh)
        sure = like >= SURE and bool(here[2]) and min(here[0], there[0]) >= LEAST
        return finding(
            "meant",
            two.sentence.span,
            evidence=[Evidence(one.sentence.span, "first")],
            confidence="likely" if sure else "possible",
            likeness=round(100 * like),
        )


ALIKE, SURE = 0.76, 0.8
"""How alike the model must hold two sentences, and how much for them to be shown where their words bear it out: it
holds much alike that only speaks of one thing."""


def _said(sentence: Sentence) -> str:
    """The sentence's own words, without who says them: what the model is shown."""
    said = claim(sentence.words, sentence.paragraph.masked)
    return sentence.paragraph.masked[said[0].start : said[-1].end]


def _finding(ledger: Ledger, one: _Told, two: _Told, pairs: Iterable[tuple[Meant, Meant]]) -> Finding:
    here, there = one.sentence.paragraph.text, two.sentence.paragraph.text
    new = [(here[a.start : a.end], there[b.start : b.end]) for a, b in pairs]
    words = "”, “".join(f"{a} – {b}" for a, b in new)
    fixes = [Fix("cut", (cut(ledger, two.sentence),))]
    return finding(
        "again", two.sentence.span, evidence=[Evidence(one.sentence.span, "first")], fixes=fixes, words=words
    )
