"""Grammar and spelling: asked of LanguageTool on this machine, or of Harper where it is not to be had."""

from __future__ import annotations

import functools
import re
import threading
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from editor import resources
from editor.article import Edit, Span
from editor.dictionaries import Lexicon, opened
from editor.finding import Confidence, Finding, Fix, finding
from editor.languagetool import install
from editor.languagetool.client import Client
from editor.languagetool.supervisor import LIMIT, Unavailable
from editor.ledger import Ledger
from editor.reading import standins
from editor.reading.paragraph import Paragraph

if TYPE_CHECKING:
    from harper import Linter

LANGUAGETOOL, HARPER = f"LanguageTool {install.VERSION}", "Harper"
FIXES = 5
"""How many replacements are offered: the right one is nearly always among the first few."""


class Said(NamedTuple):
    """What a checker says of the text that it was sent, in code points of that text."""

    start: int
    end: int
    verdict: str
    message: str
    replacements: tuple[str, ...]


class _State:
    """The one LanguageTool of this process, and how grammar was checked last."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.client: Client | None = None
        self.settings: tuple[str, str, float] | None = None
        self.engine = ""
        self.reason: str | None = None

    def settled(self, folder: str, java: str, limit: float) -> Client:
        """The client for these settings; one with others is stopped."""
        asked = (folder, java, limit)
        with self.lock:
            if self.client and self.settings == asked:
                return self.client
            old, self.settings = self.client, asked
            self.client = client = Client(Path(folder).expanduser() if folder else None, java, limit)
        if old:
            old.stop()
        return client


_state = _State()


def start(*, folder: str = "", java: str = "", limit: float = LIMIT, language: str = "en") -> None:
    """Have LanguageTool started and warmed; returns at once. With one running already it does nothing."""
    client = _state.client or _state.settled(folder, java, limit)
    try:
        client.start(language)
    except Unavailable as error:
        _state.reason = str(error)


def ready() -> bool:
    """Whether LanguageTool would answer now, and fast."""
    return bool(_state.client and _state.client.ready())


def stop() -> None:
    """End LanguageTool's process. A later check starts another."""
    with _state.lock:
        client, _state.client, _state.settings = _state.client, None, None
    if client:
        client.stop()


def pid() -> int:
    """The number of LanguageTool's process, 0 where there is none."""
    return _state.client.pid if _state.client else 0


def engine() -> str:
    """By what grammar was checked last: LanguageTool, Harper; empty where by nothing."""
    return _state.engine


def unavailable() -> str | None:
    """Why grammar was not checked by LanguageTool, and the remedy; None where it was, or was not asked."""
    return _state.reason


def check(
    ledger: Ledger,
    *,
    folder: str = "",
    java: str = "",
    limit: float = LIMIT,
    dictionaries: tuple[str, ...] = (),
    words: tuple[str, ...] = (),
) -> Iterator[Finding]:
    lexicon = opened(dictionaries, words)
    for paragraph in ledger.paragraphs:
        if paragraph.kind == "code":
            continue
        if lexicon.forbidden:
            yield from _forbidden(paragraph, lexicon)
        sendable = standins.sendable(paragraph)
        if not sendable.text.strip():
            continue
        for said in _asked(sendable.text, paragraph.read.language, folder, java, limit):
            span = sendable.back(said.start, said.end)
            if span is None or said.verdict == "off" or not len(span) or sendable.speaks_of_hidden(said.message):
                continue
            if said.verdict == "spelling" and _settled(span.of(paragraph.text), lexicon):
                continue
            if confidence := _confidence(said, span, paragraph, ledger.text):
                yield _found(said, span, paragraph, confidence)


def _settled(word: str, lexicon: Lexicon) -> bool:
    """Whether the dictionaries have spoken of a word: it is right, or a finding of their own."""
    return lexicon.knows(word) or lexicon.forbids(word)


