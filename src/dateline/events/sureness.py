"""Sureness: how probable it is that a count that many reports support together is right, from how far they agree.

A small logistic model over features that read as sentences. Its weights stand in `data/sureness.json`, fitted by
`training/fusion/fit.py` on incidents that a person counted; single documents are not its business.
"""

import json
from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import files
from math import exp, log, log1p
from typing import Any

from dateline.events.counting import counts_anybody
from dateline.events.policies.bounds import EXCLUDED
from dateline.events.policies.records import Fused

_EDGE = 0.01  # no confidence is nearer to 0 or 1

Feature = Callable[[Fused], float]


def voices_agree(fused: Fused) -> float:
    """How many independent voices allow the number, as a logarithm."""
    return log(len(fused.chosen))


def voices_differ(fused: Fused) -> float:
    """How many independent voices that still stand say otherwise, as a logarithm."""
    return log1p(_against(fused))


def share_agrees(fused: Fused) -> float:
    """Which share of the voices that stand allows the number."""
    return len(fused.chosen) / (len(fused.chosen) + _against(fused))


def all_of_many_agree(fused: Fused) -> float:
    """Whether two or more voices stand and none says otherwise."""
    return float(len(fused.chosen) > 1 and not _against(fused))


def states_a_total(fused: Fused) -> float:
    """Whether the deciding report gives a firm number of all people."""
    deciding = fused.chosen[0]
    return float(deciding.is_stated and counts_anybody(deciding.told.claims[0]))


def is_a_sum(fused: Fused) -> float:
    """Whether the deciding report gives no total, and its groups were added up."""
    return float(fused.chosen[0].told.is_sum)


def is_a_bound(fused: Fused) -> float:
    """Whether the deciding report gives only a bound or a word ("at least 40", "dozens")."""
    return float(not fused.chosen[0].is_point)


def is_large(fused: Fused) -> float:
    """How large the number is, as a logarithm."""
    return log1p(fused.chosen[0].best)


def is_wide(fused: Fused) -> float:
    """How far apart low and high are, as a logarithm; an open high is as far as the number is large."""
    count = fused.count
    high = count.high if count.high is not None else 2 * fused.chosen[0].best
    return log1p(max(0, high - (count.low or 0)))


def claims_are_sure(fused: Fused) -> float:
    """How sure the coder is of the surest claim that gives the number, as log-odds."""
    surest = max(claim.confidence for account in fused.chosen for claim in account.told.claims)
    kept = min(max(surest, _EDGE), 1 - _EDGE)
    return log(kept / (1 - kept))


FEATURES: tuple[Feature, ...] = (
    voices_agree,
    voices_differ,
    share_agrees,
    all_of_many_agree,
    states_a_total,
    is_a_sum,
    is_a_bound,
    is_large,
    is_wide,
    claims_are_sure,
)


def sureness(slot: str, fused: Fused) -> float:
    """Return the probability that the best number is right; a slot without weights of its own has those of deaths."""
    table = _weights()
    weights = table.get(slot, table["deaths"])
    return probability(weights, features_of(fused))


def features_of(fused: Fused) -> Mapping[str, float]:
    """Return each feature's value by its name."""
    return {feature.__name__: feature(fused) for feature in FEATURES}


def probability(weights: Mapping[str, float], features: Mapping[str, float]) -> float:
    """Return the logistic of the weighted sum, kept off 0 and 1; `weights` has an `intercept`."""
    logit = weights["intercept"] + sum(weights[name] * value for name, value in features.items())
    return min(max(1 / (1 + exp(-logit)), _EDGE), 1 - _EDGE)


def _against(fused: Fused) -> int:
    """Count the voices that stand and say otherwise: not those that were copied, corrected, overtaken or parts."""
    return sum(why == EXCLUDED for _, why in fused.aside)


@cache
def _weights() -> Mapping[str, Mapping[str, float]]:
    text = (files("dateline.events") / "data" / "sureness.json").read_text(encoding="utf-8")
    stored: dict[str, Any] = json.loads(text)
    weights: dict[str, dict[str, float]] = stored["weights"]
    return weights
