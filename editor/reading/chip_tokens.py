"""The tokens of the lines that may hold source chips: domains, outlets, counters, and what stands between them."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import NamedTuple

from editor import resources
from editor.reading import lines, outlets
from editor.reading.patterns import lazy
from editor.reading.sources import hosts, is_domain


class Token(NamedTuple):
    """A token at its place; an outlet or a known domain with its outlet's name."""

    kind: str
    """d domain, o outlet, u unknown name, c counter, k connective, t tail ("etc", "more source"), l link's address,
    z date, p sign, f full stop, n line end, s blank, w word, x anything else."""
    start: int
    end: int
    outlet: str = ""
    sure: bool = True
    """Whether the words name a source wherever they stand."""


LONGEST_NAME = 60
"""The most characters of a line that may hold a source's name and nothing else."""

ITEMS, RUN = frozenset("dou"), frozenset("douctklzpnsf")
_COUNTED = (
    r"[+＋]\d{1,2}(?!\d|[.,:]\d|[%°]|(?:st|nd|rd|th)\b|\s?(?:per\s?cent|pc|pts?|points?|degrees?|bps)\b"
    r"|\s(?:goals?|days?|hours?|minutes?|years?|votes?|seats?|runs?|shots?|strokes?|guests?|laps?|places?)\b)"
)
_APART = r"\([+＋]\d{1,2}\)|\[[+＋]\d{1,2}\]|\+ \d{1,2}(?=[ ]*(?:[.)\n]|$))"
_PHONE = lazy(r"\+\d{1,3}[ .-]?\(?\d{1,4}\)?(?:[ .-]\d{2,4}){2,}")
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DATE = rf"(?:\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?)(?:,? \d{{4}})?(?!\w)"
_ONE = lazy(
    rf"(?P<l>\]\([^()\s]*\))|(?P<c>(?<![+]){_COUNTED}|{_APART})|(?P<z>{_DATE})"
    r"|(?P<d>(?:https?://)?(?:[A-Za-z0-9][A-Za-z0-9-]*\.){1,6}[A-Za-z]{2,12}(?![\w-])(?:/[^\s+(),;\]]*)?)"
    r"|(?P<n>[ \t]*\n[ \t]*)|(?P<s>[ \t\u00a0\u202f]+)|(?P<p>[()\[\]{},;|/·•&:])|(?P<w>[^\W\d_][\w’'&-]*)|(?P<x>.)",
    re.DOTALL,
)
OPEN, CLOSE = "([{", ")]}"
_ANCHOR = lazy(r"[+＋]\d{1,2}(?!\d)")
_UNKNOWN = lazy(
    rf"[^\W\d_a-z][\w’'&-]*(?:[ ](?:[^\W_a-z][\w’'&-]*|of|and|for|the|de|la)){{0,5}}?(?P<gap>[ ]?)(?={_COUNTED})"
)
_COUNTER_NEXT = lazy(r"[ ]?/?(?=\+\d{1,2}(?!\d))")
_LONG_WORD = lazy(r"(?<![\w.-])[a-z]{4,}(?![\w-]|\.\w)")
_GLUED = lazy(r"(?<=[a-z])[A-Z]")
_TAIL = lazy(r"(?:and )?(?:more )?sources?\b|more\b(?=\W*(?:\n|$|[.)]))|(?:and|among) others?\b|and more\b")
_OTHERS = lazy(r"\d{1,2} (?:more|others?|sources?|other sources|more sources?)\b")
_CONNECTIVES = frozenset("and by via from at or with through per also plus as well along in".split())
_NEVER = frozenset("gmt utc cet cest bst est edt pst pdt ist pkt disney canal google apple paramount".split())


def _anchors(line: str) -> list[int]:
    """Where the counters and the domains of a line stand."""
    sites = [site.span.start for site in hosts(line)] if "." in line else []
    return [*(match.start() for match in _ANCHOR.finditer(line)), *sites]


def windows(text: str) -> Iterator[tuple[int, int]]:
    """Stretches of lines, each of which holds a counter or a domain."""
    places = [start + place for start, found in lines.seen(text, _anchors) for place in found]
    window: tuple[int, int] | None = None
    for place in sorted(places):
        if window and place < window[1]:
            continue
        start, end = text.rfind("\n", 0, place) + 1, text.find("\n", place)
        above = text.rfind("\n", 0, max(0, start - 1)) + 1
        if start == place and 0 < start - 1 - above < LONGEST_NAME:
            # A counter on a line of its own may belong to an outlet's name on the line above.
            start = above
        end = len(text) if end < 0 else end
        if window and start <= window[1] + 1:
            window = window[0], end
        else:
            if window:
                yield window
            window = start, end
    if window:
        yield window


