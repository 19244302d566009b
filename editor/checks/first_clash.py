"""A first or only one, and another before it."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterator

from editor.article import Span
from editor.checks._another import Claim, another
from editor.checks._conflict import conflict
from editor.checks._debuts import debuts
from editor.checks._tallies import tallies
from editor.finding import Finding
from editor.ledger import Ledger, Sentence
from editor.reading.lemmas import lemma, stop_words
from editor.reading.names import lexicon
from editor.reading.paragraph import Reading
from editor.reading.patterns import lazy

_CLAIM = lazy(
    r"\b(?P<claim>(?:the|its|his|her|their|(?P<own>[a-z]+)[’']s) (?P<w>first-ever|first ever|first|only"
    r"|sole)(?! (?:such|time|half|quarter|day|round|minister|lady|aid|degree|name|class|"
    r"place|phase|stage|week|month|year|floor|reading|dose|step|part|person|of all|of the|of its"
    r"|to|and|since|responders?|took|met|came|put|published|"
    r"an?(?!-)|in|at|on|by|with|after|when|if|as|for|that|one|some|about|about|partly|two|three|four"
    r"|five|six|\d)\b)(?! \w+-(?:phase|half|quarter|round|floor)) (?P<what>[^,.;:“”\"()]{4,90}))",
    re.IGNORECASE,
)
_BEFORE = lazy(
    r"\b(?P<place>(?:previous|earlier|preceding|last|other|another|second) (?P<noun>[\w-]+))(?P<rest>[^.;“”\"]{0,50})"
    r"|\b(?P<same>the same (?P<snoun>[\w-]+))",
    re.IGNORECASE,
)
_PAST = lazy(
    r"\b(?:19|20)\d\d\b|\b(?:years?|months|decades?|week) (?:ago|before|earlier)\b|\blast (?:year|month|season)\b"
)


def check(ledger: Ledger) -> Iterator[Finding]:
    claim_only: dict[Span, bool] = {}
    claims: list[tuple[Span, set[str], int]] = []
    for paragraph, said in ledger.seen(_claims):
        inside = ledger.sentences_of[paragraph.start]
        for nth, place, topic, only in said:
            claim = paragraph.at(place)
            claim_only[claim] = only
            claims.append((claim, topic, inside[nth].number))
    yield from _superlatives(ledger)
    for one, two in itertools.chain(tallies(ledger), debuts(ledger)):
        yield conflict(ledger, "first", one, two, keep=False)
    if not claims:
        return
    told = list(_earlier(ledger, claims, claim_only)) or list(_others(ledger, claims, claim_only))
    yield from told
    if not told:
        named = [Claim(span, frozenset(topic), ledger.sentences[n], claim_only[span]) for span, topic, n in claims]
        for first, sentence in another(ledger, named):
            yield conflict(ledger, "first", first.span, sentence.span, keep=False)
            return


def _claims(read: Reading) -> list[tuple[int, Span, set[str], bool]]:
    """What is called a first or only one: its sentence's number, its place, what it is, and whether the only one."""
    found = []
    for nth, within in _cued(read, ("irst", "only", "sole ")):
        words = within.of(read.masked)
        if "irst" not in words and "only" not in words and "sole " not in words:
            continue
        for match in _CLAIM.finditer(words):
            if read.quoted(Span(*match.span()).moved(within.start)):
                continue
            what = _ENDS.split(match["what"])[0]
            topic = {lemma(w.lower()) for w in re.findall(r"[\w’'-]+", what) if w.lower() not in stop_words()}
            topic |= {lemma(match["own"].lower())} if match["own"] else set()
            if len(topic) >= 2:
                claim = Span(match.start("claim"), match.start("what") + len(what.rstrip())).moved(within.start)
                found.append((nth, claim, topic, match["w"].lower() in ("only", "sole")))
    return found


def _cued(read: Reading, cues: tuple[str, ...]) -> Iterator[tuple[int, Span]]:
    """The sentences with their numbers, if one of these stands in the paragraph, in capitals or not."""
    if any(cue in read.small for cue in cues):
        yield from enumerate(read.sentences)


_EARLIER = ("previous", "earlier", "preceding", "last", "other", "second", "the same")
"""What one of `_BEFORE` holds, in lower case."""


def _earlier(
    ledger: Ledger, claims: list[tuple[Span, set[str], int]], claim_only: dict[Span, bool]
) -> Iterator[Finding]:
    """ "Bayelsa's previous drive": a thing of the claim's kind that is called another, earlier or the same."""
    wanted = set().union(*(topic for _, topic, _ in claims))
    for sentence, (_, match, noun) in ledger.by_sentence(_others_told):
        words = sentence.within.of(sentence.paragraph.masked)
        if noun in wanted:
            around = {lemma(w.lower()) for w in re.findall(r"[\w’'-]+", match[0]) if w.lower() not in stop_words()}
            for claim, topic, number in claims:
                if number == sentence.number or noun not in topic:
                    continue
                kind = match[0].split()[0].lower()
                if kind in ("other", "another", "second") and not claim_only[claim]:
                    continue
                if kind == "last" and (claim_only[claim] or not _PAST.search(words)):
                    continue
                around |= sentence.content if kind in ("other", "another", "second") else set()
                told = bool(_PAST.search(words)) and not _NOT_YET.search(words)
                enough = told if match["same"] else len(around & topic) >= 2
                if not enough:
                    continue
                name = "same" if match["same"] else "place"
                start = sentence.span.start + match.start(name)
                other = Span(start, start + len(match[name].rstrip(" ,")))
                yield conflict(ledger, "first", claim, other, keep=False)
                return


