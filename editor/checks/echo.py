"""Words of one family that come three times in a sentence or close together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from editor.finding import Evidence, Finding, finding
from editor.ledger import Ledger, Sentence
from editor.reading import lemmas
from editor.reading.lemmas import common_words, lemma, stop_words
from editor.reading.names import lexicon
from editor.reading.paragraph import Reading
from editor.reading.patterns import lazy
from editor.reading.words import Word, tells


class _Heard(NamedTuple):
    """A word of a family, with the sentence in which it stands and its number among the article's words."""

    word: Word
    sentence: Sentence
    at: int


def check(ledger: Ledger, *, times: int = 3, within: int = 50, longest: int = 36) -> Iterator[Finding]:
    """`times`: how often a family must be heard; `within`: in how many words, for two sentences; `longest`: for one."""
    families = _families(ledger)
    inside: dict[int, list[_Heard]] = {}
    echoing: set[int] = set()
    for heard in families.values():
        if len(heard) < times:
            continue
        cluster = _cluster(heard, times, within, longest)
        # A word that comes again all over the article is what it is about, but for one that turns about itself.
        if not cluster or (len(heard) > len(cluster) + 1 and not _dense(cluster)):
            continue
        number = cluster[-1].sentence.number
        echoing.add(number)
        if cluster[0].sentence is cluster[-1].sentence:
            inside.setdefault(number, []).extend(cluster)
        else:
            yield _finding("nearby", cluster)
    for words in inside.values():
        yield _finding("sentence", words)
    yield from _circles(ledger, families, echoing, longest - 6)


def _dense(cluster: Sequence[_Heard]) -> bool:
    """Whether one sentence has all the words, of three forms, with hardly another between: "planned under a plan whose
    planners …"."""
    words = cluster[0].sentence.words
    if cluster[0].sentence is not cluster[-1].sentence or len({h.word.lower for h in cluster}) < len(cluster):
        return False
    return words.index(cluster[-1].word) - words.index(cluster[0].word) <= DENSE * (len(cluster) - 1)


DENSE = 3
"""How many words on, at most, the next word of the family stands, for the three to be heard as one."""


def _circles(ledger: Ledger, families: dict[str, list[_Heard]], echoing: set[int], longest: int) -> Iterator[Finding]:
    """Sentences that turn in a circle: two families or more are heard twice in one sentence, and nowhere else; or so
    much of the sentence comes again that little is left, wherever else its words stand."""
    twice: dict[int, list[list[_Heard]]] = defaultdict(list)
    again: dict[int, list[list[_Heard]]] = defaultdict(list)
    for family, heard in families.items():
        inside: dict[int, list[_Heard]] = defaultdict(list)
        for one in heard:
            inside[one.sentence.number].append(one)
        for place, some in inside.items():
            if len(some) > 1 and place not in echoing and not _number(family):
                again[place].append(some)
        number = heard[0].sentence.number
        alone = heard[-1].sentence.number == number and len(family) > 3 and not _number(family)
        if alone and number not in echoing:
            twice[number].append(heard)
    for number, circle in again.items():
        spare = sum(len(heard) - 1 for heard in circle)
        telling = sum(map(tells, circle[0][0].sentence.words))
        if len(circle) >= CIRCLE and spare >= CIRCLE and spare >= TURNED * telling:
            twice[number] = circle
    told = set(echoing)
    for circle in twice.values():
        sentence = circle[0][0].sentence
        figures = sum(w.text[0].isdigit() for w in sentence.words)
        if len(circle) < 2 or len(sentence.words) > longest or figures > 1 or _compound(circle):
            continue
        spare = sum(len(heard) - 1 for heard in circle)
        if spare < SPARE * sum(map(tells, sentence.words)) and sum(w in _DENIES for w in sentence.lowered) < 2:
            continue
        told.add(sentence.number)
        yield _finding("circle", [h for heard in circle for h in heard])
    for sentence, (_, words) in ledger.by_sentence(_own_reasons):
        if sentence.number not in told:
            told.add(sentence.number)
            yield _finding("circle", [_Heard(word, sentence, word.start) for word in words])
    yield from _turned(ledger, told, longest)


