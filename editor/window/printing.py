"""Printing, and the same pages as a PDF: made in a thread, with progress and a way to stop where it takes long."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QLocale, QMarginsF, QObject, QTimer, Signal
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPageSize, QPdfWriter

from editor import saving
from editor.window import facts, printed
from editor.window.translation import tr
from editor.window.wording import elided, shown_words

if TYPE_CHECKING:
    from editor.desk import Desk
    from editor.window.banner import Banners
    from editor.window.toast import Toast

log = logging.getLogger(__name__)
LONG = 2_000
"""Milliseconds after which it is said that pages are still being made."""
_LETTER = {
    QLocale.Country.UnitedStates,
    QLocale.Country.Canada,
    QLocale.Country.Mexico,
    QLocale.Country.Philippines,
    QLocale.Country.Chile,
    QLocale.Country.Colombia,
    QLocale.Country.Venezuela,
}


def page_size(locale: QLocale) -> QPageSize:
    """The paper of a country: Letter in North America and some others, else A4."""
    letter = locale.territory() in _LETTER
    return QPageSize(QPageSize.PageSizeId.Letter if letter else QPageSize.PageSizeId.A4)


def remarks_of(desk: Desk) -> list[printed.Remark]:
    """The findings that wait for a decision, as they are printed."""
    rows = [row for row in desk.board.open_rows() if row.finding.confidence != "possible"]
    return [
        printed.Remark(
            row.finding.span,
            elided(shown_words(row.finding.span.of(desk.text)), 60),
            shown_words(row.message),
        )
        for row in rows
    ]


class Printing(QObject):
    """Prints the article of a desk. One job at a time."""

    _told = Signal(object)

    def __init__(self, banners: Banners, toast: Toast, parent: QObject) -> None:
        super().__init__(parent)
        self._banners, self._toast = banners, toast
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None
        self._told.connect(lambda run: run())
        self._long = QTimer(self)
        self._long.setSingleShot(True)
        self._long.setInterval(LONG)
        self._long.timeout.connect(self._say_long)

    def pdf(self, desk: Desk, path: Path, *, findings: bool = False) -> None:
        """Writes the article to a PDF; a file that was there is replaced only when the new one is whole."""
        size = page_size(QLocale.system())

        def work(paint: Callable[[QPagedPaintDevice], int]) -> str:
            data = QByteArray()
            buffer = QBuffer(data)
            buffer.open(QIODevice.OpenModeFlag.WriteOnly)
            writer = QPdfWriter(buffer)
            writer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF()))
            writer.setTitle(desk.title)
            writer.setCreator("Copydesk")
            paint(writer)
            del writer
            buffer.close()
            saving.save(path, bytes(data.data()), expected=None)
            return tr("Wrote {name}.").format(name=path.name)

        self._begin(desk, work, findings=findings)

    def print_on(self, desk: Desk, device: QPagedPaintDevice, *, findings: bool = False) -> None:
        """Prints the article on a printer."""

        def work(paint: Callable[[QPagedPaintDevice], int]) -> str:
            return tr("Sent %n page(s) to the printer.", "", paint(device))

        self._begin(desk, work, findings=findings)

    @property
    def busy(self) -> bool:
        return bool(self._thread and self._thread.is_alive())

    def stop(self) -> None:
        """Ends what is being printed; a PDF that was there before stays as it was."""
        self._stop.set()

    def finish(self) -> None:
        """The window closes: what is being printed is stopped."""
        self.stop()
        if self._thread:
            self._thread.join(5)

    def _begin(self, desk: Desk, work: Callable[[Callable[[QPagedPaintDevice], int]], str], *, findings: bool) -> None:
        if self.busy:
            self._toast.say(tr("Another article is still being printed."))
            return
        article, title = desk.article, shown_words(desk.title)
        said_date = facts.said_date(article.facts) if article.facts.day else ""
        remarks = remarks_of(desk) if findings else []
        self._stop.clear()

        def progress(page: int, pages: int) -> None:
            if self._stop.is_set():
                raise printed.Stopped

        def paint(device: QPagedPaintDevice) -> int:
            return printed.print_to(device, article.bare(), title, said_date, remarks, progress)

        def run() -> None:
            try:
                said = work(paint)
                self._told.emit(lambda: self._ended(said))
            except printed.Stopped:
                self._told.emit(lambda: self._ended(tr("Stopped; nothing was written.")))
            except (OSError, saving.SaveRefused) as refused:
                words = str(refused)
                self._told.emit(lambda: self._ended("", words))
            except Exception as fault:
                log.exception("printing failed")
                words = tr("The pages could not be made: {fault}").format(fault=fault)
                self._told.emit(lambda: self._ended("", words))

        self._banners.clear("print")
        self._thread = threading.Thread(target=run, name="print", daemon=True)
        self._thread.start()
        self._long.start()

    def _say_long(self) -> None:
        if self.busy:
            self._banners.show_message("print", "info", tr("The pages are being made."), [(tr("Stop"), self.stop)])

    def _ended(self, said: str, trouble: str = "") -> None:
        self._long.stop()
        self._banners.clear("print")
        if trouble:
            self._banners.show_message("print", "danger", trouble)
        else:
            self._toast.say(said)
