"""The menus in the text: the ways to decide the finding at the caret, and what is done with the text itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from editor.desk import learning
from editor.window.display import pasted
from editor.window.review import Review
from editor.window.translation import tr
from editor.window.wording import elided, shown_words

if TYPE_CHECKING:
    from editor.desk import Row
    from editor.window.mainwindow import MainWindow

LONGEST = 90
"""The most characters of a line of the menu."""


def caret_menu(review: Review, parent: QWidget | None = None, *, shared: bool = False) -> QMenu | None:
    """The menu of the finding at the caret, to be popped up; None where there is no finding.

    Its keys are those of the panel. `shared`: whether words can be added to the desk's dictionary.
    """
    row = review.at_caret()
    if not row:
        return None
    menu = QMenu(parent)
    menu.setAccessibleName(tr("Choices for: {finding}").format(finding=shown_words(row.message)))
    title = menu.addAction(_plain(elided(shown_words(row.message), LONGEST)))
    title.setEnabled(False)
    menu.addSeparator()
    first = _fill(menu, review, row, shared=shared)
    alike = review.alike(row)
    if len(alike) > 1:
        menu.addSeparator()
        menu.addAction(tr("Accept all %n of this kind…", "", len(alike))).triggered.connect(review.preview_alike)
        menu.addAction(tr("Let all %n of this kind stand…", "", len(alike))).triggered.connect(review.preview_standing)
    if first:
        menu.setActiveAction(first)
    return menu


def _fill(menu: QMenu, review: Review, row: Row, *, shared: bool) -> QAction | None:
    """The ways to decide a finding, the fixes first; gives the first one."""
    first: QAction | None = None
    group = "fix"
    for choice in review.choices(row):
        now = "fix" if choice.name in ("fix", "both") else choice.name if choice.name == "dictionary" else "stand"
        if now != group:
            group = now
            menu.addSeparator()
        # Qt takes one letter alone for a menu's key.
        key = f"&{choice.key}" if len(choice.key) == 1 else choice.key
        action = menu.addAction(f"{key}   {_plain(elided(shown_words(choice.words), LONGEST))}")
        action.triggered.connect(lambda *_, c=choice: review.take(c.name, c.fix))
        first = first or action
        if choice.name == "dictionary":
            desk = menu.addAction(tr("&S   Add to the desk's dictionary"))
            desk.setEnabled(shared)
            desk.triggered.connect(lambda *_: review.learn("word_desk"))
            article = menu.addAction(tr("&L   Add to this article's dictionary"))
            article.triggered.connect(lambda *_: review.learn("word_article"))
    return first


def text_menu(window: MainWindow) -> QMenu:
    """The menu of the text at the caret: the finding's fixes and dictionaries, then undo, clipboard and find."""
    view, review = window.manuscript, window.review
    menu = QMenu(view)
    menu.setAccessibleName(tr("Text"))
    row = review.at_caret() if review else None
    if review and row:
        _fixes(menu, window, review, row)
        menu.addSeparator()
    writes = bool(window.desk) and not view.isReadOnly()
    chosen = view.textCursor().hasSelection()
    for name in ("undo", "redo"):
        menu.addAction(window.acts[name])
    menu.addSeparator()
    text = QGuiApplication.clipboard().text()
    for words, key, run, can in (
        (tr("Cu&t"), "Ctrl+X", view.cut, writes and chosen),
        (tr("&Copy"), "Ctrl+C", view.copy, chosen),
        (tr("&Paste"), "Ctrl+V", view.paste, writes and bool(pasted(text))),
        (tr("Select &All"), "Ctrl+A", view.selectAll, True),
    ):
        action = menu.addAction(f"{words}\t{key}")
        action.setEnabled(can)
        action.triggered.connect(lambda *_, run=run: run())
    menu.addSeparator()
    if chosen:
        words = " ".join(view.selected().of(view.display.text).split())
        find = menu.addAction(tr("&Find “{words}”").format(words=_plain(elided(words, 30))))
        find.triggered.connect(lambda *_: window.commands.find())
    menu.addAction(window.acts["copy_clean"])
    return menu


def _fixes(menu: QMenu, window: MainWindow, review: Review, row: Row) -> None:
    """The finding at the caret: what it says, its fixes, and the rest of its choices in a menu of their own."""
    title = menu.addAction(_plain(elided(shown_words(row.message), LONGEST)))
    title.setEnabled(False)
    if learning.misspelt(row):
        _fill(menu, review, row, shared=window.dictionaries.writable("word_desk"))
        return
    for choice in review.choices(row):
        if choice.name in ("fix", "both"):
            key = f"&{choice.key}" if len(choice.key) == 1 else choice.key
            action = menu.addAction(f"{key}   {_plain(elided(shown_words(choice.words), LONGEST))}")
            action.triggered.connect(lambda *_, c=choice: review.take(c.name, c.fix))
    menu.addAction(window.acts["stand"])
    menu.addAction(window.acts["choices"])


def _plain(words: str) -> str:
    """Words that Qt reads neither as a mnemonic nor, after a tab, as a shortcut."""
    return words.replace("&", "&&").replace("\t", " ")
