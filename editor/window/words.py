"""Words painted as they stand: runs of plain text with marks, strikes and underlines, and buttons that hold them.

Nothing here reads markup, so that no article can open a file or a page by what is written in it.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import Literal, NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QSizePolicy, QWidget

from editor.article import TextMap
from editor.window import icons, keymap, mirror, theme
from editor.window.translation import tr
from editor.window.wording import shown_words

Kind = Literal["plain", "mark", "lit", "strong", "muted", "old", "new", "slanted", "link", "wrong"]
SPACE = theme.SPACE


class Run(NamedTuple):
    """Words of one look: marked as the finding's place, taken out (`old`), put in (`new`) …"""

    words: str
    kind: Kind = "plain"


def plain(runs: Sequence[Run]) -> str:
    """The runs as a sentence for a screen reader: what is taken out and put in is said."""
    said = {"old": f" [{tr('out: {words}')}] ", "new": f" [{tr('in: {words}')}] "}
    return "".join(said.get(run.kind, "{words}").format(words=shown_words(run.words)) for run in runs)


def keyed(name: str, key: str) -> str:
    """A name for a screen reader with the key that does the same."""
    return tr("{name}, key {key}").format(name=name, key=key) if key else name


class Laid:
    """Runs laid out to a width: made anew only when width, font or colours change."""

    def __init__(self, runs: Sequence[Run]) -> None:
        self.runs = [Run(shown_words(run.words), run.kind) for run in runs if run.words]
        self._made: tuple[object, ...] = ()
        self._layout = QTextLayout()
        self.height = self._width = 0.0

    def fit(self, width: float, *, reading: bool = False, scale: float = 1.0, leading: float = 1.1) -> Laid:
        """Lays the runs out; afterwards `height` is how much they take."""
        made = (width, reading, scale, leading, theme.zoom(), theme.tokens().dark)
        if made == self._made:
            return self
        self._made = made
        font = theme.reading_font(scale) if reading else theme.interface_font(scale)
        text = "".join(run.words for run in self.runs)
        layout = QTextLayout(text, font)
        counted, at, formats = TextMap.utf16(text), 0, []
        for run in self.runs:
            here = QTextLayout.FormatRange()
            here.start = counted.to(at)
            at += len(run.words)
            here.length = counted.to(at) - here.start
            here.format = format_of(run.kind)
            formats.append(here)
        layout.setFormats(formats)
        layout.beginLayout()
        y = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1.0, width))
            line.setPosition(QPointF(0, y))
            y += line.height() * leading
        layout.endLayout()
        self._layout, self.height, self._width = layout, y, width
        return self

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        painter.setPen(theme.colour("text"))
        mirror.paragraph(painter, self._layout, QPointF(x, y), self._width)


def format_of(kind: Kind) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(theme.colour({"muted": "muted", "link": "accent", "wrong": "danger"}.get(kind, "text")))
    if kind in ("mark", "lit"):
        made.setBackground(theme.colour("lit"))
        made.setFontWeight(QFont.Weight.DemiBold if kind == "mark" else QFont.Weight.Normal)
    elif kind in ("strong", "link"):
        made.setFontWeight(QFont.Weight.DemiBold)
    elif kind == "slanted":
        made.setFontItalic(True)
    elif kind == "old":
        made.setForeground(theme.colour("danger"))
        made.setBackground(theme.colour("danger_ground"))
        made.setFontStrikeOut(True)
    elif kind == "new":
        made.setForeground(theme.colour("ok"))
        made.setBackground(theme.colour("ok_ground"))
        made.setFontUnderline(True)
    return made


class Words(QWidget):
    """A paragraph of runs."""

    def __init__(
        self, runs: Sequence[Run], parent: QWidget | None = None, *, reading: bool = False, scale: float = 1.0
    ) -> None:
        super().__init__(parent)
        self._laid, self._reading, self._scale = Laid(runs), reading, scale
        _grows(self)
        self.setAccessibleName(plain(runs))

    def show_runs(self, runs: Sequence[Run]) -> None:
        self._laid = Laid(runs)
        self.setAccessibleName(plain(runs))
        self.updateGeometry()
        self.update()

    def heightForWidth(self, width: int) -> int:
        return int(self._fit(width).height + 1)

    def sizeHint(self) -> QSize:
        return QSize(260, self.heightForWidth(260))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = mirror.painter(self)
        self._fit(self.width()).draw(painter, 0, 0)

    def changeEvent(self, event: QEvent) -> None:
        _looked(self, event)

    def _fit(self, width: float) -> Laid:
        return self._laid.fit(width, reading=self._reading, scale=self._scale)


