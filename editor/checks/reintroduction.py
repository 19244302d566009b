"""A person introduced twice with full name and title."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from editor.article import Edit, Span
from editor.finding import Confidence, Evidence, Finding, Fix, finding
from editor.ledger import Ledger, Stated
from editor.reading.lemmas import lemmas, stop_words
from editor.reading.meaning import sayings
from editor.reading.names import Name, lexicon
from editor.reading.patterns import lazy
from editor.reading.words import Word, tells, words

_CREDIT = frozenset("–—―")
"""What opens the line below a quotation that says whose it is."""


class _Introduced(NamedTuple):
    """A full name with what is said of its bearer right there: its place, and the lemmas of that."""

    stated: Stated[Name]
    place: Span
    told: frozenset[str]


# ", who runs the bookshop", ", 61, a retired headteacher": what is set behind a name; "the club's treasurer, ": before.
_BEHIND = lazy(
    r"(?:, (?:aged )?\d{1,3})?, (?P<what>[a-z][^.;:!?“”\"()—]{6,140}?)(?=,|[.;:]|\s[—–(])"
    r"|\s\((?P<set>[^()]{8,90})\)(?! [A-Z])"
    r"|\s(?P<of>(?:of|from|at|with)(?: the)?(?: [A-Z][\w’'-]+)+(?: (?:of|and|for|in)(?: the)?(?: [A-Z][\w’'-]+)+)*)"
)
_AHEAD = lazy(
    r"(?:^|[.,;:!?”] |\b(?:and|by|of|to|with|from|that) )"
    r"(?P<what>(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[A-Z][\w’'-]+[’']s) (?:[\w’'-]+ ){0,9}[\w’'-]+), $"
)
_BEFORE = lazy(r"(?:^|[^\w’'-])(?P<what>(?:[\w’'-]+ ){1,7})$")


def check(ledger: Ledger, *, title: int = 2) -> Iterator[Finding]:
    """`title`: how many words of the title must come again, besides those that only bind others; one is possible."""
    found: set[int] = set()
    for first, second in _described(ledger, title):
        if not found.isdisjoint(_within(second.place)):
            continue
        found.update(_within(second.place))
        yield finding(
            "again",
            second.place,
            evidence=[Evidence(first.place, "first")],
            fixes=_fixes(ledger, second),
            name=second.stated.thing.text,
        )
    steps: tuple[tuple[int, Confidence], ...] = ((title, "likely"), (1, "possible"))
    for least, confidence in steps:
        for name, one, two in (*_people(ledger, least), *_runs(ledger, title)):
            if found.isdisjoint(_within(two)):
                found.update(_within(two))
                yield finding("again", two, evidence=[Evidence(one, "first")], confidence=confidence, name=name)


def _within(span: Span) -> range:
    """The places of a span's characters."""
    return range(span.start, span.end)


def _described(ledger: Ledger, least: int) -> Iterator[tuple[_Introduced, _Introduced]]:
    """Full names that are told twice with the same things of their bearer, in whatever order, in two sentences."""
    full: dict[str, list[Stated[Name]]] = defaultdict(list)
    for stated, whole in ledger.each("names", _full):
        if whole:
            full[whole].append(stated)
    for mentions in full.values():
        if len(mentions) < 2:
            continue
        first: _Introduced | None = None
        for stated in mentions:
            paragraph = stated.sentence.paragraph
            if paragraph.kind != "text" or paragraph.read.quoted(stated.thing.span):
                continue
            if paragraph.text.lstrip()[:1] in _CREDIT:
                continue
            here = _introduced(stated)
            if here is None:
                continue
            if first is None:
                first = here
                continue
            both = first.told & here.told
            apart = stated.sentence.number != first.stated.sentence.number
            if apart and len(both) >= least and len(both) >= SHARE * min(len(first.told), len(here.told)):
                yield first, here


def _full(ledger: Ledger, stated: Stated[Name]) -> str:
    """The last two words of a full name; "" where it is none of a person."""
    given = stated.thing.text.split()
    person = stated.thing.kind in ("person", "unknown") and given[0] != "The" and not given[-1].isupper()
    return " ".join(given[-2:]) if len(given) > 1 and person else ""


SHARE = 0.6
"""How much of the shorter description two introductions must have in common."""


def _introduced(stated: Stated[Name]) -> _Introduced | None:
    """The introduction at a name, if there is one."""
    name, paragraph, within = stated.thing, stated.sentence.paragraph, stated.sentence.within
    text = paragraph.masked
    start = name.office_span.start if name.office_span else name.span.start
    end, said = name.span.end, [name.office]
    behind = _BEHIND.match(text, name.span.end, within.end + 1)
    if behind:
        what = behind["what"] or behind["set"] or behind["of"]
        if not behind["what"] or _apposition(words(what)):
            said.append(what)
            end = behind.end()
    before = text[within.start : start]
    ahead = _AHEAD.search(before)
    if ahead:
        said.append(ahead["what"])
        start = within.start + ahead.start("what")
    elif title := _title(before):
        said.append(title)
        start -= len(title)
    told = frozenset(lemmas[w.lower] for part in said for w in words(part) if w.lower not in stop_words())
    return _Introduced(stated, paragraph.at(Span(start, end)), told) if told else None


