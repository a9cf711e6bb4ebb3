"""Evidence: what the rules and the model say of one value, as the few numbers that the table weighs.

Probabilities are taken as log-odds; what each number stands for is told in docs/concepts/combining.md.
"""

from collections.abc import Mapping
from math import log

from dateline.claims.coders.combined.records import Anchored
from dateline.claims.coders.model.grouping import KINDS
from dateline.claims.coders.model.records import Candidate, Reading
from dateline.claims.records import Claim
from dateline.values.spans import Span

ROLES: Mapping[str, tuple[str, ...]] = {
    "perpetrator": ("perpetrator_individual", "perpetrator_organization"),
    "victim": ("victim_name", "victim_description"),
    "target": ("target", "victim_name", "victim_description"),
    "weapon": ("weapon",),
    "place": ("place",),
    "date": ("date",),
}
"""Slot of a frame -> roles of the network that fill it."""

_SUREST = 0.99  # a probability beyond which log-odds say nothing more


def log_odds(probability: float) -> float:
    held = min(max(probability, 1 - _SUREST), _SUREST)
    return log(held / (1 - held))


def said_features(reading: Reading, claim: Claim) -> dict[str, float]:
    """Return the features of a value that the rules give: how sure they are, and what the model reads there.

    The claim's slot is one that the network marks (ROLES).
    """
    model = reading.role(claim.highlight.span, ROLES[claim.slot])
    return {"rules": log_odds(claim.confidence), "model": log_odds(model)}


def marked_features(reading: Reading, candidate: Candidate, anchored: Anchored, sentence: Span) -> dict[str, float]:
    """Return the features of a value that the model alone gives, in its sentence, beside the event it is drawn to."""
    return {
        "model": log_odds(candidate.marked.probability),
        "together": log_odds(anchored.together),
        "sentences_away": float(anchored.distance),
        "slot_is_empty": float(not anchored.frame.slot(candidate.filler.slot)),
        "tells_of_event": log_odds(max(reading.label(sentence, label) for label in KINDS)),
    }
