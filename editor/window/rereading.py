"""What the source says of the words is read again when the hands rest: typed stars become emphasis then."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from editor.article import Article

if TYPE_CHECKING:
    from editor.desk import Desk

REST = 500
"""Milliseconds without a change after which the marks are read anew."""


class Rereading(QObject):
    """Reads a desk's marks in a thread: a book of Markdown takes a fifth of a second."""

    _read = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk: Desk | None = None
        self._busy = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self._begin)
        self._read.connect(self._take)

    def edited(self, desk: Desk) -> None:
        """The text of this desk is another now."""
        if desk.article.markup == "markdown":
            self._desk = desk
            self._rest.start()

    def _begin(self) -> None:
        desk = self._desk
        if not desk:
            return
        if self._busy:
            self._rest.start()
            return
        self._busy, article = True, desk.article.bare()

        def work() -> None:
            from editor.formats import markdown

            try:
                read: Article | None = markdown.remarked(article)
            except RecursionError:
                # Brackets a thousand deep: the marks stay as they were.
                read = None
            self._read.emit(desk, read)

        threading.Thread(target=work, name="marks", daemon=True).start()

    def _take(self, desk: Desk, read: Article | None) -> None:
        self._busy = False
        if read and desk is self._desk:
            desk.take_marks(read)
