"""The keys that decide in the panel, each alone, and what each is for."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

DECIDING: dict[Qt.Key, str] = {
    Qt.Key.Key_Return: "accept",
    Qt.Key.Key_Enter: "accept",
    Qt.Key.Key_T: "place",
    Qt.Key.Key_Delete: "place",
    Qt.Key.Key_I: "article",
    Qt.Key.Key_A: "everywhere",
    Qt.Key.Key_R: "reason",
    Qt.Key.Key_Q: "query",
    Qt.Key.Key_W: "why",
    Qt.Key.Key_C: "certain",
    Qt.Key.Key_S: "sort",
}


def named(event: QKeyEvent) -> str:
    """What a key asks for: the name of a choice, its number, or nothing."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    key = Qt.Key(event.key())
    if event.text() == "?":
        return "why"
    if event.text() == "/":
        return "filter"
    if held == Qt.KeyboardModifier.ShiftModifier and DECIDING.get(key) == "accept":
        return "alike"
    if held == Qt.KeyboardModifier.ShiftModifier and key == Qt.Key.Key_T:
        return "standing"
    if held:
        return ""
    if Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
        return str(key - Qt.Key.Key_0)
    return DECIDING.get(key, "")
