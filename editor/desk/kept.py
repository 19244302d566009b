"""What the archive has of an article, as a desk to go on with."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from editor.archive import (
    Archive,
    Did,
    Event,
    Exported,
    FactsSet,
    Named,
    Opened,
    Record,
    Redid,
    Saved,
    SignedOff,
    Titled,
    Undid,
    Unknown,
)
from editor.article import Article, Edit, EditRefused, Facts
from editor.desk import signing
from editor.desk.desk import Desk
from editor.desk.history import History
from editor.desk.journal import How, Wrote
from editor.revision import Note, SignOff, Step

Post = Callable[[Callable[[], None]], None]
"""Runs a function on the desk's thread."""


class ArchiveJournal:
    """Writes an article's steps to the archive. Nothing here waits: what was written is told through `post`."""

    def __init__(self, archive: Archive, article: str, post: Post = lambda run: run()) -> None:
        self._archive, self._article, self._post = archive, article, post

    def write(self, steps: Sequence[tuple[How, Step]], text: str, caret: int, done: Wrote) -> None:
        self._append([_event(how, step) for how, step in steps], text, caret, done)

    def knows(self, facts: Facts) -> None:
        self._append([FactsSet(facts)])

    def named(self, name: str, done: Wrote) -> None:
        self._append([Named(name)], done=done)

    def exported(self, path: Path, sha256: str) -> None:
        self._append([Exported(str(path.resolve()), sha256)])

    def signed(self, signed: SignOff, done: Wrote) -> None:
        self._append([SignedOff(signed)], done=done)

    def saved(self, path: Path, sha256: str) -> None:
        self._append([Saved(str(path.resolve()), sha256)])

    def opened(self, path: Path, sha256: str) -> None:
        self._append([Opened(str(path.resolve()), sha256)])

    def close(self) -> None:
        """The archive is closed by who opened it; what was handed to it is written then."""

    def _append(
        self, events: list[Event], text: str | None = None, caret: int | None = None, done: Wrote | None = None
    ) -> None:
        def heard(error: Exception | None) -> None:
            if done:
                self._post(lambda: done(str(error) if error else None))

        self._archive.append(self._article, events, text=text, caret=caret, done=heard)


def _event(how: How, step: Step) -> Event:
    return Did(step) if how == "did" else Undid(step.id) if how == "undid" else Redid(step.id)


def digest(article: Article) -> str:
    """The SHA-256 of the article's file; of its text where it has none."""
    data = article.source.data if article.source else article.text.encode("utf-8", "surrogatepass")
    return hashlib.sha256(data).hexdigest()


def resumed(article: Article, path: Path | None, record: Record, *, draft: bool = True) -> Desk:
    """A desk with the decisions, notes and history of a record, at its draft or else at the file's own text."""
    known = replace(article, facts=_facts(article, record))
    if draft:
        known = _at_draft(known, record.draft, record.changes)
    desk = Desk(known, path=path)
    held = {d.id for step in record.done for d in step.decisions}
    earlier = [d for d in record.decisions if d.id not in held]
    if draft:
        desk.resume(History(record.done, record.undone), earlier, record.notes, caret=record.caret, saved=article.text)
    else:
        desk.resume(History(), record.decisions, at_text(record.notes, record.draft, article.text))
    desk.signing.last = record.signed
    return desk


def at_text(notes: Sequence[Note], draft: str, text: str) -> list[Note]:
    """Notes at the places that those of the draft have in another text."""
    carried = list(notes)
    if not carried or draft == text:
        return carried
    from editor.diff import word_edits

    for move in reversed(list(word_edits(draft, text))):
        carried = [replace(note, span=note.span.after(move)) for note in carried]
    return carried


def _at_draft(article: Article, draft: str, changes: tuple[Edit, ...]) -> Article:
    """The article at its draft: by the edits since the file was read, so that its marks come along."""
    try:
        for edit in changes:
            article = article.edited((edit,))
    except EditRefused:
        pass
    return article if article.text == draft else replace(article, text=draft, marks=())


def _facts(article: Article, record: Record) -> Facts:
    """The article's facts, with what the editor said of them."""
    if not record.facts:
        return article.facts
    names = ("date", "language", "headline", "byline", "slug", "length")
    said = {n: getattr(record.facts, n) for n in names}
    return replace(article.facts, **{n: fact for n, fact in said.items() if fact and fact.known == "asked"})


def looked_up(archive: Archive, article: Article, path: Path) -> Desk:
    """The desk of a file's own text with what the archive knows of it; nothing is written."""
    record = archive.find(path.resolve(), digest(article)).result()
    desk = resumed(article, path, record, draft=False) if record else Desk(article, path=path)
    desk.settled_everywhere(archive.dismissals_everywhere().result())
    return desk


def told(archive: Archive, path: Path) -> Iterator[str]:
    """What happened to the article at a path, a line each, the first first."""
    for logged in archive.history(path.resolve()).result():
        for words in _said(logged.event):
            yield f"{logged.sequence:6}  {logged.at}  {logged.by}  {words}"


def _said(event: Event) -> Iterator[str]:
    match event:
        case Did(step) if step.kind == "typed":
            typed, gone = sum(len(e.words) for e in step.edits), sum(len(e.expected) for e in step.edits)
            yield f"typed {typed} characters, took out {gone}"
        case Did(step):
            for decision in step.decisions:
                reason = f" — {decision.reason}" if decision.reason else ""
                yield f"{decision.kind} [{decision.key.check}] {decision.snapshot.message}{reason}"
            for note in step.notes:
                yield f"note {note.kind}: {note.state}: {note.words}"
            if step.kind == "restored":
                yield "restored another text"
            if step.kind == "replaced":
                first = step.edits[0]
                yield f"replaced “{first.expected[:60]}” by “{first.words[:60]}”, {len(step.edits)} edits"
        case Undid():
            yield "undone"
        case Redid():
            yield "done again"
        case Opened(path):
            yield f"opened {path or 'pasted text'}"
        case Saved(path):
            yield f"saved {path}"
        case SignedOff(signed):
            yield from signing.told_of(signed)
        case Named(name):
            yield f"revision “{name}”"
        case Titled(revision, name, starred):
            yield f"revision {revision} is called “{name}”{', starred' if starred else ''}"
        case Exported(path):
            yield f"exported {path}"
        case Unknown(kind):
            yield f"something that this Copydesk does not know: {kind}"
        case FactsSet(facts):
            yield f"date {facts.date.value if facts.date else 'not known'}, language {facts.language.value}"
