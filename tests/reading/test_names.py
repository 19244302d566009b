"""Names: people with their offices, ages and genders; organisations; what is no name."""

from __future__ import annotations

import pytest

from editor.reading.names import Name, names
from editor.reading.people import linked


def one(text: str) -> Name:
    people = [name for name in names(text) if name.kind == "person"]
    assert len(people) == 1, people
    return people[0]


@pytest.mark.parametrize(
    ("text", "given", "surname", "office"),
    [
        ("Yesterday Interior Minister Marcela Urrejola spoke.", "Marcela", "Urrejola", "Interior Minister"),
        ("He met prosecutor Tomás Ibacache there.", "Tomás", "Ibacache", "prosecutor"),
        ("The case was opened by Crown prosecutor Anita Rewiti.", "Anita", "Rewiti", "Crown prosecutor"),
        ("A board led by Morag Tulloch-Baird met.", "Morag", "Tulloch-Baird", ""),
        ("“Terrifying,” says the pianist Joost van Aswegen, 33.", "Joost", "van Aswegen", "pianist"),
        ("They asked Mrs Tulloch for it.", "", "Tulloch", "Mrs"),
        ("Minister of Education Maria Lindqvist agreed.", "Maria", "Lindqvist", "Minister of Education"),
    ],
)
def test_a_person_has_parts_and_an_office(text: str, given: str, surname: str, office: str) -> None:
    name = one(text)
    assert (name.given, name.surname, name.office) == (given, surname, office)


def test_age_role_and_gender_stand_beside_the_name() -> None:
    name = one("They asked Isla Trevanion, 41, a marine biologist, to come.")
    assert (name.age, name.role, name.gender) == (41, "a marine biologist", "f")


def test_an_office_of_another_time_is_known_as_such() -> None:
    assert one("It was former governor Chris Sununu who came.").former


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("He joined the University of Concepción in May.", "organisation"),
        ("It flows past Lodestone Reef there.", "place"),
    ],
)
def test_organisations_and_places(text: str, kind: str) -> None:
    assert kind in {name.kind for name in names(text)}


def test_openers_days_and_months_are_no_names() -> None:
    assert names("On Wednesday, May 3, they came. In June they left. However, nobody minded.") == ()


def test_a_surname_alone_is_linked_to_the_full_name() -> None:
    read = names("Mayor Denise Okoro spoke. Later Okoro left with Karl Holm, and Holm spoke.")
    people = linked(read)
    assert [(person.surname, len(person.mentions)) for person in people] == [("Okoro", 2), ("Holm", 2)]


def test_two_of_one_surname_are_two() -> None:
    people = linked(names("He met Tomás Ibacache and his sister Elena Ibacache."))
    assert [person.given for person in people] == ["Tomás", "Elena"]


def test_what_an_office_is_of_is_a_name_and_currency_is_none() -> None:
    found = names("The Governor of Virginia paid US$40 to a firm of the U.S. yesterday.")
    assert [(name.text, name.kind) for name in found] == [("Virginia", "place"), ("U.S.", "unknown")]


def test_an_organisation_keeps_whose_it_is() -> None:
    text = (
        "The National Farmers’ Union met the Teachers' Federation, and India's Supreme Court heard Peter's Foundation."
    )
    found = [name.text for name in names(text)]
    assert found[:2] == ["National Farmers’ Union", "Teachers' Federation"]
    assert found[2:4] == ["India", "Supreme Court"]
    assert "Peter's Foundation" not in found


def test_a_particle_with_a_capital_belongs_to_the_surname() -> None:
    full, alone = names("Dr Aoife Ní Bhraonáin leads the clinic, and Dr Ní Bhraonáin said so.")
    assert (full.given, full.surname) == ("Aoife", "Ní Bhraonáin")
    assert alone.surname == "Ní Bhraonáin"


def test_a_verb_that_opens_a_question_is_no_given_name() -> None:
    assert names("Will New Delhi and Oslo agree to what the U.S. wants?")[0].text == "New Delhi"
    assert names("Will Parker agreed to it.")[0].text == "Will Parker"
