"""The article on paper: laid out in pages, with the findings in the margin where they are asked for.

Nothing here touches a widget: the pages are made and painted in a thread.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPagedPaintDevice,
    QPainter,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from editor.article import Article, Edit, Mark, Span, TextMap
from editor.window import styles, theme
from editor.window.styles import Block, Style
from editor.window.translation import tr

POINTS = 11.0
LEADING = 1.35
MARGIN = 20.0
"""Millimetres of paper that stay white on each side."""
ASIDE = 0.28
"""How much of the width the findings take where they are printed."""
_INK, _PALE, _LINE = QColor("#101010"), QColor("#505050"), QColor("#909090")
_GONE_SIGNS = "*_`#[>"


@dataclass(frozen=True, slots=True)
class Remark:
    """A finding as it is printed: its place, its words, and what it says."""

    span: Span
    words: str
    message: str


@dataclass(slots=True)
class _Line:
    """A line of type and what stands beside it; `y` is its place on its page."""

    layout: QTextLayout
    number: int
    x: float
    height: float
    before: float = 0.0
    """White above it, unless it is the first of a page."""
    keeps: int = 0
    """How many lines that follow are to stand on the same page."""
    barred: bool = False
    remarks: list[tuple[int, Remark]] = field(default_factory=list)
    y: float = 0.0


class Stopped(Exception):
    """The editor stopped the printing."""


Progress = Callable[[int, int], None]
"""Told which page of how many was painted; raises Stopped to end it."""


def print_to(
    device: QPagedPaintDevice,
    article: Article,
    title: str,
    said_date: str,
    remarks: Sequence[Remark] = (),
    progress: Progress = lambda page, pages: None,
) -> int:
    """Paints the article on a device; returns how many pages it took. Raises Stopped, and OSError where it can't."""
    painter = QPainter()
    if not painter.begin(device):
        raise OSError(tr("The file or the printer can't be written to."))
    try:
        pages = Pages(device, painter, article, sorted(remarks, key=lambda one: one.span))
        for number, page in enumerate(pages.pages, 1):
            progress(number, len(pages.pages))
            if number > 1 and not device.newPage():
                raise OSError(tr("The file or the printer can't be written to."))
            pages.paint(page, number, title, said_date)
        return len(pages.pages)
    finally:
        painter.end()


def _font(scale: float = 1.0, *, plain: bool = False) -> QFont:
    """The face of the page. Without ligatures: else words with "ff" or "fi" can't be copied whole from a PDF."""
    font = theme.reading_font() if not plain else theme.interface_font()
    font.setPointSizeF(POINTS * scale)
    for name in ("liga", "clig", "dlig", "hlig", "calt"):
        font.setFeature(QFont.Tag(name), 0)
    return font


