"""House style: words and forms that newsrooms have agreed on, and a newsroom's own book beside them."""

from __future__ import annotations

import functools
import re
import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

from editor import resources
from editor.article import Edit, Span
from editor.finding import CONFIDENCES, Confidence, Evidence, Finding, Fix, finding
from editor.ledger import Ledger
from editor.reading.paragraph import Reading
from editor.reading.patterns import lazy
from editor.reading.words import words


class StylebookError(ValueError):
    """A stylebook that can't be read: names the file, the place in it, and what is wrong."""


class Entry(NamedTuple):
    """One entry, of one of five kinds: `change`, `avoid`, `mixed`, `pattern` (with or without `to`), `allow`.

    A word with a capital letter stands for itself alone; one without stands for itself and, where it opens a sentence,
    for its form with a capital: elsewhere a capital makes it a name, and names are left alone.
    """

    why: str
    source: str
    change: Mapping[str, str | list[str]] = MappingProxyType({})
    """What is written, and what is preferred."""
    avoid: Sequence[str] = ()
    """What is better said otherwise, by the writer."""
    mixed: Sequence[Sequence[str]] = ()
    """Forms that are each right, but not side by side in one article; words of one index answer each other."""
    pattern: str = ""
    """A regular expression over a paragraph in lower case; `to` is its replacement."""
    to: str = ""
    sign: str | list[str] = ""
    """Characters of which the pattern needs some to match: looking for them first is fast."""
    allow: Sequence[str] = ()
    """Words that the newsroom wants left alone, whatever another book says."""
    confidence: Confidence = "likely"
    flag: Sequence[str] = ()
    fixed: str = ""
    """The first flag's text with its first fix taken."""
    passes: Sequence[str] = ()


class Hit(NamedTuple):
    """A word of the book found in a paragraph: its entry, which of the mixed forms it is (-1 for none), what to say."""

    start: int
    end: int
    entry: int
    form: int
    preferred: tuple[str, ...]


class _Role(NamedTuple):
    word: str
    entry: int
    form: int
    preferred: tuple[str, ...]


class Book:
    """All entries of some stylebooks, indexed by the first token of each of their words, and by the second."""

    def __init__(self, entries: tuple[Entry, ...]) -> None:
        self.entries = entries
        self._roles: dict[str, dict[str, list[_Role]]] = defaultdict(lambda: defaultdict(list))
        self._patterns: list[tuple[str, re.Pattern[str], int]] = []
        self._hits: WeakKeyDictionary[Reading, tuple[Hit, ...]] = WeakKeyDictionary()
        allowed = {word.lower() for entry in entries for word in entry.allow}
        changed: dict[str, int] = {}
        for n, entry in enumerate(entries):
            # The last book that speaks of a word has the last word.
            changed |= dict.fromkeys((*entry.change, *entry.avoid), n)
        for n, entry in enumerate(entries):
            spoken = [(word, -1, _listed(preferred)) for word, preferred in entry.change.items()]
            spoken += [(word, -1, ()) for word in entry.avoid]
            for word, form, preferred in spoken:
                if changed[word] == n and word.lower() not in allowed:
                    self._add(_Role(word, n, form, preferred))
            for form, group in enumerate(entry.mixed):
                for word in group:
                    if word.lower() not in allowed:
                        self._add(_Role(word, n, form, ()))
            if entry.pattern:
                self._patterns += [(sign, lazy(entry.pattern), n) for sign in _listed(entry.sign)]

    def _add(self, role: _Role) -> None:
        low = role.word.lower()
        if low.isascii() and low[:1].isalpha() and low.replace(" ", "").isalpha():
            first, second = (*low.split(), "")[:2]
        else:
            said = words(low)
            if not said or said[0].start:
                raise StylebookError(f"“{role.word}”: a word of a stylebook begins with a letter or a figure")
            first, second = said[0].lower, said[1].lower if len(said) > 1 else ""
        self._roles[first][second].append(role)

    def hits(self, read: Reading) -> tuple[Hit, ...]:
        """What the book has to say of a paragraph's words, quotations and names left alone."""
        known = self._hits.get(read)
        if known is None:
            known = self._hits[read] = tuple(self._look(read)) if read.kind != "code" else ()
        return known

    def _look(self, read: Reading) -> Iterator[Hit]:
        text, roles = read.masked, self._roles
        lower = text.lower()
        if len(lower) != len(text):
            lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
        found = []
        said = [word[3] for word in read.words]
        for n in [n for n, first in enumerate(said) if first in roles]:
            group, second = roles[said[n]], said[n + 1] if n + 1 < len(said) else ""
            if second not in group and "" not in group:
                continue
            start = read.words[n].start
            for role in (*group.get(second, ()), *(group.get("", ()) if second else ())):
                end = start + len(role.word)
                if lower.startswith(role.word.lower(), start) and _stands(role.word, text, start, end):
                    found.append(Hit(start, end, role.entry, role.form, role.preferred))
        for sign, pattern, n in self._patterns:
            if sign in lower:
                for match in pattern.finditer(lower):
                    to = self.entries[n].to
                    found.append(Hit(*match.span(), n, -1, (match.expand(to),) if to else ()))
        reached = 0
        for hit in sorted(found, key=lambda hit: (hit.start, -hit.end)):
            if hit.start >= reached and not read.quoted(Span(hit.start, hit.end)):
                reached = hit.end
                yield hit


