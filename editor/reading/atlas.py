"""The atlas: which city lies in which country or part of one, and which is a capital; nothing that is in dispute."""

from __future__ import annotations

import functools
import unicodedata
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


class Parts(NamedTuple):
    """The first-level parts of countries by their names, and the large cities by theirs; all names folded."""

    lands: dict[str, frozenset[str]]
    """The countries that have a part of a name: there is a Punjab in two."""
    homes: dict[str, frozenset[tuple[str, str]]]
    """Each part, with its country, in which a place of a city's name lies."""
    countries: frozenset[str]


@functools.cache
def parts() -> Parts:
    """The table of the parts of countries, read when the first place is looked up: 3,700 of them, 6,200 cities."""
    lands: dict[str, set[str]] = {}
    homes: dict[str, set[tuple[str, str]]] = {}
    countries: set[str] = set()
    for row in resources.rows("lexicon", "regions.tsv"):
        countries.add(folded(row[0]))
        land, part, cities = (*row, "", "")[:3]
        lands.setdefault(folded(part), set()).add(land)
        for city in filter(None, cities.split("|")):
            homes.setdefault(folded(city), set()).add((land, folded(part)))
    for whole, names in resources.rows("lexicon", "provinces.tsv"):
        for name in names.split("|"):
            lands.setdefault(folded(name), set()).add(whole)
    return Parts(
        {n: frozenset(v) for n, v in lands.items()}, {n: frozenset(v) for n, v in homes.items()}, frozenset(countries)
    )


def folded(name: str) -> str:
    """A name in lower case without accents, "the" and what level it is of: what spellings of it share."""
    bare = "".join(c for c in unicodedata.normalize("NFD", name.casefold()) if not unicodedata.combining(c))
    first, _, last = bare.removeprefix("the ").rpartition(" ")
    return first if first and last in LEVELS else bare.removeprefix("the ")


LEVELS = frozenset("region province state district prefecture governorate department oblast canton".split())


def misplaced(city: str, region: str) -> tuple[str, ...]:
    """Where a city of the atlas lies instead of the region that it is said to lie in; nothing where that may be right.

    A part of another country says nothing: there is a Paris in Texas. Nor does a part of the United States, whose
    small towns have the names of large ones.
    """
    known, city_, region_ = atlas(), folded(city), folded(region)
    homes, place = known.homes.get(city), known.regions.get(region)
    if city in known.regions or city_ in parts().lands or not is_region(region):
        return ()
    if any(region_ in (folded(land), part) for land, part in parts().homes.get(city_, ())):
        return ()
    if homes and place:
        country = known.within[place]
        if place in homes or (country and not (country in homes and any(known.within[h] == country for h in homes))):
            return ()
        return tuple(sorted(home for home in homes if home != known.within.get(home)))
    return _by_parts(city_, region_)


def _by_parts(city: str, region: str) -> tuple[str, ...]:
    """The same by the table of the parts of countries."""
    homes = parts().homes.get(city, frozenset())
    if region in parts().countries:
        return tuple(sorted({land for land, _ in homes}))
    lands = parts().lands.get(region, frozenset()) - {UNRULY}
    return tuple(sorted(part.title() for land, part in homes if land in lands))


UNRULY = "United States"


def is_region(name: str) -> bool:
    """Whether a name is that of a country or of a part of one."""
    return name in atlas().regions or folded(name) in parts().lands or folded(name) in parts().countries


def is_part(name: str) -> bool:
    """Whether a name is that of a part of a country."""
    return name not in atlas().peoples and folded(name) in parts().lands


def clash(one: str, two: str) -> bool:
    """Whether two regions are of one level and exclude each other: two countries, or two parts of one country."""
    known = atlas()
    first, second = known.regions.get(one), known.regions.get(two)
    if first and second:
        return first != second and known.within[first] == known.within[second]
    a, b = folded(one), folded(two)
    lands = parts().lands
    # A name that is part of the other is a part of the part, or the same one said at length.
    nested = set(a.split()) <= set(b.split()) or set(b.split()) <= set(a.split())
    return not nested and bool(lands.get(a, frozenset()) & lands.get(b, frozenset()))
