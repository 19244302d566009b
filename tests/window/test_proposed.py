"""A fix is shown in the text before it is taken, two places stand beside each other, and what is left out is said."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from editor.article import Article, Edit, Span
from editor.desk import Desk, Row
from editor.finding import Evidence, Fix, finding, keyed
from editor.window.manuscript import Manuscript
from editor.window.pair import Pair, pair_runs
from editor.window.panel import Panel
from editor.window.places import excerpt
from editor.window.review import Review
from editor.window.words import Run
from tests.window.desks import TEXT, desk_of, hand_made_pages, hear, place

__all__ = ["hand_made_pages"]

COPIES = (
    "The bridge at Northgate was built in 1912 and carried some 4,000 cars.\n"
    "The bridge at Northgate was built in 1921 and carried about 4,000 cars.\n"
)


def panel_of(qtbot: QtBot, desk: Desk, to_front: Callable[[QWidget], None]) -> tuple[Panel, list[tuple[Edit, ...]]]:
    panel = Panel(desk, Review(desk))
    qtbot.addWidget(panel)
    proposed: list[tuple[Edit, ...]] = []
    panel.proposed.connect(proposed.append)
    panel.resize(420, 760)
    to_front(panel)
    panel.show_page("findings")
    qtbot.waitUntil(panel.findings.list.hasFocus)
    return panel, proposed


def contested(desk: Desk) -> Row:
    return next(row for row in desk.rows() if row.family == "consistency")


def press(key: Qt.Key) -> None:
    where = QApplication.focusWidget()
    assert where
    QTest.keyClick(where, key)


def test_the_fix_that_return_would_take_is_shown_in_the_text(qtbot: QtBot, to_front: Callable[[QWidget], None]) -> None:
    desk = desk_of()
    panel, proposed = panel_of(qtbot, desk, to_front)
    row = panel.findings.review.row
    assert row
    assert proposed[-1] == row.finding.fixes[0].edits
    desk.choose(contested(desk).id)
    row = panel.findings.review.row
    assert row
    assert row.family == "consistency"
    assert proposed[-1] == ()
    # Which of two places is right is the editor's: each fix is shown while its card has the keys.
    press(Qt.Key.Key_Tab)
    while QApplication.focusWidget() not in panel.findings.detail._fixes:
        press(Qt.Key.Key_Down)
    first = proposed[-1]
    press(Qt.Key.Key_Down)
    assert {first, proposed[-1]} == {fix.edits for fix in row.finding.fixes}
    assert desk.text == TEXT


def test_what_is_proposed_changes_nothing_and_goes_with_the_first_key(qtbot: QtBot) -> None:
    desk = desk_of()
    sheet = Manuscript(desk)
    qtbot.addWidget(sheet)
    sheet.show()
    there = place(TEXT, "42 people")
    sheet.propose([Edit(there, "42 people", "24 people"), Edit(Span(0, 0), "", "A ")])
    sheet.grab()
    assert sheet.toPlainText() == desk.text == TEXT
    desk.typed(Edit(Span(0, 0), "", "x"), 1)
    assert sheet.proposed == ()


def test_two_sentences_have_their_differing_words_marked() -> None:
    one, two = place(COPIES, "1912"), place(COPIES, "1921")
    runs = pair_runs(COPIES, excerpt(COPIES, one), one, excerpt(COPIES, two), two)
    assert [run.words for run in runs if run.kind == "mark"] == ["1912", "some"]
    assert "".join(run.words for run in runs) == COPIES.split("\n", maxsplit=1)[0]


def test_of_two_different_sentences_only_the_places_are_marked() -> None:
    one, two = place(TEXT, "42 people"), place(TEXT, "24 people")
    runs = pair_runs(TEXT, excerpt(TEXT, one), one, excerpt(TEXT, two), two)
    assert [run for run in runs if run.kind == "mark"] == [Run("42 people", "mark")]


def test_two_places_stand_side_by_side_where_there_is_room(qtbot: QtBot, to_front: Callable[[QWidget], None]) -> None:
    desk = desk_of()
    panel, _ = panel_of(qtbot, desk, to_front)
    desk.choose(contested(desk).id)
    pair = panel.findings.detail.findChild(Pair)
    assert pair
    one, two = pair.cards
    assert one.x() == two.x()
    assert one.geometry().bottom() < two.y() + 1
    assert one.is_shown
    assert not two.is_shown
    QTest.keyClick(panel.findings.list, Qt.Key.Key_Right)
    assert two.is_shown
    assert not one.is_shown
    panel.resize(900, 760)
    qtbot.waitUntil(
        lambda: (found := panel.findings.detail.findChild(Pair)) is not None and found.beside(found.width())
    )
    pair = panel.findings.detail.findChild(Pair)
    assert pair
    assert pair.cards[0].y() == pair.cards[1].y()
    assert pair.cards[1].is_shown


QUOTED = "He said “it is the the end” to them.\nIt was the the end and the the start. Some 4 came.\nThen 5 came.\n"


def test_accept_all_leaves_quotations_and_facts_and_says_so(qtbot: QtBot) -> None:
    desk = Desk(Article(QUOTED))
    cuts = [
        Span(m + 3, m + 7) for m in (QUOTED.index("the the"), QUOTED.index("the the", 30), QUOTED.rindex("the the"))
    ]
    twice = [
        finding(
            "twice", Span(cut.start - 3, cut.end), fixes=[Fix("out", (Edit(cut, " the", ""),), batch=True)], word="the"
        )
        for cut in cuts
    ]
    four, five = place(QUOTED, "4"), place(QUOTED, "5")
    differ = finding(
        "differ",
        four,
        evidence=[Evidence(five)],
        fixes=[Fix("one", (Edit(five, "5", "4"),), batch=True)],
        one="4",
        two="5",
    )
    made = [replace(found, check="handmade_twice") for found in twice] + [replace(differ, check="handmade_count")]
    hear(desk, keyed(made, QUOTED))
    assert [row.finding.span.start for row, _ in desk.batch(desk.rows())] == [cut.start - 3 for cut in cuts[1:]]
    review = Review(desk)
    review.next()
    with qtbot.waitSignal(review.preview_wanted) as told:
        review.preview_alike()
    fixes, _, left = told.args
    assert len(fixes) == 2
    assert left == ["1 in quotations: left to you."]
    review.accept_all(fixes)
    assert desk.text.count("the the") == 1
    desk.undo()
    assert desk.text == QUOTED
