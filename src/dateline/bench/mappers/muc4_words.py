"""The tables of data/muc4.yaml: labels of the coder to MUC-4's set lists."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

_FILE = files("dateline.bench") / "data" / "muc4.yaml"


@dataclass(frozen=True, slots=True)
class Damage:
    """One effect on a building or vehicle, and the stems and phrases of the sentences that say it."""

    effect: str
    stems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MucWords:
    stages: Mapping[str, str]
    confidence: Mapping[str, str]
    people: Mapping[str, str]
    facilities: Mapping[str, str]
    weapons: Mapping[str, str]
    armed: frozenset[str]
    military: frozenset[str]
    state: frozenset[str]
    damage: tuple[Damage, ...]
    countries: Mapping[str, str]
    places: Mapping[str, str]
    oldest: int


@cache
def read_words() -> MucWords:
    given = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    damage = (Damage(row["effect"], (*row.get("phrases", ()), *row.get("stems", ()))) for row in given.pop("damage"))
    sets = {name: frozenset(given.pop(name)) for name in ("armed", "military", "state")}
    return MucWords(damage=tuple(damage), **sets, **given)
