"""The ledger's page: walked and copied by keys, its choice stays while the article is written."""

from __future__ import annotations

import csv
import io

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from editor import factsheet
from editor.article import Article, Edit, Span
from editor.checker import Checker
from editor.desk import Desk
from editor.window import theme
from editor.window.ledger import Ledger
from editor.window.ledger_model import THING, Key, LedgerModel, keyed
from editor.window.panel import Panel
from editor.window.places import Paragraphs
from editor.window.review import Review
from editor.worker import Died, Sheet
from tests.window.desks import place

FIRE = """\
NAIROBI, 3 March 2026 — The fire at Gikomba market killed 26 people, among them Mayor Achieng Odhiambo's brother.

"We were too late," Odhiambo told the Daily Nation.

The fire of 2 March 2026 at Gikomba market left 28 people dead (nation.africa +3).
"""
K = Qt.Key
SHIFT, ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier


class Bench:
    """A panel with the ledger in front, and what it asks of the window."""

    def __init__(self, qtbot: QtBot, text: str = FIRE) -> None:
        self.desk = Desk(Article(text), by="Ada")
        self.panel = Panel(self.desk, Review(self.desk))
        qtbot.addWidget(self.panel)
        self.jumps: list[Span] = []
        self.lit: list[list[Span]] = []
        self.said: list[str] = []
        self.wanted: list[bool] = []
        self.panel.jump.connect(self.jumps.append)
        self.panel.places_changed.connect(self.lit.append)
        self.panel.said.connect(self.said.append)
        self.panel.sheet_wanted.connect(self.wanted.append)
        self.panel.resize(420, 760)
        with qtbot.waitExposed(self.panel):
            self.panel.show()
        self.panel.activateWindow()
        qtbot.waitUntil(self.panel.isActiveWindow)
        self.panel.show_page("ledger")

    @property
    def page(self) -> Ledger:
        return self.panel.ledger

    def check(self) -> None:
        """The checks speak, and the sheet is read, as the worker does it."""
        checker = Checker()
        report = checker.report(self.desk.article)
        for check in {found.check for found in report.findings}:
            self.desk.heard(check, [found for found in report.findings if found.check == check])
        self.desk.checking.hear(Sheet(self.desk.number, factsheet.rows(checker.read(self.desk.article))))
        self.page.refresh()

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        where = QApplication.focusWidget()
        assert where, "the keys fall into the void"
        QTest.keyClick(where, key, held)

    def titles(self) -> list[str]:
        return [row.title for row in self.page.model.rows()]

    @property
    def chosen(self) -> str:
        """What the list shows as chosen."""
        index = self.page.list.currentIndex()
        assert self.page.list.selectionModel().isSelected(index)
        return str(index.data(THING).title)

    def shown(self) -> str:
        return " ".join(widget.accessibleName() for widget in self.page.detail.findChildren(QWidget))

    def go_to(self, title: str) -> None:
        self.press(K.Key_Home)
        while self.chosen != title:
            self.press(K.Key_Down)


@pytest.fixture
def bench(qtbot: QtBot) -> Bench:
    bench = Bench(qtbot)
    bench.check()
    return bench


def at(words: str, nth: int = 0) -> Span:
    return place(FIRE, words, nth)


def test_it_is_read_only_while_it_is_looked_at(bench: Bench) -> None:
    assert bench.wanted == [True]
    bench.press(K.Key_1, ALT)
    assert bench.wanted == [True, False]
    bench.press(K.Key_2, ALT)
    assert bench.panel.page == "ledger"
    assert bench.page.list.hasFocus()
    bench.panel.hide()
    assert bench.wanted == [True, False, True, False]


def test_all_that_was_read_stands_below_its_section(bench: Bench) -> None:
    assert bench.page.list.hasFocus()
    assert bench.chosen == bench.titles()[0] == "Achieng Odhiambo"
    assert {"dead", "2 March 2026", "3 March 2026", "Daily Nation"} <= set(bench.titles())
    people = bench.page.model.index(0, 0)
    assert people.data() == "People: 1"
    said = bench.page.model.index(0, 0, people).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Achieng Odhiambo. Mayor. 2 places, the first in paragraph 1."