_REASONS = frozenset("because since as".split())
_PREFIX = lazy(r"(?:un|in|im|over|dis|mis|non-?|under)(?=[a-z]{4})")


def _root(word: str) -> str:
    """The family of a word without a prefix that turns or heightens it: overloaded, load."""
    return lemmas.family(_PREFIX.sub("", word, count=1) if word not in _WHOLE else word)


_WHOLE = frozenset("interest interests industry inside international information union unit units under island".split())


def _own_reasons(read: Reading) -> list[tuple[int, list[Word]]]:
    """The numbers of the sentences whose reason is the thing itself, each with the words that say so."""
    if read.kind != "text" or read.quotations:
        return []
    found = ((nth, _own_reason(words, read.masked)) for nth, words in enumerate(read.sentence_words))
    return [(nth, words) for nth, words in found if words]


def _own_reason(words: tuple[Word, ...], text: str) -> list[Word]:
    """The words of a sentence whose reason is the thing itself: "unlit because nobody had lit it"; none else."""
    at = next((n for n, word in enumerate(words) if word[3] in _REASONS and n > 2), 0)
    if not at or (words[at][3] == "as" and "," not in text[words[at - 1].end : words[at].start]):
        return []
    claimed = {_root(w.lower): w for w in words[:at] if tells(w) and w.text[0].islower()}
    given = [(_root(w.lower), w) for w in words[at + 1 :] if tells(w)]
    if not given or len(given) > LONGEST_REASON:
        return []
    again = [(root, w) for root, w in given if root in claimed]
    held = Counter(root for root, _ in again)
    turned = [root for root in held if claimed[root].lower not in {w.lower for one, w in again if one == root}]
    whole = len(again) == len(given) and any(root not in common_words() for root in held)
    last = next(reversed(claimed), "")
    named = last in turned and len(given) <= SHORT_REASON and last not in common_words()
    if not (whole or named or any(held[root] > 1 for root in turned)):
        return []
    return [claimed[root] for root in held] + [w for _, w in again]


LONGEST_REASON, SHORT_REASON = 7, 3
"""The most telling words of a reason that is held against what it is the reason of, and of one that says the claim's
last word in another form and little else."""


CIRCLE, TURNED, SPARE = 3, 0.3, 0.19
"""How many families must come again for a circle whose words stand elsewhere too; what share of its telling words, and
what share where its words stand in no other sentence."""
_DENIES = frozenset(
    "not no never nobody none nothing nor without reject rejects rejected refused denied opposed".split()
)


# What binds a claim to its own repetition: "… because …", "… is what …", "… the rule being that …".
_BINDS = frozenset("because since as if means being therefore so what whoever whom unless until who".split())


def _saying_again(read: Reading) -> list[tuple[int]]:
    """The numbers of the sentences of which much is said in them twice."""
    if read.kind != "text":
        return []
    kin = ([family for family, _ in one] for one in read.kin)
    return [(nth,) for nth, one in enumerate(kin) if len(one) >= 6 and len(set(one)) <= len(one) - 3]


def _turned(ledger: Ledger, found: set[int], longest: int) -> Iterator[Finding]:
    """Sentences that give a thing as its own reason: a third of what they say, common words too, comes again; and long
    ones that say many things twice on their way."""
    for sentence, _ in ledger.by_sentence(_saying_again):
        kin = sentence.paragraph.read.kin[sentence.nth]
        if sentence.number in found:
            continue
        winds = len(sentence.words) > longest
        if winds:
            if len({w.lower for w in sentence.words if w.text[0].isdigit()}) > FEW:
                continue
            if len(stop_words().intersection(sentence.lowered)) < ENGLISH:
                continue
        elif _BINDS.isdisjoint(sentence.lowered):
            continue
        held: dict[str, list[Word]] = defaultdict(list)
        for family, word in kin:
            if word.lower.isascii() and not (_number(family) or sentence.paragraph.read.quoted(word.span)):
                held[family].append(word)
        again = [words for words in held.values() if len(words) > 1]
        spare = sum(len(words) - 1 for words in again)
        if len(again) >= WINDING if winds else spare >= max(3, CIRCULAR * len(kin)):
            yield _finding("circle", [_Heard(word, sentence, word.start) for words in again for word in words])


