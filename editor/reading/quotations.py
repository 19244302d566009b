"""Quotations: words between quotation marks, and who says them."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Sequence
from typing import NamedTuple

from editor import resources
from editor.article import Span
from editor.reading.patterns import lazy


class Quotation(NamedTuple):
    """A quotation: its place with its marks, the words' own place, and the speaker's name where it is said near by."""

    span: Span
    words: Span
    speaker: Span | None = None
    verb: Span | None = None
    open: bool = False
    """Whether no mark closes it in this paragraph: it goes on in the next."""


_MARKS = lazy("[“”„«»‘’\"']")
# What an apostrophe opens: years and clipped words.
_CLIPPED = lazy(r"\d\ds\b|(?:em|til|tis|twas|n|cause|bout|kay)\b", re.IGNORECASE)
_BEFORE_OPENING = " \t\n\u00a0\u2009\u202f([{—–-/:“‘\"'"
LONGEST_SINGLE = 400
"""How far, in characters, a quotation in single marks may reach: an apostrophe must not swallow a page."""


def quotations(masked: str) -> tuple[Quotation, ...]:
    """The quotations of a paragraph, the outer ones only, in order. Apostrophes and inch marks open none."""
    if not _MARKS.search(masked):
        return ()
    found: list[tuple[int, int, bool]] = []
    at = 0
    while match := _MARKS.search(masked, at):
        start, mark = match.start(), match[0]
        at = start + 1
        end = _closing(masked, start, mark)
        if end is None:
            continue
        found.append((start, end, end > len(masked)))
        at = end
    result: list[Quotation] = []
    for n in range(len(found)):
        said = _with_speaker(masked, found, n)
        if said.speaker is None and result and masked[: said.span.start].rstrip()[-1:] == ".":
            # "…," she said. "…": the same voice goes on.
            said = said._replace(speaker=result[-1].speaker)
        result.append(said)
    return tuple(result)


def _closing(text: str, start: int, mark: str) -> int | None:
    """Where the quotation that `mark` opens ends, past its mark; past the text where it stays open; else None."""
    before = text[start - 1] if start else " "
    after = text[start + 1 : start + 2]
    if mark == "“":
        depth = 0
        for inner in re.finditer("[“”]", text[start:]):
            depth += 1 if inner[0] == "“" and not depth else -1 if inner[0] == "”" else 0
            if not depth:
                return start + inner.end()
        return len(text) + 1
    if mark == "„":
        inner = re.compile("[“”]").search(text, start + 1)  # type: ignore[assignment]
        return inner.end() if inner else None
    if mark == "«":
        end = text.find("»", start)
        return end + 1 if end > 0 else len(text) + 1
    if mark == '"':
        return _straight(text, start, before, after)
    if mark == "‘" or (mark == "'" and (before in _BEFORE_OPENING or not start)):
        return _single(text, start, "’" if mark == "‘" else "'", after)
    return None


def _straight(text: str, start: int, before: str, after: str) -> int | None:
    if not after or after.isspace() or before.isdigit() or before.isalpha():
        return None
    end = start
    while (end := text.find('"', end + 1)) > 0:
        if not text[end - 1].isspace() or text[end + 1 : end + 2].isspace():
            return end + 1
        if text[end - 1].isspace() and text[end + 1 : end + 2].isalnum():
            return None if start else len(text) + 1
    # A paragraph that ends inside the quotation goes on in the next; any other lone mark says nothing.
    return len(text) + 1


def _single(text: str, start: int, close: str, after: str) -> int | None:
    if not after or not (after.isalnum() or after in '“"…[') or _CLIPPED.match(text, start + 1):
        return None
    end, fallback = start, None
    while (end := text.find(close, end + 1, start + LONGEST_SINGLE)) > 0:
        follows, leads = text[end + 1 : end + 2], text[end - 1]
        if follows.isalnum() or leads.isspace():
            continue
        if leads in "sS" and follows == " " and text[end + 2 : end + 3].islower():
            # A plural's possessive, unless nothing later closes.
            fallback = fallback or end + 1
            continue
        if fallback and re.search(r"[.!?]\s", text[fallback:end]):
            return fallback
        return end + 1
    return fallback


_CAPITAL = r"[^\W\d_a-z][\w.’'\-]*"
_NAME = rf"{_CAPITAL}(?: (?:(?:de|del|della|di|da|dos|van|von|der|den|bin|ibn|al|el|la|le) )*{_CAPITAL}){{0,6}}"
_COMMON = r"(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir) (?:[\w’'\-]+ ){0,4}?[\w’'\-]+"
_ADVERBS = r"(?:(?:\w+ly|also|then|later|once|had|has|have|(?:likes?|liked|loves?|loved|used|went on) to) )*"


@functools.cache
def _verbs() -> str:
    """The forms of the verbs of saying, for a pattern: the stems that take the same endings together, by their first
    letters, so that few of them are tried and few compiled. What follows must tell where the word ends."""
    taking: dict[tuple[str, ...], dict[str, list[str]]] = {}
    for row in resources.rows("lexicon", "en", "speech.tsv"):
        forms = sorted(set(row[1].split()))
        same = itertools.takewhile(lambda pair: pair[0] == pair[1], zip(forms[0], forms[-1], strict=False))
        stem = "".join([letter for letter, _ in same])
        endings = tuple(form.removeprefix(stem) for form in reversed(forms))
        taking.setdefault(endings, {}).setdefault(stem[:1], []).append(stem[1:])
    return "|".join(
        f"{_either([first + _either(stems) for first, stems in begun.items()])}{_either(endings)}"
        for endings, begun in taking.items()
    )


def _either(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"(?:{'|'.join(words)})"


@functools.cache
def _speech() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What follows a quotation (said X, X said), what leads up to one, and a name or pronoun that may speak."""
    verb, capital, name, common, adverbs = _verbs(), _CAPITAL, _NAME, _COMMON, _ADVERBS
    who = rf"[Hh]e|[Ss]he|[Tt]hey|{name}|{common}(?=[,.;]|$)|{common}"
    follows = lazy(
        rf"[\s,.—–-]{{0,4}}(?:(?:(?:was|is|were|are) (?:how|what|the way) |as |is (?:the )?how |(?:was|is"
        rf"|are) the (?:words?|verdict|phrase) (?:of|from) )"
        rf"(?P<who3>{who})(?: {adverbs}(?P<verb3>{verb}|summed|puts?|phrased|framed|saw|sees|called)\b|(?=[,.;]))"
        rf"|(?:{adverbs}|were the )(?P<verb>{verb}"
        rf"|words of)(?: (?:[a-z]+ ){{0,3}}?)(?P<who>{who})(?:, (?P<after>{name}))?\b"
        rf"|(?:(?:{capital}[’']s|[Tt]he|[Hh]is|[Hh]er|[Aa]n?) (?:[a-z-]+ ){{0,3}}[a-z-]+,? "
        rf"|(?:[a-z-]+ ){{1,3}}(?=[A-Z]))?"
        rf"(?P<who2>{who})(?:(?:,[^,.“”\"]{{2,90}},)"
        rf"| who [^,.“”\"]{{2,60}},)?,? {adverbs}(?P<verb2>{verb})\b)"
    )
    leads = lazy(rf"\b(?P<verb>{verb})\b[^.!?“”\"]{{0,70}}$")
    return follows, leads, lazy(rf"\b(?:[Hh]e|[Ss]he|[Tt]hey)\b|{name}")


