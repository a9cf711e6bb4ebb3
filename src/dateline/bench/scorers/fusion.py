"""Scores fused counts: exact, covered, sure, and beside them what simpler rules make of the same reports' numbers."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from dateline.bench.bootstrap import Table, interval, percentage
from dateline.bench.records import Peer, Row

BINS = 10
ENOUGH = 2  # reports of an incident that is scored
_PREFIX = {"killed": "fusion", "injured": "fusion.injured"}


@dataclass(frozen=True, slots=True)
class Scored:
    """One incident's count: the key's number, the prediction, and its reports' numbers in order of publication."""

    gold: int
    best: int
    low: float
    high: float
    confidence: float
    said: tuple[int, ...]
    reports: int

    @property
    def is_exact(self) -> bool:
        return self.best == self.gold

    @property
    def is_covered(self) -> bool:
        return self.low <= self.gold <= self.high


RULES: tuple[tuple[str, Callable[[Sequence[int]], int]], ...] = (
    ("one report (the first)", lambda said: said[0]),
    ("the latest report", lambda said: said[-1]),
    ("the minimum", min),
    ("the maximum", max),
    ("the median (the higher of two)", lambda said: sorted(said)[len(said) // 2]),
)


def score(key: str, scored: Sequence[Scored]) -> tuple[Row, ...]:
    """Return the figures of one count ("killed", "injured") over the incidents of two or more reports."""
    held = [each for each in scored if each.reports >= ENOUGH]
    name, n = _PREFIX[key], len(held)
    exact = np.array([[each.is_exact, 1.0] for each in held], dtype=np.float64).reshape(-1, 2)
    covered = np.array([[each.is_covered, 1.0] for each in held], dtype=np.float64).reshape(-1, 2)
    missed = np.array([[abs(each.best - each.gold), 1.0] for each in held], dtype=np.float64).reshape(-1, 2)
    peers = tuple(Peer(rule, _percent(held, pick), f"the same {n} incidents", same_items=True) for rule, pick in RULES)
    best = max(peers, key=lambda peer: peer.value)
    return (
        Row(f"{name}.exact", *interval(exact, percentage), n, best.system, best.value, "percent of incidents", peers),
        Row(f"{name}.coverage", *interval(covered, percentage), n, note="percent whose key lies in [low, high]"),
        Row(f"{name}.ece", *interval(_gaps(held), _error), n, note="0 is best; ten bins of confidence"),
        Row(f"{name}.mae", *interval(missed, _mean), n, note="people too many or too few, in the mean"),
    )


def _percent(held: Sequence[Scored], pick: Callable[[Sequence[int]], int]) -> float:
    """Return how often a rule over the reports' numbers is exact; without any number it says 0."""
    right = sum((pick(each.said) if each.said else 0) == each.gold for each in held)
    return 100 * right / len(held) if held else 0.0


def _gaps(held: Sequence[Scored]) -> Table:
    """Return a row an incident: in its bin's column confidence less whether it is right; last column 1."""
    table = np.zeros((len(held), BINS + 1))
    for row, each in zip(table, held, strict=True):
        row[min(int(each.confidence * BINS), BINS - 1)] = each.confidence - each.is_exact
        row[BINS] = 1.0
    return table


def _error(sums: Table) -> Table:
    error: Table = np.abs(sums[:, :BINS]).sum(axis=1) / np.maximum(sums[:, BINS], 1.0)
    return error


def _mean(sums: Table) -> Table:
    mean: Table = sums[:, 0] / np.maximum(sums[:, 1], 1.0)
    return mean
