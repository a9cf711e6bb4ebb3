"""Skeletons: what is left of a name when the choices of a transliteration are taken away."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from dateline.places.names import plain, read_data

_Rewrite = tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]]


@dataclass(frozen=True, slots=True)
class _Rules:
    articles: frozenset[str]
    rewrites: tuple[_Rewrite, ...]


def skeleton(text: str) -> str:
    """Return the skeleton of a name in Latin letters; "" where nothing is left, or where it has other letters.

    "Deir Ezzor", "Dayr az-Zawr" and "Deir ez-Zor" have the same. The rules are in `data/skeleton.yaml`.
    """
    return skeleton_of(plain(text))


def skeleton_of(words: str) -> str:
    """Return the skeleton of a name's plain words."""
    rules = _rules()
    if " " in words:
        words = "".join(word for word in words.split() if word not in rules.articles)
    if not words.isascii():
        return ""
    for pattern, becomes in rules.rewrites:
        words = pattern.sub(becomes, words)
    return words.lower()


@cache
def _rules() -> _Rules:
    data = read_data("skeleton.yaml")
    literal = groupby(data["rules"], key=lambda rule: rule["from"].replace("|", "").isalpha())
    rewrites = [rewrite for is_literal, rules in literal for rewrite in _rewrites(list(rules), together=is_literal)]
    return _Rules(frozenset(map(str, data["articles"]["words"])), tuple(rewrites))


def _rewrites(rules: Sequence[Mapping[str, str]], *, together: bool) -> list[_Rewrite]:
    """Return the rewrites of rules: one for all of them, in one pass, where each only replaces letters by letters."""
    if not together:
        return [(re.compile(rule["from"]), rule["to"]) for rule in rules]
    table = {letters: rule["to"] for rule in rules for letters in rule["from"].split("|")}
    return [(re.compile("|".join(sorted(table, key=len, reverse=True))), lambda found: table[found[0]])]
