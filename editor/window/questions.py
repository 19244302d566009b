"""What must be asked when an article is opened: which of two texts, or who may write it. Where its revisions are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from editor.archive import Archive, ArchiveError, Titled
from editor.article import Article
from editor.revision import Deed, Revision
from editor.window.banner import LOOKS, Choice
from editor.window.translation import told, tr
from editor.window.wording import clock

if TYPE_CHECKING:
    from editor.desk import Desk
    from editor.desk.arriving import Arrived
    from editor.desk.session import Open
    from editor.window.mainwindow import MainWindow

T = TypeVar("T")


class Shelved:
    """The revisions of one article of the archive."""

    def __init__(self, archive: Archive, article: str) -> None:
        self._archive, self._article = archive, article

    def revisions(self) -> Future[list[Revision]]:
        return _asked(lambda: self._archive.revisions(self._article, present=True))

    def text_of(self, revision: Revision) -> Future[str]:
        return _asked(lambda: self._archive.text_of(self._article, revision))

    def deeds(self, revision: Revision) -> Future[list[Deed]]:
        return _asked(lambda: self._archive.deeds(self._article, revision))

    def title(self, revision: Revision, name: str, *, starred: bool) -> Future[None]:
        answer: Future[None] = Future()

        def done(error: ArchiveError | None) -> None:
            if error:
                answer.set_exception(error)
            else:
                answer.set_result(None)

        def ask() -> Future[None]:
            self._archive.append(self._article, [Titled(revision.sequence, name, starred)], done=done)
            return answer

        return _asked(ask)


def _asked(ask: Callable[[], Future[T]]) -> Future[T]:
    """The archive's answer; that it is closed already is an answer too."""
    try:
        return ask()
    except ArchiveError as error:
        refused: Future[T] = Future()
        refused.set_exception(error)
        return refused


def ask(window: MainWindow, article: Open) -> None:
    """Shows what is to be asked of this article. Whatever is answered can be undone, or asked again."""
    arrived = article.arrived
    assert arrived
    desk, other, show = arrived.desk, arrived.other, window.banners.show_message
    name = desk.path.name if desk.path else tr("This article")
    if arrived.why:
        words = tr("Nothing is kept in the archive: {why} Save your work to its file.")
        show("archive", "warning", words.format(why=told(arrived.why)))
    if arrived.moved_from:
        words = tr("{name} was known as {before}: its history came along.")
        show("moved", "info", words.format(name=name, before=arrived.moved_from))
    if window.preferences.trouble:
        show("settings", "warning", window.preferences.trouble)
    if desk.article.source and desk.article.source.assumed:
        words = tr("{name} does not say its encoding; it was read as {encoding}.")
        show("encoding", "info", words.format(name=name, encoding=desk.article.source.encoding))
    if arrived.question == "outside":

        def take() -> None:
            desk.take_file(other, desk.article.source)

        words = tr("{name} was changed by someone else since you worked on it. This is your draft.").format(name=name)
        look = (LOOKS, lambda: window.compare(tr("the file’s text"), other, take, "outside"))
        choices = [look, (tr("Take the file’s text"), take), (tr("Keep my draft"), lambda: None)]
        show("outside", "warning", words, choices)
    elif arrived.question in ("recovered", "meanwhile"):

        def restore() -> None:
            desk.replace_all(other)

        words = tr(
            "What was written here until {time} had not reached the archive; %n word(s) differ.", "", arrived.differs
        )
        if arrived.question == "meanwhile":
            words = tr("The archive had a draft of this article. What you wrote before it answered is not in it.")
        words = words.format(time=clock(arrived.other_at))
        if not arrived.why:
            words = tr("{what} It is kept among the revisions.").format(what=words)
        choices = [
            (LOOKS, lambda: window.compare(tr("what was kept"), other, restore, "recovered")),
            (tr("Restore"), restore),
            (tr("Keep both"), lambda: window.files.open_words(other)),
            (tr("Leave it"), lambda: None),
        ]
        show("recovered", "warning", words, choices)
    elif arrived.question == "elsewhere":
        window.manuscript.setReadOnly(True)

        def take() -> None:
            archive = window.files.archive
            if archive:
                archive.take_over(arrived.article).add_done_callback(
                    lambda future: window.files.post(lambda: _taken(window, desk, future))
                )

        words = tr("{name} is open in another window, which may write it. Here it can be read.").format(name=name)
        show("elsewhere", "warning", words, [(tr("Take over"), take)])
    elif arrived.question == "gone":
        words = tr("{name} is gone from {folder}. This is what was kept of it; Save writes it there again.")
        folder = desk.path.parent if desk.path else ""
        choices = [(tr("Save elsewhere…"), window.commands.save_as)]
        show("gone", "warning", words.format(name=name, folder=folder), choices)


def put_by(arrived: Arrived) -> None:
    """Keeps a text that may be wanted among the revisions, before anything is asked: no answer can lose it then."""
    from editor.desk import arriving

    if arrived.question in ("recovered", "meanwhile") and not arrived.why:
        name = tr("Recovered, written until {time}").format(time=clock(arrived.other_at))
        if arrived.question == "meanwhile":
            name = tr("Written before the archive answered")
        arriving.put_by(arrived.desk, arrived.other, name)


def tell_recovered(window: MainWindow, articles: Sequence[Open]) -> None:
    """Lists the articles, other than the one in front, of which there is a text that did not reach the archive."""
    rows = []
    for article in articles:
        arrived = article.arrived
        if arrived:
            row = tr("{name} ({time}, %n word(s) differ)", "", arrived.differs)
            rows.append(row.format(name=article.label, time=clock(arrived.other_at)))
    if not rows:
        window.banners.clear("recovered list")
        return
    words = tr("Copydesk ended before these reached the archive: {articles}.").format(articles=", ".join(rows))
    choices: list[Choice] = [(one.label, partial(window.articles.go, one)) for one in articles[:3]]
    window.banners.show_message("recovered list", "warning", words, choices, lasting=True)


def overwrite(window: MainWindow, path: Path, words: str) -> None:
    """Asks what becomes of a file that was not written, since someone else had changed it."""
    desk = window.desk
    if not desk:
        return

    def read(then: Callable[[Article], object]) -> None:
        window.files.read(path, lambda article: then(article) if window.desk is desk else None)

    def take() -> None:
        read(lambda article: desk.take_file(article.text, article.source))

    choices = [
        (LOOKS, lambda: read(lambda article: window.compare(tr("the file’s text"), article.text, take, "file"))),
        (tr("Take the file’s text"), take),
        (tr("Save a copy…"), window.commands.save_as),
        (tr("Write over it"), lambda: window.files.save(desk, path, anyway=True)),
    ]
    window.banners.show_message("file", "warning", words, choices)


def _taken(window: MainWindow, desk: Desk, future: Future[None]) -> None:
    if error := future.exception():
        window.banners.show_message("elsewhere", "danger", str(error))
    else:
        # The other window may have written meanwhile: what the archive has now is what counts.
        window.articles.read_anew(desk)
