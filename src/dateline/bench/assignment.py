"""The best one-to-one assignment between two small sets (Kuhn 1955, in the shortest-path form of Jonker 1987)."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf


@dataclass(frozen=True, slots=True)
class _Prices:
    """What each row and column is worth so far; a reduced cost is a cost less both prices."""

    row: list[float]
    column: list[float]


def best_assignment(weights: Sequence[Sequence[float]]) -> tuple[tuple[int, int], ...]:
    """Return the pairs (row, column) with the greatest sum of weights, sorted; each row and column at most once.

    Weights are >= 0; pairs of weight 0 are left out. Exact, in time rows² x columns.
    """
    rows, columns = len(weights), len(weights[0]) if weights else 0
    if not rows or not columns:
        return ()
    if rows > columns:
        turned = [[weights[row][column] for row in range(rows)] for column in range(columns)]
        return tuple(sorted((row, column) for column, row in best_assignment(turned)))
    owners = _cheapest_owners([[-weight for weight in row] for row in weights])
    pairs = ((row, column) for column, row in enumerate(owners) if row is not None)
    return tuple(sorted(pair for pair in pairs if weights[pair[0]][pair[1]] > 0))


def _cheapest_owners(costs: list[list[float]]) -> list[int | None]:
    """Return for each column the row that owns it; rows <= columns. Each row is added along a shortest path."""
    prices = _Prices([0.0] * len(costs), [0.0] * len(costs[0]))
    owners: list[int | None] = [None] * len(costs[0])
    for row in range(len(costs)):
        _add_row(row, costs, prices, owners)
    return owners


def _add_row(new_row: int, costs: list[list[float]], prices: _Prices, owners: list[int | None]) -> None:
    """Grow the cheapest path from the new row until it meets a free column, then shift the owners along it."""
    columns = range(len(owners))
    slack, came_from, reached = [inf] * len(owners), [-1] * len(owners), [False] * len(owners)
    row: int | None = new_row
    column = -1
    while row is not None:
        open_columns = [other for other in columns if not reached[other]]
        for other in open_columns:
            reduced = costs[row][other] - prices.row[row] - prices.column[other]
            if reduced < slack[other]:
                slack[other], came_from[other] = reduced, column
        column = min(open_columns, key=slack.__getitem__)
        _raise_prices(slack[column], new_row, prices, owners, reached)
        step = slack[column]
        for other in open_columns:
            slack[other] -= step
        reached[column] = True
        row = owners[column]
    while came_from[column] >= 0:
        owners[column] = owners[came_from[column]]
        column = came_from[column]
    owners[column] = new_row


def _raise_prices(step: float, new_row: int, prices: _Prices, owners: list[int | None], reached: list[bool]) -> None:
    prices.row[new_row] += step
    for column, owner in enumerate(owners):
        if reached[column] and owner is not None:
            prices.row[owner] += step
            prices.column[column] -= step
