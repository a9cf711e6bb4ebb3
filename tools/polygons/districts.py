"""Districts: the second-order units of the countries of a table of places, each country drawn as well as it can be."""

import lzma
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

import shapely

from polygons.line import Drawn
from polygons.mosaic import Site, mosaic
from polygons.units import Roll, public_id

_SOURCE = "mosaic"
_FITTING = 0.9  # share of a country's settlements whose admin1 is drawn: then each admin1 is filled by itself
_FARTHEST = 0.3  # degrees: a settlement this far outside its own admin1 is misplaced


def read_sites(tables: Sequence[Path], roll: Roll) -> dict[str, list[Site]]:
    """Return the settlements of the tables that lie in a second-order unit, by country."""
    sites: dict[str, list[Site]] = defaultdict(list)
    for table in tables:
        with lzma.open(table, "rt", encoding="utf-8") as lines:
            for line in lines:
                cells = line.split("\t", 8)
                unit = roll.by_id.get(public_id(cells[2])) if cells[1] == "s" and cells[5] else None
                if unit is not None and unit.level == 2 and unit.country == cells[3]:
                    sites[cells[3]].append((float(cells[6]), float(cells[5]), unit.id))
    return sites


def draw_districts(sites: Sequence[Site], firsts: Sequence[Drawn], roll: Roll) -> Iterator[Drawn]:
    """Yield the districts of one country; `firsts` are its first-order units, drawn in full detail.

    Where the drawn units are those of the gazetteer, each is filled by itself, and the rest of the country (a unit that
    is no more, such as Pakistan's tribal areas) with whatever is nearest.
    """
    pieces: dict[str, list[shapely.Geometry]] = defaultdict(list)
    for ground, own in _grounds(sites, firsts, roll):
        shapely.prepare(ground)
        places = shapely.points([site[:2] for site in own]) if own else []
        near = [site for site, off in zip(own, shapely.distance(ground, places), strict=True) if off < _FARTHEST]
        for label, area in mosaic(near, ground).items() if near else ():
            pieces[label].append(area)
    for label, areas in sorted(pieces.items()):
        yield Drawn.of(roll.by_id[label], shapely.union_all(areas), _SOURCE)


def _grounds(
    sites: Sequence[Site], firsts: Sequence[Drawn], roll: Roll
) -> Iterator[tuple[shapely.Geometry, list[Site]]]:
    """Yield pieces of a country with the settlements that may lie in them.

    Settlements of an admin1 that is not drawn may lie anywhere: `draw_districts` keeps those that are near.
    """
    above = {label: unit.id if (unit := roll.by_id[label].above) else "" for _, _, label in sites}
    drawn = {unit.id: unit.area for unit in firsts if unit.level == 1 and unit.id in above.values()}
    fitting = sum(above[label] in drawn for _, _, label in sites) / len(sites)
    if fitting < _FITTING or len(drawn) < 2:
        drawn = {}
    undrawn = set(above.values()) - drawn.keys()
    for unit_id, ground in sorted(drawn.items()):
        yield ground, [site for site in sites if above[site[2]] in (unit_id, *undrawn)]
    rest = [unit.area for unit in firsts if unit.id not in drawn]
    if rest:
        yield shapely.union_all(rest), list(sites)
