"""The File menu: articles are opened, saved, exported and closed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from editor import resources
from editor.saying import mark
from editor.window.commands.group import Group
from editor.window.display import pasted
from editor.window.files import export_name
from editor.window.translation import tr

if TYPE_CHECKING:
    from editor.window.printing import Printing

FILTER = mark("Articles (*.txt *.md *.markdown *.text);;All files (*)")


class FileCommands(Group):
    """The commands of the File menu."""

    def open(self) -> None:
        folder = self._window.remembered.folder
        dialog = QFileDialog(self._window, tr("Open articles"), folder, tr(FILTER))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        self._ask(dialog, self._window.articles.open)

    def paste_new(self) -> None:
        words = pasted(QGuiApplication.clipboard().text())
        if words.strip():
            self._window.files.open_words(words)
        else:
            self._window.toast.say(tr("There is no text on the clipboard to paste."))

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
        dialog = self._saving(tr("Save the article"), name)
        self._ask(dialog, lambda paths: self._window.files.save(desk, paths[0], anyway=True))

    def export(self) -> None:
        desk = self._window.desk
        if not desk:
            return
        dialog = self._saving(tr("Export the clean draft and the edit report"), export_name(desk))
        self._ask(dialog, lambda paths: self._window.export_to(paths[0]))

    def print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        desk = self._window.desk
        if not desk:
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(desk.title)
        dialog = QPrintDialog(printer, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setModal(True)
        dialog.accepted.connect(lambda *_: self._printing.print_on(desk, printer))
        dialog.show()

    def pdf(self) -> None:
        self._pdf(tr("Export the article as PDF"), findings=False)

    def pdf_findings(self) -> None:
        self._pdf(tr("Export the article and its findings as PDF"), findings=True)

    def _pdf(self, title: str, *, findings: bool) -> None:
        desk = self._window.desk
        if not desk:
            return
        name = Path(export_name(desk))
        ending = ".findings.pdf" if findings else ".pdf"
        dialog = self._saving(title, str(name.with_name(name.stem.removesuffix(".clean") + ending)))
        dialog.setNameFilter("PDF (*.pdf)")
        dialog.setDefaultSuffix("pdf")
        self._ask(dialog, lambda paths: self._printing.pdf(desk, paths[0], findings=findings))

    @property
    def _printing(self) -> Printing:
        return self._window.printing

    def keep_snapshot(self) -> None:
        self._window.beside.show_page("revisions")
        if self._window.panel:
            self._window.panel.revisions.ask_name()

    def compare_file(self) -> None:
        if not self._window.desk:
            return
        dialog = QFileDialog(self._window, tr("Compare with a file"), self._window.remembered.folder, tr(FILTER))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        self._ask(dialog, lambda paths: self._window.comparisons.show_file(paths[0], paths[0].name))

    def compare_disk(self) -> None:
        desk = self._window.desk
        if desk and desk.path:
            self._window.comparisons.show_file(desk.path, tr("the file on disk"))
        elif desk:
            self._window.toast.say(tr("This article has no file yet."))

    def sign_off(self) -> None:
        from editor.window.signoff import SignOffBox

        desk, window = self._window.desk, self._window
        if not desk:
            return
        here = desk.path and not resources.ours(desk.path)
        folder = desk.path.parent if here and desk.path else Path(window.remembered.folder or Path.home())
        box = SignOffBox(desk, folder, window.preferences.settings.name, window)
        box.given.connect(lambda name, remark, path: window.files.sign(desk, desk.signing.draft(name, remark), path))
        box.open()

    def close(self) -> None:
        articles = self._window.articles
        articles.close(articles.session.front)

    def reopen(self) -> None:
        if not self._window.articles.reopen():
            self._window.toast.say(tr("No article was closed since Copydesk started."))

    def articles(self) -> None:
        if len(self._window.articles.session) > 1:
            self._window.tabs.show_list()
        else:
            self._window.toast.say(tr("No other article is open."))

    def next_article(self) -> None:
        self._window.articles.step(1)

    def previous_article(self) -> None:
        self._window.articles.step(-1)

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

    def _ask(self, dialog: QFileDialog, run: Callable[[list[Path]], object]) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setOption(QFileDialog.Option.DontUseCustomDirectoryIcons)

        def chosen(names: list[str]) -> None:
            self._window.remembered.folder = str(Path(names[0]).parent)
            run([Path(name) for name in names])

        dialog.filesSelected.connect(chosen)
        dialog.open()
