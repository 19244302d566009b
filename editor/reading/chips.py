"""Source chips: an outlet or a domain with a counter ("Geo.tv +6"), as search engines and assistants show their sources.

Chips come over line breaks, in brackets, closed twice, glued to the next sentence, woven into prose by a paraphraser. So
the lines that hold a counter or a domain are cut into tokens, and runs of tokens that nobody wrote are looked for: items
(domains, outlets, names with a counter), counters, and the connectives and signs between them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from editor.article import Span
from editor.reading import outlets
from editor.reading.sources import Cited, hosts, is_domain


class Chip(NamedTuple):
    """A piece of debris made of sources: what goes, how sure that is, what to cut where the name itself must stay."""

    span: Span
    kind: str
    confidence: str
    cited: tuple[Cited, ...]
    cuts: tuple[Span, ...] = ()


class _Token(NamedTuple):
    kind: str
    """d domain, o outlet, u unknown name, c counter, k connective, t tail ("etc", "more source"), l link's address, z date,
    p sign, f full stop, n line end, s blank, w word, x anything else."""
    start: int
    end: int
    outlet: str = ""
    sure: bool = True


LONGEST_NAME = 60
"""The most characters of a line that may hold a source's name and nothing else."""

_ITEMS, _RUN = frozenset("dou"), frozenset("douctklzpns")
_COUNTED = r"\+\d{1,2}(?!\d|[.,:]\d|[%°]|(?:st|nd|rd|th)\b|\s?(?:per\s?cent|pc|pts?|points?|degrees?|bps)\b)"
_PHONE = re.compile(r"\+\d{1,3}[ .-]?\(?\d{1,4}\)?(?:[ .-]\d{2,4}){2,}")
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DATE = rf"(?:\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?)(?:,? \d{{4}})?(?!\w)"
_TOKEN = re.compile(
    rf"(?P<l>\]\([^()\s]*\))|(?P<c>(?<![+]){_COUNTED}|\(\+\d{{1,2}}\))|(?P<z>{_DATE})"
    r"|(?P<d>(?:https?://)?(?:[A-Za-z0-9][A-Za-z0-9-]*\.)+[A-Za-z]{2,12}(?![\w-])(?:/[^\s+(),;\]]*)?)"
    r"|(?P<n>[ \t]*\n[ \t]*)|(?P<s>[ \t\u00a0\u202f]+)|(?P<p>[()\[\]{},;|/·•&:])|(?P<w>[^\W\d_][\w’'&-]*)|(?P<x>.)",
    re.DOTALL,
)
_OPEN, _CLOSE = "([{", ")]}"
_ANCHOR = re.compile(r"\+\d{1,2}(?!\d)")
_UNKNOWN = re.compile(
    rf"[^\W\d_a-z][\w’'&-]*(?:[ ](?:[^\W_a-z][\w’'&-]*|of|and|for|the|de|la)){{0,5}}?(?P<gap>[ ]?)(?={_COUNTED})"
)
_COUNTER_NEXT = re.compile(r"[ ]?/?(?=\+\d{1,2}(?!\d))")
_GLUED = re.compile(r"(?<=[a-z])[A-Z]")
_TAIL = re.compile(r"(?:and )?(?:more )?sources?\b|more\b(?=\W*(?:\n|$|[.)]))|(?:and|among) others?\b|and more\b")
_CONNECTIVES = frozenset("and by via from at or with through per also plus as well along in".split())
_NEVER = frozenset("gmt utc cet cest bst est edt pst pdt ist pkt disney canal google apple paramount".split())
# Channels that are shown again an hour later: ITV+1 is a channel.
_AN_HOUR_LATER = frozenset("itv itv2 itv3 itv4 channel4 e4 more4 film4 channel5 sky virgin dave".split())
_AFTER_SENTENCE = re.compile(r"(?:[.!?…][\"”’')\]]*|:)\s*$|^\s*$")
# Signed figures beside names are a list of gains and losses, not sources.
_GAINS = re.compile(r"\s[−–-]\d|\+\d+[.,]\d")

