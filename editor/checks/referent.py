"""One phrase for two things: “the recent strike” of the nurses, “the recent strike” of the drivers."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterator

from editor.article import Span
from editor.checks._conflict import conflict, told
from editor.checks._either import doubts, firms
from editor.finding import Finding
from editor.ledger import Ledger
from editor.reading.lemmas import lemma, stop_words
from editor.reading.paragraph import Reading
from editor.reading.patterns import lazy

_RECENT = lazy(
    r"\b(?P<np>(?:[Tt]he|[Aa]) recent (?P<n>[a-z-]+)(?P<n2>(?: (?:agreement|deal|talks|vote"
    r"|attack|strike|decision|report))?))(?P<tail>[^.;]{0,70})"
)
_THE = lazy(
    r"(?:^|(?<=[.!?] ))(?P<np>The (?P<n>festival|summit|conference|match|meeting|ceremony|vote"
    r"|election|strike|attack|report|study|trial|exhibition|tournament|concert|march|rally|exercise"
    r"|programme|project|plant|school|hospital|bridge))(?P<tail>(?:, (?:held|staged"
    r"|based)[^,.;]{0,30})? in [A-ZÀ-Þ][\w’'-]+)"
)
_WHERE = lazy(
    r"^(?:,? (?:in which|by|of|at|among|between) (?P<who>[^,.;]{3,40})| (?:agreement "
    r"|deal )?in (?P<place>[A-ZÀ-Þ][\w’'-]+))"
)
_PLACE = lazy(r"in (?P<place>[A-ZÀ-Þ][\w’'-]+)$")


def check(ledger: Ledger) -> Iterator[Finding]:
    said: dict[str, list[tuple[Span, Span, set[str]]]] = defaultdict(list)
    for paragraph, phrases in ledger.seen(_phrases):
        for key, span, whole, about in phrases:
            said[key].append((paragraph.at(span), paragraph.at(whole), about))
    found: list[Finding] = []
    for key, places in said.items():
        for n, (one, _, about) in enumerate(places):
            two = next((span for span, _, other in places[n + 1 :] if about and other and not about & other), None)
            if two:
                found.append(conflict(ledger, "two", one, two, keep=False, what=key.removeprefix("the ")))
                break
    found += _other_place(ledger, said)
    yield from found or _told_apart(ledger)
    for doubt in itertools.chain(doubts(ledger), firms(ledger)):
        if not any(doubt.phrase == one.span for one in found):
            other = told(ledger, doubt.two)
            yield conflict(ledger, "either", doubt.one, doubt.phrase, doubt.two, keep=False, other_told=other)


def _phrases(read: Reading) -> list[tuple[str, Span, Span, set[str]]]:
    """What is called recent, or placed: by what it is known again, its place without and with what tells which is
    meant, and the words that do."""
    text = read.masked
    found: list[tuple[str, Span, Span, set[str]]] = []
    for match in _RECENT.finditer(text) if "ecent " in text else ():
        tail = _WHERE.match(match["tail"])
        whole = Span(match.start("np"), match.end("np") + (tail.end() if tail else 0))
        about = _content(tail[0]) if tail else set()
        found.append(("recent " + lemma(match["n"]), Span(*match.span("np")), whole, about))
    for match in _THE.finditer(text) if "The " in text else ():
        if place := _PLACE.search(match["tail"]):
            about = {place["place"].lower()}
            found.append(("the " + match["n"], Span(*match.span("np")), Span(*match.span()), about))
    return found


def _other_place(ledger: Ledger, said: dict[str, list[tuple[Span, Span, set[str]]]]) -> Iterator[Finding]:
    """ "A recent ceasefire" of the article's own matter, and "the recent ceasefire in Syria", which it names once."""
    text = ledger.text
    for key, places in said.items():
        if not key.startswith("recent ") or len(places) != 2:
            continue
        (one, _, about), (_, whole, other) = places
        if about or not other:
            continue
        place = re.search(r"in ([A-ZÀ-Þ][\w’'-]+)$", whole.of(text))
        if place and text.count(place[1]) == 1:
            yield conflict(ledger, "two", one, whole, keep=False, what=key)


