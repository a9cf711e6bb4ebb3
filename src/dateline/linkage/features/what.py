"""What happened, to how many, by whose hand."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from math import log1p
from typing import Any

import yaml

from dateline.linkage.features.places import kilometres_apart
from dateline.linkage.features.records import UNKNOWN
from dateline.linkage.features.time import days_apart
from dateline.linkage.records import Item

_FAR, _DAYS = 60, 2  # kilometres; days, as a report may be a day out
_MUCH, _ANOTHER_ORDER = 0.5, 1.5  # in logarithms: two thirds more, more than four times as many
_TOLLS = ("deaths", "injured")


def kinds_alike(one: Item, other: Item) -> float:
    """Both are said to be of the same kind: 1; of different kinds: 0."""
    return float(one.kind == other.kind) if one.kind and other.kind else UNKNOWN


def manners_contradict(one: Item, other: Item) -> float:
    """Both are said to be done in a manner, such as by blast or by gun: 1 in different ones; 0 in one; else unknown."""
    manners = load_manners()
    here, there = manners.get(one.kind or ""), manners.get(other.kind or "")
    return float(here != there) if here and there else UNKNOWN


@cache
def load_manners() -> Mapping[str, str]:
    """Return the manner in which events of a kind are done, by the kind."""
    table: Mapping[str, Any] = yaml.safe_load((files("dateline.linkage") / "data" / "manners.yaml").read_text("utf-8"))
    return {kind: manner for manner, kinds in table["manners"].items() for kind in kinds}


def tolls_contradict(one: Item, other: Item) -> float:
    """No number is right by both tolls, by so much on a scale of logarithms; half as much where a later one rose."""
    gaps = [_gap(one, other, slot) for slot in _TOLLS if slot in one.counts and slot in other.counts]
    return max(gaps) if gaps else UNKNOWN


def _gap(one: Item, other: Item, slot: str) -> float:
    earlier, later = (one, other) if (one.told or 0) <= (other.told or 0) else (other, one)
    (low, high), (after_low, after_high) = earlier.counts[slot], later.counts[slot]
    if high is not None and after_low > high:
        return (log1p(after_low) - log1p(high)) * (0.5 if earlier.told != later.told else 1.0)
    return max(0.0, log1p(low) - log1p(after_high)) if after_high is not None else 0.0


def contradictions(one: Item, other: Item) -> float:
    """So many contradict: towns far apart, days, manners, perpetrators, tolls; tolls of another order count twice."""
    toll = tolls_contradict(one, other)
    against = (
        kilometres_apart(one, other) > _FAR,
        days_apart(one, other) >= _DAYS,
        toll > _MUCH,
        toll > _ANOTHER_ORDER,
        perpetrators_contradict(one, other) == 1,
        manners_contradict(one, other) == 1,
    )
    return float(sum(against))


def tolls_agree(one: Item, other: Item) -> float:
    """Both give the same toll, above one: its logarithm, so that an unusual toll counts for more."""
    both = [slot for slot in _TOLLS if slot in one.counts and one.counts.get(slot) == other.counts.get(slot)]
    return max((log1p(one.counts[slot][0]) for slot in both if one.counts[slot][0] > 1), default=0.0)


def perpetrators_contradict(one: Item, other: Item) -> float:
    """Different actors are said to have done it: 1; the same: 0; else not known."""
    return float(not one.actors & other.actors) if one.actors and other.actors else UNKNOWN
