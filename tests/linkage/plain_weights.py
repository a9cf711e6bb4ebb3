"""Weights that a reader can follow: one town, one day and a shared name speak for one event, others against."""

from dateline.linkage.features import FEATURES
from dateline.linkage.weights import Weights, read_weights

_SPEAKING = {  # edges, what each bin adds, and last what is added where nothing is known
    "same_town": ([0.5], [-3.0, 2.0, 0.0]),
    "same_day_stated": ([0.5], [-6.0, 2.0, 0.0]),
    "names_shared": ([0.5], [-2.0, 3.0, 0.0]),
}
_SILENT = ([0.5], [0.0, 0.0, 0.0])
_MEASURES = ("best", "greatest", "mean", "margin", "runner_up", "size", "silence", "rivals", "words", "agrees")


def plain_weights() -> Weights:
    told = {feature.name: _SPEAKING.get(feature.name, _SILENT) for feature in FEATURES}
    pair = {
        "features": {name: edges for name, (edges, _) in told.items()},
        "tables": [{"on": [name], "cells": cells} for name, (_, cells) in told.items()],
        "intercept": -2.0,
    }
    measures = {name: [1.0 if name == "best" else 0.0, 0.0, 1.0] for name in _MEASURES}
    return read_weights({"pair": pair, "decision": {"measures": measures, "intercept": 0.0, "alone": 0.98}})
