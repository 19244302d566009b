"""One acronym spelled out in two ways, or one name shortened in two."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from editor.article import Span
from editor.checks._conflict import conflict
from editor.checks._late_acronyms import late
from editor.finding import Evidence, Finding, finding
from editor.ledger import Ledger
from editor.reading.names import lexicon
from editor.reading.paragraph import Reading
from editor.reading.patterns import lazy

_UP = r"[A-ZÀ-Þ][\w’'-]+"
_LONG = rf"(?P<long>{_UP}(?: (?:of|and|the|for|on|in|de|da|di|&|to|with|{_UP})){{1,8}})"
_SHORT = r"(?P<short>[A-ZÀ-Þ][A-Za-zÀ-Þ&]{1,9}s?)"
_DEFINED = lazy(rf"{_LONG} \({_SHORT}\)")
_TURNED = lazy(
    rf"\b{_SHORT}(?:(?P<bracket> \()(?:or |i\.e\. |that is,? )?(?:[Tt]he |an? )?"
    rf"|,? (?:or|which stands for|stands for|standing for|short for|an acronym for|the acronym of|an abbreviation of"
    rf"|the initials of|meaning|that is,?) (?:[Tt]he |[Aa]n? )?[“\"']?){_LONG}"
)
_ALIAS = lazy(
    rf"{_LONG}[”\"']?,? (?:\(?or|\(?(?:better |also |widely |commonly )?known (?:as|by its initials,?)"
    rf"|abbreviated (?:as|to)|shortened to|called) (?:the )?{_SHORT}\b"
)
_APPOSED = lazy(rf"\b(?P<short>[A-ZÀ-Þ]{{3,6}}), (?:or )?(?:[Tt]he )?{_LONG}(?=[,.;)])")
"""An acronym and its words in apposition; in a list of names the letters would not fit."""
_SHOUTED = lazy(r"[A-ZÀ-Þ][A-ZÀ-Þ&]")
"""What stands in an acronym of capitals alone."""
_CUES = (" or ", "stand", "short", "acronym", "abbreviat", "initials", "known ", "meaning", "called", "that is")


def check(ledger: Ledger) -> Iterator[Finding]:
    known: dict[str, list[tuple[str, Span]]] = defaultdict(list)
    for paragraph, spelled in ledger.seen(_spelled):
        for long, short, span in spelled:
            known[short].append((long, paragraph.at(span)))
    shorts: dict[str, list[tuple[str, Span]]] = defaultdict(list)
    for short, forms in known.items():
        first, place = forms[0]
        shorts[_folded(first)].append((short, place))
        for other, where in forms[1:]:
            if _folded(other) != _folded(first):
                yield conflict(ledger, "two", place, where, short=short)
                break
    for uses in shorts.values():
        if len(uses) > 1 and _folded(uses[0][0]) != _folded(uses[1][0]):
            yield conflict(ledger, "long", uses[0][1], uses[1][1], keep=False)
    for long, use, place in late(ledger, known):
        evidence = [Evidence(place, "words")]
        yield finding("late", use, evidence=evidence, confidence="likely", short=use.of(ledger.text), long=long)


def _spelled(read: Reading) -> list[tuple[str, str, Span]]:
    """Each acronym with the name that it is said to stand for, in the order of the text."""
    text, found = read.masked, []
    if "(" in text:
        defined = list(_DEFINED.finditer(text))
        found += [one for match in defined if (one := _fitted(match)) and _capitals(one[1]) >= 2]
        found += [one for match in defined if (one := _foreign(match))]
    capitals = bool(_SHOUTED.search(text))
    cued = capitals and ("(" in text or any(cue in text for cue in _CUES))
    if cued:
        for match in _TURNED.finditer(text):
            short, long = match["short"], match["long"]
            whole = bool(match["bracket"]) and text[match.end() : match.end() + 1] == ")"
            if not short.isupper() or len(long.split()) < 3 or bool(match["bracket"]) != whole:
                continue
            if long[0] == short[0] and not long.split()[0].isupper():
                found.append((_ended(long), short, Span(match.start(), match.end() + whole)))
    if capitals and ", " in text:
        for match in _APPOSED.finditer(text):
            long = _ended(match["long"])
            if "".join(word[0] for word in long.split() if word[0].isupper()) == match["short"]:
                found.append((long, match["short"], Span(*match.span())))
    if cued:
        found += [one for match in _ALIAS.finditer(text) if (one := _fitted(match)) and one[1].isupper()]
    return sorted(found, key=lambda one: one[2])


def _fitted(match: re.Match[str]) -> tuple[str, str, Span] | None:
    long = _fitting(match["long"], match["short"])
    return (long, match["short"], Span(match.end("long") - len(long), match.end())) if long else None


def _foreign(match: re.Match[str]) -> tuple[str, str, Span] | None:
    """An organisation whose acronym is that of its name in another language: "Banking Agency (BDDK)"."""
    long, short = _ended(match["long"]), match["short"]
    organised = any(lexicon().words.get(word) == "organisation" for word in long.split())
    if not organised or len(short) < 3 or not short.isupper() or _fitting(long, short):
        return None
    bare = long.removeprefix("The ")
    return bare, short, Span(match.start("long") + len(long) - len(bare), match.end())


def _ended(long: str) -> str:
    """A name without the small words that hang on its end."""
    words = long.split()
    while words and not words[-1][0].isupper():
        words.pop()
    return " ".join(words)


def _capitals(word: str) -> int:
    return sum(c.isupper() for c in word)


def _fitting(long: str, short: str) -> str:
    """The end of `long` whose words begin with the letters of `short`, or hold them in order; "" where they don't."""
    words = long.split()
    letters = [c.lower() for c in short if c.isupper()]
    starts = [n for n, word in enumerate(words) if word[0].isupper() and word[0].lower() == letters[0]]
    for first in starts:
        initials = [part[0].lower() for word in words[first:] for part in re.split(r"[-’']", word) if part]
        if _in_order(letters, initials):
            return " ".join(words[first:])
    for first in starts:
        if {word[0].lower() for word in words[first:] if word[0].isupper()} <= set(letters) and _in_order(
            letters, "".join(words[first:]).lower()
        ):
            return " ".join(words[first:])
    return ""


def _in_order(letters: Sequence[str], among: Sequence[str]) -> bool:
    rest = iter(among)
    return all(letter in rest for letter in letters)


def _folded(long: str) -> str:
    return (
        re.sub(r"\W", "", re.sub(r"\b(?:the|of|for|and|in|on)\b", "", long.lower()))
        .replace("isation", "ization")
        .replace("centre", "center")
        .removesuffix("s")
    )