def _listed(preferred: str | list[str]) -> tuple[str, ...]:
    return (preferred,) if isinstance(preferred, str) else tuple(preferred)


_JOINED = frozenset("-/@._#")
_AFTER = lazy(r"[\w’']|-\w")
_OPENS = lazy(r"(?:^|[.!?:…•–—]|\n)[\s\"“”‘’'()\[\]]*$")


def _stands(word: str, text: str, start: int, end: int) -> bool:
    """Whether a word of the book stands here by itself, and as no part of a name."""
    if text[start - 1 : start] in _JOINED or (_AFTER.match(text, end) and not text.startswith(("’ ", "' "), end)):
        return False
    here = text[start:end]
    if word != word.lower():
        return here == word
    return here == word or (here[1:] == word[1:] and bool(_OPENS.search(text, max(0, start - 8), start)))


def check(ledger: Ledger, *, folder: str = "") -> Iterator[Finding]:
    yield from findings(opened(folder), ledger)


def findings(book: Book, ledger: Ledger) -> Iterator[Finding]:
    """What a book has to say of an article."""
    forms: dict[int, dict[int, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for paragraph in ledger.paragraphs:
        for hit in book.hits(paragraph.read):
            span = Span(hit.start + paragraph.start, hit.end + paragraph.start)
            if hit.form < 0:
                yield _said(book.entries[hit.entry], span, hit.preferred, ledger.text)
            else:
                forms[hit.entry][hit.form].append(span)
    for n, used in forms.items():
        if len(used) > 1:
            yield _mixed(book.entries[n], used, ledger.text)


def _said(entry: Entry, span: Span, preferred: tuple[str, ...], text: str) -> Finding:
    here = span.of(text)
    kept = preferred if here in entry.change else tuple(_as(here, word) for word in preferred)
    fixes = [
        Fix("prefer" if n == 0 else "or", (Edit(span, here, word),), batch=entry.confidence == "certain" and n == 0)
        for n, word in enumerate(kept)
    ]
    return finding(
        "prefer" if kept else "avoid",
        span,
        fixes=fixes,
        confidence=entry.confidence,
        words=here,
        preferred="” or “".join(kept),
        first=kept[0] if kept else "",
        second=kept[1] if len(kept) > 1 else "",
        why=entry.why,
        source=entry.source,
    )


def _mixed(entry: Entry, used: dict[int, list[Span]], text: str) -> Finding:
    """The forms that fewer use, against the one that most use; the first used where they are even."""
    usual = min(used, key=lambda form: (-len(used[form]), used[form][0]))
    odd = sorted((span, form) for form, spans in used.items() if form != usual for span in spans)
    (first, _), *more = odd
    edits = []
    for span, form in odd:
        here = span.of(text)
        group = entry.mixed[form]
        at = group.index(here if here in group else here.lower())
        if at < len(entry.mixed[usual]):
            word = entry.mixed[usual][at]
            edits.append(Edit(span, here, word if here in group else _as(here, word)))
    fixes = [Fix("usual", tuple(edits))] if len(edits) == len(odd) else []
    return finding(
        "mixed",
        first,
        evidence=[Evidence(used[usual][0], "other"), *(Evidence(span, "more") for span, _ in more)],
        fixes=fixes,
        confidence=entry.confidence,
        words=first.of(text),
        other=used[usual][0].of(text),
        why=entry.why,
        source=entry.source,
    )


def _as(here: str, word: str) -> str:
    """The word with a capital where what it stands for has one."""
    return word[:1].upper() + word[1:] if here[:1].isupper() else word


def opened(folder: str = "") -> Book:
    """Copydesk's stylebook, with the newsroom's own in `folder` over it. Raises StylebookError."""
    try:
        own = sorted(Path(folder).glob("*.toml")) if folder else []
        return _opened(tuple((str(place), place.stat().st_mtime_ns) for place in own))
    except OSError as error:
        raise StylebookError(f"{folder}: {error.strerror or error}") from None


@functools.lru_cache(maxsize=4)
def _opened(own: tuple[tuple[str, int], ...]) -> Book:
    ours = sorted(resources.folder().joinpath("stylebook").glob("*.toml"))
    entries = [one for place in ours for one in read(place, tried=True)]
    return Book((*entries, *(one for name, _ in own for one in read(Path(name)))))


_EXAMPLES = lazy(r"^(?:flag|fixed|pass) = .*$", re.MULTILINE)


def read(place: Path, *, tried: bool = False) -> list[Entry]:
    """The entries of one file of a stylebook; of one that was `tried` the patterns are known to be right, and its
    examples, each on a line, are left out.

    Raises StylebookError.
    """
    try:
        written = place.read_text("utf-8")
        said = tomllib.loads(_EXAMPLES.sub("", written) if tried else written)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise StylebookError(f"{place}: {error}") from None
    entries = []
    for n, one in enumerate(said.get("entry", ()), 1):
        try:
            entries.append(entry(one))
            if not tried:
                re.compile(entries[-1].pattern)
        except re.error as error:
            raise StylebookError(f"{place}: line {_line(written, n)}: entry {n}: pattern: {error}") from None
        except ValueError as error:
            raise StylebookError(f"{place}: line {_line(written, n)}: entry {n}: {error}") from None
    return entries


def _line(written: str, n: int) -> int:
    """The line in which the nth entry of a file begins; the first where the file is written otherwise."""
    heads = [line for line, words in enumerate(written.splitlines(), 1) if words.strip().startswith("[[entry]]")]
    return heads[n - 1] if n <= len(heads) else 1


def entry(said: dict[str, Any]) -> Entry:
    """An entry as its file has it. Raises ValueError for what no entry can be."""
    if not isinstance(said, dict):
        raise ValueError("needs to be a table, under [[entry]]")
    for name, value in said.items():
        if name not in _SHAPES:
            raise ValueError(f"there is no field {name}; there are: {', '.join(_SHAPES)}")
        shape, fits = _SHAPES[name]
        if not fits(value):
            raise ValueError(f"{name} needs to be {shape}")
    for name in ("why", "source"):
        if not said.get(name):
            raise ValueError(f"needs {name}")
    if sum(bool(said.get(kind)) for kind in ("change", "avoid", "mixed", "pattern", "allow")) != 1:
        raise ValueError("needs one of change, avoid, mixed, pattern, allow")
    return Entry(**{"passes" if name == "pass" else name: value for name, value in said.items()})


def _text(value: object) -> bool:
    return isinstance(value, str)


def _texts(value: object) -> bool:
    return isinstance(value, list) and all(map(_text, value))


_TEXT = ("text", _text)
_TEXTS = ("a list of texts", _texts)
_SHAPES: dict[str, tuple[str, Callable[[Any], bool]]] = {
    "change": (
        "a table of words, each with a text or a list of texts",
        lambda value: isinstance(value, dict) and all(_text(to) or _texts(to) for to in value.values()),
    ),
    "avoid": _TEXTS,
    "mixed": ("a list of lists of texts", lambda value: isinstance(value, list) and all(map(_texts, value))),
    "pattern": _TEXT,
    "to": _TEXT,
    "sign": ("a text or a list of texts", lambda value: _text(value) or _texts(value)),
    "allow": _TEXTS,
    "why": _TEXT,
    "source": _TEXT,
    "confidence": (f"one of {', '.join(CONFIDENCES)}", lambda value: value in CONFIDENCES),
    "flag": _TEXTS,
    "fixed": _TEXT,
    "pass": _TEXTS,
}
"""What each field of an entry may be, in words and as a test."""
