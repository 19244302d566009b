"""Underlines: each family has its shape, two of them fit under one word, and they move with the text."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from editor.article import Edit, Span
from editor.desk import Desk
from editor.finding import FAMILIES, Family
from editor.formats.text import composed
from editor.window import theme
from editor.window.manuscript import Manuscript
from editor.window.underlines import SHAPES, Underlines


def put(*places: tuple[int, int, Family]) -> Underlines:
    lines = Underlines()
    lines.put((Span(a, b), family) for a, b, family in places)
    return lines


def told(lines: Underlines, start: int, end: int) -> list[tuple[int, int, Family, int]]:
    return [(u.start, u.end, u.family, u.lane) for u in lines.within(Span(start, end))]


def test_each_family_has_a_shape_of_its_own() -> None:
    assert set(SHAPES) == set(FAMILIES)
    assert len(set(SHAPES.values())) == len(FAMILIES)


def test_two_families_over_the_same_words_take_two_lanes_and_a_third_none() -> None:
    lines = put((0, 10, "citations"), (2, 5, "style"), (3, 4, "language"), (6, 9, "repetition"), (12, 14, "style"))
    assert told(lines, 0, 20) == [
        (0, 10, "citations", 0),
        (2, 5, "style", 1),
        (6, 9, "repetition", 1),
        (12, 14, "style", 0),
    ]


def test_one_family_shares_its_lane_with_itself() -> None:
    assert [lane for *_, lane in told(put((0, 10, "style"), (0, 10, "style"), (5, 15, "style")), 0, 20)] == [0, 0]


def test_only_what_shows_is_asked_for() -> None:
    lines = put((0, 100, "citations"), *((at, at + 2, "style") for at in range(10, 90, 10)))
    assert told(lines, 20, 22) == [(0, 100, "citations", 0), (20, 22, "style", 1)]
    assert told(lines, 100, 200) == []


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (Edit(Span(0, 0), "", "ab"), [(12, 17), (22, 27)]),
        (Edit(Span(10, 10), "", "ab"), [(12, 17), (22, 27)]),
        (Edit(Span(15, 15), "", "ab"), [(10, 15), (22, 27)]),
        (Edit(Span(12, 13), "x", ""), [(10, 14), (19, 24)]),
        (Edit(Span(10, 15), "xxxxx", ""), [(15, 20)]),
        (Edit(Span(30, 31), "x", ""), [(10, 15), (20, 25)]),
    ],
)
def test_they_move_with_an_edit(edit: Edit, expected: list[tuple[int, int]]) -> None:
    lines = put((10, 15, "style"), (20, 25, "language"))
    lines.edited(edit)
    assert [(a, b) for a, b, *_ in told(lines, 0, 100)] == expected


def coloured(picture: QImage, hue: str) -> int:
    wanted = QColor(hue)
    near = 0
    for y in range(picture.height()):
        for x in range(picture.width()):
            shade = picture.pixelColor(x, y)
            far = abs(shade.red() - wanted.red()) + abs(shade.green() - wanted.green())
            near += far + abs(shade.blue() - wanted.blue()) < 40
    return near


@pytest.mark.parametrize("family", FAMILIES)
def test_the_shape_is_painted_under_the_words(qtbot: QtBot, family: Family) -> None:
    view = Manuscript(Desk(composed("The mayor said so to everybody here.\n\U0001f600 Two.\n")))
    qtbot.addWidget(view)
    view.resize(560, 200)
    view.show()
    QTest.qWait(0)
    hue = theme.tokens().family(family)
    assert coloured(view.viewport().grab().toImage(), hue) < 5
    view.underlines.put([(Span(4, 14), family)])
    one = coloured(view.viewport().grab().toImage(), hue)
    view.underlines.put([(Span(4, 14), family), (Span(39, 42), family)])
    assert coloured(view.viewport().grab().toImage(), hue) > one >= 20


def test_right_to_left_words_and_the_chosen_places_are_painted(qtbot: QtBot) -> None:
    text = "He said \u05e9\u05dc\u05d5\u05dd \u05e2\u05d5\u05dc\u05dd to all.\n" * 3
    view = Manuscript(Desk(composed(text)))
    qtbot.addWidget(view)
    view.resize(560, 200)
    view.show()
    view.light([Span(0, 2), Span(8, 14)])
    view.underlines.put([(Span(8, 12), "citations")])
    picture = view.viewport().grab().toImage()
    assert coloured(picture, theme.tokens().citations) >= 10
    assert coloured(picture, theme.tokens().lit) >= 100