def _forbidden(paragraph: Paragraph, lexicon: Lexicon) -> Iterator[Finding]:
    for match in _WORD.finditer(paragraph.text):
        span = Span(*match.span())
        if lexicon.forbids(match[0]) and not paragraph.read.quoted(span):
            yield finding("forbidden", paragraph.at(span), confidence="likely", words=match[0])


def _confidence(said: Said, span: Span, paragraph: Paragraph, article: str) -> Confidence | None:
    """How sure a thing said is, None where it is not said to the editor; in quotations the words are the speaker's."""
    quoted = paragraph.read.quoted(span)
    if said.verdict == "spelling":
        return None if quoted else _misspelt(paragraph, span, said.replacements, article)
    return "possible" if quoted or said.verdict in {"possible", "style_hint"} else "likely"


def _found(said: Said, span: Span, paragraph: Paragraph, confidence: Confidence) -> Finding:
    here, place = span.of(paragraph.text), paragraph.at(span)
    offered = [word for word in said.replacements if word != here][:FIXES]
    words: dict[str, Any] = {f"word{n}": "" for n in range(1, FIXES + 1)}
    words |= {f"word{n}": word for n, word in enumerate(offered, 1)}
    return finding(
        "grammar" if said.verdict == "possible" else said.verdict,
        place,
        fixes=[Fix(f"write{n}", (Edit(place, here, word),)) for n, word in enumerate(offered, 1)],
        confidence=confidence,
        words=here,
        said=said.message,
        engine=_state.engine,
        **words,
    )


def _asked(text: str, language: str, folder: str, java: str, limit: float) -> list[Said]:
    """What LanguageTool says, else Harper. Raises Unavailable where neither can read the language."""
    try:
        matches = _state.settled(folder, java, limit).check(text, language)
    except Unavailable as error:
        _state.reason = str(error)
        if language.split("-", maxsplit=1)[0].lower() != "en":
            _state.engine = ""
            raise
        _state.engine = HARPER
        return _harper(text)
    _state.engine, _state.reason = LANGUAGETOOL, None
    return [
        Said(m.start, m.end, verdict("languagetool", f"{m.category}/{m.rule}"), m.message, m.replacements)
        for m in matches
        if "is British English" not in m.message and "is American English" not in m.message
    ]


@functools.lru_cache(maxsize=4096)
def verdict(engine: str, rule: str) -> str:
    """What the newsroom hears of a rule: off, possible, grammar, style_hint or spelling."""
    return next((said for pattern, said in _verdicts(engine) if pattern.fullmatch(rule)), "off")


@functools.cache
def _verdicts(engine: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(row[0]), row[1]) for row in resources.rows("lexicon", f"{engine}_rules.tsv"))


_linting = threading.Lock()


@functools.cache
def _linters() -> tuple[Linter, Linter]:
    from harper import Dialect, Linter

    return Linter(Dialect.AMERICAN), Linter(Dialect.BRITISH)


@functools.lru_cache(maxsize=20_000)
def _harper(text: str) -> list[Said]:
    """What Harper says in English, spellings only where it knows them neither in America nor in Britain."""
    with _linting:  # a linter that is called while it lints raises
        here, there = (one.organized_lints(text, language="plaintext") for one in _linters())
    foreign = {(lint.span.start, lint.span.end) for found in there.values() for lint in found}
    return [
        Said(
            lint.span.start,
            lint.span.end,
            verdict("harper", f"{lint.lint_kind}/{rule}"),
            lint.message,
            tuple(_suggested(lint.problem_text, int(s.kind), s.replacement_text) for s in lint.suggestions),
        )
        for rule, found in sorted(here.items())
        for lint in found
        if lint.lint_kind != "Spelling" or (lint.span.start, lint.span.end) in foreign
    ]


def _suggested(problem: str, kind: int, words: str) -> str:
    """The words in the place of the problem: a suggestion of Harper's replaces it, removes it or adds to it."""
    return (words, "", problem + words)[kind]


