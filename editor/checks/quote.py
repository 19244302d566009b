"""One quotation from two mouths, or in two wordings."""

from __future__ import annotations

import difflib
import re
from collections import Counter, defaultdict, deque
from collections.abc import Iterator
from typing import NamedTuple

from editor.article import Span
from editor.checks._conflict import conflict
from editor.finding import Finding
from editor.ledger import Ledger, Person, Stated
from editor.reading import meaning
from editor.reading import words as said_words
from editor.reading.lemmas import stop_words
from editor.reading.names import Name, lexicon
from editor.reading.patterns import lazy
from editor.reading.people import plain
from editor.reading.quotations import Quotation

_WORD = lazy(r"[^\W_]+(?:[’'][^\W_]+)?")


MOST = 60
"""With how many of the quotations before it that share a word one is compared: with the last."""


def check(ledger: Ledger, *, shortest: int = 4, alike: float = 0.55) -> Iterator[Finding]:
    said: list[tuple[Stated[Quotation], list[str], Span]] = []
    for stated in ledger.quotations:
        words_span = _trimmed(ledger.text, stated.at(stated.thing.words))
        words = [w[0].lower().replace("’", "'") for w in _WORD.finditer(words_span.of(ledger.text))]
        if len(words) >= shortest:
            said.append((stated, _full(words), words_span))
    by_word: dict[str, deque[int]] = {}
    told: list[Span] = []
    for n, (_, words, _) in enumerate(said):
        content = {word for word in words if word not in stop_words()}
        shared = Counter(m for word in content for m in by_word.get(word, ()))
        for m in sorted(m for m, size in shared.items() if size >= min(2, len(content)) and 3 * size >= len(content)):
            if found := _compared(ledger, said[m], said[n], alike):
                told += found.places
                yield found
                break
        for word in content:
            by_word.setdefault(word, deque(maxlen=MOST)).append(n)
    for found in _reworded(ledger, said):
        if not any(found.span.touches(place) for place in told):
            yield found


def _compared(
    ledger: Ledger,
    one: tuple[Stated[Quotation], list[str], Span],
    two: tuple[Stated[Quotation], list[str], Span],
    alike: float,
) -> Finding | None:
    (first, words, place), (second, others, where) = one, two
    same = words == others or _within(words, others)
    who, other = _speaker(ledger, first), _speaker(ledger, second)
    if same:
        if (
            who
            and other
            and plain(who.split()[-1]) != plain(other.split()[-1])
            and len(min(words, others, key=len)) >= 4
        ):
            a, b = first.at(first.thing.speaker), second.at(second.thing.speaker)  # type: ignore[arg-type]
            more = [*_named(ledger, who, a), *_named(ledger, other, b)]
            more += [quoted for span, quoted in ((a, place), (b, where)) if span.of(ledger.text).islower()]
            return conflict(ledger, "speaker", a, b, *more, keep=False, who=who, other=other)
        return None
    if (
        who
        and other
        and plain(who.split()[-1]) != plain(other.split()[-1])
        and not (_pronoun(first) or _pronoun(second))
    ):
        return None
    if min(len(words), len(others)) < 6 or first.sentence.paragraph is second.sentence.paragraph:
        return None
    ratio = difflib.SequenceMatcher(None, words, others, autojunk=False).ratio()
    if ratio >= alike or (who and other and min(len(words), len(others)) >= 9 and ratio >= 0.5):
        return conflict(ledger, "wording", place, where)
    return None


_AGAIN = lazy(
    r"\b(?:in (?:the|his|her|their) (?:own )?words|(?:as|how) [^.“”\"]{2,40} (?:put|phrased|summed|worded|said)"
    r"|coined|the line"
    r"|slogan|motto|repeated|recalled|reminded|quoted|earlier|again|what (?:he|she) had (?:said|told)|original)\b",
    re.IGNORECASE,
)


class _Thought(NamedTuple):
    """A quotation with its meanings, who says it ("" where nobody is named), and whether it is said to come again."""

    stated: Stated[Quotation]
    place: Span
    sense: tuple[meaning.Meant, ...]
    who: str
    again: bool


def _reworded(ledger: Ledger, said: list[tuple[Stated[Quotation], list[str], Span]]) -> Iterator[Finding]:
    """One thought of one speaker in two sets of words that both stand between quotation marks."""
    known: list[_Thought] = []
    held: dict[str | int, list[int]] = defaultdict(list)
    for stated, words, place in said:
        if len(words) < 6:
            continue
        who = plain(_speaker(ledger, stated).rpartition(" ")[2])
        again = bool(_AGAIN.search(_frame(ledger, stated)))
        thought = _Thought(stated, place, _meant(place.of(ledger.text)), who, again)
        near: dict[int, int] = defaultdict(int)
        for one in thought.sense:
            for n in {n for key in _keys(one) if len(held[key]) <= COMMON for n in held[key]}:
                near[n] += 1
        recent = range(max(0, len(known) - RECENT), len(known)) if again else ()
        for n in sorted({*(n for n, shared in near.items() if shared > 1), *recent}):
            if _same_thought(ledger, known[n], thought, near[n]):
                yield conflict(ledger, "wording", known[n].place, place)
                break
        for key in {key for one in thought.sense for key in _keys(one)}:
            held[key].append(len(known))
        known.append(thought)


