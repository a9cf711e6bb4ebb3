"""Coherence: how a reading agrees with what the document's other names were read as.

The first line of each docstring is the feature's public explanation. Distances are asked for all readings of a name at
once: a `Near` holds, for one reading, the distance to the nearest other place and two sums.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import log1p

import numpy as np

from dateline.places.options import Option
from dateline.places.records import PlaceKind
from dateline.places.situations import Others, km_between

_TOWN_KM = 40.0
_PROVINCE_KM = 200.0
_FAR_KM = 1_000.0
_SURE = 0.3  # a reading of another name that is at least so likely may be the nearest
_LARGE = 1_000_000  # people of a city that needs no country beside it
_SEVERAL = 6  # others in one unit: more say no more


@dataclass(frozen=True, slots=True)
class Near:
    """Of one reading: the nearness of the nearest other place (1 at the spot), that of all, and whether all are far."""

    nearest: float = 0.0
    around: float = 0.0
    is_far: bool = False


OfOthers = Callable[[Option, Others, Near], float]


def nearness(options: Sequence[Option], others: Others) -> list[Near]:
    """Return the distances of every reading to the other places; of none where it or they have no position."""
    placed = [index for index, option in enumerate(options) if option.direction is not None]
    found = [Near()] * len(options)
    if not placed or not len(others.weights):
        return found
    km = km_between(np.array([options[index].direction for index in placed]), others.directions)
    sure = others.weights >= _SURE
    nearest = (np.exp(-km / _TOWN_KM) * others.weights).max(axis=1)
    around = np.exp(-km / _PROVINCE_KM) @ others.weights / (1.0 + others.weights.sum())
    nearest_km = km[:, sure].min(axis=1, initial=np.inf)
    for row, index in enumerate(placed):
        found[index] = Near(float(nearest[row]), float(around[row]), bool(_FAR_KM < nearest_km[row] < np.inf))
    return found


def shares_country_with_others(option: Option, others: Others, _: Near) -> float:
    """Give the share of the document's other names that lie in the reading's country, or in itself."""
    return _share_in(f"iso:{option.place.country}", others)


def shares_admin1_with_others(option: Option, others: Others, _: Near) -> float:
    """Give the share of the document's other names that lie in the reading's admin1, or in itself."""
    return _share_in(option.place.admin1_id, others)


def shares_admin2_with_others(option: Option, others: Others, _: Near) -> float:
    """Give the share of the document's other names that lie in the reading's admin2, or in itself."""
    return _share_in(option.place.admin2_id, others)


def has_several_others_in_admin1(option: Option, others: Others, _: Near) -> float:
    """Grow with the number of the document's other names that lie in the reading's admin1."""
    return _several_in(option.place.admin1_id, others)


def has_several_others_in_country(option: Option, others: Others, _: Near) -> float:
    """Grow with the number of the document's other names that lie in the reading's country; nothing for a country."""
    return 0.0 if option.place.kind is PlaceKind.COUNTRY else _several_in(f"iso:{option.place.country}", others)


def country_is_another_name(option: Option, others: Others, _: Near) -> float:
    """Give how surely another name of the document is the reading's country."""
    return _named(f"iso:{option.place.country}", option, others)


def admin1_is_another_name(option: Option, others: Others, _: Near) -> float:
    """Give how surely another name of the document is the reading's admin1."""
    return _named(option.place.admin1_id, option, others)


def admin2_is_another_name(option: Option, others: Others, _: Near) -> float:
    """Give how surely another name of the document is the reading's admin2, as "Bajaur district" is Khar's."""
    return _named(option.place.admin2_id, option, others)


def is_itself_another_name(option: Option, others: Others, _: Near) -> float:
    """Give how surely another name of the document is this very place."""
    return min(1.0, others.itself.get(option.place.id, 0.0))


def holds_others(option: Option, others: Others, _: Near) -> float:
    """Give the share of the document's other names that lie in the reading; nothing for a settlement."""
    if option.place.kind not in (PlaceKind.ADMIN1, PlaceKind.ADMIN2):
        return 0.0
    inside = others.by_unit.get(option.place.id, 0.0) - others.itself.get(option.place.id, 0.0)
    return inside / (1.0 + others.total)


def is_a_country_among_countries(option: Option, others: Others, _: Near) -> float:
    """Give the share of the document's other names that are countries, where the reading is one too."""
    return _international(others) if option.place.kind is PlaceKind.COUNTRY else 0.0


def is_large_among_countries(option: Option, others: Others, _: Near) -> float:
    """Give the share of the document's other names that are countries, where the reading is a large city."""
    if option.place.kind is not PlaceKind.SETTLEMENT:
        return 0.0
    return _international(others) * min(1.0, (option.place.population or 0) / _LARGE)


def lies_near_another(option: Option, _: Others, near: Near) -> float:
    """Grow towards 1 the nearer the nearest other place of the document is: a third of that at 40 km."""
    return 0.0 if option.place.kind is PlaceKind.COUNTRY else near.nearest


def lies_near_the_others(option: Option, _: Others, near: Near) -> float:
    """Give the share of the document's other places that are near, where a place 200 km away counts a third."""
    return 0.0 if option.place.kind is PlaceKind.COUNTRY else near.around


def lies_far_from_all(option: Option, _: Others, near: Near) -> float:
    """Tell whether every other place of the document is more than 1,000 km away; nothing for a country."""
    return float(near.is_far and option.place.kind is not PlaceKind.COUNTRY)


def _international(others: Others) -> float:
    return others.countries / (1.0 + others.countries + others.total)


def _share_in(unit: str | None, others: Others) -> float:
    return others.by_unit.get(unit, 0.0) / (1.0 + others.total) if unit else 0.0  # one other name is no crowd


def _several_in(unit: str | None, others: Others) -> float:
    return min(1.0, log1p(others.by_unit.get(unit, 0.0)) / log1p(_SEVERAL)) if unit else 0.0


def _named(unit: str | None, option: Option, others: Others) -> float:
    return min(1.0, others.itself.get(unit, 0.0)) if unit and unit != option.place.id else 0.0


OF_OTHERS: tuple[OfOthers, ...] = (
    shares_country_with_others,
    shares_admin1_with_others,
    shares_admin2_with_others,
    has_several_others_in_admin1,
    has_several_others_in_country,
    country_is_another_name,
    admin1_is_another_name,
    admin2_is_another_name,
    is_itself_another_name,
    holds_others,
    is_a_country_among_countries,
    is_large_among_countries,
    lies_near_another,
    lies_near_the_others,
    lies_far_from_all,
)