class Pages:
    """The lines of an article, set on as many pages as they need."""

    def __init__(
        self, device: QPagedPaintDevice, painter: QPainter, article: Article, remarks: Sequence[Remark]
    ) -> None:
        self._device, self._painter, self._article = device, painter, article
        self._dot = device.logicalDpiY() / 72
        layout = device.pageLayout()
        whole = layout.fullRectPixels(device.logicalDpiX())
        shown = layout.paintRectPixels(device.logicalDpiX())
        edge = MARGIN / 25.4 * device.logicalDpiX()
        # The origin is where the device can paint, not the corner of the paper.
        self._left, self._top = edge - (shown.x() - whole.x()), edge - (shown.y() - whole.y())
        self._width, self._height = whole.width() - 2 * edge, whole.height() - 2 * edge
        self._head = self._foot = 26 * self._dot
        self._column = self._width * (1 - ASIDE) if remarks else min(self._width, 460 * self._dot)
        if not remarks:
            self._left += (self._width - self._column) / 2
        self._aside = self._width * ASIDE - 14 * self._dot
        self._made: list[_Line] = []
        self._remarks = list(enumerate(remarks, 1))
        for paragraph in article.paragraphs():
            self._set_paragraph(paragraph.span)
        if remarks:
            self._legend()
        self.pages = self._paged()

    # Paragraphs into lines

    def _set_paragraph(self, span: Span) -> None:
        article = self._article
        kind, marks = Block(0), []
        for mark in article.marks:
            if mark.span.start <= span.start < mark.span.end and mark.kind in styles.KINDS:
                kind |= styles.KINDS[mark.kind]
            if mark.kind in ("emphasis", "link") and span.covers(mark.span):
                marks.append(mark)
        markdown = article.markup == "markdown"
        if markdown:
            kind |= Block.MARKDOWN
        words, parts, counted = _cleaned(article.text, span, kind, marks)
        if not words.strip():
            return
        formats = []
        utf16 = TextMap.utf16(words)
        for start, end, style in parts:
            one = QTextLayout.FormatRange()
            one.start = utf16.to(start)
            one.length = utf16.to(end) - one.start
            one.format = _format(style)
            formats.append(one)
        quoted, listed = bool(kind & Block.QUOTATION), bool(kind & Block.LIST)
        headed = bool(kind & (Block.HEADLINE | Block.HEADING))
        hang = styles.hanging(words, kind) if listed else 0
        lines = self._lines(words, _font(), formats, hang=utf16.to(hang), left=18 if quoted else 0)
        before = 16.0 if headed else 3.0 if listed else 8.0
        lines[0].before = before * self._dot
        _kept_together(lines, headed=headed)
        for line in lines:
            line.barred = quoted
        for number, remark in self._remarks:
            if span.start <= remark.span.start < span.end:
                at = utf16.to(min(counted.to(remark.span.start - span.start), max(0, len(words) - 1)))
                found = lines[0].layout.lineForTextPosition(at)
                lines[found.lineNumber() if found.isValid() else 0].remarks.append((number, remark))
        self._made += lines

    def _lines(
        self,
        words: str,
        font: QFont,
        formats: list[QTextLayout.FormatRange],
        *,
        hang: int = 0,
        left: float = 0,
        width: float = 0,
    ) -> list[_Line]:
        layout = QTextLayout(words, font, self._device)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        layout.setTextOption(option)
        layout.setFormats(formats)
        left, width = left * self._dot, width or self._column
        layout.beginLayout()
        made: list[_Line] = []
        indent = 0.0
        line = layout.createLine()
        while line.isValid():
            line.setLineWidth(max(width / 3, width - left - indent))
            made.append(_Line(layout, len(made), left + indent, line.height() * LEADING))
            if hang and not indent:
                indent = max(0.0, line.cursorToX(hang)[0])  # type: ignore[index]
            line = layout.createLine()
        layout.endLayout()
        return made

    def _legend(self) -> None:
        title = self._lines(tr("Findings"), _bolder(_font(1.2)), [])
        title[0].before = 26 * self._dot
        _kept_together(title, headed=True)
        self._made += title
        for number, remark in self._remarks:
            words = f"{number}.\u2002“{remark.words}” — {remark.message}"
            lines = self._lines(words, _font(0.85), [], width=self._width)
            lines[0].before = 4 * self._dot
            _kept_together(lines, headed=False)
            self._made += lines

    # Lines onto pages

    def _paged(self) -> list[list[_Line]]:
        room = self._height - self._head - self._foot
        pages: list[list[_Line]] = [[]]
        y = 0.0
        for n, line in enumerate(self._made):
            above = line.before if pages[-1] else 0.0
            together = sum(one.height + one.before for one in self._made[n + 1 : n + 1 + line.keeps])
            if pages[-1] and y + above + line.height + together > room and line.height + together < room:
                pages.append([])
                y = above = 0.0
            line.y = y + above
            y = line.y + line.height
            pages[-1].append(line)
        return pages

    def paint(self, page: Sequence[_Line], number: int, title: str, said_date: str) -> None:
        """Paints one page: its head, its lines with what stands beside them, and its number."""
        painter, dot = self._painter, self._dot
        self._paint_edges(number, title, said_date)
        painter.setPen(_INK)
        top = self._top + self._head
        free = top
        for line in page:
            at = QPointF(self._left + line.x, top + line.y)
            line.layout.lineAt(line.number).draw(painter, at)
            if line.barred:
                painter.fillRect(QRectF(self._left + 5 * dot, at.y(), 1.5 * dot, line.height), _LINE)
            for count, remark in line.remarks:
                free = self._paint_remark(count, remark, max(free, at.y()), line_y=at.y())

    def _paint_remark(self, number: int, remark: Remark, y: float, *, line_y: float) -> float:
        """Paints a finding beside its line, or below the one before it; returns where there is room again."""
        painter, dot = self._painter, self._dot
        font = _font(0.72, plain=True)
        metrics = QFontMetricsF(font, self._device)
        x = self._left + self._column + 14 * dot
        if y + metrics.height() > self._top + self._height - self._foot:
            return y
        painter.setPen(QPen(_LINE, 0.5 * dot))
        painter.drawLine(QPointF(x - 8 * dot, line_y + 7 * dot), QPointF(x - 3 * dot, y + metrics.height() / 2))
        painter.setPen(_PALE)
        painter.setFont(font)
        words = metrics.elidedText(f"{number}  {remark.words}", Qt.TextElideMode.ElideRight, self._aside)
        painter.drawText(QPointF(x, y + metrics.ascent()), words)
        painter.setPen(_INK)
        return y + metrics.height() * 1.15

    def _paint_edges(self, number: int, title: str, said_date: str) -> None:
        painter = self._painter
        font = _font(0.78, plain=True)
        metrics = QFontMetricsF(font, self._device)
        width = self._width if self._remarks else self._column
        painter.setFont(font)
        painter.setPen(_PALE)
        dated = metrics.horizontalAdvance(said_date)
        head = metrics.elidedText(title, Qt.TextElideMode.ElideRight, width - dated - 20 * self._dot)
        y = self._top + metrics.ascent()
        painter.drawText(QPointF(self._left, y), head)
        painter.drawText(QPointF(self._left + width - dated, y), said_date)
        count = tr("{page} of {pages}").format(page=number, pages=len(self.pages))
        below = self._top + self._height - metrics.descent()
        painter.drawText(QPointF(self._left + (width - metrics.horizontalAdvance(count)) / 2, below), count)


