"""Whom somebody belongs to without its name after theirs: "his Rovers team-mates", "who speaks for the tug company"."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import NamedTuple

from editor import resources
from editor.article import Span
from editor.ledger import Ledger, Person, Sentence
from editor.reading.atlas import atlas
from editor.reading.lemmas import stop_words
from editor.reading.paragraph import Reading
from editor.reading.patterns import lazy

_UP = r"[A-ZÀ-ÖØ-Þ][\w’'.-]*[\w.]"
_NAMED = rf"(?P<org>{_UP}(?: (?:(?:of|and|for|the|&|de|do|da) ){{0,2}}{_UP}){{0,4}})"
_TEAMS = "team-?mates?|team mates?|fellow players?|coach|captain|manager|shirt|jersey"
_SCHOOLS = "teachers|lecturers|professors|classmates|tutors|supervisors?|students|coursemates"
_FIRMS = "colleagues|bosses|boss|employers?|superiors|co-workers|line manager|workmates"
_WITH = lazy(
    rf"\b(?:[Hh]is|[Hh]er) {_NAMED} (?:(?P<team>{_TEAMS})|(?P<university>{_SCHOOLS})|(?P<employer>{_FIRMS}))\b"
)
_SCORED = lazy(
    rf",? (?:gave|earned|handed|won|put|secured|sealed|rescued|snatched) (?:the )?{_NAMED}"
    r" (?:an?|the|all|only|their|level|ahead|through|in front)(?: [\w–-]+){0,3}? ?"
    r"(?:win|victory|lead|draw|points?|title|cup|level|ahead|through|front|equali[sz]er|triumph)\b"
)
_SCORES = lazy(
    rf",? (?:who )?(?:scored|struck|netted|equali[sz]ed|headed in|plays|keeps goal)"
    rf"(?: [\w’-]+){{0,4}}? for (?:the )?{_NAMED}"
)
_STUDENT = lazy(
    rf"(?:, \d\d)?,? (?:is |was |who is )?(?:an?|the) (?:[\w-]+ ){{0,4}}?(?:student|undergraduate|postgraduate|lecturer"
    rf"|sophomore|freshman|reader|researcher) (?:at|from|of) (?:the )?{_NAMED}"
)
_OWN = lazy(
    r"\b(?:[Hh]is|[Hh]er|[Tt]heir) (?:own )?(?P<noun>organi[sz]ation|group|union|party|club|charity|association|firm"
    rf"|company|employer|university|college|team|network|campaign|movement|think-tank|institute|newspaper)"
    rf",? (?:the )?{_NAMED}"
)
_KINDS = {
    "organisation": "body", "organization": "body", "group": "body", "charity": "body", "association": "body",
    "network": "body", "campaign": "body", "movement": "body", "union": "body", "institute": "body",
    "think-tank": "body", "party": "party", "club": "team", "team": "team",
    "firm": "firm", "company": "firm", "employer": "employer",
    "university": "university", "college": "university", "newspaper": "firm",
}  # fmt: skip
_OF = lazy(
    rf",? (?:an?|the|who is (?:an?|the))? ?(?:[a-z-]+ ){{0,2}}?(?:leader|head|president|chair\w*|secretary"
    rf"|general secretary|spokes\w+|director|organiser|member) (?:of|for|at) (?:the )?{_NAMED}(?=[,.;]|(?:’s)? [a-z])"
)
_BODY = lazy(
    rf",? (?:of|from|with|at) (?:the )?(?P<org>(?:{_UP} (?:(?:of|and|for|the|&) ){{0,2}}){{1,5}}"
    rf"(?:Association|Union|Federation"
    r"|League|Society|Network|Trust|Foundation|Council|Committee|Institute|Forum|Alliance|Campaign|Coalition))\b"
)
_SPEAKS = lazy(
    r",? (?:(?:an?|the|who is an?|who is the)? ?(?:[a-z-]+ ){0,2}?(?:leader|head|president|chair\w*|secretary|spokes\w+"
    r"|organiser)"
    r" (?:of|for)|who (?:speaks|spoke) for|who (?:leads|heads|chairs|runs)|speaking for|whose)"
    r" (?P<what>[^.;:“”\"]{3,70})"
)
_FELLOWS = (
    "mate player coach captain manager shirt jersey teacher lecturer professor tutor supervisor student colleague boss"
    " employer superior worker"
).split()
_BODIED = (
    "organi group union party club charity association firm company employer university college team network campaign"
    " movement think-tank institute newspaper"
).split()
_HEADS = ("leader ", "head ", "president ", "chair", "secretary ", "spokes", "director ", "organiser ", "member ")
_SPEAKERS = (*_HEADS, " speak", " spoke ", " who leads ", " who heads ", " who runs ", " whose ")
# Each with how what it finds begins, and what stands in it: few sentences do so, and the patterns take long to make.
_AFTER = (
    (
        _SCORED,
        "team",
        (" gave ", " earned ", " handed ", " won ", " put ", " secured ", " sealed ", " rescued ", " snatched "),
        (" ",),
    ),
    (
        _SCORES,
        "team",
        (" who ", " scored ", " struck ", " netted ", " equali", " headed ", " plays ", " keeps "),
        (" for ",),
    ),
    (
        _STUDENT,
        "university",
        " ",
        ("student ", "graduate ", "lecturer ", "sophomore ", "freshman ", "reader ", "researcher "),
    ),
    (_OF, "body", " ", _HEADS),
    (_BODY, "body", (" of ", " from ", " with ", " at "), (" ",)),
)
_END = lazy(
    r", (?!(?:the|a|an) )|,? (?:who|that|which|where|whom|said|says|told|do|does|did|are|is|were|was|have|has|had"
            r"|in|on|at|by|after|before|will|would|could|can|may|might|want|wants|went|and)\b")  # fmt: skip
_WORD = lazy(r"[\w-]+’?")
_MOVED = lazy(
    r"\b(?:former\w*|moved|defected|left|previous\w*|until|ex-|once|joined|transferred|signed|loan|both|also|then|now"
    r"|old|retired|new|international|last|earlier|season|career)\b"
)


class Told(NamedTuple):
    """Where somebody is said to belong: the person, the kind, the name or the walks of life, the place."""

    person: Person
    kind: str
    name: str
    walks: frozenset[str]
    span: Span
    own: bool = False
    """Whether it is said to be the one that is theirs: "his organisation, …"."""


@functools.cache
def _walks() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for walk, forms in resources.rows("lexicon", "en", "walks.tsv"):
        for form in forms.split("|"):
            found[form] = found.get(form, frozenset()) | {walk}
    return found


def _of(words: str) -> frozenset[str]:
    """The walks of life that words name: "the tug company", "Hanul Towage"."""
    said = _WORD.findall(words.lower())
    return frozenset().union(*(_walks().get(w) or _walks().get(w.rstrip("’"), frozenset()) for w in said))


def belongings(ledger: Ledger) -> Iterator[Told]:
    """Every such place, in the order of the people and then of the article."""
    text = ledger.text
    for person in ledger.people:
        for mention in person.mentions:
            end, stop = mention.span.end, mention.sentence.span.end
            rest = text[end:stop].removeprefix(",")
            if rest[:1] != " ":
                continue
            for pattern, kind, opening, cues in _AFTER:
                if (
                    rest.startswith(opening)
                    and any(cue in rest for cue in cues)
                    and (match := pattern.match(text, end, stop))
                    and not ledger.quoted(mention)
                ):
                    yield from _told(text, match, person, kind, mention.sentence)
            if (
                any(cue in rest for cue in _SPEAKERS)
                and (match := _SPEAKS.match(text, end, stop))
                and not ledger.quoted(mention)
            ):
                what, start = _END.split(match["what"])[0], match.start("what")
                if text.startswith("whose ", start - 6):
                    what = what.split()[0]
                walks = _of(what)
                if walks and not _MOVED.search(text, end, start + len(what)) and " and " not in what:
                    yield Told(person, "walk", what, walks, Span(start, start + len(what)))
    for sentence, (_, match, own) in ledger.by_sentence(_his):
        who = _whose(ledger, sentence, sentence.paragraph.start + match.start())
        kind = _KINDS[match["noun"]] if own else (match.lastgroup or "")
        if who:
            yield from (
                told._replace(span=sentence.paragraph.at(told.span), own=own)
                for told in _told(sentence.paragraph.masked, match, who, kind, sentence)
            )


def _his(read: Reading) -> list[tuple[int, re.Match[str], bool]]:
    """ "His Rovers team-mates", "his organisation, …": the sentence's number, the words, and if it is his own."""
    found = []
    for nth, within in enumerate(read.sentences if read.kind == "text" else ()):
        if not _HIS.search(read.text, within.start, within.end):
            continue
        words = within.of(read.masked)
        for pattern, nouns in ((_WITH, _FELLOWS), (_OWN, _BODIED)):
            if any(noun in words for noun in nouns):
                matches = pattern.finditer(read.masked, within.start, within.end)
                found += [(nth, match, pattern is _OWN) for match in matches if not read.quoted(Span(*match.span()))]
    return found


