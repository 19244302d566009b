"""Source chips: an outlet or a domain with a counter ("Geo.tv +6"), as machines show their sources.

Chips come over line breaks, in brackets, closed twice, glued to the next sentence, woven into prose by a paraphraser.
So the lines that hold a counter or a domain are cut into tokens, and runs of tokens that nobody wrote are looked for:
items (domains, outlets, names with a counter), counters, and the connectives and signs between them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from editor.article import Span
from editor.reading import outlets
from editor.reading.attributions import (
    AFTER,
    BEFORE,
    FOR_COVERAGE,
    GOVERNS,
    IN_BRACKET,
    LISTS,
    REPORTS,
    SOURCE_LINE,
)
from editor.reading.chip_tokens import CLOSE, ITEMS, OPEN, RUN, Token, tokens, windows
from editor.reading.patterns import lazy
from editor.reading.sources import Cited


class Chip(NamedTuple):
    """A piece of debris made of sources: what goes, how sure that is, what to cut where the name itself must stay."""

    span: Span
    kind: str
    confidence: str
    cited: tuple[Cited, ...]
    cuts: tuple[Span, ...] = ()


NEAR = 400
"""How many characters of a line, on each side, bear on what a run of tokens is."""

# Channels that are shown again an hour later: ITV+1 is a channel.
_AN_HOUR_LATER = frozenset("itv itv2 itv3 itv4 channel4 e4 more4 film4 channel5 sky virgin dave".split())
_AFTER_SENTENCE = lazy(r"(?:[.!?…][\"”’')\]]*|:)\s*$|^\s*$")
# Signed figures beside names are a list of gains and losses, not sources.
_GAINS = lazy(r"\s[−–-]\d|\+\d+[.,]\d")

_MARKET = lazy(
    r"\b(?:shares?|stocks?|gainers?|losers?|index|indices|nasdaq|dow|s&p|ftse|nikkei|dax|points?|per ?cent|trading"
    r"|traders|investors|market|markets|rose|fell|bell|rall(?:y|ied)|climbed|slid|gained|closed)\b|%",
    re.IGNORECASE,
)


def chips(text: str) -> Iterator[Chip]:
    """The source chips of an article's text, in order."""
    for start, end in windows(text):
        read = tokens(text, start, end)
        at = 0
        while at < len(read):
            stop = at
            while stop < len(read) and read[stop].kind in RUN:
                stop += 1
            if any(token.kind in "dc" for token in read[at:stop]):
                yield from _Run(text, read[at:stop]).chips()
            at = stop + 1
    if "…" in text or "..." in text:
        yield from _titles(text)
    if " etc" in text:
        yield from _closed_twice(text)


