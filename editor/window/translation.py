"""The window's words in the editor's language: every string that is shown goes through `tr`."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def tr(words: str, about: str = "", count: int = -1) -> str:
    """These words in the language of the window; themselves, where it has none for them.

    `about` tells the translator apart what English says in one word. With a `count` the words have a `%n` for it, and
    the form for that number is taken: `tr("%n finding(s)", "", 3)`. Both are given by place, as literals, for that is
    how pyside6-lupdate finds them. What is put in comes afterwards: `tr("Saved {name}.").format(name=…)`.
    """
    return QCoreApplication.translate("", words, about or None, count)