def test_down_walks_and_shows_the_place_with_all_places_lit(bench: Bench) -> None:
    bench.go_to("dead")
    assert bench.jumps[-1] == at("killed 26")
    assert bench.lit[-1] == [at("killed 26"), at("28 people dead")]
    assert "At odds" in bench.shown()
    assert "26" in bench.shown()


def test_return_goes_through_the_places_and_shift_return_back(bench: Bench) -> None:
    first, second = at("Achieng Odhiambo"), at("Odhiambo", 1)
    for key, held, where in (
        (K.Key_Return, None, second),
        (K.Key_Return, None, first),
        (K.Key_Return, SHIFT, second),
        (K.Key_Left, None, first),
        (K.Key_Right, None, second),
    ):
        bench.press(key, held or Qt.KeyboardModifier.NoModifier)
        assert bench.jumps[-1] == where
    assert [card.isChecked() for card in bench.page.detail.cards] == [False, True]
    assert bench.page.list.hasFocus()


def test_a_click_on_a_place_jumps(bench: Bench) -> None:
    bench.page.detail.cards[1].click()
    assert bench.jumps == [at("Odhiambo", 1)]
    assert bench.page.detail.cards[1].accessibleName() == "Paragraph 2"
    assert "Odhiambo told the Daily Nation" in bench.page.detail.cards[1].accessibleDescription()


def test_only_what_is_at_odds_is_listed_on_demand(bench: Bench) -> None:
    every = bench.titles()
    bench.press(K.Key_O)
    assert "dead" in bench.titles()
    assert "Achieng Odhiambo" not in bench.titles()
    assert bench.page.bar.odds.accessibleName() == f"At odds {len(bench.titles())}, key O"
    bench.press(K.Key_O)
    assert bench.titles() == every
    assert bench.chosen == "Achieng Odhiambo"


def test_the_filter_lists_what_holds_its_words_and_escape_empties_it(bench: Bench) -> None:
    bench.press(K.Key_Slash)
    QTest.keyClicks(bench.page.bar.words, "march")
    assert bench.titles() == ["2 March 2026", "3 March 2026"]
    bench.press(K.Key_Return)
    assert bench.page.list.hasFocus()
    assert bench.chosen == "2 March 2026"
    bench.press(K.Key_Slash)
    QTest.keyClicks(bench.page.bar.words, "zzz")
    assert "The filter hides everything" in bench.shown()
    bench.press(K.Key_Escape)
    bench.press(K.Key_Escape)
    assert bench.page.list.hasFocus()
    assert len(bench.titles()) > 4


def test_a_day_of_the_timeline_is_chosen_in_the_list_too(bench: Bench) -> None:
    assert bench.page.timeline.isVisible()
    bench.page.timeline.setFocus()
    bench.press(K.Key_Right)
    bench.press(K.Key_Right)
    assert bench.chosen == "3 March 2026"
    assert bench.jumps[-1] == at("3 March 2026")
    bench.page.list.setFocus()
    bench.press(K.Key_Up)
    marks, current = bench.page.timeline.marks, bench.page.timeline.current
    assert marks[current].title == "2 March 2026"


def test_escape_goes_back_to_the_text(bench: Bench, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bench.panel.back):
        bench.press(K.Key_Escape)


def test_the_choice_stays_on_its_thing_while_the_article_is_written(bench: Bench) -> None:
    bench.go_to("dead")
    words = "Police Chief Wanjiru Kamau and 14 firefighters came on 1 March 2026. "
    bench.desk.typed(Edit(Span(0, 0), "", words), len(words))
    seen = len(bench.jumps)
    bench.check()
    assert bench.chosen == "dead"
    assert len(bench.jumps) == seen
    assert bench.lit[-1][0] == place(bench.desk.text, "killed 26")
    gone = place(bench.desk.text, words)
    bench.desk.typed(Edit(gone, words, ""), 0)
    bench.check()
    assert bench.chosen == "dead"


