"""The Edit menu: undo, copy, find and replace."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication

from editor.window import links
from editor.window.commands.group import Group
from editor.window.translation import tr


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
            self._window.toast.say(tr("Copied the whole article, %n word(s).", "", len(desk.text.split())))

    def find(self) -> None:
        self._window.find_bar.open()

    def replace(self) -> None:
        self._window.find_bar.open(replace=True)

    def find_next(self) -> None:
        self._window.find_bar.step()

    def find_previous(self) -> None:
        self._window.find_bar.step(back=True)

    def open_link(self) -> None:
        view = self._window.manuscript
        self.follow(links.target_at(view.article, view.caret()))

    def follow(self, target: str) -> None:
        """Asks whether a link of the article is to be opened."""
        if not target:
            self._window.toast.say(tr("There is no link at the caret."))
        elif not links.ask(target, self._window.banners):
            self._window.toast.say(tr("Only addresses of the web and of mail are opened: http, https and mailto."))

    def length(self) -> None:
        self._window.status_line.ask_length()

    def dictionaries(self) -> None:
        from editor.window.dictionaries import DictionariesWindow

        shown = self._window.findChild(DictionariesWindow) or DictionariesWindow(self._window)
        shown.words.load()
        shown.show()
        shown.activateWindow()

    def text_menu(self, at: QPoint) -> None:
        """Pops up the menu of the text."""
        from editor.window.menu import text_menu

        menu = text_menu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)
