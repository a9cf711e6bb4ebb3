"""Learning: the regression on decisions, fitted again to what the people of a casebook judged.

What ships was fitted to reports of one country. A few judgements cannot replace that, but they can move it: the fit is
the likeliest after both, the prior being that every weight is as shipped, give or take. Without judgements nothing
changes; a hundred that contradict what ships outweigh it.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from dateline.linkage.cluster import Linker
from dateline.linkage.index import Index, MemoryIndex
from dateline.linkage.records import Item
from dateline.linkage.weights import Floats, Regression, Weights
from dateline.stamp import hash_config

STRENGTH = 60.0  # of the prior, as precision of a weight on a measure of scale 1: docs/concepts/learning.md
STRENGTH_OF_START = 20.0  # of the intercept: how often reports are alike differs more from casebook to casebook
_STEPS, _CLOSE = 100, 1e-9
_SHORTEST = 1e-6  # part of Newton's step below which nothing is gained
_DIGITS = 6


@dataclass(frozen=True, slots=True)
class Example:
    """What was known of a decision when an item came, and what a person said: that it belongs there, or not."""

    measures: Mapping[str, float]
    is_same: bool


def learned(weights: Weights, examples: Sequence[Example]) -> Weights:
    """Return the weights with the regression on decisions that is likeliest after the examples."""
    if not examples:
        return weights
    known = weights.decision
    told = np.array([[each.measures[name] for name in known.names] for each in examples])
    table = np.hstack([np.ones((len(told), 1)), (told - known.means) / known.scales])
    same = np.array([each.is_same for each in examples], dtype=np.float64)
    prior = np.concatenate([[known.intercept], known.weights])
    strength = np.full(len(prior), STRENGTH)
    strength[0] = STRENGTH_OF_START
    start, *rest = np.round(fit_around(prior, strength, table, same), _DIGITS).tolist()
    return with_form(weights, {"intercept": start, "weights": dict(zip(known.names, rest, strict=True))})


def fit_around(prior: Floats, strength: Floats, table: Floats, same: Floats) -> Floats:
    """Return the logistic weights of greatest posterior: Newton's steps, each shortened until it gains.

    The posterior is strictly concave, so there is one, and it does not depend on the order of the rows.
    """
    weights = prior.copy()
    for _ in range(_STEPS):
        chances = 1 / (1 + np.exp(-(table @ weights)))
        slope = table.T @ (chances - same) + strength * (weights - prior)
        bend = (table * (chances * (1 - chances))[:, None]).T @ table + np.diag(strength)
        step = np.linalg.solve(bend, slope)
        before = _loss(weights, prior, strength, table, same)
        while _loss(weights - step, prior, strength, table, same) > before and np.abs(step).max() > _SHORTEST:
            step /= 2
        weights = weights - step
        if np.abs(step).max() < _CLOSE:
            break
    return weights


def _loss(weights: Floats, prior: Floats, strength: Floats, table: Floats, same: Floats) -> float:
    odds = table @ weights
    return float((np.logaddexp(0, odds) - same * odds).sum() + (strength * (weights - prior) ** 2).sum() / 2)


def as_form(weights: Weights) -> dict[str, Any]:
    """Return the JSON form of what was learned."""
    decision = weights.decision
    told = zip(decision.names, np.round(decision.weights, _DIGITS).tolist(), strict=True)
    return {"intercept": round(decision.intercept, _DIGITS), "weights": dict(told)}


def with_form(weights: Weights, form: Mapping[str, Any]) -> Weights:
    """Return the weights with what was learned put in; their version then says so. Raises KeyError, TypeError."""
    decision = weights.decision
    told = np.array([form["weights"][name] for name in decision.names], dtype=np.float64)
    fresh = replace(decision, weights=told, intercept=float(form["intercept"]))
    version = f"{weights.version}+{hash_config(form)[:6]}"
    return replace(weights, version=version, decision=fresh)


@dataclass(frozen=True, slots=True)
class _Asked(Regression):
    """A regression that keeps what it was asked."""

    values: list[Mapping[str, float]] = field(default_factory=list)

    def chance(self, values: Mapping[str, float]) -> float:
        self.values.append(values)
        return Regression.chance(self, values)


def replayed(
    item: Item, rival: Sequence[Item], apart: Collection[str], *, index: Index, weights: Weights
) -> Mapping[str, float] | None:
    """Return what was known when an item came and `rival` was a cluster; None where that is not what was likeliest.

    The index is the casebook's as it is now. What was told after the item is left out, and so is what is named by
    `apart`: what came to the item's own side.
    """
    then = [each for each in rival if _came_before(each, item)] or list(rival)
    memory = MemoryIndex()
    name = min(then, key=_when).id
    for each, cluster in sorted(_around(item, then, apart, index), key=lambda placed: _when(placed[0])):
        memory.add(each, cluster or name)
    decision = weights.decision
    asked = _Asked(decision.names, decision.weights, decision.means, decision.scales, decision.intercept)
    decided = Linker(memory, weights=replace(weights, decision=asked)).place(item).decision
    likeliest = decided.cluster if decided.cluster != item.id else decided.runner_up
    is_rival = likeliest in {name, *(memory.cluster_of(each.id) for each in then)}
    return asked.values[-1] if asked.values and is_rival else None


def _around(
    item: Item, rival: Sequence[Item], apart: Collection[str], index: Index
) -> Iterator[tuple[Item, str | None]]:
    """Yield what was near the item and what that was with, each with its cluster: None for the rival's."""
    yield from ((each, None) for each in rival)
    seen = {item.id, *apart, *(each.id for each in rival)}
    clusters = dict.fromkeys(index.cluster_of(each.id) for each in index.near(item))
    for cluster in (each for each in clusters if each is not None):
        fresh = [each for each in index.members(cluster) if each.id not in seen and _came_before(each, item)]
        name = min(fresh, key=_when).id if fresh else cluster
        yield from ((each, name) for each in fresh)


def _came_before(one: Item, other: Item) -> bool:
    return one.told is None or other.told is None or one.told <= other.told


def _when(item: Item) -> tuple[bool, int, str]:
    return item.told is None, item.told or 0, item.id
