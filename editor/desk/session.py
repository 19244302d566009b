"""The session: the articles that are open, in which order, which is in front, and how each was left.

It is kept in a private file of the data folder, so that the next start finds the desk as it was, after a crash too.
"""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from editor import saving

if TYPE_CHECKING:
    # The window asks for the session while a thread still imports the desk: a second import of the desk, begun in the
    # middle of the first, would find it half made.
    from editor.desk.arriving import Arrived
    from editor.desk.desk import Desk

log = logging.getLogger(__name__)

NAME = "session.json"
MOST = 1_000
"""More articles than a session has ever held: a file that names more is none of ours."""


@dataclass(frozen=True, slots=True)
class View:
    """How an article is looked at: where the caret is, what stands at the top, which page of the panel, what filter."""

    caret: int = -1
    """Where the caret was; -1 where the archive knows better."""
    top: int = 0
    page: str = ""
    filter: dict[str, Any] = field(default_factory=dict)


@dataclass(eq=False, slots=True)
class Open:
    """An article that is open. Until it is read, in its turn, it has no desk."""

    path: Path | None = None
    name: str = ""
    """Its name in the archive; empty where it has none yet."""
    title: str = ""
    view: View = View()
    arrived: Arrived | None = None
    reads_only: bool = False
    """Whether another window has it, and it can only be read here."""

    @property
    def desk(self) -> Desk | None:
        return self.arrived.desk if self.arrived else None

    @property
    def where(self) -> Path | None:
        """Its file."""
        return self.desk.path if self.desk else self.path

    @property
    def label(self) -> str:
        """What its tab says: the file's name, else the title."""
        return self.where.name if self.where else self.desk.title if self.desk else self.title

    @property
    def findings(self) -> int:
        """How many findings wait for a decision, those that are only possible left out."""
        rows = self.desk.board.open_rows() if self.desk else []
        return sum(row.finding.confidence != "possible" for row in rows)

    @property
    def unsafe(self) -> bool:
        """Whether closing it would lose what was written: it differs from its file, and is not in the archive."""
        desk, kept = self.desk, self.arrived
        return bool(desk and kept and desk.changed and (kept.why or desk.trouble))

    def is_at(self, path: Path | None) -> bool:
        """Whether this is the article of a file."""
        here = self.where
        return bool(here and path) and os.path.realpath(here or "") == os.path.realpath(path or "")

    def take(self, arrived: Arrived) -> None:
        """It has been read, or read anew."""
        self.arrived, self.reads_only = arrived, arrived.question == "elsewhere"
        self.path, self.name = arrived.desk.path or self.path, arrived.article or self.name


class Session:
    """The articles that are open, in order."""

    def __init__(self, articles: list[Open] | None = None, front: Open | None = None) -> None:
        self.articles: list[Open] = articles or []
        self.front = front
        self.closed: list[Open] = []
        """The articles that were closed, the latest last."""

    def __iter__(self) -> Iterator[Open]:
        return iter(self.articles)

    def __len__(self) -> int:
        return len(self.articles)

    def at(self, path: Path | None = None, name: str = "") -> Open | None:
        """The open article of a file, or of this name in the archive."""
        named = (one for one in self.articles if name and one.name == name)
        return next(named, None) or next((one for one in self.articles if one.is_at(path)), None)

    def of(self, desk: Desk | None) -> Open | None:
        return next((one for one in self.articles if desk and one.desk is desk), None)

    def add(self, article: Open) -> None:
        """Another article is open, behind those that are."""
        self.articles.append(article)

    def close(self, article: Open) -> Open | None:
        """The article is closed; gives the one that comes to the front in its place, which is its neighbour."""
        at = self.articles.index(article)
        self.articles.remove(article)
        self.closed = [*(one for one in self.closed if not one.is_at(article.where)), article]
        if self.front is not article:
            return self.front
        self.front = None
        return self.articles[min(at, len(self.articles) - 1)] if self.articles else None

    def move(self, start: int, end: int) -> None:
        """An article has another place in the order."""
        self.articles.insert(end, self.articles.pop(start))

    def beside(self, by: int) -> Open | None:
        """The article so many places after the one in front, round and round."""
        if not self.articles:
            return None
        at = self.articles.index(self.front) if self.front in self.articles else 0
        return self.articles[(at + by) % len(self.articles)]

    # What is kept of it

    def as_bytes(self) -> bytes:
        """The session as it is kept."""
        kept = [one for one in self.articles if one.where or one.name]
        front = kept.index(self.front) if self.front in kept else -1
        return json.dumps({"front": front, "articles": [_kept(one) for one in kept]}, indent=1).encode()


def _kept(one: Open) -> dict[str, Any]:
    path = str(one.where.absolute()) if one.where else ""
    title = one.desk.title if one.desk else one.title
    return {"path": path, "article": one.name, "title": title} | asdict(one.view)


def write(folder: Path, data: bytes) -> None:
    """Keeps a session, readable by its user alone. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    saving.write_private(folder / NAME, data)


def read(folder: Path) -> Session:
    """The session as it was kept; an empty one where there is none, or what is there is none of ours."""
    try:
        said = json.loads((folder / NAME).read_bytes())
        rows = [_open(row) for row in said["articles"][:MOST]]
        front = int(said["front"])
    except FileNotFoundError:
        return Session()
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        log.warning("the last session can't be read: %s", error)
        return Session()
    return Session(rows, rows[front] if 0 <= front < len(rows) else None)


def _open(row: dict[str, Any]) -> Open:
    view = View(int(row["caret"]), int(row["top"]), str(row["page"]), dict(row["filter"]))
    return Open(Path(row["path"]) if row["path"] else None, str(row["article"]), str(row["title"]), view)
