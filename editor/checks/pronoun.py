"""He and she for one person."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from editor.article import Span
from editor.checks._conflict import conflict
from editor.checks._he_and_she import PRONOUN, TURNS, addressed, belongings, handled, is_object, speaks_of
from editor.finding import Confidence, Finding
from editor.ledger import Ledger, Person, Sentence
from editor.reading.names import lexicon
from editor.reading.paragraph import Paragraph, Reading
from editor.reading.patterns import lazy

_SUBJECT = lazy(r"\b(?P<f>she)\b|\b(?P<m>he)\b", re.IGNORECASE)
_OWN = lazy(r"\b(?P<f>she|her|herself)\b|\b(?P<m>he|his|himself)\b", re.IGNORECASE)
_OTHERS = frozenset(
    "wife husband mother father sister brother son daughter partner widow widower girl boy woman man women men aunt"
    " uncle victim suspect defendant client colleague friend someone anyone nobody everyone person niece nephew"
    " girlfriend boyfriend queen king lady ship baby child".split()
)
_SPEAKS = lazy(r" (?:said|says|told|declared|announced|added|explained|insisted|warned|recalled|promised|vowed)\b")
_SHE_SAID = lazy(r"[,.?!][”\"’] (?P<who>(?P<f>she)|(?P<m>he)) \w+")


_GOVERNS = lazy(r"\b(?:for|of|to|by|with|from|about|against|on|in|at)\b")


class _Sign(NamedTuple):
    gender: str
    span: Span
    strong: bool


def check(ledger: Ledger) -> Iterator[Finding]:
    told = list(_people(ledger))
    yield from told
    places = [span for found in told for span in found.places]
    more = [*_chains(ledger), *_within(ledger)]
    yield from (found for found in more if not any(a.touches(b) for a in found.places for b in places))


def _people(ledger: Ledger) -> Iterator[Finding]:
    """He and she, or a pronoun against the given name, for one who is named."""
    by_sentence: dict[int, list[Person]] = defaultdict(list)
    starts: dict[int, list[int]] = defaultdict(list)
    ends: dict[int, int] = {}
    for person in ledger.people:
        for mention in person.mentions:
            by_sentence[mention.sentence.number].append(person)
            starts[mention.sentence.number].append(mention.span.start)
            ends[mention.sentence.number] = max(mention.span.end, ends.get(mention.sentence.number, 0))
    unknown = {
        n.sentence.number
        for n in ledger.names
        if n.thing.kind == "unknown" and not n.thing.initial and " " in n.thing.text
    }
    signs: dict[int, list[_Sign]] = defaultdict(list)
    people = {id(p): p for p in ledger.people}
    for number, inside in by_sentence.items():
        if len({id(p) for p in inside}) != 1 or number in unknown:
            continue
        person, sentence = inside[0], ledger.sentences[number]
        subject = min(starts[number])
        spoken = _SPEAKS.match(ledger.text, ends[number])
        opens = spoken or (
            subject - sentence.span.start < 45
            and not _GOVERNS.search(ledger.text[sentence.span.start : subject].rpartition(", ")[2])
        )
        if not opens or speaks_of(_OTHERS, sentence.span.of(ledger.text)):
            continue
        if handled(sentence, subject) or not _spoken_of(ledger, person, sentence, subject):
            signs[id(person)] += _inside(ledger, sentence, subject)
        # Of "Nair asked her why. She had …" the next sentence's subject is the one who was asked.
        asked = any(
            is_object(sentence.paragraph.masked, m)
            for m in PRONOUN.finditer(
                sentence.paragraph.masked, subject - sentence.paragraph.start, sentence.within.end
            )
        )
        if not asked and number + 1 < len(ledger.sentences) and number + 1 not in by_sentence:
            signs[id(person)] += _next(ledger, ledger.sentences[number + 1])
            signs[id(person)] += _run(ledger, number + 1, by_sentence)
    _by_office(ledger, signs)
    kin: dict[int, bool] = {}
    for person in ledger.people:
        signs[id(person)] += (_Sign(gender, span, False) for gender, span in addressed(person, kin))
    for key, said in signs.items():
        genders = {sign.gender for sign in said}
        person = people[key]
        if len(genders) == 1 and not said[0].strong:
            continue
        if len(genders) == 1 and _told(person) not in ("", said[0].gender):
            first = min(said, key=lambda sign: sign.span.start)
            yield conflict(
                ledger, "given", person.mentions[0].span, first.span, keep=False, confidence=GIVEN, name=person.full,
                gender="a man" if _told(person) == "m" else "a woman",
            )  # fmt: skip
            continue
        if len(genders) < 2 or any(m.sentence.paragraph.read.quoted(m.thing.span) for m in person.mentions[:1]):
            continue
        said.sort(key=lambda sign: sign.span)
        usual = max(
            genders,
            key=lambda g: (
                sum(s.gender == g for s in said),
                g == _given(person),
                -min(s.span.start for s in said if s.gender == g),
            ),
        )
        odd = next(s for s in said if s.gender != usual)
        model = next(s for s in said if s.gender == usual)
        yield conflict(ledger, "both", model.span, odd.span, keep=False, name=person.full)


def _run(ledger: Ledger, number: int, named: dict[int, list[Person]]) -> Iterator[_Sign]:
    """Further sentences of the paragraph that open with a pronoun, as long as each does and names nobody."""
    first = ledger.sentences[number]
    for sentence in ledger.sentences[number + 1 : number + RUN]:
        before = ledger.sentences[sentence.number - 1]
        if sentence.paragraph is not first.paragraph or sentence.number in named:
            return
        if not _SUBJECT.match(first.paragraph.masked, before.within.start):
            return
        if speaks_of(_OTHERS, before.span.of(ledger.text)) or speaks_of(_OTHERS, sentence.span.of(ledger.text)):
            return
        yield from _next(ledger, sentence)


RUN = 5
"""How many sentences after one that names somebody are followed."""


def _within(ledger: Ledger) -> Iterator[Finding]:
    """ "She said, and wiped his glasses": he and she in one sentence, where nobody else is there to be meant."""
    for paragraph, _ in ledger.seen(_mixed):
        text = paragraph.masked
        for sentence in ledger.sentences_of.get(paragraph.start, ()):
            first = ledger.sentences[max(sentence.number - min(sentence.nth, RUN), 0)].within.start
            found = [
                m
                for m in PRONOUN.finditer(text, first, sentence.within.end)
                if not paragraph.read.quoted(Span(*m.span()))
            ]
            here = [m for m in found if m.start() >= sentence.within.start]
            odd = next((m for m in here if here[0].lastgroup != m.lastgroup), None)
            if not odd or here[0][0].lower() not in ("he", "she") or not belongings().match(text, odd.end()):
                continue
            if odd[0].lower() not in ("his", "her") or any(
                m.lastgroup == odd.lastgroup for m in found if m.start() < odd.start()
            ):
                continue
            last = max(0, sentence.number - 1)
            scope = text[ledger.sentences[last].within.start if sentence.nth else 0 : odd.start()]
            names = {
                name.text.split()[-1]
                for name in paragraph.read.names
                if name.kind in ("person", "unknown") and first <= name.span.start < odd.start()
                if name.kind == "person" or " " in name.text
            }
            if any(word in lexicon().offices for word in re.findall(r"[\w-]+", scope)):
                continue
            wide = ledger.text[max(0, sentence.span.start - FAR) : sentence.span.start]
            if any(m.lastgroup == odd.lastgroup for m in PRONOUN.finditer(wide)):
                continue
            if len(names) > 1 or speaks_of(_OTHERS, scope) or TURNS.search(text, here[0].start(), odd.start()):
                continue
            if any(is_object(text, m) for m in here):
                continue
            yield conflict(
                ledger, "chain", paragraph.at(Span(*here[0].span())), paragraph.at(Span(*odd.span())), keep=False
            )


def _mixed(read: Reading) -> bool:
    return read.kind == "text" and bool(_MIXED.search(read.masked))


def _turns(read: Reading) -> bool:
    return read.kind == "text" and bool(_TURN.search(read.masked))


FAR = 400
"""Characters before a sentence in which nobody of the other gender may be spoken of."""

_MIXED = lazy(r"\b(?:[Ss]he)\b[^.!?]*?(?:[.,!?][”\"] [^.!?]*?)?\bhis\b|\b[Hh]e\b[^.!?]*?\bher\b")


def _spoken_of(ledger: Ledger, person: Person, sentence: Sentence, subject: int) -> bool:
    """Whether a pronoun in the sentence may be somebody else's, who is spoken of just before or between."""
    paragraph = sentence.paragraph
    own = next((m for m in _OWN.finditer(paragraph.masked, subject - paragraph.start, sentence.within.end)), None)
    if not own or _told(person) in ("", own.lastgroup):
        return False
    before = ledger.sentences[max(0, sentence.number - 1)].span.start
    lead = ledger.text[before : paragraph.start + own.start()]
    if any(m.lastgroup == own.lastgroup for m in _OWN.finditer(lead)):
        return True
    return any(
        _told(other) == own.lastgroup and sentence.number - 1 <= mention.sentence.number <= sentence.number
        for other in ledger.people
        if other is not person
        for mention in other.mentions
    ) or bool(_QUEEN.search(lead))