class PressedByReturn(QAbstractButton):
    """A button that Return presses too, so that the key never falls through to what lies behind it."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & ~_KEYPAD:
            self.click()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.HoverEnter, QEvent.Type.HoverLeave):
            self.update()
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        _looked(self, event)


_KEYPAD = Qt.KeyboardModifier.KeypadModifier


class Card(PressedByReturn):
    """A button with a line of its own words, the keys that press it, and runs of words below."""

    def __init__(
        self,
        title: str,
        runs: Sequence[Run],
        parent: QWidget | None = None,
        *,
        keys: Sequence[str] = (),
        aside: str = "",
        icon: str = "",
        hue: str = "muted",
        primary: bool = False,
        raised: bool = True,
        reading: bool = True,
    ) -> None:
        super().__init__(parent)
        self._title, self._body = Laid([Run(title, "strong")]), Laid(runs)
        self._titled = bool(title or keys or aside or icon)
        self._keys, self._aside, self._icon = tuple(keys), aside, icon
        self._hue, self._reading = hue, reading
        self._primary, self._raised = primary, raised
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        _grows(self)
        self.setAccessibleName(keyed(title, keys[0] if keys else ""))
        self.setAccessibleDescription(plain(runs))

    def heightForWidth(self, width: int) -> int:
        self._fit(width)
        body = self._body.height + (SPACE / 2 if self._titled else 0) if self._body.runs else 0
        return int(2 * SPACE + self._head() + body + 1)

    def sizeHint(self) -> QSize:
        return QSize(260, self.heightForWidth(260))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = mirror.painter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        over, focused = self.underMouse(), self.hasFocus()
        edge = theme.colour("accent" if focused or self._primary else "line")
        painter.setPen(QPen(edge, 2 if focused else 1) if self._raised or focused else Qt.PenStyle.NoPen)
        ground = theme.colour("chosen" if over or self.isDown() else "raised" if self._raised else "panel")
        painter.setBrush(ground)
        painter.drawRoundedRect(frame, theme.RADIUS, theme.RADIUS)
        left = self._fit(self.width())
        y = float(SPACE)
        x = float(SPACE) + 2
        if self._icon:
            size = round(self._line())
            mirror.picture(painter, QPointF(x, y), icons.pixmap(self._icon, size, self.devicePixelRatioF(), self._hue))
            x += size + SPACE / 2
        for key in self._keys:
            x += chip(painter, x, y, self._line(), key, primary=self._primary) + SPACE / 2
        self._title.draw(painter, left, y)
        if self._aside:
            painter.setFont(theme.interface_font(0.9))
            painter.setPen(theme.colour("muted"))
            place = QRectF(0, y, self.width() - SPACE - 2, self._line())
            mirror.text(painter, place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._aside)
        if self._body.runs:
            below = y + self._head() + SPACE / 2 if self._titled else y
            self._body.draw(painter, SPACE + 2, below)

    def _fit(self, width: float) -> float:
        """Lays out what is written; returns where the title begins."""
        left = float(SPACE) + 2
        if self._icon:
            left += round(self._line()) + SPACE / 2
        for key in self._keys:
            left += chip_width(key, self._line()) + SPACE / 2
        if self._keys:
            left += SPACE / 2
        aside = breadth(self._aside, 0.9) + SPACE if self._aside else 0
        self._title.fit(width - left - SPACE - aside, leading=1.0)
        scale = 0.85 if self._reading else 1.0
        self._body.fit(width - 2 * SPACE - 4, reading=self._reading, scale=scale)
        return left

    def _head(self) -> float:
        """How high the line of its own words is."""
        return max(self._title.height, line_height()) if self._titled else 0.0

    def _line(self) -> float:
        return line_height()


class KeyButton(PressedByReturn):
    """A small button that shows its key: that of an action, which the editor may change, or the cap that is given."""

    def __init__(self, key: str, words: str, help_: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._action, self._key = key, keymap.cap(key)
        keymap.heard.changed.connect(self._give_key)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleDescription(help_)
        self.setToolTip(help_)
        self.set_words(words)

    def set_words(self, words: str, said: str = "") -> None:
        """What it says; a screen reader says `said` instead where that is given, and the key in both cases."""
        self._words, self._named = words, said or words
        self.setAccessibleName(keyed(self._named, self._key))
        self.updateGeometry()
        self.update()

    def _give_key(self) -> None:
        self._key = keymap.cap(self._action)
        self.setAccessibleName(keyed(self._named, self._key))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        key = chip_width(self._key, line_height()) + SPACE / 2 if self._key else 0
        width = key + breadth(self._words) + 1.5 * SPACE - (SPACE / 2 if not self._words else 0)
        return QSize(int(width + 1), int(line_height() + SPACE + 2))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = mirror.painter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        over, focused = self.underMouse(), self.hasFocus()
        painter.setPen(QPen(theme.colour("accent" if focused else "line"), 2 if focused else 1))
        painter.setBrush(theme.colour("chosen" if over or self.isDown() or self.isChecked() else "raised"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), theme.RADIUS, theme.RADIUS)
        line = line_height()
        y, x = (self.height() - line) / 2, 0.75 * SPACE
        if self._key:
            x += chip(painter, x, y, line, self._key) + SPACE / 2
        painter.setFont(theme.interface_font())
        painter.setPen(theme.colour("text"))
        mirror.text(painter, QRectF(x, y, self.width() - x, line), Qt.AlignmentFlag.AlignVCenter, self._words)


def put_page(area: QScrollArea, page: QWidget) -> None:
    """Shows another page in a scroll area. The old one ends later: one of its buttons may be at work."""
    old = area.takeWidget()
    if old is not None:
        old.hide()
        old.deleteLater()
    area.setWidget(page)
    page.show()


def chip(painter: QPainter, x: float, y: float, line: float, key: str, *, primary: bool = False) -> float:
    """Draws a key's cap; returns how wide it is."""
    width = chip_width(key, line)
    painter.setPen(QPen(theme.colour("accent" if primary else "edge"), 1))
    painter.setBrush(theme.colour("accent" if primary else "panel"))
    cap = QRectF(x + 0.5, y + 1, width - 1, line - 2)
    painter.drawRoundedRect(cap, 3, 3)
    painter.setFont(theme.interface_font(0.85, bold=True))
    painter.setPen(theme.colour("on_accent" if primary else "text"))
    mirror.text(painter, cap, Qt.AlignmentFlag.AlignCenter, key)
    return width


def chip_width(key: str, line: float) -> float:
    return max(line, breadth(key, 0.85, bold=True) + SPACE)


def line_height() -> float:
    """How high a line of the interface's type is."""
    return _line_height(theme.zoom())


def breadth(words: str, scale: float = 1.0, *, bold: bool = False) -> float:
    """How broad words are in the interface's type."""
    return _breadth(words, scale, bold, theme.zoom())


@functools.cache
def _line_height(zoom: int) -> float:
    return QFontMetricsF(theme.interface_font(bold=True)).height()


@functools.lru_cache(500)
def _breadth(words: str, scale: float, bold: bool, zoom: int) -> float:
    return QFontMetricsF(theme.interface_font(scale, bold=bold)).horizontalAdvance(words)


def rule(painter: QPainter, place: QRect) -> None:
    """A hairline along the bottom of a place."""
    painter.setPen(QPen(theme.colour("line"), 1))
    painter.drawLine(place.left(), place.bottom(), place.right(), place.bottom())


def _grows(widget: QWidget) -> None:
    policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    widget.setSizePolicy(policy)


def _looked(widget: QWidget, event: QEvent) -> None:
    """Colours or type are others now."""
    if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange):
        widget.updateGeometry()
        widget.update()