class _Run:
    """A run of tokens that no sentence is made of, and the chips in it."""

    def __init__(self, text: str, run: list[Token]) -> None:
        self._text, self._tokens = text, run

    def chips(self) -> Iterator[Chip]:
        """The run's chips: one for its lines, or several where a line complete in itself hangs on a sentence."""
        lines = self._lines()
        piece: list[Token] = []
        for number, line in enumerate(lines):
            if piece and self._complete(piece):
                yield from self._chip(piece)
                piece = []
            if number and not self._goes_on(line):
                continue
            piece += line
        if piece:
            yield from self._chip(piece)

    def _lines(self) -> list[list[Token]]:
        lines: list[list[Token]] = [[]]
        for token in self._tokens:
            lines[-1].append(token)
            if token.kind == "n":
                lines.append([])
        return [line for line in lines if line]

    def _goes_on(self, line: list[Token]) -> bool:
        """Whether a further line is debris too: nothing else stands on it, or it has a counter."""
        whole = self._ends_line(line[-1])
        return any(t.kind == "c" for t in line) or (whole and any(t.kind in ITEMS for t in line))

    def _ends_line(self, token: Token) -> bool:
        return (
            token.kind in "nf"
            or self._text[token.end : token.end + 1] in ("\n", "")
            or not self._line_after(token.end).strip(" .")
        )

    def _complete(self, piece: list[Token]) -> bool:
        """Whether a piece in a line stands behind a full stop or in brackets, its last item with its counter."""
        first = next((t for t in piece if t.kind in ITEMS or (t.kind == "p" and self._text[t.start] in OPEN)), None)
        if first is None or not self._line_before(first.start).strip():
            return False
        ink = [t.kind for t in piece if t.kind not in "snfkp"]
        return "c" in ink and (
            first.kind == "p" or (ink[-1] not in ITEMS and bool(_AFTER_SENTENCE.search(self._line_before(first.start))))
        )

    def _line_before(self, place: int) -> str:
        start = max(0, place - NEAR)
        return self._text[max(start, self._text.rfind("\n", start, place) + 1) : place]

    def _line_after(self, place: int) -> str:
        end = self._text.find("\n", place, place + NEAR)
        return self._text[place : place + NEAR if end < 0 else end]

    def _chip(self, piece: list[Token]) -> Iterator[Chip]:
        text = self._text
        piece = self._trimmed(piece)
        if not piece:
            return
        start, end = piece[0].start, piece[-1].end
        items = [t for t in piece if t.kind in ITEMS]
        counters = [t for t in piece if t.kind == "c"]
        pairs = [t for t in self._pairs(piece) if not self._an_hour_later(t)]
        before = self._line_before(start)
        behind_sentence = bool(_AFTER_SENTENCE.search(before))
        if _GAINS.search(before + text[start:end] + self._line_after(end)[:40]) and items:
            return
        if pairs:
            confidence = self._confidence(pairs, items, behind_sentence, end)
            if confidence:
                yield self._with_words_around(piece, start, end, confidence)
            return
        if text[start] in OPEN and text[end - 1] in CLOSE:
            yield from self._bracket(piece, items, start, end)
        elif not before.strip() and self._ends_line(piece[-1]):
            if not counters and text[max(0, start - 2) : start].strip() == ":":
                return
            table = (
                counters
                and not items
                and re.search(r"\d\s*\n[^\n]{0,24}$|^$", text[max(0, start - 40) : start].rstrip("\n"))
            )
            if not table and (counters or any(t.kind == "d" and not self._address(t) for t in items)):
                yield Chip(Span(start, end), "line", "likely", self._cited(items))
        elif (
            self._ends_line(piece[-1]) and (listed := SOURCE_LINE.search(before)) and any(t.kind == "d" for t in items)
        ):
            yield Chip(Span(start - len(listed[0].lstrip()), end), "line", "likely", self._cited(items))
        elif self._ends_line(piece[-1]) and self._hangs_on_nothing(items, before, behind_sentence):
            yield Chip(Span(start, end), "line", "likely", self._cited(items))

    def _hangs_on_nothing(self, items: list[Token], before: str, behind_sentence: bool) -> bool:
        """Whether what ends a line without a pair is debris: a counter alone, or a known outlet's domain."""
        if not items:
            return behind_sentence
        known = items[0].kind == "d" and bool(items[0].outlet) and not self._address(items[0])
        return known and (behind_sentence or (not GOVERNS.search(before) and before.rstrip()[-1:] not in ",;:–—-("))

    def _address(self, token: Token) -> bool:
        return self._text.startswith(("http", "www."), token.start)

    def _trimmed(self, piece: list[Token]) -> list[Token]:
        """The piece without what belongs to the sentences around it: signs, connectives, names without a counter."""
        text = self._text
        first, last = 0, len(piece)
        while first < last and not self._opens(piece, first):
            first += 1
        at_end = first < last and self._ends_line(piece[-1])
        while first < last:
            token = piece[last - 1]
            closing = token.kind == "p" and text[token.start] in CLOSE
            bare = (
                token.kind in ITEMS
                and not at_end
                and text[token.end : token.end + 1] not in (".", ")")
                and last - first > 1
                # What sticks to the counter before it is no word of the next sentence.
                and not (piece[last - 2].kind == "c" and token.kind != "u" and " " in text[token.end : token.end + 1])
            )
            if token.kind in "sknfz" or (token.kind == "p" and not closing) or bare:
                last -= 1
            else:
                break
        piece = piece[first:last]
        inner = [text[t.start] for t in piece if t.kind == "p" and text[t.start] in "()[]"]
        opened = sum(c in OPEN for c in inner) - sum(c in CLOSE for c in inner) - sum(t.kind == "l" for t in piece)
        if (
            piece
            and opened > 0
            and text[piece[0].start] in OPEN
            and re.search(r"[)\]}]", self._line_after(piece[-1].end))
        ):
            return self._trimmed(piece[1:])
        if piece and opened < 0 and piece[-1].kind == "p":
            earlier = self._line_before(piece[0].start)
            if earlier.count("(") + earlier.count("[") > earlier.count(")") + earlier.count("]"):
                return self._trimmed(piece[:-1])
        return self._without_sentence_names(piece)

    def _without_sentence_names(self, piece: list[Token]) -> list[Token]:
        """ "told The Guardian reuters.com +4": a name without a counter before another item is the sentence's own."""
        if len(piece) < 3 or piece[0].kind != "o" or piece[1].kind != "s" or piece[2].kind not in ITEMS:
            return piece
        before = self._line_before(piece[0].start)
        if piece[2].outlet == piece[0].outlet or _AFTER_SENTENCE.search(before) or not re.search(r"[a-z]\s+$", before):
            return piece
        return piece[2:]

    def _opens(self, piece: list[Token], at: int) -> bool:
        first = piece[at]
        if first.kind in ITEMS or first.kind == "c":
            return True
        if first.kind != "p" or self._text[first.start] not in OPEN:
            return False
        rest = (t for t in piece[at + 1 : at + 6] if t.kind not in "sk" and self._text[t.start] not in OPEN)
        follows = next(rest, None)
        return follows is not None and follows.kind in ITEMS

    def _pairs(self, piece: list[Token]) -> list[Token]:
        """The items with a counter behind them."""
        result, item = [], None
        for token in piece:
            if token.kind in ITEMS:
                item = token
            elif token.kind == "c" and item:
                result.append(item)
                item = None
            elif token.kind not in "snf" and not (token.kind == "p" and self._text[token.start] == "/"):
                item = None
        return result

    def _an_hour_later(self, item: Token) -> bool:
        name = outlets.collapsed(self._text[item.start : item.end])
        return name in _AN_HOUR_LATER and bool(re.compile(r"[ ]?\+1(?!\d)").match(self._text, item.end))

    def _confidence(self, pairs: list[Token], items: list[Token], behind_sentence: bool, end: int) -> str:
        """How sure it is that items with counters are chips and no scores, polls, products; "" where none."""
        if any(t.kind == "d" and not t.sure for t in items):
            # "the pier had closed.kuensel.bt +4": a word of the sentence may stick to it.
            return "likely"
        if len(pairs) > 1 and any(t.sure and t.end - t.start > 2 for t in pairs) and not all(map(self._firm, items)):
            return "certain"
        one = pairs[0]
        if all(self._firm(t) for t in items):
            # "Amazon.com +3." may be a share's gain: nobody takes it out unread.
            return "" if self._of_shares(one.start) else "likely"
        if one.kind == "d" or any(t.kind == "d" for t in items) or (one.kind == "o" and one.sure):
            return "certain" if any(t.outlet for t in items) or not self._of_shares(one.start) else "likely"
        glued = self._text[one.end : one.end + 1] == "+"
        ended = (
            self._ends_line(Token("c", end, end))
            or self._text[end : end + 1] in ".)"
            or self._text[end : end + 2].strip().isupper()
        )
        name = self._text[one.start : one.end]
        if len(pairs) > 1 and self._a_list(pairs, items, behind_sentence, end):
            return "likely"
        if one.kind == "o":
            return "likely" if (behind_sentence or glued) and ended else ""
        if len(pairs) > 1:
            return ""
        if outlets.looks_like(name) and (behind_sentence or glued or self._text[end : end + 1] == ")") and ended:
            return "likely"
        if one.outlet and ended and not self._text[one.start : one.end].isupper():
            return "likely"
        return "likely" if glued and behind_sentence and ended and len(name) > 3 and not name.isupper() else ""

    def _a_list(self, pairs: list[Token], items: list[Token], behind_sentence: bool, end: int) -> bool:
        """Whether names with counters are a list of sources, though no name is one wherever it stands: not a table."""
        words = self._text[items[0].start : items[-1].end]
        known = any(t.outlet or outlets.looks_like(self._text[t.start : t.end]) for t in items)
        if any(t.kind == "t" for t in self._tokens) or ";" in words:
            return known
        bracketed = self._text[items[0].start - 1] in OPEN and self._text[end - 1] in CLOSE
        if behind_sentence and self._line_before(items[0].start).strip() and "," not in words:
            # Behind a sentence, with nothing between: no table is written so.
            return self._ends_line(Token("c", end, end)) or known
        return known and (bracketed or behind_sentence)

    def _firm(self, item: Token) -> bool:
        """Whether an address is written as the name of a firm, and of no outlet: Amazon.com."""
        name = self._text[item.start : item.end].partition(".")[0]
        return item.kind == "d" and not item.outlet and name[:1].isupper() and name[1:].islower()

    def _of_shares(self, place: int) -> bool:
        line = self._line_before(place)[-160:] + self._line_after(place)[:160]
        return _MARKET.search(line) is not None

    def _with_words_around(self, piece: list[Token], start: int, end: int, confidence: str) -> Chip:
        """The chip with the attribution that hangs on nothing else, or its counters where a sentence needs the name."""
        text = self._text
        items = [t for t in piece if t.kind in ITEMS]
        kind = "chip"
        cuts: tuple[Span, ...] = ()
        back = text[max(0, start - 160) : start]
        if opening := IN_BRACKET.search(back):
            closing = re.compile(r"\s*[)\]]").match(text, end)
            if closing and text[start] not in OPEN:
                return Chip(
                    Span(start - len(back) + opening.start(), closing.end()), kind, confidence, self._cited(items)
                )
        if line := SOURCE_LINE.search(text[max(0, start - 40) : start]):
            start -= len(line[0].lstrip())
        if text[start] not in OPEN and (attribution := BEFORE.search(back)):
            # The comma before it is the clause's, and goes with the fix; before "outlets such as" it is the list's.
            whole = LISTS.search(attribution[0]) and back[: attribution.start()][-1:] not in ("”", '"', "’")
            lead = attribution.end() - len(attribution[0].lstrip(" \u00a0" if whole else " ,\u00a0"))
            start, kind = start - len(back) + lead, "attribution"
            if after := AFTER.match(text, end):
                end = after.end()
            if _AFTER_SENTENCE.search(self._line_before(start)) and text[end : end + 1] == ",":
                end += 1
        elif text[start] not in OPEN and (
            REPORTS.match(text, end) or (GOVERNS.search(back) and not _AFTER_SENTENCE.search(back))
        ):
            cuts = tuple(Span(t.start, t.end) for t in piece if t.kind == "c")
        loose = kind == "attribution" or any(t.kind == "t" for t in piece)
        if loose and (coverage := FOR_COVERAGE.match(text, end)):
            end = coverage.end()
        return Chip(Span(start, end), kind, "likely" if cuts else confidence, self._cited(items), cuts)

    def _bracket(self, piece: list[Token], items: list[Token], start: int, end: int) -> Iterator[Chip]:
        """Domains in brackets, alone or with outlets and a date: at a sentence's end, or several."""
        domains = [t for t in items if t.kind == "d"]
        links = [t for t in piece if t.kind == "l"]
        if not domains or links:
            return
        ended = re.compile(r"\s*(?:[.,;!?]|\n|$)").match(self._text, end)
        known = any(t.outlet for t in items)
        if (len(items) > 1 and known) or (ended and domains[0].outlet):
            yield Chip(Span(start, end), "bracket", "likely", self._cited(items))

    def _cited(self, items: list[Token]) -> tuple[Cited, ...]:
        result = []
        for t in items:
            form = self._text[t.start : t.end]
            domain = form.split("//")[-1].split("/")[0].lower() if t.kind == "d" else ""
            # A form that a slip has spoilt is no right one of any outlet: the checks that compare outlets judge it.
            outlet = outlets.of_domain(domain) if domain else t.outlet if t.kind == "o" else ""
            result.append(Cited(Span(t.start, t.end), form, outlet, domain))
        return tuple(result)


