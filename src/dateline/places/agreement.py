"""Agreement: the units that the gazetteer gives a place beside those whose polygons hold its point."""

from dataclasses import dataclass

from dateline.places.admin import AdminPath
from dateline.places.names import name_key, strip_affixes
from dateline.places.records import Place, PlaceKind

GAZETTEER = "gazetteer"
_POINTS = (PlaceKind.SETTLEMENT, PlaceKind.FEATURE)  # an area's point may well lie outside its neighbour's idea of it


@dataclass(frozen=True, slots=True)
class Admin:
    """The units that hold a place, and who says so: "gazetteer", or with the polygons that filled in a level."""

    country: str | None = None
    admin1: str | None = None
    admin1_id: str | None = None
    admin2: str | None = None
    admin2_id: str | None = None
    source: str = ""


def admin_of(place: Place, path: AdminPath | None = None) -> Admin:
    """Return the gazetteer's units of a place; what it does not know is filled in from the polygons, and said so.

    A unit is its own unit of its level. Polygons fill in only what lies below the levels that both agree on, and only
    for places that are points: a province has no district.
    """
    admin = _reported(place)
    if path is None or place.kind not in _POINTS or not path.country or path.country != place.country:
        return admin
    if admin.admin1 is None and path.admin1 is not None:
        drawn = f"{GAZETTEER}; admin1 and admin2 by polygon ({shown_source(path)})"
        return Admin(admin.country, path.admin1, path.admin1_id, path.admin2, path.admin2_id, drawn)
    one = same_unit(admin.admin1, admin.admin1_id, path.admin1, path.admin1_id)
    if admin.admin2 is None and path.admin2 is not None and one:
        drawn = f"{GAZETTEER}; admin2 by polygon ({shown_source(path)})"
        return Admin(admin.country, admin.admin1, admin.admin1_id, path.admin2, path.admin2_id, drawn)
    return admin


def disagreement(place: Place, path: AdminPath, km_outside: float | None = None) -> str | None:
    """Return in words how the gazetteer's units of a place differ from the polygons', at the coarsest level; else None.

    `km_outside` is how far the place's point lies outside the unit that the gazetteer gives. A polygon whose unit the
    gazetteer does not know contradicts nothing, nor does one that holds an area's middle.
    """
    if place.kind not in _POINTS:
        return None
    if place.country and path.country and place.country != path.country:
        return _said(place.country, path.country, km_outside)
    levels = (
        (place.admin1, place.admin1_id, path.admin1, path.admin1_id),
        (place.admin2, place.admin2_id, path.admin2, path.admin2_id),
    )
    for name, unit_id, drawn, drawn_id in levels:
        if name and drawn and drawn_id and not same_unit(name, unit_id, drawn, drawn_id):
            return _said(name, drawn, km_outside)
    return None


def first_difference(place: Place, path: AdminPath) -> str | None:
    """Return the id of the gazetteer's unit that `disagreement` speaks of, to measure how far off the point is."""
    if place.country != path.country:
        return f"iso:{place.country}"
    one = same_unit(place.admin1, place.admin1_id, path.admin1, path.admin1_id)
    return place.admin2_id if one else place.admin1_id


def same_unit(name: str | None, unit_id: str | None, other: str | None, other_id: str | None) -> bool:
    """Tell whether two units are one: by id, else by name without case, accents and words such as "province"."""
    if unit_id is not None and unit_id == other_id:
        return True
    return bool(name and other and _keys(name) & _keys(other))


def shown_source(path: AdminPath) -> str:
    """Return who drew the finest unit of a path, its year, and how far off the point is: for people."""
    year = f", {path.year}" if path.year else ""
    off = f", the nearest unit, {_km(path.off_km)} away" if path.off_km else ""
    return f"{path.source}{year}{off}"


def _reported(place: Place) -> Admin:
    match place.kind:
        case PlaceKind.ADMIN1:
            return Admin(place.country, place.name, place.id, source=GAZETTEER)
        case PlaceKind.ADMIN2:
            return Admin(place.country, place.admin1, place.admin1_id, place.name, place.id, GAZETTEER)
    return Admin(place.country, place.admin1, place.admin1_id, place.admin2, place.admin2_id, GAZETTEER)


def _said(reported: str, drawn: str, km_outside: float | None) -> str:
    border = "" if km_outside is None else f", {_km(km_outside)} from the border"
    return f"gazetteer: {reported}; polygon: {drawn}{border}"


def _km(km: float) -> str:
    return "less than 1 km" if km < 1 else f"{km:.0f} km"


def _keys(name: str) -> set[str]:
    return {name_key(name), *(name_key(stripped.name) for stripped in strip_affixes(name) if not stripped.fuzzy)}
