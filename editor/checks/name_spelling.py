"""One person's name, or one other name, in two spellings."""

from __future__ import annotations

import functools
import itertools
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from editor.article import Edit, Span
from editor.checks._namesakes import namesakes
from editor.finding import Confidence, Evidence, Finding, Fix, finding
from editor.ledger import Ledger, Person, Stated
from editor.reading.entities import in_dictionary
from editor.reading.names import Name, lexicon
from editor.reading.people import plain


def check(ledger: Ledger, *, shortest: int = 5, shortest_other: int = 7) -> Iterator[Finding]:
    told: set[str] = set()
    yield from _people(ledger, shortest, told)
    yield from _lone(ledger, shortest, told)
    yield from _others(ledger, shortest_other, told)
    yield from _headline(ledger, told)
    yield from _whole(ledger, told)
    for one, two in namesakes(ledger):
        forms = f"{one.thing.given} {one.thing.surname}", f"{two.thing.given} {two.thing.surname}"
        if _new(forms, told) and not told.intersection(forms):
            yield _said(ledger, one.thing.text, two.thing.text, told, full=one.thing.text)


def _people(ledger: Ledger, shortest: int, told: set[str]) -> Iterator[Finding]:
    """Two full names that differ in a letter, a hyphen or an accent."""
    by_given: dict[str, list[Person]] = defaultdict(list)
    for person in ledger.people:
        if person.given:
            by_given[person.given.split()[0]].append(person)
    for people in by_given.values():
        for one, two in _close(people, [plain(person.surname) for person in people]):
            if not _new((one.surname, two.surname), told):
                continue
            a, b = plain(one.surname), plain(two.surname)
            alike = min(len(a), len(b)) >= shortest and (slip(a, b) or sounds(a, b))
            if a != b and alike and not _relatives(ledger, one, two):
                yield _said(ledger, one.surname, two.surname, told, full=one.full)
    by_surname: dict[str, list[Person]] = defaultdict(list)
    for person in ledger.people:
        if person.given:
            by_surname[plain(person.surname)].append(person)
    for people in by_surname.values():
        for one, two in _close(people, [plain(person.given.split()[0]) for person in people]):
            a, b = one.given.split()[0], two.given.split()[0]
            forms_of = f"{a} {one.surname}", f"{b} {two.surname}"
            if a != b and _new(forms_of, told) and _one_given(a, b) and not _relatives(ledger, one, two):
                yield _said(ledger, *forms_of, told, full=one.full)
    # The same letters with another hyphen or blank: linked as one person, written in two ways.
    forms: dict[str, set[str]] = defaultdict(set)
    for stated in ledger.names:
        name = stated.thing
        if name.kind == "unknown" and " " in name.text:
            forms[plain(name.text)].add(name.text)
        elif name.kind == "person":
            whole = name.surname if name.given and not name.office.endswith(("Mr", "Mrs", "Ms", "Dr")) else name.text
            if "-" in whole or " " in whole or name.surname == whole:
                forms[plain(whole)].add(whole)
    surnames = {plain(p.surname): p.surname for p in ledger.people if "-" in p.surname or " " in p.surname}
    for key, surname in surnames.items():
        for other in sorted(forms.get(key, ())):
            if other != surname and other.lower() != surname.lower():
                yield _said(ledger, surname, other, told, full=surname)
    # Both at once: a hyphen for a blank, and a letter ("Mahe-Tulaga", "Mahe Tulanga").
    index = _near({surname for key, surname in surnames.items() if len(key) >= DOUBLE})
    for key, written in forms.items() if index else ():
        near = {s for less in _less(key) for s in index.get(less, ()) if slip(key, plain(s))}
        for other in sorted(written):
            if len(near) == 1 and re.search(r"[ -]", other) and key not in surnames:
                yield _said(ledger, next(iter(near)), other, told, full=next(iter(near)))


DOUBLE = 9
"""The fewest letters of a surname of two parts that one letter more or less may change."""


def _close(people: Sequence[Person], names: Sequence[str]) -> Iterator[tuple[Person, Person]]:
    """The pairs of people, in their order, whose `names` may be one slip apart or sound alike."""
    if len(names) < 2:
        return
    index: dict[str, list[int]] = defaultdict(list)
    for number, name in enumerate(names):
        for key in {*_less(name), f"~{_sound(name)}"}:
            index[key].append(number)
    pairs = {pair for numbers in index.values() for pair in itertools.combinations(numbers[:MOST], 2)}
    for one, two in sorted(pairs):
        yield people[one], people[two]