_OPENS = frozenset("a an the who whose one now then formerly former aged himself herself".split())


def _apposition(said: Sequence[Word]) -> bool:
    """Whether the words behind a name's comma say who its bearer is, and do not go on with the sentence."""
    return said[0].lower in _OPENS or any(w.lower in lexicon().offices for w in said[:3])


def _title(before: str) -> str:
    """The words that stand right before a name and belong to it: "union branch secretary "."""
    match = _BEFORE.search(before)
    taken: list[str] = []
    for word in reversed(match["what"].split() if match else []):
        low = word.lower()
        if (
            low in stop_words()
            or (low in sayings() and low[-1] in "sd")
            or low in lexicon().openers
            or word[0].isdigit()
            or word.endswith(("ed", "ing", "ly", "says"))
        ):
            break
        taken.insert(0, word)
    title = " ".join(taken)
    return f"{title} " if title and before.endswith(f"{title} ") else ""


_HONOURS = frozenset("Mr Mrs Ms Miss Dr Prof Professor Sir Dame Lord Lady Judge Justice Father Sister Rev".split())


def _fixes(ledger: Ledger, second: _Introduced) -> list[Fix]:
    """The surname for the whole introduction, where the name is a person's; the commas of an apposition go with it."""
    name, text = second.stated.thing, ledger.text
    if not (name.kind == "person" or name.text.split()[0] in lexicon().given):
        return []
    end = second.place.end
    if second.place.end > second.stated.span.end and text[end : end + 1] == ",":
        end += 1
    place = Span(second.place.start, end)
    office = name.office.rstrip(".")
    surname = (name.surname or name.text.split()[-1]).split()[-1]
    words_ = f"{name.office} {surname}" if office in _HONOURS else surname
    return [Fix("surname", (Edit(place, place.of(text), words_),))]


def _people(ledger: Ledger, title: int) -> Iterator[tuple[str, Span, Span]]:
    """People whose full name comes again with the words around it, the title among them."""
    for person in ledger.people:
        first: Stated[Name] | None = None
        for mention in person.mentions:
            name, paragraph = mention.thing, mention.sentence.paragraph
            if not (name.given and name.surname) or paragraph.kind != "text" or paragraph.read.quoted(name.span):
                continue
            if paragraph.text.lstrip()[:1] in _CREDIT:
                continue
            if first is None:
                titled = name.office or name.role or not lexicon().offices.keys().isdisjoint(mention.sentence.lowered)
                first = mention if titled else None
            elif mention.sentence.number != first.sentence.number and (spans := _common(first, mention, title)):
                yield name.text, first.at(spans[0]), mention.at(spans[1])


def _runs(ledger: Ledger, title: int) -> Iterator[tuple[str, Span, Span]]:
    """Runs of words that come again and begin with a name and its office, whether or not the name is known as one."""
    for length, places in ledger.repeats:
        sentences = [ledger.sentences[place.sentence] for place in places]
        words = sentences[-1].words[places[-1].word : places[-1].word + length]
        name = list(itertools.takewhile(lambda w: w.text[0].isupper() and w.lower not in stop_words(), words))
        if len(name) < 2:
            continue
        rest = [w for w in words[len(name) :] if tells(w)]
        if len(rest) < title or not any(w.lower in lexicon().offices for w in rest):
            continue
        if places[0].sentence == places[-1].sentence or any(s.paragraph.kind != "text" for s in sentences):
            continue
        spans = [
            s.paragraph.at(Span(s.words[p.word].start, s.words[p.word + length - 1].end))
            for s, p in zip(sentences, places, strict=True)
        ]
        yield Span(words[0].start, name[-1].end).of(sentences[-1].paragraph.text), spans[0], spans[-1]


def _common(first: Stated[Name], second: Stated[Name], title: int) -> tuple[Span, Span] | None:
    """The two introductions, as far as they are word for word the same; None where only the name is."""
    one, two = first.sentence.words, second.sentence.words
    a, b = _at(one, first.thing.span), _at(two, second.thing.span)
    if a is None or b is None:
        return None
    before = 0
    while before < min(a[0], b[0]) and one[a[0] - before - 1].lower == two[b[0] - before - 1].lower:
        before += 1
    after = 0
    while max(a[1] + after + 1 - len(one), b[1] + after + 1 - len(two)) < 0 and (
        one[a[1] + after + 1].lower == two[b[1] + after + 1].lower
    ):
        after += 1
    extra = [*two[b[0] - before : b[0]], *two[b[1] + 1 : b[1] + 1 + after]]
    while after and extra and extra[-1].lower in stop_words():
        extra.pop()
        after -= 1
    while before and extra and extra[0].lower in stop_words():
        extra.pop(0)
        before -= 1
    told = [w for w in extra if w.lower not in stop_words()]
    if len(told) < title or not any(w.lower in lexicon().offices for w in extra):
        return None
    return (
        Span(one[a[0] - before].start, one[a[1] + after].end),
        Span(two[b[0] - before].start, two[b[1] + after].end),
    )


def _at(words: Sequence[Word], span: Span) -> tuple[int, int] | None:
    """The numbers of the first and the last word of a name."""
    inside = [n for n, w in enumerate(words) if span.start <= w.start < span.end]
    return (inside[0], inside[-1]) if inside else None
