"""Calibration: how often a reading with this softmax share is right."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

_BINS = 10


@dataclass(frozen=True, slots=True, eq=False)
class Calibration:
    """A rising line through points (softmax share, share of right readings), straight between them (isotonic fit)."""

    shares: tuple[float, ...]
    right: tuple[float, ...]

    @classmethod
    def parse(cls, data: Mapping[str, Any]) -> "Calibration":
        return cls(tuple(map(float, data["shares"])), tuple(map(float, data["right"])))

    def probability(self, share: float) -> float:
        """Return the probability, 0..1, that a reading with this softmax share is right; it never falls with it."""
        return float(np.interp(share, self.shares, self.right))


def expected_calibration_error(probabilities: Sequence[float], right: Sequence[bool]) -> float:
    """Return the expected calibration error, 0..1, in ten equally wide bins (Guo et al. 2017): 0 of nothing.

    In each bin the mean probability stands against the share that is right; the differences are weighted by how many
    lie in the bin.
    """
    if not probabilities:
        return 0.0
    bins = np.minimum((np.asarray(probabilities) * _BINS).astype(int), _BINS - 1)
    gaps = np.asarray(probabilities) - np.asarray(right, dtype=np.float64)
    return float(sum(abs(gaps[bins == each].sum()) for each in range(_BINS)) / len(gaps))
