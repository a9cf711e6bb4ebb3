"""Scores the look-up of places as UCDP GED writes them ("Bulo Burti town"), the country known.

candidate25: among all the places that the look-up gives in the country one lies within 25 km of GED's position.
pick25: the first of them does, GED's admin1 being known by its name.
The figures without more words are over the towns and villages of the countries that an installed pack covers; beside
them stand each kind, all kinds, and all countries.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from dateline.bench.bootstrap import interval, percentage
from dateline.bench.ged_places import OTHER, GedPlace
from dateline.bench.records import Row
from dateline.places.gazetteer import Gazetteer
from dateline.places.lookup import look_up
from dateline.places.records import Candidate

_KM = 25.0
_LEAST_ROWS = 100  # of a pack in a country that it covers
_KINDS = ("town", "village", OTHER)


@dataclass(frozen=True, slots=True)
class Found:
    """What the look-up gave for one place of GED: whether any is near, whether the first is, and how many there are."""

    place: GedPlace
    has_near: bool
    first_is_near: bool
    candidates: int


def rows(places: Iterable[GedPlace], *, gazetteer: Gazetteer) -> tuple[Row, ...]:
    """Return the figures of candidate25 and pick25 with 95 % intervals over rows."""
    found = [find(place, gazetteer) for place in places]
    covered = covered_countries(gazetteer)
    inside = [each for each in found if not covered.isdisjoint(each.place.countries)]
    settled = [each for each in inside if each.place.kind != OTHER]
    parts = {"": settled}
    parts |= {f".{kind}": [each for each in inside if each.place.kind == kind] for kind in _KINDS}
    parts |= {".covered": inside, ".everywhere": found}
    return tuple(row for part, members in parts.items() for row in _rows(part, members, len(covered)))


def find(place: GedPlace, gazetteer: Gazetteer) -> Found:
    """Look one place up, without and with its admin1."""
    anywhere = look_up(place.name, gazetteer=gazetteer, country=place.countries)
    best = look_up(place.name, gazetteer=gazetteer, country=place.countries, admin1=place.admin1)[:1]
    return Found(place, _is_near(anywhere, place), _is_near(best, place), len(anywhere))


def covered_countries(gazetteer: Gazetteer) -> frozenset[str]:
    """Return the countries (ISO 3166-1 alpha-2) in which the packs beside the core's table have 100 rows or more."""
    packs = gazetteer.meta("packs")[1:]
    return frozenset(code for pack in packs for code, rows in pack["rows_by_country"].items() if rows >= _LEAST_ROWS)


def _is_near(candidates: Sequence[Candidate], place: GedPlace) -> bool:
    points = (candidate.place.point for candidate in candidates)
    return any(point is not None and point.km_to(place.point) <= _KM for point in points)


def _rows(part: str, found: Collection[Found], covered: int) -> tuple[Row, Row]:
    mean = np.mean([each.candidates for each in found]) if found else 0
    candidates = f"{covered} countries; {mean:.0f} candidates a name"
    return (
        _share(f"places.ged.candidate25{part}", [each.has_near for each in found], candidates),
        _share(f"places.ged.pick25{part}", [each.first_is_near for each in found], "country and admin1 known"),
    )


def _share(metric: str, right: Sequence[bool], note: str) -> Row:
    if not right:
        return Row(metric, None, note="no such row, or no pack is installed")
    table = np.array([[float(each), 1.0] for each in right], dtype=np.float64)
    return Row(metric, *interval(table, percentage), len(right), note=note)
