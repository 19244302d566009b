"""A check's explanation in a window of its own, for when no finding of it is at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QScrollArea, QVBoxLayout, QWidget

from editor import pages
from editor.window import theme
from editor.window.explained import Why
from editor.window.translation import tr

if TYPE_CHECKING:
    from editor.window.mainwindow import MainWindow


def explain(window: MainWindow, check: str) -> None:
    """Shows the page of a check. Closed, it leaves the editor in the text."""
    dialog = scrolled(window, tr("{check} — Copydesk").format(check=pages.page(check).title), Why(check))
    dialog.finished.connect(window.focus_text)
    dialog.open()


def scrolled(window: MainWindow, title: str, inside: QWidget) -> QDialog:
    """A window of words that are read, moved through by the arrow keys and closed by Escape."""
    dialog = QDialog(window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(title)
    area = QScrollArea(dialog)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setAccessibleName(title)
    page = QWidget(area)
    margins = QVBoxLayout(page)
    margins.setContentsMargins(*[3 * theme.SPACE] * 4)
    margins.addWidget(inside)
    margins.addStretch(1)
    area.setWidget(page)
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(area)
    area.setFocus()
    dialog.resize(min(640, window.width() - 40), min(620, window.height() - 40))
    return dialog
