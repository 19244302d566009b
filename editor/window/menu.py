"""The menu at the caret: the ways to decide the finding there, the first one ready for Return, each with its key."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from editor.window.review import Review
from editor.window.wording import elided, shown_words


def caret_menu(review: Review, parent: QWidget | None = None) -> QMenu | None:
    """The menu of the finding at the caret, to be popped up; None where there is no finding.

    Its keys are those of the panel, without a modifier: 1 to 9, T, I, A, R, Q.
    """
    row = review.at_caret()
    if not row:
        return None
    menu = QMenu(parent)
    menu.setAccessibleName(f"Choices for: {shown_words(row.message)}")
    title = menu.addAction(_plain(elided(shown_words(row.message), 90)))
    title.setEnabled(False)
    menu.addSeparator()
    first: QAction | None = None
    stands = False
    for choice in review.choices(row):
        if choice.name not in ("fix", "both") and not stands:
            stands = True
            menu.addSeparator()
        # Qt takes one letter alone for a menu's key.
        key = f"&{choice.key}" if len(choice.key) == 1 else choice.key
        action = menu.addAction(f"{key}   {_plain(elided(shown_words(choice.words), 90))}")
        action.triggered.connect(lambda *_, c=choice: review.take(c.name, c.fix))
        first = first or action
    alike = review.alike(row)
    if len(alike) > 1:
        menu.addSeparator()
        for words, run in (("Accept", review.preview_alike), ("Let", review.preview_standing)):
            end = " stand" if words == "Let" else ""
            menu.addAction(f"{words} all {len(alike):,} of this kind{end}…").triggered.connect(run)
    if first:
        menu.setActiveAction(first)
    return menu


def _plain(words: str) -> str:
    """Words that Qt reads neither as a mnemonic nor, after a tab, as a shortcut."""
    return words.replace("&", "&&").replace("\t", " ")