_CUT_SHORT = lazy(r"…|\.\.\.")
_TITLE = lazy(r"(?<![\w’'])([A-Z][\w’'&-]*(?: [A-Za-z][\w’'&-]*){1,7}) ([A-Z][\w’'& -]{3,60})(?:…|\.\.\.)")


def _titles(text: str) -> Iterator[Chip]:
    """A title twice in a row, the second cut short: "Asian Development Bank Asian Development Ba…"."""
    for dots in _CUT_SHORT.finditer(text):
        start = max(text.rfind("\n", 0, dots.start()) + 1, dots.start() - 160)
        match = _TITLE.search(text, start, dots.end())
        if not match or match.end() != dots.end():
            continue
        words, cut = match[1] + " " + match[2], match[2]
        # The first title is whatever comes before the cut one and begins with it.
        for size in range(len(cut), len(words)):
            whole, short = words[:size].rstrip(), words[size:].lstrip()
            if len(short) >= 8 and whole.startswith(short) and words[size - 1 : size + 1].count(" "):
                yield Chip(Span(match.start(), match.end()), "line", "likely", ())
                break


_TWICE = lazy(r"\((?P<names>[^()\n]{2,100})\)+,? (?P<more>[A-Z][^()\n.]{1,60}),? etc\b(?:\.?\)|\.(?=\)))?")


def _closed_twice(text: str) -> Iterator[Chip]:
    """Outlets in a bracket that is closed before its end: "(Cape Argus; IOL), News24 etc)"."""
    for match in _TWICE.finditer(text):
        names = re.split(r"\s*[;,/]\s*", match["names"]) + re.split(r"\s*[;,/]\s*|\s+and\s+", match["more"])
        cited = [name for name in names if outlets.of_form(name) or outlets.looks_like(name)]
        if 2 * len(cited) >= len(names) and all(name[:1].isupper() for name in names):
            yield Chip(Span(*match.span()), "bracket", "likely", ())
