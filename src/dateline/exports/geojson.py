"""GeoJSON (RFC 7946): one feature a row, for maps."""

import json
from pathlib import Path

from dateline.exports.records import Table
from dateline.views.records import Plain, Row


def write_geojson(table: Table, path: Path) -> int:
    """Write a feature collection, UTF-8, a feature a line; a row without a position has the geometry null.

    A position is a row's `longitude` and `latitude`, WGS 84; `radius_km` and `where_prec` tell how exact it is. Every
    column is a property too, null where it is null.
    """
    names = [column.name for column in table.columns]
    written = 0
    with path.open("w", encoding="utf-8", newline="\n", errors="replace") as file:
        file.write('{"type": "FeatureCollection", "features": [')
        for row in table.rows:
            file.write("\n" if written == 0 else ",\n")
            file.write(json.dumps(_feature(row, names), ensure_ascii=False, allow_nan=False))
            written += 1
        file.write("\n]}\n")
    return written


def _feature(row: Row, names: list[str]) -> Row:
    position: list[Plain] = [row.get("longitude"), row.get("latitude")]
    geometry: Plain = None if None in position else {"type": "Point", "coordinates": position}
    properties: Row = {name: row.get(name) for name in names}
    return {"type": "Feature", "geometry": geometry, "properties": properties}
