"""A small world of polygons: two countries on a square each, side by side, with districts in the western one.

Western lies from 10 to 12 degrees east, Eastern from 12 to 14, both from 0 to 2 degrees north; the sea is around them.
Western has the provinces Northern (1 to 2 north) and Southern (0 to 1), and in Northern the districts Alpha (10 to 11
east) and Beta (11.1 to 12 east): between these is a gap.
"""

import hashlib
import json
import lzma
from itertools import pairwise
from pathlib import Path

from dateline.places.packs import Pack, read_pack

SOURCES = {
    "drawn": {"name": "A map", "licence": "public domain", "credit": "nobody"},
    "surveyed": {"name": "A survey", "licence": "CC BY 4.0", "credit": "A surveyor"},
}


def square(west: float, south: float, east: float, north: float) -> str:
    """The ring of a square as a table has it: the first point, then steps, in units of 1e-4 degree."""
    corners = [(west, south), (east, south), (east, north), (west, north), (west, south)]
    points = [(round(lon * 10_000), round(lat * 10_000)) for lon, lat in corners]
    steps = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(points)]
    return " ".join(f"{lon} {lat}" for lon, lat in (points[0], *steps))


def line(level, id_, name, country, rings, **fields) -> str:
    """One line of a table; other fields: above, above_name, source, year, code."""
    rest = {"above": "", "above_name": "", "source": "drawn", "year": "", "code": "", **fields}
    return "\t".join((str(level), id_, name, country, *rest.values(), rings)) + "\n"


CORE = (
    line(1, "gn:2", "Eastern Province", "EE", square(12, 0, 14, 2)),
    line(1, "gn:11", "Northern", "WW", square(10, 1, 12, 2), code="iso:WW-N"),
    line(1, "gn:12", "Southern", "WW", square(10, 0, 12, 1), code="iso:WW-S"),
)
DISTRICTS = (
    line(
        2,
        "gn:111",
        "Alpha",
        "WW",
        square(10, 1, 11, 2),
        above="gn:11",
        above_name="Northern",
        source="surveyed",
        year="2019",
        code="iso:WW-N",
    ),
    line(2, "", "Beta", "WW", square(11.02, 1, 12.1, 2), source="surveyed", year="2019"),
)


def write_pack(folder: Path, lines, *, name: str = "core", sha256: str | None = None) -> Pack:
    """Write a table of polygons with its manifest into a folder, and read its pack."""
    folder.mkdir(parents=True, exist_ok=True)
    packed = lzma.compress("".join(lines).encode())
    manifest = {"sha256": sha256 or hashlib.sha256(packed).hexdigest(), "rows": len(lines), "sources": SOURCES}
    (folder / "polygons.tsv.xz").write_bytes(packed)
    (folder / "polygons.json").write_text(json.dumps(manifest))
    return read_pack(name, folder, stem="polygons")
