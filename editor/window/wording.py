"""Words that the window says in more than one place, and the article's words made fit to be shown in a line."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QDateTime, QLocale

from editor.finding import Confidence, Family
from editor.saying import mark
from editor.window.translation import told, tr

if TYPE_CHECKING:
    from editor.desk.happenings import Announced

FAMILY_NAMES: dict[Family, str] = {
    "citations": mark("Citations"),
    "repetition": mark("Repetition"),
    "consistency": mark("Consistency"),
    "language": mark("Language"),
    "style": mark("Style"),
}
CONFIDENCE_NAMES: dict[Confidence, str] = {
    "certain": mark("certain"),
    "likely": mark("likely"),
    "possible": mark("possible"),
}

# Line ends of any kind; characters without a shape of their own, among them those that turn the direction of what
# follows, which could make a line of the panel say something else; halves of a pair, which Qt loses.
_LINE = re.compile(r"[ \t]*(?:\r\n|[\n\r\v\f\x85\u2028\u2029])[ \t]*")
_UNSEEN = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff]"
)


def shown_words(words: str) -> str:
    """Words of the article as one line: line ends as an arrow, unseen characters as a box."""
    return _UNSEEN.sub("\N{WHITE SQUARE}", _LINE.sub(" \N{DOWNWARDS ARROW WITH CORNER LEFTWARDS} ", words))


def elided(words: str, most: int) -> str:
    """At most so many characters, whole words, with an ellipsis where any are left out."""
    if len(words) <= most:
        return words
    cut = words[:most]
    return (cut[: cut.rfind(" ")] if " " in cut[most // 2 :] else cut).rstrip() + "…"


def thousands(count: int) -> str:
    """A number as the window's language groups it: 1,234."""
    return QLocale().toString(count)


def day(date: datetime.date) -> str:
    """A day in the window's language: 3 March 2025."""
    return written(date, tr("d MMMM yyyy", "how a day is written"))


def spelled_out(first: datetime.date, last: datetime.date) -> str:
    """A day or a stretch of days, whole months and years as such: 3 March 2025, March 2025, 2024 to 2025."""
    if first == last:
        return day(first)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        begin, end = str(first.year), str(last.year)
    elif first.day == 1 and (last + datetime.timedelta(1)).day == 1:
        form = tr("MMMM yyyy", "how a month is written")
        begin, end = written(first, form), written(last, form)
    else:
        begin, end = day(first), day(last)
    return begin if begin == end else tr("{first} to {last}").format(first=begin, last=end)


def written(date: datetime.date, form: str) -> str:
    """A day in a form of Qt's, with the months of the window's language."""
    return QLocale().toString(QDate(date.year, date.month, date.day), form)


def clock(at: float) -> str:
    """A moment as the editor's clock and calendar have it."""
    moment = QDateTime.fromSecsSinceEpoch(int(at))
    locale, short = QLocale(), QLocale.FormatType.ShortFormat
    today = moment.date() == QDate.currentDate()
    return locale.toString(moment.time(), short) if today else locale.toString(moment, short)


def announced(happening: Announced) -> str:
    """What the desk has just done, and what is left to do."""
    words = told(happening.words)
    return words if happening.left is None else f"{words} {tr('%n left.', 'findings', happening.left)}"


def within(title: str) -> str:
    """A title as it stands within a sentence; German keeps the capitals of its nouns."""
    return title if QLocale().language() is QLocale.Language.German else title[:1].lower() + title[1:]