def sayings(masked: str) -> tuple[tuple[Span, Span], ...]:
    """Who says something in a paragraph and the verb of saying, in order, wherever what they say is quoted or not."""
    return tuple(
        [
            (Span(*match.span(who)), Span(*match.span(verb)))
            for match in _sayer().finditer(masked)
            for who, verb in (("named" if match["named"] else "who", "verb"), ("who2", "verb2"))
            if match[who] and match[who] not in _CALENDAR
        ]
    )


@functools.cache
def _sayer() -> re.Pattern[str]:
    """Somebody and a verb of saying right after, or after an aside; "according to" somebody."""
    verb = _verbs()
    # A description here ends right before its verb, so it must not reach over another clause.
    plain = r"(?!(?:and|or|but|who|that|which|when|as|on|in|at|to|for|was|were|is|are|had|has)\b)[\w’'\-]+"
    common = rf"(?:[Tt]he|[Aa]n?|[Oo]ne|[Hh]is|[Hh]er|[Tt]heir) (?:{plain} ){{0,3}}?{plain}"
    who = rf"\b(?:[Hh]e|[Ss]he|[Tt]hey)|{_NAME}|\b{common}"
    return lazy(
        rf"(?P<who>{who})(?:, (?:(?P<named>{_NAME})|[^,.“”\"\n]{{2,90}}),)? {_ADVERBS}(?P<verb>{verb})\b"
        rf"|\b(?P<verb2>[Aa]ccording to) (?P<who2>{_NAME}|{common})"
    )


