"""The atlas: what lies where, and what it keeps silent about."""

from __future__ import annotations

import pytest

from editor.reading.atlas import atlas, clash, misplaced


@pytest.mark.parametrize(
    ("city", "region"),
    [
        ("Nairobi", "Uganda"),
        ("Toronto", "Quebec"),
        ("Cairns", "New South Wales"),
        ("Nagpur", "Gujarat"),
        ("Kumasi", "Togo"),
    ],
)
def test_a_city_elsewhere_is_misplaced(city: str, region: str) -> None:
    assert misplaced(city, region)


@pytest.mark.parametrize(
    ("city", "region"),
    [
        ("Nairobi", "Kenya"),
        ("Paris", "Texas"),
        ("Tolwick", "Kent"),
        ("Lahore", "Punjab"),
        ("Portland", "Maine"),
        ("Birmingham", "Michigan"),
        ("Lagos", "Portugal"),
    ],
)
def test_what_it_does_not_know_it_does_not_judge(city: str, region: str) -> None:
    assert not misplaced(city, region)


def test_regions_of_one_level_exclude_each_other() -> None:
    assert clash("Ohio", "Texas")
    assert clash("Kenya", "Uganda")
    assert not clash("Ohio", "United States")
    assert not clash("UK", "Britain")
    assert clash("Mara", "Kagera region")
    assert clash("the Alentejo", "Algarve")
    assert not clash("Kent", "Normandy")


def test_every_part_lies_in_a_country_of_the_table() -> None:
    assert {country for country in atlas().within.values() if country} <= set(atlas().regions)