_QUEEN = lazy(r"\b(?:after|before|until|when|because) (?:[A-ZÀ-Þ][\w’'-]+ )+")
_OPENS = lazy(r"(?P<f>She|Her)\b|(?P<m>He|His)\b")


def _chains(ledger: Ledger) -> Iterator[Finding]:
    """Neighbouring sentences that open with he and with she, where one person at most is there to be meant."""
    who: dict[int, list[Person]] = {}
    for paragraph, _ in ledger.seen(_turns):
        text = paragraph.masked
        if not who:
            for person in ledger.people:
                for mention in person.mentions:
                    who.setdefault(mention.sentence.number, []).append(person)
        last: tuple[str, Span] | None = None
        people: set[int] = set()
        for sentence in ledger.sentences_of.get(paragraph.start, ()):
            opens = _OPENS.match(text, sentence.within.start)
            inside = {id(person): person for person in who.get(sentence.number, ())}
            people |= set(inside)
            if speaks_of(_OTHERS, sentence.within.of(text)) or len(people) > 1 or _named(paragraph, sentence, inside):
                break
            if opens:
                place = paragraph.at(Span(*opens.span()))
                gender = opens.lastgroup or ""
                before = [m for m in _OWN.finditer(text, 0, opens.start()) if m.lastgroup == gender]
                if last and last[0] != gender and not before:
                    yield conflict(ledger, "chain", last[1], place, keep=False)
                    break
                last = last or (gender, place)
            elif last and not inside and (own := _other_own(paragraph, sentence, last[0])):
                if sentence.within.start - (last[1].end - paragraph.start) < REACH:
                    yield conflict(ledger, "chain", last[1], own, keep=False, confidence=GIVEN)
                break
            elif inside:
                person = next(iter(inside.values()))
                stated = next(m for m in person.mentions if m.sentence.number == sentence.number)
                last = (_told(person), stated.span) if _told(person) and stated.thing.gender else None