def _content(words: str) -> set[str]:
    return {
        lemma(w.lower())
        for w in re.findall(r"[\w’'-]+", words)
        if w.lower() not in stop_words() and w.lower() not in ("which", "recent")
    }


_NOUNS = (
    "agreement|accord|deal|treaty|pact|contract|truce|ceasefire|appeal|strike|walkout|stoppage|ban|ruling|verdict"
    "|bill|law|order"
    "|report|study|survey|inquiry|investigation|review|audit|raid|attack|explosion|blast|fire|crash|collision|storm"
    "|flood"
    "|earthquake|quake|landslide|outbreak|meeting|summit|conference|hearing|trial|vote|ballot|election|referendum"
    "|march|rally"
    "|protest|match|final|race|tournament|concert|exhibition|festival|ceremony|project|scheme|plan|proposal|offer"
    "|bid|grant"
    "|loan|merger|takeover|sale|tender|petition|lawsuit|suit|complaint|letter|statement|speech|resolution|decision"
    "|incident"
    "|accident|programme|program|campaign|operation|exercise|evacuation|visit|tour|amendment|motion|budget|award"
    "|prize|fund"
)
_SPECIAL = lazy(
    rf"\b(?P<np>[Tt]he (?P<adj>(?:latest|recent|new|last|earlier|first|second|current|planned"
    rf"|proposed) )?(?P<n>{_NOUNS}))(?P<tail>"
    r", (?:(?:in|under|by|at|on|for|to|during|with|of) which [^.,;“”\"]{4,80}|(?:signed|passed|adopted|approved"
    r"|introduced|reached|held|called|launched"
    r"|issued|staged"
    r"|brokered|struck|made|filed|published|drawn up|agreed|announced|meant|intended|aimed|asking|calling|seeking"
    r"|demanding"
    r"|organised|organized|led|run|ordered|won|brought|set up|put forward|tabled)\b[^.,;“”\"]{4,80})"
    r"| on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, (?:asking|calling|seeking|demanding|meant"
    r"|intended)\b[^.;“”\"]{4,80}"
    r"| (?:by|of|between|against|over|among) (?:the |a )?[^.,;“”\"]{4,50})"
)
_WHO = (
    "officer|driver|teacher|witness|doctor|nurse|boy|girl|man|woman|victim|suspect|lawyer|judge|player|company|group"
    "|firm|team"
    "|union|ship|boat|school|farm|village|building|house|bank|club|party|vessel|plane|train|bus|car|student|worker"
    "|farmer"
    "|minister|official|engineer|soldier|passenger|patient|tenant|owner|brother|sister|son|daughter|museum|hospital"
    "|church"
)
_PERSON = lazy(
    rf"\b(?P<np>[Tt]he (?P<n>{_WHO}))\b(?P<tail> (?:who|whose|which|that|in|at|on|from|with|of"
    rf"|based) [^.,;“”\"]{{3,40}})?"
)


def _told_apart(ledger: Ledger) -> Iterator[Finding]:
    """One phrase with what tells which is meant, and again with what tells of another; or told apart once, then not."""
    told = [*_deals(ledger), *_blurred(ledger)]
    yield from told or _placed(ledger)


def _deals(ledger: Ledger) -> Iterator[Finding]:
    seen: dict[str, list[tuple[Span, set[str], bool]]] = defaultdict(list)
    for paragraph, deals in ledger.seen(_special):
        for match, about in deals:
            span = paragraph.at(Span(*match.span("np")))
            aside = match["tail"].startswith((",", " on "))
            key = f"{(match['adj'] or '').strip()} {lemma(match['n'])}".strip()
            for other, its, before in seen[key]:
                apart = about and its and not about & its and ". " in ledger.text[other.end : span.start] + " "
                if apart and ((aside and before) or (match["adj"] and (aside or before))):
                    yield conflict(ledger, "two", other, span, keep=False, what=key)
                    return
            seen[key].append((span, about, aside))


