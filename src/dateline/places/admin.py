"""Admin: which country and units hold a point, by their polygons."""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

import numpy as np

from dateline.places.polygons import KM_PER_DEGREE, UNITS_PER_DEGREE, Shape, unpacked_polygons
from dateline.values.points import Point

FARTHEST_KM = 22.2  # a point this near is given the unit: 12 nautical miles, the territorial sea
_REMEMBERED = 3_000  # shapes kept in memory: some 60 MB where all are large
_UNIT = "SELECT level, id, name, country, above, above_name, source, year, rings FROM unit WHERE n = ?"


@dataclass(frozen=True, slots=True)
class AdminPath:
    """The units that hold a point. What is not known is None.

    `country` is ISO 3166-1 alpha-2; ids are the gazetteer's. `source` and `year` say who drew the finest unit and of
    which year it is; `off_km` is above 0 where the point lies in no unit and that of the nearest is given: how far off.
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
    shape: Shape


def open_units(path: Path | None = None) -> "Units":
    """Open the shipped polygons, or the unpacked ones at `path`, for reading.

    The first call on a machine unpacks them into the cache folder, which takes some seconds. Raises InstallationError.
    """
    return Units(path or unpacked_polygons())


class Units:
    """Administrative units by point and by id. Reads only; threads may share it."""

    def __init__(self, path: Path) -> None:
        self._rows = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, check_same_thread=False)
        boxes = self._rows.execute("SELECT west, south, east, north FROM unit ORDER BY n").fetchall()
        self._boxes = np.array(boxes, dtype=np.float64).reshape(-1, 4).T / UNITS_PER_DEGREE
        self._sources = dict(self._rows.execute("SELECT code, name FROM source"))
        self._area = lru_cache(_REMEMBERED)(self._read_area)

    def path_of(self, point: Point, on: date | None = None) -> AdminPath:
        """Return the units that hold the point; those of a day where `on` is given.

        A point at sea or in a gap gets the nearest unit within 22 km, with `off_km` above 0; one farther off gets none.
        """
        inside = [area for area in self._near(point, 0.0) if area.shape.encloses(point)]
        if inside:
            return self._path(inside, 0.0)
        near = [(area.shape.km_to_border(point), area) for area in self._near(point, FARTHEST_KM)]
        km, nearest = min(near, key=lambda pair: pair[0], default=(np.inf, None))
        return self._path([nearest], km) if nearest is not None and km <= FARTHEST_KM else AdminPath()

    def km_outside(self, point: Point, unit_id: str) -> float | None:
        """Return how far outside a unit the point lies, 0 inside; None where the unit has no polygon."""
        numbers = self._rows.execute("SELECT n FROM unit WHERE id = ?", (unit_id,)).fetchall()
        shapes = [self._area(number).shape for (number,) in numbers]
        return min((0.0 if each.encloses(point) else each.km_to_border(point) for each in shapes), default=None)

    def _near(self, point: Point, km: float) -> Iterable[Area]:
        """Return the areas whose box comes within so many kilometres of the point."""
        north = km / KM_PER_DEGREE
        east = north / max(0.01, float(np.cos(np.radians(point.lat))))
        west_, south_, east_, north_ = self._boxes
        in_lon = (west_ <= point.lon + east) & (east_ >= point.lon - east)
        in_lat = (south_ <= point.lat + north) & (north_ >= point.lat - north)
        return [self._area(int(number) + 1) for number in np.flatnonzero(in_lon & in_lat)]

    def _path(self, areas: list[Area], km: float) -> AdminPath:
        """Return the path through areas of several levels: the finest and latest table's first."""
        finest = max(reversed(areas), key=lambda area: area.level)
        first = next((area for area in reversed(areas) if area.level == 1), None)
        drawn = (self._sources[finest.source], finest.year, km)
        if finest.level == 1:
            return AdminPath(finest.country, finest.name, finest.id, None, None, *drawn)
        above = (finest.above_name, finest.above)
        if finest.above is None and first is not None:
            above = (first.name, first.id)
        return AdminPath(finest.country, *above, finest.name, finest.id, *drawn)

    def _read_area(self, number: int) -> Area:
        *about, rings = self._rows.execute(_UNIT, (number,)).fetchone()
        return Area(*about, Shape.from_rings(np.frombuffer(rings, dtype=np.int32).reshape(-1, 2)))