def _others_told(read: Reading) -> list[tuple[int, re.Match[str], str]]:
    """What is called another, earlier or the same: its sentence's number, the words, and its noun."""
    found = []
    for nth, within in _cued(read, _EARLIER):
        for match in _BEFORE.finditer(within.of(read.masked)):
            noun = lemma((match["noun"] or match["snoun"]).lower())
            if noun not in stop_words() and noun not in ("year", "month", "week", "day", "time"):
                found.append((nth, match, noun))
    return found


_ANOTHER = lazy(
    r"\b(?:also|previous|previously|earlier|another(?! (?:his|her|their|the|\d)\b)|already|rivals?|follow(?:s|ed"
    r"|ing)|too|predecessors?"
    r"|before (?:it|her|him"
    r"|them)|as did|just as|like|copie[sd]|second|again|older|elder|sister|as well)\b"
)
_BYGONE = lazy(
    r"\b(?:in|since|of|from|the|by|until|between|as early as|back in) (?P<year>(?:19|20)\d\d)\b|\b(?P<ago>(?:years?"
    r"|decades?|months) (?:ago|before"
    r"|earlier))\b",
    re.IGNORECASE,
)
_WOMAN = lazy(r"\bfirst(?:-ever)? (?:female|woman|black woman|lady|girl)\b")
_MAN = lazy(r"\bfirst(?:-ever)? (?:male|man)\b")
_HELD = lazy(
    r"\b(?:late|former|ex-\w+|retired)\b|\b(?:between|from) (?:19|20)\d\d (?:and|to|until) (?:19|20)\d\d\b|\b(?:in"
    r"|until|since) (?:19|20)\d\d\b"
)
_HELD_CUES = ("late", "former", "ex-", "retired", "19", "20")
"""What one of `_HELD` holds."""
_HEADS = lazy(r"\b(?:to|who) (?:head|lead|chair|run|hold|serve|become|be|command|captain|govern|preside)\w*\b")


def _others(
    ledger: Ledger, claims: list[tuple[Span, set[str], int]], claim_only: dict[Span, bool]
) -> Iterator[Finding]:
    """A sentence of the same matter that tells of somebody or something else, at an earlier time or as well."""
    year, low = ledger.day.year if ledger.day else _NO_YEAR, ledger.text.lower()
    wanted = set().union(*(topic for _, topic, _ in claims))
    genders = {number: gender for _, _, number in claims if (gender := _heads(ledger.sentences[number], ledger.text))}
    for sentence, (_, held, again, past) in ledger.by_sentence(_times):
        near = [claim for claim in claims if claim[2] != sentence.number]
        bygone = past < year
        if not near or not (again or bygone or held) or (not held and sentence.content.isdisjoint(wanted)):
            continue
        words = sentence.within.of(sentence.paragraph.masked)
        for claim, topic, number in near:
            claimed = ledger.sentences[number]
            if topic & _SOMEBODY and _of_the_same(ledger, claimed, sentence):
                continue
            shared = _parts(sentence.content) & topic
            enough = len(shared) >= 2 and 3 * len(shared) >= len(topic)
            enough = enough and any(name not in claimed.span.of(ledger.text) for name in _named(sentence))
            anew = (again and bygone) or (bygone and claim_only[claim] and _SINCE.search(words))
            rare = _ALSO.search(words) and bygone and any(low.count(word) <= 3 for word in shared if len(word) > 4)
            kin = (enough and (anew or _FOLLOWS.search(words))) or rare
            if kin or (number in genders and _held_before(ledger, claimed, genders[number], sentence)):
                yield conflict(ledger, "first", claim, sentence.span, keep=False)
                return


def _times(read: Reading) -> list[tuple[int, bool, bool, int]]:
    """The sentences that may tell of another or an earlier one: each one's number, whether somebody held something
    once, whether another is told of, and of what year, the first; 0 where it is some years ago."""
    found = []
    for nth, within in enumerate(read.sentences):
        words = within.of(read.masked)
        held = any(cue in words for cue in _HELD_CUES) and bool(_HELD.search(words))
        another = bool(_ANOTHER.search(words))
        past = min((0 if m["ago"] else int(m["year"]) for m in _BYGONE.finditer(words)), default=_NO_YEAR)
        if (held or another or past < _NO_YEAR) and not _NOT_YET.search(words):
            found.append((nth, held, another, past))
    return found


_NO_YEAR = 9999
_SOMEBODY = frozenset("man woman person player athlete driver sailor runner swimmer writer singer".split())


