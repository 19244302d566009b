"""The strip beside the scroll bar: the whole article at a glance, in the scroll bar's own scale.

What is said again elsewhere stands at its left edge, the open findings beside it, each by the shape of its family;
what is in view is framed, and the places of the chosen finding are joined by a line.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QPolygonF,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from editor.finding import Family
from editor.window import mirror, theme
from editor.window.translation import tr
from editor.window.underlines import SHAPES

if TYPE_CHECKING:
    from editor.desk import Desk
    from editor.desk.happenings import Happening
    from editor.window.lines import PageLines
    from editor.window.manuscript import Manuscript

REST = 250
"""Milliseconds without a change after which the strip is drawn anew; until then it is stretched."""
HEAT, TICKS, WIDE = 8.0, 10.0, 23.0
"""Pixels at 100 %: how wide the heat is, and the ticks beside it, and the whole."""
STEP = 4
"""Pixels at 100 % that a tick takes: of several in them the one that weighs most is drawn."""
WEIGHT: tuple[Family, ...] = ("consistency", "citations", "repetition", "language", "style")


class Strip(QWidget):
    """A picture that is made when the hands rest. What a paint adds to it are a frame, and the chosen places."""

    def __init__(self, view: Manuscript, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._desk: Desk | None = None
        self._picture = QPixmap()
        self._lines: PageLines | None = None
        self._starts: list[int] = []
        self._counts: Counter[int] = Counter()
        self.ticks: dict[int, Family] = {}
        """Which family's shape is drawn in which step from the top."""
        self.rows: list[float] = []
        """How much of each row of pixels is said again elsewhere."""
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Strip: the whole article"))
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self.refresh)
        bar = view.verticalScrollBar()
        bar.valueChanged.connect(lambda *_: self.update())
        bar.rangeChanged.connect(lambda *_: self.soon())

    # What the window calls

    def set_desk(self, desk: Desk | None) -> None:
        """Shows this desk's article from now on."""
        self._desk = desk
        if desk:
            desk.subscribe(lambda happening: self._hear(desk, happening))
        self.refresh()

    def soon(self) -> None:
        """Something is another than it was drawn."""
        self._rest.start()

    def _hear(self, desk: Desk, happening: Happening) -> None:
        from editor.desk import happenings as told

        if desk is self._desk and isinstance(happening, told.TextEdited | told.BoardChanged):
            self.soon()

    # What it is made of

    def refresh(self) -> None:
        """Takes over the findings as they are, and draws them."""
        self._rest.stop()
        if not self.isVisible():
            return
        from editor import pages
        from editor.window.heat import heat, repeats
        from editor.window.lines import PageLines

        desk, view, scale = self._desk, self._view, theme.zoom() / 100
        lines = self._lines = PageLines(view)
        height = max(1, self.height())
        rise = height / lines.total
        open_ = desk.board.open_rows() if desk else []
        families = {check: pages.page(check).family for check in {row.check for row in open_}}
        again = {span for row in open_ if repeats(row, families[row.check]) for span in row.finding.places}
        stretches = [(a * rise, b * rise) for a, b in map(lines.of, again)]
        # A line's ends may fall between two rows of pixels: what is short is a row high all the same.
        self.rows = heat(((a, max(b, a + 1)) for a, b in stretches), height, round(2 * scale))
        shown = [(row.span.start, families[row.check]) for row in open_ if view.among(row)]
        self.ticks = {}
        for place, family in shown:
            step = int(lines.at(place) * rise / (STEP * scale))
            known = self.ticks.get(step)
            if known is None or WEIGHT.index(family) < WEIGHT.index(known):
                self.ticks[step] = family
        self._starts = [one.span.start for one in desk.article.paragraphs()] if desk else []
        self._counts = Counter(self._paragraph(place) for place, _ in shown)
        self._tell(len(shown))
        self._draw()

    def _paragraph(self, place: int) -> int:
        """The number, from 1, of the paragraph at a place."""
        return max(1, bisect_left(self._starts, place + 1))

    def _tell(self, count: int) -> None:
        words = tr("%n finding(s)", "", count)
        warm = sum(value > 0.05 for value in self.rows) / max(1, len(self.rows))
        said = tr("{findings} in {some} of {all} paragraphs; {share} per cent of the article is said again elsewhere")
        words = said.format(
            findings=words, some=len(self._counts), all=len(self._starts), share=round(100 * warm) if count else 0
        )
        self.setAccessibleDescription(words)

    def _draw(self) -> None:
        ratio, scale, t = self.devicePixelRatioF(), theme.zoom() / 100, theme.tokens()
        picture = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(QColor(t.panel))
        painter = QPainter(picture)
        left, wide = 2 * scale, HEAT * scale
        for y, value in enumerate(self.rows):
            if value > 0.01:
                # Denser is wider, deeper, and closer lines: what a printed page or an eye without blue shows too.
                lined = y % (2 if value > 0.66 else 3 if value > 0.33 else 4) == 0
                shade = theme.colour("repetition", 0.25 + 0.5 * value if not lined else 1.0)
                painter.fillRect(QRectF(left, y, wide * (0.35 + 0.65 * min(1.0, value)), 1), shade)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for step, family in self.ticks.items():
            middle = QPointF(left + wide + (1.5 + TICKS / 2) * scale, (step + 0.5) * STEP * scale)
            _tick(painter, middle, family, scale)
        painter.end()
        self._picture = picture
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(WIDE * theme.zoom() / 100), 100)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = mirror.painter(self)
        if self._picture.isNull():
            painter.fillRect(self.rect(), theme.colour("panel"))
        else:
            painter.drawPixmap(self.rect(), self._picture)
        painter.fillRect(0, 0, 1, self.height(), theme.colour("line"))
        self._frame(painter)
        if self._lines and self._view.lit:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._light(painter, self._lines)

    def _frame(self, painter: QPainter) -> None:
        """Frames what is in view, where that is not the whole."""
        bar = self._view.verticalScrollBar()
        total = bar.maximum() + bar.pageStep()
        if bar.maximum() <= bar.minimum():
            return
        rise = self.height() / total
        seen = QRectF(1.5, bar.value() * rise, self.width() - 3, max(6.0, bar.pageStep() * rise))
        painter.setPen(QPen(theme.colour("edge"), 1))
        painter.setBrush(theme.colour("text", 0.07))
        painter.drawRoundedRect(seen.adjusted(0, 0.5, 0, -0.5), 3, 3)

    def _light(self, painter: QPainter, lines: PageLines) -> None:
        """The places of what is chosen, joined: the one that is framed in the text filled."""
        rise, scale = self.height() / lines.total, theme.zoom() / 100
        ink, ground = theme.colour("warning"), theme.colour("lit")
        spots = [(span, (sum(lines.of(span)) / 2 * rise)) for span in self._view.lit[:100]]
        x = self.width() / 2
        if len(spots) > 1:
            ys = [y for _, y in spots]
            painter.setPen(QPen(ink, 1.5 * scale))
            painter.drawLine(QPointF(x, min(ys)), QPointF(x, max(ys)))
        painter.setPen(QPen(ink, 1.5 * scale))
        for span, y in spots:
            painter.setBrush(ink if span == self._view.framed else ground)
            painter.drawRoundedRect(
                QRectF(2 * scale, y - 2.5 * scale, self.width() - 4 * scale, 5 * scale), 2 * scale, 2 * scale
            )

    # What the editor does

    def line(self, y: float) -> float:
        """The line of the page at a height of the strip."""
        bar = self._view.verticalScrollBar()
        return y * (bar.maximum() + bar.pageStep()) / max(1, self.height())

    def said(self, y: float) -> str:
        """What stands at a height of the strip, in words."""
        if not self._lines or not self._starts:
            return ""
        number = self._paragraph(self._lines.place(self.line(y)))
        count = self._counts[number]
        if not count:
            return tr("Paragraph {number}").format(number=number)
        return tr("Paragraph {number}: %n finding(s)", "", count).format(number=number)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._go(event.position().y())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go(event.position().y())

    def _go(self, y: float) -> None:
        """Brings that place to the middle of the view; the caret stays where it is."""
        bar = self._view.verticalScrollBar()
        bar.setValue(round(self.line(y) - bar.pageStep() / 2))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.said(event.pos().y()), self)
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.soon()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.soon()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self.updateGeometry()
            if hasattr(self, "_rest"):
                self._picture = QPixmap()
                self.soon()