MOST = 50
"""The most names that are nearly alike and are held against each other."""
REGISTER = 400
"""How many names may be told of: a text in which more are a slip apart is a register, where they are many people's."""


def _new(names: tuple[str, str], told: set[str]) -> bool:
    """Whether two names are worth a finding: not both have one already."""
    return len(told) < REGISTER and not told.issuperset(names)


def _one_given(one: str, two: str) -> bool:
    """Whether two given names are one, written in two ways: Catherine and Kathryn, and no Paul beside a Paula."""
    a, b = plain(one), plain(two)
    if min(len(a), len(b)) < 4:
        return False
    known = lexicon().given
    if one in known and two in known:
        return sounds(a, b) and known[one] == known[two] and (a[-1] in "aoi") == (b[-1] in "aoi")
    return slip(a, b) or sounds(a, b)


def _lone(ledger: Ledger, shortest: int, told: set[str]) -> Iterator[Finding]:
    """A surname alone that is nobody's, a slip away from somebody's."""
    surnames = {p.surname for p in ledger.people if p.given and len(p.surname) >= shortest}
    if not surnames:
        return
    index = _near(surnames)
    known = {word for stated in ledger.names for word in (stated.thing.surname, stated.thing.given) if word}
    lone: dict[str, list[Stated[Name]]] = defaultdict(list)
    for stated in ledger.names:
        if " " not in stated.thing.text and len(stated.thing.text) >= shortest - 1:
            lone[stated.thing.text].append(stated)
    for word, mentions in lone.items():
        if word in known and not all(m.thing.kind == "person" and not m.thing.given for m in mentions):
            continue
        if word in told or word in surnames or word.isupper() or word in lexicon().given:
            continue
        close = {s for key in _less(plain(word)) for s in index.get(key, ())}
        near = [s for s in sorted(close) if slip(plain(word), plain(s)) and not _inflected(word, s)]
        if len(near) == 1 and near[0] not in told and not _common(ledger, word):
            yield _said(ledger, near[0], word, told, full=next(p.full for p in ledger.people if p.surname == near[0]))


def _others(ledger: Ledger, shortest: int, told: set[str]) -> Iterator[Finding]:
    """Other names, each written often enough to know which is the slip."""
    counts: dict[str, int] = defaultdict(int)
    inside: set[str] = set()
    for stated in ledger.names:
        for word in stated.thing.text.split():
            if len(word) >= shortest and word[0].isupper() and not word.isupper():
                counts[word] += 1
                if not stated.thing.initial:
                    inside.add(word)
    usual = {word for word in inside if counts[word] > 1}
    for fewer, more in sorted(_beside(frozenset(inside - usual), frozenset(usual))):
        if fewer in told or more in told or _inflected(*sorted((fewer, more))):
            continue
        if not _common(ledger, fewer) and not _common(ledger, more):
            yield _said(ledger, more, fewer, told, full=more)