_MANY = (
    r"(?:multiple|several|various|many|numerous|a number of|a range of|some|other|different|local|international|two|three)\s+"
    r"(?:(?:media|news|press|online|local|international|reputable|credible)\s+)*"
    r"(?:sources|sites|websites|outlets|reports|agencies|portals|channels|publications|papers|newspapers|platforms|media)"
)
_ATTRIBUTED = (
    r"according to|as per|as (?:\w+ly |first )?(?:reported|stated|noted|cited|quoted|covered|published|seen|told|confirmed|detailed)"
    r" (?:by|in|on|to|from)|citing|as cited by|sourced from|with reports? (?:from|by)|based on (?:reports|reporting|coverage)"
    r" (?:from|by|in)|per reports (?:from|by)"
)
_BEFORE = re.compile(
    rf"(?:,?[ \u00a0]*\b(?:{_ATTRIBUTED})\s+(?:{_MANY},?\s+(?:(?:such as|including|like|namely|e\.g\.,?)\s+)?)?(?:the\s+)?"
    r"|,?[ \u00a0]*\b(?:such as|including|like|among them|namely|e\.g\.,?)\s+|,[ \u00a0]*(?:via|per|by|from|reports?)\s+|[ \u00a0]+via\s+)$",
    re.IGNORECASE,
)
_IN_BRACKET = re.compile(
    r"[(\[]\s*(?:(?:sources?|via|see|from|per|also|credit|references?|refs?)\s*:?\s*)?$", re.IGNORECASE
)
_SOURCE_LINE = re.compile(r"(?:^|(?<=\n))[ \t]*(?:sources?|via|references?)\s*:\s*$", re.IGNORECASE)
_AFTER = re.compile(r"(?:\s+(?:(?:news\s+)?(?:web)?sites?|respectively|reports))+\b")
_FOR_COVERAGE = re.compile(r"\s+for (?:its|their|the|full|more|further|additional|complete|detailed)\b[^.!?\n]*")
# Where one of these stands before, the name is the sentence's own and only the counter is debris.
_GOVERNS = re.compile(
    r"\b(?:by|to|told|tells|from|of|on|in|at|with|for|the|its|their|and|or|told the|said)\s+$", re.IGNORECASE
)


def chips(text: str) -> Iterator[Chip]:
    """The source chips of an article's text, in order."""
    for start, end in _windows(text):
        tokens = _tokens(text, start, end)
        at = 0
        while at < len(tokens):
            stop = at
            while stop < len(tokens) and (tokens[stop].kind in _RUN or tokens[stop].kind == "f"):
                stop += 1
            if any(token.kind in "dc" for token in tokens[at:stop]):
                yield from _Run(text, tokens, at, stop).chips()
            at = stop + 1
    if "…" in text or "..." in text:
        yield from _titles(text)


def _windows(text: str) -> Iterator[tuple[int, int]]:
    """Stretches of lines, each of which holds a counter or a domain."""
    places = [match.start() for match in _ANCHOR.finditer(text)]
    if "." in text:
        places += [site.span.start for site in hosts(text)]
    window: tuple[int, int] | None = None
    for place in sorted(places):
        if window and place < window[1]:
            continue
        start, end = text.rfind("\n", 0, place) + 1, text.find("\n", place)
        if (
            start == place
            and start > 1
            and 0 < start - 1 - (above := text.rfind("\n", 0, start - 1) + 1) < LONGEST_NAME
        ):
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


def _tokens(text: str, start: int, end: int) -> list[_Token]:
    result: list[_Token] = []
    phones = [match.span() for match in _PHONE.finditer(text, start, end)]
    at = start
    while at < end:
        match = _TOKEN.match(text, at, end)
        assert match and match.lastgroup
        token = _token(text, match.lastgroup, at, match.end(), end, result)
        if token.kind == "c" and any(a <= at < b for a, b in phones):
            token = token._replace(kind="x")
        result.append(token)
        at = token.end
    return result


