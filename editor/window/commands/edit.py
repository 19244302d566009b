"""The Edit menu: undo, copy, find and replace."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from editor.window.commands.group import Group


class EditCommands(Group):
    """The commands of the Edit menu."""

    def undo(self) -> None:
        if self._review:
            self._review.undo()

    def redo(self) -> None:
        if self._review:
            self._review.redo()

    def copy_clean(self) -> None:
        desk = self._window.desk
        if desk:
            QGuiApplication.clipboard().setText(desk.text.encode("utf-8", "ignore").decode())
            self._window.toast.say(f"Copied the whole article, {len(desk.text.split()):,} words.")

    def find(self) -> None:
        self._window.find_bar.open()

    def replace(self) -> None:
        self._window.find_bar.open(replace=True)

    def find_next(self) -> None:
        self._window.find_bar.step()

    def find_previous(self) -> None:
        self._window.find_bar.step(back=True)
