"""The timeline of revisions, day by day, and the list of what was done for one of them: models, and how rows look."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from pathlib import PurePath
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QDate,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
    QTime,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from editor.revision import Deed, Revision, Since
from editor.window import icons, mirror, theme
from editor.window.grouped import paint_card, paint_line
from editor.window.notes import STATE_NAMES, state_name
from editor.window.rows import LINES, Lines, PlainList
from editor.window.translation import tr
from editor.window.wording import shown_words, thousands
from editor.window.words import line_height

Index = QModelIndex | QPersistentModelIndex
SPACE = theme.SPACE
DAY = Qt.ItemDataRole.UserRole + 10
"""The day that begins with a row, in words; none where the row above is of the same day."""
REVISION = Qt.ItemDataRole.UserRole + 11
_NOWHERE = QModelIndex()
_ICONS = {"opened": "open", "saved": "save", "exported": "export", "signed": "check", "named": "note", "now": "clock"}
_DEEDS = {
    "accepted": "check",
    "stands": "stand",
    "both_right": "stand",
    "queried": "query",
    "undone": "undo",
    "noted": "note",
}


class RevisionsModel(QAbstractListModel):
    """Revisions, the latest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.revisions: list[Revision] = []
        self.marked = ""
        """The id of the one that others are compared with."""
        self._days: dict[int, date] = {}

    def show_revisions(self, revisions: list[Revision]) -> None:
        self.beginResetModel()
        self.revisions, self._days = revisions, {}
        last = None
        for row, revision in enumerate(revisions):
            when = local(revision.at)
            day = when.date() if when else None
            if day and day != last:
                self._days[row] = day
            last = day
        self.endResetModel()

    def compare_with(self, id_: str) -> None:
        """Another revision is the one to compare with; none where it is empty."""
        self.marked = id_
        if self.revisions:
            self.dataChanged.emit(self.index(0), self.index(len(self.revisions) - 1))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.revisions)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        revision, row = self.revisions[index.row()], index.row()
        if role == REVISION:
            return revision
        if role == DAY:
            day = self._days.get(row)
            return said_day(day) if day else ""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            starred = tr("starred") if revision.starred else ""
            parts = (title_of(revision), starred, said_time(revision.at), who(revision), said_since(revision.since))
            return ", ".join(part for part in parts if part)
        return None


