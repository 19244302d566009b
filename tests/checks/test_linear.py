"""No text of any shape makes a check slow: twice the text takes twice the time, and no check longer than its share."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor import checker, formats
from editor.article import Article
from editor.checker import GRAMMAR, Checker
from editor.formats.text import composed
from editor.ledger import Ledger
from editor.reading.paragraph import Reading
from tests.strategies import texts

SIZE = 20_000
"""Characters of the smaller text of each pair; the other has twice as many."""
HANG = 4.0
"""CPU seconds that no check may take over the smaller text: a hundred times what they take, on any machine."""
RATIO = 2.5
"""How much longer twice the text may take."""
NOISE = 0.04
"""CPU seconds below which a ratio says nothing."""


def numbered(words: Callable[[int], str]) -> Callable[[int], str]:
    """A text of so many characters, of words that are never twice the same."""

    def text(size: int) -> str:
        said: list[str] = []
        length = 0
        while length < size:
            said.append(words(len(said)))
            length += len(said[-1])
        return "".join(said)[:size]

    return text


def letters(n: int) -> str:
    return "".join(chr(97 + n // 26**place % 26) for place in range(3))


AGAIN = {
    "letters": "a", "capitals": "A", "digits": "0", "blanks": " ", "hidden": "\u200b", "emoji": "😀",
    "words": "the ", "stops": ". ", "initials": "A.", "acronyms": "U.S. ", "shouts": "ABC ", "lines": "a\n",
    "paragraphs": "a\n\n", "counters": "+1 ", "chips": "dawn.com +2 ", "chips over lines": "dawn.com\n+2\n",
    "tokens": "citeturn0search0", "notes": "[1] ", "brackets": "(", "open brackets": "(a ", "square": "[",
    "quotes": "“a ", "nested quotes": "“‘a ", "straight quotes": '"a ', "apostrophes": "a’s ", "links": "[a](b) ",
    "open links": "[a](", "stars": "*a", "hashes": "#", "rules": "_", "tags": "<a ",
    "dots": "a.b.", "slashes": "a/", "numbers": "12 ", "commas": "1,", "dashes": "1-", "tolls": "26 dead ",
    "shares": "5% ", "spelled": "twenty-", "hundreds": "hundred ", "ranges": "from 5 to ", "dates": "May 5, 2025 ",
    "weekdays": "on Monday ", "durations": "26 days ", "ages": "aged 5, ", "names": "John Smith said.\n",
    "titles": "President John Smith ", "expanded": "ABC (", "attributions": "according to Reuters, ",
    "accents": "e\u0301", "links with parameters": "https://a.b/c?utm_source=x ", "money": "$5m ", "see": "see also ",
}  # fmt: skip
EACH = {
    "other words": lambda n: f"w{letters(n)} ",
    "other names": lambda n: f"W{letters(n)} Smith. ",
    "other tolls": lambda n: f"{n} dead and ",
    "other counts": lambda n: f"At least {n} people were killed, police said. ",
    "tables": lambda n: f"{n}\t{n * 7 % 100}%\t${n}m\n",
    "changes": lambda n: f"It rose from {n} to {n * 2}, a gain of {n % 90}%. ",
    "other shares": lambda n: f"It gave {n % 97}% to buyers. ",
    "other dates": lambda n: f"It opened on {n % 28 + 1} May {1900 + n % 120} for {n} days. ",
    "speakers": lambda n: f"“We will go {n} times,” said John Smith. ",
    "people": lambda n: f"John W{letters(n)}ard, {n % 80}, mayor of Leeds, said she won. ",
    "bodies": lambda n: f"World Aid {letters(n).title()} (WA{letters(n)[0].upper()}) said. ",
}
TEXTS = {name: numbered(lambda _, words=words: words) for name, words in AGAIN.items()} | {  # type: ignore[misc]
    name: numbered(words) for name, words in EACH.items()
}
READERS = tuple(name for name in vars(Reading) if not name.startswith("_") and name not in ("quoted", "about"))
INDEXES = ("near_sentences", "repeats", "people")


def measured(text: str) -> dict[str, float]:
    """The CPU seconds that each reader, index and check takes over a text, in the order in which they come."""
    seconds: dict[str, float] = {}
    one, article = Checker(), composed(text)

    def timed(name: str, work: Callable[[], object]) -> object:
        start = time.process_time()
        done = work()
        seconds[name] = time.process_time() - start
        return done

    ledger = timed("reading debris", lambda: one.read(article))
    assert isinstance(ledger, Ledger)
    for reader in READERS:
        timed(f"reading {reader}", lambda reader=reader: [getattr(p.read, reader) for p in ledger.paragraphs])  # type: ignore[misc]
    for index in INDEXES:
        timed(f"index {index}", lambda index=index: getattr(ledger, index))  # type: ignore[misc]
    for name in checker.names():
        if name != GRAMMAR:
            timed(name, lambda name=name: list(one._run(checker.check(name), ledger)))  # type: ignore[misc]
    return seconds


@pytest.fixture(scope="module", autouse=True)
def _warm() -> None:
    measured("On May 5 the mayor, 52, said that 26 people (5% of them) had died “in 3 days”, Reuters reported.")


@pytest.mark.parametrize("name", TEXTS)
def test_twice_the_text_takes_twice_the_time(name: str) -> None:
    """Where what is compared is not yet as much as it may be at most, a text four times as long must show it."""
    slow = {}
    gc.disable()
    try:
        for size, tries in ((SIZE, 4), (4 * SIZE, 4)):
            if not (slow := slower(TEXTS[name](size), TEXTS[name](2 * size), tries)):
                break
    finally:
        gc.enable()
    assert not slow, f"{name}: {slow}"


def slower(small: str, large: str, tries: int) -> dict[str, str]:
    """What takes more than twice as long over the larger text, which is twice the smaller."""
    one, two = measured(small), measured(large)
    slow: list[str] = []
    for again in range(tries):
        if again:
            # Another program may have had the processor: what looks slow is measured again, and the least counts.
            one, two = least(one, measured(small)), least(two, measured(large))
        slow = [part for part in one if two[part] > max(NOISE, RATIO * one[part])]
        if not slow:
            break
    hang = HANG * len(small) / SIZE
    slow += [part for part in one if one[part] > hang]
    return {part: f"{one[part] * 1000:.0f} ms, then {two[part] * 1000:.0f} ms" for part in slow}


def least(one: dict[str, float], two: dict[str, float]) -> dict[str, float]:
    return {part: min(seconds, two[part]) for part, seconds in one.items()}


PIECES = st.text(st.characters(), max_size=12) | st.sampled_from([name.strip(" ") for name in AGAIN.values()])
HOSTILE = texts | st.lists(PIECES | texts, max_size=10).map("".join)


@settings(max_examples=150, deadline=None)
@given(HOSTILE.map(lambda words: words.replace("\r", "\n")), st.sampled_from(["plain", "markdown"]))
def test_whatever_the_text_every_check_ends_with_places_and_fixes_that_fit(words: str, markup: str) -> None:
    article = composed(words) if markup == "plain" else _markdown(words)
    report = Checker().report(article)
    assert report.trouble == ()
    whole = len(article.text)
    for found in report.findings:
        assert all(span.end <= whole for span in found.places), found
        for fix in found.fixes:
            article.edited(fix.edits)
            assert fix.leaves is None or fix.leaves.span.end <= whole


def _markdown(words: str) -> Article:
    return formats.read(words.encode("utf-8", "replace").replace(b"\0", b""), "a.md")