REACH = 240
"""Characters after he or she within which another pronoun may still be the same person's."""


def _other_own(paragraph: Paragraph, sentence: Sentence, gender: str) -> Span | None:
    """The first pronoun of a sentence that names nobody, outside of quotations, if it tells the other gender."""
    text = paragraph.masked
    own = next(
        (m for m in _OWN.finditer(text, sentence.within.start, sentence.within.end)
         if not paragraph.read.quoted(Span(*m.span()))), None,
    )  # fmt: skip
    if not own or own.lastgroup == gender or any(m.lastgroup != gender for m in _OWN.finditer(text, 0, own.start())):
        return None
    lead = text[sentence.within.start : own.start()]
    someone = any(word.lower() in lexicon().offices for word in re.findall(r"[\w-]+", lead))
    named = any(sentence.within.start <= n.span.start < own.start() and not n.initial for n in paragraph.read.names)
    return None if someone or named else paragraph.at(Span(*own.span()))


_TURN = lazy(
    r"\b(?:[Ss]he|[Hh]er)\b.*?[.!?].*?\b(?:[Hh]e|[Hh]is)\b|\b(?:[Hh]e|[Hh]is)\b.*?[.!?].*?\b(?:[Ss]he|[Hh]er)\b"
    r"|\bM(?:r|s|rs)\b"
)


def _named(paragraph: Paragraph, sentence: Sentence, people: dict[int, Person]) -> bool:
    """Whether the sentence holds a name of two words which may be somebody's whom the ledger does not know."""
    known = {m.thing.text for person in people.values() for m in person.mentions}
    return any(
        name.kind == "unknown" and " " in name.text and name.text not in known and not _PLACED.search(
            paragraph.masked, max(0, name.span.start - 12), name.span.start
        )
        for name in paragraph.read.names
        if sentence.within.start <= name.span.start < sentence.within.end
    )  # fmt: skip


