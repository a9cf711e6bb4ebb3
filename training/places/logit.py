"""A conditional logit with an outcome of its own for "none of the readings"."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize

_ITERATIONS = 500


@dataclass(frozen=True)
class Choice:
    """One choice: features of the readings (readings, features), of absence, which readings are right, its weight."""

    readings: np.ndarray
    absence: np.ndarray
    right: np.ndarray
    weight: float


@dataclass(frozen=True)
class _Stack:
    """All choices in one: a row a reading and a row an absence, features side by side, and where each choice starts."""

    rows: np.ndarray
    right: np.ndarray
    starts: np.ndarray
    owner: np.ndarray
    weights: np.ndarray


def fit(choices: Sequence[Choice], *, penalty: float | np.ndarray, prior: np.ndarray) -> np.ndarray:
    """Return the weights (features of readings, then of absence) of the greatest penalised likelihood.

    The loss is the negative log probability of the right outcomes plus `penalty` / 2 times the squared distance to
    `prior`; a penalty may be given for each feature.
    """
    stack = _stack(choices)
    total = stack.weights.sum()

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        scores = stack.rows @ weights
        all_, in_all = _log_sums(scores, stack)
        right, in_right = _log_sums(np.where(stack.right, scores, -np.inf), stack)
        pull = weights - prior
        value = float((stack.weights * (all_ - right)).sum() + (penalty / 2 * pull**2).sum())
        slope = (stack.weights[stack.owner] * (in_all - in_right)) @ stack.rows + penalty * pull
        return value / total, slope / total

    found = minimize(loss, prior, jac=True, method="L-BFGS-B", options={"maxiter": _ITERATIONS})
    return np.asarray(found.x)


def _log_sums(scores: np.ndarray, stack: _Stack) -> tuple[np.ndarray, np.ndarray]:
    """Return the log of the summed powers of each choice, and each row's share in it."""
    highest = np.maximum.reduceat(scores, stack.starts)
    powers = np.exp(scores - highest[stack.owner])
    sums = np.add.reduceat(powers, stack.starts)
    return highest + np.log(sums), powers / sums[stack.owner]


def _stack(choices: Sequence[Choice]) -> _Stack:
    wide = choices[0].readings.shape[1] + choices[0].absence.shape[0]
    sizes = np.array([len(choice.readings) + 1 for choice in choices])
    rows, right, at = np.zeros((sizes.sum(), wide)), np.zeros(sizes.sum(), dtype=bool), 0
    for choice, size in zip(choices, sizes, strict=True):
        rows[at : at + size - 1, : choice.readings.shape[1]] = choice.readings
        rows[at + size - 1, choice.readings.shape[1] :] = choice.absence
        right[at : at + size - 1] = choice.right
        right[at + size - 1] = not choice.right.any()
        at += size
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    weights = np.array([choice.weight for choice in choices])
    return _Stack(rows, right, starts, np.repeat(np.arange(len(sizes)), sizes), weights)
