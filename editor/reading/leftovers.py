"""Leftovers in words: promotion lines, an assistant's talk, placeholders, desk notes, citations turned into prose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from editor.article import Span
from editor.reading import outlets
from editor.reading.forms import Hit
from editor.reading.sources import hosts


class Left(NamedTuple):
    span: Span
    kind: str
    confidence: Literal["certain", "likely", "possible"] = "likely"


_OPENING = re.compile(r"(?:[.!?…:;][\"”’')\]]*|[”\"\])]|(?:^|\n)|(?P<counter>[ \t]?\+\d{1,2}))\s*$|^\s*$")
_SENTENCE = re.compile(r"[^\n]*?(?:[.!?…][\"”’')\]]*(?=\s|$)|:(?=\s*(?:\n|$))|(?=\n|$))")
_COUNTER = re.compile(r"(?<!\d)\+\d{1,2}[ \t]*$")
_LINE = re.compile(r"[^\n]*")


def reached(text: str, hit: Hit) -> Iterator[Span]:
    """What goes with a form: a teaser to the end of its line, an assistant's sentence; nothing where it is quoted."""
    whole = hit.whole
    if hit.kind == "placeholder":
        if not (text[whole.start - 1 : whole.start] in "“\"'‘`" and whole.start):
            yield whole
        return
    if quoted(text, whole.start) or not _OPENING.search(text, max(0, whole.start - 12), whole.start):
        return
    line = _LINE.match(text, whole.start)
    assert line
    if hit.kind == "teaser":
        if len(line[0]) > 220:
            return
        counter = _COUNTER.search(text, max(0, whole.start - 6), whole.start)
        start = counter.start() if counter and not _of_an_item(text, counter.start()) else whole.start
        yield Span(start, whole.start + len(line[0].rstrip()))
    elif hit.kind == "note":
        if whole.start + len(line[0].rstrip()) == whole.end and (whole.start == 0 or text[whole.start - 1] == "\n"):
            yield whole
    else:
        at_line = not text[text.rfind("\n", 0, whole.start) + 1 : whole.start].strip()
        if whole.of(text).rstrip().endswith("!") and not at_line:
            return
        end = _SENTENCE.match(text, whole.start)
        assert end
        yield Span(whole.start, max(whole.end, end.end())) if end[0].strip() else whole


def _of_an_item(text: str, place: int) -> bool:
    """Whether the counter at a place belongs to a domain or an outlet before it, and so to that chip."""
    before = text[max(0, place - 40) : place].rstrip()
    site = re.search(r"[\w-]\.[a-z]{2,}$", before)
    if site:
        return True
    return any((found := outlets.at(before, m.start())) and found.end == len(before) for m in re.finditer(r"(?<!\w)[A-Z]", before))


def quoted(text: str, place: int) -> bool:
    """Whether a place lies between quotation marks that open and close in its line."""
    start = text.rfind("\n", 0, place) + 1
    before = text[start:place]
    if before.rfind("“") > before.rfind("”") or before.rfind("«") > before.rfind("»"):
        return True
    return before.count('"') % 2 == 1


