"""Weights: how much each feature counts for each slot, read from data/confidence.json and checked."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from math import exp
from typing import Any

from dateline.claims.coders.rules.confidence.count_features import COUNT_FEATURES
from dateline.claims.coders.rules.confidence.features import FEATURES
from dateline.claims.coders.rules.confidence.name_features import NAME_FEATURES
from dateline.claims.coders.rules.confidence.records import Standing
from dateline.claims.coders.rules.confidence.value_features import VALUE_FEATURES
from dateline.errors import InstallationError

ALL_FEATURES: Mapping[str, Callable[[Standing], float]] = {
    feature.__name__: feature
    for feature in (*FEATURES, *VALUE_FEATURES, *NAME_FEATURES, *COUNT_FEATURES)
    if feature.__doc__
}


@dataclass(frozen=True, slots=True)
class SlotWeights:
    """A logistic regression: its start, what ordinary letters and a brief add to it, and each feature's weight.

    `briefs` is the one that stands in its place in a brief, where there is one.
    """

    start: float
    not_in_capitals: float
    in_a_brief: float
    weights: Mapping[str, float]
    briefs: "SlotWeights | None" = None

    def confidence(self, told: Standing) -> float:
        """Return the probability that a careful coder of the report codes the same value."""
        if self.briefs is not None and told.setting.is_brief:
            return self.briefs.confidence(told)
        score = self.start + (0.0 if told.setting.in_capitals else self.not_in_capitals)
        score += self.in_a_brief if told.setting.is_brief else 0.0
        score += sum(weight * ALL_FEATURES[name](told) for name, weight in self.weights.items())
        return round(1 / (1 + exp(-score)), 3)


@dataclass(frozen=True, slots=True)
class Weights:
    """The slots whose confidence is calibrated; that of all others stays as the coder first gave it."""

    slots: Mapping[str, SlotWeights] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Point:
    """A tenth of a reliability curve: from where, how many claims, their mean confidence, the share that was right."""

    start: float
    n: int
    confidence: float
    right: float


@cache
def load_weights() -> Weights:
    """Return the weights of data/confidence.json."""
    return read_weights(_read_file())


def load_curves() -> dict[str, tuple[Point, ...]]:
    """Return the reliability of each slot on documents that the weights had not seen, as stored with them."""
    return {
        slot: tuple(Point(each["from"], each["n"], each["confidence"], each["right"]) for each in row["curve"])
        for slot, row in _read_file().items()
    }


def _read_file() -> dict[str, dict[str, Any]]:
    path = files("dateline.claims.coders.rules") / "data" / "confidence.json"
    rows: dict[str, dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    return rows


def read_weights(data: Mapping[str, Mapping[str, Any]]) -> Weights:
    """Return weights from {slot: {"start": 0.1, "not_in_capitals": 0.1, "in_a_brief": 0.1, "weights": {feature: 0.1}}}.

    A slot may have the same once more under "briefs". Raises InstallationError where they name a feature that there is
    not, or that has no docstring.
    """
    named = {name for row in data.values() for one in (row, row.get("briefs", {})) for name in one.get("weights", ())}
    if unknown := sorted(named - ALL_FEATURES.keys()):
        raise InstallationError(f"the weights of confidence name features that there are not: {', '.join(unknown)}")
    return Weights({slot: _slot_weights(row) for slot, row in data.items()})


def _slot_weights(row: Mapping[str, Any]) -> SlotWeights:
    briefs = _slot_weights(row["briefs"]) if "briefs" in row else None
    return SlotWeights(row["start"], row["not_in_capitals"], row["in_a_brief"], row["weights"], briefs)