def test_a_place_is_gone_to_where_it_is_now_though_nothing_was_read_since(bench: Bench) -> None:
    bench.go_to("dead")
    bench.desk.typed(Edit(Span(0, 0), "", "So: "), 4)
    bench.press(K.Key_Return)
    assert bench.jumps[-1] == place(bench.desk.text, "28 people dead")


def test_a_thing_whose_name_grows_stays_chosen(bench: Bench) -> None:
    where = place(FIRE, "Achieng ")
    bench.desk.typed(Edit(where, "Achieng ", "Achieng Atieno "), 0)
    bench.check()
    assert bench.chosen == "Achieng Atieno Odhiambo"


def test_what_is_chosen_does_not_follow_the_caret_while_one_writes(bench: Bench) -> None:
    bench.go_to("dead")
    where = at("Daily Nation").end
    bench.desk.typed(Edit(Span(where, where), "", "s"), where + 1)
    bench.desk.caret = where + 1
    bench.check()
    assert bench.chosen == "dead"


def test_where_the_chosen_thing_is_gone_the_next_of_its_section_is_chosen(bench: Bench) -> None:
    bench.go_to("2 March 2026")
    bench.desk.typed(Edit(at(" of 2 March 2026"), " of 2 March 2026", ""), 0)
    bench.check()
    assert bench.chosen == "3 March 2026"


def test_a_finding_chosen_in_the_text_is_lit_instead(bench: Bench) -> None:
    bench.go_to("dead")
    row = bench.desk.board.open_rows()[0]
    bench.desk.choose(row.id)
    assert bench.lit[-1] == list(row.finding.places)
    bench.page.refresh()
    assert bench.lit[-1] == list(row.finding.places)
    bench.press(K.Key_Home)
    assert bench.lit[-1] != list(row.finding.places)


def test_from_what_is_at_odds_one_goes_to_the_finding_that_says_so(bench: Bench) -> None:
    bench.press(K.Key_F)
    assert bench.said == ["Nothing is at odds here."]
    bench.panel.findings.bar.chips["consistency"].click()
    bench.go_to("dead")
    clash = next(row for row in bench.page.model.rows() if row.title == "dead").clashes[0]
    bench.press(K.Key_F)
    assert bench.panel.page == "findings"
    assert bench.panel.findings.list.hasFocus()
    chosen = bench.desk.board.row(bench.desk.chosen or 0)
    assert chosen
    assert chosen.message == clash
    assert bench.lit[-1] == list(chosen.finding.places)


def test_a_click_in_the_text_chooses_the_thing_there(bench: Bench) -> None:
    assert bench.panel.choose_at(at("28 people dead").start + 3)
    assert bench.chosen == "dead"
    assert [card.isChecked() for card in bench.page.detail.cards] == [False, True]
    assert not bench.jumps
    assert not bench.panel.choose_at(at("We were").start - 3)
    bench.panel.turn("findings")
    assert not bench.panel.choose_at(at("28 people dead").start)


def test_where_nothing_was_chosen_it_begins_at_the_caret(qtbot: QtBot) -> None:
    bench = Bench(qtbot)
    bench.desk.caret = at("Daily Nation").start + 2
    bench.check()
    assert bench.chosen == "Daily Nation"
    bench.press(K.Key_Home)
    bench.press(K.Key_2, ALT)
    assert bench.chosen == "Achieng Odhiambo"
    bench.desk.caret = at("28").start
    bench.press(K.Key_2, ALT)
    assert bench.chosen == "dead"


def test_it_is_copied_as_text_and_as_a_table_in_which_nothing_is_a_formula(bench: Bench) -> None:
    bench.press(K.Key_T)
    text = QGuiApplication.clipboard().text()
    assert text.startswith("People\n------\nAchieng Odhiambo: Mayor")
    assert bench.said[-1] == f"Copied the fact sheet as text: {len(bench.titles())} things."
    bench.press(K.Key_O)
    bench.press(K.Key_C)
    data = QGuiApplication.clipboard().mimeData()
    assert data.hasFormat("text/csv")
    table = list(csv.reader(io.StringIO(data.text())))
    assert table[0][:2] == ["section", "thing"]
    assert not any(cell[:1] in set("=+-@") and cell for line in table for cell in line)
    assert " of " in bench.said[-1]


