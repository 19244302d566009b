"""One person in two parties, universities or firms; one town in two regions."""

from __future__ import annotations

import functools
import itertools
import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from editor import resources
from editor.article import Span
from editor.checks._conflict import conflict
from editor.finding import Finding
from editor.ledger import Ledger
from editor.reading.dates import MONTHS
from editor.reading.paragraph import Paragraph

_UP = r"[A-ZÀ-ÖØ-Þ][\w’'-]*"
_PARTY = (
    rf"(?:{_UP} ){{1,4}}(?:Party|Front|Alliance|Movement|Morcha|Congress|League|Union"
    rf"|Coalition|Democrats|Labour|Liberals|Greens)|(?:{_UP} ){{1,3}}Morcha"
)
_SCHOOL = rf"(?:University|College|Institute) of (?:{_UP}(?: of)? ?){{1,4}}|(?:{_UP} ){{1,4}}(?:University|College)\b"
_FIRM = (
    rf"{_UP}(?: {_UP})* (?:& |and ){_UP}(?: (?:LLP|Ltd))?|(?:{_UP} ){{1,3}}(?:Partners"
    rf"|Associates|Chambers|LLP|Ltd|Solicitors)"
)
_ORG = rf"(?P<org>{_PARTY}|{_SCHOOL}|{_FIRM})"
_KIND = re.compile(rf"(?P<party>{_PARTY})|(?P<university>{_SCHOOL})|(?P<firm>{_FIRM})")
_AFTER = re.compile(
    rf"(?:,? \(?\d{{1,3}}\)?,?)?(?:,? (?:a|an|the|who (?:is|was) (?:then )?(?:a|an"
    rf"|the))(?: [a-z][\w’'-]*){{1,5}}| (?:is|was)(?: then)? (?:a|an|the)(?: [a-z][\w’'-]*){{1,4}}"
    rf"|,? who works|,? who teaches|,? whose (?:[a-z]+ ){{1,2}}belongs| belongs| works|,)?"
    rf" (?:of|at|with|from|in|to|for) (?:the )?(?:opposition |ruling |governing )?{_ORG}"
)
_BELONGS = re.compile(rf"{_ORG}(?:’s|'s)?,? to which (?:Mr |Mrs |Ms |Dr )?(?P<who>{_UP}(?: {_UP})*) belongs")
_LEFT = re.compile(
    rf"\b(?:he|she|they|(?P<who>{_UP}(?: {_UP})*)) (?:left|joined|quit|resigned from"
    rf"|was dismissed from) (?:the )?{_ORG}, (?:the|a) (?:firm|company|party|practice"
    rf"|university) (?:where|in which|which)"
)
_CHANGE = re.compile(
    r"\b(?:former|formerly|joined|moved|defected|left|previously|until|ex-|visiting|alumn|graduat"
    r"|studied|both|also|then)\b"
)


class Home(NamedTuple):
    """Where somebody or something is said to belong: the kind of home, its name, the place where it is said."""

    kind: str
    name: str
    span: Span
    moves: bool


@functools.cache
def _parties() -> tuple[re.Pattern[str], dict[str, str]]:
    known = {
        form: party for party, forms in resources.rows("lexicon", "en", "parties.tsv") for form in forms.split("|")
    }
    return re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, known), key=len, reverse=True))})\b"), known


def _members(ledger: Ledger) -> Iterator[Finding]:
    """ "Labour councillor Ian Frost", "Frost, a Conservative": parties told by an office or in apposition."""
    pattern, known = _parties()
    for person in ledger.people:
        told: list[tuple[str, Span]] = []
        for mention in person.mentions:
            name, start = mention.thing, mention.sentence.span.start
            lead = mention.at(name.office_span).start if name.office_span else mention.span.start
            before = ledger.text[max(start, lead - 24) : mention.span.start]
            if name.former or re.search(
                r"\b(?:former|ex-|then-|defect\w*|joined|left)\b", mention.sentence.span.of(ledger.text)
            ):
                continue
            if (
                name.office_span
                and (match := pattern.search(before))
                and re.match(r"(?: [\w-]+){0,4} ?$", before[match.end() :])
            ):
                at = max(start, lead - 24) + match.start()
                told.append((known[match[0]], Span(at, at + len(match[0]))))
            after = ledger.text[mention.span.end : mention.span.end + 40]
            if match := re.match(
                rf",? (?:a|an|the) (?P<p>{pattern.pattern})(?: [a-z]+)?[,.]"
                rf"| \((?P<q>{pattern.pattern})[,)]",
                after,
            ):
                group = "p" if match["p"] else "q"
                at = mention.span.end + match.start(group)
                told.append((known[match[group]], Span(at, at + len(match[group]))))
        for (one, place), (two, where) in itertools.combinations(told, 2):
            if one != two:
                yield conflict(ledger, "party", place, where, name=person.full)
                break


def check(ledger: Ledger) -> Iterator[Finding]:
    yield from _people(ledger)
    yield from _members(ledger)
    yield from _places(ledger)


