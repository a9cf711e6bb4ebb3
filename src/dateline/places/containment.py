"""Containment: which place lies in which, and the most specific of several places of one event."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from dateline.places.names import read_data
from dateline.places.records import Place, PlaceKind, PlaceResolution

_FINENESS = {
    PlaceKind.REGION: 0,
    PlaceKind.COUNTRY: 1,
    PlaceKind.ADMIN1: 2,
    PlaceKind.ADMIN2: 3,
    PlaceKind.SETTLEMENT: 4,
    PlaceKind.FEATURE: 4,
}


def units_of(place: Place) -> frozenset[str]:
    """Return the ids of the country, admin1 and admin2 that hold the place; never its own."""
    country = f"iso:{place.country}" if place.country else None
    return frozenset(unit for unit in (country, place.admin1_id, place.admin2_id) if unit and unit != place.id)


def containment(inner: Place, outer: Place) -> bool:
    """Tell whether `inner` lies within `outer`. A place doesn't lie in itself.

    Regions hold their member countries and what lies in these; regions that cover only parts of their members hold
    nothing for sure.
    """
    if outer.kind is PlaceKind.REGION:
        return inner.id != outer.id and f"iso:{inner.country}" in _countries_of(outer.id)
    return outer.id in units_of(inner)


@cache
def _countries_of(region: str) -> frozenset[str]:
    """Return the ids of the countries that lie wholly in a region."""
    entries = {f"region:{entry['id']}": entry for entry in read_data("regions.yaml")}
    entry = entries.get(region)
    if entry is None or entry.get("part_of_members"):
        return frozenset()
    inner = (f"region:{member}" for member in entry["members"] if f"region:{member}" in entries)
    countries = {f"iso:{member}" for member in entry["members"] if len(member) == len("XX")}
    return frozenset(countries.union(*map(_countries_of, inner)))


def most_specific(places: Sequence[Place]) -> Place | None:
    """Return the place that most of the others hold, the finest of these, then the first named; None of none.

    "Andar district", "Ghazni", "Afghanistan" and "Kabul" give Andar. A district among the others that lies in the same
    admin1 fills in a settlement's missing admin2.
    """
    if not places:
        return None
    best = max(places, key=lambda place: (_holders(place, places), _FINENESS[place.kind]))
    return _filled(best, places)


def combine(*resolutions: PlaceResolution) -> PlaceResolution | None:
    """Return the resolution of the most specific place that several mentions of one event's place agree on.

    Unresolved mentions count only when there is nothing else; None of none.
    """
    resolved = [resolution for resolution in resolutions if resolution.place is not None]
    if not resolved:
        return resolutions[0] if resolutions else None
    place = most_specific([resolution.place for resolution in resolved if resolution.place is not None])
    assert place is not None
    chosen = next(resolution for resolution in resolved if resolution.place and resolution.place.id == place.id)
    others = sorted({other.place.name for other in resolved if other.place and other.place.id != place.id})
    reason = f"{chosen.reason}; with {', '.join(others)}" if others else chosen.reason
    return replace(chosen, place=place, reason=reason)


def _holders(place: Place, places: Sequence[Place]) -> int:
    return len({other.id for other in places if containment(place, other)})


def _filled(place: Place, places: Sequence[Place]) -> Place:
    if place.kind is not PlaceKind.SETTLEMENT or place.admin2_id is not None:
        return place
    for other in places:
        if other.kind is PlaceKind.ADMIN2 and other.admin1_id is not None and other.admin1_id == place.admin1_id:
            return replace(place, admin2=other.name, admin2_id=other.id)
    return place