def tokens(text: str, start: int, end: int) -> list[Token]:
    """The tokens of a stretch of lines; nothing is left out."""
    result: list[Token] = []
    phones = [match.span() for match in _PHONE.finditer(text, start, end)]
    at = start
    while at < end:
        match = _ONE.match(text, at, end)
        assert match
        assert match.lastgroup
        token = _token(text, match.lastgroup, at, match.end(), end, result)
        # "45+2nd minute", but "France 24+2".
        sum_ = text[at - 1 : at].isdigit() and not (result and result[-1].kind in ITEMS)
        if token.kind == "c" and text[at + 1] == " " and [t.kind for t in result[-2:] if t.kind != "s"][-1:] != ["d"]:
            # "4 + 6" is a sum; only behind an address a counter stands apart from its sign.
            token = Token("x", at, at + 1)
        if token.kind == "c" and (sum_ or any(a <= at < b for a, b in phones)):
            token = token._replace(kind="x")
        result.append(token)
        at = token.end
    return _listed(text, result)


def _listed(text: str, read: list[Token]) -> list[Token]:
    """The tokens, with the unknown names of a list of sources as items: "(Telegraph +3; Ei Samay), Post +2 etc"."""
    if not any(t.kind == "c" for t in read) or not any(t.kind in ITEMS for t in read):
        return read
    result: list[Token] = []
    depth, last, at = 0, "", 0
    while at < len(read):
        token, stop = read[at], at + 1
        if (
            token.kind == "w"
            and token.start < token.end
            and text[token.start].isupper()
            and last
            and last in "(;,/[cku"
        ):
            while stop + 1 < len(read) and read[stop].kind == "s" and _capital(text, read[stop + 1]):
                stop += 2
            after = next((t for t in read[stop : stop + 2] if t.kind != "s"), None)
            ends = after is not None and (after.kind == "t" or (depth > 0 and text[after.start] in ";,/)]"))
            if ends and stop - at < 2 * MOST_WORDS:
                token = Token("u", token.start, read[stop - 1].end, "", False)
            else:
                stop = at + 1
        if token.kind == "p":
            last = text[token.start]
            depth += (last in OPEN) - (last in CLOSE and depth > 0)
        elif token.kind == "n":
            depth, last = 0, ""
        elif token.kind != "s":
            last = token.kind if token.kind in "cku" else ""
        result.append(token)
        at = stop
    return result


MOST_WORDS = 4
"""The most words of an unknown name in a list of sources."""


def _capital(text: str, token: Token) -> bool:
    return token.kind == "w" and text[token.start].isupper()


def _token(text: str, kind: str, at: int, stop: int, end: int, before: list[Token]) -> Token:
    words = text[at:stop]
    if kind == "d":
        host = words.split("//")[-1].split("/")[0]
        if "//" not in words and (cut := _of_the_sentence(text, at, host)):
            return Token("w", at, at + cut)
        if text[at - 1 : at] != "@" and (
            is_domain(host) or (_has_plain_end(host) and _COUNTER_NEXT.match(text, at + len(words.rstrip("/"))))
        ):
            outlet = outlets.of_domain(host)
            sure = (
                bool(outlet) or not _in_mid_sentence(text, at) or not (_has_unusual_label(host) or _sticks(text, host))
            )
            return Token("d", at, stop - words.endswith("/"), outlet or _near_domain(host), sure)
        kind, stop = "w", at + max(1, words.find("."))
        words = text[at:stop]
    if kind == "w":
        if words.lower() == "etc" or (words == "al" and text[at - 3 : at] == "et "):
            return Token("t", at, stop + (text[stop : stop + 2] == ".)"))
        known = words in outlets.lexicon().forms or words == "the" or text[stop : stop + 1] in (".", "-", "&")
        begins = words[0].isupper() or (not text[at - 1 : at].isalpha() and (known or not words.islower()))
        named = outlets.at(text, at) if begins else None
        if named and named.end <= end and any(c.isupper() for c in text[at : named.end]):
            return Token(
                "o", at, named.end, named.form.outlet, named.form.sure or named.end - at > len(named.form.words)
            )
        last = next((token.kind for token in reversed(before) if token.kind != "s"), "")
        if (last == "c" or (last and last in "do" and words == "and")) and (tail := _TAIL.match(text, at)):
            return Token("t", at, tail.end())
        if words.lower() in _CONNECTIVES:
            return Token("k", at, stop)
        if words[0].islower() and (glued := _GLUED.search(words)) and outlets.at(text, at + glued.start()):
            return Token("w", at, at + glued.start())
        if words[0].isupper() and (unknown := _UNKNOWN.match(text, at, end)):
            name = unknown[0].rstrip(" ")
            if name.lower() not in _NEVER and not _ends_in_outlet(text, at, at + len(name)):
                outlet = outlets.near(name)
                return Token("u", at, at + len(name), outlet, bool(outlet) or not unknown["gap"])
    if kind == "x" and words.isdigit() and (tail := _OTHERS.match(text, at)):
        last = next((token.kind for token in reversed(before) if token.kind not in "skp"), "")
        if last and last in "dco":
            return Token("t", at, tail.end())
    if kind == "x" and words == "." and before and before[-1].kind in "ctdo" and text[stop : stop + 1] in ("\n", ""):
        kind = "f"
    return Token(kind, at, stop)


