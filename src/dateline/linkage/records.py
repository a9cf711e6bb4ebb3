"""The nouns of linkage: what may be the same thing as another, and what was decided. It knows no record by name."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from dateline.values.points import Point


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that an item is said to be at: the gazetteer's id, its position and how fine it is."""

    id: str
    point: Point | None
    precision: int  # UCDP where_prec: 1 exact, 2 within 25 km, 3 admin2, 4 admin1, 5 fuzzy area, 6 country


@dataclass(frozen=True, slots=True)
class Item:
    """One thing as one teller tells it. Days are proleptic ordinals (`date.toordinal`); None is not known.

    `group` is what several items may have in common that makes two of them two: the document that tells both.
    """

    id: str
    group: str
    told: int | None = None  # the day on which it was told
    first: int | None = None  # the days between which it was
    last: int | None = None
    kind: str | None = None
    spots: tuple[Spot, ...] = ()
    actors: frozenset[str] = frozenset()  # who did it: ids of a roster
    names: frozenset[str] = frozenset()  # who and what is named, folded: persons, buildings, streets
    ages: frozenset[int] = frozenset()
    counts: Mapping[str, tuple[int, int | None]] = field(default_factory=dict)  # slot -> low, high
    terms: Mapping[str, float] = field(default_factory=dict)  # the words that tell it, weightiest first; of length 1
    title: Mapping[str, float] = field(default_factory=dict)  # the words of its headline, weighted likewise
    setting: frozenset[str] = frozenset()  # ids of all the places that its teller names, areas and countries left out
    is_lead: bool = True  # whether it is what its teller tells first of all


@dataclass(frozen=True, slots=True)
class Decision:
    """Where an item belongs: a cluster's id, which is that of its founding item, and how probable that is.

    `runner_up` is the next likeliest cluster. `reasons` are names of features, the weightiest first.
    """

    item: str
    cluster: str
    probability: float
    runner_up: str | None = None
    runner_up_probability: float = 0.0
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Placed:
    """What placing one item did: the decision, and the clusters of the other items that it moved, by their ids."""

    decision: Decision
    moved: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Constraints:
    """What people decided: pairs of items that are the same, and pairs that are not. Nothing overrides them."""

    same: frozenset[tuple[str, str]] = frozenset()
    different: frozenset[tuple[str, str]] = frozenset()
