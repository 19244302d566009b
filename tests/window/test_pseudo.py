"""In a language that nobody speaks, four tenths longer: everything that is shown is translated, and nothing is cut."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QScrollArea,
    QTabBar,
    QTreeView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from editor import pages
from editor.window.filterbar import Toggle
from editor.window.mainwindow import MainWindow
from editor.window.words import KeyButton, Words
from tests.window import pseudo
from tests.window.desks import hand_made_pages
from tests.window.states import DATED, states

__all__ = ["hand_made_pages"]
pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", "propagateSizeHints", extend=True)

NAMES = {
    "the program": "Copydesk",
    "what it works with": "LanguageTool Java Python Qt PySide SQLite Linux GNU",
    "languages, each by its own name": "English Deutsch Español",
    "presets, each a program": "JetBrains VS Code Word",
    "the editor": "Ada",
    "agencies, as they are called": "Reuters The Associated Press",
    "words of the fixes and the other text": "town tone tunnel",
    "who made a formula": "Flesch",
    "a button of Qt's own, translated by Qt": "Cancel",
    "file formats": "Markdown PDF TOML CSV MB txt md",
    "keys": "Ctrl Shift Alt Esc Enter Return Del Tab Home End PgUp PgDown Up Down Left Right Space Backspace Ins",
    "function keys": " ".join(f"F{n}" for n in range(1, 13)),
    "what one types on the command line": "copydesk explain",
}
"""What is not translated, and why."""
NEVER = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
KNOWN = {word for words in NAMES.values() for word in re.findall(r"\w+", words)}
MONTHS = "January February March April May June July August September October November December"
KNOWN |= set(MONTHS.split()) | {month[:3] for month in MONTHS.split()} | {"AM", "PM"}
SAMPLES = ("settings checks", "settings stylebook", "settings about")
"""Where examples, entries and tables are shown as they are in their files: text, and no sentence of the window's."""
ARTICLE = set(re.findall(r"[A-Za-z]{2,}", DATED))


@pytest.fixture
def window(
    qtbot: QtBot, to_front: Callable[[QWidget], None], qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> Iterator[MainWindow]:
    language = pseudo.translator(qapp)
    real = pages.page
    monkeypatch.setattr(pages, "page", lambda name: pseudo.page(real(name)))
    qapp.installTranslator(language)
    made = MainWindow()
    qtbot.addWidget(made)
    made.resize(1280, 800)
    to_front(made)
    yield made
    made._closing_anyway = True
    made.commands.quit()
    qapp.removeTranslator(language)


def texts(root: QWidget) -> Iterator[tuple[str, str]]:
    """What is shown and said below a widget, each with where."""
    for widget in (root, *root.findChildren(QWidget)):
        if not widget.isVisible() and not isinstance(root, QMenu):
            continue
        kind = type(widget).__name__
        yield f"{kind} tip", widget.toolTip()
        yield f"{kind} name", widget.accessibleName()
        yield f"{kind} description", widget.accessibleDescription()
        if isinstance(widget, QLabel | QAbstractButton):
            yield f"{kind} text", widget.text()
        elif isinstance(widget, QLineEdit):
            yield f"{kind} placeholder", widget.placeholderText()
        elif isinstance(widget, QComboBox):
            yield from ((f"{kind} item", widget.itemText(at)) for at in range(widget.count()))
        elif isinstance(widget, QTabBar):
            yield from ((f"{kind} tab", widget.tabText(at)) for at in range(widget.count()))
        elif isinstance(widget, QMenu):
            yield f"{kind} title", widget.title()
            yield from ((f"{kind} action", action.text()) for action in widget.actions())
        elif isinstance(widget, QAbstractItemView) and widget.model():
            yield from _items(widget)


def _items(view: QAbstractItemView) -> Iterator[tuple[str, str]]:
    model = view.model()
    if isinstance(view, QTreeView) and not view.isHeaderHidden():
        for column in range(model.columnCount()):
            yield "head", str(model.headerData(column, Qt.Orientation.Horizontal) or "")
    for row in range(min(model.rowCount(), 100)):
        index = model.index(row, 0)
        below = [model.index(n, 0, index) for n in range(min(model.rowCount(index), 30))]
        for one in (index, *below):
            for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
                yield f"{type(view).__name__} row", str(one.data(role) or "")


def untranslated(words: str) -> set[str]:
    """Plain words of a shown text that are neither the article's nor a name."""
    if "/" in words and not pseudo.outside(words).count(" "):
        return set()
    left = re.findall(r"(?<![\w])[A-Za-z]{2,}(?![\w])", re.sub(r"https?:\S+|\S*/\S*|\S+\.\w+ \+\d", "", words))
    return set(left) - KNOWN - ARTICLE


@pytest.mark.parametrize("size", [(1280, 800), (1024, 640)])
def test_everything_that_is_shown_is_translated_and_nothing_is_cut(window: MainWindow, size: tuple[int, int]) -> None:
    window.resize(*size)
    plain: dict[str, set[str]] = {}
    cut: dict[str, set[str]] = {}
    for name, shown in states(window):
        for where, words in texts(shown):
            if untranslated(words) and not (name in SAMPLES and where in ("Words name", "QListView row")):
                plain.setdefault(f"{where}: {words[:160]}", set()).add(name)
        for words in clipped(shown):
            cut.setdefault(words, set()).add(name)
    assert not plain, "\n" + "\n".join(f"{words}   ({', '.join(sorted(where))})" for words, where in plain.items())
    assert not cut, "\n" + "\n".join(f"{words}   ({', '.join(sorted(where))})" for words, where in cut.items())


def clipped(root: QWidget) -> Iterator[str]:
    """The labels, buttons and paragraphs that have less room than their words need, or reach out of the window."""
    for widget in root.findChildren(QWidget):
        if not widget.isVisible() or widget.visibleRegion().isEmpty():
            continue
        if isinstance(widget, Words) or (isinstance(widget, QLabel) and widget.wordWrap()):
            need, have = widget.heightForWidth(widget.width()), widget.height()
        elif isinstance(widget, QLabel) and widget.text():
            need, have = _wide(widget, widget.text()), widget.width()
        elif isinstance(widget, QScrollArea) and (inner := widget.widget()):
            never = widget.horizontalScrollBarPolicy() is NEVER
            need, have = inner.width() if never else 0, widget.viewport().width()
        elif isinstance(widget, KeyButton | Toggle):
            need, have = widget.sizeHint().width(), widget.width()
        elif isinstance(widget, QTabBar) and not widget.usesScrollButtons():
            need, have = widget.tabRect(widget.count() - 1).right(), widget.width()
        elif isinstance(widget, QAbstractButton) and widget.text():
            need, have = widget.minimumSizeHint().width(), widget.width()
        else:
            continue
        said = widget.text() if isinstance(widget, QLabel | QAbstractButton) else widget.accessibleName()
        if have < need - 2:
            yield f"{type(widget).__name__} {have} < {need}: {said[:100]}"
        right = widget.mapTo(root, QPoint(widget.width(), 0)).x() if root.isAncestorOf(widget) else 0
        if right > root.width() + 2 and not _scrolled(widget):
            yield f"{type(widget).__name__} out of the window by {right - root.width()}: {said[:100]}"


def _wide(widget: QWidget, words: str) -> int:
    return widget.fontMetrics().horizontalAdvance(re.sub("&(?=[^&])", "", words))


def _scrolled(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    while parent:
        if isinstance(parent, QScrollArea):
            return True
        parent = parent.parentWidget()
    return False
