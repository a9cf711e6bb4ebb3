"""Review: what a person decides of events and claims, written to the log as judgements that can be taken back."""

from dateline.review.decide import (
    Deciding,
    accept,
    correct,
    different,
    judgements,
    pin,
    reject,
    reject_claim,
    same,
    undo,
)

__all__ = [
    "Deciding",
    "accept",
    "correct",
    "different",
    "judgements",
    "pin",
    "reject",
    "reject_claim",
    "same",
    "undo",
]
