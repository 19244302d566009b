"""How sure a check is, as a shape, a colour and a word: a full disc, a half one, an empty ring."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from editor.finding import Confidence
from editor.window import theme
from editor.window.translation import tr

HUES: dict[Confidence, str] = {"certain": "accent", "likely": "warning", "possible": "muted"}


def name(confidence: Confidence) -> str:
    """The word for it."""
    return {"certain": tr("certain"), "likely": tr("likely"), "possible": tr("possible")}[confidence]


def draw(painter: QPainter, x: float, y: float, line: float, confidence: Confidence, shade: str = "") -> float:
    """Draws the mark in a line of words; returns how wide it is."""
    size = round(0.52 * line)
    place = QRectF(round(x) + 0.5, round(y + (line - size) / 2) + 0.5, size, size)
    hue = theme.colour(shade or HUES[confidence])
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(hue, 1.4))
    painter.setBrush(hue if confidence == "certain" else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(place)
    if confidence == "likely":
        painter.setBrush(hue)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawPie(place, 90 * 16, 180 * 16)
    painter.restore()
    return size + 2.0
