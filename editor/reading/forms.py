"""Forms of debris: the tables resources/lexicon/debris.tsv and en/openings.tsv, and where a text holds one of them."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import NamedTuple

from editor import resources
from editor.article import Span
from editor.reading import lines
from editor.reading.patterns import lazy


class Hit(NamedTuple):
    """A form where a text holds it. `spans` are what goes; what lies between them stays in the text."""

    spans: tuple[Span, ...]
    kind: str
    origin: str

    @property
    def whole(self) -> Span:
        return self.spans[0].to(self.spans[-1])


class _Form(NamedTuple):
    kind: str
    origin: str
    literal: str
    """A part that stands in every text that holds the form: the cheap question before the search."""
    pattern: str
    apart: bool
    """Whether no letter may stand before it. (A lookbehind would cost the pattern its quick search for a literal.)"""


_SIGNS = lazy(r"\\u[0-9a-fA-F]{4}|\{\{…\}\}|\{\{\{|\}\}\}|[#~‥…]")
_MEANS = {"#": r"\d+", "~": "[a-z]+", "‥": r"[^\s)\]}>]+", "…": r"[^\n]{0,200}?"}
_GAPS = lazy(r"\{\{…\}\}|…")
_BRACES = {"{{{": "{{", "}}}": "}}"}


class _Shelves(NamedTuple):
    """The forms by how they can be found soonest: a text is long, and hardly ever holds one."""

    by_sign: dict[str, list[_Form]]
    """Those that begin with a sign, by it."""
    by_opening: dict[str, list[_Form]]
    """Those that begin a sentence, by their first four characters."""
    others: dict[bytes, list[_Form]]
    """The rest, by how their literal begins."""


@functools.cache
def _shelves() -> _Shelves:
    shelves = _Shelves({}, {}, {})
    for row in resources.rows("lexicon", "debris.tsv"):
        form = _form(*row)
        opening = form.literal if form.pattern.startswith(re.escape(form.literal)) else ""
        if opening and not opening[0].isalnum():
            shelves.by_sign.setdefault(opening[0], []).append(form)
        elif form.kind in _AT_A_START and len(opening) >= OPENING:
            shelves.by_opening.setdefault(opening[:OPENING], []).append(form)
        else:
            shelves.others.setdefault(form.literal[:7].encode(), []).append(form)
    for words, kind, origin, pattern in _openings():
        for start in {word[:OPENING] for word in words.split("|")}:
            shelves.by_opening.setdefault(start, []).append(_Form(kind, origin, "", pattern, False))
    return shelves


def _openings() -> Iterator[tuple[str, str, str, str]]:
    """The openings of sentences that no literal form can say, their classes of words written out."""
    classes: dict[str, str] = {}
    for words, kind, origin, pattern in resources.rows("lexicon", "en", "openings.tsv"):
        if kind == "class":
            classes[f"<{words}>"] = pattern
        else:
            yield words, kind, origin, re.sub(r"<[a-z]+>", lambda name: classes.get(name[0], name[0]), pattern)


@functools.cache
def _signs() -> re.Pattern[str]:
    return re.compile(f"[{re.escape(''.join(_shelves().by_sign))}]")


OPENING = 4
"""How many characters of a form the first look compares."""
_AT_A_START = ("teaser", "residue", "note")
# The capital first: it is found at the speed of a search, and what stands before it is looked at only then.
_ENDED = r"[\n.!?…:;”\"’')\]\d▶►•➡→👉»›*|–—-]"
_START = lazy(rf"[A-Z](?:(?<={_ENDED}.)|(?<={_ENDED}[ \t].))")


def _form(form: str, kind: str, origin: str) -> _Form:
    pattern, chunks, at = "", [""], 0
    gaps = len(_GAPS.findall(form))
    for sign in _SIGNS.finditer(form):
        pattern += re.escape(form[at : sign.start()])
        chunks[-1] += form[at : sign.start()]
        at = sign.end()
        one = sign[0]
        # Where there are several gaps each ends at the first sign that may end it, or their product would be tried.
        stop = re.escape(form[at : at + 1]) if gaps > 1 else ""
        if one == "{{…}}":
            pattern += rf"([^\n{stop}]{{0,400}}?)"
            chunks.append("")
        elif one == "…" and stop:
            pattern += rf"[^\n{stop}]{{0,200}}"
            chunks.append("")
        elif one in _BRACES or one[0] == "\\":
            literal = _BRACES.get(one) or chr(int(one.removeprefix("\\u"), base=16))
            pattern += re.escape(literal)
            chunks[-1] += literal
        else:
            pattern += _MEANS[one]
            chunks.append("")
    pattern += re.escape(form[at:])
    chunks[-1] += form[at:]
    apart = form[0].isalnum() and not (kind == "token" and "#" in form)
    if form[-1].isalpha():
        pattern += r"(?![^\W\d_])"
    return _Form(kind, origin, max(chunks, key=len), pattern, apart)


@functools.cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def hits(text: str) -> Iterator[Hit]:
    """All forms that the text holds, in order; of two at one place the longer."""
    straight = text.replace("’", "'")
    found = list(_found(straight))
    found.sort(key=lambda hit: (hit.whole.start, -len(hit.whole)))
    end = 0
    for hit in found:
        if hit.whole.start >= end:
            end = hit.whole.end
            yield hit


def starts(text: str) -> Iterator[int]:
    """Where sentences may begin: the text's start, and capitals behind what ends a sentence or opens a line."""
    yield 0
    for start in _START.finditer(text):
        yield start.start()


def _found(text: str) -> Iterator[Hit]:
    opening = [(0, form) for form in _shelves().by_opening.get(text[:OPENING], ()) if text.startswith(form.literal)]
    for at, begun in [(0, opening), *lines.seen(text, _begun)]:
        for place, form in begun:
            if match := _compiled(form.pattern).match(text, at + place):
                yield _hit(form, match)
    held = {opening for _, openings in lines.seen(text, _held) for opening in openings}
    for form in [form for opening, some in _shelves().others.items() if opening in held for form in some]:
        if form.literal in text:
            for match in _compiled(form.pattern).finditer(text):
                if not (form.apart and text[match.start() - 1 : match.start()].isalpha()):
                    yield _hit(form, match)


def _begun(line: str) -> list[tuple[int, _Form]]:
    """The places in a line where a form may begin that is told by its sign, or that opens a sentence."""
    shelves = _shelves()
    found = [
        (sign.start(), form)
        for sign in _signs().finditer(line)
        for form in shelves.by_sign[sign[0]]
        if line.startswith(form.literal, sign.start())
    ]
    for start in _START.finditer("\n" + line):
        place = start.start() - 1
        forms = shelves.by_opening.get(line[place : place + OPENING], ())
        found += [(place, form) for form in forms if line.startswith(form.literal, place)]
    return found


def _held(line: str) -> list[bytes]:
    """How the other forms begin of which a line holds the beginning."""
    # Bytes are searched several times faster than a text with curly quotes, which has two bytes a character.
    coded = line.encode("utf-8", "surrogatepass")
    return [opening for opening in _shelves().others if opening in coded]


def _hit(form: _Form, match: re.Match[str]) -> Hit:
    spans, at = [], match.start()
    for n in range(1, match.re.groups + 1):
        spans.append(Span(at, match.start(n)))
        at = match.end(n)
    return Hit((*spans, Span(at, match.end())), form.kind, form.origin)