CIRCULAR = 0.35
"""How much of what a sentence says must come again in it for it to turn in a circle, whatever words those are."""
WINDING, FEW, ENGLISH = 6, 3, 6
"""How many families must come again in a long sentence; how many different figures it may give, more being a series;
how many of English's small words it must have, for its own are no others'."""


def _compound(circle: Sequence[Sequence[_Heard]]) -> bool:
    """Whether all the words are one term said twice ("mean cost … mean cost", "null and void, null and void")."""
    places = sorted(h.sentence.words.index(h.word) for heard in circle for h in heard)
    half = len(places) // 2
    return len({two - one for one, two in zip(places[:half], places[half:], strict=False)}) == 1


def _finding(rule: str, heard: Sequence[_Heard]) -> Finding:
    ordered = sorted(heard, key=lambda h: h.at)
    spans = [h.sentence.paragraph.at(h.word.span) for h in ordered]
    forms = list(dict.fromkeys(h.word.lower for h in ordered))
    evidence = [Evidence(span, "also") for span in spans[:-1]]
    return finding(rule, spans[-1], evidence=evidence, words="”, “".join(forms))


def _families(ledger: Ledger) -> dict[str, list[_Heard]]:
    """The words of the families that may echo, but for names and what speakers say."""
    echoing: set[str] = set()
    formed: set[str] = set()
    last: list[str] = []
    for _, near in ledger.seen(_near):
        echoing.update(near.echoing)
        # Of two sentences that a paragraph's end lies between.
        both = last + near.first
        if len(set(both)) < len(both):
            echoing.update(f for f, n in Counter(both).items() if n > 2)
        formed.update(near.formed)
        last = near.last
    echoing -= common_words() - formed
    found: dict[str, list[_Heard]] = defaultdict(list)
    lower: set[str] = set()
    count = 0
    for paragraph, near in ledger.seen(_near):
        read, inside = paragraph.read, ledger.sentences_of[paragraph.start]
        if not near.families.isdisjoint(echoing):
            for sentence in inside:
                for family, word in read.kin[sentence.nth]:
                    if family in echoing and not read.quoted(word.span):
                        found[family].append(_Heard(word, sentence, count + word.start - sentence.within.start))
                        if word.text[0].islower():
                            lower.add(family)
                count += len(sentence.within) + 1
        else:
            count += near.length
    return {family: places for family, places in found.items() if len(places) > 1 and family in lower}


class _Near(NamedTuple):
    """The families of a paragraph's words as far as they may echo in it."""

    echoing: frozenset[str]
    formed: frozenset[str]
    """Those heard in three forms in one sentence, where a common word is heard too: "planned under a plan whose
    planners"."""
    families: frozenset[str]
    first: list[str]
    last: list[str]
    """Those of its first and of its last sentence."""
    length: int


def _near(read: Reading) -> _Near | None:
    if read.kind != "text" or not read.sentences:
        return None
    heard = [[family for family, _ in one] for one in read.kin]
    echoing: set[str] = set()
    formed: set[str] = set()
    for words, one, two in zip(read.kin, heard, (*heard[1:], []), strict=True):
        both = one + two
        if len(set(both)) < len(both):
            echoing.update(f for f, n in Counter(both).items() if n > 2)
            if len(set(one)) < len(one):
                echoing.update(again := [f for f, n in Counter(one).items() if n > 1])
                formed.update(f for f in again if len({word.lower for family, word in words if family == f}) > 2)
    families = frozenset(family for one in heard for family in one)
    length = sum(len(within) + 1 for within in read.sentences)
    return _Near(frozenset(echoing), frozenset(formed), families, heard[0], heard[-1], length)


