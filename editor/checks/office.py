"""One person in two offices that exclude each other."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterator

from editor import resources
from editor.article import Span
from editor.checks._conflict import conflict
from editor.checks._posts import apart, denied, side, unnamed_ministers
from editor.finding import Confidence, Finding
from editor.ledger import Ledger, Person, Stated
from editor.reading.names import Name
from editor.reading.patterns import lazy

_CHANGE = lazy(
    r"\b(?:appointed|promot\w+|became|becomes|become|elected|succeed\w+|replac\w+|took over"
    r"|stepp\w+ (?:down|up)|until|used to|formerly|former|then|"
    r"acting|also|both|sworn in|previous(?:ly)?|served as|had been|was once|nominee"
    r"|nominat\w+|candidate|wife|husband|who was|turned|retrained|now|once|ex-\w+)\b"
)
_MINISTRY = lazy(
    r"(?:(?P<of>[\w’'-]+(?: and [\w’'-]+)?) (?P<head>minister|secretary|commissioner|chief|correspondent"
    r"|director|editor))$"
)
_HEADED = lazy(
    r"^(?P<head>professor|head|director|ambassador|governor|bishop|mayor|minister|secretary|commissioner|dean|chief|editor)"
    r"(?:-general)? (?:of|for|to) (?:the )?(?P<of>[\w’'-]+(?: (?!and |at |in |of |for |who )[\w’'-]+)?)"
)
_HEAD = lazy(
    r"\b(?:(?P<deputy>deputy|vice|assistant|under|co)[ -](?:\w+ )?)?(?P<head>leader|chairman|chairwoman"
    r"|chairperson|chair|president|director|mayor|editor|headteacher|manager|captain|governor|principal|commissioner|premier|sheriff|speaker"
    r"|prosecutor|coach|chancellor|provost|dean|warden|treasurer|registrar|ombudsman|superintendent)\b"
)
_DEPUTY = lazy(r"\b(?:deputy|vice|assistant|under|associate|junior|co)\b")
_RANKED = lazy(r"\b(?P<rank>deputy|associate|assistant|junior|shadow|parliamentary)\b[^,]*$")
_ARTICLE = lazy(r"^(?:the|a|an|its|his|her|their|now) ")
_AT = lazy(r",? (?:at|in|with|from|who|whose|by|for|of)\b")
_ENDS = lazy(r"(?:at|in|of|with|from|who|by|for|on|and|based|since|whose|to)\b")
_BRACKET = lazy(r" ?\((?P<of>[a-z]+)\)")
_IS = lazy(
    r" (?:is|was|works as|worked as|who is|who works as) (?:a|an|the) (?P<role>(?:[\w’'-]+ ){0,3}?[\w’'-]+)"
    r"(?=[,.;]| at | in | of | for | by | with | who | from )"
)
_SIDE = lazy(
    r", (?:appearing |acting )?(?P<o>for the (?:defence|defense)|defending|prosecuting"
    r"|for the (?:prosecution|Crown|crown))\b,?"
)
_PLAIN = frozenset(
    {
        "prime",
        "chief",
        "deputy",
        "junior",
        "senior",
        "first",
        "state",
        "federal",
        "cabinet",
        "the",
        "a",
        "an",
        "general",
        "permanent",
        "private",
        "press",
        "under",
        "its",
        "his",
        "her",
        "assistant",
        "executive",
        "vice",
        "regional",
        "national",
        "local",
        "club",
        "company",
        "group",
        "council",
        "party",
        "union",
        "bank",
        "new",
        "current",
        "longtime",
        "interim",
        "departing",
        "police",
        "fire",
        "city",
        "county",
    }
)


@functools.cache
def _offices() -> dict[str, tuple[str, str]]:
    """Each form of an exclusive office with its group and its first form."""
    known = {}
    for group, forms in resources.rows("lexicon", "en", "exclusive_offices.tsv"):
        first, *_ = forms.split("/")
        known.update(dict.fromkeys(forms.split("/"), (group, first)))
    return known


@functools.cache
def _by_opening() -> dict[str, list[str]]:
    """The forms of exclusive offices by their first words, the longest first."""
    found: dict[str, list[str]] = {}
    for form in sorted(_offices(), key=len, reverse=True):
        found.setdefault(_WORD.findall(form)[0], []).append(form)
    return found


def _forms(low: str) -> list[tuple[str, int]]:
    """The exclusive offices that stand in the words, the longest at each place, each with its end."""
    found: list[tuple[str, int]] = []
    for word in _WORD.finditer(low):
        start = word.start()
        if found and start < found[-1][1]:
            continue
        for form in _by_opening().get(word[0], ()):
            end = start + len(form)
            if low.startswith(form, start) and not (low[end : end + 1].isalnum() or low[end : end + 1] == "_"):
                found.append((form, end))
                break
    return found


_WORD = lazy(r"\w+")


def check(ledger: Ledger) -> Iterator[Finding]:
    for person in ledger.people:
        if len(person.mentions) < 2:
            continue
        held: list[tuple[str, str, Span, Stated[Name]]] = []
        for mention in person.mentions:
            if mention.thing.former or _CHANGE.search(_around(ledger, mention)):
                continue
            held += [(*office, mention) for office in _held(ledger, mention)]
        clashes = [*_clash(ledger, held, person.full)] or [*_denies(ledger, person)]
        yield from clashes or _employed(ledger, person)
    yield from _ministers(ledger)


def _denies(ledger: Ledger, person: Person) -> Iterator[Finding]:
    """An office here, and there that such a one was never held."""
    for mention in person.mentions:
        if not (said := denied(ledger, mention)):
            continue
        for other in person.mentions:
            if other.sentence is mention.sentence or other.thing.former or _CHANGE.search(_around(ledger, other)):
                continue
            for words, place, _ in _titles(ledger, other):
                title = _AT.split(_ARTICLE.sub("", words.lower()))[0].strip()
                if any(title == office or title.endswith(" " + office) for office in said[0]):
                    yield conflict(ledger, "never", place, said[1], keep=False, name=person.full)
                    return


def _ministers(ledger: Ledger) -> Iterator[Finding]:
    """ "The labour minister", whom nobody names, where one minister is introduced, and of another ministry."""
    named: list[tuple[str, str, Span, Person]] = []
    for person in ledger.people:
        for mention in person.mentions:
            if mention.thing.former:
                continue
            low = mention.thing.office.lower() or mention.thing.role.lower()
            if found := re.search(r"(?P<of>[\w’'-]+) minister\b", low):
                span = mention.thing.office_span or mention.thing.role_span
                assert span
                named.append((_topic(found["of"]), person.full, mention.at(span).to(mention.span), person))
    if len({full for _, full, _, _ in named}) != 1:
        return
    known = {of for of, *_ in named}
    for words, place, carried in unnamed_ministers(ledger):
        of = _topic(words.split()[-1])
        _, full, where, person = named[0]
        if of in known | _PLAIN or place.start < where.start or _CHANGE.search(person.mentions[0].thing.office):
            continue
        # A second minister is introduced with the ministry's own name, or with "another minister".
        told = sum(1 for _ in re.finditer(rf"\b{re.escape(words)} (?:minister|ministry)\b", ledger.text, re.IGNORECASE))
        if told == 1 and len({w for w, *_ in unnamed_ministers(ledger)} - known) == 1:
            sure: Confidence = "likely" if carried else "possible"
            yield conflict(ledger, "ministry", where, place, keep=False, confidence=sure, name=full)
            return


def _employed(ledger: Ledger, person: Person) -> Iterator[Finding]:
    """Two posts with one employer: "bridge engineer at the Department …", "the department's finance director"."""
    posts = [
        (words, place, mention)
        for mention in person.mentions
        if (mention.thing.role or mention.thing.office)
        and not mention.thing.former
        and not _CHANGE.search(_around(ledger, mention))
        for words, place, _ in _titles(ledger, mention)
    ]
    for (one, place, first), (two, where, later) in itertools.combinations(posts[:MOST], 2):
        for post, other in ((one, two), (two, one)):
            owner = _OWNER.match(other.lower())
            employer = {word.lower() for word in re.findall(r"\b[A-ZÀ-Þ][\w-]+", post)}
            if not owner or owner["who"] not in employer or first.sentence is later.sentence:
                continue
            own = _AT.split(_HEAD_OF.sub(r"\1-chief", post.lower()))[0]
            its = _HEAD_OF.sub(r"\1-chief", other.lower()[owner.end() :])
            told = [set(re.findall(r"[\w-]+", words)) - _SMALL for words in (own, its)]
            if all(told) and not told[0] & told[1] and not _LOOSE.search(f"{own} {its}"):
                yield conflict(ledger, "two", place, where, name=person.full)
                return


MOST = 60
"""The most posts of one person that are held against each other."""
_OWNER = lazy(r"(?:the|its|his|her) (?P<who>[\w-]+)[’']s ")
_HEAD_OF = lazy(r"\bhead of ([a-z-]+)")
_SMALL = frozenset({"the", "a", "an", "its", "his", "her", "of", "and"})
_LOOSE = lazy(
    r"\b(?:members?|founder|employee|worker|veteran|star|owner|boss|head|leader|spokes\w+|official|officer|staff\w*|son"
    r"|daughter|hero|author|client|customer|resident|patient|player|lawyer|representative)\b"
)


def _around(ledger: Ledger, mention: Stated[Name], reach: int = 36) -> str:
    """The words of the sentence near a mention, its office and role included."""
    spans = [mention.span, *(mention.at(s) for s in (mention.thing.office_span, mention.thing.role_span) if s)]
    start, end = min(s.start for s in spans) - reach, max(s.end for s in spans) + reach
    return ledger.text[max(mention.sentence.span.start, start) : min(mention.sentence.span.end, end)]


def _clash(ledger: Ledger, held: list[tuple[str, str, Span, Stated[Name]]], full: str) -> Iterator[Finding]:
    # Of those that say one office the first of two sentences: whatever clashes with a third clashes with one of them.
    said: dict[tuple[str, str], set[int]] = {}
    telling = []
    for one in held:
        sentences = said.setdefault(one[:2], set())
        if len(sentences) < 2 and one[3].sentence.number not in sentences:
            sentences.add(one[3].sentence.number)
            telling.append(one)
    for n, (group, office, place, mention) in enumerate(telling):
        for other_group, other, where, later in telling[n + 1 :]:
            # "Security" and "security of Las Vegas Sands" are one department.
            nested = office.startswith(other) or other.startswith(office)
            if group == other_group and not nested and mention.sentence is not later.sentence:
                whole = [
                    span.to(m.span) if span.end <= m.span.start else span
                    for span, m in ((place, mention), (where, later))
                ]
                yield conflict(ledger, "two", whole[0], whole[1], swaps=(place, where), name=full)
                return


def _held(ledger: Ledger, mention: Stated[Name]) -> list[tuple[str, str, Span]]:
    """The exclusive offices said of a mention: group, the office's first name, place."""
    result = []
    for words, place, before in _titles(ledger, mention):
        low = words.lower()
        result += [("deputy " + head, rank, place) for head, rank in _ranks(low)]
        deputy = bool(_DEPUTY.search(low))
        found = _MINISTRY.search(low) or _MINISTRY.search(
            re.split(r",? (?:of|at|in|with|for|from|to|who|by)\b", low)[0]
        )
        if found and not {found["of"], found["of"].split()[-1]} & _PLAIN:
            result.append((found["head"], _topic(found["of"]), place))
            rank = _RANKED.search(low[: found.start()])
            result.append((f"{_topic(found['of'])} {found['head']}", rank["rank"] if rank else "first", place))
        elif found := _HEADED.search(_ARTICLE.sub("", low)):
            result.append((found["head"] + " of", _topic(found["of"]), place))
        known, forms = _offices(), _forms(_AT.split(low)[0])
        if not deputy and (len({known[form] for form, _ in forms}) == 1 or (forms and before)):
            group, office = known[forms[-1][0]]
            if group not in ("trade", "campus", "team") or _is_head(low, forms[-1][1]):
                result.append((group, office, place))
    after = ledger.text[mention.span.end : mention.span.end + 40]
    if led := side(ledger, mention):
        result.append((*_offices()[led[0]], led[1]))
    elif match := _SIDE.match(after):
        role = "for the defence" if "defen" in match["o"] else "prosecutor"
        span = Span(mention.span.end + match.start("o"), mention.span.end + match.end("o"))
        result.append((*_offices()[role], span))
    return result


