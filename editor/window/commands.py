"""What each action of the window does: a method of its name."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from editor import resources
from editor.window import theme
from editor.window.display import pasted
from editor.window.files import export_name

if TYPE_CHECKING:
    from editor.window.mainwindow import MainWindow
    from editor.window.review import Review
    from editor.window.theme import Scheme

FILTER = "Articles (*.txt *.md *.markdown *.text);;All files (*)"


class Commands:
    """The window's actions, by name."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    @property
    def _review(self) -> Review | None:
        return self._window.review

    # File

    def open(self) -> None:
        folder = self._window.remembered.folder
        dialog = QFileDialog(self._window, "Open an article", folder, FILTER)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        self._ask(dialog, self._window.open)

    def paste_new(self) -> None:
        words = pasted(QGuiApplication.clipboard().text())
        if words.strip():
            self._window.files.open_words(words)
        else:
            self._window.toast.say("There is no text on the clipboard to paste.")

    def sample(self) -> None:
        self._window.open(resources.sample())

    def save(self) -> None:
        desk = self._window.desk
        if desk and desk.path and not resources.ours(desk.path):
            self._window.files.save(desk, desk.path)
        elif desk:
            self.save_as()

    def save_as(self) -> None:
        desk = self._window.desk
        if not desk:
            return
        name = export_name(desk).replace(".clean", "") if not desk.path else str(desk.path)
        dialog = self._saving("Save the article", name)
        self._ask(dialog, lambda path: self._window.files.save(desk, path, anyway=True))

    def export(self) -> None:
        desk = self._window.desk
        if not desk:
            return
        dialog = self._saving("Export the clean draft and the edit report", export_name(desk))
        self._ask(dialog, self._window.export_to)

    def close(self) -> None:
        self._window.remembered.last = ""
        self._window.show_empty()

    def quit(self) -> None:
        self._window.close()

    def _saving(self, title: str, name: str) -> QFileDialog:
        path = Path(name)
        if not path.is_absolute() or resources.ours(path):
            path = Path(self._window.remembered.folder or Path.home()) / path.name
        dialog = QFileDialog(self._window, title, str(path.parent), FILTER)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(path.name)
        return dialog

    def _ask(self, dialog: QFileDialog, run: object) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setOption(QFileDialog.Option.DontUseCustomDirectoryIcons)

        def chosen(name: str) -> None:
            self._window.remembered.folder = str(Path(name).parent)
            run(Path(name))  # type: ignore[operator]

        dialog.fileSelected.connect(chosen)
        dialog.open()

    # Edit

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

    def find_next(self) -> None:
        self._window.find_bar.step()

    def find_previous(self) -> None:
        self._window.find_bar.step(back=True)

    # Review

    def next(self) -> None:
        if self._review:
            self._review.next()

    def previous(self) -> None:
        if self._review:
            self._review.previous()

    def choices(self) -> None:
        from editor.window.menu import caret_menu

        view = self._window.manuscript
        menu = caret_menu(self._review, self._window) if self._review else None
        if not menu:
            self._window.toast.say("There is no finding at the caret. F8 goes to the next one.")
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

    def check_now(self) -> None:
        self._window.watch.check_now()

    # View

    def panel(self) -> None:
        self._window.toggle_panel()

    def cycle(self) -> None:
        self._window.cycle()

    def show_findings(self) -> None:
        self._window.beside.show_page("findings")

    def show_ledger(self) -> None:
        self._window.beside.show_page("ledger")

    def show_notes(self) -> None:
        self._window.beside.show_page("notes")

    def show_revisions(self) -> None:
        self._window.beside.show_page("revisions")

    def zoom_in(self) -> None:
        self._zoom(1)

    def zoom_out(self) -> None:
        self._zoom(-1)

    def zoom_reset(self) -> None:
        self._window.set_look(zoom=100)

    def _zoom(self, by: int) -> None:
        steps = [step for step in theme.ZOOM if (step > theme.zoom() if by > 0 else step < theme.zoom())]
        if steps:
            self._window.set_look(zoom=steps[0] if by > 0 else steps[-1])

    def theme_system(self) -> None:
        self._scheme("system")

    def theme_light(self) -> None:
        self._scheme("light")

    def theme_dark(self) -> None:
        self._scheme("dark")

    def _scheme(self, scheme: Scheme) -> None:
        self._window.set_look(scheme=scheme)
