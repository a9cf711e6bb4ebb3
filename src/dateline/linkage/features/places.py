"""Where two items are said to be."""

from math import isnan

from dateline.linkage.features.records import UNKNOWN
from dateline.linkage.features.time import same_day_stated
from dateline.linkage.records import Item

_TOWN, _AREA = 2, 4  # UCDP where_prec: within 25 km of a place; a first-order area, coarser than a spot
_FAR_KM = 100.0  # from town to town


def kilometres_apart(one: Item, other: Item) -> float:
    """So many kilometres lie between the nearest spots of the two; areas and countries are no spots."""
    return _nearest_km(one, other, _AREA - 1)


def towns_far_apart(one: Item, other: Item) -> float:
    """Both are said to be on a day in a town, and over 100 km lie between the towns: 1; nearer: 0; else not known."""
    if isnan(same_day_stated(one, other)):
        return UNKNOWN
    gap = _nearest_km(one, other, _TOWN)
    return gap if isnan(gap) else float(gap > _FAR_KM)


def _nearest_km(one: Item, other: Item, coarsest: int) -> float:
    """Return the kilometres between the nearest spots that are no coarser."""
    gaps = [
        0.0 if spot.id == beside.id else spot.point.km_to(beside.point)
        for spot in one.spots
        for beside in other.spots
        if spot.point is not None
        and beside.point is not None
        and spot.precision <= coarsest
        and beside.precision <= coarsest
    ]
    return min(gaps) if gaps else UNKNOWN


def same_town(one: Item, other: Item) -> float:
    """Both are said to be at the same place of the gazetteer, an area or country not counted: 1; at others: 0."""
    here = {spot.id for spot in one.spots if spot.precision < _AREA}
    there = {spot.id for spot in other.spots if spot.precision < _AREA}
    return float(bool(here & there)) if here and there else UNKNOWN


def places_shared(one: Item, other: Item) -> float:
    """Both tellings name so many of the same towns and districts."""
    return float(len(one.setting & other.setting))


def setting_shared(one: Item, other: Item) -> float:
    """Both tellings name the same towns and districts: those shared by those of the one that names fewer, 0 to 1."""
    fewest = min(len(one.setting), len(other.setting))
    return len(one.setting & other.setting) / fewest if fewest else UNKNOWN
