"""The word lists of data/isaf.yaml: provinces, groups, ranks and the cues of the release's own wording."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from dateline.bench.scorers.isaf import Spelling

_FILE = files("dateline.bench") / "data" / "isaf.yaml"


@dataclass(frozen=True, slots=True)
class IsafWords:
    spelling: Spelling
    groups: Mapping[str, tuple[str, ...]]
    ranks: Mapping[str, frozenset[str]]
    added: frozenset[str]
    included: tuple[str, ...]
    anybody: frozenset[str]
    sides: frozenset[str]
    summary: re.Pattern[str]
    background: tuple[str, ...]
    heads: tuple[str, ...]
    no_shots: tuple[str, ...]
    raid: tuple[str, ...]


@cache
def read_words() -> IsafWords:
    given = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return IsafWords(
        Spelling({variant: row[0] for row in given["provinces"] for variant in row}),
        {code: tuple(names) for code, names in given["groups"].items()},
        {rank: frozenset(words) for rank, words in given["ranks"].items()},
        frozenset(given["added"]),
        tuple(given["included"]),
        frozenset(given["anybody"]),
        frozenset(given["sides"]),
        _summary(given["summary"]),
        tuple(given["background"]["phrases"]),
        tuple(given["heads"]),
        tuple(given["no_shots"]["phrases"]),
        tuple(given["raid"]["phrases"]),
    )


def _summary(lists: Mapping[str, Sequence[str]]) -> re.Pattern[str]:
    """Return the pattern of a number of operations: "four security operations", "separate searches"."""
    numbers, kinds, operations = ("|".join(map(re.escape, lists[name])) for name in ("numbers", "kinds", "operations"))
    counted = rf"\b(?:{numbers}|\d+) (?:(?:{kinds}|and) )*(?:{operations})\b"
    return re.compile("|".join([counted, *map(re.escape, lists["phrases"])]))
