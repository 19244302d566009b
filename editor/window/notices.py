"""What the window says by itself: of files, of the archive and the checks, in toasts and in banners that stay."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from editor.window.translation import told as in_words
from editor.window.translation import tr
from editor.window.wording import announced, shown_words

if TYPE_CHECKING:
    from editor.archive import State
    from editor.desk import Desk
    from editor.desk.happenings import Happening
    from editor.window.banner import Kind
    from editor.window.mainwindow import MainWindow


class Notices:
    """Says in a window what its parts tell. A banner stays as long as what it says is so."""

    def __init__(self, window: MainWindow) -> None:
        self._window, self._banners, self._toast = window, window.banners, window.toast
        files = window.files
        files.saved.connect(self.saved)
        files.exported.connect(self.exported)
        files.signed.connect(self.signed)
        files.refused.connect(self.refused)
        files.changed_outside.connect(self.changed_outside)
        window.watch.died.connect(self.checks_died)
        window.dictionaries.refused.connect(self.dictionary_refused)

    def hear(self, desk: Desk, happening: Happening) -> None:
        """What a desk tells."""
        if desk is not self._window.desk:
            return
        from editor.desk import happenings as told

        if isinstance(happening, told.Announced):
            self._toast.say(announced(happening), undoable=happening.undoable, then=self._next)
        elif isinstance(happening, told.Chosen) and happening.wrapped and happening.row is not None:
            self._toast.say(tr("Went on at the other end of the article."))
        elif isinstance(happening, told.SavingChanged):
            self.saving(desk)

    def saving(self, desk: Desk) -> None:
        """What of the article in front is on disk, and what is not."""
        self._window.setWindowModified(desk.changed)
        if not desk.trouble:
            self._banners.clear("journal")
        elif not self._banners.message("journal"):
            said = tr("The last changes are not on disk yet: {trouble} They are kept here and tried again.")
            choices = [(tr("Save elsewhere…"), self._window.commands.save_as)]
            self._banners.show_message("journal", "danger", said.format(trouble=desk.trouble), choices)

    def nowhere(self, close: Callable[[], object]) -> None:
        """What is to be closed is nowhere on disk: it is asked about, for it could not be brought back."""
        words = tr("The last changes are nowhere on disk. Save them, or close without them.")
        choices = [
            (tr("Save elsewhere…"), self._window.commands.save_as),
            (tr("Close without them"), close),
        ]
        self._banners.show_message("closing", "danger", words, choices)

    def _next(self) -> str:
        """What a screen reader hears after a decision: the finding that is chosen now."""
        row = self._window.review.row if self._window.review else None
        return tr("Next: {message}").format(message=shown_words(row.message)) if row else ""

    def saved(self, path: Path) -> None:
        """The article was written to its file."""
        self._banners.clear("file")
        self._window.status_line.file_saved()
        self._window.name()
        self._toast.say(tr("Saved {name}.").format(name=path.name))

    def exported(self, paths: list[Path]) -> None:
        """The draft and its report were written."""
        self._banners.clear("export")
        words = tr("Exported {name} and its edit report, {report}.")
        self._toast.say(words.format(name=paths[0].name, report=paths[1].name))

    def not_the_first(self) -> None:
        """Another window runs, and did not answer."""
        words = tr(
            "Copydesk is running already but did not answer. This is a window of its own: its articles are kept, "
            "but the next start opens those of the other one."
        )
        self._banners.show_message("instance", "info", words, lasting=True)

    def signed(self, log: Path) -> None:
        """The article was signed off, and its decision log is there."""
        self._toast.say(tr("Signed off. The decision log is {name}.").format(name=log.name))

    def refused(self, what: str, words: str) -> None:
        """A file could not be read or written, and why."""
        about = "file" if what.startswith("save") else what
        choices = [(tr("Save elsewhere…"), self._window.commands.save_as)] if what.startswith("save") else []
        choices += [(tr("Export elsewhere…"), self._window.commands.export)] if what.startswith("export") else []
        self._banners.show_message(about, "danger", words, choices)

    def changed_outside(self, path: Path, words: str) -> None:
        """Someone else has changed the file that was to be written."""
        from editor.window import questions

        questions.overwrite(self._window, path, words)

    def checks_died(self, again: bool) -> None:
        """The process of the checks ended by itself; whether it was started again."""
        words = tr("The checks stopped and were started again. Nothing of the article is lost.")
        if not again:
            words = tr(
                "The checks stopped twice and stay off: the findings shown may be old. Save, and start Copydesk again."
            )
        self._banners.show_message("worker", "warning" if again else "danger", words, lasting=True)

    def archive_changed(self, state: State) -> None:
        """What the archive can do is another now, and why."""
        if state.reason:
            kind: Kind = "info" if state.name == "ready" else "warning"
            self._banners.show_message("archive state", kind, in_words(state.reason), lasting=True)
        else:
            self._banners.clear("archive state")

    def dictionary_refused(self, words: str) -> None:
        """A word was not written to a dictionary, and why."""
        self._banners.show_message("dictionary", "warning", words)

    def settings_refused(self, words: str) -> None:
        """A choice was not written to the settings file, and why."""
        self._banners.show_message("settings", "warning", words)

    def keys_refused(self, trouble: Sequence[str]) -> None:
        """What is wrong with the keys in the settings file; that is left out."""
        if trouble:
            words = tr("Keys in the settings file: {trouble}").format(trouble=" ".join(trouble))
            self._banners.show_message("keys", "warning", words, lasting=True)
        else:
            self._banners.clear("keys")
