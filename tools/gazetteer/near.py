"""Nearness: which places of the core lie about a point."""

import heapq
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from math import asin, cos, radians, sin, sqrt

from dateline.places.names import name_key
from gazetteer.row import Row

_EARTH_KM = 6371.0
_CELLS_PER_DEGREE = 2
_NEIGHBOURS = 5  # settlements that vote on what a point lies in
_RINGS = 4  # cells to look around: two degrees


def distance_km(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Return the great-circle distance of two (latitude, longitude) points in degrees."""
    lat1, lon1, lat2, lon2 = map(radians, (*one, *other))
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * _EARTH_KM * asin(sqrt(half))


class Settlements:
    """The settlements of the core by name and by where they lie, each with the units that hold it."""

    def __init__(self, rows: dict[str, Row]) -> None:
        self._rows = rows
        self._by_key: dict[tuple[str, str], list[Row]] = defaultdict(list)
        self._by_cell: dict[tuple[str, int, int], list[Row]] = defaultdict(list)
        for row in rows.values():
            if row.kind == "s" and row.point is not None:
                for key in {name_key(text) for text in (row.name, *row.names)}:
                    self._by_key[row.country, key].append(row)
                self._by_cell[row.country, *_cell(row.point)].append(row)

    def named(self, country: str, texts: Iterable[str]) -> list[Row]:
        """Return the settlements of a country that have one of the names."""
        keys = sorted({name_key(text) for text in texts} - {""})
        return list({row.id: row for key in keys for row in self._by_key.get((country, key), ())}.values())

    def unit_around(self, country: str, point: tuple[float, float], kind: str) -> str:
        """Return the id of the unit of this kind that most of the nearest settlements lie in, or "" if none is near."""
        nearest = heapq.nsmallest(
            _NEIGHBOURS, self._around(country, point), key=lambda row: (distance_km(point, row.point or point), row.id)
        )
        units = Counter(unit for row in nearest if (unit := unit_of_kind(self._rows, row.parent, kind)))
        return max(units, key=lambda unit: (units[unit], unit)) if units else ""

    def _around(self, country: str, point: tuple[float, float]) -> Iterator[Row]:
        row, column = _cell(point)
        reach = range(-_RINGS, _RINGS + 1)
        for down in reach:
            for right in reach:
                yield from self._by_cell.get((country, row + down, column + right), ())


def _cell(point: tuple[float, float]) -> tuple[int, int]:
    return int(point[0] * _CELLS_PER_DEGREE // 1), int(point[1] * _CELLS_PER_DEGREE // 1)


def unit_of_kind(rows: dict[str, Row], unit: str, kind: str) -> str:
    """Return the id of the unit of this kind that a unit is or lies in, or ""."""
    while unit in rows and rows[unit].kind != kind:
        unit = rows[unit].parent
    return unit if unit in rows else ""
