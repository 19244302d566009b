"""Small values for the tests of the archive."""

from __future__ import annotations

import threading
from pathlib import Path

from editor.archive import Archive, ArchiveError, Did, Event
from editor.article import Edit, Span
from editor.finding import Key, Scope
from editor.revision import Decision, DecisionKind, Note, Snapshot, Step

TEXT = "The mayor said the the road would close.\nIt 😀 will reopen on \ud800 Monday.\n"


def insertion(at: int, words: str) -> Edit:
    return Edit(Span(at, at), "", words)


def typed(id_: str, text: str, words: str) -> Step:
    """A step that types words at the end of a text."""
    return Step(id_, "typed", (insertion(len(text), words),), caret=len(text))


def decision(id_: str, *, scope: Scope = "place", kind: DecisionKind = "stands", undoes: str = "") -> Decision:
    key = Key("doubled_word", "doubled", "the the", ("said ", " road"), (), 0)
    seen = Snapshot("repetition", "“the” stands twice", "paragraph 1", "the the", "the the")
    return Decision(id_, key, kind, seen, "Ada", "2026-11-24T10:00:00+00:00", scope=scope, undoes=undoes)


def decided(id_: str, *decisions: Decision, edits: tuple[Edit, ...] = (), notes: tuple[Note, ...] = ()) -> Did:
    return Did(Step(id_, "decided", edits, decisions, notes))


class Told:
    """What `done` was called with."""

    def __init__(self) -> None:
        self.errors: list[ArchiveError | None] = []
        self._came = threading.Condition()

    def __call__(self, error: ArchiveError | None) -> None:
        with self._came:
            self.errors.append(error)
            self._came.notify_all()

    def wait(self, count: int = 1) -> list[ArchiveError | None]:
        with self._came:
            assert self._came.wait_for(lambda: len(self.errors) >= count, 20), self.errors
            return list(self.errors)


def write(
    archive: Archive, article: str, *events: Event, text: str | None = None, caret: int | None = None
) -> ArchiveError | None:
    """Appends events and waits for what becomes of them."""
    told = Told()
    archive.append(article, events, text=text, caret=caret, done=told)
    return told.wait()[0]


def begun(archive: Archive, path: Path, text: str = TEXT, sha256: str = "h0") -> str:
    """The id of the article of a file."""
    return archive.open_article(path, sha256, text=text, title="Road").result(20).id