def _token(text: str, kind: str, at: int, stop: int, end: int, before: list[_Token]) -> _Token:
    words = text[at:stop]
    if kind == "d":
        host = words.split("//")[-1].split("/")[0]
        if text[at - 1 : at] != "@" and (is_domain(host) or _COUNTER_NEXT.match(text, at + len(words.rstrip("/")))):
            return _Token("d", at, stop - words.endswith("/"), outlets.of_domain(host))
        kind, stop = "w", at + max(1, words.find("."))
        words = text[at:stop]
    if kind == "w":
        if words.lower() in ("etc", "al"):
            return _Token("t", at, stop + (text[stop : stop + 2] == ".)"))
        named = outlets.at(text, at) if words[0].isupper() or not text[at - 1 : at].isalpha() else None
        if named and named.end <= end and any(c.isupper() for c in text[at : named.end]):
            return _Token(
                "o", at, named.end, named.form.outlet, named.form.sure or named.end - at > len(named.form.words)
            )
        last = next((token.kind for token in reversed(before) if token.kind != "s"), "")
        if last == "c" and (tail := _TAIL.match(text, at)):
            return _Token("t", at, tail.end())
        if words.lower() in _CONNECTIVES:
            return _Token("k", at, stop)
        if words[0].islower() and (glued := _GLUED.search(words)) and outlets.at(text, at + glued.start()):
            return _Token("w", at, at + glued.start())
        if words[0].isupper() and (unknown := _UNKNOWN.match(text, at, end)):
            name = unknown[0].rstrip(" ")
            if name.lower() not in _NEVER and not _ends_in_outlet(text, at, at + len(name)):
                return _Token("u", at, at + len(name), "", not unknown["gap"])
    if kind == "x" and words == "." and before and before[-1].kind in "ctdo" and text[stop : stop + 1] in ("\n", ""):
        kind = "f"
    return _Token(kind, at, stop)


def _ends_in_outlet(text: str, start: int, end: int) -> bool:
    """Whether a run of capitals ends in a known outlet: then the words before it are the sentence's own."""
    blanks = (n + 1 for n in range(start, end) if text[n] == " ")
    return any((found := outlets.at(text, place)) and found.end == end for place in blanks)


