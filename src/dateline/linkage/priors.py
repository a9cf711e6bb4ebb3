"""Priors: what is added to the fitted log odds by hand, for what the reports that were fitted to cannot tell."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from dateline.linkage.features import FEATURES, Feature
from dateline.linkage.features.places import towns_far_apart
from dateline.linkage.features.what import contradictions, manners_contradict
from dateline.linkage.records import Item
from dateline.linkage.weights import Floats


def told_in_passing(one: Item, other: Item) -> float:
    """One of the two is told in passing: 1; else 0."""
    return float(not (one.is_lead and other.is_lead))


@dataclass(frozen=True, slots=True)
class Prior:
    """Log odds that are added for each one of a feature's value, beyond the first so many; 0 where it is not known."""

    feature: Feature
    added: float
    beyond: float = 0.0


PRIORS = (
    Prior(Feature(told_in_passing, -1), -0.7),  # the weights know leads alone; what is told in passing has few words
    Prior(Feature(contradictions, -1), -3.0, beyond=1),  # they know reports of places that are hard to tell apart
    Prior(Feature(manners_contradict, -1), -1.5),  # nearly all that they know are shootings
    Prior(Feature(towns_far_apart, -1), -4.0),  # they know homonyms of the United States
)
_COLUMNS = {feature: column for column, feature in enumerate(FEATURES)}


def added_by_hand(item: Item, others: Sequence[Item], measured: Floats) -> Floats:
    """Return what each prior adds to the item with each of the others, shape (others, priors).

    `measured` are the values of FEATURES for the same pairs: what is in there is not measured again.
    """
    columns = (_values(prior.feature, item, others, measured) for prior in PRIORS)
    return np.stack(
        [
            prior.added * np.maximum(0.0, np.nan_to_num(values) - prior.beyond)
            for prior, values in zip(PRIORS, columns, strict=True)
        ],
        axis=1,
    )


def _values(feature: Feature, item: Item, others: Sequence[Item], measured: Floats) -> Floats:
    column = _COLUMNS.get(feature)
    if column is not None:
        return measured[:, column]
    return np.array([feature.measure(item, other) for other in others])