class RevisionsList(PlainList):
    """The timeline, in which the first revision of a day is as much higher as that day's name."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, 3, parent)
        self.setUniformItemSizes(False)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setItemDelegate(_Painter(self))


class _Painter(QStyledItemDelegate):
    """Paints a revision; the first of a day below that day's name."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line = round(line_height())
        revision: Revision = index.data(REVISION)
        lines = 3 if revision.since != Since() else 2
        head = line + 2 * SPACE if index.data(DAY) else 0
        return QSize(120, head + lines * line + 2 * SPACE + 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        revision: Revision = index.data(REVISION)
        line = round(line_height())
        painter.save()
        mirror.turn(painter, option.rect, option.direction)
        if day := index.data(DAY):
            head = QRect(
                option.rect.left() + 2 * SPACE, option.rect.top() + SPACE, option.rect.width() - 4 * SPACE, line
            )
            paint_line(painter, head, theme.interface_font(bold=True), day, "", theme.colour("muted"))
            painter.setPen(theme.colour("line"))
            painter.drawLine(head.left(), head.bottom() + SPACE // 2, head.right(), head.bottom() + SPACE // 2)
            option.rect.setTop(option.rect.top() + line + 2 * SPACE)
        place = paint_card(painter, option)
        hue = "text" if revision.name or revision.occasion != "kept" else "muted"
        icon = icons.pixmap(_icon(revision), line, painter.device().devicePixelRatioF(), hue)
        mirror.picture(painter, QPointF(place.left(), place.top()), icon)
        words = QRect(place.left() + line + SPACE, place.top(), place.width() - line - SPACE, line)
        star = "★ " if revision.starred else ""
        font = theme.interface_font(bold=bool(revision.name) or revision.occasion == "now")
        paint_line(painter, words, font, star + title_of(revision), said_time(revision.at), theme.colour(hue))
        words.translate(0, line)
        model = index.model()
        marked = isinstance(model, RevisionsModel) and model.marked == revision.id
        aside = tr("compared with") if marked else ""
        paint_line(painter, words, theme.interface_font(), who(revision), aside, theme.colour("muted"))
        words.translate(0, line)
        if since := said_since(revision.since):
            paint_line(painter, words, theme.interface_font(), since, "", theme.colour("text"))
        painter.restore()


class DeedsModel(QAbstractListModel):
    """What was done between two revisions, in its order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.deeds: Sequence[Deed] = ()

    def show_deeds(self, deeds: Sequence[Deed]) -> None:
        self.beginResetModel()
        self.deeds = deeds
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.deeds)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        deed = self.deeds[index.row()]
        lines = Lines(
            said_deed(deed),
            f"{shown_words(deed.by)} {said_time(deed.at)}".strip(),
            shown_words(_words_of(deed)),
            _DEEDS.get(deed.kind, "history"),
            "muted" if deed.kind == "undone" else "text",
        )
        if role == LINES:
            return lines
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return ", ".join(part for part in (lines.title, lines.aside, lines.words) if part)
        return None


def said_deed(deed: Deed) -> str:
    """What was done, in a word or two."""
    return {
        "accepted": tr("Accepted"),
        "stands": tr("Let stand"),
        "both_right": tr("Both right"),
        "queried": tr("Queried"),
        "word_mine": tr("Added to my dictionary"),
        "word_desk": tr("Added to the desk's dictionary"),
        "word_article": tr("Added to this article's dictionary"),
        "undone": tr("Taken back"),
        "noted": tr("Note"),
        "restored": tr("Restored another text"),
        "replaced": tr("Replaced in %n place(s)", "", deed.places),
    }[deed.kind]


def _words_of(deed: Deed) -> str:
    """On which words, and why."""
    if deed.kind == "accepted":
        after = tr("“{words}”").format(words=deed.after) if deed.after else tr("nothing")
        words = tr("“{before}” became {after}. {what}").format(before=deed.before, after=after, what=deed.what)
    elif deed.kind == "replaced":
        after = tr("“{words}”").format(words=deed.after) if deed.after else tr("nothing")
        words = tr("“{before}” became {after}.").format(before=deed.before, after=after)
    elif deed.kind == "noted":
        state = state_name(deed.reason) if deed.reason in STATE_NAMES else deed.reason
        words = f"{deed.what} ({state})"
    else:
        words = deed.what
    reason = deed.reason if deed.kind != "noted" else ""
    return f"{reason} — {words}" if reason and words else reason or words


def title_of(revision: Revision) -> str:
    """The name of a revision, or why it was kept."""
    if revision.name:
        return shown_words(revision.name)
    if revision.occasion == "now":
        return tr("Now")
    file = shown_words(PurePath(revision.path).name)
    if revision.occasion == "opened":
        return tr("Opened {file}").format(file=file) if file else tr("Begun from pasted words")
    if revision.occasion == "saved":
        return tr("Saved to {file}").format(file=file)
    if revision.occasion == "exported":
        return tr("Exported to {file}").format(file=file)
    return tr("Signed off") if revision.occasion == "signed" else tr("Kept by itself")


def who(revision: Revision) -> str:
    """Who, and how many words the text has."""
    words = tr("%n word(s)", "", revision.words)
    return f"{shown_words(revision.by)} · {words}" if revision.by else words


def said_since(since: Since) -> str:
    """What was done since the revision before, as one line; empty where nothing was."""
    parts = [
        tr("%n accepted", "", since.accepted) if since.accepted else "",
        tr("%n let stand", "", since.stands) if since.stands else "",
        tr("%n query(s)", "", since.queried) if since.queried else "",
        tr("%n note(s)", "", since.noted) if since.noted else "",
        tr("another text restored") if since.restored else "",
        tr("%n replaced", "", since.replaced) if since.replaced else "",
        tr("%n taken back", "", since.undone) if since.undone else "",
    ]
    if since.typed or since.cut:
        parts.append(tr("typed +{come} −{gone} words").format(come=thousands(since.typed), gone=thousands(since.cut)))
    return ", ".join(part for part in parts if part)


def _icon(revision: Revision) -> str:
    return "note" if revision.name else _ICONS.get(revision.occasion, "history")


def local(at: str) -> datetime | None:
    """A time in UTC as the editor's own; None where it is none."""
    try:
        return datetime.fromisoformat(at).astimezone()
    except ValueError:
        return None


def said_time(at: str) -> str:
    """The time of day, as the editor's own country writes it."""
    when = local(at)
    return QLocale().toString(QTime(when.hour, when.minute), QLocale.FormatType.ShortFormat) if when else at


def said_day(day: date) -> str:
    """A day: today, yesterday, or its date."""
    today = datetime.now().astimezone().date()
    if day == today:
        return tr("Today")
    if day == today - timedelta(days=1):
        return tr("Yesterday")
    return QLocale().toString(QDate(day.year, day.month, day.day), QLocale.FormatType.LongFormat)
