"""Weights: the fitted numbers of linkage, read once. Tables of one or two features each, and a small regression."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

import numpy as np
import numpy.typing as npt

from dateline.errors import InstallationError
from dateline.linkage.features import FEATURES

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Regression:
    """A logistic regression on what is known of a decision: by name of the measure, its weight, mean and scale."""

    names: tuple[str, ...]
    weights: Floats
    means: Floats
    scales: Floats
    intercept: float

    def chance(self, values: Mapping[str, float]) -> float:
        """Return the probability that the decision is right."""
        told = np.array([values[name] for name in self.names])
        return float(1 / (1 + np.exp(-self.intercept - self.weights @ ((told - self.means) / self.scales))))


@dataclass(frozen=True, slots=True)
class Tables:
    """What each feature, or two together, add to the log odds: a cell for each pair of their bins, centred.

    `edges` part a feature's values into bins; a last bin holds what is not known. A table on one feature names it
    twice, and its second stride is 0.
    """

    names: tuple[str, ...]
    edges: tuple[Floats, ...]
    first: Ints  # by table: the feature, and by how far its bins lie apart in `cells`
    second: Ints
    strides: Ints
    steps: Ints
    starts: Ints
    cells: Floats
    intercept: float

    def added(self, measured: Floats) -> Floats:
        """Return what each table adds for rows of measured features, shape (rows, tables)."""
        bins = np.empty(measured.shape, dtype=np.int64)
        for number, edges in enumerate(self.edges):
            bins[:, number] = np.searchsorted(edges, measured[:, number], side="left")  # not known sorts last
        bins += np.isnan(measured)
        places = self.starts + bins[:, self.first] * self.strides + bins[:, self.second] * self.steps
        added: Floats = self.cells[places]
        return added

    def chances(self, measured: Floats, shift: Floats | float = 0.0) -> Floats:
        """Return the probability that the two are one thing, a row a pair; `shift` is added to its log odds."""
        chances: Floats = 1 / (1 + np.exp(-self.intercept - shift - self.added(measured).sum(axis=1)))
        return chances


@dataclass(frozen=True, slots=True)
class Weights:
    """Everything that was fitted: the pairs' tables, the decision's regression, and the hash of the file."""

    version: str
    pair: Tables
    decision: Regression
    alone: float = 0.98  # how sure it is that an item without a likely candidate is the first of its kind


def read_weights(form: Mapping[str, Any], version: str = "") -> Weights:
    """Read the JSON form; raises InstallationError where its features are not those that there are."""
    names = tuple(form["pair"]["features"])
    known = tuple(feature.name for feature in FEATURES)
    if names != known:
        raise InstallationError(f"the weights of linkage are for other features: {sorted(set(names) ^ set(known))}")
    return Weights(version, read_tables(form["pair"]), _regression(form["decision"]), form["decision"]["alone"])


def read_tables(form: Mapping[str, Any]) -> Tables:
    """Read the JSON form of the pairs' tables."""
    names = tuple(form["features"])
    edges = tuple(np.array(form["features"][name], dtype=np.float64) for name in names)
    bins = [len(each) + 2 for each in edges]
    starts, strides, steps, first, second, cells = [], [], [], [], [], list[float]()
    for table in form["tables"]:
        one, *other = (names.index(name) for name in table["on"])
        starts.append(len(cells))
        first.append(one)
        second.append(other[0] if other else one)
        strides.append(bins[other[0]] if other else 1)
        steps.append(1 if other else 0)
        cells.extend(table["cells"])
    return Tables(
        names=names,
        edges=edges,
        first=np.array(first, dtype=np.int64),
        second=np.array(second, dtype=np.int64),
        strides=np.array(strides, dtype=np.int64),
        steps=np.array(steps, dtype=np.int64),
        starts=np.array(starts, dtype=np.int64),
        cells=np.array(cells, dtype=np.float64),
        intercept=form["intercept"],
    )


def _regression(form: Mapping[str, Any]) -> Regression:
    measures: Mapping[str, Sequence[float]] = form["measures"]
    weights, means, scales = (np.array(column) for column in zip(*measures.values(), strict=True))
    return Regression(tuple(measures), weights, means, scales, form["intercept"])


@cache
def load_weights() -> Weights:
    """Return the weights that ship with Dateline; their version is the start of the file's SHA-256."""
    packed = (files("dateline.linkage") / "data" / "weights.json").read_bytes()
    return read_weights(json.loads(packed), sha256(packed).hexdigest()[:12])
