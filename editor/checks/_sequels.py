"""What can only come after something: an answer, a result, what is still due, what the dead did."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from editor import resources
from editor.checks._conflict import conflict
from editor.checks._happenings import DAY, Moment, Told, moments
from editor.finding import Finding
from editor.ledger import Ledger, Sentence
from editor.reading.lemmas import lemma
from editor.reading.patterns import cued, lazy, telling


def sequels(ledger: Ledger) -> Iterator[Finding]:
    """Every sequel that is dated before what it follows."""
    if not ledger.dates:
        return
    told = moments(ledger)
    yield from _followed(ledger, told)
    yield from _due(ledger, told)
    yield from _dead(ledger, told)


BACK = 2
"""How many sentences apart what is followed and its sequel may stand."""
_OTHER = lazy(
    r"\b(?:earlier|previous(?:ly)?|original(?:ly)?|first|provisional|another|last year|separate|old|interim|partial"
    r"|preliminary|second|draft|already|until|by)\b",
    re.IGNORECASE,
)


@functools.cache
def _pairs() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    return tuple(
        (cued(early, re.IGNORECASE), cued(late, re.IGNORECASE))
        for early, late in resources.rows("lexicon", "en", "sequels.tsv")
    )


@functools.cache
def _may_follow() -> Callable[[str], bool]:
    return telling(late for _, late in resources.rows("lexicon", "en", "sequels.tsv"))


def _followed(ledger: Ledger, told: Told) -> Iterator[Finding]:
    """ "Learned on 3 March … its objection to that, lodged on 19 February"; "opens on 3 August, result on 30 July"."""
    for number, inside in told.by_sentence.items():
        for late in inside:
            words = f"{late.lead} {late.rest}"
            may = late.date and late.first is not None and _may_follow()(words.lower())
            for before, after in _pairs() if may else ():
                sequel = after.search(words)
                if not sequel or _OTHER.search(words):
                    continue
                near = [
                    m for n in range(number - BACK, number + 2) for m in told.by_sentence.get(n, ())
                    if m is not late and m.sentence.paragraph is late.sentence.paragraph
                ]  # fmt: skip
                for early in near:
                    done = before.search(f"{early.lead} {early.rest}")
                    if not done or not _before(late, early) or _OTHER.search(early.lead):
                        continue
                    yield conflict(
                        ledger,
                        "order",
                        early.span,
                        late.span,
                        keep=False,
                        early=done[0].strip(),
                        late=sequel[0].strip(),
                    )
                    return


def _before(one: Moment, two: Moment) -> bool:
    return one.last is not None and two.first is not None and two.date is not None and one.last < two.first


_IS_DUE = lazy(
    r"\b(?P<noun>[a-z]{4,})(?: of (?:the |its |their )?[\w’'-]+| into [\w’' -]{3,30})?,? (?:which |that )?"
    r"(?:is |are |was |were )?(?:due|scheduled|expected|slated|to be|will be|will)(?: to be| out)?"
    r"(?: (?:published|released|issued|unveiled|handed over|presented|held|opened|launched|made public|appear))?"
    r" (?:on |in |for |next )?$"
)
_IS_DONE = lazy(
    r"\b(?P<noun>[a-z]{4,})(?: of [^,;.]{1,40}| into [^,;.]{1,40})?,? (?:which |that )?(?:(?:was|were|came) )?"
    r"(?:published|released|issued|unveiled|handed over|presented|made public|out) (?:on |in )?$"
)


def _due(ledger: Ledger, told: Told) -> Iterator[Finding]:
    """ "The minutes, due on 23 June … the minutes, published last Friday, show", in an article of 17 June."""
    if not ledger.day:
        return
    now = DAY * float(ledger.day.toordinal())
    due: dict[str, Moment] = {}
    done: dict[str, Moment] = {}
    for inside in told.by_sentence.values():
        for moment in inside:
            if moment.first is None or moment.last is None:
                continue
            pattern, found = (_IS_DUE, due) if moment.first > now + DAY else (_IS_DONE, done)
            start = max(moment.sentence.span.start, moment.span.start - 110)
            match = (
                pattern.search(ledger.text, start, moment.span.start)
                if moment.first > now or moment.last < now + DAY
                else None
            )
            if match and not _OTHER.search(ledger.text, max(start, match.start() - 20), moment.span.start):
                found.setdefault(lemma(match["noun"]), moment)
    for noun in due.keys() & done.keys():
        yield conflict(ledger, "due", due[noun].span, done[noun].span, keep=False, what=noun)


_DIED = lazy(r"\b(?:died|was killed|passed away|was murdered|drowned|was found dead|was shot dead)\b")
_DEED = (
    r"(?:(?:also|still|then|once|had|even|briefly) )?(?:told|said|read|spoke|attended|visited|met|played|performed"
    r"|voted|travelled|traveled|signed|married|moved|returned|retired|sang|danced|taught|accepted|flew|drove|testified"
    r"|addressed|resigned|celebrated|toured|walked|came (?:home|back)|went)\b"
)
_IN_MEMORY = lazy(
    r"\b(?:posthum\w+|(?:after|of|since) (?:his|her|their) death|memor\w+|funeral|tribute|widow\w*|buried|statue)\b",
    re.IGNORECASE,
)


def _dead(ledger: Ledger, told: Told) -> Iterator[Finding]:
    """ "Who died last October … accepting it in person in December, she told the hall"."""
    for number, inside in told.by_sentence.items():
        for moment in inside:
            death = _DIED.search(moment.lead)
            if not death or moment.last is None or moment.date is None or not (moment.date.month or moment.date.shift):
                continue
            named = [p for m, p in ledger.mentions.get(number, ()) if m.span.end <= moment.span.start]
            whole = _NAMED.search(moment.lead, 0, death.start())
            if len({p.full for p in named}) == 1:
                who = _Dead(named[-1].full, named[-1].surname)
            elif not named and whole:
                who = _Dead(whole["name"], whole["name"].split()[-1])
            else:
                continue
            if found := _deed(ledger, told, who, moment):
                yield found
                return


class _Dead(NamedTuple):
    full: str
    surname: str


_NAMED = lazy(r"\b(?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){1,2})(?:,[^,;]{3,60})?,? (?:who )?$")


def _deed(ledger: Ledger, told: Told, person: _Dead, death: Moment) -> Finding | None:
    surname = re.escape(person.surname)
    acts = re.compile(rf"\b(?:[Hh]e|[Ss]he|{surname}) {_DEED}|\bin person\b")
    about = True
    for number in range(death.sentence.number + 1, min(death.sentence.number + REACH, len(ledger.sentences))):
        sentence = ledger.sentences[number]
        about = _about(ledger, person, sentence, about)
        words = sentence.span.of(ledger.text)
        deed = acts.search(words) if about else None
        if not deed or _IN_MEMORY.search(words):
            continue
        for moment in told.by_sentence.get(number, ()):
            if moment.first is None or moment.date is None or death.last is None or moment.first <= death.last:
                continue
            if abs(moment.span.start - sentence.span.start - deed.start()) < NEAR:
                return conflict(ledger, "dead", death.span, moment.span, keep=False, who=person.full, deed=deed[0])
    return None


REACH = 40
"""How many sentences after a death are read for what the dead person did."""
NEAR = 80
"""How far, in characters, the date of a deed may stand from it."""


def _about(ledger: Ledger, person: _Dead, sentence: Sentence, before: bool) -> bool:
    """Whether a sentence speaks of a person: it names nobody else, and names them or goes on."""
    named = {p.full for _, p in ledger.mentions.get(sentence.number, ())}
    if named:
        return named == {person.full}
    return before or person.surname in sentence.span.of(ledger.text)
