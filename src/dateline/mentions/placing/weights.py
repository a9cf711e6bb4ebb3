"""Weights: how much each feature counts for a span's naming a place, as published in data/place_weights.json."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from dateline.errors import InstallationError
from dateline.mentions.placing.features import FEATURES, Feature

_FILE = "mentions/data/place_weights.json"


@dataclass(frozen=True, slots=True)
class Weights:
    """A logistic regression: features with their weights, the bias, and the least probability that makes a place."""

    features: tuple[tuple[Feature, float], ...]
    bias: float
    threshold: float


@cache
def read_weights(without: str | None = None) -> Weights:
    """Return the published weights, or those that were fitted `without` a corpus ("lgl").

    Raises InstallationError if the file names other features than the code has, or has no weights of that name.
    """
    data = _data()
    if without is not None and without not in data["without"]:
        raise InstallationError(f"{_FILE} has no weights without {without!r}; it has {list(data['without'])}")
    return weights_from(data if without is None else data["without"][without], float(data["threshold"]))


def weights_from(data: Mapping[str, Any], threshold: float) -> Weights:
    """Return the weights of {"bias": ..., "features": {name: weight}}.

    Raises InstallationError if a feature has no docstring or no weight, or a weight has no feature.
    """
    named = {feature.__name__: feature for feature in FEATURES if feature.__doc__}
    if set(named) != set(data["features"]):
        wrong = ", ".join(sorted(set(named) ^ set(data["features"])))
        raise InstallationError(f"{_FILE} and mentions/placing/features.py do not name the same features: {wrong}")
    table = tuple((feature, float(data["features"][name])) for name, feature in named.items())
    return Weights(table, float(data["bias"]), threshold)


@cache
def _data() -> dict[str, Any]:
    path = files("dateline.mentions") / "data" / "place_weights.json"
    return dict(json.loads(path.read_text(encoding="utf-8")))
