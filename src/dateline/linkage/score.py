"""Score: how probable it is that two items are one thing, and why."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from dateline.linkage.features import FEATURES
from dateline.linkage.features.people import addresses_shared
from dateline.linkage.features.places import same_town
from dateline.linkage.features.time import same_day_stated
from dateline.linkage.features.what import kinds_alike, perpetrators_contradict, tolls_contradict
from dateline.linkage.records import Item
from dateline.linkage.weights import Tables, load_weights

IN_PASSING = -0.7  # log odds, set by hand: the weights know leads alone, and what is told in passing has few words
CONTRADICTION = -3.0  # each beyond the first, by hand: the weights know reports of places that are hard to tell apart
OTHER_MANNER = -1.5  # by blast and not by gun, by hand likewise: nearly all that the weights know are shootings
ELSEWHERE = -4.0  # two towns so far apart, on days that both are said: the weights know homonyms of the United States
FAR_KM, _TOWN = 100.0, 2  # from town to town; UCDP where_prec of what is within 25 km of one
APART = 0.0  # of two accounts of one teller, who says that they are two
TOLD_TWICE = 0.8  # of two that differ in nothing: one thing that its teller tells twice; both set by hand
_NAMES = [feature.name for feature in FEATURES]
_CONTRADICTIONS, _MANNERS = _NAMES.index("contradictions"), _NAMES.index("manners_contradict")
_MEASURES = tuple(feature.measure for feature in FEATURES)


class Scorer(Protocol):
    """Says of one item and each of others how probable it is that they are one thing."""

    def chances(self, item: Item, others: Sequence[Item]) -> list[float]: ...


@dataclass(frozen=True, slots=True)
class Reason:
    """What one feature adds to the log odds that two items are one thing."""

    feature: str
    explanation: str
    value: float | None  # as measured; None where one of the two does not tell
    added: float


class PairScorer:
    """Scores pairs by the fitted tables. Two accounts of one teller are two, unless nothing tells them apart."""

    def __init__(self, tables: Tables | None = None) -> None:
        self._tables = tables or load_weights().pair

    def chances(self, item: Item, others: Sequence[Item]) -> list[float]:
        if not others:
            return []
        measured = np.array([measure(item, other) for other in others])
        shift = np.array([0.0 if item.is_lead and other.is_lead else IN_PASSING for other in others])
        shift += CONTRADICTION * np.maximum(0, measured[:, _CONTRADICTIONS] - 1)
        shift += OTHER_MANNER * np.nan_to_num(measured[:, _MANNERS])
        shift += ELSEWHERE * np.array([_are_elsewhere(item, other) for other in others])
        chances = self._tables.chances(measured, shift).tolist()
        return [
            _chance_of_one_teller(item, other) if other.group == item.group else chance
            for other, chance in zip(others, chances, strict=True)
        ]


def _are_elsewhere(one: Item, other: Item) -> bool:
    """Tell whether both are said to be on a day in a town, and the towns lie far apart."""
    if None in (one.first, other.first) or one.first != one.last or other.first != other.last:
        return False
    towns = [[spot.point for spot in each.spots if spot.precision <= _TOWN and spot.point] for each in (one, other)]
    gaps = [here.km_to(there) for here in towns[0] for there in towns[1]]
    return bool(gaps) and min(gaps) > FAR_KM


def measure(one: Item, other: Item) -> list[float]:
    """Return the value of every feature, in their order; not a number where it is not known."""
    return [each(one, other) for each in _MEASURES]


def explain(one: Item, other: Item, tables: Tables | None = None) -> tuple[Reason, ...]:
    """Return what each feature adds, the weightiest first; what two add together is shared between them."""
    tables = tables or load_weights().pair
    measured = measure(one, other)
    added = np.zeros(len(FEATURES))
    cells = tables.added(np.array([measured]))[0] / 2
    np.add.at(added, tables.first, cells)
    np.add.at(added, tables.second, cells)
    reasons = (
        Reason(feature.name, feature.explanation, None if value != value else value, float(weight))  # noqa: PLR0124
        for feature, value, weight in zip(FEATURES, measured, added, strict=True)
    )
    return tuple(sorted(reasons, key=lambda reason: -abs(reason.added)))


def _chance_of_one_teller(one: Item, other: Item) -> float:
    """Return how probable it is that a teller tells one thing twice: same kind, town and day, nothing against it."""
    same = kinds_alike(one, other) == 1 and same_town(one, other) == 1 and same_day_stated(one, other) == 1
    against = tolls_contradict(one, other) > 0 or perpetrators_contradict(one, other) == 1
    return TOLD_TWICE if same and not against and addresses_shared(one, other) != 0 else APART
