"""One person in two parties, universities or firms."""

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
from editor.checks._walks import Told, belongings, employers
from editor.finding import Finding
from editor.ledger import Ledger
from editor.reading.paragraph import Reading
from editor.reading.patterns import lazy

_UP = r"[A-ZÀ-ÖØ-Þ][\w’'-]*\w"
_HEADS = (
    ("party", "Party|Front|Alliance|Movement|Morcha|Congress|League|Coalition|Democrats"),
    ("union", "Union|Federation|Guild|Brotherhood|Syndicate|Association"),
    ("university", "University|College|Polytechnic|Academy"),
    ("department", "Department|Faculty"),
    ("hospital", "Hospital|Infirmary|Clinic"),
    ("club", "FC|United|Rovers|Wanderers|Athletic|Albion|Harriers"),
    (
        "firm",
        "Partners|Associates|Chambers|LLP|Ltd|Solicitors|Bank|Group|Holdings|Capital|Airlines|Motors|Foods|Energy",
    ),
    ("school", "School|Primary|Secondary|High|Grammar"),
    ("church", "Church|Cathedral|Parish|Temple|Mosque"),
    ("think-tank", "Institute|Institution|Foundation|Trust|Centre|Center|Observatory|Laboratory"),
)
_LOWER = (
    "branch|campus|depot|plant|factory|ward|constituency|station|brigade|regiment|battalion|parish|mine|colliery"
    "|shipyard"
    "|dockyard|surgery|orchestra|garage|workshop|bakery|brewery|mill|refinery|quarry"
)
_JOINED = rf"(?:{_UP}[’']? (?:(?:of|and|for|the|&) )?){{0,4}}"
_ORG = (
    rf"(?P<org>(?:University|College|Institute|Department|Faculty|School|Church|Bank) of (?:the )?(?:{_UP}(?: (?:of"
    rf"|and) )? ?){{1,4}}"
    rf"|{_JOINED}(?:{'|'.join(heads for _, heads in _HEADS)})(?: of {_UP}(?: {_UP})*)?(?![’']?\w)"
    rf"|(?:{_UP} ){{1,3}}(?:{_LOWER})\b|{_UP}(?: {_UP})* & {_UP}(?: LLP)?|{_UP} and {_UP} LLP)"
)
_KINDS = {head: kind for kind, heads in _HEADS for head in heads.split("|")}
_POST = r"(?: [a-z][\w’'-]*){1,6}?"
_VERBS = (
    r"leads|heads|chairs|runs|manages|directs|teaches at|works (?:at|for|in)|lectures (?:at|in)|studies at|plays for"
    r"|coaches"
    r"|captains|represents|founded|trains at|joined|belongs to|edits|practises at|practices at|preaches at"
    r"|serves (?:at|in|with)"
    r"|is based at|has worked (?:at|for|in)|has taught at|researches at|signed for|drives for|flies for|speaks for"
    r"|rows for|(?:sits|stands|speaks) (?:in|on) the \w+ for"
    r"|(?:sits|stands|ran|is running) for|votes with|campaigns for"
)
_MARKS = frozenset((*_KINDS, *_LOWER.split("|")))
"""One of these words, or &, stands in whatever `_ORG` finds."""
_AFTER = lazy(
    rf"(?:(?P<own>[’']s (?:[a-z]+ )?)|(?:,? \(?\d{{1,3}}\)?,?)?(?:,? (?:a|an|the|who (?:is|was) (?:then )?(?:a|an"
    rf"|the)){_POST}| (?:is|was)(?: then)? (?:a|an|the){_POST}|,? whose (?:[a-z]+ ){{1,2}}belongs| belongs| works|,)?"
    rf" (?:of|at|with|from|in|to|for) (?:the )?|,? (?:who )?(?:{_VERBS}) (?:the )?|(?P<whose>, (?:the )?)"
    rf"|,? (?:speaking|talking|writing)(?: \w+)? (?:from|in) (?:his|her|their) \w+ (?:at|in) (?:the )?)"
    rf"(?(own)|(?(whose)|(?:opposition |ruling |governing )?)){_ORG}(?(whose)(?=[’']s ))"
)
_BELONGS = lazy(rf"{_ORG}(?:’s|'s)?,? to which (?:Mr |Mrs |Ms |Dr )?(?P<who>{_UP}(?: {_UP})*) belongs")
_LEFT = lazy(
    rf"\b(?:he|she|they|(?P<who>{_UP}(?: {_UP})*)) (?:left|joined|quit|resigned from"
    rf"|was dismissed from) (?:the )?{_ORG}, (?:the|a) (?:firm|company|party|practice"
    rf"|university) (?:where|in which|which)"
)
_SEAT = lazy(
    rf",? (?:who (?:sits for|represents)|(?:the )?(?:member|MP|councillor|senator|candidate|MLA|TD|MEP) (?:for|from)"
    rf"|a (?:Republican"
    rf"|Democrat|Conservative|Liberal|independent) (?:from|of)|represents) (?P<org>{_UP}(?: {_UP}){{0,2}})"
)
_TOWN = lazy(
    rf"(?:, (?:aged )?\d\d)?,? (?:who lives in|lives in|living in|a resident of|(?<=\d, )(?:of"
    rf"|from)) (?P<org>{_UP}(?: {_UP}){{0,2}})(?=[,.;]| [a-z])"
)
_CHANGE = lazy(
    r"\b(?:former|formerly|moved|defected|left|previously|until|ex-|visiting|alumn|graduat"
    r"|studied|both|also|then-\w+|now|once|trained at|degree|born|transferred)\b"
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
    return lazy(rf"\b(?:{_forms(known)})\b"), known


def _forms(known: dict[str, str]) -> str:
    return "|".join(sorted(map(re.escape, known), key=len, reverse=True))


@functools.cache
def _member() -> re.Pattern[str]:
    """A party in apposition: ", a Conservative", "(Labour, "."""
    said = rf"\b(?:{_forms(_parties()[1])})\b"
    return lazy(rf",? (?:a|an|the) (?P<p>{said})(?: [a-z]+)?[,.]| \((?P<q>{said})[,)]")


_TURNED = lazy(r"\b(?:former|ex-|then-|defect\w*|joined|left)\b")
_WORD = lazy(r"\w+")
_REST = lazy(r"(?: [\w-]+){0,4} ?$")


def _members(ledger: Ledger) -> Iterator[Finding]:
    """ "Labour councillor Ian Frost", "Frost, a Conservative": parties told by an office or in apposition."""
    pattern, known = _parties()
    political = {paragraph.start for paragraph, _ in ledger.seen(_political)}
    for person in ledger.people if political else ():
        told: list[tuple[str, Span]] = []
        for mention in person.mentions:
            if mention.sentence.paragraph.start not in political:
                continue
            name, start = mention.thing, mention.sentence.span.start
            lead = mention.at(name.office_span).start if name.office_span else mention.span.start
            before = ledger.text[max(start, lead - 24) : mention.span.start]
            if name.former or _TURNED.search(ledger.text, start, mention.sentence.span.end):
                continue
            if name.office_span and (match := pattern.search(before)) and _REST.match(before[match.end() :]):
                at = max(start, lead - 24) + match.start()
                told.append((known[match[0]], Span(at, at + len(match[0]))))
            after = ledger.text[mention.span.end : mention.span.end + 40]
            if match := _member().match(after):
                group = "p" if match["p"] else "q"
                at = mention.span.end + match.start(group)
                told.append((known[match[group]], Span(at, at + len(match[group]))))
        for (one, place), (two, where) in itertools.combinations(told, 2):
            if one != two:
                yield conflict(ledger, "party", place, where, name=person.full)
                break


def _political(read: Reading) -> bool:
    """Whether a party is named."""
    text = read.text
    return any(form in text for form in _parties()[1])


def check(ledger: Ledger) -> Iterator[Finding]:
    yield from _people(ledger)
    yield from _members(ledger)
    yield from _belonging(ledger)


def _belonging(ledger: Ledger) -> Iterator[Finding]:
    """Homes told without the name before them: "his Rovers team-mates", "who speaks for the tug company"."""
    told: dict[tuple[int, str], list[Told]] = defaultdict(list)
    for one in (*belongings(ledger), *employers(ledger)):
        told[id(one.person), one.kind].append(one)
    for (_, kind), homes in told.items():
        homes.sort(key=lambda one: one.span)
        for one, two in itertools.combinations(homes[:MOST], 2):
            # Somebody may preside over one body and direct another, but "his organisation" is one.
            if kind == "body" and not (one.own or two.own):
                continue
            apart = not one.walks & two.walks if kind == "walk" else not _same(one.name, two.name)
            if apart and one.span.start != two.span.start:
                rule = kind if kind in ("university", "party", "firm", "team", "employer", "walk") else "other"
                yield conflict(
                    ledger, rule, one.span, two.span, keep=kind not in ("walk", "employer"), name=one.person.full
                )
                break


MOST = 12
"""The most homes of one kind of one person that are compared."""


def _people(ledger: Ledger) -> Iterator[Finding]:
    text = ledger.text
    stated = _stated(ledger)
    for person in ledger.people:
        homes = [home for surname, home in stated if surname == person.surname]
        for mention in person.mentions:
            start, end = mention.span.end, mention.sentence.span.end
            rest = text[start:end]
            organised = "&" in rest or not _MARKS.isdisjoint(_WORD.findall(rest))
            for pattern, kind in ((_AFTER, ""), (_SEAT, "seat"), (_TOWN, "town")):
                if (organised or kind) and (match := pattern.match(text, start, end)):
                    homes.append(_home(text, match, kind, mention.sentence.span.start))
        for one, two in itertools.combinations(sorted(homes, key=lambda h: h.span.start), 2):
            if one.kind == two.kind and not _same(one.name, two.name) and not (one.moves or two.moves):
                yield conflict(ledger, _RULES.get(one.kind, "other"), one.span, two.span, name=person.full)
                break


_RULES = {kind: kind for kind in ("party", "university", "firm", "town", "seat")}


def _stated(ledger: Ledger) -> list[tuple[str, Home]]:
    """The homes told in sentences of their own, each with the surname of whom it is told."""
    result = []
    for paragraph, homes in ledger.seen(_homes):
        result += [(who, home._replace(span=paragraph.at(home.span))) for who, home in homes]
    return result


def _homes(read: Reading) -> list[tuple[str, Home]]:
    result = []
    text = read.masked
    for cue, pattern in ((" to which ", _BELONGS), (", the ", _LEFT), (", a ", _LEFT)):
        for match in pattern.finditer(text) if cue in text else ():
            who = match["who"].split()[-1] if match["who"] else _last_named(read, match.start())
            if who:
                result.append((who, _home(text, match)._replace(moves=False)))
    return result


def _last_named(read: Reading, before: int) -> str:
    """The surname of the person last named before a place of the paragraph, or of the only word that names one."""
    names = [n for n in read.names if n.span.end <= before and n.kind in ("person", "unknown")]
    people = [n for n in names if n.kind == "person" or " " not in n.text]
    return people[-1].text.split()[-1] if people else ""


def _home(text: str, match: re.Match[str], kind: str = "", floor: int = 0) -> Home:
    name = match["org"].strip()
    start = match.start("org")
    if name.startswith("The "):
        name, start = name[4:], start + 4
    words = name.split()
    heads = [_KINDS[word] for word in words if word in _KINDS]
    lower = words[-1] if words[-1].islower() else ""
    first = _KINDS.get(words[0], "") if len(words) > 1 and words[1] == "of" else ""
    moves = bool(_CHANGE.search(text, max(floor, match.start() - 30), start))
    return Home(kind or lower or first or (heads or ["firm"])[-1], name, Span(start, start + len(name)), moves)


def _same(one: str, two: str) -> bool:
    """Whether two names may be one, the one a part of the other."""
    a, b = (set(re.findall(r"\w+", name)) - {"the", "of", "and", "The", "Party", "University"} for name in (one, two))
    return a <= b or b <= a or "".join(w[0] for w in two.split() if w[0].isupper()) == one
