"""The timeline: days in proportion, labels that never overlap, marks chosen by click and key."""

from __future__ import annotations

import datetime
import itertools
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor.window import theme
from editor.window.axis import Drawing, Mark, Scale, drawn, spelled
from editor.window.timeline import Room, Timeline

DAY = datetime.date
WIDTH = 380.0


def day(iso: str, *, odd: bool = False, listed: bool = True, to: str = "") -> Mark:
    first, last = DAY.fromisoformat(iso), DAY.fromisoformat(to or iso)
    return Mark(first, last, spelled(first, last, years=True), odd, listed)


def plan(*marks: Mark, chosen: int = -1, width: float = WIDTH) -> Drawing:
    return drawn(marks, width, lambda words: 7.0 * len(words), chosen=chosen)


def test_days_stand_in_proportion() -> None:
    scale = Scale([DAY(2025, 5, 1), DAY(2025, 5, 3), DAY(2025, 5, 11)])
    assert [scale.at(DAY(2025, 5, n)) for n in (1, 3, 6, 11)] == [0, 0.2, pytest.approx(0.5), 1]
    assert not scale.breaks


def test_a_long_stretch_without_a_day_is_shortened() -> None:
    scale = Scale([DAY(1947, 8, 15), DAY(2025, 4, 22), DAY(2025, 5, 7), DAY(2025, 5, 10)])
    assert scale.breaks == [(0.0, scale.at(DAY(2025, 4, 22)))]
    assert scale.at(DAY(2025, 4, 22)) < 0.5


def test_one_day_stands_in_the_middle() -> None:
    assert Scale([DAY(2025, 5, 1)]).at(DAY(2025, 5, 1)) == 0.5


def test_days_that_lie_close_together_are_one_spot() -> None:
    close = plan(day("2025-05-07"), day("2025-05-08"), day("2025-05-17"), width=40)
    assert [spot.marks for spot in close.spots] == [(0, 1), (2,)]
    assert spelled(DAY(2025, 5, 7), DAY(2025, 5, 8), years=False) == "7–8 May"


def test_stretches_of_days_are_bars_in_lanes_of_their_own() -> None:
    made = plan(day("2025-01-01", to="2025-12-31"), day("2025-04-01", to="2025-04-30"), day("2025-05-10"))
    year, month = made.bars
    assert year.lane != month.lane
    assert year.left <= month.left < month.right <= year.right
    assert {label.words for label in made.under} == {"2025", "April"}


def test_what_is_chosen_and_at_odds_has_its_label_before_others() -> None:
    marks = [day(f"2025-{month:02}-01", odd=month == 6) for month in range(1, 13)]
    made = plan(*marks, chosen=3, width=200)
    said = {number for label in made.labels for number in label.marks}
    assert {3, 5} <= said
    assert len(said) < 12


marks = st.builds(
    lambda start, length, odd: Mark(start, start + datetime.timedelta(length), "", odd),
    st.dates(DAY(1940, 1, 1), DAY(2030, 1, 1)),
    st.one_of(st.just(0), st.integers(1, 500)),
    st.booleans(),
)


@given(st.lists(marks, min_size=1, max_size=14), st.floats(120, 900), st.integers(-1, 13))
def test_no_two_labels_overlap_and_all_are_inside(days: list[Mark], width: float, chosen: int) -> None:
    made = plan(*days, chosen=chosen, width=width)
    for labels in (made.labels, made.under):
        for label in labels:
            assert label.left >= -0.01
            assert label.left + label.width <= width + 0.01
        for one, two in itertools.combinations(labels, 2):
            apart = one.left + one.width <= two.left or two.left + two.width <= one.left
            assert apart or one.level != two.level
    marked = sorted([n for spot in made.spots for n in spot.marks] + [bar.mark for bar in made.bars])
    assert marked == list(range(len(days)))


@given(st.lists(st.dates(DAY(1700, 1, 1), DAY(2100, 1, 1)), min_size=2, unique=True))
def test_an_earlier_day_never_stands_after_a_later_one(days: list[datetime.date]) -> None:
    scale = Scale(days)
    places = [scale.at(one) for one in sorted(days)]
    assert places == sorted(places)
    assert places[0] == 0
    assert places[-1] == pytest.approx(1)


@pytest.fixture
def line(qtbot: QtBot) -> Timeline:
    line = Timeline()
    qtbot.addWidget(line)
    line.resize(420, 120)
    line.show_marks(
        [day("2025-05-10"), day("2025-04-22", odd=True), day("2025-09-25", listed=False), day("2025-06-01")]
    )
    line.activateWindow()
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    return line


def test_it_is_hidden_where_fewer_than_two_days_are_known(line: Timeline) -> None:
    assert line.isVisible()
    line.show_marks([day("2025-05-10")])
    assert not line.isVisible()


def test_arrows_go_from_day_to_day_and_pass_those_that_are_not_listed(line: Timeline) -> None:
    went: list[int] = []
    line.chosen.connect(went.append)
    for key in (
        Qt.Key.Key_Right,
        Qt.Key.Key_Right,
        Qt.Key.Key_Right,
        Qt.Key.Key_Right,
        Qt.Key.Key_Left,
        Qt.Key.Key_Home,
    ):
        QTest.keyClick(line, key)
    assert went == [1, 0, 3, 1, 3, 1]
    assert line.accessibleName() == "Timeline of 4 dates, 1 at odds: 22 Apr 2025, at odds"


def test_a_click_chooses_and_where_days_are_one_spot_the_next_of_them(line: Timeline, qtbot: QtBot) -> None:
    line.show_marks([day(f"2025-{month}-{n:02}") for month in ("05", "06") for n in range(1, 31)])
    went: list[int] = []
    line.chosen.connect(went.append)
    spot = line.drawing().spots[0]
    assert spot.marks == (0, 1)
    at = QPointF(2 * theme.SPACE + spot.x, line._axis()).toPoint()
    for _ in range(3):
        QTest.mouseClick(line, Qt.MouseButton.LeftButton, pos=at)
    assert went == [0, 1, 0]
    assert line.at(QPointF(2, 2)) == ()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("room", get_args(Room))
def test_it_is_painted_in_both_palettes_and_at_every_zoom(
    line: Timeline, qapp: QApplication, scheme: theme.Scheme, room: Room
) -> None:
    for zoom in (60, 100, 200, 300):
        theme.use(qapp, scheme, zoom)
        line.set_room(room)
        line.resize(420, line.sizeHint().height())
        picture = line.grab().toImage()
        colours = {picture.pixelColor(x, round(line._axis())).name() for x in range(picture.width())}
        assert theme.tokens().consistency in colours
        assert line.drawing().levels <= 2
