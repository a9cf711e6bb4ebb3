"""Logistic regressions of right and wrong: fitted, moved by one number, and tried on folds that they have not seen."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from scipy.optimize import brentq
from sklearn.linear_model import LogisticRegression

from dateline.claims.coders.rules.confidence.weights import ALL_FEATURES
from training.confidence.judged import FOLDS, Floats, Told

EVERY = tuple(ALL_FEATURES)
STRENGTHS = (0.003, 0.01, 0.03, 0.1, 0.3)  # C of scikit-learn: the inverse of the L2 penalty on standardised features
SPREAD = 0.3  # logits: deviation of what is right between hundreds of wires beyond chance, over seven slots
_STILL = 1e-9  # spread of a feature that is the same for all
_WIDEST = 20.0  # logits between which a number is sought
_CERTAIN = 0.01


@dataclass(frozen=True)
class Fitted:
    """A logistic regression on features as they are."""

    start: float
    small: float
    brief: float
    weights: Floats

    def of(self, told: Told) -> Floats:
        return _shares(self.scores(told))

    def scores(self, told: Told) -> Floats:
        return self.start + self.small * told.small + self.brief * told.brief + told.rows @ self.weights


Fit = Callable[[Told], Fitted]


def fit_weights(told: Told, strength: float, features: Sequence[str] = EVERY) -> Fitted:
    """Return a regression on these features, with an L2 penalty on them standardised."""
    chosen = [EVERY.index(name) for name in features]
    rows = np.column_stack([told.rows[:, chosen], told.small])
    mean, spread = rows.mean(axis=0), rows.std(axis=0)
    varies = spread > _STILL
    found = LogisticRegression(C=strength, max_iter=5000).fit((rows - mean)[:, varies] / spread[varies], told.right)
    fitted = np.zeros(rows.shape[1])
    fitted[varies] = found.coef_[0] / spread[varies]
    weights = np.zeros(len(EVERY))
    weights[chosen] = fitted[:-1]
    return Fitted(float(found.intercept_[0] - fitted @ mean), float(fitted[-1]), 0.0, weights)


def fit_best(told: Told, features: Sequence[str] = EVERY) -> tuple[Fit, float]:
    """Return the way to fit whose strength is the best by folds, and that strength."""

    def way(strength: float) -> Fit:
        return lambda part: fit_weights(part, strength, features)

    best = min(STRENGTHS, key=lambda strength: loss_of(folds_of(told, way(strength)), told.right))
    return way(best), best


def moved(fitted: Fitted, told: Told) -> Fitted:
    """Return the regression moved towards what is right in other documents, less where there are few.

    The number is the likeliest if such numbers lie about 0 with a deviation of SPREAD.
    """
    scores = fitted.scores(told)
    by = brentq(lambda by: (_shares(scores + by) - told.right).sum() + by / SPREAD**2, -_WIDEST, _WIDEST)
    return replace(fitted, start=fitted.start + float(by))


def with_brief(fitted: Fitted, told: Told) -> Fitted:
    """Return the regression with the number for briefs that makes the mean of the briefs right."""
    return replace(fitted, brief=_missing(fitted, told.part(told.brief == 1.0)))


def with_small(fitted: Fitted, told: Told) -> Fitted:
    """Return the regression with the number for ordinary letters that makes the mean of these documents right."""
    return replace(fitted, small=_missing(fitted, told))


def _missing(fitted: Fitted, told: Told) -> float:
    scores = fitted.scores(told)
    return float(brentq(lambda by: (_shares(scores + by) - told.right).sum(), -_WIDEST, _WIDEST))


def folds_of(told: Told, fit: Fit) -> Floats:
    """Return the confidence of each claim by a regression that has not seen its document."""
    held = np.zeros(len(told.right))
    for fold in range(FOLDS):
        own = told.fold == fold
        if own.any():
            held[own] = fit(told.part(~own)).of(told.part(own))
    return held


def loss_of(confidence: Floats, right: Floats) -> float:
    """Return the mean log loss."""
    sure = np.clip(confidence, _CERTAIN, 1 - _CERTAIN)
    return float(-np.mean(right * np.log(sure) + (1 - right) * np.log(1 - sure)))


def _shares(scores: Floats) -> Floats:
    shares: Floats = 1 / (1 + np.exp(-scores))
    return shares
