"""Shapes: from coverages of polygons to lines of whole numbers, neighbours still meeting."""

from collections.abc import Sequence

import numpy as np
import shapely

UNITS_PER_DEGREE = 10_000  # 1e-4 degree is 11 m at the equator, far below the boundaries' own error
_SMALLEST = 2e-6  # square degrees, some 0.02 km2: islets that no event lies on


def simplified(shapes: Sequence[shapely.Geometry], tolerance: float) -> list[shapely.Geometry]:
    """Return the shapes with fewer vertices. Shared borders stay shared: the shapes are taken as one coverage.

    `tolerance` is in degrees: corners whose triangle is smaller than its square are cut (Visvalingam-Whyatt).
    """
    valid = shapely.make_valid(np.asarray(shapes, dtype=object))
    kept = [_areas(shape) for shape in valid]
    return [_areas(shape) for shape in shapely.coverage_simplify(kept, tolerance)]


def _areas(shape: shapely.Geometry) -> shapely.Geometry:
    """Return only the polygons of a shape, without islets unless there is nothing else."""
    parts = [part for part in shapely.get_parts(shape, return_index=False) if part.geom_type == "Polygon"]
    parts += [
        inner
        for part in shapely.get_parts(shape)
        if part.geom_type == "MultiPolygon"
        for inner in shapely.get_parts(part)
    ]
    largest = max(parts, key=shapely.area)
    return shapely.multipolygons([part for part in parts if part is largest or part.area > _SMALLEST])


def written(shape: shapely.Geometry) -> str:
    """Return the rings as text: rings parted by ";", each a list of whole numbers lon lat, dlon dlat, ...

    The first point is absolute, the others are steps from the one before, in units of 1e-4 degree. Outer rings and
    holes are not told apart: a point lies inside where it is enclosed an odd number of times.
    """
    rings = []
    for polygon in shapely.get_parts(shape):
        for ring in (polygon.exterior, *polygon.interiors):
            points = np.rint(shapely.get_coordinates(ring) * UNITS_PER_DEGREE).astype(int)
            moves = np.any(points[1:] != points[:-1], axis=1)
            points = np.vstack([points[:1], points[1:][moves]])
            if len(points) > 3:
                steps = np.vstack([points[:1], np.diff(points, axis=0)])
                rings.append(" ".join(map(str, steps.ravel())))
    return ";".join(rings)
