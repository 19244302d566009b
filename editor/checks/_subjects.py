"""Subjects: who or what each sentence of an article speaks of, he, she and it followed back to whom they mean."""

from __future__ import annotations

import functools
from collections.abc import Callable, Collection, Iterator
from typing import NamedTuple

from editor.article import Span
from editor.ledger import Ledger, Person, Sentence
from editor.reading.lemmas import Memory, lemma, stop_words
from editor.reading.paragraph import Reading
from editor.reading.people import plain
from editor.reading.words import Word
from editor.voices import gender_of


class Subject(NamedTuple):
    """What a clause speaks of: the name that it has ("" where it is described), and the words that describe it."""

    name: str
    words: frozenset[str] = frozenset()

    def same(self, other: Subject) -> bool:
        """Whether both may be taken for one thing: one name, one description, or a name and its last word."""
        if self.name and other.name:
            return alike(self.name, other.name)
        if not self.name and not other.name:
            return self.words == other.words
        name, words = (self.name, other.words) if self.name else (other.name, self.words)
        return len(words) == 1 and name.rpartition(" ")[2].lower() in words


def alike(one: str, two: str) -> bool:
    """Whether two names are one: the same letters, or the last word of the other alone."""
    first, second = one.split(), two.split()
    return plain(one) == plain(two) or (1 in (len(first), len(second)) and plain(first[-1]) == plain(second[-1]))


class Told(NamedTuple):
    """A sentence with its subject and the number of the word at which its verb begins."""

    sentence: Sentence
    subject: Subject
    verb: int


BE = frozenset("is was are were be been being".split())
AUXILIARY = BE | frozenset("has had have will would did does do can could may might shall should must".split())
DETERMINERS = frozenset("the a an this that these those its his her their".split())
_PRONOUNS = frozenset("he she it they".split())
_RELATIVE = frozenset("who which that".split())
_INTRO = frozenset(
    "in on at after during by since from before although though while when however later also today additionally"
    " furthermore moreover eventually finally originally initially as following despite throughout meanwhile"
    " currently overall nevertheless instead subsequently apart besides under unlike like".split()
)
_FARTHEST = 14
"""How many words may stand before the comma after which the subject comes ("After the war, he")."""
_LONGEST = 10
"""How many words a subject may have."""


class Head(NamedTuple):
    """How a sentence begins, as far as it tells by itself: a pronoun, a thing described, or a name at a place."""

    verb: int
    """The number of the word at which its verb begins; 0 where that can't be told."""
    pronoun: str = ""
    subject: Subject | None = None
    name: Span | None = None
    """The place in the paragraph of the subject's name, where it may be somebody's whose full name the article has."""


def subjects(ledger: Ledger, verbs: frozenset[str]) -> Iterator[Told]:
    """The sentences whose subject can be told, in order; `verbs` are forms of verbs that may follow a subject."""
    meant: dict[str, Subject | None] = {}
    genders: dict[int, str] = {}
    heads, mentioned = heads_with(verbs), ledger.mentions
    for paragraph, begun in ledger.seen(heads):
        for sentence, (verb, pronoun, told, name) in zip(ledger.sentences_of[paragraph.start], begun, strict=True):
            if pronoun:
                if known := meant.get(pronoun):
                    yield Told(sentence, known, verb)
                continue
            mentions, subject = mentioned.get(sentence.number), told
            if name and mentions:
                place = paragraph.at(name)
                person = next((one for mention, one in mentions if mention.span.touches(place)), None)
                subject = Subject(person.full) if person else subject
            if mentions:
                _follow([person for _, person in mentions], subject, meant, genders)
            else:
                meant["it"] = subject
            if subject:
                yield Told(sentence, subject, verb)


@functools.cache
def heads_with(verbs: frozenset[str]) -> Callable[[Reading], tuple[Head, ...]]:
    """The reader of how each sentence of a paragraph begins; `verbs` are forms of verbs that may follow a subject."""

    def heads(read: Reading) -> tuple[Head, ...]:
        return tuple([_head(words, read.masked, verbs) for words in read.sentence_words])

    return heads


