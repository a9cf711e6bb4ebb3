"""Geography: where an event happened: its point and how far off that may be, its units, and whether sources differ."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial

from dateline.codebook import Codebook
from dateline.places.admin import Units
from dateline.places.agreement import Admin, admin_of, disagreement, first_difference
from dateline.places.records import Place, PlaceKind, PlaceResolution
from dateline.values.dates import DateValue
from dateline.values.points import Point
from dateline.views.cells import place_of
from dateline.views.records import Dossier, Row

_BARE: Row = dict.fromkeys(
    (
        "country",
        "admin1",
        "admin2",
        "admin_source",
        "admin_conflict",
        "latitude",
        "longitude",
        "radius_km",
        "where_prec",
        "geo_precision",
    )
)


def where(codebook: Codebook, units: Units | None = None) -> Callable[[Dossier], Row]:
    """Return the function that gives an event's columns of geography with this codebook and these polygons."""
    return partial(geography, codebook=codebook, units=units)


def geography(dossier: Dossier, codebook: Codebook, units: Units | None = None) -> Row:
    """Return the columns of where an event happened; with `units`, the polygons fill in and check the gazetteer's.

    `where_prec` is UCDP GED's and `geo_precision` ACLED's, by the codebook's crosswalk. `admin_conflict` says where the
    gazetteer's units and the polygons' differ. Unknown is None.
    """
    found = place_of(dossier, dossier.event.cell("place"))
    if found is None:
        return dict(_BARE)
    return place_columns(found, codebook, units, on=day_of(dossier))


def place_columns(
    resolution: PlaceResolution, codebook: Codebook, units: Units | None = None, *, on: date | None = None
) -> Row:
    """Return the columns of one resolved place, as `geography` does for an event."""
    place = resolution.place or resolution.within
    point = resolution.point or (place.point if place else None)
    admin, conflict = located(place, point, units, on=on) if place else (Admin(), None)
    return {
        "country": admin.country,
        "admin1": admin.admin1,
        "admin2": admin.admin2,
        "admin_source": admin.source or None,
        "admin_conflict": conflict,
        "latitude": point.lat if point else None,
        "longitude": point.lon if point else None,
        "radius_km": resolution.radius_km,
        "where_prec": resolution.where_prec,
        "geo_precision": geo_precision(resolution.where_prec, codebook),
    }


def located(
    place: Place, point: Point | None, units: Units | None, *, on: date | None = None
) -> tuple[Admin, str | None]:
    """Return the units of a place, filled in from the polygons, and in words where the two differ."""
    if units is None or point is None or place.kind not in (PlaceKind.SETTLEMENT, PlaceKind.FEATURE):
        return admin_of(place), None
    path = units.path_of(point, on)
    said = disagreement(place, path)
    if said is not None and (unit := first_difference(place, path)) is not None:
        said = disagreement(place, path, units.km_outside(point, unit))
    return admin_of(place, path), said


def geo_precision(where_prec: int | None, codebook: Codebook) -> int | None:
    """Return ACLED's geo_precision (1 town, 2 near a town or part of a region, 3 larger region) of GED's where_prec."""
    return None if where_prec is None else codebook.place_precision[where_prec].acled


def conflicts(dossiers: Iterable[Dossier], codebook: Codebook, units: Units) -> Iterator[tuple[str, str, str]]:
    """Yield event id, place and difference for every event whose place's units and polygons differ."""
    for dossier in dossiers:
        said = geography(dossier, codebook, units)["admin_conflict"]
        cell = dossier.event.cell("place")
        if said is not None and cell is not None:
            yield dossier.event.id, cell.name, str(said)


def day_of(dossier: Dossier) -> date | None:
    """Return the first day that the event may have happened on, None where no bound is known."""
    cell = dossier.event.cell("date")
    when = cell.value if cell and isinstance(cell.value, DateValue) else None
    return (when.first or when.last) if when else None


def shown(columns: Row) -> tuple[str, ...]:
    """Return the columns of geography in words: the position with its precision, the units, and what differs."""
    if columns["latitude"] is None:
        return ()
    radius = "" if columns["radius_km"] is None else f", to within {columns['radius_km']:.0f} km"
    position = f"at {columns['latitude']:.4f}, {columns['longitude']:.4f}{radius}"
    units = ", ".join(str(columns[name]) for name in ("admin2", "admin1", "country") if columns[name])
    lines = (position, f"{units} ({columns['admin_source']})" if units else None, columns["admin_conflict"])
    return tuple(str(line) for line in lines if line)
