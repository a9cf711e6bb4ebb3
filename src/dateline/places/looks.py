"""Looks: a document's names are looked at three times, the second and third time with what the others were read as."""

from collections.abc import Sequence

import numpy as np

from dateline.places.absence import OF_NAME
from dateline.places.coherence import OF_OTHERS, nearness
from dateline.places.options import Option
from dateline.places.ranker import Ranker, Weights, odds_of
from dateline.places.records import PlaceKind
from dateline.places.scene import Name, read_values
from dateline.places.situations import Floats, Others

LOOKS = 2  # after the first
_LEAST = 0.05  # less likely readings of other names do not count


def decide(names: Sequence[Name], ranker: Ranker) -> None:
    """Give every name that has readings its odds."""
    known = [name for name in names if name.options]
    first_look(known, ranker.first)
    for _ in range(LOOKS):
        look_again(known, ranker.then)


def first_look(names: Sequence[Name], weights: Weights) -> None:
    """Give every name the odds that it has on its own; the dateline is read first, for it speaks for all others."""
    for name in sorted(names, key=lambda name: not name.dateline):
        read_values(name)
        score(name, weights)
    filed_from = next((name for name in names if name.dateline and name.decided is not None), None)
    if filed_from is None or filed_from.decided is None:
        return
    for name in names:
        if name is not filed_from:
            name.situation = name.situation.filed_from(filed_from.decided.place)
            read_values(name)
            score(name, weights)


def look_again(names: Sequence[Name], weights: Weights) -> None:
    """Score all names anew with the odds that all had before."""
    for name, others in zip(names, others_of(names), strict=True):
        near = nearness(name.options, others)
        pairs = zip(name.options, near, strict=True)
        name.of_others = np.array([[feature(option, others, each) for feature in OF_OTHERS] for option, each in pairs])
    for name in names:
        score(name, weights)


def score(name: Name, weights: Weights) -> None:
    """Set the odds of a name from its features' values."""
    scores = name.of_place @ weights.of_place + name.of_text @ weights.of_text
    if len(name.of_publisher):
        scores = scores + name.of_publisher @ weights.of_publisher
    if name.of_others is not None:
        scores = scores + name.of_others @ weights.of_others
    name.odds = odds_of(scores, float(absence_of(name) @ weights.of_name))


def absence_of(name: Name) -> Floats:
    """Return the values of the features of absence."""
    return np.array([feature(name.options, name.situation) for feature in OF_NAME])


def others_of(names: Sequence[Name]) -> list[Others]:
    """Return for each name where the others lie, by the odds that they have now."""
    likely = [_likely(name) for name in names]
    units = [_weights_in(readings) for readings in likely]
    itself = [{option.place.id: weight for option, weight in readings} for readings in likely]
    placed = [
        (owner, option.direction, weight)
        for owner, readings in enumerate(likely)
        for option, weight in readings
        if option.direction is not None and option.place.kind is not PlaceKind.COUNTRY
    ]
    owners = np.array([owner for owner, _, _ in placed], dtype=int)
    directions = np.array([direction for _, direction, _ in placed], dtype=np.float64).reshape(-1, 3)
    weights = np.array([weight for _, _, weight in placed], dtype=np.float64)
    totals = [sum(weight for option, weight in readings if _counts(option)) for readings in likely]
    countries = [sum(weight for option, weight in readings if not _counts(option)) for readings in likely]
    in_all, itself_in_all = _sum(units), _sum(itself)
    return [
        Others(
            _less(in_all, units[index]),
            _less(itself_in_all, itself[index]),
            sum(totals) - totals[index],
            sum(countries) - countries[index],
            directions[owners != index],
            weights[owners != index],
        )
        for index in range(len(names))
    ]


def _likely(name: Name) -> list[tuple[Option, float]]:
    assert name.odds is not None
    found = np.flatnonzero(name.odds.readings >= _LEAST)
    return [(name.options[index], float(name.odds.readings[index])) for index in found]


def _counts(option: Option) -> bool:
    """Tell a reading that says where a document is at home; countries are counted where they are named."""
    return option.place.kind is not PlaceKind.COUNTRY


def _weights_in(readings: list[tuple[Option, float]]) -> dict[str, float]:
    found: dict[str, float] = {}
    for option, weight in readings:
        if _counts(option):
            for unit in (*option.units, option.place.id):
                found[unit] = found.get(unit, 0.0) + weight
    return found


def _sum(parts: list[dict[str, float]]) -> dict[str, float]:
    total: dict[str, float] = {}
    for part in parts:
        for key, weight in part.items():
            total[key] = total.get(key, 0.0) + weight
    return total


def _less(total: dict[str, float], own: dict[str, float]) -> dict[str, float]:
    return total if not own else total | {key: total[key] - weight for key, weight in own.items()}
