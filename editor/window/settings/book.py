"""The entries of the stylebooks, Copydesk's and the newsroom's own, and the own ones as they are written in files."""

from __future__ import annotations

import functools
import tomllib
from pathlib import Path
from typing import Any, NamedTuple

from editor import pages, resources, saving, settings
from editor.article import Span
from editor.checker import Checker
from editor.checks import stylebook
from editor.checks.stylebook import Book, Entry, StylebookError
from editor.window.settings.trial import Tried, article_of
from editor.window.translation import tr

OWN = "house.toml"
"""The file that new entries are written to."""
KINDS = ("change", "avoid", "mixed", "pattern", "allow")
ARROW = "→"


class Known(NamedTuple):
    """An entry as its file has it."""

    said: dict[str, Any]
    file: Path
    number: int
    """Which of the file's entries it is, from 0; -1 for one that is not written yet."""
    own: bool

    @property
    def kind(self) -> str:
        return next((kind for kind in KINDS if self.said.get(kind)), "change")

    @property
    def title(self) -> str:
        """What it is about, in a line."""
        if self.kind == "pattern":
            return str(self.said.get("why", ""))
        return ", ".join(lines(self.said)[:4])


def known(folder: str) -> tuple[list[Known], list[str]]:
    """All entries, the newsroom's own first; and what is wrong with files that can't be read, with file and line."""
    place = Path(folder).expanduser() if folder else None
    own = sorted(place.glob("*.toml")) if place and place.is_dir() else []
    found, troubles = list[Known](), list[str]()
    for file in own:
        try:
            found += _entries(file, own=True)
            stylebook.read(file)
        except StylebookError as error:
            troubles.append(str(error))
        except (OSError, ValueError) as error:
            troubles.append(f"{file}: {error}")
    return [*found, *shipped()], troubles


@functools.cache
def shipped() -> tuple[Known, ...]:
    """Copydesk's own entries; the files are read once, for that takes some 40 ms."""
    files = sorted(resources.folder().joinpath("stylebook").glob("*.toml"))
    return tuple(one for file in files for one in _entries(file, own=False))


def _entries(file: Path, *, own: bool) -> list[Known]:
    entries = tomllib.loads(file.read_text("utf-8")).get("entry", [])
    return [Known(one, file, n, own) for n, one in enumerate(entries) if _readable(one)]


def _readable(said: Any) -> bool:
    try:
        stylebook.entry(said)
    except ValueError:
        return False
    return True


def lines(said: dict[str, Any]) -> list[str]:
    """The words of an entry as they are edited: one line for each, the preferred ones behind an arrow."""
    if change := said.get("change"):
        return [f"{word} {ARROW} {' | '.join([to] if isinstance(to, str) else to)}" for word, to in change.items()]
    if mixed := said.get("mixed"):
        return [", ".join(group) for group in mixed]
    if pattern := said.get("pattern"):
        sign = said.get("sign", "")
        return [pattern, said.get("to", ""), *([sign] if isinstance(sign, str) else sign)]
    return list(said.get("avoid") or said.get("allow") or ())


def words_of(kind: str, written: list[str]) -> dict[str, Any]:
    """The fields of an entry from the lines in which its words are edited. Raises ValueError."""
    every = [line.strip() for line in written if line.strip()]
    if kind == "change":
        change: dict[str, Any] = {}
        for line in every:
            word, arrow, to = line.replace("->", ARROW).partition(ARROW)
            preferred = [one.strip() for one in to.split("|") if one.strip()]
            if not arrow or not word.strip() or not preferred:
                raise ValueError(f"“{line}” needs an arrow, -> or {ARROW}, and what to write instead")
            change[word.strip()] = preferred[0] if len(preferred) == 1 else preferred
        return {"change": change}
    if kind == "mixed":
        return {"mixed": [[word.strip() for word in line.split(",") if word.strip()] for line in every]}
    if kind == "pattern":
        pattern, to, *signs = [*written, "", ""]
        signs = [sign.strip("\n") for sign in signs if sign.strip()]
        if not signs:
            raise ValueError("a pattern needs a third line: characters of which the text has some where it matches")
        return {"pattern": pattern, **({"to": to} if to else {}), "sign": signs}
    return {kind: every}


def tried(said: dict[str, Any]) -> tuple[Entry, list[Tried]]:
    """The entry, and what it finds by itself in each of its examples. Raises ValueError where it can't be read."""
    import re

    one = stylebook.entry(said)
    try:
        re.compile(one.pattern)
    except re.error as error:
        raise ValueError(f"pattern: {error}") from None
    book, reader, found = Book((one,)), Checker(), list[Tried]()
    examples = [("flag", text) for text in one.flag] + [("pass", text) for text in one.passes]
    for kind, text in examples:
        if not text.strip():
            continue
        try:
            example = pages.example(kind, text)
        except (pages.PageError, StopIteration, IndexError, RuntimeError):
            why = tr("an example of what is found marks it with [[ and ]]") if kind == "flag" else tr("has no marks")
            raise ValueError(f"“{text}”: {why}") from None
        report = list(stylebook.findings(book, reader.read(article_of(example))))
        others: list[Span] = [evidence.span for finding in report for evidence in finding.evidence]
        found.append(Tried(example, tuple(finding.span for finding in report), tuple(others)))
    return one, found


def own_folder(folder: str) -> Path:
    """The newsroom's folder; where none is chosen the one beside the settings."""
    return Path(folder).expanduser() if folder else settings.path().parent / "stylebook"


def write(entry: Known) -> Known:
    """Writes an own entry into its file, comments and all else as they were. Raises OSError or ValueError."""
    import tomlkit
    from tomlkit.items import AoT

    before = entry.file.read_bytes() if entry.file.exists() else None
    document = tomlkit.parse(before.decode("utf-8") if before else "")
    if "entry" not in document:
        document["entry"] = tomlkit.aot()
    every = document["entry"]
    if not isinstance(every, AoT):
        raise ValueError(f"{entry.file}: its entries are not written under [[entry]]")
    number = entry.number if 0 <= entry.number < len(every) else len(every)
    if number == len(every):
        every.append(tomlkit.table())
    table = every[number]
    for gone in [name for name in table if name not in entry.said]:
        del table[gone]
    for name, value in entry.said.items():
        if table.get(name) != value:
            table[name] = value
    _save(entry.file, tomlkit.dumps(document), before)
    return entry._replace(number=number)


def remove(entry: Known) -> bytes:
    """Takes an own entry out of its file; gives what the file was. Raises OSError or ValueError."""
    import tomlkit

    before = entry.file.read_bytes()
    document = tomlkit.parse(before.decode("utf-8"))
    del document["entry"][entry.number]
    _save(entry.file, tomlkit.dumps(document), before)
    return before


def _save(file: Path, words: str, before: bytes | None) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        saving.save(file, words.encode(), expected=saving.sha256(before) if before is not None else None)
    except saving.SaveRefused as error:
        raise ValueError(str(error)) from None
