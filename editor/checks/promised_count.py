"""A number of items promised, and another number given."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterator
from typing import NamedTuple

from editor import resources
from editor.article import Span
from editor.finding import Evidence, Finding, finding
from editor.ledger import Ledger, Sentence
from editor.reading import numbers
from editor.reading.paragraph import Reading
from editor.reading.patterns import lazy


@functools.cache
def _promise() -> re.Pattern[str]:
    nouns = "|".join(row[0] for row in resources.rows("lexicon", "en", "promised.tsv"))
    small = "|".join([*list(numbers.SMALL)[2:13], *map(str, range(2, 21))])
    return re.compile(
        rf"\b(?=[2-9tfsen1])(?<![\d$£€.,:/–-])(?P<n>{small})(?=[ -])(?:"
        rf" (?P<what>(?:[a-z][\w’'-]* ){{0,3}}?(?:{nouns}))\b"
        r"|-(?P<shape>point|part|step|stage|pillar|pronged|item|fold)\b(?! (?:lead|win|margin|gap|advantage|play|turn))"
        r")",
        re.IGNORECASE,
    )


_PARTIAL = lazy(
    r"\b(?:about|around|some|nearly|almost|at least|more than|over|up to|another|other|only|just|first|last|next|"
    r"further|extra|additional|[Nn]ext to|past|every|of|or|and|than|(?:\d|two|three|four|five|six|seven|eight"
    r"|nine|ten) to|by|top|in) $",
    re.IGNORECASE,
)


class _Promised(NamedTuple):
    """A promise: its number's place, the number, and what is promised."""

    span: Span
    number: int
    what: str
    paragraph: int
    """The number of its paragraph among the article's."""
    sentence: Sentence


def check(ledger: Ledger) -> Iterator[Finding]:
    promised = list(_promised(ledger))
    told: set[tuple[int, str]] = set()
    for n, promise in enumerate(promised):
        if (promise.number, promise.what) in told:
            continue
        stop = promised[n + 1].span.start if n + 1 < len(promised) else len(ledger.text)
        for way in (_counted, _listed, _beyond, _others, _named, _run, _lines):
            found = way(ledger, promise, stop)
            if found is None:
                continue
            given, place, rule = found
            if given[0] <= promise.number <= given[1]:
                break
            told.add((promise.number, promise.what))
            same = [p.span for p in promised if (p.number, p.what) == (promise.number, promise.what)]
            text = ledger.text
            yield finding(
                rule, promise.span if rule == "listed" else _whole(ledger, promise),
                evidence=[
                    *(Evidence(span, "promise") for span in same if span != promise.span and rule == "listed"),
                    Evidence(place, "last" if rule == "listed" else "items"),
                ],
                promised=promise.span.of(text).lower(), given=given[0], what=promise.what,
            )  # fmt: skip
            break
    yield from _any_noun(ledger)


def _promised(ledger: Ledger) -> Iterator[_Promised]:
    for at, paragraph in enumerate(ledger.paragraphs):
        for match in paragraph.read.seen(_promises):
            place, count = Span(*match.span("n")), int(numbers.value(match["n"]))
            inside = (s for s in ledger.sentences_of.get(paragraph.start, ()) if s.within.covers(place))
            sentence = next(inside, None)
            if count > 1 and sentence:
                what = (match["what"] or f"{match['shape']}s").lower()
                yield _Promised(paragraph.at(place), count, what, at, sentence)


def _promises(read: Reading) -> list[re.Match[str]]:
    found = []
    for match in _promise().finditer(read.masked):
        lead = read.masked[max(0, match.start() - 12) : match.start()]
        if not (_PARTIAL.search(lead) or lead.rstrip()[-1:].isdigit()):
            found.append(match)
    return found


def _whole(ledger: Ledger, promise: _Promised) -> Span:
    """The number with what is promised."""
    match = _promise().match(ledger.text, promise.span.start)
    return Span(*match.span()) if match else promise.span


_Given = tuple[tuple[int, int], Span, str] | None
"""The least and the most items that a list can be read as, its place, and the rule by which it was read."""

