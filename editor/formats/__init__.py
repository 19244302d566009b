"""Formats: how an article comes in and goes out, one file per format.

A format is a module with `kind`, `suffixes`, `read(data, name) -> Article`, `written(article) -> bytes` and
`converted(article) -> bytes`. Reading keeps the file's bytes in the article's source, and writing patches them: what no
edit touched comes out byte for byte. Converting makes a new file of an article that came from another format.
"""

from __future__ import annotations

import importlib
from pathlib import Path
from types import ModuleType

from editor.article import Article, TextMap

_KINDS = ("text", "markdown")
LARGEST = 64 * 1024 * 1024
"""The most bytes of a file that are read; a book has about a million."""


_OTHERS = frozenset((".doc", ".docx", ".htm", ".html", ".odt", ".pdf", ".rtf", ".xml"))
"""Formats that are not written: what is no such file must not have its name."""


class Unreadable(Exception):
    """A file that can't be read as an article: says which, where in it, and what to do."""

    def __init__(self, name: str, place: str, remedy: str) -> None:
        super().__init__(f"{name}: {place}. {remedy}" if place else f"{name}: {remedy}")
        self.name, self.place, self.remedy = name, place, remedy


def of(name: str) -> ModuleType:
    """The format of a file by its name; plain text where the name says nothing."""
    suffix = Path(name).suffix.lower()
    for kind in _KINDS:
        module = importlib.import_module(f"editor.formats.{kind}")
        if suffix in module.suffixes:
            return module
    return importlib.import_module("editor.formats.text")


def read(data: bytes, name: str) -> Article:
    """The article in a file's bytes. Raises Unreadable."""
    if len(data) > LARGEST:
        raise Unreadable(name, f"{len(data):,} bytes", "Too large to be an article: open a part of it.")
    article: Article = of(name).read(data, name)
    return article


def open_file(path: Path) -> Article:
    """The article in a file. Raises Unreadable, for a file that can't be opened too."""
    try:
        if path.is_dir():
            raise Unreadable(str(path), "a folder", "Name the files in it.")
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except FileNotFoundError:
        raise Unreadable(str(path), "", "There is no such file: check the name.") from None
    except OSError as error:
        raise Unreadable(
            str(path), error.strerror or "can't be opened", "Check the file's permissions and disk."
        ) from None
    return read(data, str(path))


def written(article: Article) -> bytes:
    """The article as a file of the kind that it came from (plain UTF-8 text where it came from none)."""
    kind = article.source.kind if article.source else "text"
    data: bytes = importlib.import_module(f"editor.formats.{kind}").written(article)
    return data


def writable(name: str) -> None:
    """Raises Unreadable where no article can be written by this name."""
    if Path(name).suffix.lower() in _OTHERS:
        raise Unreadable(name, f"no {Path(name).suffix} file can be written", "Name a .txt or .md file.")


def written_as(article: Article, name: str) -> bytes:
    """The article as a file of this name: of its own format as `written` has it, else made anew. Raises Unreadable."""
    writable(name)
    module, suffix = of(name), Path(name).suffix.lower()
    own = article.source.kind if article.source else "text"
    if module.kind == own or not suffix or suffix not in module.suffixes:
        return written(article)
    data: bytes = module.converted(article)
    return data


def places(article: Article) -> tuple[TextMap, str]:
    """The way from places in the article to those that others count, and whose they are: "file" or "article"."""
    from editor.formats import text

    raw = text.raw(article)
    return (TextMap.line_ends(raw), "file") if raw is not None else (TextMap(()), "article")
