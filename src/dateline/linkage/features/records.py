"""The noun of the features: a measure of two items, its name a sentence and its docstring the explanation of it."""

from collections.abc import Callable
from dataclasses import dataclass

from dateline.errors import InstallationError
from dateline.linkage.records import Item

Measure = Callable[[Item, Item], float]
UNKNOWN = float("nan")  # one of the two does not tell


@dataclass(frozen=True, slots=True)
class Feature:
    """A measure of two items in either order.

    `speaks_for` is 1 where more of it can only speak for one thing, -1 where only against, 0 where for either.
    A measure without a docstring is refused: InstallationError.
    """

    measure: Measure
    speaks_for: int

    def __post_init__(self) -> None:
        if not (self.measure.__doc__ or "").strip():
            raise InstallationError(f"the feature {self.name} has no docstring: its docstring is its explanation")

    @property
    def name(self) -> str:
        return self.measure.__name__

    @property
    def explanation(self) -> str:
        """Return the first sentence of its docstring."""
        return (self.measure.__doc__ or "").strip().partition("\n")[0]