REACH = 500
"""How far after the promise, in characters, the first item may stand."""
_ORDINAL = lazy(
    r"(?:(?<=[.;:!?] )|(?<=[.;:!?]\n)|(?<=[.!?][\"”’'] )|^|\n+)(?:and )?(?P<o>"
    r"(?:the |a )?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|final)(?:ly)?"
    r"|the other|another|finally|lastly)\b(?=(?P<comma>,)|:| (?:one |of \w+ |reason |thing |change |point |step )?"
    r"(?:is|was|are|were|will|would|concerns?|covers?|deals?|calls?|has|had|involves?|relates?|comes?|came|lies"
    r"|lay)\b)",
    re.IGNORECASE,
)
_NUMBERED = lazy(r"(?:^|\n)(?:#+ |\*\*)?(?P<o>\d{1,2})[.):] ")
_COUNT = lazy(rf"(?P<n>{numbers.WORDS}|\d+)(?: (?:of|count of|counts of|for|charges? of))", re.IGNORECASE)


def _listed(ledger: Ledger, promise: _Promised, stop: int) -> _Given:
    """Items told off as First, Second, Third, or numbered 1., 2., 3., after the promise."""
    text, start = ledger.text, promise.span.end
    for pattern, reach in ((_ORDINAL, REACH), (_NUMBERED, 3 * REACH)):
        run: list[re.Match[str]] = []
        for match in pattern.finditer(text, start, min(len(text), start + 6 * reach)):
            value = _value(match["o"])
            if value == len(run) + 1 or (value == 0 and run and run[-1]["o"].lower() not in _CLOSERS):
                run.append(match)
        if len(run) < 2 or run[0].start() > min(stop, start + reach):
            continue
        behind = text[run[-1].end() : run[-1].end() + REACH].lower()
        if len(run) < promise.number and re.search(rf"\b{_ORDINALS[promise.number]}\b", behind):
            return None
        return (len(run), len(run)), Span(*run[-1].span("o")), "listed"
    return None


def _beyond(ledger: Ledger, promise: _Promised, stop: int) -> _Given:
    """ "Four things: collars, dogs, pay and a bus. The fifth, he adds, is luck": one more than was promised."""
    paragraph = promise.sentence.paragraph
    for match in _ONE_MORE.finditer(ledger.text, promise.sentence.span.end - 1, min(stop, paragraph.span.end)):
        value = _value(match["o"])
        if value == promise.number + 1 and promise.number > 1:
            return (value, value), Span(*match.span("o")), "listed"
    return None


_ONE_MORE = lazy(
    r"(?<=[.;:!?] )(?:[Tt]he|[Aa]) (?P<o>[a-z]+th|third)(?=,| (?:is|was|are|were|will|would|he|she|they)\b)"
)


def _others(ledger: Ledger, promise: _Promised, stop: int) -> _Given:
    """ "Three causes. One is the stand. The other is the sponsor": two, for there is but one other."""
    paragraph = promise.sentence.paragraph
    opened = _ONE_IS.match(ledger.text, promise.sentence.span.end)
    if not opened:
        return None
    closing = _OTHER_IS.search(ledger.text, opened.end(), min(len(ledger.text), paragraph.span.end))
    if not closing:
        return None
    between = len(_ANOTHER.findall(ledger.text, opened.end(), closing.start()))
    return (2 + between, 2 + between), Span(*closing.span("o")), "listed"


_ONE_IS = lazy(r"\s+[Oo]ne (?:is|was|of them|concerns?|comes?|came|has|had|lies|lay)\b")
_OTHER_IS = lazy(r"(?<=[.;!?] )(?P<o>[Tt]he other) (?:is|was|concerns?|comes?|came|has|had|lies|lay)\b")
_ANOTHER = lazy(r"(?<=[.;!?] )(?:[Aa]nother|[Aa] second|[Aa] third|[Tt]he (?:second|third|next)) ")

_ORDINALS = {
    n: f"(?:{word}(?:ly)?|finally|lastly|the (?:last|final)(?= (?:is|was|one)\\b|,))"
    for word, n in numbers.ORDINALS.items()
}
_CLOSERS = frozenset(("last", "finally", "lastly", "the last", "the final", "final", "the other"))


