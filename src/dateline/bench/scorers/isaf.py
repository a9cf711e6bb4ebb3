"""Scores ISAF press releases as the published evaluation of July 2024 did: a point a field and release.

Ten fields are equal or not; the province is an equal set after spelling is levelled; event type and target group earn
the share of the key's values that the prediction names. That last rule rewards naming too many, so the share of equal
sets and the mean size of the predicted set stand beside it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from dateline.bench.bootstrap import Table, interval, percentage
from dateline.bench.records import Row

Release = Mapping[str, object]  # the fields of one release: text, number, truth value, or list of names

EQUAL_FIELDS = (
    "start_date",
    "min_killed",
    "min_captured",
    "killq",
    "captureq",
    "killcaptureraid",
    "airstrike",
    "noshotsfired",
    "min_leaders_killed",
    "min_leaders_captured",
)
SHARE_FIELDS = ("event_type", "target_group")
FIELDS = (*EQUAL_FIELDS, "province", *SHARE_FIELDS)


@dataclass(frozen=True, slots=True)
class Spelling:
    """How province names are levelled: `variants` maps a spelling to the one that is compared."""

    variants: Mapping[str, str]

    def levelled(self, names: frozenset[str]) -> frozenset[str]:
        return frozenset(self.variants.get(plain, plain) for plain in map(_plain, names) if plain)


def _plain(name: str) -> str:
    letters = "".join(char if char.isalnum() else " " for char in name.lower())
    return " ".join(letters.split())


def names(value: object) -> frozenset[str]:
    """Return a field's set of names: joined values are parted at ";", and no name is the set of the empty name.

    The empty name makes an empty prediction right where the key is empty.
    """
    given = value if isinstance(value, Sequence) and not isinstance(value, str) else [value]
    parts = (part.strip().lower() for item in given for part in str(item or "").split(";"))
    return frozenset(part for part in parts if part) or frozenset({""})


def points(predicted: Release, gold: Release, spelling: Spelling) -> dict[str, float]:
    """Return the points of one release, 0..1 by field."""
    earned = {name: float(predicted.get(name) == gold.get(name)) for name in EQUAL_FIELDS}
    mine, theirs = (spelling.levelled(names(release.get("province"))) for release in (predicted, gold))
    earned["province"] = float(mine == theirs)
    for name in SHARE_FIELDS:
        wanted = names(gold.get(name))
        earned[name] = len(names(predicted.get(name)) & wanted) / len(wanted)
    return earned


def score(pairs: Sequence[tuple[Release, Release]], spelling: Spelling) -> tuple[Row, ...]:
    """Return the rows of pairs (predicted, gold): the mean, then each field, then the figures beside them."""
    earned = [points(predicted, gold, spelling) for predicted, gold in pairs]
    each = {name: [point[name] for point in earned] for name in FIELDS}
    mean = [sum(point.values()) / len(FIELDS) for point in earned]
    rows = [_share("isaf.mean_accuracy", mean, "mean of the 13 fields")]
    rows += [_share(f"isaf.{name}.accuracy", each[name], _majority(name, pairs, spelling)) for name in FIELDS]
    rows += [row for name in SHARE_FIELDS for row in _set_rows(name, pairs)]
    raw = [float(_raw_set(mine.get("province")) == _raw_set(gold.get("province"))) for mine, gold in pairs]
    return (*rows, _share("isaf.province.raw_accuracy", raw, "spelling as it comes, joined values not parted"))


def _set_rows(name: str, pairs: Sequence[tuple[Release, Release]]) -> tuple[Row, Row]:
    exact = [float(names(mine.get(name)) == names(gold.get(name))) for mine, gold in pairs]
    sizes = [float(len(names(mine.get(name)) - {""})) for mine, _ in pairs]
    wanted = sum(len(names(gold.get(name)) - {""}) for _, gold in pairs) / max(1, len(pairs))
    value, low, high = _mean_interval(sizes)
    return (
        _share(f"isaf.{name}.exact", exact, "the set is equal"),
        Row(
            f"isaf.{name}.mean_size",
            value / 100,
            low / 100,
            high / 100,
            len(pairs),
            "the key",
            wanted,
            "names a release",
        ),
    )


def _share(metric: str, earned: Sequence[float], note: str) -> Row:
    value, low, high = _mean_interval(earned)
    return Row(metric, value, low, high, len(earned), note=note)


def _mean_interval(earned: Sequence[float]) -> tuple[float, float, float]:
    return interval(_table(earned), percentage)


def _table(earned: Sequence[float]) -> Table:
    return np.array([[point, 1.0] for point in earned], dtype=np.float64).reshape(-1, 2)


def _raw_set(value: object) -> frozenset[str]:
    given = value if isinstance(value, Sequence) and not isinstance(value, str) else [value]
    return frozenset(str(item or "").strip().lower() for item in given)


def _majority(name: str, pairs: Sequence[tuple[Release, Release]], spelling: Spelling) -> str:
    """Return the baseline that every figure is read against: always answering the key's most frequent value."""
    golds = [gold.get(name) for _, gold in pairs]
    answers = {str(gold): gold for gold in golds}.values()
    best = max(
        (np.mean([points({name: answer}, {name: gold}, spelling)[name] for gold in golds]) for answer in answers),
        default=0.0,
    )
    return f"majority class of this data {100 * best:.1f}"
