"""The weights by which HRDsAttack's attributes are chosen, read from data/hrds_weights.json and checked."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from dateline.bench.mappers.hrds_options import Choice, read_choice
from dateline.bench.mappers.hrds_places import LAND_FEATURES, TOWN_FEATURES, Land, Town
from dateline.bench.mappers.hrds_times import PARTS, WHEN_FEATURES, When
from dateline.bench.mappers.hrds_topics import Weights
from dateline.bench.mappers.hrds_victims import PERSON_FEATURES, Person
from dateline.claims.coders.rules.weighed import Weighed, read_weighed


@dataclass(frozen=True, slots=True)
class HrdsWeights:
    """What each feature counts, by attribute; `violations` and `types` by violation and type of perpetrator."""

    country: Choice[Land]
    region: Choice[Town]
    city: Choice[Town]
    when: Mapping[str, Choice[When]]  # by year, month and day
    victims: Weighed[Person]
    violations: Mapping[str, Weights]
    types: Mapping[str, Weights]


@cache
def load_weights() -> HrdsWeights:
    """Return the weights of data/hrds_weights.json."""
    path = files("dateline.bench") / "data" / "hrds_weights.json"
    return read_weights(json.loads(path.read_text(encoding="utf-8")))


def read_weights(given: Mapping[str, Any]) -> HrdsWeights:
    """Return weights as training/hrds writes them; raises InstallationError where they name other features."""
    return HrdsWeights(
        read_choice(LAND_FEATURES, given["country"], "country"),
        read_choice(TOWN_FEATURES, given["region"], "region"),
        read_choice(TOWN_FEATURES, given["city"], "city"),
        {part: read_choice(WHEN_FEATURES, given[part], part) for part in PARTS},
        read_weighed(PERSON_FEATURES, given["victims"], "victims"),
        given["violations"],
        given["types"],
    )
