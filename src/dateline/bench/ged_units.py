"""Reads UCDP GED rows as questions about polygons: a position, and the country and units that GED gives it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from dateline.bench.ged_places import countries_of, read_ged
from dateline.places.gazetteer import Gazetteer
from dateline.values.points import Point

_FIELDS = ("where_prec", "country", "adm_1", "adm_2", "latitude", "longitude", "date_start")
_DISTRICT, _PROVINCE = 3, 4  # where_prec: the second-order unit, the first-order unit (GED codebook 22.1)


@dataclass(frozen=True, slots=True)
class GedUnits:
    """One position and day with GED's units; None where GED gives none, or where its position is a coarser unit's."""

    point: Point
    countries: tuple[str, ...]  # ISO 3166-1 alpha-2; more than one where the state held several
    admin1: str | None
    admin2: str | None
    on: date


def read_ged_units(path: Path, gazetteer: Gazetteer) -> Iterator[GedUnits]:
    """Yield the rows that lie in a country, in the order of the file.

    Raises InputError with file and line where a country is not known or a number is none.
    """
    return read_ged(path, _FIELDS, lambda row: _units(row, gazetteer))


def _units(row: Mapping[str, Any], gazetteer: Gazetteer) -> GedUnits:
    precision = int(float(row["where_prec"]))
    return GedUnits(
        Point(float(row["latitude"]), float(row["longitude"])),
        countries_of(str(row["country"]), gazetteer),
        (row["adm_1"] or None) if precision <= _PROVINCE else None,
        (row["adm_2"] or None) if precision <= _DISTRICT else None,
        datetime.fromtimestamp(float(row["date_start"]), UTC).date(),
    )
