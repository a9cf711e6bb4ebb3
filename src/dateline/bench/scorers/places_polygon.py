"""Scores the polygons: whether the units that hold a position are those that UCDP GED gives it.

GED writes units by names of its own ("Qada al Fallujah", "Djugu territory"), many of them of years before today's
units. A name agrees if it is the same without the words for its kind, if it has the same transliteration skeleton, or
if it leads to that very unit in the gazetteer. What disagrees is therefore a wrong unit, a renamed one or a spelling.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
import yaml

from dateline.bench.bootstrap import interval, percentage
from dateline.bench.ged_units import GedUnits
from dateline.bench.records import Row
from dateline.places.admin import AdminPath, Units
from dateline.places.gazetteer import Gazetteer
from dateline.places.names import name_key, plain
from dateline.places.skeleton import skeleton

METRIC = "places.polygon"
_PEER = "Natural Earth alone, on 1,000 rows"
_PEER_COUNTRY, _PEER_ADMIN1 = 97.7, 89.9
_SHORTEST = 3  # letters of a skeleton that can tell two names apart


@dataclass(frozen=True, slots=True)
class Judged:
    """Whether each level of one position agrees with GED; None where GED gives none, or the polygons know none."""

    country: bool | None
    admin1: bool | None
    admin2: bool | None
    has_district: bool


def rows(places: Iterable[GedUnits], *, units: Units, gazetteer: Gazetteer) -> tuple[Row, ...]:
    """Return the shares of positions whose country, admin1 and admin2 are GED's, with 95 % intervals over rows.

    `admin2` is over the positions for which there is a polygon of a district; `admin2.drawn` is the share of these.
    """
    judged = [judge(place, units.path_of(place.point, place.on), gazetteer) for place in places]
    asked = [each for each in judged if each.admin2 is not None]
    return (
        _share(f"{METRIC}.country", [bool(each.country) for each in judged], peer=_PEER_COUNTRY),
        _share(f"{METRIC}.admin1", [each.admin1 for each in judged if each.admin1 is not None], peer=_PEER_ADMIN1),
        _share(f"{METRIC}.admin2", [bool(each.admin2) for each in asked if each.has_district]),
        _share(f"{METRIC}.admin2.drawn", [each.has_district for each in asked]),
    )


def judge(place: GedUnits, path: AdminPath, gazetteer: Gazetteer) -> Judged:
    """Compare the polygons' units of one position with GED's."""
    admin1 = None if place.admin1 is None else same_unit(place.admin1, path.admin1, path.admin1_id, gazetteer)
    admin2 = None if place.admin2 is None else same_unit(place.admin2, path.admin2, path.admin2_id, gazetteer)
    return Judged(path.country in place.countries, admin1, admin2, path.admin2 is not None)


def same_unit(theirs: str, ours: str | None, our_id: str | None, gazetteer: Gazetteer) -> bool:
    """Tell whether GED's name of a unit is a name of ours."""
    if ours is None:
        return False
    bare, own = without_kind(theirs), without_kind(ours)
    if name_key(bare) == name_key(own):
        return True
    bones = skeleton(bare)
    if len(bones) >= _SHORTEST and bones == skeleton(own):
        return True
    readings = (candidate.place for name in (theirs, bare) for candidate in gazetteer.candidates(name))
    return our_id is not None and any(place.id == our_id for place in readings)


def without_kind(name: str) -> str:
    """Return a name's plain words without what is in brackets and without the words for a kind of unit."""
    words = plain(re.sub(r"\(.*?\)", " ", name)).split()
    kept = [word for word in words if word not in _kind_words()]
    return " ".join(kept or words)


@cache
def _kind_words() -> frozenset[str]:
    text = files("dateline.bench").joinpath("data", "ged_unit_words.yaml").read_text("utf-8")
    return frozenset(plain(word) for word in yaml.safe_load(text))


def _share(metric: str, right: Sequence[bool], peer: float | None = None) -> Row:
    if not right:
        return Row(metric, None, note="no such row, or no polygons")
    table = np.array([[float(each), 1.0] for each in right], dtype=np.float64)
    return Row(metric, *interval(table, percentage), len(right), _PEER if peer else None, peer)
