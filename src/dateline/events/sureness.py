"""Sureness: how probable it is that a count that many reports support together is right, from how far they agree.

A small logistic model over features that read as sentences. Its weights stand in `data/sureness.json`, fitted by
`training/fusion/fit.py` on incidents that a person counted; single documents are not its business.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp, log, log1p
from typing import Any

from dateline.events.accounts import Account
from dateline.events.counting import counts_anybody
from dateline.events.policies.bounds import EXCLUDED
from dateline.events.policies.records import Fused

_MANY = 10
_FAR = 4  # times what the others give
_PARAGRAPH = 300  # characters
_EDGE = 0.01  # no confidence is nearer to 0 or 1


@dataclass(frozen=True, slots=True)
class Agreement:
    """What the features look at: what a policy made of the accounts, and how many voices of the event give none."""

    fused: Fused
    silent: int = 0  # independent voices that tell of the event, and nothing of this slot

    @property
    def deciding(self) -> Account:
        return self.fused.chosen[0]

    @property
    def backing(self) -> int:
        return len(self.fused.chosen)

    @property
    def against(self) -> int:
        """Count the voices that stand and say otherwise: not those copied, corrected, overtaken or counting a part."""
        return sum(why == EXCLUDED for _, why in self.fused.aside)


Feature = Callable[["Agreement"], float]


def voices_agree(told: Agreement) -> float:
    """How many independent voices allow the number, as a logarithm."""
    return log(told.backing)


def voices_differ(told: Agreement) -> float:
    """How many independent voices that still stand say otherwise, as a logarithm."""
    return log1p(told.against)


def voices_are_silent(told: Agreement) -> float:
    """How many independent voices tell of the event, but give no number, as a logarithm."""
    return log1p(told.silent)


def share_agrees(told: Agreement) -> float:
    """Which share of the voices that stand allows the number."""
    return told.backing / (told.backing + told.against)


def all_of_many_agree(told: Agreement) -> float:
    """Whether two or more voices stand and none says otherwise."""
    return float(told.backing > 1 and not told.against)


def states_a_total(told: Agreement) -> float:
    """Whether the deciding report gives a firm number of all people."""
    deciding = told.deciding
    return float(deciding.is_stated and counts_anybody(deciding.told.claims[0]))


def is_a_sum(told: Agreement) -> float:
    """Whether the deciding report gives no total, and its groups were added up."""
    return float(told.deciding.told.is_sum)


def is_a_bound(told: Agreement) -> float:
    """Whether the deciding report bounds the number ("at least 40")."""
    return float(not told.deciding.is_point and told.deciding.is_firm)


def is_a_word(told: Agreement) -> float:
    """Whether the deciding report gives only a word ("dozens"), or a sum with one in it."""
    return float(not told.deciding.is_point and not told.deciding.is_firm)


def stands_far_above(told: Agreement) -> float:
    """Whether a large number stands on one voice, and all others that count give far fewer: often that of a year."""
    others = [account.best for account, _ in told.fused.aside]
    is_alone = told.backing == 1 and told.deciding.best >= _MANY and bool(others)
    return float(is_alone and told.deciding.best > _FAR * max(others, default=0))


def is_wide(told: Agreement) -> float:
    """How far low and high are apart beside the number itself, as a logarithm; an open high is twice the number."""
    count, best = told.fused.count, told.deciding.best
    high = count.high if count.high is not None else 2 * best
    return log1p(max(0, high - (count.low or 0)) / max(1, best))


def stands_late(told: Agreement) -> float:
    """How far into the deciding report the number first stands, in paragraphs, as a logarithm: news comes first."""
    return log1p(min(claim.highlight.span.start for claim in told.deciding.told.claims) / _PARAGRAPH)


def claims_are_sure(told: Agreement) -> float:
    """How sure the coder is of the surest claim that gives the number, as log-odds."""
    surest = max(claim.confidence for account in told.fused.chosen for claim in account.told.claims)
    kept = min(max(surest, _EDGE), 1 - _EDGE)
    return log(kept / (1 - kept))


FEATURES: tuple[Feature, ...] = (
    voices_agree,
    voices_differ,
    voices_are_silent,
    share_agrees,
    all_of_many_agree,
    states_a_total,
    is_a_sum,
    is_a_bound,
    is_a_word,
    stands_far_above,
    is_wide,
    stands_late,
    claims_are_sure,
)


def sureness(slot: str, told: Agreement) -> float:
    """Return the probability that the best number is right; a slot without weights of its own has those of deaths."""
    table = _weights()
    return probability(table.get(slot, table["deaths"]), features_of(told))


def features_of(told: Agreement) -> Mapping[str, float]:
    """Return each feature's value by its name."""
    return {feature.__name__: feature(told) for feature in FEATURES}


def probability(weights: Mapping[str, float], features: Mapping[str, float]) -> float:
    """Return the logistic of the weighted sum, kept off 0 and 1; a feature without a weight is new, and weighs 0."""
    logit = weights["intercept"] + sum(weights.get(name, 0.0) * value for name, value in features.items())
    return min(max(1 / (1 + exp(-logit)), _EDGE), 1 - _EDGE)


@cache
def _weights() -> Mapping[str, Mapping[str, float]]:
    text = (files("dateline.events") / "data" / "sureness.json").read_text(encoding="utf-8")
    stored: dict[str, Any] = json.loads(text)
    weights: dict[str, dict[str, float]] = stored["weights"]
    return weights
