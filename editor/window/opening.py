"""Opens articles: the file is read, and what the archive has of it taken up. All of it waits, so a thread does it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from editor import formats, resources
from editor.archive import Archive, ArchiveError, Opened, Record
from editor.article import Article
from editor.desk import Desk
from editor.desk.kept import ArchiveJournal, Post, digest, resumed
from editor.formats.text import composed

Question = Literal["", "outside", "recovered", "elsewhere"]
"""What the editor is to say: which text, where they differ; or whether to take the article over from another window."""


@dataclass(frozen=True, slots=True)
class Arrived:
    """An article with its desk. `article` is its name in the archive, empty where it is not kept, and `why` says so."""

    desk: Desk
    article: str = ""
    question: Question = ""
    other: str = ""
    """The other text, where there are two."""
    why: str = ""
    moved_from: Path | None = None


def sample() -> Path:
    """The article to try things on."""
    return resources.folder() / "samples" / "kashmir.txt"


def is_ours(path: Path | None) -> bool:
    """Whether a file is one of Copydesk's own, which are never written."""
    return bool(path) and resources.folder() in Path(path or "").resolve().parents


def from_file(path: Path, archive: Archive | None, post: Post, by: str = "") -> Arrived:
    """The article in a file. Raises formats.Unreadable."""
    article = formats.open_file(path)
    if not archive:
        return Arrived(Desk(article, path=path, by=by or None), why="there is no archive")
    title = article.facts.headline.value if article.facts.headline else ""
    return _kept(
        article,
        path,
        archive,
        post,
        lambda new: archive.open_article(
            path.resolve(), digest(article), text=article.text, title=title, as_new=new
        ).result(),
        by,
    )


def from_words(words: str, archive: Archive | None, post: Post, by: str = "") -> Arrived:
    """An article of words that come from no file."""
    article = composed(words)
    if not archive:
        return Arrived(Desk(article, by=by or None), why="there is no archive")
    arrived = _kept(article, None, archive, post, lambda new: archive.open_article(text=words).result(), by)
    arrived.desk.saved_text = ""
    return arrived


def from_archive(name: str, archive: Archive, post: Post, by: str = "") -> Arrived:
    """An article that has no file, by its name in the archive. Raises ArchiveError."""
    record = archive.open_article(article=name).result()
    article = composed(record.draft)
    arrived = _kept(article, None, archive, post, lambda new: replace(record, changes=(), match="same"), by)
    arrived.desk.saved_text = ""
    return arrived


def _kept(
    article: Article,
    path: Path | None,
    archive: Archive,
    post: Post,
    ask: Callable[[bool], Record],
    by: str,
) -> Arrived:
    """The desk at the draft that the archive has, so that what is written fits what was; the other text is offered."""
    try:
        record = ask(False)
        moved = record.path if record.match == "moved" else None
        if moved and moved.exists():
            # The other file is still there: this one is a copy, with a history of its own from now on.
            record, moved = ask(True), None
        desk = resumed(article, path, record)
        if by:
            desk.by = by
        desk.settled_everywhere(archive.dismissals_everywhere().result())
        mine = archive.lease(record.id).result()
    except ArchiveError as error:
        return Arrived(Desk(article, path=path, by=by or None), why=str(error))
    if moved and path:
        archive.append(record.id, [Opened(str(path.resolve()), digest(article))])
    desk.keep_in(ArchiveJournal(archive, record.id, post))
    question: Question = ""
    other = ""
    if not mine:
        question = "elsewhere"
    elif record.recovered is not None and record.recovered != desk.text:
        question, other = "recovered", record.recovered
    elif record.match == "changed_outside" and desk.text != article.text:
        question, other = "outside", article.text
    why = "" if record.stored else archive.state.reason or "the archive can't be written"
    return Arrived(desk, record.id, question, other, why, moved)
