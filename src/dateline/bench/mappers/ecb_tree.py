"""Average link: the two likest groups become one, again and again, by the mean likeness of their members."""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]


def group(alike: Floats, least: float) -> list[int]:
    """Return the group of each row: groups are joined while their mean likeness is at least `least`."""
    labels = np.arange(len(alike))
    for level, ones, others in _joined(alike):
        if level < least:
            break
        labels[others] = labels[ones[0]]
    return [int(label) for label in labels]


def joining_levels(alike: Floats) -> Floats:
    """Return for each two rows the mean likeness at which they come into one group; 1 for a row and itself."""
    levels = np.eye(len(alike))
    for level, ones, others in _joined(alike):
        levels[np.ix_(ones, others)] = level
        levels[np.ix_(others, ones)] = level
    return levels


def _joined(alike: Floats) -> Iterator[tuple[float, list[int], list[int]]]:
    """Yield the likeness and the rows of each two groups that are joined, the likest first."""
    between = alike.astype(np.float64)
    np.fill_diagonal(between, -np.inf)
    rows = [[row] for row in range(len(alike))]
    for _ in range(len(alike) - 1):
        one, other = (int(each) for each in np.unravel_index(int(between.argmax()), between.shape))
        yield float(between[one, other]), rows[one], rows[other]
        mean = np.average(between[[one, other]], axis=0, weights=[len(rows[one]), len(rows[other])])
        between[one], between[:, one] = mean, mean
        between[one, one] = between[other] = between[:, other] = -np.inf
        rows[one] = rows[one] + rows[other]
