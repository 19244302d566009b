"""Denials: what a sentence says is not so of its subject, and another says is so, in the same words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from editor.article import Span
from editor.checks._subjects import AUXILIARY, Subject, Told, heads_with, subjects
from editor.ledger import Ledger, Sentence
from editor.reading.lemmas import families, stop_words
from editor.reading.meaning import sayings
from editor.reading.paragraph import Reading
from editor.reading.patterns import lazy
from editor.reading.words import Word


class _Predicate(NamedTuple):
    subject: Subject
    told: Told
    start: int
    """Where it begins in its paragraph."""
    words: dict[str, Word]
    """The telling words of what is said of the subject, by their families, in order."""


_NOT = frozenset(("not", "never"))
_CHANGED = lazy(
    r"\b(?:yet|until|no longer|anymore|any more|now|then|later|before|previously|initially|originally|at first|once"
    r"|if|would|could|may|might|will|should|until|since|again|only|always|all|every|necessarily|just|alone|last|this"
    r"|next|ago|(?:19|20)\d\d|\d[\d,.]*)\b"
)
"""What tells a denial from what is said elsewhere: another time, another measure, or no fact."""
_CLAUSE = lazy(r"[,;:()]| (?:but|and|because|which|who|while|although|after|before|when|until|if|that) ")
REACH = 120
"""How many sentences apart the two may stand."""


class Side(NamedTuple):
    """A place where something is denied, or said, and its sentence."""

    place: Span
    sentence: Sentence


def denials(ledger: Ledger) -> Iterator[tuple[Side, Side]]:
    """The places of what is denied of a subject and said of it elsewhere."""
    begun = [
        _Begun(told, *each)
        for told in subjects(ledger, _NO_VERBS)
        for each in told.sentence.paragraph.read.seen(_begun)[told.sentence.nth]
    ]
    denied = [no for each in begun if each.denied and (no := _predicate(each))]
    if not denied:
        return
    # What has not the first word of anything that is denied is no matter.
    first = {next(iter(no.words)) for no in denied}
    by_word: dict[str, list[_Predicate]] = {}
    for each in begun:
        kin = each.told.sentence.paragraph.read.seen(_kin)[each.told.sentence.nth]
        if each.denied or first.isdisjoint(kin) or first.isdisjoint(kin[each.first :]):
            continue
        if yes := _predicate(each):
            for word in yes.words:
                by_word.setdefault(word, []).append(yes)
    for no in denied:
        near: dict[int, list[_Predicate]] = {}
        for word in no.words:
            for yes in by_word.get(word, ()):
                near.setdefault(id(yes), []).append(yes)
        for matches in near.values():
            yes = matches[0]
            distance = abs(no.told.sentence.number - yes.told.sentence.number)
            enough = len(matches) >= 2 and len(matches) >= 0.5 * len(no.words) and next(iter(no.words)) in yes.words
            if enough and distance <= REACH and no.subject.same(yes.subject):
                yield Side(_place(no), no.told.sentence), Side(_place(yes, no), yes.told.sentence)
                break


def _place(one: _Predicate, other: _Predicate | None = None) -> Span:
    words = [word for family, word in one.words.items() if other is None or family in other.words]
    start = one.start if other is None else words[0][0]
    return one.told.sentence.paragraph.at(Span(start, words[-1][1]))


class _Begun(NamedTuple):
    """Where something begins to be said of a subject, at its auxiliaries, and where they end; and if it is denied."""

    told: Told
    begin: int
    first: int
    denied: bool


_NO_VERBS = frozenset[str]()


def _kin(read: Reading) -> tuple[tuple[str, ...], ...]:
    """The families of each sentence's words."""
    return tuple([tuple([families[w[3]] for w in words]) for words in read.sentence_words])


def _begun(read: Reading) -> tuple[tuple[tuple[int, int, bool], ...], ...]:
    """What each sentence says of its subject: "It is a ruin *and is not* open"."""
    heads = read.seen(heads_with(_NO_VERBS))
    return tuple([tuple(_begins(words, head.verb)) for words, head in zip(read.sentence_words, heads, strict=True)])


def _begins(words: tuple[Word, ...], verb: int) -> Iterator[tuple[int, int, bool]]:
    begins = [verb]
    begins += [n for n in range(verb + 2, len(words) - 2) if words[n - 1][3] == "and" and words[n][3] in AUXILIARY]
    for begin in begins:
        first, denied = begin, False
        while first < len(words) and ((low := words[first][3]) in AUXILIARY or _denies(low)):
            denied = denied or _denies(low)
            first += 1
        if first < len(words) and words[first][3] not in sayings():
            yield begin, first, denied


def _denies(low: str) -> bool:
    return low in _NOT or low.endswith(("n't", "n’t"))


def _predicate(begun: _Begun) -> _Predicate | None:
    """What is said of a subject, None where it may change, is quoted, or is too little."""
    told, words, text = begun.told, begun.told.sentence.words, begun.told.sentence.paragraph.masked
    cut = _CLAUSE.search(text, words[begun.first][1], told.sentence.within.end)
    end = cut.start() if cut else told.sentence.within.end
    start = words[begun.begin][0]
    if _CHANGED.search(text, start, end) or told.sentence.paragraph.read.quoted(Span(start, end)):
        return None
    telling = {
        families[word[3]]: word for word in words[begun.first :] if word[0] < end and word[3] not in stop_words()
    }
    return _Predicate(told.subject, told, start, telling) if len(telling) >= 2 else None
