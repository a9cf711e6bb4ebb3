"""Weighing: the claims of a report's events, each with the probability that a careful coder codes the same value.

A logistic regression a slot; the weights are trained (training/confidence/README.md) and stand in data/confidence.json.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dateline.claims.coders.rules.confidence.records import Standing
from dateline.claims.coders.rules.confidence.standings import see_setting, stand
from dateline.claims.coders.rules.confidence.weights import Weights, load_weights
from dateline.claims.records import UNSAID, Claim, Frame
from dateline.documents.records import Document


def weigh(document: Document, frames: Sequence[Frame], weights: Weights | None = None) -> list[Frame]:
    """Return the frames of a report's events with calibrated confidence, in the same order.

    A claim of a slot without weights, or one that is denied, condemned or predicted, keeps the coder's first figure.
    """
    weighed = weights or load_weights()
    figures = {
        told.claim.id: weighed.slots[told.claim.slot].confidence(told)
        for told in stand(see_setting(document, frames))
        if is_weighed(told, weighed)
    }
    return [replace(frame, claims=tuple(_with(document, claim, figures) for claim in frame.claims)) for frame in frames]


def is_weighed(told: Standing, weights: Weights) -> bool:
    return told.claim.slot in weights.slots and told.claim.stance not in UNSAID


def _with(document: Document, claim: Claim, figures: Mapping[str, float]) -> Claim:
    if claim.id not in figures:
        return claim
    return replace(claim, document=document, confidence=figures[claim.id])