def _special(read: Reading) -> list[tuple[re.Match[str], set[str]]]:
    text = read.masked
    return [(m, _content(text[m.end("np") :].partition(". ")[0])) for m in _SPECIAL.finditer(text)]


def _blurred(ledger: Ledger) -> Iterator[Finding]:
    """ "The officer who drove …, the officer in charge …. The officer is …": which of the two?"""
    for paragraph, three in ledger.seen(_three):
        one, two, either = [paragraph.at(Span(*match.span("np"))) for match in three]
        yield conflict(ledger, "two", one, either, two, keep=False, what=three[2]["n"])
        return


def _three(read: Reading) -> tuple[re.Match[str], ...]:
    """Two who are told apart, and the words that fit both."""
    found: dict[str, list[re.Match[str]]] = defaultdict(list)
    for match in _PERSON.finditer(read.masked) if read.masked.count("he ") >= 3 else ():
        before = found[match["n"]]
        if not match["tail"] and len(before) == 2 and match.start() - before[1].end() < 160 and match["np"][0] == "T":
            one, two = (_content(other["tail"]) for other in before)
            if one and two and not one & two:
                return (*before, match)
        elif match["tail"]:
            before.append(match)
    return ()


_PLACED = lazy(
    r"\b(?P<np>(?P<d>[Tt]he|[Aa]n?|[Aa]nother|[Oo]ne) (?:[a-z]+ )??(?P<n>[a-z]{4,}))"
    r"(?P<tail> (?:in|at|on|of|near|from|outside|by|under|over) (?:the )?[A-ZÀ-Þ][\w’'-]+)"
    r"|\b(?P<bare>[Tt]he (?P<m>[a-z]{4,}))\b"
    r"(?! (?:in|at|on|of|near|from|outside|by|who|which|that|where|between|against|for|with|[a-z]+s?(?= of))\b)"
)
_WITHIN = 4
"""How many sentences may lie between the first of two things told apart by their places and the bare phrase."""
_TELLS = lazy(r"\b(?:latter|former|first|second|both|two|other|same|each)\b")


def _placed(ledger: Ledger) -> Iterator[Finding]:
    """ "The raid in Kisenyi …. The raid at Mbale …. Four were hurt in the raid": in which of them?"""
    found: dict[str, list[tuple[int, Span, str]]] = defaultdict(list)
    for sentence, (_, thing, place, span) in ledger.by_sentence(_things_placed):
        if place:
            found[thing].append((sentence.number, sentence.paragraph.at(span), place))
            continue
        before = [each for each in found.get(thing, ()) if 0 < sentence.number - each[0] <= _WITHIN]
        places = {place: (number, other) for number, other, place in before}
        if len(places) != 2 or _TELLS.search(sentence.within.of(sentence.paragraph.masked)):
            continue
        (first, one), (second, two) = places.values()
        if sentence.number - max(first, second) <= 2:
            yield conflict(ledger, "two", one, sentence.paragraph.at(span), two, keep=False, what=thing)
            return


def _things_placed(read: Reading) -> list[tuple[int, str, str, Span]]:
    """Things with a place, and without: their sentence's number, what they are, the place or "", and where that is."""
    found = []
    for nth, inside in enumerate(read.sentences):
        for match in _PLACED.finditer(read.masked, inside.start, inside.end):
            if match["tail"]:
                found.append((nth, match["n"], match["tail"].split()[-1].lower(), Span(*match.span("np"))))
            else:
                found.append((nth, match["m"], "", Span(*match.span("bare"))))
    return found
