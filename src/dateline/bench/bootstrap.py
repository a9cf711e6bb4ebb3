"""Bootstrap intervals over documents: how far a figure would move with other documents of the same kind."""

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

RESAMPLES = 1000
SEED = 20_240_701  # fixed, so that the same predictions give the same interval
_PERCENTILES = (2.5, 97.5)

Table = npt.NDArray[np.float64]  # (documents, columns): what each document adds to each sum
Figure = Callable[[Table], Table]  # (samples, columns) of sums -> (samples,) of figures


def resampled_sums(table: Table, resamples: int = RESAMPLES) -> Table:
    """Return the column sums of `resamples` samples of documents drawn with replacement, shape (resamples, columns)."""
    documents = len(table)
    if documents == 0:
        return np.zeros((resamples, table.shape[1]))
    drawn = np.random.default_rng(SEED).multinomial(documents, np.full(documents, 1 / documents), size=resamples)
    return drawn @ table


def interval(table: Table, figure: Figure, resamples: int = RESAMPLES) -> tuple[float, float, float]:
    """Return (figure, low, high): the figure of the whole table and its 95 % percentile interval over documents."""
    value = float(figure(table.sum(axis=0, keepdims=True))[0])
    low, high = np.percentile(figure(resampled_sums(table, resamples)), _PERCENTILES)
    return value, float(low), float(high)


def percentage(sums: Table) -> Table:
    """Column 0 over column 1, in percent; 0 where column 1 is 0."""
    return 100 * _ratio(sums[:, 0], sums[:, 1])


def precision(sums: Table) -> Table:
    """Columns: right by prediction, predicted, right by key, in the key."""
    return 100 * _ratio(sums[:, 0], sums[:, 1])


def recall(sums: Table) -> Table:
    return 100 * _ratio(sums[:, 2], sums[:, 3])


def f1(sums: Table) -> Table:
    """Return the harmonic mean of precision and recall, in percent."""
    found, wanted = precision(sums), recall(sums)
    return 2 * _ratio(found * wanted, found + wanted)


def _ratio(part: Table, whole: Table) -> Table:
    return np.divide(part, whole, out=np.zeros_like(part, dtype=np.float64), where=whole != 0)
