"""Marking: from the network's probabilities to spans of the text that fill a role."""

from collections.abc import Iterator

from dateline.claims.coders.model.records import DECIMALS, Marked, Reading
from dateline.values.spans import Span


def mark(reading: Reading, role: str, *, least: float) -> Iterator[Marked]:
    """Yield the spans that begin a role with at least this probability, in order; they do not overlap.

    A span goes on while going on is that likely, too, and likelier than a new beginning; it takes in whole words.
    """
    column = 2 * reading.card.roles.index(role)
    begins, inside = reading.tags[:, column], reading.tags[:, column + 1]
    at, count = 0, len(begins)
    while at < count:
        if begins[at] < least or reading.goes_on[at]:
            at += 1
            continue
        end = at + 1
        while end < count and (reading.goes_on[end] or (inside[end] >= least and begins[end] <= inside[end])):
            end += 1
        yield Marked(
            role, Span(int(reading.starts[at]), int(reading.ends[end - 1])), round(float(begins[at]), DECIMALS), at
        )
        at = end
