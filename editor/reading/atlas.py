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
    """The first-level parts of countries by their folded names: there is a Punjab in two countries."""

    lands: dict[str, frozenset[str]]
    """The countries, or other wholes, that have a part of a name."""
    countries: frozenset[str]


@functools.cache
def _regions() -> list[list[str]]:
    """Countries, their parts and the large cities of these, read once."""
    return resources.rows("lexicon", "regions.tsv")


@functools.cache
def parts() -> Parts:
    """The 3,700 parts of countries, and the provinces, counties and regions in everyday use."""
    lands: dict[str, set[str]] = {}
    countries: set[str] = set()
    for row in _regions():
        countries.add(row[0])
        lands.setdefault(row[1], set()).add(row[0])
    for whole, names in resources.rows("lexicon", "provinces.tsv"):
        for name in names.split("|"):
            lands.setdefault(folded(name), set()).add(whole)
    return Parts({name: frozenset(v) for name, v in lands.items()}, frozenset(map(folded, countries)))


@functools.cache
def cities() -> dict[str, frozenset[tuple[str, str]]]:
    """Each country and part in which a place with the name of a large city lies, by the folded name of the city."""
    homes: dict[str, set[tuple[str, str]]] = {}
    for row in _regions():
        for city in row[2].split("|") if len(row) > 2 and row[2] else ():
            homes.setdefault(city, set()).add((row[0], row[1]))
    return {city: frozenset(v) for city, v in homes.items()}


def folded(name: str) -> str:
    """A name in lower case without accents, "the" and what level it is of: what spellings of it share."""
    bare = name.lower()
    if not bare.isascii():
        bare = "".join(c for c in unicodedata.normalize("NFD", bare) if not unicodedata.combining(c))
    bare = bare.removeprefix("the ")
    first, _, last = bare.rpartition(" ")
    return first if first and last in LEVELS else bare


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
    if any(region_ in (folded(land), part) for land, part in cities().get(city_, ())):
        return ()
    if homes and place:
        country = known.within[place]
        if place in homes or (country and not (country in homes and any(known.within[h] == country for h in homes))):
            return ()
        return tuple(sorted(home for home in homes if home != known.within.get(home)))
    return _by_parts(city_, region_)


def _by_parts(city: str, region: str) -> tuple[str, ...]:
    """The same by the table of the parts of countries."""
    homes = cities().get(city, frozenset())
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


@functools.cache
def openers() -> frozenset[str]:
    """The first words of all names of regions, in lower case, as they are written and without accents."""
    names = [*atlas().regions]
    for _, more in resources.rows("lexicon", "provinces.tsv"):
        names += more.split("|")
    folded_names = [name.partition(" ")[0] for known in parts() for name in known if name]
    return frozenset([*folded_names, *(name.lower().removeprefix("the ").split(" ")[0] for name in names if name)])


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
