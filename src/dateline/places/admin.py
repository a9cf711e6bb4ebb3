"""Admin: which country and units hold a point, by their polygons."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

import numpy as np

from dateline.errors import InstallationError
from dateline.places.changes import unit_on
from dateline.places.polygons import KM_PER_DEGREE, UNITS_PER_DEGREE, Shape, unpacked_polygons
from dateline.values.points import Point

FARTHEST_KM = 22.2  # a point at sea this near a coast is given its unit: 12 nautical miles, the territorial sea
GAP_KM = 3.0  # a point in a gap between districts this near to one is given it
_COAST_KM = 1.0  # two tables' ideas of one coast differ by so much
_REMEMBERED = 3_000  # shapes kept in memory: some 60 MB where all are large
_BY_CODE = "SELECT level, id, name, above, above_name FROM unit WHERE code = ? ORDER BY level, n LIMIT 1"
_UNIT = "SELECT level, id, name, country, above, above_name, source, year, code, rings FROM unit WHERE n = ?"


@dataclass(frozen=True, slots=True)
class AdminPath:
    """The units that hold a point. What is not known is None.

    `country` is ISO 3166-1 alpha-2; ids are the gazetteer's. `source` and `year` say who drew the finest unit and of
    which year it is. `off_km` is how far the point lies outside that unit where it is only the nearest: at sea, or in
    a gap between two units.
    """

    country: str | None = None
    admin1: str | None = None
    admin1_id: str | None = None
    admin2: str | None = None
    admin2_id: str | None = None
    source: str = ""
    year: int | None = None
    off_km: float = 0.0


@dataclass(frozen=True, slots=True)
class Area:
    """One unit with its shape. `above` is the admin1 of an admin2."""

    level: int
    id: str | None
    name: str
    country: str
    above: str | None
    above_name: str | None
    source: str
    year: int | None
    code: str | None  # under which the dated changes know the unit, or the admin1 of an admin2
    shape: Shape


def open_units(path: Path | None = None) -> "Units":
    """Open the shipped polygons, or the unpacked ones at `path`, for reading.

    The first call on a machine unpacks them into the cache folder, which takes some seconds. Raises InstallationError.
    """
    return Units(path or unpacked_polygons())


class Units:
    """Administrative units by point and by id. Reads only; threads may share it."""

    def __init__(self, path: Path) -> None:
        self._rows = _connect(path)
        boxes = self._rows.execute("SELECT west, south, east, north FROM unit ORDER BY n").fetchall()
        self._boxes = np.array(boxes, dtype=np.float64).reshape(-1, 4).T / UNITS_PER_DEGREE
        self._sources = dict(self._rows.execute("SELECT code, name FROM source").fetchall())
        self._area = lru_cache(_REMEMBERED)(self._read_area)

    def __len__(self) -> int:
        return int(self._boxes.shape[1])

    def path_of(self, point: Point, on: date | None = None) -> AdminPath:
        """Return the units that hold the point: today's, or those of a day where `on` is given.

        A point at sea gets the unit of the nearest coast within 22 km, one in a gap between districts the nearest
        within 3 km, both with `off_km` above 0; a point farther off gets nothing. The admin1 of a day is that of the
        dated changes of units; it is None where the ground may then have been one of several units'.
        """
        inside = [area for area in self._near(point, 0.0) if area.shape.encloses(point)]
        if inside:
            return self._inside(point, inside, on or date.max)
        near = self._by_distance(point, self._near(point, FARTHEST_KM))
        if not near or near[0][0] > FARTHEST_KM:
            return AdminPath()
        nearest, country = near[0][0], near[0][1].country
        coast = [area for km, area in near if km <= nearest + _COAST_KM and area.country == country]
        return self._path(_finest(coast), _first(coast), nearest, on or date.max)

    def km_outside(self, point: Point, unit_id: str) -> float | None:
        """Return how far outside a unit the point lies, 0 inside; None where the unit has no polygon.

        A country ("iso:AF") is the whole of its units.
        """
        query, wanted = "SELECT n FROM unit WHERE id = ?", unit_id
        if unit_id.startswith("iso:") and len(unit_id) == len("iso:XX"):
            query, wanted = "SELECT n FROM unit WHERE country = ?", unit_id.removeprefix("iso:")
        areas = [self._area(number) for (number,) in self._rows.execute(query, (wanted,)).fetchall()]
        return min((_km_outside(area, point) for area in areas), default=None)

    def _inside(self, point: Point, inside: Sequence[Area], on: date) -> AdminPath:
        """Return the path through the areas that hold a point; of two countries, the first-order unit's."""
        first = _first(inside)
        own = [area for area in inside if first is None or area.country == first.country]
        finest = _finest(own)
        if finest.level > 1 or first is None:
            return self._path(finest, first, 0.0, on)
        districts = [area for area in self._near(point, GAP_KM) if area.level > 1 and area.country == first.country]
        near = [pair for pair in self._by_distance(point, districts) if pair[0] <= GAP_KM]
        return self._path(near[0][1], first, near[0][0], on) if near else self._path(finest, first, 0.0, on)

    def _by_distance(self, point: Point, areas: Sequence[Area]) -> list[tuple[float, Area]]:
        pairs = ((area.shape.km_to_border(point), area) for area in areas)
        return sorted(pairs, key=lambda pair: pair[0])

    def _near(self, point: Point, km: float) -> list[Area]:
        """Return the areas whose box comes within so many kilometres of the point."""
        north = km / KM_PER_DEGREE
        east = north / max(0.01, float(np.cos(np.radians(point.lat))))
        west_, south_, east_, north_ = self._boxes
        in_lon = (west_ <= point.lon + east) & (east_ >= point.lon - east)
        in_lat = (south_ <= point.lat + north) & (north_ >= point.lat - north)
        return [self._area(int(number) + 1) for number in np.flatnonzero(in_lon & in_lat)]

    def _path(self, finest: Area, first: Area | None, km: float, on: date) -> AdminPath:
        admin1, admin1_id = self._admin1(finest, first, on)
        district = finest if finest.level > 1 else None
        return AdminPath(
            country=finest.country,
            admin1=admin1,
            admin1_id=admin1_id,
            admin2=district.name if district else None,
            admin2_id=district.id if district else None,
            source=self._sources[finest.source],
            year=finest.year,
            off_km=km,
        )

    def _admin1(self, finest: Area, first: Area | None, on: date) -> tuple[str | None, str | None]:
        """Return name and id of the admin1 on a day.

        Where a unit that is no more is drawn and was there on the day, it is that; else it is what the admin1 of the
        finest unit was on the day.
        """
        if (
            first is not None
            and first.code
            and unit_on(first.code, on) == (first.code,) != unit_on(first.code, date.max)
        ):
            return first.name, first.id
        own = finest if finest.level == 1 or finest.above is not None else first
        if own is None:
            return finest.above_name, None
        today = (own.name, own.id) if own.level == 1 else (own.above_name, own.above)
        then = unit_on(own.code, on) if own.code else ()
        if len(then) > 1:  # for today: a change that the gazetteer does not know yet
            return today if on == date.max else (None, None)
        return self._called(then[0]) or today if then and then != (own.code,) else today

    def _called(self, code: str) -> tuple[str, str | None] | None:
        """Return name and id of a unit of the dated changes; one that no table has is called by its own name.

        None for a region that is not drawn, which may stand above the units, as Somalia's member states do.
        """
        row = self._rows.execute(_BY_CODE, (code,)).fetchone()
        if row is None:
            return None if ":" in code else (code, None)
        level, id_, name, above, above_name = row
        return (name, id_) if level == 1 else (above_name, above)

    def _read_area(self, number: int) -> Area:
        row = self._rows.execute(_UNIT, (number,)).fetchone()
        level, id_, name, country, above, above_name, source, year, code, rings = row
        shape = Shape.from_rings(np.frombuffer(rings, dtype=np.int32).reshape(-1, 2))
        return Area(level, id_, name, country, above, above_name, source, year, code, shape)


def _connect(path: Path) -> sqlite3.Connection:
    try:
        return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, check_same_thread=False)
    except sqlite3.Error as error:
        raise InstallationError(f"the polygons at {path} cannot be opened ({error})") from error


def _finest(areas: Sequence[Area]) -> Area:
    """Return the area of the finest level, of several the one that stands last in the tables."""
    return max(reversed(areas), key=lambda area: area.level)


def _first(areas: Sequence[Area]) -> Area | None:
    return next((area for area in reversed(areas) if area.level == 1), None)


def _km_outside(area: Area, point: Point) -> float:
    return 0.0 if area.shape.encloses(point) else area.shape.km_to_border(point)
