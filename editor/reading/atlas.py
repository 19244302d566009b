"""The atlas: which city lies in which country or part of one, and which is a capital; nothing that is in dispute."""

from __future__ import annotations

import functools
from typing import NamedTuple

from editor import resources


class Atlas(NamedTuple):
    """Regions by each of their forms; cities with every region that has one of the name; capitals by region."""

    regions: dict[str, str]
    """Each form of a country's or region's name, and its usual form."""
    within: dict[str, str]
    """The country of a part; a country's is empty."""
    homes: dict[str, frozenset[str]]
    capitals: dict[str, frozenset[str]]
    peoples: dict[str, str]
    """The word for what belongs to a region ("Kenyan"), and the region."""


@functools.cache
def atlas() -> Atlas:
    """The table of places, read once."""
    regions, within, peoples = {}, {}, {}
    homes: dict[str, set[str]] = {}
    capitals: dict[str, frozenset[str]] = {}
    for row in resources.rows("lexicon", "en", "places.tsv"):
        names, country, seats, cities, people = (*row, "", "", "", "")[:5]
        name = names.split("|")[0]
        regions.update(dict.fromkeys(names.split("|"), name))
        within[name] = country
        capitals[name] = frozenset(filter(None, seats.split("|")))
        peoples.update({word: name for word in people.split("|") if word})
        for city in filter(None, (*seats.split("|"), *cities.split("|"))):
            homes.setdefault(city, set()).update({name, country} if country else {name})
    return Atlas(regions, within, {city: frozenset(found) for city, found in homes.items()}, capitals, peoples)


def misplaced(city: str, region: str) -> bool:
    """Whether a city of the atlas is said to lie in a region where there is none of its name that the atlas knows.

    A part of another country says nothing: there is a Paris in Texas.
    """
    known = atlas()
    homes, place = known.homes.get(city), known.regions.get(region)
    if not homes or not place or place in homes or city in known.regions:
        return False
    country = known.within[place]
    return not country or (country in homes and any(known.within[home] == country for home in homes))


def clash(one: str, two: str) -> bool:
    """Whether two regions are of one level and exclude each other: two countries, or two parts of one country."""
    known = atlas()
    first, second = known.regions.get(one), known.regions.get(two)
    return bool(first and second and first != second and known.within[first] == known.within[second])