@functools.cache
def _subdomains() -> frozenset[str]:
    return frozenset(row[0] for row in resources.rows("lexicon", "subdomains.tsv"))


def _has_plain_end(host: str) -> bool:
    """Whether a host ends as hosts do; in "the hour.Reuters +2" a sentence does."""
    last = host.rpartition(".")[2]
    return last.islower() or host.isupper()


def _in_mid_sentence(text: str, at: int) -> bool:
    """Whether a sentence runs on to a place: a word or a comma stands before the blank."""
    before = text[max(0, at - 3) : at]
    return before[-1:] == " " and (before.rstrip(" ")[-1:].isalnum() or before.rstrip(" ")[-1:] == ",")


@functools.lru_cache(2)
def _words_of(text: str) -> frozenset[str]:
    return frozenset(_LONG_WORD.findall(text.lower()))


def _sticks(text: str, host: str) -> bool:
    """Whether a host begins with a word that the article has elsewhere: "the old bridgekuensel.bt"."""
    label = host.partition(".")[0].lower()
    return any(label[:cut] in _words_of(text) for cut in range(4, len(label) - 1))


def _has_unusual_label(host: str) -> bool:
    """Whether a host has a first label of its own that no news site puts before its name."""
    labels = host.split(".")
    second = len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in _SECOND
    return len(labels) > 2 + second and labels[0].lower() not in _subdomains()


def _of_the_sentence(text: str, at: int, host: str) -> int:
    """How much of a host is the sentence’s last word, which it sticks to ("closed.geo.tv", "saidgeo.tv"); 0 if none."""
    known = outlets.lexicon().domains
    low = host.lower()
    if low in known or not _in_mid_sentence(text, at):
        return 0
    labels = host.split(".")
    if low.endswith(_WIKI) and len(low) > len(_WIKI) + MOST_LETTERS and len(labels) == len(_WIKI.split(".")):
        return len(low) - len(_WIKI) - LANGUAGE
    for first in range(1, len(labels) - 1):
        before = labels[first - 1]
        capital = before != before.lower() and labels[first].islower()
        if ".".join(labels[first:]).lower() in known and (capital or before.lower() not in _subdomains()):
            return len(".".join(labels[:first]))
    if len(labels) > 2 and all(len(label) == 1 for label in labels[:2]):
        # The initials of "D.C." and "p.m." end sentences.
        return len(".".join(labels[:2]))
    if not outlets.of_domain(low):
        for cut in range(3, len(labels[0]) - 1):
            if low[cut:] in known and low[:cut] != "the":
                return cut
    return 0


_WIKI, LANGUAGE, MOST_LETTERS = ".wikipedia.org", 2, 3
"""Before this end of an address stands a language, of two letters or three; more are a word that it is glued to."""

_SECOND = frozenset("co com org net gov ac edu or ne go gob gouv".split())


def _near_domain(host: str) -> str:
    """The outlet whose domain a slip has spoilt (TheScotsmen.com); "" where there is none."""
    return outlets.near(host.split(".")[-2 if host.count(".") == 1 else 0])


def _ends_in_outlet(text: str, start: int, end: int) -> bool:
    """Whether a run of capitals ends in a known outlet: then the words before it are the sentence's own."""
    blanks = (n + 1 for n in range(start, end) if text[n] == " ")
    return any((found := outlets.at(text, place)) and found.end == end for place in blanks)
