"""One person in two offices that exclude each other."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from editor import resources
from editor.article import Span
from editor.checks._conflict import conflict
from editor.finding import Finding
from editor.ledger import Ledger, Stated
from editor.reading.names import Name

_CHANGE = re.compile(
    r"\b(?:appointed|promot\w+|became|becomes|become|elected|succeed\w+|replac\w+|took over"
    r"|stepp\w+ (?:down|up)|until|used to|formerly|former|then|"
    r"acting|also|both|sworn in|previous(?:ly)?|served as|had been|was once|nominee"
    r"|nominat\w+|candidate|deputy|wife|husband|who was|ex-\w+)\b"
)
_MINISTRY = re.compile(
    r"(?:(?P<of>[\w’'-]+(?: and [\w’'-]+)?) (?P<head>minister|secretary|commissioner|chief|correspondent))$"
)
_MINISTER_OF = re.compile(r"^(?P<head>minister|secretary|commissioner) (?:of|for) (?:the )?(?P<of>[\w’'-]+)")
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
    }
)


@functools.cache
def _offices() -> tuple[re.Pattern[str], dict[str, tuple[str, str]]]:
    known = {}
    for group, forms in resources.rows("lexicon", "en", "exclusive_offices.tsv"):
        first, *_ = forms.split("/")
        known.update(dict.fromkeys(forms.split("/"), (group, first)))
    longest = sorted(known, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})\b"), known


def check(ledger: Ledger) -> Iterator[Finding]:
    for person in ledger.people:
        if len(person.mentions) < 2:
            continue
        held: list[tuple[str, str, Span, Stated[Name]]] = []
        for mention in person.mentions:
            if mention.thing.former or _CHANGE.search(_around(ledger, mention)):
                continue
            held += [(*office, mention) for office in _held(ledger, mention)]
        yield from _clash(ledger, held, person.full)


def _around(ledger: Ledger, mention: Stated[Name], reach: int = 60) -> str:
    """The words of the sentence near a mention, its office and role included."""
    spans = [mention.span, *(mention.at(s) for s in (mention.thing.office_span, mention.thing.role_span) if s)]
    start, end = min(s.start for s in spans) - reach, max(s.end for s in spans) + reach
    return ledger.text[max(mention.sentence.span.start, start) : min(mention.sentence.span.end, end)]


def _clash(ledger: Ledger, held: list[tuple[str, str, Span, Stated[Name]]], full: str) -> Iterator[Finding]:
    for n, (group, office, place, mention) in enumerate(held):
        for other_group, other, where, later in held[n + 1 :]:
            if group == other_group and office != other and mention.sentence is not later.sentence:
                whole = [
                    span.to(m.span) if span.end <= m.span.start else span
                    for span, m in ((place, mention), (where, later))
                ]
                yield conflict(ledger, "two", whole[0], whole[1], swaps=(place, where), name=full)
                return


def _held(ledger: Ledger, mention: Stated[Name]) -> list[tuple[str, str, Span]]:
    """The exclusive offices said of a mention: group, the office's first name, place."""
    name = mention.thing
    result = []
    for words, span in ((name.office, name.office_span), (name.role, name.role_span)):
        if not words or not span:
            continue
        low = words.lower()
        place = mention.at(span)
        found = _MINISTRY.search(low)
        if found and not {found["of"], found["of"].split()[-1]} & _PLAIN:
            result.append((found["head"], _topic(found["of"]), place))
            continue
        if found := _MINISTER_OF.search(low.removeprefix("the ").removeprefix("a ")):
            result.append((found["head"], _topic(found["of"]), place))
            continue
        pattern, known = _offices()
        forms = list(pattern.finditer(low))
        if len(forms) == 1 or (forms and words == name.office):
            result.append((*known[forms[-1][0]], place))
    after = ledger.text[mention.span.end : mention.span.end + 40]
    if match := re.match(
        r", (?:appearing |acting )?(?P<o>for the (?:defence|defense)|defending|prosecuting"
        r"|for the (?:prosecution|Crown|crown))\b,?",
        after,
    ):
        side = "for the defence" if "defen" in match["o"] else "prosecutor"
        span = Span(mention.span.end + match.start("o"), mention.span.end + match.end("o"))
        result.append((*_offices()[1][side], span))
    return result


def _topic(words: str) -> str:
    return {
        "defense": "defence",
        "labor": "labour",
        "external": "foreign",
        "foreign affairs": "foreign",
        "finances": "finance",
    }.get(words, words)