_PLACED = lazy(r"\b(?:in|at|near|from|of|the|to) (?:the )?$")


GIVEN: Confidence = "likely"
"""How sure a pronoun against the given name alone is: names that tell a woman here tell a man there."""


def _told(person: Person) -> str:
    """The gender that a form of address tells (Mrs, Sir), else the given name's."""
    return next((m.thing.gender for m in person.mentions if m.thing.office and m.thing.gender), _given(person))


def _given(person: Person) -> str:
    return lexicon().given.get(person.given.split()[0], "") if person.given else ""


def _inside(ledger: Ledger, sentence: Sentence, subject: int) -> Iterator[_Sign]:
    """The first pronoun after the name, outside of quotations, in a sentence that names nobody else."""
    paragraph = sentence.paragraph
    words = paragraph.masked
    for match in PRONOUN.finditer(words, subject - paragraph.start, sentence.within.end):
        if not paragraph.read.quoted(Span(*match.span())):
            # In "Mansilla, his deputy until then," the pronoun is somebody's of whom the text spoke before.
            if is_object(words, match) or words.endswith(", ", 0, match.start()):
                return
            yield _Sign(match.lastgroup or "", paragraph.at(Span(*match.span())), True)
            return


def _next(ledger: Ledger, sentence: Sentence) -> Iterator[_Sign]:
    """A sentence that opens with a pronoun after one that names one person only, as its subject."""
    paragraph = sentence.paragraph
    match = _SUBJECT.match(paragraph.masked, sentence.within.start)
    if (
        not match
        and paragraph.masked[sentence.within.start] in '“"'
        and (said := _SHE_SAID.search(paragraph.masked, sentence.within.start, sentence.within.end))
    ):
        place = paragraph.at(Span(*said.span("who")))
        if paragraph.number == ledger.sentences[sentence.number - 1].paragraph.number:
            yield _Sign("f" if said["f"] else "m", place, True)
        return
    if (
        match
        and not paragraph.read.quoted(Span(*match.span()))
        and not speaks_of(_OTHERS, sentence.within.of(paragraph.masked))
    ):
        yield _Sign(match.lastgroup or "", paragraph.at(Span(*match.span())), True)


def _by_office(ledger: Ledger, signs: dict[int, list[_Sign]]) -> None:
    """ "The doctor shook her head; he had …": what only one person of the article is, and the pronoun that follows."""
    held: dict[str, set[int]] = defaultdict(set)
    for person in ledger.people:
        for mention in person.mentions:
            for word in f"{mention.thing.office} {mention.thing.role}".lower().replace("dr", "doctor").split():
                if lexicon().offices.get(word, ("",))[0] in ("office", "calling", "rank"):
                    held[word].add(id(person))
    single = {word: next(iter(ids)) for word, ids in held.items() if len(ids) == 1}
    if not single:
        return
    opening = re.compile(rf"(?:^|(?<=[.?!] ))The (?P<o>{'|'.join(map(re.escape, single))}) (?!of\b)")
    for paragraph in ledger.paragraphs:
        subject = ""
        for sentence in ledger.sentences_of.get(paragraph.start, ()):
            if not subject and not paragraph.masked.startswith("The ", sentence.within.start):
                continue
            words = sentence.within.of(paragraph.masked)
            inside = [
                n for n in paragraph.read.names
                if sentence.within.start <= n.span.start < sentence.within.end and n.kind in ("person", "unknown")
            ]  # fmt: skip
            if match := opening.match(words):
                subject = match["o"].lower()
                said = _GOES_ON.search(words) if not inside and not speaks_of(_OTHERS, words[match.end() :]) else None
                if said and any(m.lastgroup != said.lastgroup for m in PRONOUN.finditer(words, 0, said.start())):
                    said = None
            else:
                said = _SHE_SAID.search(words) if subject and not inside else None
            if said:
                gender = "f" if said["f"] else "m"
                place = Span(*said.span(gender))
                if not paragraph.read.quoted(
                    Span(place.start + sentence.within.start, place.end + sentence.within.start)
                ):
                    signs[single[subject]].append(_Sign(gender, place.moved(sentence.span.start), False))
            if inside or not (match or said or words[:1] in '“"'):
                subject = ""


_GOES_ON = lazy(r"(?:;|, but|, and|, because|, though|, adding that|, saying that) (?:(?P<f>she)|(?P<m>he))\b")