def _tick(painter: QPainter, middle: QPointF, family: Family, scale: float) -> None:
    """The shape of a family, as it underlines in the text: a wave, two lines, dashes, a diamond for facts, a line."""
    ink, reach = theme.colour(family), TICKS / 2 * scale - scale
    x, y = middle.x(), middle.y()
    shape = SHAPES[family]
    painter.setPen(QPen(ink, 1.4 * scale, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    if shape == "dotted":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        size = 3.2 * scale
        painter.drawPolygon(
            QPolygonF([QPointF(x + a * size, y + b * size) for a, b in ((0, -1), (1, 0), (0, 1), (-1, 0))])
        )
    elif shape == "double":
        for dy in (-1.3, 1.3):
            painter.drawLine(QPointF(x - reach, y + dy * scale), QPointF(x + reach, y + dy * scale))
    elif shape == "dashed":
        for dx in (-0.6, 0.6):
            painter.drawLine(QPointF(x + (dx - 0.38) * reach, y), QPointF(x + (dx + 0.38) * reach, y))
    elif shape == "wave":
        steps = [QPointF(x + (n / 2 - 1) * reach, y + (1.4 if n % 2 else -1.4) * scale) for n in range(5)]
        painter.drawPolyline(QPolygonF(steps))
    else:
        painter.setPen(QPen(ink, scale))
        painter.drawLine(QPointF(x - reach, y), QPointF(x + reach, y))