def _keys(one: meaning.Meant) -> Iterator[str | int]:
    yield one.family
    yield from one.senses


RECENT = 30
"""How many quotations back one that says it takes up an earlier is compared whatever it shares."""
COMMON = 12
"""In how many quotations of an article a meaning may stand and still tell two of them to be one."""


def _same_thought(ledger: Ledger, one: _Thought, two: _Thought, shared: int) -> bool:
    """Whether two quotations that share some meanings are one: the less is known of who speaks, the more they share."""
    if (one.who and two.who and one.who != two.who) or one.stated.sentence.paragraph is two.stated.sentence.paragraph:
        return False
    both = bool(one.who and two.who)
    if shared >= 2 and shared >= (0.4 if both else 0.6) * max(len(one.sense), len(two.sense)):
        return True
    if not one.again and not two.again:
        return False
    return _alike(one.place.of(ledger.text), two.place.of(ledger.text)) >= (0.3 if both else 0.5)


def _alike(one: str, two: str) -> float:
    """How much two quotations have in common, word by word; 0 where one is much the longer."""
    first, second = one.lower().split(), two.lower().split()
    if min(len(first), len(second)) < 0.6 * max(len(first), len(second)):
        return 0
    return difflib.SequenceMatcher(None, first, second, autojunk=False).ratio()


def _meant(text: str) -> tuple[meaning.Meant, ...]:
    return meaning.meant([said_words.words(text)], text)[0]


def _frame(ledger: Ledger, stated: Stated[Quotation]) -> str:
    """The sentence around a quotation, without it, and what follows it to the sentence's end."""
    floor, text = stated.sentence.span.start, ledger.text
    end = text.find("\n", stated.span.end)
    return (
        text[floor : stated.span.start] + " " + text[stated.span.end : end if end > 0 else len(text)][:60].split(".")[0]
    )


def _trimmed(text: str, span: Span) -> Span:
    """The words without the punctuation that the sentence around them asks for."""
    words = span.of(text).rstrip(" ,.;")
    return Span(span.start, span.start + len(words))


def _full(words: list[str]) -> list[str]:
    """The words with contractions written out."""
    result: list[str] = []
    for word in words:
        for ending, full in (("'re", "are"), ("n't", "not"), ("'m", "am"), ("'ll", "will"), ("'ve", "have")):
            if word.endswith(ending):
                result += [word.removesuffix(ending), full]
                break
        else:
            result.append(word)
    return result


def _within(one: list[str], two: list[str]) -> bool:
    """Whether the shorter is a stretch of the longer."""
    short, long = sorted((one, two), key=len)
    return any(long[n : n + len(short)] == short for n in range(len(long) - len(short) + 1))


def _speaker(ledger: Ledger, stated: Stated[Quotation]) -> str:
    """The speaker's name as written; for a pronoun whoever was named last before it; a common noun names nobody."""
    if not stated.thing.speaker:
        return ""
    span = stated.at(stated.thing.speaker)
    words = span.of(ledger.text)
    if words.lower() in ("he", "she"):
        return _meant_by(ledger, words.lower(), stated)
    if not words[:1].isupper() or words in ("They", "The", "It", "A", "An", "One") or words.startswith(("The ", "A ")):
        return ""
    return words


def _named(ledger: Ledger, who: str, place: Span) -> list[Span]:
    """Where a speaker who is given by surname or pronoun is named in full, if that is elsewhere."""
    if " " in place.of(ledger.text):
        return []
    person = next(
        (one for one in ledger.people if one.given and plain(one.surname) == plain(who.rpartition(" ")[2])), None
    )
    full = next((m for m in person.mentions if m.thing.given), None) if person else None
    return [full.span] if full and not full.span.touches(place) else []


def _pronoun(stated: Stated[Quotation]) -> bool:
    return stated.thing.speaker is not None and len(stated.thing.speaker) <= 3


def _meant_by(ledger: Ledger, pronoun: str, stated: Stated[Quotation]) -> str:
    """The person of fitting gender who was named last before a quotation, in its paragraph or the one before."""
    number, gender = stated.sentence.number, "f" if pronoun == "she" else "m"
    for mention, person in reversed(_before(ledger, stated.span.start, number)):
        known = mention.thing.gender or lexicon().given.get(person.given.partition(" ")[0], "")
        if known in ("", gender):
            return person.surname
    return ""


def _before(ledger: Ledger, start: int, number: int, reach: int = 4) -> list[tuple[Stated[Name], Person]]:
    near = (one for n in range(number - reach, number + 1) for one in ledger.mentions.get(n, ()))
    return [one for one in near if one[0].span.start < start]