def test_before_anything_was_read_it_says_so_and_keys_are_not_lost(qtbot: QtBot) -> None:
    bench = Bench(qtbot, "It rained.\n")
    assert "Reading the article" in bench.shown()
    assert bench.page.hasFocus()
    bench.press(K.Key_T)
    assert bench.said == ["There is nothing listed to copy."]
    bench.check()
    assert "Nothing to list" in bench.shown()
    bench.panel.set_desk(Desk(Article(FIRE)), Review(bench.desk))
    assert "Reading the article" in bench.shown()
    bench.panel.desk.checking.hear(Died(again=False))
    bench.page.refresh()
    assert "can’t be read" in bench.shown()


def test_an_article_in_which_nothing_is_at_odds_says_so(qtbot: QtBot) -> None:
    bench = Bench(qtbot, "Mayor Achieng Odhiambo came.\n")
    bench.check()
    bench.press(K.Key_O)
    assert "Nothing is at odds" in bench.shown()
    assert bench.page.hasFocus()
    bench.press(K.Key_O)
    assert bench.page.list.hasFocus()
    assert bench.chosen == "Achieng Odhiambo"


def test_many_places_are_shown_some_at_a_time(qtbot: QtBot) -> None:
    bench = Bench(qtbot, "Mayor Achieng Odhiambo came.\n" + "Odhiambo left.\n" * 20)
    bench.check()
    assert "and 9 more" in bench.shown()
    for _ in range(13):
        bench.press(K.Key_Return)
    assert "12 more before" in bench.shown()
    assert [card.isChecked() for card in bench.page.detail.cards].index(True) == 1


def test_words_of_the_article_are_never_markup(qtbot: QtBot) -> None:
    bench = Bench(qtbot, 'Mayor Achieng Odhiambo <img src="/dev/zero"> said on 1 May 2025 and 2 May 2025 \u202eno.\n')
    bench.check()
    cards = " ".join(card.accessibleDescription() for card in bench.page.detail.cards)
    assert '<img src="/dev/zero">' in cards
    assert "\u202e" not in cards


def test_rows_that_stay_are_not_taken_out_and_put_in_again(qtbot: QtBot, bench: Bench) -> None:
    model, sheet = LedgerModel(), bench.desk.checking.sheet
    paragraphs = Paragraphs(bench.desk.article)
    model.show_things(keyed(sheet), paragraphs)
    moved: list[tuple[int, int]] = []
    model.rowsRemoved.connect(lambda _, first, last: moved.append((first, last)))
    model.rowsInserted.connect(lambda _, first, last: moved.append((first, last)))
    model.modelReset.connect(lambda: moved.append((-1, -1)))
    model.show_things(keyed(sheet), paragraphs)
    assert not moved
    model.show_things(keyed(row for row in sheet if row.title != "2 March 2026"), paragraphs)
    model.show_things(keyed(sheet), paragraphs)
    assert moved == [(0, 0), (0, 0)]
    dates = [row.title for row in sheet if row.section == "dates"]
    model.show_things(
        keyed([*(r for r in sheet if r.section != "dates"), *reversed([r for r in sheet if r.section == "dates"])]),
        paragraphs,
    )
    assert [row.title for row in model.rows() if row.section == "dates"] == dates[::-1]
    assert model.of(Key("dates", dates[0], 0)).row() == len(dates) - 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("width", "height"), [(420, 690), (300, 420)])
def test_it_is_painted_in_both_palettes_and_at_every_zoom(
    bench: Bench, qapp: QApplication, scheme: theme.Scheme, width: int, height: int
) -> None:
    for zoom in (60, 100, 200, 300):
        theme.use(qapp, scheme, zoom)
        bench.panel.resize(width, height)
        QApplication.processEvents()
        picture = bench.panel.grab()
        assert picture.toImage().pixelColor(2, bench.panel.height() - 3).name() == theme.tokens().panel
        assert bench.page.list.sees_current()
