"""Portions: many ids a few hundred at a time, since a query takes only so many."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

MANY = 500  # ids in one query
T = TypeVar("T")


def some_of(given: Iterable[T], many: int = MANY) -> Iterator[list[T]]:
    """Yield what is given in lists of at most so many, in order."""
    rest = iter(given)
    while some := list(islice(rest, many)):
        yield some
