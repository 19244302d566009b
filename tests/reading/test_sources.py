"""Sources: which outlets a text names, and by which form."""

from __future__ import annotations

import pytest

from editor import resources
from editor.reading import outlets
from editor.reading.sources import is_domain, sources


def named(text: str) -> list[tuple[str, str]]:
    return [(cited.form, cited.outlet) for cited in sources(text)]


def test_outlets_are_known_by_name_short_form_and_domain() -> None:
    text = "The Guardian, the BBC and AFP wrote of it; so did dawn.com and english.aaj.tv."
    assert named(text) == [
        ("The Guardian", "The Guardian"),
        ("the BBC", "BBC"),
        ("AFP", "Agence France-Presse"),
        ("dawn.com", "Dawn"),
        ("english.aaj.tv", "Aaj News"),
    ]


def test_outlets_of_like_names_are_different_ones() -> None:
    assert named("A reporter of The Guardian Nigeria asked.") == [("The Guardian Nigeria", "The Guardian Nigeria")]


@pytest.mark.parametrize("form", ["DeccanChronicle", "Mail and Guardian", "Wales Online"])
def test_a_variant_is_known_and_not_right(form: str) -> None:
    (cited,) = sources(f"Planters told {form} about it.")
    assert cited.outlet
    assert not cited.right


@pytest.mark.parametrize(
    "text", ["The National Guard came.", "It took time.", "Press the button at dawn.", "The sun rose."]
)
def test_common_words_are_no_outlets(text: str) -> None:
    assert named(text) == []


@pytest.mark.parametrize(
    "host", ["dawn.com", "thenews.com.pk", "APNEWS.COM", "Geo.tv", "ansa.it", "reeffutures.example"]
)
def test_a_host_name_is_one(host: str) -> None:
    assert is_domain(host)


@pytest.mark.parametrize("words", ["said.The", "U.S", "e.g", "late.So", "end.It", "file.txt", "No.In"])
def test_a_lost_blank_makes_no_host_name(words: str) -> None:
    assert not is_domain(words)


def test_the_table_names_each_domain_once_and_covers_the_world() -> None:
    rows = resources.rows("lexicon", "outlets.tsv")
    domains = [site for row in rows for site in row[1].split()]
    assert len(domains) == len(set(domains))
    assert len(rows) >= 250
    assert len({row[3] for row in rows}) >= 100


def test_a_name_is_found_in_any_case_beside_a_counter() -> None:
    found = outlets.at("WsJ +4", 0)
    assert found is not None
    assert found.form.outlet == "The Wall Street Journal"
