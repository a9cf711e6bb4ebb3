"""Weights: how much each feature counts for a span's naming a place, as published in data/place_weights.json."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from dateline.errors import InstallationError
from dateline.mentions.placing.features import FEATURES, Feature


@dataclass(frozen=True, slots=True)
class Weights:
    """A logistic regression: features with their weights, the bias, and the least probability that makes a place."""

    features: tuple[tuple[Feature, float], ...]
    bias: float
    threshold: float


@cache
def read_weights() -> Weights:
    """Return the weights that ship with Dateline; raises InstallationError unless they name exactly the features."""
    path = files("dateline.mentions") / "data" / "place_weights.json"
    return weights_from(json.loads(path.read_text(encoding="utf-8")), "mentions/data/place_weights.json")


def weights_from(data: Mapping[str, Any], origin: str) -> Weights:
    """Return the weights of a parsed file: {"bias", "threshold", "features": {name: weight}}.

    Raises InstallationError if a feature has no docstring, no weight, or a weight has no feature.
    """
    named = {feature.__name__: feature for feature in FEATURES if feature.__doc__}
    if set(named) != set(data["features"]):
        wrong = ", ".join(sorted(set(named) ^ set(data["features"])))
        raise InstallationError(f"{origin} and mentions/placing/features.py do not name the same features: {wrong}")
    table = tuple((feature, float(data["features"][name])) for name, feature in named.items())
    return Weights(table, float(data["bias"]), float(data["threshold"]))
