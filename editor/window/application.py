"""Starts the window: shown and painted first, with as little as possible; everything else comes after."""

from __future__ import annotations

import contextlib
import gc
import importlib
import logging
import os
import signal
import sys
import threading
import time
import traceback
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from editor import formats
from editor.window import icons, theme, translation
from editor.window.garbage import Garbage
from editor.window.instance import Instance
from editor.window.mainwindow import MainWindow
from editor.window.preferences import Preferences
from editor.window.remembered import Remembered
from editor.window.translation import tr

if TYPE_CHECKING:
    from editor.archive import Archive
    from editor.article import Article
    from editor.desk.session import Session

log = logging.getLogger(__name__)

AT_ONCE = 2_000_000
"""Bytes of a text file that is read before the window shows; a longer one, or another format, is read by a thread."""

PARTS = (
    "rows",
    "places",
    "review",
    "findings_model",
    "filterbar",
    "detail",
    "findings",
    "ledger",
    "revisions",
    "card",
    "questions",
    "panel",
)
"""The modules of the panel, those that need others behind them."""
PAINTED, LATEST = 100, 700
"""Milliseconds in which what the checks found is painted; for which the archive may wait for that."""


def run(paths: Sequence[str | Path] = (), instance: Instance | None = None) -> int:
    """Opens the window, on these articles and those of the last session; gives the exit status.

    The session is that of the one window of the data folder, the `instance` that others hand their files to.
    """
    # Each call of Qt's gives Python's lock away and waits for it again behind the threads that load and write: with
    # 0.5 ms the longest stall of a start was 132–260 ms on a busy machine of two cores, with 0.1 ms about 105.
    sys.setswitchinterval(0.0001)
    app = QApplication(sys.argv[:1])
    app.setApplicationName("copydesk")
    app.setApplicationDisplayName("Copydesk")
    app.setDesktopFileName("copydesk")
    remembered, preferences = Remembered(), Preferences()
    translation.use(app, preferences.settings.interface)
    theme.use(app, preferences.settings.theme, preferences.settings.zoom)
    app.setWindowIcon(icons.icon("copydesk", "accent"))
    window = MainWindow(remembered, preferences)
    Garbage(window)
    held = instance is not None and instance.held
    if last := str(paths[0]) if paths else remembered.last if held else "":
        preview(window, Path(last))
    Start(window, paths, instance if held else None)
    if instance and not held:
        window.notices.not_the_first()
    handle_faults(window)
    window.show()
    return app.exec()


def preview(window: MainWindow, path: Path) -> None:
    """Shows a text at once, where it is a short and plain one."""
    try:
        if path.suffix in (".txt", ".text") and path.stat().st_size < AT_ONCE:
            window.preview(formats.open_file(path), path.name)
    except (OSError, formats.Unreadable):
        # Opening it says what is wrong, in a banner.
        return