_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
SHORTEST = 4
"""A shorter word that no dictionary knows is a foreign one, or a sign, more often than a slip."""


def _misspelt(paragraph: Paragraph, span: Span, replacements: tuple[str, ...], article: str) -> Confidence | None:
    """How sure it is that a word that the speller does not know is a slip of the writer's; None: it is none."""
    word, text = span.of(paragraph.text), paragraph.text
    if not _WORD.fullmatch(word) or any(_same_word(word, other) for other in replacements[:3]):
        return None
    slip = _slip(word, replacements) and not _again(word, article)
    if _PART.search(text, max(0, span.start - 1), span.start) or text.startswith("-", span.end):
        slip = False
    if word != word.lower():
        # A capital within a sentence makes it a name; one at its start only where no other word is meant.
        meant = (
            slip
            and len(word) > 6
            and not _TAIL.search(word)
            and replacements[0][:1] == word[:1]
            and word[1:] == word[1:].lower()
        )
        return "likely" if meant and _opens(paragraph, span) else None
    foreign = _FOREIGN.search(text, max(0, span.start - 40), span.end) or _NAMED.search(text, 0, span.start)
    return "likely" if slip and len(word) >= SHORTEST and not foreign else "possible"


_TAIL = re.compile(r"[’']s?\Z")
# A piece of something longer, which the speller cut out of it.
_PART = re.compile(r"[\w@#/.’'-]\Z")
# What goes with a name before it and ends as Latin words do ("Acropora millepora", "Arnel dela Vega").
_FOREIGN = re.compile(r"[A-Z][\w’'-]*\.? [a-z]+(?:a|us|um|is|ae|i|ale)\Z")
_NAMED = re.compile(r"\b(?:called|named|termed|dubbed|known as|or|so-called)[ “\"'‘(]+\Z")


def _opens(paragraph: Paragraph, span: Span) -> bool:
    """Whether the place opens a sentence, or what a quotation mark opens in it."""
    return any(
        s.start <= span.start and not re.search(r"\w", paragraph.text[s.start : span.start])
        for s in paragraph.read.sentences
    )


def _again(word: str, article: str) -> bool:
    """Whether the article has the word more than once: what is written twice alike is meant, a name or a term."""
    return article.count(word.lower()) + article.count(word.capitalize()) > 1


def _slip(word: str, replacements: tuple[str, ...]) -> bool:
    """Whether a slip of the keys makes this word of the first one offered: not of a rarer word, or of two."""
    if not replacements or " " in replacements[0] or "-" in word:
        return False
    if word == word.lower() and replacements[0] != replacements[0].lower():
        return False
    from rapidfuzz.distance import OSA

    return OSA.distance(word.lower(), replacements[0].lower()) <= (1 if len(word) < 8 or word[0].isupper() else 2)


_VARIANTS = (
    (re.compile(r"our"), "or"),
    (re.compile(r"ae|oe"), "e"),
    (re.compile(r"(?<=[a-z])ys(?=e|i)"), "yz"),
    (re.compile(r"(?<=[a-z])is(?=e|i|a)"), "iz"),
    (re.compile(r"ll"), "l"),
    (re.compile(r"eable"), "able"),
    (re.compile(r"gement"), "gment"),
    (re.compile(r"tre(s?)$"), r"ter\1"),
    (re.compile(r"ogue"), "og"),
    (re.compile(r"[’'-]"), ""),
)


def _same_word(one: str, two: str) -> bool:
    """Whether two spellings are one word's in two countries, or with and without a capital, accent or hyphen."""
    return _levelled(one) == _levelled(two)


@functools.lru_cache(maxsize=4096)
def _levelled(word: str) -> str:
    word = "".join(c for c in unicodedata.normalize("NFKD", word.lower()) if not unicodedata.combining(c))
    for pattern, level in _VARIANTS:
        word = pattern.sub(level, word)
    return word