_HIS = lazy(r"\b(?:[Hh]is|[Hh]er|[Tt]heir) ")


def _bare(match: re.Match[str], group: str) -> tuple[str, int]:
    """A name and its start, without the small word that opens its sentence: "At Lakeside Haulage"."""
    name, start = match[group], match.start(group)
    first, _, rest = name.partition(" ")
    if rest and first.lower() in stop_words():
        name, start = rest, start + len(first) + 1
    return name.removesuffix("’s").rstrip("."), start


def _told(text: str, match: re.Match[str], person: Person, kind: str, sentence: Sentence) -> Iterator[Told]:
    name, start = _bare(match, "org")
    if name in atlas().regions or _MOVED.search(text, max(0, match.start() - 30), match.end()):
        return
    yield Told(person, kind, name, frozenset(), Span(start, start + len(name)))


def _whose(ledger: Ledger, sentence: Sentence, until: int) -> Person | None:
    """The one person named before a place in its sentence, or else in the sentence before it."""
    for number in (sentence.number, sentence.number - 1):
        told = [(m, person) for m, person in ledger.mentions.get(number, ()) if m.span.start < until]
        if told:
            people = {id(person): person for _, person in told}
            return next(iter(people.values())) if len(people) == 1 else None
        if number > 0 and sentence.nth == 0:
            return None
    return None


