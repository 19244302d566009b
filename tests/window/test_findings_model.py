"""The model of findings: rows come and go one by one, the selection stays, Qt's own tester finds no fault."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from editor.article import Edit, Span
from editor.desk import happenings as told
from editor.finding import FAMILIES
from editor.window.findings_model import ORDERS, ROW, FindingsModel
from tests.window.desks import TEXT, desk_of, findings, hand_made_pages, hear, place

__all__ = ["hand_made_pages"]


def shown(model: FindingsModel) -> list[list[str]]:
    return [
        [str(model.data(model.index(n, 0, model.heading(g)))) for n in range(model.rowCount(model.heading(g)))]
        for g in range(model.rowCount())
    ]


@pytest.fixture
def model(qtbot: QtBot) -> FindingsModel:
    desk = desk_of()
    made = FindingsModel(desk)
    desk.subscribe(
        lambda happening: made.change(happening.changes) if isinstance(happening, told.BoardChanged) else None
    )
    tester = QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    made.destroyed.connect(tester.deleteLater)
    made.desk = desk  # type: ignore[attr-defined]
    return made


def test_families_are_headings_in_their_order(model: FindingsModel) -> None:
    assert [model.heading(n).data() for n in range(len(FAMILIES))] == [
        "Citations: 2",
        "Repetition: 1",
        "Consistency: 1",
        "Language: 2",
        "Style: 1",
    ]
    assert shown(model)[0] == ["(reuters.com +2)", "apnews.com +1"]


def test_by_place_all_stand_below_one_heading(model: FindingsModel) -> None:
    model.set_order("place")
    assert shown(model) == [
        ["(reuters.com +2)", "42 people", "the the", "towne", "had waited long", "towne", "apnews.com +1"]
    ]


def test_a_row_keeps_its_index_while_others_come_and_go(model: FindingsModel, qtbot: QtBot) -> None:
    desk = desk_of()
    model = FindingsModel(desk)
    desk.subscribe(
        lambda happening: model.change(happening.changes) if isinstance(happening, told.BoardChanged) else None
    )
    last = model.index(1, 0, model.heading(0))
    kept, row = QPersistentModelIndex(last), model.row_of(last)
    assert row
    with qtbot.assertNotEmitted(model.modelReset):
        first = model.row_of(model.index(0, 0, model.heading(0)))
        assert first
        desk.let_stand(first)
        assert kept.row() == 0
        desk.undo()
    assert kept.row() == 1
    assert QModelIndex(model.of_row(row.id)).row() == 1


def test_typing_moves_rows_without_repainting_them(qtbot: QtBot) -> None:
    desk = desk_of()
    model = FindingsModel(desk)
    desk.subscribe(
        lambda happening: model.change(happening.changes) if isinstance(happening, told.BoardChanged) else None
    )
    with qtbot.assertNotEmitted(model.dataChanged):
        desk.typed(Edit(Span(0, 0), "", "New "), 4)
    assert shown(model)[0] == ["(reuters.com +2)", "apnews.com +1"]


def test_a_filter_takes_rows_out_and_brings_them_back(model: FindingsModel, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(model.modelReset):
        model.set_among(lambda row: row.finding.confidence == "certain")
        assert [len(group) for group in shown(model)] == [2, 1, 0, 0, 0]
        model.set_among(lambda row: True)
    assert [len(group) for group in shown(model)] == [2, 1, 1, 2, 1]


def test_rows_stay_in_order_whatever_the_checks_say(qtbot: QtBot) -> None:
    desk = desk_of(found=[])
    model = FindingsModel(desk)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    desk.subscribe(
        lambda happening: model.change(happening.changes) if isinstance(happening, told.BoardChanged) else None
    )
    some, chance = findings(), random.Random(4)
    for turn in range(60):
        hear(desk, [f for f in some if chance.random() < 0.6])
        if turn % 7 == 0:
            model.set_order(ORDERS[turn // 7 % 3])
        for number in range(model.rowCount()):
            heading = model.heading(number)
            places = [model.index(n, 0, heading).data(ROW).finding.span for n in range(model.rowCount(heading))]
            assert model.order == "check" or places == sorted(places)
        assert sorted(row.id for row in model.shown_rows()) == sorted(row.id for row in desk.rows())
    tester.deleteLater()


def test_a_finding_that_a_check_sees_elsewhere_now_goes_where_it_belongs(qtbot: QtBot) -> None:
    desk = desk_of()
    model = FindingsModel(desk)
    desk.subscribe(
        lambda happening: model.change(happening.changes) if isinstance(happening, told.BoardChanged) else None
    )
    first, second, *_ = [f for f in findings() if f.check == "handmade_chip"]
    desk.heard("handmade_chip", [second, replace(first, span=place(TEXT, "at noon"), fixes=())])
    assert shown(model)[0] == ["apnews.com +1", "at noon"]


def test_thousands_of_findings_are_shown_at_once(qtbot: QtBot) -> None:
    text = "It is the the end.\n" * 5000
    one = next(f for f in findings() if f.check == "handmade_twice")
    many = [replace(one, span=Span(19 * n + 6, 19 * n + 13), fixes=()) for n in range(5000)]
    desk = desk_of(text, many)
    model = FindingsModel(desk)
    assert model.rowCount(model.heading(1)) == 5000
    assert model.of_row(desk.rows()[-1].id).row() == 4999