def _head(words: tuple[Word, ...], text: str, verbs: Collection[str]) -> Head:
    first = _past_intro(words, text)
    last = first
    while last < len(words) and last - first < _LONGEST and not _is_verb(words, last, first, verbs):
        last += 1
    if not first < last < len(words) or last - first >= _LONGEST:
        return Head(0)
    run = words[first:last]
    if len(run) == 1 and run[0][3] in _PRONOUNS:
        return Head(last, run[0][3])
    subject, name = _subject(_without_aside(run, text))
    return Head(last, "", subject, name)


def _past_intro(words: tuple[Word, ...], text: str) -> int:
    """The number of the word after the comma that ends an adverbial ("In 1910, the house …")."""
    if words and words[0][3] in _INTRO:
        for n in range(1, min(len(words), _FARTHEST)):
            if text[words[n - 1][1] : words[n][0]].startswith(","):
                following = words[n]
                if following[3] in _PRONOUNS | DETERMINERS or following[2] != following[3]:
                    # "In Lyon, France, he": the adverbial goes on.
                    after = next((m for m in range(n + 1, min(n + 4, len(words))) if _comma(words, m, text)), 0)
                    if after and words[after][3] in _PRONOUNS:
                        return after
                    return n
        return 0
    return 0


def _comma(words: tuple[Word, ...], n: int, text: str) -> bool:
    return text[words[n - 1][1] : words[n][0]].startswith(",")


def _is_verb(words: tuple[Word, ...], n: int, first: int, verbs: Collection[str]) -> bool:
    if n == first:
        return False
    _, _, text, low = words[n]
    if _always[low] or (n == first + 1 and words[first][3] in _PRONOUNS):
        return True
    return text == low and (_verby[low] or low in verbs)


def _may_be_verb(low: str) -> bool:
    return low.endswith("ed") or (low[-1] not in "sn" and not low.endswith("ing") and lemma(low) != low)


_always = Memory(lambda low: low in AUXILIARY or low in _RELATIVE)
_verby = Memory(_may_be_verb)


def _without_aside(run: tuple[Word, ...], text: str) -> tuple[Word, ...]:
    """A subject without what stands after its comma or in brackets; "A client, Clea Lavoy," is the name."""
    for n in range(1, len(run)):
        gap = text[run[n - 1][1] : run[n][0]]
        if gap.startswith(",") and text[run[-1][1] : run[-1][1] + 1] == ",":
            aside = run[n:]
            if all(word[2][:1].isupper() for word in aside) and not run[0][2][:1].isupper() | (
                run[0][3] not in DETERMINERS
            ):
                return aside
        if gap.startswith((",", " (", "(")):
            return run[:n]
    return run


def _subject(run: tuple[Word, ...]) -> tuple[Subject | None, Span | None]:
    names = [word for n, word in enumerate(run) if word[2][:1].isupper() and (n or word[3] not in stop_words())]
    described = frozenset(
        lemma(word[3]) for word in run if word not in names and word[3] not in stop_words() and word[2][:1].isalpha()
    )
    if not names:
        return (Subject("", described) if described and run[0][3] in DETERMINERS else None), None
    whose = names[-1] is not run[-1] or any(word[2].endswith(("'s", "’s")) for word in names)
    if whose:
        # "Parker's wife", "the Ohio plant": the name only tells whose or where.
        return (Subject("", described | {plain(word[2]) for word in names}) if described else None), None
    return Subject(" ".join(word[2] for word in names)), Span(names[0][0], names[-1][1])


def _follow(
    people: list[Person], subject: Subject | None, meant: dict[str, Subject | None], genders: dict[int, str]
) -> None:
    """Who is meant by he, she and it from here on: the subject, or whoever is named where nobody was before."""
    own = next((person for person in people if subject and subject.name == person.full), None)
    if not own:
        meant["it"] = subject
    for one in [own] if own else people:
        here, gender = Subject(one.full), genders.get(id(one))
        if gender is None:
            gender = genders[id(one)] = gender_of(one)
        for pronoun, fits in (("he", "m"), ("she", "f")):
            if gender in ("", fits):
                # Whoever is only spoken of beside the subject leaves it open who is meant.
                meant[pronoun] = here if own or meant.get(pronoun) in (None, here) else None
