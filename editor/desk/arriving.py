"""Articles as they arrive at the desk: read from a file, and taken up where the archive has them.

One way for window and command line. All of it waits for files and for the archive: never for the window's thread.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from editor import formats
from editor.archive import Archive, ArchiveError, Opened, Record
from editor.article import Article, Facts
from editor.desk.desk import Desk
from editor.desk.journal import How, Journal, Wrote
from editor.desk.kept import ArchiveJournal, Post, digest, resumed
from editor.formats.text import composed
from editor.revision import Decision, SignOff, Step
from editor.saying import Said, sentence, told_by

Question = Literal["", "outside", "recovered", "elsewhere", "meanwhile", "gone"]
"""What the editor is to say: which text, where they differ; or whether to take the article over from another window.

Or what is only to be known: that the file is gone.
"""


@dataclass(frozen=True, slots=True)
class Arrived:
    """An article with its desk. `article` is its name in the archive, empty where it is not kept, and `why` says so."""

    desk: Desk
    article: str = ""
    question: Question = ""
    other: str = ""
    """The other text, where there are two."""
    other_at: float = 0.0
    """When that was written, as seconds since 1970, where it is known."""
    differs: int = 0
    """In how many words the two texts differ."""
    why: Said | str = ""
    moved_from: Path | None = None
    waits: bool = False
    """Whether the archive has still to answer; until then what is done is kept in memory."""
    everywhere: tuple[Decision, ...] = ()
    journal: Journal | None = None
    """Where an article that did not wait for the archive is to be kept from now on."""


def from_file(
    path: Path, archive: Archive | None, post: Post = lambda run: run(), by: str = "", name: str = ""
) -> Arrived:
    """The article in a file; where that is gone, what the archive kept of the article `name`.

    Raises formats.Unreadable.
    """
    try:
        article = formats.open_file(path)
    except formats.Unreadable:
        if not name or not archive or path.exists():
            raise
        try:
            kept = from_archive(name, archive, post, by)
        except ArchiveError:
            kept = None
        if not kept or kept.why:
            raise
        kept.desk.path = path
        return replace(kept, question=kept.question or "gone")
    return arrived(article, path, archive, post, by)


def arrived(
    article: Article, path: Path, archive: Archive | None, post: Post = lambda run: run(), by: str = ""
) -> Arrived:
    """An article that was read from a file, taken up where the archive has it, and kept there from now on."""
    if not archive:
        return Arrived(Desk(article, path=path, by=by or None), why=sentence("there is no archive."))
    return _kept(article, path, archive, post, lambda new: _asked(archive, article, path, as_new=new), by)


def from_words(words: str, archive: Archive | None, post: Post, by: str = "") -> Arrived:
    """An article of words that come from no file."""
    article = composed(words)
    if not archive:
        return Arrived(Desk(article, by=by or None), why=sentence("there is no archive."))
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


def _asked(archive: Archive, article: Article, path: Path, *, as_new: bool = False) -> Record:
    title = article.facts.headline.value if article.facts.headline else ""
    return archive.open_article(path.resolve(), digest(article), text=article.text, title=title, as_new=as_new).result()


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
        return Arrived(Desk(article, path=path, by=by or None), why=told_by(error))
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
    at = record.recovered_at if question == "recovered" else 0.0
    return Arrived(desk, record.id, question, other, at, differing(desk.text, other), _unkept(archive, record), moved)


def differing(text: str, other: str) -> int:
    """In how many words another text differs from this one; none where there is no other."""
    if not other:
        return 0
    from editor.diff import word_edits

    return sum(max(len(edit.expected.split()), len(edit.words.split())) for edit in word_edits(text, other))


def put_by(desk: Desk, text: str, name: str) -> None:
    """Keeps another text among the article's revisions; the present one stays as it is."""
    if text != desk.text:
        desk.replace_all(text)
        desk.name_revision(name)
        desk.undo()
        desk.flush()


def _unkept(archive: Archive, record: Record) -> Said | str:
    return "" if record.stored else archive.state.reason or sentence("the archive can’t be written.")