def _people(ledger: Ledger) -> Iterator[Finding]:
    text = ledger.text
    stated = _stated(ledger)
    for person in ledger.people:
        homes = [home for surname, home in stated if surname == person.surname]
        told = (_AFTER.match(text, mention.span.end, mention.sentence.span.end) for mention in person.mentions)
        homes += [_home(text, match) for match in told if match]
        for one, two in itertools.combinations(sorted(homes, key=lambda h: h.span.start), 2):
            if one.kind == two.kind and not _same(one.name, two.name) and not (one.moves and two.moves):
                yield conflict(ledger, one.kind, one.span, two.span, name=person.full)
                break


def _stated(ledger: Ledger) -> list[tuple[str, Home]]:
    """The homes told in sentences of their own, each with the surname of whom it is told."""
    result = []
    for paragraph in ledger.paragraphs:
        text = paragraph.masked
        for cue, pattern in ((" to which ", _BELONGS), (", the ", _LEFT), (", a ", _LEFT)):
            if cue not in text:
                continue
            for match in pattern.finditer(text):
                who = match["who"].split()[-1] if match["who"] else _last_named(paragraph, match.start())
                home = _home(text, match)
                if who:
                    result.append((who, home._replace(span=paragraph.at(home.span), moves=False)))
    return result


def _last_named(paragraph: Paragraph, before: int) -> str:
    """The surname of the person last named before a place of the paragraph, or of the only word that names one."""
    names = [n for n in paragraph.read.names if n.span.end <= before and n.kind in ("person", "unknown")]
    people = [n for n in names if n.kind == "person" or " " not in n.text]
    return people[-1].text.split()[-1] if people else ""


def _home(text: str, match: re.Match[str]) -> Home:
    name = match["org"].strip()
    start = match.start("org")
    if name.startswith("The "):
        name, start = name[4:], start + 4
    kind = _KIND.match(name)
    moves = bool(_CHANGE.search(text, max(0, match.start() - 30), start))
    return Home((kind.lastgroup if kind else None) or "firm", name, Span(start, start + len(name)), moves)


def _same(one: str, two: str) -> bool:
    """Whether two names may be one, the one a part of the other."""
    a, b = (set(re.findall(r"\w+", name)) - {"the", "of", "and", "The", "Party", "University"} for name in (one, two))
    return a <= b or b <= a or "".join(w[0] for w in two.split() if w[0].isupper()) == one


_DIVISION = r"(?:region|province|state|county|district|prefecture|department|canton|governorate|island)"
_WITHIN = re.compile(
    rf"(?P<what>{_UP}(?: {_UP}){{0,2}}), (?:(?:a|the) (?:[a-z][\w-]* ){{0,4}}?(?:town|city|village"
    rf"|port|commune|suburb|hamlet|settlement"
    rf"|resort)(?: of [\d,]+)? )?in (?:the )?(?P<home>{_UP}(?: {_UP}){{0,2}}(?: {_DIVISION})?)(?=[,.;]"
    rf"| lies| where| and)"
)
_NEAR = re.compile(
    rf"\b(?:near|outside|at|hit|struck|reached) (?P<what>{_UP}(?: {_UP}){{0,1}}),? in (?:the )?"
    rf"(?P<home>(?!{'|'.join(MONTHS)}){_UP}(?: {_UP}){{0,2}}(?: {_DIVISION})?)(?=[,.;]| on | at | when | and )"
)
_PART = re.compile(
    rf"\b(?P<home>{_UP}(?: {_UP}){{0,2}} {_DIVISION}),? of which (?P<what>{_UP}(?: {_UP}){{0,2}}) is a part"
)
_BIRTHPLACE = re.compile(
    rf"\b(?:the )?(?P<home>{_UP}(?: {_UP}){{0,2}}) (?:city|town|village) where (?:she|he) was born"
)


def _places(ledger: Ledger) -> Iterator[Finding]:
    homes: dict[str, list[tuple[str, Span]]] = defaultdict(list)
    birthplace = ""
    for paragraph in ledger.paragraphs:
        text = paragraph.masked
        cues = ((", ", " in ", _WITHIN), ("", " in ", _NEAR), ("of which ", " is a part", _PART))
        for pattern in [pattern for one, two, pattern in cues if one in text and two in text]:
            for match in pattern.finditer(text):
                homes[match["what"]].append((match["home"], paragraph.at(Span(*match.span("home")))))
                if re.search(r"\b[Bb]orn (?:in|at|near) $", text[max(0, match.start() - 9) : match.start()]):
                    birthplace = match["what"]
        for match in _BIRTHPLACE.finditer(text) if birthplace and " was born" in text else ():
            if birthplace:
                homes[birthplace].append((match["home"], paragraph.at(Span(*match.span("home")))))
    for what, said in homes.items():
        first, place = said[0]
        for other, where in said[1:]:
            if _rank(first) == _rank(other) and not _same(_bare(first), _bare(other)):
                yield conflict(ledger, "place", place, where, name=what)
                break


def _rank(home: str) -> str:
    words = home.split()
    return words[-1] if re.fullmatch(_DIVISION, words[-1]) else words[-1] if len(words) > 1 else ""


def _bare(home: str) -> str:
    return re.sub(rf" {_DIVISION}$", "", home)
