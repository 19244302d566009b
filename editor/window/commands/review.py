"""The Review menu: from finding to finding, and what is decided of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt

from editor.window import theme
from editor.window.commands.group import Group
from editor.window.translation import tr

if TYPE_CHECKING:
    from editor.window.review import Review


class ReviewCommands(Group):
    """The commands of the Review menu."""

    def next(self) -> None:
        if self._review:
            self._review.next()

    def previous(self) -> None:
        if self._review:
            self._review.previous()

    def choices(self) -> None:
        from editor.window.menu import caret_menu

        view = self._window.manuscript
        shared = self._window.dictionaries.writable("word_desk")
        menu = caret_menu(self._review, self._window, shared=shared) if self._review else None
        if not menu:
            self._window.toast.say(tr("There is no finding at the caret. F8 goes to the next one."))
            return
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        first = menu.activeAction()
        menu.popup(view.viewport().mapToGlobal(view.cursorRect().bottomLeft() + QPoint(0, theme.SPACE)))
        if first:
            menu.setActiveAction(first)

    def accept(self) -> None:
        if self._review and self._in_sight(self._review):
            self._review.accept()

    def stand(self) -> None:
        if self._review and self._in_sight(self._review):
            self._review.let_stand()

    def query(self) -> None:
        if self._review and self._in_sight(self._review):
            self._review.take("query")

    def _in_sight(self, review: Review) -> bool:
        """From the text only the finding at the caret is decided; the next is shown first where there is none."""
        return not self._window.manuscript.hasFocus() or review.at_hand()

    def accept_alike(self) -> None:
        if self._review:
            self._window.beside.show_page()
            self._review.preview_alike()

    def stand_alike(self) -> None:
        if self._review:
            self._window.beside.show_page()
            self._review.preview_standing()

    def accept_certain(self) -> None:
        if self._review:
            self._window.beside.show_page()
            self._review.preview_certain()

    def show_decided(self) -> None:
        self._window.beside.show_page("findings")
        if self._window.panel:
            self._window.panel.findings.show_decided()

    def check_now(self) -> None:
        if self._window.panel:
            self._window.panel.findings.check_anew()
        self._window.watch.check_now()