# At once: an article of which the archive has nothing


class Waiting:
    """A journal in memory, for the moment until the archive answers. Nothing in it counts as written."""

    def __init__(self) -> None:
        self._told: list[Callable[[Journal], None]] = []
        self._wrote: list[Wrote] = []

    def write(self, steps: Sequence[tuple[How, Step]], text: str, caret: int, done: Wrote) -> None:
        self._wrote.append(done)
        self._told.append(lambda journal: journal.write(steps, text, caret, done))

    def knows(self, facts: Facts) -> None:
        self._told.append(lambda journal: journal.knows(facts))

    def named(self, name: str, done: Wrote) -> None:
        self._wrote.append(done)
        self._told.append(lambda journal: journal.named(name, done))

    def exported(self, path: Path, sha256: str) -> None:
        self._told.append(lambda journal: journal.exported(path, sha256))

    def signed(self, signed: SignOff, done: Wrote) -> None:
        self._wrote.append(done)
        self._told.append(lambda journal: journal.signed(signed, done))

    def saved(self, path: Path, sha256: str) -> None:
        self._told.append(lambda journal: journal.saved(path, sha256))

    def opened(self, path: Path, sha256: str) -> None:
        self._told.append(lambda journal: journal.opened(path, sha256))

    def close(self) -> None:
        """It is handed over when the archive answers, whether its article is still shown or not."""

    def hand_over(self, journal: Journal | None) -> None:
        """All that was told goes to another journal; where there is none, to nowhere, as it does without an archive."""
        for tell in self._told if journal else ():
            tell(journal)  # type: ignore[arg-type]
        for done in () if journal else self._wrote:
            done(None)
        self._told, self._wrote = [], []


def begun(article: Article, path: Path, by: str = "") -> Arrived:
    """An article of which the archive has nothing (`Archive.unknown`), to be worked on before the archive answers.

    The archive's first start takes a second or two: its database is made, SQLAlchemy and Alembic are imported. What is
    typed meanwhile is in memory only, and said to be: the promise of one second holds from the archive's answer on. An
    article that the archive may know is not begun so, for its draft would take the place of the text under the
    editor's hands.
    """
    return Arrived(Desk(article, path=path, by=by or None, journal=Waiting()), waits=True)


def answered(article: Article, path: Path, archive: Archive, post: Post, by: str = "") -> Arrived:
    """What the archive says of an article that was begun: `taken_up` brings it to the desk."""
    try:
        record = _asked(archive, article, path)
        everywhere = archive.dismissals_everywhere().result()
        mine = archive.lease(record.id).result()
    except ArchiveError as error:
        return Arrived(Desk(article, path=path), why=told_by(error))
    if record.match != "new":
        # Another window was quicker, or a damaged archive was healed: its draft counts.
        return from_file(path, archive, post, by)
    question: Question = "" if mine else "elsewhere"
    other = ""
    if mine and record.recovered is not None and record.recovered != article.text:
        question, other = "recovered", record.recovered
    journal = ArchiveJournal(archive, record.id, post)
    why = _unkept(archive, record)
    return Arrived(
        Desk(article, path=path),
        record.id,
        question,
        other,
        record.recovered_at if other else 0.0,
        differing(article.text, other),
        why,
        everywhere=tuple(everywhere),
        journal=journal,
    )


def taken_up(first: Arrived, answer: Arrived) -> Arrived:
    """The article that was begun, kept from now on as the archive answered; on the desk's thread.

    Where the archive had a draft after all, that is the article from now on; what was written meanwhile is offered.
    """
    desk = first.desk
    waiting = desk.writing.journal
    assert isinstance(waiting, Waiting)
    desk.flush()
    if not answer.journal and not answer.why:
        waiting.hand_over(None)
        if not desk.history.done or desk.text == answer.desk.text:
            return answer
        return replace(answer, question="meanwhile", other=desk.text)
    waiting.hand_over(answer.journal)
    desk.writing.journal = answer.journal
    desk.settled_everywhere(answer.everywhere)
    return replace(answer, desk=desk)
