"""The tables of data/muc4.yaml: labels of the coder to MUC-4's set lists."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from dateline.claims.coders.rules.lexicon import load_lexicon

_FILE = files("dateline.bench") / "data" / "muc4.yaml"


@dataclass(frozen=True, slots=True)
class Damage:
    """One effect on a building or vehicle, and the stems and phrases of the sentences that say it."""

    effect: str
    stems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MucWords:
    people: Mapping[str, str]
    facilities: Mapping[str, str]
    weapons: Mapping[str, str]
    explosives: frozenset[str]
    telling: frozenset[str]
    uncounted: frozenset[str]
    implied: Mapping[str, str]
    harm: Mapping[str, str]
    titles: frozenset[str]
    former: Mapping[str, str]
    no_longer: frozenset[str]
    armed: frozenset[str]
    military: frozenset[str]
    state: frozenset[str]
    bodies: frozenset[str]
    nobody: frozenset[str]
    anybody: frozenset[str]
    harmed: frozenset[str]
    unlisted: frozenset[str]
    casualties: frozenset[str]
    homes: frozenset[str]
    war: frozenset[str]
    fighting: frozenset[str]
    operations: frozenset[str]
    selves: frozenset[str]
    damage: tuple[Damage, ...]
    countries: Mapping[str, str]
    scene: Mapping[str, float]
    bystanders: frozenset[str]
    places: Mapping[str, str]
    oldest: int


@cache
def read_words() -> MucWords:
    given = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    damage = (Damage(row["effect"], (*row.get("phrases", ()), *row.get("stems", ()))) for row in given["damage"])
    return MucWords(
        people=given["people"],
        facilities=given["facilities"],
        weapons=given["weapons"],
        explosives=frozenset(given["explosives"]),
        telling=frozenset(given["telling"]),
        uncounted=frozenset(word.upper() for word in given["uncounted"]),
        implied=given["implied"],
        harm=given["harm"],
        titles=frozenset(word.upper() for word in (*given["titles"], *load_lexicon().people)),
        former=given["former"],
        no_longer=frozenset(word.upper() for word in given["no_longer"]),
        armed=frozenset(given["armed"]),
        military=frozenset(given["military"]),
        state=frozenset(given["state"]),
        bodies=frozenset(word.upper() for word in given["bodies"]),
        nobody=frozenset(word.upper() for word in given["nobody"]),
        anybody=frozenset(word.upper() for word in given["anybody"]),
        harmed=frozenset(given["harmed"]),
        unlisted=frozenset(given["unlisted"]),
        casualties=frozenset(given["casualties"]),
        homes=frozenset(given["homes"]),
        war=frozenset(word.upper() for word in given["war"]),
        fighting=frozenset(given["fighting"]),
        operations=frozenset(given["operations"]),
        selves=frozenset(given["selves"]),
        damage=tuple(damage),
        countries=given["countries"],
        scene=given["scene"],
        bystanders=frozenset(given["bystanders"]),
        places=given["places"],
        oldest=given["oldest"],
    )
