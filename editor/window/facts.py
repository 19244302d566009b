"""The article's date and language: how they are said, and asked of the editor."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from editor.article import Fact, Facts
from editor.saying import mark
from editor.window import length, theme
from editor.window.translation import tr
from editor.window.wording import day

LANGUAGES = {
    "en": mark("English"),
    "en-GB": mark("English (British)"),
    "en-US": mark("English (American)"),
    "ar": mark("Arabic"),
    "de": mark("German"),
    "es": mark("Spanish"),
    "fr": mark("French"),
    "hi": mark("Hindi"),
    "it": mark("Italian"),
    "nl": mark("Dutch"),
    "pl": mark("Polish"),
    "pt": mark("Portuguese"),
    "ru": mark("Russian"),
    "uk": mark("Ukrainian"),
    "ur": mark("Urdu"),
}
_SHAPES = ("%Y-%m-%d", "%d %B %Y", "%d %b %Y", "%B %d %Y", "%b %d %Y", "%d.%m.%Y", "%Y/%m/%d")
KNOWN = {
    "dateline": mark("from the dateline"),
    "file": mark("from the file"),
    "asked": mark("as you set it"),
    "assumed": mark("assumed"),
}


def said_date(facts: Facts) -> str:
    """The article's date for a person: as 10 May 2025."""
    return day(facts.day) if facts.day else tr("no date")


def said_language(facts: Facts) -> str:
    code = facts.language.value
    return tr(LANGUAGES[code]) if code in LANGUAGES else code


def read_date(words: str) -> str | None:
    """The date as ISO-8601, empty where the words are; None where they are no date."""
    plain = " ".join(words.replace(",", " ").replace("Sept ", "Sep ").split())
    if not plain:
        return ""
    for shape in _SHAPES:
        try:
            return datetime.datetime.strptime(plain, shape).date().isoformat()  # noqa: DTZ007 — a day has no zone
        except ValueError:
            continue
    said = QLocale().toDate(" ".join(words.split()), tr("d MMMM yyyy", "how a day is written"))
    return said.toString(Qt.DateFormat.ISODate) if said.isValid() else None


@dataclass(frozen=True, slots=True)
class Asked:
    """How a fact is asked for; `read` gives its value as it is kept, or None where the words are none."""

    title: str
    example: str
    sets: str
    none: str
    hint: str
    trouble: str
    read: Callable[[str], str | None]


def date_box(parent: QWidget) -> Box:
    """Asks for the article's date."""
    asked = Asked(
        tr("The article's date"),
        tr("2025-05-10 or 10 May 2025"),
        tr("Set date"),
        tr("It has none"),
        tr("Weekdays and “last month” are checked against it. It is never taken to be today."),
        tr("That is no date. Write it as 2025-05-10 or 10 May 2025."),
        read_date,
    )
    return Box(asked, parent)


def length_box(parent: QWidget) -> Box:
    """Asks how long the article is to be."""
    asked = Asked(
        tr("How long is the article to be?"),
        tr("450 words, or 2800 characters"),
        tr("Set length"),
        tr("As long as it is"),
        tr("The status line counts against it; it is kept with the article."),
        tr("That is no length. Write it as 450, 450 words or 2800 characters."),
        length.read,
    )
    return Box(asked, parent)


class Box(QFrame):
    """A small box over the status line that asks for a fact of the article. Enter sets it, Esc leaves it."""

    given = Signal(str)

    def __init__(self, asked: Asked, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._over, self._asked = parent, asked
        self.setFrameShape(QFrame.Shape.StyledPanel)
        title = QLabel(asked.title, self)
        title.setTextFormat(Qt.TextFormat.PlainText)
        title.setFont(theme.interface_font(bold=True))
        self.words = QLineEdit(self)
        self.words.setAccessibleName(asked.title)
        self.words.setPlaceholderText(asked.example)
        self.words.setMinimumWidth(250)
        self.words.returnPressed.connect(self._give)
        self.words.textChanged.connect(lambda: self._hint(""))
        self.hint = QLabel(self)
        self.hint.setTextFormat(Qt.TextFormat.PlainText)
        self.hint.setWordWrap(True)
        self.set = QPushButton(asked.sets, self)
        self.set.setProperty("primary", True)
        self.set.clicked.connect(self._give)
        none = QPushButton(asked.none, self)
        none.clicked.connect(lambda: self._done(""))
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(none)
        line.addWidget(self.set)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[2 * theme.SPACE] * 4)
        layout.setSpacing(theme.SPACE)
        for widget in (title, self.words, self.hint):
            layout.addWidget(widget)
        layout.addLayout(line)
        self._hint("")

    def ask(self, known: Fact | None, at: QPoint) -> None:
        """Shows the box above a point of the screen."""
        self.words.setText(known.value if known else "")
        self.words.selectAll()
        self.adjustSize()
        right = self._over.mapToGlobal(QPoint(self._over.width(), 0)).x() - theme.SPACE
        self.move(min(at.x(), right - self.width()), at.y() - self.height())
        self.show()
        self.words.setFocus(Qt.FocusReason.PopupFocusReason)

    def _give(self) -> None:
        said = self._asked.read(self.words.text())
        if said is None:
            self._hint(self._asked.trouble)
        else:
            self._done(said)

    def _done(self, said: str) -> None:
        self.hide()
        self.given.emit(said)

    def _hint(self, trouble: str) -> None:
        t = theme.tokens()
        self.hint.setText(trouble or self._asked.hint)
        self.hint.setStyleSheet(f"color: {t.danger if trouble else t.muted}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            return
        super().keyPressEvent(event)
