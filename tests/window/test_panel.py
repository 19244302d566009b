"""The panel: real keys decide, the choice moves on, nothing of the article is read as markup."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from editor.article import Edit, Span
from editor.checker import Trouble
from editor.desk import Desk
from editor.window import theme
from editor.window.before_after import differing
from editor.window.menu import caret_menu
from editor.window.panel import Panel
from editor.window.review import Review
from editor.window.words import Card, KeyButton, Run
from tests.window.desks import TEXT, desk_of, findings, hand_made_pages, hear, place

__all__ = ["hand_made_pages"]

Key = Qt.Key


class Bench:
    """A panel on the screen, its desk, and keys pressed where the focus is."""

    def __init__(self, qtbot: QtBot, desk: Desk) -> None:
        self.desk = desk
        self.places: list[Span] = []
        self.review = Review(desk, lambda: self.places[-1].start if self.places else 0)
        self.panel = Panel(desk, self.review)
        qtbot.addWidget(self.panel)
        self.panel.jump.connect(self.places.append)
        self.panel.resize(420, 760)
        with qtbot.waitExposed(self.panel):
            self.panel.show()
        self.panel.activateWindow()
        self.panel.show_page("findings")
        qtbot.waitUntil(self.panel.findings.list.hasFocus)

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        where = QApplication.focusWidget()
        assert where, "the keys fall into the void"
        QTest.keyClick(where, key, held)

    def write(self, words: str) -> None:
        where = QApplication.focusWidget()
        assert where
        QTest.keyClicks(where, words)

    @property
    def words(self) -> str:
        row = self.review.row
        return row.finding.span.of(self.desk.text) if row else ""

    def current(self) -> int | None:
        """The row that the list shows as the chosen one."""
        row = self.panel.findings.model.row_of(self.panel.findings.list.currentIndex())
        return row.id if row else None


@pytest.fixture
def bench(qtbot: QtBot) -> Bench:
    return Bench(qtbot, desk_of())


def test_return_takes_the_fix_and_goes_on(bench: Bench) -> None:
    assert bench.words == "(reuters.com +2)"
    bench.press(Key.Key_Return)
    assert "reuters" not in bench.desk.text
    assert bench.words == "42 people"
    assert bench.current() == bench.desk.chosen
    assert bench.places[-1] == place(bench.desk.text, "42 people")


def test_return_decides_nothing_where_two_places_disagree_and_a_figure_does(bench: Bench) -> None:
    bench.press(Key.Key_Return)
    bench.press(Key.Key_Return)
    assert "24 people" in bench.desk.text
    assert isinstance(QApplication.focusWidget(), Card)
    bench.press(Key.Key_2)
    assert bench.desk.text.count("24 people") == 2
    assert bench.panel.findings.list.hasFocus()


def test_a_fix_is_pressed_where_the_focus_is_on_it(bench: Bench) -> None:
    bench.press(Key.Key_Tab)
    assert isinstance(QApplication.focusWidget(), Card)
    bench.press(Key.Key_Return)
    assert "reuters" not in bench.desk.text
    assert len(bench.desk.decisions) == 1
    assert bench.panel.findings.list.hasFocus()


def test_what_the_checks_say_leaves_the_focus_on_the_choice(bench: Bench, qtbot: QtBot) -> None:
    bench.panel.findings.detail.focus_choices()
    first, *_ = [f for f in findings() if f.check == "handmade_chip"]
    bench.desk.heard("handmade_chip", [replace(first, values=(("word", "reuters"),))])
    qtbot.waitUntil(
        lambda: any("“reuters”" in w.accessibleName() for w in bench.panel.findings.detail.findChildren(QWidget))
    )
    focused = QApplication.focusWidget()
    assert isinstance(focused, Card)
    assert focused.accessibleName().startswith("Take it out")


def test_arrows_walk_and_letters_decide(bench: Bench) -> None:
    bench.press(Key.Key_Down)
    assert bench.words == "apnews.com +1"
    bench.press(Key.Key_T)
    assert bench.desk.decisions[-1].kind == "stands"
    assert bench.current() == bench.desk.chosen
    bench.press(Key.Key_Home)
    bench.press(Key.Key_A)
    assert bench.desk.decisions[-1].scope == "everywhere"
    assert bench.desk.text == TEXT


def test_a_query_is_asked_in_the_panel_and_stays_on_the_article(bench: Bench) -> None:
    bench.press(Key.Key_Q)
    bench.write("Who counted?")
    bench.press(Key.Key_Return)
    assert [note.words for note in bench.desk.open_notes] == ["Who counted?"]
    assert bench.panel.findings.list.hasFocus()
    bench.press(Key.Key_R)
    bench.press(Key.Key_Escape)
    assert len(bench.desk.decisions) == 1
    bench.press(Key.Key_R)
    bench.write("The police say so")
    bench.press(Key.Key_Return)
    assert bench.desk.decisions[-1].reason == "The police say so"


def test_all_of_a_kind_are_taken_after_a_look(bench: Bench) -> None:
    bench.press(Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert bench.desk.text == TEXT
    bench.press(Key.Key_Escape)
    assert bench.desk.text == TEXT
    assert bench.panel.findings.list.hasFocus()
    bench.press(Key.Key_C)
    bench.press(Key.Key_Return)
    assert ".com" not in bench.desk.text
    assert "the the" not in bench.desk.text
    assert bench.panel.findings.list.hasFocus()
    bench.desk.undo()
    assert bench.desk.text == TEXT


def test_the_filter_hides_and_escape_brings_back(bench: Bench) -> None:
    bench.press(Key.Key_Slash)
    bench.write("towne")
    assert len(bench.panel.findings.model) == 2
    bench.press(Key.Key_Return)
    assert bench.panel.findings.list.hasFocus()
    assert bench.words == "towne"
    bench.press(Key.Key_Slash)
    bench.press(Key.Key_Escape)
    assert len(bench.panel.findings.model) == 6


def test_what_is_only_possible_is_shown_when_asked_for(bench: Bench) -> None:
    assert len(bench.panel.findings.model) == 6
    bench.panel.findings.bar.sure["possible"].click()
    assert len(bench.panel.findings.model) == 7


def test_a_family_is_switched_off(bench: Bench) -> None:
    bench.panel.findings.bar.chips["language"].click()
    assert len(bench.panel.findings.model) == 4
    assert bench.panel.findings.bar.chips["language"].accessibleName() == "Language: 2 findings, hidden"


def test_sorting_by_place_keeps_the_chosen(bench: Bench) -> None:
    bench.press(Key.Key_Down)
    chosen = bench.desk.chosen
    bench.press(Key.Key_S)
    assert bench.current() == chosen
    bench.press(Key.Key_Down)
    assert bench.desk.chosen == chosen
    bench.press(Key.Key_Up)
    assert bench.words == "towne"


def test_undo_brings_the_finding_back_chosen(bench: Bench) -> None:
    bench.press(Key.Key_Return)
    bench.desk.undo()
    hear(bench.desk, findings())
    assert bench.words == "(reuters.com +2)"
    assert bench.current() == bench.desk.chosen


def test_results_that_come_do_not_move_the_choice(bench: Bench) -> None:
    bench.press(Key.Key_Down)
    chosen, seen = bench.desk.chosen, len(bench.places)
    bench.desk.heard("handmade_chip", [f for f in findings() if f.check == "handmade_chip"][1:])
    bench.desk.heard("handmade_twice", [])
    hear(bench.desk, findings())
    assert bench.desk.chosen == chosen
    assert bench.current() == chosen
    assert len(bench.places) == seen


def test_arrows_to_the_side_go_through_the_places(bench: Bench) -> None:
    bench.press(Key.Key_Return)
    bench.press(Key.Key_Right)
    assert bench.places[-1] == place(bench.desk.text, "24 people")
    bench.press(Key.Key_Right)
    assert bench.places[-1] == place(bench.desk.text, "42 people")
    assert bench.panel.findings.list.hasFocus()


def test_both_sentences_are_shown_where_two_places_disagree(bench: Bench) -> None:
    bench.press(Key.Key_Return)
    cards = [w for w in bench.panel.findings.detail.findChildren(Card) if w.isVisibleTo(bench.panel)]
    said = " ".join(f"{card.accessibleName()} {card.accessibleDescription()}" for card in cards)
    assert "Some 42 people came" in said
    assert "he said that 24 people had come" in said
    assert "[out: 24 people]" in said
    assert "[in: 42 people]" in said


@pytest.mark.parametrize("height", [527, 690])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_message_fixes_and_keys_are_whole_in_a_small_panel(
    bench: Bench, qapp: QApplication, height: int, scheme: Literal["light", "dark"]
) -> None:
    theme.use(qapp, scheme, 100)
    bench.panel.resize(420, height)
    for row in bench.review.waiting():
        bench.desk.choose(row.id)
        QApplication.processEvents()
        detail = bench.panel.findings.detail
        view = detail._area.viewport()
        seen = QRect(QPoint(0, 0), view.size())
        fixes = [card for card in detail.findChildren(Card) if ", key " in card.accessibleName()]
        assert len(fixes) == len(row.finding.fixes)
        for card in fixes:
            assert seen.contains(QRect(card.mapTo(view, QPoint(0, 0)), card.size())), (
                row.message,
                card.accessibleName(),
            )
        for button in detail._line.findChildren(KeyButton):
            assert detail._line.rect().contains(button.geometry()), button.accessibleName()
        assert bench.panel.findings.list.sees_current()


def test_of_two_long_places_the_words_that_differ_are_stressed() -> None:
    one, two = "The council will vote on the new bridge in June.", "The council will vote on the old bridge in May."
    assert [run.words for run in differing(one, two) if run.kind == "mark"] == ["new", "June"]
    assert [run.words for run in differing(two, one) if run.kind == "mark"] == ["old", "May"]
    assert differing("42 people", "24 people") == [Run("42 people", "mark")]


def test_escape_goes_back_to_the_text(bench: Bench, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bench.panel.back):
        bench.press(Key.Key_Escape)


def test_why_is_explained_in_the_words_of_the_page(bench: Bench) -> None:
    bench.press(Key.Key_W)
    said = " ".join(w.accessibleName() for w in bench.panel.findings.detail.findChildren(QWidget))
    assert "Chips are what a search engine leaves. See debris." in said
    assert bench.panel.findings.list.hasFocus()


def test_notes_are_settled_by_keys(bench: Bench) -> None:
    bench.press(Key.Key_Return)
    bench.press(Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert bench.panel.page == "notes"
    bench.press(Key.Key_V)
    assert [note.state for note in bench.desk.notes.values()] == ["verified"]
    bench.press(Key.Key_O)
    assert len(bench.desk.open_notes) == 1
    assert bench.panel.tabs.tabText(2) == "Notes 1"


def test_the_last_line_says_what_was_not_checked_and_why(bench: Bench) -> None:
    bench.desk.checking.trouble["handmade_twice"] = Trouble("handmade_twice", "ValueError: no such page")
    bench.panel.footer.show_checked()
    said = bench.panel.footer.accessibleName()
    assert said.startswith("Checked: citations, repetition, consistency, language, style.")
    assert "Not checked: handmade_twice, because ValueError: no such page; dates" in said


def test_an_article_without_findings_says_so(qtbot: QtBot) -> None:
    bench = Bench(qtbot, desk_of(found=[]))
    said = [w.accessibleName() for w in bench.panel.findings.detail.findChildren(QWidget)]
    assert "No findings wait for a decision" in said


def test_another_article_takes_the_place_of_the_first(bench: Bench) -> None:
    old = bench.desk
    bench.desk = desk_of("It was was so.\n", [])
    bench.panel.set_desk(bench.desk, Review(bench.desk))
    old.heard("handmade_chip", [])
    assert len(bench.panel.findings.model) == 0
    hear(bench.desk, [])
    assert bench.panel.findings.review.desk is bench.desk


def test_words_of_the_article_are_never_markup(qtbot: QtBot) -> None:
    text = 'He <b>said</b> <img src="/dev/zero"> &amp; left, the the end\u202e.\n'
    doubled = next(f for f in findings() if f.check == "handmade_twice")
    bench = Bench(qtbot, desk_of(text, [replace(doubled, span=Span(0, len(text) - 1), fixes=())]))
    cards = " ".join(card.accessibleDescription() for card in bench.panel.findings.detail.findChildren(Card))
    assert '<img src="/dev/zero"> &amp; left' in cards
    assert "\u202e" not in cards
    for label in bench.panel.findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText


def test_every_control_has_a_name(bench: Bench) -> None:
    bench.press(Key.Key_W)
    for button in bench.panel.findChildren(QAbstractButton):
        if button.objectName().startswith("qt_") or not button.isVisibleTo(bench.panel):
            continue
        interface = QAccessible.queryAccessibleInterface(button)
        name = interface.text(QAccessible.Text.Name) if interface else ""
        assert name or button.accessibleName() or type(button).__name__ in ("QToolButton", "QLineEditIconButton")


def test_the_menu_at_the_caret_offers_the_first_fix_ready(bench: Bench) -> None:
    bench.places.append(place(TEXT, "towne"))
    menu = caret_menu(bench.review)
    assert menu
    active = menu.activeAction()
    assert active.text() == "&1   town"
    active.trigger()
    assert bench.desk.text.count("towne") == 1
    bench.places.append(Span(0, 0))
    assert caret_menu(bench.review) is None


def test_typing_elsewhere_leaves_the_chosen_finding_and_moves_its_places(bench: Bench) -> None:
    chosen = bench.desk.chosen
    bench.desk.typed(Edit(Span(0, 0), "", "The "), 4)
    assert bench.desk.chosen == chosen
    assert bench.words == "(reuters.com +2)"
    bench.press(Key.Key_Right)
    assert bench.places[-1] == place(bench.desk.text, "(reuters.com +2)")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_painted_in_both_palettes_and_at_every_zoom(
    bench: Bench, qapp: QApplication, scheme: theme.Scheme
) -> None:
    for zoom in (60, 100, 300):
        theme.use(qapp, scheme, zoom)
        picture = bench.panel.grab()
        assert not picture.isNull()
        ground = picture.toImage().pixelColor(2, bench.panel.height() - 3)
        assert ground.name() == theme.tokens().panel
