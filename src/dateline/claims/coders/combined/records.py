"""The nouns of the combined coder: the rows of the table that weighs what both coders say."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table: a logistic regression on few features, and the probability below which nothing is added."""

    start: float
    weights: Mapping[str, float]
    least: float = 0.0


@dataclass(frozen=True, slots=True)
class Table:
    """By slot, `said` weighs a value of the rules with the model's word on it, `marked` a value of the model alone."""

    said: Mapping[str, Row]
    marked: Mapping[str, Row]