def _of_the_same(ledger: Ledger, claimed: Sentence, sentence: Sentence) -> bool:
    """Whether a sentence names nobody but those named in the claim's and the two sentences before it."""
    known = {
        person.full
        for number in range(claimed.number - 2, claimed.number + 1)
        for _, person in ledger.mentions.get(number, ())
    }
    named = {person.full for _, person in ledger.mentions.get(sentence.number, ())}
    return bool(named) and named <= known


_ENDS = lazy(r" (?:is|was|are|were|has|had|says?|said|and claim|will|would)\b")


def _parts(content: frozenset[str]) -> frozenset[str]:
    """The words, and the lemmas of the parts of those with a hyphen."""
    joined = [word for word in content if "-" in word]
    return content.union(lemma(part) for word in joined for part in word.split("-")) if joined else content


_ALSO = lazy(r"\b(?:also|too|already|as well|another time|once before)\b")
_FOLLOWS = lazy(r"\b(?:follow(?:s|ed) the|previous|predecessors?|rivals?|copie[sd])\b")
_SINCE = lazy(r"\b(?:since (?:19|20)\d\d|has been|have been|as well|too|also)\b")
_NOT_YET = lazy(r"\b(?:never|no other|none|not|no|unlike|until now|without)\b|n[’']t\b")


def _named(sentence: Sentence) -> frozenset[str]:
    """The names in a sentence, those left out that open it and may be no names."""
    within = sentence.within
    return frozenset(
        name.text
        for name in sentence.paragraph.read.names
        if within.start < name.span.start < within.end and len(name.text) > 2
    )


def _heads(claimed: Sentence, text: str) -> str:
    """The gender of "the first woman to head" something; "" where nobody is said to be the first of one."""
    words = claimed.span.of(text)
    gender = "f" if _WOMAN.search(words) else "m" if _MAN.search(words) else ""
    return gender if gender and _HEADS.search(words) else ""


def _held_before(ledger: Ledger, claimed: Sentence, gender: str, sentence: Sentence) -> bool:
    """Whether a woman is told of who held an office before "the first woman to head" the place."""
    if not _HELD.search(sentence.span.of(ledger.text)):
        return False
    for mention, person in ledger.mentions.get(sentence.number, ()):
        name = mention.thing
        known = name.gender or lexicon().given.get(person.given.partition(" ")[0], "")
        held = {word.strip(",") for word in f"{name.office} {name.role}".lower().split()}
        offices = {word for word in held if lexicon().offices.get(word, ("",))[0] == "office"}
        new = all(person is not other for _, other in ledger.mentions.get(claimed.number, ()))
        if (
            known == gender
            and offices
            and new
            and any(word in ledger.text[: claimed.span.end].lower() for word in offices)
        ):
            return True
    return False


_SUPERLATIVE = lazy(
    r"\b(?:the|its|his|her|their|[a-z]+[’']s) (?P<stem>long|old|tall|high|deep|small|young|fast|heavi|strong|short"
    r"|wid|steep|cheap|rich"
    r"|poor|bus[iy]|hott?|cold|wett?|bigg|larg|lat|earli|deadli)est (?P<what>[a-z][^.,;:“”\"()]{3,60})"
)


_SMALL = frozenset("country city world region county state town village year say".split())


@functools.cache
def _longer(stem: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!no )\b{re.escape(stem)}e?r(?: \w+)?(?: by| than|,| still|\.|$)")


def _superlatives(ledger: Ledger) -> Iterator[Finding]:
    """ "The longest bridge in the country", and another bridge of it that is longer."""
    for sentence, (_, place, stem, nouns) in ledger.by_sentence(_extremes):
        words = sentence.within.of(sentence.paragraph.masked)
        for other in ledger.sentences[max(0, sentence.number - 30) : sentence.number + 30]:
            if other.number == sentence.number or nouns.isdisjoint(other.content):
                continue
            said = other.within.of(other.paragraph.masked)
            if stem not in said or _NOT_YET.search(said):
                continue
            if (found := _longer(stem).search(said)) and any(
                name not in words for name in _named(other) | {said.split()[0]}
            ):
                at = other.span.start + found.start()
                claim = sentence.paragraph.at(place)
                yield conflict(ledger, "first", claim, Span(at, at + len(stem) + 1), keep=False)
                return


def _extremes(read: Reading) -> list[tuple[int, Span, str, frozenset[str]]]:
    """What is called the longest or oldest: its sentence's number, its place, the adjective, and the nouns it is of."""
    found = []
    for nth, within in _cued(read, ("est ",)):
        for match in _SUPERLATIVE.finditer(within.of(read.masked)):
            start = within.start + match.start()
            claim = Span(start, start + len(_ENDS.split(match[0])[0].rstrip()))
            if not read.quoted(claim):
                head = match["what"].split()[0].lower()
                nouns = read.content[nth] - _SMALL if head in stop_words() else frozenset({lemma(head)})
                found.append((nth, claim, match["stem"], nouns))
    return found