def _with_speaker(masked: str, found: list[tuple[int, int, bool]], n: int) -> Quotation:
    start, end, still_open = found[n]
    end = min(end, len(masked))
    words = Span(start + 1, end if still_open else end - 1)
    floor = found[n - 1][1] if n else 0
    ceiling = found[n + 1][0] if n + 1 < len(found) else len(masked)
    speaker, verb = _after(masked, end, ceiling) or _before(masked, start, floor) or (None, None)
    return Quotation(Span(start, end), words, speaker, verb, still_open)


def _after(masked: str, end: int, ceiling: int) -> tuple[Span, Span] | None:
    """The speaker and verb that follow a quotation's end in the same sentence."""
    match = _speech()[0].match(masked, end, min(ceiling, end + 200))
    if not match or (masked[end - 2 : end - 1] in ".…" and match[0].lstrip()[:1].isupper() and not match["who2"]):
        return None
    if match["verb"]:
        return Span(*match.span("after" if match["after"] else "who")), Span(*match.span("verb"))
    if match["who3"]:
        who = Span(*match.span("who3"))
        return who, Span(*match.span("verb3")) if match["verb3"] else who
    if masked[end - 2 : end - 1] == "." and not match[0].startswith(","):
        return None
    return Span(*match.span("who2")), Span(*match.span("verb2"))


def _before(masked: str, start: int, floor: int) -> tuple[Span, Span] | None:
    """The speaker and verb that lead up to a quotation in the same sentence."""
    floor = max(floor, start - 240)
    _, leads, who = _speech()
    if own := _WORDS_OF.search(masked, max(floor, start - 90), start):
        return Span(*own.span("who")), Span(*own.span("verb"))
    match = leads.search(masked, max(floor, start - 100), start)
    if not match:
        return None
    verb = Span(*match.span("verb"))
    stop = max((m.end() for m in re.finditer(r"[.!?][”\"’)]? (?=[“\"A-Z])", masked[floor : verb.start])), default=0)
    for near in _sayer().finditer(masked, floor + stop, verb.end):
        if near.end("verb") == verb.end and near["who"] not in _CALENDAR:
            return Span(*near.span("named" if near["named"] else "who")), verb
    said = [m for m in who.finditer(masked, floor + stop, verb.start) if m[0] not in _CALENDAR]
    subject = [m for m in said if not _AFTER_PREPOSITION.search(masked, max(0, m.start() - 9), m.start())]
    return (Span(*(subject or said)[-1].span()), verb) if said else None


_WORDS_OF = lazy(
    r"(?:\b(?P<verb>[Ii]n the words of|[Tt]o quote|[Aa]ccording to|[Aa]s (?=[A-Z][^.]{2,30} (?:put|said|told|says"
    r"|puts)))"
    r" (?:(?:Mr|Mrs|Ms|Dr|Prof)\.? )?(?P<who>[^\W\d_a-z][\w’'-]+(?: [^\W\d_a-z][\w’'-]+)*)(?: (?:put|puts|said"
    r"|told) [^.:]{0,20})?"
    r"[,:]? ?)$"
)
_AFTER_PREPOSITION = lazy(r"\b(?:in|at|on|of|from|to|for|by|near|with|after|before) $")
_CALENDAR = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August"
    " September October November December".split()
)