def _kept_together(lines: Sequence[_Line], *, headed: bool) -> None:
    """No line of a paragraph stands alone on a page, nor a heading without two lines of what it heads."""
    if headed:
        for n, line in enumerate(lines):
            line.keeps = len(lines) - n + 1
        return
    lines[0].keeps = min(1 if len(lines) != 3 else 2, len(lines) - 1)
    if len(lines) > 3:
        lines[-2].keeps = 1


def _bolder(font: QFont) -> QFont:
    font.setWeight(QFont.Weight.DemiBold)
    return font


def _cleaned(
    text: str, span: Span, kind: Block, marks: Sequence[Mark]
) -> tuple[str, list[tuple[int, int, Style]], TextMap]:
    """A paragraph's words as they are printed, without Markdown's signs and in one line, and how they look.

    The map leads from places of the paragraph to places of those words.
    """
    words = span.of(text)
    joint = "\u2028" if kind & Block.CODE or not kind & Block.MARKDOWN else " "
    parts: list[tuple[int, int, Style]] = []
    edits: list[Edit] = []
    at = 0
    for line in words.split("\n"):
        begin = span.start + at
        here = [m for m in marks if begin <= m.span.start and m.span.end <= begin + len(line)]
        for start, end, style in styles.styled(line, begin, kind, here):
            sign = line[start:end]
            if "sign" in style and (sign.strip(" \t")[:1] in _GONE_SIGNS or sign[:1] in "]~") and not _item(sign):
                edits.append(Edit(Span(at + start, at + end), sign, ""))
            else:
                parts.append((at + start, at + end, style))
        at += len(line)
        if at < len(words):
            edits.append(Edit(Span(at, at + 1), "\n", joint))
        at += 1
    edits.sort(key=lambda edit: edit.span)
    counted = TextMap.rewritten(edits)
    for edit in reversed(edits):
        words = words[: edit.span.start] + edit.words + words[edit.span.end :]
    kept = [(counted.to(start), counted.to(end), style) for start, end, style in parts]
    return words, [part for part in kept if part[0] < part[1]], counted


def _item(sign: str) -> bool:
    """Whether a sign is that of an item of a list, which is printed."""
    return sign[-1:] in " \t" and sign.strip()[:1] in ("-", "*", "+") and "#" not in sign


def _format(style: Style) -> QTextCharFormat:
    made = QTextCharFormat()
    scale = styles.scale_of(style)
    if scale:
        made.setFontPointSize(POINTS * (1 + (scale - 1) * 0.9))
    if styles.bold(style):
        made.setFontWeight(QFont.Weight.DemiBold)
    if "slanted" in style:
        made.setFontItalic(True)
    if "code" in style:
        made.setFontFamilies(styles.fixed_families())
        made.setFontPointSize(POINTS * 0.88)
    if "link" in style:
        made.setFontUnderline(True)
    return made
