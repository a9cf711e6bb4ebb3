"""Skeletons: what is left of a name when the choices of a transliteration are taken away."""

import re
from dataclasses import dataclass
from functools import cache

from dateline.places.names import plain, read_data


@dataclass(frozen=True, slots=True)
class _Rules:
    articles: frozenset[str]
    rewrites: tuple[tuple[re.Pattern[str], str], ...]


def skeleton(text: str) -> str:
    """Return the skeleton of a name in Latin letters; "" where nothing is left, or where it has other letters.

    "Deir Ezzor", "Dayr az-Zawr" and "Deir ez-Zor" have the same. The rules are in `data/skeleton.yaml`.
    """
    rules = _rules()
    words = plain(text).split()
    left = "".join(words if len(words) == 1 else (word for word in words if word not in rules.articles))
    if not left.isascii():
        return ""
    for pattern, becomes in rules.rewrites:
        left = pattern.sub(becomes, left)
    return left.lower()


@cache
def _rules() -> _Rules:
    data = read_data("skeleton.yaml")
    rewrites = tuple((re.compile(rule["from"]), str(rule["to"])) for rule in data["rules"])
    return _Rules(frozenset(map(str, data["articles"]["words"])), rewrites)
