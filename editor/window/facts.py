"""The article's date and language: how they are said, and asked of the editor."""

from __future__ import annotations

import datetime

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from editor.article import Facts
from editor.window import theme

LANGUAGES = {
    "en": "English",
    "en-GB": "English (British)",
    "en-US": "English (American)",
    "ar": "Arabic",
    "de": "German",
    "es": "Spanish",
    "fr": "French",
    "hi": "Hindi",
    "it": "Italian",
    "nl": "Dutch",
    "pl": "Polish",
    "pt": "Portuguese",
    "ru": "Russian",
    "uk": "Ukrainian",
    "ur": "Urdu",
}
_SHAPES = ("%Y-%m-%d", "%d %B %Y", "%d %b %Y", "%B %d %Y", "%b %d %Y", "%d.%m.%Y", "%Y/%m/%d")
KNOWN = {"dateline": "from the dateline", "file": "from the file", "asked": "as you set it", "assumed": "assumed"}


def said_date(facts: Facts) -> str:
    """The article's date for a person: as 10 May 2025."""
    day = facts.day
    return f"{day.day} {day:%B %Y}" if day else "no date"


def said_language(facts: Facts) -> str:
    code = facts.language.value
    return LANGUAGES.get(code, code)


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
    return None


class DateBox(QFrame):
    """A small box over the status line that asks for the article's date. Enter sets it, Esc leaves it."""

    given = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._over = parent
        self.setFrameShape(QFrame.Shape.StyledPanel)
        title = QLabel("The article's date", self)
        title.setTextFormat(Qt.TextFormat.PlainText)
        title.setFont(theme.interface_font(bold=True))
        self.words = QLineEdit(self)
        self.words.setAccessibleName("The article's date")
        self.words.setPlaceholderText("2025-05-10 or 10 May 2025")
        self.words.setMinimumWidth(250)
        self.words.returnPressed.connect(self._give)
        self.words.textChanged.connect(lambda: self._hint(""))
        self.hint = QLabel(self)
        self.hint.setTextFormat(Qt.TextFormat.PlainText)
        self.hint.setWordWrap(True)
        self.set = QPushButton("Set date", self)
        self.set.setProperty("primary", True)
        self.set.clicked.connect(self._give)
        none = QPushButton("It has none", self)
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

    def ask(self, facts: Facts, at: QPoint) -> None:
        """Shows the box above a point of the screen."""
        self.words.setText(facts.date.value if facts.date else "")
        self.words.selectAll()
        self.adjustSize()
        right = self._over.mapToGlobal(QPoint(self._over.width(), 0)).x() - theme.SPACE
        self.move(min(at.x(), right - self.width()), at.y() - self.height())
        self.show()
        self.words.setFocus(Qt.FocusReason.PopupFocusReason)

    def _give(self) -> None:
        said = read_date(self.words.text())
        if said is None:
            self._hint("That is no date. Write it as 2025-05-10 or 10 May 2025.")
        else:
            self._done(said)

    def _done(self, said: str) -> None:
        self.hide()
        self.given.emit(said)

    def _hint(self, trouble: str) -> None:
        t = theme.tokens()
        self.hint.setText(trouble or "Weekdays and “last month” are checked against it. It is never taken to be today.")
        self.hint.setStyleSheet(f"color: {t.danger if trouble else t.muted}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            return
        super().keyPressEvent(event)
