"""Fits pairs by boosted trees of two questions, and writes them as tables: a cell for each two answers."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

from dateline.linkage.features import FEATURES
from dateline.linkage.weights import Floats

TREES, RATE, BINS, LEAF, L2 = 300, 0.06, 32, 30, 5.0
SEED = 0
DIGITS, EDGE_DIGITS = 3, 8
NAMES = tuple(feature.name for feature in FEATURES)


def fit_trees(measured: Floats, same: Sequence[bool]) -> HistGradientBoostingClassifier:
    """Fit trees of at most two questions, each feature held to the way it can speak."""
    model = HistGradientBoostingClassifier(
        max_iter=TREES,
        learning_rate=RATE,
        max_depth=2,
        max_bins=BINS,
        min_samples_leaf=LEAF,
        l2_regularization=L2,
        monotonic_cst=[feature.speaks_for for feature in FEATURES],
        random_state=SEED,
        early_stopping=False,
    )
    return model.fit(measured, same)


def as_form(model: HistGradientBoostingClassifier, measured: Floats) -> dict[str, Any]:
    """Return the JSON form of the trees: each table centred on what it adds to the pairs that it was fitted on."""
    leaves = [leaf for trees in model._predictors for leaf in _leaves(trees[0].nodes, 0, ())]  # noqa: SLF001
    edges = _edges(leaves)
    bins = np.stack([np.searchsorted(edges[at], measured[:, at]) for at in range(len(NAMES))], axis=1)
    bins += np.isnan(measured)
    intercept = float(model._baseline_prediction.ravel()[0])  # noqa: SLF001
    tables = []
    for features, cells in _summed(leaves, edges).items():
        held = cells[tuple(bins[:, at] for at in features)].mean()
        intercept += held
        table = {"on": [NAMES[at] for at in features], "cells": np.round(cells - held, DIGITS).ravel().tolist()}
        tables.append(table)
    parts = {name: np.round(each, EDGE_DIGITS).tolist() for name, each in zip(NAMES, edges, strict=True)}
    return {"features": parts, "intercept": round(intercept, 4), "tables": tables}


Question = tuple[
    int, float, bool, bool
]  # feature, threshold, whether the leaf is on its left, whether unknown goes left
Leaf = tuple[tuple[Question, ...], float]


def _leaves(nodes: Any, at: int, path: tuple[Question, ...]) -> Iterator[Leaf]:
    node = nodes[at]
    if node["is_leaf"]:
        yield path, float(node["value"])
        return
    asked = (int(node["feature_idx"]), float(node["num_threshold"]))
    unknown = bool(node["missing_go_to_left"])
    yield from _leaves(nodes, node["left"], (*path, (*asked, True, unknown)))
    yield from _leaves(nodes, node["right"], (*path, (*asked, False, unknown)))


def _edges(leaves: Sequence[Leaf]) -> list[Floats]:
    found: list[set[float]] = [set() for _ in NAMES]
    for path, _ in leaves:
        for at, threshold, _, _ in path:
            if np.isfinite(threshold):
                found[at].add(round(threshold, EDGE_DIGITS))
    return [np.array(sorted(each)) for each in found]


def _summed(leaves: Sequence[Leaf], edges: Sequence[Floats]) -> dict[tuple[int, ...], Floats]:
    """Add up the leaves by the features that they ask for."""
    tables: defaultdict[tuple[int, ...], Any] = defaultdict(float)
    for path, value in leaves:
        features = tuple(sorted({at for at, *_ in path}))
        fits = [np.ones(len(edges[at]) + 2) for at in features]
        for at, threshold, is_left, unknown_left in path:
            fits[features.index(at)] *= _side(edges[at], threshold, is_left=is_left, unknown_left=unknown_left)
        whole = fits[0] if len(fits) == 1 else np.outer(*fits)
        tables[features] = tables[features] + value * whole
    return dict(tables)


def _side(edges: Floats, threshold: float, *, is_left: bool, unknown_left: bool) -> Floats:
    """Return 1 for each bin that goes to the leaf's side; the last bin is what is not known."""
    known = np.append(edges, np.inf) <= (round(threshold, EDGE_DIGITS) if np.isfinite(threshold) else np.inf)
    if not np.isfinite(threshold):
        known[:] = True  # a question of whether it is known at all
    side = np.append(known, unknown_left)
    return (side if is_left else ~side).astype(np.float64)
