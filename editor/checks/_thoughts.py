"""One thought of one speaker in two sets of words that both stand between quotation marks."""

from __future__ import annotations

import difflib
import functools
import itertools
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from editor.article import Span
from editor.checks._said import WORD, Said, trimmed, unlike, within
from editor.ledger import Ledger, Stated
from editor.reading import meaning
from editor.reading import words as read_words
from editor.reading.patterns import lazy
from editor.reading.quotations import Quotation

_AGAIN = lazy(
    r"\b(?:in (?:the|his|her|their) (?:own )?words|(?:as|how) [^.“”\"]{2,40} (?:put|phrased|summed|worded|said)"
    r"|coined|the line|slogan|motto|repeated|recalled|reminded|quoted|earlier|again|original"
    r"|what (?:he|she|the [a-z]+) (?:had )?(?:said|told)|had (?:told|said|written))\b",
    re.IGNORECASE,
)
_RELAYED = lazy(
    r"\bread(?:ing)? (?:it|them|out|the [\w-]+(?: [\w-]+){0,2})(?: [\w-]+){0,2}? ?(?:aloud|out)\b|\bread out\b"
    r"|(?<![Ii]n )\b(?:the|those|these) (?:\w+ )?"
    r"(?:words|lines?|message|e-?mail|text|text message|letter|note|post|tweet) (?:from|of|in|to|on)\b"
    r"|\bis what\b|\bwhat (?:he|she|the [a-z]+) (?:had )?(?:said|told|wrote|written)\b"
    r"|\b(?:quoted|quoting|cited|citing)\b",
    re.IGNORECASE,
)
"""Somebody passes on what another said: who speaks in such a sentence is not whose words they are."""
_CARRIERS = {
    "text": "text", "texted": "text", "message": "text", "messages": "text", "messaged": "text", "sms": "text",
    "email": "text", "e-mail": "text", "emailed": "text", "letter": "letter", "note": "letter", "diary": "diary",
    "post": "post", "posted": "post", "tweet": "post", "tweeted": "post", "speech": "speech", "conference": "speech",
    "statement": "statement", "interview": "interview", "banner": "banner", "placard": "banner",
}  # fmt: skip
"""What carries words, and the kind of thing it is."""


class _Thought(NamedTuple):
    """A quotation with its words, who says it ("" where nobody is named), and whether it is said to come again."""

    stated: Stated[Quotation]
    place: Span
    words: str
    sense: tuple[meaning.Meant, ...]
    """What its words mean; empty until that is asked for."""
    who: str
    again: bool
    carriers: frozenset[str]
    """What is said to have carried the words: a letter, a message."""


def reworded(ledger: Ledger, said: Sequence[Said]) -> Iterator[tuple[Span, Span]]:
    """The places of quotations that are one thought in two wordings, the earlier first."""
    known: list[_Thought] = []
    held: dict[str | int, list[int]] = defaultdict(list)
    thoughts = list(_thoughts(ledger, said))
    if not any(_may_be_one(one, two) for one, two in itertools.combinations(thoughts, 2)):
        return
    for thought in (one._replace(sense=_meant(one.words)) for one in thoughts):
        near: dict[int, int] = defaultdict(int)
        for one in thought.sense:
            for n in {n for key in _keys(one) if len(held[key]) <= COMMON for n in held[key]}:
                near[n] += 1
        recent = range(max(0, len(known) - RECENT), len(known)) if thought.again else ()
        for n in sorted({*(n for n, shared in near.items() if shared > 1), *recent}):
            if _same_thought(ledger, known[n], thought, near[n]):
                yield known[n].place, thought.place
                break
        for key in {key for one in thought.sense for key in _keys(one)}:
            held[key].append(len(known))
        known.append(thought)


def _thoughts(ledger: Ledger, said: Sequence[Said]) -> Iterator[_Thought]:
    """The quotations of six words or more as thoughts, without their meanings; of one that holds another's words,
    those."""
    text = ledger.text
    for one in _joined(ledger, said):
        inner = _INNER.match(text, one.place.start, one.place.end)
        place = trimmed(text, Span(*inner.span("words"))) if inner else one.place
        if len(one.words) < 6:
            continue
        frame = _frame(ledger, one.stated) + (text[inner.end() : one.stated.span.end] if inner else "")
        relayed = bool(inner or _RELAYED.search(frame))
        around = _lead(ledger, one.stated) + frame
        carriers = frozenset(_CARRIERS[word] for word in re.findall(r"[\w-]+", around.lower()) if word in _CARRIERS)
        # What only goes on with the quotation before it is not what is said to come again.
        goes_on = one.voice is not None and one.voice.how == "continued"
        again = relayed or (not goes_on and bool(_AGAIN.search(frame)))
        who = "" if relayed else one.surname
        # Of a quotation in two parts what stands between them is not said.
        whole = inner or len(place) <= len(one.stated.thing.words)
        words = place.of(text) if whole else " ".join(one.words)
        yield _Thought(one.stated, place, words, (), who, again, carriers)