def _value(word: str) -> int:
    low = word.lower().removeprefix("the ").removeprefix("a ")
    if low.isdigit():
        return int(low)
    return numbers.ORDINALS.get(low) or numbers.ORDINALS.get(low.removesuffix("ly")) or 0


def _after(ledger: Ledger, promise: _Promised) -> tuple[str, int, bool] | None:
    """The words that list what is promised, after a colon in its sentence or in the sentence after, and their start."""
    text = ledger.text
    sentence = promise.sentence
    colon = _COLON.match(text, _whole(ledger, promise).end, sentence.span.end)
    if colon:
        return text[colon.end() : sentence.span.end], colon.end(), True
    following = ledger.sentences[sentence.number + 1 : sentence.number + 2]
    if following and text[sentence.span.start : promise.span.start].count(",") < 3:
        opens = _THEY_ARE.match(text, following[0].span.start)
        what = promise.what.split()[-1]
        if opens and (opens["what"] or what) in (what, "items") and text[sentence.span.end - 1] in '.:"”’':
            return text[opens.end() : following[0].span.end], opens.end(), opens["there"] is not None
    return None


_COLON = lazy(r"(?P<gap>[^:.;\d“”\"]{0,70})[:—–]\s*(?=[^\n\s])")
_THEY_ARE = lazy(
    r"(?:(?:They|These|Those) (?:are|were|will be)|The (?P<what>\w+) (?:are|were|will be)"
    r"|(?P<there>There (?:are|were|will be))):? ",
)


def _counted(ledger: Ledger, promise: _Promised, stop: int) -> _Given:
    """ "five charges: two of theft, one of forgery and one of false accounting": numbers after a colon."""
    listing = _after(ledger, promise)
    if not listing:
        return None
    words, start, _ = listing
    counts = list(_COUNT.finditer(words))
    if len(counts) < 2 or counts[0].start() != 0:
        return None
    total = int(sum(numbers.value(m["n"]) for m in counts))
    end = len(words.rstrip().rstrip(".;!?"))
    return ((total, total), Span(start, start + end), "counted") if total else None


_CLAUSE = lazy(
    r"\b(?:who|which|where|whose|because|although|while|whether|including|such as|like|among|namely|if|when|so that"
    r"|but|or|plus|as well as|etc|said|says)\b"
)
_AND = lazy(r",? and ")


def _named(ledger: Ledger, promise: _Promised, stop: int) -> _Given:
    """ "Four parts: homes, schools and roads": items after a colon, or in the sentence after the promise."""
    listing = _after(ledger, promise)
    if not listing:
        return None
    words, start, alike = listing
    words = words.rstrip().rstrip(".!?")
    if len(words) > 400 or any(c in words for c in ':()“”"—–?\n') or _CLAUSE.search(words):
        return None
    place = Span(start, start + len(words))
    if ";" in words:
        items = [piece for piece in words.split(";") if piece.strip()]
        return ((len(items), len(items)), place, "counted") if len(items) > 1 else None
    *pieces, last = words.split(", ")
    ands = len(_AND.findall(last)) + last.startswith("and ")
    if not ands:
        return None
    inner = sum(piece.count(" and ") for piece in pieces)
    closed = last.startswith("and ")
    least = len(pieces) + (1 if closed else 2)
    most = len(pieces) + 1 + len(re.findall(r" and ", last)) + inner
    items = [*pieces, *re.split(r"\band ", last)]
    if any(re.match(r"\d+$|(?:a |an |the )?\w+(?:er|or|ist|ant) (?:of|at|from|in)\b", item.strip()) for item in items):
        return None
    if (
        ledger.text[start - 2 : start] != ": "
        and alike
        and len({i.split(maxsplit=1)[0] for i in items if i.strip()}) > 1
    ):
        return None
    return (least, max(least, most)), place, "counted"


