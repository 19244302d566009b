"""What was decided can be read and taken back by itself; rows that come and go never move the editor's choice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from editor.article import Edit, Span
from editor.desk import Desk
from editor.finding import keyed
from editor.window import toast
from editor.window.panel import Panel
from editor.window.review import Review
from tests.window.desks import TEXT, desk_of, findings, hand_made_pages, hear

__all__ = ["hand_made_pages"]


def panel_of(qtbot: QtBot, desk: Desk, to_front: Callable[[QWidget], None]) -> Panel:
    panel = Panel(desk, Review(desk))
    qtbot.addWidget(panel)
    panel.resize(420, 760)
    to_front(panel)
    panel.show_page("findings")
    qtbot.waitUntil(panel.findings.list.hasFocus)
    return panel


def write(words: str) -> None:
    where = QApplication.focusWidget()
    assert where
    QTest.keyClicks(where, words)


def test_one_decision_is_taken_back_and_the_others_hold(qtbot: QtBot, to_front: Callable[[QWidget], None]) -> None:
    desk = desk_of()
    panel = panel_of(qtbot, desk, to_front)
    write("t")
    write("i")
    page = panel.findings
    assert page.bar.decided.isVisibleTo(page)
    stood = [d.snapshot.before for d in desk.decisions]
    write("l")
    decided = page.decided
    assert decided.isVisible()
    assert not page.list.isVisible()
    assert "Ada" in str(decided.model.index(0).data())
    # The newest stands first; the one before it is taken back.
    QTest.keyClick(decided.list, Qt.Key.Key_Down)
    write("u")
    assert [d.snapshot.before for d in desk.decisions] == stood[1:]
    assert stood[0] in [row.finding.span.of(desk.text) for row in desk.board.open_rows()]
    desk.undo()
    assert [d.snapshot.before for d in desk.decisions] == stood
    assert decided.model.rowCount() == 2
    QTest.keyClick(decided.list, Qt.Key.Key_Escape)
    assert page.list.hasFocus()


def test_a_fix_that_was_taken_is_not_taken_back_here(qtbot: QtBot, to_front: Callable[[QWidget], None]) -> None:
    desk = desk_of()
    panel = panel_of(qtbot, desk, to_front)
    QTest.keyClick(panel.findings.list, Qt.Key.Key_Return)
    write("l")
    with qtbot.waitSignal(panel.findings.review.refused):
        write("u")
    assert len(desk.decisions) == 1


def test_findings_are_filtered_by_paragraph_by_confidence_and_by_being_new(
    qtbot: QtBot, to_front: Callable[[QWidget], None]
) -> None:
    desk = desk_of()
    panel = panel_of(qtbot, desk, to_front)
    page = panel.findings
    page.filter.see()
    page.bar.words.setText("¶ 4")
    assert {row.finding.span.of(TEXT) for row in page.model.shown_rows()} == {"towne", "apnews.com +1"}
    page.bar.words.setText("certain")
    assert {row.confidence for row in page.model.shown_rows()} == {"certain"}
    page.bar.words.clear()
    page.bar.sure["likely"].click()
    assert {row.confidence for row in page.model.shown_rows()} == {"certain"}
    page.bar.sure["likely"].click()
    one = findings()[0]
    hear(desk, keyed([*findings(), replace(one, span=Span(0, 5), fixes=())], TEXT))
    page.bar.new.click()
    assert [row.finding.span.of(TEXT) for row in page.model.shown_rows()] == ["Mayor"]
    page.bar.reset()
    assert len(page.model) == len(desk.rows()) - 1


def test_below_checks_what_is_one_issue_stands_together(qtbot: QtBot, to_front: Callable[[QWidget], None]) -> None:
    panel = panel_of(qtbot, desk_of(), to_front)
    model = panel.findings.model
    chosen = panel.findings.review.row
    write("ss")
    assert model.order == "check"
    titles = [str(model.heading(n).data()) for n in range(model.rowCount())]
    assert "handmade_spelt: 2" in titles
    assert model.row_of(panel.findings.list.currentIndex()) == chosen


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_rows_that_come_and_go_never_move_the_choice(qtbot: QtBot, data: st.DataObject) -> None:
    """Arrivals, departures, edits and decisions at random: the chosen row stays current, and where it stands."""
    desk = desk_of()
    panel = Panel(desk, Review(desk))
    try:
        play(qtbot, desk, panel, data)
    finally:
        panel.close()
        panel.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def play(qtbot: QtBot, desk: Desk, panel: Panel, data: st.DataObject) -> None:
    panel.resize(420, 500)
    with qtbot.waitExposed(panel):
        panel.show()
    page, every = panel.findings, findings()
    page.bar.sure["possible"].click()
    for _ in range(data.draw(st.integers(3, 12))):
        rows = desk.board.open_rows()
        if rows:
            chosen_now = data.draw(st.none() | st.sampled_from([row.id for row in rows]))
            desk.choose(chosen_now or desk.chosen)
        chosen = desk.chosen
        before = desk.board.row(chosen) if chosen else None
        what = data.draw(st.sampled_from(["hear", "type", "sort", "stand", "undo"]))
        if what == "hear":
            some = [f.after(*(e for step in desk.history.done for e in step.edits)) for f in every]
            kept = [f for f in some if f and data.draw(st.booleans())]
            mine = before.finding.key if before else None
            kept += [f for f in some if f and f.key == mine and f not in kept]
            hear(desk, kept)
            # Of twins whose one was let stand and is not heard again, the other is taken for it: it waits no more.
            waits = any(row.finding.key == mine for row in desk.board.open_rows())
            assert desk.chosen == chosen or before is None or before.finding not in kept or not waits
        elif what == "type":
            at = data.draw(st.integers(0, 18))
            desk.typed(Edit(Span(at, at), "", "x"), at + 1)
            assert desk.chosen == chosen
        elif what == "sort":
            page.bar.toggle_sort()
            assert desk.chosen == chosen
        elif what == "stand" and rows:
            others = [row.id for row in rows if row.id != chosen]
            if others:
                other = desk.board.row(data.draw(st.sampled_from(others)))
                assert other
                desk.let_stand_all([other])
                assert desk.chosen == chosen
        elif what == "undo":
            desk.undo()
        shown = page.model.row_of(page.list.currentIndex())
        if desk.chosen is not None and page.model.of_row(desk.chosen).isValid():
            assert shown is not None
            assert shown.id == desk.chosen
            assert page.list.selectionModel().isSelected(page.list.currentIndex())
        assert {row.id for row in page.model.shown_rows()} == {row.id for row in desk.rows()}


def test_rows_above_that_come_and_go_leave_the_chosen_one_as_high_as_it_stood(
    qtbot: QtBot, to_front: Callable[[QWidget], None]
) -> None:
    text = "It is the the end.\n" * 200
    one = next(f for f in findings() if f.check == "handmade_twice")
    many = [replace(one, span=Span(19 * n + 6, 19 * n + 13), fixes=()) for n in range(200)]
    desk = desk_of(text, keyed(many, text))
    panel = panel_of(qtbot, desk, to_front)
    page = panel.findings
    desk.choose(desk.rows()[100].id)
    QApplication.processEvents()
    top = page.list.visualRect(page.list.currentIndex()).top()
    hear(desk, keyed([*many[:20], *many[60:]], text))
    assert page.list.visualRect(page.list.currentIndex()).top() == top
    hear(desk, keyed(many, text))
    assert page.list.visualRect(page.list.currentIndex()).top() == top
    # Scrolled away from the chosen one, what is looked at stays.
    page.list.verticalScrollBar().setValue(400)
    seen = page.list.anchor()
    hear(desk, keyed(many[3:], text))
    assert page.list.visualRect(seen.row).top() == seen.top


def test_after_a_decision_a_screen_reader_hears_how_many_are_left_and_what_comes_next(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(toast, "announce", lambda widget, words: heard.append(words))
    over = QWidget()
    qtbot.addWidget(over)
    said = toast.Toast(over)
    said.say("Accepted. 11 left.", undoable=True, then=lambda: "Next: “the” stands here twice.")
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == ["Accepted. 11 left. Next: “the” stands here twice."]