class Start(QObject):
    """What comes after the first paint: the desk's modules in a thread, then archive and worker, then the articles."""

    def __init__(self, window: MainWindow, paths: Sequence[str | Path] = (), instance: Instance | None = None) -> None:
        super().__init__(window)
        self._instance = instance
        self._window, self._paths = window, [Path(path) for path in paths]
        # The first fix that is compared word by word would wait for it: 120 ms of the window's thread.
        self._diff = threading.Thread(target=importlib.import_module, args=("editor.diff",), name="diff", daemon=True)
        window.first_painted.connect(self._begin)

    def _begin(self) -> None:
        if started := os.environ.get("COPYDESK_STARTED"):
            print(f"first paint after {(time.monotonic() - float(started)) * 1000:.0f} ms", file=sys.stderr, flush=True)
        threading.Thread(target=self._load, name="load", daemon=True).start()

    def _load(self) -> None:
        """Imports what the window needs from now on; Python's imports hold the window up only for moments.

        Only what knows no Qt: PySide makes its classes when they are first named, and crashes where that happens in
        one thread while another is inside Qt. The window's own modules are quick, once these are there.
        """
        from editor.archive import Archive

        window = self._window
        archive = Archive(
            actor=window.files.by or None,
            changed=lambda state: window.files.post(lambda: window.notices.archive_changed(state)),
        )
        from editor.desk import session

        before = session.read(archive.folder) if self._instance else session.Session()
        first = self._paths[0] if self._paths else before.front.where if before.front else None
        new = self._new(archive, first)
        if not new:
            archive.start()
        import editor.desk.arriving
        import editor.reading.sentences
        import editor.worker  # noqa: F401
        from editor import checker, pages

        for name in checker.names():
            with contextlib.suppress(pages.PageError):
                pages.page(name)
        window.files.post(lambda: self._loaded(archive, before, first if new else None, new))

    def _new(self, archive: Archive, path: Path | None) -> Article | None:
        """The article to begin with, where the archive surely has nothing of it: it need not be waited for."""
        from editor import formats
        from editor.desk import kept

        if not path:
            return None
        try:
            article = formats.open_file(path)
        except formats.Unreadable:
            return None
        return article if archive.unknown(path, kept.digest(article)) else None

    def _loaded(self, archive: Archive, before: Session, path: Path | None, new: Article | None) -> None:
        """What takes the window's thread, in steps between which it hears its keys."""
        window = self._window
        # What has been imported lives on: it need not be looked through for garbage.
        gc.freeze()
        window.files.archive = archive
        self._steps(
            [
                # The process dies with the thread that starts it: this one is the main one.
                window.watch.start,
                *(partial(importlib.import_module, f"editor.window.{name}") for name in PARTS),
                window.beside.make,
                window.preferences.watch,
                partial(offer, window),
                lambda: self._articles(archive, before, path, new),
            ]
        )

    def _steps(self, steps: Sequence[Callable[[], object]]) -> None:
        """Does these one after another, each when the window has heard what came meanwhile."""
        if steps:
            steps[0]()
            QTimer.singleShot(1, self, lambda: self._steps(steps[1:]))

    def _articles(self, archive: Archive, before: Session, path: Path | None, new: Article | None) -> None:
        from editor.desk import arriving
        from editor.desk import happenings as told

        window = self._window
        if self._instance:
            window.articles.keeping.begin(archive.folder)
        first = arriving.begun(new, path, window.files.by) if new and path else None
        window.articles.restore(before, self._paths, first)
        if first:
            # The imports of the archive's thread hold Python's lock up: the editor can type already, and the first
            # findings are painted before them, if they do not take too long.
            first.desk.subscribe(
                lambda heard: self._in(PAINTED, archive) if isinstance(heard, told.Checked) and heard.done else None
            )
        elif not before.articles:
            window.files.ask_recent()
        self._in(LATEST, archive)
        if self._instance:
            self._instance.handed.connect(self._handed)
            self._instance.listen()

    def _handed(self, paths: list[Path]) -> None:
        """Another start has handed over its files: they are opened, and the window comes to the front."""
        window = self._window
        window.articles.open(paths)
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()

    def _in(self, wait: int, archive: Archive) -> None:
        """Loads what is left, after so many milliseconds."""

        def start() -> None:
            archive.start()
            if not self._diff.ident:
                self._diff.start()

        # Not a bare method: PySide does not hold what that is bound to.
        QTimer.singleShot(wait, self, start)


def offer(window: MainWindow) -> None:
    """Offers LanguageTool, where it turns out to be missing."""
    from editor.window.settings.offer import Offer

    Offer(window)


def handle_faults(window: MainWindow) -> None:
    """Signals end the window in order; a fault of ours is said, after what was typed has been handed to the archive."""

    def end(*_: object) -> None:
        window.close()
        QApplication.quit()

    signal.signal(signal.SIGTERM, end)
    signal.signal(signal.SIGINT, end)

    def fault(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        for article in window.articles.session:
            if article.desk:
                article.desk.flush()
        told = "".join(traceback.format_exception(kind, error, trace))
        log.error("a fault of Copydesk's own:\n%s", told)
        words = tr("Something went wrong inside Copydesk ({kind}). Your work is kept; the details help to mend it.")
        words = words.format(kind=kind.__name__)
        copy = (tr("Copy details"), lambda: QApplication.clipboard().setText(told))
        window.banners.show_message("fault", "danger", words, [copy], lasting=True)

    sys.excepthook = fault
    threading.excepthook = lambda args: log.error(
        "a thread failed", exc_info=(args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback)
    )
