"""The fact sheet: what a fact checker gets of an article, and what programs read of it."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor import cli, factsheet
from editor.article import Article, Edit, Span
from editor.checker import Checker
from editor.factsheet import Place, Row

FIRE = """\
NAIROBI, 3 March 2026 — The fire at Gikomba market killed 26 people, among them Mayor Achieng Odhiambo's brother.

"We were too late," Odhiambo told the Daily Nation.

The fire of 2 March 2026 at Gikomba market left 28 people dead (nation.africa +3).
"""


def sheet(text: str) -> tuple[Row, ...]:
    article, checker = Article(text), Checker()
    return factsheet.marked(factsheet.rows(checker.read(article)), checker.report(article).findings)


def row(section: str, title: str) -> Row:
    return next(one for one in sheet(FIRE) if one.section == section and one.title == title)


def test_a_person_stands_with_every_place_and_the_office() -> None:
    mayor = row("people", "Achieng Odhiambo")
    assert [place.words for place in mayor.places] == ["Achieng Odhiambo", "Odhiambo"]
    assert mayor.detail == "Mayor"


def test_figures_stand_by_what_they_count_and_say_what_is_at_odds() -> None:
    dead = row("figures", "dead")
    assert [place.words for place in dead.places] == ["killed 26", "28 people dead"]
    assert any("26" in clash and "28" in clash for clash in dead.clashes)


def test_dates_stand_in_their_order() -> None:
    days = [one.days[0].isoformat() for one in sheet(FIRE) if one.section == "dates" and one.days]
    assert days == sorted(days)
    assert {"2026-03-02", "2026-03-03"} <= set(days)


def test_a_quotation_stands_with_its_speaker() -> None:
    assert row("quotations", "Achieng Odhiambo").places[0].words == '"We were too late,"'


def test_a_source_stands_with_what_hangs_on_it_in_prose_and_in_debris() -> None:
    places = row("sources", "Daily Nation").places
    assert [place.words for place in places] == ["the Daily Nation", "nation.africa"]
    assert places[1].detail.startswith("The fire of 2 March 2026")


def test_every_place_is_in_the_article() -> None:
    assert all(place.words == " ".join(place.span.of(FIRE).split()) for one in sheet(FIRE) for place in one.places)


@given(st.text(), st.text())
def test_no_cell_of_the_table_acts_as_a_formula(title: str, words: str) -> None:
    table = factsheet.as_csv([Row("people", title, (Place(Span(0, 0), words, words),))], "")
    _, cells = csv.reader(io.StringIO(table))
    assert not any(cell[:1] in tuple("=+-@\t\r") and cell for cell in cells)


@pytest.fixture
def fire(tmp_path: Path) -> str:
    path = tmp_path / "fire.txt"
    path.write_bytes(FIRE.replace("\n", "\r\n").encode())
    return str(path)


def test_json_lines_count_the_places_of_the_file(fire: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["ledger", "--format", "jsonl", fire, fire]) == 0
    one, two = map(json.loads, capsys.readouterr().out.splitlines())
    assert one == two
    assert one["date"] == "2026-03-03"
    said = next(read for read in one["readings"] if read["reader"] == "quotations")
    raw = Path(fire).read_bytes().decode()
    assert raw[slice(*said["span"])] == '"We were too late,"'
    assert raw[slice(*said["value"])] == "Odhiambo"


def test_json_is_the_sheet(fire: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["ledger", "--format", "json", fire]) == 0
    told = json.loads(capsys.readouterr().out)
    assert list(told["sections"]) == list(factsheet.TITLES)
    assert told["sections"]["people"][0]["places"][1]["line"] == 3


def test_text_is_for_people(fire: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["ledger", fire]) == 0
    told = capsys.readouterr().out
    assert told.startswith("People\n------\nAchieng Odhiambo: Mayor\n")
    assert "  ! " in told


def test_what_cannot_be_read_is_said_and_the_others_are_told(fire: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["ledger", "nowhere.txt", fire]) == 2
    said = capsys.readouterr()
    assert "nowhere.txt" in said.err
    assert "Achieng" in said.out


def test_an_article_that_names_nothing_is_said_to() -> None:
    assert factsheet.as_text((), "").startswith("Nothing to check")


def test_a_place_whose_words_are_taken_out_leaves_the_sheet() -> None:
    row = Row("people", "Ada", (Place(Span(0, 3), "Ada"), Place(Span(10, 13), "Ada")))
    (left,) = factsheet.carried([row], [Edit(Span(10, 14), "Ada ", "")])
    assert [place.span for place in left.places] == [Span(0, 3)]
    assert not list(factsheet.carried([left], [Edit(Span(0, 4), "Ada ", "")]))
