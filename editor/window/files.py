"""Files: articles are opened, saved and exported, in threads of their own, and what came of it is told by signals."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from editor.saying import told_by
from editor.window.translation import told, tr

if TYPE_CHECKING:
    from editor.archive import Archive
    from editor.article import Article
    from editor.desk import Desk
    from editor.desk.arriving import Arrived
    from editor.desk.signing import Draft
    from editor.revision import SignOff

log = logging.getLogger(__name__)


class Files(QObject):
    """What is told comes on the window's thread."""

    opened = Signal(object)
    """An `Arrived` is here."""
    answered = Signal(object, object)
    """An `Arrived` that was begun without the archive, and the `Arrived` that the archive makes of it."""
    refused = Signal(str, str)
    """Something was not done: what it was about, and a sentence with the remedy."""
    changed_outside = Signal(object, str)
    """A file was not written, since someone else had changed it: its path, and the sentence that says so."""
    saved = Signal(object)
    """The article is in the file at this path."""
    exported = Signal(list)
    """The paths that were written."""
    signed = Signal(object)
    """An article was signed off: the path of the decision log."""
    recent_known = Signal(list)
    """The articles worked on last, as the archive has them."""
    _answer = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.archive: Archive | None = None
        self.by = ""
        self.busy = 0
        """How many things are still being read or written."""
        self._threads: list[threading.Thread] = []
        self._answer.connect(self._run, Qt.ConnectionType.QueuedConnection)

    def post(self, run: Callable[[], object]) -> None:
        """Runs something on the window's thread; to be called from any."""
        self._answer.emit(run)

    # Opening

    def open(self, path: Path, name: str = "") -> None:
        """Opens the article in a file; where that is gone and the archive has the article by this name, from there."""
        from editor.desk import arriving

        self._later(
            lambda: arriving.from_file(path, self.archive, self.post, self.by, name), self.opened.emit, about(path)
        )

    def read(self, path: Path, done: Callable[[Article], object]) -> None:
        """Reads what a file holds now; what is open stays."""
        from editor import formats

        self._later(lambda: formats.open_file(path), done, f"read {path}")

    def ask_archive(self, first: Arrived) -> None:
        """Asks what the archive says of an article that was begun before it could be asked."""
        from editor.desk import arriving

        archive, article, path = self.archive, first.desk.article, first.desk.path
        if archive and path:
            self._later(
                lambda: arriving.answered(article, path, archive, self.post, self.by),
                lambda answer: self.answered.emit(first, answer),
                about(path),
            )

    def open_words(self, words: str) -> None:
        """Opens words as a new article."""
        from editor.desk import arriving

        self._later(lambda: arriving.from_words(words, self.archive, self.post, self.by), self.opened.emit, "paste")

    def open_named(self, name: str) -> None:
        """Opens an article that has no file, by its name in the archive."""
        from editor.desk import arriving

        archive = self.archive
        if archive:
            self._later(
                lambda: arriving.from_archive(name, archive, self.post, self.by),
                self.opened.emit,
                about(None),
            )

    def ask_recent(self) -> None:
        """Has the list of recent articles told."""
        if self.archive:
            archive = self.archive
            self._later(lambda: archive.recent(20).result(), self.recent_known.emit, "recent")

    # Saving

    def save(self, desk: Desk, path: Path, *, anyway: bool = False) -> None:
        """Writes the article to a file; `anyway` over what someone else has written there meanwhile."""
        from editor import formats, saving

        article, text = desk.article, desk.text
        source = article.source
        expected = None if anyway or path != desk.path or not source else saving.sha256(source.data)

        def work() -> bytes:
            data = formats.written(article)
            saving.save(path, data, expected=expected)
            return data

        def done(data: bytes) -> None:
            desk.file_saved(path, data)
            desk.saved_text = text
            self.saved.emit(path)

        self._later(work, done, f"save {path}", path)

    def export(self, desk: Desk, path: Path, checked: list[str]) -> None:
        """Writes the clean draft, and beside it the edit report as Markdown and JSON."""
        import contextlib
        import json

        from editor import formats, saving
        from editor.archive import ArchiveError
        from editor.desk.copies import Carried, keep_copy

        article, archive, carried = desk.article, self.archive, Carried.by(desk)
        report = desk.edit_report(checked, desk.checking.not_checked())

        def work() -> list[Path]:
            stem = path.name.removesuffix(path.suffix).removesuffix(".clean")
            told = path.with_name(f"{stem}.report.md")
            data = path.with_name(f"{stem}.report.json")
            said = json.dumps(report.as_json(), indent=1, ensure_ascii=False) + "\n"
            words = formats.written_as(article, str(path))
            saving.save(path, words, expected=None)
            if archive:
                # An archive that can't be written is told of in a banner; the copy is there all the same.
                with contextlib.suppress(ArchiveError):
                    keep_copy(archive, carried, path, words)
            saving.save(told, report.as_markdown().encode("utf-8", "surrogatepass"), expected=None)
            saving.save(data, said.encode("utf-8", "surrogatepass"), expected=None)
            self.post(lambda: desk.writing.exported(path, saving.sha256(words)))
            return [path, told, data]

        self._later(work, self.exported.emit, f"export {path}")

    def sign(self, desk: Desk, draft: Draft, path: Path) -> None:
        """Writes the decision log of a sign-off; then the sign-off is kept with the article."""

        def done(signed: SignOff) -> None:
            desk.signing.take(signed)
            self.signed.emit(path)

        self._later(lambda: draft.written(path), done, f"sign {path}")

    # Threads

    def _later(
        self, work: Callable[[], Any], done: Callable[[Any], object], what: str, path: Path | None = None
    ) -> None:
        """Does the work in a thread, and then tells the window."""
        self.busy += 1

        def run() -> None:
            from editor import formats, saving

            try:
                answer = work()
            except saving.ChangedOutside as refused:
                self.post(lambda error=refused: self.changed_outside.emit(path, told(told_by(error))))  # type: ignore[misc]
            except (formats.Unreadable, saving.SaveRefused) as refused:
                self.post(lambda error=refused: self.refused.emit(what, told(told_by(error))))  # type: ignore[misc]
            except Exception as fault:
                log.exception("%s failed", what)
                self.post(lambda error=fault: self.refused.emit(what, _failed(what, error)))  # type: ignore[misc]
            else:
                self.post(lambda: done(answer))
            finally:
                self.post(self._rest)

        self._threads = [thread for thread in self._threads if thread.is_alive()]
        self._threads.append(threading.Thread(target=run, name=what, daemon=True))
        self._threads[-1].start()

    def finish(self, patience: float = 5.0) -> None:
        """Waits for what is still being written, as the window closes, and has it told."""
        for thread in self._threads:
            thread.join(patience)
        QCoreApplication.sendPostedEvents(self)

    def _rest(self) -> None:
        self.busy -= 1

    def _run(self, run: Callable[[], object]) -> None:
        run()


def _failed(what: str, error: Exception) -> str:
    """That something of Copydesk's own failed: what was to be done, and the error."""
    kind, _, path = what.partition(" ")
    words = {
        "save": tr("Could not save {path}: {error}"),
        "export": tr("Could not export {path}: {error}"),
        "sign": tr("Could not sign off in {path}: {error}"),
        "recent": tr("Could not list the last articles: {error}"),
        "paste": tr("Could not open the words of the clipboard: {error}"),
    }.get(kind, tr("Could not open {path}: {error}"))
    return words.format(path=path, error=error)


def about(path: Path | None) -> str:
    """What the opening of an article is called, in what is said of it."""
    return f"open {path}" if path else "open an article without a file"


def export_name(desk: Desk) -> str:
    """The name that an export has by default: that of the file, marked as clean."""
    if desk.path:
        return str(desk.path.with_name(f"{desk.path.stem}.clean{desk.path.suffix or '.txt'}"))
    words = "".join(c if c.isalnum() else " " for c in desk.title).split()
    return "-".join(words[:6]).lower()[:60] + ".clean.txt" if words else "article.clean.txt"
