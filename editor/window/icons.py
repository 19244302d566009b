"""Icons: the drawings of resources/icons in the colours of the theme. They were drawn for Copydesk."""

from __future__ import annotations

import functools

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from editor import resources
from editor.window import theme

_SIZES = (20, 32, 40)
"""Pixels: those of the toolbar, and twice those of the status line and of the toolbar, for Qt halves well."""


def icon(name: str, colour: str = "") -> QIcon:
    """The icon `name` in a token's colour or one of #rrggbb; in the colour of words where none is named."""
    return _icon(name, _shade(colour or "text"))


def pixmap(name: str, size: float, ratio: float = 1.0, colour: str = "") -> QPixmap:
    """The icon as a picture, `size` pixels wide on a screen that has `ratio` points of light to each."""
    return _drawn(name, _shade(colour or "text"), round(size * ratio), ratio)


def _shade(colour: str) -> str:
    return colour if colour.startswith("#") else str(getattr(theme.tokens(), colour))


@functools.cache
def _icon(name: str, shade: str) -> QIcon:
    made = QIcon()
    for size in _SIZES:
        made.addPixmap(_drawn(name, shade, size, 1.0))
    return made


@functools.cache
def _drawn(name: str, shade: str, size: int, ratio: float) -> QPixmap:
    picture = QPixmap(size, size)
    picture.fill(QColor(Qt.GlobalColor.transparent))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _renderer(name, shade).render(painter, QRectF(0, 0, size, size))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


@functools.cache
def _renderer(name: str, shade: str) -> QSvgRenderer:
    drawing = resources.text("icons", f"{name}.svg").replace("currentColor", shade)
    return QSvgRenderer(QByteArray(drawing.encode()))
