"""Extents: how far a place reaches from its point, in kilometres, by its kind, its people and its country's size."""

from functools import cache
from math import pi, sqrt
from typing import Any

from dateline.places.names import read_data
from dateline.places.records import Place, PlaceKind

_LONGEST_CODE = 5


def extent_km(place: Place) -> float:
    """Return the radius in kilometres within which something lies that is said to be in the place.

    Settlements by their population at a usual density, units as large as their country's mean unit of that level,
    countries by their area, regions and features from `data/extents.yaml` and `data/regions.yaml`. An honest order of
    magnitude, not a measurement: a unit's own polygon, where one is known, says more.
    """
    if place.kind is PlaceKind.SETTLEMENT:
        return _of_settlement(place.population)
    if place.kind is PlaceKind.REGION:
        return _regions().get(place.id, float(_data()["region"]))
    if place.kind is PlaceKind.FEATURE:
        return _of_feature(place.feature)
    return _of_unit(place)


def _of_settlement(population: int | None) -> float:
    known = _data()["settlement"]
    if not population:
        return float(known["unknown"])
    return float(known["least"]) + round(sqrt(population / known["people_per_km2"] / pi), 1)


def _of_feature(code: str) -> float:
    codes = _data()["features"]
    known = (codes[code[:length]] for length in range(_LONGEST_CODE, 1, -1) if code[:length] in codes)
    return float(next(known, _data()["feature"]))


def _of_unit(place: Place) -> float:
    area, admin1, admin2 = _data()["countries"].get(place.country, (500_000, 15, 100))
    units = {PlaceKind.COUNTRY: 1, PlaceKind.ADMIN1: admin1, PlaceKind.ADMIN2: max(admin1, admin2)}[place.kind]
    return max(1.0, round(float(_data()["unit_shape"]) * sqrt(area / units / pi), 1))


@cache
def _regions() -> dict[str, float]:
    entries = read_data("regions.yaml")
    return {f"region:{entry['id']}": float(entry["radius_km"]) for entry in entries if "radius_km" in entry}


@cache
def _data() -> dict[str, Any]:
    data: dict[str, Any] = read_data("extents.yaml")
    return data
