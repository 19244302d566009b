"""Hidden characters and look-alike letters are drawn where they stand."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from editor.article import Span
from editor.desk import Desk
from editor.formats.text import composed
from editor.window import theme
from editor.window.manuscript import Manuscript


def inked(picture: QImage) -> int:
    """The pixels of citations' own hue."""
    wanted = QColor(theme.tokens().citations)
    near = 0
    for y in range(picture.height()):
        for x in range(picture.width()):
            shade = picture.pixelColor(x, y)
            far = abs(shade.red() - wanted.red()) + abs(shade.green() - wanted.green())
            near += far + abs(shade.blue() - wanted.blue()) < 60
    return near


def drawn(qtbot: QtBot, text: str) -> int:
    view = Manuscript(Desk(composed(text)))
    qtbot.addWidget(view)
    view.resize(560, 200)
    view.show()
    QTest.qWait(0)
    assert not list(view.underlines.within(Span(0, len(text))))
    return inked(view.viewport().grab().toImage())


@pytest.mark.parametrize(
    "text",
    [
        "The may\u200bor said so.\nTwo.\n",
        "The mayor said so.\u2060\u2060\n",
        "The m\u0430yor said so.\n",
        "\U0001f600 Said\u00ad so.\n",
    ],
)
def test_what_no_eye_would_see_is_drawn(qtbot: QtBot, text: str) -> None:
    assert drawn(qtbot, text) >= 8


@pytest.mark.parametrize(
    "text", ["The mayor said so.\n", "“The mayor – said so.”\n", "Москва сказала.\n", "👨‍👩‍👧 said so.\n"]
)
def test_what_scripts_and_emoji_need_is_left(qtbot: QtBot, text: str) -> None:
    assert drawn(qtbot, text) < 3