def _run(ledger: Ledger, promise: _Promised, stop: int) -> _Given:
    """ "They have three options. They can wait. They can claim.": sentences that open alike, after the promise."""
    sentence = promise.sentence
    run: list[Span] = []
    opening: list[str] = []
    for after in ledger.sentences[sentence.number + 1 : sentence.number + 2 + promise.number]:
        if after.paragraph is not sentence.paragraph:
            break
        words = after.lowered[:2]
        if len(words) < 2 or (opening and words != opening):
            break
        opening = words
        run.append(after.span)
    if len(run) < 2 or opening[0] not in _RUN_OPENERS or (opening[1] not in _RUN_VERBS):
        return None
    return (len(run), len(run)), Span(run[0].start, run[-1].end), "counted"


_RUN_OPENERS = frozenset("they it we you he she one another there users people customers residents passengers".split())
_RUN_VERBS = frozenset("can could may might must will should would is are wants want no".split())
_BULLET = lazy(r"\s*(?:[-*•·–—▪◦] |\d{1,2}[.)] )")


def _lines(ledger: Ledger, promise: _Promised, stop: int) -> _Given:
    """Lines with bullets right under the line that promises them."""
    number = promise.paragraph
    if ledger.paragraphs[number].text.rstrip()[-1:] != ":":
        return None
    items = list(
        itertools.takewhile(lambda p: p.kind == "list" or _BULLET.match(p.text), ledger.paragraphs[number + 1 :])
    )
    if len(items) < 2:
        return None
    return (len(items), len(items)), Span(items[0].span.start, items[-1].span.end), "counted"


_ANY = lazy(
    r"\b(?P<all>(?P<n>[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ee]leven|[Tt]welve|[3-9]"
    r"|1[0-2])"
    r" (?P<what>(?:[a-z][\w-]* )?(?!(?:days|years|hours|times|minutes|seconds|months|weeks|points|miles|metres"
    r"|others)\b)"
    r"[a-z]+s))\b(?P<gap>[^.:;\d“”\"]{0,45}): (?=[^\n])"
)


def _any_noun(ledger: Ledger) -> Iterator[Finding]:
    """ "Seven plays will be staged: Chhayapath, Ferighat and Antigone": a list of names, or right after its noun."""
    known = _promise()
    for at, paragraph in enumerate(ledger.paragraphs):
        masked = paragraph.masked
        for match in _ANY.finditer(masked) if ":" in masked else ():
            if known.match(masked, match.start()) or _PARTIAL.search(masked, max(0, match.start() - 12), match.start()):
                continue
            place = Span(*match.span("all"))
            inside = (s for s in ledger.sentences_of.get(paragraph.start, ()) if s.within.covers(place))
            sentence = next(inside, None)
            if not sentence or paragraph.read.quoted(place):
                continue
            promise = _Promised(paragraph.at(place), int(numbers.value(match["n"])), match["what"], at, sentence)
            words = masked[match.end() : sentence.within.end]
            items = re.split(r", (?:and )?| and ", words)
            if match["gap"] and not all(re.search(r"[A-ZÀ-Þ]", item) for item in items):
                continue
            found = _items(words.rstrip().rstrip(".!?"), paragraph.at(Span(match.end(), sentence.within.end)).start)
            if found and not found[0][0] <= promise.number <= found[0][1]:
                yield finding(
                    "counted", promise.span, evidence=[Evidence(found[1], "items")],
                    promised=match["n"].lower(), given=found[0][0], what=promise.what,
                )  # fmt: skip


def _items(words: str, start: int) -> tuple[tuple[int, int], Span] | None:
    """The least and the most items of a plain list with commas and one "and", and its place."""
    if len(words) > 300 or any(c in words for c in ':;()“”"—–?\n') or _CLAUSE.search(words) or re.search(r"\d", words):
        return None
    *pieces, last = words.split(", ")
    if not pieces or not (_AND.search(f" {last}") or last.startswith("and ")):
        return None
    inner = sum(piece.count(" and ") for piece in pieces)
    least = len(pieces) + (1 if last.startswith("and ") else 2)
    most = len(pieces) + 1 + last.removeprefix("and ").count(" and ") + inner
    return (least, max(least, most)), Span(start, start + len(words))