def _titles(ledger: Ledger, mention: Stated[Name]) -> Iterator[tuple[str, Span, bool]]:
    """What a mention's person is said to be: before the name, in apposition, or after "is a"; and whether before."""
    name = mention.thing
    if name.office_span:
        yield name.office, mention.at(name.office_span), True
    if name.role_span:
        span, text = mention.at(name.role_span), ledger.text
        if bracket := _BRACKET.match(text, span.end - 1):
            span = Span(span.start, bracket.end())
            yield f"{bracket['of']} {_ARTICLE.sub('', name.role.strip())}", span, False
        else:
            yield name.role, span, False
    elif match := _IS.match(ledger.text, mention.span.end, mention.sentence.span.end):
        yield match["role"], Span(*match.span("role")), False
    yield from apart(ledger, mention)


def _ranks(low: str) -> Iterator[tuple[str, str]]:
    """The heads of which a title makes a deputy or the first: "deputy leader", "the leader"."""
    for match in _HEAD.finditer(_AT.split(low)[0]):
        head = "chair" if match["head"].startswith("chair") else match["head"]
        yield head, "deputy" if match["deputy"] else "first"


def _is_head(low: str, end: int) -> bool:
    """Whether a calling is what somebody is said to be, and not a part of another: "nurse", not "nurse manager"."""
    return not (rest := low[end:].strip()) or bool(_ENDS.match(rest))


def _topic(words: str) -> str:
    return {
        "defense": "defence",
        "labor": "labour",
        "external": "foreign",
        "foreign affairs": "foreign",
        "finances": "finance",
    }.get(words, words)