def _joined(ledger: Ledger, said: Sequence[Said]) -> Iterator[Said]:
    """The quotations, those made one that only the speaker parts: "“So we sold it,” she added, “and left.”"."""
    held: Said | None = None
    for one in said:
        gap = ledger.text[held.stated.span.end : one.stated.span.start] if held else ""
        same = bool(held and held.voice and one.voice and held.voice.span == one.voice.span)
        goes_on = same or (one.voice is not None and one.voice.how == "continued")
        if held and goes_on and len(gap) <= ASIDE and "." not in gap and "\n" not in gap:
            held = held._replace(words=[*held.words, *one.words], place=Span(held.place.start, one.place.end))
            continue
        if held:
            yield held
        held = one
    if held:
        yield held


ASIDE = 40
"""How many characters may say who speaks, in the middle of a quotation."""


def _lead(ledger: Ledger, stated: Stated[Quotation]) -> str:
    """The sentence before a quotation's, in its paragraph: it may tell of the letter that is then quoted."""
    sentence = stated.sentence
    return ledger.sentences[sentence.number - 1].span.of(ledger.text) + " " if sentence.nth else ""


_INNER = lazy(r"[‘'](?P<words>[^’']+(?:[’']\w+[^’']*)*?),?[’'] (?:is|was|were)\b")


def _keys(one: meaning.Meant) -> Iterator[str | int]:
    yield one.family
    yield from one.senses


RECENT = 30
"""How many quotations back one that says it takes up an earlier is compared whatever it shares."""
COMMON = 12
"""In how many quotations of an article a meaning may stand and still tell two of them to be one."""


def _may_be_one(one: _Thought, two: _Thought) -> bool:
    """Whether nothing but their words can tell two quotations apart: they stand in two paragraphs, and are not known
    to be said by two people."""
    if one.who and two.who and one.who != two.who:
        return False
    return one.stated.sentence.paragraph is not two.stated.sentence.paragraph


def _same_thought(ledger: Ledger, one: _Thought, two: _Thought, shared: int) -> bool:
    """Whether two quotations that share some meanings are one: the less is known of who speaks, the more they share."""
    if not _may_be_one(one, two):
        return False
    both = bool(one.who and two.who)
    enough = shared >= 2 and shared >= (0.4 if both else 0.6) * max(len(one.sense), len(two.sense))
    if not (enough or one.again or two.again):
        return False
    if within(*([w[0].lower() for w in WORD.finditer(each.place.of(ledger.text))] for each in (one, two))):
        return False
    if enough:
        return True
    if shared and two.again and one.carriers & two.carriers and _long_alike(one, two):
        return True
    return _alike(one.place.of(ledger.text), two.place.of(ledger.text), 0.3 if both else 0.5)


def _long_alike(one: _Thought, two: _Thought) -> bool:
    """Whether two quotations are about as long."""
    return 2 * min(len(one.place), len(two.place)) > max(len(one.place), len(two.place))


def _alike(one: str, two: str, least: float) -> bool:
    """Whether two quotations have so much in common, word by word; not where one is much the longer."""
    first, second = one.lower().split(), two.lower().split()
    if min(len(first), len(second)) < 0.6 * max(len(first), len(second)) or unlike(first, second, least):
        return False
    return difflib.SequenceMatcher(None, first, second, autojunk=False).ratio() >= least


@functools.lru_cache(2048)
def _meant(text: str) -> tuple[meaning.Meant, ...]:
    return meaning.meant([read_words.words(text)], text)[0]


def _frame(ledger: Ledger, stated: Stated[Quotation]) -> str:
    """The sentence around a quotation, without it, and what follows it to the sentence's end."""
    floor, text = stated.sentence.span.start, ledger.text
    end = text.find("\n", stated.span.end)
    return (
        text[floor : stated.span.start] + " " + text[stated.span.end : end if end > 0 else len(text)][:60].split(".")[0]
    )