_WORKED = lazy(
    rf",? (?:(?:was|were|had been|is) (?:[a-z]+ing|employed|working)(?: as an? [a-z -]+?)? (?:for|by|at)"
    rf"|(?:had )?(?:spent|worked)(?: (?:for|the|some|about|nearly))? (?:[\w-]+ ){{0,2}}(?:years?|months?|decades?)"
    rf" (?:at|with|for)) (?:the (?:[a-z-]+ ){{1,4}})?{_NAMED}"
)
_WHERE = lazy(
    rf"{_NAMED}, (?:where|for which|for whom) (?:the )?(?P<who>[A-Z][\w-]+(?: [A-Z][\w-]+)?|he|she) (?:had |has |was )?"
    rf"(?:been )?(?:worked|works|employed|working|driving|teaching)\b"
)
_EMPLOYER = lazy(
    rf"{_NAMED}, (?:his|her) (?:[a-z]+ )?employer\b|\b(?:[Hh]is|[Hh]er) employer,? (?:the )?(?P<e>{_UP}(?: {_UP})*)"
)
_ANCHOR = lazy(
    r"\b(?:at (?:the|that) time|during the|until (?:his|her|he|she)|before (?:he|she)"
    r" (?:resigned|quit|was dismissed|was sacked)"
    r"|when (?:he|she|it|the)|when arrested|by then)\b",
    re.IGNORECASE,
)


def employers(ledger: Ledger) -> Iterator[Told]:
    """Those for whom somebody worked at the time that the article is about: at the time, during the fraud."""
    told: list[Told] = []
    loose: list[Told] = []
    text = ledger.text
    for person in ledger.people:
        for mention in person.mentions:
            sentence = mention.sentence
            if (match := _WORKED.match(text, mention.span.end, sentence.span.end)) and _ANCHOR.search(
                text, sentence.span.start, sentence.span.end
            ):
                told += _employer(text, match, person)
    surnames = {person.surname: person for person in ledger.people}
    single = next((t.person for t in told), None) if len({id(t.person) for t in told}) == 1 else None
    for sentence in ledger.sentences if single else ():
        words = text[sentence.span.start : sentence.span.end]
        if not single or sentence.paragraph.kind != "text" or (", " not in words) or not _ANCHOR.search(words):
            continue
        for pattern in (_WHERE, _EMPLOYER):
            match = pattern.search(text, sentence.span.start, sentence.span.end)
            if not match or sentence.paragraph.read.quoted(Span(*match.span()).moved(-sentence.paragraph.start)):
                continue
            who = match.groupdict().get("who") or ""
            named = surnames.get(who.split()[-1]) if who and who not in ("he", "she") else single
            if named is single:
                loose += _employer(text, match, single)
    yield from told
    yield from loose


def _employer(text: str, match: re.Match[str], person: Person) -> Iterator[Told]:
    group = "org" if match["org"] else "e"
    name, start = _bare(match, group)
    if name not in atlas().regions:
        yield Told(person, "employer", name, frozenset(), Span(start, start + len(name)))
