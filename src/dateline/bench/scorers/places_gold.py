"""Scores resolved place names against gold spans: how far off each one is, and which place, province, country it gives.

Definitions, the same for every corpus:
* right at k km: the place's id is the gold one, or its point lies within k km of the gold position ("id-or-k"): the
  middle of a country, province or river is no one point, and gazetteers put it hundreds of kilometres apart.
* a name that is given no point is wrong at every distance; its error is half the Earth's circumference (20,039 km).
* all: every gold toponym; retrieved: those of whose readings in the gazetteer one is right at 161 km (recall is their
  share). Systems that leave toponyms out whose place they cannot find report the second.
* auc: the mean of log(1 + error in km) over its largest value, 0 best (Jurgens et al. 2015); an id that is right counts
  as no error. mean_km, median_km: of the same errors.
* exact: among the toponyms whose gold id is known, those with this id. admin1, country: among those whose gold unit is
  known, those given a place of this unit.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from math import log

import numpy as np

from dateline.bench.bootstrap import Figure, Table, interval, percentage
from dateline.bench.places_corpora import GoldToponym
from dateline.bench.records import Row
from dateline.places.records import Candidate, Place, PlaceResolution

FARTHEST_KM = 20_039.0
RADII = (10, 25, 161)  # 161 km are 100 miles
_RETRIEVED_KM = 161


@dataclass(frozen=True, slots=True)
class Judged:
    """One gold toponym and what it was resolved to. Errors in kilometres; None where the gold does not say."""

    error_km: float
    retrieved: bool
    exact: bool | None
    admin1: bool | None
    country: bool | None
    probability: float | None  # None where no place was given

    @property
    def right(self) -> bool:
        return self.error_km <= _RETRIEVED_KM


def judge(gold: GoldToponym, resolution: PlaceResolution, readings: Sequence[Candidate]) -> Judged:
    """Judge one resolution; `readings` are all that the gazetteer has for the name."""
    place = resolution.place
    point = resolution.point or (place.point if place is not None else None)
    if place is not None and is_gold(place, gold.ids):
        error = 0.0
    else:
        error = gold.point.km_to(point) if point is not None else FARTHEST_KM
    unit = place or resolution.within
    return Judged(
        error,
        any(_could_be(reading.place, gold) for reading in readings),
        (place is not None and is_gold(place, gold.ids)) if gold.ids else None,
        (unit is not None and unit.admin1_id == gold.admin1_id) if gold.admin1_id else None,
        (unit is not None and unit.country == gold.country) if gold.country else None,
        resolution.probability if place is not None else None,
    )


def is_gold(place: Place, ids: Collection[str]) -> bool:
    """Tell whether one of the ids is the place's own or its id in another gazetteer."""
    return place.id in ids or any(each in ids for each in place.other_ids)


def _could_be(place: Place, gold: GoldToponym) -> bool:
    return is_gold(place, gold.ids) or (place.point is not None and gold.point.km_to(place.point) <= _RETRIEVED_KM)


def rows(corpus: str, documents: Sequence[Sequence[Judged]]) -> tuple[Row, ...]:
    """Return all figures of a corpus of judged toponyms by document, with intervals over documents."""
    found = [_share(f"places.{corpus}.recall", documents, lambda one: one.retrieved)]
    retrieved = [[one for one in document if one.retrieved] for document in documents]
    for part, members in (("all", documents), ("retrieved", retrieved)):
        found += _part_rows(f"places.{corpus}.{part}", members)
    return tuple(found)


def share_right(metric: str, documents: Sequence[Sequence[Judged]], *, note: str = "") -> Row:
    """Return the share of all toponyms that are right at 161 km."""
    return _share(metric, documents, lambda one: one.right, note=note)


def _part_rows(prefix: str, documents: Sequence[Sequence[Judged]]) -> list[Row]:
    found = [_share(f"{prefix}.acc{km}", documents, _within(km)) for km in RADII]
    found += [
        _share(f"{prefix}.exact", documents, lambda one: one.exact, note="of those with a gold id"),
        _share(f"{prefix}.admin1", documents, lambda one: one.admin1, note="of those with a gold admin1"),
        _share(f"{prefix}.country", documents, lambda one: one.country, note="of those with a gold country"),
        _mean(f"{prefix}.auc", documents, lambda one: log(1 + one.error_km) / log(1 + FARTHEST_KM), note="0 is best"),
        _mean(f"{prefix}.mean_km", documents, lambda one: one.error_km, note="km"),
        _median(f"{prefix}.median_km", documents),
    ]
    return found


def _within(km: float) -> Callable[[Judged], bool]:
    return lambda one: one.error_km <= km


def _share(
    metric: str, documents: Sequence[Sequence[Judged]], is_right: Callable[[Judged], bool | None], *, note: str = ""
) -> Row:
    """Return the share of those of which `is_right` says something."""
    answers = [[answer for one in document if (answer := is_right(one)) is not None] for document in documents]
    table = np.array([[sum(each), len(each)] for each in answers], dtype=np.float64).reshape(-1, 2)
    return _row(metric, table, percentage, note)


def _mean(metric: str, documents: Sequence[Sequence[Judged]], value: Callable[[Judged], float], *, note: str) -> Row:
    sums = [[sum(map(value, document)), len(document)] for document in documents]
    return _row(metric, np.array(sums, dtype=np.float64).reshape(-1, 2), _ratio, note)


def _row(metric: str, table: Table, figure: Figure, note: str) -> Row:
    n = int(table[:, 1].sum())
    return Row(metric, *interval(table, figure), n, note=note) if n else Row(metric, None, note="none has one")


def _median(metric: str, documents: Sequence[Sequence[Judged]]) -> Row:
    errors = [one.error_km for document in documents for one in document]
    return Row(metric, float(np.median(errors)) if errors else None, n=len(errors), note="km")


def _ratio(sums: Table) -> Table:
    return percentage(sums) / 100