class _Run:
    """A run of tokens that no sentence is made of, and the chips in it."""

    def __init__(self, text: str, tokens: list[_Token], at: int, stop: int) -> None:
        self._text, self._tokens, self._at, self._stop = text, tokens, at, stop

    def chips(self) -> Iterator[Chip]:
        """The run's chips: one for its lines, or several where a line that is complete in itself hangs on a sentence."""
        lines = self._lines()
        piece: list[_Token] = []
        for number, line in enumerate(lines):
            if piece and self._complete(piece):
                yield from self._chip(piece)
                piece = []
            if number and not self._goes_on(line):
                continue
            piece += line
        if piece:
            yield from self._chip(piece)

    def _lines(self) -> list[list[_Token]]:
        lines: list[list[_Token]] = [[]]
        for token in self._tokens[self._at : self._stop]:
            lines[-1].append(token)
            if token.kind == "n":
                lines.append([])
        return [line for line in lines if line]

    def _goes_on(self, line: list[_Token]) -> bool:
        """Whether a further line is debris too: nothing else stands on it, or it has a counter."""
        whole = self._ends_line(line[-1])
        return any(t.kind == "c" for t in line) or (whole and any(t.kind in _ITEMS for t in line))

    def _ends_line(self, token: _Token) -> bool:
        return (
            token.kind in "nf"
            or self._text[token.end : token.end + 1] in ("\n", "")
            or not self._line_after(token.end).strip(" .")
        )

    def _complete(self, piece: list[_Token]) -> bool:
        """Whether a piece in a line of prose stands behind a full stop or in brackets, its last item with its counter."""
        first = next((t for t in piece if t.kind in _ITEMS or (t.kind == "p" and self._text[t.start] in _OPEN)), None)
        if first is None or not self._line_before(first.start).strip():
            return False
        ink = [t.kind for t in piece if t.kind not in "snfkp"]
        return "c" in ink and (
            first.kind == "p" or (ink[-1] not in _ITEMS and bool(_AFTER_SENTENCE.search(self._line_before(first.start))))
        )

    def _line_before(self, place: int) -> str:
        return self._text[self._text.rfind("\n", 0, place) + 1 : place]

    def _line_after(self, place: int) -> str:
        end = self._text.find("\n", place)
        return self._text[place : len(self._text) if end < 0 else end]

    def _chip(self, piece: list[_Token]) -> Iterator[Chip]:
        text = self._text
        piece = self._trimmed(piece)
        if not piece:
            return
        start, end = piece[0].start, piece[-1].end
        items = [t for t in piece if t.kind in _ITEMS]
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
        if text[start] in _OPEN and text[end - 1] in _CLOSE:
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
        elif self._ends_line(piece[-1]) and self._hangs_on_nothing(items, before, behind_sentence):
            yield Chip(Span(start, end), "line", "likely", self._cited(items))

    def _hangs_on_nothing(self, items: list[_Token], before: str, behind_sentence: bool) -> bool:
        """Whether what ends a line of prose without a counter is debris: a counter alone, or a known outlet's domain."""
        if not items:
            return behind_sentence
        known = items[0].kind == "d" and bool(items[0].outlet) and not self._address(items[0])
        return known and (behind_sentence or (not _GOVERNS.search(before) and before.rstrip()[-1:] not in ",;:–—-("))

    def _address(self, token: _Token) -> bool:
        return self._text.startswith(("http", "www."), token.start)

    def _trimmed(self, piece: list[_Token]) -> list[_Token]:
        """The piece without what belongs to the sentences around it: signs, connectives, names without a counter."""
        text = self._text
        while piece and not self._opens(piece):
            piece = piece[1:]
        at_end = bool(piece) and self._ends_line(piece[-1])
        while piece:
            last = piece[-1]
            closing = last.kind == "p" and text[last.start] in _CLOSE
            bare = last.kind in _ITEMS and not at_end and text[last.end : last.end + 1] not in ".)" and len(piece) > 1
            if last.kind in "sknfz" or (last.kind == "p" and not closing) or bare:
                piece = piece[:-1]
            else:
                break
        inner = [text[t.start] for t in piece if t.kind == "p" and text[t.start] in "()[]"]
        opened = sum(c in _OPEN for c in inner) - sum(c in _CLOSE for c in inner) - sum(t.kind == "l" for t in piece)
        if (
            piece
            and opened > 0
            and text[piece[0].start] in _OPEN
            and re.search(r"[)\]}]", self._line_after(piece[-1].end))
        ):
            return self._trimmed(piece[1:])
        if piece and opened < 0 and piece[-1].kind == "p":
            earlier = self._line_before(piece[0].start)
            if earlier.count("(") + earlier.count("[") > earlier.count(")") + earlier.count("]"):
                return self._trimmed(piece[:-1])
        return self._without_sentence_names(piece)

    def _without_sentence_names(self, piece: list[_Token]) -> list[_Token]:
        """ "told The Guardian reuters.com +4": a name without a counter before another item is the sentence's own."""
        if len(piece) < 3 or piece[0].kind != "o" or piece[1].kind != "s" or piece[2].kind not in _ITEMS:
            return piece
        before = self._line_before(piece[0].start)
        if piece[2].outlet == piece[0].outlet or _AFTER_SENTENCE.search(before) or not re.search(r"[a-z]\s+$", before):
            return piece
        return piece[2:]

    def _opens(self, piece: list[_Token]) -> bool:
        first = piece[0]
        if first.kind in _ITEMS or first.kind == "c":
            return True
        rest = next(
            (t for t in piece[1:] if t.kind not in "sk" and not (t.kind == "p" and self._text[t.start] in _OPEN)), None
        )
        return first.kind == "p" and self._text[first.start] in _OPEN and rest is not None and rest.kind in _ITEMS

    def _pairs(self, piece: list[_Token]) -> list[_Token]:
        """The items with a counter behind them."""
        result, item = [], None
        for token in piece:
            if token.kind in _ITEMS:
                item = token
            elif token.kind == "c" and item:
                result.append(item)
                item = None
            elif token.kind not in "snf" and not (token.kind == "p" and self._text[token.start] in "/"):
                item = None
        return result

    def _an_hour_later(self, item: _Token) -> bool:
        name = outlets.collapsed(self._text[item.start : item.end])
        return name in _AN_HOUR_LATER and bool(re.compile(r"[ ]?\+1(?!\d)").match(self._text, item.end))

    def _confidence(self, pairs: list[_Token], items: list[_Token], behind_sentence: bool, end: int) -> str:
        """How sure it is that items with counters are chips and no scores, polls or products; "" where they are none."""
        if len(pairs) > 1 and any(t.sure and t.end - t.start > 2 for t in pairs):
            return "certain"
        one = pairs[0]
        if one.kind == "d" or any(t.kind == "d" for t in items) or (one.kind == "o" and one.sure):
            return "certain"
        glued = self._text[one.end : one.end + 1] == "+"
        ended = (
            self._ends_line(_Token("c", end, end))
            or self._text[end : end + 1] in ".)"
            or self._text[end : end + 2].strip().isupper()
        )
        name = self._text[one.start : one.end]
        if one.kind == "o":
            return "likely" if (behind_sentence or glued) and ended else ""
        if len(pairs) > 1:
            return ""
        return "likely" if glued and behind_sentence and ended and len(name) > 3 and not name.isupper() else ""

    def _with_words_around(self, piece: list[_Token], start: int, end: int, confidence: str) -> Chip:
        """The chip with the attribution that hangs on nothing else, or, where the sentence needs the name, its counters."""
        text = self._text
        items = [t for t in piece if t.kind in _ITEMS]
        kind = "chip"
        cuts: tuple[Span, ...] = ()
        back = text[max(0, start - 160) : start]
        if opening := _IN_BRACKET.search(back):
            closing = re.compile(r"\s*[)\]]").match(text, end)
            if closing and text[start] not in _OPEN:
                return Chip(
                    Span(start - len(back) + opening.start(), closing.end()), kind, confidence, self._cited(items)
                )
        if line := _SOURCE_LINE.search(text[max(0, start - 40) : start]):
            start -= len(line[0].lstrip())
        if text[start] not in _OPEN and (attribution := _BEFORE.search(back)):
            lead = attribution.start()
            if attribution[0].startswith(",") or back[lead:].lstrip() != back[lead:]:
                quoted = re.search(r"[”\"’]$", back[:lead])
                keep = (
                    len(back[lead:]) - len(back[lead:].lstrip(" ,"))
                    if quoted
                    else len(back[lead:]) - len(back[lead:].lstrip(" "))
                )
                lead += keep
            start, kind = start - len(back) + lead, "attribution"
            if after := _AFTER.match(text, end):
                end = after.end()
            if _AFTER_SENTENCE.search(self._line_before(start)) and text[end : end + 1] == ",":
                end += 1
        elif text[start] not in _OPEN and _GOVERNS.search(back) and not _AFTER_SENTENCE.search(back):
            cuts = tuple(Span(t.start, t.end) for t in piece if t.kind == "c")
        if kind == "attribution" or any(t.kind == "t" for t in piece):
            if coverage := _FOR_COVERAGE.match(text, end):
                end = coverage.end()
        return Chip(Span(start, end), kind, "likely" if cuts else confidence, self._cited(items), cuts)

    def _bracket(self, piece: list[_Token], items: list[_Token], start: int, end: int) -> Iterator[Chip]:
        """Domains in brackets, alone or with outlets and a date: at a sentence's end, or several."""
        domains = [t for t in items if t.kind == "d"]
        links = [t for t in piece if t.kind == "l"]
        if not domains or links:
            return
        ended = re.compile(r"\s*(?:[.,;!?]|\n|$)").match(self._text, end)
        known = any(t.outlet for t in items)
        if (len(items) > 1 and known) or (ended and domains[0].outlet):
            yield Chip(Span(start, end), "bracket", "likely", self._cited(items))

    def _cited(self, items: list[_Token]) -> tuple[Cited, ...]:
        result = []
        for t in items:
            form = self._text[t.start : t.end]
            domain = form.split("//")[-1].split("/")[0].lower() if t.kind == "d" else ""
            result.append(Cited(Span(t.start, t.end), form, t.outlet, domain))
        return tuple(result)


_TITLE = re.compile(r"(?<![\w’'])([A-Z][\w’'&-]*(?: [A-Za-z][\w’'&-]*){1,7}) ([A-Z][\w’'& -]{3,60})(?:…|\.\.\.)")


def _titles(text: str) -> Iterator[Chip]:
    """A title twice in a row, the second cut short: "Asian Development Bank Asian Development Ba…"."""
    for match in _TITLE.finditer(text):
        words, cut = match[1] + " " + match[2], match[2]
        # The first title is whatever comes before the cut one and begins with it.
        for size in range(len(cut), len(words)):
            whole, short = words[:size].rstrip(), words[size:].lstrip()
            if len(short) >= 8 and whole.startswith(short) and words[size - 1 : size + 1].count(" "):
                yield Chip(Span(match.start(), match.end()), "line", "likely", ())
                break