def _cluster(heard: Sequence[_Heard], times: int, within: int, longest: int) -> list[_Heard]:
    """The words that stand so close together that they echo; none where there are too few."""
    best: list[_Heard] = []
    if len(heard) > 12:
        return best  # so frequent a word is what the article is about
    for n, first in enumerate(heard):
        same = [h for h in heard[n:] if h.sentence is first.sentence]
        room = len(first.sentence.words) <= longest
        if len(same) >= times and room and not (_counted(same) or _parallel(same) or _titles(same)):
            best = max(best, same, key=len)
        near = [h for h in heard[n:] if h.sentence.number - first.sentence.number <= 1]
        if len(near) >= times and near[-1].sentence is not first.sentence:
            roomy = within * (2 if len(near) > times else 1) * 6
            if near[-1].at - first.at <= roomy and _differ(near) and not _agents(near):
                best = max(best, near, key=len)
    return best


def _parallel(heard: Sequence[_Heard]) -> bool:
    """Whether each of the words opens its clause: "Forty came, forty stayed, forty sang", a figure of speech."""
    return all(_opens(h) for h in heard)


def _opens(heard: _Heard) -> bool:
    text, words = heard.sentence.paragraph.masked, heard.sentence.words
    at = words.index(heard.word)
    for first in (at, at - 1):
        if first <= 0 or any(mark in text[words[first - 1].end : words[first].start] for mark in ",;:—–"):
            return True
        if words[first - 1].lower not in stop_words():
            return False
    return False


def _titles(heard: Sequence[_Heard]) -> bool:
    """Whether all but one of the words are offices ("…, head of the network, and …, head of the wing")."""
    return sum(h.word.lower not in lexicon().offices for h in heard) <= 1


def _differ(heard: Sequence[_Heard]) -> bool:
    """Whether the words are not one word's plain return: "intensify … intensity", "retreated … the retreat"."""
    lemmas = {lemma(h.word.lower) for h in heard}
    forms = {h.word.lower for h in heard}
    if len(lemmas) > 1:
        return True
    acts = any(form.endswith(("ed", "ing")) for form in forms)
    return acts and any(_named(h) for h in heard)


_AGENT = lazy(r"[a-z]{3}(?:er|or|ist|ian|eer)$")


def _agents(heard: Sequence[_Heard]) -> bool:
    """Whether some of the words are for people and some for what they do: "tour … tourists", "producing … producer"."""
    lemmas = {lemma(h.word.lower) for h in heard}
    people = {one for one in lemmas if _AGENT.search(one) and not any(o.startswith(one) for o in lemmas - {one})}
    return bool(people) and people != lemmas


def _named(heard: _Heard) -> bool:
    """Whether the word stands as a noun: after an article or possessive."""
    words = heard.sentence.words
    at = words.index(heard.word)
    return bool(at) and words[at - 1].lower in ("a", "an", "the", "this", "that", "his", "her", "its", "their", "no")


def _counted(heard: Sequence[_Heard]) -> bool:
    """Whether a figure stands by each of the words ("nine counts … seven counts", "won 40 seats … won 12"): a list."""
    for h in heard:
        words = h.sentence.words
        at = words.index(h.word)
        near = (*words[max(0, at - 2) : at], *words[at + 1 : at + 3])
        if not any(w.text[0].isdigit() or w.lower in _NUMBERS for w in near):
            return False
    return True


def _number(family: str) -> bool:
    return family.strip("=") in _NUMBERS


_NUMBERS = frozenset(
    """one two three four five six seven eight nine ten eleven twelve dozen hundred thousand million billion per
    first second third fourth fifth last""".split()
)
