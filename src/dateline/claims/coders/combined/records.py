"""The nouns of the combined coder: the rows of the table that weighs what both coders say, and events to add to."""

from collections.abc import Mapping
from dataclasses import dataclass

from dateline.claims.records import Frame


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


@dataclass(frozen=True, slots=True)
class EventWords:
    """An event of the rules: the word pieces at which its fillers begin, and the sentences that speak of it."""

    frame: Frame
    pieces: tuple[int, ...]
    sentences: frozenset[int]


@dataclass(frozen=True, slots=True)
class Anchored:
    """An event with the probability that a span belongs to it, and how many sentences lie between them."""

    frame: Frame
    together: float
    distance: int