_SEE = re.compile(
    r"\b(?:(?P<polite>Please|Kindly|Pls|please|kindly)\s+(?:also\s+)?(?:see|refer(?:\s+to)?|check(?:\s+out)?|visit|read|consult|go\s+to"
    r"|look\s+(?:at|to)|turn\s+to|head\s+to)|See|Refer(?:\s+to)?|Check(?:\s+out)?|Visit|Read|Consult|Go\s+to|Turn\s+to|Head\s+to)"
    r"\s+(?:also\s+)?(?P<what>(?:[^.!?\n;]|\.(?=\w)){2,70}?)\s+for\s+(?:[\w-]+\s+){0,4}?"
    r"(?:story|stories|coverage|info|information|details?|pics|pictures|photos?|report(?:s|ing|age)?|articles?|analysis|background"
    r"|context|summary|updates?|version|account|piece)\b(?:[^.!?\n]|\.(?=\w))*"
)
_REFERENCE = re.compile(
    r"(?<=[\w”\"’'.,)] )\((?P<name>[A-Z][^\W\d_]+(?:[’'-][^\W\d_]+)*)(?:(?: and | & )[A-Z][\w’'-]+| et al\.?)?,? (?P<page>\d{1,3}(?:[-–]\d{1,3})?)\)"
)
_NUMBERED = re.compile(r"(?<=[\w.,;:!?”\"’')%])(?:\[\d{1,2}(?:[-–,] ?\d{1,2})*\]){1,6}(?![\w(\[:])")
_LISTED = re.compile(r"^[ \t]*(?:\[\d{1,2}\]|(?:References|Notes|Sources|Bibliography|Footnotes)\b)", re.MULTILINE)
_RAISED = re.compile(r"(?<=[a-z.,”\"]{2})[⁴-⁹](?:[\u200a \u2009]?[⁰¹²³⁴-⁹])*(?!\w)")
_SCORE = re.compile(r"\d\s?[–-]\s?\d")
_NO_AUTHORS = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep "
    "oct nov dec monday tuesday wednesday thursday friday saturday sunday section article figure table chapter part page act "
    "scene group day week year route channel level phase stage tier grade category class division district ward zone unit "
    "line platform gate room lane hole race lap round game set match heat pool seed no number vol volume issue season episode "
    "version series model type form rule law clause schedule annex appendix exhibit note item step point question option team "
    "platoon apollo artemis boeing airbus windows formula ligue radio sky bbc covid psalm psalms genesis exodus leviticus "
    "numbers deuteronomy joshua judges ruth samuel kings chronicles ezra job proverbs isaiah jeremiah ezekiel daniel hosea joel "
    "amos micah matthew mark luke john acts romans corinthians galatians ephesians philippians colossians thessalonians timothy "
    "hebrews james peter jude revelation surah sura aged age under over top aug. area sector bay block building flight highway "
    "interstate motorway exit junction bus tram train engine ladder station battalion brigade".split()
)
_TK = re.compile(r"(?:\b[A-Z][A-Z’']+[ ,:/-]+){0,4}\bTK(?:TK)*\b(?! [A-Z][a-z])(?:[ ,:/-]+[A-Z][A-Z’']+\b){0,5}")
_NOTE = re.compile(r"[\[(]([^\[\]()\n]{4,90})[\])]")
_CUES = re.compile(
    r"\b(?:CHECK|CHECKED|DESK|LEGAL|LAWYERS?|PICS?|PHOTOS?|TBC|TBD|VERIFY|SUBS?|EDITORS?|ED|CONFIRM|CAPTION|INSERT|NOTE|HOLD|FIX|QUERY"
    r"|WRITE|ADD|UPDATE|PAR|PARA|QUOTE|NEED|NEEDS|MISSING|CUT|HERE|FILL|REWRITE|SPELLING|SOURCE|STET|CQ|TODO)\b"
)
_HASHES = re.compile(r"^#{1,6} +(?=\S)", re.MULTILINE)
_STARS = re.compile(r"(?<![\w*])(\*\*|__)(?=\S)[^*_\n]{1,200}?(?<=\S)\1(?![\w*])")


def leftovers(text: str) -> Iterator[Left]:
    """The leftovers that no literal form gives away."""
    for match in _SEE.finditer(text):
        if _cites(match) and not quoted(text, match.start()) and _OPENING.search(text, max(0, match.start() - 12), match.start()):
            yield Left(Span(match.start(), match.start() + len(match[0].rstrip(" ,;"))), "see_also")
    if "(" in text:
        yield from _references(text)
    if "]" in text and not _LISTED.search(text):
        for match in _NUMBERED.finditer(text):
            if not re.search(r"(?:[A-Z]{2,}|\bat|\bparas?|\bparagraphs?)\s?$", text[max(0, match.start() - 12) : match.start()]):
                yield Left(Span(*match.span()), "reference")
    for match in _RAISED.finditer(text):
        yield Left(Span(*match.span()), "reference")
    if "TK" in text:
        for match in _TK.finditer(text):
            yield Left(Span(*match.span()), "placeholder")
    yield from _notes(text)
    for match in _HASHES.finditer(text) if "# " in text else ():
        yield Left(Span(*match.span()), "leak")
    for match in _STARS.finditer(text) if "**" in text or "__" in text else ():
        yield Left(Span(*match.span()), "leak")


def _cites(match: re.Match[str]) -> bool:
    """Whether a "see … for …" names an outlet, or asks politely for something with a capital that is no page."""
    what = match["what"]
    places = (m.start() for m in re.finditer(r"(?<![\w.])\w", match[0]))
    if any((found := outlets.at(match[0], place)) and match[0][place].isupper() and found.end - place > 1 for place in places):
        return True
    if any(True for _ in hosts(match[0])):
        return True
    return bool(match["polite"]) and bool(re.match(r"(?:the )?[A-Z](?!age\b|ection\b|nside\b)", what))


def _references(text: str) -> Iterator[Left]:
    for match in _REFERENCE.finditer(text):
        name = match["name"]
        if name.lower() in _NO_AUTHORS or len(name) < 3 or name.isupper():
            continue
        start = text.rfind("\n", 0, match.start()) + 1
        before = text[start : match.start()]
        if _SCORE.search(before[-60:]) or re.search(r"\d\s*$", before) or quoted(text, match.start()):
            continue
        # Who is spoken of elsewhere is a scorer, a player, a patient; an author comes from nowhere.
        if len(re.findall(rf"\b{re.escape(name)}\b", text)) == 1:
            yield Left(Span(*match.span()), "reference")


def _notes(text: str) -> Iterator[Left]:
    if "[" not in text and "(" not in text:
        return
    for match in _NOTE.finditer(text):
        words = re.findall(r"[^\W\d_]{2,}", match[1])
        shouted = [word for word in words if word.isupper()]
        if len(shouted) >= 2 and 2 * len(shouted) >= len(words) and _CUES.search(match[1]):
            yield Left(Span(*match.span()), "note")