@functools.lru_cache(8)
def _beside(words: frozenset[str], others: frozenset[str]) -> set[tuple[str, str]]:
    """The pairs of a word and one of `others` that are a slip apart and begin with one letter.

    Of two of six letters or more that are a slip apart the first three letters are the same, or the last two. Shorter
    words, and words of which very many begin or end so, are looked up by what a letter taken out leaves.
    """
    buckets: dict[str, tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
    bare = {word: plain(word) for word in (*words, *others)}
    for which, among in enumerate((words, others)):
        for word in among:
            low = bare[word]
            if len(low) >= HALVED:
                buckets[word[0] + low[:3]][which].append(word)
                buckets[f"{word[0]} {low[-2:]}"][which].append(word)
            if len(low) <= HALVED:
                buckets[f"{word[0]}"][which].append(word)
    found = set()
    for few, many in buckets.values():
        if len(few) * len(many) > MOST * MOST:
            index = _near(many)
            pairs = [(word, other) for word in few for key in _less(bare[word]) for other in index.get(key, ())]
        else:
            pairs = [(word, other) for word in few for other in many]
        found.update([pair for pair in pairs if slip(bare[pair[0]], bare[pair[1]])])
    return found


HALVED = 6
"""The fewest letters of two words which, where they are a slip apart, begin or end alike."""


def _whole(ledger: Ledger, told: set[str]) -> Iterator[Finding]:
    """Names of several words that differ in one word by a slip, or in their hyphens, blanks and apostrophes alone."""
    names: dict[str, list[tuple[str, str]]] = {}
    alike: dict[str, int] = defaultdict(int)
    for stated in ledger.names:
        name = stated.thing
        if name.titled or name.given or " " not in name.text or name.text in names:
            continue
        words = name.text.split()
        if len(words) > 7 or name.text.isupper() or ledger.quoted(stated):
            continue
        own = names[name.text] = [
            (" ".join((*words[:number], "_", *words[number + 1 :], word[0])), word)
            for number, word in enumerate(words)
            if len(word) >= SHORT - 1 and word[0].isupper() and word[1:].islower()
        ]
        for rest, _ in own:
            alike[rest] += 1
    forms: dict[str, dict[str, None]] = defaultdict(dict)
    for text, own in names.items():
        forms[f"= {plain(text)}"][text] = None
        for rest, word in own:
            # Few names share all their words but one: only theirs are taken apart.
            if alike[rest] > 1:
                for less in _less(plain(word)):
                    forms[f"{rest} {less}"][text] = None
    for key, written in forms.items():
        for one, two in itertools.combinations(list(written)[:MOST], 2):
            if one.lower() == two.lower() or not _new((one, two), told) or told.intersection((one, two)):
                continue
            if key[0] == "=" or _one_slip(ledger, one.split(), two.split(), told):
                yield _said(ledger, one, two, told, full=one)


SHORT = 5
"""The fewest letters of the one word in which two names of several words may differ, where it is longer."""


def _one_slip(ledger: Ledger, one: Sequence[str], two: Sequence[str], told: set[str]) -> bool:
    """Whether the one word that differs is a slip away from its other, and one is no word of the language."""
    a, b = next((a, b) for a, b in zip(one, two, strict=True) if a != b)
    if a in told or b in told or max(len(a), len(b)) < SHORT or _inflected(a, b) or not slip(plain(a), plain(b)):
        return False
    return not (in_dictionary(a) and in_dictionary(b)) and not (_common(ledger, a) and _common(ledger, b))


def _headline(ledger: Ledger, told: set[str]) -> Iterator[Finding]:
    """A name in the headline of which the copy knows the last word only: RedGum Air above, Redstone Air below."""
    first = ledger.paragraphs[0] if ledger.paragraphs else None
    if first is None or first.kind == "code" or len(first.text) > 160 or len(ledger.paragraphs) < 2:
        return
    body = ledger.text[first.span.end :]
    opening = {p.start for p in ledger.paragraphs[1:4]}
    for stated in ledger.names:
        words = stated.thing.text.split()
        if (
            stated.sentence.paragraph.start not in opening
            or not 2 <= len(words) <= 3
            or stated.thing.text in first.text
        ):
            continue
        last, own = words[-1], words[-2]
        if not last[:1].isupper() or not own[:1].isupper() or own in first.text.split():
            continue
        match = re.search(rf"(?:^|\s)(?P<name>(?P<one>[A-ZÀ-Þ][\w’'-]+) {re.escape(last)})\b", first.masked)
        if (
            not match
            or match["one"] in body
            or told.intersection((match["name"], match["one"]))
            or match["one"].lower() in body.lower()
        ):
            continue
        organisation = lexicon().words.get(last) == "organisation"
        if organisation or stated.thing.kind == "person" or (own[:2].lower() == match["one"][:2].lower()):
            yield _said(ledger, f"{own} {last}", match["name"], told, full=stated.thing.text)
            return


def _common(ledger: Ledger, word: str) -> bool:
    """Whether the word stands in the article with a small letter too."""
    return word.lower() in ledger.small_words


def _near(words: Iterable[str]) -> dict[str, list[str]]:
    """Words by what is left of them with no letter or any one letter taken out: two that are a slip apart share one."""
    return _index(frozenset(words))


@functools.lru_cache(32)
def _index(words: frozenset[str]) -> dict[str, list[str]]:
    index: dict[str, list[str]] = defaultdict(list)
    for word in sorted(words):
        for key in _less(plain(word)):
            index[key].append(word)
    return index


@functools.lru_cache(8192)
def _less(word: str) -> frozenset[str]:
    return frozenset((word, *[word[:n] + word[n + 1 :] for n in range(len(word))]))


def _relatives(ledger: Ledger, one: Person, two: Person) -> bool:
    """Whether both are spoken of in one sentence: then they are two."""
    first = {m.sentence.number for m in one.mentions}
    return any(m.sentence.number in first for m in two.mentions)


def _inflected(one: str, two: str) -> bool:
    """Whether two words differ only at their end, as inflections and names of peoples do."""
    short, long = sorted((one, two), key=len)
    if len(short) < len(long):
        return long.startswith(short) and long[len(short) :] in ("s", "n", "i", "a", "’", "'")
    return short[:-1] == long[:-1] and {short[-1], long[-1]} <= set("aeionsy")


def slip(one: str, two: str) -> bool:
    """Whether one letter added, left out or changed, or two neighbours swapped, makes one word the other."""
    if one == two or abs(len(one) - len(two)) > 1:
        return False
    if len(one) > len(two):
        one, two = two, one
    at = next((n for n, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), len(one))
    if len(one) < len(two):
        return one[at:] == two[at + 1 :]
    if one[at + 1 :] == two[at + 1 :]:
        return True
    return one[at : at + 2] == two[at : at + 2][::-1] and one[at + 2 :] == two[at + 2 :]


_SPELT = (("ph", "f"), ("ck", "k"), ("ch", "k"), ("th", "t"), ("gh", "g"), ("dh", "d"), ("sh", "s"), ("tz", "s"))
_SOUND = str.maketrans({"c": "k", "q": "k", "v": "f", "w": "f", "z": "s", "h": "", **dict.fromkeys("aeiouyj", "")})


@functools.lru_cache(8192)
def _sound(word: str) -> str:
    """A name's consonants as they are heard, each once in a row."""
    for letters, heard in _SPELT:
        word = word.replace(letters, heard)
    return "".join(key for key, _ in itertools.groupby(_bare(word).translate(_SOUND)))


def sounds(one: str, two: str) -> bool:
    """Whether two names in plain letters may be one, heard and written in two ways: Mozumder and Mazumdar."""
    heard = _sound(one)
    if len(heard) < 3 or heard != _sound(two) or abs(len(one) - len(two)) > 2:
        return False
    steps = SequenceMatcher(None, one, two, autojunk=False).get_opcodes()
    return sum(max(b - a, d - c) for tag, a, b, c, d in steps if tag != "equal") <= 4


def _said(ledger: Ledger, one: str, two: str, told: set[str], *, full: str) -> Finding:
    told.update((one, two))
    first, second = _places(ledger, one), _places(ledger, two)
    if len(second) > len(first):
        one, two, first, second = two, one, second, first
    text = ledger.text
    fixes = [
        Fix("keep_one", tuple(Edit(s, s.of(text), one) for s in second)),
        Fix("keep_two", tuple(Edit(s, s.of(text), two) for s in first)),
    ]
    person = ledger.person.get(full)
    whole = person.mentions[0].span if person else first[0]
    evidence = [
        Evidence(first[0], "other"),
        *([] if whole.touches(first[0]) or whole.touches(second[0]) else [Evidence(whole, "other")]),
    ]
    confidence: Confidence = "possible" if _bare(one) == _bare(two) else "likely"
    return finding(
        "spelling", second[0], evidence=evidence, fixes=fixes, confidence=confidence, one=one, two=two, name=full
    )


def _bare(word: str) -> str:
    """The word without its accents: with and without them is a matter of style, more than of fact."""
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c)).replace("ı", "i")


def _places(ledger: Ledger, words: str) -> Sequence[Span]:
    """Every place where a name is written in just this way."""
    text, result, at = ledger.text, [], -1
    while (at := text.find(words, at + 1)) >= 0:
        end = at + len(words)
        if not any(c.isalnum() or c == "-" for c in (text[at - 1 : at], text[end : end + 1])):
            result.append(Span(at, end))
    return result
