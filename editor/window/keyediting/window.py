"""The windows of the keys: one to change them, one to read and print them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextDocument
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from editor.window import actions, keymap, theme
from editor.window.explaining import scrolled
from editor.window.keyediting.editor import KeyEditor
from editor.window.keyediting.table import words_of
from editor.window.translation import tr

if TYPE_CHECKING:
    from editor.window.mainwindow import MainWindow

SPACE = theme.SPACE


def change_keys(window: MainWindow) -> QDialog:
    """Opens the table of keys. Closed, it leaves the editor in the text."""
    dialog = QDialog(window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(tr("Keys — Copydesk"))
    editor = KeyEditor(window.preferences, dialog)
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
    layout.addWidget(editor)
    dialog.resize(min(720, window.width() - 40), min(640, window.height() - 40))
    dialog.finished.connect(window.focus_text)
    dialog.open()
    editor.search.setFocus()
    return dialog


def listed() -> list[tuple[str, list[tuple[str, str]]]]:
    """All keys in force, by the place where they are heard: each with what it does."""
    made = []
    for context, title in actions.CONTEXTS.items():
        rows = [
            ("  ".join(keymap.shown(key) for key in keymap.keys(name)), words_of(name))
            for name, act in actions.every().items()
            if act.context == context and keymap.keys(name)
        ]
        if rows:
            made.append((tr(title), rows))
    return made


def as_text() -> str:
    """The list of keys as plain text."""
    parts = []
    for title, rows in listed():
        wide = max(len(keys) for keys, _ in rows)
        parts.append("\n".join([title, *(f"  {keys:<{wide}}  {words}" for keys, words in rows)]))
    return "\n\n".join(parts) + "\n"


def show_list(window: MainWindow) -> QDialog:
    """Opens the list of keys to read, to copy and to print."""
    inside = QWidget()
    column = QVBoxLayout(inside)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(SPACE)
    buttons = QHBoxLayout()
    for words, run in (
        (tr("&Print…"), lambda: print_list(window)),
        (tr("&Copy as Text"), lambda: QGuiApplication.clipboard().setText(as_text())),
        (tr("C&hange Keys…"), window.commands.keys),
    ):
        button = QPushButton(words, inside)
        button.setAutoDefault(False)
        button.clicked.connect(lambda *_, run=run: run())
        buttons.addWidget(button)
    buttons.addStretch(1)
    column.addLayout(buttons)
    for title, rows in listed():
        column.addWidget(_label(title, 1.2, bold=True))
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * SPACE)
        grid.setVerticalSpacing(SPACE // 2)
        grid.setColumnStretch(1, 1)
        for number, (keys, words) in enumerate(rows):
            grid.addWidget(_label(keys, bold=True), number, 0)
            grid.addWidget(_label(words), number, 1)
        column.addLayout(grid)
        column.addSpacing(SPACE)
    dialog = scrolled(window, tr("Keys at a Glance — Copydesk"), inside)
    dialog.finished.connect(window.focus_text)
    dialog.open()
    return dialog


def print_list(window: MainWindow) -> None:
    """Asks for a printer, and prints the list."""
    from PySide6.QtPrintSupport import QPrintDialog

    dialog = QPrintDialog(window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    document = QTextDocument(dialog)
    document.setDefaultFont(theme.interface_font())
    document.setPlainText(as_text())
    dialog.accepted.connect(lambda: document.print_(dialog.printer()))
    dialog.open()  # type: ignore[call-arg]


def _label(words: str, scale: float = 1.0, *, bold: bool = False) -> QLabel:
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setFont(theme.interface_font(scale, bold=bold))
    return label
