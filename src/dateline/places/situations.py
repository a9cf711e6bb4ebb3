"""Situations: what a document says about one of its names, and what was decided about its other names."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np
import numpy.typing as npt

from dateline.places.records import Place

Floats = npt.NDArray[np.float64]
_NOTHING: frozenset[str] = frozenset()
_NOWHERE = np.zeros((0, 3))
_EARTH_RADIUS_KM = 6371.0


@dataclass(frozen=True, slots=True, eq=False)
class Others:
    """Where the document's other names lie, as far as it is known: each reading counts by its probability.

    `by_unit`: id of a country, admin1 or admin2 -> weight of the names in it, or that name it; `itself`: id -> weight
    of the names that name it. `total` is the weight of all but the countries, whose is `countries`. `directions`
    (readings, 3) are unit vectors, `weights` the probability of each.
    """

    by_unit: Mapping[str, float] = field(default_factory=dict)
    itself: Mapping[str, float] = field(default_factory=dict)
    total: float = 0.0
    countries: float = 0.0
    directions: Floats = field(default_factory=lambda: _NOWHERE)
    weights: Floats = field(default_factory=lambda: np.zeros(0))


@dataclass(frozen=True, slots=True, eq=False)
class Situation:
    """What the document says about one name: kinds announced beside it, units named, and the places around it.

    Units are ids of countries, admin1 and admin2. `following` are those that the words right after the name may mean
    ("Alexandria, La."); `beside` those of a name beside it on either side; `held_beside` the units that hold what
    stands beside it.
    """

    kinds: frozenset[str] = _NOTHING
    countries: Counter[str] = field(default_factory=Counter)  # ISO code -> times named in the document
    admin1s: Counter[str] = field(default_factory=Counter)  # id -> times named in the document
    following: frozenset[str] = _NOTHING
    beside: frozenset[str] = _NOTHING
    held_beside: frozenset[str] = _NOTHING
    in_sentence: frozenset[str] = _NOTHING
    likes_beside: frozenset[tuple[str, str | None]] = frozenset()  # kind and country of units in one row with the name
    listed: frozenset[tuple[str, str | None]] = frozenset()  # likewise, of which all in a longer list may be
    own_kinds: frozenset[str] = _NOTHING  # what words of the name itself say
    the: bool = False  # whether the text has "the" before the name, be it for the sake of a word after it
    article: bool = False  # whether it has it before the name alone
    lacks_article: bool = False  # whether one writes the name with "the", and the text never does
    local_life: bool = False  # whether a word of local life follows ("Cuba man")
    may_lie: Mapping[str, float] = field(default_factory=dict)  # id -> share of other names that may lie there
    speech: Mapping[str, float] = field(default_factory=dict)  # ISO code -> how surely the text is its local news
    words: int = 1
    names_a_site: bool = False
    runs_on: bool = False
    times: int = 1
    dateline: Place | None = None
    home: Place | None = None

    def filed_from(self, place: Place) -> "Situation":
        return replace(self, dateline=place)


def km_between(directions: Floats, others: Floats) -> Floats:
    """Return the great-circle distances in kilometres between unit vectors, shape (directions, others)."""
    return _EARTH_RADIUS_KM * np.arccos(np.clip(directions @ others.T, -1.0, 1.0))
