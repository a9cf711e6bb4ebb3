"""Mosaics: districts drawn from the settlements that the gazetteer places in them.

Where no openly licensed polygon of a district exists, the ground nearest to its settlements is taken to be the
district's. In settled country the border is right to about half the distance between two villages.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import shapely

Site = tuple[float, float, str]  # longitude, latitude, the id of the unit that the settlement lies in

_NUDGE = 2e-4  # degrees, 20 m: gazetteers round to arc minutes, and points on a grid make cells without a shape
_LONELY = 2  # settlements: a part of a district with no more of them, apart from the rest, is a slip of the gazetteer


def mosaic(sites: Iterable[Site], ground: shapely.Geometry) -> dict[str, shapely.Geometry]:
    """Return the area of each unit: the part of the ground that is nearest to one of its settlements."""
    labels = _one_each(sites)
    areas = _cells(labels, ground)
    slips = _slips(labels, areas)
    if slips:
        areas = _cells({place: label for place, label in labels.items() if place not in slips}, ground)
    clipped = {label: shapely.intersection(area, ground) for label, area in areas.items()}
    return {label: area for label, area in clipped.items() if area.area > 0}


def _one_each(sites: Iterable[Site]) -> dict[tuple[float, float], str]:
    """Return one label for each position: the one that most of the settlements there have."""
    votes: dict[tuple[float, float], Counter[str]] = defaultdict(Counter)
    for lon, lat, label in sites:
        votes[round(lon, 3), round(lat, 3)][label] += 1
    labels = [min(found, key=lambda label: (-found[label], label)) for _, found in sorted(votes.items())]
    positions = _nudged(np.array(sorted(votes)).reshape(-1, 2))
    return {(lon, lat): label for (lon, lat), label in zip(positions.tolist(), labels, strict=True)}


def _cells(labels: Mapping[tuple[float, float], str], ground: shapely.Geometry) -> dict[str, shapely.Geometry]:
    if len(set(labels.values())) == 1:
        return {next(iter(labels.values())): ground}
    points = shapely.points(np.array(list(labels)))
    cells = shapely.get_parts(shapely.voronoi_polygons(shapely.multipoints(points), extend_to=ground))
    owners = _owners(cells, points, list(labels.values()))
    return {label: shapely.union_all(cells[numbers]) for label, numbers in sorted(owners.items())}


def _nudged(positions: np.ndarray) -> np.ndarray:
    """Return the positions, each moved a little its own way, the same in every run."""
    turns = np.arange(2 * len(positions)).reshape(-1, 2) * 0.6180339887498949 % 1.0
    return positions + (turns - 0.5) * _NUDGE


def _owners(cells: np.ndarray, points: np.ndarray, labels: Sequence[str]) -> dict[str, list[int]]:
    """Return the numbers of each label's cells: a cell holds exactly one point."""
    found = shapely.STRtree(cells).query(points, predicate="intersects")
    owners: dict[str, list[int]] = defaultdict(list)
    for point, cell in found.T:
        owners[labels[point]].append(cell)
    return owners


def _slips(
    labels: Mapping[tuple[float, float], str], areas: Mapping[str, shapely.Geometry]
) -> set[tuple[float, float]]:
    """Return the settlements that stand alone or in pairs amid another district."""
    by_label: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for place, label in labels.items():
        by_label[label].append(place)
    slips: set[tuple[float, float]] = set()
    for label, places in by_label.items():
        parts = shapely.get_parts(areas[label])
        inside = shapely.STRtree(shapely.points(np.array(places))).query(parts, predicate="intersects")
        counts = Counter(inside[0])
        largest = max(counts.values(), default=0)
        small = {part for part, count in counts.items() if count <= _LONELY < largest}
        slips.update(places[point] for part, point in inside.T if part in small)
    return slips
