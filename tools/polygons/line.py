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


@dataclass(frozen=True, slots=True)
class Drawn:
    """A unit with its area. `above` and `above_name` are the admin1 of an admin2; ids are "" where none is known."""

    level: int
    id: str
    name: str
    country: str
    above: str
    above_name: str
    source: str  # a code of `sources.yaml`
    area: shapely.Geometry
    year: int | None = None

    @classmethod
    def of(cls, unit: Unit, area: shapely.Geometry, source: str) -> "Drawn":
        above = unit.above
        return cls(
            unit.level,
            unit.id,
            unit.name,
            unit.country,
            above.id if above else "",
            above.name if above else "",
            source,
            area,
        )

    def line(self) -> str:
        cells = (str(self.level), self.id, self.name, self.country, self.above, self.above_name)
        cells += (self.source, str(self.year or ""))
        return "\t".join((*cells, written(self.area))) + "\n"


def write_polygons(units: Sequence[Drawn], target: Path) -> str:
    """Write `target`/polygons.tsv.xz and its manifest polygons.json; return a line that says what was written."""
    ordered = sorted(units, key=lambda unit: (unit.country, unit.level, unit.above_name, unit.name, unit.id))
    packed = lzma.compress("".join(unit.line() for unit in ordered).encode(), preset=9 | lzma.PRESET_EXTREME)
    (target / "polygons.tsv.xz").write_bytes(packed)
    text = json.dumps(_manifest(ordered, packed), indent=1, ensure_ascii=False) + "\n"
    (target / "polygons.json").write_text(text, encoding="utf-8")
    return f"{target}: {len(ordered)} units, {len(packed) / 1e6:.2f} MB"


def _manifest(units: Sequence[Drawn], packed: bytes) -> dict[str, Any]:
    """Return the hash, the sources with year, licence and credit, and how many units of each level a country has."""
    known = yaml.safe_load(_SOURCES.read_text("utf-8"))
    layers = Counter((unit.country, unit.level, unit.source) for unit in units)
    named = Counter((unit.country, unit.level, unit.source) for unit in units if unit.id)
    return {
        "sha256": hashlib.sha256(packed).hexdigest(),
        "rows": len(units),
        "sources": {code: known[code] for code in sorted({unit.source for unit in units})},
        "layers": [
            {"country": key[0], "level": key[1], "source": key[2], "units": layers[key], "with_id": named[key]}
            for key in sorted(layers)
        ],
    }
