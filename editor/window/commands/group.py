"""What the commands of every menu know: the window, and the review of its article."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from editor.window.mainwindow import MainWindow
    from editor.window.review import Review


class Group:
    """Some of a window's commands."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    @property
    def _review(self) -> Review | None:
        return self._window.review
