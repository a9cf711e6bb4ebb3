"""Score: how probable it is that two items are one thing, and why."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isnan
from typing import Protocol

import numpy as np

from dateline.linkage.features import FEATURES, Feature
from dateline.linkage.features.people import addresses_shared
from dateline.linkage.features.places import same_town
from dateline.linkage.features.time import same_day_stated
from dateline.linkage.features.what import kinds_alike, perpetrators_contradict, tolls_contradict
from dateline.linkage.priors import PRIORS, added_by_hand
from dateline.linkage.records import Item
from dateline.linkage.weights import Tables, load_weights

APART = 0.0  # of two accounts of one teller, who says that they are two
TOLD_TWICE = 0.8  # of two that differ in nothing: one thing that its teller tells twice; both set by hand
_MEASURES = tuple(feature.measure for feature in FEATURES)


class Scorer(Protocol):
    """Says of one item and each of others how probable it is that they are one thing."""

    def chances(self, item: Item, others: Sequence[Item]) -> list[float]: ...


@dataclass(frozen=True, slots=True)
class Reason:
    """What one feature adds to the log odds that two items are one thing: by the fitted tables and by hand."""

    feature: str
    explanation: str
    value: float | None  # as measured; None where one of the two does not tell
    added: float


class PairScorer:
    """Scores pairs by fitted tables and priors. Two accounts of one teller are two, unless nothing parts them."""

    def __init__(self, tables: Tables | None = None) -> None:
        self._tables = tables or load_weights().pair

    def chances(self, item: Item, others: Sequence[Item]) -> list[float]:
        if not others:
            return []
        measured = np.array([measure(item, other) for other in others])
        shift = added_by_hand(item, others, measured).sum(axis=1)
        chances = self._tables.chances(measured, shift).tolist()
        return [
            _chance_of_one_teller(item, other) if other.group == item.group else chance
            for other, chance in zip(others, chances, strict=True)
        ]


def measure(one: Item, other: Item) -> list[float]:
    """Return the value of every feature, in their order; not a number where it is not known."""
    return [each(one, other) for each in _MEASURES]


def explain(one: Item, other: Item, tables: Tables | None = None) -> tuple[Reason, ...]:
    """Return what each feature adds, the weightiest first; what two add together is shared between them.

    Of two accounts of one teller a rule decides and not what features add: see `PairScorer`.
    """
    tables = tables or load_weights().pair
    measured = np.array([measure(one, other)])
    added = np.zeros(len(FEATURES))
    cells = tables.added(measured)[0] / 2
    np.add.at(added, tables.first, cells)
    np.add.at(added, tables.second, cells)
    sums = dict(zip(FEATURES, added.tolist(), strict=True))
    values = dict(zip(FEATURES, measured[0].tolist(), strict=True))
    for prior, by_hand in zip(PRIORS, added_by_hand(one, [other], measured)[0].tolist(), strict=True):
        sums[prior.feature] = sums.get(prior.feature, 0.0) + by_hand
        values.setdefault(prior.feature, prior.feature.measure(one, other))
    reasons = (_reason(feature, values[feature], weight) for feature, weight in sums.items())
    return tuple(sorted(reasons, key=lambda reason: -abs(reason.added)))


def _reason(feature: Feature, value: float, added: float) -> Reason:
    return Reason(feature.name, feature.explanation, None if isnan(value) else value, added)


def _chance_of_one_teller(one: Item, other: Item) -> float:
    """Return how probable it is that a teller tells one thing twice: same kind, town and day, nothing against it."""
    same = kinds_alike(one, other) == 1 and same_town(one, other) == 1 and same_day_stated(one, other) == 1
    against = tolls_contradict(one, other) > 0 or perpetrators_contradict(one, other) == 1
    return TOLD_TWICE if same and not against and addresses_shared(one, other) != 0 else APART
