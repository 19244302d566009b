"""Which texts are compared: the comparison comes in the place of the manuscript, and goes again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from editor.article import Article
    from editor.window.comparing import Comparing
    from editor.window.mainwindow import MainWindow


@dataclass(frozen=True, slots=True)
class Other:
    """A text to hold against the present one. `take` makes it the present text; without one the desk does that."""

    name: str
    """What it is, for the head of its column and in sentences: “the file’s text”."""
    text: str
    take: Callable[[], object] | None = None
    newer: tuple[str, str] | None = None
    """The name and the words of the text to hold it against, where that is not the present one."""


class Comparisons:
    """Brings the comparison to a window in the place of the manuscript, and takes it away again."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self.page: Comparing | None = None
        self._hidden: list[QWidget] = []

    @property
    def open(self) -> bool:
        return self.page is not None and not self.page.isHidden()

    def show(self, other: Other) -> None:
        """Compares another text with the one that is open."""
        desk = self._window.desk
        if not desk:
            return
        page = self._made()
        if page.isHidden():
            self._hidden = [widget for widget in self._beside(page) if not widget.isHidden()]
            for widget in self._hidden:
                widget.hide()
            page.show()
        page.use(desk, other)
        page.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_file(self, path: Path, name: str) -> None:
        """Compares a file's text, of any kind that can be opened, with the one that is open."""
        desk = self._window.desk

        def show(article: Article) -> None:
            if desk is self._window.desk:
                self.show(Other(name, article.text))

        self._window.files.read(path, show)

    def do(self, name: str) -> None:
        """What the palette asks of the comparison, by its name."""
        if self.page and self.open:
            self.page.view.setFocus(Qt.FocusReason.OtherFocusReason)
            self.page.do(name)

    def leave(self) -> None:
        """Shows the manuscript again."""
        if self.page and self.open:
            self.page.leave()
            self.page.hide()
            for widget in self._hidden:
                widget.show()
            self._hidden = []

    @staticmethod
    def _beside(page: QWidget) -> Iterator[QWidget]:
        """What shares its column with the comparison: the manuscript, and the bars below it."""
        home = page.parentWidget()
        for child in home.children() if home else ():
            if isinstance(child, QWidget) and child is not page and not child.isWindow():
                yield child

    def _made(self) -> Comparing:
        if self.page:
            return self.page
        # It knows the desk, and with it the checks: they are not there before the first paint.
        from editor.window.comparing import Comparing

        window = self._window
        home = window.manuscript.parentWidget()
        page = self.page = Comparing(home, window.remembered)
        window.text_row.addWidget(page, 1)
        page.left.connect(window.focus_text)
        page.jump.connect(window.manuscript.show_span)
        # What goes to places of the text needs it in view.
        if window.panel:
            window.panel.jump.connect(lambda *_: self.leave())
        for name in ("next", "previous", "choices", "find", "find_next", "find_previous"):
            window.acts[name].triggered.connect(lambda *_: self.leave())
        return page
