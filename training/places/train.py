"""Training: weights for the first look and for the looks after it, on a set of texts."""

from collections.abc import Sequence

import numpy as np

from dateline.places.calibration import Calibration
from dateline.places.features import OF_PUBLISHER
from dateline.places.looks import LOOKS, absence_of, first_look, look_again
from dateline.places.ranker import GROUPS, Ranker, Weights
from training.places.examples import Example, Text
from training.places.logit import Choice, fit

PENALTY = 250.0
PUBLISHER_PENALTY = 1.0
_FIXED = 1e9  # a penalty under which a weight stays what it is
ROUNDS = 2  # of fitting the later looks to what the earlier ones gave
_SIZES = {group: len(features) for group, features in GROUPS.items()}
_IDENTITY = Calibration((0.0, 1.0), (0.0, 1.0))


def train(texts: Sequence[Text], start: Ranker, *, penalty: float = PENALTY) -> Ranker:
    """Return a ranker without calibration, fitted to the texts; `start` reads their datelines the first time."""
    first, then = start.first, start.then
    for _ in range(ROUNDS):
        _look(texts, first)
        first = _fit(texts, start.first, groups=("of_place", "of_text"), penalty=penalty)
        _look(texts, first)
        choices: list[Choice] = []
        for _ in range(LOOKS):
            for text in texts:
                look_again(text.names, then)
            choices += _choices(texts, groups=("of_place", "of_text", "of_others"))
        groups = ("of_place", "of_text", "of_others")
        then = _weights(fit(choices, penalty=penalty, prior=_vector(start.then, groups)), groups)
    return Ranker(first, then, _IDENTITY)


def train_publisher(texts: Sequence[Text], ranker: Ranker) -> Ranker:
    """Return the ranker with weights for the publisher's home, all others as they were; the texts have homes."""
    first, then = ranker.first, ranker.then
    for _ in range(ROUNDS):
        _look(texts, first)
        first = _fit_publisher(texts, first, ("of_place", "of_text"))
        _look(texts, first)
        for text in texts:
            look_again(text.names, then)
        then = _fit_publisher(texts, then, ("of_place", "of_text", "of_others"))
    return Ranker(first, then, ranker.calibration)


def _fit_publisher(texts: Sequence[Text], weights: Weights, groups: tuple[str, ...]) -> Weights:
    groups = ("of_publisher", *groups)
    prior = _vector(weights, groups)
    penalty = np.full(len(prior), _FIXED)
    penalty[: len(OF_PUBLISHER)] = PUBLISHER_PENALTY
    return _weights(fit(_choices(texts, groups=groups), penalty=penalty, prior=prior), groups)


def apply(texts: Sequence[Text], ranker: Ranker) -> None:
    """Give every name of the texts its odds."""
    for text in texts:
        for name in text.names:
            name.of_others = None
        first_look(text.names, ranker.first)
        for _ in range(LOOKS):
            look_again(text.names, ranker.then)


def _look(texts: Sequence[Text], weights: Weights) -> None:
    for text in texts:
        for name in text.names:
            name.of_others = None
        first_look(text.names, weights)


def _fit(texts: Sequence[Text], prior: Weights, *, groups: tuple[str, ...], penalty: float) -> Weights:
    return _weights(fit(_choices(texts, groups=groups), penalty=penalty, prior=_vector(prior, groups)), groups)


def _vector(weights: Weights, groups: tuple[str, ...]) -> np.ndarray:
    return np.concatenate([getattr(weights, group) for group in (*groups, "of_name")])


def _choices(texts: Sequence[Text], *, groups: tuple[str, ...]) -> list[Choice]:
    return [
        Choice(values, absence_of(example.name), right, weight)
        for text in texts
        for example in text.examples
        for values in [values_of(example, groups)]
        for right, weight in example.answers
    ]


def values_of(example: Example, groups: tuple[str, ...]) -> np.ndarray:
    return np.hstack([getattr(example.name, group) for group in groups])


def _weights(found: np.ndarray, groups: tuple[str, ...]) -> Weights:
    parts, at = {group: np.zeros(size) for group, size in _SIZES.items()}, 0
    for group in (*groups, "of_name"):
        parts[group] = found[at : at + _SIZES[group]]
        at += _SIZES[group]
    return Weights(**parts)
